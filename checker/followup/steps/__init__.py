"""One function a step, in modules by topic: when may it happen, to whom, by which channel, and who says so.

Each gives a `Step` or None, from the facts of a situation and a history. No step knows what day it is asked on: the
plan decides which one is due.
"""

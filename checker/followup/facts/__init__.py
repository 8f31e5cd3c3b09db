"""What follows from a situation: the facts, what was sent and what came back, and the open channels."""

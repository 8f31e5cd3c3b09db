"""What an error looks like as text."""


def format_exception(kind, error, place):
    """The lines, the last call first to last, then the error. Ends each with a line break, as the real one does."""
    lines = ["Traceback (most recent call last):\n"]
    while place is not None:
        code = place.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {place.tb_lineno}, in {code.co_name}\n')
        place = place.tb_next
    return [*lines, f"{kind.__name__}: {error}\n"]

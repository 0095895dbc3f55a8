"""How many there are of something, in words."""


def many(number: int, what: str) -> str:
    """ "1 statement", "2,000 statements"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

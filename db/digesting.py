"""Makes `digests.py`: `python -m onrecord.db.digesting > db/digests.py` after a migration."""

from onrecord.db import files
from onrecord.db.making import schema
from onrecord.db.parts import digest

_A_LINE = 9


def made() -> str:
    """The module's text."""
    numbers = sorted(digest(part.kind, part.name, part.sql) for part in schema(files.SCHEMA_VERSION))
    lines = [numbers[first : first + _A_LINE] for first in range(0, len(numbers), _A_LINE)]
    listed = "".join(f"    {', '.join(map(str, line))},\n" for line in lines)
    return (
        '"""The parts of the current schema, a number for each: made by `python -m onrecord.db.digesting`."""\n\n'
        f"DIGESTS = frozenset((\n{listed}))  # fmt: skip\n"
    )


if __name__ == "__main__":
    print(made(), end="")

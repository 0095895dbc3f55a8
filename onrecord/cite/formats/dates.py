"""CSL dates and recorded dates as other formats write them."""

from onrecord.model.records import Json
from onrecord.text.patterns import lazy

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAY = lazy(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def iso(date: Json) -> str | None:
    """A CSL date as ISO 8601 ("2021-03", "2021-03-14/2021-03-16"), to the part that is known; None: in words."""
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not parts:
        return None
    made = [_one(part) for part in parts if isinstance(part, list) and part and int(part[0])]
    return "/".join(one for one in made if one) or None if len(made) == len(parts) else None


def day(written: str | None) -> tuple[int, int, int] | None:
    """Year, month and day of an EDTF date as simple as "2021-03-14"; 0 for what is not given. Else None."""
    match = _DAY.fullmatch(written or "")
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    return (year, month, day) if month <= 12 and day <= 31 else None


def _one(part: list[object]) -> str | None:
    numbers = [int(str(number)) for number in part[:3]]
    year = numbers[0]
    # ISO has a year 0, which CSL has not.
    written = f"{year:04}" if year > 0 else f"-{-year - 1:04}" if year < -1 else "0000"
    for number in numbers[1:]:
        if not 1 <= number <= 31:
            break
        written += f"-{number:02}"
    return written

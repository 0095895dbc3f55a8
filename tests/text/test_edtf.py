"""EDTF levels 0 and 1: every date keeps its text and gives its days; everything else is refused with advice."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text import edtf


def days(
    first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> tuple[int | None, int | None]:
    return (edtf.day_number(*first) if first else None, edtf.day_number(*last) if last else None)


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("1931", (1931, 1, 1), (1931, 12, 31), "1931"),
        ("1931-02", (1931, 2, 1), (1931, 2, 28), "February 1931"),
        ("1932-02-29", (1932, 2, 29), (1932, 2, 29), "29 February 1932"),
        ("1932-02-29T23:59:59+01:00", (1932, 2, 29), (1932, 2, 29), "29 February 1932"),
        ("1850~", (1850, 1, 1), (1850, 12, 31), "c. 1850"),
        ("1850-06?", (1850, 6, 1), (1850, 6, 30), "June 1850 (uncertain)"),
        ("193X", (1930, 1, 1), (1939, 12, 31), "the 1930s"),
        ("19XX", (1900, 1, 1), (1999, 12, 31), "the 1900s"),
        ("-004X", (-49, 1, 1), (-40, 12, 31), None),
        ("1931-XX", (1931, 1, 1), (1931, 12, 31), "1931"),
        ("1931-04-XX", (1931, 4, 1), (1931, 4, 30), "April 1931"),
        ("1931-XX-XX", (1931, 1, 1), (1931, 12, 31), "1931"),
        ("1931-21", (1931, 3, 1), (1931, 5, 31), "spring 1931"),
        ("1931-24", (1931, 12, 1), (1932, 2, 29), "winter 1931"),
        ("1931-02/1932", (1931, 2, 1), (1932, 12, 31), "February 1931 to 1932"),
        ("1931/..", (1931, 1, 1), None, "from 1931"),
        ("/1931", None, (1931, 12, 31), "until 1931"),
        ("0000", (0, 1, 1), (0, 12, 31), "1 BCE"),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "15 March 44 BCE"),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31), "17001 BCE"),
    ],
)
def test_what_is_read(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, words: str | None
) -> None:
    parsed = edtf.parse(text)
    assert parsed.text == text
    assert (parsed.earliest, parsed.latest) == days(first, last)
    if words:
        assert edtf.humanise(parsed) == words


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("yesterday", "2023-07-26"),
        ("2023-02-30", "February 2023 has 28 days"),
        ("2023-13", "no month 13"),
        ("July 26, 2023", "write 2023-07-26"),
        ("3 March 1931", "write 1931-03-03"),
        ("26.07.2023", "write 2023-07-26"),
        ("1931/1930", "ends before it begins"),
        ("1931-05-01T25:00:00Z", "time of day"),
        ("{1931,1933}", "level 2"),
        ("~1931-06", "level 2"),
        ("1931?-06", "level 2"),
        ("Y17E7", "level 2"),
        ("156X-12-25", "level 2"),
        ("1X31", "level 2"),
        ("1931-34", "level 2"),
        ("1950S2", "level 2"),
        ("-0000", "1 BCE is 0000"),
        ("", "empty"),
        ("/", "interval"),
    ],
)
def test_what_is_refused(text: str, advice: str) -> None:
    with pytest.raises(InputError, match=advice):
        edtf.parse(text)


@given(st.text(max_size=20) | st.text(alphabet="0123456789-/.XY?~%TSE:Z+{}[]", max_size=14))
@example("Y" + "9" * 400)
@example("٣٤٥٦")
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        parsed = edtf.parse(text)
    except InputError as error:
        assert "\n" not in error.message or "\n" in text
    else:
        if parsed.earliest is not None and parsed.latest is not None:
            assert parsed.earliest <= parsed.latest
        edtf.humanise(parsed)
        edtf.csl_date(parsed)


@given(st.dates())
def test_days_are_pythons_days(day: date) -> None:
    assert edtf.parse(day.isoformat()).earliest == day.toordinal()
    assert edtf.from_day_number(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-4_000_000, 4_000_000))
def test_day_numbers_run_without_gaps(number: int) -> None:
    assert edtf.day_number(*edtf.from_day_number(number)) == number
    assert edtf.from_day_number(number) < edtf.from_day_number(number + 1)


@given(
    st.integers(-9999, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.sampled_from(["", "~"]),
)
def test_csl_dates_come_back(year: int, month: int | None, day: int | None, qualifier: str) -> None:
    text = f"-{-year:04}" if year < 0 else f"{year:04}"
    if month:
        text += f"-{month:02}" + (f"-{day:02}" if day else "")
    value = edtf.csl_date(edtf.parse(text + qualifier))
    assert value["date-parts"][0][0] != 0  # type: ignore[index]
    assert edtf.from_csl_date(value) == text + qualifier

"""When something was said comes from the words around it, and from nowhere else."""

import sys
from datetime import date, timedelta
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import datewords
from onrecord.extract.dates import Dates, said_at
from onrecord.text import edtf

ISSUED = "2023-08-08"  # a Tuesday


def said(marked: str, issued: str | None = ISSUED) -> tuple[str, str] | None:
    """When the words between [[ and ]] were said."""
    start, end = marked.index("[["), marked.index("]]") - 2
    return said_at(marked.replace("[[", "").replace("]]", ""), start, end, issued=issued)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On July 26, Orr said the crews [[were tired]].", ("2023-07-26", "stated")),
        ("Orr said on July 26, 2021, that [[it was late]].", ("2021-07-26", "stated")),
        ("Speaking on 26 July at the pier, Orr promised [[a review]].", ("2023-07-26", "stated")),
        ("On the 3rd of May 1940 Orr wrote that [[the boats were lost]].", ("1940-05-03", "stated")),
        ("In a letter of 3 May 1940 Orr wrote that [[the boats were lost]].", ("1940-05-03", "stated")),
        ("Orr told the Gazette in a July 5 interview that [[it was late]].", ("2023-07-05", "stated")),
        (
            "Orr, speaking at a reception on July 25–27, called it [[“late”]].",
            ("2023-07-25/2023-07-27", "stated"),
        ),
        ("“[[We sail]],” Orr, on July 26, told the crews.", ("2023-07-26", "stated")),
        ("Orr said on Monday, Aug. 7, that [[it was late]].", ("2023-08-07", "stated")),
        ("“[[We sail]],” Orr said on Tuesday.", ("2023-08-08", "inferred")),
        ("“[[We sail]],” Orr said Wednesday night.", ("2023-08-02", "inferred")),
        ("“[[We sail]],” Orr said last Monday.", ("2023-08-07?", "inferred")),
        ("“[[Why not?]]” Orr asked on Sunday.", ("2023-08-06", "inferred")),
        ("At Monday’s press conference, Orr said [[it was late]].", ("2023-08-07", "inferred")),
        ("Yesterday the minister promised [[a review]].", ("2023-08-07", "inferred")),
        ("“[[We sail]],” Orr said earlier today.", ("2023-08-08", "inferred")),
        ("“[[We sail]],” Orr said two days ago.", ("2023-08-06", "inferred")),
        ("“[[We sail]],” Orr said a week ago.", ("2023-08-01~", "inferred")),
        ("In an interview last week, Orr said [[it was late]].", ("2023-07-31/2023-08-06", "inferred")),
        ("Orr said this week that [[it was late]].", ("2023-08-07/2023-08-08", "inferred")),
        ("Orr said earlier this month that [[it was late]].", ("2023-08", "inferred")),
        ("Orr said last month that [[it was late]].", ("2023-07", "inferred")),
        ("Orr said last year that [[it was late]].", ("2022", "inferred")),
        ("Orr wrote in 2016 that [[it was late]].", ("2016", "stated")),
        ("In March, the ministry announced [[a review]].", ("2023-03", "stated")),
        ("Orr said in late October that [[it was late]].", ("2022-10~", "inferred")),
        ("The report, published on 2023-07-20, said [[it was late]].", ("2023-07-20", "stated")),
        ("Orr wrote on 20.07.2023 that [[it was late]].", ("2023-07-20", "stated")),
    ],
)
def test_dates_beside_the_report(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Orr said [[the boats sail on Friday]].",
        "“[[We sailed on July 26]],” Orr said.",
        "“[[We sail]],” said Orr, who was elected in 2016.",
        "“[[We sail]],” said Orr after Friday’s storm.",
        "“[[We sail]],” said Orr, in office since July 1.",
        "The July 26 accident was [[“an outrage”]], Orr said.",
        "On Monday the union turned the offer down, which was [[“an insult”]], according to Orr.",
        "Orr, born on May 3, 1940, said [[it was late]].",
        "The minister took office in March and said [[it was late]].",
        "On July 26 and on July 28 Orr said [[it was late]].",
        "Orr said on September 5 that [[it was late]].",  # not out yet, and long ago if of the year before
        "Orr said on Tuesday, July 5, that [[it was late]].",  # a Wednesday
        "She may 5 times have said [[it was late]].",
        "On July 27, 1953, the war ended. “[[We remember]],” she said.",
        "The pier opened on July 26. “[[We sail]],” said Orr.",
        "On July 26, Orr opened the pier. “[[We sail]],” she says.",
        "On July 26, Orr opened the pier.\n\n“[[We sail]],” she said.",
        "“On July 26, we closed,” said Ek. “[[We sail]],” said Orr.",
        "Orr said on February 30, 2023, that [[it was late]].",
        "The same day, Orr said [[it was late]].",
        "“[[We sail]],” Orr told Harbour Today.",
        "Today, the pier is old. The crews were asked, and [[they were tired]], Orr said.",
    ],
)
def test_none_where_in_doubt(text: str) -> None:
    assert said(text) is None


def test_a_date_that_the_paragraph_has_set_is_inferred() -> None:
    assert said("On July 26, Orr opened the pier. “[[We sail]],” she said.") == ("2023-07-26", "inferred")
    assert said("“It is old,” Orr said on Thursday. “[[We sail]].”") == ("2023-08-03", "inferred")


def test_the_same_day_reaches_over_paragraphs() -> None:
    text = "On July 26, Orr opened the pier.\n\nNobody came.\n\n{}, Ek said [[it was late]]."
    assert said(text.format("On the same day")) == ("2023-07-26", "inferred")
    assert said(text.format("Later that day")) == ("2023-07-26", "inferred")
    assert said(text.format("The next day")) == ("2023-07-27", "inferred")


def test_the_date_in_the_report_wins_over_one_that_opens_the_sentence() -> None:
    assert said("On July 20, the pier shut, and on Friday Orr said [[it was late]].") == (
        "2023-08-04",
        "inferred",
    )


def test_what_the_publication_tells() -> None:
    assert said("On December 28, Orr said [[it was late]].", "2024-01-03") == ("2023-12-28", "stated")
    assert said("On July 28, Orr said [[it was late]].", "2023-08") == ("2023-07-28", "stated")
    assert said("On July 28, Orr said [[it was late]].", "2023") == ("2023-07-28", "inferred")
    assert said("On July 28, Orr said [[it was late]].", None) is None
    assert said("On Tuesday, Orr said [[it was late]].", "2023-08") is None
    assert said("Last month, Orr said [[it was late]].", "2023-01") == ("2022-12", "inferred")
    assert said("On July 28, 2020, Orr said [[it was late]].", "nonsense") == ("2020-07-28", "stated")


def test_dates_in_other_statements_do_not_count() -> None:
    text = "On Monday Ek said on July 3 they would sail. “It is late,” Orr said."
    inside = (text.index("on July 3"), text.index(". “It"))
    start = text.index("It is late")
    assert Dates(text, ISSUED, [inside]).said(start, start + 10) == ("2023-08-07", "inferred")


DAYS = st.dates(date(1700, 1, 1), date(2199, 12, 31))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@given(DAYS)
def test_any_day_comes_back_from_any_way_of_writing_it(day: date) -> None:
    month = edtf.MONTHS[day.month - 1]
    short = f"{month[:3]}." if month != "May" else month
    weekday = WEEKDAYS[day.weekday()]
    for written in (
        f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{short} {day.day}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}", f"{weekday} {day.day} {month} {day.year}",
        f"{month} {day.day:02}, {day.year}", day.isoformat(), f"{day.day}.{day.month}.{day.year}",
    ):  # fmt: skip
        for text in (f"On {written}, Orr said [[it was late]].", f"“[[We sail]],” Orr said on {written}."):
            assert said(text, None) == (day.isoformat(), "stated"), text


@given(DAYS, st.integers(0, 6))
def test_a_day_of_the_last_week_comes_back_from_its_name(day: date, back: int) -> None:
    then = day - timedelta(back)
    text = f"Orr said on {WEEKDAYS[then.weekday()]} that [[it was late]]."
    assert said(text, day.isoformat()) == (then.isoformat(), "inferred")


PIECES = st.sampled_from(
    [
        "On ", "July 26", ", 2023", "May", "31 ", "yesterday", "the same day", "the next day", "last week", "last year",
        "in ", "2016", "Tuesday", "’s ", " night", " said ", "Orr ", ". ", "“", "”", "\n\n", "\n", "two years ago", "and ",
        "999 weeks ago", "(", ")", ", ", "who ", "0001-01-01", "31.2.2020", "July 27–25", "speech ", "according to ",
    ]
)  # fmt: skip


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=30).map("".join),
    st.one_of(
        st.none(), st.text(max_size=6), DAYS.map(date.isoformat),
        st.sampled_from(["0001", "9999-12-31", "2023", "2023-08", "0002-01-01", "2023-22", "2023~", "-0044", "202X"]),
    ),
    st.data(),
)  # fmt: skip
def test_no_text_makes_it_raise_and_what_comes_is_a_date(
    text: str, issued: str | None, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for found in (
        said_at(text, start, end, issued=issued),
        Dates(text, issued).said(start, end, (max(0, start - 5), start)),
    ):
        if found is not None:
            assert edtf.parse(found[0]).text == found[0]
            assert found[1] in ("stated", "inferred")


@given(
    st.lists(st.one_of(PIECES, st.integers(0, 250).map(lambda number: "x" * number)), max_size=20).map(
        "".join
    )
)
def test_no_date_is_missed_by_looking_only_where_there_are_some(text: str) -> None:
    everywhere = [match.span() for match in datewords._FOUND.finditer(text)]
    assert [(one.start, one.end) for one in datewords.find(text)] == everywhere


def calls(copies: int, sentence: str) -> int:
    """How many functions run to date every statement of a text of so many sentences."""
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    text = sentence * copies
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        dates = Dates(text, ISSUED)
        for at in range(copies):
            dates.said(at * len(sentence) + 1, at * len(sentence) + 5)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize(
    "sentence", ["“Late,” Orr said on Tuesday. ", "“Late” on Tuesday, ", "Tuesday Tuesday "]
)
def test_the_cost_grows_with_the_text_and_no_faster(sentence: str) -> None:
    assert calls(400, sentence) <= 2.2 * calls(200, sentence)


def test_a_day_in_a_story_of_long_ago_is_not_one_of_the_year_of_publication() -> None:
    text = "On 3 March 1912 she left. A telegram of 9 April said that the boat was lost."
    said = said_at(text, text.index("the boat"), len(text) - 1, issued="2021-05-01")
    assert said is None
    recent = "On 3 March 2021 she left. A telegram of 9 April said that the boat was lost."
    assert said_at(recent, recent.index("the boat"), len(recent) - 1, issued="2021-05-01") is not None

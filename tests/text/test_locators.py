import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import LOCATOR_LABELS, Locator, Locators, Paragraphs, parse_locator


@pytest.mark.parametrize(
    ("written", "label", "value", "printed"),
    [
        ("p. 12", "page", "12", "p. 12"),
        ("P.12", "page", "12", "p. 12"),
        ("p12", "page", "12", "p. 12"),
        ("page 12", "page", "12", "p. 12"),
        ("Pages: 3—5", "page", "3-5", "pp. 3–5"),
        ("pp. 3-5", "page", "3-5", "pp. 3–5"),
        ("p. 3 – 5", "page", "3-5", "pp. 3–5"),
        ("pp. iv-xii", "page", "iv-xii", "pp. iv–xii"),
        ("p. A-12", "page", "A-12", "p. A-12"),
        ("p. 12, 14", "page", "12, 14", "pp. 12, 14"),
        ("pp. 12 and 14-16", "page", "12 and 14-16", "pp. 12 and 14–16"),
        ("p. 12ff.", "page", "12ff.", "pp. 12ff."),
        ("p. 12, para. 3", "page", "12, para. 3", "p. 12, para. 3"),
        ("  para.\n12 ", "paragraph", "12", "para. 12"),
        ("¶ 12", "paragraph", "12", "para. 12"),
        ("¶¶12-14", "paragraph", "12-14", "paras. 12–14"),
        ("§ 4", "section", "4", "sec. 4"),
        ("§IV", "section", "IV", "sec. IV"),
        ("§§ 4–6", "section", "4-6", "secs. 4–6"),
        ("ch. 2", "chapter", "2", "chap. 2"),
        ("Chapter IV", "chapter", "IV", "chap. IV"),
        ("l. 3", "line", "3", "l. 3"),
        ("vol. 2", "volume", "2", "vol. 2"),
        ("fol. 4v", "folio", "4v", "fol. 4v"),
        ("ff. 4r-5v", "folio", "4r-5v", "fols. 4r–5v"),
        ("col. 7", "column", "7", "col. 7"),
        ("fig. 3b", "figure", "3b", "fig. 3b"),
        ("act 2", "act", "2", "act 2"),
        ("sc. 1", "scene", "1", "sc. 1"),
        ("v. 3:16", "verse", "3:16", "v. 3:16"),
        ("version 2.1", "version", "2.1", "ver. 2.1"),
        ("footnote 9", "note", "9", "n. 9"),
        ("s.v. salt-mine, old", "sub-verbo", "salt-mine, old", "s.v. salt-mine, old"),
        ("art. 5", "article-locator", "5", "art. 5"),
        ("00:12:05", "timestamp", "00:12:05", "00:12:05"),
        ("1:02:03", "timestamp", "01:02:03", "01:02:03"),
        ("at 12:05", "timestamp", "00:12:05", "00:12:05"),
        ("timestamp 75:00", "timestamp", "01:15:00", "01:15:00"),
        ("00:12:05-00:13:10", "timestamp", "00:12:05-00:13:10", "00:12:05–00:13:10"),
    ],
)
def test_what_people_write_is_understood_and_printed_in_one_form(
    written: str, label: str, value: str, printed: str
) -> None:
    assert parse_locator(written) == Locator(label, value)
    assert format_locator(label, value) == printed


def test_a_value_without_label_is_refused_and_the_message_says_how_to_write_it() -> None:
    with pytest.raises(InputError, match=r'\'12\'.*"p\. 12".*page, paragraph') as refusal:
        parse_locator("12")
    assert all(label in refusal.value.message for label in LOCATOR_LABELS)


@pytest.mark.parametrize(
    ("written", "label", "value"),
    [("Seite 3", "page", "3"), ("S. 3 f.", "page", "3 f."), ("s. 12–14", "page", "12-14"), ("blz. 5", "page", "5"),
     ("págs. 3–5", "page", "3-5"), ("стр. 5", "page", "5"), ("с. 5", "page", "5"), ("σελ. 5", "page", "5"), ("ص ٥", "page", "٥"),
     ("עמ' 5", "page", "5"), ("第5页", "page", "5"), ("5쪽", "page", "5"), ("12. oldal", "page", "12"), ("Kap. IV", "chapter", "IV"),
     ("capítulo 2", "chapter", "2"), ("CAPITULO 2", "chapter", "2"), ("гл. 3", "chapter", "3"), ("第三章", "chapter", "三"),
     ("Abs. 4", "paragraph", "4"), ("Rn. 12", "paragraph", "12"), ("абз. 4", "paragraph", "4"), ("Bd. 2", "volume", "2"),
     ("t. 2", "volume", "2"), ("Z. 7", "line", "7"), ("Anm. 5", "note", "5"), ("n° 4", "issue", "4"), ("№ 4", "issue", "4"),
     ("Sp. 3", "column", "3"), ("Bl. 4", "folio", "4")],
)  # fmt: skip
def test_labels_of_other_languages_are_understood(written: str, label: str, value: str) -> None:
    assert parse_locator(written) == Locator(label, value)


@pytest.mark.parametrize("written", ["s. oben", "Seite", "siehe 3", "stage 3"])
def test_what_counts_nothing_in_any_language_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="does not say what it counts"):
        parse_locator(written)


@pytest.mark.parametrize(
    "written", ["", "  ", "12", "3-5", "pear 12", "12:05", "3:16", "somewhere", "IV", "-", "pxii"]
)
def test_what_does_not_say_what_it_counts_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="does not say what it counts"):
        parse_locator(written)


@pytest.mark.parametrize("written", ["p.", "page", "para. ", "¶", "s.v."])
def test_a_label_alone_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="has no value"):
        parse_locator(written)


@pytest.mark.parametrize(
    "written", ["timestamp noon", "at 00:61:00", "00:12:75", "timestamp 1", "at 00:12:05-"]
)
def test_a_time_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="is not a time"):
        parse_locator(written)


@pytest.mark.parametrize("written", ["p. 1\x1b[31m2", "p. \u202e21", "p. 1\x002", "p. 1\ud8002"])
def test_invisible_characters_are_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(InputError, match=r"invisible character U\+[0-9A-F]{4}") as refusal:
        parse_locator(written)
    assert refusal.value.message.isprintable()


def test_a_value_too_long_is_refused_in_a_short_message() -> None:
    with pytest.raises(InputError, match="longer than 200") as refusal:
        parse_locator("p. " + "9" * 5000)
    assert len(refusal.value.message) < 200


def test_formatting_refuses_labels_that_do_not_exist_and_empty_values() -> None:
    with pytest.raises(InputError, match="'leaf' is not a locator label"):
        format_locator("leaf", "4")
    with pytest.raises(InputError, match="needs a value"):
        format_locator("page", " ")


not_timestamps = st.sampled_from([label for label in LOCATOR_LABELS if label != "timestamp"])
values = st.one_of(
    st.text(alphabet=string.ascii_letters + string.digits + " .,:;&-–—()v", min_size=1, max_size=30),
    st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs")), min_size=1, max_size=30),
    st.builds("{}{}{}".format, st.integers(0, 999), st.sampled_from("-–,&"), st.integers(0, 999)),
).filter(lambda value: value.strip())


@given(not_timestamps, values)
def test_a_printed_locator_reads_back_as_itself(label: str, value: str) -> None:
    once = parse_locator(format_locator(label, value))
    assert once.label == label
    assert without_spaces_and_dashes(once.value) == without_spaces_and_dashes(value)
    assert parse_locator(format_locator(*once)) == once


def without_spaces_and_dashes(value: str) -> str:
    return "".join("-" if character in "‐‑‒–—−" else character for character in "".join(value.split()))


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59))
def test_a_printed_time_reads_back_as_itself(hours: int, minutes: int, seconds: int) -> None:
    time = f"{hours:02}:{minutes:02}:{seconds:02}"
    assert parse_locator(format_locator("timestamp", time)) == ("timestamp", time)


@given(st.text(max_size=60))
def test_any_text_is_a_locator_that_round_trips_or_is_refused(text: str) -> None:
    try:
        locator = parse_locator(text)
    except InputError:
        return
    assert parse_locator(format_locator(*locator)) == locator


ARTICLE = "The ferry question\n\nBy A. Writer\n\n  First line\nof one paragraph.  \n \t\nLast one.\n"


def test_paragraphs_are_separated_by_blank_lines_and_titles_count() -> None:
    paragraphs = Paragraphs(ARTICLE)
    assert len(paragraphs) == 4
    assert [ARTICLE[slice(*paragraphs.range_of(number))] for number in range(1, 5)] == [
        "The ferry question",
        "By A. Writer",
        "First line\nof one paragraph.",
        "Last one.",
    ]
    assert paragraphs.number_at(ARTICLE.index("of one")) == 3


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    text = "\nTitle\nFirst.\nSecond.\n\n"
    paragraphs = Paragraphs(text)
    assert len(paragraphs) == 3
    assert paragraphs.number_at(text.index("Second")) == 3


def test_white_space_belongs_to_the_paragraph_before_it() -> None:
    text = "\n\nOne.\n\n\nTwo."
    paragraphs = Paragraphs(text)
    assert [paragraphs.number_at(offset) for offset in (0, 2, 7, 8, 9, len(text))] == [1, 1, 1, 1, 2, 2]


def test_paragraphs_that_do_not_exist() -> None:
    paragraphs = Paragraphs("One.\n\nTwo.")
    for number in (0, -1, 3):
        with pytest.raises(InputError, match=rf"no paragraph {number}: the text has 2"):
            paragraphs.range_of(number)
    for offset in (-1, 11):
        with pytest.raises(IndexError):
            paragraphs.number_at(offset)
    with pytest.raises(InputError, match="no paragraphs"):
        Paragraphs(" \n").number_at(0)


@given(st.text(alphabet=st.sampled_from("ab \n\t\u2028\u00a0"), max_size=80))
def test_every_word_stands_in_the_paragraph_whose_number_it_gets(text: str) -> None:
    paragraphs = Paragraphs(text)
    ranges = [paragraphs.range_of(number) for number in range(1, len(paragraphs) + 1)]
    assert ranges == sorted(ranges)
    for offset, character in enumerate(text):
        if not character.isspace():
            start, end = paragraphs.range_of(paragraphs.number_at(offset))
            assert start <= offset < end


@given(st.lists(st.text(alphabet="abc", min_size=1), min_size=1), st.sampled_from(["\n\n", "\n", "\n \n\n"]))
def test_joined_paragraphs_are_found_again(parts: list[str], separator: str) -> None:
    text = separator.join(parts)
    paragraphs = Paragraphs(text)
    assert [text[slice(*paragraphs.range_of(number))] for number in range(1, len(paragraphs) + 1)] == parts


def test_an_offset_has_its_page_or_its_time_and_else_its_paragraph() -> None:
    text = "Title\n\nOne two.\n\nThree."
    places: list[list[int | str]] = [[7, "page", "12"], [17, "timestamp", "1:02:03"]]
    locators = Locators(text, places)
    assert locators.at(0) == Locator("paragraph", "1")
    assert locators.at(7) == locators.at(16) == Locator("page", "12")
    assert locators.at(17) == locators.at(len(text)) == Locator("timestamp", "01:02:03")
    assert Locators(text).at(7) == Locator("paragraph", "2")
    with pytest.raises(IndexError):
        locators.at(-1)

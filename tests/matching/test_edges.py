"""Places that cut a word, or take a figure from its sign, are no quotations."""

import pytest

from onrecord.matching import Outcome, Prepared, Span, find
from onrecord.matching.edges import cuts, is_whole, letters_after, letters_before, word_across

TEXT = (
    "The unlawful acts of 11,000 men cost 5% of £12 million; it fell to −3 degrees. 12 000 came, 1.5 million stayed, and 3–5 "
    "left. The minister’s brother, an ex-minister, read his l’Europe. They paid 5 € and drank 3² cups, or 7½."
)


@pytest.mark.parametrize(
    "wording",
    [
        "lawful acts", "unlawful act", "000 men", "1,000 men", "cost 5", "12 million", "3 degrees", "000 came", "5 million stayed",
        "5 left", "The minister", "minister, read", "They paid 5", "drank 3", "or 7",
    ],
)  # fmt: skip
def test_a_cut_is_altered_and_said(wording: str) -> None:
    match = find(Prepared(TEXT), wording)
    assert match.outcome is Outcome.altered
    assert match.warnings


@pytest.mark.parametrize(
    "wording",
    [
        "unlawful acts",
        "11,000 men",
        "cost 5%",
        "£12 million",
        "−3 degrees",
        "-3 degrees",
        "12 000 came",
        "Europe",
        "5 €",
        "5€",
    ],
)
def test_whole_words_and_figures_are_no_cut(wording: str) -> None:
    assert find(Prepared(TEXT), wording).verified


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("这是不合法的。", "合法的"), ("费用是五百万元。", "百万元"), ("橋は安全ではない。", "橋は安全"), ("払いません。", "払い"),
        ("n’est pas sûr", "est pas sûr"),
    ],
)  # fmt: skip
def test_negations_are_not_cut_off_where_no_space_sets_them_apart(text: str, wording: str) -> None:
    assert find(Prepared(text), wording).outcome is not Outcome.exact


def test_a_wording_that_is_broken_off_begins_and_ends_with_a_whole_word_too() -> None:
    source = Prepared("“Quaint we will,” she said, “open the quay.”")
    assert find(source, "Quaint we will open the quay").outcome is Outcome.interrupted
    assert find(source, "aint we will open the quay").outcome is Outcome.altered
    assert find(source, "Quaint we will open the qua").outcome is Outcome.altered


def test_where_no_space_sets_words_apart_a_place_may_end_beside_any_letter() -> None:
    source = Prepared("市长说：「我们不会\n卖掉渡轮。」他说「我们不卖」。")
    match = find(source, "我们不会卖掉")
    assert match.outcome is Outcome.typographic
    assert [source.text[span.start : span.end] for span in match.spans] == ["我们不会\n卖掉"]
    # A mark right behind a letter belongs to the place as much as one behind a colon.
    marked = find(source, '"我们不卖"')
    assert [source.text[span.start : span.end] for span in marked.spans] == ["「我们不卖」"]


def test_a_wording_at_the_very_beginning_may_run_across_a_line_end() -> None:
    source = Prepared("The har-\nbour fund stays.")
    match = find(source, "The harbour fund stays.")
    assert (match.outcome, match.spans) == (Outcome.typographic, (Span(0, len(source.text)),))


def test_several_marks_and_dots_in_front_belong_to_the_place() -> None:
    source = Prepared("He said:\n— “… we pay”.")
    match = find(source, '- "... we pay')
    assert match.outcome is Outcome.typographic
    assert [source.text[span.start : span.end] for span in match.spans] == ["— “… we pay"]


def _marked(text: str) -> tuple[str, Span]:
    """A text, and the place in it that stands between bars."""
    before, inside, after = text.split("|")
    return before + inside + after, Span(len(before), len(before) + len(inside))


@pytest.mark.parametrize(
    "text",
    [
        # A sign between two figures or letters belongs to both sides, and one in parentheses to what is in front of it.
        "a ratio x≈|5| held", "section (a)-|3| holds", "see #|ferry| now", " |5| came", "It was |5|", "|5| came",
        # A full stop behind a figure ends the sentence, with or without a space.
        "It was |3|.The end", "d’|accord|", "It says “|we pay|”!", "ข่าว|นี้|ไม่จริง", "ក|ក|ក", "က|က|က", "|本当|です。", "|5| of 7 €", "The har-\nbour |fund| stays", "c’est-à-dire-qu’|il| vient", "计划X|好|。", "rows 12;|000| came",
    ],
)  # fmt: skip
def test_a_place_that_cuts_nothing_is_whole(text: str) -> None:
    whole, span = _marked(text)
    assert is_whole(whole, span), list(cuts(whole, span))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule (a)±|3| holds", "leaves the “±” before the figure out"),
        ("it fell − |3| degrees", "leaves the “−” before the figure out"),
        ("it fell −|3|", "leaves the “−” before the figure out"),
        ("it rose by |3| %", "leaves the “%” after the figure out"),
        ("un|lawful|", "begins inside the word “unlawful”"),
        ("|law|ful", "ends inside the word “lawful”"),
        ("X|lawful|", "begins inside the word “Xlawful”"),
        ("|lawful|X", "ends inside the word “lawfulX”"),
        ("“we |pay|X”", "ends inside the word “payX”"),
        ("|The har-|\nbour fund", "ends inside the word “har-bour”"),
        (f"{'All is well. ' * 20}The har-\n|bour fund|", "begins inside the word “har-bour”"),
        ("lX|a| b", "begins inside the word “lXa”"),
        ("中A|B|", "begins inside the word “AB”"),
        ("|cafe|\u0301 closed", "ends inside the word “cafe\u0301”"),
        ("cafe|\u0301s| closed", "begins inside the word “cafe\u0301s”"),
        # "Not true": what stands in front turns it round, though nothing sets it apart.
        ("ข่าวนี้ไม่|จริง|", "begins inside the word “ไม่จ”"),
        ("橋は|安全|ではない。", "ends inside the word “全ではない”"),
        ("费用是五|百万|元。", "begins inside the word “五百”"),
        ("1 2|34| came", "begins inside the word “1 234”"),
        ("it cost € |3|.", "leaves the “€” before the figure out"),
    ],
)
def test_each_end_that_cuts_is_told(text: str, said: str) -> None:
    whole, span = _marked(text)
    assert list(cuts(whole, span)) == [said]
    assert not is_whole(whole, span)


def test_of_a_word_without_end_no_more_is_read_than_a_word_is_long() -> None:
    endless = "x" * 300
    assert word_across(endless, 150) == "x" * 160
    assert letters_before(endless, 200) == letters_after(endless, 200) == "x" * 80


def test_the_rest_of_a_word_is_read_wherever_it_stands() -> None:
    text = f"{'A word. ' * 30}Unlawful"
    start = text.index("lawful")
    assert (letters_before(text, start), letters_after(text, start)) == ("Un", "lawful")
    assert (letters_before(text, len(text)), letters_after(text, len(text))) == ("Unlawful", "")
    assert (letters_before(text, 0), letters_after(text, 0)) == ("", "A")

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import marks
from onrecord.text.marks import form_of, quoted_at, quoted_fragments, quoted_parts, strip_outer_marks

PAIRS = [("“", "”"), ("„", "“"), ("”", "”"), ("«", "»"), ("« ", " »"), ("»", "«"), ('"', '"'), ("``", "''")]
PAIRS += [
    ("‘", "’"),
    ("‚", "‘"),
    ("'", "'"),
    ("‹", "›"),
    ("「", "」"),
    ("『", "』"),
    ("《", "》"),
    ("＂", "＂"),
]
WORDS = st.lists(
    st.sampled_from(["harbour", "don’t", "it's", "naïve", "мир", "平和", "1990s"]), min_size=1
).map(" ".join)


@given(st.sampled_from(PAIRS), WORDS, WORDS, WORDS)
def test_what_stands_in_marks_is_found_whatever_the_marks(
    marks: tuple[str, str], before: str, inside: str, after: str
) -> None:
    opening, closing = marks
    text = f"{before} {opening}{inside}{closing} {after}"
    start = len(before) + 1 + len(opening)
    end = start + len(inside)
    assert quoted_parts(text, 0, len(text)) == ((start, end),)
    assert form_of(text, start, end) == "direct"
    assert form_of(text, 0, end) == "mixed"
    assert form_of(text, 0, len(before)) == "indirect"
    assert form_of(text, end + len(closing), len(text)) == "indirect"
    assert quoted_fragments(text) == (inside,)
    assert strip_outer_marks(f"{opening}{inside}{closing}") == inside
    assert strip_outer_marks(text) == text


@given(st.text(max_size=60), st.data())
def test_parts_are_ordered_and_inside_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = start
    for first, last in quoted_parts(text, start, end):
        assert at <= first < last <= end
        at = last
    assert quoted_at(text, start, end) == (form_of(text, start, end) == "direct")
    assert all(fragment in text for fragment in quoted_fragments(text))
    assert strip_outer_marks(text) in text


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ('He said the plan was "doomed" and "late"', ("doomed", "late")),
        ("The mayor's plan isn't 'late', it's “doomed,” he said", ("late", "doomed")),
        ("She called it „völlig ‚verrückt‘ gewesen“ gestern", ("völlig ‚verrückt‘ gewesen",)),
        ("l’« Europe » d’hier", ("Europe",)),
        ("A 6'2\" man, aged 6′ 2″, played rock ’n’ roll in the ’90s", ()),
        ('a 6" board', ()),
        ("’Tis the dogs’ bone", ()),
        ("'Twas the 1990's", ()),
        ('He said "doomed', ()),
        ('"" and "?!"', ()),
    ],
)
def test_fragments_of_a_typed_wording(text: str, fragments: tuple[str, ...]) -> None:
    assert quoted_fragments(text) == fragments


@pytest.mark.parametrize("text", ['"Yes" and "no"', "“Open", "closed”", "plain", "", "“”", "“A”, he said"])
def test_what_is_not_one_pair_around_the_whole_is_kept(text: str) -> None:
    assert strip_outer_marks(text) in (text, "")


def form(text: str, words: str) -> str:
    start = text.index(words)
    return form_of(text, start, start + len(words))


def test_marks_inside_a_span_make_it_direct_mixed_or_indirect() -> None:
    text = "Ms. Orr said “we paid” and “we left”. Others called it “reckless”."
    assert form(text, "“we paid”") == "direct"
    assert form(text, "we paid") == "direct"
    assert form(text, "said “we paid” and") == "mixed"
    assert form(text, "Others called it") == "indirect"


def test_a_nested_quotation_counts_with_the_outer_one() -> None:
    text = "“They shouted ‘shame’ at us,” Ms. Orr said."
    assert form(text, "They shouted ‘shame’ at us") == "direct"
    assert quoted_parts(text, 0, len(text)) == ((1, text.index("”")),)


def test_a_missing_closing_mark_reaches_to_the_end_of_the_paragraph() -> None:
    text = "The agency went on: “the bridge will open in May.\n\nMs. Orr was met at the station."
    assert form(text, "the bridge will open in May") == "direct"
    assert form(text, "open in May") == "direct"
    assert form(text, "Ms. Orr was met") == "indirect"


def test_a_quotation_over_several_paragraphs_opens_each_of_them() -> None:
    text = "“We paid.\n\n“We left.\n\n“We came back,” she said."
    assert form(text, "We paid.\n\n“We left.\n\n“We came back") == "direct"
    assert form(text, "We came back,” she said") == "mixed"


def test_a_missing_opening_mark_vouches_only_for_what_ends_right_before_the_closing_one() -> None:
    text = "She said that the visit will show our strength”. Later she added that “we won”."
    assert form(text, "the visit will show our strength") == "direct"
    assert form(text, "She said that the visit") == "indirect"
    assert form(text, "we won") == "direct"


def test_an_unclosed_mark_before_another_vouches_only_for_what_follows_it() -> None:
    text = "He wrote “the road is open. Then he said that “the bridge is not”."
    assert form(text, "the road is open") == "direct"
    assert form(text, "road is open. Then he said") == "indirect"
    assert form(text, "the bridge is not") == "direct"


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    text = "He said: “it ends here.\nAnother story."
    assert form(text, "it ends here") == "direct"
    assert form(text, "Another story") == "indirect"


def test_gershayim_are_marks_around_words_and_none_inside_an_abbreviation() -> None:
    text = "״ארה״ב לא תמכור את הנמל״, אמרה דנה"
    assert quoted_fragments(text) == ("ארה״ב לא תמכור את הנמל",)
    assert quoted_fragments('"צה"ל יצא", אמר הדובר') == ('צה"ל יצא',)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("장관은 판결을 ‘촌극’이라고 비판했다.", ["촌극"]),
        ("팬들은 그를 '철벽'으로 부른다.", ["철벽"]),
        ("‘탱크’라는 별명", ["탱크"]),
        ("삼성’s, l’eau and don’t hold no marks", []),
    ],
)
def test_a_particle_right_behind_a_mark_makes_no_apostrophe_of_it(text: str, inside: list[str]) -> None:
    assert [text[slice(*pair.inside)] for pair in marks.pairs_in(text, 0, len(text))] == inside

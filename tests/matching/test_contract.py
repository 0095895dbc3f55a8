"""docs/matching.md, section by section: every example and every limit of it."""

import pytest

from onrecord.errors import InputError
from onrecord.matching import VERIFIED, Outcome, Place, Recorded, find, find_fragments, judge, prepared
from onrecord.text import fold, marks

E, T, I, B, L = Outcome.exact, Outcome.typographic, Outcome.interrupted, Outcome.bracketed, Outcome.elided
INVERTED, STITCHED, ALTERED, AMBIGUOUS = (
    Outcome.inverted,
    Outcome.stitched,
    Outcome.altered,
    Outcome.ambiguous,
)
NEVER = "“I would never,” she told us, “support such a law.”"


def outcome(text: str, wording: str) -> Outcome:
    return find(prepared(text), wording).outcome


def test_the_verified_outcomes_are_the_first_five() -> None:
    assert {E, T, I, B, L} == VERIFIED


def test_one_exact_place_is_exact_whatever_stands_elsewhere() -> None:
    assert outcome("She said “we’ll pay”. He said 'we'll pay'.", "we'll pay") is E


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("the café is open", "the cafe\u0301 is open"),
        ("the oﬃce", "the office"), ("ǆep je tu", "džep je tu"), ("ＡＢＣ ward", "ABC ward"), ("ｶﾒﾗだ", "カメラだ"),
        ("the 𝗔lma sank", "the Alma sank"), ("\ufefb مشكلة", "لا مشكلة"), ("the ſhip sank", "the ship sank"), ("⽇本の⾺", "日本の馬"),
        ("a „low” mark", 'a "low" mark'), ("a «good» day", "a “good” day"), ("a 「good」 day", "a 'good' day"),
        ("a ＂good＂ day", 'a "good" day'), ("a ``good'' day", "a “good” day"), ("a `good´ day", "a ‘good’ day"),
        ("she said “‘Go’” twice", "she said 'Go' twice"), ("un « bon » jour", "un «bon» jour"), ("6′ tall", "6″ tall"),
        ("one – two", "one -- two"), ("one—two", "one---two"), ("minus −5 now", "minus -5 now"),
        ("well . . . maybe", "well… maybe"), ("well… maybe", "well... maybe"),
        ("a\u00a0b\u2009c\td e", "a b c d e"), ("Vraiment ? Oui", "Vraiment? Oui"), ("5 % now", "5% now"), ("30 € now", "30€ now"),
        ("hyphen-\nation here", "hyphenation here"), ("hyphen-\nation here", "hyphen-ation here"),
        ("hyphen-\nation here", "hyphen- ation here"), ("the well-\nknown man", "the well-known man"),
        ("Vor-\nund Nachteile", "Vor- und Nachteile"), ("one—\ntwo", "one—two"), ("inter\u00ad\nnational", "international"),
        ("日本\n語だ", "日本語だ"), ("日本\n語だ", "日本 語だ"),
        ("soft\u00adly", "softly"), ("zero\u200bwidth", "zerowidth"), ("bom\ufeffs", "boms"), ("word\u2060joiner", "wordjoiner"),
        ("\u200fمرحبا بك\u200f يا", "مرحبا بك يا"), ("مرحـــبا", "مرحبا"),
    ],
)  # fmt: skip
def test_what_is_folded(text: str, wording: str) -> None:
    assert outcome(text, wording) is T


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("x² and more", "x2 and more"), ("½ of it all", "1/2 of it all"), ("① is first", "1 is first"), ("Ⅷ is next", "VIII is next"),
        ("１ is first", "1 is first"), ("5％ more now", "5% more now"), ("−5 now", "5 now"), ("€5 now", "$5 now"), ("The end is near", "the end is near"),
        ("the café is open", "the cafe is open"), ("the café is open", "the cafè is open"), ("Мост здесь", "Moст здесь"),
        ("la 1ª vez aquí", "la 1a vez aquí"), ("终于到了．完", "终于到了.完"), ("a man-eating shark", "a man - eating shark"),
        ("می\u200cروم خانه", "میروم خانه"), ("abc\u202edef ghi", "abcdef ghi"), ("one; two", "one: two"), ("one, two", "one two"),
    ],
)  # fmt: skip
def test_what_is_never_folded(text: str, wording: str) -> None:
    assert outcome(text, wording) not in VERIFIED


def test_stops_beside_marks_and_at_the_end() -> None:
    assert outcome(NEVER, 'never," she told us, "support') is T
    assert outcome(NEVER, "never” she told us, “support") is T
    assert outcome("“We will pay,” she said.", "We will pay.") in VERIFIED
    assert outcome("We will pay, all of us\n", "We will pay, all of us.") in VERIFIED
    assert outcome("“We will pay the fine,” she said.", "We will pay.") is ALTERED
    assert outcome("“Will you pay?” she said.", "Will you pay!") is ALTERED


@pytest.mark.parametrize(
    ("text", "wording", "whole"),
    [
        ("the unlawful acts", "lawful acts", False), ("a well-known man", "known man", False), ("the minister’s son", "the minister", False),
        ("de l’Europe unie", "Europe unie", True), ("il n’est pas là", "est pas là", False), ("dell’acqua fresca", "acqua fresca", True),
        ("about 1,000 men", "000 men", False), ("about 1.5 million", "5 million", False), ("it is 5% now", "it is 5", False),
        ("it cost €5 then", "5 then", False), ("it was −5 there", "5 there", False), ("from 2,000–3,000 men", "3,000 men", False),
        ("我们绝不卖", "卖", False), ("私は見ていない", "私は見てい", False), ("我们的港口很大", "港口很大", True), ("一百二十人来", "二十人来", False),
        ("เราไม่ขายเรือ", "ขายเรือ", False), ("យើងមិនលក់ទេ", "លក់ទេ", False),
    ],
)  # fmt: skip
def test_words_and_figures_that_are_cut(text: str, wording: str, whole: bool) -> None:
    match = find(prepared(text), wording)
    assert match.verified is whole
    assert whole or match.warnings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEVER, I),
        ("“I would never,” she told us. ‘No.’ “Support such a law,” he said.", None),
        ("“I would never,” Dahl said: “support such a law.”", None),
        ("“I would never,” she did not say, “support such a law.”", None),
        ("“I would never,” said Weir, while Dahl added, “support such a law.”", None),
        ("“I would never,” said Weir. “support such a law,” said Dahl.", None),
        ("“I would never,” said Weir.\n\n“support such a law.”", None),
        ("“I would never,” " + "said she who came from afar " * 6 + ", “support such a law.”", None),
    ],
)
def test_interrupted(text: str, expected: Outcome | None) -> None:
    for wording in (
        "I would never support such a law",
        "I would never … support such a law",
        "I would never — support such a law.",
    ):
        found = outcome(text, wording)
        assert found is expected if expected else found not in VERIFIED


def test_clauses_inside_the_marks_and_quotations_of_several_paragraphs() -> None:
    assert outcome("« Nous, a-t-elle ajouté, paierons. »", "Nous paierons") is I
    assert outcome("«Мы, — сказала она, — заплатим».", "Мы заплатим") is I
    assert outcome("« Nous, a-t-elle ajouté, paierons », a dit Paul.", "Nous paierons") not in VERIFIED
    assert (
        outcome("“We came late.\n\n“We left early,” she said.", "We came late. … We left early") in VERIFIED
    )


def test_bracketed_limits() -> None:
    text = "“The mayor who was elected twice by the people of the old harbour town in May pays,” he said."
    assert outcome(text, "The mayor [she] pays") not in VERIFIED  # fifteen words
    assert outcome(text, "The mayor [twice] chosen") not in VERIFIED
    assert outcome("“He will resign,” she said.", "[The mayor] will resign") is B
    assert outcome("“The plan works,” she said.", "[t]he plan works") is B
    assert outcome("“He calls us,” she said.", "He call[ed] us") is B
    assert outcome("“He calls us,” she said.", "He cal[med] us") not in VERIFIED
    assert outcome("“In 2019 we paid,” she said.", "In [2018] we paid") is ALTERED
    assert outcome("“The plan [sic] works,” she said.", "The plan [sic] works") is E


def test_elided_limits() -> None:
    text = "“One tide came in. Two of the boats left. Three of us slept. Four dogs ran.”"
    assert outcome(text, "One tide … dogs ran") is L
    assert outcome(text, "dogs ran … One tide") not in VERIFIED
    assert outcome(text, "One … boats … Three … ran") is ALTERED
    with pytest.raises(InputError, match="101 ellipses"):
        find(prepared(text), "tide … " * 101 + "ran")


def test_elided_stays_in_one_quotation_paragraph_and_turn() -> None:
    assert outcome("“We came late.” Rain fell. “We left early.”", "We came … left early") is STITCHED
    assert outcome("We came late.\n\nWe left early.", "We came … left early") is STITCHED
    turns = "ORR: We came late.\nAnd it rained.\nDAHL: We left early.\n"
    assert outcome(turns, "We came … it rained") is L
    assert outcome(turns, "it rained … left early") is STITCHED


def test_inverted_edges() -> None:
    text = "“If the board agrees, we will sell the ferry,” she said."
    assert outcome(text, "[W]e will sell the ferry") is INVERTED
    assert outcome(text, "… we will sell the ferry") is INVERTED
    assert outcome(text, "we will sell the ferry") is E
    both = "“We will sell the ferry, and if the board agrees we leave; nobody stays,” she said."
    assert outcome(both, "We will sell the ferry …") is L


def test_several_places() -> None:
    source = prepared("Orr pays now. Dahl knows that Orr pays now.")
    assert find(source, "Orr pays now").outcome is AMBIGUOUS
    assert find(source, "Orr pays now", prefix="knows — that… ").outcome is E
    assert find(prepared("aa bb aa bb aa"), "aa bb aa").outcome is AMBIGUOUS  # they overlap
    second = judge(
        source, Recorded("Orr pays now", "direct", (Place(30, 42, True, "Orr pays now"),)), own=True
    )
    assert second.outcome is E
    assert second.spans[0].start == 30
    many = find(prepared("Orr pays. " * 40), "Orr pays")
    assert (many.outcome, len(many.places)) == (AMBIGUOUS, 20)


def test_mixed_quotations() -> None:
    source = prepared(
        "He called it “a gift”, and the road “too long”. It was “late”.\n\nShe called it “dull”."
    )
    whole = judge(source, Recorded("He called it “a gift”, and the road “too long”.", "mixed"), own=False)
    assert (whole.outcome, whole.around_changed) == (E, False)
    parts = judge(source, Recorded("the plan “a gift” and “too long”", "mixed"), own=False)
    assert (parts.verified, parts.around_changed) == (True, True)
    assert judge(source, Recorded("“a gift” and “late”", "mixed"), own=False).outcome is STITCHED
    assert judge(source, Recorded("“a gift” and “dull”", "mixed"), own=False).outcome is STITCHED
    assert judge(source, Recorded("“too long” and “a gift”", "mixed"), own=False).outcome is ALTERED
    assert find_fragments(source, ["a gift", "too short"]).outcome not in VERIFIED


def test_the_nearest_passage() -> None:
    match = find(
        prepared("The old tide came in at six and left at noon."), "The tide came in at seven and left"
    )
    assert match.outcome is ALTERED
    assert {part.kind for part in match.diff} > {"same"}
    assert find(prepared("The tide came."), "Noon").outcome is Outcome.absent


def test_indirect_speech_is_not_checkable() -> None:
    match = judge(prepared("He said that he paid."), Recorded("he paid", "indirect"), own=False)
    assert match.outcome is Outcome.not_checkable


def test_the_form_follows_from_the_marks() -> None:
    text = "She said “we pay” and left."
    assert marks.form_of(text, 10, 16) == "direct"
    assert marks.form_of(text, 0, 16) == "mixed"
    assert marks.form_of(text, 18, 26) == "indirect"


def test_the_same_words() -> None:
    assert fold.text_key("“We pay…”") == fold.text_key("we pay.")
    assert fold.text_key("-5 now") != fold.text_key("5 now")
    assert fold.text_key(".5 now") != fold.text_key("5 now")
    assert fold.text_key("hyphen-\nation") == fold.text_key("hyphenation")

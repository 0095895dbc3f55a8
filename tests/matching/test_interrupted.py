"""Quotations that the source breaks off: only for a reporting clause of the same speaker, and none of his words missing."""

import pytest

from onrecord.matching import Outcome, Prepared, find

SOURCE = Prepared("The town met. “I would never,” she told us, “support such a law.” Then she left.")


@pytest.mark.parametrize(
    "wording",
    [
        "I would never, support such a law", "I would never support such a law", "I would never … support such a law",
        "I would never ... support such a law.", "I would never, … support such a law", "I would never - support such a law.",
    ],
)  # fmt: skip
def test_typed_with_or_without_an_ellipsis_and_whatever_stands_at_the_break(wording: str) -> None:
    match = find(SOURCE, wording)
    assert match.outcome is Outcome.interrupted
    assert match.clauses == ("she told us",)
    assert match.left_out == ()
    assert [SOURCE.text[span.start : span.end].rstrip(".") for span in match.spans] == [
        "I would never",
        "support such a law",
    ]


@pytest.mark.parametrize("wording", ["I would support such a law", "I would never support such laws", "I would, support such a law"])  # fmt: skip
def test_nothing_of_the_words_may_be_missing(wording: str) -> None:
    assert find(SOURCE, wording).outcome is Outcome.altered


@pytest.mark.parametrize(
    "clause",
    [
        "she said", "said Ingrid Dahl, the mayor of Tallvik, on Monday,", "said Dr. Ingrid Dahl of the U.S. Navy,",
        "he said, nodding at Weir,", "said J. R. Weir.", "the minister told Dahl.", "she said without hesitation,", "she denied,",
    ],
)  # fmt: skip
def test_a_reporting_clause_breaks_off(clause: str) -> None:
    source = Prepared(f"“We will open the quay,” {clause} “before the storms begin.”")
    assert find(source, "We will open the quay before the storms begin").outcome is Outcome.interrupted


@pytest.mark.parametrize(
    "narration",
    [
        "the minister said. Ingrid Dahl was angry.", "the minister said, and Ingrid Dahl,", "said Weir, while Dahl added,",
        "the minister did not say,", "Dahl said:", "and, hours later,", "Dahl paused.", "she whispered, and then,", "",
        "said Weir. “No,” said Dahl.", "was what Weir called it,",
    ],
)  # fmt: skip
def test_anything_else_in_between_is_no_interruption(narration: str) -> None:
    source = Prepared(f"“We will open the quay,” {narration} “before the storms begin.”")
    assert find(source, "We will open the quay before the storms begin").outcome is Outcome.altered
    assert find(source, "We will open the quay … before the storms begin").outcome is Outcome.stitched


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“We will,” said Weir. “They will not,” said Dahl.", "We will … They will not"),
        ("“We will,” Weir told Dahl. “They will not,” she replied.", "We will … They will not"),
        ("“We will.” “They will not.”", "We will … They will not"),
        ("“We will.”\n\n“They will,” said Weir.", "We will … They will"),
        ("“We will open it.” Dahl said, “Before the storms.”", "We will open it … Before the storms"),
        ("“Will you?” Weir said, “Yes.”", "Will you? … Yes"),
    ],
)  # fmt: skip
def test_what_follows_may_be_anothers(text: str, wording: str) -> None:
    assert find(Prepared(text), wording).outcome is Outcome.stitched


def test_the_same_speaker_may_go_on() -> None:
    source = Prepared("“We will pay,” the minister said. “Every cent,” he added, “will be paid.”")
    assert find(source, "We will pay. Every cent will be paid.").outcome is Outcome.interrupted


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    source = Prepared("“We lost the fine.\n\n“We won the quay,” he said.")
    assert find(source, "We lost the fine. We won the quay").outcome is Outcome.typographic
    match = find(source, "We lost … We won the quay")
    assert (match.outcome, match.left_out) == (Outcome.elided, ("the fine.",))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("« Le pont, a-t-elle ajouté, ne tiendra pas l’hiver. »", "Le pont ne tiendra pas l’hiver"),
        ("«Мы никогда, — сказала она, — не поддержим этот закон».", "Мы никогда не поддержим этот закон"),
        ("—No venderé la barca —dijo el pescador—, aunque insistan.", "No venderé la barca, aunque insistan"),
        ("„Nie zapłacę – powiedziała minister – i nikt nie zapłaci”.", "Nie zapłacę i nikt nie zapłaci"),
    ],
)
def test_some_languages_break_off_inside_the_marks(text: str, wording: str) -> None:
    assert find(Prepared(text), wording).outcome is Outcome.interrupted


def test_inside_the_marks_it_may_be_the_speakers_own() -> None:
    english = Prepared("“The bridge, the engineers say, is safe,” Weir told us.")
    assert find(english, "The bridge is safe").outcome is not Outcome.interrupted
    assert find(english, "The bridge … is safe").outcome is Outcome.inverted
    french = Prepared("« Le pont, disent-ils, est sûr », a déclaré Weir.")
    assert find(french, "Le pont … est sûr").outcome is Outcome.inverted


def test_a_known_cue_is_a_word_of_saying_in_any_language() -> None:
    source = Prepared("“Asisoze,” kusho yena, “sathengisa itheku.”")
    assert find(source, "Asisoze sathengisa itheku").outcome is Outcome.altered
    assert find(source, "Asisoze … sathengisa itheku", cue="kusho").outcome is Outcome.interrupted


@pytest.mark.parametrize(
    "wording",
    ['I would never" she told us, "support such a law', "'I would never', she told us, 'support such a law'"],
)
def test_commas_beside_the_marks_may_stand_inside_or_outside_or_be_missing(wording: str) -> None:
    assert find(SOURCE, wording).outcome is Outcome.typographic


@pytest.mark.parametrize(
    ("wording", "verified"),
    [("We will pay the fine.", True), ("We will pay the fine,", True), ("We will pay the fine?", False), ("We will pay.", False)],
)  # fmt: skip
def test_a_stop_at_the_end_of_the_quotation_may_be_the_writers(wording: str, verified: bool) -> None:
    assert find(Prepared("“We will pay the fine,” she said."), wording).verified is verified


def test_a_perfect_is_one_verb_and_a_name_is_no_negation() -> None:
    italian = Prepared(
        "«Abbiamo chiesto quei soldi», ha detto Lia Ferri, «per il porto». Il sindaco: «Forse»."
    )
    assert find(italian, "Abbiamo chiesto quei soldi, per il porto").outcome is Outcome.interrupted
    turkish = Prepared("“Limanı satacağız,” dedi Elif Korkmaz, “ve sonra gideceğiz.”")
    assert find(turkish, "Limanı satacağız, ve sonra gideceğiz").outcome is Outcome.interrupted


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Elle a dit : « Qu’importe ? »", "Qu’importe."),
        ("“The keeper said: ‘Who goes there?’”, wrote Nan", "The keeper said: 'Who goes there.'"),
        ("“The keeper said: ‘Who goes there!’”, wrote Nan", "The keeper said: 'Who goes there'."),
    ],
)
def test_a_stop_for_a_question_mark_is_altered_also_beside_marks_and_apostrophes(
    text: str, wording: str
) -> None:
    assert find(Prepared(text), wording).outcome is Outcome.altered


def test_a_page_in_brackets_is_part_of_a_reporting_clause() -> None:
    source = Prepared("‘Not so,’ writes Kit Ames (1999: 12), ‘since “all” excludes the sick.’")
    assert find(source, "Not so, since “all” excludes the sick").outcome is Outcome.interrupted

"""Confidence says how often a proposal of its kind is right: marks tell more than clauses, and clauses without asides more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import extract
from onrecord.extract.confidence import expected
from onrecord.proposals.decide import CONFIDENT


def _sure(text: str) -> float:
    (one,) = extract(text)
    return one.confidence


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge will hold for years,” Mara Quill said.",
        "Mara Quill said that the bridge would hold for years.",
        "The bridge would hold for years, Mara Quill said.",
    ],
)
def test_what_is_plainly_said_is_confident(text: str) -> None:
    assert _sure(text) >= CONFIDENT


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill said that the bridge would hold for years, which nobody believed.",
        "Mara Quill said that the bridge, once it was mended, would hold for years.",
        "The bridge, once it was mended, would hold for years, Mara Quill said.",
    ],
)
def test_where_an_extent_is_open_it_is_not_and_the_reason_says_so(text: str) -> None:
    (one,) = extract(text)
    assert one.confidence < CONFIDENT
    assert "where it begins or ends is not certain" in one.reason


def test_marks_tell_more_than_a_clause() -> None:
    assert _sure("“The bridge will hold for years,” Mara Quill said.") > _sure(
        "The bridge would hold for years, Mara Quill said."
    )


_FRAMES = st.sampled_from(["tag", "that", "clause", "according to", "object", "dialogue", "rare", "marks"])


@given(
    st.sampled_from(["direct", "mixed", "indirect"]),
    _FRAMES,
    st.booleans(),
    st.sampled_from(["said", "warned", ""]),
    st.floats(0.1, 0.95),
)
def test_it_is_a_share_and_what_a_rule_weakens_stays_weak(
    form: str, frame: str, plain: bool, cue: str, sure: float
) -> None:
    found = expected(form, frame, plain, cue, sure)  # type: ignore[arg-type]
    assert 0 < found < 1
    assert found <= sure or sure >= 0.75


@pytest.mark.parametrize(
    "text",
    [
        "“The quay is sound,” said Ingrid Moe, quoting Per Dahl.",
        "“The quay is sound,” said Ingrid Moe, the engineer, quoting Per Dahl.",
        "“The quay is sound,” Ingrid Moe said, citing Per Dahl.",
        "«Kaien er trygg», sa Ingrid Moe, og siterte Per Dahl.",
        "”Kajen är säker”, sa Ingrid Moe, och citerade Per Dahl.",
        "„Der Kai ist sicher“, sagte Hilde Brandt und zitierte Per Dahl.",
        "« Le quai est sûr », a dit Anne Petit, citant Per Dahl.",
        "«El muelle es seguro», dijo Marta Ruiz, citando a Per Dahl.",
        "“De kade is veilig”, zei Jan Smit, Per Dahl citerend.",
        "«Причал надёжен», — сказала Анна Петрова, цитируя Ивана Котова.",
    ],
)
def test_whose_words_they_are_is_in_doubt_where_the_speaker_quotes_somebody(text: str) -> None:
    first = extract(text)[0]
    assert first.confidence < 0.6 and "quotes somebody" in first.reason


def test_grounds_that_are_cited_leave_no_doubt() -> None:
    assert extract("“The quay is sound,” Ingrid Moe said, citing costs.")[0].confidence > 0.9

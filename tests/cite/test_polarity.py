"""What a source has somebody deny, not say or ask is printed nowhere as if he had said it."""

import io
import zipfile
from itertools import product

import pytest
from cite.factories import OKORO, quote

from onrecord.cite.attribution import record_of
from onrecord.cite.cited import FORMATS, cite_bytes
from onrecord.cite.formats.sentences import sentence
from onrecord.model.record import replace
from onrecord.model.records import Quote

WORDS = "the quay had favoured nobody"
TELLING = {
    "denied": ("denied", "denial", "bestreitet", "dément"),
    "not_said": ("not say", "not said", "not_said"),
    "asked": ("asked",),
}


def not_asserted(polarity: str, form: str, status: str = "sourced", key: str = "k7xq2mabcd") -> Quote:
    return quote(
        WORDS, speaker=OKORO, form=form, polarity=polarity, status=status, key=key,
        status_reason="nobody was there" if status != "sourced" else None,
    )  # fmt: skip


def printed(written: bytes, format: str) -> str:
    if format not in ("docx", "odt"):
        return written.decode()
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        if format == "odt":
            return packed.read("content.xml").decode()
        return packed.read("word/document.xml").decode() + packed.read("word/footnotes.xml").decode()


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("polarity", TELLING)
def test_every_format_in_every_way_says_so(format_: str, polarity: str) -> None:
    quotes = [
        not_asserted(polarity, form, status, key=f"key{number}")
        for number, (form, status) in enumerate(
            product(("direct", "mixed", "indirect"), ("sourced", "disputed"))
        )
    ]
    for way in FORMATS[format_].ways:
        made = " ".join(printed(cite_bytes(quotes, format=format_, as_=way), format_).split())
        told = sum(made.count(word) for word in TELLING[polarity])
        assert made.count("favoured nobody") <= told, (way, made)


@pytest.mark.parametrize(
    ("polarity", "form", "language", "expected"),
    [
        ("denied", "indirect", "en-US", "Tobias Okoro denied that the quay had favoured nobody."),
        ("not_said", "indirect", "en-GB", "Tobias Okoro did not say that the quay had favoured nobody."),
        ("asked", "indirect", "en-US", "Tobias Okoro asked whether the quay had favoured nobody."),
        ("denied", "direct", "en-US", "Tobias Okoro denied saying, “the quay had favoured nobody.”"),
        ("denied", "indirect", "de-DE", "Tobias Okoro bestreitet: the quay had favoured nobody."),
        ("asserted", "indirect", "en-US", "According to Tobias Okoro, the quay had favoured nobody."),
    ],
)
def test_sentences(polarity: str, form: str, language: str, expected: str) -> None:
    assert sentence(not_asserted(polarity, form), language).whole == expected


def test_a_conjunction_is_not_set_twice() -> None:
    made = quote("That the quay sank", speaker=OKORO, form="indirect", polarity="denied")
    assert sentence(made).whole == "Tobias Okoro denied that the quay sank."


@pytest.mark.parametrize(
    ("polarity", "words", "expected"),
    [
        ("denied", "the claim that the quay sank", "denied the claim that the quay sank"),
        ("denied", "reports the quay sank", "denied reports the quay sank"),
        ("denied", "closing the quay", "denied closing the quay"),
        ("denied", "to have closed the quay", "denied to have closed the quay"),
        ("denied", "any damage to the quay", "denied any damage to the quay"),
        ("denied", "nothing had sunk", "denied that nothing had sunk"),
        ("denied", "Beijing had sunk it", "denied that Beijing had sunk it"),
        ("asked", "why the quay sank", "asked why the quay sank"),
        ("asked", "if the quay sank", "asked whether the quay sank"),
        ("not_said", "whether the quay was sinking", "did not say whether the quay was sinking"),
        ("not_said", "How many quays sank", "did not say how many quays sank"),
        ("not_said", "the rumours of a sunken quay", "did not say: the rumours of a sunken quay"),
    ],
)
def test_a_sentence_fits_what_begins_like_a_question_or_is_no_clause(
    polarity: str, words: str, expected: str
) -> None:
    made = quote(words, speaker=OKORO, form="indirect", polarity=polarity)
    assert sentence(made).whole == f"Tobias Okoro {expected}."


@pytest.mark.parametrize(
    ("cue", "form", "expected"),
    [
        ("did not find", "indirect", "did not find that the quay had favoured nobody."),
        ("doesn’t  conclude", "indirect", "doesn’t conclude that the quay had favoured nobody."),
        ("did not find", "direct", "did not find, “the quay had favoured nobody.”"),
        ("refused to say", "indirect", "did not say that the quay had favoured nobody."),
        ("did not {find}", "indirect", "did not say that the quay had favoured nobody."),
    ],
)
def test_the_verb_that_held_back_is_printed(cue: str, form: str, expected: str) -> None:
    made = replace(not_asserted("not_said", form), cue=cue)
    assert sentence(made).whole == f"Tobias Okoro {expected}"


def test_programs_are_told() -> None:
    assert record_of(not_asserted("denied", "indirect"))["polarity"] == "denied"
    assert "polarity" not in record_of(quote(WORDS, speaker=OKORO))

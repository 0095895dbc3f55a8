"""The order of quotations and of the bibliography, and the language of both."""

import pytest
from cite.factories import BRANDT, OKORO, VASSILENKO, by, quote, source

from onrecord.cite import styles
from onrecord.cite.cited import cite
from onrecord.cite.order import sorted_quotes
from onrecord.errors import UsageError
from onrecord.model.record import replace

A = quote(
    "A.",
    key="a",
    speaker=VASSILENKO,
    source=source("x", title="Zebra", creators=by(VASSILENKO), issued="2003"),
)
B = quote("B.", key="b", speaker=BRANDT, source=source("y", title="Yak", creators=by(OKORO), issued="2001"))
C = quote("C.", key="c", speaker=OKORO, source=source("z", title="Ape", creators=by(BRANDT), issued=None))


@pytest.mark.parametrize(
    ("sort", "order", "first"),
    [
        (None, "ABC", "Brandt, M."),
        ("given", "ABC", "Vassilenko, I."),
        ("date", "BAC", "Okoro, T."),
        ("speaker", "BCA", "Okoro, T."),
        ("style", "CBA", "Brandt, M."),
    ],
)
def test_quotations_and_entries_in_order(sort: str | None, order: str, first: str) -> None:
    made = cite([A, B, C], sort=sort)
    assert "".join(line[1] for line in made.split("\n") if line.startswith("“")) == order
    assert made.split("\n\n")[-1].startswith(first)
    entries = cite([A, B, C], sort=sort, as_="bibliography").split("\n")
    assert entries[0].startswith(first)


def test_what_was_said_counts_before_what_was_published() -> None:
    early = replace(A, said="1999-05")
    assert [one.key for one in sorted_quotes([B, early, C], "date")] == ["a", "b", "c"]


def test_the_locale_gives_months_marks_and_terms() -> None:
    one = quote(medium="speech", locator=("page", "3"))
    german = cite([one], style="chicago-notes-bibliography", locale="de")
    assert german.startswith("„The quay will open again before the autumn storms.“ — Irina Vassilenko\n")
    assert "„The Ferry That the Harbour Forgot“, Coastal Review, 14. März 2021" in german
    assert "zitiert nach" in german
    french = cite([one], style="modern-language-association", locale="fr_FR")
    assert french.startswith("«\u00a0The quay")
    assert "mars 2021" in french
    said = cite([one], as_="inline", locale="de-DE")
    assert (
        said
        == "Irina Vassilenko sagte: „The quay will open again before the autumn storms“ (Brandt, 2021, S. 3)."
    )


@pytest.mark.parametrize(
    ("given", "meant"), [("de", "de-DE"), ("PT", "pt-PT"), ("en_gb", "en-GB"), ("eu", "eu")]
)
def test_a_language_names_its_first_locale(given: str, meant: str) -> None:
    assert styles.load("apa", given).language == meant


def test_an_unknown_locale_is_refused() -> None:
    with pytest.raises(UsageError, match="'xx-XX' is not a locale of CSL"):
        styles.load("apa", "xx-XX")

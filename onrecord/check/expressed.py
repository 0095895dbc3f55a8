"""What the sentence around words has somebody do with them: say, deny, not say or ask them."""

from __future__ import annotations

from onrecord.check import scope
from onrecord.matching import lexicon
from onrecord.text import polarity
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.text.polarity import Polarity

# Whoever refuses to “do it” does not say that he will.
_REFUSES = lazy(
    r"(?i)\b(?:refus|declin|reject|oppos|weigert|lehnt|rehus|rechaz|rifiut|respin|recus|weiger|vägra|nekt|nægte|odm[óo]w|odm[íi]t|"
    r"отказ|відмов|reddet)\w*|拒绝|拒絕|拒否|거부",
)
# "These words are not hers: “…”".
_WORDS_THEMSELVES = lazy(
    r"(?i)\b(?:words?|quot\w*|remarks?|sentences?|lines?|wort\w*|zitat\w*|satz|mots?|paroles?|parola|phrases?|citations?|citaz\w*|frase\w*|palabras?|"
    r"palavras?|citas?|citaç\w*|слов\w*|цитат\w*|фраз\w*|słow\w*|cytat\w*|woord\w*|citaat|orden?|citat\w*)\b"
)


def polarity_of(outside: str, before: str, after: str = "", wording: str = "") -> Polarity:
    """What the sentence around words, `outside`, has somebody do with them; `before` is what of it stands in front,
    and `after` what stands behind.

    Where the words complete the sentence ("denied that “…”"), they are denied; where they stand for themselves, the saying is.
    """
    if not outside:
        return "asserted"
    if wording and (told := scope.held(before, after, wording)) is not None:
        return told.polarity
    completes = before.rstrip(' “”«»„"')[-1:].isalnum()
    if completes and _REFUSES.search(before):
        return "denied"
    read = polarity.reading_of(_introducing(outside, before, wording)).of("mixed" if completes else "direct")
    if (
        read == "not_said"
        and before.rstrip(' “”«»„"‘').endswith((":", "："))
        and not (_says(before) or _WORDS_THEMSELVES.search(" ".join(before.split()[:3])))
    ):
        # "She did not mince words: “…”": what is negated is no saying.
        return "asserted"
    return read


def _says(outside: str) -> bool:
    words = lexicon.Words(outside)
    return bool(lexicon.found("saying", words, lexicon.languages_of(outside)))


def _introducing(outside: str, before: str, wording: str) -> str:
    """Of the sentence around words that a colon introduces, the clause that does."""
    if not before.rstrip(' “”«»„"‘').endswith((":", "：")):
        return outside
    return scope.clause_of(before.rstrip(' “”«»„"‘')[:-1], "", wording) or outside

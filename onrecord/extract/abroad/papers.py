"""Papers, stations and the like that are named in quotation marks: laut „Bote“, según «El Faro», сообщила «Волна»."""

from onrecord.extract.abroad import cases
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.resolved import Resolved

Range = tuple[int, int]

# Words before a name in quotation marks: "the regional daily “…”".
_LONGEST_HEAD = 4


def titled(words: Laid, first: int, end: int) -> Range | None:
    """The paper that is named in quotation marks at word `first`: "der „Bote“", "la revista «Faro»"."""
    low, lexicon = words.low, words.lexicon
    barred = lexicon.articles | lexicon.given_names | lexicon.prepositions | lexicon.that | lexicon.relatives
    if first >= end:
        return None
    index = first + (low[first] in lexicon.articles)
    while (
        index < min(end, first + _LONGEST_HEAD)
        and low[index][0].isalnum()
        and low[index] not in barred
        and not lexicon.kind(low[index])
    ):
        index += 1
    return (first, index + 1) if index < end and index in words.titles else None


def named(text: str, words: Laid, index: int, *, oblique: bool, genitive: bool) -> Resolved:
    """The organisation that the quotation at word `index` names.

    `oblique`: it may stand in another case than the first; `genitive`: it does, behind a German article.
    """
    name = " ".join(text[slice(*words.quotes[index].inside)].split())
    if oblique:
        name = cases.title_in_first_case(name, words.code)
    if genitive:
        name = cases.without_genitive(name)
    return Resolved(name, "organisation", False, 0.85, "by name")

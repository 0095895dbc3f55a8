"""Papers, stations and the like that are named in quotation marks: laut „Bote“, según «El Faro», сообщила «Волна»."""

from onrecord.extract.abroad import cases
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.resolved import Resolved


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

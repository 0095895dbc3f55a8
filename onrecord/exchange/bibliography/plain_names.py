"""Names as RIS, EndNote and MODS have them, in one string without braces, as CSL names."""

from onrecord.model.records import Json
from onrecord.text import name_order
from onrecord.text.names import parse_author, without_additions
from onrecord.text.organisations import is_written_organisation
from onrecord.text.patterns import lazy

_TURNED = lazy(r"[^\W\d_][\w'’. -]*, ?[^\W\d_][\w'’. -]*")


def several(value: str) -> list[str]:
    """The names of a string: some programs write all of them in one, "Lee, Ann; Quist, Bo"."""
    parts = [part.strip() for part in value.split(";")]
    return parts if len(parts) > 1 and all(map(_TURNED.fullmatch, parts)) else [value]


def listed(value: str) -> Json:
    """ "Family, Given, Suffix"; a comma at the end, or none at all and one word, is a name in one piece."""
    if value.endswith(","):
        return {"literal": value[:-1]}
    value = without_additions(value)
    parts = [part.strip() for part in value.split(",")]
    if is_written_organisation(value):
        return {"literal": value}
    if len(parts) == 1:
        person = parse_author(value)
        if person.family and person.given:
            return {"family": person.family, "given": person.given}
        if len(words := value.split()) > 1 and name_order.is_whole(words):
            return {"family": value}  # "Lee Hsien Loong" is a person
        return {"literal": value}
    made: Json = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2 and parts[2]:
        made["suffix"] = ", ".join(parts[2:])
    return made

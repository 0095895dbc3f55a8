"""TEI (P5) to text: paragraphs, page breaks as places, `<said who>`, `<sp who>` and `<u who>` (ParlaMint) as turns."""

from collections.abc import Iterator, Mapping

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.plain import in_one_line
from onrecord.ingest.speech_text import SpeechText
from onrecord.ingest.xml import parsed
from onrecord.text import dates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_T = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BLOCKS = frozenset("p head l ab item stage opener closer salute signed dateline row u seg".split())
_UNREAD = frozenset("note figure fw sic orig abbr del speaker vocal kinesic incident gap".split())
_OFFICES = {
    "minister": "minister", "deputyMinister": "deputy minister", "primeMinister": "prime minister", "president": "president",
    "head": "head", "deputyHead": "deputy head", "chairman": "chair", "chair": "chair", "secretary": "secretary",
    "stateSecretary": "state secretary", "ombudsman": "ombudsman",
}  # fmt: skip


def read_tei(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a TEI document, a blank line between paragraphs.

    Of two readings side by side (sic and corr, orig and reg, abbr and expan) the corrected one is taken.
    InputError: it is not well-formed, or has no text.
    """
    decoded = decode(data, name=name, markup=True)
    root = parsed(decoded.text, name=name, doctype=True)
    body = root.find(f".//{_T}text")
    if body is None:
        raise InputError(f"{name} is TEI without a <text>.")
    writer = _Writer(_people(root))
    writer.write(body)
    text, places, turns = writer.done()
    if not text.strip():
        raise InputError(f"{name} holds no readable text.")
    return Reading(text, "tei", _metadata(root, url), places, turns, decoded.notes(text), decoded.damaged)


class _Writer(SpeechText):
    """Puts the text together while it walks the tree."""

    def __init__(self, people: Mapping[str, tuple[str, str | None]]) -> None:
        super().__init__()
        self.people = people

    def write(self, root: "_Element") -> None:
        """Walks without recursion: documents may be deep."""
        waiting: list[tuple[_Element, bool, int]] = [(root, False, 0)]
        while waiting:
            element, leaving, started = waiting.pop()
            if not isinstance(element.tag, str):
                self.words(element.tail)
                continue
            tag = element.tag.removeprefix(_T)
            if leaving:
                self._leave(element, tag, started)
                self.words(element.tail if element is not root else None)
                continue
            if tag in _UNREAD:
                self.words(element.tail)
                continue
            if tag in _BLOCKS:
                self.block()
            if tag == "pb":
                self.place("page", element.get("n"))
            if tag == "lb":
                self.words(" ")
            waiting.append((element, True, self.length))
            self.words(element.text)
            waiting += [(child, False, 0) for child in reversed(list(element))]

    def _leave(self, element: "_Element", tag: str, started: int) -> None:
        if tag in ("said", "sp", "u"):
            self.said(started, *self._speaker(element))
        if tag in _BLOCKS:
            self.block()

    def _speaker(self, element: "_Element") -> tuple[str | None, str | None]:
        """Who speaks, and what else the document says of them on that day."""
        who = (element.get("who") or "").split()
        name, printed = self.people.get(who[0].rpartition("#")[2], (None, None)) if who else (None, None)
        label = element.find(f"{_T}speaker")
        before = element.getprevious()
        if (
            label is None
            and before is not None
            and before.tag == f"{_T}note"
            and before.get("type") == "speaker"
        ):
            label = before
        spoken = in_one_line("".join(label.itertext())).rstrip(".: ") if label is not None else ""
        return name or spoken or (who[0].rpartition("#")[2] if who else None), printed


def _people(root: "_Element") -> dict[str, tuple[str, str | None]]:
    """Names by the ids of `<person>` and `<org>` in the header, each with the offices and the party of the day, if any."""
    organisations = {
        element.get(_ID, ""): (_called(name), element.get("role", ""))
        for element in root.iter(f"{_T}org")
        if (name := next(element.iter(f"{_T}orgName"), None)) is not None
    }
    day = _sitting(root) or ""
    found: dict[str, tuple[str, str | None]] = {one: (name, None) for one, (name, _) in organisations.items()}
    for tag in ("person", "personGrp"):
        for element in root.iter(f"{_T}{tag}"):
            name = next(element.iter(f"{_T}persName"), None)
            label = _called(name) if name is not None else ""
            if element.get(_ID) and label:
                held = list(dict.fromkeys(_held(element, day, organisations)))
                found[element.get(_ID, "")] = (label, ", ".join([label, *held]) if held else None)
    return found


def _held(person: "_Element", day: str, organisations: dict[str, tuple[str, str]]) -> Iterator[str]:
    """The offices of a person on a day, and then the party."""
    parties = []
    for one in person.iterfind(f"{_T}affiliation"):
        since, until = one.get("from") or one.get("when") or "", one.get("to") or one.get("when") or ""
        if day and ((since and day < since[: len(day)]) or (until and day[: len(until)] > until[: len(day)])):
            continue
        name, kind = organisations.get((one.get("ref") or "").rpartition("#")[2], ("", ""))
        role = one.find(f"{_T}roleName")
        if kind in ("politicalParty", "parliamentaryGroup", "politicalGroup", "ethnicCommunity"):
            parties.append(name)
        elif role is not None and (one.get("role") or "").casefold() not in ("mp", "member"):
            yield in_one_line("".join(role.itertext()))
        elif one.get("role") in _OFFICES:
            yield " of the ".join(filter(None, (_OFFICES[one.get("role", "")], name)))
    yield from parties[:1]


def _called(name: "_Element") -> str:
    """A name as people write it: ParlaMint has the family name first."""
    parts = {
        kind: " ".join(
            filter(None, (in_one_line("".join(one.itertext())) for one in name.findall(f"{_T}{kind}")))
        )
        for kind in ("forename", "nameLink", "surname")
    }
    if parts["forename"] and parts["surname"]:
        return " ".join(filter(None, parts.values()))
    return in_one_line(" ".join(name.itertext()))


def _sitting(root: "_Element") -> str | None:
    """The day of a debate: when it was held, and not when its corpus was published."""
    if root.find(f".//{_T}u") is None:
        return None
    paths = (
        f"{_T}profileDesc/{_T}settingDesc/{_T}setting/{_T}date",
        f"{_T}fileDesc/{_T}sourceDesc/{_T}bibl/{_T}date",
    )
    found = (one for path in paths for one in root.iterfind(f"{_T}teiHeader/{path}"))
    return next((day for one in found if (day := _date(one.get("when") or _text_of(one)))), None)


def _metadata(root: "_Element", url: str | None) -> Metadata:
    header = root.find(f"{_T}teiHeader")
    if header is None:
        return Metadata(url=url)
    statement = header.find(f"{_T}fileDesc/{_T}titleStmt")
    authors = statement.findall(f"{_T}author") if statement is not None else []
    published = header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}date")
    language = root.get(_LANGUAGE)
    return Metadata(
        title=_text_of(statement.find(f"{_T}title")) if statement is not None else None,
        authors=tuple(Author(name) for one in authors if (name := _text_of(one))),
        publisher=_text_of(header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}publisher")),
        issued=_sitting(root)
        or (_date(published.get("when") or _text_of(published)) if published is not None else None),
        language=language.split("-")[0].lower() if language else None,
        url=url,
    )


def _text_of(element: "_Element | None") -> str | None:
    return in_one_line(" ".join(element.itertext())) or None if element is not None else None


def _date(text: str | None) -> str | None:
    """A date of one piece as EDTF; None for anything else."""
    found = dates.of_edtf(text)
    return found if found and "/" not in found else None

"""TEI (P5) to text: paragraphs, page breaks as places, `<said who>`, `<sp who>` and `<u who>` (ParlaMint) as turns."""

from collections.abc import Iterator, Mapping

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Author, Metadata, Place, Reading, Turn
from onrecord.ingest.plain import in_one_line
from onrecord.ingest.speech_text import SpeechText
from onrecord.ingest.xml import told
from onrecord.text import dates
from onrecord.text.urls import is_web_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_T = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_BLOCKS = frozenset("p head l ab item stage opener closer salute signed dateline row u seg".split())
_UNREAD = frozenset("note figure fw sic orig abbr del speaker vocal kinesic incident gap".split())
_SPOKEN = frozenset(("said", "sp", "u"))
_PEOPLE = frozenset(f"{_T}{one}" for one in ("listPerson", "listOrg", "person", "personGrp", "org"))
# Elements of a header are kept as a tree, of about a kilobyte each.
_MOST_ELEMENTS = 100_000
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
    document = _Document(name)
    told(decoded.text, document, name=name, doctype=True)
    if not document.has_text or document.root is None:
        raise InputError(f"{name} is TEI without a <text>.")
    root, writer = document.root, document.writer
    sitting = _sitting(root) if writer.debate else None
    text, places, turns = writer.of(_people(root, sitting or ""))
    if not text.strip():
        raise InputError(f"{name} holds no readable text.")
    return Reading(
        text, "tei", _metadata(root, sitting, url), places, turns, decoded.notes(text), decoded.damaged
    )


class _Open:
    """An element of the text that has not ended."""

    def __init__(self, start: int, who: str, label: str | None) -> None:
        self.start, self.who, self.label = start, who, label


class _Document:
    """What a parser tells of a document: the first `<text>` goes to a writer, the rest, and people wherever they stand, into a tree."""

    def __init__(self, name: str) -> None:
        from lxml import etree

        self.writer = _Writer()
        self.has_text = False
        self.root: _Element | None = None
        self._name = name
        self._tree = etree.TreeBuilder()
        self._elements = 0
        # How many elements are open within the text, and within people in it.
        self._in_text = self._in_people = 0
        self._open = 0

    def start(self, tag: str, attributes: "Mapping[str, str]") -> None:
        if self._in_text:
            self._in_text += 1
            self.writer.start(tag.removeprefix(_T), attributes)
            if self._in_people or tag in _PEOPLE:
                self._in_people += 1
                self._build(tag, attributes)
            return
        self._build(tag, attributes)
        if tag == f"{_T}text" and not self.has_text:
            self.has_text = True
            self._in_text = 1

    def data(self, text: str) -> None:
        if self._in_text:
            self.writer.data(text)
        if not self._in_text or self._in_people:
            self._tree.data(text)

    def end(self, tag: str) -> None:
        if self._in_text:
            self._in_text -= 1
            if self._in_text:
                self.writer.end(tag.removeprefix(_T))
                if not self._in_people:
                    return
                self._in_people -= 1
        self._open -= 1
        self._tree.end(tag)

    def close(self) -> None:
        """Comes behind a mistake, too."""
        self.root = None if self._open else self._tree.close()

    def _build(self, tag: str, attributes: "Mapping[str, str]") -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise InputError(
                f"{self._name} holds more than {_MOST_ELEMENTS:,} elements outside its text; keep of its header what the text names."
            )
        self._open += 1
        self._tree.start(tag, dict(attributes))


class _Writer(SpeechText):
    """Puts the text together from what is told of `<text>`, and who speaks, by their references or as printed."""

    def __init__(self) -> None:
        super().__init__()
        self.debate = False
        self._open: list[_Open] = []
        # How many elements are open of which nothing is read, and what is kept of them all the same: who speaks.
        self._unread = 0
        self._label: list[str] | None = None
        self._label_before: str | None = None
        self._speeches: list[tuple[int, int, str, str]] = []

    def start(self, tag: str, attributes: "Mapping[str, str]") -> None:
        if self._unread or tag in _UNREAD:
            self._unread += 1
            if self._unread == 1 and (tag == "speaker" or attributes.get("type") == "speaker"):
                self._label = []
            return
        if tag in _BLOCKS:
            self.block()
        if tag == "pb":
            self.place("page", attributes.get("n"))
        if tag == "lb":
            self.words(" ")
        self.debate = self.debate or tag == "u"
        who = (attributes.get("who") or "").split()
        self._open.append(_Open(self.length, who[0].rpartition("#")[2] if who else "", self._label_before))
        self._label_before = None

    def data(self, text: str) -> None:
        if not self._unread:
            self.words(text)
        elif self._label is not None:
            self._label.append(text)

    def end(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
            if not self._unread and self._label is not None:
                label = in_one_line("".join(self._label)).rstrip(".: ")
                if tag == "speaker" and self._open:
                    self._open[-1].label = label
                elif tag == "note":
                    self._label_before = label
                self._label = None
            return
        self._label_before = None
        opened = self._open.pop()
        if tag in _SPOKEN:
            self._speeches.append((opened.start, self.length, opened.who, opened.label or ""))
        if tag in _BLOCKS:
            self.block()

    def of(
        self, people: Mapping[str, tuple[str, str | None]]
    ) -> tuple[str, tuple[Place, ...], tuple[Turn, ...]]:
        """The text, its pages, and its speeches with the names of these people."""
        for start, end, who, label in self._speeches:
            name, printed = people.get(who, (None, None))
            # An id of a debate's speaker that no list explains is nobody's name.
            self.said(start, name or label or who, printed, end, unnamed=self.debate and not (name or label))
        return self.done()


def _people(root: "_Element", day: str) -> dict[str, tuple[str, str | None]]:
    """Names by the ids of `<person>` and `<org>` in the header, each with the offices and the party of the day, if any."""
    organisations = {
        element.get(_ID, ""): (_called(name), element.get("role", ""))
        for element in root.iter(f"{_T}org")
        if (name := next(element.iter(f"{_T}orgName"), None)) is not None
    }
    found: dict[str, tuple[str, str | None]] = {one: (name, None) for one, (name, _) in organisations.items()}
    for tag in ("person", "personGrp"):
        for element in root.iter(f"{_T}{tag}"):
            name = _name_on(element, day)
            label = _called(name) if name is not None else ""
            if element.get(_ID) and label:
                held = list(dict.fromkeys(_held(element, day, organisations)))
                found[element.get(_ID, "")] = (label, ", ".join([label, *held]) if held else None)
    return found


def _name_on(person: "_Element", day: str) -> "_Element | None":
    """The name that somebody had on a day: people marry, and ParlaMint tells since and until when."""
    called = list(person.iter(f"{_T}persName"))
    of_the_day = [one for one in called if day and (one.get("from") or one.get("to")) and _is_of(one, day)]
    return next(iter([*of_the_day, *called]), None)


def _is_of(element: "_Element", day: str) -> bool:
    """Whether a name or an office is of a day, as far as it tells."""
    since = element.get("from") or element.get("when") or ""
    until = element.get("to") or element.get("when") or ""
    return not day or not (
        (since and day < since[: len(day)]) or (until and day[: len(until)] > until[: len(day)])
    )


def _held(person: "_Element", day: str, organisations: dict[str, tuple[str, str]]) -> Iterator[str]:
    """The offices of a person on a day, and then the party."""
    parties = []
    for one in person.iterfind(f"{_T}affiliation"):
        if not _is_of(one, day):
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
    paths = (
        f"{_T}profileDesc/{_T}settingDesc/{_T}setting/{_T}date",
        f"{_T}fileDesc/{_T}sourceDesc/{_T}bibl/{_T}date",
    )
    found = (one for path in paths for one in root.iterfind(f"{_T}teiHeader/{path}"))
    return next((day for one in found if (day := _date(one.get("when") or _text_of(one)))), None)


def _metadata(root: "_Element", sitting: str | None, url: str | None) -> Metadata:
    header = root.find(f"{_T}teiHeader")
    if header is None:
        return Metadata(url=url)
    statement = header.find(f"{_T}fileDesc/{_T}titleStmt")
    authors = statement.findall(f"{_T}author") if statement is not None else []
    published = header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}date")
    language = root.get(_LANGUAGE)
    addresses = (
        _text_of(one) for one in header.iterfind(f"{_T}fileDesc/{_T}sourceDesc//{_T}idno[@type='URI']")
    )
    stated = next((one for one in addresses if one and is_web_url(one)), None) if sitting else None
    return Metadata(
        title=_text_of(statement.find(f"{_T}title")) if statement is not None else None,
        authors=tuple(Author(name) for one in authors if (name := _text_of(one))),
        publisher=_text_of(header.find(f"{_T}fileDesc/{_T}publicationStmt/{_T}publisher")),
        issued=sitting
        or (_date(published.get("when") or _text_of(published)) if published is not None else None),
        language=language.split("-")[0].lower() if language else None,
        url=url or stated,
    )


def _text_of(element: "_Element | None") -> str | None:
    return in_one_line(" ".join(element.itertext())) or None if element is not None else None


def _date(text: str | None) -> str | None:
    """A date of one piece as EDTF; None for anything else."""
    found = dates.of_edtf(text)
    return found if found and "/" not in found else None

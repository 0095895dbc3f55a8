"""Debates of parliaments: TheyWorkForYou's XML (`<publicwhip>`) and Akoma Ntoso's (`<debate>`, OASIS LegalDocML)."""

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.plain import in_one_line
from onrecord.ingest.speech_text import SpeechText
from onrecord.ingest.xml import parsed
from onrecord.text import dates
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

# In bytes, ten times the longest day of a parliament: as a tree it takes twenty-five times as much memory.
_LARGEST = 8_000_000
_DAY = lazy(r"/(\d{4}-\d\d-\d\d)")
_HOUSE = lazy(r"uk\.org\.publicwhip/([a-z]+)/")
_HOUSES = {
    "debate": "House of Commons", "lords": "House of Lords", "westminhall": "Westminster Hall", "standing": "Public Bill Committee",
    "spor": "Scottish Parliament", "ni": "Northern Ireland Assembly", "senedd": "Senedd", "london": "London Assembly",
    "wrans": "Written Answers", "lordswrans": "Written Answers (Lords)", "wms": "Written Ministerial Statements",
}  # fmt: skip
_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 heading subheading num table tr li ul ol dl dt dd item blockList listIntroduction listWrapUp "
    "block major-heading minor-heading oral-heading debateSection speech question answer speechGroup questions scene narrative "
    "summary other tblock container docTitle docDate docNumber session legislature docStage preface coverPage".split()
)
_SPEECHES = frozenset(("speech", "question", "answer"))
_PROCEDURE = frozenset("narrative scene summary other division pwmotiontext adjournment rollCall".split())
# What stands within a speech and is no word of it.
_UNREAD = frozenset(
    "meta from authorialNote noteRef remark recordedTime note divisioncount mplist mspname mpname".split()
)
# "[Interruption.]", "(Laughter)": what the record says in between.
_BRACKETED = lazy(r"[\[(](?:[^\[\]()]{1,200})[\])][.!]?")

# The same without brackets, in italics within a paragraph.
_HEARD = lazy(
    r"(?i)(?:interruptions?|laughter|applause|cheers|cheering|hear,? hear|(?:murmures|rires|applaudissements|exclamations|sourires)|"
    r"heiterkeit|beifall|zurufe?|zwischenrufe?|unruhe|risas|aplausos|risos|applausi|gelach|applaus)[.!]?"
)


def read_parliament(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a sitting; each speech is a turn, and what the record tells of the sitting is none.

    InputError: it is not well-formed, no sitting, or has no text.
    """
    if len(data) > _LARGEST:
        raise InputError(
            f"{name} holds more than {_LARGEST // 1_000_000} MB of debates; split it by sittings."
        )
    decoded = decode(data, name=name, markup=True)
    root = parsed(decoded.text, name=name, doctype=True)
    publicwhip = _tag(root) == "publicwhip"
    people = {} if publicwhip else _people(root)
    body = root if publicwhip else next((one for one in root.iter() if _tag(one) == "debateBody"), root)
    writer = _Writer(people)
    writer.write(body)
    text, places, turns = writer.done()
    if not text.strip():
        raise InputError(f"{name} holds no readable text.")
    metadata = _of_publicwhip(root, url) if publicwhip else _of_akomantoso(root, url)
    form = "publicwhip" if publicwhip else "akomantoso"
    return Reading(text, form, metadata, places, turns, decoded.notes(text), decoded.damaged)


class _Writer(SpeechText):
    """Walks a sitting; a speech is broken where the record tells what happened."""

    def __init__(self, people: dict[str, str]) -> None:
        super().__init__()
        self.people = people
        self.speaking: list[tuple[str | None, str | None, int]] = []

    def write(self, root: "_Element") -> None:
        """Without recursion: documents may be deep."""
        waiting: list[tuple[_Element, bool, bool]] = [(root, False, False)]
        while waiting:
            element, leaving, apart = waiting.pop()
            tag = _tag(element)
            if leaving:
                self._leave(tag, apart=apart)
                self.words(element.tail if element is not root else None)
                continue
            if not tag or tag in _UNREAD or (tag in ("i", "em", "span") and _is_aside(element)):
                self.words(element.tail)
                continue
            apart = self._enter(element, tag)
            waiting.append((element, True, apart))
            self.words(element.text)
            waiting += [(child, False, False) for child in reversed(list(element))]

    def _enter(self, element: "_Element", tag: str) -> bool:
        """Whether it is a speech of its own, or none within one."""
        if tag in _BLOCKS or tag in _PROCEDURE:
            self.block()
        self.place("column", element.get("colnum"))
        if tag in ("page", "eop"):
            self.place("page", element.get("n") or element.get("number"))
        speech = tag in _SPEECHES
        if not speech and not _tells(element, tag):
            return False
        self._pause()
        self.speaking.append((*(self._speaker(element) if speech else (None, None)), self.length))
        return True

    def _leave(self, tag: str, *, apart: bool) -> None:
        if apart:
            self._pause()
            self.speaking.pop()
        if tag in _BLOCKS or tag in _PROCEDURE:
            self.block()
        if apart and self.speaking:
            speaker, printed, _ = self.speaking[-1]
            self.speaking[-1] = (speaker, printed, self.length)

    def _pause(self) -> None:
        """Ends the speech so far; it goes on behind what comes between."""
        if self.speaking:
            speaker, printed, start = self.speaking[-1]
            self.said(start, speaker, printed)
            self.speaking[-1] = (speaker, printed, self.length)

    def _speaker(self, element: "_Element") -> tuple[str | None, str | None]:
        """Who speaks, and how the record calls them there."""
        if element.get("nospeaker") == "true":
            return None, None
        label = next((child for child in element if _tag(child) == "from"), None)
        printed = (
            in_one_line("".join(map(str, label.itertext()))).rstrip(":.—– ") if label is not None else ""
        )
        by = self.people.get((element.get("by") or "").lstrip("#")) or in_one_line(element.get("speakername"))
        role = self.people.get((element.get("as") or "").lstrip("#"))
        office = in_one_line(element.get("speakeroffice"))
        name = by or printed or None
        if name and not printed and (role or office):
            printed = f"{name}, {role or office}"
        return name, printed or None


def _tells(element: "_Element", tag: str) -> bool:
    """Whether a paragraph is the record's own: marked as such, all in italics, or all in brackets."""
    if tag in _PROCEDURE or tag.endswith("heading") or tag == "num":
        return True
    if tag not in ("p", "block"):
        return False
    if "italic" in (element.get("class") or "") or element.get("pwmotiontext"):
        return True
    words = in_one_line("".join(map(str, element.itertext())))
    slanted = [child for child in element if _tag(child) in ("i", "em")]
    whole = len(slanted) == 1 and in_one_line("".join(map(str, slanted[0].itertext()))).strip(
        " ."
    ) == words.strip(" .")
    return whole or _BRACKETED.fullmatch(words) is not None


def _is_aside(element: "_Element") -> bool:
    words = in_one_line("".join(map(str, element.itertext())))
    if _BRACKETED.fullmatch(words):
        return True
    parent, before = element.getparent(), element.getprevious()
    above = before.tail if before is not None else parent.text if parent is not None else None
    return (not above or above.rstrip()[-1:] in ("", ".", "!", "?", "…")) and _HEARD.fullmatch(
        words
    ) is not None


def _tag(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _people(root: "_Element") -> dict[str, str]:
    """What is shown for the people, roles and organisations of the references, by their ids."""
    return {
        key: shown
        for element in root.iter()
        if _tag(element) in ("TLCPerson", "TLCRole", "TLCOrganization")
        and (key := element.get("eId") or element.get("id") or "")
        and (shown := in_one_line(element.get("showAs")))
    }


def _of_publicwhip(root: "_Element", url: str | None) -> Metadata:
    ids = (element.get("id") or "" for element in root)
    first = next((one for one in ids if _DAY.search(one)), "")
    day, house = _DAY.search(first), _HOUSE.match(first)
    called = _HOUSES.get(house[1]) if house else None
    issued = dates.of_edtf(day[1]) if day else None
    title = next(
        (in_one_line("".join(map(str, one.itertext()))) for one in root if _tag(one) == "major-heading"), ""
    )
    return Metadata(
        title=f"{called}: sitting of {issued}" if called and issued else title or None,
        container_title=called,
        issued=issued,
        url=url,
        type="hearing",
        language="en" if house else None,
    )


def _of_akomantoso(root: "_Element", url: str | None) -> Metadata:
    def first(*tags: str) -> "_Element | None":
        return next((one for tag in tags for one in root.iter() if _tag(one) == tag), None)

    day = first("docDate")
    stated = day.get("date") if day is not None else None
    if stated is None and (found := first("FRBRWork", "FRBRExpression")) is not None:
        stated = next((one.get("date") for one in found.iter() if _tag(one) == "FRBRdate"), None)
    title, alias, language = first("docTitle", "docproponent"), first("FRBRalias"), first("FRBRlanguage")
    spoken = (language.get("language") or "") if language is not None else ""
    return Metadata(
        title=(in_one_line("".join(map(str, title.itertext()))) if title is not None else "")
        or (in_one_line(alias.get("value")) if alias is not None else "")
        or None,
        issued=dates.of_edtf((stated or "")[:10]),
        url=url,
        type="hearing",
        language=_LANGUAGES.get(spoken, spoken if len(spoken) == 2 else None),
    )


# ISO 639-2, as Akoma Ntoso has them, of parliaments that use it.
_LANGUAGES = {
    "eng": "en", "ita": "it", "spa": "es", "por": "pt", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "gle": "ga",
    "afr": "af", "swa": "sw", "nld": "nl", "dut": "nl", "ell": "el", "gre": "el", "pol": "pl", "fin": "fi", "swe": "sv",
}  # fmt: skip

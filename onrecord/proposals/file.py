"""The review as a text file: for an editor, for version control, for people who like no screens with keys.

It is Markdown, because it is read more than it is written: a wording stands as a block quotation without any escapes, and
"no", 2024-03-01 or a colon in a name mean themselves. A part per source, a section per proposal:

    # Review of CITEKEY
    - copy: the first digits of the SHA-256 of the stored text

    ## 120-171 · para. 2
    > the wording, over as many lines as it takes
    - decision: accept, reject or leave
    - speaker: … (and so on; `KEYS` lists them)

The heading names the place where it was first proposed, and never changes; "## new" adds one that was missed. A line that
begins with neither "#", ">" nor "-" is a remark, for people only.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.errors import InputError
from onrecord.model.polarities import label, named
from onrecord.model.record import fresh, mutable, record
from onrecord.model.vocabulary import FORMS, POLARITIES, SPEAKER_KINDS
from onrecord.proposals.records import HopRecord, ProposalRecord, Sheet, Stretches
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

DECISIONS = ("accept", "reject", "leave")
# Why a wording that leaves words out may pass: said where it is accepted, and kept with what is recorded.
BECAUSE = "accepted because"
KEYS = ("decision", BECAUSE, "speaker", "kind", "named as", "form", "polarity", "cue", "via", "said", "place")
WIDTH = 100
COPY_DIGITS = 12

HELP = """\
Write accept or reject after "decision", and correct what is wrong: the wording (it must stand in the source), the speaker
(a name, or the slug of a known one), the polarity (asserted, denied, not said, asked), any other line. What is left out stays as it is. A section "## new" with a wording
and a speaker adds a statement that was missed. Where words are left out on which the sense may hang, "accepted because: …"
says why that is right."""

_DECISION = {"open": "leave", "accepted": "accept", "rejected": "reject"}
_HEAD = lazy(r"# Review of (?P<citekey>\S+)\s*")
_SECTION = lazy(r"## (?:(?P<new>new)|(?P<place>[0-9,\- ]+))(?:\s*·.*)?\s*")
_FIELD = lazy(r"- (?P<key>[a-z ]+):(?P<value>.*)")
_STRETCH = lazy(r"\s*(\d{1,12})\s*-\s*(\d{1,12})\s*")


@record()
class Line:
    """A value, and the number of the line that it stands in."""

    value: str
    number: int


@mutable
class Section:
    """One proposal in the file. `place` is that of its heading; None in a section for a new one."""

    number: int
    place: Stretches | None
    wording: Line | None = None
    fields: dict[str, Line] = fresh(default_factory=dict)
    via: list[Line] = fresh(default_factory=list)


@mutable
class Part:
    """One source in the file."""

    citekey: str
    number: int
    copy: str = ""
    sections: list[Section] = fresh(default_factory=list)


# --- writing ---------------------------------------------------------------------------------------------------


def written_review(sheets: Sequence[Sheet], then: str = "") -> str:
    """The review file of some sources; `then` says what to do with it when all is decided.

    Read and applied as it is, it changes nothing.
    """
    return "\n".join("\n".join(_part(sheet, then)) for sheet in sheets)


def _part(sheet: Sheet, then: str) -> Iterator[str]:
    yield f"# Review of {sheet.citekey}"
    yield ""
    if sheet.title:
        yield _remark(sheet.title)
        yield ""
    yield f"{HELP} {then}".rstrip()
    yield ""
    yield f"- copy: {sheet.sha256[:COPY_DIGITS]}"
    yield ""
    for proposal in sheet.proposals:
        yield from _section(proposal)


def _section(proposal: ProposalRecord) -> Iterator[str]:
    yield f"## {shown_place(proposal.proposed_at)} · {one_line(proposal.locator)}"
    yield ""
    yield from (f"> {line}" for line in _wrapped(one_line(proposal.text)))
    yield ""
    yield f"- decision: {_DECISION[proposal.state]}"
    for key, value in shown_fields(proposal).items():
        yield f"- {key}: {value}".rstrip()
    for hop in proposal.via:
        yield f"- via: {shown_hop(hop)}"
    yield ""
    yield _remark(f"{proposal.confidence:.0%} sure: {proposal.reason}")
    if proposal.ref:
        yield _remark(f"Recorded as {proposal.ref}")
    yield ""


def shown_fields(proposal: ProposalRecord) -> dict[str, str]:
    """The lines of a proposal that people may change, but for wording, decision and relays."""
    said = f"{proposal.said}, {proposal.said_basis}" if proposal.said_basis == "inferred" else proposal.said
    return {
        "speaker": one_line(proposal.speaker_slug or proposal.speaker or ""),
        "kind": proposal.speaker_kind + (", unnamed" if proposal.unnamed else ""),
        "named as": one_line(proposal.named_as or ""),
        "form": proposal.form,
        "polarity": label(proposal.polarity),
        "cue": one_line(proposal.cue or ""),
        "said": one_line(said or ""),
        "place": shown_place(proposal.stretches),
    }


def shown_place(stretches: Stretches) -> str:
    """ "120-171, 190-204"."""
    return ", ".join(f"{start}-{end}" for start, end in stretches)


def shown_hop(hop: HopRecord) -> str:
    """ "Coastal Wire | according to | the wire | organisation", without what goes without saying at the end."""
    name = one_line(hop.slug or hop.speaker)
    kind = hop.kind + (", unnamed" if hop.unnamed else "")
    printed = one_line(hop.named_as or "")
    parts = [name, one_line(hop.cue or ""), "" if printed == name else printed, kind]
    if kind == "organisation":
        parts.pop()
    while not parts[-1] and len(parts) > 1:
        parts.pop()
    line = " | ".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)
    return " ".join(line.split())


def _wrapped(words: str) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _remark(text: str) -> str:
    """A line that cannot be taken for anything else."""
    line = one_line(text)
    return f"({line})" if line.startswith(("#", ">", "-")) else line


# --- reading ---------------------------------------------------------------------------------------------------


def parsed_review(text: str) -> list[Part]:
    """The parts of a review file. InputError, with the number of the line, for what cannot be understood."""
    parts: list[Part] = []
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        match line[:1]:
            case "#":
                _heading(parts, line, number)
            case ">":
                _wording(parts, line, number)
            case "-":
                _field(parts, line, number)
    if not parts:
        raise InputError('This is not a review file: no line of it begins with "# Review of".')
    return parts


def _heading(parts: list[Part], line: str, number: int) -> None:
    if head := _HEAD.fullmatch(line):
        parts.append(Part(head["citekey"], number))
        return
    section = _SECTION.fullmatch(line)
    if section is None:
        raise InputError(
            f'Line {number}: a heading is "# Review of" with a citekey, "## " with a place such as 120-171, or "## new".'
        )
    if not parts:
        raise InputError(
            f'Line {number}: before the first proposal there must be a line "# Review of CITEKEY".'
        )
    place = None if section["new"] else stretches_in(Line(section["place"], number))
    if place is not None and any(other.place == place for other in parts[-1].sections):
        raise InputError(f"Line {number}: {shown_place(place)} stands in this file twice. Take one out.")
    parts[-1].sections.append(Section(number, place))


def _wording(parts: list[Part], line: str, number: int) -> None:
    section = _current(parts, number)
    words = " ".join(line[1:].split())
    if section.wording is None:
        section.wording = Line(words, number)
    elif words:
        section.wording = Line(f"{section.wording.value} {words}".strip(), section.wording.number)


def _field(parts: list[Part], line: str, number: int) -> None:
    match = _FIELD.fullmatch(line)
    if match is None:
        raise InputError(f'Line {number} is not a line such as "- speaker: Jane Doe".')
    key, value = match["key"].strip(), Line(" ".join(match["value"].split()), number)
    if parts and not parts[-1].sections:
        if key != "copy":
            raise InputError(f'Line {number}: "{key}" belongs below the heading of a proposal.')
        parts[-1].copy = value.value
        return
    section = _current(parts, number)
    if key == "via":
        section.via.append(value)
        return
    if key not in KEYS:
        raise InputError(f'Line {number}: there is no "{key}". Lines are: {", ".join(KEYS)}.')
    if key in section.fields:
        raise InputError(f'Line {number}: "{key}" stands here twice. Take one out.')
    if key == "decision" and value.value not in DECISIONS:
        raise InputError(
            f"Line {number}: {value.value!r} is not a decision. Choose from: {', '.join(DECISIONS)}."
        )
    if key == "form" and value.value not in FORMS:
        raise InputError(f"Line {number}: {value.value!r} is not a form. Choose from: {', '.join(FORMS)}.")
    if key == "polarity":
        value = _polarity(value)
    section.fields[key] = value


def _polarity(line: Line) -> Line:
    """A polarity as the file shows it, however it was typed."""
    if named(line.value) not in POLARITIES:
        known = ", ".join(map(label, POLARITIES))
        raise InputError(f"Line {line.number}: {line.value!r} is not a polarity. Choose from: {known}.")
    return Line(label(named(line.value)), line.number)


def _current(parts: list[Part], number: int) -> Section:
    if not parts or not parts[-1].sections:
        raise InputError(f'Line {number} stands before the first heading of a proposal ("## …").')
    return parts[-1].sections[-1]


def stretches_in(line: Line) -> Stretches:
    """The place that a line names."""
    found = [_STRETCH.fullmatch(part) for part in line.value.split(",")]
    stretches = tuple((int(one[1]), int(one[2])) for one in found if one)
    if len(stretches) != len(found):
        raise InputError(
            f"Line {line.number}: {line.value!r} is not a place. Write it as 120-171, or 120-171, 190-204."
        )
    return stretches


def kind_in(line: Line) -> tuple[str, bool]:
    """What sort of speaker a line names, and whether nobody named them."""
    kind, _, rest = (part.strip() for part in line.value.partition(","))
    if kind not in SPEAKER_KINDS or rest not in ("", "unnamed"):
        raise InputError(
            f"Line {line.number}: {line.value!r} is not a kind of speaker. "
            f'Choose from: {", ".join(SPEAKER_KINDS)}; with ", unnamed" where nobody named them.'
        )
    return kind, bool(rest)


def hop_in(line: Line) -> HopRecord:
    """The relay that a line names: SPEAKER | CUE | NAME AS PRINTED | KIND."""
    parts = [
        re.sub(r"\\(.)", r"\1", part).strip() for part in re.findall(r"((?:\\.|[^\\|])*)(?:\||$)", line.value)
    ]
    if parts and not parts[-1] and not line.value.endswith("|"):
        parts.pop()
    if not parts or not parts[0] or len(parts) > 4:
        raise InputError(f"Line {line.number}: a relay is written as SPEAKER | CUE | NAME AS PRINTED | KIND.")
    speaker, cue, printed, kind = (*parts, "", "", "")[:4]
    sort, unnamed = kind_in(Line(kind, line.number)) if kind else ("organisation", False)
    return HopRecord(speaker=speaker, cue=cue or None, named_as=printed or None, kind=sort, unnamed=unnamed)

"""The tools `verify_quote` and `check_text`: do words stand where they are said to, and did who is said to say them."""

from __future__ import annotations

from collections import Counter

from onrecord.cite.attribution import doubts
from onrecord.db import reader as readers
from onrecord.errors import InputError
from onrecord.matching import VERIFIED, Match, Outcome, render_diff, told
from onrecord.mcp import evidence, voices
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import quote_head, source_head, standing
from onrecord.model.record import record
from onrecord.sources import queries as sources
from onrecord.text.marks import form_of, quoted_fragments, strip_outer_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.db.reader import Reader
    from onrecord.mcp.asking import Asking
    from onrecord.mcp.evidence import Recorded, Stored

# From the gravest on.
VERDICTS = (
    "denied", "other_speaker", "inverted", "stitched", "altered", "paraphrase", "not_found", "wrong_place", "doubtful",
    "ambiguous", "unrecorded", "recorded", "verified",
)  # fmt: skip
# Words of a text that are said to be anything but this are no error where the source has them denied.
_ASSERTED = "asserted"
_VERIFIED = frozenset(map(str, VERIFIED))


@record()
class Asked:
    """Words, and what is said of them: the speaker, the source by its number, whether they are asserted."""

    wording: str
    speaker: str | None = None
    source: int | None = None
    polarity: str = _ASSERTED


@record()
class Judged:
    """The verdict, with what it rests on: a recorded quotation, a stored copy, or nothing."""

    verdict: str
    match: Match | None = None
    recorded: Recorded | None = None
    stored: Stored | None = None
    remarks: tuple[str, ...] = ()

    @property
    def gravity(self) -> int:
        return VERDICTS.index(self.verdict)


def verify_quote(
    asking: Asking, answer: Answer, *, wording: str, speaker: str | None = None, source: str | None = None
) -> None:
    """Judges one wording."""
    with readers.opened(asking.path) as reader:
        number = sources.source_id(reader, source) if source is not None else None
        asked = Asked(_plain(wording), speaker, number)
        copies = evidence.in_copies(reader, [asked.wording], asking)[asked.wording]
        judged = _judged(reader, asked, copies)
        answer.put(*_told(reader, asked, judged))


def check_text(asking: Asking, answer: Answer, *, text: str) -> None:
    """Judges the quotations of a text, the gravest first; the last line counts them."""
    from onrecord.mcp.quoted import passages

    found = passages(text)
    asking.go_on()
    wanted = [one for one in found if one.judged]
    with readers.opened(asking.path) as reader:
        copies = evidence.in_copies(reader, list(dict.fromkeys(one.wording for one in wanted)), asking)
        judged = []
        for one in wanted:
            asking.go_on()
            asked = Asked(one.wording, one.speaker, None, one.polarity)
            judged.append((_judged(reader, asked, copies[one.wording]), asked, one))
        judged.sort(key=lambda each: each[0].gravity)
        for verdict, asked, one in judged:
            if not answer.put(*_told(reader, asked, verdict, f"line {one.line}, column {one.column}")):
                break
    counts = Counter(one.verdict for one, _, _ in judged)
    summary = ", ".join(f"{counts[one]} {one}" for one in VERDICTS if counts[one])
    if not judged:
        answer.put("No citation: this text has no quotation to judge.")
    hidden = f" Shown: {answer.count}; for the rest a larger max_chars." if answer.full else ""
    answer.close(
        f"{len(judged)} judged{': ' if summary else ''}{summary}; "
        f"{len(found) - len(wanted)} short ones passed over.{hidden}"
    )


def _plain(wording: str) -> str:
    """The words without the marks around them. InputError: there are none."""
    if not any(one.isalnum() for one in wording):
        raise InputError("The wording holds no letter and no digit.")
    return strip_outer_marks(wording.strip())


def _judged(reader: Reader, asked: Asked, copies: Sequence[Stored]) -> Judged:
    recorded = evidence.in_record(reader, asked.wording)
    standing_there = [one for one in recorded if one.match.verified]
    if standing_there:
        return _by_record(reader, asked, standing_there, copies)
    stands = [one for one in copies if one.match.verified or one.match.outcome is Outcome.ambiguous]
    if stands:
        return _by_copy(reader, asked, stands)
    near: list[tuple[int, Judged]] = []
    if recorded and recorded[0].match.outcome is not Outcome.absent:
        near.append((evidence.rank(recorded[0].match), _worse(recorded[0].match, recorded=recorded[0])))
    if copies:
        near.append((evidence.rank(copies[0].match), _worse(copies[0].match, stored=copies[0])))
    return min(near, key=lambda one: one[0])[1] if near else Judged("not_found")


def _worse(match: Match, *, recorded: Recorded | None = None, stored: Stored | None = None) -> Judged:
    verdict = match.outcome.value if match.outcome.value in VERDICTS else "not_found"
    return Judged(verdict, match, recorded, stored)


def _by_record(reader: Reader, asked: Asked, found: Sequence[Recorded], copies: Sequence[Stored]) -> Judged:
    """What the record says of words that are recorded."""
    here = [one for one in found if asked.source is None or _is_in(reader, one, asked.source)]
    if not here:
        there = [one for one in copies if one.source == asked.source and one.match.verified]
        if there:
            return _by_copy(reader, asked, there)
        return Judged("wrong_place", found[0].match, found[0], remarks=("recorded from another source",))
    theirs, remarks = here, list[str]()
    if asked.speaker is not None:
        sure = [one for one in here if voices.of_quote(reader, asked.speaker, one.quote)]
        theirs = sure or [one for one in here if voices.of_quote(reader, asked.speaker, one.quote) is None]
        if not theirs:
            name = label(here[0].quote.speaker.name)
            return Judged("other_speaker", here[0].match, here[0], remarks=(f"recorded as said by {name}",))
        if not sure:
            remarks = ["whether it is the same speaker cannot be told"]
    # Where one source has the words denied and another has them said, the denial must be seen.
    worst = max(theirs, key=lambda one: (_denied(one, asked), -evidence.rank(one.match)))
    if _denied(worst, asked):
        said = worst.quote.polarity.replace("_", " ")
        return Judged("denied", worst.match, worst, remarks=(f"the source has them {said}", *remarks))
    verdict, best = max(
        [(_verdict(one, asked), one) for one in theirs], key=lambda each: VERDICTS.index(each[0])
    )
    if verdict == "recorded":
        there = [one for one in copies if one.match.verified and _is_in(reader, best, one.source)]
        verdict = "verified" if there else verdict
        remarks += [] if there else ["its source has no stored copy to check it against"]
    if verdict == "paraphrase":
        remarks.append("the source gives the sense of it in words of its own, which are no quotation")
    return Judged(verdict, best.match, best, remarks=tuple(remarks))


def _verdict(one: Recorded, asked: Asked) -> str:
    """What a recorded quotation of the right speaker is worth."""
    quote = one.quote
    if quote.form == "indirect":
        return "paraphrase"
    # Who keeps the marks of a mixed wording quotes what is quoted there.
    marks_alone = (
        quote.form == "mixed" and quoted_fragments(quote.text) and not quoted_fragments(asked.wording)
    )
    if marks_alone and not _is_quoted(quote.text, one.match):
        return "paraphrase"
    if doubts(quote):
        return "doubtful"
    return "verified" if quote.check_result in _VERIFIED else "recorded"


def _denied(one: Recorded, asked: Asked) -> bool:
    return asked.polarity == _ASSERTED and one.quote.polarity != _ASSERTED


def _is_in(reader: Reader, one: Recorded, source: int) -> bool:
    return sources.owner_of(reader, one.quote.source.citekey) == source


def _by_copy(reader: Reader, asked: Asked, found: Sequence[Stored]) -> Judged:
    """What the stored copies say of words that nobody has recorded."""
    here = [one for one in found if asked.source in (None, one.source)]
    if not here:
        return Judged("wrong_place", found[0].match, None, found[0], ("it stands in another source",))
    best, remarks = here[0], []
    if not best.newest:
        remarks.append("it stands in an earlier copy, not in the newest")
    if best.match.outcome is Outcome.ambiguous:
        return Judged("ambiguous", best.match, None, best, tuple(remarks))
    quoted = _is_quoted(best.text, best.match)
    if not quoted:
        remarks.append("it stands outside quotation marks there")
    by = voices.said(reader, best)
    if by is not None and _counts(by, asked, quoted=quoted):
        denied = f"the source has them {by.polarity.replace('_', ' ')}"
        return Judged("denied", best.match, None, best, (denied, *remarks))
    if by is not None and by.speaker:
        if asked.speaker is not None and voices.same(reader, asked.speaker, by.speaker) is False:
            other = f"the source gives them to {label(by.speaker)}"
            return Judged("other_speaker", best.match, None, best, (other, *remarks))
        if by.polarity == _ASSERTED:
            remarks.append(f"the source seems to give them to {label(by.speaker)}")
    # Words outside of marks are the author's: whoever quotes the source itself may have them, and nobody else.
    verdict = "paraphrase" if not quoted and asked.speaker is not None else "unrecorded"
    return Judged(verdict, best.match, None, best, tuple(remarks))


def _is_quoted(text: str, match: Match) -> bool:
    """Whether all the words that were found stand in quotation marks."""
    return all(form_of(text, span.start, span.end) == "direct" for span in match.spans)


def _counts(by: voices.Said, asked: Asked, *, quoted: bool) -> bool:
    """Whether the source has the words denied, and the one who quotes them does not say so."""
    if asked.polarity != _ASSERTED or by.polarity == _ASSERTED:
        return False
    return by.polarity != "not_said" or quoted or asked.speaker is not None


def _told(reader: Reader, asked: Asked, judged: Judged, where: str = "") -> Iterator[str]:
    """A verdict: the citation, the outcome, the words that were asked for, and what the record or the source has."""
    match = judged.match
    outcome = f" · outcome: {match.outcome}" if match else ""
    verdict = f"verdict: {judged.verdict}{outcome}{f' · {where}' if where else ''}"
    if judged.recorded is not None:
        quote = judged.recorded.quote
        yield quote_head(quote)
        yield verdict
        yield standing(quote)
    elif judged.stored is not None:
        yield _copy_head(reader, judged.stored)
        yield verdict
    else:
        yield "No citation: these words stand neither in the record nor in a stored copy, and nothing near them does."
        yield verdict
    yield from (f"note: {one}" for one in judged.remarks)
    yield f"asked, given to {label(asked.speaker)}:" if asked.speaker else "asked:"
    yield data(asked.wording)
    if judged.recorded is not None:
        yield f"recorded:\n{data(judged.recorded.quote.shown)}"
    elif judged.stored is not None and match is not None and match.spans:
        text = judged.stored.text
        printed = " … ".join([text[span.start : span.end] for span in match.spans])
        yield f"the copy has:\n{data(printed)}"
    if match is not None and (said := told(match)):
        yield "about the match:\n" + "\n".join(map(data, said))
    if match is not None and match.diff:
        yield f"the nearest passage, [-as it stands there-] {{+as it was asked+}}:\n{data(render_diff(match.diff))}"


def _copy_head(reader: Reader, stored: Stored) -> str:
    from onrecord.text.locator_forms import format_locator
    from onrecord.text.locators import Paragraphs

    source = sources.source_records(reader, [stored.source])[stored.source]
    at = evidence.place(stored)
    where = ""
    if at is not None:
        where = f", {format_locator('paragraph', str(Paragraphs(stored.text).number_at(at)))}"
    return f"{source_head(source)} (stored copy {stored.number}{where})"

"""What a stored text has a speaker do with words quoted in it: assert them, deny them, not say them, ask them."""

from __future__ import annotations

from onrecord.matching.passage import sentences_around
from onrecord.model.polarities import label
from onrecord.text.polarity import reading_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reader import Reader
    from onrecord.text.polarity import Polarity

# Beside "has somebody".
_DOING = {"denied": "deny it", "not_said": "not say it", "asked": "ask it"}
# How far around the words is read, in code points, where no paragraph ends before.
_FAR = 2_000
# A mark or a stop more or less on either side is the same passage.
_BESIDE = 3
_GAP = "\n\n"


def expressed_at(text: str, start: int, end: int) -> Polarity:
    """What the clause around `text[start:end]` has somebody do with these words.

    It is what extraction reads there of words in quotation marks. Where no word beside them denies or asks anything,
    nothing is extracted: they are asserted.
    """
    low, high = _passage(text, start, end)
    first, last = sentences_around(text, start, end)
    if not any(map(str.isalnum, text[first:start])):
        first = low  # what leads to them ends with a colon, and may be the paragraph in front
    outside = f"{text[first:start]} {text[end:last]}"
    if not any(map(str.isalpha, outside)) or reading_of(" ".join(outside.split())).polarity == "asserted":
        return "asserted"
    from onrecord.extract import extract  # it takes longer than all else of recording

    # A paragraph that leads to a quotation is read as one with it.
    there = [
        one
        for one in extract(text[low:high].replace(_GAP, " " * len(_GAP)))
        if one.form != "indirect" and one.start + low <= start + _BESIDE and end <= one.end + low + _BESIDE
    ]
    if not there:
        return "asserted"
    return min(there, key=lambda passage: (passage.speaker is None, passage.end - passage.start)).polarity


def as_expressed(reader: Reader, attribution: int, form: str) -> Polarity:
    """What the stored text has the speaker do with words that were recorded from it in quotation marks."""
    places = reader.rows(
        'SELECT n.text, s.start, s."end" FROM attributions AS a JOIN snapshots AS n ON n.id = a.snapshot_id '
        "JOIN spans AS s ON s.attribution_id = a.id WHERE a.id = ? ORDER BY s.position",
        (attribution,),
    )
    if form == "indirect" or not places or places[-1][2] > len(places[0][0]):
        return "asserted"
    return expressed_at(places[0][0], places[0][1], places[-1][2])


def note_of_reading(polarity: str, who: str) -> str:
    """What is noted where the text makes an attribution other than asserted."""
    return f"the source has {who} {_DOING.get(polarity, 'say it')}: recorded as {label(polarity)}"


def note_of_cue_instead(polarity: str, who: str, cue: str) -> str:
    """What is noted where the cue that is given says otherwise than the text."""
    return f"the source seems to have {who} {_DOING.get(polarity, 'say it')}: recorded as asserted, because of the cue “{cue}”"


def _passage(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph that a place stands in, with the one in front where a colon leads from that to the words."""
    low = _begin(text, start)
    head = text[max(0, low - _FAR) : low].rstrip()
    if head.endswith((":", "：")) and not any(map(str.isalnum, text[low:start])):
        low = _begin(text, low - (len(text[max(0, low - _FAR) : low]) - len(head)))
    after = text.find(_GAP, end, end + _FAR)
    return low, after if after >= 0 else min(len(text), end + _FAR)


def _begin(text: str, offset: int) -> int:
    """Where the paragraph begins that holds a place, not farther away than is read."""
    far = max(0, offset - _FAR)
    gap = text.rfind(_GAP, far, offset)
    return gap + len(_GAP) if gap >= 0 else far

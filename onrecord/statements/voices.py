"""Whose words a stretch of a stored text is where no quotation marks say so: a turn, a block quotation, the author's own text."""

from __future__ import annotations

import zlib

from onrecord.db.reader import array
from onrecord.speakers import queries as speaker_queries
from onrecord.text.namekeys import name_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.kept_rows import Snapshot
    from onrecord.db.reader import Reader
    from onrecord.db.rows import Source, Speaker
    from onrecord.db.store import Store
    from onrecord.ingest.document import Turn

WITHOUT_MARKS = "stands in the text, without marks"
_DASHES = "—–―-"


def told_by(
    store: Store, source: Source, snapshot: Snapshot, by: Speaker, start: int, end: int
) -> str | None:
    """What tells, in words, that a speaker says what stands there; None where nothing does, or it is somebody else."""
    from onrecord.ingest.labels import is_placeholder

    names = [by.name, *store.column("SELECT name FROM speaker_names WHERE speaker_id = ?", (by.id,))]
    turns, quoted = marked_up(store, snapshot.id, snapshot.text, snapshot.media_type, snapshot.extractor)
    for turn in turns:
        if turn.start <= start and end <= turn.end and (turn.unnamed or is_placeholder(turn.speaker)):
            return "the text gives it as a turn, of a speaker whom it does not name"
        if turn.start <= start and end <= turn.end:
            return "the text gives this turn to the speaker" if _is_one(turn.speaker, names) else None
        if turn.start < end and start < turn.end:
            return None
    if snapshot.extractor == "subtitles":
        return "captions give what is said, and name nobody here"
    # The whole paragraph: a few of its words may stand in a block quotation by chance.
    first = snapshot.text.rfind("\n\n", 0, start) + 1
    last = snapshot.text.find("\n\n", end)
    passage = plain(snapshot.text[first : last if last >= 0 else None])
    for block, signature in quoted:
        if passage in block:
            is_theirs = signature is None or _is_one(signature, names)
            return "it stands in a block quotation" if is_theirs else None
    everyone = array(speaker_queries.same_as(store, by.merged_into_id or by.id))
    authors = store.column(
        "SELECT speaker_id FROM creators WHERE source_id = ? AND role = 'author'", (source.id,)
    )
    own = store.value(
        "SELECT 1 FROM creators WHERE source_id = ? AND role = 'author' AND speaker_id IN (SELECT value FROM json_each(?))",
        (source.id, everyone),
    )
    return "the speaker is the author of the source" if own and len(authors) == 1 else None


def _is_one(printed: str, names: list[str]) -> bool:
    """Whether a printed name, in capitals or short, with an office or without, can be one of these."""
    words = name_words(printed)
    for name in names:
        wanted = name_words(name)
        if (
            wanted
            and words
            and (set(wanted) <= set(words) or (wanted[-1] == words[-1] and set(words) <= set(wanted)))
        ):
            return True
    return False


def plain(text: str) -> str:
    """Its letters and figures alone, as block quotations are compared by."""
    return "".join(one for one in text if one.isalnum())


def marked_up(
    reader: Reader, snapshot: int, text: str, media_type: str, extractor: str
) -> tuple[tuple[Turn, ...], list[tuple[str, str | None]]]:
    """The turns of a stored copy, and its block quotations with who signs them, as its format has them."""
    if media_type == "text/plain" and extractor == "text":
        from onrecord.ingest.transcript import turns_in

        return turns_in(text), []
    original = reader.value("SELECT original FROM snapshots WHERE id = ?", (snapshot,))
    if original is None:
        return (), []
    from onrecord.errors import InputError

    data = zlib.decompress(original)
    quoted: list[tuple[str, str | None]] = []
    try:
        if media_type == "text/html":
            from onrecord.ingest.decode import decode
            from onrecord.ingest.html_markup import turns_and_quotations

            return turns_and_quotations(decode(data, name="the copy", markup=True).text, text)
        if media_type == "text/markdown":
            from onrecord.ingest.decode import decode
            from onrecord.ingest.html_markup import block_quotations
            from onrecord.ingest.markdown import as_html

            quoted = block_quotations(as_html(decode(data, name="the copy").text))
        from onrecord.ingest.read import read_bytes

        read = read_bytes(data, name="the copy", media_type=media_type)
    except InputError:
        return (), quoted
    # Another version may have read it in another way; then its places are not these.
    return read.turns if read.text == text else (), quoted

"""Looking again at what was fetched: is the page still what it was, and do the recorded statements still stand in it?

Nothing of a page that cannot be read, asks for a login or is an error is taken for a new text: that would make every
statement drift. It is kept as a capture with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from onrecord.db.observations import newest_copy
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, InputError, NotFoundError
from onrecord.ingest.document import Document
from onrecord.ingest.fetch import FetchError, Known, fetch
from onrecord.ingest.paywall import is_stub
from onrecord.ingest.read import read_fetched
from onrecord.model.record import as_json, record
from onrecord.model.records import Json
from onrecord.sources import captures
from onrecord.sources import queries as source_queries
from onrecord.sources.copies import add_failed_capture, add_snapshot
from onrecord.statements.marks import compare_copies, marked_statements
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store

_LOGIN = lazy(r"(?i)(?:^|[/._-])(?:log-?in|sign-?in|auth|sso|account|consent|captcha)(?:[/._?-]|$)")
_PASSWORD = lazy(rb"(?i)<input[^>]+type\s*=\s*[\"']?password")
_REFUSAL = lazy(
    r"(?i)\b404\b|not found|page (?:is )?(?:unavailable|gone|missing)|access denied|forbidden|just a moment|captcha|"
    r"enable javascript|checking your browser|before you continue|we (?:and our partners )?(?:value|care about|respect) your privacy|"
    r"(?:we|our partners|this site|this website) uses? cookies|(?:accept|allow|manage) (?:all )?(?:cookies|consent)|ad ?blocker|are you (?:a )?(?:human|robot)|verify you are|temporarily unavailable|too many requests|"
    r"cookies (?:zu|akzeptieren)|verwende[nt] cookies|(?:utilisons|utilise) des cookies|accepter les cookies|(?:utilizamos|usamos) cookies|"
    r"aceptar (?:las )?cookies|utilizziamo (?:i )?cookie|gebruiken cookies|используем (?:файлы )?cookie|"
    r"nicht gefunden|introuvable|no encontrad[ao]|не найдена|ページが見つかりません|页面不存在|찾을 수 없",
)
# A page that says no more than this may be nothing but a refusal.
_SHORT = 1500
# Of a text that is still the same page, so large a share of the longest that it had is left at least, where something asks
# for a password, a subscription or consent.
_LEFT = 0.5
# What a page has of which no text is stored yet.
_USUAL = 1000


@record(kw_only=True)
class Page:
    """A source to look at again: its address, the texts it had, and what the server called the newest."""

    citekey: str
    url: str
    known: Known
    characters: int

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""


@record(kw_only=True)
class Seen:
    """What a page was found to be: `document` where it was read, else why not; both None where it is unchanged."""

    page: Page
    document: Document | None = None
    status: int | None = None
    reason: str | None = None
    hint: Hint | None = None


@record(kw_only=True)
class Refreshed:
    """What became of a source: `unchanged`, `changed` (a new text), `returned` (an earlier text again) or `failed`.

    `copy` and `before` are the numbers of its text now and before; `touched` are the references of the statements whose
    words, or whose sentence, changed.
    """

    citekey: str
    url: str
    outcome: str
    copy: int | None = None
    before: int | None = None
    status: int | None = None
    reason: str | None = None
    hint: Hint | None = None
    touched: tuple[str, ...] = ()

    def as_json(self) -> Json:
        return as_json(self, "hint")


_PAGES = f"""
SELECT so.id, so.citekey, so.url, coalesce((SELECT max(length(text)) FROM snapshots WHERE source_id = so.id), 0),
       (SELECT etag FROM captures WHERE snapshot_id = sn.id ORDER BY captured_at DESC, id DESC LIMIT 1),
       (SELECT last_modified FROM captures WHERE snapshot_id = sn.id ORDER BY captured_at DESC, id DESC LIMIT 1)
  FROM sources AS so LEFT JOIN snapshots AS sn ON sn.id = {newest_copy("so.id")}
 WHERE so.url IS NOT NULL AND {{which}} ORDER BY so.citekey"""


def pages(reader: Reader, citekeys: Sequence[str]) -> list[Page]:
    """The sources to look at: those named, or (none named) all that have an address and a stored text.

    Sources of one host do not follow each other where others can come between. NotFoundError: an unknown source, or one
    without an address.
    """
    if not citekeys:
        rows = reader.rows(_PAGES.format(which="sn.id IS NOT NULL"))
    else:
        ids = [source_queries.source_id(reader, citekey) for citekey in citekeys]
        rows = reader.rows(
            _PAGES.format(which="so.id IN (SELECT value FROM json_each(?))"), (array(dict.fromkeys(ids)),)
        )
        found = {row[0] for row in rows}
        for one, citekey in zip(ids, citekeys, strict=True):
            if one not in found:
                raise NotFoundError(
                    f"{citekey} has no web address to fetch it from.", hint=Hint("give_url", citekey=citekey)
                )
    return _spread(
        [
            Page(citekey=citekey, url=url, known=(etag, last_modified), characters=characters)
            for _, citekey, url, characters, etag, last_modified in rows
        ]
    )


def _spread(pages: Sequence[Page]) -> list[Page]:
    """Host by host in turn."""
    waiting: dict[str, list[Page]] = {}
    for page in pages:
        waiting.setdefault(page.host, []).append(page)
    spread: list[Page] = []
    while waiting:
        for host in list(waiting):
            spread.append(waiting[host].pop(0))
            if not waiting[host]:
                del waiting[host]
    return spread


def look(page: Page, *, allow_private: bool = False) -> Seen:
    """Fetches and reads a page. Never raises for what a server or a page does."""
    status = None
    try:
        fetched = fetch(page.url, allow_private=allow_private, known=page.known)
        if fetched.status == 304:
            return Seen(page=page, status=304)
        status = fetched.status
        document = read_fetched(fetched)
    except FetchError as error:
        return Seen(page=page, status=error.status, reason=error.message, hint=error.hint)
    except InputError as error:
        return Seen(page=page, status=status, reason=error.message, hint=error.hint)
    reason = _refused(page, document)
    if reason is not None:
        return Seen(page=page, status=200, reason=reason)
    return Seen(page=page, document=document, status=200)


def _refused(page: Page, document: Document) -> str | None:
    """Why what came is not the page, though the server says that it is."""
    reached = document.origin.url if document.origin else page.url
    there, asked = urlsplit(reached), urlsplit(page.url)
    if (there.netloc, there.path) != (asked.netloc, asked.path) and _LOGIN.search(there.path):
        return f"It leads to a page that asks for a login: {reached}"
    lost = len(document.text) < (page.characters or _USUAL) * _LEFT
    if lost and _PASSWORD.search(document.original):
        return "It asks for a password."
    if lost and len(document.text) < _SHORT:
        title = document.metadata.title or ""
        if match := _REFUSAL.search(title) or _REFUSAL.search(document.text):
            return f"It only says “{' '.join(match[0].split())}”."
    if lost and page.characters and is_stub(document.original.decode("utf-8", "replace"), document.text):
        return "It shows a beginning only, and asks its readers to subscribe."
    return None


def keep(store: Store, seen: Seen) -> Refreshed:
    """Records what was seen: a new copy, an earlier one again, or (once in a row) why there was none."""
    page = seen.page
    before = _newest(store, page.citekey)
    if seen.document is None:
        if seen.reason is None:
            return Refreshed(
                citekey=page.citekey, url=page.url, outcome="unchanged", copy=before, status=seen.status
            )
        add_failed_capture(store, page.citekey, page.url, seen.status, seen.reason)
        return Refreshed(
            citekey=page.citekey,
            url=page.url,
            outcome="failed",
            copy=before,
            status=seen.status,
            reason=seen.reason,
            hint=seen.hint,
        )
    added = add_snapshot(store, page.citekey, seen.document)
    if not added.captured:
        return Refreshed(citekey=page.citekey, url=page.url, outcome="unchanged", copy=before, status=200)
    return Refreshed(
        citekey=page.citekey,
        url=page.url,
        outcome="changed" if added.new_text else "returned",
        copy=added.number,
        before=before,
        status=200,
        touched=_touched(store, page.citekey, before, added.number),
    )


def _newest(reader: Reader, citekey: str) -> int | None:
    return next((copy.number for copy in captures.copies(reader, citekey) if copy.newest), None)


def _touched(reader: Reader, citekey: str, before: int | None, now: int) -> tuple[str, ...]:
    """The statements of any copy whose sentence is not in the new text as it was."""
    if before is None:
        return ()
    targets: dict[str, None] = {}
    for copy in captures.copies(reader, citekey):
        if copy.number != now and marked_statements(reader, copy):
            compared = compare_copies(reader, citekey, copy.number, now)
            targets.update(dict.fromkeys(mark.ref for mark in compared.touched()))
    return tuple(targets)

"""E-mail (RFC 5322, MIME) to text: what was written, with sender, subject and day."""

from __future__ import annotations

from base64 import b64decode
from datetime import date, datetime

from onrecord.errors import InputError
from onrecord.ingest.decode import Damage, Decoded, decode
from onrecord.ingest.document import Author, Metadata, Reading, Turn
from onrecord.ingest.labels import is_name
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_END_OF_HEADERS = lazy(rb"\r?\n\r?\n|\r\r")
_CHARSET = lazy(rb"(?i)charset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_NOT_BASE64 = lazy(rb"[^A-Za-z0-9+/]")
# Encodings by the names that mail programs write them with in headers, as in HTML: the larger ones that are meant.
_MEANT = {
    b"gb2312": b"gb18030", b"gbk": b"gb18030", b"ks_c_5601-1987": b"cp949", b"euc-kr": b"cp949", b"shift_jis": b"cp932",
    b"iso-8859-1": b"cp1252", b"us-ascii": b"cp1252", b"iso-8859-9": b"cp1254", b"big5": b"big5hkscs",
}  # fmt: skip
_ENCODED = lazy(
    rb"(?i)=\?(gb2312|gbk|ks_c_5601-1987|euc-kr|shift_jis|iso-8859-1|us-ascii|iso-8859-9|big5)\?(?=[bq]\?)"
)
# What MIME takes for granted where nothing is declared, so that it declares nothing.
_UNDECLARED = {"us-ascii", "ascii", "unknown-8bit", "x-unknown", "8bit"}
# No header that is read is longer; parsing one takes more than twice as long when it is twice as long.
_LONGEST_DATE = 100
_A_DAY = len("2024-03-05")
_LONGEST_HEADER = 20_000
# Of a header that the parser of mail takes apart by itself, and of any other, in bytes.
_LONGEST_TYPE, _LONGEST_LINES = 2_000, 1_000_000
_TYPES = lazy(
    rb"(?im)^(content-(?:type|disposition|transfer-encoding|id):[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)"
)
_HEADERS = lazy(rb"(?m)^(?:[!-9;-~]{1,100}+:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+)\r?\n?")
_MOST_PARTS = 5_000
# Each line is an object of its own to the parser. On average, with their ends, in letters.
_MANY_LINES, _SHORTEST_LINES = 200_000, 8
_CUT = "its text was sent as base64 that is damaged; check whether it is whole"

_QUOTED = lazy(r"(?m)(?:^>(?!From )[^\n]*(?:\n|\Z))+")
_MARKS = lazy(r"(?m)^(?:>[ \t]?)+")
# "On Mon, 4 Mar 2019 at 09:00, Ann Lee <al@example.org> wrote:", "Am 4. März schrieb Eva Kranz:"
_NAME = r"(?P<name>[^\W\d_][^\d,;:<>@\n\"]{1,60}?)[\"”]?\s*(?:<[^<>\n]*>|\([^()\n]*@[^()\n]*\))?"
_WROTE_BEHIND = lazy(
    rf"(?:^|[,;>]|\d|\b(?:[AP]M|Uhr))\s*\"?{_NAME}\s+(?:wrote|a écrit|escribió|ha scritto|scrisse|escreveu|schreef|skrev|napisała?|написала?)\s*:\s*$"
)
_WROTE_BEFORE = lazy(
    rf"\b(?:schrieb|wrote|escribió|ha scritto|scrisse|escreveu|schreef|skrev|napisała?|написала?)\s+\"?{_NAME}\s*:\s*$"
)


def read_mail(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a message, plain if it has plain text, else that of its HTML; attachments are left out.

    A header that cannot be read counts as absent. InputError: there is no text, or it is encrypted.
    """
    import email.policy  # for mail alone: every file is asked whether it looks like one
    from email.message import EmailMessage

    data, notes, damaged = _readable_headers(within_bounds(data, name))
    try:
        message = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
        encrypted = message.get_content_type() == "multipart/encrypted"
        body = None if encrypted else message.get_body(preferencelist=("plain", "html"))
        attached = 0 if encrypted else sum(1 for _ in message.iter_attachments())
    except Exception:  # noqa: BLE001 - what the parser lets through on odd headers has no common type
        raise InputError(f"{name} is a damaged e-mail; save it again from a mail program.") from None
    if encrypted:
        raise InputError(f"{name} is encrypted; open it in a mail program and save its text.")
    text = ""
    blocks: tuple[Turn, ...] = ()
    if body is not None:
        payload, whole = _payload(body)
        decoded = _decoded(body, payload, name)
        text = _plain(decoded, body)
        if body.get_content_type() != "text/html":
            text, blocks = quoted_apart(text)
        damaged += decoded.damaged
        notes += decoded.notes(text) + (() if whole else (_CUT,))
    if not text.strip():
        raise InputError(f"{name} is an e-mail without a readable text.")
    if attached:
        notes += (f"{attached} attachment{'s' if attached > 1 else ''} left out",)
    return Reading(text, "email", _metadata(message, url), notes=notes, damaged=damaged, blocks=blocks)


def markup_of(data: bytes, name: str) -> str | None:
    """The HTML of a message that was read already; None where its text is plain."""
    import email.policy
    from email.message import EmailMessage

    message = email.message_from_bytes(
        _readable_headers(within_bounds(data, name))[0], EmailMessage, policy=email.policy.default
    )
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None or body.get_content_type() != "text/html":
        return None
    return _decoded(body, _payload(body)[0], name).text


def within_bounds(data: bytes, name: str) -> bytes:
    """A message whose parser will not take long: headers of its parts cut where they are longer than any is, and those of
    more than a megabyte left out. InputError: it has thousands of parts, or hardly anything but ends of lines."""
    lines = data.count(b"\n")
    if lines > _MANY_LINES and len(data) < lines * _SHORTEST_LINES:
        raise InputError(f"{name} has {lines:,} lines of a few letters; it is not read.")
    end = _END_OF_HEADERS.search(data)
    head = data[: end.start()] if end else data
    if b"multipart/" in head.lower() and data.count(b"\n--") > _MOST_PARTS:
        raise InputError(f"{name} has more than {_MOST_PARTS:,} parts; it is not read.")
    if len(head) > _LONGEST_LINES:
        data = (
            _HEADERS.sub(lambda one: one[0] if len(one[0]) <= _LONGEST_HEADER else b"", head)
            + data[len(head) :]
        )
    return _TYPES.sub(lambda one: one[0] if len(one[0]) <= _LONGEST_TYPE else one[0][:_LONGEST_TYPE], data)


def _readable_headers(data: bytes) -> tuple[bytes, tuple[str, ...], tuple[Damage, ...]]:
    """The message with the headers at its beginning in UTF-8: some programs write them as they are."""
    end = _END_OF_HEADERS.search(data)
    written = data[: end.start()] if end else data
    head = _ENCODED.sub(lambda word: b"=?" + _MEANT[word[1].lower()] + b"?", written)
    data = head + data[len(written) :]
    if head.isascii():
        return data, (), ()
    declared = _CHARSET.search(head)
    try:
        decoded = decode(head, _declared(declared[1].decode()) if declared else None, name="the header")
    except InputError:
        return data, (), ()
    return decoded.text.encode() + data[len(head) :], decoded.notes(), decoded.damaged


def _declared(charset: str | None) -> str | None:
    return None if charset is None or charset.strip().lower() in _UNDECLARED else charset


def _payload(body: MIMEPart) -> tuple[bytes, bool]:
    """The bytes of the text, and whether its base64 could be read to the end."""
    if str(_stated(body, "Content-Transfer-Encoding") or "").strip().lower() == "base64":
        written = body.get_payload()
        letters = str(written).encode("ascii", "ignore") if isinstance(written, str) else b""
        # A body of base64 may be followed by the plain text of a mailing list: the first = ends it.
        letters = letters.partition(b"=")[0]
        kept = _NOT_BASE64.sub(b"", letters)
        left = len(kept) % 4
        padded = kept + b"=" * (-left % 4) if left != 1 else kept[:-1]
        return b64decode(padded), left != 1 and len(kept) == len(b"".join(letters.split()))
    raw = body.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b"", True


def _decoded(body: MIMEPart, payload: bytes, name: str) -> Decoded:
    try:
        charset = body.get_content_charset()
    except Exception:  # noqa: BLE001 - as above
        charset = None
    return decode(payload, _declared(charset), name=name, markup=body.get_content_type() == "text/html")


def _plain(decoded: Decoded, body: MIMEPart) -> str:
    text = decoded.text
    if body.get_content_type() == "text/html":
        from onrecord.ingest.html import plain_text

        text = plain_text(text)
    return stored_form(text).strip() + "\n" if text.strip() else ""


def quoted_apart(text: str) -> tuple[str, tuple[Turn, ...]]:
    """The text with quoted lines as paragraphs without their ">", and where these stand, each with who is said to have
    written it; "" where the line above names nobody, or the quotation holds others."""
    made, blocks, at = "", [], 0
    for found in _QUOTED.finditer(text):
        words = _MARKS.sub("", found[0]).strip()
        made += text[at : found.start()].rstrip()
        at = found.end()
        if not words:
            made += "\n\n"
            continue
        line = made[made.rfind("\n") + 1 :]
        wrote = _WROTE_BEHIND.search(line) or _WROTE_BEFORE.search(line)
        name = " ".join(wrote["name"].split()) if wrote else ""
        nested = any(one.startswith((">>", "> >")) for one in found[0].split("\n"))
        by = name if is_name(name) and not nested else ""
        made += "\n\n" if made else ""
        blocks.append(Turn(len(made), len(made) + len(words), by, unnamed=not by))
        made += words + "\n\n"
        while text[at : at + 1] == "\n":
            at += 1
    return (made + text[at:]).rstrip() + "\n" if blocks else text, tuple(blocks)


def _stated(message: MIMEPart, header: str) -> object:
    """The first header of a name, parsed; None where there is none, or none that can be read."""
    for key, value in message.raw_items():
        if key.lower() == header.lower():
            if len(str(value)) > _LONGEST_HEADER:
                return None
            try:
                return message.policy.header_fetch_parse(key, value)
            except Exception:  # noqa: BLE001 - as above
                return value if header == "Date" else None
    return None


def _metadata(message: EmailMessage, url: str | None) -> Metadata:
    from email.utils import getaddresses

    sender = _stated(message, "From")
    try:
        senders = getaddresses([str(sender)]) if sender else []
    except (ValueError, IndexError, RecursionError):
        senders = []
    names = (in_one_line(shown or address) for shown, address in senders)
    return Metadata(
        title=in_one_line(_stated(message, "Subject")) or None,
        authors=tuple(Author(name) for name in names if name),
        issued=_day(_stated(message, "Date")),
        url=url,
        type="personal_communication",
    )


def _day(header: object) -> str | None:
    """The day of a Date header where it was written, as EDTF; None for what is no day."""
    from email.utils import parsedate_tz

    sent = getattr(header, "datetime", None)
    if isinstance(sent, datetime):
        return sent.date().isoformat()
    # The day may be clear where the time, or the zone, is not one.
    try:
        written = parsedate_tz(str(header or ""))
        if written:
            return date(*written[:3]).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    from onrecord.text import dates

    # "mardi 5 mars 2024 09:11": programs that write in the language of their people.
    found = dates.in_line(in_one_line(header)[:_LONGEST_DATE])
    day = found.written.edtf if found and not found.written.doubt else None
    return day if day and len(day) == _A_DAY else None

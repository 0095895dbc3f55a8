"""E-mail (RFC 5322, MIME) to text: what was written, with sender, subject and day."""

import email
import email.policy
import re
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.plain import in_one_line, stored_form

_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_TELLING = re.compile(rb"^(?:From|Date|Received|Message-ID|MIME-Version):", re.IGNORECASE | re.MULTILINE)
_SNIFFED = 64_000


def looks_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with a block of headers, two of them such as only mail has."""
    head = _HEADER.match(data[:_SNIFFED])
    return head is not None and len({found[0].lower() for found in _TELLING.finditer(head[0])}) >= 2


def read_mail(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a message, plain if it has plain text, else that of its HTML; attachments are left out.

    InputError: there is none, or it is encrypted.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        if message.get_content_type() == "multipart/encrypted":
            raise InputError(f"{name} is encrypted; open it in a mail program and save its text.")
        body = (
            message.get_body(preferencelist=("plain", "html")) if isinstance(message, EmailMessage) else None
        )
        text = _text_of(body) if body is not None else ""
        metadata = _metadata(message, url)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError):
        raise InputError(f"{name} is a damaged e-mail; save it again from a mail program.") from None
    if not text.strip():
        raise InputError(f"{name} is an e-mail without a readable text.")
    attached = sum(1 for _ in message.iter_attachments()) if isinstance(message, EmailMessage) else 0
    notes = (f"{attached} attachment{'s' if attached > 1 else ''} left out",) if attached else ()
    return Reading(text, "email", metadata, notes=notes)


def _text_of(body: MIMEPart) -> str:
    content = body.get_content()
    text = content if isinstance(content, str) else ""
    if body.get_content_type() == "text/html":
        from onrecord.ingest.html import plain_text

        text = plain_text(text)
    return stored_form(text).strip() + "\n" if text.strip() else ""


def _metadata(message: "email.message.Message[str, str]", url: str | None) -> Metadata:
    senders = getaddresses([str(one) for one in message.get_all("From", [])][:1])
    authors = [Author(in_one_line(shown or address)) for shown, address in senders if shown or address]
    sent = getattr(message.get("Date"), "datetime", None)
    return Metadata(
        title=in_one_line(message.get("Subject")) or None,
        authors=tuple(authors),
        issued=sent.date().isoformat() if isinstance(sent, datetime) else None,
        url=url,
        type="personal_communication",
    )

"""Text of sources as HTML that is safe to look at.

Everything that is returned is escaped. Control characters and those that reorder text are shown as chips that name
them; what is no plain address becomes no link.
"""

from urllib.parse import urlsplit

from markupsafe import Markup, escape

from onrecord.pages.doubts import BAD, DOUBTFUL, GOOD
from onrecord.text.clean import visible


def has_hidden(value: str) -> bool:
    """Whether `value` has characters that cannot be seen or that reorder others."""
    return visible(value, multiline=True) != value


def text_html(value: str) -> Markup:
    """`value` escaped, with a chip for each character that cannot be seen or that reorders others."""
    if not has_hidden(value):
        return escape(value)
    parts = []
    for character in value:
        shown = visible(character, multiline=True)
        if shown == character:
            parts.append(escape(character))
        elif shown:
            parts.append(Markup('<span class="onrecord-chip">{}</span>').format(shown))
    return Markup("").join(parts)


def is_link(value: str) -> bool:
    """Whether `value` is an http(s) address and nothing else, without characters that disguise it."""
    # RFC 3986 has no place for the others unencoded; browsers guess what they mean.
    if any(character.isspace() or character in '<>"\\^`{|}' for character in value) or has_hidden(value):
        return False
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def badge_kind(value: str) -> str:
    """How sure what a badge says is: bad, doubtful, good or plain."""
    return (
        "bad" if value in BAD else "doubtful" if value in DOUBTFUL else "good" if value in GOOD else "plain"
    )


def badge_html(value: str) -> Markup:
    """A status or a check result, so that doubt is seen."""
    return Markup('<span class="onrecord-badge onrecord-{}">{}</span>').format(
        badge_kind(value), text_html(value.replace("_", " "))
    )

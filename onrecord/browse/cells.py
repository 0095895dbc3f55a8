"""Cells of tables: values from the database as HTML that is safe to look at, as Datasette's `render_cell` wants them.

Everything that is returned is escaped. Only addresses that begin with http:// or https:// become links.
"""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from onrecord.model.polarities import marked
from onrecord.model.vocabulary import ACCEPTABLE
from onrecord.pages import links
from onrecord.pages.chips import badge_html, has_hidden, is_link, text_html
from onrecord.pages.doubts import BAD, DOUBTFUL, LEFT_OUT, checked_words

# Where a longer text is cut, in characters: any text, a wording, a label.
LONGEST = 2048
LONGEST_WORDING = 20_000
LONGEST_LABEL = 200

# Columns that hold a wording, by table.
WORDINGS = {"quotes": ("text",), "statements": ("text",), "attributions": ("exact",)}


def link_html(address: str, shown: str) -> Markup:
    """A link to a page outside that learns nothing of where the reader came from."""
    return Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>').format(address, text_html(shown))


def cut(value: str, longest: int = LONGEST) -> str:
    """The beginning of `value`, with a mark where something is missing."""
    return (
        value if len(value) <= longest else f"{value[:longest]}… [{len(value) - longest:,} more characters]"
    )


def label_html(address: str, label: str) -> Markup:
    """A foreign key as a link to the row it names."""
    shown = label if len(label) <= LONGEST_LABEL else f"{label[:LONGEST_LABEL]}…"
    return Markup('<a href="{}">{}</a>').format(address, text_html(shown) or "–")


def wording_html(value: str, row: Mapping[str, Any]) -> Markup:
    """A wording as a block quotation, with whether it is denied, and doubt under it: their columns may be out of sight.

    `seen` in the row is when the source was last seen to have the text that it was recorded from.
    """
    words = marked(cut(value, LONGEST_WORDING), str(row.get("polarity") or "asserted"))
    quotation = Markup('<blockquote class="onrecord-wording" dir="auto">{}</blockquote>').format(
        text_html(words)
    )
    doubts = []
    for column in ("status", "rank", "check_result"):
        doubt = row.get(column)
        accepted = row.get("accepted_reason") if column == "check_result" and doubt in ACCEPTABLE else None
        if doubt in BAD or doubt in DOUBTFUL or accepted:
            reason = row.get(f"{column}_reason") or checked_words(doubt, row.get("seen"))
            if accepted:
                reason = f"{reason or LEFT_OUT} Accepted: {accepted}"
            doubts.append(Markup("{} {}").format(badge_html(str(doubt)), text_html(cut(str(reason)))))
    if not doubts:
        return quotation
    return quotation + Markup('<p class="onrecord-doubt">{}</p>').format(Markup("<br>").join(doubts))


def page_of(column: str, table: str | None, row: Mapping[str, Any]) -> str | None:
    """The page, below Datasette's root, that a cell leads to."""
    if (table, column) in (("quotes", "key"), ("statements", "key")):
        return links.quote_at(row["key"])
    if (table, column) in (("quotes", "source"), ("sources", "citekey")):
        return links.source_at(row[column])
    if (table, column) == ("quotes", "speaker") and row.get("speaker_slug"):
        return links.speaker_at(row["speaker_slug"])
    if (table, column) == ("speakers", "slug"):
        return links.speaker_at(row["slug"])
    if (table, column) == ("claims", "key"):
        return links.claim_at(row["key"])
    return None


def cell_html(
    value: str,
    column: str,
    table: str | None,
    row: Mapping[str, Any],
    address_of: Callable[[str], str],
) -> Markup | None:
    """The HTML of a text cell, or None where Datasette's own (escaped) way is good.

    `address_of` makes an address of `links` one of the Datasette that serves it.
    """
    if column in WORDINGS.get(table or "", ()):
        return wording_html(value, row)
    if column in ("status", "check_result", "rank") and table in ("quotes", "attributions"):
        return badge_html(value)
    if address := page_of(column, table, row):
        return label_html(address_of(address), value)
    if (table, column) == ("quotes", "title") and is_link(str(row.get("url") or "")):
        return link_html(str(row["url"]), cut(value))
    if is_link(value):
        return link_html(value, cut(value, LONGEST_LABEL))
    # Datasette would make a link of whatever begins like one.
    if value.strip().startswith(("http://", "https://")) or has_hidden(value):
        return text_html(cut(value))
    return None

"""Everything about a quotation on a small card, for chats and slides; written without the citation engine."""

from collections.abc import Sequence

from onrecord.cite import csl, markup, moments
from onrecord.cite.attribution import beside_speaker, doubts, named_speaker, wording
from onrecord.cite.occasions import my_translation, occasion
from onrecord.model.records import Quote, SourceRecord
from onrecord.text.locator_forms import format_locator

_CHECKS = {
    "exact": "the wording stands in the stored copy, letter by letter",
    "typographic": "the wording stands in the stored copy, but for typography",
    "interrupted": "the wording stands in the stored copy, broken off by who says it",
    "bracketed": "the wording stands in the stored copy, but for the writer's own words in brackets",
    "elided": "the wording stands in the stored copy, with omissions",
    "drifted": "the wording stands in the copy it was recorded from, and not as it was in the newest",
    "stitched": "words of different quotations in the stored copy",
    "inverted": "what was left out of the stored copy, or stands in brackets, may turn the sense",
    "altered": "the stored copy has other words",
    "ambiguous": "the stored copy has the words in several places",
    "absent": "the stored copy does not have the words",
    "not_checkable": "a paraphrase, or no stored copy",
}


def write(quotes: Sequence[Quote], format: str) -> str:
    """The cards, one after the other: `format` "text", "markdown" or "html"."""
    if format == "html":
        return "\n".join(map(_html, quotes))
    return "\n\n".join(_markdown(quote) if format == "markdown" else _text(quote) for quote in quotes)


def rows(quote: Quote) -> list[tuple[str, str]]:
    """What the card says below the wording: (label, words)."""
    rows_told = [
        ("Said", _said(quote)),
        ("Wording", my_translation(quote, "en")),
        ("Source", _source(quote.source)),
        ("Place", format_locator(quote.locator_label, csl.clean(quote.locator)) if quote.locator_label and quote.locator else ""),
        ("Address", _words(moments.link(quote) or quote.source.url)),
        ("Archived", _words(quote.source.archive_url)),
        ("Checked", _checked(quote)),
        *(("Doubt", doubt) for doubt in doubts(quote)),
        ("Record", csl.clean(quote.ref)),
    ]  # fmt: skip
    return [(label, words) for label, words in rows_told if words]


def _line(quote: Quote) -> str:
    """The wording and who says it; where and when stands below."""
    chain = [part for part in beside_speaker(quote) if part != occasion(quote)]
    return f"{wording(quote)} — {', '.join([named_speaker(quote), *chain])}"


def _text(quote: Quote) -> str:
    return "\n".join([_line(quote), *(f"{f'{label}:':<10}{words}" for label, words in rows(quote))])


def _markdown(quote: Quote) -> str:
    lines = [f"> {markup.plain_markdown(_line(quote))}", ""]
    return "\n".join(
        [*lines, *(f"- **{label}**: {markup.plain_markdown(words)}" for label, words in rows(quote))]
    )


def _html(quote: Quote) -> str:
    lines = ['<figure class="onrecord-card">', f"  <blockquote>{markup.plain_html(_line(quote))}</blockquote>", "  <dl>"]  # fmt: skip
    lines += [f"    <dt>{label}</dt><dd>{markup.plain_html(words)}</dd>" for label, words in rows(quote)]
    return "\n".join([*lines, "  </dl>", "</figure>"])


def _source(source: SourceRecord) -> str:
    makers = [
        csl.printed_name(creator.speaker, creator.named_as)
        for creator in source.creators
        if creator.role != "publisher"
    ]
    title = f"“{csl.clean(source.title)}”" if source.title else ""
    parts = [" and ".join(makers) if len(makers) < 3 else f"{makers[0]} and others", title]
    parts += [_words(source.container_title), _words(source.publisher), _words(source.issued)]
    # A paper is often its own publisher, and its own author.
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _checked(quote: Quote) -> str:
    if quote.check_result is None:
        return "never"
    when = f" ({quote.checked_at[:10]})" if quote.checked_at else ""
    return f"{_CHECKS[quote.check_result]}{when}"


def _said(quote: Quote) -> str:
    when = f"{quote.said} (inferred)" if quote.said and quote.said_basis == "inferred" else quote.said
    medium = quote.medium.replace("_", " ") if quote.medium and quote.medium != "other" else None
    return ", ".join(filter(None, [when, medium, *map(_words, (quote.occasion, quote.place))]))


def _words(text: str | None) -> str:
    return csl.clean(text or "")

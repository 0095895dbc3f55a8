"""Notes of what is selected: `KEY.md` a statement, `sources/CITEKEY.md` a source.

What an export writes ends in a line that says so. What people write below it is theirs.
"""

from collections.abc import Sequence
from pathlib import Path

from onrecord.cite import csl
from onrecord.cite.attribution import doubts, speaker_line
from onrecord.cite.markup import plain_markdown
from onrecord.exchange.annotations.portable import packed
from onrecord.exchange.notes import frontmatter, names
from onrecord.exchange.selection import Selection
from onrecord.model.polarities import marked
from onrecord.model.records import Json, Quote, SourceRecord
from onrecord.text.locator_forms import format_locator

MARK = "%% onrecord writes everything above this line anew; what stands below is yours %%"
STATEMENT, SOURCE = "statement", "source"
SOURCES = "sources"
_LONGEST_ALIAS = 100


def write(selection: Selection, folder: Path) -> None:
    """Writes the notes into an empty folder."""
    files: dict[str, str] = {}
    taken: set[str] = set()
    (folder / SOURCES).mkdir()
    cited: dict[str, SourceRecord] = {}
    for source, quotes in selection.by_source():
        files[source.citekey] = names.of_key(source.citekey, taken)
        cited |= {
            hop.cited_source.citekey: hop.cited_source
            for quote in quotes
            for hop in quote.via
            if hop.cited_source
        }
        _put(folder / SOURCES / f"{files[source.citekey]}.md", _source(source, quotes))
    for citekey, source in cited.items():
        if citekey not in files:
            files[citekey] = names.of_key(citekey, taken)
            _put(folder / SOURCES / f"{files[citekey]}.md", _source(source, ()))
    for attributions in selection.statements():
        # A key holds nothing that a file's name could not.
        _put(folder / f"{attributions[0].key}.md", _statement(attributions, files))


def _put(path: Path, text: str) -> None:
    path.write_text(f"{text}\n{MARK}\n", encoding="utf-8", newline="\n")


def _source(source: SourceRecord, quotes: Sequence[Quote]) -> str:
    item = csl.item(source)
    fields: Json = {
        "onrecord": SOURCE,
        "citekey": source.citekey,
        "aliases": [csl.clean(source.title)] if source.title else [],
        "archive_url": source.archive_url,
        "citekeys": list(source.aliases),
        "csl": item,
    }
    title = csl.clean(source.title or source.citekey)
    lines = [f"# {plain_markdown(title)}", ""]
    if source.url:
        lines += [
            f"<{source.url}>"
            if source.url.isascii() and source.url.isprintable()
            else plain_markdown(source.url),
            "",
        ]
    lines += [
        f"- [[{quote.key}]] {plain_markdown(_short(quote.shown))}"
        for quote in sorted(quotes, key=lambda quote: quote.key)
    ]
    return frontmatter.write(fields) + "\n" + "\n".join(lines).rstrip() + "\n"


def _statement(attributions: Sequence[Quote], files: dict[str, str]) -> str:
    first = attributions[0]
    fields: Json = {
        "onrecord": STATEMENT,
        "key": first.key,
        "aliases": [f"{csl.clean(first.speaker.name)}: {_short(first.shown)}"],
        "text": first.text,
        "tags": list(first.tags),
        "attributions": [_attribution(attribution, files) for attribution in attributions],
    }
    blocks = [_block(attribution, files) for attribution in attributions]
    return frontmatter.write(fields) + "\n" + "\n\n".join(blocks) + "\n"


def _attribution(quote: Quote, files: dict[str, str]) -> Json:
    """Everything about it but what the statement says already; sources as links to their notes."""
    packed_quote = packed(quote)
    packed_quote.pop("text")
    packed_quote.pop("tags", None)
    fields: Json = {
        "source": f"[[{files[quote.source.citekey]}]]",
        **{k: v for k, v in packed_quote.items() if k != "source"},
    }
    if quote.via:
        fields["via"] = [
            hop | ({"source": f"[[{files[one.cited_source.citekey]}]]"} if one.cited_source else {})
            for hop, one in zip(_list(packed_quote["via"]), quote.via, strict=True)
        ]
    return fields


def _list(value: object) -> list[Json]:
    assert isinstance(value, list)
    return value


def _block(quote: Quote, files: dict[str, str]) -> str:
    wording = "\n".join(
        f"> {plain_markdown(line)}"
        for line in csl.clean(marked(quote.exact or quote.text, quote.polarity)).split("\n")
    )
    place = f"[[{files[quote.source.citekey]}]]"
    if quote.locator and quote.locator_label:
        place += f", {plain_markdown(csl.clean(format_locator(quote.locator_label, quote.locator)))}"
    lines = [wording, ">", f"> — {plain_markdown(speaker_line(quote))} ({place})"]
    return "\n".join(lines + [f">\n> **{plain_markdown(doubt)}**" for doubt in doubts(quote)])


def _short(text: str) -> str:
    line = " ".join(csl.clean(text).split())
    return line if len(line) <= _LONGEST_ALIAS else f"{line[:_LONGEST_ALIAS].rsplit(' ', 1)[0]} …"

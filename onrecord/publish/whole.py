"""What a copy has of everything at once: the lists of all speakers, sources and claims, the data, and the sitemap."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from onrecord.db.reader import Reader
from onrecord.exchange.selection import Selection
from onrecord.pages import exports, links
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries


@dataclass(frozen=True)
class Entry:
    """A line of a list: a name, the address of its page, and how many statements there are."""

    name: str
    address: str
    statements: int


def lists(reader: Reader) -> dict[str, list[Entry]]:
    """The lines of each list, in the order of the names."""
    by_source = dict(reader.rows(
        "SELECT s.citekey, count(DISTINCT a.statement_id) FROM attributions AS a "
        "JOIN sources AS s ON s.id = a.source_id GROUP BY 1"
    ))  # fmt: skip
    entries_of = {
        "speakers": [
            Entry(speaker.name, links.speaker_at(speaker.slug), speaker.statements)
            for speaker in speaker_queries.speakers(reader)
        ],
        "sources": [
            Entry(
                source.title or source.citekey,
                links.source_at(source.citekey),
                by_source.get(source.citekey, 0),
            )
            for source in source_queries.sources(reader)
        ],
        "claims": [
            Entry(text, links.claim_at(key), count)
            for key, text, count in reader.rows(
                "SELECT c.key, c.text, count(DISTINCT s.statement_id) FROM claims AS c "
                "LEFT JOIN stances AS s ON s.claim_id = c.id GROUP BY c.id"
            )
        ],
    }
    return {
        name: sorted(entries, key=lambda entry: (entry.name.casefold(), entry.address))
        for name, entries in entries_of.items()
    }


def statements(everything: Selection) -> Iterator[str]:
    """Every attribution as `--json` has it, a line each."""
    for quotes in everything.statements():
        for quote in quotes:
            yield json.dumps(quote.as_json(), ensure_ascii=False) + "\n"


def block_quotations(reader: Reader, statements: Sequence[int]) -> str:
    """The quotations of these statements in Markdown, as the whole file has them; "" where they have none."""
    attributions = reader.column(
        "SELECT id FROM attributions WHERE statement_id BETWEEN ? AND ?", (statements[0], statements[-1])
    )
    if not attributions:
        return ""
    selected = Selection.of(reader, attributions=attributions)
    return "".join(exports.written("md", selected)).removesuffix("\n")


def sitemap(base_url: str, files: Sequence[str]) -> str:
    """The addresses of the pages, for search engines."""
    # sitemaps.org, 50,000 addresses a file: a larger copy has the first of them, and its pages lead to the others.
    places = "".join(f"<url><loc>{escape(base_url + file)}</loc></url>\n" for file in files[:50_000])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    )

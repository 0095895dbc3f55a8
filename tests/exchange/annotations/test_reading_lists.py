"""Pages and selections that people kept in Instapaper and Pocket."""

import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange import formats
from onrecord.exchange.annotations import reading_lists
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry

INSTAPAPER = 'URL,Title,Selection,Folder,Timestamp\nhttps://quay.example/p,On piers,"It holds, she said.",Unread,1700000000\nhttps://quay.example/q,Ebb,,Archive,1\n'
POCKET = "title,url,time_added,tags,status\nhttps://quay.example/p,https://quay.example/p,1700000000,sea|piers,unread\nX,ftp://x,1,,\n"


def read(text: str) -> list[Entry]:
    return list(reading_lists.read(io.BytesIO(text.encode("utf-8", "replace")), "a file"))


def test_selections_are_quotations_and_pages_sources() -> None:
    quote, page = read(INSTAPAPER)
    assert isinstance(quote, QuoteEntry) and quote.source and quote.text == "It holds, she said."
    assert quote.source.csl == {"type": "webpage", "URL": "https://quay.example/p", "title": "On piers"}
    assert isinstance(page, SourceEntry)
    tagged, refused = read(POCKET)
    assert isinstance(tagged, SourceEntry) and isinstance(refused, Refused)
    assert tagged.csl == {"type": "webpage", "URL": "https://quay.example/p", "keyword": "sea, piers"}
    for text in (INSTAPAPER, POCKET):
        assert formats.to_read("export.csv", text.encode()).name == "readinglist"


POCKET_HTML = """<!DOCTYPE html>
<html>
<head><title>Pocket Export</title></head>
<body><h1>Unread</h1>
<ul><li><a href="https://quay.example/p" time_added="1700000000" tags="sea,piers">On &amp; off
 piers</a></li>
<li><a href="https://quay.example/q" time_added="1" tags="">https://quay.example/q</a></li></ul></body></html>
"""
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p><DT><A HREF="https://quay.example/p" ADD_DATE="1700000000" TAGS="sea">On piers</A>
<DT><A HREF="javascript:void(0)">Mark</A><DT><A HREF="place:sort=8">Most visited</A>
</DL>
"""


def test_lists_of_links_are_read_from_html() -> None:
    first, second = read(POCKET_HTML)
    assert isinstance(first, SourceEntry) and isinstance(second, SourceEntry)
    assert first.csl == {
        "type": "webpage",
        "URL": "https://quay.example/p",
        "title": "On & off piers",
        "keyword": "sea, piers",
    }
    assert second.csl == {"type": "webpage", "URL": "https://quay.example/q"}
    (marked,) = read(BOOKMARKS)
    assert isinstance(marked, SourceEntry)
    assert marked.csl == {
        "type": "webpage",
        "URL": "https://quay.example/p",
        "title": "On piers",
        "keyword": "sea",
    }
    for text in (POCKET_HTML, BOOKMARKS):
        assert formats.to_read("export.html", text.encode()).name == "readinglist"


@given(st.text(max_size=200), st.integers(0, 160))
def test_anything_is_taken_or_refused_in_a_sentence(noise: str, at: int) -> None:
    for text in (INSTAPAPER, POCKET, POCKET_HTML, BOOKMARKS):
        try:
            read(text[:at] + noise + text[at:])
        except InputError as error:
            assert "a file" in error.message

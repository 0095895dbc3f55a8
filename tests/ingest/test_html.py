"""Web pages: the words that a reader sees, complete and in paragraphs."""

import subprocess
import sys

import pytest

from onrecord.errors import InputError
from onrecord.ingest.document import Document
from onrecord.ingest.html import read_html
from onrecord.ingest.read import read_bytes
from onrecord.text.locators import Paragraphs

STORY = """
<h1>Ferry strike ends</h1>
<p>The union's leader, Tomas Veld, said: <q>We never wanted <em>this</em> <a href="/s">strike</a>.</q> He left.</p>
<blockquote><p>“Nobody will be dismissed, and nobody will be punished for what was said in anger.”</p></blockquote>
<p>According to the port authority, “the last ferry will sail on Friday”,<br>as it was planned in the spring.</p>
<ul><li>First demand: better pay.</li><li>Second demand: a longer break.</li></ul>
<table><tr><th>Ferry</th><th>Time</th></tr>
<tr><td>Aurora</td><td>08:15</td></tr></table>
<p>Asked whether he would resign, he answered:</p>
<p>“No.”</p>
"""
PAGE = f"""<!doctype html><html><head><title>Ferry strike ends - The Harbour Daily</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article>{STORY}</article>
<div id="comments" class="comments"><p>A reader: I disagree with everything that is written here.</p></div>
<script>track("Home")</script><footer><p><a href="/imprint">Imprint</a></p></footer></body></html>"""


def page(source: str) -> Document:
    return read_bytes(source.encode(), name="page.html")


def test_the_article_is_read_whole_and_in_paragraphs() -> None:
    document = page(PAGE)
    assert document.text == (
        "Ferry strike ends\n\n"
        "The union's leader, Tomas Veld, said: “We never wanted this strike.” He left.\n\n"
        "“Nobody will be dismissed, and nobody will be punished for what was said in anger.”\n\n"
        "According to the port authority, “the last ferry will sail on Friday”,\nas it was planned in the spring.\n\n"
        "First demand: better pay.\n\nSecond demand: a longer break.\n\nFerry | Time\nAurora | 08:15\n\n"
        "Asked whether he would resign, he answered:\n\n“No.”\n"
    )
    assert document.extractor.startswith("trafilatura ")
    assert len(Paragraphs(document.text)) == 9


@pytest.mark.parametrize("container", ["article", "main", "div", "section", "td"])
def test_repeated_paragraphs_are_all_kept(container: str) -> None:
    refrain = "We shall rebuild the harbour, stone by stone, and we shall not rest."
    story = "".join(
        f"<p>{text}</p>"
        for text in (
            *("Were you there on the night of the fire, as the report claims it?", "No.", refrain),
            *("Did you see the letter that the report mentions on page nine?", "No.", refrain),
            *(
                "Then will you tell us where you were that evening, and with whom?",
                "No.",
                refrain,
                "He left.",
            ),
        )
    )
    text = page(f"<html><body><{container}>{story}</{container}></body></html>").text
    assert text.count("No.") == 3
    assert text.count(refrain) == 3
    assert text.endswith("He left.\n")


def test_nested_quotation_elements_get_the_inner_marks() -> None:
    assert (
        page("<p>She wrote: <q>He said <q>no</q> twice</q>.</p>").text == "She wrote: “He said ‘no’ twice”.\n"
    )


def test_a_short_page_is_read() -> None:
    assert page("<p>Only one short line.</p>").text == "Only one short line.\n"
    assert page("Just words, no tags.").text == "Just words, no tags.\n"


def test_unicode_is_not_normalised() -> None:
    text = "The café Cafe\u0301 serves “Ångström\u00a0tea”\u2009— at the harbour, Kön\u00adigin."
    assert page(f"<article><p>{text}</p></article>").text == text + "\n"


@pytest.mark.parametrize(
    "source",
    [
        "<html><body></body></html>",
        "<!-- nothing -->",
        "<?xml?>",
        "<img src=a.png>",
        "<p> </p>",
        "<style>p{}</style>",
    ],
)
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(InputError, match=r"page\.html holds no readable text"):
        page(source)


@pytest.mark.parametrize("tag", ["div", "b", "q", "table><tr><td", "ul><li"])
def test_a_hundred_thousand_levels_are_refused_not_cut(tag: str) -> None:
    with pytest.raises(InputError, match="too deeply"):
        page("<p>The beginning.</p>" + f"<{tag}>" * 100_000 + "the end")


def test_entity_bombs_have_nothing_to_expand() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><html><p>Words &b;</p></html>'
    assert len(page(bomb).text) < 200


def test_control_characters_in_a_page_do_not_break_it() -> None:
    assert "words" in page("<p><q>\x08&#8;words</q>\x1b[31m &#27;</p>").text


def test_a_page_of_two_hundred_thousand_words() -> None:
    paragraphs = "".join(
        f"<p>{'The talks went on that day. ' * 6}It was day {day}.</p>\n" for day in range(5_000)
    )
    text = page(f"<html><body><article>{paragraphs}</article></body></html>").text
    assert len(text.split()) == 5_000 * (6 * 6 + 4)
    assert Paragraphs(text).number_at(text.index("day 4321.")) == 4322


def test_a_page_of_too_many_elements_is_read_as_it_stands() -> None:
    document = page("<body>" + "<b>word</b> " * 100_001)
    assert document.text.split() == ["word"] * 100_001
    assert document.extractor.startswith("lxml ")


def test_nothing_reaches_the_terminal() -> None:
    program = (
        "import sys; from onrecord.ingest.read import read_stdin; "
        "[read_stdin(page, 'text/html') for page in (b'<p>x', b'<body>no<b>', b'<article><p>&#8;text</p></article>')]"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=120)
    assert (run.stdout, run.stderr) == (b"", b"")


ARTICLES = {
    "en": [
        "Ferry timetable cut",
        "2 March 2024",
        "The ferry to Hovden sails only twice a day from April, and never at night.",
        "“We have run out of crew,” said harbour master Jarl Tveit.",
        "School kitchen reopens",
        "4 March 2024",
        "The kitchen of the school on Mill Road opened on Monday after two years.",
        "“Soup they shall have,” said cook Marit Aune.",
    ],
    "el": [
        "Κλείνει το λιμάνι",
        "2 Μαρτίου",
        "Το λιμάνι κλείνει από τον Απρίλιο, είπε ο δήμαρχος.",
        "Ανοίγει το σχολείο",
        "4 Μαρτίου",
        "Το σχολείο άνοιξε τη Δευτέρα ύστερα από δύο χρόνια.",
    ],
    "ja": [
        "港は四月から閉鎖",
        "三月二日",
        "港は四月から閉鎖されると市長は述べた。",
        "学校の台所が再開",
        "三月四日",
        "「子どもたちはスープを望んだ」と調理師は語った。",
    ],
}


@pytest.mark.parametrize("language", ARTICLES)
def test_several_articles_of_a_page_keep_their_paragraphs(language: str) -> None:
    paragraphs = ARTICLES[language]
    half = len(paragraphs) // 2
    articles = "".join(
        f"<article><h2>{one[0]}</h2><time>{one[1]}</time>{''.join(f'<p>{text}</p>' for text in one[2:])}</article>"
        for one in (paragraphs[:half], paragraphs[half:])
    )
    page = (
        f"<html lang={language}><head><title>Week</title></head><body><main>{articles}</main></body></html>"
    )
    assert read_html(page, name="week", url=None).text.split("\n\n") == [
        *paragraphs[:-1],
        f"{paragraphs[-1]}\n",
    ]


def test_paragraphs_that_are_alike_do_not_slow_a_page_down() -> None:
    page = f"<body><main>{'<article><p>a</p></article>' * 3_000}<article><p>b</p></article></main></body>"
    assert read_html(page, name="page", url=None).text.count("a\n") == 3_000


@pytest.mark.parametrize(
    "beside",
    [
        '<article class="teaser-card"><h3>Older story</h3><p>The bridge was closed for a week in May, the town said.</p></article>',
        '<aside><article><h3>Older story</h3><p>The bridge was closed for a week in May, the town said.</p></article></aside>',
        '<article><h3><a href="/b">Older story</a></h3><p><a href="/b">The bridge was closed for a week in May.</a></p></article>',
    ],
)  # fmt: skip
def test_what_is_offered_beside_an_article_is_none_of_it(beside: str) -> None:
    story = "".join(
        f"<p>The ferry is late for the {n}th time, and nobody says why it is.</p>" for n in range(4, 12)
    )
    page = f"<body><main><article><h1>Late again</h1>{story}</article>{beside}</main></body>"
    assert "bridge" not in read_html(page, name="page", url=None).text


def test_a_short_page_with_something_hidden_keeps_its_paragraphs() -> None:
    page = (
        "<html><body><article><h1>Letter</h1><p>Dear sir,</p><p>We will open the quay.</p><p>Yours,<br>Ann Lee</p>"
        "<div hidden>Secret.</div></article></body></html>"
    )
    assert read_bytes(page.encode(), name="letter.html").text == (
        "Letter\n\nDear sir,\n\nWe will open the quay.\n\nYours,\nAnn Lee\n"
    )

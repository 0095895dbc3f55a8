"""Posts inside pages, block quotations of several paragraphs, long introductions, and what a page hides."""

import pytest

from onrecord.extract.document import proposed_of
from onrecord.ingest.read import read_bytes

AROUND = "<p>The harbour board met on Friday evening and heard a good many letters about the old quay and its lamps.</p>"
SNIPPETS = {
    "X": (
        ('<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The quay stays open all winter. <a href="https://t.co/q">https://t.co/q</a></p>'
        '&mdash; Ingrid Moe (@ingridmoe) <a href="https://twitter.com/ingridmoe/status/1">March 5, 2024</a></blockquote>'),
        "Ingrid Moe", "The quay stays open all winter.",
    ),
    "X in German": (
        ('<blockquote class="twitter-tweet"><p lang="de">Der Kai bleibt offen. <a href="https://t.co/q">pic.twitter.com/q</a></p>'
        '&mdash; Anna Keller (@akeller) <a href="https://twitter.com/akeller/status/1">5. März 2024</a></blockquote>'),
        "Anna Keller", "Der Kai bleibt offen.",
    ),
    "Bluesky": (
        ('<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:q/app.bsky.feed.post/3k"><p lang="en">The lamps will be lit again.'
        '<br><br><a href="q">[image or embed]</a></p>&mdash; Olav Brandt (<a href="q">@olav.bsky.social</a>) '
        '<a href="q">March 6, 2024 at 9:11 AM</a></blockquote>'),
        "Olav Brandt", "The lamps will be lit again.",
    ),
    "Facebook": (
        ('<blockquote class="fb-xfbml-parse-ignore" cite="q"><p>The quay is ours and stays ours.</p>Posted by <a href="q">Ingrid Moe</a> on '
        '<a href="q">Tuesday, March 5, 2024</a></blockquote>'),
        "Ingrid Moe", "The quay is ours and stays ours.",
    ),
    "Instagram": (
        ('<blockquote class="instagram-media"><p><a href="q">The lamps are lit again tonight.</a></p><p>A post shared by <a>Olav Brandt</a> (@olav) on '
        '<time datetime="2024-03-05">Mar 5, 2024</time></p></blockquote>'),
        "Olav Brandt", "The lamps are lit again tonight.",
    ),
    "behind the last paragraph": (
        "<blockquote><p>The boats are in.</p><p>So are the nets.</p>– Hilde Brandt, fisher</blockquote>",
        "Hilde Brandt", "The boats are in.\n\nSo are the nets.",
    ),
}  # fmt: skip


def page(inside: str) -> bytes:
    return f"<html><body><article><h1>Letters</h1>{AROUND}{inside}{AROUND.replace('Friday', 'Sunday')}</article></body></html>".encode()


@pytest.mark.parametrize(("snippet", "name", "words"), SNIPPETS.values(), ids=SNIPPETS)
def test_an_embedded_post_is_whose_name_stands_below(snippet: str, name: str, words: str) -> None:
    read = read_bytes(page(snippet), name="a.html")
    [found] = proposed_of(read, "rules")[0]
    assert found.speaker is not None
    assert (found.form, found.speaker.canonical, read.text[found.start : found.end]) == (
        "direct",
        name,
        words,
    )


def test_the_date_of_an_embedded_post_is_not_that_of_the_page() -> None:
    assert read_bytes(page(SNIPPETS["Instagram"][0]), name="a.html").metadata.issued is None


QUOTED = (
    "The quay was built for boats, and boats it shall have.",
    "I will not see it closed while I hold office.",
    "Nor will my successors.",
)
LONG = (
    "Ann Lee, who has been the mayor of the town for eleven years and had sat on its harbour board for seven years before that, and "
    "who was asked last spring by the county to look again at the lamps, the quay and all the boats that lie along it, said in a "
    "letter to the members of the board that was read aloud on Friday evening by the clerk:"
)
INTRODUCED = [
    ("Ann Lee wrote to the board:", "Ann Lee"),
    ("In a letter to the board, the mayor, Ann Lee, wrote:", "Ann Lee"),
    (LONG, "Ann Lee"),
    ("Dans une lettre au conseil, le maire Luc Morel a écrit :", "Luc Morel"),
    ("En una carta al consejo, la alcaldesa Ana Ruiz escribió:", "Ana Ruiz"),
]


@pytest.mark.parametrize(("introduction", "name"), INTRODUCED, ids=range(len(INTRODUCED)))
@pytest.mark.parametrize("markup", ["html", "md"])
def test_all_paragraphs_of_a_block_are_whom_the_line_above_introduces(
    introduction: str, name: str, markup: str
) -> None:
    if markup == "html":
        source = page(
            f"<p>{introduction}</p><blockquote>{''.join(f'<p>{one}</p>' for one in QUOTED)}</blockquote>"
        )
    else:
        block = "\n>\n".join(f"> {one}" for one in QUOTED)
        source = f"The board met.\n\n{introduction}\n\n{block}\n\nNothing was decided.\n".encode()
    read = read_bytes(source, name=f"a.{markup}")
    [found] = [one for one in proposed_of(read, "rules")[0] if one.form == "direct"]
    assert found.speaker is not None
    assert (found.speaker.canonical, read.text[found.start : found.end]) == (name, "\n\n".join(QUOTED))


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color: red; display : none">{}</p>',
        '<p style="visibility:hidden">{}</p>',
        "<div hidden><p>{}</p></div>",
        '<div aria-hidden="true"><p>{}</p></div>',
        "<template><p>{}</p></template>",
    ],
)
def test_what_a_page_does_not_show_is_no_text_of_it(hidden: str) -> None:
    words = "“This is for machines alone,” Bo Quist said to the board."
    assert words not in read_bytes(page(hidden.format(words)), name="a.html").text


def test_a_page_that_hides_nearly_all_of_it_was_saved_while_something_lay_over_it() -> None:
    source = f'<html><body><div aria-hidden="true"><h1>Letters</h1>{AROUND}</div><div>We use cookies.</div></body></html>'
    assert "heard a good many letters" in read_bytes(source.encode(), name="a.html").text

"""What markup says and words alone do not."""

import pytest

from onrecord.ingest.read import read_bytes

LONG = (
    "The ferry company of Norrvik buys two boats this spring, its board decided after a day and a half of talks. "
    * 2
)


def text(body: str) -> str:
    page = f"<!doctype html><meta charset=utf-8><title>Quay</title><main><article><h1>Quay</h1><p>{LONG}</p>{body}<p>{LONG}</p></article></main>"
    return read_bytes(page.encode(), name="a.html").text


@pytest.mark.parametrize(
    "struck",
    [
        "<del>sell</del>",
        "<s>sell</s>",
        "<strike>sell</strike>",
        "<del><b>sell</b></del>",
        '<span style="color:red; text-decoration: line-through">sell</span>',
        '<span style="text-decoration-line:line-through">sell</span>',
    ],
)
def test_struck_words_are_no_text_and_what_follows_them_is(struck: str) -> None:
    read = text(f"<p>“We will {struck} buy both boats,” said the chair.</p>")
    assert "“We will buy both boats,” said the chair." in read


def test_underlined_words_stay() -> None:
    assert "We will buy them" in text(
        '<p>“We <ins>will</ins> <u>buy</u> <span style="text-decoration:underline">them</span>.”</p>'
    )


@pytest.mark.parametrize(
    "signature",
    [
        "<blockquote><p>We open.</p><footer>— <cite>Mia Lund, pilot</cite></footer></blockquote>",
        "<blockquote><p>We open.</p><cite>Mia Lund, pilot</cite></blockquote>",
        "<blockquote><p>We open.</p><p>— <cite>Mia Lund, pilot</cite></p></blockquote>",
        "<figure><blockquote><p>We open.</p></blockquote><figcaption>Mia Lund, pilot</figcaption></figure>",
        "<blockquote><p>We open.</p><p>— Mia Lund, pilot</p></blockquote>",
    ],
)
def test_the_signature_of_a_block_quotation_stands_below_it(signature: str) -> None:
    assert "We open.\n\n— Mia Lund, pilot\n\n" in text(signature)


def test_the_posts_of_a_live_page_stand_as_on_the_page() -> None:
    posts = "".join(
        f"<article class=post><header><time>1{at}:00</time><h3>Heading {at}</h3></header><p>Post {at}. {LONG}</p></article>"
        for at in range(4)
    )
    page = f"<!doctype html><title>Vote</title><body><nav>Home</nav><main><h1>The vote</h1><div class='live-blog'>{posts}</div></main>"
    read = read_bytes(page.encode(), name="a.html").text
    wanted = [
        "The vote",
        *(word for at in range(4) for word in (f"1{at}:00", f"Heading {at}", f"Post {at}.")),
    ]
    places = [read.index(word) for word in wanted]
    assert places == sorted(places)
    assert "Home" not in read


@pytest.mark.parametrize(
    ("lang", "paragraphs"),
    [
        ("zh", ["旧码头将于五月重新开放。", "王伟说：“不。”", "“没有。”", "市议会下周表决。"]),
        ("ja", ["港は五月に再開する。", "「開ける。」", "はい。", "採決は来週。"]),
        ("ko", ["항구는 5월에 다시 문을 연다.", "“연다.”", "네.", "표결은 다음 주다."]),
    ],
)
def test_a_short_page_keeps_its_paragraphs_and_leaves_out_its_menu(lang: str, paragraphs: list[str]) -> None:
    inside = "".join(f"<p>{one}</p>" for one in paragraphs)
    page = (
        f"<!doctype html><html lang={lang}><meta charset=utf-8><title>x</title><body><nav><a href=/>AA</a> <a href=/b>BB</a></nav>"
        f"<article><h1>X</h1>{inside}</article></body></html>"
    )
    assert read_bytes(page.encode(), name="a.html").text == "\n\n".join(["X", *paragraphs]) + "\n"

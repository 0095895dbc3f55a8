"""What a page shows stands in the stored text: signatures, hours and authors of posts, several articles, short pages abroad."""

import pytest

from onrecord.ingest.read import read_bytes

SIGNED = (
    '<html lang="de"><body><article><h1>Rede am Kai</h1><p>Am Montag trat die Meisterin auf.</p><blockquote><p>Wir öffnen den Kai.</p>'
    "<footer>— <cite>Ingrid Dahl</cite>, Hafenmeisterin</footer></blockquote><p>Danach regnete es den Tag lang.</p></article></body></html>"
)
LIVE = (
    '<html lang="fr"><body><article><h1>Direct</h1><div class="liveblog"><article class="post"><time>10:05</time><h3>Le quai</h3>'
    '<p>« Nous ouvrons », dit Élise Noël.</p><p class="author">Par Ann Lee</p></article><article class="post"><time>10:20</time>'
    '<h3>Pluie</h3><p>Personne ne part.</p><p class="author">Par Bo Quist</p></article></div></article></body></html>'
)
SEVERAL = (
    "<html><body><article><h2>One</h2><p>By Ann Lee</p><p>“The quay is open,” Bo Quist said on Monday.</p></article>"
    "<article><h2>Two</h2><p>By Mia Moe</p><p>“The fells are closed,” Ida Lund said on Tuesday.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        (
            SIGNED,
            [
                "Rede am Kai",
                "Am Montag trat die Meisterin auf.",
                "Wir öffnen den Kai.",
                "— Ingrid Dahl, Hafenmeisterin",
                "Danach regnete es den Tag lang.",
            ],
        ),
        (
            LIVE,
            [
                "Direct",
                "10:05",
                "Le quai",
                "« Nous ouvrons », dit Élise Noël.",
                "Par Ann Lee",
                "10:20",
                "Pluie",
                "Personne ne part.",
                "Par Bo Quist",
            ],
        ),
        (
            SEVERAL,
            [
                "One",
                "By Ann Lee",
                "“The quay is open,” Bo Quist said on Monday.",
                "Two",
                "By Mia Moe",
                "“The fells are closed,” Ida Lund said on Tuesday.",
            ],
        ),
        (
            '<html lang="ko"><body><div><p>시장은 “부두를 다시 열겠다”고 말했다.</p><p>비가 왔다.</p><p>아무도 오지 않았다.</p></div></body></html>',
            ["시장은 “부두를 다시 열겠다”고 말했다.", "비가 왔다.", "아무도 오지 않았다."],
        ),
        (
            '<html lang="ja"><body><article><h1>港</h1><p>「桟橋を開く」と述べた。<br><br>雨が降った。</p></article></body></html>',
            ["港", "「桟橋を開く」と述べた。", "雨が降った。"],
        ),
        (
            '<html lang="ar" dir="rtl"><body><main><p>قالت آنا لي: «سنفتح الرصيف».</p><p>هطل المطر.</p></main></body></html>',
            ["قالت آنا لي: «سنفتح الرصيف».", "هطل المطر."],
        ),
    ],
)
def test_blocks_come_whole_and_in_their_order(page: str, blocks: list[str]) -> None:
    assert read_bytes(page.encode(), name="page.html").text.strip().split("\n\n") == blocks

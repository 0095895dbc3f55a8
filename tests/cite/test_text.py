"""Citations as people paste them: the three styles on one set of quotations, checked against their manuals.

Every line of the golden files was read against APA 7, the Chicago Manual of Style 18 (notes) and the MLA Handbook 9.
"""

import re
from pathlib import Path

import pytest
from cite.factories import (
    BRANDT,
    DESPATCH,
    HNA,
    MERIDIAN,
    OKORO,
    VASSILENKO,
    by,
    organisation,
    person,
    quote,
    source,
    via,
)

from onrecord.cite.cited import cite
from onrecord.model.records import Quote, SourceRecord

GOLDEN = Path(__file__).parent / "golden"
STYLES = ("apa", "chicago-notes-bibliography", "modern-language-association")

RADIO = organisation("Radio Halla")
BULLETIN = source(
    "halla-2022",
    type="broadcast",
    title="Evening desk",
    container_title=None,
    issued="2022-11-02",
    url="https://halla.example/evening",
    creators=by(RADIO),
)
BOOK = source(
    "okoro-1999",
    type="book",
    title="Harbours of the north",
    container_title=None,
    publisher="Gull Press",
    issued="1999",
    url=None,
    creators=by(OKORO, BRANDT),
)
UNSIGNED = source("tide-2020", title="What the “tide” brings", issued="2020-05", creators=())


def book(issued: str | None, citekey: str = "demaratus") -> SourceRecord:
    writer = person("Demaratus")
    return source(
        citekey,
        type="book",
        title="On tides",
        container_title=None,
        url=None,
        issued=issued,
        creators=by(writer),
    )


CASES: dict[str, Quote] = {
    "the author's own words": quote("The harbour is a promise.", speaker=BRANDT),
    "words published by another": quote(medium="written"),
    "spoken words": quote(medium="speech"),
    "words of an unknown medium, with quotation marks inside": quote("He called it “a slow miracle” twice."),
    "one relay": quote(via=[via(HNA)]),
    "one relay with the work it is cited for": quote(via=[via(HNA, DESPATCH)]),
    "two relays, the work of the first known": quote(via=[via(HNA, DESPATCH), via(MERIDIAN)]),
    "a work that another than the relay wrote": quote(
        via=[via(HNA, source("okoro-2021", title="Notes from the quay", issued="2021-02-01", creators=by(OKORO)))]
    ),
    "a work that the relay published": quote(
        via=[via(HNA, source("okoro-2021", title="Notes", container_title="HNA", creators=by(OKORO)))]
    ),
    "a relay that is the source itself": quote(
        source=source("hna-2021", creators=by(HNA)), via=[via(HNA)], medium="speech"
    ),
    "an unnamed speaker": quote(
        speaker=organisation("dock workers", kind="group", unnamed=True), named_as="several dock workers"
    ),
    "an unnamed relay": quote(via=[via(organisation("local media", kind="group", unnamed=True))]),
    "a source without an author": quote(source=UNSIGNED, via=[via(HNA)]),
    "pages of a book": quote(speaker=OKORO, source=BOOK, locator=("page", "12-14")),
    "one page": quote(speaker=OKORO, source=BOOK, locator=("page", "12")),
    "a chapter": quote(speaker=OKORO, source=BOOK, locator=("chapter", "3")),
    "a section": quote(speaker=OKORO, source=BOOK, locator=("section", "4")),
    "an act": quote(speaker=OKORO, source=BOOK, locator=("act", "2")),
    "no locator": quote(speaker=OKORO, source=BOOK, locator=None),
    "a time": quote(source=BULLETIN, locator=("timestamp", "00:12:05"), medium="broadcast"),
    "a stretch of time": quote(source=BULLETIN, locator=("timestamp", "00:12:05-00:13:40"), medium="broadcast"),
    "a paraphrase": quote("The quay is said to open soon.", form="indirect"),
    "words quoted in part": quote(
        "She said that the quay “will open” soon.", form="mixed", via=[via(HNA)], medium="speech"
    ),
    "a translation": quote("The sea keeps books.", speaker=BRANDT, translator=OKORO),
    "disputed": quote(status="disputed", status_reason="Two witnesses give the words to Okoro."),
    "misattributed and deprecated": quote(
        status="misattributed",
        status_reason="the words are Okoro’s",
        rank="deprecated",
        rank_reason="the transcript came later",
    ),
    "a year before the common era, about": quote(
        speaker=person("Demaratus"), source=book("-0043~"), locator=("section", "4")
    ),
    "about a year": quote(speaker=person("Demaratus"), source=book("1850~"), locator=("page", "7")),
    "a decade": quote(speaker=person("Demaratus"), source=book("185X"), locator=("page", "7")),
    "a season": quote(speaker=BRANDT, source=source(issued="2021-23"), locator=None),
    "a span of months": quote(speaker=BRANDT, source=source(issued="2021-03/2021-05"), locator=None),
    "no date": quote(speaker=person("Demaratus"), source=book(None), locator=("page", "7")),
    "a letter": quote(
        speaker=BRANDT,
        source=source("letter", type="personal_communication", title="Letter to the editor", container_title=None, url=None),
        locator=None,
    ),
    "a title in Cyrillic of no stated language": quote(
        speaker=BRANDT, source=source("kuprin", title="Заметки о приливе и отливе", language=None)
    ),
    "a speech on an occasion": quote(
        medium="speech", occasion="harbour festival", place="Tallvik", said="2021-03-08"
    ),
    "a press conference, through a relay": quote(
        medium="press_conference", occasion="press conference of the port authority", said="2021-03~", via=[via(HNA)]
    ),
    "a visitors’ book": quote(
        medium="document", occasion="visitors’ book of the ferry museum", place="Tallvik", said="2021-03-09"
    ),
    "an interview, in one’s own translation": quote(
        medium="interview", occasion="interview with Radio Halla", said="2021-03-09", translator=person("me")
    ),
    "one’s own translation of the author’s words": quote(speaker=BRANDT, translator=person("me")),
    "a post": quote(
        speaker=BRANDT,
        source=source("brandt-post", type="post", title="The quay is closed and I am cross", container_title="Mastodon"),
        locator=None,
    ),
    "a book that was first published long before": quote(
        speaker=OKORO,
        source=source(
            "okoro-1999", type="book", title="Harbours of the north", container_title=None, publisher="Gull Press",
            issued="1999", url=None, creators=by(OKORO), csl={"original-date": {"date-parts": [[1931]]}},
        ),
        locator=("page", "12"),
    ),
    "a page with a kept copy": quote(
        speaker=BRANDT,
        source=source(archive_url="https://web.archive.org/web/20210402101112/https://coastal.example/ferry"),
    ),
    "an archived page": quote(
        speaker=BRANDT, source=source(url=None, archive_url="https://archive.example/2021/ferry")
    ),
}  # fmt: skip


def golden(style: str) -> dict[str, str]:
    """The sections of a golden file: "## name", then the output."""
    parts = re.split(r"^## (.+)\n", (GOLDEN / f"{style}.txt").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip("\n") for part in parts[2::2]), strict=True))


@pytest.mark.parametrize("style", STYLES)
def test_every_case_is_cited_as_its_style_asks(style: str) -> None:
    made = {name: cite([one], style=style) for name, one in CASES.items()}
    assert made == golden(style)


@pytest.mark.parametrize("style", STYLES)
def test_several_quotations_share_one_bibliography(style: str) -> None:
    quotes = [
        quote("The second.", speaker=OKORO, source=BOOK, locator=("page", "3"), key="bbbbbbbbbb"),
        quote("The first.", speaker=BRANDT, key="aaaaaaaaaa"),
        quote("The first again.", speaker=BRANDT, key="cccccccccc"),
    ]
    alone = [cite([one], style=style).split("\n\n") for one in quotes]
    *blocks, entries = cite(quotes, style=style).split("\n\n")
    assert blocks == [
        block for block, _ in alone
    ]  # in the order given, each whole: no "ibid.", no short note
    assert entries.split("\n") == sorted({entry for _, entry in alone})


def test_two_works_of_one_year_are_told_apart() -> None:
    other = source("brandt-2021b", title="Lamps", issued="2021-06")
    made = cite([quote(speaker=BRANDT), quote(speaker=BRANDT, source=other)])
    assert "(Brandt, 2021a, para. 12)" in made
    assert "(Brandt, 2021b, para. 12)" in made
    assert "Brandt, M. (2021b, June). Lamps." in made


def test_a_work_cited_at_second_hand_stays_out_of_the_bibliography() -> None:
    for style in STYLES:
        entries = cite([quote(via=[via(HNA, DESPATCH)])], style=style).split("\n\n")[-1]
        assert "Minister" not in entries


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("chicago-author-date", "(HNA, quoted in Brandt 2021, para. 12)"),
        ("ieee", "HNA, as cited in [1, Para. 12]"),
        ("nature", "HNA, as cited in 1"),
        ("nature-physics", "HNA, as cited in 1"),
        ("chicago-notes-bibliography-fr", "HNA, cité dans Mirela Brandt."),
        ("din-1505-2", "HNA, zitiert nach Brandt"),
    ],
)
def test_other_styles_say_it_in_their_words(style: str, words: str) -> None:
    assert words in cite([quote(via=[via(HNA)])], style=style)


@pytest.mark.parametrize(
    ("title", "entry"),
    [
        ("The “north” and the “south”", "“The ‘North’ and the ‘South.’”"),
        ('Straight "marks" inside', "“Straight ‘Marks’ Inside.”"),
        ("Is it “ready”?", "“Is It ‘Ready’?”"),
        ("Is it “ready?”", "“Is It ‘Ready?’”"),
        ("The hall of the workers’", "“The Hall of the Workers’.”"),
        ("<script>alert(1)</script>", "“<Script>alert(1)</Script>.”"),
        (
            "*Stars* $x$ [[Link]](u) `Code` \\Emph{a} &Lt; b",
            "“*Stars* $x$ [[Link]](u) `Code` \\Emph{a} &Lt; b.”",
        ),
        ("one\nline\x00\x1b[31m\ud800", "“One Line[31m.”"),
        ("x2<sup>3</sup>", "“X23.”"),
    ],
)
def test_titles_are_words_and_never_markup(title: str, entry: str) -> None:
    made = cite([quote(speaker=VASSILENKO, source=source(title=title))], style="chicago-notes-bibliography")
    assert f"Brandt, Mirela. {entry} Coastal Review" in made.split("\n")[-1]


def test_names_in_the_chain_are_words_and_never_markup() -> None:
    for name in ("*Wire* {page 3}", "@smith2020 [-@x]", "A, B; C", "</span><b>"):
        made = cite([quote(via=[via(organisation(name))], locator=("page", "2} [p. 3"))])
        assert made.split("\n")[1] == f"({name}, as cited in Brandt, 2021, pp. 2}} [p. 3)"

"""What stands on the pages of a PDF beside their text: heads, numbers, notes, columns."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest

from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes

Drawn = tuple[float, float, float, str]  # x, y, size, words


def made(*pages: list[Drawn]) -> Document:
    """A PDF in Courier, in which each piece of text is drawn at its place, in the order given."""
    objects = ["", "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"]
    kids = []
    for page in pages:
        drawn = b"\n".join(
            b"BT /F %.2f Tf %.2f %.2f Td (%s) Tj ET" % (size, x, y, words.encode("cp1252"))
            for x, y, size, words in page
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn.decode('latin-1')}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 1 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources<</Font<</F 2 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects.append("<</Type/Catalog/Pages 1 0 R>>")
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, one in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(
        f"trailer<</Size {len(objects) + 1}/Root {len(objects)} 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    )
    return read_bytes(out.getvalue(), name="a.pdf")


def column(x: float, y: float, lines: list[str], size: float = 10, leading: float = 13) -> list[Drawn]:
    return [(x, y - at * leading, size, line) for at, line in enumerate(lines)]


def page(head: str, foot: str, lines: list[str]) -> list[Drawn]:
    return [(72, 790, 8, head), *column(72, 740, lines), (290, 40, 8, foot)]


LINES = ["The boats came home late, and the wind", "had turned. “We will mend the nets and"]


def test_heads_feet_and_numbers_are_no_text_and_a_quotation_runs_over_the_page() -> None:
    read = made(
        page("212 BOATS AND NETS", "212", [*LINES]),
        page(
            "Chapter on the wind 213",
            "213",
            ["sail at dawn,” said the skipper of the", "smaller boat, and went below."],
        ),
        page("214 BOATS AND NETS", "214", ["Nobody slept that night."]),
    )
    assert "“We will mend the nets and sail at dawn,” said the skipper of the smaller boat" in read.text
    assert not any(word in read.text for word in ("21", "BOATS", "Chapter"))
    assert [place.value for place in read.places] == ["212", "213", "214"]
    assert read.text[read.places[1].start :].startswith("sail at dawn")


@pytest.mark.parametrize(
    ("feet", "labels"),
    [
        (["– 7 –", "– 8 –", "– 9 –"], ["7", "8", "9"]),
        (["xi", "xii", "xiii"], ["xi", "xii", "xiii"]),
        (["Page 31 of 80", "Page 32 of 80", "Page 33 of 80"], ["31", "32", "33"]),
        (["", "56", "57"], ["55", "56", "57"]),
        (["1871", "1900", "1848"], ["1", "2", "3"]),
    ],
)
def test_page_numbers_are_those_that_are_printed(feet: list[str], labels: list[str]) -> None:
    pages = [page("", foot, [f"The boat number {at} came home."]) for at, foot in enumerate(feet)]
    assert [place.value for place in made(*pages).places] == labels


def test_a_line_that_is_repeated_within_the_text_stays() -> None:
    song = ["Row, row, row the boat", "gently down the stream."]
    read = made(
        *[page("SONGS", str(at), [*song, f"Verse {at} ends here.", "All sing it again."]) for at in (4, 5, 6)]
    )
    assert read.text.count("gently down the stream") == 3
    assert read.text.count("All sing it again") == 3


def test_footnotes_stand_at_the_end_and_their_marks_leave_the_sentence() -> None:
    first = [
        *column(72, 740, ["The boats came home late, and the wind", "had turned. “We mend the nets"]),
        (252, 731, 6, "1"),
        (260, 727, 10, "and"),
        (72, 110, 7, "1 The nets were those of the year before."),
    ]
    second = column(72, 740, ["sail at dawn over 40 m2 of weed,” said", "the skipper."])
    read = made(first, second)
    assert "“We mend the nets and sail at dawn over 40 m2 of weed,” said the skipper." in read.text
    assert read.text.rstrip().endswith("1 The nets were those of the year before.")
    assert [place.value for place in read.places] == ["1", "2", "1"]


LEFT = [
    "The mayor stood up and",
    "said: “The harbour is",
    "ours, and it will stay",
    "ours as long as I am",
    "here.” There was some",
    "noise in the hall.",
]
RIGHT = [
    "The pilot replied: “My",
    "boat is older than the",
    "harbour, and it sails",
    "better than any of the",
    "new ones.” Then all of",
    "them went home to eat.",
]


@pytest.mark.parametrize("by_row", [True, False])
def test_columns_are_read_one_after_the_other(by_row: bool) -> None:
    left, right = column(72, 700, LEFT), column(320, 700, RIGHT)
    drawn = [one for row in zip(left, right, strict=True) for one in row] if by_row else [*left, *right]
    read = made(
        [(72, 740, 10, "A meeting that was held in the hall, and that all of the town came to"), *drawn]
    )
    assert "“The harbour is ours, and it will stay ours as long as I am here.”" in read.text
    assert "“My boat is older than the harbour, and it sails better than any of the new ones.”" in read.text


def test_three_columns_and_a_title_across() -> None:
    third = [
        "And the cook asked for",
        "silence, since the soup",
        "was getting cold, which",
        "nobody had thought of.",
    ]
    read = made([*column(50, 700, LEFT), *column(230, 700, RIGHT), *column(410, 700, third)])
    assert "noise in the hall. The pilot replied" in read.text.replace("\n\n", " ")
    assert "the soup was getting cold" in read.text


def test_a_table_is_read_row_by_row() -> None:
    names, numbers = ["Boat", "Star", "Swan", "Gull", "Tern"], ["Tons", "12", "31", "7", "22"]
    read = made([*column(72, 700, names), *column(200, 700, numbers)])
    assert "Swan 31" in read.text


def test_line_numbers_are_no_words() -> None:
    words = [
        "Q. Did you see the boat come in",
        "that night? A. I saw the boat",
        "and nobody on it, as I have",
        "said before in this room, and",
        "as I say again today.",
    ]
    read = made([*column(40, 700, ["1", "2", "3", "4", "5"]), *column(80, 700, words)])
    assert "A. I saw the boat and nobody on it, as I have said before" in read.text


MINUTES = [
    "The committee met to hear about",
    "the wall. Ann Lee said: “The wall",
    "was inspected in March, and it",
    "would hold for at least ten more",
    "years.” She added that the board",
    "had been told. Bo Quist said: “We",
    "have set aside two million, and",
    "not a penny of it has been spent",
    "so far.” The next meeting is in",
    "June.",
]


@pytest.mark.parametrize(
    "numbers",
    [
        [(40, 700 - 4 * 13, 10, "5")],
        [(40, 700 - 4 * 13, 10, "5"), (40, 700 - 9 * 13, 10, "10")],
        [(330, 700 - 4 * 13 + 1, 7, "5"), (330, 700 - 9 * 13 + 1, 7, "10")],
        [(40, 700 - 1 * 13, 10, "115"), (40, 700 - 6 * 13, 10, "120")],
        [
            (62 - 6 * len(str(number)), 700 - row * 13, 10, f"{number}")
            for row, number in enumerate(range(96, 106))
        ],
        [
            (79 - 6 * len(str(number)), 700 - row * 13, 10, f"{number}")
            for row, number in enumerate(range(112, 122))
        ],
    ],
    ids=["fifth", "fifths", "right", "running", "each", "close"],
)
def test_few_numbers_and_such_as_stand_close_are_no_words_either(numbers: list[Drawn]) -> None:
    read = made([*numbers, *column(80, 700, MINUTES)])
    assert " ".join(read.text.split()) == " ".join(MINUTES)


def test_a_number_at_the_margin_that_counts_nothing_stays() -> None:
    read = made([(40, 700 - 2 * 13, 10, "5"), *column(80, 700, MINUTES)])
    assert "5" in read.text.split()


def test_letters_that_stand_apart_are_words_and_drop_capitals_begin_them() -> None:
    spaced = [(72 + 9 * at, 600, 10, letter) for at, letter in enumerate("never")]
    capital = [
        (72, 676, 36, "T"),
        *column(96, 700, ["he boats came home", "late that night and"]),
        *column(72, 674, ["we all were glad."]),
    ]
    read = made(
        [
            *capital,
            *spaced,
            *column(72, 560, ["A line of words to say what size is", "the usual one on this page of text."]),
        ]
    )
    assert "The boats came home late that night and we all were glad." in read.text
    assert "never" in read.text


def test_a_page_that_a_browser_prints(tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    words = " ".join(f"The {number}th boat came home in the rain." for number in range(120))
    source = f"<p style='columns:2'>{words} “We <b>mend</b> the nets<sup>1</sup> and sail,” said the <i>skipper</i>.</p><p><small>1 Old nets.</small>"
    (tmp_path / "a.html").write_text(f"<!doctype html><meta charset=utf-8>{source}")
    out = tmp_path / "a.pdf"
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={out}", (tmp_path / "a.html").as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = read_bytes(out.read_bytes(), name="a.pdf").text
    assert "“We mend the nets and sail,” said the skipper." in text
    assert words in text.replace("\n\n", " ")

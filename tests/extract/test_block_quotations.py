"""Block quotations that somebody signs: their words, directly, wherever no mark says so."""

import pytest

from onrecord.extract.document import proposed_of
from onrecord.ingest.read import read_bytes

MARKDOWN = """Letters to the board were read on Friday.

> The quay was built for boats, and boats it shall have.
>
> — Ingrid Moe, harbour board

> Wir haben das Tor nie verschlossen.
> — Hilde Brandt (Rat)

> « Le quai restera ouvert. »
>
> – Maïwenn Le Goff, maire

> 港は閉じない。
>
> —— 山田太郎

> Put a light there.
>
> — Head teacher Olav Brandt

> Nobody signs this one, and nobody said it.

> Set down in the year 1801.
>
> — from the minutes of 1801
"""
PAGE = """<html><body><article><h1>Letters</h1><p>The board heard three letters on Friday evening in the hall.</p>
<blockquote><p>The quay was built for boats, and boats it shall have.</p><footer>Ingrid Moe, harbour board</footer></blockquote>
<blockquote>Wir haben das Tor nie verschlossen.<br>— Hilde Brandt (Rat)</blockquote>
<figure><blockquote>« Le quai restera ouvert. »</blockquote><figcaption>Maïwenn Le Goff, maire</figcaption></figure>
<blockquote><p>Nobody signs this one, and nobody said it.</p></blockquote><p>Nothing was decided.</p></article></body></html>"""
SIGNED = [
    ("Ingrid Moe", "The quay was built for boats, and boats it shall have."),
    ("Hilde Brandt", "Wir haben das Tor nie verschlossen."),
    ("Maïwenn Le Goff", "Le quai restera ouvert."),
]


@pytest.mark.parametrize(
    ("source", "name", "signed"),
    [
        (MARKDOWN, "a.md", [*SIGNED, ("山田太郎", "港は閉じない。"), ("Olav Brandt", "Put a light there.")]),
        (PAGE, "a.html", SIGNED),
    ],
    ids=["markdown", "page"],
)
def test_a_signed_block_quotation_is_whose_name_stands_below(
    source: str, name: str, signed: list[tuple[str, str]]
) -> None:
    read = read_bytes(source.encode(), name=name)
    found, _ = proposed_of(read, "rules")
    assert [
        (one.speaker and one.speaker.canonical, read.text[one.start : one.end]) for one in found
    ] == signed
    assert {one.form for one in found} == {"direct"}


def test_a_block_quotation_behind_a_colon_is_direct() -> None:
    source = "The mayor, Ann Lee, said:\n\n> We will open the quay before the storms.\n"
    read = read_bytes(source.encode(), name="a.md")
    [found], _ = proposed_of(read, "rules")
    assert (found.form, found.speaker and found.speaker.canonical) == ("direct", "Ann Lee")
    [plain], _ = proposed_of(read_bytes(source.replace("> ", "").encode(), name="a.md"), "rules")
    assert plain.form == "indirect"


def test_a_signature_of_somebody_else_is_not_given_to_whoever_is_named_before() -> None:
    source = "The mayor, Ann Lee, said:\n\n> The storms will open it.\n>\n> — Bo Quist\n"
    found, _ = proposed_of(read_bytes(source.encode(), name="a.md"), "rules")
    assert [one.speaker and one.speaker.canonical for one in found] == ["Bo Quist"]


@pytest.mark.parametrize(
    "line",
    [
        "Am 4. Mai schrieb Hilde Brandt:",
        "On Mon, 4 May 2020 at 09:00, Hilde Brandt <hb@example.org> wrote:",
        "Le lun. 4 mai 2020 à 09:00, Hilde Brandt <hb@example.org> a écrit :",
        "Hilde Brandt napisała:",
    ],
)
def test_quoted_lines_of_mail_are_of_whom_the_line_above_names(line: str) -> None:
    mail = f"From: Olav Ek <oe@example.org>\nContent-Type: text/plain; charset=utf-8\n\nYes.\n\n{line}\n> When does\n> it open?\nSoon.\n"
    document = read_bytes(mail.encode(), name="a.eml")
    assert document.text == f"Yes.\n\n{line}\n\nWhen does\nit open?\n\nSoon.\n"
    [found] = [one for one in proposed_of(document)[0] if one.speaker]
    assert found.speaker and found.speaker.canonical == "Hilde Brandt"
    assert document.text[found.start : found.end] == "When does\nit open?" and "above" in found.reason


def test_quoted_lines_that_hold_others_are_nobodys() -> None:
    mail = b"From: Olav Ek <oe@example.org>\n\nHilde Brandt wrote:\n> It opens.\n>> When?\n"
    document = read_bytes(mail, name="a.eml")
    assert [block.speaker for block in document.blocks] == [""] and ">" not in document.text

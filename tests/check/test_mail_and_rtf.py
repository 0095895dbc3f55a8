"""Drafts in RTF and in mails: block quotations are told by style and indentation, and quoted messages are other people's."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from conftest import Run

from onrecord.check import reading
from onrecord.check.passages import passages_of

WORDS = "The moon will be sold to the highest bidder next week."
LONG = "They met on Monday and talked until the evening, as the minutes say."


def blocks(path: Path) -> list[str]:
    return [one.wording for one in passages_of(reading.read_file(str(path))) if one.block]


@pytest.mark.parametrize(
    "looks",
    [
        "\\pard\\li720\\fi0",
        "\\pard\\plain\\s17",
        "\\pard\\plain\\s18",
        "\\pard\\li1440\\lin1440",
    ],
)
def test_a_paragraph_of_rtf_that_is_indented_or_styled_as_a_quotation(tmp_path: Path, looks: str) -> None:
    sheet = "{\\stylesheet{\\ql \\f0 Normal;}{\\s17\\li720\\sbasedon0 \\snext0 Intense Quote;}{\\s18\\sbasedon17 Mine;}{\\s19 Other;}}"
    (tmp_path / "draft.rtf").write_text(
        f"{{\\rtf1\\ansi{sheet}{{\\pard {LONG}\\par}}\n\\pard\\s19 {LONG}\\par\n{looks} {WORDS}\\par\n\\pard {LONG}\\par}}"
    )
    assert blocks(tmp_path / "draft.rtf") == [WORDS]


def test_lists_and_hanging_lines_of_rtf_are_none(tmp_path: Path) -> None:
    (tmp_path / "draft.rtf").write_text(
        f"{{\\rtf1\\ansi {LONG}\\par\n{LONG}\\par\n\\pard\\li720\\fi-360 {WORDS}\\par\n\\pard\\ls1\\li720 {WORDS}\\par\n\\pard {LONG}\\par}}"
    )
    assert blocks(tmp_path / "draft.rtf") == []


def mail(path: Path, plain: str | None, html: str | None = None) -> Path:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Lee <ann@example.org>", "The draft"
    if plain is not None:
        message.set_content(plain)
    if html is not None:
        message.set_content(html, subtype="html")
    path.write_bytes(bytes(message))
    return path


def test_a_quoted_message_is_not_the_writers(run: Run, tmp_path: Path) -> None:
    run("init")
    path = mail(
        tmp_path / "draft.eml",
        f"Hello,\n\nBob Ray told me: “{WORDS}”\n\nAnn\n\nOn Monday, Bob wrote:\n> I say “this was never said by anybody at all”.\n> And so on.\n\n"
        "----- Original Message -----\nFrom: Cy\n“Nor was this said by anybody here at all,” said Cy Doe.\n",
    )
    assert [one.wording for one in passages_of(reading.read_file(str(path)))] == [WORDS]
    done = run("check", "draft.eml", code=1)
    assert done.stdout.startswith("draft.eml:3:18: not found: ")
    assert "what it quotes of other messages is other people’s text, and was not looked up (" in done.stderr


def test_blocks_of_a_mail_in_html_are_the_writers_but_for_replies(tmp_path: Path) -> None:
    page = (
        f"<p>{LONG}</p><blockquote>{WORDS}</blockquote><p>Ann</p><div class='gmail_quote'><p>On Monday, Bob wrote:</p>"
        "<blockquote><p>This was said by nobody at all, I am sure.</p></blockquote></div>"
        "<blockquote type='cite'>Nor was this one ever said by anybody.</blockquote>"
    )
    path = mail(tmp_path / "draft.eml", None, page)
    assert blocks(path) == [WORDS]
    assert [one.wording for one in passages_of(reading.read_file(str(path)))] == [WORDS]
    assert "other people’s text" in reading.read_file(str(path)).notes[0]


def test_an_indented_paragraph_of_a_plain_mail(tmp_path: Path) -> None:
    path = mail(
        tmp_path / "draft.eml", f"{LONG}\n\nBob wrote to me last week:\n\n    {WORDS}\n\n{LONG}\n\n{LONG}\n"
    )
    assert blocks(path) == [WORDS]

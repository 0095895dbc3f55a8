"""Citations with their italics, small capitals and links, in HTML, Markdown and LaTeX.

Every character of a name or title means itself in each of them.
"""

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby
from urllib.parse import quote as percent_encoded

from onrecord.cite.bibtex import escaped as latex_escaped
from onrecord.cite.inlines import Char, characters
from onrecord.model.record import record
from onrecord.text.patterns import lazy

FORMATS = ("text", "html", "markdown", "latex")

_BACKSLASHED = r"\\\1"
_SAFE_ADDRESS = lazy(r"(?i)(?:https?|ftp)://|mailto:")
# What could begin or end some markup in Markdown, wherever it stands.
_MARKDOWN_SPECIAL = lazy(r"""[\\`*_{}\[\]<>#|~^$@&"']|[+=-](?=[+=\s-]|$)|!(?=\[)""")


@record()
class _Writer:
    text: Callable[[str], str]
    marks: dict[str, tuple[str, str]]
    link: Callable[[str], tuple[str, str]]


def write(tree: object, format: str, *, commas_inside_quotes: bool) -> str:
    """A line of `format` ("html", "markdown", "latex") from the engine's tree of a citation or an entry."""
    return write_line(characters(tree, commas_inside_quotes=commas_inside_quotes), format)


def write_line(line: Sequence[Char], format: str) -> str:
    """A line of `format` from characters with their marks."""
    return _written(line, _WRITERS[format])


def plain_html(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=True)


def plain_markdown(text: str) -> str:
    """Text as Markdown: nothing in it is markup, whatever line it begins."""
    made = _MARKDOWN_SPECIAL.sub(r"\\\g<0>", text)
    # A number with a full stop or a parenthesis at the start of a line would begin a list.
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", made)


def plain_latex(text: str) -> str:
    """Text as LaTeX; letters of every script stay UTF-8."""
    escaped = latex_escaped(text) if text.strip() == text else _padded(text)
    # Outside a .bib file a brace needs no other, and readers know this form best.
    escaped = escaped.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    # TeX's tie, whatever the input encoding says of a no-break space.
    return escaped.replace("\u00a0", "~")


def safe_address(address: str) -> bool:
    """Whether a link to it does nothing but lead there."""
    return _SAFE_ADDRESS.match(address) is not None


def _padded(text: str) -> str:
    core = text.strip(" ")
    if not core:
        return " " * bool(text)
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return before + latex_escaped(core) + after


def _written(line: Sequence[Char], writer: _Writer) -> str:
    pieces: list[str] = []
    opened: list[tuple[str, str]] = []
    for marks, several in groupby(line, key=lambda character: character[1]):
        shared = 0
        while shared < min(len(opened), len(marks)) and opened[shared][0] == marks[shared]:
            shared += 1
        pieces += [end for _, end in reversed(opened[shared:])]
        del opened[shared:]
        for mark in marks[shared:]:
            address = mark.removeprefix("link:") if mark.startswith("link:") else None
            begin, end = writer.link(address) if address is not None else writer.marks.get(mark, ("", ""))
            pieces.append(begin)
            opened.append((mark, end))
        pieces.append(writer.text("".join(one for one, _ in several)))
    return "".join([*pieces, *(end for _, end in reversed(opened))])


def _html_link(address: str) -> tuple[str, str]:
    if not safe_address(address):
        return "", ""
    return f'<a href="{html.escape(address, quote=True)}">', "</a>"


def _markdown_link(address: str) -> tuple[str, str]:
    if not safe_address(address):
        return "", ""
    return "[", f"]({percent_encoded(address, safe='%/:=&?~#+!$,;@*')})"


def _latex_link(address: str) -> tuple[str, str]:
    if not safe_address(address):
        return "", ""
    # hyperref takes an escaped % and # anywhere, in the argument of another command too.
    inside = percent_encoded(address, safe="%/:=&?~#+!$,;@*")
    return f"\\href{{{re.sub('([%#&$])', _BACKSLASHED, inside)}}}{{", "}"


_WRITERS = {
    "html": _Writer(
        plain_html,
        {
            "emph": ("<i>", "</i>"),
            "strong": ("<b>", "</b>"),
            "sup": ("<sup>", "</sup>"),
            "sub": ("<sub>", "</sub>"),
            "smallcaps": ('<span style="font-variant: small-caps">', "</span>"),
            "underline": ("<u>", "</u>"),
        },
        _html_link,
    ),
    "markdown": _Writer(
        plain_markdown,
        {
            "emph": ("*", "*"),
            "strong": ("**", "**"),
            "sup": ("^", "^"),
            "sub": ("~", "~"),
            "smallcaps": ("[", "]{.smallcaps}"),
            "underline": ("[", "]{.underline}"),
        },
        _markdown_link,
    ),
    "latex": _Writer(
        plain_latex,
        {
            "emph": ("\\emph{", "}"),
            "strong": ("\\textbf{", "}"),
            "sup": ("\\textsuperscript{", "}"),
            "sub": ("\\textsubscript{", "}"),
            "smallcaps": ("\\textsc{", "}"),
            "underline": ("\\underline{", "}"),
        },
        _latex_link,
    ),
}

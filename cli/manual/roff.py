"""The few requests of roff that a page for `man` needs (man(7)), and text that cannot be taken for one."""

from __future__ import annotations

# What roff reads as something else, or prints as a mark of typography where a shell needs the plain one.
_ESCAPES = {
    "\\": "\\(rs",
    "'": "\\(aq",
    "`": "\\(ga",
    "^": "\\(ha",
    "~": "\\(ti",
    "-": "\\-",
}


def escaped(text: str) -> str:
    """A text of one line as roff prints it, letter for letter."""
    out = "".join([_ESCAPES.get(letter) or _letter(letter) for letter in text])
    # A line that begins with a full stop is a request.
    return f"\\&{out}" if out.startswith(".") else out


def _letter(letter: str) -> str:
    """Anything beyond ASCII by its code point: then a page does not depend on how it is decoded."""
    if letter.isprintable() or letter == " ":
        return letter if letter.isascii() else f"\\[u{ord(letter):04X}]"
    return " "


def request(name: str, *words: str) -> str:
    """A request with its words, each whole."""
    quoted = ['"' + escaped(word).replace('"', "\\(dq") + '"' for word in words]
    return " ".join([f".{name}", *quoted])


def bold(text: str) -> str:
    """A piece of a line in bold."""
    return f"\\fB{escaped(text)}\\fR"


def italic(text: str) -> str:
    """A piece of a line in italics, or underlined."""
    return f"\\fI{escaped(text)}\\fR"


def as_typed(lines: tuple[str, ...]) -> list[str]:
    """Lines that are neither filled nor broken."""
    return [".nf", *[escaped(line) if line else "\\&" for line in lines], ".fi"]

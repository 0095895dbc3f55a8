"""Plain text from pandoc's document tree: the words as they read, without italics, links and superscripts."""

import re

Node = dict[str, object]

# Stands for a single quotation mark that closes a quotation, which an apostrophe is not; like the shields below
# a code point that is no character, so that no cleaned text holds it.
_CLOSING_SINGLE = "\ufdd0"
_STRAY_COMMA = re.compile(
    rf"(?P<before>.)(?P<quotes>[”{_CLOSING_SINGLE}]+)(?P<mark>[.,](?![.,…]))", re.DOTALL
)

# Brackets in a locator would end it; they pass through the engine as characters of no meaning.
_BRACKETS, _SHIELDS = "{}[]", "\ufdd1\ufdd2\ufdd3\ufdd4"


def shielded(text: str) -> str:
    """`text` with brackets that only `plain` knows."""
    return text.translate(str.maketrans(_BRACKETS, _SHIELDS))


def plain(blocks: object, *, commas_inside_quotes: bool) -> str:
    """The text of a list of blocks or inlines on one line.

    `commas_inside_quotes` puts full stops and commas before closing quotation marks, nested ones too, as
    American usage asks; pandoc does so only at the outer level.
    """
    text = re.sub("[ \n]+", " ", _text(blocks)).strip()
    if commas_inside_quotes:
        text = _STRAY_COMMA.sub(_moved, text)
    return text.translate(str.maketrans(_SHIELDS + _CLOSING_SINGLE, _BRACKETS + "’"))


def _moved(found: re.Match[str]) -> str:
    before, quotes, mark = found["before"], found["quotes"], found["mark"]
    if before in ".,?!…":
        return before + quotes + ("" if before == mark else mark)
    return before + mark + quotes


def _text(node: object) -> str:
    if isinstance(node, list):
        return "".join(map(_text, node))
    if not isinstance(node, dict):
        return ""
    kind, content = node.get("t"), node.get("c")
    match kind, content:
        case "Str", str():
            return content
        case "Space" | "SoftBreak" | "LineBreak", _:
            return " "
        case "Quoted", [{"t": which}, inner]:
            single = which == "SingleQuote"
            return f"‘{_text(inner)}{_CLOSING_SINGLE}" if single else f"“{_text(inner)}”"
        case "Span", [_, [{"t": "Str", "c": "‘"}, *inner, {"t": "Str", "c": "’"}]]:
            return f"‘{_text(inner)}{_CLOSING_SINGLE}"
        case "Code" | "Math" | "RawInline", [_, str() as words]:
            return words
        case "Cite" | "Span", [_, inner]:
            return _text(inner)
        case "Div", [_, inner]:
            return f" {_text(inner)} "
        case "Link" | "Image", [_, inner, _]:
            return _text(inner)
        case "Para" | "Plain" | "LineBlock", inner:
            return f" {_text(inner)} "
        case _, inner:
            return _text(inner)

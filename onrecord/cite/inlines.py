"""Plain text from pandoc's document tree: the words as they read, without italics, links and superscripts."""

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

Node = dict[str, object]
# A character with the marks it stands in, the outermost first: "emph", "strong", "sup", "sub", "smallcaps",
# "underline", "link:ADDRESS".
Char = tuple[str, tuple[str, ...]]

_MARKS = {
    "Emph": "emph", "Strong": "strong", "Superscript": "sup", "Subscript": "sub", "SmallCaps": "smallcaps",
    "Underline": "underline",
}  # fmt: skip

# Stands for a single quotation mark that closes a quotation, which an apostrophe is not; like the shields below
# a code point that is no character, so that no cleaned text holds it.
_CLOSING_SINGLE = "\ufdd0"
_STRAY_COMMA = lazy(rf"(?s)(?P<before>.)(?P<quotes>[”{_CLOSING_SINGLE}]+)(?P<mark>[.,](?![.,…]))")

# Brackets in a locator would end it; they pass through the engine as characters of no meaning.
_BRACKETS, _SHIELDS = "{}[]", "\ufdd1\ufdd2\ufdd3\ufdd4"


# A question or exclamation mark that ends a title. The engine drops a comma after one; the styles keep it.
_TITLE_MARKS, _TITLE_SHIELDS = "?!", "\ufdd5\ufdd6"
_TITLE_END = lazy(r"[?!](?=[\"'”’]*$)")
_AFTER_TITLE = lazy(rf"([{_TITLE_SHIELDS}][”’{_CLOSING_SINGLE}]*)\.(?!\.)")
# A small word that ends a title gets a capital in headline style, as a first one does (CSL 1.0.2, "text-case"); the
# engine leaves it small. With the filler of the Hangul alphabet behind it, which nobody writes after a Latin letter and which
# counts as a letter, it is no small word.
_NO_SMALL_WORD = "\u115f"
_AFTER_SMALL_WORD = lazy(rf"(?<=[A-Za-z]){_NO_SMALL_WORD}")
_SMALL_WORD_AT_END = lazy(
    r"(?<![^\s])(?:a|an|and|as|at|but|by|down|for|from|in|into|nor|of|on|onto|or|over|so|the|till|to|up|via|with|yet)$"
)
# A word that is there and is not seen.
NOTHING = "\ufdd8"
_SHOWN = str.maketrans(
    _SHIELDS + _TITLE_SHIELDS + _CLOSING_SINGLE,
    _BRACKETS + _TITLE_MARKS + "’",
    NOTHING,
)


def with_title_marks(title: str) -> str:
    """`title` with its end marked as only `plain` and `characters` know it."""
    shields = str.maketrans(_TITLE_MARKS, _TITLE_SHIELDS)
    title = _SMALL_WORD_AT_END.sub(lambda match: match[0] + _NO_SMALL_WORD, title)
    return _TITLE_END.sub(lambda match: match[0].translate(shields), title)


def shielded(text: str) -> str:
    """`text` with brackets that only `plain` knows."""
    return text.translate(str.maketrans(_BRACKETS, _SHIELDS))


def plain(blocks: object, *, commas_inside_quotes: bool) -> str:
    """The text of a list of blocks or inlines on one line.

    `commas_inside_quotes` puts full stops and commas before closing quotation marks, nested ones too, as
    American usage asks; pandoc does so only at the outer level.
    """
    text = " ".join([one for one in _text(blocks).replace("\n", " ").split(" ") if one])
    if commas_inside_quotes:
        text = _STRAY_COMMA.sub(_moved, text)
    return _AFTER_SMALL_WORD.sub("", _AFTER_TITLE.sub(r"\1", text)).translate(_SHOWN)


def characters(blocks: object, *, commas_inside_quotes: bool) -> list[Char]:
    """`plain`, every character with its marks; a mark that a full stop is moved out of stays behind."""
    folded: list[Char] = []
    for one, marks in _marked(blocks, ()):
        for letter in one:
            if letter not in " \n":
                folded.append((letter, marks))
            elif folded and folded[-1][0] != " ":
                folded.append((" ", marks))
    if folded and folded[-1][0] == " ":
        folded.pop()
    if commas_inside_quotes:
        text = "".join(one for one, _ in folded)
        characters: list[Char] = []
        end = 0
        for match in _STRAY_COMMA.finditer(text):
            characters += folded[end : match.end("before")]
            quotes, mark = (folded[slice(*match.span(name))] for name in ("quotes", "mark"))
            before = match["before"]
            if before in ".,?!…":
                characters += quotes if before == match["mark"] else [*quotes, *mark]
            else:
                # It stands where the words before it stand, in their italics.
                characters += [(match["mark"], folded[match.start("before")][1]), *quotes]
            end = match.end()
        folded = characters + folded[end:]
    text = "".join(one for one, _ in folded)
    dropped = {
        match.end() - 1 for pattern in (_AFTER_TITLE, _AFTER_SMALL_WORD) for match in pattern.finditer(text)
    }
    return [
        (shown, marks)
        for place, (one, marks) in enumerate(folded)
        if place not in dropped and (shown := one.translate(_SHOWN))
    ]


def _marked(node: object, marks: tuple[str, ...]) -> list[Char]:
    """The stretches of text with their marks; words, spaces and quotation marks as `_text` gives them."""
    if isinstance(node, list):
        return [stretch for one in node for stretch in _marked(one, marks)]
    if not isinstance(node, dict):
        return []
    kind, content = node.get("t"), node.get("c")
    match kind, content:
        case "Emph" | "Strong" | "Superscript" | "Subscript" | "SmallCaps" | "Underline", inner:
            return _marked(inner, _toggled(marks, _MARKS[str(kind)]))
        case "Quoted", [{"t": which}, inner]:
            single = which == "SingleQuote"
            begin, end = ("‘", _CLOSING_SINGLE) if single else ("“", "”")
            return [(begin, marks), *_marked(inner, marks), (end, marks)]
        case "Span", [_, [{"t": "Str", "c": "‘"}, *inner, {"t": "Str", "c": "’"}]]:
            return [("‘", marks), *_marked(inner, marks), (_CLOSING_SINGLE, marks)]
        case "Cite" | "Span", [_, inner]:
            return _marked(inner, marks)
        case "Div", [_, inner]:
            return [(" ", marks), *_marked(inner, marks), (" ", marks)]
        case "Link", [_, inner, [str() as address, _]]:
            return _marked(inner, (*marks, f"link:{address}"))
        case "Para" | "Plain" | "LineBlock", inner:
            return [(" ", marks), *_marked(inner, marks), (" ", marks)]
        case "Str" | "Space" | "SoftBreak" | "LineBreak" | "Code" | "Math" | "RawInline", _:
            return [(_text(node), marks)]
        case _, inner:
            return _marked(inner, marks)


def _toggled(marks: tuple[str, ...], mark: str) -> tuple[str, ...]:
    """Italics inside italics are upright."""
    return tuple(one for one in marks if one != mark) if mark in marks else (*marks, mark)


def _moved(match: "Match[str]") -> str:
    before, quotes, mark = match["before"], match["quotes"], match["mark"]
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

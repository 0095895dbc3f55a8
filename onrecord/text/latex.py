r"""LaTeX as bibliographies have it, in Unicode: accents, symbols, ligatures; commands that only dress a text are taken off.

Source: the commands of LaTeX's encodings T1 and TS1 (LaTeX2e font selection, `encguide`), BibTeX's rule that braces and
backslashes are all that its fields know, and TeX's input ligatures (The TeXbook, chapter 2). Formulas stay as they stand,
`$x^2$`, and so do commands that are not known here: nothing is guessed and nothing is lost.
"""

import re

from onrecord.text.clean import normalized
from onrecord.text.patterns import lazy

_ACCENTS = {
    "`": ("\u0300", "`"), "'": ("\u0301", "´"), "^": ("\u0302", "^"), "~": ("\u0303", "~"), '"': ("\u0308", "¨"),
    "=": ("\u0304", "¯"), ".": ("\u0307", "˙"), "u": ("\u0306", "˘"), "v": ("\u030c", "ˇ"), "H": ("\u030b", "˝"),
    "c": ("\u0327", "¸"), "k": ("\u0328", "˛"), "d": ("\u0323", ""), "b": ("\u0331", ""), "r": ("\u030a", "˚"),
    "t": ("\u0361", ""), "C": ("\u030f", ""), "G": ("\u030f", ""), "f": ("\u0311", ""), "U": ("\u030e", ""),
}  # fmt: skip
_SYMBOLS = {
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textquotesingle": "'",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textless": "<", "textgreater": ">",
    "textbar": "|", "textunderscore": "_", "textdollar": "$", "textquotedbl": '"', "textasciigrave": "`",
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
    "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "lq": "‘", "rq": "’",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "glqq": "„", "grqq": "“",
    "textexclamdown": "¡", "textquestiondown": "¿", "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶",
    "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textbullet": "•", "textperiodcentered": "·",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "textyen": "¥", "textcent": "¢", "textdegree": "°",
    "textpm": "±", "texttimes": "×", "textdiv": "÷", "textmu": "µ", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№", "LaTeX": "LaTeX", "TeX": "TeX",
    "BibTeX": "BibTeX", "textvisiblespace": "␣", "slash": "/", "quad": " ", "qquad": " ", "par": " ",
    "newline": " ", "linebreak": " ", "space": " ", "nobreakspace": "\u00a0", "relax": "", "protect": "",
    "noopsort": "", "nobreak": "", "allowbreak": "", "hyphen": "-", "textcompwordmark": "\u200c",
}  # fmt: skip
# Commands that change how their argument looks and not what it says, and declarations that do so without one.
_DRESS = frozenset(
    "emph textit textbf textsc textsl texttt textrm textsf textmd textup textnormal textsuperscript textsubscript "
    "mkbibemph mkbibitalic mkbibbold mkbibacro mkbibsuperscript mbox hbox text uppercase lowercase MakeUppercase "
    "MakeLowercase MakeTextUppercase NoCaseChange ensuremath underline uline ul it em bf sc tt rm sf sl bfseries "
    "itshape scshape ttfamily upshape normalfont small footnotesize large".split()
)
_AROUND = {
    "enquote": ("“", "”"), "mkbibquote": ("“", "”"), "textquote": ("“", "”"), "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
}  # fmt: skip
_ITALIC, _BOLD, _SUB, _SUP = ((f"<{tag}>", f"</{tag}>") for tag in ("i", "b", "sub", "sup"))
_SMALL = ('<span style="font-variant:small-caps;">', "</span>")
# What marks its argument, and what marks the rest of its group, as the tags of titles.
_MARKS = {
    "emph": _ITALIC, "textit": _ITALIC, "textsl": _ITALIC, "mkbibemph": _ITALIC, "mkbibitalic": _ITALIC, "textbf": _BOLD,
    "mkbibbold": _BOLD, "textsubscript": _SUB, "textsuperscript": _SUP, "mkbibsuperscript": _SUP, "textsc": _SMALL,
    "underline": ("<u>", "</u>"), "uline": ("<u>", "</u>"),
}  # fmt: skip
_DECLARED = {
    "em": "emph", "it": "emph", "itshape": "emph", "sl": "emph", "bf": "textbf", "bfseries": "textbf", "sc": "textsc",
    "scshape": "textsc",
}  # fmt: skip
_SIGNS = {
    " ": " ", "\n": " ", "\t": " ", "\\": " ", "-": "", "/": "", "!": "", "@": "", ",": "\u202f", ";": " ",
    ":": " ", "(": "\\(", ")": "\\)", "[": "\\[", "]": "\\]",
}  # fmt: skip
_LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "!`": "¡", "?`": "¿",
}  # fmt: skip
_VERBATIM = ("url", "path", "nolinkurl", "href")
# A letter bears no more accents than that; whoever writes a thousand of them wants to keep us busy.
_MOST_ACCENTS = 4

_TOKEN = lazy(
    r"(?s)(?P<text>[^\\{}$~`'!?-]+)"
    r"|\\(?P<word>[A-Za-z]+)\*?[ \t\r\n]*"
    r"|\\(?P<sign>.)"
    r"|(?P<open>\{)"
    r"|(?P<close>\})"
    r"|(?P<math>\$\$?+(?:[^$\\]|\\.)++\$\$?)"
    r"|(?P<ligature>---|--|``|''|!`|\?`|[`'~])"
    r"|(?P<other>.)"
)

_BRACE = lazy(r"[{}]")


def decode(written: str, *, marks: bool = False) -> str:
    """What a field says, in Unicode; white space stays as it stands.

    What `onrecord.cite.bibtex.escaped` wrote comes back as it was. With `marks` italics, small capitals and the like
    become the tags that titles have (`onrecord.text.markup`); without, only the letters are told.
    """
    if not _MEANS_MORE.search(written):
        return written
    return _Decoder(written, marks).text()


_MEANS_MORE = lazy(r"[\\{}$~`']|--")


def verbatim(written: str) -> str:
    """What a field says that biblatex takes as it stands: an address, a DOI. The escapes that BibTeX needs go."""
    text = re.sub(r"\\(?:url|path|nolinkurl)\s*(?=\{)", "", written)
    text = text.replace("\\textasciitilde", "~").replace("$\\sim$", "~")
    return re.sub(r"\\([_%#&$~{}\\-])|[{}]", lambda match: match[1] or "", text)


class _Decoder:
    """One pass over the tokens; `out` is what was said so far, `groups` what the braces that are open end with."""

    def __init__(self, written: str, marks: bool = False) -> None:
        self.written = written
        self.marks = marks
        self.ends: list[str] = []  # of marks that were set outside any group
        self.out: list[str] = []
        self.groups: list[str] = []
        # Accents that wait for their letter: command, and how many groups were open inside its argument.
        self.accents: list[tuple[str, int]] = []
        self.suffix = ""  # what the next group ends with
        self.has_unclosed = False
        self.at = 0

    def text(self) -> str:
        length = len(self.written)
        while self.at < length:
            token = _TOKEN.match(self.written, self.at)
            assert token is not None, "the last alternative takes any character"
            self.at = token.end()
            kind = token.lastgroup
            value = token[str(kind)]
            if kind == "open":
                self._open()
            elif kind == "close":
                self._close()
            elif kind == "word":
                self._word(value, token[0])
            elif kind == "sign":
                self._sign(value)
            else:
                self._say(_LIGATURES[value] if kind == "ligature" else value)
        self._unused(0)
        return "".join([*self.out, *reversed(self.ends)])

    def _open(self) -> None:
        self.groups.append(self.suffix)
        self.suffix = ""
        if self.accents and self.accents[-1][1] < 0:
            self.accents[-1] = (self.accents[-1][0], len(self.groups))

    def _close(self) -> None:
        self._unused(len(self.groups))
        if self.groups:
            self.out.append(self.groups.pop())

    def _unused(self, depth: int) -> None:
        """Accents whose argument ends without a letter stand for themselves."""
        while self.accents and (self.accents[-1][1] < 0 or self.accents[-1][1] >= depth):
            self.out.append(_ACCENTS[self.accents.pop()[0]][1])

    def _say(self, text: str) -> None:
        if not self.accents:
            self.out.append(text)
            return
        bare = text.lstrip(" \t\r\n")
        if not bare:
            return
        letter, rest = bare[0], bare[1:]
        marks = "".join(_ACCENTS[command][0] for command, _ in reversed(self.accents[-_MOST_ACCENTS:]))
        self.accents.clear()
        letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
        self.out.append(normalized("NFC", letter + marks) + rest)

    def _word(self, word: str, whole: str) -> None:
        if word in _ACCENTS:
            # "\v s" bears a letter, "\view" is a command of its own and no accent.
            self.accents.append((word, -1))
        elif word in _SYMBOLS:
            if symbol := _SYMBOLS[word]:
                self._say(symbol)
        elif self.marks and word in _MARKS:
            before, self.suffix = _MARKS[word]
            self.out.append(before)
            self._without_group()
        elif self.marks and word in _DECLARED:
            before, end = _MARKS[_DECLARED[word]]
            self.out.append(before)
            if self.groups:
                self.groups[-1] = end + self.groups[-1]
            else:
                self.ends.append(end)
        elif word in _AROUND:
            before, self.suffix = _AROUND[word]
            self._say(before)
            self._without_group()
        elif word in _VERBATIM:
            self._address(word)
        elif word not in _DRESS:
            is_called = self.written.startswith("{", self.at)
            self._say(whole + "{" * is_called)
            self.suffix = "}" * is_called

    def _without_group(self) -> None:
        if not self.written.startswith("{", self.at):
            self.out.append(self.suffix)
            self.suffix = ""

    def _sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self.accents.append((sign, -1))
        elif said := _SIGNS.get(sign, sign):
            self._say(said)

    def _address(self, word: str) -> None:
        """The argument of \\url, as it stands; \\href has its text besides."""
        end = self._group_end()
        if end is None:
            return
        address = verbatim(self.written[self.at + 1 : end])
        self.at = end + 1
        if word == "href" and self.written.startswith("{", self.at):
            self.suffix = f" ({address})"
        else:
            self._say(address)

    def _group_end(self) -> int | None:
        if self.has_unclosed or not self.written.startswith("{", self.at):
            return None
        depth = 0
        for brace in _BRACE.finditer(self.written, self.at):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return brace.start()
        # Looking again for every group would cost the square of the length.
        self.has_unclosed = True
        return None

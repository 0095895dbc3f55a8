r"""LaTeX to text with places: \enquote and its kin in quotation marks, quotation environments noted, citations noted."""

from __future__ import annotations

import re

from onrecord.check.draft import Builder, Draft
from onrecord.errors import InputError
from onrecord.text import latex
from onrecord.text.patterns import lazy

_TOKEN = lazy(
    r"(?P<comment>%[^\n]*\n?)"
    r"|\\begin\{(?P<verbatim>verbatim\*?|lstlisting|minted|comment|Verbatim)\}[\s\S]*?(?:\\end\{(?P=verbatim)\}|\Z)"
    r"|\\(?P<edge>begin|end)\{(?P<environment>[^{}\n]{1,60})\}(?:\[[^\]\n]{0,200}\])*"
    r"|(?P<accent>\\(?:[`'^\"~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|[uvHcdbrkt]\{\\?[A-Za-z]\}))"
    r"|\\(?P<name>[A-Za-z]+)(?P<star>\*?)"
    r"|(?P<sign>\\[^A-Za-z])"
    r"|(?P<ligature>---|--|``|''|`|~)"
    r"|(?P<brace>[{}])"
    r"|(?P<blank>\n[ \t]*\n\s*)"
)
_OPTION = lazy(r"\s*\[([^\[\]]{0,500})\]")
_GROUP = lazy(r"\s*\{([^{}]{0,2000})\}")
_CITES = lazy(r"[A-Za-z]*[Cc]ite[a-z]*\Z")
_ENVIRONMENTS = frozenset("quote quotation displayquote displaycquote blockquote quoting".split())
# Environments of quotations in each other.
_DEEPEST = 100
# Commands whose argument nobody reads as words of the draft.
_UNREAD = frozenset(
    "label ref eqref pageref autoref cref Cref url usepackage documentclass includegraphics bibliography bibliographystyle input "
    "include hspace vspace addbibresource printbibliography index setlength pagestyle thispagestyle href nocite".split()
)
_HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph title caption item par".split()
)


def read(source: str) -> Draft:
    """A draft in LaTeX; what stands before its document is left out. InputError: its quotations are nested too deeply."""
    return _Reading(source).draft()


class _Reading:
    def __init__(self, source: str) -> None:
        self.source = source
        self.made = Builder()
        self.closing: list[str] = []
        self.quoted: list[int] = []

    def draft(self) -> Draft:
        begins = re.search(r"^[^%\n]*\\begin\{document\}", self.source, re.MULTILINE)
        place = begins.end() if begins else 0
        while match := _TOKEN.search(self.source, place):
            self.made.add(self.source[place : match.start()], range(place, match.start()))
            place = self._token(match)
        self.made.add(self.source[place:], range(place, len(self.source)))
        while self.quoted:
            self.made.blocks.append((self.quoted.pop(), len(self.made)))
        return self.made.draft(self.source)

    def _token(self, match: re.Match[str]) -> int:
        """Puts what a token stands for; where to go on."""
        place = match.start()
        if match["edge"]:
            return self._environment(match)
        if match["name"]:
            return self._command(match["name"], place, match.end())
        if match["accent"] or match["ligature"]:
            self.made.put(latex.decode(match[0]), place, match.end())
        elif match["sign"]:
            line_end = match[0] == "\\\\"
            self.made.put(
                "\n" if line_end else latex.decode(match[0]), place, None if line_end else match.end()
            )
        elif match["blank"]:
            self.made.put("\n\n", place)
        elif match["brace"] == "{":
            self.closing.append("")
        elif match["brace"] == "}" and self.closing:
            self.made.put(self.closing.pop(), place)
        return match.end()

    def _environment(self, match: re.Match[str]) -> int:
        self.made.put("\n\n", match.start())
        place = match.end()
        if match["environment"].rstrip("*") in _ENVIRONMENTS:
            if match["edge"] == "begin":
                if match["environment"] == "displaycquote" and (group := _GROUP.match(self.source, place)):
                    self.made.cite([(key.strip(), "") for key in group[1].split(",")])
                    place = group.end()
                if len(self.quoted) >= _DEEPEST:
                    raise InputError("The draft nests quotations too deeply to be read.")
                self.quoted.append(len(self.made))
            elif self.quoted:
                self.made.blocks.append((self.quoted.pop(), len(self.made)))
        return place

    def _command(self, name: str, place: int, begins_at: int) -> int:
        if _CITES.match(name):
            return self._cited(begins_at)
        if "quote" in name and not name.startswith("textquote" + "d") and _is_quoting(name):
            return self._quoted(name, place, begins_at)
        if name in _UNREAD:
            while option := _OPTION.match(self.source, begins_at):
                begins_at = option.end()
            group = _GROUP.match(self.source, begins_at)
            return group.end() if group else begins_at
        if name in _HEADINGS:
            self.made.put("\n\n", place)
            if group := re.compile(r"(?:\[[^\]\n]*\])?\{").match(self.source, begins_at):
                self.closing.append("\n\n")
                return group.end()
            return begins_at
        known = latex.decode(f"\\{name}{{}}")
        if known and not known.startswith("\\"):
            begins_at += 2 * self.source.startswith("{}", begins_at)
            self.made.put(known, place, begins_at)
            return begins_at
        while option := _OPTION.match(self.source, begins_at):
            begins_at = option.end()
        return begins_at

    def _cited(self, place: int) -> int:
        options: list[str] = []
        while option := _OPTION.match(self.source, place):
            options.append(option[1])
            place = option.end()
        if group := _GROUP.match(self.source, place):
            where = options[-1] if options else ""
            self.made.cite([(key.strip(), where) for key in group[1].split(",") if key.strip()])
            place = group.end()
        return place

    def _quoted(self, name: str, place: int, begins_at: int) -> int:
        if name.startswith(("foreign", "hyphen")) and (group := _GROUP.match(self.source, begins_at)):
            begins_at = group.end()
        cited: list[tuple[str, str]] = []
        options: list[str] = []
        while option := _OPTION.match(self.source, begins_at):
            options.append(option[1])
            begins_at = option.end()
        if "cquote" in name and (group := _GROUP.match(self.source, begins_at)):
            cited = [(key.strip(), options[-1] if options else "") for key in group[1].split(",")]
            begins_at = group.end()
        brace = re.compile(r"\s*\{").match(self.source, begins_at)
        if brace is None:
            return begins_at
        self.made.put("“", place)
        self.closing.append("”")
        if cited:
            self.made.cite(cited)
        elif options and (
            key := re.search(r"\\[A-Za-z]*cite[a-z]*\*?(?:\[[^\]]*\])*\{([^{}]*)\}", options[0])
        ):
            self.made.cite([(key[1], "")])
        return brace.end()


def _is_quoting(name: str) -> bool:
    return bool(re.fullmatch(r"enquote|mkbibquote|(?:foreign|hyphen)?(?:text|block)c?quote", name))

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
        at = begins.end() if begins else 0
        while found := _TOKEN.search(self.source, at):
            self.made.add(self.source[at : found.start()], range(at, found.start()))
            at = self._token(found)
        self.made.add(self.source[at:], range(at, len(self.source)))
        while self.quoted:
            self.made.blocks.append((self.quoted.pop(), len(self.made)))
        return self.made.draft(self.source)

    def _token(self, found: re.Match[str]) -> int:
        """Puts what a token stands for; where to go on."""
        place = found.start()
        if found["edge"]:
            return self._environment(found)
        if found["name"]:
            return self._command(found["name"], place, found.end())
        if found["accent"] or found["ligature"]:
            self.made.put(latex.decode(found[0]), place, found.end())
        elif found["sign"]:
            line_end = found[0] == "\\\\"
            self.made.put(
                "\n" if line_end else latex.decode(found[0]), place, None if line_end else found.end()
            )
        elif found["blank"]:
            self.made.put("\n\n", place)
        elif found["brace"] == "{":
            self.closing.append("")
        elif found["brace"] == "}" and self.closing:
            self.made.put(self.closing.pop(), place)
        return found.end()

    def _environment(self, found: re.Match[str]) -> int:
        self.made.put("\n\n", found.start())
        at = found.end()
        if found["environment"].rstrip("*") in _ENVIRONMENTS:
            if found["edge"] == "begin":
                if found["environment"] == "displaycquote" and (group := _GROUP.match(self.source, at)):
                    self.made.cite([(one.strip(), "") for one in group[1].split(",")])
                    at = group.end()
                if len(self.quoted) >= _DEEPEST:
                    raise InputError("The draft nests quotations too deeply to be read.")
                self.quoted.append(len(self.made))
            elif self.quoted:
                self.made.blocks.append((self.quoted.pop(), len(self.made)))
        return at

    def _command(self, name: str, place: int, at: int) -> int:
        if _CITES.match(name):
            return self._cited(at)
        if "quote" in name and not name.startswith("textquote" + "d") and _is_quoting(name):
            return self._quoted(name, place, at)
        if name in _UNREAD:
            while option := _OPTION.match(self.source, at):
                at = option.end()
            group = _GROUP.match(self.source, at)
            return group.end() if group else at
        if name in _HEADINGS:
            self.made.put("\n\n", place)
            if group := re.compile(r"(?:\[[^\]\n]*\])?\{").match(self.source, at):
                self.closing.append("\n\n")
                return group.end()
            return at
        known = latex.decode(f"\\{name}{{}}")
        if known and not known.startswith("\\"):
            at += 2 * self.source.startswith("{}", at)
            self.made.put(known, place, at)
            return at
        while option := _OPTION.match(self.source, at):
            at = option.end()
        return at

    def _cited(self, at: int) -> int:
        options: list[str] = []
        while option := _OPTION.match(self.source, at):
            options.append(option[1])
            at = option.end()
        if group := _GROUP.match(self.source, at):
            where = options[-1] if options else ""
            self.made.cite([(one.strip(), where) for one in group[1].split(",") if one.strip()])
            at = group.end()
        return at

    def _quoted(self, name: str, place: int, at: int) -> int:
        if name.startswith(("foreign", "hyphen")) and (group := _GROUP.match(self.source, at)):
            at = group.end()
        cited: list[tuple[str, str]] = []
        options: list[str] = []
        while option := _OPTION.match(self.source, at):
            options.append(option[1])
            at = option.end()
        if "cquote" in name and (group := _GROUP.match(self.source, at)):
            cited = [(one.strip(), options[-1] if options else "") for one in group[1].split(",")]
            at = group.end()
        brace = re.compile(r"\s*\{").match(self.source, at)
        if brace is None:
            return at
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

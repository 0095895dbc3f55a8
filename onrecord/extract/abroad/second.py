"""Those who were named before and are called by what they are: "the actress", "the spokesman"."""

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.resolved import Spoken

# "die" before a woman and "der" before a man; elsewhere the ending of the word tells.
_ARTICLES = {
    "der": "m", "die": "f", "le": "m", "la": "f", "el": "m", "il": "m", "lo": "m", "o": "m", "a": "f"
}  # fmt: skip


def gender(words: Laid, first: int, role: str) -> str:
    """Whether "the actress", whose article may be at word `first`, is a man or a woman; nothing where that is not told."""
    told = words.lexicon.gender(role)
    return told or (_ARTICLES.get(words.low[first], "") if words.low[first] in words.lexicon.articles else "")


def is_again(words: Laid, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether one word behind an article, or alone in a language without articles, may call somebody who was named before."""
    bare = last - first == 1 and lexicon.code in ("pl", "ru", "uk")
    definite = last - first == 2 and words.low[first] in _DEFINITE
    return (bare or definite) and words.low[last - 1] in lexicon.again


_DEFINITE = frozenset("der die le la l' el il lo o a de het".split())


def is_spoken_of(described: str, printed: str, previous: Spoken | None) -> bool:
    """Whether "der Sprecher" is the one who spoke last, who was described more fully: "ein Polizeisprecher", "une porte-parole de la ville"."""
    if previous is None or previous.who.entity is not None or not previous.who.unnamed:
        return False
    words = previous.who.canonical.casefold().split()
    described = described.casefold()
    return (
        bool(words)
        and len(printed) < len(previous.who.canonical)
        and (words[0] == described or (words[0].endswith(described) and len(described) > 3))
    )


def is_one(words: Laid, index: int) -> bool:
    """Whether the verb beside a pronoun that may be she or they, at word `index`, is of one: "sagte sie", "zegt ze"."""
    lexicon = words.lexicon
    beside = [k for k in (index - 1, index + 1) if 0 <= k < len(words) and lexicon.kind(words.low[k])]
    return bool(beside) and not any(words.low[k].endswith("n") for k in beside)

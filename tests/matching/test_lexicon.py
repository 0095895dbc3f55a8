"""Entries of a section are found by a short cut, and are those that a look at each of them finds."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.lexicon import _PREFIXES, LANGUAGES, Words, lexicon

SECTIONS = ("negation", "sense", "saying", "going on")


def plainly(section: str, words: Words, language: str) -> set[tuple[int, str]]:
    """Every entry looked at by itself."""
    entries = lexicon(language)[section]
    found = {
        (at, word)
        for at, word, parts in words.each
        if {word, *parts, *(word.removeprefix(one) for one in _PREFIXES.get(language, ()))} & entries.words
    }
    for phrase in entries.phrases:
        at = max(words.spaced.find(f" {phrase} "), words.parted.find(f" {phrase} "))
        if at >= 0:
            found.add((at, phrase))
    if entries.pattern is not None:
        found |= {(one.start(), one[0]) for one in entries.pattern.finditer(words.folded) if one[0]}
    return found


def some_text(language: str) -> st.SearchStrategy[str]:
    known = [
        one for section in SECTIONS for entries in [lexicon(language)[section]]
        for one in (*sorted(entries.words), *entries.phrases)
    ]  # fmt: skip
    return st.lists(st.sampled_from([*known, "harbour", "l'", "-", ","]), max_size=8).map(" ".join)


@given(
    st.sampled_from(LANGUAGES).flatmap(lambda one: st.tuples(st.just(one), some_text(one))),
    st.sampled_from(SECTIONS),
)
def test_the_short_cut_finds_the_same(given_: tuple[str, str], section: str) -> None:
    language, text = given_
    words = Words(text)
    assert set(lexicon(language)[section].found(words, language)) == plainly(section, words, language)

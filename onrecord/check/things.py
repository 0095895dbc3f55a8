"""Nouns beside a passage in marks: things that have a name or bear words, and nouns for what somebody says."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from onrecord.check import aside_words, work_words
from onrecord.check.works import ENDS
from onrecord.text.patterns import lazy

# "Her favourite film is “…”", "Его девиз — “…”".
_IS = lazy(
    r"(?i)(?:\s+(?:is|was|remains|ist|war|est|était|es|era|è|é|foi|is|var|är|er|jest|był[ao]?|je|byl[ao]?|были?|была|было|on|oli|volt)|\s*[—–-])\s*\Z"
)
_LAST = lazy(r"((?:long )?[^\W\d_][\w’'·-]*)\W*\Z")
_ELIDED = lazy(r"\A(?:l|d|dell|nell|all|un|dall|sull)[’']")
_LONGEST_ENDING = 4
# Behind a possessive or a name's ending a noun of saying gives the words to somebody.
_NOUN = lazy(r"(?P<noun>[^\W\d_][\w’'-]*)\s*,?\s*\Z")
_OWNED = lazy(
    r"(?i)(?:(?<!\w)(?:his|her|their|my|our|your|its|seine?[rmns]?|ihre?[rmns]?|meine?[rmns]?|unsere?[rmns]?|son|sa|ses|leurs?|mon|ma|su|sus|mi|suo|sua|suoi|sue|mio|mia|seu|meu|minha|zijn|"
    r"haar|hun|mijn|hans|hennes|deras|hendes|hennes|jego|jej|ich|jeho|její|jejich|его|её|ее|их|мой|його|її)|[’']s|s[’'])"
    r"(?:\s+[\w’'-]+){0,2}\s+(?P<noun>[^\W\d_][\w’'-]*)\s*,?\s*\Z"
)
# Of the things, words that somebody may have said.
_WORDS_OF = frozenset(
    "word words phrase expression term question saying slogan motto wort begriff ausdruck frage parole mot mots terme question devise palabra término expresión "
    "frase lema pregunta parola termine espressione domanda palavra termo expressão pergunta woord term uitdrukking vraag leus ordet uttrycket frågan "
    "słowo słowa pytanie hasło hasłem slovo slova otázka heslo слово слова фраза вопрос лозунг девиз".split()
)
_MORE_WORDS = frozenset(
    "слово слова словом слову термин термина выражения woorden słowa słowem slova slovem termu begriffs wortes كلمة عبارة مصطلح لفظ لفظة 단어 kelime kelimesi".split()
)
# Of the things, those that have words on them and say nothing.
_BEARING = frozenset(
    "sign signs banner banners poster posters placard placards plaque label button headline tattoo sticker billboard noticeboard screen display badge graffiti inscription t-shirt shirt flag mug "
    "wall door gate whiteboard blackboard "
    "schild schilder plakat plakate transparent transparente banner aufkleber schriftzug inschrift aufschrift knopf graffito t-shirt schlagzeile überschrift tafel anzeigetafel wand zettel etikett "
    "panneau panneaux banderole banderoles affiche affiches pancarte pancartes écriteau autocollant étiquette bouton inscription t-shirt graffiti mur "
    "cartel carteles pancarta pancartas letrero pegatina etiqueta botón inscripción camiseta pintada muro cartello cartelli striscione striscioni manifesto adesivo etichetta pulsante scritta maglietta muro "
    "cartaz cartazes faixa faixas placa adesivo botão camiseta inscrição muro bord borden spandoek spandoeken sticker knop opschrift muur "
    "skylt skylten plakat plakatet banderoll banderollen affischen dekalen knappen skilt skiltet banneret tablica transparent plakat napis naklejka przycisk koszulka szyld nápis transparent plakát "
    "cedule tlačítko табличка плакат надпись наклейка кнопка баннер вывеска футболка напис вивіска".split()
)
# Ends of German and Dutch compounds: Kinderbuch, Jahresbericht, speelfilm.
_COMPOUNDS = (
    "buch", "roman", "film", "lied", "bericht", "artikel", "ausstellung", "kampagne", "schild", "gedicht", "wort", "boek", "rapport", "serie",
)  # fmt: skip


def has_thing_before(before: str, *, of_somebody: bool = False) -> bool:
    """Whether a thing that has a title stands right in front; `of_somebody`: of those only works, which nobody says."""
    nouns = _last(before)
    if nouns is None:
        return False
    if of_somebody and nouns & _WORDS_OF:
        return False
    if nouns & _things():
        return True
    return _is_compound(nouns, _COMPOUNDS)


def has_word_before(before: str) -> bool:
    """Whether a noun for words stands right in front: "the term"."""
    nouns = _last(before)
    return nouns is not None and bool(nouns & (_WORDS_OF | _MORE_WORDS))


def is_word(who: str) -> bool:
    """Whether whoever is said to speak is a noun for words."""
    return who.lower() in _WORDS_OF | _MORE_WORDS


def has_named_before(before: str) -> bool:
    """Whether something that has a name of its own stands right in front: a ship, a pub, a prize."""
    nouns = _last(before)
    if nouns is None:
        return False
    whole, ends, stems = _named()
    if nouns & whole or _is_compound(nouns, ends):
        return True
    return any(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING for word in nouns for stem in stems
    )


def has_thing_behind(after: str) -> bool:
    first = re.split(r"[\s.,;:]", after.lstrip(ENDS), maxsplit=1)[0].lower()
    return bool(first) and first in _behind()


def has_named_behind(after: str) -> bool:
    """Whether a noun that takes a name in front stands right behind: "the “…” campaign"."""
    bare = after.lstrip(ENDS)
    first = re.split(r"[\s.,;:’']", bare, maxsplit=1)[0].lower()
    # German and English join with a hyphen: „…“-Kampagne.
    return (first in work_words.NAMED_BEHIND and not after.startswith(",")) or re.match(
        r"[”“\"»’]-\w", after
    ) is not None


def is_named_so(after: str) -> bool:
    """The same in scripts without spaces."""
    return after.lstrip(ENDS).startswith(tuple(work_words.NAMED_BEHIND_UNSPACED))


def bears_words(who: str) -> bool:
    """Whether a speaker is a thing that has words on it: "a banner on the wall"."""
    words = who.lower().split()
    end = next(
        (number for number, word in enumerate(words) if number and word in aside_words.PREPOSITIONS),
        len(words),
    )
    return bool(words) and (words[end - 1] in _BEARING or words[-1] in _BEARING)


def is_spoken_before(before: str, *, anybodys: bool = False) -> bool:
    """Whether a noun for somebody's saying stands in front, with whose it is: "Marsh’s reply"; `anybodys`: or without."""
    bare = _IS.sub("", before)
    match = _OWNED.search(bare)
    if match is None and anybodys:
        match = _NOUN.search(bare)
    return match is not None and match["noun"].lower() in work_words.SPOKEN


def _last(before: str) -> frozenset[str] | None:
    """The noun in front, in small letters, with and without its elided article.

    Without "is" the noun stands right in front, and is the writer's own; a comma, or a number, parts it from the rest:
    "Their new album, “…”", "Chapter 3, “…”".
    """
    last = _LAST.search(_IS.sub("", before).rstrip(",").rstrip("0123456789 "))
    if last is None:
        return None
    word = last[1].lower().replace("long read", "longread").rpartition(" ")[2]
    return frozenset((word, _ELIDED.sub("", word)))


def _is_compound(words: frozenset[str], ends: tuple[str, ...]) -> bool:
    return any(
        word.endswith(ends) and any(word.endswith(end) and len(word) > len(end) + 2 for end in ends)
        for word in words
    )


@cache
def _things() -> frozenset[str]:
    lines = (line.split()[1:] for line in aside_words.THINGS.strip().splitlines())
    return frozenset(chain.from_iterable(lines))


@cache
def _named() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Whole nouns, ends of compounds, and beginnings of those that decline."""
    words = work_words.NAMED.split()
    ends = tuple([word[1:] for word in words if word.startswith("~")])
    return frozenset(words), ends, tuple(work_words.NAMED_STEMS.split())


@cache
def _behind() -> frozenset[str]:
    lines = (line.split()[1:] for line in aside_words.THINGS_BEHIND.strip().splitlines())
    return frozenset(chain.from_iterable(lines))

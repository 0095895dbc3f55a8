"""What somebody is urged to do or accused of, by the forms of its verb."""

from onrecord.text.patterns import lazy

# Before a participle: others do it to the subject.
PASSIVE = frozenset("est sont était étaient è sono era erano é são foi foram es fue".split())
# A conjunction opens it, not a preposition.
BY_CONJUNCTION = frozenset(["pl", "ru", "uk"])
_INFINITIVES: dict[str, tuple[str, ...]] = {
    "fr": ("er", "ir", "re"),
    "es": ("ar", "er", "ir", "ír", "arse", "erse", "irse", "arlo", "arla", "erlo", "erla"),
    "it": ("are", "ere", "ire", "rre", "rsi", "arlo", "erlo", "arla", "erla", "arne", "aver", "esser"),
    "ru": ("ать", "ять", "ить", "еть", "уть", "оть", "ыть", "зти", "сти", "йти", "ться", "тись"),
    "uk": ("ати", "яти", "ити", "іти", "їти", "ути", "сти", "зти", "тися"),
    "pt": ("ar", "er", "ir", "or", "ôr", "ar-se", "er-se"),
}
_NOUNS = frozenset(
    "память печать кровать тетрадь девять десять пять площадь депутати кандидати адвокати результати зарплати палати статті".split()
)
_NOBODY = frozenset(
    "niemand niemanden niemandem keiner keinen niemals nie personne aucun aucune nadie ninguno ninguna ningún nessuno nessuna ninguém nenhum "
    "nenhuma nikt nikogo nikomu nigdy żaden żadna никто никого никому никогда ніхто нікого нікому ніколи geen nooit jamais jamás nunca mai".split()
)
_ZU = lazy(
    "(?:ab|an|auf|aus|bei|da|dar|ein|empor|entgegen|fern|fest|fort|frei|her|heraus|hin|hinaus|klar|los|mit|nach|nieder|offen|statt|"
    "stand|teil|um|vor|voran|vorbei|weg|weiter|wieder|zu|zurück|zusammen|bereit|bloß|gut|still|sicher|preis|heim|herbei|hinzu|aufrecht|"
    r"bekannt|durch|unter|über|wahr)zu\w+n"
)


def concerns_nobody(low: list[str]) -> bool:
    """Whether nobody urges, or nobody is urged: "forderte niemanden auf", "nadie pide que"."""
    return not _NOBODY.isdisjoint(low)


def is_adverb(word: str) -> bool:
    """Whether a Russian or Ukrainian word in front of an infinitive is an adverb by its ending: немедленно начать."""
    return word.endswith(("нно", "льно", "тно", "чно", "жно", "рно", "вно", "стро", "гайно", "зно", "сно"))


def is_infinitive(word: str, code: str) -> bool:
    """Whether a word in lower case is an infinitive by its ending."""
    return word.endswith(_INFINITIVES.get(code, "?")) and word not in _NOUNS


def holds_zu(word: str) -> bool:
    """Whether a German infinitive has its "zu" inside: zurückzunehmen."""
    return _ZU.fullmatch(word) is not None

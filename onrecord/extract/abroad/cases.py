"""Names in the genitive brought to the form in which people are called: Анны Петровой, Piotra Lisa."""

from collections.abc import Callable
from functools import cache

from onrecord.text.patterns import lazy

Rules = tuple[tuple[str, str], ...]

# Endings of each part of a name, the longest first; what is put in their place.
_FEMALE_GIVEN: dict[str, Rules] = {
    "ru": (("ьи", "ья"), ("ии", "ия"), ("еи", "ея"), ("ви", "вь"), ("ги", "га"), ("ки", "ка"), ("хи", "ха"), ("ши", "ша"), ("жи", "жа"), ("и", "я"), ("ы", "а")),
    "uk": (("ії", "ія"), ("ї", "я"), ("'ї", "'я"), ("лі", "ля"), ("ві", "в"), ("ги", "га"), ("и", "а"), ("і", "я")),
    "pl": (("ii", "ia"), ("ji", "ja"), ("li", "la"), ("gi", "ga"), ("ki", "ka"), ("zi", "zia"), ("i", "ia"), ("y", "a")),
}  # fmt: skip
_FEMALE_FAMILY: dict[str, Rules] = {
    "ru": (("ки", "ка"), ("ги", "га"), ("ы", "а"), ("ской", "ская"), ("цкой", "цкая"), ("ой", "а"), ("ей", "ая")),
    "uk": (("и", "а"), ("ської", "ська"), ("цької", "цька"), ("зької", "зька"), ("ової", "ова"), ("евої", "ева"), ("єєвої", "єєва"), ("ої", "а")),
    "pl": (("ki", "ka"), ("gi", "ga"), ("y", "a"), ("skiej", "ska"), ("ckiej", "cka"), ("dzkiej", "dzka"), ("ej", "a"), ("zy", "za"), ("wy", "wa")),
}  # fmt: skip
_MALE_GIVEN: dict[str, Rules] = {
    "ru": (("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("рья", "рий"), ("ря", "рь"), ("ьва", "ев"), ("авла", "авел"), ("ьи", "ья"), ("иты", "ита"), ("ы", "а"), ("а", "")),
    "uk": (("ія", "ій"), ("я", "й"), ("оря", "ор"), ("етра", "етро"), ("авла", "авло"), ("митра", "митро"), ("анила", "анило"), ("ихайла", "ихайло"), ("арка", "арко"), ("ирила", "ирило"),
           ("оли", "ола"), ("ити", "ита"), ("лі", "ля"), ("а", "")),
    "pl": (("awła", "aweł"), ("arka", "arek"), ("acka", "acek"), ("eszka", "eszek"), ("tka", "tek"), ("ława", "ław"), ("otra", "otr"), ("rzego", "rzy"), ("niego", "ni"), ("ego", "y"), ("ieja", "iej"), ("rzeja", "rzej"),
           ("ia", ""), ("a", "")),
}  # fmt: skip
_MALE_FAMILY: dict[str, Rules] = {
    "ru": (("йца", "яц"), ("ского", "ский"), ("цкого", "цкий"), ("ого", "ый"), ("его", "ий"), ("ия", "ий"), ("ея", "ей"), ("ая", "ай"), ("ца", "ц"), ("ля", "ль"), ("я", "ь"), ("ы", "а"), ("а", "")),
    "uk": (("йця", "єць"), ("ського", "ський"), ("цького", "цький"), ("зького", "зький"), ("ого", "ий"), ("енка", "енко"), ("ька", "ько"), ("ія", "ій"), ("ця", "ець"), ("ля", "ль"), ("я", "й"), ("и", "а"), ("а", "")),
    "pl": (("skiego", "ski"), ("ckiego", "cki"), ("dzkiego", "dzki"), ("iego", "i"), ("ego", "y"), ("ka", "k"), ("ca", "ec"), ("ia", ""), ("y", "a"), ("i", "a"), ("a", "")),
}  # fmt: skip
# The last word of a description without a name: "полиции", "policji".
_COMMON: dict[str, Rules] = {
    "ru": (("окола", "окол"), ("вора", "вор"), ("иски", "иска"), ("авки", "авка"), ("ских", "ские"), ("цких", "цкие"), ("ных", "ные"), ("вых", "вые"), ("вших", "вшие"), ("ющих", "ющие"), ("ящих", "ящие"), ("ков", "ки"), ("гов", "ги"), ("хов", "хи"), ("цев", "цы"), ("тов", "ты"), ("дов", "ды"), ("ров", "ры"), ("нов", "ны"), ("лов", "лы"), ("сов", "сы"), ("лей", "ли"), ("рей", "ри"), ("чей", "чи"), ("жей", "жи"), ("щей", "щи"), ("тей", "ти"), ("дей", "ди"), ("чёту", "чёт"), ("чету", "чет"), ("кладу", "клад"), ("анию", "ание"), ("ению", "ение"), ("росу", "рос"), ("ения", "ение"), ("ания", "ание"), ("ии", "ия"), ("ства", "ство"), ("уры", "ура"),
           ("бы", "ба"), ("анка", "анк"), ("фина", "фин"), ("мвд", "мвд"), ("истов", "исты"), ("перта", "перт"), ("иста", "ист"), ("тора", "тор"), ("теля", "тель"), ("ента", "ент"), ("олога", "олог"), ("ицы", "ица"), ("рши", "рша"), ("ника", "ник"), ("ата", "ат"), ("ертов", "ерты"), ("ителей", "ители"), ("ователей", "ователи"), ("чета", "чет"), ("чёта", "чёт"), ("клада", "клад")),
    "uk": (("околу", "окол"), ("ироку", "ирок"), ("нови", "нова"), ("овідки", "овідка"), ("новку", "новок"), ("ських", "ські"), ("цьких", "цькі"), ("них", "ні"), ("вих", "ві"), ("лих", "лі"), ("чих", "чі"), ("щих", "щі"), ("ків", "ки"), ("гів", "ги"), ("хів", "хи"), ("ців", "ці"), ("тів", "ти"), ("дів", "ди"), ("торів", "тори"), ("ерів", "ери"), ("рів", "рі"), ("нів", "ни"), ("лів", "лі"), ("сів", "си"), ("людей", "люди"), ("вітом", "віт"), ("женням", "ження"), ("ванням", "вання"), ("віддю", "відь"), ("ії", "ія"), ("ства", "ство"), ("ури", "ура"), ("би", "ба"), ("анку", "анк"), ("фіну", "фін"), ("істів", "істи"), ("перта", "перт"), ("иста", "ист"), ("іста", "іст"), ("тора", "тор"), ("теля", "тель"), ("ента", "ент"), ("олога", "олог"), ("иці", "иця"), ("ника", "ник"), ("ата", "ат"), ("ертів", "ерти"), ("ителів", "ителі"), ("віту", "віт")),
    "pl": (("adań", "adania"), ("taleń", "talenia"), ("eznań", "eznania"), ("atki", "atka"), ("ołu", "ół"), ("yroku", "yrok"), ("isma", "ismo"), ("antów", "anci"), ("entów", "enci"), ("atów", "aci"), ("aków", "acy"), ("ików", "icy"), ("yków", "ycy"), ("ków", "cy"), ("dków", "dkowie"), ("gów", "dzy"), ("torów", "torzy"), ("erów", "erzy"), ("iadów", "iedzi"), ("dziców", "dzice"), ("skich", "scy"), ("nych", "ni"), ("łych", "li"), ("tych", "ci"), ("arzy", "arze"), ("cieli", "ciele"), ("ziów", "ziowie"), ("ji", "ja"), ("ii", "ia"), ("stwa", "stwo"), ("atury", "atura"), ("ży", "ż"), ("czych", "czy"), ("ców", "cy"), ("istów", "iści"), ("perta", "pert"), ("isty", "ista"), ("tora", "tor"), ("yciela", "yciel"), ("enta", "ent"), ("loga", "log"), ("iczki", "iczka"), ("znika", "znik"), ("rektora", "rektor"), ("strza", "strz"), ("kata", "kat"), ("ertów", "erci"), ("ików", "icy"),
           ("katu", "kat"), ("portu", "port"), ("enia", "enie"), ("ania", "anie"), ("ortu", "ort")),
}  # fmt: skip
_PLACE: dict[str, Rules] = {
    "ru": (("мпании", "мпания"), ("ении", "ение"), ("ании", "ание"), ("ии", "ия"), ("стве", "ство"), ("уре", "ура"), ("жбе", "жба"), ("де", "д"), ("нии", "ние")),
    "uk": (("ії", "ія"), ("стві", "ство"), ("урі", "ура"), ("жбі", "жба"), ("ді", "д"), ("нні", "ння")),
    "pl": (("ji", "ja"), ("stwie", "stwo"), ("aturze", "atura"), ("zie", "d")),
}  # fmt: skip
# Adjectives before the head of a description, and the noun behind them, of a man's and of a woman's gender.
_ADJECTIVES: dict[str, Rules] = {
    "ru": (("ских", "ские"), ("ных", "ные"), ("вых", "вые"), ("вших", "вшие"), ("ской", "ская"), ("ной", "ная"), ("вой", "вая"), ("ского", "ский"), ("ного", "ный"), ("вого", "вый"), ("шего", "ший"), ("шей", "шая")),
    "uk": (("ських", "ські"), ("них", "ні"), ("вих", "ві"), ("ської", "ська"), ("ної", "на"), ("вої", "ва"), ("ського", "ський"), ("ного", "ний"), ("вого", "вий"), ("шої", "ша"), ("шого", "ший")),
    "pl": (("skich", "scy"), ("nych", "ni"), ("wych", "wi"), ("szej", "sza"), ("nej", "na"), ("wej", "wa"), ("skiej", "ska"), ("ckiej", "cka"), ("szego", "szy"), ("nego", "ny"), ("wego", "wy"), ("skiego", "ski"), ("ckiego", "cki")),
}  # fmt: skip
_NOUNS: dict[str, tuple[Rules, Rules]] = {
    "ru": ((("а", ""), ("я", "ь")), (("ты", "та"), ("ы", "а"), ("и", "а"))),
    "uk": ((("у", ""), ("а", "")), (("ти", "та"), ("и", "а"), ("і", "я"))),
    "pl": ((("u", ""), ("a", "")), (("y", "a"), ("i", "a"))),
}
_PLACES = {
    "ru": lazy("(?<!ов)(?<!ев)(?<!ин)(?<!ск)(?<!цк)[аяыи]$"),
    "uk": lazy("(?<!ов)(?<!ев)(?<!єв)(?<!ін)(?<!ськ)(?<!цьк)(?<!зьк)[аяиі]$"),
    "pl": lazy("(?:awy|[lmnwz]u|owa|[bcdfgn]ia|[gz]dyni|[nw]ic|yna|szyna)$"),
}
_SHORTEST = 1
_FEMALE_ENDS = {"ru": lazy("[ыи]$"), "uk": lazy("[иії]$"), "pl": lazy("[yi]$")}


def name_in_first_case(name: str, code: str, gender: Callable[[str], str]) -> str:
    """A person's name that stands in the genitive, as people are called; unchanged in languages without cases.

    `gender` tells m, f or nothing of a given name in its first case, in lower case.
    """
    if code not in _MALE_GIVEN:
        return name
    parts = name.split()
    if len(parts) == 1:
        word = parts[0]
        if gender(word.lower()):
            return word
        female = _replaced(word, _FEMALE_FAMILY[code])
        return female if female != word else _replaced(word, _MALE_FAMILY[code])
    if gender(parts[0].lower()):
        return name  # a given name in its first case
    woman = _replaced(parts[0], _FEMALE_GIVEN[code])
    man = _known_man(parts[0], code, gender) or _replaced(parts[0], _MALE_GIVEN[code])
    is_woman = gender(woman.lower()) == "f" or (
        gender(man.lower()) != "m" and bool(_FEMALE_ENDS[code].search(parts[0].lower()))
    )
    given_name = woman if is_woman else man
    middle = [_patronymic(part) for part in parts[1:-1]]
    rules = (_FEMALE_FAMILY if is_woman else _MALE_FAMILY)[code]
    family = "-".join(_replaced(part, rules) for part in parts[-1].split("-"))
    return " ".join([given_name, *middle, family])


def _known_man(word: str, code: str, gender: Callable[[str], str]) -> str | None:
    """The given name of a man, among all that a genitive may be of, that is known to be one: Василя is Василь, Юрія is Юрій."""
    lowered = word.lower()
    endings = [*_MALE_GIVEN[code], ("я", "ь"), ("а", "о"), ("ла", "ел"), ("и", "а"), ("і", "я")]
    bases = (
        word[: len(word) - len(ending)] + base
        for ending, base in endings
        if lowered.endswith(ending) and len(word) - len(ending) >= _SHORTEST
    )
    return next((base for base in bases if gender(base.lower()) == "m"), None)


def _patronymic(word: str) -> str:
    if word.endswith(("вны", "чны", "вни", "чни")):
        return word[:-1] + "а"
    if word.endswith(("вича", "ьича", "мича", "нича")):
        return word[:-1]
    return word


_GERMAN_GENITIVE = lazy(r"(?<=[^sßzx])s$|(?<=[dtkg])es$")


def without_genitive(words: str) -> str:
    """A German description behind "des": Verbands, Amtes."""
    head, space, rest = words.partition(" ")
    return _GERMAN_GENITIVE.sub("", head) + space + rest


def description_in_first_case(words: str, code: str, *, place: bool = False) -> str:
    """A description whose head stands in the genitive (`place`: in the locative), as far as its ending tells."""
    rules = (_PLACE if place else _COMMON).get(code)
    if rules is None:
        return words
    head, space, rest = words.partition(" ")
    adjective = _replaced(head, _ADJECTIVES[code]) if rest else head
    if adjective != head:  # Счётной палаты, Najwyższej Izby Kontroli
        noun, space, more = rest.partition(" ")
        feminine = adjective.endswith(("а", "я", "a"))
        named = _replaced(noun, rules)
        if named == noun:
            named = _replaced(noun, _NOUNS[code][feminine])
        return f"{adjective} {named}{space}{more}"
    named = _replaced(head, rules)
    behind, space_behind, more = rest.partition(" ")
    if named != head and behind.islower() and not _is_of_next(more):  # straży pożarnej
        rest = _replaced(behind, _ADJECTIVES[code]) + space_behind + more
    return named + space + rest


# What a paper is called, in one word with or without an adjective before it: «Вестника», „Gazety Lokalnej”.
_TITLE: dict[str, Rules] = {
    "ru": (("ника", "ник"), ("ды", "да"), ("ны", "на"), ("ты", "та"), ("сти", "сть"), ("ции", "ция"), ("ия", "ий"), ("ера", "ер"), ("си", "сь")),
    "uk": (("ника", "ник"), ("ди", "да"), ("ни", "на"), ("ти", "та"), ("ції", "ція"), ("ера", "ер"), ("са", "с")),
    "pl": (("ety", "eta"), ("ika", "ik"), ("era", "er"), ("su", "s"), ("ity", "ita"), ("cji", "cja"), ("wy", "wa")),
}  # fmt: skip


def title_in_first_case(title: str, code: str) -> str:
    """What is called so in the genitive, in Polish, Russian and Ukrainian, as far as the endings tell."""
    rules = _TITLE.get(code)
    if rules is None:
        return title
    parts = title.split()
    head = next((k for k, part in enumerate(parts) if _replaced(part, _ADJECTIVES[code]) == part), 0)
    return " ".join(
        _replaced(part, rules if k == head else _ADJECTIVES[code]) for k, part in enumerate(parts)
    )


def _is_of_next(more: str) -> bool:
    """Whether a noun follows to which an adjective belongs: "сообщении городской администрации"."""
    following = more.partition(" ")[0]
    return following.islower() and len(following) >= _SHORTEST


def may_be_place(word: str, code: str) -> bool:
    """Whether a word behind a role may be a place in the genitive, and no family name: "мэр Москвы"."""
    places = _PLACES.get(code)
    return places is not None and places.search(word) is not None


def _replaced(word: str, rules: Rules) -> str:
    for ending, instead in _longest_first(rules):
        if word.lower().endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: len(word) - len(ending)] + instead
    return word


@cache
def _longest_first(rules: Rules) -> Rules:
    return tuple(sorted(rules, key=lambda rule: -len(rule[0])))


def is_same_name(name: str, other: str) -> bool:
    """Whether two names in different cases may be one: as many parts, each with the same beginning."""
    parts, others = name.casefold().split(), other.casefold().split()
    return len(parts) == len(others) and all(map(_same_stem, parts, others))


def _same_stem(word: str, other: str) -> bool:
    shared = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        shared += 1
    return (
        shared >= 2 and max(len(word), len(other)) - shared <= 3 and min(len(word), len(other)) - shared <= 2
    )

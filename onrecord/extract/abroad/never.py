"""Words with which no name of anybody begins: what says when, counts days, or points at what was said."""

from onrecord.extract.abroad.lexicon import Lexicon

# "Minulého týdne": adjectives of times, by the stems of their forms.
_TIME_STEMS: dict[str, tuple[str, ...]] = {
    "de": ("vorig", "vergangen", "letzte", "kommend", "nächste"),
    "nl": ("vorig", "afgelopen", "volgend", "komend"),
    "pl": ("zeszł", "ubiegł", "minion", "przyszł", "następn"),
    "ru": ("прошл", "минувш", "следующ", "будущ"),
    "uk": ("минул", "наступн", "торішн"),
    "sv": ("förra", "nästa"),
    "da": ("sidste", "forrige", "næste"),
    "no": ("forrige", "neste", "siste"),
}
_LONGEST_ENDING = 4
_SPANS = frozenset(
    "tage tagen wochen monate monaten jahre jahren stunden minuten dagen weken maanden jaren uren dni dnia tygodni tygodnie "
    "miesięcy miesiące godzin godziny lat lata дня дней недели недель месяца месяцев года лет часа часов дні днів тижні тижнів "
    "місяці місяців роки років години годин jours semaines mois ans heures días semanas meses años horas giorni settimane mesi anni "
    "ore dias anos тижня тиждень тижню неделе неделю неделя tygodniu tydzień tygodnia месяце місяць miesiącu miesiąca році году roku спустя później temu "
    "dager uker dage uger dagar veckor".split()
)
_NUMBERS = frozenset(
    "zwei drei vier fünf sechs sieben acht zehn einige twee drie vier vijf zes enkele dwa trzy cztery pięć kilka два две три четыре "
    "пять несколько два дві три чотири п'ять кілька deux trois quatre cinq quelques dos tres cuatro cinco unos unas due tre quattro "
    "cinque alcuni dois duas três quatro två tre fyra to fire".split()
)
# What was said, never who says it.
_POINTING = frozenset("cela ceci ça esto eso aquello isto isso aquilo ciò".split())
_POINTING_ALONE = frozenset("это то це те to questo quello das dies dit dat det".split())


def is_time(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case says when: a day, a month, "last" of a week."""
    if word in lexicon.weekdays or word in _SPANS:
        return True
    return any(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        for stem in _TIME_STEMS.get(lexicon.code, ())
    )


def is_nobody(word: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a noun phrase that begins with these two words can be nobody."""
    if word in _POINTING or is_time(word, lexicon) or (word in _NUMBERS and following in _SPANS):
        return True
    alone = not following or not following[0].isalnum() or bool(lexicon.kind(following))
    return word in _POINTING_ALONE and alone and lexicon.code not in ("de",)

"""What counts those of one name: "Charles III", "Karl der Dritte", "Louis Seize", "ヘンリー8世", "Dumas fils", "Division 4".

Numbers, and words of two dozen languages. A word that also is a name ("Bo Segundo", "Otto Dix") may be taken for a number:
what is told here serves to suggest and to doubt, never to decide that two names are one.
"""

from __future__ import annotations

import unicodedata

from onrecord.model.light import lru_cache
from onrecord.model.record import record
from onrecord.text.clean import normalized
from onrecord.text.namekeys import is_numeral, name_words, parts
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


# By language the ordinals from the first on, with / between genders, cases and spellings.
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
erste/ersten zweite/zweiten dritte/dritten vierte/vierten fünfte/fünften sechste/sechsten siebte/siebten/siebente achte/achten neunte/neunten zehnte/zehnten elfte/elften zwölfte/zwölften dreizehnte/dreizehnten vierzehnte/vierzehnten fünfzehnte/fünfzehnten sechzehnte/sechzehnten
premier/première/ier/ière/ire deuxième/seconde troisième quatrième cinquième/quint sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième
primero/primera/primer segundo/segunda tercero/tercera cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima undécimo/undécima duodécimo/duodécima decimotercero decimocuarto decimoquinto decimosexto
primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona decimo/decima undicesimo/undicesima dodicesimo/dodicesima tredicesimo quattordicesimo quindicesimo sedicesimo
primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta sétimo/sétima oitavo/oitava nono/nona décimo/décima
eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende zestiende
første/förste/första anden/andre/andra tredje fjerde/fjärde femte sjette/sjätte syvende/sjunde/sjuende ottende/åttonde/åttende niende/nionde tiende/tionde ellevte/elfte tolvte/tolfte trettende/trettonde fjortende/fjortonde femtende/femtonde sekstende/sextonde
ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes yhdestoista kahdestoista kolmastoista neljästoista
pierwszy/pierwsza drugi/druga trzeci/trzecia czwarty/czwarta piąty/piąta szósty/szósta siódmy/siódma ósmy/ósma dziewiąty/dziewiąta dziesiąty/dziesiąta
první/prvý/prvá druhý/druhá třetí/tretí čtvrtý/čtvrtá/štvrtý pátý/pátá šestý/šestá sedmý/sedmá osmý/osmá devátý/devátá desátý/desátá
первый/первая второй/вторая третий/третья четвёртый/четвёртая пятый/пятая шестой/шестая седьмой/седьмая восьмой/восьмая девятый/девятая десятый/десятая одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый
перший/перша другий/друга третій/третя четвертий/четверта п'ятий/пятий шостий сьомий восьмий дев'ятий/девятий десятий
الأول/الأولى/اول الثاني/الثانية/دوم الثالث/الثالثة/سوم الرابع/الرابعة/چهارم الخامس/الخامسة/پنجم السادس/السادسة/ششم السابع/السابعة/هفتم الثامن/الثامنة/هشتم التاسع/التاسعة/نهم العاشر/العاشرة/دهم
הראשון/הראשונה השני/השנייה/השניה השלישי/השלישית הרביעי/הרביעית החמישי/החמישית השישי/השישית השביעי/השביעית השמיני/השמינית התשיעי/התשיעית העשירי/העשירית
birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu
első második harmadik negyedik ötödik hatodik hetedik nyolcadik kilencedik tizedik
primus/prima secundus/secunda tertius/tertia quartus/quarta quintus sextus septimus octavus nonus decimus
"""
# At the end of a name only: Greek letters, and the plain numbers of French, Spanish and Portuguese kings.
_AT_END = """
α β γ δ ε στ/ϛ ζ η θ ι ια ιβ ιγ ιδ ιε ιστ/ιϛ
- deux trois quatre cinq six sept huit neuf dix onze/once douze/doce/doze treize/trece/treze quatorze/catorce/catorze quinze/quince seize/dieciséis/dezesseis diecisiete dix-huit/dieciocho/dezoito
"""
_GENERATIONS = {
    "younger": "jr jnr jun junior júnior juniore fils hijo figlio filho filha younger jüngere jüngeren jongere jonge jeune joven "
    "giovane jovem moço yngre nuorempi młodszy mladší младший мл сын молодший син minor νεότερος الابن الأصغر הצעיר הבן ifj "
    "ifjabb ジュニア 주니어",
    "elder": "sr snr senior sênior seniore père padre pai elder ältere älteren oudere oude ancien viejo vecchio velho ældre "
    "äldre eldre vanhempi starszy starší старший ст отец батько maior πρεσβύτερος الأب الأكبر הזקן האב idősb シニア 시니어",
    "grandson": "neto nieto sobrinho sobrino",
}
_ARTICLES = frozenset("the der die das den dem de het le la l el il lo o a ο η".split())
_BY_CARDS = {"J": "younger", "Ä": "elder"}  # "Lucas Cranach d. J."
_ENDINGS = "st|nd|rd|th|e|er|re|ère|eme|ème|º|ª|o|a|de|ste|й|я|ый|ой|ий|ая|го"
_FIGURES = lazy(rf"(\d+)(?:{_ENDINGS}|세|世)?")
_WITH_HYPHEN = lazy(rf"(?<=\d)[-‑](?:{_ENDINGS})\b")
_KERAIA = lazy("(?<=[Α-Ωα-ωϛ])[΄ʹ´'’]")
_NOT_COUNTING = "[^\\d〇一二三四五六七八九十]"
_EASTERN = lazy(
    rf"(?P<name>(?:.*{_NOT_COUNTING})?)(?:(?P<figures>\d+)(?:세|世)|(?P<han>[一二三四五六七八九十]+)世)|"
    rf"(?P<king>.*{_NOT_COUNTING})(?P<tens>十[一二三四五六七八九])|"
    r"(?:(?P<before>\d+)|(?P<ahead>[一二三四五六七八九十]+))代目?の?(?P<actor>.*)"
)
_INSIDE = lazy(r"[世세]\s*$|十[一二三四五六七八九]\s*$|^[\d一二三四五六七八九十]+代")
_HAN = {figure: number for number, figure in enumerate("一二三四五六七八九", 1)}
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50}
# Letters that have no other one at their root, and Cyrillic ones that serve as the strokes of Roman numerals.
_PLAIN_LETTERS = str.maketrans("łøæıі’ʼ", "loaii''")
_LIKE_ROMAN = str.maketrans("ІХ", "IX")


@record()
class Counted:
    """The words of the key of a name without those that count, and what these say: "3", "younger", or "" where none does."""

    words: tuple[str, ...]
    number: str


@lru_cache(maxsize=4096)
def counted(name: str) -> Counted:
    """Parts a name from its number: ("charles",) and "3" for "Charles III", "Charles the Third" and "Charles 3rd"."""
    # Most names need no expression, which takes longer to load than an answer.
    plain = name if name.isascii() else normalized("NFKC", _KERAIA.sub("", name))
    printed = parts(_WITH_HYPHEN.sub("", plain) if _has_digits(plain) else plain)
    generation = _BY_CARDS.get(printed[-1].upper(), "") if len(printed) > 2 and printed[-2] == "d" else ""
    rest: list[str] = []
    numbers = [generation] if generation else []
    printed = printed[:-2] if generation else printed
    for index, part in enumerate(printed):
        number, left = _number(part, index, printed)
        if number:
            numbers.append(number)
            if len(rest) > 1 and rest[-1].casefold() in _ARTICLES:
                rest.pop()
        if left:
            rest.append(left)
    return Counted(tuple([key for part in rest for key in name_words(part)]), " ".join(numbers))


def without_numbers(name: str) -> tuple[str, ...]:
    """The words of the key of a name without those that count: "Charles III", "Division 4", "Dumas fils"."""
    return counted(name).words


def told_apart(names: Iterable[str]) -> bool:
    """Whether two of these names differ in their numbers, and the rest of one may stand for that of the other."""
    numbered = [name for name in dict.fromkeys(map(counted, names)) if name.number and name.words]
    return any(
        one.number != other.number and set(one.words) <= set(other.words)
        for one in numbered
        for other in numbered
    )


def counts_inside(name: str) -> bool:
    """Whether a number may stand at an end of a word: "ヘンリー8世", "路易十四"; quickly told."""
    return not name.isascii() and _INSIDE.search(name) is not None


def _number(part: str, index: int, printed: list[str]) -> tuple[str, str]:
    """What a part of a name counts, and what is left of it as name."""
    if _has_digits(part) and (figures := _FIGURES.fullmatch(part)):
        return str(int(figures[1])), ""
    roman = part.translate(_LIKE_ROMAN)
    roman = roman[:-1] if len(roman) > 2 and roman[-1] == "e" and roman[:-1].isupper() else roman
    if _is_roman(roman, last=index + 1 == len(printed) or printed[index + 1].islower()):
        return str(_value(roman.lower())), ""
    if not part.isascii() and (eastern := _EASTERN.fullmatch(part)):
        found = eastern.groupdict()
        number = found["figures"] or found["before"]
        number = number or str(_han(found["han"] or found["tens"] or found["ahead"]))
        return number, found["name"] or found["king"] or found["actor"] or ""
    word = _folded(part).removeprefix("l'")
    if index + 1 == len(printed) > 1 and word in _words().last:
        return _words().last[word], ""
    counts = _words().english if index == 0 else _words().anywhere
    return (counts[word], "") if word in counts else ("", part)


def _has_digits(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _is_roman(part: str, *, last: bool) -> bool:
    """Whether a part is a Roman numeral. "Xi" is a name, and so is a letter unless nothing but "of Spain" follows."""
    if not set(part.lower()) <= set(_LETTERS) or not is_numeral(part):
        return False
    return (part.isupper() or part.islower()) if len(part) > 1 else last and part in "IVX"


def _value(roman: str) -> int:
    total = 0
    for letter, following in zip(roman, [*roman[1:], "i"], strict=True):
        total += _LETTERS[letter] if _LETTERS[letter] >= _LETTERS[following] else -_LETTERS[letter]
    return total


def _han(figures: str) -> int:
    tens, ten, ones = figures.rpartition("十")
    return (_HAN.get(tens, 1) * 10 if ten else 0) + _HAN.get(ones, 0)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    letters = normalized("NFKD", text.casefold())
    return "".join([letter for letter in letters if not unicodedata.combining(letter)]).translate(
        _PLAIN_LETTERS
    )


@record()
class _Words:
    """What a folded word counts: wherever it stands behind a name, in front of one, and at the end only."""

    anywhere: dict[str, str]
    english: dict[str, str]
    last: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    ordinals = [_in_order(line) for line in _ORDINALS.strip().splitlines()]
    generations = {word: kind for kind, words in _GENERATIONS.items() for word in _folded(words).split()}
    anywhere = {word: number for language in ordinals for word, number in language.items()} | generations
    last = {word: number for line in _AT_END.strip().splitlines() for word, number in _in_order(line).items()}
    return _Words(anywhere, ordinals[0], last)


def _in_order(line: str) -> dict[str, str]:
    return {
        word: str(number)
        for number, forms in enumerate(_folded(line).split(), 1)
        for word in forms.split("/")
        if word != "-"
    }

"""Who answers the questions of an interview, where its labels or marks do not say: whom its title and its first lines are about."""

from collections.abc import Callable, Iterable

from onrecord.text.given_names import FEMALE_NAMES, MALE_NAMES
from onrecord.text.patterns import lazy

_NAME = r"[^\W\d_][^:：=\[\](){}<>\n!?;|/,\"“”«»„「」『』]{1,60}?"
_WITH = lazy(
    r"(?im)(?:interview(?:ing)?(?: with| of)?|q\s?(?:&|and)\s?a with|(?:in )?conversation with|chat with|talk(?:ing)? (?:to|with)|questions (?:for|to)"
    r"|testimony of|deposition of|entretien avec|rencontre avec|questions à|interview mit|(?:im )?gespräch mit|fragen an|entrevista (?:a|con|com)"
    r"|conversación con|charla con|preguntas (?:a|para)|conversa com|perguntas (?:a|para)|intervista (?:a|con)|a colloquio con|domande (?:a|per)|wywiad z"
    r"|rozmowa z|pytań do|интервью с|беседа с|разговор с|вопросов|інтерв['’]ю з|розмова з|gesprek met|vragen aan|interview med|samtale med|samtal med"
    rf"|frågor till|spørsmål til|spørgsmål til)[ \t:]+(?P<name>{_NAME})(?=[ \t]*(?:$|[,.(:;–—]|by\b|von\b|par\b|por\b|di\b|über\b|about\b|on\b|sur\b|sobre\b))"
)
_ELSEWHERE = tuple(
    lazy(pattern)
    for pattern in (
        r"(?:(?<=[・、　\s])|(?<![一-鿿ァ-ヺー・]))(?P<name>[一-鿿]{1,4}?\s?[一-鿿ぁ-んァ-ヺ]{1,4}?|[ァ-ヺー・]{3,16}?)(?:さん|氏|監督|選手|教授|市長|社長)?(?:に(?:聞く|聞いた|話を聞|インタビュー)|インタビュー)",
        r"(?:专访|專訪|采访|採訪|访谈|訪談|对话|對話)(?:[一-鿿]{0,6}?(?:长|長|员|員|师|師|家|人|者|演|手))?(?P<name>[一-鿿·]{2,8}?)(?=[：:，,、\s—]|$)",
        r"(?:^|\s)(?P<name>[가-힣]{2,4})(?:\s[가-힣]{2,6}?)?(?:과의|와의)?\s(?:인터뷰|대담)",
        r"(?:حوار مع|مقابلة مع|لقاء مع)\s(?:ال\S+\s)?(?P<name>[^\s:،.]+\s[^\s:،.]+)",
        r"(?P<name>[A-ZÇĞİÖŞÜ]\w+\s[A-ZÇĞİÖŞÜ]\w+)(?:['’]l[ae]|\sile)\s(?:\w+\s){0,3}?(?:röportaj|söyleşi|konuştuk|sohbet)",
    )
)
# "Frau Holm, wie …": whom the questions address.
_ADDRESSED = lazy(
    r"\b(?:Herr|Frau|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Mme|Madame|Monsieur|M|Señora?|Sra?|Signora?|Sig|Senhora?|Mevrouw|Meneer|Pani|Pan|Pane"
    r"|Господин|Госпожа|Пане|Пані)\.?\s(?:Dr\.?\s|Prof\.?\s)?(?P<last>[^\W\d_]\w+)"
)
_PATRONYMIC = lazy(r"(?:^|\W)(?P<first>[А-ЯЁ]\w+)\s[А-ЯЁ]\w+(?:вна|вич|ична|овна|евна)\b")
_NO_PERSONS = frozenset(
    "post times news gazette herald tribune mail journal chronicle council board zeitung blatt kurier anzeiger magazin radio tv press "
    "university institute company street road house school church bridge museum red cross".split()
)
_ARTICLES = frozenset("Der Die Das The Le La Les El Il Lo De Het O A Den Det".split())
_LEAST_SHARED, _LONGEST_ENDING = 3, 3
_MOST_QUESTIONS = 6


def answering(
    above: str,
    named: Iterable[str],
    is_full: Callable[[str], bool],
    questions: Iterable[str] = (),
    asks: str | None = None,
) -> str | None:
    """The one who answers, by what stands `above` the questions and whom these address; None where it cannot be told.

    `named` are the names above, in their order, `asks` whoever asks.
    """
    # As often as each is there: whom a text is about is named in its title and below it.
    people = [
        name
        for name in map(_without_role, named)
        if not _NO_PERSONS.intersection(name.casefold().split()) and name != asks
    ]
    for match in _WITH.finditer(above):
        words = match["name"].split()
        while words and not words[0][0].isupper():
            words.pop(0)  # "with baker Hilde Marsh"
        if is_full(name := " ".join(words)):
            return _first_form(name, people)
    elsewhere = next(filter(None, (pattern.search(above) for pattern in _ELSEWHERE)), None)
    if elsewhere is not None:
        return elsewhere["name"]
    addressed = _addressed(people, list(questions)[:_MOST_QUESTIONS])
    if len(addressed) == 1:
        return addressed.pop()
    again = dict.fromkeys(
        _first_form(name, people)
        for at, name in enumerate(people)
        if any(_is_form_of(name, other) for other in people[:at])
    )
    given = [name for name in again if name.split()[0].casefold() in MALE_NAMES | FEMALE_NAMES]
    chosen = given or list(again)
    return chosen[0] if len(chosen) == 1 else None


def _addressed(people: list[str], questions: list[str]) -> set[str]:
    """Those of the people whom a question calls by their last name behind a title, or by first name and patronymic."""
    last = {match["last"] for question in questions for match in _ADDRESSED.finditer(question)}
    first = {match["first"] for question in questions for match in _PATRONYMIC.finditer(question)}
    return {name for name in people if name.split()[-1] in last or name.split()[0] in first}


def _without_role(name: str) -> str:
    """A name without capitals in front of it that are no part of it: "Die Försterin Greta Holm"."""
    words = name.split()
    given = (at for at, word in enumerate(words[:-1]) if word.casefold() in MALE_NAMES | FEMALE_NAMES)
    start = next(given, len(words) - 2 if words and words[0] in _ARTICLES else 0)
    return " ".join(words[max(start, 0) :])


def _first_form(name: str, people: list[str]) -> str:
    """A name as people are called, where it stands in another case: Верой Ломовой, Вера Ломова."""
    return min([name, *(other for other in people if _is_form_of(name, other))], key=len)


def _is_form_of(name: str, other: str) -> bool:
    words, others = name.split(), other.split()
    return len(words) == len(others) and all(map(_share_stem, words, others))


def _share_stem(word: str, other: str) -> bool:
    if word == other:
        return True
    shared = next((at for at, (one, then) in enumerate(zip(word, other, strict=False)) if one != then), None)
    shared = min(len(word), len(other)) if shared is None else shared
    return shared >= _LEAST_SHARED and max(len(word), len(other)) - shared <= _LONGEST_ENDING

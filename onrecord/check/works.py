"""Passages that are the name of a work, a headline, a nickname, an inscription or a gloss, whoever speaks in the sentence.

"Joan Didion wrote “Slouching Towards Bethlehem”", "In “The Sea and the Tax Office”, Reyes tells …", "„…“, titelte der Kurier": the
engine takes the verb for one of saying, and what stands in the marks is nobody's words all the same.
"""

from __future__ import annotations

from onrecord.check import aside_words, scope, work_words
from onrecord.matching.lexicon import languages_of
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.check.asked import Passage

ENDS = ' “”«»„"‘’‚‹›「」『』《》〈〉*_'
_CLOSING = r"\A[”»“\"’‘›』」*_\s]*"
_STOPS = (".", "!", "…", "。", "！")
_MOST_TITLE_WORDS = 16
_MOST_HEADLINE_WORDS = 24
_MOST_NICKNAME_WORDS = 7


def _any(listed: str) -> str:
    """A pattern of words of which those with "~" behind stand whole, and the others begin one; "_" is a space."""
    words = sorted(set(listed.split()), key=len, reverse=True)
    return "|".join([_one(word) for word in words])


def _one(word: str) -> str:
    whole = word.rstrip("~").replace("_", " ")
    return whole if word.endswith("~") else whole + r"[^\W\d_]*"


# "… “X” and “Y”": what is said of one is said of the other.
_JOINED = lazy(
    r"(?:[“«„\"‘「]\s*[”»“\"’」]\s*(?:,|(?:,\s*)?(?:and|or|as well as|und|oder|sowie|et|ou|y|e|o|ed|en|of|och|eller|og|i|lub|a|и|или|та|和|、))?\s*)+\Z"
)
# "in 1984", "im Jahr 1984", "w 1984 roku"
_IN_YEAR = r"(?:(?:in|en|im jahr|im|nel|em|en el año|w|v roce|v|в|у|år|i|anno)\s+)?(?:1[5-9]|20)\d\d(?:\s+(?:году|г\.|roku|году|році))?"
_MADE = lazy(
    rf"(?i)(?<!\w)(?P<verb>{_any(work_words.MADE)})(?:\s+{_IN_YEAR})?(?:\s+(?:his|her|their|its|the|first|sein|seine|ihr|ihre|son|sa|su|il suo|la sua|seu|sua|zijn|haar))?\s*\Z"
)
_WRITTEN = lazy(rf"(?i)(?<!\w)(?:{work_words.WRITTEN})(?:\s+{_IN_YEAR})?\s*\Z")
_MADE_BEHIND = lazy(rf"(?i){_CLOSING}(?:[\w’'-]+\s+){{0,3}}(?:{work_words.MADE_BEHIND})(?!\w)")
_YEAR_BEHIND = lazy(
    rf"(?i){_CLOSING},?\s*(?:{_IN_YEAR}\s*(?:[.,;:)]|\Z|(?:and|und|et|y|e|en|och|og|i|a|и|та)\b)|\((?:1[5-9]|20)\d\d\))"
)
_WRITTEN_IN = lazy(rf"(?i){_CLOSING}(?:[\w’'-]+\s+){{1,6}}(?:{work_words.WRITTEN_IN})(?!\w)")
_AND_BEHIND = lazy(r"(?i)\A[”»“\"’]\s*(?:,|and|und|et|y|e|ed|en|och|og|i|a|и|та)\s*[“«„\"‘]\s*[”»“\"’]")
_WITHIN = lazy(
    rf"(?i)(?:\A|[;:—–]\s)\W*(?:(?:{work_words.LEADING})\s+)?(?:{work_words.WITHIN})\s*\Z|(?:\A|[，。；])\s*在\Z"
)
_IN = lazy(rf"(?i)(?<!\w)(?:{work_words.WITHIN}|from|de|aus|von|dal|del|da|uit|van|från|fra|z|ze|из|от)\s*\Z")
_GOES_ON = lazy(rf"(?i){_CLOSING},?\s*(?:{work_words.GOES_ON})(?!\w)|{_CLOSING}[:：]")
_HEADLINED = lazy(rf"(?i)(?<!\w)(?:{work_words.HEADLINED})(?:\s+[\w’'-]+){{0,5}}\s*[:：]?\s*\Z")
_POSTED = lazy(rf"(?i)(?<!\w)(?:{work_words.POSTED})(?!\w)")
_HEADLINED_BEHIND = lazy(rf"(?i){_CLOSING},?\s*(?:so\s+)?(?:{work_words.HEADLINED})(?!\w)")
_HEADLINE = lazy(rf"(?i)(?<!\w)(?:{work_words.HEADLINE})(?:\s+[\w’'-]+){{0,6}}\s*[:：,]?\s*\Z")
_HEADLINE_BEHIND = lazy(
    rf"(?i){_CLOSING},?\s*(?:(?:read|reads|ran|runs|said|says|went|goes|declared|was|stand|hieß|war|lautete|disait|était|annonçait|decía|era|rezaba|diceva|recitava|dizia|"
    rf"luidde|stond|löd|stod|lød|głosił|brzmiał|hlásal|zněl|гласил|был)\s+)(?:[\w’'-]+\s+){{0,3}}(?:{work_words.HEADLINE})(?!\w)"
    rf"|{_CLOSING},?\s*(?:[\w’'-]+\s+){{0,2}}(?:{work_words.HEADLINE})\s+(?:read|reads|ran|said|says|hieß|lautete|disait|decía|diceva|dizia|luidde|löd|lød|głosił|zněl|гласил)"
)
_SMALL_BEHIND = lazy(r"\A[”»“\"’‘›』」]\s+([a-zà-ÿа-яёіїєąćęłńśźżčďěňřšťůž]+)")
_MOTTO = lazy(rf"(?i)(?<!\w)(?:{work_words.MOTTO})\s*[:：]\s*\Z")
_TITLE_BEHIND = lazy(rf"(?i){_CLOSING},?\s*(?:{work_words.TITLE_BEHIND})(?!\w)")
_ON_PAGE = lazy(rf"(?i){_CLOSING},?\s*(?:{work_words.ON_PAGE})(?!\w)")
_BE = frozenset("is was be were are been as it ist war est était es era è é foi jest to".split())
_MORE_PREPOSITIONS = frozenset(
    "at by starring over into durch um par por da dal por über around beside since until".split()
)
_CHANTED = lazy(rf"(?i)(?<!\w)(?:{work_words.CHANTED})\s*[:：,]?\s*\Z")
_CHANTED_BEHIND = lazy(rf"(?i){_CLOSING},?\s*(?:{work_words.CHANTED})(?!\w)")
_NICKNAMED = lazy(
    rf"(?i)(?<!\w)(?:{work_words.NICKNAMED})\s*[:：]?(?:\s*(?:the|a|an|der|die|das|den|dem|le|la|les|l[’']|el|il|lo|o|de|het|us|en|nos|nur|just|only))*\s*\Z"
)
_BY = lazy(rf"(?i){_CLOSING},?\s*{work_words.BY}\s")
_INSCRIBED = lazy(rf"(?i)(?<!\w)(?:{work_words.INSCRIBED})\s*[:：,]?\s*\Z")
_CLICKED = lazy(rf"(?i)(?<!\w)(?:{work_words.CLICKED})\s*\Z")
_GLOSSED = lazy(
    rf"(?i)(?<!\w)(?:{work_words.GLOSSED})(?:\s+(?:something like|roughly|literally|simply|so viel wie|littéralement|literalmente|letteralmente|буквально|dosłownie))?\s*\Z"
)
# "They learn to write “sea”", "she spells it “Shoigu”".
_WORDS_THEMSELVES = lazy(
    r"(?i)(?<!\w)(?:on (?:ne )?dit(?: plus| pas| aussi)?|man sagt|se dice|si dice|diz-se|you say|people say|говорят|mówi się|(?:mis)?(?:pronounce|spell)\w*(?: it)?|write|writing|schreiben|buchstabier\w*|ausgesprochen|écrire|prononc\w*|escribir|pronunci\w*|scrivere|escrever|schrijven|skriva|pisać|psát|писать|произнос\w*)\s*\Z"
)
_FEW_WORDS = 3
# "Im Ort heißt die Brücke „…“", but not "Im Bericht heißt es: „…“".
_IS_CALLED = lazy(
    r"(?i)heißt|heißen|hieß(?:en)?|heet|heten|heette|heter|hette|hedder|hed|s[’']appell\w+|se llam\w+|si chiam\w+|(?:se )?chama\w*|nazywa(?:ł\w*|ją)? się|jmenuj\w+ se|называ\w+ся|is called"
)
_IT = (None, "es", "Es", "het", "Het", "det", "Det")
_NAME_BEHIND = lazy(r"\A[”»“\"’‘›』」]\s+[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё’'-]+")
_NAME_BEFORE = lazy(r"(?:\A|\s)[A-ZÀ-ÞА-ЯЁ][\w.’'-]*\s*\Z")
_MARK_BEFORE = lazy(r"[,:;.!?—–-]\s*\Z")


def is_named(passage: Passage) -> bool:
    """Whether the words around a passage say that it is the name of something, a headline, an inscription or a gloss."""
    before = _JOINED.sub("", passage.before.rstrip(ENDS)).rstrip(ENDS)
    if passage.block or passage.words > _MOST_HEADLINE_WORDS:
        return False
    if passage.polarity == "asserted" and _is_headline(passage, before):
        return True
    if passage.words > _MOST_TITLE_WORDS:
        return False
    if passage.role_only and (_CHANTED.search(before) or _CHANTED_BEHIND.match(passage.after)):
        return True
    if _is_motto(passage, before) or _is_title_behind(passage, before):
        return True
    if _MARK_BEFORE.search(before):
        return False
    if _is_made(passage, before) or _is_within(passage, before) or _is_in_content(passage, before):
        return True
    return passage.polarity == "asserted" and _is_called(passage, before)


def is_title_cased(wording: str) -> bool:
    """Whether a wording has capitals where English titles have them."""
    words = [word for word in wording.rstrip(" ,").split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return (
        capitals > 1 and words[0][0].isupper() and all(word[0].isupper() for word in words if len(word) > 3)
    )


def takes_title(before: str) -> bool:
    """Whether words in front of a passage end in a verb of making, or of writing, which titles follow as well as words."""
    return bool(_MADE.search(before) or _WRITTEN.search(before))


def _is_headline(passage: Passage, before: str) -> bool:
    if _HEADLINED_BEHIND.match(passage.after) or _HEADLINE_BEHIND.match(passage.after):
        return True
    match = _HEADLINED.search(before)
    if match is not None:
        return (
            passage.cue in (None, ":")
            or _HEADLINED.search(passage.cue) is not None
            or _is_cue(passage, match[0])
        )
    if _HEADLINE.search(before) is None:
        return False
    # "Asked about the headline the mayor said “…”"
    return passage.speaker is None or _HEADLINE.search(passage.named_as or "") is not None


def _is_made(passage: Passage, before: str) -> bool:
    """Whether somebody has made what is named: wrote it, directed it, sang it."""
    wording = passage.wording
    if not begins_a_name(wording) or wording.rstrip().endswith(_STOPS):
        return False
    if _POSTED.search(passage.before) or _POSTED.search(passage.after):
        return False
    if _MADE.search(before) or before.endswith(tuple(work_words.MADE_UNSPACED)):
        return True
    if before and _MADE_BEHIND.match(passage.after) and wording.split()[0] in work_words.GERMAN_FIRST:
        return True
    return _WRITTEN.search(before) is not None and bool(
        is_title_cased(wording)
        or _AND_BEHIND.match(passage.after)
        or _YEAR_BEHIND.match(passage.after)
        or _WRITTEN_IN.match(passage.after)
    )


def _is_cue(passage: Passage, verb: str) -> bool:
    """Whether the verb in front is what the speaker was found by."""
    cue = (passage.cue or "").lower()
    return verb.lower() in cue or cue in verb.lower()


def _is_within(passage: Passage, before: str) -> bool:
    """Whether it is what something stands in: "In “…”, she tells how …"."""
    if not begins_a_name(passage.wording) or passage.wording.rstrip().endswith(_STOPS):
        return False
    if _WITHIN.search(before):
        return True
    if not _IN.search(before):
        return False
    return bool(is_title_cased(passage.wording) or (passage.attributed and _GOES_ON.match(passage.after)))


def _is_in_content(passage: Passage, before: str) -> bool:
    """Whether it is the name of a thing in what somebody says: "Marsh said that “The Wizard of Oz” was her favourite film"."""
    wording = passage.wording.rstrip()
    if not begins_a_name(wording) or wording.endswith((*_STOPS, "?", "？")) or is_unspaced(wording[0]):
        return False
    last = before.rpartition(" ")[2].lower()
    goes_on = (
        not wording.endswith(",")
        and _goes_on(passage.after)
        and not scope.has_subject_behind(passage.before, passage.after, wording)
    )
    if is_title_cased(wording):
        if goes_on and (not before or last in work_words.THAT or passage.attributed):
            return True
        return (
            bool(before)
            and last not in _BE
            and not (scope.ends_in_saying(passage.clause) and not takes_title(before))
        )
    if not before or (_is_german(last, wording) and wording.split()[0] not in work_words.GERMAN_FIRST):
        return False
    if last in work_words.THAT:
        return goes_on
    if last not in aside_words.PREPOSITIONS | _MORE_PREPOSITIONS:
        return False
    return not scope.ends_in_saying(before.rpartition(" ")[0])


def _is_german(last: str, wording: str) -> bool:
    return last in work_words.GERMAN_PREPOSITIONS or last in ("dass", "daß") or "ß" in wording


def _goes_on(after: str) -> bool:
    """Whether the writer's clause goes on right behind, with its verb."""
    match = _SMALL_BEHIND.match(after)
    return match is not None and match[1].lower() not in (
        aside_words.PREPOSITIONS
        | aside_words.DETERMINERS
        | work_words.NOT_GOING_ON
        | _MORE_PREPOSITIONS
        | scope.PRONOUNS
    )


def _is_motto(passage: Passage, before: str) -> bool:
    if before.endswith(work_words.MOTTO_UNSPACED):
        return True
    return (
        _MOTTO.search(before) is not None and not _is_said_by_name(passage) and passage.polarity == "asserted"
    )


def _is_title_behind(passage: Passage, before: str) -> bool:
    if _ON_PAGE.match(passage.after):
        return True
    return not (before or _is_said_by_name(passage)) and bool(_TITLE_BEHIND.match(passage.after))


def _is_called(passage: Passage, before: str) -> bool:
    """Whether it is a nickname, an inscription, what is pressed, or what something means."""
    if (_INSCRIBED.search(before) or _CLICKED.search(before)) and not _is_said_by_name(passage):
        return True
    if _WORDS_THEMSELVES.search(before) and passage.words < _FEW_WORDS and not _is_said_by_name(passage):
        return True
    if _GLOSSED.search(before) and passage.words <= _MOST_NICKNAME_WORDS:
        return not _is_said_by_name(passage)
    if before.endswith(
        (*work_words.NICKNAMED_UNSPACED, *work_words.CLICKED_UNSPACED, *work_words.GLOSSED_UNSPACED)
    ):
        return True
    if passage.words > _MOST_NICKNAME_WORDS or _is_said_by_name(passage):
        return False
    if passage.cue and passage.named_as not in _IT and _IS_CALLED.fullmatch(passage.cue):
        return True
    if _NICKNAMED.search(before):
        return not _BY.match(passage.after)
    # "Bill “the Duke of Dock Street” Hanley"
    return bool(not passage.attributed and _NAME_BEFORE.search(before) and _NAME_BEHIND.match(passage.after))


def _is_said_by_name(passage: Passage) -> bool:
    return passage.speaker is not None and not passage.role_only


def is_german(passage: Passage) -> bool:
    """Whether its nouns have capitals, as those of German."""
    languages = languages_of(f"{passage.before} {passage.after}")
    return "de" in languages and "en" not in languages


def begins_a_name(wording: str) -> bool:
    """Whether a wording begins as names do: with a capital or a figure, or in a script without capitals."""
    first = next((character for character in wording if character.isalnum()), "")
    return bool(first) and (first.isupper() or first.isdigit() or is_unspaced(first))

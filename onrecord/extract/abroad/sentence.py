"""A sentence in any language with a table, and what can be told of its words by looking around."""

from collections.abc import Mapping

from onrecord.extract.abroad import never
from onrecord.extract.abroad.laying import DASHES, Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.told import Told, gender_of
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

_ENDS = frozenset(".!?…")
COMMAS = DASHES | {","}
LEAST_CLAUSE = 3
# Quoted words inside the reporter's sentence: fewer are a word that is mentioned.
LEAST_FRAGMENT = 2
_THIRD = frozenset(["er", "man", "es", "sie"])
_MODALS = frozenset(
    "müsse müssen muss musste solle sollen soll sollte könne können kann konnte wolle wollen will wollte dürfe darf werde".split()
)
_NOT_REPORTED = (
    "te",
    "wurde",
    "würde",
    "seine",
    "keine",
    "eine",
    "diese",
    "jede",
    "viele",
    "alle",
    "ohne",
    "gerade",
    "beide",
    "solche",
    "heute",
)


def is_reported_form(words: Laid, index: int) -> bool:
    """Whether a pronoun and a verb in the German form of reported speech stand at word `index`: "er rechne", "denke man"."""
    if words.code != "de" or words.low[index] not in _THIRD:
        return False
    return _is_reporting(words, index + 1) or (
        index > 1
        and words.low[index] in ("er", "man")
        and words.low[index - 2] not in words.lexicon.articles
        and words.low[index - 1] not in words.lexicon.prepositions
        and _is_reporting(words, index - 1)
    )


def is_reported_of_noun(words: Laid, index: int) -> bool:
    """Whether a noun with its article ends before such a verb: "der Roman zeichne", where a verb of saying and a comma precede."""
    low = words.low
    return (
        words.code == "de"
        and index > 1
        and words.upper[index - 1]
        and low[index - 1][0].isalpha()
        and any(low[k] in _NOMINATIVES for k in (index - 2, index - 3) if k >= 0)
        and _is_reporting(words, index)
        and low[index] not in words.lexicon.skipped | words.lexicon.articles | words.lexicon.prepositions
    )


_NOMINATIVES = frozenset(
    "der die das ein eine sein seine ihr ihre kein keine man dieser diese dieses".split()
)


def _is_reporting(words: Laid, index: int) -> bool:
    if index >= len(words):
        return False
    verb = words.low[index]
    return (
        verb.endswith("e") and not verb.endswith(_NOT_REPORTED) and not words.upper[index] and len(verb) > 3
    )


_TO_US, _OUR_VERBS = ("nous", "vous"), ("ons", "ez", "sommes", "êtes", "mes", "tes")


class Sentence:
    """One sentence, words `low` to `high` of a paragraph."""

    def __init__(self, text: str, words: Laid, lexicon: Lexicon, low: int, high: int) -> None:
        self.text = text
        self.words = words
        self.lexicon = lexicon
        self.phrases = Phrases(words, lexicon)
        self.low = low
        end = high
        while end > low and words.low[end - 1] in _ENDS:
            end -= 1
        self.end = end
        self.reported: list[Told] = []
        self.free = low

    def _told(self, pieces: list[Range], who: Range | None, cue: Range, frame: str, sure: float) -> Told:
        return Told(pieces, who, cue, frame, sure, language=self.lexicon.code)

    def _inside(self, index: int) -> str:
        return self.text[slice(*self.words.quotes[index].inside)].rstrip()

    def _is_sentence(self, index: int) -> bool:
        inside = self._inside(index).lstrip()
        return inside[:1].isupper() or not inside[:1].isalpha() or len(inside.split()) > 6

    def _quoted_before(self, index: int) -> int | None:
        """Behind the quotation that stands right before a word, with no more than commas and dashes between."""
        low = self.words.low
        last = index
        while last > self.low and (low[last - 1] in COMMAS or low[last - 1] in self.lexicon.so):
            last -= 1
        return last if last > self.low and last > self.free and low[last - 1] == QUOTE else None

    def _past_reflexive(self, index: int) -> int:
        low = self.words.low
        if self.lexicon.code == "fr" and low[index - 1] in _TO_US and not low[index].endswith(_OUR_VERBS):
            return index - 1  # "nous a confié X"
        while (
            index - 1 > self.low
            and low[index - 1] in self.lexicon.reflexives
            and low[index - 1] not in self.lexicon.pronouns
        ):
            index -= 1
        return index

    def _is_no_verb(self, index: int) -> bool:
        """Whether the word is a noun or a name here."""
        low, lexicon = self.words.low, self.lexicon
        if index == self.low:
            return False
        before = low[index - 1]
        if lexicon.code == "de" and before in _MODALS and low[index].endswith("n"):
            return True  # "müsse erklären"
        if self.words.upper[index] and before != QUOTE and before not in DASHES:
            return True
        if before in lexicon.reflexives or before in lexicon.pronouns:
            return False
        # "alla domanda se …": no finite verb follows a preposition
        led = before in lexicon.prepositions and not (
            before in lexicon.according
            or before in lexicon.as_
            or before in lexicon.separable
            or before in lexicon.infinitive  # "te zeggen"
            or before in lexicon.that
        )
        return before in lexicon.articles or led

    def _office(self, index: int) -> Range | None:
        """ "сообщили в полиции": those who speak are in an office."""
        first = index + 1
        if first < self.end and never.is_time(self.words.low[first], self.lexicon):
            return None  # "На прошлой неделе совет порта …"
        if first < self.end and any(
            self.lexicon.is_organisation(self.words.low[k]) for k in range(first, min(first + 3, self.end))
        ):
            office = self.phrases.read(first, self.end)
            roles = office is not None and any(
                self.lexicon.is_role(self.words.low[k]) for k in range(first + 1, office[1])
            )
            return None if roles else office  # "пообещал в парламенте министр"
        return None

    def _is_office(self, subject: Range) -> bool:
        return self.words.low[subject[0] - 1] in self.lexicon.where

    def _is_alone(self, index: int) -> bool:
        """Whether the verb stands by itself between commas, or at the sentence's end."""
        return index >= self.end or self.words.low[index] in COMMAS

    def _ends_tag(self, index: int) -> bool:
        """Whether the sentence ends behind "said X", or only days, places and appositions follow."""
        low = self.words.low
        if index < self.end and low[index] in self.lexicon.separable:
            behind = index + 1  # "teilte die Polizei mit"; but "auf Nachfrage"
            if (
                behind >= self.end
                or not self.phrases.is_word(behind)
                or low[index] not in self.lexicon.prepositions
            ):
                index = behind
        if index >= self.end or low[index] in COMMAS or low[index] in "().":
            return True
        return self.phrases.past_adjunct(index, self.end) is not None

    def _according_at(self, index: int) -> Range | None:
        return self._phrase_at(index, self.lexicon.according)

    def _phrase_at(self, index: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> Range | None:
        low = self.words.low
        for phrase in phrases.get(low[index], ()):
            if tuple(low[index : index + len(phrase)]) == phrase:
                return index, index + len(phrase)
        return None

    def _drop(self, report: Told) -> None:
        report.dropped = True
        report.gender = gender_of(self.words.low[report.cue[1] - 1], self.lexicon.code)

    def _may_be_somebody(self, who: Range) -> bool:
        low, lexicon = self.words.low, self.lexicon
        return (
            low[who[0]] in lexicon.pronouns
            or any(
                lexicon.is_role(low[k])
                or low[k] in lexicon.given_names
                or lexicon.is_organisation(low[k])
                or low[k] in lexicon.groups
                for k in range(*who)
            )
            or (
                who[1] - who[0] >= 2
                and all(self.words.upper[k] for k in range(*who))
                and not lexicon.table.nouns_upper
            )
        )

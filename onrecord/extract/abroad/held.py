"""What somebody does not say, and what they deny of others' reports: "refused to say whether …", "rejected reports that …"."""

import re
from functools import cache

from onrecord.extract.abroad.holding import Holding
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE
from onrecord.text import polarity

Range = tuple[int, int]

# How far the clause that holds something back is looked back over, in words.
_BACK = 24
_LEAST = 2
# "Für X ist", "Voor X blijft"
FOR = {"de": "für", "nl": "voor"}
_IS = frozenset("ist sind war waren bleibt is zijn was blijft".split())
_NEAR = 8
# Words between the verb and the question: "no quiso aclarar a este diario si", "op vragen".
_ASIDE = r"(?:[^ ]+ ){0,5}"


@cache
def _withholding(code: str) -> re.Pattern[str]:
    """A verb of saying that is held back or negated, or another word for silence."""
    known = polarity.lexicon(code)
    held = rf"(?:{known.holding_back.pattern}|{known.negations.pattern}){known.linking}(?:{known.saying.pattern})"
    # "ne dit pas combien", "zegt niet hoeveel"
    behind = rf"(?:{known.saying.pattern}) (?:[^ ]+ ){{0,2}}(?:{known.negations.pattern})"
    return re.compile(rf" (?:{held}|{behind}|{known.withholding.pattern}) (?={_ASIDE}\Z)")


# Which open a question, and much else: only right behind what is held back.
_HOW = {
    code: frozenset(words.split())
    for code, words in {
        "de": "wie warum weshalb wann wo wer was welche welcher welches wieso wohin woher",
        "fr": "combien pourquoi comment où quel quelle quels quelles qui",
        "es": "cuántos cuántas cuánto cuánta qué cómo cuándo dónde quién quiénes cuál cuáles",
        "it": "quanti quante quanto quanta perché come dove chi quale quali",
        "pt": "quantos quantas quanto porque porquê como onde quem qual quais",
        "nl": "hoeveel waarom hoe waar wie wat welke",
        "pl": "ile dlaczego jak gdzie kto który która które skąd ilu",
        "ru": "сколько почему как где кто какой какая какие зачем куда откуда",
        "uk": "скільки чому як де хто який яка які навіщо куди",
    }.items()
}
_COMMAED = ("de", "pl", "ru", "uk")


class Held(Holding):
    """A sentence whose verb of saying may be held back, and whose claims may be those of others."""

    def _asks_how(self, index: int) -> bool:
        """Whether a word may open a question right behind a verb: "no ha dicho cuántos …", "не говорит, сколько …"."""
        low, code = self.words.low, self.lexicon.code
        if low[index] not in _HOW.get(code, ()) or index - _LEAST < self.low:
            return False
        return (low[index - 1] == ",") == (code in _COMMAED)

    def _withheld(self, index: int) -> Told | None:
        """ "refused to say whether …": `index` is the word that opens the question."""
        low, lexicon = self.words.low, self.lexicon
        if lexicon.code not in polarity.LANGUAGES or index < self.free:
            return None
        if index == self.low and lexicon.table.verb_last:
            return self._withheld_behind(index)
        first = index
        if low[index] == "ли":  # "…, откроется ли бассейн"
            first = next((k + 1 for k in range(index - 1, self.low, -1) if low[k] == ","), index)
        last = first - (low[first - 1] == ",")
        start = self._clause_of(last)
        held = self._held_in(start, last)
        if held is None or self.end - first < _LEAST:
            return None
        office = self._office_before(held)
        who = office or self.phrases.before(held, start) or self._speaker_so_far(held)
        if who is None:
            return None
        told = self._told([(first, self._content_end(first))], who, (held, last), "question", 0.6)
        told.polarity = "not_said"
        told.oblique = told.place = office is not None
        return told

    def _withheld_behind(self, index: int) -> Told | None:
        """ "Ob die Brücke öffnet, wollte der Rat nicht sagen": the question stands in front."""
        comma = next((k for k in range(index + _LEAST, self.end) if self.words.low[k] == ","), None)
        if comma is None or comma + _LEAST >= self.end:
            return None
        held = self._held_in(comma + 1, self.end)
        who = self.phrases.after(comma + 2, self.end) if held is not None else None
        if held is None or who is None or who[1] > held:
            return None
        told = self._told([(index, comma)], who, (held, self.end), "question", 0.6)
        told.polarity = "not_said"
        return told

    def _clause_of(self, last: int) -> int:
        """Where the clause begins that ends before word `last`."""
        first = max(self.low, self.free, last - _BACK)
        return next((k + 1 for k in range(last - 1, first, -1) if self.words.low[k] in ",;:"), first)

    def _held_in(self, first: int, last: int) -> int | None:
        """The first word of what holds something back, in the clause between two words."""
        if last - first < _LEAST:
            return None
        starts, ends = self.words.starts, self.words.ends
        known = polarity.lexicon(self.lexicon.code)
        clause = self.text[starts[first] : ends[last - 1]]
        if not known.may_be_more(clause):
            return None
        line = known.line(clause)
        told = known.affirming.sub(lambda affirmed: "\0" * len(affirmed[0]), line.text)
        match = _withholding(self.lexicon.code).search(told)
        if match is None:
            return None
        begin = starts[first] + line.place_of(match.start() + 1, match.end() - 1)[0]
        return next((k for k in range(first, last) if starts[k] >= begin), None)

    def _to_somebody(self) -> Told | None:
        """ "Für den Architekten X ist der Bau „ein Denkmal der Unvernunft“": the quoted words are what X thinks."""
        low, first = self.words.low, self.low + 1
        who = self.phrases.read(first, self.end) if self.phrases.begins(first, self.end) else None
        if who is None or who[1] >= self.end or low[who[1]] not in _IS or not self._may_be_somebody(who):
            return None
        quoted = next((k for k in range(who[1], min(self.end, who[1] + _NEAR)) if low[k] == QUOTE), None)
        if quoted is None or len(self._inside(quoted).split()) < _LEAST or self._inside(quoted)[:1].isupper():
            return None
        return self._told([(quoted, quoted + 1)], who, (self.low, first), "quotation", 0.6)

    def _denied_claim(self, cue: Range) -> Told | None:
        """ "wies Berichte zurück, wonach …": what others say, and somebody denies."""
        index = cue[0]
        if index < self.free or self.lexicon.code not in polarity.LANGUAGES:
            return None
        low = self.words.low
        last = index - (low[index - 1] == ",")
        start = self._clause_of(last)
        starts, ends = self.words.starts, self.words.ends
        if self.end - cue[1] < _LEAST or last - start < _LEAST:
            return None
        known = polarity.lexicon(self.lexicon.code)
        clause = self.text[starts[start] : ends[last - 1]]
        if not known.may_be_more(clause) or known.read(clause).polarity != "denied":
            return None
        verb = next((k for k in range(start, last) if known.denying.search(f" {low[k]} ")), None)
        if verb is None:
            verb = next((k for k in range(start + 1, last) if self.lexicon.kind(low[k])), None)
        who = self.phrases.before(verb, start) or self._speaker_so_far(verb) if verb is not None else None
        if verb is None or who is None:
            return None
        told = self._told([(cue[1], self._content_end(cue[1]))], who, (verb, last), "that", 0.7)
        told.polarity = "denied"
        return told

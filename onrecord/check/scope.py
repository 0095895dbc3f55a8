"""What a draft has somebody do with words that it quotes: say, deny, not say or ask them, by the clause that holds the words.

"He did not resign, but called the plan “a gift”": what another clause of the sentence negates is no matter of these words.
Outwards of their clause counts only what it depends on: "denied that the plan was “a gift”".
"""

from __future__ import annotations

import re

from onrecord.check.clause_words import LANGUAGES, Openers
from onrecord.check.clauses import HARD, STOPS, Clause, clauses_of, is_of_nobody
from onrecord.matching.lexicon import languages_of
from onrecord.matching.sense import hangs_on, holds_negation
from onrecord.model.record import record
from onrecord.text import polarity
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Polarity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.text.polarity.reader import Lexicon, Reading

_ENDS = ' “”«»„"‘’‚‹›*_'
# Clauses outwards that are looked at.
_DEEPEST = 4
_ANTECEDENT = 4
# Negations that stand behind what they negate.
_NOT_AT_END = lazy(r"(?i)(?<!\w)(?:nicht|nie|niemals|keineswegs|niet|nooit|inte|aldrig|ikke|aldri)(?!\w)")
# Words behind a passage among which a condition begins that is its own.
_SOON = 3
# "…, he said, …" in front of a verb whose negation stands before it.
_ASIDE_WORDS = 5


@record()
class Held:
    """What the clause that holds a quotation says: the polarity; whether a verb of saying, or of naming, stands in it; where it
    begins among the words in front (None: the verb stands behind the quotation)."""

    polarity: Polarity
    says: bool
    start: int | None


def held(before: str, after: str, wording: str) -> Held | None:
    """What the sentence around a quotation, `before` and `after` it, has somebody do with its words; None: its language has no
    clauses that are told apart here, or it is introduced by a colon."""
    languages = _languages(f"{before} {wording} {after}")
    if not languages:
        return None
    clauses = clauses_of(before, languages)
    if not clauses or _is_introduced(before):
        return None
    mixed = "mixed" if before.rstrip(_ENDS)[-1:].isalnum() else "direct"
    for language in languages:
        lexicon, openers = polarity.lexicon(language), LANGUAGES[language]
        reading = _verb_behind(clauses[-1], after, lexicon, openers) or _in_front(
            clauses, lexicon, openers, language
        )
        if reading is not None:
            return Held(reading[0].of(mixed), says=True, start=reading[1])
    for language in languages:
        behind = _behind(after, polarity.lexicon(language), LANGUAGES[language])
        if behind is not None and LANGUAGES[language].infinitive.match(after.lstrip(_ENDS)):
            # "Weigerte sich, den Plan „…“ zu nennen"
            outer = "".join(clause.text for clause in clauses[-2:])
            told = _read(outer, polarity.lexicon(language), LANGUAGES[language]) or behind
            return Held(told.of(mixed), says=True, start=clauses[-2:][0].start)
        if behind is not None and behind.polarity != "asserted":
            return Held(behind.of(mixed), says=True, start=None)
        if behind is not None:
            tag = not LANGUAGES[language].likens.match(after.strip(_ENDS + ",،"))
            negated = tag and mixed == "mixed" and _is_negated(clauses[-1].text, polarity.lexicon(language))
            return Held("denied" if negated else "asserted", says=True, start=None)
    return Held("asserted", says=False, start=clauses[-1].start)


def clause_of(before: str, after: str, wording: str) -> str:
    """The words in front of a quotation that say what is done with it."""
    clause_held = held(before, after, wording)
    return (
        before
        if clause_held is None
        else before[clause_held.start :]
        if clause_held.start is not None
        else _last(before, after, wording)
    )


def _last(before: str, after: str, wording: str) -> str:
    clauses = clauses_of(before, _languages(f"{before} {wording} {after}"))
    return clauses[-1].text if clauses else before


def condition_around(before: str, after: str, wording: str) -> str | None:
    """What of the rest of a sentence makes a condition of the words between `before` and `after`, or goes on with their clause
    and turns it ("" where nothing does); None: the clauses of its language are not told apart here."""
    languages = _languages(f"{before} {wording} {after}")
    if not languages:
        return None
    for language in languages:
        openers = LANGUAGES[language]
        clauses = clauses_of(before, [language])
        for clause in clauses:
            if match := openers.conditions.match(clause.text.lstrip(_ENDS)):
                return match[0]
        for clause in _outwards(clauses, len(clauses) - 1, openers) if clauses else ():
            # "I doubt, and always have, that …"
            if doubted := [
                word for word in hangs_on(clause.text, [language]) if holds_negation(word, [language])
            ]:
                return doubted[0]
        behind = after.lstrip(_ENDS + ",،—–-;")
        if match := openers.conditions.search(" ".join(behind.split()[:_SOON])):
            return match[0]
    first = next(iter(clauses_of(after, languages)), None)
    if first is None or after.lstrip(_ENDS)[:1] in STOPS or first.opener:
        return ""
    soon = hangs_on(" ".join(first.text.split()[:_SOON]), languages)
    return next(iter([*_NOT_AT_END.findall(first.text), *soon]), "")


def _is_introduced(before: str) -> bool:
    return before.rstrip(_ENDS).endswith((":", "："))


def _languages(text: str) -> list[str]:
    return [language for language in languages_of(text) if language in LANGUAGES]


def with_antecedent(before: str, clause_held: Held) -> str:
    """The clause that holds a quotation, and of the one in front of a relative clause the last words, which it goes with."""
    start = clause_held.start or 0
    clause = before[start:]
    if not any(
        clause_before.start == start and clause_before.opener == "relative"
        for clause_before in clauses_of(before, _languages(before))
    ):
        return clause
    return " ".join([*before[:start].split()[-_ANTECEDENT:], clause])


def names_in(text: str) -> list[str]:
    """Runs of two words or more with capitals, as names have."""
    runs: list[list[str]] = [[]]
    for word in text.split():
        if word[0].isupper():
            runs[-1].append(word.rstrip(",;:."))
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if len(run) > 1]


def has_subject_behind(before: str, after: str, wording: str) -> bool:
    """Whether the clause right behind a quotation has somebody speak or name something by the words: "“…,” Reyes called it"."""
    bare = _IS_HOW.sub("", after.lstrip(_ENDS + ",،—–-"))
    for language in _languages(f"{before} {wording} {after}"):
        openers = LANGUAGES[language]
        clause = _clause_behind(bare, openers)
        verb = _verb_in(clause, polarity.lexicon(language), openers)
        if verb is not None:
            return any(
                word[0].isupper() or word.lower() in PRONOUNS for word in clause[: verb[0]].split()
            ) or any(word[0].isupper() for word in clause[verb[1] :].split()[:2])
    return False


def ends_in_saying(clause: str) -> bool:
    """Whether a clause ends in a verb of saying, or of naming and what is named: "tweeted", "called it"; not "praised"."""
    for language in _languages(clause):
        line = polarity.lexicon(language).line(clause)
        ends = [
            line.place_of(*match.span())[1] for match in polarity.lexicon(language).saying.finditer(line.text)
        ]
        if any(end >= len(clause.rstrip()) for end in ends):
            return True
        if any(clause[match.end() :].strip() for match in LANGUAGES[language].naming.finditer(clause)):
            return True
    return False


def has_saying(before: str, after: str, wording: str) -> bool:
    """Whether anybody says anything in the sentence around a quotation."""
    outside = f"{before} | {after}"
    for language in _languages(f"{before} {wording} {after}"):
        lexicon = polarity.lexicon(language)
        if lexicon.saying.search(lexicon.line(outside).text):
            return True
    return False


def is_of_saying(sentence: str) -> bool:
    """Whether a sentence has a word of saying, naming or denying."""
    for language in _languages(sentence):
        lexicon = polarity.lexicon(language)
        line = lexicon.line(sentence)
        if lexicon.saying.search(line.text) or lexicon.denying.search(line.text):
            return True
    return has_naming(sentence)


def has_naming(clause: str) -> bool:
    """Whether a verb of naming stands in a clause: "called it"."""
    return any(LANGUAGES[language].naming.search(clause) for language in _languages(clause))


# "“…” is how Reyes described it."
_IS_HOW = lazy(
    r"(?i)\A(?:is|was|ist|war|est|était|c[’']est|es|era|è|é|foi|is|är|var|er|to|byl[ao]?|это|вот)\s+(?:how|what|wie|was|comme(?:nt)?|ce que|como|lo que|come|quanto|o que|hoe|wat|hur|vad|jak|co|как|что)\s+"
)
PRONOUNS = frozenset(
    "he she they we i er sie wir ich il elle ils elles nous je él ella ellos lui lei loro ele ela hij zij ze han hon hun de on ona oni он она они він вона вони".split()
)


# --- what they say -----------------------------------------------------------------------------------------------


def _in_front(
    clauses: Sequence[Clause], lexicon: Lexicon, openers: Openers, language: str
) -> tuple[Reading, int] | None:
    """What the clause in front of the words says, and where it begins; None: it has no word of saying or denying."""
    first = len(clauses) - 1
    inner = clauses[first]
    text, start = inner.text, inner.start
    # A bare verb belongs to what stands before "and": "did not read it and call it …"; so do words without a verb.
    told = _read(text, lexicon, openers)
    while first and (
        (told is None and inner.opener in ("joins", "other"))
        or (inner.opener == "joins" and language == "en" and _is_bare(text, lexicon))
    ):
        first -= 1
        inner = clauses[first]
        text, start = inner.text + text, inner.start
        told = _read(text, lexicon, openers)
    if told is not None and told.polarity != "asserted":
        return told, start
    if told is not None and first > 1 and _negated_before_aside(clauses, first, lexicon):
        return polarity.Reading("not_said", True, 0, len(text)), start
    if told is not None and first > 1 and _shares_nobody(clauses, first, language):
        return polarity.Reading("not_said", True, 0, len(text)), start
    if (
        told is None
        and clauses[first].opener == "that"
        and first
        and openers.only.search(clauses[first - 1].text)
    ):
        # "Said nothing of it, only that …"
        return polarity.Reading("asserted", False, 0, len(text)), start
    for outer in _outwards(clauses, first, openers):
        reading = _read(
            f"{outer.text} {clauses[first].text}" if told is None else outer.text, lexicon, openers
        )
        if reading is None:
            break
        if told is None:
            return reading, outer.start
        if reading.polarity in ("denied", "asked") or (
            reading.polarity == "not_said" and not _denies(outer.text, lexicon)
        ):
            return reading, outer.start
        break
    return None if told is None else (told, start)


def _outwards(clauses: Sequence[Clause], number: int, openers: Openers) -> Iterator[Clause]:
    """The clauses that a clause depends on, the nearest first: in front of its "that"; asides are passed over."""
    if clauses[number].opener != "that":
        return
    for clause in reversed(clauses[max(0, number - _DEEPEST) : number]):
        if openers.only.search(clause.text):
            return
        if clause.opener not in ("relative", "other"):
            yield clause
            return


def _read(text: str, lexicon: Lexicon, openers: Openers) -> Reading | None:
    """What a clause expresses of the last verb of saying, or of naming, in it; else of what denies or holds back in it."""
    line = lexicon.line(text)
    anchors = [line.place_of(*match.span()) for match in lexicon.saying.finditer(line.text)]
    anchors += [match.span("verb") for match in openers.naming.finditer(text)]
    told = [
        match
        for phrases in (lexicon.denying, lexicon.withholding, lexicon.holding_back)
        for match in phrases.finditer(line.text)
    ]
    if anchors:
        reading = lexicon.read(text, max(anchors))
        if reading.polarity == "asserted" and told:
            end = len(text.rstrip())
            last = text.rstrip().rfind(" ") + 1
            other = lexicon.read(text, (last, end))
            return other if other.polarity != "asserted" and other.of_saying else reading
        return reading
    if not told and not openers.refuses.search(text):
        return None
    if openers.refuses.search(text):
        return polarity.Reading("denied", True, 0, len(text))
    end = len(text.rstrip())
    return lexicon.read(text, (text.rstrip().rfind(" ") + 1, end))


def _denies(text: str, lexicon: Lexicon) -> bool:
    """Whether a clause has a verb of denying, so that its negation denies no more: "nobody disputes that"."""
    return lexicon.denying.search(lexicon.line(text).text) is not None


def _shares_nobody(clauses: Sequence[Clause], number: int, language: str) -> bool:
    """ "Nobody, least of all Reyes, called it …": the subject stands before an aside."""
    outer = clauses[number - 2]
    return (
        not clauses[number].opener
        and len(outer.text.split()) < _ASIDE_WORDS
        and is_of_nobody(outer.text, [language])
    )


def _negated_before_aside(clauses: Sequence[Clause], number: int, lexicon: Lexicon) -> bool:
    """ "She did not, he said, call it …": the negation stands before an aside."""
    aside, outer = clauses[number - 1], clauses[number - 2]
    if clauses[number].opener or len(aside.text.split()) > _ASIDE_WORDS:
        return False
    line = lexicon.line(outer.text.rstrip(" ,")).text
    return any(match.end() >= len(line) - 1 for match in lexicon.negations.finditer(line))


def _is_negated(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause ends in a negation of what follows: "the plan is not"."""
    line = lexicon.line(clause.rstrip(_ENDS + ",")).text
    return any(
        match.end() >= len(line) - 1 or line[match.end() :].count(" ") <= 3
        for match in lexicon.negations.finditer(line)
    )


def _verb_behind(inner: Clause, after: str, lexicon: Lexicon, openers: Openers) -> tuple[Reading, int] | None:
    """The same where the verb of a dependent clause stands at its end, behind the words: "als sie den Plan „…“ nannte"."""
    bare = after.lstrip(_ENDS)
    if (
        inner.opener not in ("that", "relative", "other")
        or not bare[:1].isalpha()
        or openers.infinitive.match(bare)
    ):
        return None
    clause = _clause_behind(bare, openers)
    verb = _verb_in(clause, lexicon, openers)
    if verb is None:
        return None
    shift = len(inner.text) + 1
    return lexicon.read(f"{inner.text} {clause}", (verb[0] + shift, verb[1] + shift)), inner.start


def _behind(after: str, lexicon: Lexicon, openers: Openers) -> Reading | None:
    """What the clause right behind the words says, where it says that somebody speaks."""
    clause = _clause_behind(after.lstrip(_ENDS + ",،—–-"), openers)
    verb = _verb_in(clause, lexicon, openers)
    return None if verb is None else lexicon.read(clause, verb)


def _clause_behind(text: str, openers: Openers) -> str:
    ends = [match.start() for match in HARD.finditer(text)]
    ends += [match.start() for match in re.finditer(r"[,،.!?]", text)]
    ends += [match.start("word") for match in openers.joining.finditer(text) if match.start()]
    return text[: min(ends, default=len(text))]


def _verb_in(clause: str, lexicon: Lexicon, openers: Openers) -> tuple[int, int] | None:
    """Where the first verb of saying, or of naming, stands."""
    line = lexicon.line(clause)
    verbs = [line.place_of(*match.span()) for match in lexicon.saying.finditer(line.text)]
    verbs += [match.span("verb") for match in openers.naming.finditer(clause)]
    return min(verbs, default=None)


_BASE = lazy(r"(?i)(?:ed|s|ing|said|told|wrote|spoke|thought|put|made|went|gave|swore|meant|held|read)\Z")
_HELPED = lazy(
    r"(?i)\b(?:to|will|would|can|could|may|might|shall|should|must|did|does|do|has|have|had|is|was|were|are|be|been|i|we|you|they)\b"
)


def _is_bare(text: str, lexicon: Lexicon) -> bool:
    """Whether the verb of an English clause has neither an ending nor a helping verb."""
    line = lexicon.line(text)
    verbs = list(lexicon.saying.finditer(line.text))
    if not verbs or _HELPED.search(text):
        return False
    return not _BASE.search(verbs[-1][0].split()[0])

"""What a quotation that begins, or ends, inside a sentence leaves out of its clause: "the lock is safe" of “I don’t think that the
lock is safe”."""

from __future__ import annotations

import re

from onrecord.matching.lexicon import languages_of
from onrecord.matching.outcome import Match, Outcome
from onrecord.matching.sense import hangs_on, holds_negation
from onrecord.matching.sentences import rest_before
from onrecord.model.record import replace
from onrecord.text.patterns import lazy
from onrecord.text.signs import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# As far as is looked in front of a wording, in code points.
_FAR = 240
_BREAKS = lazy(r"[.,;:!?…—–()\"“”„«»\n\u2028\u2029]")
# Where words of the same sentence stand for themselves, by language.
_TURNS = dict(
    turn.split(":")
    for turn in (
        "en:and|but de:und|sondern|aber fr:et|mais es:y|e|sino|pero it:e|ed|bensì|ma pt:e|mas nl:en|maar sv:och|utan|men da:og|men no:og|men "
        "pl:i|a|lecz|ale cs:a|ale ru:и|а|но uk:і|й|та|а|але"
    ).split()
)
# What completes the clause in front: whatever that negates is told here.
_COMPLETES = lazy(
    r"(?i)\A\s*(?:that|whether|dass|daß|ob|que|qu[’']|che|dat|att|at|że|iż|что|чтобы|що|щоб)(?!\w)|\A\s*qu[’']"
)
# Negations that assert: "there is no doubt that", "nobody denies that", "not only".
_AFFIRMING = lazy(
    r"(?i)(?<!\w)(?:"
    r"(?:no|without (?:a |any )?) ?(?:real |shadow of )?(?:doubt|question|secret|wonder|coincidence|accident|mistake)"
    r"|not (?:only|just|merely|simply|least)|nothing less than"
    r"|(?:can(?:not|n[’']t| not| no longer)|(?:do|does|did|would|could|will|has|have)(?: not|n[’']t)|never|nobody|no[- ]one|none|not|no \w+)"
    r"(?: of \w+)?(?: can| could| would| will| seriously| for a moment| ever){0,2}"
    r" (?:doubt|den[yi]|disput|question|contest|forget|ignor|help but|overstat|stress|emphasi[sz]e)\w*"
    r"|kein\w* (?:zweifel|frage|geheimnis|zufall|wunder)|nicht (?:nur|bloß|allein|zuletzt)|ohne (?:jeden )?zweifel"
    r"|(?:bestreit|bezweifl|bezweifel|leugn)\w*(?: \w+)? nicht|niemand (?:bestreit|bezweifel|leugn)\w*"
    r"|(?:aucun|nul|pas de|sans)(?: le moindre)? doute|pas (?:seulement|uniquement|un secret|un hasard)"
    r"|personne ne (?:conteste|nie|doute)|n[e’'] ?(?:nie|conteste|doute) pas"
    r"|no (?:cabe|hay|tengo|tenemos)(?: la menor| ninguna)? dudas?|sin duda|no (?:solo|sólo|solamente)|nadie (?:duda|niega|discute)"
    r"|no (?:nieg|dud)\w*|no es (?:ningún |una? )?(?:secreto|casualidad)"
    r"|non c[’']è (?:alcun )?dubbio|(?:nessun|senza(?: alcun)?) dubbio|non (?:solo|soltanto)|nessuno (?:dubita|nega)|non (?:nego|dubito)"
    r"|não há dúvidas?|sem dúvida|não (?:só|apenas)|ninguém (?:duvida|nega)|não (?:nego|duvido)"
    r"|(?:geen|zonder) twijfel|niet (?:alleen|slechts)|niemand (?:betwist|ontkent|betwijfelt)"
    r"|(?:inget|ingen|utan|uten|uden|ikke) tv(?:ekan|il|ivl)|(?:inte|ikke) (?:bara|enbart|bare|kun)"
    r"|nie (?:tylko|ma wątpliwości|wątpi\w*)|bez wątpienia|nikt nie (?:wątpi|zaprzecza)"
    r"|(?:нет|без)(?: никаких)? сомнени\w*|не (?:только|просто|сомнева\w*|отрица\w*)|никто не (?:отрицает|сомневается|спорит)"
    r"|(?:немає|без)(?: жодних)? сумнів\w*|не (?:лише|тільки)"
    r")(?!\w)"
)
# What somebody would not do, at the end of a clause: "I would rather lose the client than".
_INSTEAD = lazy(
    r"(?i)(?<!\w)(?:(?:rather|sooner)(?: \S+){0,8} than(?: to)?|instead of|(?:an)?statt|anstelle von|plutôt que(?: de)?|au lieu de|en (?:lugar|vez) de"
    r"|antes que|piuttosto che|invece di|em vez de|ao invés de|in plaats van|i stället för(?: att)?|i stedet for(?: at)?|вместо(?: того,? чтобы)?|zamiast)\s*\Z"
)
# Behind a clause that they negate.
_BEHIND = lazy(r"(?i)\s+(?:nicht|nie|niemals|keineswegs|niet|nooit|inte|aldrig|ikke|aldri)(?!\w)")


def negated_in_front(before: str, wording: str) -> str:
    """Of the words of a quotation in front of a wording, those of its clause where they negate it; else ""."""
    bare = before.rstrip()
    if not bare or bare[-1] in MARKS:
        return ""
    clause = _BREAKS.split(before)[-1]
    if _COMPLETES.match(clause) or not clause.strip():
        # "I do not believe, and never have, that …", but not "He did not come, I saw it".
        clause = before if _COMPLETES.match(clause) else ""
    languages = languages_of(f"{before} {wording}")
    if not _COMPLETES.match(clause):
        clause = _last_joined(clause, languages)
    told = _AFFIRMING.sub(" ", clause)
    if instead := _INSTEAD.search(clause):
        return " ".join(instead[0].split())
    if any(map(str.isalpha, told)) and holds_negation(told, languages):
        return " ".join(clause.split())
    return ""


def _last_joined(clause: str, languages: Sequence[str]) -> str:
    words = "|".join(_TURNS[language] for language in languages if language in _TURNS)
    return re.split(rf"(?<!\w)(?:{words})(?!\w)", clause)[-1] if words else clause


def cut_off(text: str, match: Match) -> Match:
    """A verified match as `inverted`, where the clause that its first word stands in negates it in front, or its last behind."""
    if not match.verified or not match.spans:
        return match
    start, end = match.spans[0].start, match.spans[-1].end
    if start == 0 or text[start - 1] in MARKS or text[start - 1] == "\n":
        front = ""
    else:
        low = max(0, start - _FAR)
        low = max(low, *(text.rfind(stop, low, start) + 1 for stop in '“”„«»"\n\u2028\u2029'))
        front = negated_in_front(text[rest_before(text, start, low) : start], text[start:end])
    behind = _BEHIND.match(text, end)
    left = (*([front] if front else ()), *([behind[0].strip()] if behind else ()))
    if not left:
        return match
    languages = languages_of(text[max(0, start - _FAR) : end + _FAR])
    words = tuple(dict.fromkeys(word for part in left for word in hangs_on(part, languages)))
    return replace(
        match,
        outcome=Outcome.inverted,
        left_out=(*match.left_out, *left),
        hangs_on=tuple(dict.fromkeys((*match.hangs_on, *words))),
    )

"""Reports as they are meant: what the words of saying express, and none of which nobody is the speaker."""

from __future__ import annotations

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, PARTICIPLE, SAYS
from onrecord.extract.abroad.told import Told
from onrecord.extract.abroad.trailing import denied_behind, held_back_behind
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.sentence import Report
from onrecord.text import polarity
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Reading

# Frames whose cue is no verb of saying.
_WITHOUT_VERB = ("subjunctive", "signed", "before a colon", "according to", "dialogue")
# How many words stand between "that" and a verb of saying behind it, at most.
_FURTHEST = 6
# Subjects that are nobody, wherever they stand in their clause.
_NONE_OF = {
    "zh": lazy(
        "[没沒無无][有]?(?:任何)?一?[个個位名]?人|[谁誰][也都]?[没沒不未]|既(?:不是|非|[没沒未])|[并並]?非|也不是|[没沒](?:有)?(?:任何|一)"
    ),
    "tr": lazy(r"(?i)\bne\b.+\bne(?: de)?\b"),
}
_LEADS_UP = " ，,：:"
_CLAUSES = lazy("[，,；;：:。]")


def settled(text: str, words: Laid, reports: list[Report]) -> list[Report]:
    """The reports with what each expresses, without those that tell that nobody said something."""
    from onrecord.extract import denials

    kept = []
    for report in reports:
        if denials.is_nobody(text, words, report) or _is_held_back(text, words, report):
            continue
        if report.frame not in _WITHOUT_VERB:
            report.reading = denials.reading(text, words, report)
            if report.reading is not None and _is_of_what_is_said(words, report, report.reading):
                report.reading = None
        if (
            report.reading is not None
            and report.reading.polarity == "not_said"
            and _is_negative_concord(text, words, report)
        ):
            report.reading = None
        expressed = report.polarity if isinstance(report, Told) else None
        if expressed and (report.reading is None or report.reading.polarity == "asserted"):
            report.reading = Reading(expressed, True, *words.range_of(report.cue))
        if (nobody := _of_nobody(text, words, report)) is not None:
            if not any(words.low[at] == QUOTE for piece in report.pieces for at in range(*piece)):
                continue  # its subject cannot be told from what is said
            if _is_named_by_nobody(text, words, report):
                report.speaker = None
        led = nobody or _led_in(text, words, report) or denied_behind(text, words, report)
        led = led or held_back_behind(text, words, report)
        if led is not None:
            report.reading = led
        _past_denied_saying(words, report)
        if denials.may_be_told(report):
            kept.append(report)
    denials.pass_on(words, kept)
    return kept


_NONE = frozenset(
    "aucun aucune ningún ninguna alcun alcuna alcuno nessun nessuna qualquer nenhum nenhuma żadnego żadnej żadnych никакого никакой никаких "
    "ни жодного жодної жодних geen keinen keine keinerlei rien nada nulla niente nic ничего нічого".split()
)
_SEEING = frozenset(
    "voit voient voyait vit ve ven vio vieron veía vede vedono vide vedeva vê veem viu viram widzi widzą widział widziała видит видят видел "
    "видела бачить бачать бачив бачила ziet zag sieht sah".split()
)


def _is_negative_concord(text: str, words: Laid, report: Report) -> bool:
    """Whether the negation belongs to quoted words that are what somebody thinks: "no ve «ningún margen»"."""
    if (
        words.low[report.cue[0]] not in _SEEING
        or not report.pieces
        or words.low[report.pieces[0][0]] != QUOTE
    ):
        return False
    inside = text[slice(*words.quotes[report.pieces[0][0]].inside)].split()
    return bool(inside) and inside[0].lower() in _NONE


def _is_of_what_is_said(words: Laid, report: Report, reading: Reading) -> bool:
    """Whether what denies or asks stands in what is said, in a language whose verb stands behind that: "hiçbir … vurguladı"."""
    if words.code != "tr" or report.frame != "clause" or not report.pieces:
        return False
    start, end = words.range_of(report.pieces[0])
    return start <= reading.start < end


def _is_held_back(text: str, words: Laid, report: Report) -> bool:
    """Whether the infinitive behind the cue is what somebody refuses or fails to do: "si è rifiutata di dire se …"."""
    if report.frame != "infinitive" or words.code not in polarity.LANGUAGES or not report.pieces:
        return False
    first, last = report.pieces[0]
    low, _ = words.sentence_at(report.cue[0])
    known = polarity.lexicon(words.code)
    line = known.line(text[words.starts[low] : words.ends[min(first + _FURTHEST, last) - 1]]).text
    return known.holding_back.search(line) is not None or known.withholding.search(line) is not None


def _of_nobody(text: str, words: Laid, report: Report) -> Reading | None:
    """The reading of what is said by none of those who are named: "既不是王立也不是陈敏说的：…", "Ne Kaya ne de Demir … dedi".

    In languages that are read by patterns the subject is whatever stands in the clause, so that a name is found in it.
    """
    begins = _NONE_OF.get(words.code)
    if begins is None or report.cue is None:
        return None
    low, _ = words.sentence_at(report.cue[0])
    cue = words.starts[report.cue[0]]
    quoted = [words.starts[first] for first, _ in report.pieces if words.low[first] == QUOTE]
    end = min([cue, *quoted])
    clause = _CLAUSES.split(text[words.starts[low] : end])[-1]
    if not begins.search(clause):
        return None
    return Reading("not_said", True, end - len(clause), words.ends[report.cue[1] - 1])


def _is_named_by_nobody(text: str, words: Laid, report: Report) -> bool:
    """Whether the words for nobody stand behind the name or begin it: "市议会里没有人说", "Ne başkan ne de sözcüsü"."""
    if report.speaker is None:
        return False
    start, end = words.range_of(report.speaker)
    behind = text[end : max(end, words.starts[report.cue[0]])]
    named = _NONE_OF[words.code].search(text[start:end])
    return named is not None or _NONE_OF[words.code].search(behind) is not None


def _past_denied_saying(words: Laid, report: Report) -> None:
    """Past "powiedział:", "sie gesagt habe:" in what is denied: it is the saying that is, of what follows."""
    known = words.lexicon
    denied = report.reading is not None and report.reading.polarity in ("denied", "not_said")
    if not denied or report.reading is None or report.frame != "that" or not report.pieces:
        return
    first, last = piece = report.pieces[0]
    for index in range(first, min(first + _FURTHEST, last - 1)):
        kind, word = known.kind(words.low[index]), words.low[index]
        if kind & (SAYS | PARTICIPLE):
            behind = index + 1
            while behind < last - 1 and (
                known.kind(words.low[behind]) & AUXILIARY or words.low[behind] in known.subjunctive
            ):
                behind += 1
            if words.low[behind] in (":", ",") and (
                words.low[behind + 1] == QUOTE or words.low[behind + 1] in known.that
            ):
                behind += 1 + (words.low[behind + 1] in known.that)
            elif words.low[behind] in known.that:
                behind += 1
            elif words.low[behind] != QUOTE:
                return
            if behind < last:
                place = report.reading
                report.reading = Reading(place.polarity, True, place.start, words.ends[behind - 1])
                report.pieces = [(behind, last), *(other for other in report.pieces if other != piece)]
            return
        if not (kind & AUXILIARY or word in known.pronouns | known.skipped | known.reflexives):
            return


def _led_in(text: str, words: Laid, report: Report) -> Reading | None:
    """What the sentence expresses in front of what is said, where that denies or asks and the cue is part of it.

    "a rejeté l'accusation selon laquelle …", "desmintió haber dicho: …", "wollte wissen, ob …": the cue alone does not tell.
    """
    from onrecord.extract import denials

    if words.code not in polarity.LANGUAGES or not report.pieces:
        return None
    if report.reading is not None and report.reading.polarity != "asserted" and report.reading.of_saying:
        return None
    low, high = words.sentence_at(report.cue[0])
    first = min(report.pieces)[0]
    if report.frame == "subjunctive" and first >= high:
        return None  # it goes on from what another sentence says
    until = report.cue[1] if report.frame == "according to" else first
    if report.frame == "subjunctive" and report.speaker is None and first == low:
        until = report.cue[1]  # "Lee wollte wissen, ob es so sei": all of it was taken for what is said
    elif until <= low or until > first:
        return None
    verbless = report.frame in _WITHOUT_VERB
    if not verbless:
        # "bestritt den Vorwurf und sagte: …": another clause denies something, and this one says it.
        cue = report.cue[0]
        joins = (index for index in range(cue - 1, low, -1) if words.low[index] in denials.JOINS)
        low = cue if words.low[cue - 1] == "," and low < cue else next((index + 1 for index in joins), low)
    start, end = words.starts[low], words.ends[until - 1]
    end = start + len(text[start:end].rstrip(_LEADS_UP))
    lexicon = polarity.lexicon(words.code)
    comma = max(text.rfind("，", start, end), text.rfind(",", start, end)) if lexicon.joined else -1
    if comma >= 0 and (
        words.starts[report.cue[0]] > comma or lexicon.saying.search(lexicon.line(text[comma:end]).text)
    ):
        start, verbless = comma + 1, True  # "否認指控，並說：…"
    # "demande que la route soit fermée" asks nobody anything: what follows is no question
    begins = text[words.starts[first] : words.ends[min(first + _FURTHEST, high) - 1]]
    reading = lexicon.read(text[start:end], wording=begins if report.frame in ("that", "urging") else None)
    place = words.range_of(report.cue)
    # What somebody else did not do, or did not want, stands before a verb of saying as well.
    if reading.polarity not in ("denied", "asked") or not (
        verbless or reading.start + start <= place[0] < reading.end + start
    ):
        return None
    return Reading(reading.polarity, reading.of_saying, reading.start + start, reading.end + start)

"""Reports of what somebody denies or does not say, corrected: which words are the cue, and which are denied.

The rules take "denied having said it rained" for a denial of "having said …", and "said it was not true that it rained"
for an assertion of "it was not true …". What is denied is "it rained".
"""

from onrecord.extract.disowned import CLAIMS, UNTRUE, is_claim, is_disowned, is_hypothetical
from onrecord.extract.lexicon import CUES, OBJECT, PERSON, PRIVATE, TAG
from onrecord.extract.paragraph import QUOTE, Paragraph
from onrecord.extract.people import is_human
from onrecord.extract.sentence import Report
from onrecord.extract.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    QUESTION,
    REFLEXIVE,
)

Range = tuple[int, int]

_BE = frozenset("is was are were be been being 's isn't wasn't aren't weren't".split())
_NOT_WHEN_NEGATED = frozenset("true correct right accurate".split())
_NOTHING = frozenset(["nothing", "little"])
_ABOUT = frozenset("about of on regarding concerning as to that more further in".split())
_HAVING = frozenset("having have ever even to that".split())
_ASKING = ("why", "how", "who", "what", "when", "where", "which")
# The frame of a report of a claim that is called untrue.
DISOWNED = "disowned"
# Verbs that deny a claim and turn down anything else.
TURNING_DOWN = frozenset("reject dismiss rebuke deride ridicule repudiate".split())
DENYING = TURNING_DOWN | frozenset("deny dispute refute rebut contradict disavow".split())
# Of "denied access to the site" nothing is said: somebody was not let in.
_GRANTED = frozenset(
    "access entry bail visa visas asylum parole permission admission entrance leave service care treatment boarding "
    "landing passage funding benefits food water request requests application applications appeal appeals motion motions "
    "petition permit permits licence license petitions".split()
)
_OBJECTS = frozenset("him her them me us you".split())
_PRONOUNS = frozenset("it this that them everything all".split())
_FURTHEST = 8


def settled(words: Paragraph, report: Report) -> Report | None:
    """The report with its cue, its speaker and its words as they are meant; None where nothing is said at all."""
    if is_hypothetical(words, report):
        return None
    _trim_speaker(words, report)
    if report.frame == "according to":
        _trim_contrast(words, report)
    if report.frame in ("tag", "inverted"):
        _widen_denied_saying(words, report)
    behind = [number for number, piece in enumerate(report.pieces) if piece[0] >= report.cue[1]]
    if not behind:
        return report if report.pieces or report.opens_block else None
    piece = report.pieces[behind[0]]
    if (
        words.low[piece[0]] in _BE
        and words.low[piece[0] + 1 : piece[0] + 2] == ["that"]
        and piece[1] - piece[0] > 3
    ):
        # "What Lee did not say was that …"
        piece = report.pieces[behind[0]] = (piece[0] + 2, piece[1])
    for begin in (
        _behind_disowning,
        _behind_held_back,
        _behind_nothing,
        _behind_denied_saying,
        _behind_pronoun,
    ):
        start = begin(words, report, piece)
        if start is not None:
            if start >= piece[1]:
                return None
            report.cue = (report.cue[0], _without_comma(words, start))
            report.pieces[behind[0]] = (start, piece[1])
            return report
    if report.frame in ("clause", "that", "naming") and (end := _before_disowning(words, piece)) is not None:
        report.frame = DISOWNED
        report.pieces = [(piece[0], end)]
        return report
    if is_disowned(words, report, piece):
        report.frame = DISOWNED
        return report
    _widen_over_saying(words, report, piece)
    if report.frame in ("object", "clause") and _is_no_denial(words, report, piece):
        return None
    return report


def _without_comma(words: Paragraph, index: int) -> int:
    return index - 1 if words.low[index - 1] in (",", ":") else index


def _trim_speaker(words: Paragraph, report: Report) -> None:
    """ "Lee neither (confirmed …)", "which Lee (denies)", "a claim Lee (denies)"."""
    if report.speaker is None:
        return
    first, last = report.speaker
    low = words.low
    while last - first > 1 and low[last - 1] in ("neither", "not", "never", "both"):
        last -= 1
    if last - first > 2 and (low[first], low[first + 1]) == ("no", "doubt"):
        first += 2
    if last - first > 1 and low[first] in ("which", "that"):
        first += 1
    elif (
        last - first > 2
        and low[first] in DETERMINERS
        and low[first + 1] in CLAIMS
        and low[first + 2] not in PREPOSITIONS
    ):
        first += 3 if low[first + 2] in ("which", "that") and last - first > 3 else 2
    elif last - first > 1 and low[first] == "something":
        first += 2 if low[first + 1] in ("which", "that") and last - first > 2 else 1
    report.speaker = (first, last)


def _trim_contrast(words: Paragraph, report: Report) -> None:
    """ "The price has risen, but not (according to Lee)": the "not" belongs to the cue."""
    low = words.low
    first, last = report.pieces[0]
    index = report.cue[0]
    if last == index and last - first > 2 and low[index - 1] == "not":
        report.cue = (index - 1, report.cue[1])
        last -= 1
        while last - first > 1 and low[last - 1] in ("but", ",", "though"):
            last -= 1
        report.pieces[0] = (first, last)


def _behind_disowning(words: Paragraph, report: Report, piece: Range) -> int | None:
    """Past "it was not true that", "it is simply false that"."""
    low = words.low
    index, end = piece
    if (
        index + 3 >= end
        or low[index] not in ("it", "this", "that")
        or low[index + 1] not in _BE | {"would", "had"}
    ):
        return None
    negated = low[index + 1].endswith("n't")
    for ahead in range(index + 2, min(index + _FURTHEST, end - 1)):
        word = low[ahead]
        if word == "that":
            before = low[ahead - 1]
            if before in UNTRUE or (before == "lie" and low[ahead - 2] == "a"):
                return None if negated else ahead + 1
            case = before == "case" and low[ahead - 2] == "the"
            return ahead + 1 if negated and (before in _NOT_WHEN_NEGATED or case) else None
        negated = negated or word in ("not", "never")
        if word == QUOTE or word in ",;:":
            return None
    return None


def _before_disowning(words: Paragraph, piece: Range) -> int | None:
    """Of "the claim that … was false", "the reports a lie": where the claim ends that is disowned."""
    low = words.low
    first, end = piece
    head = next((index for index in range(first, min(first + 4, end)) if is_claim(low[index])), None)
    if head is None or any(
        low[index] not in DETERMINERS and not low[index].isalpha() for index in range(first, head)
    ):
        return None
    last = end - 1
    if low[last] in ("lie", "lies", "fabrication", "invention", "nonsense") or low[last] in UNTRUE:
        negated = True
    elif low[last] in _NOT_WHEN_NEGATED and low[last - 1] == "not":
        negated, last = True, last - 1
    else:
        return None
    while last - 1 > head and (
        low[last - 1] in ("a", "an", "as", "simply", "completely", "totally", "all")
        or low[last - 1].endswith("ly")
    ):
        last -= 1
    if last - 1 > head and low[last - 1] in _BE:
        last -= 1
    return last if negated and last > head and low[last - 1] not in ("not", "no", "never") else None


def _behind_held_back(words: Paragraph, report: Report, piece: Range) -> int | None:
    """Past "she could not confirm" to the question or the clause: "said she could not confirm whether …"."""
    low = words.low
    index, end = piece
    if low[index] not in ("he", "she", "they", "it", "i", "we") or index + 3 >= end:
        return None
    ahead, negated = index + 1, False
    while ahead < end and (low[ahead] in AUXILIARIES or low[ahead] in ADVERBS or low[ahead].endswith("ly")):
        if low[ahead] in _BE:
            return None  # "she had not been asked whether …" is told of others
        negated = negated or low[ahead] in NEGATIONS
        ahead += 1
    known = CUES.get(low[ahead]) if ahead < end else None
    if (
        not negated
        or known is None
        or known[1] == "ing"
        or not {TAG, PERSON} & known[2]
        or known[0] in PRIVATE
    ):
        return None
    ahead += 1
    while ahead < end and low[ahead] in ("on", "about", "of", "to", "reporters", "journalists"):
        ahead += 1
    if ahead >= end:
        return None
    return ahead + 1 if low[ahead] == "that" else ahead if low[ahead] in ("whether", "if", *_ASKING) else None


def _behind_nothing(words: Paragraph, report: Report, piece: Range) -> int | None:
    """Past "nothing about", "little on" behind a verb of saying, to the question or the clause; the end if none."""
    low = words.low
    index, end = piece
    if low[index] in ("neither", "not") and low[index + 1 : index + 2] == ["that"]:
        return index + 2
    if low[index] not in _NOTHING or index + 1 >= end or low[index + 1] not in _ABOUT:
        return None
    if CUES.get(low[report.cue[0]], ("",))[0] not in ("say", "tell", "reveal", "disclose", "add"):
        return None
    for ahead in range(index + 2, min(index + _FURTHEST, end)):
        if low[ahead] in QUESTION:
            return ahead
        if low[ahead] == "that":
            return ahead + 1
    return end


def _behind_denied_saying(words: Paragraph, report: Report, piece: Range) -> int | None:
    """Past "having said (that)", "saying", behind a verb of denying."""
    low = words.low
    if CUES.get(low[report.cue[0]], ("",))[0] not in DENYING:
        return None
    index, end = piece
    while index < end and (low[index] in _HAVING or low[index] in ADVERBS or low[index].endswith("ly")):
        index += 1
    known = CUES.get(low[index]) if index < end else None
    if known is None or (index == piece[0] and known[1] != "ing") or not {TAG, PERSON} & known[2]:
        return None
    index += 1
    if PERSON in known[2]:
        index = next(
            (ahead for ahead in range(index, min(index + _FURTHEST, end)) if low[ahead] == "that"), index
        )
    if index < end and low[index] in ("that", ",", ":"):
        index += 1
    return index if index < end and low[index] not in ("so", "it", "this", "anything") else None


def _behind_pronoun(words: Paragraph, report: Report, piece: Range) -> int | None:
    """Past "it:" to the words themselves: "denied it: “…”"; the end where nothing is told of what is denied."""
    low = words.low
    index, end = piece
    known = CUES.get(low[report.cue[0]])
    if known is None or known[0] not in DENYING or low[index] not in _PRONOUNS:
        return None
    if index + 1 == end:
        return end
    for ahead in range(index + 1, min(index + _FURTHEST, end - 1)):
        if low[ahead] in (":", ",") and low[ahead + 1] == QUOTE:
            return ahead + 1  # "denied it in a statement that read: “…”"
        if low[ahead] in ",;:" or low[ahead] == QUOTE:
            return None
    return None


def _widen_over_saying(words: Paragraph, report: Report, piece: Range) -> None:
    """ "denied (ever saying that) …": it is the saying that is denied."""
    low = words.low
    if CUES.get(low[report.cue[0]], ("",))[0] in DENYING and any(
        CUES[low[index]][1] in ("ing", "past") and TAG in CUES[low[index]][2] and low[index - 1] != ","
        for index in range(report.cue[1], piece[0])
        if low[index] in CUES
    ):
        report.cue = (report.cue[0], piece[0])


def _widen_denied_saying(words: Paragraph, report: Report) -> None:
    """ "“…,” Lee denied (having said)": what is behind the cue belongs to it."""
    low = words.low
    index = report.cue[1]
    if CUES.get(low[report.cue[0]], ("",))[0] not in DENYING:
        return
    while index < len(low) and low[index] in _HAVING:
        index += 1
    if (
        index < len(low)
        and low[index] in CUES
        and (TAG in CUES[low[index]][2] or low[index] in ("using", "used"))
    ):
        report.cue = (report.cue[0], index + 1)


def _is_somebody(words: Paragraph, piece: Range) -> bool:
    """Whether the words are people and no claim of theirs: "him", "his defence minister"."""
    inside = words.low[slice(*piece)]
    if inside[0] in _OBJECTS:
        return len(inside) == 1
    return is_human(inside[-1]) and not any(
        word in PREPOSITIONS or word in (QUOTE, "that", ",") for word in inside
    )


def _is_no_denial(words: Paragraph, report: Report, piece: Range) -> bool:
    """Whether a verb of denying has an object that is no claim: "denied access to …", "rejected the bill"."""
    low = words.low
    known = CUES.get(low[report.cue[0]])
    if known is None or known[0] not in DENYING or OBJECT not in known[2]:
        return False
    if low[piece[0]] in REFLEXIVE:
        return True  # "denied herself nothing"
    if report.frame == "object" and _is_somebody(words, piece):
        return True  # "contradicted his minister"
    head = range(piece[0], min(piece[0] + _FURTHEST, piece[1]))
    before_clause = [low[index] for index in head]
    for opener in ("that", "of", ",", QUOTE, "to", "by", "from", "for", "in", "having"):
        if opener in before_clause:
            before_clause = before_clause[: before_clause.index(opener)]
    claims = any(is_claim(word) for word in before_clause)
    if known[0] in TURNING_DOWN:
        return report.frame == "object" and not claims
    return not claims and any(word in _GRANTED for word in before_clause)

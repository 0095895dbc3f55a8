"""Who says a passage by the sentence that holds it, and what they do with the words."""

from __future__ import annotations

from onrecord.check import contrast, evidence, owned, scope, work_words, works
from onrecord.check.expressed import polarity_of
from onrecord.check.passage import Passage
from onrecord.model.record import replace
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.check.frames import Voice
    from onrecord.extract import Proposal
    from onrecord.text.polarity import Polarity

# The figure of a note that is set right behind a name.
_NEXT = lazy(r"\A[”»“\"’‘›]\s+[^\W\d_a-zà-ÿа-яё]")
# "Lund called Holm “a poor listener”": whoever calls somebody something says it.
_NAME = r"[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]+(?: (?:(?:van|von|de|del|da|di|der|den) )?[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]+){0,3}"
_CALLS = lazy(
    rf"(?:\A|[.!?;:] |, )(?P<who>{_NAME})(?:, [^,“”]{{2,60}},)? (?:(?:has|had|later|once|then|hat|a|avait|ha) )?(?:called|calls|dubbed|branded|labelled|labeled|described|nannte|nennt"
    rf"|qualifie|qualifié|traite|traité|llamó|llama|tachó a|ha definito|definì|назвал|назвала) (?P<whom>{_NAME})(?: (?:as|als|de|come|como))?(?: an?| eine?n?| une?)?\s*[“”«»„\"‘]*\s*\Z"
)
_NOTE = lazy(r"(?<=[^\W\d_]{2})[\d¹²³⁰⁴-⁹]{1,3}\Z")


def with_voice(passage: Passage, told: Proposal | None, signed: str | None, framed: Voice | None) -> Passage:
    """The passage with who says it, and what they do with the words."""
    if signed is not None:
        return replace(passage, speaker=signed, named_as=signed, attributed=True)
    owner = None if passage.block else owned.owner(passage.before, passage.after)
    if owner is not None:
        who, is_not = owner
        polarity = "not_said" if is_not else "asserted"
        return replace(passage, speaker=who, named_as=who, attributed=True, polarity=polarity)
    held = scope.held(passage.before, passage.after, passage.wording)
    clause = passage.before if held is None else passage.before[held.start or 0 :]
    passage = replace(passage, clause=clause)
    if told is not None and held is not None and _is_of_another_clause(passage, told, held):
        clause_names = scope.with_antecedent(passage.before, held)
        if told.speaker is not None and _names_another(clause_names, told.speaker.text):
            return replace(passage, polarity=held.polarity, attributed=True, outside=clause_names)
        told = replace(told, polarity=held.polarity)
    if told is None or told.speaker is None:
        read = _polarity(passage)
        if framed is not None:
            who, role = framed.who, not framed.named
            return replace(passage, polarity=read, speaker=who, named_as=who, role_only=role, attributed=True)
        calls = _CALLS.search(passage.before)
        if calls is not None and read == "asserted" and passage.wording[:1].islower():
            return replace(
                passage, speaker=calls["who"], named_as=calls["who"], polarity=read, attributed=True
            )
        completes = _completes(passage, held)
        attributed = bool(told and told.cue) or completes or evidence.has_view(passage)
        return replace(passage, polarity=read, attributed=attributed)
    name = _NOTE.sub("", told.speaker.canonical)
    role_only = told.unnamed or name[:1].islower()
    if framed is not None:
        # Without capitals the frame alone tells a name from an office.
        name, role_only = framed.who, not framed.named
    return replace(
        passage,
        speaker=name,
        named_as=told.speaker.text,
        role_only=role_only,
        via=tuple([hop.speaker.canonical for hop in told.via]),
        cue=told.cue,
        polarity=told.polarity,
        attributed=True,
    )


def _polarity(passage: Passage) -> Polarity:
    """What the sentence has somebody do with the words; the next counts where it speaks of saying: "“….” He never said so."."""
    outside, after = passage.outside, passage.after
    if (
        not passage.block
        and _NEXT.match(after)
        and passage.wording.rstrip().endswith(".")
        and not scope.is_of_saying(after)
    ):
        outside, after = passage.before, ""
    return polarity_of(outside, passage.before, after, passage.wording)


def contrasted(passage: Passage) -> Passage:
    """The passage with who says it where its sentence names two of whom one does not, or only tells it."""
    if passage.block or not passage.attributed:
        return passage
    outside = f"{passage.before} “” {passage.after}"
    who = contrast.contrasted(outside, passage.speaker)
    if who is not None:
        # The negation is that of the other name.
        polarity = "asserted" if passage.polarity == "not_said" else passage.polarity
        return replace(passage, speaker=who, named_as=who, role_only=False, polarity=polarity)
    named = None if passage.role_only else passage.speaker
    if passage.polarity == "asserted" and contrast.is_another(outside, named):
        return replace(passage, polarity="not_said")
    if passage.polarity == "asserted" and contrast.is_unheard(passage.before):
        passage = replace(passage, polarity="not_said")
    elif passage.polarity == "not_said" and contrast.is_what_was_said(passage.before.rstrip(works.ENDS)):
        passage = replace(passage, polarity="asserted")
    if passage.speaker is None:
        return passage
    other = contrast.spoken_by(outside, passage.speaker)
    if other is not None:
        return replace(passage, speaker=other, named_as=other, role_only=False)
    held = scope.held(passage.before, passage.after, passage.wording)
    if held is None or not held.says:
        return passage
    who = contrast.told_by(outside, passage.speaker)
    if who is None:
        return passage
    return replace(passage, speaker=who, named_as=who, role_only=False, via=(passage.speaker, *passage.via))


def _completes(passage: Passage, held: scope.Held | None) -> bool:
    """Whether the words are what somebody says, by the clause that holds them: "declined to call it “a gift”"."""
    if held is None or (held.says and held.start is None):
        return scope.has_subject_behind(passage.before, passage.after, passage.wording)
    if not held.says or not passage.wording[:1].isupper():
        return held.says
    if works.is_german(passage) and not works.takes_title(passage.before[held.start :]):
        return passage.wording.split()[0] not in work_words.GERMAN_FIRST
    # Titles begin with a capital; what is named by one stands before it: "praised “Lady Bird”", "called it “The Bird”".
    clause = passage.before[held.start :]
    cased = works.is_title_cased(passage.wording)
    return cased and not works.takes_title(clause) and scope.ends_in_saying(clause)


def _is_of_another_clause(passage: Passage, told: Proposal, held: scope.Held) -> bool:
    """Whether the engine goes by a verb of another clause than the one that holds the words."""
    if not held.says or held.start is None or told.speaker is None:
        return False
    if told.cue_start is not None and told.cue_start >= passage.end:
        return False
    clause = passage.before[held.start :]
    return not (told.cue and told.cue in clause) or told.speaker.text not in clause


def _names_another(clause: str, name: str) -> bool:
    """Whether a clause names somebody, and not this one."""
    return name not in clause and any(other_name not in name for other_name in scope.names_in(clause))

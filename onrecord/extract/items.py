"""What is found in a text, and how it is proposed to who decides on it."""

from onrecord.extract.dates import Dates
from onrecord.extract.proposal import Form, Proposal
from onrecord.extract.voices import Range, Voice
from onrecord.model.polarities import NOT_ASSERTED
from onrecord.model.record import record
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Polarity

_REASONS = {
    "tag": "a clause of saying beside it",
    "inverted": "a clause of saying beside it",
    "clause": "a clause after a verb of saying",
    "that": "a that-clause after a verb of saying",
    "quotation": "a quotation after a verb of saying",
    "colon": "after a verb of saying and a colon",
    "question": "an indirect question",
    "infinitive": "an infinitive after a verb of saying",
    "urging": "what somebody is asked to do",
    "naming": "what something is called",
    "disowned": "a claim that is called untrue",
    "noun": "a clause after a noun of denying",
    "object": "the object of a verb of saying",
    "according to": "according to somebody",
    "inside": "a clause of saying inside the marks",
    "signed": "a quotation with its author behind a dash",
    "goes on": "the quotation goes on",
    "over paragraphs": "the quotation goes on from the paragraph before",
    "block": "after a colon",
    "turn": "a turn of a transcript",
    "referred": "a clause with “as” beside it",
    "noun of saying": "after a noun of saying",
    "rare": "beside a verb that may be one of saying",
    "unsourced": "nobody is said to speak",
    "marks": "marks only: nobody is said to speak",
    "repeated": "the same words as where the text says who speaks",
    "about": "whom the sentence before is about",
    "dialogue": "a dialogue behind dashes",
    "subjunctive": "reported speech by the form of the verb",
    "before a colon": "after a name and a colon",
}
# The last words of a sentence may be the author's, and nothing tells: ", which surprised the drivers".
_TAIL = lazy(r", (which|who|whose|where|an?) [^“”\"]*\Z")
_WHOSE_TAIL = "whether the words from “{}” on are the speaker's is not certain"
# Behind who says it: ", quoting Bo Quist". "Citing the costs" names a ground, so that a name is asked for there.
_QUOTES = lazy(
    r"(?:,\s[^,.;:!?\n“”«»\"]{2,60})?,?\s+(?:(?:while|und|en|og|och|oraz|i)\s+)?(?:(?:quoting|zitierend|citando|citant|siterte|siterer|citerade|citerer|citerede"
    r"|citeerde|citerend|cytując|цитируя|цитуючи)\s+\w|zitierte\s+\w|citing\s+(?-i:[A-Z])|[^\W\d_][^,.;:!?\n“”«»\"]{2,50}\s(?:zitierend|citerend)\b)"
)
_OF_ANOTHER, _ANOTHERS = 0.5, "whoever said it quotes somebody, whose words these may be"
_EXPRESSES = {"denied": "denies", "not_said": "does not say", "asked": "asks"}


@record()
class Item:
    """A stretch of the text that is said by a voice; `frame` is one of the keys of `_REASONS`."""

    span: Range
    form: Form
    voice: Voice
    frame: str
    confidence: float
    polarity: Polarity
    plain: bool = True


def proposal_of(text: str, item: Item, dates: Dates) -> Proposal:
    """The proposal, with all reasons for it and how sure it is."""
    voice, who = item.voice, item.voice.who
    told = voice.said if voice.elsewhere else dates.said(*item.span, reporting=voice.reporting)
    said, basis = told or (None, None)
    reasons = [_REASONS[item.frame]]
    confidence = item.confidence
    if not item.plain:
        tail = _TAIL.search(text, *item.span)
        reasons.append(_WHOSE_TAIL.format(tail[1]) if tail else "where it begins or ends is not certain")
    if who is not None:
        reasons.append(who.reason)
        # A speaker who is only guessed makes the whole a guess.
        confidence = min(confidence, 0.4 + 0.6 * who.confidence)
        if who.several:  # one speaker of this name, or two of their own: a person decides
            confidence = min(confidence, NOT_ASSERTED)
    if voice.mention is not None and any(
        offset is not None and _QUOTES.match(text, offset)
        for offset in (voice.mention.end, voice.cue[1] if voice.cue else None)
    ):
        confidence = min(confidence, _OF_ANOTHER)
        reasons.append(_ANOTHERS)
    if item.polarity != "asserted":
        confidence = min(confidence, NOT_ASSERTED)
        reasons.insert(0, _EXPRESSES[item.polarity])
    return Proposal(
        start=item.span[0],
        end=item.span[1],
        form=item.form,
        speaker=voice.mention,
        cue=text[slice(*voice.cue)] if voice.cue else None,
        cue_start=voice.cue[0] if voice.cue else None,
        via=voice.via,
        group=voice.group,
        confidence=round(confidence, 2),
        reason="; ".join(reasons),
        kind=who.proposed_kind if who is not None else "person",
        unnamed=who.unnamed if who is not None else False,
        said=said,
        said_basis=basis,
        polarity=item.polarity,
    )

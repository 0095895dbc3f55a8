"""A quotation in a running sentence.

Direct words come with who said them, a paraphrase without marks of its own, and words quoted in part keep the marks
of the source. What is disputed or misattributed is "attributed", never "said".
"""

from onrecord.cite.attribution import doubts, named_within
from onrecord.cite.csl import clean
from onrecord.cite.quotation_marks import marked
from onrecord.model.polarities import label
from onrecord.model.record import record, replace
from onrecord.model.records import Quote
from onrecord.text.patterns import lazy

# By language: said, wrote, according to (before a clause), attributed to (before a colon).
_PHRASES = {
    "de": ("{who} sagte: ", "{who} schrieb: ", "Laut {who}: ", "{who} zugeschrieben: "),
    "en": ("{who} said, ", "{who} wrote, ", "According to {who}, ", "Attributed to {who}: "),
    "es": ("{who} dijo: ", "{who} escribió: ", "Según {who}: ", "Atribuido a {who}: "),
    "fr": ("{who} a dit : ", "{who} a écrit : ", "Selon {who} : ", "Attribué à {who} : "),
    "it": ("{who} ha detto: ", "{who} ha scritto: ", "Secondo {who}: ", "Attribuito a {who}: "),
    "nl": ("{who} zei: ", "{who} schreef: ", "Volgens {who}: ", "Toegeschreven aan {who}: "),
    "pt": ("{who} disse: ", "{who} escreveu: ", "Segundo {who}: ", "Atribuído a {who}: "),
    "ru": ("{who}: ", "{who}: ", "По словам {who}: ", "Приписывается {who}: "),
}
# What the source has the speaker deny, not say, ask: by language. English has clauses of its own, before which the
# sentence runs on; the others set a colon, since the order of the words would change.
_CLAUSES = {
    "denied": "{who} denied that ",
    "not_said": "{who} did not say that ",
    "asked": "{who} asked whether ",
}
_NOT_ASSERTED = {
    "de": ("{who} bestreitet: ", "{who} sagte nicht: ", "{who} fragte: "),
    "en": ("{who} denied saying, ", "{who} did not say, ", "{who} asked, "),
    "es": ("{who} negó: ", "{who} no dijo: ", "{who} preguntó: "),
    "fr": ("{who} dément : ", "{who} n’a pas dit : ", "{who} a demandé : "),
    "it": ("{who} ha negato: ", "{who} non ha detto: ", "{who} ha chiesto: "),
    "nl": ("{who} ontkende: ", "{who} zei niet: ", "{who} vroeg: "),
    "pt": ("{who} negou: ", "{who} não disse: ", "{who} perguntou: "),
    "ru": ("{who} отрицает: ", "{who} не говорит: ", "{who} спрашивает: "),
}
# "The inquiry did not find that …": who found nothing did not keep silent.
_HELD_BACK = lazy(r"(?:did|does|do|could|has|have|had|would)(?: not|n[’']t) (?!say\b|said\b)[a-z]+")
_POLARITIES = ("denied", "not_said", "asked")
# Before what begins like a question, and before what is no clause ("the claim that …", "closing the bridge", "any
# damage"), no conjunction fits.
_QUESTIONS = {"not_said": "{who} did not say ", "asked": "{who} asked "}
_NO_CLAUSES = {"denied": "{who} denied ", "not_said": "{who} did not say: ", "asked": "{who} asked: "}
_QUESTION = lazy(r"(?i)(?:whether|how|why|what|who|whom|whose|which|when|where)\b")
_CLAIM = lazy(
    r"(?i)(?:(?:the|a|an|any|all|such|these|those|his|her|their|its|some|recent|earlier|new|false|media) )*"
    r"(?:claim|allegation|accusation|charge|suggestion|assertion|insinuation|rumou?r|report|notion|idea|theory|speculation"
    r"|contention|argument|account|stor(?:y|ie)|statement|implication|lie|myth|finding|conclusion)s?\b",
)
_ACT = lazy(r"(?:(?:ever|even) )?(?:to [a-z]|(?!(?:any|every|no|some)?thing\b|during\b|king\b)[a-z]+ing\b)")
_VERB = lazy(
    r"(?i)\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|cannot|could|may|might|must|shall|should|went|came"
    r"|took|made|gave|got|saw|left|lost|won|said|says|[a-z]{2,}ed)\b|n[’']t\b|[’'](?:s|re|ve|ll|d)\b",
)
_CONJUNCTIONS = ("that ", "whether ", "if ")
# Words that are small within a sentence, whoever wrote it. After a comma the others keep their letter.
_SMALL = frozenset(
    "a an the this that these those he she it we they his her its our their there in on at by for from with when "
    "while if as after before since no not all both some most many".split()
)
_WRITTEN = ("document", "post", "written")
_ENDS = (".", "?", "!", "…")


@record()
class Sentence:
    """A sentence up to where a citation in parentheses stands, what ends it after that, and the whole of it.

    "Dahl said, “We sail” (Ek, 2021)." is `before` 'Dahl said, “We sail”', `after` '.', `whole` 'Dahl said, “We sail.”'.
    """

    before: str
    after: str
    whole: str


def sentence(quote: Quote, language: str = "en-US") -> Sentence:
    """The sentence in which a text gives this quotation."""
    words = clean(quote.text)
    phrases = _PHRASES.get(language.partition("-")[0]) or _PHRASES["en"]
    who = named_within(quote.speaker, quote.named_as)
    doubtful = quote.status != "sourced"
    if quote.polarity != "asserted":
        phrase, words = not_asserted(quote, words, language)
        if doubtful:
            phrase = phrases[3].rstrip(": ") + f" ({label(quote.polarity)}): "
    elif quote.form == "direct":
        phrase = phrases[3 if doubtful else 1 if quote.medium in _WRITTEN else 0]
    else:
        phrase = phrases[3 if doubtful else 2]
        if phrase.endswith(", ") and words.partition(" ")[0].lower() in _SMALL:
            words = words[0].lower() + words[1:]
    lead = phrase.format(who=who)
    lead = lead[:1].upper() + lead[1:]
    bare, stop = (words[:-1], ".") if words.endswith(".") and not words.endswith("..") else (words, "")
    if quote.form != "direct":
        return Sentence(
            lead + bare, "." if stop or not words.endswith(_ENDS) else "", f"{lead}{bare}{stop or '.'}"
        )
    return Sentence(lead + marked(bare, language), ".", lead + _ended(words, language))


def not_asserted(quote: Quote, words: str, language: str = "en") -> tuple[str, str]:
    """What leads to words that the speaker denied, did not say or asked ("{who} denied that "), and these as they stand after it."""
    known = _NOT_ASSERTED.get(language.partition("-")[0])
    cue = " ".join((quote.cue or "").lower().split())
    if quote.polarity == "not_said" and known in (None, _NOT_ASSERTED["en"]) and _HELD_BACK.fullmatch(cue):
        leading, said = not_asserted(replace(quote, cue=None), words, language)
        return leading.replace("did not say", cue), said
    if quote.form == "direct" or known not in (None, _NOT_ASSERTED["en"]):
        return (known or _NOT_ASSERTED["en"])[_POLARITIES.index(quote.polarity)], words
    if words.lower().startswith("if "):
        words = f"whether {words[3:]}"
    asked = _QUESTIONS.get(quote.polarity) if _QUESTION.match(words) else None
    no_clause = _CLAIM.match(words) or _ACT.match(words) or not _VERB.search(words)
    if lead := asked or (_NO_CLAUSES[quote.polarity] if no_clause else None):
        small = words.partition(" ")[0].lower() in _SMALL or _QUESTION.match(words) or _CLAIM.match(words)
        return lead, words[:1].lower() + words[1:] if small else words
    for conjunction in _CONJUNCTIONS:
        if words.lower().startswith(conjunction):
            words = words[len(conjunction) :]
    if words.partition(" ")[0].lower() in _SMALL:
        words = words[0].lower() + words[1:]
    return _CLAUSES[quote.polarity], words


def doubt_brackets(quote: Quote) -> str:
    """The doubts, each in brackets, with a space before; mostly empty."""
    return "".join(f" [{doubt}]" for doubt in doubts(quote))


def _ended(words: str, language: str) -> str:
    """`words` in quotation marks at the end of a sentence, with a full stop where English sets one."""
    if words.endswith(_ENDS):
        return marked(words, language)
    inside = language in ("en", "en-US")
    return marked(f"{words}.", language) if inside else f"{marked(words, language)}."

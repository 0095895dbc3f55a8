"""From a quotation to what a citation of it must say: who is cited, through whom, and what is in doubt.

What is cited is the source that the reader can go to. Where the words were taken from elsewhere, the styles want
the original named before it: APA 7 (8.6) "as cited in", the Chicago Manual of Style "quoted in" in a note that gives
both works, the MLA Handbook "qtd. in" in parentheses, with the speaker named in the text.
"""

from __future__ import annotations

from onrecord.cite.csl import clean, item, printed_name, short_name, year
from onrecord.cite.english import with_article
from onrecord.cite.occasions import occasion
from onrecord.cite.quotation_marks import marked
from onrecord.model import polarities
from onrecord.model.record import record
from onrecord.model.records import MYSELF, Json, Quote, RelayRecord, SourceRecord, SpeakerRef

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cite.engine_style import Style


# Media of words that nobody could read before the source printed them.
_SPOKEN = ("speech", "interview", "press_conference", "broadcast")
# Sources in which one hears or reads the speaker, whoever made them; the others only where nobody else made them.
_RECORDINGS = ("broadcast", "event", "hearing", "interview", "motion_picture", "performance")
_OWN_WORDS = ("personal_communication", "post", "speech")
# Whoever has one of these parts in a source does not speak in it.
_SILENT_ROLES = ("publisher", "recipient")

# What the label of somebody unnamed begins with, and no name does.
_ARTICLES = frozenset(
    "a an the one two three some several many most other another officials sources witnesses residents people "
    "ein eine der die das einige mehrere un une le la les des plusieurs uno una el los las unos il lo gli een het de".split()
)

# By the language of the style: for words, and for what the source only paraphrases.
_PHRASES = {
    "de": ("zitiert nach", "zitiert nach"),
    "es": ("citado en", "citado en"),
    "fr": ("cité dans", "cité dans"),
    "it": ("citato in", "citato in"),
    "nl": ("geciteerd in", "geciteerd in"),
    "pt": ("citado em", "citado em"),
    "ru": ("цит. по", "цит. по"),
}
_AS_CITED = ("as cited in", "as cited in")
_QUOTED = ("quoted in", "cited in")
# The MLA Handbook has one phrase for both, whatever the source gives of the words.
_QTD = ("qtd. in", "qtd. in")


@record()
class Original:
    """What the source took the words from: a relay with the work it is cited for, or the speaker on an occasion."""

    full: str
    short: str
    work: SourceRecord | None = None
    occasion: str = ""
    unnamed: bool = False

    def dated(self) -> str:
        """ "KCNA, 2023", or the name alone where no year is known."""
        return f"{self.short}, {when}" if (when := self.when()) else self.short

    def when(self) -> str | None:
        """The year of the work that it is cited for."""
        date = item(self.work).get("issued") if self.work else None
        return year(date) if isinstance(date, dict) else None


def originals(quote: Quote, *, speech_is_first_hand: bool) -> list[Original]:
    """Those between the source and the words, the nearest to the speaker first; empty: the source is first-hand.

    `speech_is_first_hand`: a source that reports spoken words is itself their first publication, so it is cited
    plainly (APA cites works, not utterances).
    """
    relays = relays_beyond_the_source(quote)
    if relays:
        return [
            Original(
                printed_name(relay.speaker, relay.named_as),
                short_name(relay.speaker, relay.named_as),
                relay.cited_source,
                unnamed=relay.speaker.unnamed,
            )
            for relay in relays
        ]
    makers = _makers(quote.source)
    first_hand = (
        quote.speaker.slug in makers
        or quote.source.type in _RECORDINGS
        or (not makers and quote.source.type in _OWN_WORDS)
        or (speech_is_first_hand and quote.medium in _SPOKEN)
    )
    if first_hand:
        return []
    return [
        Original(
            printed_name(quote.speaker, quote.named_as),
            short_name(quote.speaker, quote.named_as),
            occasion=occasion(quote, in_full=True),
            unnamed=quote.speaker.unnamed,
        )
    ]


def phrase(style: Style, form: str) -> str:
    """ "as cited in", "quoted in", "qtd. in": the style's words, in its language where they are known."""
    language = style.language.partition("-")[0]
    words = _PHRASES.get(language)
    if words is None and style.names_only:
        words = _QTD
    elif words is None and (style.is_note or style.id.startswith(("chicago", "turabian"))):
        words = _QUOTED
    return (words or _AS_CITED)[form == "indirect"]


def prefix(quote: Quote, style: Style, work_notes: dict[str, str]) -> str:
    """The words before the citation of the source: "KCNA, 2023, as cited in"; empty for a first-hand one.

    `work_notes`: for styles that cite in notes, the note of every cited work by its citekey.
    """
    chain = originals(quote, speech_is_first_hand=style.id.startswith("apa"))
    if not chain:
        return ""
    link = phrase(style, quote.form)
    if style.names_only:
        return link
    if style.is_note:
        named = [_in_note(original, work_notes) for original in chain]
    elif style.id.startswith("apa"):
        named = [original.dated() for original in chain]
    else:
        named = [original.short for original in chain]
    return "".join(f"{name}, {link} " for name in named).strip()


def narrative(quote: Quote, style: Style, whole: str) -> tuple[str, str] | None:
    """Who a sentence names, and what then precedes the work: ("Bannerman", "quoted in"), ("KCNA", "2023, as cited in").

    None for a first-hand source, whose own author the sentence names. `whole` is the `prefix`, which a note has all of.
    """
    chain = originals(quote, speech_is_first_hand=style.id.startswith("apa"))
    if not chain:
        return None
    first, *others = chain
    name = small_article(first.short) if first.unnamed else first.short
    if style.is_note:
        return name, whole
    link = phrase(style, quote.form)
    if style.names_only:
        return name, link
    apa = style.id.startswith("apa")
    before = f"{when}, " if apa and (when := first.when()) else ""
    between = "".join(f"{other.dated() if apa else other.short}, {link} " for other in others)
    return name, f"{before}{link} {between}".strip()


def cited_works(quote: Quote) -> list[SourceRecord]:
    """The works that the relays of a quotation are cited for."""
    return [relay.cited_source for relay in relays_beyond_the_source(quote) if relay.cited_source]


def quotation_line(quote: Quote, language: str = "en-US") -> str:
    """The wording with the marks of `language` and who says it: “…” — Ane Lind, speech, Tallvik, 8 March 2021, via HNA."""
    return f"{wording(quote, language)} — {speaker_line(quote)}"


def speaker_line(quote: Quote) -> str:
    """Who says it, where, through whom: "Ane Lind, speech, Tallvik, 8 March 2021, via HNA, translated by …"."""
    return ", ".join([named_speaker(quote), *beside_speaker(quote)])


def named_within(speaker: SpeakerRef, named_as: str | None) -> str:
    """The name within a sentence: "a senior official", whose label stands with a capital where a source began with it."""
    name = printed_name(speaker, named_as)
    return with_article(small_article(name)) if speaker.unnamed else name


def small_article(name: str) -> str:
    """ "a senior official" of "A senior official"."""
    first, space, rest = name.partition(" ")
    capitals = len(first) > 1 and first.isupper()  # UN is no French article
    return f"{first.lower()} {rest}" if space and not capitals and first.lower() in _ARTICLES else name


def named_speaker(quote: Quote) -> str:
    """The speaker, and whether the source only gives the sense of the words."""
    speaker = printed_name(quote.speaker, quote.named_as)
    return f"{speaker} (paraphrased)" if quote.form == "indirect" else speaker


def beside_speaker(quote: Quote) -> list[str]:
    """Where it was said, through whom it came, who translated it: "speech, Tallvik", "via HNA", "translated by …"."""
    chain = [occasion(quote), *(_hop(quote, relay) for relay in quote.via)]
    if quote.translator and quote.translator.slug != MYSELF:
        chain.append(f"translated by {clean(quote.translator.name)}")
    return [part for part in chain if part]


def _hop(quote: Quote, relay: RelayRecord) -> str:
    """ "via HNA"; of somebody quoted from a work of his own the work: "in Tides"."""
    if relay in quote.passed_on:
        return f"via {named_within(relay.speaker, relay.named_as)}"
    title = clean(relay.cited_source.title or "") if relay.cited_source else ""
    return f"in {title}" if title else ""


def doubts(quote: Quote) -> list[str]:
    """The sentences that must stand beside the quotation wherever it is cited; mostly none."""
    doubts_told = []
    if quote.status != "sourced":
        said = "Attribution disputed" if quote.status == "disputed" else quote.status.capitalize()
        doubts_told.append(_sentence(said, quote.status_reason))
    if quote.rank == "deprecated":
        doubts_told.append(_sentence("Deprecated", quote.rank_reason))
    if quote.failed:
        doubts_told.append(f"wording not verified: {quote.check_result}")
    elif quote.check_result == "drifted":
        doubts_told.append(_drift(quote))
    elif quote.accepted is not None:
        doubts_told.append(_sentence(f"Wording {quote.check_result}, accepted", quote.accepted))
    return doubts_told


def _drift(quote: Quote) -> str:
    """ "as in the copy of 14 March 2024; since changed"."""
    from onrecord.text.edtf import humanise, parse

    day = quote.seen[:10] if quote.seen else None
    return (
        f"as in the copy of {humanise(parse(day))}; since changed"
        if day
        else "as in an earlier copy; since changed"
    )


def doubt_notes(quote: Quote) -> list[str]:
    """The doubts for a record of the source, where each must say which quotation it is about."""
    told = doubts(quote)
    if not told:  # as nearly always
        return []
    words = clean(quote.text)
    short = words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0] + " …"
    speaker = printed_name(quote.speaker, quote.named_as)
    words = polarities.marked(marked(short), quote.polarity)
    return [f"[{words} ({speaker}): {doubt}]" for doubt in told]


def record_of(quote: Quote) -> Json:
    """A quotation for a program: the names of `Quote`, without what says nothing."""
    chosen: Json = {
        "ref": quote.ref,
        "text": clean(quote.text),
        "speaker": printed_name(quote.speaker, quote.named_as),
        "form": quote.form,
        "polarity": quote.polarity if quote.polarity != "asserted" else None,
        "via": [printed_name(one.speaker, one.named_as) for one in quote.passed_on],
        "original": quote.original.citekey if quote.original else None,
        "locator_label": quote.locator_label,
        "locator": clean(quote.locator) if quote.locator else None,
        "said": quote.said,
        "medium": quote.medium,
        "occasion": clean(quote.occasion) if quote.occasion else None,
        "place": clean(quote.place) if quote.place else None,
        "status": quote.status,
        "status_reason": clean(quote.status_reason) if quote.status_reason else None,
        "rank": quote.rank,
        "rank_reason": clean(quote.rank_reason) if quote.rank_reason else None,
        "check_result": quote.check_result,
        "accepted_reason": clean(quote.accepted_reason) if quote.accepted_reason else None,
        "translator": clean(quote.translator.name) if quote.translator else None,
    }
    return {name: value for name, value in chosen.items() if value not in (None, [])}


def relays_beyond_the_source(quote: Quote) -> list[RelayRecord]:
    """The relays without those at the end that are the source itself: KCNA relaying in an article of KCNA."""
    relays = list(quote.via)
    makers = _makers(quote.source)
    while relays and (
        relays[-1].speaker.slug in makers
        or ((work := relays[-1].cited_source) and work.citekey == quote.source.citekey)
    ):
        relays.pop()
    return relays


def _makers(source: SourceRecord) -> set[str]:
    return {creator.speaker.slug for creator in source.creators if creator.role not in _SILENT_ROLES}


def _in_note(original: Original, work_notes: dict[str, str]) -> str:
    work = original.work
    note = work_notes.get(work.citekey, "").rstrip(".") if work else ""
    if not work or not note:
        return ", ".join(filter(None, [original.full, original.occasion]))
    makers = [creator.speaker.name for creator in work.creators if creator.role not in _SILENT_ROLES]
    if original.full in (*makers, work.container_title, work.publisher):
        return note
    return f"{original.full}, in {note}" if makers else f"{original.full}, {note}"


def wording(quote: Quote, language: str = "en-US") -> str:
    """The words, in quotation marks where the source gives them as they were said, and "denied:" where it has them denied."""
    words = clean(quote.text)
    # A mixed wording has its own marks around what was really said; a paraphrase has none.
    return polarities.marked(marked(words, language) if quote.form == "direct" else words, quote.polarity)


def _sentence(said: str, reason: str | None) -> str:
    sentence = f"{said}: {clean(reason)}" if reason and clean(reason) else said
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."

"""The tables of what people record, in words, and the view of their quotes."""

from __future__ import annotations

from onrecord.model.tables.table import ID, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_DAYS = "{} day of it: the number of days since 0001-01-01, which is 1; empty where the end is open"
_FOLDED = "the words of it as the search has them, where these are others"
_LOCATOR = {
    "locator_label": "what the place in the source is counted in: page, paragraph, timestamp, chapter …",
    "locator": "the place in the source: 12, 12-14, 00:03:20",
}
_ATTRIBUTION = {
    "form": "direct (word for word), mixed (partly in quotation marks) or indirect (paraphrased)",
    "polarity": "what the source has the speaker do with the words: asserted, denied, not_said, asked",
    "accepted_reason": "why a person lets a wording pass that verification does not",
    "cue": "the word that carries the attribution: said, according to …",
    "rank": "preferred, normal or deprecated, where several sources report the same statement",
    "status": "sourced, disputed or misattributed",
    "status_reason": "why it is in doubt",
    "check_result": "what comparing the wording with the stored text of the source gave",
}


def _dated(column: str) -> dict[str, str]:
    return {f"{column}_min": _DAYS.format("the first"), f"{column}_max": _DAYS.format("the last")}


RECORDED: Mapping[str, Table] = {
    "quotes": Table(
        "Quotes",
        "One row for each time a source reports that somebody said something. "
        "Search looks in the wordings; names, sources and doubts are in the lists to choose from.",
        {
            "text": "the wording, as this source has it",
            "speaker": "who said it",
            "via": "through whom it reached the source, nearest to the speaker first",
            "said": "when it was said, as EDTF; empty where nobody says",
            "source": "the source's citekey",
            "locator": "where in the source",
            "title": "the source's title; it leads to the published page where there is one",
            "issued": "when the source was published, as EDTF",
            "key": "the statement's name; it leads to everything recorded about this occurrence",
            "tags": "what it is filed under",
            "medium": "how it was said: speech, interview, post …",
            "language": "the language of the wording, where it is not that of the source",
            "place": "where it was said",
            "occasion": "on which occasion",
            "url": "the address of the source",
            "rank_reason": "why it is preferred or deprecated",
            "id": "the attribution",
            "statement_id": "the statement",
            "speaker_id": "the speaker, and of one who was merged the other",
            "source_id": "the source",
            "speaker_slug": "the speaker's name in addresses and on the command line",
            "said_min": "the first day of when it was said, else of when the source was published",
            "said_max": "the last day of the same",
            **_ATTRIBUTION,
        },
    ),
    "statements": Table(
        "Statements",
        "Something said or written, in its best-known wording; its attributions say by whom.",
        {
            **ID,
            "key": "its public name, which never changes",
            "text": "the best-known wording",
            "text_folded": "the words of the wording as the search has them, where these are others",
            "text_key": "a digest of the folded wording: equal wordings have equal ones",
            "said": "the best-known date, as EDTF",
            **_dated("said"),
            "note": "what somebody wrote of it",
        },
    ),
    "attributions": Table(
        "Attributions",
        "One source reporting that a speaker made a statement: in which form, and where it stands.",
        {
            **ID,
            "statement_id": "what was said",
            "speaker_id": "who said it",
            "source_id": "the source that reports it",
            "polarity_basis": "stated: a person decided so; empty: the cue was read so",
            "wording": "the wording in this source; empty where it is that of the statement",
            "wording_folded": _FOLDED,
            "exact": "the same, as it is printed",
            "prefix": "what stands before it",
            "suffix": "what stands after it",
            **_LOCATOR,
            "named_as": "the speaker's name as this source prints it",
            "said": "when, as this source dates it (EDTF)",
            **_dated("said"),
            "said_basis": "stated: the source gives the date; inferred: it follows from what the source says",
            "language": "the language of the wording, where it is not that of the source",
            "place": "where it was said, as this source has it",
            "occasion": "on which occasion, as this source has it",
            "medium": "how it was said: speech, interview, press_conference, written, post, broadcast, document, other",
            "snapshot_id": "the stored text that it was recorded from",
            "checked_at": "when the outcome was last found, UTC",
            "rank_reason": "why it is preferred or deprecated",
            "translator_id": "who translated the wording",
            "quoted_from_id": "the attribution this one was taken from",
            "page_index": "the page of the file, counted from 0",
            **_ATTRIBUTION,
        },
    ),
    "speakers": Table(
        "Speakers",
        "People, organisations, groups, offices and unnamed sources; authors are speakers too.",
        {
            **ID,
            "slug": "its name in addresses and on the command line",
            "name": "the preferred name",
            "family": "the family name of a person",
            "given": "the other names of a person",
            "kind": "person, organisation, group or office",
            "unnamed": "1: the source gives no name (“a senior official”)",
            "description": "who that is, in a few words",
            "wikidata_id": "the item of Wikidata",
            "merged_into_id": "the speaker that this one turned out to be",
        },
    ),
    "speaker_names": Table(
        "Names of speakers",
        "Every spelling a speaker is known under. Search finds any of them.",
        {
            **ID,
            "speaker_id": "whose name it is",
            "name": "the name",
            "name_folded": _FOLDED,
            "name_key": "the name without accents and case, in Latin letters",
            "language": "the language it is in",
            "script": "the script it is written in, by its ISO 15924 code",
            "kind": "preferred, alias, transliteration, former or misspelling",
        },
    ),
    "sources": Table(
        "Sources",
        "What a reader can go to: articles, books, interviews, speeches, letters.",
        {
            **ID,
            "citekey": "its name in citations and on the command line",
            "type": "a type of the Citation Style Language",
            "title": "its title",
            "title_folded": _FOLDED,
            "container_title": "the newspaper, journal, book or site that it stands in",
            "container_title_folded": _FOLDED,
            "publisher": "who published it",
            "issued": "when it was published, as EDTF",
            **_dated("issued"),
            "url": "its address",
            "url_key": "the address, normalised: no two sources have the same",
            "archive_url": "the address of an archived copy",
            "accessed": "when somebody looked at it, as EDTF",
            "language": "the language of its text, as a BCP 47 tag",
            "csl": "what else an imported record says",
        },
    ),
    "citekey_aliases": Table(
        "Further citekeys",
        "Other names that a source goes by, as files that were imported have them.",
        {**ID, "source_id": "the source", "citekey": "the other name"},
    ),
    "creators": Table(
        "Creators",
        "Who made a source, in the order in which it names them.",
        {
            **ID,
            "source_id": "the source",
            "position": "the place in that order, from 1, among those of one role",
            "role": "author, editor, translator, interviewer, publisher, director or recipient",
            "speaker_id": "who that is",
            "named_as": "the name as the source prints it, where it is another",
        },
    ),
    "relays": Table(
        "Relays",
        "Those between the speaker and the source (“according to …”); hop 1 is nearest to the speaker.",
        {
            **ID,
            "attribution_id": "the attribution",
            "hop": "1 for who is nearest to the speaker, and upwards",
            "speaker_id": "who passed it on",
            "cue": "with which words: according to …",
            "named_as": "the name as the source prints it",
            "cited_source_id": "the source that was cited, where it is on record",
        },
    ),
    "spans": Table(
        "Places in the stored texts",
        "The stretches of a stored text that a statement stands in; several where it is interrupted.",
        {
            **ID,
            "attribution_id": "the attribution",
            "position": "the place among the stretches, from 1",
            "start": "the first code point",
            "end": "the code point after the last",
            "quoted": "1: it stands in quotation marks",
        },
    ),
    "claims": Table(
        "Claims",
        "Propositions in neutral words, which statements assert, deny or question.",
        {
            **ID,
            "key": "its public name, which begins with c-",
            "text": "the proposition",
            "note": "what somebody wrote of it",
        },
    ),
    "stances": Table(
        "Stances",
        "What a statement says of a claim.",
        {
            **ID,
            "statement_id": "the statement",
            "claim_id": "the claim",
            "stance": "asserts, denies or questions",
            "note": "what somebody wrote of it",
        },
    ),
    "claim_links": Table(
        "Claims and claims",
        "Claims that contradict or support each other.",
        {
            **ID,
            "from_id": "the claim that contradicts or supports",
            "to_id": "the claim that is contradicted or supported",
            "kind": "contradicts (which holds both ways) or supports",
        },
    ),
    "judgements": Table(
        "Judgements",
        "What somebody found of two speakers: whether they are one. It merges nobody.",
        {
            **ID,
            "first_id": "one speaker",
            "second_id": "the other",
            "judgement": "same, different or unsure",
            "reason": "why",
        },
    ),
    "decisions": Table(
        "Decisions",
        "What somebody decided where two sources disagree.",
        {
            **ID,
            "first_id": "one attribution",
            "second_id": "the other",
            "about": "what they disagree on: date, place, figure, wording, speaker",
            "decision": "which of them is right: first, second, or both may stand",
            "reason": "why",
        },
    ),
    "offices": Table(
        "Offices",
        "An office that a speaker held, and for how long.",
        {
            **ID,
            "speaker_id": "who held it",
            "title": "what it is called: minister of defence",
            "title_key": "the words of the title, romanised and folded: equal keys are spellings of one title",
            "since": "from when, as EDTF; empty where nobody says",
            **_dated("since"),
            "until": "until when, as EDTF; empty where nobody says, or where it is still held",
            **_dated("until"),
            "source_id": "the source that says so; empty where somebody stated it",
            "note": "what somebody wrote of it",
        },
    ),
    "statement_links": Table(
        "Statements and statements",
        "Statements that are variants, parts or translations of others, or correct or retract them.",
        {
            **ID,
            "from_id": "the statement that is a variant, a part or a translation, or corrects or retracts",
            "to_id": "the statement that it is one of, or that is corrected or retracted",
            "kind": "variant_of, excerpt_of, translation_of, corrects or retracts",
        },
    ),
    "reviews": Table(
        "Verdicts",
        "What somebody who examined a claim found.",
        {
            **ID,
            "claim_id": "the claim",
            "reviewer_id": "who examined it",
            "source_id": "where the verdict stands; empty: it was told",
            "verdict": "in the reviewer's own words",
            "rating": "on the reviewer's own scale, from worst to best",
            "best": "the best end of that scale",
            "worst": "the worst end of it",
            "published": "when, as EDTF",
        },
    ),
    "tags": Table("Tags", "Words that statements are filed under.", {**ID, "name": "the word"}),
    "statement_tags": Table(
        "Tagged statements",
        "Which statement carries which tag.",
        {**ID, "statement_id": "the statement", "tag_id": "the tag"},
    ),
}

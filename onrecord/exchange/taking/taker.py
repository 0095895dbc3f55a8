"""Entries in, rows and a report out."""

from __future__ import annotations

from pathlib import PurePath

from onrecord.claims import queries as claim_queries
from onrecord.claims.verdicts import VerdictFields, give_verdict
from onrecord.claims.write import add_claim, find_claim, take_stance
from onrecord.db.reports import is_about_the_file
from onrecord.db.rows import Speaker
from onrecord.db.sqlite import Trouble
from onrecord.errors import AmbiguousError, Hint, InputError, OnrecordError
from onrecord.exchange.entries import (
    ClaimEntry,
    NameEntry,
    Noted,
    QuoteEntry,
    Refused,
    SourceEntry,
)
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.taking.people import speaker_of, tidy
from onrecord.exchange.taking.works import Works
from onrecord.model.record import replace
from onrecord.speakers.write import resolve_merged, speakers_named
from onrecord.statements import queries as statement_queries
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields, RelayFields
from onrecord.statements.known import same_statement, unnamed_in
from onrecord.text import dates, edtf, languages
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.db.rows import Source
    from onrecord.db.store import Store
    from onrecord.exchange.entries import Entry, ReviewEntry
    from onrecord.model.claim_records import VerdictRecord
    from onrecord.statements.add import AddedQuote

# More authors than these speak as a group: hardly anybody looks for the words of each.
_MOST_TOGETHER = 10
_NAMES = {SourceEntry: "source", QuoteEntry: "quotation", ClaimEntry: "claim", Refused: "entry"}


class Taker:
    """Takes entries in, in one transaction. What is refused leaves no trace; what is known is left as it is.

    `file` is the name of the file they come from: the source of quotations that name none. `by` says who, for
    quotations of works that name no author. `citekey_format` is a formula for works without a usable key.
    """

    def __init__(
        self, store: Store, file: str, by: str | None = None, citekey_format: str | None = None
    ) -> None:
        self._store = store
        self._file = one_line(PurePath(file).name) if file != "-" else "standard input"
        self._by = by
        self._works = Works(self._store, citekey_format)

    def take(self, entry: Entry) -> list[Outcome]:
        """What became of an entry and of what came with it, in the order of recording."""
        if isinstance(entry, Noted):
            return [Outcome(did="noted", where=entry.where, what="text", reason=entry.reason)]
        if isinstance(entry, Refused):
            return [Outcome(did="refused", where=entry.where, what="entry", reason=entry.reason)]
        try:
            with self._store.savepoint():
                done = list(self._taken(entry))
        except (OnrecordError, Trouble) as error:
            if isinstance(error, Trouble) and is_about_the_file(error):
                raise
            self._works.drop()
            return [
                Outcome(
                    did="refused",
                    where=entry.where,
                    what=_NAMES[type(entry)],
                    reason=_reason(error),
                    hint=error.hint if isinstance(error, OnrecordError) else None,
                )
            ]
        self._works.keep()
        return done

    def link(self, entry: SourceEntry, source: int) -> str | None:
        """Takes a work, and what names it afterwards, for this source; in words what became of its keys."""
        return self._works.link(entry, source).remark

    def _taken(self, entry: SourceEntry | QuoteEntry | ClaimEntry) -> Iterator[Outcome]:
        if isinstance(entry, SourceEntry):
            yield self._source(entry)[1]
        elif isinstance(entry, QuoteEntry):
            yield from self._quote(entry)[1]
        else:
            yield from self._claim(entry)

    def _source(self, entry: SourceEntry) -> tuple[Source, Outcome]:
        work = self._works.work(entry)
        did = Outcome(
            did="added" if work.created else "known",
            where=entry.where,
            what="source",
            name=work.source.citekey,
            reason="; ".join(
                filter(None, (work.remark, entry.remark, _doubt(entry.csl) if work.created else None))
            )
            or None,
            asked=work.asked,
            is_lost_key=work.is_lost_key,
        )
        return work.source, did

    def _quote(self, entry: QuoteEntry) -> tuple[AddedQuote, list[Outcome]]:
        store = self._store
        given = entry.source or SourceEntry(where=entry.where, csl={"type": "document", "title": self._file})
        source, did = self._source(given)
        outcomes = [did] if _is_news(did) else []
        speakers = self._speakers(entry, source)
        translator = speaker_of(store, entry.translator) if entry.translator else None
        via = []
        for relay in entry.via:
            hop = speaker_of(store, relay.name, kind="organisation")
            cited = None
            if relay.source is not None:
                cited, made = self._source(relay.source)
                outcomes += [made] if _is_news(made) else []
            via.append(
                RelayFields(
                    speaker=hop.slug,
                    cue=relay.cue,
                    cited_source=cited.citekey if cited else None,
                    named_as=tidy(relay.name.name),
                )
            )
        fields = QuoteFields(
            text=entry.text,
            by=speakers[0].slug,
            source=source.citekey,
            form=entry.form,
            cue=entry.cue,
            via=tuple(via),
            said=entry.said,
            place=entry.place,
            occasion=entry.occasion,
            medium=entry.medium,
            locator=f"{entry.locator_label} {entry.locator}" if entry.locator else None,
            translator=translator.slug if translator else None,
            language=languages.kept(entry.language),
            tags=entry.tags,
            note=entry.note,
            status=entry.status,
            reason=entry.status_reason,
            page_index=entry.page_index,
            # What does not stand in the stored text is recorded as what it is: not found there.
            unverified=True,
        )
        quotes: list[AddedQuote] = []
        for speaker in speakers:
            # What several say together is one statement, which the source gives to each of them.
            of = quotes[0].quote.key if quotes else None
            added = add_quote(
                store, replace(fields, by=speaker.slug, named_as=_printed(entry.speaker, speaker), of=of)
            )
            quotes.append(added)
            if added.new_attribution and added.quote.snapshot is None and (entry.prefix or entry.suffix):
                self._keep_surroundings(added, entry)
            outcomes.append(
                Outcome(
                    did="added" if added.new_attribution else "known",
                    where=entry.where,
                    what="quotation",
                    name=added.quote.ref,
                    reason=_remarks(added),
                )
            )
        return quotes[0], outcomes

    def _speakers(self, entry: QuoteEntry, source: Source) -> list[Speaker]:
        """Whoever says it: the one that is named, else each of the work's authors."""
        store = self._store
        if entry.speaker is not None:
            if entry.speaker.unnamed:
                return [self._unnamed(entry, entry.speaker, source)]
            return [speaker_of(store, entry.speaker)]
        authors = [
            store.get(Speaker, number)
            for number in store.column(
                "SELECT speaker_id FROM creators WHERE source_id = ? AND role = 'author' ORDER BY position",
                (source.id,),
            )
        ]
        if len(authors) > 1:
            together = f"{', '.join(author.name for author in authors[:-1])} and {authors[-1].name}"
            group = [one for one in speakers_named(store, together) if one.kind == "group"]
            if len(authors) > _MOST_TOGETHER or any(same_statement(store, entry.text, one) for one in group):
                return [speaker_of(store, NameEntry(name=together, kind="group"))]
        if authors:
            return list(
                {
                    resolved.id: resolved for author in authors if (resolved := resolve_merged(store, author))
                }.values()
            )
        if self._by is None:
            raise InputError(
                f"Nothing says whose words these are: {source.citekey} names no author.",
                hint=Hint("say_author"),
            )
        return [speaker_of(store, NameEntry(name=self._by))]

    def _unnamed(self, entry: QuoteEntry, name: NameEntry, source: Source) -> Speaker:
        """The one to whom the source gives these very words already, else a new one: never found by name."""
        for one in unnamed_in(self._store, source.id, tidy(name.name)):
            if same_statement(self._store, entry.text, one):
                return one
        return speaker_of(self._store, name)

    def _keep_surroundings(self, added: AddedQuote, entry: QuoteEntry) -> None:
        [attribution] = statement_queries.attribution_ids(self._store, added.quote.ref)
        self._store.update(
            "attributions", attribution, prefix=entry.prefix or None, suffix=entry.suffix or None
        )

    def _claim(self, entry: ClaimEntry) -> Iterator[Outcome]:
        store = self._store
        record, created = add_claim(store, entry.text, entry.note)
        yield Outcome(did="added" if created else "known", where=entry.where, what="claim", name=record.key)
        claim = find_claim(store, record.key)
        taken = {position.quote.key: position.stance for position in record.positions}
        for stance, quote in entry.stances:
            added, outcomes = self._quote(quote)
            yield from outcomes
            before = taken.get(added.quote.key)
            if before is not None and before != stance:
                raise InputError(
                    f"{added.quote.key} is recorded as one that {before} {record.key}, and here it {stance} it."
                )
            if before is None:
                take_stance(store, added.quote.key, record.key, stance)
                taken[added.quote.key] = stance
        for review in entry.reviews:
            reviewer = speaker_of(store, review.reviewer, kind="organisation")
            source = None
            if review.source is not None:
                source, did = self._source(review.source)
                if _is_news(did):
                    yield did
            there = next(
                (
                    verdict
                    for verdict in claim_queries.verdicts(store, claim.id)
                    if verdict.reviewer.slug == reviewer.slug
                    and verdict.source == (source.citekey if source else None)
                ),
                None,
            )
            said = VerdictFields(
                by=reviewer.slug,
                verdict=review.verdict,
                source=source.citekey if source else None,
                rating=review.rating,
                worst=review.worst,
                best=review.best,
                published=review.published,
            )
            if there is None:
                give_verdict(store, claim, said)
            elif not _same_verdict(there, review):
                raise InputError(
                    f"{reviewer.name} is recorded with another verdict on {record.key}: {there.verdict!r}."
                )
            yield Outcome(
                did="added" if there is None else "known",
                where=entry.where,
                what="verdict",
                name=f"{record.key} {reviewer.slug}",
            )


def _is_news(did: Outcome) -> bool:
    """Whether a source that a quotation names has to be reported: it is new, or something became of its key."""
    return did.did == "added" or did.reason is not None


def _same_verdict(there: VerdictRecord, review: ReviewEntry) -> bool:
    published = edtf.parse(review.published).text if review.published else None
    return (there.verdict, there.rating, there.worst, there.best, there.published) == (
        " ".join(review.verdict.split()),
        review.rating,
        review.worst,
        review.best,
        published,
    )


def _printed(entry: NameEntry | None, speaker: Speaker) -> str | None:
    """The name as the file has it, where it is another spelling."""
    if entry is None or entry.unnamed:
        return None
    printed = tidy(entry.name)
    return printed if printed != speaker.name else None


def _doubt(item: Mapping[str, object]) -> str | None:
    """What the file leaves open of the date, of which only the year is recorded."""
    issued = item.get("issued")
    written = issued.get("raw") or issued.get("literal") if isinstance(issued, dict) else None
    if not isinstance(written, str) or not written[:1].isdigit():
        return None
    found = dates.read(written)
    return f"{found.doubt} The year is recorded." if found and found.doubt else None


def _remarks(added: AddedQuote) -> str | None:
    failed = added.quote.check_result if added.quote.failed else None
    remarks = [f"its wording is {failed} in the stored text"] if failed and added.new_attribution else []
    return "; ".join(remarks) or None


def _reason(error: Exception) -> str:
    if isinstance(error, AmbiguousError) and error.candidates and error.candidates[0] not in error.message:
        return f"{error.message} Candidates: {', '.join(error.candidates)}."
    if isinstance(error, OnrecordError):
        return error.message
    return f"the database does not allow it: {error}."

"""Removing what was named, with what is part of it, and nothing that others need."""

from __future__ import annotations

from onrecord.claims.edit import remove_link, remove_stance, remove_ties, remove_verdict, remove_verdicts
from onrecord.claims.write import find_claim, remove_claim
from onrecord.db.reader import array
from onrecord.db.rows import Attribution, Source, Speaker, Statement
from onrecord.errors import ConflictError, Hint
from onrecord.sources import queries as source_queries
from onrecord.statements import links
from onrecord.statements import queries as statement_queries
from onrecord.statements.remove import remove_attribution, remove_statement
from onrecord.statements.tag import remove_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.names import Target


def remove_target(store: Store, target: Target, *, cascade: bool = False) -> list[str]:
    """Removes what was named and what is part of it; returns what was removed, in words.

    `cascade`: what depends on it goes too: the stances and links of a statement, the quotations and verdicts of a source or a
    speaker, the stances, links and verdicts of a claim. ConflictError while other records depend on it: they are named.
    """
    gone = _remove_dependents(store, target) if cascade else []
    return [*gone, *_remove(store, target)]


def _remove_dependents(store: Store, target: Target) -> list[str]:
    match target.kind:
        case "statement":
            return _remove_ties(store, [statement_queries.statement_id(store, target.name)])
        case "claim":
            return remove_ties(store, find_claim(store, target.name))
        case "source":
            source = source_queries.source_id(store, target.name)
            gone = [*remove_verdicts(store, "source_id", source), *_remove_quotes(store, "source_id", source)]
            # That somebody held an office is so without it.
            store.execute("UPDATE offices SET source_id = NULL WHERE source_id = ?", (source,))
            return gone
        case "speaker":
            [speaker] = store.all(Speaker, "slug = ?", (target.name,))
            verdicts = remove_verdicts(store, "reviewer_id", speaker.id)
            return [*verdicts, *_remove_quotes(store, "speaker_id", speaker.id)]
    return []


def _remove_quotes(store: Store, column: str, owner: int) -> list[str]:
    """Removes the quotations of a source or a speaker, with the stances of statements that nothing else attributes."""
    ids = store.column(f"SELECT id FROM attributions WHERE {column} = ? ORDER BY id DESC", (owner,))
    among = array(ids)
    # What stays is quoted from nothing on record any more.
    store.execute(
        "UPDATE attributions SET quoted_from_id = NULL WHERE quoted_from_id IN (SELECT value FROM json_each(?1))",
        (among,),
    )
    whole = store.column(
        "SELECT id FROM statements WHERE id IN (SELECT statement_id FROM attributions WHERE id IN "
        "(SELECT value FROM json_each(?1))) AND NOT EXISTS (SELECT 1 FROM attributions WHERE "
        "statement_id = statements.id AND id NOT IN (SELECT value FROM json_each(?1)))",
        (among,),
    )
    gone = _remove_ties(store, whole)
    for attribution in ids:
        gone += remove_attribution(store, store.get(Attribution, attribution))
    return gone


def _remove_ties(store: Store, statements: Sequence[int]) -> list[str]:
    """Removes what depends on statements: their stances, and their links with others."""
    linked = [
        words for number in links.links_of(store, statements) for words in links.remove_link(store, number)
    ]
    return [*_remove_stances(store, statements), *linked]


def _remove_stances(store: Store, statements: Sequence[int]) -> list[str]:
    taken = store.rows(
        "SELECT stances.id, statements.key, claims.key FROM stances JOIN statements ON statements.id = statement_id "
        "JOIN claims ON claims.id = claim_id WHERE statement_id IN (SELECT value FROM json_each(?))",
        (array(statements),),
    )
    for number, _, _ in taken:
        store.delete("stances", number)
    return [f"stance {key}/{claim}" for _, key, claim in taken]


def _remove(store: Store, target: Target) -> list[str]:
    match target.kind:
        case "statement":
            statement = store.get(Statement, statement_queries.statement_id(store, target.name))
            return remove_statement(store, statement)
        case "attribution":
            attribution = store.get(Attribution, statement_queries.one_attribution(store, target.name))
            return remove_attribution(store, attribution)
        case "claim":
            return remove_claim(store, find_claim(store, target.name))
        case "source":
            return _remove_source(store, store.get(Source, source_queries.source_id(store, target.name)))
        case "speaker":
            return _remove_speaker(store, target.name)
        case "stance":
            return remove_stance(store, target.row)
        case "link" if target.table == "statement_links":
            return links.remove_link(store, target.row)
        case "link":
            return remove_link(store, target.row)
        case "office":
            # Its dates and titles are of no use to all others.
            from onrecord.speakers.hold import remove_office

            return remove_office(store, target.row)
        case "verdict":
            return remove_verdict(store, target.row)
        case "tag":
            return remove_tag(store, target.row)


def _remove_source(store: Store, source: Source) -> list[str]:
    needed = store.column(
        "SELECT id FROM attributions WHERE source_id = ?1 "
        "OR id IN (SELECT attribution_id FROM relays WHERE cited_source_id = ?1)",
        (source.id,),
    )
    _refuse(store, f"The source {source.citekey}", needed)
    _refuse_judged(store, f"The source {source.citekey}", "source_id", source.id)
    holders = store.column(
        "SELECT DISTINCT slug FROM speakers JOIN offices ON offices.speaker_id = speakers.id WHERE source_id = ?",
        (source.id,),
    )
    if holders:
        raise ConflictError(
            f"The source {source.citekey} is needed by offices of {_some(holders)}.",
            hint=Hint("remove_cascade"),
        )
    copies = store.value("SELECT count(*) FROM snapshots WHERE source_id = ?", (source.id,))
    store.execute("DELETE FROM creators WHERE source_id = ?", (source.id,))
    store.execute("DELETE FROM citekey_aliases WHERE source_id = ?", (source.id,))
    store.execute(
        "DELETE FROM proposals WHERE snapshot_id IN (SELECT id FROM snapshots WHERE source_id = ?)",
        (source.id,),
    )
    store.execute("DELETE FROM captures WHERE source_id = ?", (source.id,))
    store.execute("DELETE FROM snapshots WHERE source_id = ?", (source.id,))
    store.delete("sources", source.id)
    stored = f" with {copies} stored {'copy' if copies == 1 else 'copies'}" if copies else ""
    return [f"source {source.citekey}{stored}"]


def _remove_speaker(store: Store, slug: str) -> list[str]:
    [speaker] = store.all(Speaker, "slug = ?", (slug,))
    needed = store.column(
        "SELECT id FROM attributions WHERE speaker_id = ?1 OR translator_id = ?1 "
        "OR id IN (SELECT attribution_id FROM relays WHERE speaker_id = ?1)",
        (speaker.id,),
    )
    _refuse(store, f"The speaker {slug}", needed)
    _refuse_judged(store, f"The speaker {slug}", "reviewer_id", speaker.id)
    sources = store.column(
        "SELECT so.citekey FROM sources AS so JOIN creators AS cr ON cr.source_id = so.id WHERE cr.speaker_id = ?",
        (speaker.id,),
    )
    merged = store.column("SELECT slug FROM speakers WHERE merged_into_id = ?", (speaker.id,))
    if sources or merged:
        raise ConflictError(f"The speaker {slug} is needed by {_some([*sources, *merged])}.")
    store.execute("DELETE FROM speaker_names WHERE speaker_id = ?", (speaker.id,))
    offices = store.column("SELECT title FROM offices WHERE speaker_id = ? ORDER BY id", (speaker.id,))
    store.execute("DELETE FROM offices WHERE speaker_id = ?", (speaker.id,))
    store.execute("DELETE FROM judgements WHERE first_id = ?1 OR second_id = ?1", (speaker.id,))
    store.delete("speakers", speaker.id)
    return [*(f"office {slug}/{title}" for title in offices), f"speaker {slug}"]


def _refuse_judged(store: Store, what: str, column: str, row_id: int) -> None:
    keys = store.column(
        f"SELECT claims.key FROM claims JOIN reviews ON reviews.claim_id = claims.id WHERE reviews.{column} = ?",
        (row_id,),
    )
    if keys:
        raise ConflictError(
            f"{what} is needed by verdicts on {_some(keys)}. Take those back first.",
            hint=Hint("remove_cascade"),
        )


def _refuse(store: Store, what: str, dependents: Sequence[int]) -> None:
    if dependents:
        refs = [quote.ref for quote in statement_queries.quotes(store, dependents[:6])]
        hint = Hint("remove_cascade")
        raise ConflictError(f"{what} is needed by {_some(refs)}. Remove or change those first.", hint=hint)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (" and more" if len(names) > 5 else "")

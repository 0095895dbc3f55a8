"""Removing what was named, with what is part of it, and nothing that others need."""

from __future__ import annotations

from onrecord.claims.write import find_claim, remove_claim
from onrecord.db.rows import Attribution, Source, Speaker, Statement
from onrecord.errors import ConflictError
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.statements.remove import remove_attribution, remove_statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.store import Store
    from onrecord.names import Target


def remove_target(store: Store, target: Target) -> list[str]:
    """Removes what was named and what is part of it; returns what was removed, in words.

    ConflictError while other records depend on it: they are named.
    """
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


def _remove_source(store: Store, source: Source) -> list[str]:
    needed = store.column(
        "SELECT id FROM attributions WHERE source_id = ?1 "
        "OR id IN (SELECT attribution_id FROM relays WHERE cited_source_id = ?1)",
        (source.id,),
    )
    _refuse(store, f"The source {source.citekey}", needed)
    _refuse_judged(store, f"The source {source.citekey}", "source_id", source.id)
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
    store.delete("speakers", speaker.id)
    return [f"speaker {slug}"]


def _refuse_judged(store: Store, what: str, column: str, row_id: int) -> None:
    keys = store.column(
        f"SELECT claims.key FROM claims JOIN reviews ON reviews.claim_id = claims.id WHERE reviews.{column} = ?",
        (row_id,),
    )
    if keys:
        raise ConflictError(f"{what} is needed by verdicts on {_some(keys)}. Take those back first.")


def _refuse(store: Store, what: str, dependents: Sequence[int]) -> None:
    if dependents:
        refs = [quote.ref for quote in statement_queries.quotes(store, dependents[:6])]
        raise ConflictError(f"{what} is needed by {_some(refs)}. Remove or change those first.")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (" and more" if len(names) > 5 else "")

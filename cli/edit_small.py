"""What `edit` does to a stance, a link, a verdict, an office and a tag, and what it says of every noun."""

from __future__ import annotations

from onrecord.cli.output import print_json, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from onrecord.db.store import Store
    from onrecord.model.records import Json
    from onrecord.names import Target


def run(
    target: Target, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    """Changes what was named, and says what changed."""
    from onrecord.cli import shown_small
    from onrecord.cli.options import recording
    from onrecord.model.record import replace

    with recording(database, rehearse=dry_run) as store:
        changed = _changed(store, target, wanted)
        now = replace(target, name=wanted["called"].strip()) if target.kind == "tag" else target
        as_document, _ = shown_small.found(store, now)
        document = as_document()
    name = str(document.get("ref") or document.get("tag"))
    said = (
        document.get("stance")
        or document.get("kind")
        or document.get("verdict")
        or document.get("title")
        or ""
    )
    line = f"{name}: {said}" if said else name
    tell_changed(target.name, changed, document, line, dry_run=dry_run, as_json=as_json)


def _changed(store: Store, target: Target, wanted: Mapping[str, Any]) -> list[str]:
    from onrecord.claims import edit

    if target.kind == "stance":
        return edit.edit_stance(
            store, target.row, stance=_one_of(wanted, ("asserts", "denies", "questions")), note=wanted["note"]
        )
    if target.kind == "link":
        from onrecord.cli.link_options import kind_of
        from onrecord.statements import links

        kind = kind_of(wanted)
        if target.table == "statement_links":
            return links.edit_link(store, target.row, kind)
        return edit.edit_link(store, target.row, kind)
    if target.kind == "office":
        from onrecord.sources.queries import source_id
        from onrecord.speakers.hold import OfficeFields, edit_office

        number = source_id(store, wanted["source"]) if wanted["source"] else None
        given = {name: wanted[name] for name in ("title", "since", "until", "note")}
        return edit_office(store, target.row, OfficeFields(source=number, **given))
    if target.kind == "verdict":
        edits = edit.VerdictEdits(
            by=wanted["by"],
            verdict=wanted["verdict"],
            source=wanted["source"],
            rating=wanted["rating"],
            worst=wanted["worst"],
            best=wanted["best"],
            published=wanted["date"],
        )
        return edit.edit_verdict(store, target.row, edits)
    from onrecord.errors import Hint, UsageError
    from onrecord.statements.tag import rename_tag

    if wanted["called"] is None:
        raise UsageError("Nothing to change.", hint=Hint("say_tag_edit"))
    return rename_tag(store, target.row, wanted["called"])


def _one_of(wanted: Mapping[str, Any], flags: Sequence[str]) -> str | None:
    """The one flag that was given. UsageError for several."""
    from onrecord.errors import UsageError

    chosen = [flag for flag in flags if wanted[flag]]
    if len(chosen) > 1:
        raise UsageError(f"Give one of {' and '.join(f'--{one}' for one in chosen)}.")
    return chosen[0] if chosen else None


def tell_changed(
    name: str, changed: Sequence[str], document: Json, line: str, *, dry_run: bool, as_json: bool
) -> None:
    """Says what changed of what is called so, or would, and how it is recorded now: its `document`, or a `line`."""
    if as_json:
        print_json({**document, "changed": changed, "dry_run": dry_run})
        return
    if changed:
        say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {name}")
    else:
        say(f"Nothing changed: {name} is recorded so.")
    say(f"  {line}")

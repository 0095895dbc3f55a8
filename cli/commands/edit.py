"""onrecord edit"""

from __future__ import annotations

from onrecord.cli import quote_options as options
from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, KEY, recording
from onrecord.cli.output import print_json, print_quotes, say
from onrecord.cli.spec import SPEAKERS, Command, option

EXAMPLES = """Examples:

onrecord edit k7xq2m --said 2023-07-27 --place Pyongyang

onrecord edit k7xq2m@smith-2023 --locator "p. 12" --status disputed --reason "the ministry denies it"

onrecord edit k7xq2m --note ''     (an empty text takes it away)"""


COMMAND = Command(
    KEY,
    option("--text", help="Another wording; it is looked up again.", metavar="TEXT|-"),
    option("--by", help="Who said it.", metavar="SPEAKER", complete=SPEAKERS),
    options.FORM,
    options.POLARITY,
    options.QUOTED,
    options.CUE,
    options.NAMED_AS,
    options.VIA,
    options.SAID,
    options.PLACE,
    options.OCCASION,
    options.MEDIUM,
    options.LOCATOR_OPTION,
    options.TRANSLATOR,
    options.LANG,
    options.NOTE,
    options.STATUS,
    options.REASON,
    options.RANK,
    option("--rank-reason", help="Why it has this rank."),
    options.QUOTED_FROM,
    options.UNVERIFIED,
    options.ACCEPT,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    key: str,
    text: str | None,
    by: str | None,
    form: str | None,
    polarity: str | None,
    quoted: list[str] | None,
    cue: str | None,
    named_as: str | None,
    via: list[str] | None,
    said: str | None,
    place: str | None,
    occasion: str | None,
    medium: str | None,
    locator: str | None,
    translator: str | None,
    lang: str | None,
    note: str | None,
    status: str | None,
    reason: str | None,
    rank: str | None,
    rank_reason: str | None,
    quoted_from: str | None,
    unverified: bool,
    accept: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Change what is recorded of a statement or an attribution. The key never changes; undo brings the former back."""
    from onrecord.cli.reading_input import wording
    from onrecord.statements import queries as statement_queries
    from onrecord.statements.edit import Edits, edit_quote

    edits = Edits(
        text=wording(text) if text is not None else None,
        by=by,
        form=form,
        polarity=options.polarity_word(polarity),
        quoted=tuple(quoted or ()),
        cue=cue,
        named_as=named_as,
        via=options.relays(via) if via is not None else None,
        said=said,
        place=place,
        occasion=occasion,
        medium=medium,
        locator=locator,
        translator=translator,
        language=lang,
        note=note,
        status=status,
        reason=reason,
        rank=rank,
        rank_reason=rank_reason,
        quoted_from=quoted_from,
        unverified=unverified,
        accept=accept,
    )
    with recording(database, rehearse=dry_run) as store:
        changed = edit_quote(store, key, edits)
        edited = statement_queries.quotes(store, statement_queries.attribution_ids(store, key))
    if as_json:
        print_json({**quote.as_json(), "dry_run": dry_run} for quote in edited)
        return
    say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {key}")
    print_quotes(edited)

"""onrecord edit"""

from typing import Annotated

import typer

from onrecord.cli import quote_options as options
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, DryRun, Key, changing, complete_speaker
from onrecord.cli.output import print_json, print_quotes, say

app = single()

EXAMPLES = """Examples:

onrecord edit k7xq2m --said 2023-07-27 --place Pyongyang

onrecord edit k7xq2m@smith-2023 --locator "p. 12" --status disputed --reason "the ministry denies it"

onrecord edit k7xq2m --note ''     (an empty text takes it away)"""


@app.command(epilog=EXAMPLES)
def edit(
    key: Key,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="Another wording; it is looked up again.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="SPEAKER", help="Who said it.", autocompletion=complete_speaker, show_default=False
        ),
    ] = None,
    form: options.Form = None,
    polarity: options.Polarity = None,
    quoted: options.Quoted = None,
    cue: options.Cue = None,
    named_as: options.NamedAs = None,
    via: options.Via = None,
    said: options.Said = None,
    place: options.Place = None,
    occasion: options.Occasion = None,
    medium: options.Medium = None,
    locator: options.LocatorOption = None,
    translator: options.Translator = None,
    lang: options.Lang = None,
    note: options.Note = None,
    status: options.Status = None,
    reason: options.Reason = None,
    rank: options.Rank = None,
    rank_reason: Annotated[str | None, typer.Option(help="Why it has this rank.", show_default=False)] = None,
    quoted_from: options.QuotedFrom = None,
    unverified: options.Unverified = False,
    accept: options.Accept = None,
    dry_run: DryRun = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Change what is recorded of a statement or an attribution. The key never changes; undo brings the former back."""
    from onrecord import lookup, quotes
    from onrecord.cli.reading_input import wording
    from onrecord.quotes import Edits

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
    with changing(database, rehearse=dry_run) as session:
        changed = quotes.edit(session, key, edits)
        edited = lookup.quotes(session, lookup.attribution_ids(session, key))
    if as_json:
        print_json({**quote.as_json(), "dry_run": dry_run} for quote in edited)
        return
    say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {key}")
    print_quotes(edited)

"""onrecord add quote"""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import quote_options as options
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, complete_key, complete_speaker, complete_tag, writing
from onrecord.cli.output import print_json, print_quotes, remark, say
from onrecord.db.words import SPEAKER_KINDS

if TYPE_CHECKING:
    from onrecord.quotes import AddedQuote

app = single()

EXAMPLES = """Examples:

onrecord add quote "We will not negotiate under fire." --by Doe --in smith-2023

onrecord add quote "the talks were fruitful" --by "Jane Doe" --via "KCNA|reported" --in smith-2023 --new-speaker

onrecord add quote 'He called it "a farce" and left.' --by doe --in smith-2023 --form mixed --said 2023-07-26

onrecord add quote "The ministry expects a reply." --by ministry --in smith-2023 --form indirect

onrecord add quote "the bridge was closed" --by doe --in smith-2023 --form indirect --cue denied"""


@app.command(epilog=EXAMPLES)
def quote(
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT|-", help="The wording, or - for standard input.", show_default=False),
    ],
    by: Annotated[
        str,
        typer.Option(
            metavar="SPEAKER",
            help="Who said it: a slug, a name in any spelling, or a family name.",
            autocompletion=complete_speaker,
            show_default=False,
        ),
    ],
    source: options.InSource,
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
    tag: Annotated[
        list[str] | None,
        typer.Option(help="A tag. Repeatable.", autocompletion=complete_tag, show_default=False),
    ] = None,
    note: options.Note = None,
    status: options.Status = "sourced",
    reason: options.Reason = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="KEY",
            help="The statement this is an occurrence of, where words or speaker differ.",
            autocompletion=complete_key,
            show_default=False,
        ),
    ] = None,
    quoted_from: options.QuotedFrom = None,
    unverified: options.Unverified = False,
    accept: options.Accept = None,
    new_speaker: Annotated[
        bool,
        typer.Option("--new-speaker", help="Make the speakers that are not known yet (also those of --via)."),
    ] = False,
    kind: Annotated[
        str | None,
        typer.Option(
            help=f"What a new speaker is: {', '.join(SPEAKER_KINDS)}. Default: person; for --via organisation.",
            autocompletion=lambda: list(SPEAKER_KINDS),
            show_default=False,
        ),
    ] = None,
    via_kind: Annotated[
        str | None,
        typer.Option(
            help="What a new speaker of --via is, where it differs from --kind.",
            autocompletion=lambda: list(SPEAKER_KINDS),
            show_default=False,
        ),
    ] = None,
    unnamed: Annotated[
        bool, typer.Option("--unnamed", help="The new speaker is one that nobody named.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Record that a source gives a wording to a speaker.

    The wording is looked up in the stored text of the source; one that is not there is refused, with the nearest
    passage shown. So is one that joins two quotations, or leaves out a word on which the sense may hang. The same words of the same speaker in another source become a second attribution of one statement.
    """
    from onrecord import quotes
    from onrecord.cli.reading_input import wording
    from onrecord.quotes import QuoteFields

    fields = QuoteFields(
        text=wording(text),
        by=by,
        source=source,
        form=form,
        polarity=options.polarity_word(polarity),
        quoted=tuple(quoted or ()),
        cue=cue,
        named_as=named_as,
        via=options.relays(via),
        said=said,
        place=place,
        occasion=occasion,
        medium=medium,
        locator=locator,
        translator=translator,
        language=lang,
        tags=tuple(tag or ()),
        note=note,
        status=status or "sourced",
        reason=reason,
        of=of,
        quoted_from=quoted_from,
        unverified=unverified,
        accept=accept,
        new_speaker=new_speaker,
        kind=kind,
        via_kind=via_kind,
        unnamed=unnamed,
    )
    with writing(database) as session:
        added = quotes.add(session, fields)
    if as_json:
        print_json(
            [
                {
                    **added.quote.as_json(),
                    "new_statement": added.new_statement,
                    "new_attribution": added.new_attribution,
                    "new_speakers": list(added.new_speakers),
                    "notes": list(added.notes),
                }
            ]
        )
    else:
        _tell(added)


def _tell(added: "AddedQuote") -> None:
    if not added.new_attribution:
        for one in added.notes[1:]:
            remark(f"Note: {one}. Change it with: onrecord edit {added.quote.ref} --polarity …")
        say(
            f"Nothing added: {added.quote.ref} is recorded already. Change it with: onrecord edit {added.quote.ref}"
        )
        return
    what = "statement" if added.new_statement else "attribution of a known statement"
    say(f"Added {what} {added.quote.ref}", "green")
    print_quotes([added.quote])
    for slug in added.new_speakers:
        say(f"  new speaker: {slug}")
    for one in added.notes:
        remark(f"Note: {one}.")

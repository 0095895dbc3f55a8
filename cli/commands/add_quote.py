"""onrecord add quote"""

from __future__ import annotations

from onrecord.cli import quote_options as options
from onrecord.cli import recorded
from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json
from onrecord.cli.spec import SPEAKERS, STATEMENTS, TAGS, Command, argument, flag, option
from onrecord.model.record import replace
from onrecord.model.vocabulary import SPEAKER_KINDS

EXAMPLES = """Examples:

onrecord add quote "We will not negotiate under fire." --by Doe --in smith-2023

onrecord add quote "the talks were fruitful" --by "Jane Doe" --via "KCNA|reported" --in smith-2023 --new-speaker

onrecord add quote 'He called it "a farce" and left.' --by doe --in smith-2023 --form mixed --said 2023-07-26

onrecord add quote "The ministry expects a reply." --by ministry --in smith-2023 --form indirect

onrecord add quote "the bridge was closed" --by doe --in smith-2023 --form indirect --cue denied"""


COMMAND = Command(
    argument("text", help="The wording, or - for standard input.", metavar="TEXT", required=True),
    option(
        "--by",
        help="Who said it: a slug, a name in any spelling, or a family name.",
        metavar="SPEAKER",
        required=True,
        complete=SPEAKERS,
    ),
    options.IN_SOURCE,
    *options.OCCURRENCE,
    options.LANG,
    option("--tag", help="A tag. Repeatable.", many=True, complete=TAGS),
    options.NOTE,
    replace(options.STATUS, default="sourced", default_shown=False),
    options.REASON,
    option(
        "--of",
        help="The statement this is an occurrence of, if the words or the speaker differ.",
        metavar="KEY",
        complete=STATEMENTS,
    ),
    options.QUOTED_FROM,
    options.UNVERIFIED,
    options.ACCEPT,
    flag("--new-speaker", help="Create speakers who are not on record yet, including those of --via."),
    option(
        "--kind",
        help=f"What a new speaker is: {', '.join(SPEAKER_KINDS)}. Default: person; for --via organisation.",
        complete=SPEAKER_KINDS,
    ),
    option(
        "--via-kind",
        help="What a new --via speaker is, if not --kind.",
        complete=SPEAKER_KINDS,
    ),
    flag("--unnamed", help="The new speaker is an unnamed source."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    text: str,
    by: str,
    source: str,
    form: str | None,
    polarity: str | None,
    quoted: list[str] | None,
    cue: str | None,
    named_as: str | None,
    via: list[str] | None,
    original: str | None,
    said: str | None,
    place: str | None,
    occasion: str | None,
    medium: str | None,
    locator: str | None,
    translator: str | None,
    lang: str | None,
    tag: list[str] | None,
    note: str | None,
    status: str | None,
    reason: str | None,
    of: str | None,
    quoted_from: str | None,
    unverified: bool,
    accept: str | None,
    new_speaker: bool,
    kind: str | None,
    via_kind: str | None,
    unnamed: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Record that a source attributes a wording to a speaker.

    The wording is looked up in the stored text of the source. One that is not there is refused, and the nearest passage is shown; so
    is one that joins two quotations, or leaves out a word the sense may depend on. The same words of the same speaker in another
    source become a second attribution of one statement.
    """
    from onrecord.cli.reading_input import wording
    from onrecord.statements.add import add_quote
    from onrecord.statements.fields import QuoteFields

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
        original=original,
        said=said,
        place=place,
        occasion=occasion,
        medium=options.medium_word(medium),
        locator=options.place_word(locator),
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
    with recording(database) as store:
        added = add_quote(store, fields)
    notes = recorded.notes_of(fields, added)
    if as_json:
        print_json(recorded.as_json(added, notes))
    else:
        recorded.tell(added, notes)

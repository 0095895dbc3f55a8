"""onrecord edit"""

from __future__ import annotations

from onrecord.cli import quote_options as options
from onrecord.cli import source_options
from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, NAMED, asking, recording
from onrecord.cli.output import print_json, print_quotes, say
from onrecord.cli.spec import SPEAKERS, Command, option
from onrecord.errors import UsageError
from onrecord.model.record import replace
from onrecord.model.vocabulary import SPEAKER_KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from onrecord.cli.spec import Parameter
    from onrecord.names import Kind

EXAMPLES = """Examples:

onrecord edit k7xq2m --said 2023-07-27 --place Pyongyang

onrecord edit k7xq2m@smith-2023 --locator "p. 12" --status disputed --reason "the ministry denies it"

onrecord edit k7xq2m --note ''     (an empty text takes it away)

onrecord edit smith-2023 --title "Ferries and fog" --date 2023-08-08 --citekey smithFerries2023

onrecord edit margaret-ellingham --kind person --name "Ellingham, Margaret" --wikidata Q42

onrecord edit c-4hd2ab --text "The delegation left on July 26."
"""

_TEXT = option(
    "--text",
    help="Another wording of a statement, which is looked up again, or of a claim.",
    metavar="TEXT|-",
)
_STATEMENT = (
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
    options.STATUS,
    options.REASON,
    options.RANK,
    option("--rank-reason", help="Why it has this rank."),
    options.QUOTED_FROM,
    options.UNVERIFIED,
    options.ACCEPT,
)
_SOURCE = source_options.DETAILS
_SPEAKER = (
    option(
        "--name", help="Its name; the former one stays another name of it.", name="called", metavar="NAME"
    ),
    option("--kind", help=f"One of: {', '.join(SPEAKER_KINDS)}.", complete=SPEAKER_KINDS),
    option("--description", help="Who that is."),
    option("--wikidata", help="The Wikidata item, such as Q42.", metavar="QID"),
    option("--slug", help="The short name to use here."),
)
_OF: Mapping[Kind, tuple[Parameter, ...]] = {
    "statement": (_TEXT, options.NOTE, options.LANG, *_STATEMENT),
    "source": (options.LANG, *_SOURCE),
    "speaker": _SPEAKER,
    "claim": (_TEXT, options.NOTE),
}


def _panel(title: str, parameters: tuple[Parameter, ...]) -> list[Parameter]:
    return [replace(one, panel=title) for one in parameters]


COMMAND = Command(
    NAMED,
    _TEXT,
    options.NOTE,
    replace(options.LANG, help="The language of a wording or a source."),
    *_panel("Statements and attributions", _STATEMENT),
    *_panel("Sources", _SOURCE),
    *_panel("Speakers", _SPEAKER),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    name: str,
    text: str | None,
    note: str | None,
    lang: str | None,
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
    status: str | None,
    reason: str | None,
    rank: str | None,
    rank_reason: str | None,
    quoted_from: str | None,
    unverified: bool,
    accept: str | None,
    citekey: str | None,
    type_: str | None,
    title: str | None,
    author: list[str] | None,
    container: str | None,
    publisher: str | None,
    date: str | None,
    accessed: str | None,
    url: str | None,
    archive_url: str | None,
    called: str | None,
    kind: str | None,
    description: str | None,
    wikidata: str | None,
    slug: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Change a statement, an attribution, a source, a speaker or a claim.

    A key never changes. An empty text takes a detail away. undo brings everything back.
    """
    given = dict(locals())
    noun = _noun(name, given, database)
    wanted = {one.name: given[one.name] for one in _OF[noun]}
    common: dict[str, Any] = {"dry_run": dry_run, "database": database, "as_json": as_json}
    if noun == "source":
        from onrecord.cli.commands import correct

        correct.run(source=name, **wanted, **common)
    elif noun == "speaker":
        _speaker(name, wanted, **common)
    elif noun == "claim":
        _claim(name, wanted, **common)
    else:
        _statement(name, wanted, **common)


def _noun(name: str, given: Mapping[str, Any], database: str | None) -> Kind:
    """What is to be changed. UsageError where something else has an option that was given."""
    from onrecord.names import find_target

    with asking(database) as reader:
        found = find_target(reader, name).kind
    noun: Kind = "statement" if found == "attribution" else found
    own = {one.name for one in _OF[noun]}
    for several in _OF.values():
        for one in several:
            if one.name not in own and given[one.name] not in (None, False):
                known = ", ".join(each.flags[0] for each in _OF[noun])
                raise UsageError(f"{name} is a {noun}, which has no {one.flags[0]}. It has: {known}.")
    return noun


def _speaker(
    name: str, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    from onrecord.speakers.edit import SpeakerEdits, edit_speaker
    from onrecord.speakers.write import find_speaker, record_of_speaker

    edits = SpeakerEdits(
        name=wanted["called"],
        kind=wanted["kind"],
        description=wanted["description"],
        wikidata_id=wanted["wikidata"],
        slug=wanted["slug"],
    )
    with recording(database, rehearse=dry_run) as store:
        speaker = find_speaker(store, name)
        changed = edit_speaker(store, speaker, edits)
        record = record_of_speaker(store, speaker)
    if as_json:
        print_json({**record.as_json(), "changed": changed, "dry_run": dry_run})
        return
    _told(name, changed, dry_run=dry_run)
    say(f"  {record.slug}: {record.name} ({record.kind})")


def _claim(
    name: str, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    from onrecord.claims.write import edit_claim, find_claim, record_of_claim
    from onrecord.cli.reading_input import wording

    text = wording(wanted["text"]) if wanted["text"] is not None else None
    with recording(database, rehearse=dry_run) as store:
        claim = find_claim(store, name)
        changed = edit_claim(store, claim, text=text, note=wanted["note"])
        record = record_of_claim(store, claim)
    if as_json:
        print_json({**record.as_json(), "changed": changed, "dry_run": dry_run})
        return
    _told(name, changed, dry_run=dry_run)
    say(f"  {record.key}: {record.text}")


def _told(name: str, changed: list[str], *, dry_run: bool) -> None:
    if changed:
        say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {name}")
    else:
        say(f"Nothing changed: {name} is recorded so.")


def _statement(
    key: str, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    from onrecord.cli.reading_input import wording
    from onrecord.statements import queries as statement_queries
    from onrecord.statements.edit import Edits, edit_quote
    from onrecord.views.statement import show_statement

    fields = dict(wanted)
    fields["language"] = fields.pop("lang")
    fields["text"] = wording(fields["text"]) if fields["text"] is not None else None
    fields["locator"] = options.place_word(fields["locator"])
    fields["polarity"] = options.polarity_word(fields["polarity"])
    fields["quoted"] = tuple(fields["quoted"] or ())
    fields["via"] = options.relays(fields["via"]) if fields["via"] is not None else None
    with recording(database, rehearse=dry_run) as store:
        changed = edit_quote(store, key, Edits(**fields))
        edited = statement_queries.quotes(store, statement_queries.attribution_ids(store, key))
        document = show_statement(store, key).as_json() if as_json else {}
    if as_json:
        print_json({**document, "changed": changed, "dry_run": dry_run})
        return
    say(f"{'Would change' if dry_run else 'Changed'} {', '.join(changed)} of {key}")
    print_quotes(edited)

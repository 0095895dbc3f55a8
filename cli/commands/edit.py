"""onrecord edit"""

from __future__ import annotations

from onrecord.cli import quote_options as options
from onrecord.cli import source_options
from onrecord.cli.edit_small import tell_changed
from onrecord.cli.link_options import LINKS
from onrecord.cli.named import one
from onrecord.cli.options import AS_JSON, DATABASE, DRY_RUN, NAMED, asking, recording
from onrecord.cli.output import print_json, print_quotes, say
from onrecord.cli.spec import SOURCES, SPEAKERS, Command, flag, option, without_default
from onrecord.errors import UsageError
from onrecord.model.record import replace
from onrecord.model.vocabulary import SPEAKER_KINDS, STANCES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from onrecord.cli.spec import Parameter
    from onrecord.names import Kind, Target

EXAMPLES = """Examples:

onrecord edit k7xq2m --said 2023-07-27 --place Pyongyang

onrecord edit k7xq2m@smith-2023 --locator "p. 12" --status disputed --reason "the ministry denies it"

onrecord edit k7xq2m --note ''     (an empty text takes it away)

onrecord edit smith-2023 --title "Ferries and fog" --date 2023-08-08 --citekey smithFerries2023

onrecord edit margaret-ellingham --kind person --name "Ellingham, Margaret" --wikidata Q42

onrecord edit c-4hd2ab --text "The delegation left on July 26."

onrecord edit k7xq2m/c-4hd2ab --denies --note "dates it to July 27"

onrecord edit c-4hd2ab/harbour-facts --verdict "Mostly false" --rating 2

onrecord edit sergei-shoigu/minister-of-defence --until 2024-05-12

onrecord edit tag sanctions --name "sanctions and embargoes"
"""

_TEXT = option(
    "--text",
    help="A new wording of a statement, which is looked up again, or of a claim; - is standard input.",
    metavar="TEXT",
)
_RECORDED = (
    *options.OCCURRENCE,
    options.STATUS,
    options.REASON,
    options.RANK,
    option("--rank-reason", help="Why it has this rank."),
    options.QUOTED_FROM,
    options.UNVERIFIED,
    options.ACCEPT,
)
_STATEMENT = tuple(map(without_default, _RECORDED))
_DATE = replace(
    source_options.PUBLISHED, help="When a source or a verdict appeared: 2023-08-08, 2023-08, 2023, 1850~ …"
)
_SOURCE = tuple([each for each in source_options.DETAILS if each.name != _DATE.name])
_STANCE = tuple([flag(f"--{each}", help=f"The statement {each} the claim.") for each in STANCES])
_LINK = LINKS
_OFFICE = (
    option("--since", help="When the office began.", metavar="EDTF"),
    option("--until", help="When the office ended.", metavar="EDTF"),
)
_IN = option("--in", help="The source it is in.", name="source", metavar="CITEKEY", complete=SOURCES)
_VERDICT = (
    option("--verdict", help="The reviewer's verdict, in their own words.", metavar="WORDS"),
    _IN,
    option("--rating", help="The rating, a number.", metavar="NUMBER"),
    option("--worst", help="The worst rating of their scale.", metavar="NUMBER"),
    option("--best", help="The best rating of their scale.", metavar="NUMBER"),
)
_NAME = option(
    "--name",
    help="The new name of a tag or a speaker; a speaker's former name stays an alias.",
    name="called",
    metavar="NAME",
)
_BY = option("--by", help="Who said it, or gave the verdict.", metavar="SPEAKER", complete=SPEAKERS)
_SPEAKER = (
    option("--kind", help=f"One of: {', '.join(SPEAKER_KINDS)}.", complete=SPEAKER_KINDS),
    option("--description", help="Who they are."),
    option("--wikidata", help="The Wikidata item, such as Q42.", metavar="QID"),
    option("--slug", help="A short name to use here.", metavar="SLUG"),
    option("--family", help="The family name, if the word order does not show it."),
    option("--given", help="The given name."),
    option("--suffix", help="What follows it: Jr., III."),
    flag("--literal", help="The name has no parts: styles neither invert nor shorten it."),
)
_OF: Mapping[Kind, tuple[Parameter, ...]] = {
    "statement": (_TEXT, options.NOTE, options.LANG, _BY, *_STATEMENT),
    "source": (options.LANG, _DATE, *_SOURCE),
    "speaker": (_NAME, *_SPEAKER),
    "claim": (_TEXT, options.NOTE),
    "stance": (*_STANCE, options.NOTE),
    "link": _LINK,
    "verdict": (*_VERDICT, _BY, _DATE),
    "office": (*[each for each in _SOURCE if each.name == "title"], *_OFFICE, _IN, options.NOTE),
    "tag": (_NAME,),
}

# What people may mean by an option that another noun has.
_INSTEAD: Mapping[tuple[Kind, str], str] = {
    ("statement", "--date"): "--said",
    ("statement", "--name"): "--by",
    ("speaker", "--type"): "--kind",
    ("speaker", "--title"): "--name",
    ("speaker", "--note"): "--description",
    ("claim", "--title"): "--text",
    ("claim", "--name"): "--text",
    ("source", "--name"): "--title",
    ("source", "--by"): "--author",
    ("source", "--kind"): "--type",
    ("source", "--slug"): "--citekey",
    ("source", "--in"): "--container",
    ("stance", "--verdict"): "--asserts, --denies or --questions",
    ("tag", "--text"): "--name",
    ("tag", "--title"): "--name",
}


def _panel(title: str, parameters: tuple[Parameter, ...]) -> list[Parameter]:
    return [replace(each, panel=title) for each in parameters]


COMMAND = Command(
    NAMED,
    _TEXT,
    options.NOTE,
    replace(options.LANG, help="The language of a wording or a source."),
    _NAME,
    _BY,
    _DATE,
    *_panel("Statements and attributions", _STATEMENT),
    *_panel("Sources", _SOURCE),
    *_panel("Speakers", _SPEAKER),
    *_panel("Stances", _STANCE),
    *_panel("Links", _LINK),
    *_panel("Verdicts", _VERDICT),
    *_panel("Offices", _OFFICE),
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(*, name: list[str], dry_run: bool, database: str | None, as_json: bool, **options: Any) -> None:
    """Change a thing of any noun, with the options for its noun.

    A key never changes. An empty value removes a detail. undo brings everything back.
    """
    target, shown = _target(name, options, database)
    noun: Kind = "statement" if target.kind == "attribution" else target.kind
    wanted = {each.name: options[each.name] for each in _OF[noun]}
    common: dict[str, Any] = {"dry_run": dry_run, "database": database, "as_json": as_json}
    if noun == "source":
        from onrecord.cli.commands import correct

        correct.run(source=target.name, **wanted, **common)
    elif noun == "speaker":
        _speaker(shown, wanted, **common)
    elif noun == "claim":
        _claim(target.name, wanted, **common)
    elif noun == "statement":
        _statement(target.name, wanted, **common)
    else:
        from onrecord.cli import edit_small

        edit_small.run(target, wanted, **common)


def _target(name: list[str], options: Mapping[str, Any], database: str | None) -> tuple[Target, str]:
    """What is to be changed, and how it was called. UsageError where something else has an option that was given."""
    from onrecord.names import find_target

    called, kind = one(name)
    with asking(database) as reader:
        target = find_target(reader, called, kind=kind)
    noun: Kind = "statement" if target.kind == "attribution" else target.kind
    own = {each.name for each in _OF[noun]}
    for several in _OF.values():
        for each in several:
            if each.name not in own and options[each.name] not in (None, False):
                known = ", ".join(has.flags[0] for has in _OF[noun])
                instead = _INSTEAD.get((noun, each.flags[0]))
                meant = f" Did you mean {instead}?" if instead else ""
                raise UsageError(
                    f"{called} is {'an' if noun[0] in 'ao' else 'a'} {noun}, which has no {each.flags[0]}.{meant} It has: {known}."
                )
    return target, called


def _speaker(
    name: str, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    from onrecord.speakers.edit import SpeakerEdits, edit_speaker
    from onrecord.speakers.parts import NameParts
    from onrecord.speakers.write import find_speaker, record_of_speaker

    parts = {part: wanted[part] for part in ("family", "given", "suffix", "literal")}
    edits = SpeakerEdits(
        name=wanted["called"],
        kind=wanted["kind"],
        description=wanted["description"],
        wikidata_id=wanted["wikidata"],
        slug=wanted["slug"],
        parts=NameParts(**parts) if any(parts.values()) else None,
    )
    with recording(database, rehearse=dry_run) as store:
        speaker = find_speaker(store, name)
        changed = edit_speaker(store, speaker, edits)
        record = record_of_speaker(store, speaker)
    line = f"{record.slug}: {record.name} ({record.kind})"
    tell_changed(name, changed, record.as_json(), line, dry_run=dry_run, as_json=as_json)


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
    line = f"{record.key}: {record.text}"
    tell_changed(name, changed, record.as_json(), line, dry_run=dry_run, as_json=as_json)


def _statement(
    key: str, wanted: Mapping[str, Any], *, dry_run: bool, database: str | None, as_json: bool
) -> None:
    from onrecord.cli.reading_input import wording
    from onrecord.statements import queries as statement_queries
    from onrecord.statements.edit import edit_quote
    from onrecord.statements.edits import Edits
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

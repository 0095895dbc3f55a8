"""onrecord add speaker"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import Command, argument, flag, option
from onrecord.errors import InputError
from onrecord.model.vocabulary import SPEAKER_KINDS

EXAMPLES = """Examples:

onrecord add speaker "Shoigu, Sergei" --alias "Sergey Shoygu" --wikidata Q553248

onrecord add speaker "Korean Central News Agency" --kind organisation --alias KCNA

onrecord add speaker "Orbán Viktor" --family Orbán --given Viktor

onrecord add speaker "a senior official" --unnamed"""


COMMAND = Command(
    argument("name", help='"Family, Given" or a plain name.', required=True),
    option("--kind", help=f"One of: {', '.join(SPEAKER_KINDS)}.", default="person", complete=SPEAKER_KINDS),
    flag("--unnamed", help="An unnamed source: found by its slug only, never by name."),
    option("--family", help="The family name, if the word order does not show it."),
    option("--given", help="The given name."),
    option("--suffix", help="What follows it: Jr., III."),
    flag("--literal", help="The name has no parts: styles neither invert nor shorten it."),
    option("--alias", help="Another name. Repeatable.", metavar="NAME", many=True),
    option("--wikidata", help="The Wikidata item, such as Q42.", metavar="QID"),
    option("--description", help="Who they are."),
    option("--slug", help="A short name to use here. Default: made from the name.", metavar="SLUG"),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    name: str,
    kind: str,
    unnamed: bool,
    family: str | None,
    given: str | None,
    suffix: str | None,
    literal: bool,
    alias: list[str] | None,
    wikidata: str | None,
    description: str | None,
    slug: str | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Add a person, organisation, group or office that says something."""
    from onrecord.speakers.parts import NameParts
    from onrecord.speakers.write import add_speaker, record_of_speaker

    if not name.strip(", "):  # as of "$FAMILY, $GIVEN" without either
        raise InputError("A speaker needs a name.")
    with recording(database) as store:
        added = add_speaker(
            store,
            name,
            kind=kind,
            unnamed=unnamed,
            aliases=alias or (),
            wikidata_id=wikidata,
            description=description,
            slug=slug,
            parts=NameParts(family=family, given=given, suffix=suffix, literal=literal)
            if family or given or suffix or literal
            else None,
        )
        record = record_of_speaker(store, added)
    if as_json:
        print_json(record.as_json())
    else:
        say(f"Added speaker {record.slug}: {record.name}", "green")

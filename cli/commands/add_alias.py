"""onrecord add alias"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, recording
from onrecord.cli.output import print_json, say
from onrecord.cli.spec import SPEAKERS, Command, argument, language, option
from onrecord.model.vocabulary import NAME_KINDS

COMMAND = Command(
    argument("speaker", help="The speaker: slug or name.", required=True, complete=SPEAKERS),
    argument("name", help="The other name.", required=True),
    language("Its language."),
    option("--kind", help=f"One of: {', '.join(NAME_KINDS)}.", default="alias", complete=NAME_KINDS),
    DATABASE,
    AS_JSON,
    acts=True,
    examples='Example:  onrecord add alias sergei-shoigu "Сергей Шойгу" --lang ru --kind transliteration',
)


def run(*, speaker: str, name: str, lang: str | None, kind: str, database: str | None, as_json: bool) -> None:
    """Give a speaker another name. Searches then find them by it, in wordings too."""
    from onrecord.speakers.write import add_name, find_speaker, record_of_speaker

    with recording(database) as store:
        owner = find_speaker(store, speaker)
        added = add_name(store, owner, name, kind=kind, language=lang)
        record = record_of_speaker(store, owner)
    if as_json:
        print_json(record.as_json())
    elif added:
        say(f"{record.slug} is also known as {name.strip()}", "green")
    else:
        say(f"Nothing added: {record.slug} goes by that name already.")

"""onrecord review"""

from __future__ import annotations

from onrecord.cli import review_options as deciding
from onrecord.cli.options import (
    AS_JSON,
    DATABASE,
    DRY_RUN,
    asking,
    database_path,
    recording,
    refuse_database,
)
from onrecord.cli.output import print_json, print_rows, remark, say
from onrecord.cli.spec import SOURCES, Command, argument
from onrecord.errors import UsageError
from onrecord.text import markup

EXAMPLES = """Examples:

onrecord review

onrecord review smith-2023 --edit

onrecord review smith-2023 -o review.md

onrecord review --from review.md

onrecord review interview --speakers 'SPEAKER_00=Ann Lee' --speakers 'SPEAKER_01=Bo Quist'

onrecord review smith-2023 --accept confident --threshold 0.9"""


COMMAND = Command(
    argument(
        "citekey",
        help="The source. Default: every source with open proposals.",
        metavar="[CITEKEY]",
        complete=SOURCES,
    ),
    deciding.ACCEPT,
    deciding.THRESHOLD,
    deciding.TO,
    deciding.FROM,
    deciding.FORCE,
    deciding.EDIT,
    deciding.SPEAKERS_OF,
    deciding.PLAIN,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    citekey: str | None,
    accept: str | None,
    threshold: float,
    to: str | None,
    from_: str | None,
    force: bool,
    edit: bool,
    speakers: list[str] | None,
    plain: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Review the proposals from sources that were read, from where you left off."""
    from onrecord.cli import review_steps as steps
    from onrecord.cli.review_app import possible
    from onrecord.cli.review_app import review as show
    from onrecord.cli.review_steps import Done, Request
    from onrecord.outputs.guard import Guard
    from onrecord.proposals import queries as proposal_queries

    guard = Guard(database_path(database), [from_] if from_ and from_ != to else [])
    request = Request(accept, threshold, to, from_, guard, force)
    request.check()
    refuse_database(database, from_)
    if edit:
        from onrecord.cli import review_edited

        review_edited.refuse_others(
            {
                "--output": to,
                "--from": from_,
                "--accept": accept,
                "--speakers": speakers,
                "--plain": plain,
                "--json": as_json,
            }
        )
        review_edited.review(database, citekey, request, dry_run=dry_run)
        return
    file = steps.read_file(from_)
    done = Done()
    if speakers:
        _name(database, citekey, speakers, dry_run=dry_run)
        if not plain:
            return
    if accept or file is not None:
        with recording(database, rehearse=dry_run) as store:
            wanted = (
                [citekey]
                if citekey
                else [source.citekey for source in proposal_queries.waiting(store) if source.open]
            )
            done = steps.decide(store, request, wanted, file)
    with asking(database) as reader:
        waiting = proposal_queries.waiting(reader)
        named = [citekey] if citekey else [source.citekey for source in waiting if source.open]
        proposals = [proposal for name in named for proposal in proposal_queries.proposals(reader, name)]
        if citekey:
            proposal_queries.opened(reader, citekey)  # says so where nothing was ever proposed of it
        if to is not None:
            steps.write_file(reader, request, named)
    if plain and named and not (accept or to is not None or file is not None or as_json or dry_run):
        from onrecord.cli.review_plain import review as ask

        ask(database_path(database), named[0])
        return
    silent = accept or to is not None or file is not None or as_json or dry_run
    if possible() and not silent and (citekey or named):
        show(database, citekey)
        return
    if to == "-":
        return
    if as_json:
        print_json(
            {
                "waiting": [source.as_json() for source in waiting],
                "proposals": [proposal.as_json() for proposal in proposals],
                **done.as_json(),
                "dry_run": dry_run,
            }
        )
        return
    steps.tell(done, dry_run=dry_run)
    if to is not None or accept or file is not None:
        return
    if citekey:
        steps.summarise(proposals)
        steps.how_to_go_on(proposals, citekey)
        return
    print_rows(
        ("source", "open", "accepted", "rejected", "title"),
        [
            (
                source.citekey,
                str(source.open),
                str(source.accepted),
                str(source.rejected),
                markup.plain(source.title or "untitled"),
            )
            for source in waiting
        ],
        shorten_last=True,
    )
    remark(
        "Look at one with: onrecord review CITEKEY"
        if waiting
        else "Nothing waits. Read something with: onrecord ingest FILE"
    )


def _name(database: str | None, citekey: str | None, labels: list[str], *, dry_run: bool) -> None:
    """Says who the labels of a source are, and what that matched."""
    from onrecord.proposals.speakers import name_speakers

    if citekey is None:
        raise UsageError("--speakers is for one source: onrecord review CITEKEY --speakers LABEL=NAME")
    names: dict[str, str] = {}
    for file in labels:
        label, equals, name = (part.strip() for part in file.partition("="))
        if not (label and equals and name):
            raise UsageError(f"{file!r} is not LABEL=NAME, such as 'SPEAKER_00=Ann Lee'.")
        names[label] = name
    with recording(database, rehearse=dry_run) as store:
        matched = name_speakers(store, citekey, names)
    for label, count in matched.items():
        would = " would be" if dry_run else ""
        say(
            f"{label}{would or ' is'} {names[label]}: {count} {'proposal' if count == 1 else 'proposals'} of {citekey}."
        )

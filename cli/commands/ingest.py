"""onrecord ingest"""

from __future__ import annotations

from onrecord.cli import review_options as deciding
from onrecord.cli import source_options as options
from onrecord.cli.engine_option import ENGINE
from onrecord.cli.handed_in import MODEL, PROPOSALS, endpoint, handed_in
from onrecord.cli.options import (
    AS_JSON,
    DATABASE,
    DRY_RUN,
    asking,
    command_line,
    database_path,
    recording,
    refuse_database,
)
from onrecord.cli.output import print_json, remark
from onrecord.cli.spec import Command, argument
from onrecord.errors import DatabaseError, InputError, OnrecordError, UsageError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.cli.one_source import Reading as Read


EXAMPLES = """Examples:

onrecord ingest article.html

onrecord ingest https://example.org/article --accept confident

onrecord ingest interview.txt --author "Doe, Jane" --date 2023-08-08 -o review.md

onrecord ingest clips/*.html

onrecord ingest carew1978

onrecord ingest article.html --proposals langextract.jsonl

onrecord ingest --from review.md"""


COMMAND = Command(
    argument(
        "files",
        help="What to read and store: a file, an address, a folder (all its files; a folder of scanned pages is one source), or a citekey (that source's stored copy).",
        metavar="[FILE|URL|-]...",
        many=True,
    ),
    deciding.ACCEPT,
    deciding.THRESHOLD,
    deciding.TO,
    deciding.FROM,
    deciding.FORCE,
    ENGINE,
    PROPOSALS,
    options.TYPE,
    options.TITLE,
    options.AUTHOR,
    options.CONTAINER,
    options.PUBLISHED,
    options.URL,
    options.LANG,
    options.CITEKEY,
    options.CITEKEY_FORMAT,
    options.AS_NEW,
    options.ALLOW_PRIVATE,
    DRY_RUN,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    files: list[str] | None,
    accept: str | None,
    threshold: float,
    to: str | None,
    from_: str | None,
    force: bool,
    engine: str | None,
    proposals: str | None,
    type_: str | None,
    title: str | None,
    author: list[str] | None,
    container: str | None,
    date: str | None,
    url: str | None,
    lang: str | None,
    citekey: str | None,
    citekey_format: str | None,
    as_new: bool,
    allow_private: bool,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Store a source and propose the statements it attributes to somebody, for review.

    Nothing is recorded as anybody's words until it is accepted. Reading a source again proposes nothing twice, and what was
    rejected stays rejected. On a terminal the review of the proposals follows, as with onrecord review; --output, --accept and
    --json do not ask.

    --proposals proposes the statements of another program's file instead. Each wording is looked up in the text, whatever place
    the file gives for it; a wording that is not there is rejected and listed (exit status 1). --accept never takes one that our own
    rules do not propose too. --engine llm does the same with a model's answers: ONRECORD_LLM_URL is the endpoint (OpenAI-compatible
    chat/completions), ONRECORD_LLM_MODEL the model, ONRECORD_LLM_KEY the key.
    """
    from onrecord.cli import review_steps as steps
    from onrecord.cli.interrupt import standing
    from onrecord.cli.one_source import Reading
    from onrecord.cli.review_app import possible
    from onrecord.cli.review_app import review as show
    from onrecord.cli.review_steps import Done, Request
    from onrecord.cli.streams import once
    from onrecord.outputs.guard import Guard
    from onrecord.proposals import queries as proposal_queries
    from onrecord.sources.add import SourceFields

    guard = Guard(
        database_path(database),
        [*([from_] if from_ != to and from_ else []), *([proposals] if proposals else []), *(files or [])],
    )
    request = Request(accept, threshold, to, from_, guard, force)
    request.check()
    files = _files(files or [])
    once(*files, from_, proposals)
    _check_number(files, from_, proposals, of_one=any((title, url, citekey)))
    if proposals is not None and engine == MODEL:
        raise UsageError("--proposals and --engine llm are two sources of proposals: give one of them.")
    fields = SourceFields(
        type=type_,
        title=title,
        authors=tuple(author or ()),
        container_title=container,
        issued=date,
        url=url,
        language=lang,
        citekey=citekey,
        citekey_format=citekey_format,
        as_new=as_new,
    )
    refuse_database(database, *files, from_, proposals)
    handed = handed_in(proposals) if proposals is not None else None
    model = endpoint() if engine == MODEL else None
    engine = None if engine == MODEL else engine
    file = steps.read_file(from_)
    read: list[Reading] = []
    failed: list[tuple[str, OnrecordError]] = []
    many = len(files) > 1
    with standing(lambda: _what_stands(read, files, dry_run=dry_run)):
        for name in files:
            # Each of many files is an operation of its own, by its name: any of them can be taken back.
            command = command_line("ingest", name) if many else None
            try:
                reading = Reading(
                    database, name, fields, engine, request,
                    allow_private=allow_private, dry_run=dry_run, command=command, handed=handed, model=model,
                )  # fmt: skip
            except OnrecordError as error:
                if not many or isinstance(error, DatabaseError):
                    raise
                failed.append((name, error))
                continue
            read.append(reading)
            if many and not as_json and to != "-":
                reading.tell_in_a_line()
    done = Done(sweep=read[0].swept if len(read) == 1 else None)
    if file is not None or (accept and not dry_run):
        with recording(database, rehearse=dry_run) as store:
            done = steps.decide(store, request, [] if dry_run else [source.citekey for source in read], file)
    if not dry_run:
        with asking(database) as reader:
            for source in read:
                source.proposals = proposal_queries.proposals(reader, source.citekey)
            if to is not None:
                steps.write_file(reader, request, [source.citekey for source in read if source.proposals])
    undecided = [
        source.citekey for source in read if any(proposal.state == "open" for proposal in source.proposals)
    ]
    silent = accept or to is not None or file is not None or dry_run or as_json
    opens = bool(undecided) and possible() and not silent
    if as_json:
        print_json([{**source.as_json(), **done.as_json()} for source in read] or [done.as_json()])
    elif to != "-":
        _tell(read, files, to, opens=opens)
        steps.tell(done, dry_run=dry_run)
    _tell_failed(failed, files)
    if opens:
        show(database, undecided[0])
    if any(source.outside is not None and source.outside.rejected for source in read):
        raise SystemExit(1)


def _check_number(files: Sequence[str], from_: str | None, proposals: str | None, *, of_one: bool) -> None:
    """UsageError where there is nothing to read, or more than what is said of it can be meant for."""
    if not files and from_ is None:
        raise UsageError("Say what to read: a FILE, a URL, or - for standard input.")
    if len(files) > 1 and of_one:
        raise UsageError("--title, --url and --citekey are for one source: give them one by one.")
    if proposals is not None and len(files) != 1:
        raise UsageError("--proposals are of one source: give one FILE, URL or citekey with them.")


def _files(names: Sequence[str]) -> list[str]:
    """What is to be read; for a folder the files in it, by name, but for hidden ones; a folder of scanned pages stays whole.

    InputError for one without files.
    """
    from pathlib import Path

    files: list[str] = []
    for name in names:
        if name == "-" or "://" in name or not Path(name).is_dir() or _is_of_pages(Path(name)):
            files.append(name)
            continue
        inside = [
            str(path)
            for path in sorted(Path(name).iterdir())
            if path.is_file() and not path.name.startswith(".")
        ]
        if not inside:
            raise InputError(f"{one_line(name)} is a folder without files.")
        files += inside
    return list(dict.fromkeys(files))


def _is_of_pages(folder: Path) -> bool:
    from onrecord.ingest.scans import is_folder_of_pages

    return is_folder_of_pages(folder)


def _tell(read: Sequence[Read], files: Sequence[str], to: str | None, *, opens: bool) -> None:
    """Says what came of one; of many that was said one by one, and here is the sum."""
    if len(files) == 1:
        for source in read:
            source.tell(quiet=to is not None, opens=opens)
    elif read:
        new = sum(source.stored.new for source in read)
        remark(
            f"{len(read)} of {len(files)} read, {new} proposed. Decide about them: onrecord review", done=True
        )


def _tell_failed(failed: Sequence[tuple[str, OnrecordError]], files: Sequence[str]) -> None:
    """Lists what could not be read, and ends with exit code 1 where something could not."""
    if not failed:
        return
    from onrecord.cli.hints import told

    remark(f"{len(failed)} of {len(files)} could not be read:")
    for name, error in failed:
        message = told(error.message, error.hint)
        remark(f"  {message}" if one_line(name) in message else f"  {one_line(name)}: {message}")
    raise SystemExit(1)


def _what_stands(read: Sequence[Read], files: Sequence[str], *, dry_run: bool) -> str:
    if dry_run or not read:
        return "nothing was recorded."
    names = ", ".join(source.citekey for source in read)
    return (
        f"{len(read)} of {len(files)} were stored, with what was proposed of them: {names}. "
        "The same command goes on, and proposes nothing twice."
    )

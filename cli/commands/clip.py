"""onrecord clip"""

from __future__ import annotations

from onrecord.cli import quote_options as options
from onrecord.cli import recorded, source_options
from onrecord.cli.options import AS_JSON, DATABASE, asking, command_line, recording, refuse_database
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.spec import SPEAKERS, TAGS, Command, argument, flag, option
from onrecord.errors import DatabaseError, OnrecordError, UsageError
from onrecord.model.record import record, replace
from onrecord.model.vocabulary import SPEAKER_KINDS
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract import Proposal
    from onrecord.ingest.document import Document
    from onrecord.model.records import Json
    from onrecord.proposals.clip import Clipped
    from onrecord.sources.add import SourceFields
    from onrecord.statements.fields import QuoteFields


EXAMPLES = """Examples:

onrecord clip 'https://example.org/a#:~:text=We%20will%20not,under%20fire' --by "Jane Doe"

onrecord clip 'https://example.org/a#:~:text=We%20will%20not,under%20fire' --file saved.html

onrecord clip - --by doe < links.txt"""

# A line that is longer is no address.
LONGEST_LINE = 20_000

COMMAND = Command(
    argument(
        "given",
        help="The link to the selection, as the browser copies it (…#:~:text=…); - reads one link per line from standard input.",
        metavar="URL|-...",
        many=True,
        required=True,
    ),
    option(
        "--by",
        help="Who said it: a slug, a name in any spelling, or a family name. Without it the passage waits for a review.",
        metavar="SPEAKER",
        complete=SPEAKERS,
    ),
    replace(
        options.IN_SOURCE,
        required=False,
        help="The source the page belongs to. Default: the source with its address.",
    ),
    option("--file", help="A saved copy of the page, to read instead of fetching it.", kind="file"),
    *[one for one in options.OCCURRENCE if one not in (options.QUOTED, options.LOCATOR_OPTION)],
    options.LANG,
    option("--tag", help="A tag. Repeatable.", many=True, complete=TAGS),
    options.NOTE,
    flag("--new-speaker", help="Create speakers who are not on record yet, including those of --via."),
    option(
        "--kind",
        help=f"What a new speaker is: {', '.join(SPEAKER_KINDS)}. Default: person; for --via organisation.",
        complete=SPEAKER_KINDS,
    ),
    flag("--unnamed", help="The new speaker is an unnamed source."),
    source_options.CITEKEY,
    source_options.CITEKEY_FORMAT,
    source_options.ALLOW_PRIVATE,
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


@record()
class _Asked:
    """What goes for every link of a command line."""

    database: str | None
    citekey: str | None
    file: str | None
    source: SourceFields
    quote: QuoteFields | None
    allow_private: bool


def run(
    *,
    given: list[str],
    by: str | None,
    source: str | None,
    file: str | None,
    form: str | None,
    polarity: str | None,
    cue: str | None,
    named_as: str | None,
    via: list[str] | None,
    original: str | None,
    said: str | None,
    place: str | None,
    occasion: str | None,
    medium: str | None,
    translator: str | None,
    lang: str | None,
    tag: list[str] | None,
    note: str | None,
    new_speaker: bool,
    kind: str | None,
    unnamed: bool,
    citekey: str | None,
    citekey_format: str | None,
    allow_private: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Record a passage marked in a browser, by its link.

    Browsers can copy a link to the selection ("Copy link to highlight"): the page's address with the words after #:~:text=. The
    page is stored unless it is already, the words are found in its text and recorded as said by --by. Without --by they wait for
    review, with what the text says of the speaker. A link whose words are not in the page records nothing.
    """
    from onrecord.cli.review_app import possible
    from onrecord.cli.review_app import review as show
    from onrecord.cli.streams import once
    from onrecord.sources.add import SourceFields
    from onrecord.statements.fields import QuoteFields

    once(*given, file)
    refuse_database(database, file)
    quote = None
    if by is not None:
        quote = QuoteFields(
            text="", by=by, source="", form=form, polarity=options.polarity_word(polarity), cue=cue, named_as=named_as,
            via=options.relays(via),
            original=original, said=said, place=place, occasion=occasion, medium=medium, translator=translator,
            language=lang, tags=tuple(tag or ()), note=note, new_speaker=new_speaker, kind=kind, unnamed=unnamed,
        )  # fmt: skip
    elif any(
        (
            form,
            polarity,
            cue,
            named_as,
            via,
            said,
            place,
            occasion,
            medium,
            translator,
            tag,
            note,
            new_speaker,
        )
    ):
        raise UsageError("What is said of a passage needs --by; without it the review asks for it.")
    fields = SourceFields(
        language=lang, citekey=citekey, citekey_format=citekey_format, stem=source_options.stem_of(file)
    )
    asked = _Asked(database, source, file, fields, quote, allow_private)
    links = list(_links(given))
    done: list[Json] = []
    failed: list[tuple[str, OnrecordError]] = []
    waiting: str | None = None
    for link in links:
        try:
            clipped = _clip(link, asked, command_line("clip", link) if len(links) > 1 else None)
        except OnrecordError as error:
            if len(links) == 1 or isinstance(error, DatabaseError):
                raise
            failed.append((link, error))
            continue
        done.append(_as_json(link, clipped, quote))
        if not as_json:
            _tell(clipped, quote)
        if any(proposal.state == "open" for proposal in clipped.proposals):
            waiting = waiting or clipped.source.citekey
    if as_json:
        print_json(done)
    _tell_failed(failed, len(links))
    if waiting is not None and not as_json:
        if possible() and len(links) == 1:
            show(database, waiting)
        else:
            remark(f"Say who said it: onrecord review {waiting}", done=True)


def _links(files: Sequence[str]) -> Iterator[str]:
    """The links; for `-` one of each line of standard input, empty lines left out."""
    from onrecord.cli.streams import standard_input
    from onrecord.ingest.decode import only_utf8

    for file in files:
        if file != "-":
            yield file
            continue
        for number, line in enumerate(standard_input(), 1):
            if len(line) > LONGEST_LINE:
                raise UsageError(f"Line {number} of standard input is too long to be an address.")
            if line.strip():
                yield only_utf8(line, name=f"Line {number} of standard input").strip()


def _clip(link: str, asked: _Asked, command: str | None) -> Clipped:
    from onrecord.cli.reading_input import document
    from onrecord.proposals.clip import clip, clipping, known_source
    from onrecord.sources import stored

    wanted = clipping(link)
    read: Document | None = None
    with asking(asked.database) as reader:
        known, has_text = known_source(reader, wanted.url, asked.citekey)
    if asked.file is not None or not has_text:
        read = document(asked.file or wanted.url, allow_private=asked.allow_private)
    extracted: Sequence[Proposal] = ()
    engine = "clip"
    if asked.quote is None:
        from onrecord.cli.engine_option import found_in

        if read is not None:
            text = read
        else:
            with asking(asked.database) as reader:
                text = stored.document(reader, known or "")
        extracted, engine = found_in(text, None, author=None, issued=None)
    with recording(asked.database, command=command) as store:
        return clip(
            store,
            wanted,
            read,
            source=asked.source,
            citekey=asked.citekey,
            fetched=asked.file is None,
            quote=asked.quote,
            extracted=extracted,
            engine=engine,
        )


def _tell(clipped: Clipped, quote: QuoteFields | None) -> None:
    if clipped.created:
        say(f"Added source {clipped.source.citekey}: {one_line(clipped.source.title or 'untitled')}", "green")
    for added in clipped.quotes:
        assert quote is not None
        recorded.tell(added, recorded.notes_of(quote, added))
    for proposal in clipped.proposals:
        who = proposal.speaker or "nobody named"
        say(
            f"{proposal.state} · {who}: {one_line(proposal.text)}",
            "yellow" if proposal.state == "open" else "",
        )


def _as_json(link: str, clipped: Clipped, quote: QuoteFields | None) -> Json:
    return {
        "url": link,
        "source": clipped.source.citekey,
        "created": clipped.created,
        "places": [list(place) for place in clipped.places],
        "quotes": [recorded.as_json(one, recorded.notes_of(quote, one)) for one in clipped.quotes if quote],
        "proposals": [proposal.as_json() for proposal in clipped.proposals],
    }


def _tell_failed(failed: Sequence[tuple[str, OnrecordError]], links: int) -> None:
    """Lists what could not be clipped, and ends with exit code 1 where something could not."""
    if not failed:
        return
    from onrecord.cli.hints import told

    remark(f"{len(failed)} of {links} could not be clipped:")
    for link, error in failed:
        remark(f"  {one_line(link)}: {told(error.message, error.hint)}")
    raise SystemExit(1)

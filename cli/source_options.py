"""The options that say what a source is, for the commands that add one."""

from __future__ import annotations

from onrecord.cli.output import remark, say
from onrecord.cli.spec import flag, language, option, without_default
from onrecord.model.records import SourceRecord
from onrecord.model.vocabulary import SOURCE_TYPES
from onrecord.text.markup import plain

TYPE = option(
    "--type",
    help="What it is: article-newspaper, book, speech, interview … Default: what the page says, "
    "else webpage for an address and document for a file.",
    name="type_",
    metavar="TYPE",
    complete=SOURCE_TYPES,
)
TITLE = option("--title", help="Its title.")
AUTHOR = option(
    "--author",
    help='"Family, Given" or a plain name; an organisation in braces: "{KCNA}". Repeatable.',
    metavar="NAME",
    many=True,
)
CONTAINER = option(
    "--container", help="The paper, journal, site or book it appeared in.", hidden=("--container-title",)
)
PUBLISHED = option(
    "--date",
    help="When it appeared: 2023-08-08, 2023-08, 1850~, '8 August 2023', 'fall 2019' …",
    metavar="EDTF",
    hidden=("--issued", "--published"),
)
URL = option("--url", help="Its web address, if it was read from a file.", metavar="URL", hidden=("--URL",))
LANG = language("Its language: en, ru, ko …")
CITEKEY = option(
    "--citekey", help="The key to cite it by. Default: made from author and year.", metavar="CITEKEY"
)
CITEKEY_FORMAT = option(
    "--citekey-format",
    help="How citekeys are made, as in Better BibTeX: auth.lower + shorttitle(3,3) + year.",
    metavar="FORMULA",
    setting="citekey-format",
)
ALLOW_PRIVATE = flag("--allow-private", help="Also fetch from loopback, private and link-local addresses.")
AS_NEW = flag("--as-new", help="Add it as a new source, even if it resembles one on record without a text.")
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.sources.add import AddedSource


def tell(added: AddedSource) -> None:
    """Says what adding a source did."""
    record = added.record
    if added.attached:
        say(
            f"This looks like {record.citekey} in your library: attached. (If not: onrecord undo, then with --as-new.)",
            "green",
        )
        say(described(record))
        return
    if not added.created:
        say(f"Nothing added: this is {record.citekey}, {added.because}.")
        return
    say(f"Added source {record.citekey}: {plain(record.title or 'untitled')}", "green")
    say(described(record))
    for copy in record.snapshots:
        say(f"  stored copy: {copy.characters:,} characters by {copy.extractor}, sha256 {copy.sha256[:12]}…")
    for author in added.authors:
        say(f"  author: {author.name} ({'new speaker' if author.created else 'known speaker'} {author.slug})")
    if added.near:
        remark(
            f"It may be {' or '.join(added.near)} in your library, which has no text yet. If it is: onrecord undo, "
            f"then onrecord add snapshot {added.near[0]} FILE"
        )


def stem_of(name: str | None) -> str:
    """What a file is called, without folder and ending; "" for an address and standard input."""
    if name is None or name == "-" or "://" in name:
        return ""
    return name.replace("\\", "/").rpartition("/")[2].partition(".")[0]


def described(record: SourceRecord) -> str:
    """What a source is, in an indented line."""
    return f"  {_listed([record.type, record.issued, record.container_title, record.url])}"


def _listed(details: Sequence[str | None]) -> str:
    return " · ".join(detail for detail in details if detail)


# What can be corrected of a source, in the order of the help.
DETAILS = (
    option("--citekey", help="A new key to cite it by; its quotations follow.", metavar="CITEKEY"),
    without_default(TYPE),
    TITLE,
    AUTHOR,
    CONTAINER,
    option("--publisher", help="Who published it."),
    PUBLISHED,
    option("--accessed", help="When it was last accessed.", metavar="EDTF"),
    URL,
    option("--archive-url", help="The address of an archived copy.", metavar="URL", hidden=("--archive",)),
)

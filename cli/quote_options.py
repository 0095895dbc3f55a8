"""The options that recording and editing a quotation share."""

from __future__ import annotations

from onrecord.cli.spec import SOURCES, SPEAKERS, flag, language, option
from onrecord.errors import UsageError
from onrecord.model.vocabulary import FORMS, MEDIA, POLARITIES, RANKS, STATUSES

FORM = option(
    "--form",
    help=f"One of: {', '.join(FORMS)}. Default: told by the quotation marks around the place.",
    complete=FORMS,
)
POLARITY = option(
    "--polarity",
    help="What the source has the speaker do with the words: asserted, denied, not-said, asked. Default: what the cue says.",
    complete=tuple([polarity.replace("_", "-") for polarity in POLARITIES]),
)
QUOTED = option(
    "--quoted",
    help="A part of the wording that is in quotation marks. Repeatable.",
    metavar="TEXT",
    many=True,
)
CUE = option("--cue", help='The cue that attributes it: "said", "according to".')
NAMED_AS = option("--named-as", help="The speaker's name as printed there.", metavar="NAME")
VIA = option(
    "--via",
    help="Who passed it on, nearest to the speaker first; 'KCNA|reported|kcna-2023' adds the cue and the source "
    "it cites. Repeatable.",
    metavar="SPEAKER",
    many=True,
    complete=SPEAKERS,
)
ORIGINAL = option(
    "--original",
    help="The speaker's own work that the source quotes.",
    metavar="CITEKEY",
    complete=SOURCES,
)
SAID = option(
    "--said",
    help="When it was said: 2023-07-26, 2023-07, 1850~, '26 July 2023', 'Q3 2023', '44 BC' …",
    metavar="EDTF",
)
PLACE = option("--place", help="Where it was said.")
OCCASION = option("--occasion", help="On what occasion.")
_MEDIA = tuple(one.replace("_", "-") for one in MEDIA)
MEDIUM = option("--medium", help=f"One of: {', '.join(_MEDIA)}.", complete=_MEDIA)
LOCATOR_OPTION = option(
    "--locator",
    help='Where it stands: 12 or iv (a page), "p. 12", "para. 3", "00:12:05", also "Kap. 2" or "стр. 5". Default: the paragraph of the stored text.',
    metavar="LOCATOR",
)
TRANSLATOR = option(
    "--translator",
    help='Who translated it; "me" if you did.',
    metavar="SPEAKER",
    complete=SPEAKERS,
)
# What an occurrence of a quotation has, added or changed.
OCCURRENCE = (
    FORM, POLARITY, QUOTED, CUE, NAMED_AS, VIA, ORIGINAL, SAID, PLACE, OCCASION, MEDIUM, LOCATOR_OPTION, TRANSLATOR,
)  # fmt: skip
LANG = language("The language of the wording.")
NOTE = option("--note", help="A note.")
STATUS = option("--status", help=f"One of: {', '.join(STATUSES)}. Doubt needs a --reason.", complete=STATUSES)
REASON = option("--reason", help="Why it is in doubt; printed wherever it is cited.")
RANK = option("--rank", help=f"One of: {', '.join(RANKS)}. Deprecated needs a --rank-reason.", complete=RANKS)
QUOTED_FROM = option(
    "--quoted-from", help="The attribution that this source took it from.", metavar="KEY@CITEKEY"
)
UNVERIFIED = flag("--unverified", help="Record the wording even if it is not in the stored text.")
ACCEPT = option(
    "--accept-reason",
    name="accept",
    hidden=("--accept",),
    help="Accept a wording that leaves out words the sense may depend on; say why it is right.",
    metavar="REASON",
)
IN_SOURCE = option(
    "--in", help="The source that says so.", name="source", metavar="CITEKEY", required=True, complete=SOURCES
)
TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.statements.fields import RelayFields


def polarity_word(word: str | None) -> str | None:
    """A `--polarity` as the tables have it. UsageError for one that is none."""
    if word is None:
        return None
    from onrecord.model.polarities import named

    if named(word) not in POLARITIES:
        known = ", ".join(polarity.replace("_", "-") for polarity in POLARITIES)
        raise UsageError(f"{word!r} is not a polarity. Choose from: {known}.")
    return named(word)


def medium_word(word: str | None) -> str | None:
    """A `--medium` as the tables have it: press-conference and "press conference" are press_conference."""
    from onrecord.model.polarities import named

    return word and named(word)


def place_word(word: str | None) -> str | None:
    """A `--locator` as it is read: see `onrecord.text.locators.typed`."""
    if not word:
        return word
    from onrecord.text.locators import typed

    return typed(word)


def relays(relay_words: list[str] | None) -> tuple[RelayFields, ...]:
    """`--via` values as relays: SPEAKER, SPEAKER|CUE or SPEAKER|CUE|CITEKEY."""
    return tuple(_relay(relay_word) for relay_word in relay_words or ())


def _relay(words: str) -> RelayFields:
    from onrecord.statements.fields import RelayFields

    speaker, *rest = (part.strip() for part in words.split("|"))
    if len(rest) > 2:
        raise UsageError(f"--via {words!r} has too many parts: write SPEAKER|CUE|CITEKEY.")
    if rest and not speaker:
        raise UsageError(f"--via {words!r} names nobody: write SPEAKER|CUE|CITEKEY.")
    cue, cited_source = (*rest, "", "")[:2]
    return RelayFields(speaker=speaker, cue=cue or None, cited_source=cited_source or None)

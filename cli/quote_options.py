"""The options that recording and editing a quotation share."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import complete_source, complete_speaker
from onrecord.db.words import FORMS, MEDIA, POLARITIES, RANKS, STATUSES
from onrecord.errors import UsageError

Form = Annotated[
    str | None,
    typer.Option(
        help=f"One of: {', '.join(FORMS)}. Default: told by the quotation marks around the place.",
        autocompletion=lambda: list(FORMS),
        show_default=False,
    ),
]
Polarity = Annotated[
    str | None,
    typer.Option(
        help="What the source has the speaker do with the words: asserted, denied, not-said, asked. Default: what the cue says.",
        autocompletion=lambda: [one.replace("_", "-") for one in POLARITIES],
        show_default=False,
    ),
]
Quoted = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FRAGMENT",
        help="A part of the wording that is in quotation marks. Repeatable.",
        show_default=False,
    ),
]
Cue = Annotated[
    str | None, typer.Option(help='The word that attributes it: "said", "according to".', show_default=False)
]
NamedAs = Annotated[
    str | None, typer.Option(metavar="NAME", help="The speaker's name as printed there.", show_default=False)
]
Via = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SPEAKER",
        help="Who passed it on, nearest to the speaker first; 'KCNA|reported|kcna-2023' adds the cue and the source "
        "it cites. Repeatable.",
        autocompletion=complete_speaker,
        show_default=False,
    ),
]
Said = Annotated[
    str | None,
    typer.Option(metavar="EDTF", help="When it was said: 2023-07-26, 2023-07 …", show_default=False),
]
Place = Annotated[str | None, typer.Option(help="Where it was said.", show_default=False)]
Occasion = Annotated[str | None, typer.Option(help="On what occasion.", show_default=False)]
Medium = Annotated[
    str | None,
    typer.Option(help=f"One of: {', '.join(MEDIA)}.", autocompletion=lambda: list(MEDIA), show_default=False),
]
LocatorOption = Annotated[
    str | None,
    typer.Option(
        "--locator",
        metavar="PLACE",
        help='Where it stands: "p. 12", "para. 3", "00:12:05". Default: the paragraph of the stored text.',
        show_default=False,
    ),
]
Translator = Annotated[
    str | None,
    typer.Option(
        metavar="SPEAKER",
        help="Who translated it; me for your own translation.",
        autocompletion=complete_speaker,
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="The language of the wording.", show_default=False),
]
Note = Annotated[str | None, typer.Option(help="What to know about it.", show_default=False)]
Status = Annotated[
    str | None,
    typer.Option(
        help=f"One of: {', '.join(STATUSES)}. Doubt needs a --reason.",
        autocompletion=lambda: list(STATUSES),
        show_default=False,
    ),
]
Reason = Annotated[
    str | None, typer.Option(help="Why it is doubted: printed wherever it is cited.", show_default=False)
]
Rank = Annotated[
    str | None,
    typer.Option(
        help=f"One of: {', '.join(RANKS)}. Deprecated needs a --rank-reason.",
        autocompletion=lambda: list(RANKS),
        show_default=False,
    ),
]
QuotedFrom = Annotated[
    str | None,
    typer.Option(
        metavar="KEY@CITEKEY", help="The attribution that this source took it from.", show_default=False
    ),
]
Unverified = Annotated[
    bool, typer.Option("--unverified", help="Record the wording even where the stored text does not have it.")
]
Accept = Annotated[
    str | None,
    typer.Option(
        metavar="REASON",
        help="Let a wording pass that leaves words out on which the sense may hang: why it is right all the same.",
        show_default=False,
    ),
]
InSource = Annotated[
    str,
    typer.Option(
        "--in",
        metavar="CITEKEY",
        help="The source that says so.",
        autocompletion=complete_source,
        show_default=False,
    ),
]
if TYPE_CHECKING:
    from onrecord.quotes import RelayFields


def polarity_word(given: str | None) -> str | None:
    """A `--polarity` as the tables have it. UsageError for one that is none."""
    if given is None:
        return None
    from onrecord.text.polarities import named

    if named(given) not in POLARITIES:
        known = ", ".join(one.replace("_", "-") for one in POLARITIES)
        raise UsageError(f"{given!r} is not a polarity. Choose from: {known}.")
    return named(given)


def relays(given: list[str] | None) -> "tuple[RelayFields, ...]":
    """`--via` values as relays: SPEAKER, SPEAKER|CUE or SPEAKER|CUE|CITEKEY."""
    return tuple(_relay(one) for one in given or ())


def _relay(given: str) -> "RelayFields":
    from onrecord.quotes import RelayFields

    speaker, *rest = (part.strip() for part in given.split("|"))
    if len(rest) > 2:
        raise UsageError(f"--via {given!r} has too many parts: write SPEAKER|CUE|CITEKEY.")
    cue, cited_source = (*rest, "", "")[:2]
    return RelayFields(speaker=speaker, cue=cue or None, cited_source=cited_source or None)

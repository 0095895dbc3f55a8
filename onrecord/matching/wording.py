"""A wording taken apart at what its writer put in: ellipses, and words in square brackets."""

import re
from collections.abc import Iterator, Sequence

from onrecord.errors import InputError
from onrecord.matching.places import Needle, holds_words
from onrecord.model.record import record
from onrecord.text.patterns import lazy
from onrecord.text.signs import ELLIPSES, MARKS, is_unspaced

# More is not a quotation any more, and would only cost time.
MOST_JOINTS = 100

_DOTS = rf"(?:[{ELLIPSES}]|\.[^\S\n]?\.[^\S\n]?\.)(?:[^\S\n]?[.{ELLIPSES}])*"
# "[---]" is a Swedish ellipsis, "(中略)" a Japanese and "(중략)" a Korean one.
_OMITTED = rf"(?:{_DOTS}|[-–—](?:\s?[-–—]){{1,2}}|[前中後后下]?略|중략)"
_JOINT = lazy(
    rf"(?P<ellipsis>[\[［〔(（]\s*{_OMITTED}\s*[\]］〕)）]|[<{{/]\s?{_DOTS}\s?[>}}/]|{_DOTS})"
    r"|[\[［〔](?P<bracket>[^\[\]［］〔〕]*)[\]］〕]"
)
_SIC = "sic"
# What a writer may set beside an ellipsis, whatever the source has there.
_BESIDE_ELLIPSIS = ",.;:–—-" + MARKS


@record()
class Bracket:
    """Words of the writer's own. `glued_left`: a letter touches it from the left, as in "call[ed]"; right: "[T]he"."""

    words: str
    glued_left: bool
    glued_right: bool


@record()
class Joint:
    """What stands between two fragments, before the first, or after the last.

    `mixed`: between two quoted parts of a mixed quotation.
    """

    ellipsis: bool = False
    brackets: tuple[Bracket, ...] = ()
    mixed: bool = False

    def __bool__(self) -> bool:
        return self.ellipsis or self.mixed or bool(self.brackets)

    @property
    def glued_left(self) -> Bracket | None:
        """The bracket that a word before it goes on in."""
        return self.brackets[0] if self.brackets and self.brackets[0].glued_left else None

    @property
    def glued_right(self) -> Bracket | None:
        """The bracket that a word after it began in."""
        return self.brackets[-1] if self.brackets and self.brackets[-1].glued_right else None

    def __or__(self, other: "Joint") -> "Joint":
        return Joint(
            self.ellipsis or other.ellipsis, self.brackets + other.brackets, self.mixed or other.mixed
        )


@record()
class Wording:
    """Fragments that must stand in the source, and one joint more than these: before, between and after them."""

    fragments: tuple[Needle, ...]
    joints: tuple[Joint, ...]

    def __bool__(self) -> bool:
        """Whether the writer put anything in."""
        return any(self.joints)


def taken_apart(wording: str) -> Wording:
    """InputError: too many ellipses and brackets, or no word outside of the brackets."""
    joints: list[Joint] = [Joint()]
    pieces: list[str] = []
    index = count = 0
    for match in _JOINT.finditer(wording):
        count += 1
        _add(pieces, joints, wording[index : match.start()])
        joints[-1] |= _joint(wording, match)
        index = match.end()
    if count > MOST_JOINTS:
        raise InputError(
            f"The wording has {count:,} ellipses and brackets, and more than {MOST_JOINTS} are too many for one quotation. "
            "Take a shorter part of it."
        )
    _add(pieces, joints, wording[index:])
    if not pieces:
        raise InputError(
            "Every word of this wording stands in brackets: there are no words of the source to look for."
        )
    fragments = [
        Needle(_without_stops(piece, joints[number], joints[number + 1]))
        for number, piece in enumerate(pieces)
    ]
    return Wording(tuple(fragments), tuple(joints))


def joints_in(wording: str) -> Iterator[tuple[int, int, bool]]:
    """Where the writer put ellipses and words in brackets: start, end, and whether it is an ellipsis."""
    for match in _JOINT.finditer(wording):
        yield *match.span(), match["bracket"] is None


def in_a_row(wordings: Sequence[Wording]) -> Wording:
    """The quoted parts of a mixed quotation as one wording."""
    fragments: list[Needle] = []
    joints = [Joint()]
    for number, wording in enumerate(wordings):
        first, *rest = wording.joints
        joints[-1] |= first if not number else first | Joint(mixed=True)
        joints += rest
        fragments += wording.fragments
    return Wording(tuple(fragments), tuple(joints))


def _joint(wording: str, match: re.Match[str]) -> Joint:
    words = match["bracket"]
    if words is None:
        return Joint(ellipsis=True)
    before = wording[max(0, match.start() - 1) : match.start()]
    after = wording[match.end() : match.end() + 1]
    letters = bool(words) and words.lower() != _SIC and all(map(_in_word, words))
    return Joint(
        brackets=(
            Bracket(
                words.strip(),
                glued_left=letters and bool(before) and _in_word(before),
                glued_right=letters and bool(after) and _in_word(after),
            ),
        )
    )


def _in_word(character: str) -> bool:
    return (character.isalpha() and not is_unspaced(character)) or character in "'’-"


def _add(pieces: list[str], joints: list[Joint], piece: str) -> None:
    if holds_words(piece):
        pieces.append(piece)
        joints.append(Joint())


def _without_stops(piece: str, before: Joint, after: Joint) -> str:
    piece = piece.strip()
    if before.ellipsis:
        bare = piece.lstrip(_BESIDE_ELLIPSIS + " ")
        # The sign of a figure, and a decimal point, are no stops.
        piece = piece if bare[:1].isdigit() and piece[:1] in "-–—." else bare
    if after.ellipsis:
        piece = piece.rstrip(_BESIDE_ELLIPSIS + " ")
    return piece

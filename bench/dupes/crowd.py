"""A crowd of made-up people, to see how long it takes to look through so many names."""

import random

from onrecord.text.given_names import GIVEN_NAMES

SEED = 20_241_127
_STARTS = "b br c ch d dr f fr g gr h j k kr l m n p pr r s sh st t tr v w z".split()
_MIDDLES = "a e i o u ai ei ou".split()
_ENDS = "n r l s t k m nd rt ck ll ng v sky son man ova ov berg stein ini etti ez is as".split()
FAMILIES = 60_000


def names(number: int) -> list[str]:
    """So many names, of given names that are on record and of families that are not; a few families have many people."""
    chance = random.Random(SEED)
    given = sorted(name.capitalize() for name in GIVEN_NAMES if name.isascii())
    families = sorted({_family(chance) for _ in range(FAMILIES)})
    chance.shuffle(families)
    often = [1 / (rank + 20) for rank in range(len(families))]
    usual = [1 / (rank + 10) for rank in range(len(given))]
    first = chance.choices(given, usual, k=number)
    last = chance.choices(families, often, k=number)
    return [f"{one} {other}" for one, other in zip(first, last, strict=True)]


def _family(chance: random.Random) -> str:
    pieces = [chance.choice(_STARTS), chance.choice(_MIDDLES)]
    if chance.random() < 0.7:
        pieces += [chance.choice(_STARTS[4:]), chance.choice(_MIDDLES)]
    return "".join([*pieces, chance.choice(_ENDS)]).capitalize()

"""How long comparing two stored copies takes: `python -m bench.diff [WORDS]`.

Texts are made from a seed: paragraphs of fifty words out of five thousand. Beside it, difflib of the standard library does the
same work line by line and word by word, where it comes to an end within a minute.
"""

import difflib
import sys
from collections.abc import Callable
from multiprocessing import Process
from random import Random
from time import perf_counter

from onrecord.matching.revision import revision

DEADLINE = 60.0


def paragraphs(dice: Random, words: int) -> list[list[str]]:
    return [[f"w{dice.randrange(5000)}" for _ in range(50)] for _ in range(words // 50)]


def edited(dice: Random, text: list[list[str]]) -> list[list[str]]:
    """One paragraph in ten with another word, one in twenty gone, one in twenty new."""
    made = []
    for paragraph in text:
        chance = dice.random()
        if chance < 0.05:
            continue
        changed = list(paragraph)
        if chance < 0.15:
            changed[dice.randrange(50)] = "another"
        made.append(changed)
        if chance > 0.95:
            made.append([f"w{dice.randrange(5000)}" for _ in range(50)])
    return made


def joined(text: list[list[str]], between: str) -> str:
    return between.join(" ".join(paragraph) for paragraph in text)


def by_difflib(old: str, new: str) -> None:
    matcher = difflib.SequenceMatcher(None, old.split("\n\n"), new.split("\n\n"), autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace":
            left, right = (" ".join(one).split() for one in (old.split("\n\n")[a:b], new.split("\n\n")[c:d]))
            list(difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes())


def seconds(work: Callable[[], object]) -> float | None:
    """None: not done within the deadline."""
    process = Process(target=work)
    start = perf_counter()
    process.start()
    process.join(DEADLINE)
    took = perf_counter() - start
    if process.is_alive():
        process.terminate()
        process.join()
        return None
    return took


def main() -> None:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    dice = Random(1)
    text = paragraphs(dice, words)
    cases = {
        "edited": (joined(text, "\n\n"), joined(edited(dice, text), "\n\n")),
        "one paragraph, edited": (joined(text, " "), joined(edited(dice, text), " ")),
        "nothing in common": (joined(text, "\n\n"), joined(paragraphs(dice, words), "\n\n")),
    }
    print(f"| two texts of {words:,} words | onrecord diff, s | difflib, s |\n|---|---|---|")
    for name, (old, new) in cases.items():
        ours = seconds(lambda old=old, new=new: revision(old, new))
        theirs = seconds(lambda old=old, new=new: by_difflib(old, new))
        print(f"| {name} | {_shown(ours)} | {_shown(theirs)} |", flush=True)


def _shown(took: float | None) -> str:
    return f"more than {DEADLINE:.0f}" if took is None else f"{took:.2f}"


if __name__ == "__main__":
    main()

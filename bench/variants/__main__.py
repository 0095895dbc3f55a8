"""Makes statements with planted variants, finds them, and writes bench/results/variants.md."""

import argparse
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep
from bench.search import data
from bench.search.asking import made_before, say_made
from onrecord.db.store import reading
from onrecord.statements.alike import alike

RESULTS = RESULTS_FOLDER / "variants.md"
SEED = 20_031_001
PLANTED = 2_000


def _changed(said: list[str], words: list[str], share: float, chance: random.Random) -> str:
    """The wording with this share of its words changed: half of those replaced, a quarter dropped, a quarter moved."""
    places = set(chance.sample(range(len(said)), round(share * len(said))))
    kept: list[str] = []
    for at, word in enumerate(said):
        what = chance.random() if at in places else 1.0
        if what < 0.5:
            kept.append(chance.choice(words))
        elif what >= 0.75:
            kept.insert(max(0, len(kept) - 2) if at in places else len(kept), word)
    return " ".join(kept)


def _plant(path: Path, number: int) -> Iterator[tuple[int, int, bool]]:
    """Adds variants of statements to the database; gives the pair of each, and whether it is a hard one."""
    chance = random.Random(SEED)
    with closing(sqlite3.connect(path)) as db:
        texts = dict(db.execute("SELECT id, text FROM statements WHERE id <= ?", (number,)))
        words = [word for text in list(texts.values())[:2_000] for word in text.split()]
        for at, of in enumerate(chance.sample(range(1, number + 1), PLANTED)):
            hard = at % 10 == 0
            share = 0.5 if hard else chance.uniform(0.05, 0.3)
            one = number + at + 1
            text = _changed(texts[of].split(), words, share, chance)
            db.execute(
                "INSERT INTO statements(id, key, text, text_key) VALUES (?, ?, ?, '')", (one, f"k{one}", text)
            )
            db.execute(
                "INSERT INTO attributions(statement_id, speaker_id, source_id, form) VALUES (?, 1, 1, 'direct')",
                (one,),
            )
            yield of, one, hard
        db.commit()


def measure(number: int, folder: Path) -> Figures:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "onrecord.db"
    pairs = folder / "planted.txt"
    if not made_before(path):
        data.make(path, number)
        planted = list(_plant(path, number))
        pairs.write_text("".join(f"{of} {one} {hard:d}\n" for of, one, hard in planted), encoding="utf-8")
        say_made(path)
    rows = [line.split() for line in pairs.read_text(encoding="utf-8").splitlines()]
    wanted = {(int(of), int(one)): hard == "1" for of, one, hard in rows}
    started, worked = time.perf_counter(), time.process_time()
    with reading(path) as store:
        found = {(pair.first, pair.second) for pair in alike(store)}
    seconds, processor = time.perf_counter() - started, time.process_time() - worked
    easy = [pair for pair, hard in wanted.items() if not hard]
    hard = [pair for pair, hard in wanted.items() if hard]
    return {
        "seconds": seconds,
        "processor": processor,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "easy": [len(easy), sum(pair in found for pair in easy)],
        "hard": [len(hard), sum(pair in found for pair in hard)],
        "found": [len(found), sum(pair in wanted for pair in found)],
    }


def _row(number: int, one: Figures) -> str:
    shares = [
        f"{100 * part / max(whole, 1):.1f} %" for whole, part in (one["easy"], one["hard"], one["found"])
    ]
    return f"| {number:,} | {' | '.join(shares)} | {one['processor']:.0f} | {one['seconds']:.0f} | {one['megabytes']:.0f} | {one['day']} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.variants", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[100_000], help="how many statements")
    parser.add_argument("--keep", type=Path, help="a folder where the data stay, for the next run to use")
    given = parser.parse_args()
    for number in given.numbers:
        with tempfile.TemporaryDirectory(prefix="bench-variants-") as passing:
            kept = keep(
                "variants", number, measure(number, (given.keep or Path(passing)).absolute() / str(number))
            )
        RESULTS.write_text(
            f"""# Statements worded nearly alike

Made by `python -m bench.variants`: among the statements of `bench.search` {PLANTED:,} variants are planted, of each of which 5 to 30 % of
the words are replaced, dropped or moved; of every tenth, the hard ones, half of them. Precision counts whatever else is found as
wrong. One process, in which the memory is the peak of all; the seconds hang on what else the machine does, those of processor hardly.

| statements | found of the easy ones | found of the hard ones | precision | seconds of processor | seconds | MB | measured |
|---|---|---|---|---|---|---|---|
"""
            + "\n".join(_row(size, figures) for size, figures in kept.items())
            + "\n",
            encoding="utf-8",
        )
    print(RESULTS)


if __name__ == "__main__":
    main()

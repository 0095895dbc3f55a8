"""One system over all texts, in a process of its own on one core: `python -m bench.extraction.predict SYSTEM GOLD OUT`.

Writes the predictions to OUT, and to standard output {"words_per_second", "release"} as JSON, by processor time: the median of three
runs after one to warm up. Ends with status 3 where the system is not installed.
"""

import json
import os
import statistics
import sys
import time
from pathlib import Path

from bench.extraction.systems import SYSTEMS, release
from onrecord.errors import InputError

RUNS = 3
NOT_INSTALLED = 3


def main(system: str, gold: Path, out: Path) -> int:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    try:
        predict = SYSTEMS[system]()
    except (ImportError, InputError) as error:
        print(error, file=sys.stderr)
        return NOT_INSTALLED
    with gold.open(encoding="utf-8") as lines:
        texts = [(line["id"], line["text"]) for line in map(json.loads, lines)]
    found = [(identity, predict(text)) for identity, text in texts]
    with out.open("w", encoding="utf-8") as file:
        for identity, quotes in found:
            print(json.dumps({"id": identity, "quotes": quotes}), file=file)
    seconds = []
    for _ in range(RUNS):
        begin = time.process_time()
        for _, text in texts:
            predict(text)
        seconds.append(time.process_time() - begin)
    words = sum(len(text.split()) for _, text in texts)
    json.dump(
        {"words_per_second": words / statistics.median(seconds), "release": release(system)}, sys.stdout
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))

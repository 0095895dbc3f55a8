"""A feed of fact-checks as Google's Fact Check Tools and schema.org's DataFeed have it: `python -m bench.reviews 10000 feed.json`.

Made from a seed: claimants with and without a name, dates of several shapes, ratings as numbers, words and objects, appearances in
two places. Then it is imported, searched, shown and cited, each by the command line, and timed.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PEOPLE = [
    f"{given} {family}"
    for given in "Ada Bo Cy Dag Eva Finn Gry Ida".split()
    for family in "Holm Sund Lund Quist Brandt Moe Ek Dahl".split()
]
_THINGS = "bridge pier ferry quay harbour lighthouse sluice dyke tunnel canal".split()
_VERDICTS = ("False", "Mostly false", "Half true", "True", "Missing context")


def review(number: int, choose: random.Random) -> dict[str, object]:
    """One review."""
    who, thing = choose.choice(_PEOPLE), choose.choice(_THINGS)
    verdict = choose.randrange(len(_VERDICTS))
    rating: object = choose.choice(
        (
            {
                "@type": "Rating",
                "ratingValue": verdict + 1,
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": _VERDICTS[verdict],
            },
            {"@type": "Rating", "alternateName": _VERDICTS[verdict]},
            _VERDICTS[verdict],
        )
    )
    day = f"2024-{choose.randrange(1, 13):02}-{choose.randrange(1, 29):02}"
    places = [{"@type": "CreativeWork", "url": f"https://tide.example/{number}"}]
    if choose.random() < 0.3:
        places.append({"@type": "CreativeWork", "url": f"https://post.example/{number}"})
    claim: dict[str, object] = {"@type": "Claim", "appearance": places if len(places) > 1 else places[0]}
    if choose.random() < 0.9:
        claim["author"] = {"@type": "Person", "name": who}
    if choose.random() < 0.8:
        claim["datePublished"] = choose.choice((day, f"{day}T10:00:00Z"))
    return {
        "@type": "ClaimReview",
        "url": f"https://checks.example/{number}",
        "claimReviewed": f"The {thing} number {number} fell into the sea.",
        "datePublished": day,
        "author": {"@type": "Organization", "name": "Quay Facts", "url": "https://checks.example"},
        "itemReviewed": claim,
        "reviewRating": rating,
    }


def write(count: int, path: Path) -> None:
    """A DataFeed of so many reviews."""
    choose = random.Random(20240305)
    with path.open("w", encoding="utf-8") as out:
        out.write('{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [\n')
        for number in range(count):
            item = {"@type": "DataFeedItem", "item": [review(number, choose)]}
            out.write(json.dumps(item) + (",\n" if number + 1 < count else "\n"))
        out.write("]}\n")


def main() -> None:
    """Writes the feed and walks the way."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=10_000)
    asked.add_argument("path", type=Path, nargs="?")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        feed = given.path or Path(folder) / "feed.json"
        write(given.count, feed)
        print(f"{given.count:,} reviews, {feed.stat().st_size / 1e6:.1f} MB")
        database = {**os.environ, "ONRECORD_DB": str(Path(folder) / "onrecord.db"), "NO_COLOR": "1"}

        def run(*words: str) -> str:
            began = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "onrecord", *words],
                capture_output=True,
                text=True,
                env=database,
                check=False,
            )
            took = time.perf_counter() - began
            said = (done.stdout + done.stderr).rstrip()
            print(f"\n$ onrecord {' '.join(words)}   ({took:.1f} s, exit {done.returncode})")
            print("\n".join(said.split("\n")[-25:]))
            return done.stdout

        run("init")
        run("import", str(feed))
        print(f"most memory: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")
        run("import", str(feed))
        found = run("search", "lighthouse", "--by", "Ida Holm", "-n", "3")
        key = found.split("\t")[0].split("\n")[0]
        run("show", key)
        run("list", "claims", "-n", "3")
        run("cite", key)
        run("cite", key, "--format", "jsonld")


if __name__ == "__main__":
    main()

"""`python -m bench.reliability writers|kills|power|disk|backups|bombs|damage|injections|readers [--rounds N] [--only WORDS]`; power needs apsw (pip install apsw), disk strace."""

import argparse


def main() -> None:
    """Runs one of them."""
    parser = argparse.ArgumentParser(prog="python -m bench.reliability", description=__doc__)
    parser.add_argument(
        "what",
        choices=("writers", "kills", "power", "disk", "backups", "bombs", "damage", "injections", "readers"),
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=0,
        help="adds of each writer, kills of each command, cut points, lines to import",
    )
    parser.add_argument("--only", default="", help="those alone whose name has this in it")
    given = parser.parse_args()
    if given.what == "writers":
        from bench.reliability import writers

        writers.measure(8, given.rounds or 200)
    elif given.what == "kills":
        from bench.reliability import kills

        kills.measure(given.rounds or 100, given.only)
    elif given.what == "backups":
        from bench.reliability import backups

        backups.measure(given.rounds or 200)
    elif given.what == "disk":
        from bench.reliability import disk

        disk.measure(given.rounds or 40)
    elif given.what == "damage":
        from bench.reliability import damage

        damage.measure(given.rounds or 2000)
    elif given.what == "injections":
        from bench.reliability import injections

        injections.measure(given.rounds, given.only)
    elif given.what == "readers":
        from bench.reliability import readers

        readers.measure(given.rounds or 1_000_000)
    elif given.what == "bombs":
        from bench.reliability import bombs

        bombs.measure(given.only)
    else:
        from bench.reliability import power

        power.measure(given.rounds or 1000)


if __name__ == "__main__":
    main()

"""What is found by its own words."""

import shlex
from collections.abc import Iterator

from bench.cases.checks.telling import holds
from bench.cases.trial import Trial


def every_word(trial: Trial) -> Iterator[str]:
    for wording in trial.column("SELECT text FROM statements"):
        for word in (*wording.split(), "ушел", "λιμανι"):
            if word not in wording and word not in (
                "ушел" if "ушёл" in wording else "λιμανι" if "λιμάνι" in wording else ""
            ):
                continue
            found = trial.run(f"onrecord search -- {shlex.quote(word)}")
            yield from holds(f"search {word}", found, wording)
    for line in trial.outputs[-1].splitlines():
        if not line.partition(": ")[2].strip():
            yield f"nothing found: {line}"


def every_spelling(trial: Trial) -> Iterator[str]:
    yield from holds("by the name", trial.outputs[3], "Шойгу")
    yield from holds("by the spelling as printed", trial.outputs[4], "Шойгу")


CHECKS = {"search-russian-greek": every_word, "search-shoigu-as-printed": every_spelling}

"""What an import did, entry by entry: counted, and named as far as a screen can hold it."""

from __future__ import annotations

from collections import Counter

from onrecord.cli.hints import told, worded
from onrecord.cli.output import print_json, remark, say
from onrecord.errors import OnrecordError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.exchange.outcomes import Outcome
    from onrecord.model.records import Json

# More rows than a screen has say less than their number.
MOST_NAMED = 20


class Refusal(OnrecordError):
    """Something was not taken, and was named already."""


class Report:
    """What became of the entries: their numbers, and those that are named one by one (`whole`: all of them)."""

    def __init__(self, *, whole: bool) -> None:
        self._whole = whole
        self.counts: Counter[str] = Counter()
        self.added: Counter[tuple[str, str]] = Counter()
        self.kept_keys = 0
        self.named: list[tuple[str, Outcome]] = []

    def take(self, file: str, outcome: Outcome) -> None:
        self.counts[outcome.did] += 1
        is_kept_key = False
        if outcome.did == "added":
            self.added[(file, outcome.what)] += 1
        if outcome.did in ("added", "known") and outcome.asked and outcome.reason and not outcome.is_lost_key:
            self.kept_keys += 1
            is_kept_key = self.kept_keys <= MOST_NAMED
        first = outcome.did == "added" and self.counts["added"] <= MOST_NAMED
        always = outcome.did in ("changed", "conflict", "refused", "noted")
        # A feed of a hundred thousand reviews is counted and not kept.
        if self._whole or first or is_kept_key or outcome.is_lost_key or always:
            self.named.append((file, outcome))


def tell(report: Report, *, as_json: bool, dry_run: bool, verbose: bool) -> None:
    if as_json:
        records: list[Json] = [
            {"file": file, **outcome.as_json(), "hint": worded(outcome.hint), "dry_run": dry_run}
            for file, outcome in report.named
        ]
        print_json(records)
        return
    counts = report.counts
    would = "Would be: " if dry_run else ""
    named_each = verbose or counts["added"] <= MOST_NAMED
    kept_keys = 0
    for file, outcome in report.named:
        place = ", ".join(filter(None, (one_line(file), one_line(outcome.where))))
        named = f" {one_line(outcome.name)}" if outcome.name else ""
        why = f": {told(outcome.reason, outcome.hint)}" if outcome.reason else ""
        line = f"{place}: {outcome.did} {outcome.what}{named}{why}"
        if outcome.did in ("refused", "conflict"):
            remark(line)
        elif outcome.did == "noted":
            remark(f"{place}: {outcome.reason}")
        elif (outcome.did == "added" and named_each) or outcome.did == "changed" or outcome.is_lost_key:
            say(line)
        elif outcome.asked and outcome.reason:
            kept_keys += 1
            if verbose or kept_keys <= MOST_NAMED:
                say(line)
    kept_keys = report.kept_keys
    if not named_each:
        for (file, what), number in report.added.items():
            say(f"{one_line(file)}: added {number:,} of: {what}")
    if kept_keys > MOST_NAMED and not verbose:
        say(f"{kept_keys - MOST_NAMED:,} more keys of the files are kept as other names of sources.")
    if not verbose and (not named_each or kept_keys > MOST_NAMED):
        say("--verbose names each of them.")
    counted = [f"{counts['added']} added"]
    counted += [f"{counts['changed']} changed"] if counts["changed"] else []
    counted += [f"{counts['conflict']} left as edited here"] if counts["conflict"] else []
    counted += [f"{counts['known']} known already"]
    counted += [f"{counts['unchanged']} unchanged"] if counts["unchanged"] else []
    say(f"{would}{', '.join(counted)}, {counts['refused']} refused.")

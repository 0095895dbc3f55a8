"""onrecord verify"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from itertools import chain

from onrecord.cli.interrupt import standing
from onrecord.cli.options import AS_JSON, DATABASE, KEYS, asking, database_file
from onrecord.cli.output import check_run, in_words, is_terminal, place, print_json, print_rows, remark
from onrecord.cli.progress import progress
from onrecord.cli.spec import SOURCES, Command, flag, option
from onrecord.db import observations
from onrecord.db.sqlite import Trouble
from onrecord.errors import DatabaseError, UsageError
from onrecord.matching import Outcome
from onrecord.statements import verify
from onrecord.statements.queries import source_meant
from onrecord.statements.undecided import undecided
from onrecord.statements.verify import Check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.cli.terminal import Run
    from onrecord.db.reader import Reader
    from onrecord.model.records import Json, Quote
    from onrecord.statements.undecided import Undecided

# Of more than this, those that cannot be checked are counted for a person, and not looked at.
MOST_LISTED = 1_000
# What goes without a word beside the outcome.
UNREMARKABLE = frozenset({Outcome.exact, Outcome.typographic, Outcome.not_checkable})
HEADINGS = ("outcome", "key", "where", "form", "speaker", "wording")


EXAMPLES = """Examples:

onrecord verify --all

onrecord verify k7xq2m k9ab3c@smith-2023

onrecord search --tag sanctions | onrecord verify -

onrecord verify --all --verbose

onrecord verify --in smith-2023 --json

onrecord verify --stamps --ca authority.pem

onrecord verify --all --quiet || echo "a quotation no longer stands in its source"     (for CI)"""


COMMAND = Command(
    KEYS,
    flag("--all", help="Check every attribution.", name="everything"),
    option(
        "--in",
        help="Check attributions in this source. Repeatable.",
        name="source",
        metavar="CITEKEY",
        many=True,
        complete=SOURCES,
    ),
    option(
        "--copy",
        help="Check against this stored copy, without keeping the outcomes. Default: the newest.",
        metavar="N",
        kind="whole",
        least=1,
    ),
    flag(
        "--attribution",
        help="Look as well whether the stored text gives the words to somebody else than the record does.",
    ),
    flag(
        "--stamps",
        help="Prove the time stamps instead, and that everything is as it was sealed (onrecord stamp).",
    ),
    option(
        "--ca",
        help="With --stamps: a file with the certificate of an authority whom you trust (PEM). Repeatable.",
        metavar="FILE",
        kind="file",
        many=True,
    ),
    option(
        "--block",
        help="With --stamps: a block of Bitcoin by its height, and its header or Merkle root in hexadecimal. Repeatable.",
        metavar="HEIGHT=HEX",
        many=True,
    ),
    flag("--verbose", "-v", help="List everything checked, and what was left out or put in brackets."),
    flag("--quiet", "-q", help="Print nothing but what fails; the exit status says whether anything does."),
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *,
    keys: list[str] | None,
    everything: bool,
    source: list[str] | None,
    copy: int | None,
    attribution: bool,
    stamps: bool,
    ca: list[str] | None,
    block: list[str] | None,
    verbose: bool,
    quiet: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Check recorded wordings against the newest stored text of their sources, and list what fails or is in doubt.

    Right: exact (same code points), typographic (only quotation marks, dashes, spaces and the like differ), interrupted (the
    source breaks off to say who speaks), bracketed (changes are in brackets), elided (words are left out). Drifted: right in the copy
    it was recorded from, but not in the newest. Wrong: stitched (from several quotations), inverted (words the sense may depend on
    are left out), altered, ambiguous (found in several places), absent. Not_checkable: indirect speech, or no stored text.

    Exit status 1 if anything drifted, if anything is wrong that nobody accepted with a reason, or if the cue of a record (“denied”)
    contradicts what is recorded; decide that with edit --polarity. With --attribution also if a text gives words to somebody else.
    """
    if stamps:
        if everything or keys or source or copy is not None or attribution:
            raise UsageError(
                "--stamps goes with no KEYs, --all, --in, --copy or --attribution: stamps are of the whole history."
            )
        from onrecord.cli import stamped

        with asking(database) as reader:
            if not stamped.verify(reader, ca or (), block or (), quiet=quiet, as_json=as_json):
                raise SystemExit(1)
        return
    if ca or block:
        raise UsageError(f"{'--ca' if ca else '--block'} goes with --stamps.")
    _check_what_is_asked(everything=everything, named=bool(keys or source), copy=copy)
    if verbose and quiet:
        raise UsageError("Give either --verbose or --quiet.")
    tally = _Tally(verbose=verbose)
    with standing(lambda: "no outcome was kept; the same command checks again."), asking(database) as reader:
        ids = verify.checkable(reader) if everything else _named(reader, keys, source)
        rest = verify.not_checkable(reader) if everything else ()
        opposite = undecided(reader, None if everything else ids)
        says = {one.quote.ref: one.says for one in opposite}
        given = (
            _given_otherwise(reader, ids, quiet=quiet or (as_json and is_terminal())) if attribution else {}
        )
        many = len(ids) + len(rest) > MOST_LISTED and is_terminal() and not (as_json or verbose)
        checks = tally.of(ids, verify.check(reader, ids, copy=copy))
        if not (quiet or (as_json and is_terminal())):
            checks = progress(checks, total=len(ids), what="Checking")
        if not many:
            checks = chain(checks, tally.counting(verify.check(reader, rest)))
        if as_json:
            told = (
                {
                    **check.as_json(),
                    "cue_says": says.get(check.quote.ref),
                    **({"given_to": given.get(check.quote.ref)} if attribution else {}),
                }
                for check in checks
            )
            print_json(_of_one(list(told), tally) if _one_named(reader, keys, source) else told)
        else:
            print_rows(
                HEADINGS,
                (_row(check) for check in checks if _listed(check, verbose=verbose, quiet=quiet)),
                shorten_last=True,
            )
    if copy is None:
        _keep(database_file(database), tally.outcomes, everything=everything)
    if not as_json:
        if not quiet:
            tally.tell(len(rest) if many else 0, "the newest" if copy is None else f"copy {copy}")
        _tell_undecided(opposite)
        for ref, who in given.items():
            remark(f"{ref}: the stored text seems to give these words to {who}.")
    if opposite or given or tally.failed:
        raise SystemExit(1)


def _check_what_is_asked(*, everything: bool, named: bool, copy: int | None) -> None:
    if everything == named:
        raise UsageError("Say what to check: KEYs, --in CITEKEY, or --all.")
    if copy is not None and everything:
        raise UsageError("Copies are numbered source by source: say whose with --in CITEKEY, or name KEYs.")


def _one_named(reader: Reader, keys: Sequence[str] | None, citekeys: Sequence[str] | None) -> bool:
    """Whether one statement or attribution is named, and no source, which may have any number."""
    return (
        keys is not None
        and len(keys) == 1
        and keys[0] != "-"
        and not citekeys
        and source_meant(reader, keys[0]) is None
    )


def _of_one(told: Sequence[Json], tally: _Tally) -> Json:
    """The check of what one name names: of its first attribution that fails, else of its first; `checks` has all."""
    return {**told[tally.first_failed or 0], "checks": list(told)}


def _tell_undecided(opposite: Sequence[Undecided]) -> None:
    """Says which cues contradict what is recorded, and how a person decides."""
    for wording in opposite[:MOST_LISTED]:
        ref, says, recorded = (
            wording.quote.ref,
            wording.says.replace("_", "-"),
            wording.quote.polarity.replace("_", "-"),
        )
        remark(
            f"{ref}: recorded as {recorded}, but its cue “{wording.quote.cue}” says {says}. "
            f"Decide: onrecord edit {ref} --polarity {says} (or {recorded})"
        )
    if len(opposite) > MOST_LISTED:
        remark(
            f"{len(opposite) - MOST_LISTED} more of these: onrecord verify --all --json names them (cue_says)."
        )


def _given_otherwise(reader: Reader, ids: Sequence[int], *, quiet: bool) -> dict[str, str]:
    """To whom the stored texts give words, by what names the quotation, where that is somebody else than on record."""
    from onrecord.check.misgiven import misgiven
    from onrecord.text.clean import one_line

    looked_at = misgiven(reader, ids)
    if not quiet:
        looked_at = progress(looked_at, total=len(ids), what="Reading who speaks")
    return {one.quote.ref: one_line(one.told) for one in looked_at if one.told}


def _named(reader: Reader, keys: Sequence[str] | None, citekeys: Sequence[str] | None) -> Sequence[int]:
    if "-" in (keys or ()):
        from onrecord.cli.reading_input import named

        keys = named(keys)
    return verify.named(reader, keys or (), citekeys or ())


class _Tally:
    """What was found, a few bytes for each of what may be millions, and what has to be told of it."""

    def __init__(self, *, verbose: bool) -> None:
        self.verbose = verbose
        self.outcomes: defaultdict[Outcome, array[int]] = defaultdict(lambda: array("q"))
        self.counts: Counter[Outcome] = Counter()
        self.without_marks = 0
        self.failed = False
        self.first_failed: int | None = None
        self._worth_telling: list[Check] = []

    def of(self, ids: Sequence[int], checks: Iterable[Check]) -> Iterator[Check]:
        """Passes the checks on, whose outcomes are to be kept."""
        for one, check in zip(ids, self.counting(checks), strict=True):
            self.outcomes[check.outcome].append(one)
            yield check

    def counting(self, checks: Iterable[Check]) -> Iterator[Check]:
        """Passes the checks on."""
        for check in checks:
            if check.failed and not self.failed:
                self.failed, self.first_failed = True, self.counts.total()
            self.counts[check.outcome] += 1
            self.without_marks += check.without_marks
            if _in_doubt(check) or (self.verbose and check.outcome not in UNREMARKABLE):
                self._worth_telling.append(check)
            yield check

    def tell(self, left_out: int, asked: str) -> None:
        """Says what to know of single ones, and the numbers; `left_out` were not listed as they cannot be checked.

        `asked` is the copy that was asked: "the newest", "copy 2".
        """
        for check in self._worth_telling:
            for sentence in _sentences(check, asked):
                remark(f"{check.quote.ref}: {sentence}")
        if left_out:
            self.counts[Outcome.not_checkable] += left_out
        summary = ", ".join(f"{count} {in_words(outcome)}" for outcome, count in self.counts.items())
        if self.without_marks:
            stand = "stands" if self.without_marks == 1 else "stand"
            summary += f" ({self.without_marks} {stand} in the text, without marks)"
        remark(f"{self.counts.total()} checked{': ' if summary else ''}{summary}.")


def _in_doubt(check: Check) -> bool:
    """Whether somebody should look: it fails, drifted, was accepted all the same, or is doubted."""
    return bool(check.failed or check.before or check.accepted or _doubted(check.quote))


def _listed(check: Check, *, verbose: bool, quiet: bool) -> bool:
    return verbose or (check.failed if quiet else _in_doubt(check))


def _doubted(quote: Quote) -> str | None:
    """What a person recorded against an attribution whose words may be as exact as can be."""
    parts = [f"{quote.status}: {quote.status_reason}"] if quote.status != "sourced" else []
    if quote.rank == "deprecated":
        parts.append(f"deprecated: {quote.rank_reason}")
    return "; ".join(parts) or None


def _sentences(check: Check, asked: str) -> Iterator[str]:
    if doubted := _doubted(check.quote):
        yield f"{doubted}."
    now = check.now or check.outcome
    if check.now and check.before == now:
        yield f"drifted: {'; '.join(check.remarks)}."
        if check.diff:
            yield f"[-in the source-] {{+recorded+}}: {check.diff}"
        return
    if check.before:
        seen = f" of {check.quote.seen[:10]}" if check.quote.seen else ""
        yield f"{'drifted, ' if check.now else ''}{in_words(check.before)} in the copy{seen} it was recorded from, {in_words(now)} in {asked}."
    for note in check.remarks if check.outcome not in UNREMARKABLE else ():
        yield f"{note}."
    if check.accepted:
        yield f"accepted: {check.quote.accepted_reason}."
    if check.diff:
        yield f"[-in the source-] {{+recorded+}}: {check.diff}"


def _row(check: Check) -> tuple[str | Run, ...]:
    quote = check.quote
    return (
        check_run(str(check.outcome)),
        quote.key,
        place(quote),
        quote.form,
        quote.speaker.name,
        quote.shown,
    )


def _keep(path: str, outcomes: Mapping[Outcome, Iterable[int]], *, everything: bool) -> None:
    """Outcomes are kept beside the records; where that cannot be, the check was worth doing all the same."""
    try:
        observations.keep(path, {str(outcome): ids for outcome, ids in outcomes.items()}, of_all=everything)
    except DatabaseError as error:
        from onrecord.cli.hints import told

        remark(f"The outcomes were not kept: {told(error.message, error.hint)}")
    except Trouble as error:
        remark(f"The outcomes were not kept: {error}.")

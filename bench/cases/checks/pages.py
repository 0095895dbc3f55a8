"""What the stored text of a page, a mail or a PDF is, and what of it may be quoted."""

from collections.abc import Iterator

from bench.cases.checks.telling import confident, folded, holds, lacks, same
from bench.cases.trial import Trial

_FOUND = ("exact", "typographic")


def _checked(trial: Trial) -> list[str]:
    return trial.column("SELECT check_result FROM attributions ORDER BY id")


def stray_byte(trial: Trial) -> Iterator[str]:
    yield from same("sources", trial.column("SELECT citekey FROM sources"), ["s"])
    yield from lacks("what is said", trial.outputs[0], "iconv")
    if not any(word in trial.outputs[0] for word in ("byte", "UTF-8")):
        yield "nothing is said of the bad byte"
    yield from holds("the text", trial.text(), "ö")
    yield from lacks("the text", trial.text(), "Ã", "\ufffd")


def mail(trial: Trial) -> Iterator[str]:
    right = trial.case.right.split(" (as for")[0].split(" / ")
    first = trial.outputs[1].strip()
    yield from same("the first", first, right[0])
    yield from same("the second", folded(trial.text()), right[1])


def ligatures(trial: Trial) -> Iterator[str]:
    results = _checked(trial)
    if not results or any(result not in _FOUND for result in results):
        yield f"outcomes: {results}"
    yield from holds("search first", trial.outputs[3], "rst o")
    yield from holds("search different", trial.outputs[4], "erent")


def block_quotation(trial: Trial) -> Iterator[str]:
    yield from same(
        "form and outcome", trial.rows("SELECT form, check_result FROM attributions"), [("direct", "exact")]
    )
    yield from lacks("the citation", trial.outputs[3], "paraphrased")
    if not trial.outputs[3].startswith(("“", '"')):
        yield "the citation has no quotation marks"


def speech(trial: Trial) -> Iterator[str]:
    yield from same(
        "form and outcome", trial.rows("SELECT form, check_result FROM attributions"), [("direct", "exact")]
    )
    yield from lacks("the citation", trial.outputs[2], "paraphrased")


def transcript_turn(trial: Trial) -> Iterator[str]:
    yield from same(
        "form and outcome", trial.rows("SELECT form, check_result FROM attributions"), [("direct", "exact")]
    )


def signature(trial: Trial) -> Iterator[str]:
    yield from holds(
        "the text",
        folded(trial.text()),
        "and not a day later.",
        "— Ingrid Dahl, minister",
        "The council will vote",
    )


def struck(trial: Trial) -> Iterator[str]:
    said = [one["text"] for one in confident(trial.proposed("a.html"))]
    yield from same("what is struck and yet proposed", [one for one in said if "sell the quay" in one], [])
    if "We will sell the quay,” “We will keep" in trial.text():
        yield "the text holds what is struck, unmarked"
    yield from holds("the text", trial.text(), "We will keep the quay")


def live_blog(trial: Trial) -> Iterator[str]:
    authors = trial.column("SELECT sp.name FROM creators AS c JOIN speakers AS sp ON sp.id = c.speaker_id")
    yield from same("authors", authors, ["Ann Lee"])
    yield from same("date", trial.column("SELECT issued FROM sources"), ["2024-03-05"])
    yield from holds(
        "the text", trial.text(), "Harbour vote: live", "Vote begins", "The vote on the quay", "Minister speaks", "We will open",
        "Mayor answers", "I have heard",
    )  # fmt: skip


def columns(trial: Trial) -> Iterator[str]:
    if any(result in _FOUND for result in _checked(trial)):
        return
    if "column" not in trial.outputs[0]:
        yield "the wording is not found, and nothing is said of the columns"


def footnotes(trial: Trial) -> Iterator[str]:
    for one in confident(trial.proposed("footnote.pdf")):
        if "be sent" in one["text"] and ("built in 1874" in one["text"] or "festival" in one["text"]):
            yield f"proposed at {one['confidence']}: {one['text']}"
    wordings = trial.column(
        "SELECT coalesce(wording, text) FROM attributions JOIN statements ON statements.id = statement_id"
    )
    yield from lacks("what was accepted", " ".join(wordings), "built in 1874", "The festival")


def printed_page(trial: Trial) -> Iterator[str]:
    places = trial.rows("SELECT locator_label, locator FROM attributions")
    if places == [(None, None)] and "page" in trial.printed:
        return
    yield from same("place", places, [("page", "365")])


def running_heads(trial: Trial) -> Iterator[str]:
    wanted = trial.case.commands[2].split("'")[1]
    results = dict(
        trial.rows(
            "SELECT coalesce(wording, text), check_result FROM attributions JOIN statements ON statements.id = statement_id"
        )
    )
    found = [
        result
        for wording, result in results.items()
        if folded(wording).strip('“”"').rstrip(".,") == wanted.rstrip(".,")
    ]
    if not found or found[0] not in _FOUND:
        yield f"the quotation over the end of the page: {found or 'not there'}"
    wordings = [*results, *(one["text"] for one in confident(trial.proposed("heads.pdf")))]
    yield from same(
        "wordings with a head in them", [one for one in wordings if "12" in one or "FERRIES" in one], []
    )


CHECKS = {
    "bytes-html-one-bad-byte": stray_byte,
    "bytes-mail-charset": mail,
    "chars-ligatures-in-pdf": ligatures,
    "form-html-blockquote": block_quotation,
    "form-speech-of-its-author": speech,
    "form-transcript-turn": transcript_turn,
    "html-blockquote-cite": signature,
    "html-deleted-text": struck,
    "html-live-blog": live_blog,
    "pdf-columns-row-by-row": columns,
    "pdf-footnote-in-quotation": footnotes,
    "pdf-printed-page-number": printed_page,
    "pdf-running-head-in-quotation": running_heads,
}

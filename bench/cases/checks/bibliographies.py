"""What imports make of libraries and of collectors' files."""

import re
from collections.abc import Iterator

from bench.cases.checks.telling import holds, lacks, same
from bench.cases.trial import Trial


def stray_byte_in_ris(trial: Trial) -> Iterator[str]:
    # The words of the right value: name, title; and the title that the other record may have.
    name, title = re.split(r", ", trial.case.right.split(";")[0], maxsplit=1)
    yield from same(
        "records with Latin letters garbled",
        [
            row
            for row in trial.rows(
                "SELECT sp.name, so.title FROM creators AS c JOIN sources AS so ON so.id = c.source_id "
                "JOIN speakers AS sp ON sp.id = c.speaker_id ORDER BY so.id"
            )
            if row[1] == title or "\u00c3" in row[0]
        ],
        [(name, title)],
    )
    titles = trial.column("SELECT title FROM sources")
    yield from lacks("titles", " ".join(titles), "\ufffd", "\u00c3", "\u00c5")
    said = trial.outputs[0].lower()
    if not any(word in said for word in ("byte", "encod", "utf-8", "windows-1252")):
        yield "nothing is said of the bad byte"
    if "K\u00fcche" not in titles and "1 refused" not in said:
        yield "the record with the bad byte is neither read nor refused"


def claimant(trial: Trial) -> Iterator[str]:
    said = trial.rows(
        "SELECT sp.name, stances.stance, so.url, coalesce(a.said, st.said) FROM attributions AS a "
        "JOIN statements AS st ON st.id = a.statement_id JOIN speakers AS sp ON sp.id = a.speaker_id "
        "JOIN sources AS so ON so.id = a.source_id JOIN stances ON stances.statement_id = st.id"
    )
    yield from same(
        "who made the claim", said, [("Bo Quist", "asserts", "https://quay.example/a", "2024-03-01")]
    )
    yield from same("verdicts", trial.column("SELECT count(*) FROM reviews"), [1])


def feed(trial: Trial) -> Iterator[str]:
    yield from same("claims", trial.column("SELECT count(*) FROM claims"), [1])
    yield from same("verdicts", trial.column("SELECT count(*) FROM reviews"), [1])


def any_xml(trial: Trial) -> Iterator[str]:
    said, code = trial.outputs[0].rsplit("exit ", 1)
    read = trial.rows(
        "SELECT sp.name, so.title, so.issued, so.type FROM creators AS c JOIN sources AS so ON so.id = c.source_id "
        "JOIN speakers AS sp ON sp.id = c.speaker_id"
    )
    if code.strip() in ("1", "2"):
        yield from holds("what is said", said, "Nothing tells the format")
        yield from same("sources", read, [])
    else:
        yield from same(
            "what EndNote XML gives", read, [("Ann Lee", "Harbour quay", "2024", "article-newspaper")]
        )


def editorials(trial: Trial) -> Iterator[str]:
    yield from same(
        "sources",
        trial.column("SELECT citekey FROM sources ORDER BY 1"),
        ["d1", "d2", "e1", "e2", "e3", "v1", "v2"],
    )
    yield from holds("what is said", trial.outputs[0], "7 added")
    for key in ("e2", "e3", "d2", "v2"):
        yield from lacks(f"show {key}", trial.run(f"onrecord show {key}"), "Error")


def kindle(trial: Trial) -> Iterator[str]:
    came = trial.rows(
        "SELECT sp.name, a.locator_label, a.locator, so.title FROM attributions AS a JOIN speakers AS sp ON sp.id = a.speaker_id "
        "JOIN sources AS so ON so.id = a.source_id ORDER BY a.id"
    )
    yield from same("exit", trial.outputs[0].strip().splitlines()[-1:], ["exit 0"])
    yield from same("places", [row[1:3] for row in came], [("page", "12")] * 3)
    yield from same("speakers", [row[0].replace(" ", "") for row in came], ["AnnLee", "AnnLee", "山田太郎"])
    yield from same("titles with the author in them", [row[3] for row in came if "(" in row[3]], [])


def readwise(trial: Trial) -> Iterator[str]:
    names = trial.column("SELECT name FROM speakers ORDER BY id")
    makers = trial.column(
        "SELECT group_concat(sp.name, '; ') FROM creators AS c JOIN speakers AS sp ON sp.id = c.speaker_id GROUP BY c.source_id ORDER BY c.source_id"
    )
    yield from same("makers of the first", makers[:1], ["Bo Quist; Ann Lee"])
    yield from same("names", sorted(names), ["@ingriddahl", "Ann Lee", "Bo Quist"])


def regnal_by(trial: Trial) -> Iterator[str]:
    yield from same("attributions", trial.column("SELECT count(*) FROM attributions"), [0])
    yield from same(
        "speakers", trial.column("SELECT slug FROM speakers ORDER BY 1"), ["charles-ii", "john-paul-ii"]
    )
    yield from holds(
        "the first refusal", trial.outputs[3], "There is no speaker", "Charles III", "charles-ii"
    )
    yield from holds(
        "the second refusal", trial.outputs[4], "There is no speaker", "John Paul I", "john-paul-ii"
    )


def regnal_import(trial: Trial) -> Iterator[str]:
    yield from same("sources", trial.column("SELECT count(*) FROM sources"), [2])
    yield from same(
        "speakers", trial.column("SELECT name FROM speakers ORDER BY id"), ["Ann Lee II", "Ann Lee III"]
    )


def italics(trial: Trial) -> Iterator[str]:
    bibtex, ris, latex = trial.outputs[1:4]
    emphasised, lowered = r"\emph{Homo sapiens}", r"H\textsubscript{2}O"
    yield from holds("BibTeX", bibtex, emphasised, lowered)
    yield from lacks("BibTeX", bibtex, "<", "textless")
    yield from holds("RIS", ris, "Homo sapiens and H2O")
    yield from lacks("RIS", ris, "<")
    # The book's title is set in italics, what is italic in it upright.
    yield from holds("LaTeX", latex, "Homo sapiens", lowered)
    yield from lacks("LaTeX", latex, "<i>", "textless")


def wikiquote(trial: Trial) -> Iterator[str]:
    sources = trial.rows("SELECT title, issued FROM sources ORDER BY id")
    told = [f"{title} ({issued})" for title, issued in sources]
    right = re.findall(r"([A-Z][\w ]+ \([\d-]+\))", trial.case.right)
    yield from same("sources", told, right)
    places = trial.rows("SELECT locator_label, locator FROM attributions ORDER BY id")
    yield from same("places", places[1:], [("page", "3"), ("chapter", "9")])
    notes = " ".join(str(one) for one in trial.column("SELECT note FROM statements"))
    yield from holds("notes", notes, "The harbour is open.")


def doi(trial: Trial) -> Iterator[str]:
    entries = trial.outputs[2]
    yield from holds(
        "entries",
        entries,
        "https://doi.org/10.1000/xyz_1",
        "https://doi.org/10.1000/fog",
        "https://doi.org/10.1000/abc_def",
    )
    yield from lacks("entries", entries, "doi.org/https", "doi.org/doi:")
    for format in ("csljson", "bibtex", "ris"):
        out = trial.run(f"onrecord export --format {format} -o -")
        numbers = re.findall(r'(?:"DOI": "|doi = \{|DO  - )([^"}\n]*)', out)
        yield from same(f"DOIs in {format}", [one for one in numbers if not one.startswith("10.1000/")], [])
        yield from same(f"how many DOIs in {format}", len(numbers), 3)


CHECKS = {
    "bytes-ris-mojibake": stray_byte_in_ris,
    "claimreview-claimant": claimant,
    "claimreview-feed": feed,
    "doi-as-address": doi,
    "import-any-xml": any_xml,
    "import-editorials": editorials,
    "import-kindle-clippings": kindle,
    "import-readwise-authors": readwise,
    "name-regnal-by": regnal_by,
    "name-regnal-import": regnal_import,
    "title-italics-bibtex": italics,
    "wikiquote-translation-and-pages": wikiquote,
}

"""Who wrote it and when, by what files say of themselves; names in citations."""

import re
from collections.abc import Iterator

from bench.cases.checks.telling import holds, lacks, same
from bench.cases.trial import Trial

_AUTHORS = (
    "SELECT so.citekey, sp.name, sp.kind FROM creators AS c JOIN sources AS so ON so.id = c.source_id "
    "JOIN speakers AS sp ON sp.id = c.speaker_id WHERE c.role = 'author' ORDER BY so.id, c.position"
)


def _named(line: str) -> str:
    """The name in a printed line of `add source`, without what stands behind it."""
    return re.sub(r"\s*\(.*$", "", line.split("author:", 1)[1]).strip()


def _each_added(trial: Trial, files: str) -> dict[str, tuple[str, list[str]]]:
    """Title and authors of each file, in a database of its own."""
    made = {}
    for file in files.split():
        out = trial.run(
            f'rm -f "$W"/e.db*; onrecord --db "$W/e.db" init >/dev/null; onrecord --db "$W/e.db" add source "$C/{file}"'
        )
        first = re.match(r"Added source [^:]*: (.*)", out)
        made[file] = (
            first[1] if first else "",
            [_named(line) for line in out.splitlines() if "author:" in line],
        )
    return made


def other_article(trial: Trial) -> Iterator[str]:
    yield from same("authors", [row[1:] for row in trial.rows(_AUTHORS)], [("Ann Lee", "person")])
    yield from same("date", trial.column("SELECT issued FROM sources"), ["2024-03-05"])


def junk(trial: Trial) -> Iterator[str]:
    made = _each_added(
        trial, " ".join([*(f"{name}.html" for name in "abc"), *(f"{name}.pdf" for name in "def")])
    )
    for file in ("a.html", "b.html"):
        yield from same(f"authors of {file}", made[file][1], [])
    yield from same("authors of d.pdf", [one for one in made["d.pdf"][1] if one != "anonymous"], [])
    yield from same("authors of f.pdf", [one for one in made["f.pdf"][1] if one != "anonymous"], [])
    yield from same("authors of c.html", made["c.html"][1], ["Ann Lee"])
    yield from same("authors of e.pdf", made["e.pdf"][1], ["Ministry of Ports and Harbours"])
    yield from lacks("title of d.pdf", made["d.pdf"][0], "Microsoft", ".doc")
    yield from same("title of f.pdf", made["f.pdf"][0], "untitled")
    yield from lacks("what was printed", trial.printed, "Administrator", "(anonymous)", "Staff", "admin ")


def in_a_string(trial: Trial) -> Iterator[str]:
    made = _each_added(trial, "a.html b.html c.html d.html")
    two, one = ["Ann Lee", "Bo Quist"], ["Ann Lee"]
    for file, right in (("a.html", two), ("b.html", one), ("c.html", two), ("d.html", two)):
        yield from same(f"authors of {file}", made[file][1], right)
    printed = [_named(line) for line in trial.outputs[0].splitlines() if "author:" in line]
    yield from same("authors printed", printed, [*two, *one, *two, *two])


def person_and_organization(trial: Trial) -> Iterator[str]:
    yield from same("authors", trial.rows(_AUTHORS), [("lee-2024", "Ann Lee", "person")])


def web_dates(trial: Trial) -> Iterator[str]:
    places = [
        line.strip() for line in trial.printed.splitlines() if line.startswith("  ") and "author" not in line
    ]
    yield from same(
        "dates", [line.split(" · ")[:2] for line in places], [["article-newspaper", "2024-03-05"]] * 4
    )
    yield from same(
        "authors of the last",
        [_named(line) for line in trial.printed.splitlines() if "author:" in line][-1:],
        ["Ann Lee"],
    )


def library_dates(trial: Trial) -> Iterator[str]:
    right = {
        "k0": "1994-11-01", "k1": "1994-11", "k2": "1994-11-01", "k3": "1994-11", "k4": "1994-11-01", "k5": "1994-03-05",
        "k6": "1994-21", "k7": "1897/1913", "k8": "1850~", "k9": "-0043", "k10": "1994-09", "k11": "1994-11-02", "k12": None,
    }  # fmt: skip
    came = dict(trial.rows("SELECT citekey, issued FROM sources"))
    for key, date in right.items():
        yield from same(f"date of {key}", came.get(key), date)
    trial.run('onrecord export --format csljson -o "$W/x.json"')
    cited = trial.run('onrecord cite --items "$W/x.json" --as citation --style apa')
    yield from holds("citation", cited, "1994")
    yield from lacks("citation", cited, "November")


def cjk_order(trial: Trial) -> Iterator[str]:
    entries, citations = trial.outputs[2].splitlines(), trial.outputs[3].splitlines()
    for place, name in enumerate(("山田太郎", "김정은", "山田太郎")):
        entry = entries[place] if len(entries) > place else ""
        if not entry.replace(" ", "").startswith(f"{name}."):
            yield f"entry {place + 1}: {entry!r} does not begin with {name}"
    for place, names in enumerate(
        (("山田",), ("김",), ("山田太郎",), ("Kim", "Kim Jong Un"), ("Xi", "Xi Jinping"))
    ):
        cited = citations[place] if len(citations) > place else ""
        if cited not in [f"({name}, 2001)" for name in names]:
            yield f"citation {place + 1}: {cited!r} is of none of {', '.join(names)}"


def suffix(trial: Trial) -> Iterator[str]:
    yield from holds("the names as they were taken", trial.outputs[0], "Martin Luther King")
    for entry, right in zip(
        [*trial.outputs[2].splitlines(), "", "", ""],
        ("King, M. L., Jr. (2001)", "Lee, A. (2001)", "Lee, A. (2001)"),
        strict=False,
    ):
        if not entry.startswith(right):
            yield f"entry: {entry!r}, right is {right!r}"


CHECKS = {
    "author-first-node-is-another-article": other_article,
    "author-junk": junk,
    "author-list-in-a-string": in_a_string,
    "author-person-and-organization": person_and_organization,
    "dates-web-page": web_dates,
    "dates-zotero-json": library_dates,
    "names-cjk-order": cjk_order,
    "names-suffix": suffix,
}

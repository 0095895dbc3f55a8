"""Tab completion in bash, zsh and fish, from the tables of the commands and from what is on record.

What is printed is what Typer prints for the scripts that `--install-completion` leaves with the shell.
"""

from __future__ import annotations

import os

from onrecord.cli import contents, spec
from onrecord.db import files
from onrecord.db import reader as readers
from onrecord.db.sqlite import Trouble
from onrecord.errors import OnrecordError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.cli.spec import Command, Completions, Parameter

    Found = list[tuple[str, str | None]]

# So many values of each column are offered.
MOST = 50
# Names that are made of others.
_REFS = {
    "attributions": "s.key || '@' || so.citekey AS ref FROM statements AS s JOIN attributions AS a ON a.statement_id = s.id "
    "JOIN sources AS so ON so.id = a.source_id WHERE s.key = ?1 GROUP BY 1",
    "stances": "s.key || '/' || c.key AS ref FROM statements AS s JOIN stances AS t ON t.statement_id = s.id "
    "JOIN claims AS c ON c.id = t.claim_id WHERE s.key = ?1",
    "claim_links": "a.key || '/' || b.key AS ref FROM claims AS a JOIN claim_links AS l ON l.from_id = a.id "
    "JOIN claims AS b ON b.id = l.to_id WHERE a.key = ?1 GROUP BY 1",
    "statement_links": "a.key || '/' || b.key AS ref FROM statements AS a JOIN statement_links AS l ON l.from_id = a.id "
    "JOIN statements AS b ON b.id = l.to_id WHERE a.key = ?1 GROUP BY 1",
    "offices": "sp.slug || '/' || replace(lower(o.title), ' ', '-') AS ref FROM speakers AS sp "
    "JOIN offices AS o ON o.speaker_id = sp.id WHERE sp.slug = ?1 GROUP BY 1",
    "reviews": "c.key || '/' || sp.slug || CASE WHEN so.id IS NULL THEN '' ELSE '@' || so.citekey END AS ref FROM claims AS c "
    "JOIN reviews AS r ON r.claim_id = c.id JOIN speakers AS sp ON sp.id = r.reviewer_id "
    "LEFT JOIN sources AS so ON so.id = r.source_id WHERE c.key = ?1",
}
# A line with any of these is for a shell's grammar to read.
_QUOTED = frozenset("'\"\\")


class NotPlain(Exception):
    """The line is completed by Typer."""


def completions(environ: Mapping[str, str]) -> str:
    """What a shell is told; NotPlain for other shells, and for lines that are not plain words."""
    shell = environ["_ONRECORD_COMPLETE"].removeprefix("complete_")
    if shell == "bash":
        line = environ.get("COMP_WORDS", "")
        position = environ.get("COMP_CWORD", "")
        words, at = line.split(), int(position) if position.isdigit() else 0
        before, incomplete = words[1:at], words[at] if at < len(words) else ""
    elif shell in ("zsh", "fish"):
        line = environ.get("_TYPER_COMPLETE_ARGS", "")
        before = line.split()[1:]
        incomplete = before.pop() if before and not line.endswith(" ") else ""
    else:
        raise NotPlain
    if not _QUOTED.isdisjoint(line):
        raise NotPlain
    offered = _found(before, incomplete)
    if shell == "bash":
        return "\n".join(value for value, _ in offered)
    if shell == "zsh":
        return _for_zsh(offered)
    if environ.get("_TYPER_COMPLETE_FISH_ACTION") != "get-args":
        raise NotPlain  # it asks by exit status
    return "\n".join(f"{value}\t{told}" if told else value for value, told in offered)


def values(asked: Completions, incomplete: str, database: str | None) -> list[str]:
    """What a value may be that begins so. No database, no completions: never a message in the middle of a line."""
    if isinstance(asked, str):
        from importlib import import_module

        module, _, name = asked.partition(":")
        words = getattr(import_module(module), name)
        return list(words(incomplete)) if callable(words) else _beginning(words, incomplete)
    if not asked or "." not in asked[0]:
        return _beginning(asked, incomplete)
    nouns = _beginning(tuple(spec.OF_NOUN), incomplete) if asked[0] == "nouns.word" else []
    try:
        return nouns + [one for one in _recorded(database, asked, incomplete) if one.isprintable()]
    except (OnrecordError, Trouble, OSError):
        return []  # of a database that there is not, no nouns either


def _beginning(words: Sequence[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]


def _recorded(database: str | None, columns: Sequence[str], incomplete: str) -> list[str]:
    words: list[str] = []
    with readers.opened(files.locate(database, os.environ, os.getcwd())) as reader:
        for one in columns:
            table, column = one.split(".")
            first = incomplete.partition("/")[0].partition("@")[0]
            if column == "word" or (column == "ref" and first == incomplete):
                continue
            if column == "ref":
                table = f"(SELECT {_REFS[table]})"
            # A range, not LIKE: it goes through the index, however many there are.
            words += reader.column(
                f"SELECT {column} FROM {table} WHERE {column} >= ?2 AND {column} < ?3 AND ?1 IS NOT NULL ORDER BY 1 LIMIT ?4",
                (first, incomplete, f"{incomplete}\U0010ffff", MOST),
            )
    return words


def _for_zsh(completed: Found) -> str:
    def escaped(text: str) -> str:
        for letter, written in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
            text = text.replace(letter, written)
        return text

    if not completed:
        return "_files"
    lines = [
        f'"{escaped(value)}":"{escaped(told)}"' if told else f'"{escaped(value)}"'
        for value, told in completed
    ]
    return f"_arguments '*: :(({chr(10).join(lines)}))'"


def _found(before: Sequence[str], incomplete: str) -> Found:
    """The completions, each with its help."""
    words = list(before)
    database: str | None = None
    if words[:1] == ["--db"]:
        database = words[1] if len(words) > 1 else None
        words = words[2:]
    name, entry, taken = contents.find(words)
    if entry is not None:
        return _within(contents.loaded(entry).COMMAND, words[taken:], incomplete, database)
    if len(words) > taken:
        return []
    if before[-1:] == ["--db"]:
        return []
    if incomplete.startswith("-"):
        options = [] if name else contents.ROOT.parameters
        return [
            (one.flags[0], one.help)
            for one in (*options, contents.HELP)
            if one.flags[0].startswith(incomplete)
        ]
    return [
        (one, entry.summary) for one, entry in contents.GROUPS[name].items() if one.startswith(incomplete)
    ]


def _within(command: Command, words: Sequence[str], incomplete: str, database: str | None) -> Found:
    options = [*command.options(), contents.HELP]
    takes: dict[str, Parameter] = {flag: one for one in options for flag in one.spellings}
    taken: set[str] = set()
    rest = list(words)
    place = 0
    noun = ""
    while rest:
        word = rest.pop(0)
        if not word.startswith("-") or word == "-":
            noun = noun if place else word
            place += 1
            continue
        option = takes.get(word)
        if option is None:
            raise NotPlain  # a value behind "=", several letters, words after "--", a mistake
        taken.add(word)
        if option.kind == "flag":
            continue
        if not rest:
            return [(one, None) for one in values(option.complete, incomplete, database)]
        value = rest.pop(0)
        database = value if word == "--db" else database
    if incomplete and not incomplete[0].isalnum():
        if "=" in incomplete:
            raise NotPlain
        return [
            (flag, one.help)
            for one in options
            if one.many or taken.isdisjoint(one.flags)
            for flag in one.flags
            if flag.startswith(incomplete)
        ]
    arguments = command.arguments()
    if not arguments or (place >= len(arguments) and not arguments[-1].many):
        return []
    asked = arguments[min(place, len(arguments) - 1)].complete
    if asked is spec.ANYTHING and place:
        asked = spec.OF_NOUN.get(noun, asked[1:])
    return [(one, None) for one in values(asked, incomplete, database)]

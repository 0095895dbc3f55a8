"""What a command takes, as data: read by `dispatch`, which runs it, by `typer_app`, by `help` and by completion.

    COMMAND = Command(
        argument("key", help="A statement.", metavar="KEY", complete=STATEMENTS),
        option("--remove", help="A tag to take off.", metavar="TAG", many=True, complete=TAGS),
        DATABASE,
        AS_JSON,
        examples="Example:  onrecord tag k7xq2m sanctions",
    )

beside a function `run` that takes a value for each by its name, and whose docstring is the help.
"""

from __future__ import annotations

from onrecord.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    Kind = Literal["text", "file", "whole", "decimal", "language", "flag"]
    # Words to choose from; columns of what is on record ("speakers.slug"); or "module:name" of a sequence of words, or of
    # a function that makes one of what has been typed, for what takes long to load.
    Completions = tuple[str, ...] | str

# No count, number or offset is larger; SQLite and Typer would each fail at a number of their own.
LARGEST = 10**15 - 1

STATEMENTS = ("statements.key",)
SPEAKERS = ("speakers.slug",)
SOURCES = ("sources.citekey", "citekey_aliases.citekey")
CLAIMS = ("claims.key",)
TAGS = ("tags.name",)
# Names that are made of others, such as KEY/CLAIM, are completed once their mark has been typed.
REFS = (
    "attributions.ref",
    "stances.ref",
    "claim_links.ref",
    "statement_links.ref",
    "reviews.ref",
    "offices.ref",
)
LANGUAGES = "onrecord.text.languages:codes"
_COMPLETED = {STATEMENTS: "KEY", SPEAKERS: "SPEAKER", SOURCES: "CITEKEY", CLAIMS: "CLAIM", TAGS: "TAG"}
ANYTHING = ("nouns.word", *STATEMENTS, *CLAIMS, *SOURCES, *SPEAKERS, *TAGS, *REFS)
OF_NOUN: Mapping[str, tuple[str, ...]] = {
    "statement": STATEMENTS,
    "attribution": (*STATEMENTS, "attributions.ref"),
    "source": SOURCES,
    "speaker": SPEAKERS,
    "claim": CLAIMS,
    "stance": (*STATEMENTS, "stances.ref"),
    "link": (*CLAIMS, *STATEMENTS, "claim_links.ref", "statement_links.ref"),
    "verdict": (*CLAIMS, "reviews.ref"),
    "office": (*SPEAKERS, "offices.ref"),
    "tag": TAGS,
}


@record()
class Parameter:
    """An argument, or an option. Its value is of its kind (`file`: a path, `whole` and `decimal`: numbers,
    `language`: a BCP 47 tag, given as one or by name).

    `hidden`: other spellings that are accepted and not shown. `many`: a list of values, None where none is given. `closed`: nothing but the words of `complete` will do. `least` and
    `most` are bounds of a number, inclusive (0 and `LARGEST` of a whole one where nothing is said); `setting` names what people may
    have settled (`onrecord.settings`), which goes before the default where the command line says nothing.
    """

    name: str
    flags: tuple[str, ...]
    help: str
    hidden: tuple[str, ...] = ()
    kind: Kind = "text"
    many: bool = False
    required: bool = False
    default: Any = None
    default_shown: bool = True
    metavar: str = ""
    complete: Completions = ()
    closed: bool = False
    least: float | None = None
    most: float | None = None
    setting: str = ""
    panel: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Everything that it may be called on a command line."""
        return (*self.flags, *self.hidden)

    def shown(self) -> str:
        """What stands for its value in help: FILE. One form for all: a word in capitals that says what it is."""
        if self.metavar or self.kind == "flag":
            return self.metavar
        if self.kind != "text":
            return {"whole": "N", "decimal": "NUMBER"}.get(self.kind, "FILE")
        if isinstance(self.complete, str) or (self.complete and "." not in self.complete[0]):
            return "WORD"
        return _COMPLETED.get(self.complete, "TEXT") if self.flags else self.name.upper()


class Command:
    """The parameters of a command in their order.

    `dashed`: words with one hyphen in front are arguments too. `acts`: it says what it did, and --quiet keeps that back; of
    one that only answers, it keeps back what is said beside the answer. Both are seen to where the line is read: the function
    knows nothing of it, unless --quiet is its own.
    """

    def __init__(
        self,
        *parameters: Parameter,
        examples: str,
        dashed: bool = False,
        acts: bool = False,
        answers: bool = True,
    ) -> None:
        if acts:
            parameters = (*parameters, QUIET)
        elif answers and not any("-q" in parameter.spellings for parameter in parameters):
            parameters = (*parameters, UNREMARKED)
        self.parameters = parameters
        self.examples = examples
        self.dashed = dashed
        self.acts = acts

    def arguments(self) -> Sequence[Parameter]:
        """Those without a name on the command line, in their order."""
        return [parameter for parameter in self.parameters if not parameter.flags]

    def options(self) -> Sequence[Parameter]:
        """Those with one."""
        return [parameter for parameter in self.parameters if parameter.flags]


def argument(name: str, *, help: str, **more: Any) -> Parameter:
    """A word of the command line that has its meaning by where it stands."""
    return Parameter(name=name, flags=(), help=help, **more)


def option(*flags: str, help: str, name: str = "", **more: Any) -> Parameter:
    """`--in CITEKEY`. The function calls it by its long flag unless `name` says otherwise."""
    return Parameter(name=name or _named(flags), flags=flags, help=help, **more)


def flag(*flags: str, help: str, name: str = "", **more: Any) -> Parameter:
    """`--json`: true where it is given."""
    return Parameter(name=name or _named(flags), flags=flags, help=help, kind="flag", default=False, **more)


def language(help: str, **more: Any) -> Parameter:
    """`--lang`: a tag, a code or the name of a language."""
    return option(
        "--lang",
        help=help,
        kind="language",
        metavar="CODE",
        hidden=("--language",),
        **{"complete": LANGUAGES, **more},
    )


def without_default(parameter: Parameter) -> Parameter:
    """The same for a command that changes what is there: what is left out stays as it is, whatever is usual for a new one."""
    return replace(parameter, help=parameter.help.partition(" Default:")[0], default=None)


def _named(flags: Sequence[str]) -> str:
    return next(flag for flag in flags if flag.startswith("--"))[2:].replace("-", "_")


QUIET = flag("--quiet", "-q", help="Print nothing but errors.", panel="Common options")
# Of those that only answer: the same name, so that no parameter of a function is called so.
UNREMARKED = flag(
    "--quiet",
    "-q",
    help="Print nothing but the answer and errors.",
    name="unremarked",
    panel="Common options",
)

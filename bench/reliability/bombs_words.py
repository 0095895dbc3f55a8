"""Bombs that are typed, or settled: queries, names, dates, styles, settings."""

from collections.abc import Callable

from bench.reliability.bomb import Bomb

# The longest that one word of a command line may be on Linux is 131,072 bytes.
_LONG = 120_000


def bombs() -> list[Bomb]:
    """All of this file."""
    return [*_queries(), *_fields(), *_styles(), *_settings()]


def _queries() -> list[Bomb]:
    asked = {
        "1,000 words": " ".join(f"pier{n}" for n in range(1_000)),
        "20,000 words": " ".join(f"p{n}" for n in range(20_000)),
        "a phrase of 20,000 words": '"' + " ".join(f"p{n}" for n in range(20_000)) + '"',
        "brackets": "(" * _LONG,
        "quotation marks": '"' * _LONG,
        "OR": "a OR " * (_LONG // 5),
        "NOT": "a NOT " * (_LONG // 6),
        "minus signs": "-a " * (_LONG // 3),
        "stars": "a* " * (_LONG // 3),
        "NEAR": "NEAR(a b, 9) " * (_LONG // 13),
        "one word": "a" * _LONG,
        "marks under a letter": "a" + "\u0301\u0323" * (_LONG // 4),
        "fields": "speaker:a " * (_LONG // 10),
        "Chinese": "桥" * (_LONG // 3),
        "percent signs": "%_" * (_LONG // 2),
        "a pattern that looks twice": "(a+)+$ " * (_LONG // 7),
    }
    return [
        Bomb(f"{command}, {name}", (command, "--", words), {})
        for command in ("search", "whosaid")
        for name, words in asked.items()
    ] + [
        Bomb("search, 5,000 speakers", ("search", "pier", *("--by=Ida",) * 5_000), {}),
    ]


def _fields() -> list[Bomb]:
    add = ("add", "source", "--citekey", "a", "--title")
    return [
        Bomb("add source, a date of brackets", (*add, "x", "--date", "[" * _LONG), {}),
        Bomb("add source, a date of digits", (*add, "x", "--date", "9" * _LONG), {}),
        Bomb("add source, a date of words", (*add, "x", "--date", "5 March " * (_LONG // 8)), {}),
        Bomb("add source, a date of an exponent", (*add, "x", "--date", "Y1E99999999"), {}),
        Bomb("add source, an address", (*add, "x", "--url", "http://" + "a." * (_LONG // 2 - 10)), {}),
        Bomb("add source, an address of percent signs", (*add, "x", "--url", "http://a.example/" + "%25" * (_LONG // 3 - 10)), {}),
        Bomb("add source, an address of dots", (*add, "x", "--url", "http://a.example/" + "../" * (_LONG // 3 - 10)), {}),
        Bomb("add source, a title of marks", (*add, "a" + "\u0301\u0323" * (_LONG // 4)), {}),
        Bomb("add source, an author of commas", (*add, "x", "--author", "," * _LONG), {}),
        Bomb("add source, a formula", (*add, "x", "--citekey-format", "auth.lower + " * (_LONG // 13)), {}),
        Bomb("add speaker, a name of words", ("add", "speaker", "Ida " * (_LONG // 4)), {}),
        Bomb("add speaker, a name of hyphens", ("add", "speaker", "a" + "-" * (_LONG - 1)), {}),
        Bomb("add claim, a line of blanks", ("add", "claim", "a" + " " * (_LONG - 2) + "b"), {}),
        Bomb("stats, a pattern", ("timeline", "--by", "(a+)+$" * (_LONG // 6)), {}),
    ]  # fmt: skip


def style(inside: str, macros: str = "") -> str:
    """A CSL style that prints that."""
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>http://a.example/x</id>'
        f"<updated>2024-01-01T00:00:00+00:00</updated></info>{macros}<citation><layout>{inside}</layout></citation>"
        f"<bibliography><layout>{inside}</layout></bibliography></style>"
    )


def macro(name: str, inside: str) -> str:
    """A macro of a style."""
    return f'<macro name="{name}">{inside}</macro>'


def _styles() -> list[Bomb]:
    def called(name: str) -> str:
        return f'<text macro="{name}"/>'

    doubling = "".join(macro(f"m{n}", called(f"m{n + 1}") * 2) for n in range(30)) + macro(
        "m30", '<text value="x"/>'
    )
    ring = macro("a", called("b")) + macro("b", called("a"))
    dependent = style("").replace(
        "<info>", '<info><link rel="independent-parent" href="http://a.example/x"/>'
    )
    made: dict[str, Callable[[], str]] = {
        "a macro of itself": lambda: style(called("a"), macro("a", called("a"))),
        "macros in a ring": lambda: style(called("a"), ring),
        "macros that double thirty times": lambda: style(called("m0"), doubling),
        "groups 200 deep": lambda: style("<group>" * 200 + '<text variable="title"/>' + "</group>" * 200),
        "groups 50,000 deep": lambda: style("<group>" * 50_000),
        "500,000 texts": lambda: style('<text variable="title"/>' * 300_000),
        "choices in choices": lambda: style(
            '<choose><if type="book">' * 100 + '<text value="x"/>' + "</if></choose>" * 100
        ),
        "a prefix of 9 MB": lambda: style(f'<text variable="title" prefix="{"x " * 4_500_000}"/>'),
        "its own parent": lambda: dependent,
        "entities": lambda: (
            '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + style("&b;")
        ),
        "100,000 macros": lambda: style("x", "".join(macro(f"m{n}", "") for n in range(100_000))),
    }
    said = "text,speaker,source\nThe pier will hold,Ida Lund,log\n"
    return [
        Bomb(f"style, {name}", ("cite", "--all", "--style", "./a.csl"), {"a.csl": how, "said.csv": lambda: said})
        for name, how in made.items()
    ]  # fmt: skip


def _settings() -> list[Bomb]:
    made: dict[str, Callable[[], str]] = {
        "lists 50,000 deep": lambda: "a = " + "[" * 50_000,
        "tables 50,000 deep": lambda: "a." * 50_000 + "b = 1",
        "a number of 1,000,000 digits": lambda: "a = " + "9" * 1_000_000,
        "2,000,000 lines": lambda: "".join(f"a{n} = 1\n" for n in range(300_000)),
    }
    return [Bomb(f"settings, {name}", ("where",), {"onrecord.toml": how}) for name, how in made.items()]

"""Two hundred records that break careless writers: always the same ones, made from a seed."""

import random
from collections.abc import Iterator
from itertools import islice

from onrecord.cite.csl import clean
from onrecord.model.records import Json

SEED = 20_211
HOW_MANY = 200

SPECIALS = (
    "\\",
    "{",
    "}",
    "$",
    "%",
    "&",
    "#",
    "_",
    "^",
    "~",
    "'",
    "`",
    '"',
    "@",
    "=",
    "<",
    ">",
    "|",
    "--",
    "---",
    "''",
    "``",
)
BRACES = ("{", "}", "{}", "}{", "{{", "}}", "{a}", "{{b}", "{c}}", "\\{", "\\}", "}}}{{{")
LINE_ENDS = ("\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1e")
HIDDEN = (
    "\u202a",
    "\u202e",
    "\u202c",
    "\u2066",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\x00",
    "\x1b[2J",
)
SCRIPTS = (
    "Паром уходит на рассвете", "배는 새벽에 떠난다", "تغادر العبارة عند الفجر", "המעבורת תצא עם שחר", "渡し船は夜明けに出る",
    "فیری صبح روانہ ہوگی", "Το φέρι φεύγει την αυγή", "แพออกตอนเช้า",
)  # fmt: skip
EMOJI = ("⛴", "🌫️", "👩🏽‍✈️", "🏴‍☠️", "🇳🇴", "❤️‍🔥")
COMBINING = (
    "e\u0301",
    "a\u0308\u0323",
    "o\u0302\u0301",
    "\u0301alone",
    "Z\u0335\u0321\u0321\u031b",
    "ﬁ",
    "①",
    "Å",
)
COMMANDS = (
    "\\input{quay}", "\\write18{sail}", "\\end{document}", "\\def\\x{\\x}", "\\textbackslash{}", "\\'{e}", "\\\"o", "\\url{x}",
    "$a_{1}^{2}$", "\\(y\\)", "%% note", "\\", "\\\\", "-{}-", "?`", "!`", "\\`{}",
)  # fmt: skip
# Looks like the beginning or the end of a record of some format.
FORGED = (
    "\nER  - \n\nTY  - BOOK\nTI  - Forged", "\r\nTY  - JOUR", "ER  - ", "TI  - Forged", "N1  - Archived at https://forged.example/",
    "},\n  author = {Forged},\n}", "\n}\n\n@book{forged, title = {Forged}}", "@comment{", "@string{and = {Forged}}",
    '", note = "Forged', "jan # feb", '"}], [{"id": "forged"}]', "\\u0000\\n", "<b>bold</b> &lt;", "{:title: Forged}", "[@forged]",
    "Archived 2021-04-02 at https://web.archive.org/web/20210402090000/https://forged.example/",
)  # fmt: skip
NAMES = (
    "Ek, Olof", "Sand and Sea", "and", "others", "Ek and others", "{Harbour} Board", "von der Quay", "de la Cruz, Jr.", "family=Moe",
    "Moe,", ",", "{", "O'Hara", "김정은", "Шойгу", "A. B.", "van", "Board, The, of Quays", "x" * 300, "Sr.",
)  # fmt: skip
PAGES = ("7-19", "7–19", "xii", "1, 3--5", "e12", "-5", "5-", "7-–9", "12-14-16")
DATES: tuple[Json, ...] = ({"circa": True}, {}, {}, {}, {"season": 2})
WORDS = ("Ferry", "fog", "The quay", "a harbour", "is closed", "50", "TIDE", "and", "NASA")


def items() -> list[Json]:
    """The records as CSL-JSON, each with a quotation; their dates tell them apart, whatever else is folded away."""
    chance = random.Random(SEED)
    texts = list(islice(_texts(chance), HOW_MANY))
    return [_item(number, texts[number], chance) for number in range(HOW_MANY)]


def _texts(chance: random.Random) -> Iterator[str]:
    yield from (f"The {one} quay" for one in SPECIALS)
    yield from (f"{one}ferry" for one in BRACES)
    yield from (f"Fog{one}and rain" for one in LINE_ENDS)
    yield from (f"Salt{one}water" for one in HIDDEN)
    yield from SCRIPTS
    yield from (f"A boat {one}" for one in (*EMOJI, *COMBINING, *COMMANDS))
    yield from (f"Tide{one}" for one in FORGED)
    yield from (
        "y" * 10_000,
        "{" * 100 + "z" * 9_900,
        "A quay is long. " * 625,
        "배" * 10_000,
        "\\" * 100,
    )
    while True:
        pieces = chance.choices(
            (
                *SPECIALS,
                *BRACES,
                *LINE_ENDS,
                *HIDDEN,
                *SCRIPTS,
                *EMOJI,
                *COMBINING,
                *COMMANDS,
                *FORGED,
                *WORDS * 12,
            ),
            k=chance.randint(2, 14),
        )
        yield "Log " + chance.choice(("", " ")).join(pieces)


def _item(number: int, title: str, chance: random.Random) -> Json:
    def text() -> str:
        return f"{chance.choice(WORDS)} {chance.choice((*SPECIALS, *BRACES, *COMMANDS, *FORGED, *HIDDEN, *SCRIPTS))}"

    kind = chance.choice(
        (
            "book",
            "article-journal",
            "article-newspaper",
            "chapter",
            "webpage",
            "speech",
            "report",
            "thesis",
            "map",
        )
    )
    made: Json = {
        "id": f"nasty{number:03}",
        "type": kind,
        "title": title,
        "author": [_name(chance) for _ in range(chance.randint(1, 3))],
        "issued": {"date-parts": [[1700 + number]], **chance.choice(DATES)},
    }
    for variable in (
        "container-title", "publisher", "publisher-place", "volume", "issue", "edition", "note", "collection-title",
        "abstract", "annote", "ISBN", "language", "DOI", "genre",
    ):  # fmt: skip
        if chance.random() < 0.4:
            made[variable] = f"10.1000/{number}/{text()}" if variable == "DOI" else text()
    if chance.random() < 0.4:
        made["page"] = chance.choice(PAGES)
    if chance.random() < 0.4:
        made["URL"] = (
            f"https://coastal.example/{number}?a={chance.choice(('b_c', '%20', '{x}', 'é', '~moe', '$', '#x'))}"
        )
    if chance.random() < 0.3:
        made["translator"] = [_name(chance)]
    quotation: Json = {
        "text": f"Said {number} {' '.join(chance.choices((*SPECIALS, *BRACES, *SCRIPTS, *EMOJI, '@book{forged,', 'TY  -'), k=4))}",
        "speaker": f"{chance.choice(NAMES[:8])} {number}",
        "form": chance.choice(("direct", "mixed", "indirect")),
    }
    if chance.random() < 0.2:
        quotation |= {"status": "disputed", "status_reason": clean(text())}
    custom: Json = {"quotations": [quotation]}
    if chance.random() < 0.2:
        stamp = f"2021040209{number:04}"
        # Where only the copy's address is known, it says the page's.
        made.setdefault("URL", f"https://coastal.example/{number}")
        custom["archive_url"] = f"https://web.archive.org/web/{stamp}/https://coastal.example/{number}"
    if "note" in made:
        custom["own_note"] = made["note"]
    return {**made, "custom": custom}


def _name(chance: random.Random) -> Json:
    if chance.random() < 0.3:
        return {"literal": chance.choice((*NAMES, *SCRIPTS, *BRACES))}
    made: Json = {"family": chance.choice((*NAMES, *SCRIPTS)), "given": chance.choice((*NAMES, *COMMANDS))}
    if chance.random() < 0.2:
        made["suffix"] = chance.choice(("Jr.", "III", "Sr. {"))
    if chance.random() < 0.2:
        made["non-dropping-particle"] = chance.choice(("von", "de la", "van 'd"))
    return made

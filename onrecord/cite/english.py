"""How English sets words in a sentence: typographic marks, articles of unnamed speakers, and what a quotation goes on from."""

from __future__ import annotations

from onrecord.text.patterns import lazy

_OPENING = lazy(r"""(?<![\w.,;:!?…”’)\]])["'](?=\S)""")
_CLOSING = lazy(r"""["']""")

# Who a source may be without a name; with one of them a label is English and counts one.
_ONE = frozenset(
    "official source spokesman spokeswoman spokesperson diplomat aide adviser advisor minister secretary ambassador officer "
    "lawyer attorney analyst expert economist insider executive manager director employee worker staffer member lawmaker senator "
    "congressman congresswoman mp politician judge prosecutor investigator detective soldier general commander veteran witness "
    "resident neighbour neighbor passenger passer-by bystander driver captain sailor nurse doctor teacher student farmer shopkeeper "
    "fisherman villager survivor victim relative friend colleague critic activist campaigner organiser organizer researcher scientist "
    "professor historian journalist reporter editor correspondent banker trader investor consultant contractor person man woman "
    "boy girl mother father candidate councillor councilman councilwoman mayor governor president deputy delegate negotiator "
    "representative whistleblower whistle-blower user customer tenant landlord priest bishop monk pastor imam rabbi".split()
)
# What a label begins with that wants no article.
_DETERMINED = frozenset(
    "a an the his her its their our my your this that these those some several many most few both all every each another one two three "
    "four five six seven eight nine ten no any other more such half dozens hundreds thousands".split()
)
# Behind these the label says more about whom it has named: "spokesman for the port".
_BEHIND = lazy(r"\s(?:of|for|from|in|at|on|with|who|that|close|familiar|near|to|inside|within|aboard)\s|,")
# Small letters that begin with the sound of a consonant, and the reverse.
_SOUNDS_CONSONANT = ("uni", "use", "eu", "one", "ukr", "u.s")
_SOUNDS_VOWEL = ("hour", "hon", "heir")

# Verbs that say of something what it is: they stand before the words, not behind them.
_OF_THINGS = frozenset(
    "call calls called describe describes described dub dubs dubbed label labels labelled labeled term terms termed brand brands branded "
    "denounce denounces denounced dismiss dismisses dismissed hail hails hailed slam slams slammed praise praises praised blame blames "
    "blamed accuse accuses accused criticise criticises criticised criticize criticizes criticized condemn condemns condemned decry "
    "decries decried characterise characterises characterised characterize characterizes characterized portray portrays portrayed".split()
)
_VERBS = _OF_THINGS | frozenset(
    "was were is are has had have will would could can may might must shall should did does do said says told tells wrote writes "
    "warned warns urged urges vowed vows promised promises refused refuses wanted wants felt feels spoke speaks saw sees made makes "
    "gave gives put puts took takes found finds thought thinks hoped hopes".split()
)


def typographic(text: str) -> str:
    """Straight quotation marks and apostrophes as English sets them: “so”, ‘so’, it’s."""
    if '"' not in text and "'" not in text:
        return text
    opened = _OPENING.sub(lambda match: "“" if match[0] == '"' else "‘", text)
    closed = _CLOSING.sub(lambda match: "”" if match[0] == '"' else "’", opened)
    # An apostrophe in front of a word (’90s, ’em) closes nothing.
    return closed if closed.count("‘") <= closed.count("’") else closed.replace("‘", "’")


def with_article(label: str) -> str:
    """ "a senior official" for "senior official"; names, plurals and labels of other languages as they are."""
    first, _, rest = label.partition(" ")
    if not label.isascii() or first.lower() in _DETERMINED or first.endswith("'s"):
        return label
    head = _BEHIND.split(label)[0].split()
    if not head or head[-1].lower() not in _ONE:
        return label
    # A capital is that of a sentence or a title, unless the word behind it says whom it describes (Western diplomat).
    small = (
        label
        if first[1:].lower() != first[1:] or (rest and first.lower() not in _COMMON)
        else _lowered(label)
    )
    return f"{'an' if _sounds_like_a_vowel(small) else 'a'} {small}"


def _sounds_like_a_vowel(words: str) -> bool:
    first = words.partition(" ")[0]
    if first.isupper() and len(first) <= 3:
        return first[0] in "AEFHILMNORSX"  # spelt letter by letter: an MP, a UN official
    low = words.lower()
    return low.startswith(("a", "e", "i", "o", "u", *_SOUNDS_VOWEL)) and not low.startswith(_SOUNDS_CONSONANT)


_COMMON = _ONE | frozenset(
    "senior junior top former current high-ranking ranking leading local foreign retired anonymous unnamed unidentified young old "
    "government ministry state police security military intelligence defence defense company union industry party court city council "
    "prime deputy chief press white-collar eye well-placed".split()
)


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


def goes_on(words: str, cue: str | None) -> bool:
    """Whether the words are what the speaker did, so that the name stands before them: called the visit “the first …”."""
    first = _first(words)
    return bool(first) and (
        first in _VERBS or first == _first(cue or "") or (first.endswith("ed") and len(first) > 4)
    )


def verb_before(cue: str | None) -> str | None:
    """The cue, where it says of something what it is ("called", "described"): the words are what it says that of."""
    first = _first(cue or "")
    return " ".join((cue or "").split()) if first in _OF_THINGS else None


def _first(words: str) -> str:
    return (words.split() or [""])[0].casefold().strip("“”‘’\"'.,;:")

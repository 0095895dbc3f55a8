"""Where a noun phrase ends or goes on: words that are plainly verbs, though no verb of saying, and where a source is."""

from onrecord.extract.abroad.lexicon import Lexicon

# Verbs that stand before another, and forms of "to be": "el presidente fue escueto", "de gemeente wilde niet zeggen".
_HELPING = {
    code: frozenset(words.split())
    for code, words in {
        "fr": "est était fut sont étaient reste veut veulent voulait voulaient voulut peut peuvent pouvait doit doivent devait va vont "
        "vient souhaite souhaitait refuse refusait n' ne s' se",
        "es": "es era fue está estaba estuvo son fueron quiere quieren quiso quisieron quería puede pueden pudo podía debe deben debía va van "
        "iba ha han había suele acaba se no",
        "it": "è era fu sono erano resta vuole vogliono voleva volle può possono poteva deve devono doveva va vanno non si",
        "pt": "é era foi está estava são foram quer querem quis quiseram queria pode podem pôde podia deve devem devia vai vão há se não",
        "nl": "is was zijn waren blijft wil willen wilde wilden kan kunnen kon konden moet moeten moest moesten mag mogen mocht zal zullen zou "
        "zouden gaat ging heeft hebben had hadden wordt werd zich niet",
        "pl": "jest był była było są byli chce chcą chciał chciała chcieli może mogą mógł mogła mogli musi muszą musiał musiała powinien "
        "powinna ma mają miał miała się nie",
        "ru": "был была было были остался осталась хочет хотят хотел хотела хотели может могут мог могла могли должен должна намерен "
        "намерена собирается не",
        "uk": "є був була було були хоче хочуть хотів хотіла хотіли може можуть міг могла могли мусить повинен повинна має мають не",
    }.items()
}
# Endings that hardly any noun or adjective has which could stand behind a role.
_FINITE: dict[str, tuple[str, ...]] = {
    "fr": ("èrent", "aient"),
    "es": ("ó", "aron", "ieron", "-se"),
    "it": ("ò", "arono", "erono", "irono"),
    "pt": ("ou", "aram", "eram", "iram", "-se", "-lhe"),
    "pl": ("ał", "ił", "ył", "ął", "ali", "yli"),
    "ru": ("ал", "ил", "ял", "ул", "ал", "лся", "лась", "лись", "али", "или", "яли", "ает", "яет", "ует", "ают", "уют"),
    "uk": ("ав", "яв", "нив", "шив", "тив", "див", "вся", "лася", "лися", "али", "или", "ає", "ють", "ує"),
}  # fmt: skip
# Those of a woman's doing, which are endings of genitives behind a man.
_HERS: dict[str, tuple[str, ...]] = {
    "pl": ("ała", "iła", "yła", "ęła"),
    "ru": ("ала", "ила", "яла", "ула"),
    "uk": ("ала", "ила", "яла", "ула"),
}
# Genitives that end so, and other nouns.
_NOUNS = tuple("прав справ держав вистав глав заяв підстав ініціатив перспектив рукав".split())
_SHORTEST = 4
# Before whom it is told to.
_TO = frozenset("aux à al a agli ai alle aos às".split())
# Behind these a preposition tells where they are: "джерело у слідстві", "bronnen rond het onderzoek".
_SOURCES = frozenset(
    "источник источники собеседник собеседники джерело джерела співрозмовник співрозмовники source sources fuente fuentes fonte fonti "
    "fontes bron bronnen ingewijde ingewijden źródło źródła informator informatorzy rozmówca rozmówcy".split()
)


def is_verb(word: str, before: str, code: str) -> bool:
    """Whether a word in lower case is a verb by its form, behind the noun `before`."""
    if word in _HELPING.get(code, ()):
        return True
    if len(word) < _SHORTEST or word.endswith(_NOUNS):
        return False
    return word.endswith(_FINITE.get(code, "?")) or (
        before.endswith(("а", "я", "a")) and word.endswith(_HERS.get(code, "?"))
    )


# Of a sentence of two words, in languages that need no "is".
_PREDICATES: dict[str, tuple[str, ...]] = {
    "pl": ("no", "to", "ny", "na", "ne", "ty", "ta", "te", "ł", "ła", "ło", "li", "ły", "się"),
    "ru": ("н", "на", "но", "ны", "т", "та", "то", "ты", "л", "ла", "ло", "ли", "ся", "сь"),
    "uk": ("но", "то", "в", "ла", "ло", "ли", "ся", "ть", "є", "ний", "на", "ні"),
}


def is_predicate(word: str, code: str) -> bool:
    """Whether a word in lower case may be all that is said of a subject: потушен, зібрано."""
    return len(word) > _SHORTEST and word.endswith(_PREDICATES.get(code, "?"))


# Endings of adjectives that stand behind a noun.
_ADJECTIVES: dict[str, tuple[str, ...]] = {
    "it": tuple("ale ali are ari ico ica ici iche ario aria ivo iva oso osa ano ana ese ista iste ore ente ante ato ata uto uta ito ita ile bile ino "
                "ina enne nero azzurro azzurra rossa rosso".split()),
    "es": tuple("al ales ar ico ica icos ario aria ivo iva oso osa ano ana és esa ista ente ante ado ada ido ida il ble ino ina eño eña or ora".split()),
    "pt": tuple("al ais ar ico ica ário ária ivo iva oso osa ano ana ês esa ista ente ante ado ada ido ida il vel ino ina eiro eira or ora".split()),
    "fr": tuple("al ale aux el elle ique aire if ive eux euse ien ienne ain aine ais aise ois oise iste ant é ée ible able il in eur ier ière ond "
                "ois ouge oir ert".split()),
    "nl": (),
}  # fmt: skip


def may_follow(word: str, code: str) -> bool:
    """Whether a word in lower case may belong to the role before it, and is not the verb whose subject that is."""
    return code not in _ADJECTIVES or word.endswith(_ADJECTIVES[code] or "?")


def ends_phrase(low: list[str], upper: list[bool], index: int, lexicon: Lexicon) -> bool:
    """Whether a verb stands at word `index`, in front of which a noun phrase ends."""
    code = lexicon.code
    if is_verb(low[index], low[index - 1], code) or tells_where(low, index):
        return True
    if low[index] in _TO and index + 1 < len(low) and low[index + 1] in lexicon.groups:
        return True  # "a raconté le caissier aux enquêteurs"
    if code != "fr" or low[index] not in ("de", "d'") or index + 2 >= len(low):
        return False
    # "Et le maire de préciser : …"
    told = low[index + 1].endswith(("er", "ir", "re")) and not upper[index + 1]
    return told and low[index + 2] in (":", "que", "qu'")


def goes_on_as_source(low: list[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition, or the article behind it, tells where a source is: "bronnen rond het onderzoek"."""
    if low[index - 1] in _SOURCES:
        return low[index] in lexicon.prepositions
    return index > 1 and low[index - 2] in _SOURCES and low[index] in lexicon.articles


# Of whom there is no need to tell whose they are.
_ALONE = frozenset(
    "ekspertów naukowców policjantów śledczych strażaków ekonomistów analityków lekarzy świadków prawników biegłych ratowników krytyków "
    "obserwatorów meteorologów specjalistów historyków mediów".split()
)
_GENITIVES = ("ej", "ego", "ych", "ich", "ów", "twa", "cji", "ji", "ii", "u")


def stands_alone(group: str, word: str) -> bool:
    """Whether a Polish word begins the sentence behind a group in the genitive: "Zdaniem ekspertów naprawa potrwa …"."""
    return group in _ALONE and word[0].isalpha() and not word.endswith(_GENITIVES)


# Adjectives of a subject: "рассказал полицейским кассир" has none.
_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "pl": ("y", "i", "a", "e"),
    "ru": ("ый", "ий", "ой", "ая", "яя", "ые", "ие", "ее", "ое"),
    "uk": ("ий", "ій", "а", "я", "і", "е"),
}


def may_lead(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in lower case may be an adjective of the subject behind it, by its ending."""
    if word in lexicon.reflexives or lexicon.kind(word):
        return False
    return lexicon.code not in _ATTRIBUTES or word.endswith(_ATTRIBUTES[lexicon.code])


_WHERE = frozenset(
    "assemblée sénat chambre hémicycle fenêtre téléphone micro antenne télévision radio camera senato aula finestra finestrino telefono "
    "microfono televisione kamer tweede parlement raam telefoon televisie congreso senado cámara pleno parlamento ventana ventanilla teléfono "
    "televisión janela telefone microfone plenário assembleia conferencia conferência conferenza conférence persconferentie facebook twitter "
    "instagram linkedin".split()
)
_TO_WHERE = frozenset(
    "à a al alla all' in en no na en sur su par pela pelo por dal dalla op uit desde via".split()
)
_BETWEEN = frozenset("l' la le el il lo o de het de una un une uma rueda".split())


def tells_where(low: list[str], index: int) -> bool:
    """Whether words behind whoever speaks tell where they do: "le ministre des Finances à l'Assemblée"."""
    if low[index] not in _TO_WHERE:
        return False
    behind = index + 1
    while behind < min(len(low) - 1, index + 3) and low[behind] in _BETWEEN:
        behind += 1
    return behind < len(low) and low[behind] in _WHERE

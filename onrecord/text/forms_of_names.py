"""Other forms of given names, and the titles that stand beside names: what is no part of a name, or another word for it."""

from __future__ import annotations

# Short forms in English with the long one first; a name may be short for several.
_SHORT = """
william/bill/will/billy/liam robert/bob/rob/bobby/robbie joseph/joe/joey james/jim/jimmy/jamie anthony/tony michael/mike/mick/mickey edward/ted/ed/eddie/teddy/ned
richard/dick/rick/rich/richie elizabeth/liz/beth/betty/lizzie/eliza/bess charles/chuck/charlie bernard/bernie timothy/tim john/jack/johnny thomas/tom/tommy
david/dave daniel/dan/danny samuel/sam benjamin/ben/benny alexander/alex/sandy andrew/andy/drew christopher/chris nicholas/nick gregory/greg jeffrey/jeff geoffrey/geoff
stephen/steve steven/steve matthew/matt peter/pete patrick/pat/paddy lawrence/larry kenneth/ken ronald/ron/ronnie donald/don/donny douglas/doug gerald/gerry/jerry
raymond/ray theodore/ted/teddy frederick/fred/freddie francis/frank/frankie franklin/frank henry/harry/hank harold/hal/harry arthur/art albert/al/bert alfred/al/fred
eugene/gene leonard/len/lenny philip/phil walter/walt margaret/maggie/peggy/meg/greta katherine/kate/kathy/katie/kitty catherine/kate/cathy/katie deborah/debbie
susan/sue/susie barbara/barb/barbie patricia/pat/patty/tricia jennifer/jen/jenny jessica/jess pamela/pam victoria/vicky/tori rebecca/becky judith/judy janet/jan
christine/chris/christina virginia/ginny abigail/abby madeleine/maddie dorothy/dot/dolly florence/flo eleanor/ellie/nell alexandra/alex/sandra samantha/sam
zachary/zach jonathan/jon nathaniel/nate joshua/josh jacob/jake vincent/vince victor/vic randolph/randy clifford/cliff clinton/clint dominic/dom gabriel/gabe maxwell/max
""".split()
# The same name in the languages that translate those of rulers and popes.
_TRANSLATED = """
john/johannes/jean/juan/giovanni/jan/ioann/joao/johan/janos/ivan/johann paul/paulus/pablo/paolo/pawel/pavel/paulo/pal charles/karl/carlos/carlo/karol/karel/karoly/carl
elizabeth/elisabeth/elisabetta/isabel/elzbieta/elizaveta/erzsebet benedict/benedikt/benoit/benedicto/benedetto/benedykt/bento francis/francisco/franziskus/francesco/franciszek/francois/franz
louis/ludwig/luis/luigi/ludwik/lajos/lodewijk nicholas/nikolaus/nikolai/nikolaj/nicolas/nicola/mikolaj/miklos philip/felipe/philippe/philipp/filippo/filip/fulop william/wilhelm/guillaume/guillermo/guglielmo/willem/vilhelm/vilmos
henry/heinrich/henri/enrique/enrico/henryk/hendrik/henrik/jindrich george/georg/georges/jorge/giorgio/jerzy/georgy/gyorgy/georgios/georgi james/jakob/jacques/jaime/giacomo/jakub
frederick/friedrich/frederic/federico/fryderyk/frederik peter/petrus/pierre/pedro/pietro/piotr/pyotr/petar/petr alexander/alexandre/alejandro/alessandro/aleksander/aleksandr/sandor
leo/leon/leone/lew catherine/katharina/ekaterina/catalina/caterina/katarzyna mary/maria/marie/marija pius/pie/pio gregory/gregor/gregoire/gregorio/grzegorz gustav/gustaf/gustave/gustavo
joseph/josef/jose/giuseppe/jozef/iosif francis-joseph/franz-joseph margaret/margrethe/margareta/margarete/margarita/marguerite christian/kristian constantine/konstantin/constantin/konstantinos stephen/stefan/etienne/esteban/stefano/istvan
michael/michel/miguel/michele/mikhail/michal/mihaly/mihai albert/alberto/adalbert baldwin/baudouin/boudewijn harald/harold olaf/olav victor/vittorio/viktor emmanuel/emanuele/emanuel clement/klemens/clemente
""".split()
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir lord lady dame king queen prince princess emperor empress tsar czar kaiser pope president vice deputy prime minister premier chancellor "
    "defense defence foreign interior finance secretary state general lt lieutenant col colonel gen major maj sgt sergeant capt captain admiral adm commander marshal field chief justice judge senator "
    "sen representative rep congressman congresswoman gov governor mayor ambassador speaker rev reverend bishop archbishop cardinal rabbi imam ayatollah comrade chairman chairwoman leader "
    "former ex acting baron baroness count countess duke duchess rt hon right honourable honorable saint st the supreme his her majesty holiness excellency "
    "herr frau fürst könig königin kaiserin papst präsident präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident außenminister verteidigungsminister minister ministerpräsident "
    "monsieur madame mme m mlle roi reine pape président présidente premier ministre le la papa don doña señor señora sr sra rey reina presidente presidenta papież prezydent król królowa premier pan pani "
    "kong dronning kung drottning konge koning koningin paus господин госпожа президент министр премьер премьер-министр король королева царь император папа генерал маршал адмирал товарищ товариш президентка "
    "пан пані депутат сенатор губернатор мэр канцлер".split()
)
# Behind a name, in the East.
_BEHIND = tuple(
    "위원장 대통령 총리 장관 의원 대표 회장 국무위원장 씨 교수 박사 主席 总统 總統 总理 總理 先生 女士 部长 部長 教授 博士 书记 書記 外长 さん 氏 首相".split()
)
_ARABIC = frozenset(
    "الرئيس السيد السيدة الشيخ الدكتور الملك الأمير الوزير اللواء المشير العقيد رئيس آية الله".split()
)
_PARTICLES = frozenset(
    "al el as ash ad at an ar az ul ed es ech de da di do dos du del della der den la le las los van von vom zu zur und y e bin".split()
) - {"bin"}


def _pairs(lines: list[str]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((name, other))
        for line in lines
        for names in [line.split("/")]
        for name in names
        for other in names
        if name != other
    )


def _with_long(lines: list[str]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((names[0], name)) for line in lines for names in [line.split("/")] for name in names[1:]
    )


_SHORTENED, _OF_RULERS = _with_long(_SHORT), _pairs(_TRANSLATED)


def long_forms(word: str) -> list[str]:
    """The given names, in lower case, that a word is the usual short form of."""
    return [line.partition("/")[0] for line in _SHORT if word in line.split("/")[1:]]


def is_short_for(name: str, other: str) -> bool:
    """Whether one given name, in lower case, is the usual short form of the other: "bill" and "william"."""
    return frozenset((name, other)) in _SHORTENED


def is_translated(name: str, other: str) -> bool:
    """Whether two given names, in lower case without marks, are those of one ruler in two languages: "charles" and "karl"."""
    return frozenset((name, other)) in _OF_RULERS


def is_particle(word: str) -> bool:
    """Whether a word, in lower case, is an article or a preposition of names, which spellings leave out or join to others."""
    return word in _PARTICLES


def without_titles(name: str) -> str:
    """A name without the titles and offices around it, so far as something of a name is left."""
    words = [word for word in name.replace(",", " , ").split() if word != ","]
    while len(words) > 1 and (words[-1] in _BEHIND):
        words.pop()
    if len(words) == 1:
        bare = [words[0][: -len(one)] for one in _BEHIND if words[0].endswith(one)]
        return next((one for one in bare if len(one) > 1), words[0])
    first = 0
    while first < len(words) - 1 and _is_title(
        words[first], capitalised=any(word[:1].isupper() for word in words)
    ):
        first += 1
    # "King" and "Prince" alone are what somebody is called; "President Xi" is somebody's family name.
    rest = words[first:]
    return " ".join(rest) if len(rest) > 1 or first < len(words) - 1 or first else " ".join(words)


def _is_title(word: str, *, capitalised: bool) -> bool:
    plain = word.rstrip(".").lower()
    if plain in _TITLES or word in _ARABIC:
        # A single letter is an initial: "M." alone may be both.
        return len(plain) > 1
    return (
        capitalised
        and word[:1].islower()
        and plain.isalpha()
        and not is_particle(plain)
        and plain not in ("bin", "ben", "ibn", "bint", "abu", "ould")
    )

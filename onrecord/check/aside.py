"""Passages in marks that nobody says: titles, words mentioned, words meant otherwise."""

from __future__ import annotations

from onrecord.check import aside_words, evidence, scope, things, work_words, works
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.check.asked import Passage

# A longer wording is seldom meant otherwise.
MOST_WORDS = 8
_MOST_SUBJECT_WORDS = 12
_FEW_WORDS = 4
_MOST_TITLE_WORDS = 16
_ENDS = works.ENDS
_LAST = lazy(r"([^\W\d_][\w’'·-]*)\W*\Z")
_CALLED = lazy(
    rf"(?i)(?<!\w)(?:{aside_words.CALLED})(?:\s+(?:the|a|an|der|die|das|le|la|les|el|il|lo|o|de|het))?\s*\Z"
)
_ENTITLED = lazy(rf"(?i)(?<!\w)(?:{aside_words.ENTITLED})\s*\Z")
_BY = lazy(
    r"\A[”»“\"’‘』」*_\s]*+,?\s*+(?:by|of|von|de|d[’']|di|del|della|van|av|af|autorstwa|od)\s?(?=[A-ZÀ-Ý])|\A[”»“\"\s]++(?=[А-ЯЁ][а-яё]+[ыи] [А-ЯЁ])"
)
_READING = lazy(rf"(?i)(?<!\w)(?:{aside_words.READING})(?:\s+(?:gerade|just|now|again))?\s*\Z")
_YEAR = lazy(r"\A[”»“\"’‘』」*_]*,?\s*\((?:1[5-9]|20)\d\d\)")
# "… what “as soon as possible” means"
_MEANS = lazy(
    r"(?i)(?:means?|meant|bedeutet|heißt|signifie|veut dire|significa|quiere decir|vuol dire|betekent|betyder|znaczy|oznacza|znamená|означает|значит)\b"
)
_BEGINS = lazy(
    r"(?i)\b(?:beg[aiou]nn?\w*|opened|opens|starte\w*|öffne\w*|eröffne\w*|schloss|iniziat\w*|commenc\w*|empez\w*|börja\w*|zacz\w+|zača\w+|нача\w+)\s+(?:with|mit|met|con|avec|par|com|med|od|s|с|со)\s*\Z"
)
_ACCORDING = lazy(
    r"(?i)\b(?:according to|laut|gemäß|selon|d[’']après|según|secondo|segundo|de acordo com|volgens|enligt|ifølge|według|podle|согласно|по данным|за даними)\b"
)
# "In the words of Reyes, the plan is “…”"
_IN_WORDS_OF = lazy(
    r"(?i)\b(?:in (?:the|his|her|their|its) (?:own )?words|as .{1,30} (?:put|has) it|mit (?:den|seinen|ihren) worten|in den worten|nach (?:eigenen|seinen|ihren) worten|selon (?:les|ses) (?:mots|termes)|"
    r"en palabras d|con palabras d|nelle parole d|con le parole d|nas palavras d|in de woorden van|med .{1,30} ord\b|słowami|slovy|по словам|словами)"
)
# "What planners call a “…”": many, and as a rule.
_COMMONLY = lazy(
    r"(?i)\b(?:what(?: [\w’'-]+)? [\w’'-]+s call(?: the| an?)?|was (?:die )?[\w’'-]+ (?:die |einen? |das )?|ce que (?:les |des )?[\w’'-]+ appellent(?: une?| les?| la)?|"
    r"lo que (?:los |las )?[\w’'-]+ llaman(?: una?| el| la)?|(?:ciò|quello|quel) che (?:i |gli |le )?[\w’'-]+ chiamano(?: una?| il| la)?|o que (?:os |as )?[\w’'-]+ chamam de(?: uma?)?|"
    r"wat (?:de )?[\w’'-]+ (?:een |de |het )?|(?:det|vad) som? [\w’'-]+ kallar(?: ett| en)?|to, co [\w’'-]+ nazywają|то, что [\w’'-]+ называют|те, що [\w’'-]+ називають)\s*\Z"
)
_NAMED_BEHIND = lazy(r"(?i)\A[”»“\"’‘]*\s*(?:nennen|noemen)\b")
# Who calls things by words of his trade, and says nothing.
_TRADES = lazy(
    r"(?i)\b(?:jargon|literature|statutes?|dictionar(?:y|ies)|textbooks?|handbooks?|manuals?|fachliteratur|fachleute|volksmund|gesetz|wörterbuch|lehrbuch|jargon|amtsdeutsch|littérature|dictionnaire|"
    r"loi|manuel|diccionario|ley|literatura|dizionario|legge|letteratura|dicionário|lei|woordenboek|wet|vaktaal|ordboken|lagen|słownik|ustawa|slovník|zákon|словарь|закон|словник)\Z"
)
# A verb behind a name, and none of saying with who says it.
_CONTINUES = lazy(
    r"\A[”»“\"’‘]?,?\s+(?!(?:said|says|wrote|writes|added|adds|told|asked|replied|answered|warned|shouted|cried|explained|announced|declared|insisted|tweeted|posted)\b)(?![a-z]+\s+[A-Z])[a-z]"
)
# Nobody in particular, who has words for things.
_LOCALS = lazy(
    r"(?i)\A\W*(?:[\w’'-]+ ){0,2}(?:locals|local people|residents|villagers|islanders|townspeople|neighbours|neighbors|children|einheimische|anwohner|inselbewohner|dorfbewohner|kinder|habitants|riverains|insulaires|enfants|vecinos|lugareños|"
    r"abitanti|residenti|bambini|moradores|bewoners|buurtbewoners|invånarna|lokalbefolkningen|beboerne|mieszkańcy|místní|obyvatelé|местные|жители|дети|мешканці)(?!\w)"
)
_SPECIALISTS = lazy(rf"(?i)\A\W*(?:[\w’'-]+ ){{0,2}}(?:{work_words.SPECIALISTS})(?!\w)")
# "Researchers call the phenomenon “…”"
_PHENOMENON = lazy(rf"(?i)(?<!\w)(?:{work_words.PHENOMENA})(?: (?:als|as|como|comme|come|som|jako))?\s*\Z")
# "They opened a school, “…”, for …"
_A_THING = lazy(r"(?i)(?<!\w)(?:an?|eine?[nrm]?|une?|una|uno|uma?|een|ett|en|et)(?:\s+[\w’'-]+){1,4},\s*\Z")
_COMMA_BEHIND = lazy(r"\A[”»“\"’‘›]?\s*[,;.]")
# The quotation is the subject of the writer's own sentence.
_GOES_ON = lazy(r"\A[”»“\"’‘›』」]\s+[a-zà-ÿа-яёіїєąćęłńśźżčďěňřšťůž]")
_COMMENTS = lazy(
    r"(?i)\A[”»“\"’‘›』」]\s+(?:is|was|were|are|ist|war|waren|est|était|c[’']est|es|era|è|é|foi|jest|je|byl[ao]?|był[ao]?|это|так|таково)\s+(?:how|what|the (?:words|answer|message|verdict|view)|all|wie|was|comment|"
    r"ce que|la réponse|como|lo que|la respuesta|come|quanto|o que|jak|co|что|как)\b|"
    r"(?i:\A[”»“\"’‘›』」]\s+(?:so|thus|heißt es|hieß es|dit-on|tak|так|dixit|dice|disse|dit))\b"
)
# What everybody says: "as the proverb has it", "whoever says “…”"; and what a work says of itself: "the hymn begins “…”".
_SAYING = r"(?:old |alte[sn]? |vieux |vieille |viejo |vecchio |velho |oude? )?(?:proverb|saying|adage|maxim|dictum|rhyme|song|sprichwort|volksmund|redensart|proverbe|dicton|adage|chanson|refrán|dicho|proverbio|detto|ditado|provérbio|spreekwoord|ordspråket|ordsproget|ordtaket|przysłowie|przysłowia|přísloví|пословица|поговорка|приказка|прислів’я)"
_PROVERB = lazy(
    rf"(?i)(?:\b(?:as|like) (?:the|an?) {_SAYING} (?:has it|goes|says|puts it|runs|tells us)|\bwie (?:es )?(?:(?:das|der|die|im|in der) )?{_SAYING} (?:sagt|heißt|weiß|lautet)"
    rf"|\b(?:comme|ainsi que) (?:le )?(?:dit|veut) (?:le |la |l[’'])?{_SAYING}|\bcomo (?:dice|reza) (?:el |la )?{_SAYING}|\bcome (?:dice|recita) (?:il |la )?{_SAYING}"
    rf"|\bcomo diz (?:o |a )?{_SAYING}|\bzoals het {_SAYING} (?:zegt|luidt)|\bsom {_SAYING} (?:säger|siger|sier|lyder)|\bjak (?:mówi|praví|říká) {_SAYING}|как (?:говорит|гласит) {_SAYING}|як (?:каже|мовить) {_SAYING})"
)
_ANYONE_SAYS = lazy(
    r"(?i)\b(?:(?:whoever|anyone who|anybody who|those who|everyone who|who(?:so)?ever) (?:says?|writes?|hears?|shouts?|asks? for)|quiconque dit|(?:celui|ceux) qui di(?:t|sent)|quien (?:dice|diga|dijo)|chi dice|quem diz)\s*\Z"
)
_WORK_BEGINS = lazy(
    r"(?i)\b(?:hymn|song|poem|prayer|anthem|ballad|psalm|rhyme|carol|sonnet|chorus|novel|lied|gedicht|gebet|hymne|roman|ballade|chanson|poème|prière|cantique|canción|poema|oración|himno|novela|canzone|poesia|preghiera|inno|romanzo|canção|oração|hino|"
    r"песня|стихотворение|гимн|роман)(?: (?:itself|selbst))? (?:begins?|opens?|goes|runs|ends?|starts?|beginnt|endet|lautet|schließt|commence|débute|finit|s[’']ouvre|empieza|comienza|termina|inizia|comincia|finisce|começa|начинается|кончается)"
    r"(?: (?:with|mit|par|sur|con|com|с|словами))?,?\s*\Z"
)
_TITLE_MARKS = ("《", "〈")
_STOPS = (".", "!", "…", "。", "！")


def is_set_as_title(passage: Passage, opening: str) -> bool:
    """Whether the words in front of a passage, its marks or what stands behind it say that it is a title or a word mentioned.

    `opening` is its opening mark.
    """
    if opening in _TITLE_MARKS:
        return True
    before = passage.before.rstrip(_ENDS)
    if _ENTITLED.search(before) and passage.polarity == "asserted":
        return True
    if works.is_named(passage) or _is_apposition(passage, before) or evidence.is_christened(passage):
        return True
    if _is_word(passage, before) or _is_thing_spoken_of(passage, before):
        return True
    if (passage.speaker is not None or passage.polarity != "asserted") and not _is_borne(passage):
        return False
    if passage.block or before.endswith((":", "：")) or passage.words > _MOST_TITLE_WORDS:
        return False
    if things.is_spoken_before(before):
        return False
    if passage.attributed and not (
        (things.has_thing_before(before, of_somebody=True) and works.begins_a_name(passage.wording))
        or _is_borne(passage)
    ):
        return False
    if _ACCORDING.search(before) and not passage.wording[:1].isupper():
        return False
    ends = passage.wording.rstrip().endswith(_STOPS)
    if before.endswith(tuple(aside_words.CALLED_UNSPACED)) or (
        not ends and before.endswith(tuple(aside_words.THINGS_UNSPACED))
    ):
        return True
    if _CALLED.search(before):
        return True
    if ends:
        return False
    return bool(
        things.has_thing_before(before)
        or (
            not passage.attributed
            and things.has_named_before(before)
            and works.begins_a_name(passage.wording)
        )
        or _is_borne(passage)
        or _READING.search(before)
        or (before and _YEAR.match(passage.after))
        or (not before and _BY.match(passage.after))
        or things.has_thing_behind(passage.after)
        or things.is_named_so(passage.after)
    )


def may_be_meant_otherwise(passage: Passage) -> bool:
    """Whether a passage that stands nowhere may be no quotation: few words that nobody says, within a clause of the writer's."""
    if passage.block or passage.cites or passage.words > _MOST_SUBJECT_WORDS:
        return False
    before = passage.before.rstrip(_ENDS)
    if _is_everybodys(passage, before):
        return True
    if things.is_spoken_before(before):
        return False
    if _is_subject(passage, before) or evidence.is_mentioned(passage):
        return True
    if evidence.is_inscribed(passage) or (passage.attributed and evidence.is_weak(passage)):
        return True
    if passage.words > MOST_WORDS:
        return False
    if passage.attributed:
        # "The file is called “…”", "she is reading “…”", "the band began with “…”".
        return bool(
            _READING.search(before)
            or _BEGINS.search(before)
            or (passage.speaker is None and _CALLED.search(before))
            or _is_term(passage, before)
            or (_ends_in_that(before) and _MEANS.match(passage.after.lstrip(_ENDS)))
        )
    if (
        _A_THING.search(before)
        and _COMMA_BEHIND.match(passage.after)
        and works.begins_a_name(passage.wording)
    ):
        return True
    if passage.wording.rstrip().endswith((*_STOPS, ",", "?")) or not before or not before[-1].isalpha():
        return False
    if things.is_spoken_before(before, anybodys=True):
        return False
    last = before.rpartition(" ")[2].lower()
    return bool(
        passage.wording[:1].isupper()
        or _MEANS.match(passage.after.lstrip(_ENDS))
        or is_unspaced(before[-1])
        or last in aside_words.DETERMINERS | aside_words.PREPOSITIONS | work_words.AS
        or last.endswith(("’s", "'s"))
        or before.lower().endswith(aside_words.ELIDED)
        or things.has_named_behind(passage.after)
        or not (_IN_WORDS_OF.search(before) or scope.has_saying(before, passage.after, passage.wording))
    )


def is_of_anybody(passage: Passage) -> bool:
    """Whether nobody in particular calls something by the words: "they call it “temporary”"."""
    return (passage.named_as or "").lower() in aside_words.ANYBODY and not passage.via


def _is_everybodys(passage: Passage, before: str) -> bool:
    """Whether it is a proverb, what anybody may say, or the beginning of a song."""
    return bool(
        _PROVERB.search(before[-80:])
        or _PROVERB.search(passage.after[:80])
        or _ANYONE_SAYS.search(before)
        or _WORK_BEGINS.search(before)
    )


def _is_borne(passage: Passage) -> bool:
    """Whether a thing has the words on it: "a banner read “…”"."""
    return passage.role_only and things.bears_words(passage.speaker or "")


def _is_word(passage: Passage, before: str) -> bool:
    """Whether it is a word that somebody uses or not: "he avoids the word “retreat”"."""
    return passage.words < _FEW_WORDS and passage.speaker is None and things.has_word_before(before)


def _is_thing_spoken_of(passage: Passage, before: str) -> bool:
    """Whether a work of which somebody speaks stands in front of its title: "Marsh said that the novel “The Don” was long"."""
    return (
        things.has_thing_before(before, of_somebody=True)
        and works.begins_a_name(passage.wording)
        and not before.endswith((",", ":", "："))
        and not passage.wording.rstrip().endswith((*_STOPS, ","))
        and passage.words <= MOST_WORDS
        and (works.is_title_cased(passage.wording) or not scope.ends_in_saying(passage.clause))
    )


def _is_apposition(passage: Passage, before: str) -> bool:
    """Whether it stands between commas behind what it is the name of: "his column, “Letters From Home,” ran in the Post"."""
    return bool(
        before.endswith(",")
        and works.is_title_cased(passage.wording)
        and passage.polarity == "asserted"
        and (things.has_thing_before(before, of_somebody=True) or things.has_named_before(before))
        and _CONTINUES.match(passage.after)
    )


def _is_subject(passage: Passage, before: str) -> bool:
    """Whether a passage that nobody says is a part of the writer's own sentence, as its subject or object: "“…” took nine hours"."""
    if passage.attributed or passage.polarity != "asserted" or passage.wording.rstrip().endswith(_STOPS):
        return False
    if _PARTICLE.match(passage.after):
        return not before.endswith(("：", ":"))
    if before or passage.wording.rstrip().endswith(("?", "？", "!", "！")):
        return False
    # The words may be of another language than the writer's sentence, and hide its verb of saying.
    if scope.has_subject_behind(passage.before, passage.after, ""):
        return False
    return bool(_GOES_ON.match(passage.after)) and not _COMMENTS.match(passage.after)


def _ends_in_that(before: str) -> bool:
    return before.rpartition(" ")[2].lower() in work_words.THAT


def _is_term(passage: Passage, before: str) -> bool:
    """Whether many, or a trade, call a thing by the words, as a rule: "what planners call a “…”"."""
    if (passage.speaker is not None and not passage.role_only) or passage.via:
        return False
    who = passage.named_as or passage.clause
    if passage.wording[:1].isupper():
        return False
    is_many = bool(_SPECIALISTS.search(who) or _LOCALS.search(who))
    if evidence.SPEAK_OF.search(before) and (is_many or not scope.names_in(before)):
        return True
    if _LOCALS.search(who) and scope.has_naming(passage.clause):
        return True
    if _SPECIALISTS.search(who) and _PHENOMENON.search(before):
        return True
    if passage.speaker is None:
        return False
    if _TRADES.search(passage.speaker):
        return True
    match = _COMMONLY.search(before)
    if match is None:
        return False
    return not match[0].lower().startswith(("was ", "wat ")) or bool(_NAMED_BEHIND.match(passage.after))


_PARTICLE = lazy(work_words.PARTICLES)

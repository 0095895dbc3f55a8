"""Closed classes of English words, for telling noun phrases from clauses without a parser."""

AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might must shall should "
    "'s 've 'd 'll 're 'm isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't cannot "
    "shouldn't ought".split()
)
NEGATIONS = frozenset(
    "not n't never isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't "
    "cannot shouldn't".split()
)
FINITE = AUXILIARIES - {"'s", "be", "been", "being", "having"} | frozenset(
    "went came took made met held gave got ran saw left kept lost won paid sent stood sat led began became brought built "
    "bought caught chose drew drove fell felt fought found flew grew heard hit knew laid let meant put rose sold set shook "
    "spent spoke struck taught thought threw understood wore tore bent broke burst clung crept dealt drank ate fled flung froze "
    "hid hung knelt rode rang sang sank slept slid spun sprang stole stuck swam swept swore swung woke wept withdrew "
    "says goes comes makes takes gives gets wants needs keeps "
    "looks seems appears remains includes said told wrote".split()
)
# Verbs of which the base form behind a plural is the verb of a clause: "parents still want schools".
PLAIN_VERBS = frozenset(
    "want need know get make take go come see give live pay keep begin seem hear run move bring happen sit stand lose meet "
    "include continue learn lead understand watch follow stop create speak allow spend grow win love consider appear buy "
    "wait serve die send build stay fall reach remain deserve face struggle lack feel die start try leave help work".split()
)
ADVERBS = frozenset(
    "also then later even still just now again once often always never ever soon first twice too "
    "earlier further instead both all each recently once simply only almost already perhaps maybe meanwhile not "
    "long above below publicly though however therefore thus yet nonetheless nevertheless likewise".split()
)
SUBJECT_PRONOUNS = frozenset("i he she it they we you".split())
OTHER_PRONOUNS = frozenset(
    "who which that this these those one some many others both several most everyone somebody someone people nobody "
    "everybody anyone all few another each none".split()
)
DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some many several most all both two three four five "
    "another other each every any no one few more".split()
)
POSSESSIVES = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    "of in on at by for from with to about against under over after before during between among within without into "
    "through across near outside inside behind beyond toward towards upon via since until amid despite following like "
    "including per around above below off throughout unlike besides beside along".split()
)
# Where the subject of a cue cannot reach beyond.
CLAUSE_OPENERS = frozenset(
    "that but when while if because although though where whether as than so why how what after before since until "
    "unless whereas once yet or whose whom even".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. aug. "
    "sept. oct. nov. dec.".split()
)
TIMES = WEEKDAYS | frozenset(
    "today yesterday tomorrow tonight earlier later recently afterward afterwards last this that next early late morning "
    "afternoon evening night week month year weekend previously separately".split()
)
PUNCTUATION = frozenset(",;:.!?…()[]—–-\"'“”‘’*•/«»")
DASHES = frozenset(["—", "–", "--", "-", "―", "---"])
BE = frozenset("is are was were be been being am".split())
MODALS = frozenset("could may might should can must couldn't shouldn't cannot".split())
REFLEXIVE = frozenset("themselves himself herself itself".split())
SUBORDINATE = frozenset(
    "when while after as if because since before until although though whereas once".split()
)
QUESTION = frozenset("whether if how why what who where when".split())
NO_SUBJECT = (
    PREPOSITIONS - {"for", "about", "around", "over", "under"}
    | ADVERBS - {"now", "all", "once", "both", "each", "maybe", "perhaps", "even", "then"}
    | {"and", "or", "but", "to", "otherwise"}
)
# Where and in what something is said.
OCCASIONS = frozenset(
    "statement interview speech email e-mail letter tweet post message briefing call rally conference report memo "
    "television radio twitter facebook news release op-ed column debate hearing event town hall appearance remarks "
    "meeting text blog time reporters phone telephone response study paper issue book memoir essay column newsletter "
    "podcast filing lawsuit submission sermon lecture broadcast bulletin notice dispatch".split()
)
RELATIVE_PRONOUNS = frozenset("who which that whom".split())
COMMA_LIKE = frozenset(",:")
# Determiners that stand alone for somebody: "some say", "that said".
PRONOUN_DETERMINERS = frozenset("all both that some many this others several most one".split())
PLURALS = frozenset("people many some others both few most police men women media team them".split())
QUANTITIES = frozenset("many some most several few two three these".split())

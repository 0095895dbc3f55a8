"""Words that carry attribution, with the frames they stand in. The lists are our own.

Frames:

- `clause`: a finite clause or a quotation follows: "said (that) …"
- `that`: such a clause, only with "that"
- `object`: a noun phrase is what was said: "condemned …", "called for …"
- `infinitive`: "vowed to …"
- `person`: somebody is addressed first, and a clause follows: "told reporters that …"
- `urging`: somebody is told to do something, and both are what was said: "urged the banks to …"
- `naming`: the object and what it is called are what was said: "called it a …", "described him as …"
- `express`: a noun first, and what was said behind it: "expressed concern that …", "voiced support for …"
- `as`: the object and what it is called stand behind, in quotation marks: "mocked the plan as “a joke”"
- `for`: the object and, behind a preposition, what is said of it in quotation marks: "thanked them for “a long night”"
- `tag`: may stand beside or after what was said: "…, she said"
"""

CLAUSE, THAT, OBJECT, INFINITIVE, PERSON, URGING, NAMING, EXPRESS, TAG, AS, FOR = (
    "clause", "that", "object", "infinitive", "person", "urging", "naming", "express", "tag", "as", "for",
)  # fmt: skip

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "read": "read", "go": "went gone", "find": "found",
    "hold": "held", "speak": "spoke spoken", "swear": "swore sworn", "quote": "quoted", "mean": "meant", "think": "thought",
    "know": "knew known", "cast": "cast", "feel": "felt", "make": "made", "put": "put", "show": "showed shown", "sing": "sang sung",
}  # fmt: skip
_DOUBLING = frozenset("admit plan rebut quip regret shrug grin sob".split())

_VERBS = {
    "say": (CLAUSE, TAG),
    "tell": (PERSON, TAG),
    "write": (CLAUSE, TAG),
    "add": (CLAUSE, TAG),
    "announce": (CLAUSE, TAG, OBJECT),
    "argue": (CLAUSE, TAG),
    "assert": (CLAUSE, TAG, OBJECT),
    "claim": (CLAUSE, TAG, INFINITIVE),
    "complain": (CLAUSE, TAG),
    "concede": (CLAUSE, TAG),
    "confirm": (CLAUSE, TAG, OBJECT),
    "contend": (CLAUSE, TAG),
    "declare": (CLAUSE, TAG, OBJECT),
    "deny": (CLAUSE, TAG, OBJECT, INFINITIVE),
    "explain": (CLAUSE, TAG),
    "insist": (CLAUSE, TAG),
    "maintain": (CLAUSE, TAG),
    "mention": (CLAUSE, OBJECT),
    "note": (CLAUSE, TAG, OBJECT),
    "observe": (CLAUSE, TAG),
    "pledge": (CLAUSE, TAG, INFINITIVE),
    "predict": (CLAUSE, TAG, OBJECT),
    "proclaim": (CLAUSE, TAG),
    "promise": (CLAUSE, TAG, INFINITIVE, OBJECT),
    "reaffirm": (CLAUSE, TAG, OBJECT),
    "reiterate": (CLAUSE, TAG, OBJECT),
    "remark": (CLAUSE, TAG),
    "reply": (CLAUSE, TAG),
    "answer": (CLAUSE, TAG),
    "report": (CLAUSE, TAG),
    "respond": (CLAUSE, TAG),
    "retort": (CLAUSE, TAG),
    "reveal": (CLAUSE, TAG, OBJECT),
    "speculate": (CLAUSE, TAG),
    "state": (CLAUSE, TAG),
    "stress": (CLAUSE, TAG, OBJECT),
    "suggest": (CLAUSE, TAG, OBJECT),
    "testify": (CLAUSE, TAG),
    "tweet": (CLAUSE, TAG),
    "vow": (CLAUSE, TAG, INFINITIVE),
    "warn": (CLAUSE, TAG, PERSON),
    "acknowledge": (CLAUSE, TAG, OBJECT),
    "admit": (CLAUSE, TAG, INFINITIVE),
    "advise": (CLAUSE, TAG, URGING),
    "allege": (CLAUSE, TAG),
    "caution": (CLAUSE, TAG, PERSON),
    "comment": (CLAUSE, TAG),
    "conclude": (CLAUSE, TAG),
    "boast": (CLAUSE, TAG),
    "emphasize": (CLAUSE, TAG, OBJECT),
    "emphasise": (CLAUSE, TAG, OBJECT),
    "estimate": (CLAUSE, TAG, OBJECT),
    "indicate": (CLAUSE, TAG),
    "joke": (CLAUSE, TAG),
    "quip": (CLAUSE, TAG),
    "recall": (CLAUSE, TAG, OBJECT),
    "recount": (CLAUSE, TAG),
    "continue": (TAG,),
    "counter": (CLAUSE, TAG),
    "cry": (THAT, TAG),
    "shout": (CLAUSE, TAG),
    "exclaim": (CLAUSE, TAG),
    "muse": (CLAUSE, TAG),
    "opine": (CLAUSE, TAG),
    "lament": (CLAUSE, TAG, OBJECT),
    "agree": (CLAUSE, TAG, INFINITIVE),
    "ask": (TAG, URGING, PERSON),
    "inquire": (CLAUSE, TAG),
    "wonder": (CLAUSE, TAG),
    "demand": (CLAUSE, TAG, OBJECT, INFINITIVE),
    "propose": (CLAUSE, OBJECT, INFINITIVE),
    "recommend": (CLAUSE, OBJECT),
    "urge": (URGING, TAG),
    "encourage": (URGING,),
    "beg": (URGING,),
    "implore": (URGING,),
    "call": (NAMING,),
    "dub": (NAMING,),
    "label": (NAMING,),
    "describe": (NAMING,),
    "denounce": (NAMING, OBJECT),
    "condemn": (NAMING, OBJECT),
    "criticize": (OBJECT,),
    "criticise": (OBJECT,),
    "blast": (OBJECT,),
    "slam": (OBJECT,),
    "praise": (OBJECT,),
    "accuse": (URGING,),
    "cite": (OBJECT,),
    "blame": (OBJECT,),
    "reassure": (PERSON,),
    "assure": (PERSON,),
    "inform": (PERSON,),
    "remind": (PERSON,),
    "persuade": (),
    "hint": (CLAUSE, TAG),
    "imply": (CLAUSE,),
    "disclose": (CLAUSE, TAG),
    "recollect": (TAG,),
    "chant": (CLAUSE, TAG),
    "sing": (TAG,),
    "post": (TAG,),
    "believe": (CLAUSE, TAG),
    "think": (CLAUSE, TAG),
    "find": (THAT,),
    "show": (THAT,),
    "fear": (CLAUSE, TAG),
    "hope": (CLAUSE, TAG),
    "expect": (CLAUSE, OBJECT),
    "worry": (CLAUSE, TAG),
    "threaten": (CLAUSE, INFINITIVE),
    "charge": (CLAUSE, TAG),
    "snap": (TAG,),
    "laugh": (THAT, TAG),
    "sigh": (THAT, TAG),
    "whisper": (THAT, TAG),
    "mutter": (THAT, TAG),
    "begin": (TAG,),
    "echo": (TAG,),
    "question": (),
    "rule": (THAT,),
    "yell": (CLAUSE, TAG),
    "scream": (CLAUSE, TAG),
    "plead": (CLAUSE, TAG),
    "holler": (THAT, TAG),
    "brand": (NAMING,),
    "rant": (TAG,),
    "preach": (TAG,),
    "read": (TAG,),
    "ridicule": (OBJECT,),
    "deride": (OBJECT, NAMING),
    "decry": (OBJECT,),
    "lambaste": (OBJECT,),
    "applaud": (OBJECT,),
    "reject": (OBJECT,),
    "dismiss": (OBJECT,),
    "rebuke": (OBJECT,),
    "dispute": (THAT, OBJECT),
    "refute": (THAT, OBJECT),
    "rebut": (THAT, OBJECT),
    "contradict": (OBJECT,),
    "disavow": (OBJECT,),
    "repudiate": (OBJECT,),
    "doubt": (THAT,),
    "express": (EXPRESS,),
    "voice": (EXPRESS,),
    "convey": (EXPRESS,),
    "signal": (THAT,),
    "affirm": (CLAUSE, TAG),
    "attest": (CLAUSE,),
    "assume": (THAT,),
    "elaborate": (TAG,),
    "volunteer": (TAG,),
    "underline": (CLAUSE, TAG),
    "underscore": (THAT,),
    "highlight": (OBJECT,),
    "characterize": (NAMING,),
    "characterise": (NAMING,),
    "portray": (NAMING,),
    "hail": (AS, FOR),
    "laud": (AS, FOR),
    "tout": (AS, FOR),
    "mock": (AS, FOR),
    "attack": (AS, FOR),
    "bash": (AS, FOR),
    "depict": (AS,),
    "paint": (AS,),
    "cast": (AS,),
    "summarize": (AS,),
    "welcome": (AS, FOR),
    "clarify": (CLAUSE, TAG),
    "thank": (PERSON, FOR, TAG),
    "congratulate": (PERSON, FOR, TAG),
    "commend": (PERSON, FOR, TAG),
    "salute": (AS, FOR),
    "apologise": (PERSON, FOR, TAG),
    "apologize": (PERSON, FOR, TAG),
    "berate": (PERSON, AS, FOR, TAG),
    "scold": (PERSON, FOR, TAG),
    "chide": (PERSON, FOR, TAG),
    "chastise": (PERSON, FOR, TAG),
    "castigate": (PERSON, AS, FOR, TAG),
    "upbraid": (PERSON, FOR, TAG),
    "deplore": (AS, FOR),
    "bemoan": (AS, FOR),
    "rail": (PERSON, FOR, TAG),
    "inveigh": (FOR,),
    "order": (PERSON, FOR, TAG),
    "instruct": (PERSON, FOR, TAG),
    "exhort": (URGING,),
    "remember": (THAT, TAG),
    "reminisce": (THAT, TAG),
    "grumble": (CLAUSE, TAG),
    "growl": (CLAUSE, TAG),
    "grouse": (THAT, TAG),
    "gripe": (THAT, TAG),
    "moan": (THAT, TAG),
    "fume": (THAT, TAG),
    "gush": (THAT, TAG),
    "enthuse": (THAT, TAG),
    "marvel": (THAT, TAG),
    "scoff": (THAT, TAG),
    "sneer": (THAT, TAG),
    "murmur": (THAT, TAG),
    "mumble": (THAT, TAG),
    "reckon": (CLAUSE, TAG),
    "confess": (CLAUSE, TAG, INFINITIVE),
    "swear": (CLAUSE, TAG, INFINITIVE),
    "profess": (THAT, TAG, INFINITIVE),
    "posit": (THAT,),
    "theorize": (THAT, TAG),
    "theorise": (THAT, TAG),
    "hypothesize": (THAT, TAG),
    "hypothesise": (THAT, TAG),
    "surmise": (CLAUSE, TAG),
    "venture": (THAT, TAG),
    "protest": (THAT, TAG),
    "reflect": (TAG,),
    "interject": (THAT, TAG),
    "shrug": (TAG,),
    "smile": (TAG,),
    "grin": (TAG,),
    "chuckle": (TAG,),
    "roar": (TAG,),
    "bellow": (TAG,),
    "thunder": (TAG,),
    "bark": (TAG,),
    "sob": (TAG,),
    "drawl": (TAG,),
    "intone": (TAG,),
    "deadpan": (TAG,),
    "command": (TAG,),
    "liken": (FOR,),
    "compare": (FOR,),
    "rate": (AS,),
    "specify": (CLAUSE, TAG),
    "splutter": (TAG,),
    "crack": (TAG,),
    "counsel": (TAG,),
    "figure": (CLAUSE,),
}  # fmt: skip

# A verb and its particle, in all forms of the verb.
_PHRASES = {
    "point out": (CLAUSE, TAG),
    "rule out": (THAT, OBJECT),
    "call for": (OBJECT,),
    "call on": (URGING,),
    "call upon": (URGING,),
    "point to": (OBJECT,),
    "complain about": (OBJECT,),
    "warn of": (OBJECT,),
    "warn against": (OBJECT,),
    "warn about": (OBJECT,),
    "speak of": (OBJECT,),
    "refer to": (OBJECT,),
    "boast of": (OBJECT,),
    "boast about": (OBJECT,),
    "joke about": (OBJECT,),
    "rail against": (OBJECT,),
    "hint at": (OBJECT,),
    "insist on": (OBJECT,),
    "go on": (TAG,),
    "chime in": (TAG,),
    "put it": (TAG,),
    "make clear": (CLAUSE,),
    "hit back": (TAG,),
    "shoot back": (TAG,),
}


def _forms(verb: str) -> dict[str, str]:
    """The forms of a verb, each with what it is: base, s, past, ing."""
    if verb in _DOUBLING:
        stem = verb + verb[-1]
        past, ing = stem + "ed", stem + "ing"
    elif verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    elif verb.endswith(("s", "sh", "ch", "x", "go")):
        third = verb + "es"
    else:
        third = verb + "s"
    if verb == "slam":
        past, ing = "slammed", "slamming"
    if verb in ("beg", "dub", "snap"):
        past, ing = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    forms = {verb: "base", third: "s", ing: "ing"}
    if verb in _IRREGULAR:
        for form in _IRREGULAR[verb].split():
            forms[form] = "past"
    elif verb == "begin":
        forms |= {"began": "past", "beginning": "ing"}
    else:
        forms[past] = "past"
    return forms


# word -> (verb, form, frames)
CUES: dict[str, tuple[str, str, frozenset[str]]] = {}
for _verb, _frames in _VERBS.items():
    for _form, _kind in _forms(_verb).items():
        CUES.setdefault(_form, (_verb, _kind, frozenset(_frames)))
# first word -> particle -> (verb, form, frames)
PHRASES: dict[tuple[str, str], tuple[str, str, frozenset[str]]] = {}
for _phrase, _frames in _PHRASES.items():
    _verb, _particle = _phrase.split()
    for _form, _kind in _forms(_verb).items():
        PHRASES[_form, _particle] = (_phrase, _kind, frozenset(_frames))


# Verbs of the mind: somebody else can only guess.
PRIVATE = frozenset("think believe hope fear find show expect worry feel know wonder rule".split())
# Forms of verbs that are as often nouns.
NOUNISH = frozenset(
    "tweet tweets attack attacks paint cast mock welcome bash claim claims comment comments report reports note notes state states demand demands call calls remark remarks promise "
    "promises estimate estimates post posts charge charges hope hopes fear fears show shows praise blame label labels "
    "pledge pledges vow vows joke jokes response caution stress slam slams brand brands cry cries read laugh laughs lament laments question questions "
    "protest protests smile smiles grin grins bark barks thunder roar moan moans gripe gripes grouse murmur murmurs shrug "
    "rate rates figure figures command commands crack cracks counsel splutter venture ventures marvel marvels growl sneer sneers "
    "rule rules dispute disputes doubt doubts ridicule rebuke sigh rant rants quip echo".split()
)

PHRASED = frozenset(first for first, _ in PHRASES)
TAGS = frozenset(word for word, (_, _, frames) in CUES.items() if TAG in frames)

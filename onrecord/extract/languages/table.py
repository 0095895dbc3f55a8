"""What a table of one language holds, and how its words are written."""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.model.record import record


@record(kw_only=True)
class Table:
    """The words by which one language says who says what, with white space between them.

    `_` joins several words to a phrase. `zeg/t/gen` is zeg, zegt and zeggen: the word, and the word with each ending.
    `déclar+er` is the stem of a verb that is conjugated as `endings["er"]` says: finite forms, participles and gerunds,
    each with the ending put to the stem (`ge~t` puts something before it, too). Case does not matter, except in `names`.

    Verbs:
    - `endings`: how regular verbs are conjugated
    - `says`: verbs of saying that a clause or a quotation may follow (said that …, …, said X)
    - `quotes`: verbs that stand beside quotations only (sighed, joked)
    - `urges`: verbs of urging and accusing, behind whose object stands what somebody is to do, or has done (accused him of …)
    - `participles`, `gerunds`: those of irregular verbs
    - `auxiliaries`: what stands before a participle (has said)
    - `particles`: what a verb leaves at the end of its clause (teilte … mit)
    - `reflexives`: what may stand before a verb, or between it and the auxiliary
    - `subjunctive`: verbs in a form in which reported speech is put, without any word of saying

    Frames:
    - `according`: phrases before whoever says it (according to X)
    - `according_his`: such phrases with a pronoun in them (in his words); `this`: what points back at a quotation (this said X)
    - `according_behind`: words behind whoever says it (X zufolge)
    - `sayings`: nouns in front of "of X:" and a quotation (la respuesta del alcalde: «…»)
    - `so`: what gives a quotation to the name that follows, without a verb (“…”, so X)
    - `as_`: what opens a clause of saying beside a statement (as X said, …)
    - `that`, `whether`: what opens the clause that is said, or asked
    - `infinitive`: how an infinitive begins that is what is said, without its endings (affirme avoir vu, dice haber visto, dice di
      sapere); "zu" and "te" stand before one at the end of its clause
    - `hearsay`: what opens, right behind a comma, what somebody is said to have said ("…, jakoby …", "…, мол, …")
    - `claimed`: what opens, behind a noun, what others report (rumours according to which …)
    - `to_do`: what opens what somebody is urged to do, or accused of: a preposition in front of an infinitive, or a conjunction
    - `convinced`: adjectives of those who hold something for true (is convinced that …)
    - `own_account`: phrases that give a sentence to its own subject (by its own account)
    - `out_of`, `emerges`: the preposition before a document, and the verb, of "from the report it emerges that …"
    - `where`: prepositions before an office in which unnamed people speak (сообщили в полиции)

    Who speaks:
    - `he`, `she`, `they`, `first`: pronouns that may be subjects; `clitics` those that hang on the verb (a-t-il)
    - `articles`, and other words that begin a noun phrase
    - `of`: prepositions inside a noun phrase that names somebody (Minister of Health)
    - `from_where`: further prepositions between a name and the organisation that somebody is from
    - `particles_of_names`: small words inside names (de la Cruz)
    - `titles`: what stands before a name and is no part of it (Mr, Dr)
    - `men`, `women`: given names; `his`, `hers`: titles, and roles by which somebody is known to be a man or a woman
    - `roles`: what somebody may be, where that tells nothing of man or woman; `*in` stands for any beginning
    - `again`: what somebody who was named before is called instead ("the actress", "the 46-year-old")
    - `organisations`: words in the names of those who are no persons
    - `groups`: plurals of people without names

    The rest:
    - `prepositions`, `conjunctions`, `relatives`: where a noun phrase ends
    - `adverbs`: what may stand between a verb and its subject; `times` likewise: days and times, which never speak
    - `months`, `weekdays`: from January, and from Monday; several forms of one with `/` between them
    - `today`, `yesterday`; `coming`: what makes a day one of the future; `other_days`: what makes it that of something else
    - `abbreviations`: words that end in a stop without ending a sentence
    - `nouns_upper`: every noun has a capital. `verb_last`: the verb ends a clause that depends on another
    - `ordinals`: "3." counts. `drops`: a verb without a subject has the one who spoke last
    - `joined`: written without spaces
    - `frames`: for languages that are read by patterns: what stands before a quotation and behind it, as regular expressions
      with ` … ` between them. NAME is whoever speaks, SAYS any of `says`, BETWEEN what may stand between them
    - `clauses`: the same for what is said without marks: a whole sentence, in which SAID is what is said; `by` names a group where
      it is somebody's account (according to X)
    - `between`, `name_pattern`: what BETWEEN and NAME stand for; `suffixes`: what is put behind a name (さん, 先生); ROLE is any
      of `roles`, `suffixes` and `organisations`
    - `dateline`: what stands at the head of an article in front of its first sentence, as a regular expression
    - `foreign`: letters with which names from abroad are written
    - `families`: family names, with which names of persons begin; `nobody`: words in the place of a name that name nobody
    """

    code: str
    name: str
    endings: Mapping[str, tuple[str, str, str]] = MappingProxyType({})
    says: str = ""
    quotes: str = ""
    urges: str = ""
    participles: str = ""
    gerunds: str = ""
    auxiliaries: str = ""
    particles: str = ""
    reflexives: str = ""
    subjunctive: str = ""
    according: str = ""
    according_his: str = ""
    this: str = ""
    according_behind: str = ""
    sayings: str = ""
    so: str = ""
    as_: str = ""
    that: str = ""
    whether: str = ""
    infinitive: str = ""
    hearsay: str = ""
    claimed: str = ""
    to_do: str = ""
    convinced: str = ""
    own_account: str = ""
    out_of: str = ""
    emerges: str = ""
    where: str = ""
    he: str = ""
    she: str = ""
    they: str = ""
    first: str = ""
    clitics: str = ""
    articles: str = ""
    of: str = ""
    from_where: str = ""
    particles_of_names: str = ""
    titles: str = ""
    men: str = ""
    women: str = ""
    his: str = ""
    hers: str = ""
    roles: str = ""
    again: str = ""
    organisations: str = ""
    groups: str = ""
    prepositions: str = ""
    conjunctions: str = ""
    relatives: str = ""
    adverbs: str = ""
    times: str = ""
    months: str = ""
    weekdays: str = ""
    today: str = ""
    yesterday: str = ""
    coming: str = ""
    other_days: str = ""
    abbreviations: str = ""
    nouns_upper: bool = False
    verb_last: bool = False
    ordinals: bool = False
    drops: bool = False
    joined: bool = False
    frames: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    families: str = ""
    nobody: str = ""
    between: str = ""
    name_pattern: str = ""
    suffixes: str = ""
    dateline: str = ""
    foreign: str = ""

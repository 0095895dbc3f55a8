"""What a table of one language holds, and how its phrases are written."""

from onrecord.model.record import record


@record(kw_only=True)
class Table:
    """The words by which one language denies, withholds and asks, as phrases with commas between them.

    In a phrase `*` stands for any ending or beginning of a word, `/` for "or", and `…` for up to four words. Case does
    not matter. Contracted words are apart: did not, n' a, l' ha.

    - `denying`: verbs and nouns of denying (she denied that …)
    - `disbelieving`: verbs that deny what follows when they are negated (does not believe)
    - `withholding`: what says by itself that something was not said (declined to comment, said nothing)
    - `holding_back`: what says so of the verb of saying that follows (refused to say, without saying)
    - `asking`: what asks, whatever follows (wondered, asked whether)
    - `asking_if`: what asks where a question follows, and otherwise bids (asked)
    - `questions`: the words with which an indirect question begins
    - `saying`: verbs of saying, for what is denied or held back itself (denied having said)
    - `negations`: words that negate a verb of saying beside them
    - `nobody`: subjects of whom nothing is told (nobody, no minister), and words that negate a clause from its head
    - `between`: what may stand between a negation and its verb
    - `auxiliaries`: which of them belong to the words that express a negation (did not say)
    - `affirming`: what looks like one of these and is none (no doubt, did not hesitate to)
    - `adding`: participles behind a comma with which the same people go on, whatever they deny before (denied it, saying)
    - `that`: words that open a clause which depends on the one before

    `before` and `after` say how many words of any kind may stand between a negation and the verb behind it, or before
    it (-1: it cannot stand there). `joined`: written without spaces, so that phrases are looked for inside words.
    `prefix` is a class of letters that may be written before any word.
    """

    denying: str
    withholding: str
    asking: str
    disbelieving: str = ""
    holding_back: str = ""
    asking_if: str = ""
    questions: str = ""
    saying: str = ""
    negations: str = ""
    nobody: str = ""
    between: str = ""
    auxiliaries: str = ""
    affirming: str = ""
    adding: str = ""
    that: str = ""
    before: int = 0
    after: int = -1
    joined: bool = False
    prefix: str = ""

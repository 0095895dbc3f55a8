"""The closed vocabularies of the tables, each with its values in the order in which they are shown."""

SPEAKER_KINDS = ("person", "organisation", "group", "office")
NAME_KINDS = ("preferred", "alias", "transliteration", "former", "misspelling")
CREATOR_ROLES = ("author", "editor", "translator", "interviewer", "publisher", "director", "recipient")
MEDIA = (
    "speech", "interview", "press_conference", "written", "post", "broadcast", "document", "other",
)  # fmt: skip
FORMS = ("direct", "mixed", "indirect")
SAID_BASES = ("stated", "inferred")
RANKS = ("preferred", "normal", "deprecated")
STATUSES = ("sourced", "disputed", "misattributed")
CHECK_RESULTS = (
    "exact", "typographic", "interrupted", "bracketed", "elided", "drifted", "stitched", "inverted", "altered",
    "ambiguous", "absent", "not_checkable",
)  # fmt: skip
# Those by which a wording is right, and those by which it is not; of the rest nothing is known.
VERIFIED = CHECK_RESULTS[: CHECK_RESULTS.index("stitched")]
FAILED = CHECK_RESULTS[CHECK_RESULTS.index("stitched") : CHECK_RESULTS.index("not_checkable")]
# What a person who knows better may let pass, with a reason.
ACCEPTABLE = ("elided", "inverted")
# What a source has its speaker do with the words: say them, deny them, not say them, ask whether they are so.
POLARITIES = ("asserted", "denied", "not_said", "asked")
STANCES = ("asserts", "denies", "questions")
CLAIM_LINKS = ("contradicts", "supports")
# What somebody found of two speakers: whether they are one.
JUDGEMENTS = ("same", "different", "unsure")
# On what two sources may disagree, and what somebody decided: the first is right, the second is, or both may stand.
CONFLICTS = ("date", "place", "figure", "wording", "speaker")
DECISIONS = ("first", "second", "both")
STATEMENT_LINKS = ("variant_of", "excerpt_of", "translation_of", "corrects", "retracts")
PROPOSAL_STATES = ("open", "accepted", "rejected")
CHANGE_KINDS = ("insert", "update", "delete")
STAMP_KINDS = ("rfc3161", "opentimestamps")

# CSL 1.0.2, appendix III.
SOURCE_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case",
    "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
)  # fmt: skip

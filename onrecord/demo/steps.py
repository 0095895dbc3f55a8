"""The steps: what each is for, the words after `onrecord`, and the exit status it ends with.

Keys are digests of speaker and words, so they are the same on every machine.
"""

ARTICLE = "visit.html"
SOURCE = "lindqvist-2024"
LOG, GANGWAY, HONEST, CRANES = "s3akoai35p", "yk5dwrgubk", "6s24v22i24", "2z7ffybz2i"
CLAIM = "c-wpoews"

STEPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("A database is one file", ("init",), 0),
    ("A source: its text is stored, its author, date and title are read from the page", ("add", "source", ARTICLE), 0),
    (
        "Who says what in it, by itself: a person would go through that with onrecord ingest; here it is done by hand",
        ("extract", ARTICLE, "--engine", "rules"),
        0,
    ),
    (
        "A speaker with every spelling of his name",
        ("add", "speaker", "Baranov, Aleksey", "--alias", "Alexei Baranov", "--alias", "Алексей Баранов"),
        0,
    ),
    (
        "An agency's report",
        (
            "add", "quote",
            ("At the invitation of the Ministry of Trade, a delegation led by Minister Aleksey Baranov will inspect "
            "the new harbour at Tallvik."),
            "--by", "NAP", "--new-speaker", "--kind", "organisation", "--cue", "reported", "--said", "2024-05-14",
            "--in", SOURCE,
        ),
        0,
    ),
    (
        "The same report goes on, and its closing quotation mark is missing",
        (
            "add", "quote",
            "the visit will open a new page in the shipping of grain between the two shores.",
            "--by", "NAP", "--form", "direct", "--cue", "continues", "--said", "2024-05-14", "--in", SOURCE,
        ),
        0,
    ),
    (
        "Another spelling of the minister, and a straight apostrophe for a curly one: found all the same",
        (
            "add", "quote",
            ("These cranes are proof of what patient neighbours can build. I wish Tallvik's dockers calm seas and full "
            "holds!"),
            "--by", "Alexei Baranov", "--named-as", "Alexei Baranov", "--cue", "wrote", "--medium", "written",
            "--occasion", "guest book of the harbour museum", "--in", SOURCE,
        ),
        0,
    ),
    (
        "What the mayor said, as NAP has it: a chain, and words of hers inside words that are not",
        (
            "add", "quote", 'called the visit "the first honest conversation in ten years"',
            "--by", "Ingrid Dahl", "--via", "NAP|According to", "--cue", "called", "--new-speaker", "--in", SOURCE,
        ),
        0,
    ),
    (
        "Indirect speech is recorded as what it is",
        (
            "add", "quote", "the quay would be finished before the first ice",
            "--by", "Dahl", "--via", "NAP|According to", "--cue", "expressed confidence", "--form", "indirect",
            "--in", SOURCE,
        ),
        0,
    ),
    (
        "A source that nobody named is a record, and never mixed up with another",
        (
            "add", "quote", "There was no talk of the loan at all, and nobody expected any.",
            "--by", "a senior official", "--new-speaker", "--unnamed", "--cue", "put it", "--in", SOURCE,
        ),
        0,
    ),
    (
        "A wording that is not there is refused, and the nearest passage shown",
        ("add", "quote", "There was talk of the loan, and everybody expected it.",
         "--by", "a-senior-official", "--in", SOURCE),
        1,
    ),
    (
        "The author speaks too; the scare quotes inside her words make nobody else a speaker",
        (
            "add", "quote",
            "The “friendship quay” of the posters is, for the time being, a muddy field with a flag.",
            "--by", "Lindqvist", "--form", "direct", "--medium", "written", "--tag", "quay", "--in", SOURCE,
        ),
        0,
    ),
    (
        "The dates of the departure disagree: what each says is a statement …",
        (
            "add", "quote", "The delegation left on May 16", "--by", "the harbour’s log", "--new-speaker",
            "--kind", "organisation", "--form", "indirect", "--cue", "according to", "--in", SOURCE,
        ),
        0,
    ),
    (
        "… and so is the other …",
        (
            "add", "quote", "the minister waving from the gangway on May 18", "--by", "NAP", "--form", "indirect",
            "--in", SOURCE,
        ),
        0,
    ),
    ("… about a claim in neutral words …", ("add", "claim", "The delegation left Tallvik on May 16, 2024."), 0),
    ("… that one asserts …", ("stance", LOG, CLAIM, "--asserts"), 0),
    ("… and the other denies", ("stance", GANGWAY, CLAIM, "--denies", "--note", "has him still leaving on May 18"), 0),
    ("Both sides", ("show", CLAIM), 0),
    ("Search: one spelling finds all, in names and inside wordings", ("search", "Баранов"), 0),
    ("Search: a phrase, a beginning, a date", ("search", '"patient neighbours" dock*', "--since", "2024"), 0),
    ("Everything is checked against the stored text; the exit status is for scripts", ("verify", "--all"), 0),
    ("One statement whole: who, through whom, where it stands, what was done to it", ("show", HONEST), 0),
    ("Cited in APA style: what came through others says so", ("cite", HONEST, CRANES, "--style", "apa"), 0),
    ("The same for BibTeX", ("cite", HONEST, CRANES, "--format", "bibtex"), 0),
)  # fmt: skip

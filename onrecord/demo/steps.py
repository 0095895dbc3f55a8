"""The steps: what each is for, the words after `onrecord`, and the exit status it ends with.

Keys are digests of speaker and words, so they are the same on every machine.
"""

ARTICLE = "visit.html"
SOURCE = "lindqvist-2024"

STEPS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    ("A database is one file", ("init",), 0),
    ("A source: its text is stored, its author, date and title are read from the page", ("add", "source", ARTICLE), 0),
    (
        "A speaker with every spelling of his name",
        ("add", "speaker", "Baranov, Aleksey", "--alias", "Alexei Baranov", "--alias", "Алексей Баранов"),
        0,
    ),
    (
        "An agency's report",
        (
            "add", "quote",
            "At the invitation of the Ministry of Trade, a delegation led by Minister Aleksey Baranov will inspect "
            "the new harbour at Tallvik.",
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
        "Another spelling of the minister, straight quotation marks typed for curly ones: found all the same",
        (
            "add", "quote",
            "These cranes are proof of what patient neighbours can build. I wish the dockers of Tallvik calm seas and "
            "full holds!",
            "--by", "Alexei Baranov", "--named-as", "Alexei Baranov", "--cue", "wrote", "--medium", "written",
            "--occasion", "guest book of the harbour museum", "--in", SOURCE,
        ),
        0,
    ),
    (
        "What the mayor said, as NAP has it: a chain",
        (
            "add", "quote", "thanked the guests for their candour",
            "--by", "Ingrid Dahl", "--via", "NAP|According to", "--form", "mixed", "--new-speaker",
            "--in", SOURCE,
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
)  # fmt: skip

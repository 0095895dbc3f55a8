"""What a document calls itself, without what a program put in front of it."""

from onrecord.text.patterns import lazy

_PROGRAM = lazy(
    r"(?i)(?:Microsoft\s+(?:Office\s+)?(?:Word|PowerPoint|Excel|Publisher)|(?:Libre|Open)Office|WordPerfect|Adobe\s+(?:InDesign|PageMaker))\s+[-–]\s+(?P<rest>.+)",
)
_FILE_ENDING = lazy(r"(?i)\.(?:docx?|rtf|odt|pptx?|xlsx?|pub|indd|wpd|pages|txt|pdf)$")
_NO_TITLE = lazy(
    r"(?i)\W*(?:anonymous|untitled(?:[ -]?\d+)?|untitled document|unspecified|no title|document ?\d*|dokument ?\d*|title|titel|null|none|undefined"
    r"|(?:microsoft )?(?:power ?point|word|excel)?(?: presentation| document)?|presentation ?\d*|präsentation ?\d*|slide ?\d+|unbenannt(?:es dokument)?"
    r"|sans titre|sin título|senza titolo|sem título|bez nazwy|без названия|без назви|naamloos)\W*",
)


def usable_title(title: str) -> str | None:
    """A title without what a program put in front of it ("Microsoft Word - report.doc"); None where nothing else is."""
    match = _PROGRAM.fullmatch(title)
    if match:
        title = _FILE_ENDING.sub("", match["rest"]).strip()
    return None if _NO_TITLE.fullmatch(title) else title or None

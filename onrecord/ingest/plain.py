"""Text that another program wrote, made fit to be stored."""

from onrecord.text.patterns import lazy

# The longest title and the like.
LONGEST_LINE = 1000

# Line-, direction- and width-changing characters that have no business in a name. The zero-width joiners
# (U+200C, U+200D) stay: Persian and Indian names are spelled with them.
_NOT_IN_NAMES = lazy(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_UNFIT = lazy("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_ENDS = lazy("\r\n?|\x0c|\x85")


def stored_form(text: str) -> str:
    """`text` with \\n line ends, without control characters and lone surrogates."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def in_one_line(text: object) -> str:
    """`text` fit to be stored, in one line; "" for nothing."""
    return " ".join(stored_form(str(text)).split()) if text else ""


def clean(value: str, longest: int = LONGEST_LINE) -> str | None:
    """One line without control, direction or invisible characters; None if nothing is left or it is too long."""
    line = " ".join(_NOT_IN_NAMES.sub("", " ".join(value.split())).split())
    return line if line and len(line) <= longest else None

"""Citations of attributions: in a CSL style as text, or as records for a reference manager."""

from collections.abc import Sequence

from onrecord.cite import bibtex, csljson, ris, styles, text
from onrecord.cite.attribution import FAILED
from onrecord.cite.items import format_items, read_items
from onrecord.errors import ConflictError, UsageError
from onrecord.records import Quote

__all__ = ["FORMATS", "cite", "format_items", "read_items"]

FORMATS = ("text", "bibtex", "ris", "csljson")

_WRITERS = {"bibtex": bibtex.write, "ris": ris.write, "csljson": csljson.write}


def cite(quotes: Sequence[Quote], *, style: str = "apa", format: str = "text", force: bool = False) -> str:
    """Cites `quotes` in the order given; no line end follows the last line.

    `style` is the id of a CSL style or the path of a .csl file; only the format "text" asks for it. ConflictError:
    the wording of a quotation failed verification, unless `force`; then it carries a mark. InputError: the style
    is not there or cannot be used. UsageError: the format is none of `FORMATS`.
    """
    if format not in FORMATS:
        raise UsageError(f"{format!r} is not a format. Formats: {', '.join(FORMATS)}.")
    failed = [f"{quote.ref} ({quote.check_result})" for quote in quotes if quote.check_result in FAILED]
    if failed and not force:
        raise ConflictError(
            f"The wording of {', '.join(failed)} could not be verified in the source. Correct it with onrecord "
            "edit, or cite it with a mark: --force"
        )
    if not quotes:
        return "[]" if format == "csljson" else ""
    if format == "text":
        return text.write(quotes, styles.load(style))
    return _WRITERS[format](quotes)

"""Text that another program wrote, made fit to be stored."""

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|\x0c|\x85")


def stored_form(text: str) -> str:
    """`text` with \\n line ends, without control characters and lone surrogates."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def in_one_line(text: object) -> str:
    """`text` fit to be stored, in one line; "" for nothing."""
    return " ".join(stored_form(str(text)).split()) if text else ""

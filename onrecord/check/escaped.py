"""Words as the notation of a draft has them, so that each letter means itself."""

from __future__ import annotations

import html

from onrecord.text.patterns import lazy

_MARKDOWN = lazy(r"[\\`*<]|_|(?<!\w)@|&(?=#?\w+;)")
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "{": r"\{",
    "}": r"\}",
    **{sign: f"\\{sign}" for sign in "%&_#$"},
}


def escaped(words: str, notation: str) -> str:
    """Words of a source in Markdown, HTML or LaTeX; a plain text has them as they are."""
    if notation == "html":
        return html.escape(words, quote=False)
    if notation == "markdown":
        return _MARKDOWN.sub(lambda match: f"\\{match[0]}", words)
    if notation == "latex":
        return "".join(_LATEX.get(sign, sign) for sign in words)
    return words

"""The quotation marks of a language, and quotations within quotations."""

from __future__ import annotations

from onrecord.model.light import lru_cache

# Outer and inner marks, by language or locale (Unicode CLDR, quotationStart and so on).
_MARKS = {
    "cs": "„“‚‘", "da": "“”‘’", "de": "„“‚‘", "de-CH": "«»‹›", "en": "“”‘’", "en-GB": "‘’“”", "es": "«»“”",
    "fi": "””’’", "fr": "«»“”", "hu": "„”»«", "it": "«»“”", "ja": "「」『』", "nb": "«»‘’", "nl": "“”‘’",
    "pl": "„”«»", "pt": "«»“”", "pt-BR": "“”‘’", "ru": "«»„“", "sk": "„“‚‘", "sv": "””’’", "uk": "«»„“",
    "zh": "“”‘’", "zh-TW": "「」『』",
}  # fmt: skip


@lru_cache(maxsize=64)
def language_marks(language: str) -> tuple[str, str, str, str]:
    """Opening and closing quotation marks, then those within others; of English where the language is unknown."""
    marks = _MARKS.get(language) or _MARKS.get(language.partition("-")[0]) or _MARKS["en"]
    outer, closing, inner, inner_closing = tuple(marks)
    if language.startswith("fr") and language != "fr-CH":
        outer, closing = "«\u00a0", "\u00a0»"
    return outer, closing, inner, inner_closing


def marked(words: str, language: str = "en-US") -> str:
    """`words` in quotation marks; outer marks inside become inner ones where no inner ones are used yet."""
    outer, closing, inner, inner_closing = language_marks(language)
    if "‘" not in words and "‚" not in words:
        words = words.replace("“", inner).replace("”", inner_closing)
    return f"{outer}{words}{closing}"

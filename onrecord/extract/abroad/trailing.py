"""What is denied behind a quotation, in languages whose verb of denying ends the sentence."""

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.sentence import Report
from onrecord.text import polarity
from onrecord.text.patterns import lazy
from onrecord.text.polarity import Reading

# The saying made a noun, within one clause: "「…」と述べたことを否定した", "라고 말한 것을 부인했다". "…と述べ、疑惑を否定した" says it.
_SAYING_AS_NOUN = {
    "ja": lazy(r"\s*(?:など|等)?と[^、。，,「」『』\n]{0,24}?(?:こと|事実|発言|報道|事は|事を)"),
    "ko": lazy(
        r"\s*(?:이?라고|이?라는|고|는|다는|라던)[^.,、。\"“”\n]{0,24}?(?:[한힌던린]|다는|라는)\s*(?:것|걸|건|게|적|사실|일|바|의혹|보도|주장|발언|말)"
    ),
    "tr": lazy(
        r"\s*,?\s*(?:diye\s)?(?:dedi[gğ]i|söyledi[gğ]i|belirtti[gğ]i|konuştu[gğ]u|yazdı[gğ]ı|demiş olduğu)n\w*"
    ),
}
_CLAUSE = lazy(r"[^.,、。，「」『』\"“”\n]{0,40}")


def denied_behind(text: str, words: Laid, report: Report) -> Reading | None:
    """The reading of a quotation behind which the saying of it is denied in one clause."""
    said = _SAYING_AS_NOUN.get(words.code)
    last = max(report.pieces, default=(0, 0))
    pair = words.quotes.get(last[1] - 1)
    if said is None or pair is None:
        return None
    noun = said.match(text, pair.end)
    clause = _CLAUSE.match(text, noun.end()) if noun else None
    if noun is None or clause is None:
        return None
    reading = polarity.lexicon(words.code).read(clause[0])
    if reading.polarity not in ("denied", "not_said"):
        return None
    return Reading(reading.polarity, True, pair.end, clause.end())

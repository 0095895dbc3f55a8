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


# A predicate behind the quotation, whose verb may be any: 「…」とは言っていない, “…”고 말한 적이 없다
_PREDICATE = {
    "ja": lazy(r"\s*(?:など|等)?と"),
    "ko": lazy(r"\s*(?:이?라고|고|다고)(?=[는도\s])"),
}


# What is denied in them is not the saying: 「…」と起訴内容を否認した, “…”라고 혐의를 부인했다
_OTHERWISE_DENIED = {
    "ja": lazy(
        r"\s*(?:など|等)?と、?(?:改めて|全面的に|強く|一貫して)?(?:起訴内容|起訴事実|公訴事実|容疑|疑惑|関与|指摘|責任|罪|批判|主張|見方|可能性|犯行|事実関係)(?:の一部|について)?[をはも]"
    ),
    "ko": lazy(
        r"\s*(?:이?라고|고)\s(?:모든\s|관련\s)?(?:혐의|의혹|주장|책임|보도|공소사실|지적|비판|가능성)(?:을|를|은|는|도)"
    ),
}


def _predicate(text: str, words: Laid, end: int) -> Reading | None:
    """What the predicate behind a quotation expresses that ends at `end`, where that is not assertion."""
    clause = _CLAUSE.match(text, end)
    if clause is None or not _PREDICATE[words.code].match(text, end):
        return None
    if _OTHERWISE_DENIED[words.code].match(text, end):
        return None
    reading = polarity.lexicon(words.code).read(clause[0])
    return (
        Reading(reading.polarity, True, end, clause.end())
        if reading.polarity in ("denied", "not_said")
        else None
    )


def denied_behind(text: str, words: Laid, report: Report) -> Reading | None:
    """The reading of a quotation behind which the saying of it is denied in one clause."""
    said = _SAYING_AS_NOUN.get(words.code)
    last = max(report.pieces, default=(0, 0))
    pair = words.quotes.get(last[1] - 1)
    if said is None or pair is None:
        return None
    if (
        words.code in _PREDICATE
        and report.cue[0] in words.quotes
        and (told := _predicate(text, words, pair.end))
    ):
        return told
    noun = said.match(text, pair.end)
    clause = _CLAUSE.match(text, noun.end()) if noun else None
    if noun is None or clause is None:
        return None
    reading = polarity.lexicon(words.code).read(clause[0])
    if reading.polarity not in ("denied", "not_said"):
        return None
    return Reading(reading.polarity, True, pair.end, clause.end())


# How a quotation is joined to the verb behind it: "라고는 말하지 않았다".
_JOINS_VERB = {
    "ko": lazy(r" (?:이?라|다)?고(?:는|도|까지|조차)?(?:공개적으로|직접|결코|절대|한번도)?"),
    "ja": lazy(r" (?:など|等|なんて)?と(?:は|も|まで)?(?:一度も|一切|決して)?"),
}
_LONGEST_VERB = 40


def held_back_behind(text: str, words: Laid, report: Report) -> Reading | None:
    """The reading of a quotation whose own verb, behind it, says that it was not said: "“…”고 말하지 않았다", "「…」とは言っていない"."""
    joins = _JOINS_VERB.get(words.code)
    pair = words.quotes.get(max(report.pieces, default=(0, 0))[1] - 1)
    if joins is None or pair is None:
        return None
    known = polarity.lexicon(words.code)
    line = known.line(text[pair.end : pair.end + _LONGEST_VERB])
    joined = joins.match(line.text)
    held = known.withholding.match(line.text, joined.end()) if joined else None
    if held is None:
        return None
    return Reading("not_said", True, pair.end, pair.end + line.place_of(*held.span())[1])

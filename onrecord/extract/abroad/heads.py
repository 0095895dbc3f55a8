"""What a name behind others in a noun phrase tells: who heads them, or only whose and where something is."""

from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.abroad.phrases import Phrases

Range = tuple[int, int]


def names_head(words: Laid, lexicon: Lexicon, head: int, start: int) -> bool:
    """Whether a name follows the office of somebody and those whom it heads: "il comandante dei vigili del fuoco Ivo Morandi"."""
    before = words.low[start - 1]
    if words.upper[start - 1] or before in lexicon.of or before in lexicon.articles or before[-1] == "'":
        return False
    company = lexicon.is_organisation(before) and before not in lexicon.groups
    return start - head > 1 and lexicon.is_role(words.low[head]) and not company


def tells_of_what(words: Laid, lexicon: Lexicon, head: int, start: int) -> bool:
    """Whether a single name only tells whose or where something is: "la viuda de Pedro"."""
    if lexicon.table.nouns_upper or start - head < 2 or words.low[start - 1] not in lexicon.of:
        return False
    return not any(
        words.upper[k] or words.low[k] in lexicon.titles or words.low[k] in lexicon.particles
        for k in range(head, start - 1)
    )


def is_titled_by_article(words: Laid, lexicon: Lexicon, first: int, start: int) -> bool:
    """Whether an article is part of a name, as of a newspaper's: "selon Le Monde", "según El País"."""
    return (
        start == first + 1
        and words.low[first] in lexicon.articles
        and words.upper[first]
        and not words.begins_sentence(first)
        and not lexicon.table.nouns_upper
    )


def apposition(words: Laid, after: int) -> Range | None:
    """What stands behind the comma behind a noun phrase, where a name begins there."""
    lexicon = words.lexicon
    if after + 1 >= len(words) or words.low[after] != "," or not words.upper[after + 1]:
        return None
    return Phrases(words, lexicon).read(after + 1, len(words))

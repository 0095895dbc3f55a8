"""Interviews whose questions are told from the answers by their type alone: emphasised paragraphs, or headings."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.ingest.document import Turn
from onrecord.ingest.labels import is_name
from onrecord.ingest.narration import own_words
from onrecord.ingest.transcript_names import who_answers
from onrecord.model.record import replace
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Without one of these above the first question, bold questions are what an explainer or a list of answers has, too.
_IS_INTERVIEW = lazy(
    r"(?i)interview|gespräch|entrevist|intervist|entretien|propos recueillis|intervj|interviu|wywiad|rozmow|rozhovor|haastattelu|röportaj|söyleşi"
    r"|интервью|інтерв|беседовал|συνέντευξη|in conversation|questions (?:for|to)\b|answer(?:s|ed) (?:our|the) questions|fragen an\b|questions à\b|preguntas a\b|domande a\b|rencontre avec|беседа с|розмова з|sohbet|gesprek met|samtal med|q\s?(?:&|and)\s?a\b"
    r"|\b(?:spoke|speaks|talked|talks) (?:to|with)\b|インタビュー|に聞く|に聞いた|聞きました|专访|專訪|采访|採訪|访谈|訪談|对话|인터뷰|대담|مقابلة|حوار مع|لقاء مع|مصاحبه|گفت‌?و‌?گو|phỏng vấn|wawancara|ראיון|साक्षात्कार|สัมภาษณ์",
)
_ASKS = ("?", "？", "؟", ";", "?”", '?"', "?»", "?“")
_EMPHASIS = frozenset(("b", "strong", "em", "i"))
_LEAST_QUESTIONS, _LEAST_ASKING = 3, 0.6
_LONGEST_ABOVE, _LONGEST_QUESTION = 6_000, 600
_WORD = lazy(r"[^\W\d_][\w’'-]*")
_MOST_NAMES = 4


def asked_in(tree: HtmlElement) -> frozenset[str]:
    """The paragraphs of a page that are emphasised whole, and its lower headings: letters and digits of each."""
    found = set()
    for element in tree.iter("p", "div", "li", "h2", "h3", "h4", "h5", "h6"):
        words = element.text_content()
        if len(words) <= _LONGEST_QUESTION and (element.tag[0] == "h" or _is_emphasised(element, words)):
            found.add(_key(words))
    return frozenset(found) - {""}


def titles_of(tree: HtmlElement) -> list[str]:
    """What a page is called: by its heading, its title, and for whoever links to it."""
    named = [" ".join(one.text_content().split()) for one in (*tree.iter("h1"), *tree.iter("title"))]
    return [*named, *map(str, tree.xpath("//meta[@property='og:title']/@content"))]


def interview_in(text: str, asked: frozenset[str], titles: list[str]) -> tuple[Turn, ...]:
    """The answers of an interview, each a turn of the one person whom its title and what stands above the questions name.

    None where the text says nowhere that it is one, where nobody or several are named, or where the answers themselves
    speak of that person by name. `asked` are the paragraphs that may be questions.
    """
    paragraphs = [(found.start(), found.end()) for found in re.finditer(r"[^\n][\s\S]*?(?=\n\n|\s*\Z)", text)]
    questions = [span for span in paragraphs if _key(text[slice(*span)]) in asked]
    first = next((at for at, span in enumerate(questions) if _asks(text[slice(*span)])), len(questions))
    questions = questions[first:]
    asking = sum(_asks(text[slice(*span)]) for span in questions)
    if len(questions) < _LEAST_QUESTIONS or asking < _LEAST_ASKING * len(questions):
        return ()
    above = text[: questions[0][0]][-_LONGEST_ABOVE:]
    if not _IS_INTERVIEW.search("\n".join([*titles, above])):
        return ()
    turns = [
        (start, end)
        for (_, asked_end), (until, _) in pairwise([*questions, (len(text), len(text))])
        if (start := asked_end + len(text[asked_end:until]) - len(text[asked_end:until].lstrip()))
        < (end := asked_end + len(text[asked_end:until].rstrip()))
    ]
    name = _named(titles, above) or who_answers(above, [text[slice(*span)] for span in questions])
    if not name or not turns:
        return ()
    last = name.split()[-1]
    turns[-1] = _before_note(text, *turns[-1], last)
    if any(last in text[start:end] for start, end in turns):
        return ()
    return own_words(text, [Turn(start, end, name) for start, end in turns])


def without_emphasised(text: str, turns: tuple[Turn, ...], asked: frozenset[str]) -> tuple[Turn, ...]:
    """The turns without the paragraphs in them that are emphasised whole: what the author tells, or asks, between the answers."""
    kept: list[Turn] = []
    for turn in turns:
        spans = [found.span() for found in _PARAGRAPH.finditer(text, turn.start, turn.end)]
        own = [span for at, span in enumerate(spans) if not at or _key(text[slice(*span)]) not in asked]
        if len(own) == len(spans):
            kept.append(turn)
            continue
        parts: list[tuple[int, int]] = []
        for span in own:
            joined = parts and not any(parts[-1][1] <= other[0] < span[0] for other in spans)
            parts[len(parts) - bool(joined) :] = [(parts[-1][0] if joined else span[0], span[1])]
        kept += [replace(turn, start=start, end=end) for start, end in parts]
    return tuple(kept)


_PARAGRAPH = lazy(r"[^\n][\s\S]*?(?=\n\n|\s*\Z)")
_MARK = lazy(r"[ \t\u3000]*(?P<mark>[-‐–—―─－*•◆◇▲△▶▷■□◎]{1,3})[ \t\u3000]*(?=[^\s\W]|[¿«“\"「『])")
_ASKS_IN_WORDS = lazy(r"[?？؟;][”\"»」』)]*\s*$|か[。．」]?\s*$|[까요][.。]?\s*$")


def marked_interview(text: str) -> tuple[Turn, ...]:
    """The answers of an interview whose questions have a dash or another mark at the head of their lines: "――いつですか。"

    A turn each, of nobody named; where the answers have a mark as well, it is another one. None where the text does not
    call itself an interview.
    """
    if not _IS_INTERVIEW.search(text, 0, _LONGEST_ABOVE):
        return ()
    lines = [found.span() for found in re.finditer(r"[^\n]+", text) if not found[0].isspace()]
    marks = [_MARK.match(text, *line) for line in lines]
    kinds = [found["mark"] if found else "" for found in marks]
    for kind in dict.fromkeys(filter(None, kinds)):
        asked = [at for at, one in enumerate(kinds) if one == kind]
        questions = [at for at in asked if _ASKS_IN_WORDS.search(text, *lines[at])]
        # Questions and answers may both have the dash of a dialogue.
        asked = questions if len(questions) * 5 < len(asked) * 3 else asked
        asking = len(questions)
        answered = sum(after > at + 1 for at, after in pairwise([*asked, len(lines)]))
        if (
            len(asked) < _LEAST_QUESTIONS
            or asking < _LEAST_ASKING * len(asked)
            or answered < 0.8 * len(asked)
            or not _IS_INTERVIEW.search(text, 0, lines[asked[0]][0])
        ):
            continue
        name = who_answers(text[: lines[asked[0]][0]], [text[slice(*lines[at])] for at in asked])
        turns = []
        for at, after in pairwise([*asked, len(lines)]):
            if after > at + 1:
                own = marks[at + 1]
                start = own.end() if own else lines[at + 1][0]
                turns.append(Turn(start, lines[after - 1][1], name or "A", unnamed=not name))
        return own_words(text, turns)
    return ()


def _before_note(text: str, start: int, end: int, last: str) -> tuple[int, int]:
    """The last answer without what is said below it of whoever gave it: "Ann Lee's book is out."."""
    note = text.find(last, start, end)
    paragraph = text.rfind("\n\n", start, note) if note >= 0 else -1
    return (start, paragraph) if paragraph > start else (start, end)


def _named(titles: list[str], above: str) -> str:
    """The one person who is named both in a title and above the questions; "" where nobody is, or several."""
    below = " ".join(line for line in above.split("\n") if line.strip() not in titles)
    found: set[str] = set()
    for title in titles:
        words = list(_WORD.finditer(title))
        for count in range(_MOST_NAMES, 1, -1):
            for at in range(len(words) - count + 1):
                name = title[words[at].start() : words[at + count - 1].end()]
                ends = words[at][0][0].isupper() and words[at + count - 1][0][0].isupper()
                if ends and is_name(name) and re.search(rf"\b{re.escape(name)}\b", below):
                    found.add(name)
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    return longest[0] if len(longest) == 1 else ""


def _asks(paragraph: str) -> bool:
    return paragraph.rstrip().endswith(_ASKS)


def _is_emphasised(element: HtmlElement, words: str) -> bool:
    inside = sum(len(_key(one.text_content())) for one in element if one.tag in _EMPHASIS)
    return inside > 0 and inside == len(_key(words))


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words))

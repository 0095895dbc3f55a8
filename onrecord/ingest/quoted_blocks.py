"""Where the block quotations of a page stand in its text, and who signs them."""

from onrecord.ingest.document import Turn
from onrecord.ingest.labels import is_name

_DASHES = "—–-―‒~"
_MOST_BLOCKS = 2_000
_LONGEST_SIGNATURE = 200


def placed(text: str, quotations: list[tuple[str, str | None]]) -> tuple[Turn, ...]:
    """The block quotations that stand in a text as paragraphs of their own, in its order, without their signatures.

    `quotations` are their letters and digits, each with its signature, in the order of the page. The speaker is "" where
    nobody signs, or what stands there is no name; `unnamed` then tells that there is a signature.
    """
    found: list[Turn] = []
    paragraphs = _paragraphs(text)
    at = 0
    for letters, signature in quotations[:_MOST_BLOCKS]:
        for first in range(at, len(paragraphs)):
            key = paragraphs[first][2]
            if key and letters.startswith(key) and (last := _last(paragraphs, first, letters)) is not None:
                start = paragraphs[first][0]
                by = signed_by(signature or "")
                end = _before_signature(text, start, paragraphs[last][1], signature or "")
                found.append(Turn(start, end, by, unnamed=bool(signature) and not by))
                at = last + 1
                break
    return tuple(found)


def signed_by(signature: str) -> str:
    """Who signs: "Ann Lee" of "Ann Lee, mayor, in a letter"; "" where what stands there is no name."""
    name = signature[:_LONGEST_SIGNATURE].partition(",")[0].partition("(")[0].partition("，")[0]
    words = name.strip(f"{_DASHES} .:").split()
    if any(one.isdigit() for one in name) or not words:
        return ""
    if is_name(" ".join(words)):
        return " ".join(words)
    # "Head teacher Ann Lee": an office, and who holds it.
    first = next((at for at in range(len(words)) if all(one[0].isupper() for one in words[at:])), len(words))
    return " ".join(words[first:]) if 1 < len(words) - first <= first + 2 and words[0][0].isupper() else ""


def _paragraphs(text: str) -> list[tuple[int, int, str]]:
    """Start, end, and letters and digits of each paragraph."""
    found = []
    at = 0
    for paragraph in text.split("\n\n"):
        words = paragraph.rstrip()
        found.append((at, at + len(words), "".join(filter(str.isalnum, words))))
        at += len(paragraph) + 2
    return found


def _last(paragraphs: list[tuple[int, int, str]], first: int, letters: str) -> int | None:
    """The last paragraph of a quotation that begins with one; None where what stands there is another text."""
    done = 0
    for at in range(first, len(paragraphs)):
        key = paragraphs[at][2]
        if not letters.startswith(key, done):
            return None
        done += len(key)
        if done == len(letters):
            return at
    return None


def _before_signature(text: str, start: int, end: int, signature: str) -> int:
    """Where the words of a quotation end whose last line, or last paragraph, may be its signature."""
    words = " ".join(signature.split())
    at = text.rfind(words, start, end) if words else -1
    before = text[start:at].rstrip() if at > start else ""
    if not before or before[-1] not in _DASHES or text[at + len(words) : end].strip():
        return end
    bare = before.rstrip(_DASHES + " \n")
    return start + len(bare) if bare else end

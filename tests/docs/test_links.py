"""Every link of the documentation leads somewhere."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PAGES = sorted([*(CHECKOUT / "docs").rglob("*.md"), *CHECKOUT.glob("*.md")])
# Neither in a block of code nor in a span of it.
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def anchors(text: str) -> set[str]:
    """What the headings of a page are called in an address."""
    headings = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), flags=re.MULTILINE
    )
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(CHECKOUT).as_posix() for page in PAGES])
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.exists(), target
        assert CHECKOUT in other.parents, target
        if anchor:
            assert anchor in anchors(other.read_text("utf-8")), target


def test_every_page_of_the_manual_is_reached_from_its_first() -> None:
    first = CHECKOUT / "docs" / "index.md"
    reached, waiting = {first}, [first]
    while waiting:
        page = waiting.pop()
        for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
            other = (page.parent / target.partition("#")[0]).resolve()
            if other.suffix == ".md" and other.is_file() and other not in reached:
                reached.add(other)
                waiting.append(other)
    missed = [page.relative_to(CHECKOUT).as_posix() for page in PAGES if page not in reached]
    assert [name for name in missed if name.startswith("docs/")] == []

"""CSL styles: one's own, those of the installed style package, or read from a file; never from the network.

One's own styles are the .csl files in `own_folder()`; one of the same id as a style of the package is used instead.
"""

from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree

from onrecord.cite.engine_style import FILLER, KNOWN_LABELS, Style, locator_mark
from onrecord.cite.locales import known_locale
from onrecord.cite.macros import refuse_endless
from onrecord.cite.style_files import (
    COMMON,
    HEAD,
    installed_folder,
    is_id,
    own_files,
    own_folder,
    shipped,
    stated_id,
)
from onrecord.errors import Hint, InputError
from onrecord.model.light import lru_cache
from onrecord.text.patterns import lazy
from onrecord.text.unread import unread

_CSL = "{http://purl.org/net/xbiblio/csl}"
# The longest published one has a quarter of it.
_MAX_BYTES = 1_000_000
# The title is the first element of <info>, which is the first of a style.
_TITLE_WITHIN = 4_000
_TITLE = lazy(r"<title(?:\s[^>]*)?>([^<]*)</title>")
# How people write the name of a style, which is no path; and what stands between its words.
_SPOKEN = lazy(r"[A-Za-z0-9][A-Za-z0-9 .,()_-]{0,199}")
_BETWEEN = lazy(r"[ .,()_-]+")

_PRINTING = {f"{_CSL}{name}" for name in ("text", "date", "number", "names", "label")}


def load(name: str, locale: str | None = None) -> Style:
    """The style `name`: a CSL id or an alias of one in any case, the title of a style, or the path of a .csl file.

    `locale` is the CSL locale ("de-DE", or "de" for its first) of months, terms and quotation marks, else the
    style's own; UsageError: there is none of that name. A dependent style gives its parent. InputError: no style is called so (near names are given), the file
    cannot be read, or it is no CSL style.
    """
    path = Path(name)
    if path.suffix.lower() == ".csl" and ("/" in name or "\\" in name or path.exists()):
        text: str | bytes = _from_file(path)
        known_as = str(path)
    else:
        known_as = path.stem if path.suffix.lower() == ".csl" else name
        if known_as != name and file_of(known_as) is None:
            raise InputError(
                f"There is no style file {name[:80]!r} here, and no citation style {known_as[:80]!r}."
            )
        text = _installed(known_as).read_text("utf-8")
    parent, language = _dependence(known_as, text)
    if locale is not None:
        language = known_locale(locale)
    if parent is None:
        return _made(known_as, text, language)
    # The engine would fetch it; every parent of a published style is in the package.
    above = _installed(parent).read_text("utf-8")
    if _dependence(parent, above)[0] is not None:
        raise InputError(f"The style {known_as} depends on {parent}, which is a dependent style itself.")
    return _made(parent, above, language)


@lru_cache(maxsize=16)
def _dependence(name: str, text: str | bytes) -> tuple[str | None, str | None]:
    """The id of the style that this one only is another name for, None where it is one itself, and its language."""
    root = _parsed(text, name)
    return _parent(root), root.get("default-locale")


@lru_cache(maxsize=16)
def _made(name: str, text: str | bytes, language: str | None) -> Style:
    """The style of this text, with another language where it is said. A copy of thousands of pages asks for one again and again."""
    root = _parsed(text, name)
    if language:
        root.set("default-locale", language)
    return _prepared(name, root)


def suggested(incomplete: str) -> list[str]:
    """The ids that begin so, those used most first; without a beginning only these."""
    there = [one for one in COMMON if one.startswith(incomplete) and _by_id(one)]
    if not incomplete:
        return there
    import glob

    pattern = f"{glob.escape(incomplete)}*.csl"
    others = sorted(
        path.stem for folder in (own_folder(), installed_folder()) for path in Path(folder).glob(pattern)
    )
    return list(dict.fromkeys([*there, *others[:50]]))


def _by_id(name: str) -> Path | None:
    if not is_id(name):
        return None
    path = _own(name) or shipped(name)
    return Path(path) if path else None


def meant(name: str) -> str | None:
    """The id of the style that people mean by a name such as "mla", "MLA 9" or "Chicago Author-Date"; None for an id, and for
    what means none.
    """
    if _by_id(name) is not None or _by_id(name.lower()) is not None or not _SPOKEN.fullmatch(name):
        return None
    from onrecord.cite.style_aliases import ALIASES

    spelled = _BETWEEN.sub("-", name.lower()).strip("-")
    squeezed = spelled.removesuffix("-style").replace("-", "")
    return ALIASES.get(squeezed) or (spelled if _by_id(spelled) is not None else None)


def file_of(name: str) -> Path | None:
    """The file of an installed style that depends on no other, by its id or an alias; None where `name` is neither.

    That of its parent stands for a dependent style.
    """
    path = _by_id(name) or _by_id(name.lower()) or _by_id(meant(name) or "")
    if path is None:
        return None
    parent = _parent(_parsed(path.read_text("utf-8"), name))
    return path if parent is None else _by_id(parent)


def _from_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise unread(str(path), error) from None
    if len(content) > _MAX_BYTES:
        raise InputError(f"The style file {path} is larger than 1 MB: that is not a CSL style.")
    return content


def _own(name: str) -> str | None:
    """One's own style of this id, or else of this file name."""
    files = own_files()
    for path in files:
        with Path(path).open("rb") as file:
            if stated_id(file.read(HEAD).decode("utf-8", "replace")) == name:
                return path
    return next((path for path in files if Path(path).stem == name), None)


def _installed(name: str) -> Path:
    for one in (name, name.lower(), meant(name) or ""):
        if (path := _by_id(one)) is not None:
            return path
    named = _called(name)
    if len(named) == 1:
        return named[0]
    if named:
        several = ", ".join(sorted(path.stem for path in named)[:5])
        raise InputError(f"Several citation styles are called {name[:80]!r}: {several}. Give the id of one.")
    from onrecord.cite.style_near import near  # for whoever mistyped

    known = [
        path.stem for folder in (own_folder(), installed_folder()) for path in Path(folder).rglob("*.csl")
    ]
    found = near(name, known)
    meant_so = f" Did you mean {', '.join(found)}?" if found else ""
    raise InputError(f"There is no citation style {name[:80]!r}.{meant_so}", hint=Hint("find_style"))


def _called(title: str) -> list[Path]:
    """The installed styles of this title, in whatever case; independent ones where there are any."""
    wanted = " ".join(title.split()).casefold()
    # An id has no spaces, and most titles have one: no search through all files for a typing error in an id.
    if " " not in wanted and not title[:1].isupper():
        return []
    import html

    folder = Path(installed_folder())
    for files in (
        Path(own_folder()).glob("*.csl"),
        folder.glob("*.csl"),
        (folder / "dependent").glob("*.csl"),
    ):
        titles = []
        for path in files:
            with path.open("rb") as file:
                head = file.read(_TITLE_WITHIN).decode("utf-8", "replace")
            match = _TITLE.search(head)
            if match and " ".join(html.unescape(match[1]).split()).casefold() == wanted:
                titles.append(path)
        if titles:
            return titles
    return []


def _parsed(text: str | bytes, name: str) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise InputError(f"{name} is not a CSL style: {error}.") from error
    if root.tag != f"{_CSL}style":
        raise InputError(f"{name} is not a CSL style: its first element is not <style> of CSL 1.0.")
    return root


def _parent(root: ElementTree.Element) -> str | None:
    """The id of the style that this one only is another name for."""
    for link in root.iterfind(f"{_CSL}info/{_CSL}link"):
        if link.get("rel") == "independent-parent":
            return link.get("href", "").rstrip("/").rsplit("/", 1)[-1]
    return None


def _prepared(name: str, root: ElementTree.Element) -> Style:
    info = root.find(f"{_CSL}info")
    citation = root.find(f"{_CSL}citation")
    if info is None or citation is None:
        raise InputError(f"{name} is not a whole CSL style: <info> or <citation> is missing.")
    refuse_endless(name, root)
    given_id = root.findtext(f"{_CSL}info/{_CSL}id", "").strip()
    categories = root.iterfind(f"{_CSL}info/{_CSL}category")
    formats = {category.get("citation-format") for category in categories}
    language = root.get("default-locale") or "en-US"
    time_terms = [
        (term.text or "").strip()
        for locale in _locales(root, language)
        for term in locale.iterfind(f"{_CSL}terms/{_CSL}term[@name='timestamp']")
    ]
    conditions = [set(one.get("locator", "").split()) for one in root.iter()]
    _add_locator_marks(root, info)
    framed = any(one.get("prefix") for one in citation.iter(f"{_CSL}layout"))
    fills = not any(FILLER in value.split() for one in root.iter() for value in one.attrib.values())
    if fills:
        _put_groups_into_choices(root)
        _let_terms_stand(root)
    return Style(
        id=given_id.rstrip("/").rsplit("/", 1)[-1] or name,
        xml=_without_prefixes(root),
        is_note=root.get("class") == "note",
        names_only="author" in formats,
        language=language,
        commas_inside_quotes=_commas_inside_quotes(root, language),
        time_words=next(filter(None, time_terms), ""),
        fills=fills,
        numbers="numeric" in formats,
        framed=framed,
        raised=any(one.get("vertical-align") == "sup" for one in citation.iter()),
        plain_times=any({"page", "timestamp"} <= condition for condition in conditions),
    )


def _locales(root: ElementTree.Element, language: str) -> list[ElementTree.Element]:
    """The style's own locales for its language, the most particular first."""
    wanted = [language, language.partition("-")[0], None]
    return [
        locale
        for one in wanted
        for locale in root.iterfind(f"{_CSL}locale")
        if locale.get("{http://www.w3.org/XML/1998/namespace}lang") == one
    ]


def _commas_inside_quotes(root: ElementTree.Element, language: str) -> bool:
    for locale in _locales(root, language):
        options = locale.find(f"{_CSL}style-options")
        if options is not None and options.get("punctuation-in-quote"):
            return options.get("punctuation-in-quote") == "true"
    return language == "en-US"


def _add_locator_marks(root: ElementTree.Element, info: ElementTree.Element) -> None:
    locale = ElementTree.Element(f"{_CSL}locale")
    terms = ElementTree.SubElement(locale, f"{_CSL}terms")
    for label in KNOWN_LABELS:
        # No style prints the verb form of a locator.
        term = ElementTree.SubElement(terms, f"{_CSL}term", {"name": label, "form": "verb"})
        term.text = locator_mark(label)
    root.insert(list(root).index(info) + 1, locale)


def _put_groups_into_choices(root: ElementTree.Element) -> None:
    """A group of terms with a choice in it becomes a choice with a group in each of its branches, which says the same.

    Then what a branch prints is known of each group by itself: see `_let_terms_stand`.
    """
    parents = [(parent, child) for parent in root.iter() for child in parent if child.tag == f"{_CSL}group"]
    for parent, group in reversed(parents):
        choices = [child for child in group if child.tag == f"{_CSL}choose"]
        if len(choices) != 1 or not any(one.get("term") for one in group.iter(f"{_CSL}text")):
            continue
        choice = choices[0]
        if choice[-1].tag != f"{_CSL}else":
            ElementTree.SubElement(choice, f"{_CSL}else")
        at = list(group).index(choice)
        before, after = list(group)[:at], list(group)[at + 1 :]
        for branch in choice:
            inner = ElementTree.Element(f"{_CSL}group", dict(group.attrib))
            inner.extend(deepcopy([*before, *branch, *after]))
            branch[:] = [inner]
        parent[list(parent).index(group)] = choice


def _let_terms_stand(root: ElementTree.Element) -> None:
    """Groups of nothing but terms get a variable that is always there and prints nothing (`FILLER`).

    A group is left out where all its variables are empty, but a group inside it that is not empty counts as a
    variable that is not (CSL 1.0.2, "Group"). The engine does not count those of terms alone, and leaves "[Online]"
    out where the date of access is unknown.
    """
    for group in list(root.iter(f"{_CSL}group")):
        texts = [one for one in group.iter() if one.tag in _PRINTING]
        if texts and all(one.get("term") or one.get("value") for one in texts):
            # A group of its own inside, so that no delimiter comes between.
            delimiter = group.attrib.pop("delimiter", "")
            inner = ElementTree.Element(f"{_CSL}group", {"delimiter": delimiter} if delimiter else {})
            inner.extend(list(group))
            group[:] = [ElementTree.Element(f"{_CSL}text", {"variable": FILLER}), inner]


def _without_prefixes(root: ElementTree.Element) -> str:
    """The document with CSL as its default namespace, which is the only way the engine reads it."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.removeprefix(_CSL)
    root.set("xmlns", _CSL[1:-1])
    return ElementTree.tostring(root, encoding="unicode")

"""Proposals of other programs, read: LangExtract's documents, our own JSON and JSON Lines, Web Annotations, plain objects.

Nothing is believed here: what is read says which words somebody found, and `extract.outside` looks whether they stand there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.selectors import position, selected
from onrecord.exchange.annotations.values import as_list, nodes, text, types
from onrecord.exchange.annotations.web import annotations_in
from onrecord.exchange.langextract import quotations
from onrecord.exchange.texts import read_text
from onrecord.extract.outside.given import Given, GivenHop, GivenName, HandedIn, Rejected, shortened
from onrecord.model.records import Json
from onrecord.text.clean import check_input, one_line

# The largest file, in bytes, and the most proposals in it: they are held in memory, and each is looked up.
LARGEST = 100 << 20
MOST = 100_000
_MOST_HOPS = 20
_MOST_TARGETS = 100

_WORDING = (
    "text", "quote", "quotation", "wording", "exact", "statement", "extraction_text", "schema:text",
)  # fmt: skip
_PRINTED = ("speaker_text", "named_as")
_FULL = (
    "speaker_canonical", "speaker", "speaker_name", "by", "said_by", "who", "attributed_to", "attribution", "person", "character",
    "schema:spokenbycharacter",
)  # fmt: skip
_CUES = ("cue_text", "cue", "reporting_verb", "verb")
_VIA = ("via", "relay", "relayed_by")
_STARTS = ("start", "start_pos", "char_start", "offset")
_NO_WORDS = "it gives no words, and a place alone is not believed"


def read(stream: BinaryIO, name: str) -> HandedIn:
    """What a file of proposals gives.

    InputError: it is too large, no text, neither JSON nor JSON Lines, empty, or gives too many.
    """
    quotes: list[Given] = []
    rejected: list[Rejected] = []
    passed_over = 0
    for where, document in _documents(read_text(stream, name, largest=LARGEST).text, name):
        for at, parts in _statements(document, where):
            quote = _given(parts, at) if parts is not None else None
            if isinstance(quote, Given):
                quotes.append(quote)
            elif quote is not None:
                rejected.append(quote)
            else:
                passed_over += 1
            if len(quotes) + len(rejected) + passed_over > MOST:
                raise InputError(f"{one_line(name)} gives more than {MOST:,} proposals. Split it.")
    return HandedIn(tuple(quotes), tuple(rejected), passed_over)


def _documents(content: str, name: str) -> Iterator[tuple[str, object]]:
    """The JSON document, or those of the lines, each with where it stands."""
    shown = one_line(name)
    if not content.strip():
        raise InputError(f"{shown} is empty: there are no proposals in it.")
    try:
        yield "", json.loads(content, strict=False)
        return
    except json.JSONDecodeError:
        pass
    except (ValueError, RecursionError):
        raise InputError(f"{shown} holds a number too long or brackets too deep to read.") from None
    # Not splitlines: U+2028 may stand in a string.
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line, strict=False)
        except json.JSONDecodeError as error:
            raise InputError(
                f"{shown} is neither JSON nor JSON Lines: {error.msg} in line {number}. Nothing of it was taken."
            ) from None
        except (ValueError, RecursionError):
            raise InputError(
                f"Line {number} of {shown} holds a number too long or brackets too deep to read."
            ) from None


def _statements(document: object, where: str) -> Iterator[tuple[str, list[Json] | None]]:
    """The statements that a document of any of the kinds gives, each as its stretches, with where it stands; None for
    what is no statement."""
    if isinstance(document, list):
        flat: list[tuple[str, Json]] = []
        for number, item in enumerate(document, 1):
            place = _joined(where, f"item {number}")
            if isinstance(item, dict) and not _is_container(item):
                flat.append((place, item))
            else:
                yield from _grouped(flat)
                flat = []
                yield from _statements(item, place)
        yield from _grouped(flat)
    elif not isinstance(document, dict):
        yield where or "the file", []
    elif isinstance(document.get("extractions"), list):
        yield from (
            (_joined(where, f"extraction {number}"), None if one is None else [one])
            for number, one in quotations(document["extractions"])
        )
    elif (inside := document.get("quotes", document.get("proposals"))) is not None:
        found = [
            (_joined(where, f"quotation {number}"), one) for number, one in enumerate(as_list(inside), 1)
        ]
        yield from _grouped([(at, one if isinstance(one, dict) else {}) for at, one in found])
    elif _is_annotations(document):
        for number, annotation in enumerate(annotations_in(document), 1):
            yield from _annotated(annotation, _joined(where, f"annotation {number}"))
    elif "extractions" not in document:
        yield where or "the file", [document]


def _is_container(item: Json) -> bool:
    return any(key in item for key in ("extractions", "quotes", "proposals")) or _is_annotations(item)


def _is_annotations(item: Json) -> bool:
    kinds = {"Annotation", "AnnotationPage", "AnnotationCollection"}
    return bool(kinds & types(item)) or "target" in item or "@graph" in item


def _grouped(annotations: Sequence[tuple[str, Json]]) -> Iterator[tuple[str, list[Json]]]:
    """Stretches of one interrupted statement together, as our own output groups them."""
    groups: dict[object, list[tuple[str, Json]]] = {}
    for number, (at, one) in enumerate(annotations):
        group = one.get("group")
        key = group if isinstance(group, int) and not isinstance(group, bool) else f"alone {number}"
        groups.setdefault(key, []).append((at, one))
    for parts in groups.values():
        ordered = sorted((one for _, one in parts), key=lambda annotation: _start(annotation) or 0)
        yield parts[0][0], ordered


def _annotated(item: Json, where: str) -> Iterator[tuple[str, list[Json]]]:
    """What an annotation says of each of its targets: its words, and what its bodies say of who said them."""
    said: Json = {}
    for body in nodes(item.get("body")):
        ours = body.get("onrecord:attribution")
        said = {**said, **body, **(ours if isinstance(ours, dict) else {})}
    said = {key: value for key, value in said.items() if key not in ("text", "schema:text", "start")}
    targets = as_list(item.get("target"))[:_MOST_TARGETS]
    for number, target in enumerate(targets, 1):
        place = f"{where}, target {number}" if len(targets) > 1 else where
        words = selected(target) if isinstance(target, dict) else None
        if words is None or not isinstance(target, dict):
            yield place, []
            continue
        around = {"prefix": words.prefix, "suffix": words.suffix, "start": position(target)}
        yield place, [{**said, "text": words.exact, **around}]
    if not targets:
        yield where, []


def _given(parts: list[Json], where: str) -> Given | Rejected:
    """One statement out of its stretches."""
    flat = [{_key(key): value for key, value in part.items() if isinstance(key, str)} for part in parts]
    wordings = [_text(one, _WORDING) for one in flat]
    shown = shortened(" … ".join(wording for wording in wordings if wording))
    if not flat or not all(wordings):
        return Rejected(where=where, text=shown, reason=_NO_WORDS)
    first = next((one for one in flat if _name(one)), flat[0])
    try:
        return Given(
            where=where,
            wordings=tuple(_checked(wording, "the words") for wording in wordings if wording),
            starts=tuple(_start(one) for one in flat),
            prefix=_text(first, ("prefix",)) or "",
            suffix=_text(first, ("suffix",)) or "",
            speaker=_name(first),
            cue=next((cue for one in flat if (cue := _text(one, _CUES))), None),
            via=tuple(_hops(first)),
            form=_text(first, ("form",)),
            polarity=next(
                (said for one in flat if (said := _text(one, ("polarity",))) not in (None, "asserted")), None
            ),
            kind=_text(first, ("speaker_kind", "kind")),
            unnamed=any(one.get("unnamed") is True for one in flat),
            said=_text(first, ("said",)),
            said_basis=_text(first, ("said_basis",)),
            confidence=min((sure for one in flat if (sure := _share(one)) is not None), default=None),
        )
    except InputError as error:
        return Rejected(where=where, text=shown, reason=error.message.rstrip("."))


def _name(item: Json) -> GivenName | None:
    full, printed = _person(item, _FULL), _person(item, _PRINTED)
    name = full or printed
    if name is None:
        return None
    return GivenName(
        printed=_checked(printed or name, "the speaker"),
        full=_checked(name, "the speaker"),
        start=_whole(item.get("speaker_start")),
    )


def _hops(item: Json) -> Iterator[GivenHop]:
    for hop in [item[key] for key in _VIA if key in item][:1]:
        for relay in as_list(hop)[:_MOST_HOPS]:
            fields = {_key(key): value for key, value in relay.items()} if isinstance(relay, dict) else {}
            name = text(relay) if isinstance(relay, str) else _person(fields, (*_FULL, "name"))
            if name is not None:
                checked = _checked(name, "a relay")
                yield GivenHop(name=GivenName(printed=checked, full=checked), cue=_text(fields, _CUES))


def _person(item: Json, keys: Sequence[str]) -> str | None:
    """A name, plain or as an object that has one."""
    for key in keys:
        value = item.get(key)
        name = text(value) or next((name for node in nodes(value) if (name := text(node.get("name")))), None)
        if name is not None:
            return name
    return None


def _text(item: Json, keys: Sequence[str]) -> str | None:
    return next((value for key in keys if (value := text(item.get(key)))), None)


def _start(item: Json) -> int | None:
    """Where it is said to begin."""
    interval = next(nodes(item.get("char_interval")), {})
    stretches = item.get("stretches")
    if isinstance(stretches, list) and stretches and isinstance(stretches[0], list):
        return _whole(next(iter(stretches[0]), None))
    return next(
        (
            at
            for value in (*(item.get(key) for key in _STARTS), interval.get("start_pos"))
            if (at := _whole(value)) is not None
        ),
        None,
    )


def _whole(value: object) -> int | None:
    """A code point that a text can have."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 31 else None


def _share(item: Json) -> float | None:
    for value in (item.get("confidence"), item.get("score")):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
    return None


def _checked(value: str, what: str) -> str:
    return check_input(value.replace("\r\n", "\n").replace("\r", "\n"), what)


def _key(key: str) -> str:
    return "_".join(key.lower().replace("-", " ").replace("_", " ").split())


def _joined(where: str, part: str) -> str:
    return f"{where}, {part}" if where else part

"""Reports for other programs: SARIF 2.1.0, as code scanning reads it, and JUnit's XML, as CI reads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from onrecord.check.verdict import Kind, Report, Verdict
from onrecord.text.clean import one_line

# What XML 1.0 does not allow: https://www.w3.org/TR/xml/#charsets
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)))
_MEANINGS = {
    Kind.denied: "The source has the speaker deny the words.",
    Kind.other_speaker: "The source gives the words to somebody else.",
    Kind.inverted: "A word on which the sense hangs is left out or put in.",
    Kind.stitched: "Several quotations are joined into one.",
    Kind.altered: "The source has other words.",
    Kind.not_found: "The words stand nowhere.",
    Kind.wrong_place: "The words stand elsewhere than the draft cites.",
    Kind.doubtful: "The quotation is in doubt.",
    Kind.unrecorded: "The words stand in a stored text, and nobody has recorded them.",
    Kind.verified: "The words stand in the source.",
}


def sarif(reports: Sequence[tuple[str, Report]], *, strict: bool) -> str:
    """SARIF 2.1.0: a result for each passage that is not verified, with the place in its file."""
    from onrecord import __version__

    rules = [{"id": kind.value, "shortDescription": {"text": meaning}} for kind, meaning in _MEANINGS.items()]
    results = [
        _result(name, verdict, strict=strict)
        for name, report in reports
        for verdict in report.verdicts
        if verdict.kind is not Kind.verified or verdict.unchecked
    ]
    notes = [
        {"level": "note", "message": {"text": f"{name}: {note}."}, "locations": [_location(name)]}
        for name, report in reports
        for note in report.notes
    ]
    driver = {"name": "onrecord", "version": __version__, "rules": rules}
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if notes:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notes}]
    return json.dumps(
        {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]},
        ensure_ascii=False,
        indent=2,
    )


def _location(name: str, region: dict[str, object] | None = None) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(name, safe="/")}}
    return {"physicalLocation": place if region is None else {**place, "region": region}}


def _result(name: str, verdict: Verdict, *, strict: bool) -> dict[str, object]:
    region: dict[str, object] = {
        "startLine": verdict.passage.line,
        "startColumn": verdict.passage.column,
        "snippet": {"text": verdict.passage.wording},
    }
    return {
        "ruleId": verdict.kind.value,
        "ruleIndex": verdict.kind.gravity,
        "level": level(verdict.kind, strict=strict),
        "message": {"text": f"{verdict.kind.label}: {one_line(verdict.sentence)}"},
        "locations": [_location(name, region)],
    }


def level(kind: Kind, *, strict: bool) -> str:
    """How grave SARIF calls it."""
    if not kind.fails(strict=strict):
        return "note"
    return "warning" if kind in (Kind.wrong_place, Kind.doubtful, Kind.unrecorded) else "error"


def junit(reports: Sequence[tuple[str, Report]], *, strict: bool) -> str:
    """JUnit's XML: a suite for each draft, a case for each passage that was judged."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("testsuites", name="onrecord check")
    for name, report in reports:
        failed = sum(verdict.kind.fails(strict=strict) for verdict in report.verdicts)
        suite = SubElement(
            root,
            "testsuite",
            name=_plain(name),
            tests=str(len(report.verdicts)),
            failures=str(failed),
            errors="0",
        )
        for verdict in report.verdicts:
            passage = verdict.passage
            case = SubElement(
                suite,
                "testcase",
                classname=_plain(name),
                name=_plain(f"{passage.line}:{passage.column} {one_line(passage.wording)}"),
                file=_plain(name),
                line=str(passage.line),
            )
            if verdict.kind.fails(strict=strict):
                sentence = _plain(one_line(verdict.sentence))
                failure = SubElement(case, "failure", type=verdict.kind.value, message=sentence)
                failure.text = "\n".join(
                    map(_plain, (f"{verdict.kind.label}: {verdict.sentence}", verdict.around or ""))
                )
            elif verdict.unchecked:
                SubElement(case, "system-out").text = _plain(one_line(verdict.unchecked))
        if report.notes:
            SubElement(suite, "system-out").text = _plain(
                "\n".join(f"{name}: {note}." for note in report.notes)
            )
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _plain(text: str) -> str:
    """Without what XML does not allow."""
    return text.translate(_NOT_XML)

"""Verbatim matching: does a wording stand in a source, and where? Pure functions on strings.

Prepare a source once, then look for many wordings in it:

>>> from onrecord.matching import Prepared, find
>>> source = Prepared("“We’ll rebuild the bridge,” the mayor said.")
>>> match = find(source, "We'll rebuild the bridge")
>>> match.outcome, source.text[match.spans[0].start : match.spans[0].end]
(<Outcome.typographic: 'typographic'>, 'We’ll rebuild the bridge')

What is folded, what each outcome means and which limits hold is told in docs/matching.md.
"""

from onrecord.matching.diff import DiffPart, render_diff
from onrecord.matching.find import find, find_fragments
from onrecord.matching.judgement import Place, Recorded, judge
from onrecord.matching.outcome import ACCEPTABLE, VERIFIED, Match, Outcome, Replaced, Span
from onrecord.matching.prepared import Prepared, prepared
from onrecord.matching.remarks import told

__all__ = [
    "ACCEPTABLE",
    "VERIFIED",
    "DiffPart",
    "Match",
    "Outcome",
    "Place",
    "Prepared",
    "Recorded",
    "Replaced",
    "Span",
    "find",
    "find_fragments",
    "judge",
    "prepared",
    "render_diff",
    "told",
]

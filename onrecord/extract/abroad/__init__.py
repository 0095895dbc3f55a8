"""Reports in languages other than English, by one set of frames and a table of words for each language."""

from onrecord.extract.abroad.dates import said
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.reading import marks_only, paragraphs, reports_of
from onrecord.extract.abroad.settling import settled
from onrecord.extract.abroad.told import Told
from onrecord.extract.abroad.who import Who

__all__ = ["Laid", "Told", "Who", "marks_only", "paragraphs", "reports_of", "said", "settled"]

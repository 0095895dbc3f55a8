"""A report in another language than English."""

from onrecord.extract.proposal import Form
from onrecord.extract.sentence import Report
from onrecord.model.record import mutable
from onrecord.text.polarity import Polarity


@mutable
class Told(Report):
    """A report in another language than English.

    `form` overrides what the marks tell. `dropped`: the verb has no subject, so that it is whoever spoke last; `gender`
    is what the verb tells of them. `oblique`: the speaker's name may stand in another case than the first; `place`: it is
    an office in which unnamed people speak. `ends`: the word behind a dialogue. `called`: the name as the speaker is called.
    `passed_on_by`: the report of whoever passes it on. `polarity`: what its frame expresses, whatever the cue alone does.
    """

    language: str = ""
    form: Form | None = None
    dropped: bool = False
    gender: str = ""
    oblique: bool = False
    place: bool = False
    ends: int = 0
    called: str = ""
    passed_on_by: "Told | None" = None
    polarity: Polarity | None = None


def gender_of(verb: str, code: str) -> str:
    """What the ending of a verb in the past tells of its subject, in Slavic languages."""
    if code == "pl":
        return "f" if verb.endswith("ła") else "m" if verb.endswith("ł") else ""
    if code == "ru":
        return "f" if verb.endswith(("ла", "лась")) else "m" if verb.endswith(("л", "лся")) else ""
    if code == "uk":
        return "f" if verb.endswith(("ла", "лась", "лася")) else "m" if verb.endswith(("в", "вся")) else ""
    return ""

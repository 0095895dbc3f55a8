"""What is cut out of a clause that negates it does not say what its speaker said."""

import pytest

from onrecord.matching import Outcome, Prepared, find
from onrecord.matching.cut import cut_off
from onrecord.matching.judgement import Place, Recorded, is_plain, judge


def outcome(text: str, wording: str, polarity: str = "asserted") -> Outcome:
    [span] = find(Prepared(text), wording).spans
    place = Place(span.start, span.end, True, text[span.start : span.end])
    recorded = Recorded(wording, "direct", (place,), polarity=polarity)
    there = judge(Prepared(text), recorded, own=True).outcome
    assert judge(Prepared(text), recorded, own=False).outcome is there
    assert is_plain(text, recorded) is (there is Outcome.exact)
    return there


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“I don’t think that the lock is safe,” she said.", "the lock is safe"),
        ("“It would be wrong to say that nobody was warned,” she said.", "nobody was warned"),
        ("“I do not believe, and never have, that the lock is safe,” she said.", "the lock is safe"),
        ("“We refuse to believe that the lock is safe.”", "the lock is safe"),
        ("“I would rather lose the client than lie to them.”", "lie to them"),
        ("“They should repair it instead of closing the basin.”", "closing the basin"),
        ("„Ich glaube nicht, dass jemand gelogen hat“, sagte Thoma.", "jemand gelogen hat"),
        ("Weiß: „Das Bad verkaufen werden wir nicht.“", "Das Bad verkaufen werden wir"),
        ("« Nous ne croyons pas que la maternité rouvrira. »", "la maternité rouvrira"),
        ("« Il serait faux de dire que tout va bien », dit-elle.", "tout va bien"),
        ("«No creemos que el puente deba cerrarse», dijo Vega.", "el puente deba cerrarse"),
        ("«Я не думаю, что мост безопасен», — сказал он.", "мост безопасен"),
        ("KESSLER: I don’t think that the lock is safe.", "the lock is safe"),
    ],
)
def test_a_negation_in_front_turns_the_sense(text: str, wording: str) -> None:
    assert outcome(text, wording) is Outcome.inverted
    assert outcome(text, wording, "denied") is Outcome.exact
    match = cut_off(text, find(Prepared(text), wording))
    assert match.left_out
    assert match.left_out[0] in " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“There is no doubt that the lock is safe,” she said.", "the lock is safe"),
        ("“Nobody can deny that the lock is safe,” she said.", "the lock is safe"),
        ("“We do not sell the ferry and the lock is safe.”", "the lock is safe"),
        ("“It is not a plan but a gift to the banks,” she said.", "a gift to the banks"),
        ("“He did not come, I saw it myself,” she said.", "I saw it myself"),
        ("“I did not say so. The lock is safe.”", "The lock is safe"),
        ("He never called it ‘a farce’, she said.", "a farce"),
        ("Nobody in the hall laughed: “The lock is safe.”", "The lock is safe"),
        ("“We will not close the lock,” she said.", "We will not close the lock"),
        ("„Es besteht kein Zweifel, dass das Tor hält“, sagte er.", "das Tor hält"),
        ("« Personne ne conteste que le pont tiendra », dit-il.", "le pont tiendra"),
        ("«No cabe duda de que el puente es seguro», dijo.", "el puente es seguro"),
    ],
)
def test_what_affirms_or_stands_elsewhere_turns_nothing(text: str, wording: str) -> None:
    assert outcome(text, wording) is Outcome.exact

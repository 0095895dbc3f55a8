"""Who speaks: in subtitles, in transcripts, and in sentences that say who did not."""

from collections.abc import Iterator

from bench.cases.checks.telling import confident, folded, lacks, same
from bench.cases.trial import Trial


def _turns(trial: Trial, file: str) -> list[tuple[str, str]]:
    return [
        ((one["speaker_canonical"] or one["speaker_text"] or "").title(), folded(one["text"]))
        for one in trial.proposed(file)
    ]


def two_voices(trial: Trial) -> Iterator[str]:
    right = [
        (name.strip(), words.strip())
        for name, words in (turn.split(": ", 1) for turn in trial.case.right.rstrip().split(" / "))
    ]
    came = _turns(trial, "a.vtt")
    joined: list[tuple[str, str]] = []
    for name, words in came:
        if joined and joined[-1][0] == name:
            joined[-1] = (name, f"{joined[-1][1]} {words}")
        else:
            joined.append((name, words))
    yield from same("turns", joined, right)


def for_ever(trial: Trial) -> Iterator[str]:
    came = [(name, words) for name, words in _turns(trial, "a.vtt") if name]
    yield from same("turns", came, [("Ann Lee", "We opened the quay in spring.")])


def rolling(trial: Trial) -> Iterator[str]:
    right = trial.case.right.splitlines()[0].removeprefix("stored text: ").split(" ; ")[0]
    yield from same("the text", folded(trial.text()), right)
    yield from same(
        "outcome and place",
        trial.rows("SELECT check_result, locator FROM attributions"),
        [("exact", "00:00:03")],
    )


def zoom(trial: Trial) -> Iterator[str]:
    names = [name for name, _ in _turns(trial, "meeting.vtt")]
    came = [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]
    yield from same("who speaks", came, ["Ann Lee", "Óscar Núñez", "Jan Van Der Berg"])
    yield from lacks("the text", trial.text(), "Ann Lee:", "Núñez:", "Berg:")


def rev(trial: Trial) -> Iterator[str]:
    turns = [turn for turn in _turns(trial, "rev.txt") if turn[0]]
    yield from same("who speaks", [name for name, _ in turns], ["Ann Lee", "Óscar Núñez"] * 2)
    trial.run('onrecord add source "$C/rev.txt" --citekey rev')
    trial.run("onrecord add quote 'Then you did not ask.' --by 'Óscar Núñez' --in rev --new-speaker")
    places = trial.rows("SELECT locator_label, locator FROM attributions")
    yield from same("place of the last", places, [("timestamp", "00:00:40")])


def nobody_said(trial: Trial) -> Iterator[str]:
    for one in confident(trial.proposed("a.txt")):
        if one["polarity"] == "asserted":
            yield f"proposed at {one['confidence']}: {one['speaker_text']}: {one['text']}"
    for one in trial.proposed("a.txt"):
        if str(one["speaker_text"]).startswith(("Nobody", "None", "Few", "Neither")):
            yield f"a speaker called {one['speaker_text']!r}"


def incise(trial: Trial) -> Iterator[str]:
    french, spanish = trial.proposed("a.txt"), trial.proposed("b.txt")
    speakers = {
        one["speaker_canonical"] or one["speaker_text"]
        for one in (*french, *spanish)
        if one["form"] == "direct"
    }
    yield from same("speakers", speakers, {"Ingrid Dahl"})
    yield from lacks("the words", " ".join(one["text"] for one in french), "a-t-elle ajouté")
    words = " ".join(one["text"].strip("«» ,") for one in french)
    yield from same("the words", folded(words), "Nous ouvrirons le quai Personne ne sera laissé de côté.")


CHECKS = {
    "extract-french-incise": incise,
    "extract-negated-subject": nobody_said,
    "subs-two-voices-in-a-cue": two_voices,
    "subs-voice-goes-on-for-ever": for_ever,
    "subs-youtube-rolling": rolling,
    "subs-zoom-names": zoom,
    "transcript-rev-otter": rev,
}

"""Proposals for tests, made from words of a text as extraction would make them."""

from onrecord.extract import Form, Hop, Mention, Proposal

REPORT = """Ferries and fog

“Nobody who bought a ticket will be left on the pier,” said Ingrid Dahl, the mayor of Tallvik. “We sail,” she added,
“whatever the fog may do.”

According to the Coastal Wire, the harbour master “would rather close the port than risk a crew” and sees no reason
for alarm.

“Nobody asked us,” a deckhand said. Later the deckhand said it again: “Nobody ever asks us.” He shrugged: “Nobody asked us.”
"""


def mention(text: str, words: str | None, canonical: str | None = None) -> Mention | None:
    """Somebody as the text names them, at the first place where it does."""
    if words is None:
        return None
    start = text.find(words)
    return Mention(
        words, start if start >= 0 else None, start + len(words) if start >= 0 else None, canonical or words
    )


def proposal(
    words: str,
    speaker: str | None,
    *,
    text: str = REPORT,
    canonical: str | None = None,
    form: Form = "direct",
    group: int = 0,
    nth: int = 1,
    via: tuple[str, ...] = (),
    **fields: object,
) -> Proposal:
    """A proposal for the nth place of `words` in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    given: dict[str, object] = {"cue": "said", "confidence": 0.9, "reason": "a verb of saying", **fields}
    hops = (mention(text, name) for name in via)
    return Proposal(
        start=start,
        end=start + len(words),
        form=form,
        speaker=mention(text, speaker, canonical),
        group=group,
        via=tuple(Hop(hop, "according to") for hop in hops if hop),
        **given,  # type: ignore[arg-type]
    )


def usual() -> list[Proposal]:
    """What extraction would find in the report."""
    return [
        proposal("Nobody who bought a ticket will be left on the pier", "Ingrid Dahl", group=1),
        proposal("We sail", "she", canonical="Ingrid Dahl", cue="added", group=2),
        proposal("whatever the fog may do.", "she", canonical="Ingrid Dahl", group=2),
        proposal(
            "“would rather close the port than risk a crew” and sees no reason\nfor alarm",
            "the harbour master", form="mixed", group=3, via=("Coastal Wire",), kind="office", cue=None,
        ),
        proposal("Nobody asked us", "a deckhand", group=4, unnamed=True),
        proposal("Nobody ever asks us.", "the deckhand", canonical="a deckhand", group=5, unnamed=True),
        proposal("Nobody asked us", "a deckhand", group=6, unnamed=True, nth=2, confidence=0.6),
    ]  # fmt: skip

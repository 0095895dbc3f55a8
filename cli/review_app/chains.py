"""Chains as people type them in a review: who passed it on, nearest to the speaker first."""

from __future__ import annotations

from onrecord.proposals.records import HopRecord


def via_text(via: tuple[HopRecord, ...]) -> str:
    """A chain as it is typed: "KCNA [reported]; Reuters", nearest to the speaker first."""
    return "; ".join(f"{hop.speaker} [{hop.cue}]" if hop.cue else hop.speaker for hop in via)


def hops_in(typed: str, before: tuple[HopRecord, ...] = ()) -> tuple[HopRecord, ...]:
    """The chain that was typed. What is known of a relay of `before` with the same name stays."""
    known_hops = {hop.speaker: hop for hop in before}
    hops = []
    for part in (part.strip() for part in typed.split(";")):
        if not part:
            continue
        name, bracket, rest = part.rpartition(" [") if part.endswith("]") else (part, "", "")
        if not bracket:
            name, rest = part, "]"
        old = known_hops.get(name.strip(), HopRecord(speaker=name.strip()))
        hops.append(
            HopRecord(
                speaker=old.speaker, slug=old.slug, named_as=old.named_as,
                cue=rest[:-1].strip() or None, kind=old.kind, unnamed=old.unnamed,
            )
        )  # fmt: skip
    return tuple(hops)

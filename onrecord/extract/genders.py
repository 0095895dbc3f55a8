"""Whom "he" and "she" may be, by what is known of the people in a text."""

from onrecord.extract.cast import Naming
from onrecord.extract.paragraph import Paragraph
from onrecord.extract.people import MEN, WOMEN


def of_gender(words: Paragraph, namings: list[Naming], gender: str) -> list[Naming]:
    """The namings, without those at the end of whom no gender is known, where one of whom it is known stands before them in
    their sentence: "Carla Voss met the builder, Sten Holt. She …"."""
    known = next((at for at in range(len(namings) - 1, -1, -1) if namings[at].entity.gender), None)
    if known is None or known == len(namings) - 1 or namings[known].entity.gender != gender:
        return namings
    begin, end = namings[known].position, namings[-1].position
    together = begin >= words.start and not any(
        begin < words.starts[low] <= end for low, _ in words.sentences
    )
    return namings[: known + 1] if together else namings


def may_be(description: str, gender: str) -> bool:
    """Whether a description of somebody fits a gender: "my father" is no "she"."""
    told = next((word for word in description.lower().split() if word in MEN or word in WOMEN), None)
    return told is None or (told in MEN) == (gender == "m")

"""What of a person's name is what, where somebody says so."""

from __future__ import annotations

from onrecord.errors import UsageError
from onrecord.model.record import record
from onrecord.text.clean import check_input, one_line


@record(kw_only=True)
class NameParts:
    """The parts of a name; the name itself says in which order they are read. `literal`: it has none, and no style parts it."""

    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    literal: bool = False

    def of(self, typed: str, printed: str) -> tuple[str, str | None, str | None]:
        """The name as it is printed, its family name and its given name; `typed` is how it was typed, `printed` how that is read.

        UsageError: a part is not in the name, or the parts contradict each other.
        """
        family, given, suffix = (
            " ".join(check_input(part, "a part of a name").split()) if part else None
            for part in (self.family, self.given, self.suffix)
        )
        if self.literal:
            if family or given or suffix:
                raise UsageError(
                    "A literal name has no parts: leave its family name, given name and suffix out."
                )
            return " ".join(typed.split()), None, None
        # A comma parts what is typed; without one the order is that in which it is read.
        name = printed if "," in typed else " ".join(typed.split())
        if suffix and not name.endswith(suffix):
            name = f"{name} {suffix}"
        words = name.replace(",", " ").split()
        if suffix:
            words = words[: -len(suffix.split())]
        if family is None and given is None:
            raise UsageError(
                "A suffix goes with a family name and a given name."
                if suffix
                else "Give the family name, the given name or both."
            )
        family = family if family is not None else _rest(words, given or "", name)
        given = given if given is not None else _rest(words, family, name)
        if sorted([*family.split(), *given.split()]) != sorted(words):
            raise UsageError(
                f"{one_line(name)} is not made of the family name {one_line(family)} and the given name {one_line(given)}: "
                "give the name as it is read, and of it the parts."
            )
        if not family:
            raise UsageError("A name without a family name has no parts: give it as a literal.")
        return name, family, given or None


def _rest(words: list[str], part: str, name: str) -> str:
    """The words of a name that stand before or behind a part of it."""
    size = len(part.split())
    if words[:size] == part.split():
        return " ".join(words[size:])
    if words[len(words) - size :] == part.split():
        return " ".join(words[: len(words) - size])
    raise UsageError(f"{one_line(name)} neither begins nor ends with {one_line(part)}.")

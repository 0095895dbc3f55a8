"""How names that come from outside stand in error messages."""


def shown(name: str, longest: int = 200) -> str:
    """A file name, address or header on one printable line, not too long; what is invisible is spelled out."""
    visible = "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in name
    )
    return visible if len(visible) <= longest else f"{visible[: longest - 1]}…"

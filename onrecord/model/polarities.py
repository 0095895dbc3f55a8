"""What to call the polarities where people read them. Kept apart from what recognises them: this loads nothing."""

# What is not here is asserted, and needs no word.
LABELS = {"denied": "denied", "not_said": "not said", "asked": "asked"}

# What is denied, not said or asked is never surer than this: a person decides about it.
NOT_ASSERTED = 0.6


def label(polarity: str) -> str:
    """ "denied", "not said", "asked"; "asserted" for what is said."""
    return LABELS.get(polarity, "asserted")


def marked(text: str, polarity: str) -> str:
    """A wording with what its source has the speaker do with it before it: "denied: the price has risen"."""
    return f"{LABELS[polarity]}: {text}" if polarity in LABELS else text


def named(word: str) -> str:
    """A polarity as a person may write it: not-said, "not said" and not_said are one."""
    return "_".join(word.strip().lower().replace("-", " ").replace("_", " ").split())

"""Printing locators, the plainest ones without the grammar of all of them."""

from onrecord.text.locator_labels import FORMS


def format_locator(label: str, value: str) -> str:
    """The English short form: "para. 12", "pp. 3–5", "00:12:05". `locators.parse_locator` reads it back.

    InputError: `label` is not a CSL locator label, or `value` is not one that `parse_locator` accepts.
    """
    if label in FORMS and label != "timestamp" and value.isascii() and value.isdigit() and len(value) < 10:
        return f"{FORMS[label][0]} {value}"
    from onrecord.text.locators import formatted

    return formatted(label, value)

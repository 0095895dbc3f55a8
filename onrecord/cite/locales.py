"""The locales of CSL, which the citation engine carries: months, terms and quotation marks."""

from onrecord.errors import UsageError

# The first of a language is what its bare code means (the primary dialects of the CSL locales).
LOCALES = tuple(
    "af-ZA ar bg-BG ca-AD cs-CZ cy-GB da-DK de-DE de-AT de-CH el-GR en-US en-GB es-ES es-CL es-MX et-EE eu fa-IR "
    "fi-FI fr-FR fr-CA he-IL hi-IN hr-HR hu-HU id-ID is-IS it-IT ja-JP km-KH ko-KR la lt-LT lv-LV mn-MN ms-MY nb-NO "
    "nl-NL nn-NO pl-PL pt-PT pt-BR ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW".split()
)


def known_locale(name: str) -> str:
    """The locale called `name` ("de-DE", "de_de", "de"). UsageError: there is none."""
    asked = name.replace("_", "-").casefold()
    for locale in LOCALES:
        if asked in (locale.casefold(), locale.partition("-")[0]):
            return locale
    raise UsageError(f"{name[:40]!r} is not a locale of CSL. Locales: {', '.join(LOCALES)}.")

"""Whether words hold a negation, so that an ellipsis cannot hide one silently.

A lexicon, not a parser: it flags too much rather than too little. Languages: English, French, German, Spanish,
Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish, Czech, Russian, Ukrainian, Turkish, Arabic,
Hebrew, Chinese, Japanese and Korean.
"""

import re

from onrecord.text.fold import fold

_LEXICON = """
    no not never none nobody nothing nowhere neither nor cannot without hardly scarcely barely nay
    ne pas jamais rien personne aucun aucune aucuns aucunes nul nulle ni sans guère non
    nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo weder ohne nein
    kein keine keinen keinem keiner keines keins keinerlei kaum
    nunca jamás nada nadie ninguno ninguna ningún ningunos ningunas sin tampoco
    nessuno nessuna nessun niente nulla mai né senza neanche nemmeno neppure mica
    não nem ninguém nenhum nenhuma nenhuns nenhumas sem jamais tampouco
    niet niets nooit niemand nergens geen zonder nee
    inte icke aldrig ingen inget inga ingenting ej utan ikke aldri ingenting intet uten uden
    nie nigdy nikt nikogo nikomu nic niczego nigdzie żaden żadna żadne żadnego żadnej bez ani
    není nejsou nikdy nikdo nikoho nic nikde žádný žádná žádné bez
    не нет ни никогда никто никого никому ничто ничего нигде никуда никакой никакая никакие никаких нельзя без
    ні немає нема ніколи ніхто нікого нікому ніщо нічого ніде жоден жодна жодне жодного жодної жодних
    değil yok hiç hiçbir asla
    لا لم لن ليس ليست ليسوا ما غير دون بدون
    לא אין בלי
"""
_WORDS = frozenset(_LEXICON.split())
# Contracted in English (don't), elided in French (n'est, qu'aucun) and Italian (nessun'altra).
_PARTS = re.compile(r'n"t\Z|\An"\w|\Aqu"aucun|\Anessun"')
# Where words are not set apart by spaces, or the negation is an ending.
_INSIDE = re.compile("[不没沒無无]|未(?![来來])|并非|並非|ない|ません|なかった|않|없|아니|못")
_WORD = re.compile(r'\w+(?:"\w+)*')


def holds_negation(text: str) -> bool:
    """Whether `text` holds a word of the lexicon."""
    folded = fold(text).joined().lower()
    if _INSIDE.search(folded):
        return True
    return any(word in _WORDS or _PARTS.search(word) for word in _WORD.findall(folded))

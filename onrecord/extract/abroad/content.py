"""Where what is said begins and ends in a sentence of any language with a table."""

from collections.abc import Iterator

from onrecord.extract.abroad import urged
from onrecord.extract.abroad.laying import DASHES
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, GERUND, PARTICIPLE, SAYS, URGES
from onrecord.extract.abroad.sentence import (
    COMMAS,
    LEAST_CLAUSE,
    LEAST_FRAGMENT,
    Sentence,
    is_reported_form,
    is_reported_of_noun,
)
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

# How far behind a verb what is said may begin, in words.
_FURTHEST = 30
_MOST_ADJUNCTS = 8
_MOST_URGED = 14
_LONGEST_CALLED = 4
# What stands before an infinitive: ne pas avoir, no saber, non sapere, não ter.
_NOT_BEFORE = frozenset("ne n' pas rien jamais plus no nunca non mai não nunca en y s' se l'".split())
_INFINITIVES = (
    "are",
    "ere",
    "ire",
    "rsi",
    "aver",
    "esser",
    "essere",
    "arlo",
    "erlo",
    "irlo",
    "arla",
    "erla",
    "rne",
)
# Of any infinitive that is denied: "affirme ne pas connaître …", "disse não conhecer …".
_INFINITIVE_ENDS = {"fr": ("er", "ir", "re"), "es": ("ar", "er", "ir"), "pt": ("ar", "er", "ir", "or")}
# Forms that may tell reported speech behind a verb of saying, and much else elsewhere.
_MAY_REPORT = frozenset("dürften dürfte sollten wollten bräuchten möge mögen".split())
# Whom one tells it in German, who never is the subject.
_DATIVES = frozenset("dem den einem ihm ihr ihnen der einer".split())
_WHOM = _DATIVES | frozenset("die das alle ihn sie seine seinen ihre ihren einen eine".split())


class Content(Sentence):
    """A sentence in which what is said is looked for."""

    def _left(self, last: int) -> int:
        """Where what is said begins that ends before word `last`."""
        low = self.words.low
        first = max(self.low, self.free)
        if low[last - 1] == QUOTE and last - 2 >= first and low[last - 2] == ":":
            return last - 1
        if low[first] in self.lexicon.conjunctions and first + 1 < last and low[first + 1] == QUOTE:
            first += 1
        while first < last and (low[first] in (",", ";", ":", ".") or low[first] in DASHES):
            first += 1
        return first

    def _resumed(self, index: int) -> list[Range]:
        """The quotation that goes on behind "said X": directly, or after an apposition."""
        low = self.words.low
        for ahead in range(index, min(self.end, index + _FURTHEST)):
            if low[ahead] == QUOTE:
                before = low[ahead - 1]
                resumes = ahead in self.words.resumed or before in (",", ";", ":") or before in DASHES
                return [(ahead, ahead + 1)] if resumes else []
            if self.lexicon.kind(low[ahead]) & (FINITE | GERUND) or low[ahead] in self.lexicon.that:
                return []
            if self._is_perfect(ahead):
                return []  # "…, mais Ann Lee, assise à côté, a répondu : « … »"
        return []

    def _is_perfect(self, index: int) -> bool:
        """Whether "a répondu", "ha subito risposto" stands at word `index`."""
        low, lexicon = self.words.low, self.lexicon
        if not lexicon.kind(low[index]) & AUXILIARY or self.words.upper[index]:
            return False
        behind = index + 1
        while behind < self.end and low[behind] in lexicon.skipped | lexicon.pronouns:
            behind += 1
        return behind < self.end and bool(lexicon.kind(low[behind]) & PARTICIPLE)

    def _listed(self, index: int) -> list[Range]:
        pieces = []
        low = self.words.low
        while index + 1 < self.end and low[index] in (",", ";") and low[index + 1] == QUOTE:
            pieces.append((index + 1, index + 2))
            index += 2
        return pieces

    def _clause_behind(self, index: int) -> list[Range]:
        """What goes on behind ", said X,": the rest of the sentence, unless an apposition."""
        low, lexicon = self.words.low, self.lexicon
        if index + 1 >= self.end or low[index] not in COMMAS:
            return []
        start = index + 1
        word = low[start]
        if word == QUOTE:
            return [(start, self._content_end(start))]
        apposed = (
            lexicon.is_role(word)
            or word in lexicon.relatives
            or word in lexicon.articles
            or word in lexicon.conjunctions
            or word in lexicon.prepositions
            or word in lexicon.titles
        )
        if apposed or self.words.upper[start] or lexicon.kind(word) or self.end - start < LEAST_CLAUSE:
            return []
        return [(start, self._content_end(start))]

    def _content_follows(self, index: int) -> bool:
        """Whether a clause or a quotation follows that is what is said."""
        low, lexicon = self.words.low, self.lexicon
        for ahead in range(index, min(self.end, index + 15)):
            if low[ahead] in lexicon.that or low[ahead] == ":":
                return True
            if low[ahead] == QUOTE:
                return low[ahead - 1] != "," and not self._is_named_so(ahead)
            if lexicon.kind(low[ahead]) & FINITE and ahead > index:
                return False
        return False

    def _is_named_so(self, index: int) -> bool:
        """Whether a quotation behind a word is what something is called: "в эфире «Радио Озеро»"."""
        named = self._inside(index).split()
        called = bool(named) and len(named) <= _LONGEST_CALLED and named[-1][-1].isalnum()
        return called and all(word[0].isupper() or len(word) < LEAST_CLAUSE for word in named)

    def _content(self, index: int, kind: int) -> tuple[int, str, float] | None:
        if kind & URGES and (first := self._urged(index)) is not None:
            return first, "urging", 0.6
        if kind & (SAYS | URGES) and (first := self._infinitive(index, kind)) is not None:
            return first, "urging" if kind & URGES else "infinitive", 0.6
        return self._content_ahead(index, kind)

    def _content_ahead(self, index: int, kind: int) -> tuple[int, str, float] | None:
        low, lexicon = self.words.low, self.lexicon
        for ahead in self._outside_brackets(index, min(self.end, index + _FURTHEST)):
            word = low[ahead]
            if word == ":":
                return self._behind_colon(index, ahead, kind)
            if word == QUOTE and ahead + 1 < self.end and low[ahead + 1] == ":":
                continue  # told the „Zeitung“: „…“
            if word == QUOTE:
                whole = self._is_sentence(ahead) and (ahead == index or low[ahead - 1] in (",", "."))
                return (ahead, "quotation", 0.85) if whole else self._fragment(ahead, index)
            if word in lexicon.that and (kind & SAYS or self._is_urged_by_clause(index, ahead)):
                if (
                    ahead > index
                    and low[ahead - 1] in lexicon.prepositions - lexicon.separable
                    and not (ahead == index + 1 and lexicon.code in ("es", "pt"))  # "informó de que"
                ):
                    return None
                return (ahead + 1, "that", 0.85) if ahead + 1 < self.end else None
            if word in lexicon.whether and kind & SAYS and (ahead == index or low[ahead - 1] == ","):
                return ahead, "question", 0.6
            if word == ",":
                if ahead + 2 < self.end and low[ahead + 1] in lexicon.hearsay:
                    return ahead + 2 + (low[ahead + 2] == ","), "that", 0.75
                if ahead + 1 < self.end and low[ahead + 1] in lexicon.that | lexicon.whether:
                    continue
                if ahead + 1 < self.end and lexicon.kind(low[ahead + 1]) & GERUND:
                    return None  # "a démenti, disant : « … »": the gerund's
                if lexicon.subjunctive and self._is_subjunctive(ahead + 1):
                    claimed = self._phrase_at(ahead + 1, lexicon.claimed)  # "wies Berichte zurück, wonach"
                    return claimed[1] if claimed is not None else ahead + 1, "clause", 0.8
                if ahead - index > 12:
                    return None
            elif word in ";(" or (
                lexicon.kind(word) & FINITE and not self._is_no_verb(ahead) and word not in lexicon.so
            ):
                return None
        return None

    def _behind_colon(self, index: int, colon: int, kind: int) -> tuple[int, str, float] | None:
        low = self.words.low
        if sum(low[k] in DASHES for k in range(index, colon)) % 2:
            return None  # "Arbeiter protestieren – Konzern: …"
        if colon + 1 < self.end and low[colon + 1] != QUOTE:
            return (colon + 1, "colon", 0.7) if kind & SAYS else None
        return colon + 1, "colon", 0.95

    def _is_urged_by_clause(self, index: int, that: int) -> bool:
        """ "pide que …", "pide a los vecinos que …": a clause right behind a verb of urging, or behind whom it urges."""
        return that == index or (
            self.words.low[index] in self.lexicon.prepositions and self.lexicon.code in _INFINITIVE_ENDS
        )

    def _urged(self, index: int) -> int | None:
        """Where it begins what somebody is to do, or has done: "called on him to …", "потребовал, чтобы …"."""
        low, lexicon = self.words.low, self.lexicon
        for ahead in range(index, min(self.end - 1, index + _MOST_URGED)):
            word = low[ahead]
            if word in lexicon.to_do:
                start = ahead + 1
                if low[ahead - 1] == "," or lexicon.code in urged.BY_CONJUNCTION:
                    return start
                first = next((k for k in range(start, self.end) if low[k] not in _NOT_BEFORE), start)
                if urged.is_infinitive(low[first], lexicon.code) and not self.words.upper[first]:
                    return start
            if ahead > index and lexicon.code in ("ru", "uk") and urged.is_infinitive(word, lexicon.code):
                return ahead - urged.is_adverb(low[ahead - 1])  # "просят мэра остановить стройку"
            stops = word == ":" or word == QUOTE or word in lexicon.that or lexicon.kind(word) & FINITE
            if stops or (word == "," and low[ahead + 1] not in lexicon.to_do):
                return None
        return None

    def _infinitive(self, index: int, kind: int = SAYS) -> int | None:
        """Where an infinitive begins that is what is said: "affirme avoir vu …", "behauptet, … gesehen zu haben"."""
        low, lexicon = self.words.low, self.lexicon
        if not lexicon.infinitive or index + 2 >= self.end:
            return None
        if lexicon.table.verb_last or lexicon.code == "nl":
            index = self._past_adjuncts(index, kind) if lexicon.code == "de" else index
            if index + 2 >= self.end:
                return None
            if lexicon.code == "nl" and kind & URGES and low[index] in lexicon.articles:
                index += 2  # "verweet het kabinet cijfers achter te houden"
            if lexicon.code == "nl" and kind & URGES and low[index] in lexicon.separable:
                index += 1  # "riep de directie op te onderhandelen"
            if lexicon.code == "nl" and (start := self._dutch_infinitive(index)) is not None:
                return start
            first = index + (low[index] == ",")
            stops = (":",) if lexicon.code == "nl" else (":", QUOTE)
            last = next((k for k in range(first, self.end) if low[k] in COMMAS or low[k] in stops), self.end)
            marked = any(low[k] in lexicon.infinitive for k in range(max(first + 1, last - 3), last - 1)) or (
                lexicon.code == "de" and urged.holds_zu(low[last - 1])
            )
            comma = low[index] == "," or lexicon.code == "nl"
            return first if comma and marked and last == self.end and low[last - 1].endswith("n") else None
        first = index
        while first < self.end - 1 and low[first] in _NOT_BEFORE:
            first += 1
        if first + 1 >= self.end:
            return None
        negated = first > index and low[first].endswith(_INFINITIVE_ENDS.get(lexicon.code, "-"))
        if (low[first] not in lexicon.infinitive and not negated) or low[first + 1] in lexicon.that:
            return None  # "a fait savoir que …"
        if lexicon.code == "it":
            ahead = first + 1 + (low[first + 1] in _NOT_BEFORE)
            return index if ahead < self.end and low[ahead].endswith(_INFINITIVES) else None
        return index

    def _dutch_infinitive(self, index: int) -> int | None:
        """ "verklaarde niets meer te weten van die avond": "te" and an infinitive, with nothing but words up to the end."""
        low = self.words.low
        if (
            not all(self.phrases.is_word(k) for k in range(index, self.end))
            or low[index] in self.lexicon.that
        ):
            return None
        marked = (k for k in range(index, min(self.end - 1, index + _MOST_ADJUNCTS)) if low[k] == "te")
        return next((index for k in marked if low[k + 1].endswith("n")), None)

    def _past_adjuncts(self, index: int, kind: int) -> int:
        """Past "an", "am Montag" to the comma behind them; `index` where there is none."""
        ahead: int | None = index
        while ahead is not None and ahead < self.end and self.words.low[ahead] != ",":
            prefix = self.words.low[ahead] in self.lexicon.separable
            if prefix and (kind & URGES == 0 or self.words.low[ahead + 1] == ","):
                ahead += 1
            elif (
                self.words.low[ahead] in (_WHOM if kind & URGES else _DATIVES)
                and (whom := self.phrases.read(ahead, self.end)) is not None
            ):
                ahead = whom[1]  # "warf dem Unternehmen vor, …"
            else:
                ahead = self.phrases.past_adjunct(ahead, self.end)
            if ahead is not None and ahead - index > _MOST_ADJUNCTS:
                return index
        return ahead if ahead is not None and ahead < self.end else index

    def _outside_brackets(self, first: int, last: int) -> Iterator[int]:
        """The places from word `first` to word `last` that stand in no brackets."""
        past = first
        for index in range(first, last):
            if self.words.low[index] == "(" and index >= past:
                past = next((k + 1 for k in range(index, last) if self.words.low[k] == ")"), index)
            if index >= past:
                yield index

    def _fragment(self, index: int, begin: int) -> tuple[int, str, float] | None:
        """A quotation that is a part of the reporter's sentence: "called it “absurd”"."""
        if self._names_work(index):
            return None
        return (
            (index, "fragment", 0.6)
            if index - begin <= 15 and len(self._inside(index).split()) >= LEAST_FRAGMENT
            else None
        )

    def _names_work(self, index: int) -> bool:
        """Whether a title stands behind a German noun that it may be the name of: "zeigt die Ausstellung „Licht über dem Moor“"."""
        noun = index - 1
        low, upper = self.words.low, self.words.upper
        if noun <= self.low or low[noun - 1] not in self.lexicon.articles or not low[noun].isalpha():
            return False
        if self.lexicon.table.nouns_upper:
            return (
                upper[noun]
                and index in self.words.titles
                and len(self._inside(index).split()) > LEAST_FRAGMENT
            )
        # "su corto «Tres tardes de abril»": words of the sentence would begin without a capital
        return not upper[noun] and self._inside(index)[:1].isupper() and self._inside(index)[-1:].isalnum()

    def _is_subjunctive(self, start: int) -> bool:
        """Whether the clause that begins here is reported speech by the form of its verb."""
        low = self.words.low
        for index in range(start, min(self.end, start + 40)):
            if low[index] in self.lexicon.subjunctive and not self.words.upper[index]:
                return True
            if self.lexicon.code == "de" and low[index] in _MAY_REPORT:
                return True
            if is_reported_form(self.words, index) or is_reported_of_noun(self.words, index):
                return True
            if low[index] in (";", ":"):
                return False
        return False

    def _content_end(self, start: int, *, whole: bool = False) -> int:
        """Where what is said ends: with the sentence, or where the reporter speaks again."""
        low, lexicon = self.words.low, self.lexicon
        if low[start] == QUOTE and (whole or self._is_sentence(start)):
            return start + 1
        for index in range(start + 1, self.end):
            word = low[index]
            if word == ";":
                return index
            if word in lexicon.conjunctions and index + 2 < self.end and self._reports_again(index + 1):
                return index - 1 if low[index - 1] == "," else index
            if (
                word == ","
                and index + 1 < self.end
                and (
                    lexicon.kind(low[index + 1]) & GERUND
                    or self._is_tag(index + 1)
                    or self._according_at(index + 1) is not None
                )
            ):
                return index
        return self.end

    def _reports_again(self, index: int) -> bool:
        """Whether a verb of saying with the same subject stands here: "und kündigte an", "et ajoute que"."""
        low, lexicon = self.words.low, self.lexicon
        kind = lexicon.kind(low[index])
        if self.words.upper[index]:
            return False
        if kind & FINITE:
            return not lexicon.is_role(low[index]) and not lexicon.is_organisation(low[index])
        return bool(kind & AUXILIARY and index + 1 < self.end and lexicon.kind(low[index + 1]) & PARTICIPLE)

    def _is_tag(self, index: int) -> bool:
        """Whether "said X" stands here up to the sentence's end or a comma."""
        low, lexicon = self.words.low, self.lexicon
        kind = lexicon.kind(low[index])
        if kind & AUXILIARY:
            index = next(
                (k for k in range(index + 1, min(index + 4, self.end)) if lexicon.kind(low[k]) & PARTICIPLE),
                index,
            )
            kind = FINITE if lexicon.kind(low[index]) & PARTICIPLE else 0
        if not kind & FINITE or self.words.upper[index]:
            return False
        who = self.phrases.after(index + 1, self.end)
        return (
            who is not None
            and who[0] - index <= 3
            and self._ends_tag(who[1])
            and not self._content_follows(who[1])
        )

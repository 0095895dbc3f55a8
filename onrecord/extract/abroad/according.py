"""Words that are given to somebody without a verb: "according to X", "X zufolge", "“…”, so X"."""

from onrecord.extract.abroad import affiliation, papers, verbforms
from onrecord.extract.abroad.content import Content
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE
from onrecord.extract.abroad.sentence import COMMAS, LEAST_CLAUSE
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE
from onrecord.text import polarity
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# No comma stands between whoever says it and what is said.
_WITHOUT_COMMA = frozenset("de nl pl sv da no".split())
_HIS = frozenset("ihm seinen seiner jego niego его його hem zijns".split())
_HERS = frozenset("ihr ihren ihrer jej niej её ее її haar".split())
# Prepositions of an opinion, which mostly mean something else.
_WEAK = frozenset("pour para per suivant".split())

_BY = frozenset("par por pelo pela da dal dalla dall' dai dagli dalle przez".split())
# Whoever does not agree says what follows.
_DISAGREES = lazy(
    r"(?i)\b(?:не соглас(?:ен|на|ны|ился|илась)|не (?:згоден|згодна|згодні|погодився|погодилася)|n(?:em|ão) quer(?:ia)? acreditar|nie dowierza|nie zgadza(?:ją)? się|nie zgodził[ai]? się)\b"
)
_OURS = frozenset(
    "nos notre unseren unserer nuestras nuestros nuestra nostre nostri nostra nossas nossos nossa naszych naszej нашим нашей наших нашими "
    "нашої нашою onze".split()
)
_INFORMATION = (
    "inform", "recherch", "erkenntnis", "berechnung", "dati", "dados", "datos", "danych", "ustale", "calcul", "cálcul", "calcol", "gegevens",
    "berekening", "данн", "сведени", "информаци", "інформаці", "даним", "fuentes", "fontes", "fonti", "sources", "quellen", "bronnen",
)  # fmt: skip
# What leads up to a colon, in characters.
_LONGEST_LEAD = 200


class According(Content):
    """A sentence in which phrases may say who says it."""

    def _according(self, cue: Range) -> Told | None:
        low, lexicon = self.words.low, self.lexicon
        index = cue[1]
        if index < self.end and (paper := papers.titled(self.words, index, self.end)) is not None:
            return self._according_of(cue, paper)
        if index >= self.end or not self.phrases.is_word(index):
            return None
        if lexicon.kind(low[index]) & (FINITE | AUXILIARY) and not self.words.upper[index]:
            return None  # "según informó X", "Nach dem Urteil kündigte X an": a verb follows
        if index < self.end and low[index] in lexicon.of and low[index] in lexicon.prepositions:
            index += 1
        if index >= self.end:
            return None
        barred = lexicon.skipped | lexicon.prepositions | lexicon.that
        if (low[index] in barred and low[index] not in lexicon.articles) or low[index][0].isdigit():
            return None
        if low[index] in lexicon.relatives and low[index] not in lexicon.articles:
            return None  # "the accusation according to which": the clause belongs to the noun before
        if low[cue[0]] in lexicon.out_of and not lexicon.emerges.isdisjoint(low[cue[1] : cue[1] + 6]):
            return None  # "Z relacji świadków wynika, że …"
        if low[index] in _OURS and low[index + 1].startswith(_INFORMATION):
            return self._our_own(cue, index + 2)
        who = self.phrases.read(index, self.end, head_ends=lexicon.code in _WITHOUT_COMMA)
        if who is None and low[index] in lexicon.articles and index + 1 < self.end:
            who = (index, index + 2)  # "Secondo l'accusa": a noun that may be a verb elsewhere
        return self._according_of(cue, who) if who is not None else None

    def _our_own(self, cue: Range, last: int) -> Told | None:
        """ "D'après nos informations": whoever writes it, and nobody who is named."""
        pieces = self._according_pieces(cue, (cue[1], last), False)
        return self._told(pieces, None, cue, "according to", 0.4) if pieces else None

    def _according_of(self, cue: Range, who: Range) -> Told | None:
        """What is said according to somebody."""
        low, lexicon = self.words.low, self.lexicon
        weak = low[cue[0]] in _WEAK and all(low[k] in lexicon.articles for k in range(cue[0] + 1, cue[1]))
        pieces = self._according_pieces(cue, who, weak)
        if not pieces:
            return None
        report = self._told(pieces, who, cue, "according to", 0.8 if not weak else 0.55)
        report.oblique = True
        return report

    def _according_his(self, index: int) -> Told | None:
        """ "In his words, …": whoever spoke last, or whom the sentence before is about."""
        cue = self._phrase_at(index, self.lexicon.according_his)
        pieces = self._according_pieces(cue, cue, False) if cue is not None else []
        if cue is None or not pieces:
            return None
        report = self._told(pieces, None, cue, "according to", 0.7)
        report.dropped = True
        words = set(self.words.low[cue[0] : cue[1]])
        report.gender = "m" if words & _HIS else "f" if words & _HERS else ""
        return report

    def _according_pieces(self, cue: Range, who: Range, weak: bool) -> list[Range]:
        """What is said, before the phrase, behind it, or both."""
        low = self.words.low
        heads = all(
            low[k] in self.lexicon.conjunctions
            or low[k] in self.lexicon.skipped
            or not self.phrases.is_word(k)
            for k in range(self.low, cue[0])
        )
        if heads:
            start = self._start_behind(who[1], weak)
            return [(start, self._content_end(start))] if start is not None and start < self.end else []
        after, before = who[1], cue[0]
        while before > self.low and low[before - 1] in COMMAS:
            before -= 1
        left = self._left(before)
        if (weak and low[before - 1] != QUOTE) or before <= left:
            return []
        if before - left < LEAST_CLAUSE and low[before - 1] != QUOTE:
            return []
        if after + 1 < self.end and low[after] in self.lexicon.that and low[before - 1] != QUOTE:
            return [(after + 1, self._content_end(after + 1))]  # "blijkt volgens de inspectie dat …"
        pieces = [(left, before)]
        if after + 1 < self.end and low[after] == "," and before < cue[0]:
            pieces += self._parenthetic(after + 1)
        elif (
            self.lexicon.code in _WITHOUT_COMMA
            and before == cue[0]
            and after < self.end
            and low[after] != ","
        ):
            pieces.append((after, self._content_end(after)))
        return pieces

    def _start_behind(self, after: int, weak: bool) -> int | None:
        """Where what is said begins behind a phrase at the sentence's head; None where it is no such phrase."""
        low, lexicon = self.words.low, self.lexicon
        comma = next((k for k in range(after, min(self.end, after + 12)) if low[k] == ","), None)
        follows = after < self.end and low[after] == ","
        if weak and (after >= self.end or QUOTE not in low[after : self.end]):
            return None
        if low[self.low] in lexicon.as_ and comma is not None and comma - after <= 2 and not follows:
            return comma + 1  # "Wie aus dem Bericht hervorgeht, …"
        if lexicon.code in _WITHOUT_COMMA:
            if (
                follows
                and comma is not None
                and after + 1 < self.end
                and (lexicon.is_role(low[after + 1]) or lexicon.is_declined_role(low[after + 1]))
            ):
                second = next((k for k in range(comma + 1, min(self.end, comma + 15)) if low[k] == ","), None)
                return second + 1 if second is not None else after + 1
            return after + 1 if follows else after
        if weak and low[after] == QUOTE:
            return after
        if after < self.end and (low[after] in lexicon.articles or low[after][-1:] == "'") and not follows:
            return after  # "Secondo gli inquirenti l'incendio …"
        if comma is None:
            return None
        if follows and comma + 1 < self.end and self._is_apposed(comma + 1):
            second = next((k for k in range(comma + 1, min(self.end, comma + 16)) if low[k] == ","), None)
            return second + 1 if second is not None else comma + 1
        return comma + 1

    def _parenthetic(self, start: int) -> list[Range]:
        """What goes on behind ", according to X,"; nothing behind an explanation of X."""
        word = self.words.low[start]
        if word in self.lexicon.relatives or self.lexicon.is_role(word) or self.lexicon.kind(word):
            return []
        return [(start, self._content_end(start))]

    def _is_name_between_commas(self, start: int) -> bool:
        """Whether two to four words with capitals stand before the next comma: "Según la alcaldesa, Nieves Carrasco, …"."""
        low, upper = self.words.low, self.words.upper
        comma = next((k for k in range(start, min(self.end, start + 5)) if low[k] == ","), start)
        return (
            comma - start >= 2
            and all(upper[k] or low[k] in self.lexicon.particles for k in range(start, comma))
            and not self.lexicon.table.nouns_upper
        )

    def _is_apposed(self, start: int) -> bool:
        low = self.words.low
        if affiliation.begins(self.words, self.lexicon, start, self.end):
            return True  # "Selon Ann Petit, de l'université, …"
        by = start + 1 < self.end and low[start + 1] in _BY and not self.words.upper[start]
        return (
            by  # "cité par l'agence"
            or self.lexicon.is_role(low[start])
            or any(self.lexicon.is_declined_role(low[k]) for k in range(start, min(start + 2, self.end)))
            or (self.words.upper[start] and low[start] in self.lexicon.given_names)
            or (self.words.upper[start] and low[start] in self.lexicon.titles)
            or self._is_name_between_commas(start)
        )

    def _according_behind(self, index: int) -> Told | None:
        """ "X zufolge …" """
        low = self.words.low
        start = index
        while (
            start > max(self.low, self.free)
            and low[start - 1] not in COMMAS
            and index - start < 8
            and (low[start - 1] != QUOTE or start - 1 in self.words.titles)
        ):
            start -= 1
        first = next((k for k in range(start, index) if self.phrases.begins(k, index)), None)
        who = self.phrases.read(first, index) if first is not None else None
        if first is not None and index - 1 in self.words.titles:
            who = (first, index)  # "einem Bericht des „Boten“ zufolge"
        if who is None:
            return None
        if start <= self.low + 1:
            begin = index + 1
            if begin < self.end and low[begin] == ",":
                begin += 1
            pieces = [(begin, self._content_end(begin))] if begin < self.end else []
        else:
            last = start
            while last > self.low and low[last - 1] in COMMAS:
                last -= 1
            left = self._left(last)
            pieces = [(left, last), *self._clause_behind(index + 1)] if last > left else []
        if not pieces:
            return None
        report = self._told(pieces, who, (index, index + 1), "according to", 0.8)
        report.oblique = True
        return report

    def _so(self, index: int) -> Told | None:
        """ "“…”, so X", "…, aldus X" """
        low = self.words.low
        if low[index - 1] not in COMMAS and low[index - 1] != QUOTE:
            return None
        who = self.phrases.after(index + 1, self.end)
        if who is None or not self._ends_tag(who[1]):
            return None
        quoted = self._quoted_before(index)
        last = index
        while last > self.low and low[last - 1] in COMMAS:
            last -= 1
        left = self._left(last)
        behind = self._part_quoted(who[1]) or self._resumed(who[1]) or self._clause_behind(who[1])
        if last <= left or (quoted is None and not behind and last - left < LEAST_CLAUSE):
            return None
        keeps = quoted is not None or last - left >= LEAST_CLAUSE or low[last - 1] in self.lexicon.subjunctive
        pieces = [(left, last), *behind] if keeps else behind
        return self._told(pieces, who, (index, index + 1), "inverted", 0.9 if quoted is not None else 0.75)

    def _part_quoted(self, index: int) -> list[Range]:
        """What goes on with quoted words that are a part of the sentence: "Man werde, so X, „keinen Meter“ weichen"."""
        low, start = self.words.low, index + 1
        if start + 1 >= self.end or low[index] != "," or low[start] != QUOTE or self._is_sentence(start):
            return []
        return [(start, self._content_end(start))] if self.phrases.is_word(start + 1) else []

    def _so_before(self, index: int) -> Told | None:
        """ "Aldus X: “…”", "So X: „…“" """
        low = self.words.low
        who = self.phrases.after(index + 1, self.end)
        if who is None or who[1] + 1 >= self.end or low[who[1]] != ":" or low[who[1] + 1] != QUOTE:
            return self._according((index, index + 1)) if self.lexicon.code == "nl" else None
        return self._told([(who[1] + 1, who[1] + 2)], who, (index, index + 1), "colon", 0.9)

    def _last_resorts(self) -> None:
        """Quotations that no frame has taken: behind a name and a colon, or beside a verb of saying."""
        low = self.words.low
        owned = {k for report in self.reported for piece in report.pieces for k in range(*piece)}
        for index in range(self.low, self.end):
            if low[index] != QUOTE or index in owned or index == self.low or low[index - 1] != ":":
                continue
            led_up = self._before_colon(index)
            if led_up is not None:
                self.reported.append(led_up)

    def _whose_saying(self, who: Range) -> Range:
        """Whose reply it is: "la respuesta del alcalde" is the mayor's."""
        low, lexicon = self.words.low, self.lexicon
        head = next((k for k in range(*who) if low[k] in lexicon.sayings), None)
        if head is None or head + 1 >= who[1]:
            return who
        first = head + 1 + (low[head + 1] in lexicon.of and low[head + 1] not in lexicon.articles)
        return (first, who[1]) if first < who[1] else who

    def _of_saying(self, colon: int) -> Range | None:
        """Whose reply leads up to a colon, wherever it stands: "Durissimo il commento di X:", "Hart fiel das Urteil von X aus:"."""
        low, lexicon = self.words.low, self.lexicon
        noun = next((k for k in range(self.low, colon - 2) if low[k] in lexicon.sayings), None)
        if noun is None or low[noun + 1] not in lexicon.of:
            return None
        first = noun + 1 + (low[noun + 1] not in lexicon.articles)
        who = self.phrases.read(first, colon) if self.phrases.begins(first, colon) else None
        between = self.text[self.words.starts[self.low] : self.words.starts[colon]][:_LONGEST_LEAD]
        if who is None or not (who[1] == colon or self._tells_no_denial(between)):
            return None
        return who

    def _is_full_name(self, who: Range) -> bool:
        """Whether a phrase without an article ends in two words with capitals, as a role and a name, or a full name, do."""
        low, upper = self.words.low, self.words.upper
        return (
            who[1] - who[0] >= 2
            and low[who[0]] not in self.lexicon.articles
            and all(upper[k] or low[k] in self.lexicon.particles for k in range(*who))
        )

    def _tells_no_denial(self, between: str) -> bool:
        """Whether what leads up to a quotation denies no saying of it: "ne décolère pas" has nothing to do with saying."""
        if self.lexicon.code not in polarity.LANGUAGES:
            return polarity.reading_of(between).polarity == "asserted"
        known = polarity.lexicon(self.lexicon.code)
        between = _DISAGREES.sub("", between)
        if known.read(between).polarity == "asserted":
            return True
        line = known.line(between).text
        if known.nobody.match(line, 1):
            return False  # "Kein Trainer freut sich: …"
        kinds = (known.saying, known.denying, known.withholding, known.holding_back, known.asking)
        return not any(kind.search(line) for kind in kinds)

    def _without_verb(self, who: Range) -> Range:
        """ "L'assessore rilancia: «…»": the word before the colon is no part of who speaks."""
        low, last = self.words.low, who[1] - 1
        verb = (
            last > who[0]
            and (self.lexicon.is_role(low[last - 1]) or low[last - 1] in self.lexicon.groups)
            and not self.words.upper[last]
            and not self.lexicon.is_role(low[last])
            and not self.lexicon.is_organisation(low[last])
            and not verbforms.may_follow(low[last], self.lexicon.code)
        )
        return (who[0], last) if verb else who

    def _before_colon(self, index: int) -> Told | None:
        """Whoever a clause is about that leads up to a colon and the quotation at word `index`: "Marco Sarti non cerca scuse: “…”"."""
        low = self.words.low
        if (whose := self._of_saying(index - 1)) is not None:
            return self._told([(index, index + 1)], whose, (index - 1, index), "before a colon", 0.75)
        for start in (self.low, *(k + 1 for k in range(self.low, index - 1) if low[k] == ",")):
            first = next((k for k in range(start, index - 1) if self.phrases.begins(k, index)), None)
            who = self.phrases.read(first, index - 1) if first is not None and first - start <= 3 else None
            who = self._without_verb(who) if who is not None else None
            whole, who = who, self._whose_saying(who) if who is not None else None
            if who is None or not (who != whole or self._may_be_somebody(who) or self._is_full_name(who)):
                continue
            between = self.text[self.words.starts[start] : self.words.starts[index - 1]][:_LONGEST_LEAD]
            if who[1] < index - 1 and not self._tells_no_denial(between):
                continue
            sure = 0.75 if who[1] == index - 1 else 0.55
            return self._told([(index, index + 1)], who, (index - 1, index), "before a colon", sure)
        return None

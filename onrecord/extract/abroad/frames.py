"""What a sentence reports, in any language with a table: beside a quotation, before it, in a clause, by according-to."""

from dataclasses import dataclass

from onrecord.extract.abroad.laying import DASHES, Laid
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, GERUND, PARTICIPLE, QUOTES, SAYS, Lexicon
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.layout import QUOTE
from onrecord.extract.proposal import Form
from onrecord.extract.sentence import Report
from onrecord.text import polarity

Range = tuple[int, int]

_ENDS = frozenset(".!?…")
_COMMAS = DASHES | {","}
# How far behind a verb what is said may begin, in words.
_FURTHEST = 30
_LEAST_CLAUSE = 3
# How sure a verb is that no table has, where a verb of saying would stand.
_UNKNOWN = 0.6
# What leads up to a colon, in characters.
_LONGEST_LEAD = 200
# Quoted words inside the reporter's sentence: fewer are a word that is mentioned.
_LEAST_FRAGMENT = 3
# Prepositions of an opinion, which mostly mean something else.
_WITHOUT_COMMA = frozenset("de nl pl sv da".split())
_WEAK = frozenset("pour para per suivant za за voor für".split())


@dataclass(slots=True)
class Told(Report):
    """A report in another language than English.

    `form` overrides what the marks tell. `dropped`: the verb has no subject, so that it is whoever spoke last; `gender`
    is what the verb tells of them. `oblique`: the speaker's name may stand in another case than the first; `place`: it is
    an office in which unnamed people speak.
    """

    language: str = ""
    form: Form | None = None
    dropped: bool = False
    gender: str = ""
    oblique: bool = False
    place: bool = False


class Frames:
    """One sentence, words `low` to `high` of a paragraph."""

    def __init__(self, text: str, words: Laid, lexicon: Lexicon, low: int, high: int) -> None:
        self.text = text
        self.words = words
        self.lexicon = lexicon
        self.phrases = Phrases(words, lexicon)
        self.low = low
        end = high
        while end > low and words.low[end - 1] in _ENDS:
            end -= 1
        self.end = end
        self.found: list[Told] = []
        self.free = low

    def reports(self) -> list[Told]:
        """What the sentence reports, in the order of the cues."""
        at = self.low
        while at < self.end:
            report = self._at(at)
            if report is None:
                at += 1
                continue
            self.found.append(report)
            self.free = max([self.free, report.cue[1], *(last for _, last in report.pieces)])
            at = max(at + 1, self.free)
        self._last_resorts()
        self.found = [self._named_later(report) for report in self.found]
        return self.found

    def _named_later(self, report: Told) -> Told:
        """The report with the name that follows: "« Rien, a-t-elle ajouté, ne bouge », a dit Ann Lee"."""
        low = self.words.low
        if len(report.pieces) < 2 or (
            report.speaker is not None and low[report.speaker[0]] not in self.lexicon.pronouns
        ):
            return report
        last = report.pieces[-1]
        at = next((k for k in range(last[1], self.end) if low[k] not in _COMMAS), self.end)
        if last[1] - last[0] != 1 or at >= self.end:
            return report
        kept, self.free = self.free, last[0]
        named = self._at(at)
        self.free = kept
        if named is None or named.speaker is None or not named.pieces or named.pieces[0] != last:
            return report
        named.pieces = report.pieces + named.pieces[1:]
        return named

    def _told(self, pieces: list[Range], who: Range | None, cue: Range, frame: str, sure: float) -> Told:
        return Told(pieces, who, cue, frame, sure, language=self.lexicon.code)

    def _at(self, at: int) -> Told | None:
        low, lexicon = self.words.low, self.lexicon
        word = low[at]
        if word in lexicon.according and (cue := self._according_at(at)) is not None:
            return self._according(cue)
        if word in lexicon.behind:
            return self._according_behind(at)
        if word in lexicon.so and at > self.low and not lexicon.kind(word):
            return self._so(at)
        kind = lexicon.kind(word)
        if not kind:
            return self._unknown_verb(at)
        if self._is_no_verb(at):
            return None
        if kind & FINITE:
            return self._verb((at, at + 1), kind)
        if kind & AUXILIARY:
            return self._perfect(at)
        if kind & GERUND and not kind & PARTICIPLE:
            return self._gerund(at)
        return None

    # Verbs

    def _unknown_verb(self, at: int) -> Told | None:
        """A verb that the table does not know, in the frame of one of saying: "“…”, gushed Ann Lee"."""
        low, lexicon = self.words.low, self.lexicon
        if at - 1 <= self.low or (low[at - 1] not in _COMMAS and low[at - 1] not in lexicon.reflexives):
            return None
        quoted = self._quoted_before(self._past_reflexive(at))
        known = (
            lexicon.prepositions
            | lexicon.conjunctions
            | lexicon.skipped
            | lexicon.relatives
            | lexicon.articles
        )
        if (
            quoted is None
            or self.words.upper[at]
            or not low[at][0].isalpha()
            or low[at] in known | lexicon.that | lexicon.pronouns | lexicon.reflexives | lexicon.of
            or lexicon.is_role(low[at])
            or len(low[at]) < _LEAST_CLAUSE
        ):
            return None
        if not self.phrases.begins(at + 1, self.end):
            return None
        who = self.phrases.read(at + 1, self.end)
        if who is None or not self._may_be_somebody(who) or not self._ends_tag(who[1]):
            return None
        report = self._beside((at, at + 1), quoted, who)
        report.confidence = _UNKNOWN
        return report

    def _is_no_verb(self, at: int) -> bool:
        """Whether the word is a noun or a name here."""
        low, lexicon = self.words.low, self.lexicon
        if at == self.low:
            return False
        before = low[at - 1]
        if self.words.upper[at] and before != QUOTE and before not in DASHES:
            return True
        return (
            before in lexicon.articles and before not in lexicon.reflexives and before not in lexicon.pronouns
        )

    def _perfect(self, at: int) -> Told | None:
        """ "a déclaré", "ha detto", and in German and Dutch "hat … gesagt"."""
        low, lexicon = self.words.low, self.lexicon
        limit = min(self.end, at + (20 if lexicon.table.verb_last else 5))
        for ahead in range(at + 1, limit):
            word = low[ahead]
            kind = lexicon.kind(word)
            if kind & PARTICIPLE and not self.words.upper[ahead]:
                finite = SAYS if not kind & QUOTES else QUOTES
                if lexicon.table.verb_last and ahead > at + 1:
                    return self._split(at, ahead)
                return self._verb((at, ahead + 1), finite)
            if word == QUOTE or word in ",;:.":
                return None
            if not lexicon.table.verb_last and not (
                word in lexicon.skipped or word in lexicon.reflexives or word in lexicon.pronouns
            ):
                return None
        return None

    def _split(self, at: int, participle: int) -> Told | None:
        """ "(Q, ) hat Müller am Montag gesagt(, dass …)": the subject stands before the auxiliary or behind it."""
        quoted = self._quoted_before(at)
        who = self.phrases.after(at + 1, participle) if quoted is not None else None
        who = (
            who or self.phrases.before(at, max(self.low, self.free)) or self.phrases.after(at + 1, participle)
        )
        if quoted is not None:
            return self._told(
                [(self._left(quoted), quoted)], who, (participle, participle + 1), "inverted", 0.85
            )
        if who is None:
            return None
        return self._frontal((participle, participle + 1), who, participle + 1, SAYS)

    def _verb(self, cue: Range, kind: int) -> Told | None:
        """A verb of saying: beside what is said, or before it."""
        first = self._past_reflexive(cue[0])
        quoted = self._quoted_before(first)
        subject = self._subject_behind(cue, quoted is not None)
        if quoted is not None and not self._introduces(cue[1], subject):
            return self._beside(cue, quoted, subject) if self._is_said(quoted, first, subject) else None
        if quoted is None and (told := self._clause_before(cue, first, subject, kind)) is not None:
            return told
        before = self.phrases.before(first, max(self.low, self.free))
        if before is None and self._is_relative(first):
            before = self._antecedent(first)
        if before is None and subject is None and (office := self._office_before(first)) is not None:
            told = self._frontal(cue, office, cue[1], kind)
            if told is not None:
                told.oblique = told.place = True
            return told
        if before is not None and (told := self._tag(cue, before)) is not None:
            return told
        if before is not None:
            return self._frontal(cue, before, cue[1], kind)
        if subject is not None:
            return self._frontal(cue, subject, max(cue[1], subject[1]), kind)
        return self._frontal(cue, None, cue[1], kind)

    def _is_said(self, quoted: int, verb: int, subject: Range | None) -> bool:
        """Whether a quotation right before a verb is what is said, and not the name of what does something: "der Film „…“ zeigt"."""
        inside = self._inside(quoted - 1)
        if self.words.low[verb - 1] in _COMMAS or inside[-1:] in ".!?…," or quoted - 1 in self.words.resumed:
            return True
        alone = self._left(quoted) == quoted - 1
        return alone and subject is not None and len(inside.split()) > _LEAST_FRAGMENT

    def _office_before(self, at: int) -> Range | None:
        """ "В полиции сообщили": the office at the head of the clause."""
        start = self.phrases.clause_start(at, max(self.low, self.free))
        if start >= at or self.words.low[start] not in self.lexicon.where:
            return None
        office = self._office(start)
        return office if office is not None and office[1] <= at else None

    def _past_reflexive(self, at: int) -> int:
        low = self.words.low
        while (
            at - 1 > self.low
            and low[at - 1] in self.lexicon.reflexives
            and low[at - 1] not in self.lexicon.pronouns
        ):
            at -= 1
        return at

    def _quoted_before(self, at: int) -> int | None:
        """Behind the quotation that stands right before a word, with no more than commas and dashes between."""
        low = self.words.low
        last = at
        while last > self.low and (low[last - 1] in _COMMAS or low[last - 1] in self.lexicon.so):
            last -= 1
        return last if last > self.low and last > self.free and low[last - 1] == QUOTE else None

    def _subject_behind(self, cue: Range, beside: bool) -> Range | None:
        at = cue[1]
        low = self.words.low
        # "a-t-il déclaré" has its pronoun inside the verb.
        inside = next((k for k in range(*cue) if low[k] in self.lexicon.pronouns and k > cue[0]), None)
        if inside is not None and low[inside] not in self.lexicon.reflexives:
            return inside, inside + 1
        while at < self.end and low[at] in self.lexicon.reflexives and low[at] not in self.lexicon.pronouns:
            at += 1
        if at < self.end and low[at] in self.lexicon.where and self.lexicon.where:
            office = self._office(at)
            if office is not None and beside:
                return office
        return self.phrases.after(at, self.end)

    def _office(self, at: int) -> Range | None:
        """ "сообщили в полиции": those who speak are in an office."""
        first = at + 1
        if first < self.end and any(
            self.lexicon.is_organisation(self.words.low[k]) for k in range(first, min(first + 3, self.end))
        ):
            return self.phrases.read(first, self.end)
        return None

    def _introduces(self, at: int, subject: Range | None) -> bool:
        """Whether a colon and a quotation follow, so that the one before belongs to something else."""
        low = self.words.low
        at = max(at, subject[1]) if subject else at
        while at < self.end and low[at] in self.lexicon.skipped:
            at += 1
        return at + 1 < self.end and low[at] == ":" and low[at + 1] == QUOTE

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

    def _beside(self, cue: Range, quoted: int, subject: Range | None) -> Told:
        """ "“…”, said X(, “…”)" """
        report = self._told(
            [(self._left(quoted), quoted)], subject, cue, "inverted", 0.9 if subject is not None else 0.75
        )
        if subject is not None and cue[1] <= subject[0] - 1 and self._is_office(subject):
            report.oblique = report.place = True
        if subject is None:
            self._drop(report)
        after = max(cue[1], subject[1]) if subject is not None else cue[1]
        report.pieces += self._resumed(after)
        return report

    def _is_office(self, subject: Range) -> bool:
        return self.words.low[subject[0] - 1] in self.lexicon.where

    def _drop(self, report: Told) -> None:
        report.dropped = True
        report.gender = gender_of(self.words.low[report.cue[1] - 1], self.lexicon.code)

    def _resumed(self, at: int) -> list[Range]:
        """The quotation that goes on behind "said X": directly, or after an apposition."""
        low = self.words.low
        for ahead in range(at, min(self.end, at + _FURTHEST)):
            if low[ahead] == QUOTE:
                before = low[ahead - 1]
                resumes = ahead in self.words.resumed or before in (",", ";", ":") or before in DASHES
                return [(ahead, ahead + 1)] if resumes else []
            if self.lexicon.kind(low[ahead]) & (FINITE | GERUND) or low[ahead] in self.lexicon.that:
                return []
        return []

    def _clause_before(self, cue: Range, first: int, subject: Range | None, kind: int) -> Told | None:
        """ "The harbour is safe, said X": what is said stands unmarked before the comma."""
        low, lexicon = self.words.low, self.lexicon
        if first <= self.low or not (kind & SAYS or kind & QUOTES):
            return None
        comma = first - 1
        as_ = low[comma] in self.lexicon.as_
        if as_ and comma > self.low:
            comma -= 1
        if low[comma] not in _COMMAS or comma <= self.low:
            return self._as_clause(cue, first)
        if subject is None and not as_ and not (lexicon.table.drops and self._is_alone(cue[1])):
            return None
        after = max(cue[1], subject[1]) if subject is not None else cue[1]
        if self._content_follows(after):
            return None
        left = self._left(comma)
        behind = self._clause_behind(after)
        if (
            comma <= left
            or (comma - left < _LEAST_CLAUSE and not behind)
            or (left > self.low and low[left] in self.lexicon.relatives and not as_)
        ):
            return None
        if not as_ and subject is not None and low[subject[0]] in self.lexicon.first:
            return None
        if not as_ and not self._ends_tag(after):
            return None
        report = self._told([(left, comma), *behind], subject, cue, "inverted", 0.75)
        if subject is None:
            self._drop(report)
        return report

    def _is_alone(self, at: int) -> bool:
        """Whether the verb stands by itself between commas, or at the sentence's end."""
        return at >= self.end or self.words.low[at] in _COMMAS

    def _as_clause(self, cue: Range, first: int) -> Told | None:
        """ "…, wie X sagte", "как сообщил X, …", "comme l'a dit X, …" """
        low, lexicon = self.words.low, self.lexicon
        start = first
        while start > max(self.low, self.free) and low[start - 1] not in _COMMAS and low[start - 1] != QUOTE:
            start -= 1
        opener = next((k for k in range(start, first) if low[k] in lexicon.as_), None)
        if opener is None or opener - start > 1:
            return None
        subject = self.phrases.before(first, opener + 1) if opener + 1 < first else None
        subject = subject or self._subject_behind(cue, True)
        if subject is None:
            return None
        after = max(cue[1], subject[1])
        oblique = self._is_office(subject) if subject[0] else False
        if opener <= self.low + 1:  # at the head: what is said follows
            comma = next((k for k in range(after, min(self.end, after + 12)) if low[k] == ","), None)
            if comma is None or comma + 1 >= self.end:
                return None
            report = self._told([(comma + 1, self._content_end(comma + 1))], subject, cue, "clause", 0.75)
        else:
            last = start
            while last > self.low and low[last - 1] in _COMMAS:
                last -= 1
            left = self._left(last)
            if last <= left:
                return None
            pieces = [(left, last), *self._clause_behind(after)]
            report = self._told(pieces, subject, cue, "inverted", 0.75)
        report.oblique = report.place = oblique
        return report

    def _ends_tag(self, at: int) -> bool:
        """Whether the sentence ends behind "said X", or only days, places and appositions follow."""
        low = self.words.low
        if at >= self.end or low[at] in _COMMAS or low[at] in "()":
            return True
        return self.phrases.past_adjunct(at, self.end) is not None

    def _clause_behind(self, at: int) -> list[Range]:
        """What goes on behind ", said X,": the rest of the sentence, unless an apposition."""
        low, lexicon = self.words.low, self.lexicon
        if at + 1 >= self.end or low[at] not in _COMMAS:
            return []
        start = at + 1
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
        if apposed or self.words.upper[start] or lexicon.kind(word) or self.end - start < _LEAST_CLAUSE:
            return []
        return [(start, self._content_end(start))]

    def _tag(self, cue: Range, who: Range) -> Told | None:
        """ "“…”, X said" """
        low = self.words.low
        quoted = self._quoted_before(who[0])
        if quoted is None or self._content_follows(cue[1]):
            return None
        if low[who[0] - 1] == QUOTE and self._inside(who[0] - 1)[-1:] not in ".!?…,":
            return None
        report = self._told([(self._left(quoted), quoted)], who, cue, "tag", 0.85)
        report.pieces += self._resumed(cue[1])
        return report

    def _inside(self, at: int) -> str:
        return self.text[slice(*self.words.quotes[at].inside)].rstrip()

    def _content_follows(self, at: int) -> bool:
        """Whether a clause or a quotation follows that is what is said."""
        low, lexicon = self.words.low, self.lexicon
        for ahead in range(at, min(self.end, at + 15)):
            if low[ahead] in lexicon.that or low[ahead] == ":":
                return True
            if low[ahead] == QUOTE:
                return low[ahead - 1] != ","
            if lexicon.kind(low[ahead]) & FINITE and ahead > at:
                return False
        return False

    def _frontal(self, cue: Range, who: Range | None, at: int, kind: int) -> Told | None:
        """What is said behind the verb, from word `at` on."""
        content = self._content(max(at, cue[1]), kind)
        if content is None:
            return None
        first, frame, sure = content
        if who is None:
            who = self._speaker_so_far(cue[0])
        if first >= self.end:
            return (
                Told([], who, cue, "colon", 0.8, True, language=self.lexicon.code)
                if who is not None
                else None
            )
        last = first + 1 if frame == "fragment" else self._content_end(first, whole=frame == "colon")
        if last <= first:
            return None
        report = self._told([(first, last)], who, cue, "quotation" if frame == "fragment" else frame, sure)
        if who is None:
            if not self.lexicon.table.drops:
                return None
            self._drop(report)
        if frame in ("colon", "quotation") and self.words.low[first] == QUOTE:
            report.pieces += self._listed(last)
        return report

    def _listed(self, at: int) -> list[Range]:
        found = []
        low = self.words.low
        while at + 1 < self.end and low[at] in (",", ";") and low[at + 1] == QUOTE:
            found.append((at + 1, at + 2))
            at += 2
        return found

    def _content(self, at: int, kind: int) -> tuple[int, str, float] | None:
        low, lexicon = self.words.low, self.lexicon
        for ahead in range(at, min(self.end, at + _FURTHEST)):
            word = low[ahead]
            if word == ":":
                if ahead + 1 < self.end and low[ahead + 1] != QUOTE:
                    return (ahead + 1, "colon", 0.7) if kind & SAYS else None
                return ahead + 1, "colon", 0.95
            if word == QUOTE and ahead + 1 < self.end and low[ahead + 1] == ":":
                continue  # told the „Zeitung“: „…“
            if word == QUOTE:
                whole = self._is_sentence(ahead) and (ahead == at or low[ahead - 1] in (",", "."))
                return (ahead, "quotation", 0.85) if whole else self._fragment(ahead, at)
            if word in lexicon.that and kind & SAYS:
                if ahead > at and low[ahead - 1] in lexicon.prepositions - lexicon.separable:
                    return None
                return (ahead + 1, "that", 0.85) if ahead + 1 < self.end else None
            if word in lexicon.whether and kind & SAYS and (ahead == at or low[ahead - 1] == ","):
                return ahead, "question", 0.6
            if word == ",":
                if ahead + 1 < self.end and low[ahead + 1] in lexicon.that | lexicon.whether:
                    continue
                if lexicon.subjunctive and self._is_subjunctive(ahead + 1):
                    return ahead + 1, "clause", 0.8
                if ahead - at > 12:
                    return None
            elif word in ";(" or (
                lexicon.kind(word) & FINITE and not self._is_no_verb(ahead) and word not in lexicon.so
            ):
                return None
        return None

    def _fragment(self, at: int, begin: int) -> tuple[int, str, float] | None:
        """A quotation that is a part of the reporter's sentence: "called it “absurd”"."""
        return (
            (at, "fragment", 0.6)
            if at - begin <= 15 and len(self._inside(at).split()) >= _LEAST_FRAGMENT
            else None
        )

    def _is_sentence(self, at: int) -> bool:
        inside = self._inside(at).lstrip()
        return inside[:1].isupper() or not inside[:1].isalpha() or len(inside.split()) > 6

    def _is_subjunctive(self, start: int) -> bool:
        """Whether the clause that begins here is reported speech by the form of its verb."""
        low = self.words.low
        for at in range(start, min(self.end, start + 40)):
            if low[at] in self.lexicon.subjunctive and not self.words.upper[at]:
                return True
            if low[at] in (";", ":"):
                return False
        return False

    def _content_end(self, start: int, *, whole: bool = False) -> int:
        """Where what is said ends: with the sentence, or where the reporter speaks again."""
        low, lexicon = self.words.low, self.lexicon
        if low[start] == QUOTE and (whole or self._is_sentence(start)):
            return start + 1
        for at in range(start + 1, self.end):
            word = low[at]
            if word == ";":
                return at
            if word in lexicon.conjunctions and at + 2 < self.end and self._reports_again(at + 1):
                return at - 1 if low[at - 1] == "," else at
            if (
                word == ","
                and at + 1 < self.end
                and (
                    lexicon.kind(low[at + 1]) & GERUND
                    or self._is_tag(at + 1)
                    or self._according_at(at + 1) is not None
                )
            ):
                return at
        return self.end

    def _reports_again(self, at: int) -> bool:
        """Whether a verb of saying with the same subject stands here: "und kündigte an", "et ajoute que"."""
        low, lexicon = self.words.low, self.lexicon
        kind = lexicon.kind(low[at])
        if self.words.upper[at]:
            return False
        if kind & FINITE:
            return not lexicon.is_role(low[at]) and not lexicon.is_organisation(low[at])
        return bool(kind & AUXILIARY and at + 1 < self.end and lexicon.kind(low[at + 1]) & PARTICIPLE)

    def _is_tag(self, at: int) -> bool:
        """Whether "said X" stands here up to the sentence's end or a comma."""
        low, lexicon = self.words.low, self.lexicon
        kind = lexicon.kind(low[at])
        if kind & AUXILIARY:
            at = next(
                (k for k in range(at + 1, min(at + 4, self.end)) if lexicon.kind(low[k]) & PARTICIPLE), at
            )
            kind = FINITE if lexicon.kind(low[at]) & PARTICIPLE else 0
        if not kind & FINITE or self.words.upper[at]:
            return False
        who = self.phrases.after(at + 1, self.end)
        return (
            who is not None
            and who[0] - at <= 3
            and self._ends_tag(who[1])
            and not self._content_follows(who[1])
        )

    def _speaker_so_far(self, at: int) -> Range | None:
        """Who speaks in the report before, else the subject of the sentence, for a verb joined by "and"."""
        for report in reversed(self.found):
            if report.speaker is not None and report.frame != "according to":
                return report.speaker
        low = self.words.low
        joined = at > self.low and (low[at - 1] in self.lexicon.conjunctions or low[at - 1] == ",")
        if not joined:
            return None
        first = self.low
        while first < at and not self.phrases.begins(first, at):
            past = self.phrases.past_adjunct(first, at)
            if past is None:
                return None
            first = past
        return self.phrases.read(first, at) if first < at else None

    def _gerund(self, at: int) -> Told | None:
        """ "…, affirmant que …", "…, сказав, что …" """
        who = self._speaker_so_far(at)
        if who is None and self.found:
            return None
        if who is None:
            who = self.phrases.after(self.low, at)
        return self._frontal((at, at + 1), who, at + 1, SAYS) if who is not None else None

    def _is_relative(self, at: int) -> bool:
        low = self.words.low
        return at - 2 > self.low and low[at - 1] in self.lexicon.relatives and low[at - 2] == ","

    def _antecedent(self, at: int) -> Range | None:
        """Who "who" is."""
        comma = at - 2
        return self.phrases.before(comma, max(self.low, self.free))

    # According to

    def _according_at(self, at: int) -> Range | None:
        low = self.words.low
        for phrase in self.lexicon.according.get(low[at], ()):
            if tuple(low[at : at + len(phrase)]) == phrase:
                return at, at + len(phrase)
        return None

    def _according(self, cue: Range) -> Told | None:
        low, lexicon = self.words.low, self.lexicon
        at = cue[1]
        if at >= self.end or not self.phrases.is_word(at):
            return None
        if lexicon.kind(low[at]) & (FINITE | AUXILIARY) and low[cue[0]] in lexicon.as_:
            return None  # "según informó X": a verb follows
        if at < self.end and low[at] in lexicon.of and low[at] in lexicon.prepositions:
            at += 1
        barred = lexicon.skipped | lexicon.prepositions | lexicon.that
        if (low[at] in barred and low[at] not in lexicon.articles) or low[at][0].isdigit():
            return None
        who = self.phrases.read(at, self.end, head_ends=lexicon.code in _WITHOUT_COMMA)
        if who is None:
            return None
        weak = low[cue[0]] in _WEAK and all(low[k] in lexicon.articles for k in range(cue[0] + 1, cue[1]))
        pieces = self._according_pieces(cue, who, weak)
        if not pieces:
            return None
        report = self._told(pieces, who, cue, "according to", 0.8 if not weak else 0.55)
        report.oblique = True
        return report

    def _according_pieces(self, cue: Range, who: Range, weak: bool) -> list[Range]:
        low, lexicon = self.words.low, self.lexicon
        after = who[1]
        before = cue[0]
        while before > self.low and low[before - 1] in _COMMAS:
            before -= 1
        comma = next((k for k in range(after, min(self.end, after + 12)) if low[k] == ","), None)
        heads = all(
            low[k] in lexicon.conjunctions or low[k] in lexicon.skipped or not self.phrases.is_word(k)
            for k in range(self.low, cue[0])
        )
        if heads:
            start = after
            if lexicon.code in _WITHOUT_COMMA:
                if after < self.end and low[after] == ",":
                    start = after + 1
                elif comma is not None and (
                    lexicon.is_role(low[after + 1]) if after + 1 < self.end and low[after] == "," else False
                ):
                    start = comma + 1
            elif comma is not None:
                start = comma + 1
                if comma == after and start < self.end and self._is_apposed(start):
                    second = next((k for k in range(start, min(self.end, start + 15)) if low[k] == ","), None)
                    start = second + 1 if second is not None else start
            elif not weak or after >= self.end or low[after] != QUOTE:
                return []
            if start >= self.end:
                return []
            if weak and after < self.end and low[after] == QUOTE:
                start = after
            if weak and QUOTE not in low[start : self.end]:
                return []
            return [(start, self._content_end(start))]
        left = self._left(before)
        if weak and low[before - 1] != QUOTE:
            return []
        if before - left < 1 or (before - left < _LEAST_CLAUSE and low[before - 1] != QUOTE):
            return []
        pieces = [(left, before)]
        if after + 1 < self.end and low[after] == "," and before < cue[0]:
            pieces += self._parenthetic(after + 1)
        elif lexicon.code in _WITHOUT_COMMA and before == cue[0] and after < self.end and low[after] != ",":
            pieces.append((after, self._content_end(after)))
        return pieces

    def _parenthetic(self, start: int) -> list[Range]:
        """What goes on behind ", according to X,"; nothing behind an explanation of X."""
        word = self.words.low[start]
        if word in self.lexicon.relatives or self.lexicon.is_role(word) or self.lexicon.kind(word):
            return []
        return [(start, self._content_end(start))]

    def _is_apposed(self, start: int) -> bool:
        return self.lexicon.is_role(self.words.low[start]) or (
            self.words.upper[start] and self.words.low[start] in self.lexicon.given
        )

    def _according_behind(self, at: int) -> Told | None:
        """ "X zufolge …" """
        low = self.words.low
        start = at
        while (
            start > max(self.low, self.free)
            and low[start - 1] not in _COMMAS
            and at - start < 8
            and low[start - 1] != QUOTE
        ):
            start -= 1
        first = next((k for k in range(start, at) if self.phrases.begins(k, at)), None)
        who = self.phrases.read(first, at) if first is not None else None
        if who is None:
            return None
        if start <= self.low + 1:
            begin = at + 1
            if begin < self.end and low[begin] == ",":
                begin += 1
            pieces = [(begin, self._content_end(begin))] if begin < self.end else []
        else:
            last = start
            while last > self.low and low[last - 1] in _COMMAS:
                last -= 1
            left = self._left(last)
            pieces = [(left, last), *self._clause_behind(at + 1)] if last > left else []
        if not pieces:
            return None
        report = self._told(pieces, who, (at, at + 1), "according to", 0.8)
        report.oblique = True
        return report

    def _so(self, at: int) -> Told | None:
        """ "“…”, so X", "…, aldus X" """
        low = self.words.low
        if low[at - 1] not in _COMMAS and low[at - 1] != QUOTE:
            return None
        if not self.phrases.begins(at + 1, self.end):
            return None
        who = self.phrases.read(at + 1, self.end)
        if who is None or not self._ends_tag(who[1]):
            return None
        quoted = self._quoted_before(at)
        last = at
        while last > self.low and low[last - 1] in _COMMAS:
            last -= 1
        left = self._left(last)
        if quoted is None and last - left < _LEAST_CLAUSE:
            return None
        if last <= left:
            return None
        pieces = [(left, last), *(self._resumed(who[1]) or self._clause_behind(who[1]))]
        return self._told(pieces, who, (at, at + 1), "inverted", 0.85 if quoted is not None else 0.75)

    # What is left

    def _last_resorts(self) -> None:
        """Quotations that no frame has taken: behind a name and a colon, or beside a verb of saying."""
        low = self.words.low
        owned = {k for report in self.found for piece in report.pieces for k in range(*piece)}
        for at in range(self.low, self.end):
            if low[at] != QUOTE or at in owned or at == self.low or low[at - 1] != ":":
                continue
            first = next((k for k in range(self.low, at) if self.phrases.begins(k, at)), None)
            who = self.phrases.read(first, at - 1) if first is not None and first - self.low <= 3 else None
            if who is not None and self._may_be_somebody(who):
                short = who[1] == at - 1
                between = self.text[self.words.starts[self.low] : self.words.starts[at - 1]]
                if not short and polarity.reading_of(between[:_LONGEST_LEAD]).polarity != "asserted":
                    continue
                self.found.append(
                    self._told([(at, at + 1)], who, (at - 1, at), "before a colon", 0.75 if short else 0.55)
                )

    def _may_be_somebody(self, who: Range) -> bool:
        low, lexicon = self.words.low, self.lexicon
        return (
            low[who[0]] in lexicon.pronouns
            or any(
                lexicon.is_role(low[k])
                or low[k] in lexicon.given
                or lexicon.is_organisation(low[k])
                or low[k] in lexicon.groups
                for k in range(*who)
            )
            or (
                who[1] - who[0] >= 2
                and all(self.words.upper[k] for k in range(*who))
                and not lexicon.table.nouns_upper
            )
        )


def gender_of(verb: str, code: str) -> str:
    """What the ending of a verb in the past tells of its subject, in Slavic languages."""
    if code == "pl":
        return "f" if verb.endswith("ła") else "m" if verb.endswith("ł") else ""
    if code == "ru":
        return "f" if verb.endswith(("ла", "лась")) else "m" if verb.endswith(("л", "лся")) else ""
    if code == "uk":
        return "f" if verb.endswith(("ла", "лась", "лася")) else "m" if verb.endswith(("в", "вся")) else ""
    return ""

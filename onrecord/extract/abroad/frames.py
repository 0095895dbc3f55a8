"""What a sentence reports, in any language with a table: beside a quotation, before it, in a clause, by according-to."""

from onrecord.extract.abroad import urged, verbforms
from onrecord.extract.abroad.held import FOR, Held
from onrecord.extract.abroad.lexicon import AUXILIARY, FINITE, GERUND, PARTICIPLE, QUOTES, SAYS, URGES
from onrecord.extract.abroad.sentence import COMMAS, LEAST_CLAUSE, LEAST_FRAGMENT
from onrecord.extract.abroad.told import Told
from onrecord.extract.paragraph import QUOTE

Range = tuple[int, int]

# How sure a verb is that no table has, where a verb of saying would stand.
_UNKNOWN = 0.6


class Frames(Held):
    """A sentence whose cues are tried one after the other."""

    def reports(self) -> list[Told]:
        """What the sentence reports, in the order of the cues."""
        index = self.low
        while index < self.end:
            report = self._at(index)
            if report is None:
                index += 1
                continue
            self.reported.append(report)
            self.free = max([self.free, report.cue[1], *(last for _, last in report.pieces)])
            index = max(index + 1, self.free)
        self._last_resorts()
        self.reported = [self._named_later(report) for report in self.reported]
        return self.reported

    def _named_later(self, report: Told) -> Told:
        """The report with the name that follows: "« Rien, a-t-elle ajouté, ne bouge », a dit Ann Lee"."""
        low = self.words.low
        if len(report.pieces) < 2 or (
            report.speaker is not None and low[report.speaker[0]] not in self.lexicon.pronouns
        ):
            return report
        last = report.pieces[-1]
        index = next((k for k in range(last[1], self.end) if low[k] not in COMMAS), self.end)
        if last[1] - last[0] != 1 or index >= self.end:
            return report
        kept, self.free = self.free, last[0]
        named = self._at(index)
        self.free = kept
        if named is None or named.speaker is None or not named.pieces or named.pieces[0] != last:
            return report
        named.pieces = report.pieces + named.pieces[1:]
        return named

    def _at(self, index: int) -> Told | None:
        low, lexicon = self.words.low, self.lexicon
        word = low[index]
        if word in lexicon.claimed and (claim := self._phrase_at(index, lexicon.claimed)) is not None:
            denied = self._denied_claim(claim)
            if denied is not None or claim[1] - claim[0] > 1:
                return denied  # "les informations selon lesquelles": nobody is called "lesquelles"
        if word in lexicon.according_his and (told := self._according_his(index)) is not None:
            return told
        if word in lexicon.according and (cue := self._according_at(index)) is not None:
            return self._according(cue)
        if word in lexicon.behind:
            return self._according_behind(index)
        if word in lexicon.so and not lexicon.kind(word):
            return self._so(index) if index > self.low else self._so_before(index)
        if (held := self._verbless(index)) is not None:
            return held
        if index == self.low and word == FOR.get(lexicon.code) and (told := self._to_somebody()) is not None:
            return told
        if (word in lexicon.whether or self._asks_how(index)) and (told := self._withheld(index)) is not None:
            return told
        kind = lexicon.kind(word)
        if not kind:
            return self._unknown_verb(index)
        if self._is_no_verb(index):
            return None
        if kind & FINITE or (kind & URGES and not kind & PARTICIPLE):
            return self._verb((index, index + 1), kind)
        if kind & AUXILIARY:
            return self._perfect(index)
        if kind & GERUND and not kind & PARTICIPLE:
            return self._gerund(index)
        return None

    def _unknown_verb(self, index: int) -> Told | None:
        """A verb that the table does not know, in the frame of one of saying: "“…”, gushed Ann Lee"."""
        low, lexicon = self.words.low, self.lexicon
        if index - 1 <= self.low or (
            low[index - 1] not in COMMAS and low[index - 1] not in lexicon.reflexives
        ):
            return None
        quoted = self._quoted_before(self._past_reflexive(index))
        known = (
            lexicon.prepositions
            | lexicon.conjunctions
            | lexicon.skipped
            | lexicon.relatives
            | lexicon.articles
        )
        if (
            quoted is None
            or self.words.upper[index]
            or not low[index][0].isalpha()
            or low[index] in known | lexicon.that | lexicon.pronouns | lexicon.reflexives | lexicon.of
            or lexicon.is_role(low[index])
            or len(low[index]) < LEAST_CLAUSE
        ):
            return None
        behind = index + 1
        while behind < self.end and low[behind] in lexicon.reflexives:
            behind += 1
        if behind + 1 < self.end and low[behind + 1] in lexicon.given_names and not self.words.upper[behind]:
            behind += self.words.upper[behind + 1]  # "taglia corto Gianluca"
        if behind + 1 < self.end and lexicon.code == "it" and low[behind + 1] in lexicon.articles:
            behind += (
                low[behind].endswith("o") and low[behind] not in lexicon.articles
            )  # "taglia corto il sindaco"
        if lexicon.code in ("pl", "ru", "uk") and not self.phrases.begins(behind, self.end):
            behind = self.phrases.past_adjunct(behind, self.end) or behind  # "описывает случившееся пожарный"
        if not self.phrases.begins(behind, self.end):
            return None
        who = self.phrases.read(behind, self.end)
        if who is None or not self._may_be_somebody(who) or not self._ends_unknown(who[1]):
            return None
        report = self._beside((index, index + 1), quoted, who)
        report.confidence = _UNKNOWN
        return report

    def _ends_unknown(self, index: int) -> bool:
        """Whether only what goes on beside follows: "mompelt Henk terwijl hij …"."""
        follows = index < self.end and self.words.low[index] in self.lexicon.conjunctions - self.lexicon.that
        return follows or self._ends_tag(index)

    def _perfect(self, index: int) -> Told | None:
        """ "a déclaré", "ha detto", and in German and Dutch "hat … gesagt"."""
        low, lexicon = self.words.low, self.lexicon
        limit = min(self.end, index + (20 if lexicon.table.verb_last else 5))
        for ahead in range(index + 1, limit):
            word = low[ahead]
            kind = lexicon.kind(word)
            let_say = (
                word == "lassen" and lexicon.code == "de" and bool(lexicon.kind(low[ahead - 1]) & FINITE)
            )
            if (kind & PARTICIPLE and not self.words.upper[ahead]) or let_say:
                finite = (SAYS if not kind & QUOTES else QUOTES) | kind & URGES
                if kind & URGES and low[index] in urged.PASSIVE and low[index - 1] not in lexicon.reflexives:
                    return None  # "est accusé d'avoir …": it is others who accuse
                if lexicon.table.verb_last and ahead > index + 1:
                    return self._split(index, ahead)
                return self._verb((index, ahead + 1), finite)
            if word == QUOTE or word in ",;:.":
                return None
            if not lexicon.table.verb_last and not (
                word in lexicon.skipped or word in lexicon.reflexives or word in lexicon.pronouns
            ):
                return None
        return None

    def _split(self, index: int, participle: int) -> Told | None:
        """ "(Q, ) hat Müller am Montag gesagt(, dass …)": the subject stands before the auxiliary or behind it."""
        quoted = self._quoted_before(index)
        who = self.phrases.after(index + 1, participle) if quoted is not None else None
        who = (
            who
            or self.phrases.before(index, max(self.low, self.free))
            or self.phrases.after(index + 1, participle)
        )
        if quoted is not None:
            return self._told(
                [(self._left(quoted), quoted)], who, (participle, participle + 1), "inverted", 0.9
            )
        if quoted is None and self.words.low[index - 1] == "," and index > self.low:
            behind = self.phrases.after(index + 1, participle)
            cue = (participle, participle + 1)
            if behind is not None and (told := self._clause_before(cue, index, behind, SAYS)) is not None:
                return told  # "Er sei krank, hatte X erklären lassen"
        if who is None:
            return None
        return self._frontal((participle, participle + 1), who, participle + 1, SAYS)

    def _verb(self, cue: Range, kind: int) -> Told | None:
        """A verb of saying: beside what is said, or before it."""
        if kind & URGES and urged.concerns_nobody(
            self.words.low[self.phrases.clause_start(cue[0], self.low) : cue[1] + 3]
        ):
            return None
        first = self._past_reflexive(cue[0])
        quoted = self._quoted_before(first)
        subject = self._document(cue) or self._subject_behind(cue, quoted is not None)
        if quoted is not None and not self._introduces(cue[1], subject):
            if self._is_said(quoted, first, subject):
                return self._beside(cue, quoted, subject)
            if quoted - 1 not in self.words.titles:
                return None
            quoted = None  # "wie der „Bote“ berichtet"
        tagging = self._office_behind(cue[1]) or subject
        apposed = self._apposed_before(first)
        if (
            apposed is None
            and quoted is None
            and (told := self._clause_before(cue, first, tagging, kind)) is not None
        ):
            return told
        before = apposed or self.phrases.before(first, max(self.low, self.free))
        if before is None and self._is_relative(first):
            before = self._antecedent(first)
        office = self._office_before(first)
        if office is not None and (before is None or before[0] >= office[0]):
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
        if self.words.low[verb - 1] in COMMAS or inside[-1:] in ".!?…," or quoted - 1 in self.words.resumed:
            return True
        alone = self._left(quoted) == quoted - 1
        return alone and subject is not None and len(inside.split()) > LEAST_FRAGMENT

    def _introduces(self, index: int, subject: Range | None) -> bool:
        """Whether a colon and a quotation follow, so that the one before belongs to something else."""
        low = self.words.low
        index = max(index, subject[1]) if subject else index
        while index < self.end and low[index] in self.lexicon.skipped:
            index += 1
        return index + 1 < self.end and low[index] == ":" and low[index + 1] == QUOTE

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

    def _clause_before(self, cue: Range, first: int, subject: Range | None, kind: int) -> Told | None:
        """ "The harbour is safe, said X": what is said stands unmarked before the comma."""
        low, lexicon = self.words.low, self.lexicon
        if first <= self.low or not (kind & SAYS or kind & QUOTES):
            return None
        comma = first - 1
        as_ = low[comma] in self.lexicon.as_
        if as_ and comma > self.low:
            comma -= 1
        if low[comma] not in COMMAS or comma <= self.low:
            return self._as_clause(cue, first)
        heard = self._is_heard(cue)
        if subject is None and not as_ and not heard and not (lexicon.table.drops and self._is_alone(cue[1])):
            return None
        after = max(cue[1], subject[1]) if subject is not None else cue[1] + heard
        if self._content_follows(after):
            return None
        left = self._left(comma)
        behind = self._clause_behind(after)
        if (
            comma <= left
            or (comma - left < LEAST_CLAUSE and not behind and not (subject and self._is_whole(left, comma)))
            or (left > self.low and low[left] in self.lexicon.relatives and not as_)
        ):
            return None
        if not as_ and subject is not None and low[subject[0]] in self.lexicon.first:
            return None
        if not as_ and not self._ends_tag(after):
            return None
        left += low[left] in lexicon.that and comma - left > LEAST_CLAUSE  # "Dass er bleibe, sagte X"
        report = self._told([(left, comma), *behind], subject, cue, "inverted", 0.75)
        if subject is None:
            self._drop(report)
        elif cue[1] <= subject[0] - 1 and self._is_office(subject):
            report.oblique = report.place = True
        return report

    def _is_whole(self, first: int, last: int) -> bool:
        """Whether two words are a sentence by themselves: "Пожар потушен, сообщили в МЧС"."""
        low, lexicon = self.words.low, self.lexicon
        other = lexicon.skipped | lexicon.prepositions | lexicon.conjunctions | lexicon.pronouns
        return (
            last - first == 2
            and low[first] not in other
            and verbforms.is_predicate(low[first + 1], lexicon.code)
        )

    def _as_clause(self, cue: Range, first: int) -> Told | None:
        """ "…, wie X sagte", "как сообщил X, …", "comme l'a dit X, …" """
        low, lexicon = self.words.low, self.lexicon
        start = first
        while (
            start > max(self.low, self.free)
            and low[start - 1] not in COMMAS
            and (low[start - 1] != QUOTE or start - 1 in self.words.titles)
        ):
            start -= 1
        opener = next((k for k in range(start, first) if low[k] in lexicon.as_), None)
        if opener is None and low[self.low] in lexicon.as_ and low[first - 1] == ",":
            opener = start = self.low  # "Wie der Sprecher der Bahn, Achim Stolte, bestätigte, …"
        if opener is None or (opener - start > 1 and not self._is_as(start, opener)):
            return None
        subject = self._paper(opener + 1, first)
        if subject is None and opener + 1 < first:
            subject = self.phrases.before(first, opener + 1)
        subject = subject or self._subject_behind(cue, True)
        if subject is None and not (lexicon.table.drops and self._is_alone(cue[1])):
            return None
        after = max(cue[1], subject[1]) if subject is not None else cue[1]
        oblique = subject is not None and subject[0] > 0 and self._is_office(subject)
        if start == self.low and (
            opener <= self.low + 1 or self._is_as(start, opener)
        ):  # what is said follows
            comma = next((k for k in range(after, min(self.end, after + 12)) if low[k] == ","), None)
            if comma is None or comma + 1 >= self.end:
                return None
            report = self._told([(comma + 1, self._content_end(comma + 1))], subject, cue, "clause", 0.75)
        else:
            last = start
            while last > self.low and low[last - 1] in COMMAS:
                last -= 1
            left = self._left(last)
            if last <= left:
                return None
            pieces = [(left, last), *self._clause_behind(after)]
            report = self._told(pieces, subject, cue, "inverted", 0.75)
        report.oblique = report.place = oblique
        if subject is None:
            self._drop(report)
        return report

    def _is_as(self, start: int, opener: int) -> bool:
        """Whether words up to `opener` are one phrase for "as": "tal y como"."""
        return " ".join(self.words.low[start : opener + 1]) in self.lexicon.as_

    def _tag(self, cue: Range, who: Range) -> Told | None:
        """ "“…”, X said" """
        low = self.words.low
        quoted = self._quoted_before(who[0])
        if quoted is None or self._content_follows(cue[1]):
            return None
        if low[who[0] - 1] == QUOTE and self._inside(who[0] - 1)[-1:] not in ".!?…,":
            return None
        report = self._told([(self._left(quoted), quoted)], who, cue, "tag", 0.9)
        report.pieces += self._resumed(cue[1])
        return report

    def _frontal(self, cue: Range, who: Range | None, index: int, kind: int) -> Told | None:
        """What is said behind the verb, from word `index` on."""
        content = self._content(max(index, cue[1]), kind)
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

    def _gerund(self, index: int) -> Told | None:
        """ "…, affirmant que …", "…, сказав, что …" """
        who = self._speaker_so_far(index)
        if who is None and self.reported:
            return None
        if who is None:
            who = self.phrases.after(self.low, index)
        return self._frontal((index, index + 1), who, index + 1, SAYS) if who is not None else None

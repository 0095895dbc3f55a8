"""Who a mention stands for, in languages other than English: names, roles, pronouns, and who is not named at all."""

from onrecord.extract import several
from onrecord.extract.abroad import affiliation, cases, heads, papers, second
from onrecord.extract.abroad.laying import Laid
from onrecord.extract.abroad.lexicon import Lexicon
from onrecord.extract.abroad.named import OF_GERMAN, Named
from onrecord.extract.abroad.phrases import Phrases
from onrecord.extract.abroad.told import Told
from onrecord.extract.cast import Entity
from onrecord.extract.paragraph import QUOTE
from onrecord.extract.resolved import Resolved, Spoken
from onrecord.extract.sentence import Report
from onrecord.model.record import replace
from onrecord.text.patterns import lazy

Range = tuple[int, int]

# A description of which not even that is clear, that it is a person's, has this confidence.
_UNKNOWN = 0.5
# "the 54-year-old"
_AGED = lazy(r"\d+-jähriger?")


class Who(Named):
    """Tells who the mentions of one text stand for."""

    def speaker(self, words: Laid, report: Report, previous: Spoken | None) -> Resolved | None:
        """Who speaks in a report; None where nobody can be told."""
        told = report if isinstance(report, Told) else Told([], None, (0, 1), "", 0)
        if report.speaker is None:
            if not told.dropped:
                return None
            index = report.cue[0]
            return self._subject_before(words, index, told.gender, previous) or self.last(
                words.starts[index], told.gender, previous
            )
        if told.called:
            return self._plainly(words, told.called)
        parts = self._parts(words, report.speaker)
        each = [
            self.resolve(
                words,
                part,
                previous,
                oblique=told.oblique,
                place=told.place,
                apposition=heads.apposition(words, part[1]),
            )
            for part in parts
        ]
        if len(each) > 1 and all(member.kind != "person" or member.entity is not None for member in each):
            join = several.join_of(words, *parts[-2:])
            names = [member.canonical for member in each]
            return Resolved(
                f"{', '.join(names[:-1])} {join} {names[-1]}",
                "group",
                all(member.unnamed for member in each),
                min(member.confidence for member in each),
                "several who speak together",
                several=True,
            )
        if len(each) > 1:
            return self.resolve(words, report.speaker, previous, oblique=told.oblique)
        return each[0]

    def _parts(self, words: Laid, who: Range) -> list[Range]:
        """Each of several who are named together."""
        parts = [who]
        for index in range(who[0] + 1, who[1] - 1):
            behind = several.joined(words, index, who[1], (words.code,))
            first, last = parts[-1]
            if behind is not None and behind < last and words.upper[index - 1] and words.upper[behind]:
                parts[-1:] = [(first, index), (behind, last)]
        full = [self.name_in(words, words.lexicon, *part) for part in parts]
        named = all(
            name is not None and (name[1] - name[0] > 1 or words.lexicon.is_organisation(words.low[name[0]]))
            for name in full
        )
        return parts if named else [who]

    def topic(self, words: Laid, index: int) -> tuple[Range, Resolved] | None:
        """The person who is the subject of the sentence before word `index`, and where that one is named."""
        sentence = words.sentence_index(index)
        if sentence == 0:
            return None
        low, high = words.sentences[sentence - 1]
        phrases = Phrases(words, words.lexicon)
        if any(words.low[k] == QUOTE for k in range(low, high)) or not phrases.begins(low, high):
            return None
        who = phrases.read(low, high)
        if who is None or (who[1] < high and several.joined(words, who[1], high, (words.code,)) is not None):
            return None
        subject = self.resolve(words, who, None, apposition=heads.apposition(words, who[1]))
        role = any(words.lexicon.is_role(words.low[k]) for k in range(*who))
        if subject.kind != "person" or (subject.entity is None and not role):
            return None
        if subject.entity is not None and not self._is_sure(subject.entity, role, words, who):
            return None
        return words.range_of(who), subject.again(0.4, "by name")

    def resolve(
        self,
        words: Laid,
        who: Range,
        previous: Spoken | None,
        *,
        oblique: bool = False,
        place: bool = False,
        apposition: Range | None = None,
    ) -> Resolved:
        """Who a noun phrase stands for."""
        lexicon = words.lexicon
        first, last = who[0], affiliation.without_told(words, lexicon, *who)
        if lexicon.table.frames:
            return self._plainly(words, self._printed(words, first, last))
        head = words.low[first]
        if words.low[last - 1] == QUOTE:
            genitive = oblique and head in OF_GERMAN
            return papers.named(self.text, words, last - 1, oblique=oblique, genitive=genitive)
        if last - first == 1 and head in lexicon.pronouns:
            return self._pronoun(words, lexicon, first, previous)
        named = self._named(words, lexicon, first, last, oblique, place)
        if named is None and apposition is not None:
            named = self._named(words, lexicon, *apposition, False)
            if named is not None and named.kind != "person":
                named = None
        return (
            named
            or self._role(words, lexicon, first, last, previous)
            or self._described(words, lexicon, first, last, oblique, place)
        )

    def _pronoun(self, words: Laid, lexicon: Lexicon, index: int, previous: Spoken | None) -> Resolved:
        word = words.low[index]
        if word in lexicon.first:
            if self.author:
                return Resolved(self.author, "person", False, 0.7, "the author speaks in the first person")
            return Resolved(
                word, "person", True, 0.3, "the first person, of an unknown author", unresolved=True
            )
        gender = "m" if word in lexicon.he else "f" if word in lexicon.she else ""
        if (word not in lexicon.they or (gender and second.is_one(words, index))) and (
            subject := self._subject_before(words, index, gender, previous)
        ) is not None:
            return subject
        if not gender:
            if previous is not None and previous.who.proposed_kind != "person":
                return previous.who.again(0.6, "the one who spoke last")
            return Resolved(
                word, "group", True, 0.3, "whom the pronoun stands for cannot be told", unresolved=True
            )
        return (
            self.last(words.starts[index], gender, previous)
            or self._named_next(words, index, gender)
            or Resolved(word, "person", True, 0.2, "nobody before fits the pronoun", unresolved=True)
        )

    def _named_next(self, words: Laid, index: int, gender: str) -> Resolved | None:
        """Whom the next sentence begins with, where nobody was named before: "a-t-elle dit. Agathe Morin, 19 ans, …"."""
        sentence = words.sentence_index(index) + 1
        if sentence >= len(words.sentences):
            return None
        low, high = words.sentences[sentence]
        phrases = Phrases(words, words.lexicon)
        who = phrases.read(low, high) if phrases.begins(low, high) else None
        named = self._named(words, words.lexicon, *who, False) if who is not None else None
        if named is None or named.entity is None or named.kind != "person" or " " not in named.canonical:
            return None
        if words.lexicon.table.nouns_upper and not self._is_given(
            named.canonical.split()[0].casefold(), words.lexicon
        ):
            return None  # "Kleine Schulen"
        fits = named.entity.gender in ("", gender)
        return named.again(0.5, "whom the next sentence is about") if fits else None

    def _is_sure(self, entity: Entity, role: object, words: Laid, who: Range) -> bool:
        """Whether a name is one, and no other word with which a sentence begins: it is full, or stands beside a role."""
        return (
            " " in entity.name or bool(role) or any(words.lexicon.is_role(words.low[k]) for k in range(*who))
        )

    def _subject_before(
        self, words: Laid, index: int, gender: str, previous: Spoken | None
    ) -> Resolved | None:
        """Whom the sentence before, or the clause before in this one, begins with, where nobody has spoken since."""
        sentence = words.sentence_index(index)
        phrases = Phrases(words, words.lexicon)
        for begin, _ in reversed(words.sentences[max(0, sentence - 1) : sentence + 1]):
            low = begin
            if previous is not None and words.starts[low] < previous.until:
                return None
            while low < index and words.low[low] in words.lexicon.skipped:
                low += 1
            who = phrases.read(low, index) if low < index and phrases.begins(low, index) else None
            if (
                who is None
                or who[1] >= index
                or words.low[who[0]] in words.lexicon.pronouns - words.lexicon.articles
            ):
                continue
            if any(words.upper[k] and words.low[k] in words.lexicon.times for k in range(*who)):
                continue
            subject = self.resolve(words, who, None, apposition=heads.apposition(words, who[1]))
            known = subject.entity.gender if subject.entity is not None else ""
            role = next((told for k in range(*who) if (told := words.lexicon.gender(words.low[k]))), "")
            if subject.kind not in ("person", "organisation") or subject.confidence <= _UNKNOWN:
                continue
            if subject.entity is not None and not self._is_sure(subject.entity, role, words, who):
                continue
            if gender and (known or role) not in ("", gender):
                continue
            return subject.again(0.6, "whom the sentence before is about")
        return None

    def last(self, position: int, gender: str, previous: Spoken | None) -> Resolved | None:
        """Who spoke last, or was named last, as far as man and woman are known."""
        near = [
            mention for mention in self._before(position) if not gender or mention[1].gender in ("", gender)
        ]
        if previous is not None and previous.who.kind == "person":
            entity = previous.who.entity
            spoke = entity.gender if entity is not None else ""
            fits = not gender or spoke in ("", gender)
            later = [
                mention
                for place, mention in near
                if place > previous.until and mention is not entity and mention.gender == gender
            ]
            if fits and not later:
                return replace(previous.who.again(0.75, "the one who spoke last"), either=False)
            if later:
                return Resolved(later[-1].name, "person", False, 0.6, "the person named last", later[-1])
        if near:
            entity = near[-1][1]
            return Resolved(entity.name, "person", False, 0.6, "the person named last", entity)
        return (
            previous.who.again(0.4, "the one who spoke last") if previous is not None and not gender else None
        )

    def _role(
        self, words: Laid, lexicon: Lexicon, first: int, last: int, previous: Spoken | None
    ) -> Resolved | None:
        """ "the mayor": who was named with that role before."""
        low = words.low
        if _AGED.fullmatch(low[last - 1]):
            gender = {"der": "m", "die": "f"}.get(low[first], "")
            return self.last(words.starts[first], gender, previous)
        role = next((low[k] for k in range(first, min(last, first + 3)) if lexicon.is_role(low[k])), None)
        if second.is_again(words, lexicon, first, last) and (
            subject := self._subject_before(
                words, first, second.gender(words, first, low[last - 1]), previous
            )
        ):
            return subject.again(0.55, "whom the sentence before is about")
        if second.is_again(words, lexicon, first, last) and (
            named := self.last(words.starts[first], second.gender(words, first, low[last - 1]), None)
        ):
            return named.again(0.5, named.reason)
        if role is None or last - first > 2:
            return None
        for _, entity in reversed(self._before(words.starts[first])):
            if role in entity.roles:
                return Resolved(entity.name, "person", False, 0.7, f"the {role} named before", entity)
        if second.is_spoken_of(low[last - 1], self._printed(words, first, last), previous):
            return previous.who.again(0.65, "the one who spoke last") if previous is not None else None
        return None

    def _described(
        self, words: Laid, lexicon: Lexicon, first: int, last: int, oblique: bool, place: bool
    ) -> Resolved:
        low = words.low
        head = first + (
            low[first] in lexicon.articles and not lexicon.is_role(low[first]) and last - first > 1
        )
        text = self._printed(words, head, last)
        if oblique:
            text = cases.description_in_first_case(text, lexicon.code, place=place)
            text = cases.without_genitive(text) if low[first] in OF_GERMAN else text
        if any(lexicon.is_organisation(low[k]) for k in range(head, min(last, head + 3))):
            named = any(words.upper[head:last]) and (not lexicon.table.nouns_upper or text.isupper())
            return Resolved(text, "organisation", not named, 0.75, "by name" if named else "as described")
        if any(low[k] in lexicon.groups for k in range(head, last)):
            return Resolved(text, "group", True, 0.7, "not named")
        human = any(lexicon.is_role(low[k]) for k in range(head, last))
        return Resolved(text, "person", True, 0.7 if human else 0.5, "not named")

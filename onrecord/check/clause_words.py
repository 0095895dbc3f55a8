"""The words by which clauses are told apart around a quotation, and verbs that give somebody words as a name for something."""

from __future__ import annotations

import re
from functools import cached_property

from onrecord.model.record import record

_NEVER = r"(?!)"


@record(kw_only=True)
class Words:
    """A language: words that open a clause which completes the one before (`that`), that go with a noun (`relative`), that join
        two clauses (`joins`), and the rest (`other`); beginnings of verbs of naming; words of refusing; words that take an
        exception ("only that"); words that liken ("as she says"); subjects of whom nothing is told; and words that open a condition
    or an exception (`ifs`); and the word before a verb that ends a clause (`to`)."""

    that: str = ""
    relative: str = ""
    joins: str = ""
    other: str = ""
    names: str = ""
    refusing: str = ""
    but: str = ""
    as_: str = ""
    nobody_: str = ""
    ifs: str = ""
    to: str = ""
    commas: bool = False


class Openers:
    """The same as patterns, each made when it is first asked for."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.that, self.relative, self.joins, self.other = (
            words.that, words.relative, words.joins, words.other,
        )  # fmt: skip
        self.commas = words.commas

    @cached_property
    def naming(self) -> re.Pattern[str]:
        return self._any(self._words.names, r"(?P<verb>(?<!\w){}\w*)")

    @cached_property
    def refuses(self) -> re.Pattern[str]:
        return self._any(self._words.refusing, r"(?<!\w){}\w*")

    @cached_property
    def only(self) -> re.Pattern[str]:
        return self._any(self._words.but, r"(?<!\w){}\W*\Z")

    @cached_property
    def likens(self) -> re.Pattern[str]:
        return self._any(self._words.as_, r"(?<!\w){}(?!\w)")

    @cached_property
    def nobody(self) -> re.Pattern[str]:
        return self._any(self._words.nobody_, r"(?<!\w){}(?!\w)")

    @cached_property
    def conditions(self) -> re.Pattern[str]:
        return self._any(self._words.ifs, r"(?<!\w){}(?!\w)")

    @cached_property
    def infinitive(self) -> re.Pattern[str]:
        """What a verb without a subject has in front of it where it ends a clause."""
        return self._any(self._words.to, r"{}\s\w+")

    @cached_property
    def joining(self) -> re.Pattern[str]:
        every = f"{self.that} {self.relative} {self.joins} {self.other}".replace(",", "")
        return self._any(every, r"(?P<word>(?<![\w’'-]){}(?![\w-]))")

    def _any(self, words: str, shape: str) -> re.Pattern[str]:
        if not words.strip():
            return re.compile(_NEVER)
        listed = sorted((re.escape(word.replace("_", " ")) for word in words.split()), key=len, reverse=True)
        return re.compile("(?i)" + shape.format(f"(?:{'|'.join(listed)})"))


LANGUAGES = {
    code: Openers(words)
    for code, words in {
        "en": Words(
            ifs="if unless provided providing as_long_as so_long_as only_if even_if in_case on_condition assuming supposing lest except excepting until till whether barring insofar should_it but_only only_when otherwise or_else had_i had_we had_they had_he had_she had_it had_you were_i were_we were_they were_he were_she were_it should_i should_we should_they should_he should_she "
            "for_now so_far for_the_moment for_the_time_being in_theory on_paper apart_from except_for",
            that="that whether", relative="who whom whose which what", joins="and but yet,",
            other="when while because although though after before until since, as, unless if where whereas why how "
            "even_though so_that",
            names="call dubbed labelled labeled termed branded describ hail denounc prais dismiss characteris characteriz portray likened compar",
            refusing="refus declin reject oppos", but="only but except save", as_="as",
            nobody_="nobody no_one no none neither not few hardly scarcely",
        ),
        "de": Words(
            ifs="wenn falls sofern solange es_sei_denn außer vorausgesetzt bis sonst ob nur_wenn hätte_ich hätten_wir hätte_er hätte_sie wäre_ich wären_wir wäre_er wäre_sie sollte_er sollten_wir vorerst bislang fürs_erste zunächst abgesehen",
            that="dass daß ob", relative="der die das den dem dessen deren welche welcher welches was", joins="und aber sondern doch",
            other="als wenn weil obwohl obgleich während nachdem bevor bis seit da wie wo falls damit indem",
            names="nenn nann genannt bezeichne gesprochen sprach spricht pries lobt gelobt schilder beschr",
            refusing="weiger lehnt verweiger", but="nur sondern außer", as_="wie so",
            nobody_="niemand keiner keine kein nichts", to="zu", commas=True,
        ),
        "fr": Words(
            ifs="si s’il s'il s’ils s'ils à_condition à_moins pourvu tant_que sauf jusqu’à jusqu'à sinon pour_l’instant pour_l'instant pour_le_moment",
            that="que qu’ qu'", relative="que, qu’, qu', qui dont où lequel laquelle auquel", joins="et mais",
            other="quand lorsque lorsqu’ lorsqu' parce_que bien_que quoique alors_que tandis_que après avant depuis comme, si, "
            "puisque sans",
            names="qualifi appelle appela appelé trait décri parl présent surnomm salu dénonc", refusing="refus rejet",
            but="seulement sinon mais", as_="comme selon d'après d’après", nobody_="personne aucun aucune nul nulle rien",
        ),
        "es": Words(
            ifs="si salvo excepto siempre_que a_menos con_tal hasta_que a_condición en_caso por_ahora de_momento por_el_momento de_haber de_haberlo",
            that="que si", relative="que, quien quienes cuyo cuya donde", joins="y e pero sino mas",
            other="cuando mientras porque aunque después antes desde como, sin", names="calific llamó llama llamaron llamar llamado tach describ tild defin habl denunci",
            refusing="rechaz neg", but="solo sólo sino", as_="como según", nobody_="nadie ningún ninguno ninguna nada ni",
        ),
        "it": Words(
            ifs="se salvo purché a_meno finché a_condizione tranne altrimenti",
            that="che ch’ ch' se", relative="che, ch’, ch', cui quale quali dove", joins="e ed ma però",
            other="quando mentre perché benché sebbene dopo prima come, senza", names="defin chiam descri parl bolla bollat etichett",
            refusing="rifiut respin", but="solo ma", as_="come secondo", nobody_="nessuno nessuna niente nulla né",
        ),
        "pt": Words(
            ifs="se salvo desde_que a_menos contanto até_que caso exceto senão",
            that="que se", relative="que, quem cujo cuja onde", joins="e mas",
            other="quando enquanto porque embora depois antes desde como, sem", names="chamou chama chamam chamar chamaram chamado classific descrev qualific apelid defin",
            refusing="recus rejeit", but="só apenas mas", as_="como segundo", nobody_="ninguém nenhum nenhuma nada nem",
        ),
        "nl": Words(
            ifs="als indien tenzij mits zolang totdat behalve anders",
            that="dat of", relative="die, wie, wat, waar,", joins="en maar, doch,",
            other="toen terwijl omdat hoewel nadat voordat totdat sinds, als, zoals,", names="noem genoemd omschr beschr bestempel typeer sprak",
            refusing="weiger", but="alleen maar", as_="zoals aldus", nobody_="niemand geen niets", to="te",
        ),
        "sv": Words(
            ifs="om såvida så_länge förutsatt tills utom annars",
            that="att om", relative="som, vars vilken vilket vilka", joins="och men utan",
            other="när medan eftersom trots_att fast innan, sedan, tills då,", names="kalla beskr beteckna hylla prisa",
            refusing="vägra avvisa", but="bara utan", as_="som enligt", nobody_="ingen inget inga ingenting",
        ),
        "da": Words(
            ifs="hvis medmindre så_længe forudsat indtil undtagen ellers",
            that="at om", relative="som, der, hvis, hvilket", joins="og men",
            other="da, når mens fordi selvom efter, før, indtil siden,", names="kald beskr betegn omtal", refusing="nægt afvis",
            but="kun men", as_="som ifølge", nobody_="ingen intet",
        ),
        "pl": Words(
            ifs="jeśli jeżeli o_ile chyba_że dopóki pod_warunkiem aż oprócz jeśliby inaczej",
            that="że iż czy", relative="który która które którego której którzy którą kto co", joins="i a ale lecz",
            other="gdy kiedy ponieważ choć chociaż zanim odkąd dopóki jak", names="nazw nazyw określ opis", refusing="odmów odmaw odrzuc",
            but="tylko lecz", as_="jak według zdaniem", nobody_="nikt nic żaden żadna żadne", commas=True,
        ),
        "ru": Words(
            ifs="если при_условии пока_не до_тех_пор кроме иначе разве_что лишь_если только_если",
            that="что чтобы будто", relative="который которая которое которые которого которой которую кто чей", joins="и а но",
            other="когда пока потому_что хотя после прежде_чем если как где", names="назва назвал назыв окрести охарактериз описа сравни",
            refusing="отказ отверг", but="только лишь но", as_="как по_словам", nobody_="никто ничто никакой ни_один", commas=True,
        ),
        "uk": Words(
            ifs="якщо за_умови доки_не поки_не крім інакше хіба_що лише_якщо",
            that="що щоб ніби", relative="який яка яке які якого якої яку хто чий", joins="і й та а але",
            other="коли поки бо хоча після якщо як де", names="назва назив охарактериз опис", refusing="відмов відкин",
            but="лише тільки але", as_="як за_словами", nobody_="ніхто ніщо жоден", commas=True,
        ),
    }.items()
}  # fmt: skip

"""Who passes on what somebody said is no speaker of it: "Según El Faro, Ana Ruiz dijo: «…»"."""

import pytest

from onrecord.extract import extract

QUOTED = [
    ("According to the Quay Post, the mayor Ann Lee said: “The harbour is closed for good.”", "Ann Lee", "Quay Post"),
    ("According to the Quay Post, Ann Lee said, “The harbour is closed for good.”", "Ann Lee", "Quay Post"),
    ("According to the Quay Post, “The harbour is closed for good,” Ann Lee said.", "Ann Lee", "Quay Post"),
    ("As the Quay Post reported, Ann Lee said: “The harbour is closed for good.”", "Ann Lee", "Quay Post"),
    ("Según el diario El Faro, Ana Ruiz dijo: «El puerto está cerrado para siempre».", "Ana Ruiz", "diario El Faro"),
    ("Según informó El Faro, Ana Ruiz dijo: «El puerto está cerrado para siempre».", "Ana Ruiz", "El Faro"),
    ("Según El Faro, «el puerto está cerrado para siempre», dijo Ana Ruiz.", "Ana Ruiz", "El Faro"),
    ("De acuerdo con la agencia Marea, el ministro Luis Mora declaró: «El puerto está cerrado».", "Luis Mora", "agencia Marea"),
    ("Segundo o jornal Maré, Ana Reis disse: «O porto está fechado para sempre».", "Ana Reis", "jornal Maré"),
    ("De acordo com a agência Maré, o ministro Rui Costa afirmou: “O porto está fechado”.", "Rui Costa", "agência Maré"),
    ("Secondo Il Faro, Marco Sarti ha detto: «Il porto è chiuso per sempre».", "Marco Sarti", "Il Faro"),
    ("Selon Le Phare, Luc Morel a dit : « Le port est fermé pour toujours. »", "Luc Morel", "Le Phare"),
    ("D'après l'agence Marée, la ministre Anne Petit a déclaré : « Le port est fermé. »", "Anne Petit", "agence Marée"),
    ("Comme l'a rapporté Le Phare, Luc Morel a dit : « Le quai restera ouvert. »", "Luc Morel", "Le Phare"),
    ("Wie der Hafenbote berichtet, sagte Max Holm: „Der Kai bleibt offen.“", "Max Holm", "Hafenbote"),
    ("Laut Hafenbote sagte Max Holm: „Der Hafen ist für immer geschlossen.“", "Max Holm", "Hafenbote"),
    ("Laut Hafenbote „ist der Hafen für immer geschlossen“, sagte Max Holm.", "Max Holm", "Hafenbote"),
    ("Volgens de Havenkrant zei Jan de Wit: \"De haven is voor altijd gesloten.\"", "Jan de Wit", "Havenkrant"),
    ("Enligt Hamnbladet sade Anna Lund: ”Kajen är stängd.”", "Anna Lund", "Hamnbladet"),
    ("Ifølge Havnebladet sagde Anne Lund: »Kajen er lukket.«", "Anne Lund", "Havnebladet"),
    ("Ifølge Havneposten sa Anne Lie: «Kaia er stengt.»", "Anne Lie", "Havneposten"),
    ("据潮汐社报道，王立说：“码头明天开放。”", "王立", "潮汐社"),
    ("海港新聞によると、田中一郎氏は「港は閉鎖された」と述べた。", "田中一郎", "海港新聞"),
    ("부두일보에 따르면 김민수 시장은 “부두가 닫혔다”고 말했다.", "김민수", "부두일보"),
    ("Liman Gazetesi'ne göre Ahmet Kaya “İskele kapandı” dedi.", "Ahmet Kaya", "Liman Gazetesi"),
    ("وفقا لصحيفة المرفأ، قال سامي الحداد: «أغلق الرصيف بالكامل اليوم».", "سامي الحداد", "صحيفة المرفأ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "relay"), QUOTED)
def test_whoever_is_quoted_speaks_and_whoever_tells_it_passes_it_on(
    text: str, speaker: str, relay: str
) -> None:
    [found] = extract(text)
    assert (found.form, found.polarity) == ("direct", "asserted")
    assert found.speaker is not None
    assert (found.speaker.canonical, [hop.speaker.canonical for hop in found.via]) == (speaker, [relay])


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Según El Faro, la alcaldesa Ana Ruiz afirmó que el puerto está cerrado.", "Ana Ruiz", "el puerto está cerrado"),
        ("Selon Le Phare, Luc Morel a déclaré que le port est fermé.", "Luc Morel", "le port est fermé"),
        ("Nach Angaben der Agentur Flut sagte Max Holm, der Hafen sei geschlossen.", "Max Holm", "der Hafen sei geschlossen"),
    ],
)  # fmt: skip
def test_so_it_is_without_marks(text: str, speaker: str, said: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.speaker.canonical, text[found.start : found.end], len(found.via)) == (speaker, said, 1)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Według gazety Latarnia Jan Kowalski powiedział: „Port jest zamknięty na zawsze”.", "Jan Kowalski"),
        ("По данным газеты «Маяк», Иван Петров сказал: «Порт закрыт навсегда».", "Иван Петров"),
        (
            "За даними агентства «Приплив», Іван Петренко сказав: «Порт закрито, і його не відкриють, її теж».",
            "Іван Петренко",
        ),
    ],
)
def test_the_speaker_is_told_from_who_passes_it_on(text: str, speaker: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.form, found.speaker.canonical, len(found.via)) == ("direct", speaker, 1)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Según Luis Mora, el puerto está cerrado.", "Luis Mora"),
        ("Según el alcalde, «el puerto está cerrado para siempre».", "alcalde"),
        ("According to the mayor, “the harbour is closed for good.”", "mayor"),
    ],
)
def test_where_nobody_else_speaks_it_is_their_own(text: str, speaker: str) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.speaker.canonical, found.via) == (speaker, ())


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        ("“It was a grave mistake,” the Quay Post quoted Ann Lee as saying.", "Ann Lee", ["Quay Post"]),
        (
            "“It was a grave mistake,” the agency cited the mayor, Ann Lee, as saying on Monday.",
            "Ann Lee",
            ["agency"],
        ),
        (
            "“It was a grave mistake,” Ann Lee was quoted by the Quay Post as saying.",
            "Ann Lee",
            ["Quay Post"],
        ),
        ("“It was a grave mistake,” Ann Lee was quoted as telling the council.", "Ann Lee", []),
        ("The Quay Post cited Ann Lee as saying: “It was a grave mistake.”", "Ann Lee", ["Quay Post"]),
    ],
)
def test_who_is_quoted_as_saying_speaks_on_either_side(text: str, speaker: str, relay: list[str]) -> None:
    [found] = extract(text)
    assert found.speaker is not None
    assert (found.speaker.canonical, [hop.speaker.canonical for hop in found.via]) == (speaker, relay)


@pytest.mark.parametrize("mark", [":", ","])
def test_a_quotation_in_what_somebody_reports_is_its_speakers(mark: str) -> None:
    text = f"The Quay Post reported that Ann Lee said{mark} “We will rebuild the bridge before winter.”"
    quoted = [found for found in extract(text) if found.form == "direct"]
    assert [
        (found.speaker.canonical, found.via[0].speaker.canonical) for found in quoted if found.speaker
    ] == [("Ann Lee", "Quay Post")]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("According to the Quay Post, Ann Lee said the book was lost.", "Ann Lee", "the book was lost"),
        ("According to the Quay Post, Otto Kern told workers that the mine would close.", "Otto Kern", "the mine would close"),
    ],
)  # fmt: skip
def test_what_is_passed_on_is_surer_than_that_the_paper_says_so(text: str, speaker: str, said: str) -> None:
    inner = next(one for one in extract(text) if one.via)
    assert inner.speaker is not None
    assert (inner.speaker.canonical, text[inner.start : inner.end]) == (speaker, said)
    assert [hop.speaker.canonical for hop in inner.via] == ["Quay Post"]
    outer = [one for one in extract(text) if not one.via]
    assert inner.confidence > 0.8
    assert all(one.confidence <= 0.3 for one in outer)


@pytest.mark.parametrize(
    ("language", "text", "speaker", "relay"),
    [
        ("en", 'Ida Falk quoted Otto Kern: "That was a mistake."', "Otto Kern", "Ida Falk"),
        ("de", "Ida Falk zitierte Otto Kern: „Das war ein Fehler.“", "Otto Kern", "Ida Falk"),
        ("fr", "Ida Falk a cité Otto Kern : « C'était une erreur. »", "Otto Kern", "Ida Falk"),
        ("es", "Ida Falk citó a Otto Kern: «Fue un error».", "Otto Kern", "Ida Falk"),
        ("fr", "« Jamais plus », avait promis Kern en 1981, a rappelé Ida Falk.", "Kern", "Ida Falk"),
        ("fr", "« Je reste ici », avait lancé de Marsan en 1958, a rappelé Ida Falk.", "de Marsan", "Ida Falk"),
        ("en", '"The mine stays open," said Otto Kern, quoted in the Quay Post.', "Otto Kern", "Quay Post"),
        ("en", '"The mine stays open," said Otto Kern, as quoted by the Quay Post on Monday.', "Otto Kern", "Quay Post"),
        ("de", "„Ich bleibe im Amt“, sagte Otto Kern, zitiert nach der Agentur Flut.", "Otto Kern", "Agentur Flut"),
        ("fr", "« Je ne partirai pas », a dit Ida Falk, citée par Le Phare.", "Ida Falk", "Le Phare"),
        ("es", "«La mina sigue abierta», dijo Otto Kern, citado por El Faro.", "Otto Kern", "El Faro"),
        ("en", '"The mine stays open," said Otto Kern in remarks carried by the Quay Post.', "Otto Kern", "Quay Post"),
    ],
)  # fmt: skip
def test_whoever_quotes_or_recalls_passes_it_on(language: str, text: str, speaker: str, relay: str) -> None:
    [found] = extract(text, language=language)
    assert found.speaker is not None
    assert (found.speaker.canonical, [hop.speaker.canonical for hop in found.via]) == (speaker, [relay])


def test_a_paper_that_is_told_something_passes_nothing_on() -> None:
    [found] = extract('"I will not resign," Ida Falk told the Quay Post.')
    assert found.speaker is not None
    assert (found.speaker.canonical, found.via) == ("Ida Falk", ())

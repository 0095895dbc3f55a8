"""What is held back, urged, denied of others' reports, and told by nobody, in other languages than English."""

import pytest

from onrecord.extract import extract

HELD = [
    ("de", "Ob die Brücke hält, wollte der Stadtrat nicht sagen.", "Stadtrat"),
    ("fr", "Le maire ne dit pas combien de ponts sont fermés.", "maire"),
    ("es", "La alcaldesa no quiso aclarar si el puente cerrará.", "alcaldesa"),
    ("it", "Il sindaco non ha voluto dire se il ponte chiuderà.", "sindaco"),
    ("pt", "A ministra não quis dizer se a ponte vai fechar.", "ministra"),
    ("nl", "De burgemeester wilde niet zeggen of de brug dichtgaat.", "burgemeester"),
    ("pl", "Burmistrz nie chciał powiedzieć, czy most zostanie zamknięty.", "Burmistrz"),
    ("ru", "Мэр отказался сообщить, закроется ли мост осенью.", "Мэр"),
    ("uk", "Мер відмовився сказати, чи закриють міст восени.", "Мер"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), HELD)
def test_a_question_that_somebody_does_not_answer_is_not_said(language: str, text: str, speaker: str) -> None:
    [proposal] = extract(text, language=language)
    assert (proposal.polarity, proposal.speaker and proposal.speaker.canonical) == ("not_said", speaker)


URGED = [
    ("de", "Der Rat forderte die Bahn auf, die Brücke zu schließen.", "die Brücke zu schließen"),
    ("fr", "Le maire a appelé les habitants à fermer le pont.", "fermer le pont"),
    ("es", "El alcalde acusó al gobierno de ocultar los datos.", "ocultar los datos"),
    ("es", "El alcalde pide que se cierre el puente.", "se cierre el puente"),
    ("it", "Il sindaco ha accusato la giunta di nascondere i conti.", "nascondere i conti"),
    ("it", "Il sindaco chiede che il ponte venga chiuso.", "il ponte venga chiuso"),
    ("pt", "O ministro acusou o governo de esconder os números.", "esconder os números"),
    ("nl", "De burgemeester verweet het kabinet cijfers achter te houden.", "cijfers achter te houden"),
    ("pl", "Burmistrz zażądał, aby most został zamknięty.", "most został zamknięty"),
    ("ru", "Мэр потребовал, чтобы мост закрыли осенью.", "мост закрыли осенью"),
    ("uk", "Мер вимагає, щоб міст закрили восени.", "міст закрили восени"),
]


@pytest.mark.parametrize(("language", "text", "said"), URGED)
def test_what_somebody_is_urged_to_do_or_accused_of_is_asserted(language: str, text: str, said: str) -> None:
    [proposal] = extract(text, language=language)
    assert (proposal.polarity, text[proposal.start : proposal.end]) == ("asserted", said)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Polizei forderte niemanden auf, das Haus zu verlassen."),
        ("de", "Der Bürgermeister wurde gebeten, den Brief zu schreiben."),
        ("fr", "Le maire est accusé d'avoir détourné des fonds."),
        ("fr", "Personne ne demande au maire de démissionner."),
        ("es", "El alcalde ha sido acusado de desviar fondos."),
        ("es", "Nadie pidió al alcalde que dimitiera."),
        ("it", "Nessuno ha chiesto al sindaco di dimettersi."),
        ("pt", "Ninguém pediu que o ministro saísse."),
        ("nl", "De politie riep niemand op het huis te verlaten."),
        ("pl", "Nikt nie żąda, aby minister odszedł."),
        ("ru", "Никто не требует, чтобы министр ушел."),
    ],
)
def test_nobody_says_what_nobody_urges_or_others_do_to_somebody(language: str, text: str) -> None:
    assert extract(text, language=language) == []


CLAIMED = [
    ("de", "Die Behörde wies Berichte zurück, wonach Akten vernichtet worden seien."),
    ("fr", "La compagnie dément les informations selon lesquelles des passagers sont restés sans eau."),
    ("es", "La aerolínea niega las informaciones según las cuales los pasajeros se quedaron sin agua."),
    ("it", "La compagnia smentisce le notizie secondo cui i passeggeri sono rimasti al buio."),
    ("pt", "A companhia desmente as notícias segundo as quais os passageiros ficaram sem água."),
]


@pytest.mark.parametrize(("language", "text"), CLAIMED)
def test_the_reports_of_others_that_somebody_rejects_are_denied(language: str, text: str) -> None:
    assert [proposal.polarity for proposal in extract(text, language=language)] == ["denied"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les rumeurs selon lesquelles le pont fermerait ont circulé."),
        ("es", "Circulan rumores según los cuales el puente cerrará."),
    ],
)
def test_a_relative_pronoun_says_nothing(language: str, text: str) -> None:
    assert extract(text, language=language) == []


SPEAKERS = [
    ("es", "Preguntada por la huelga, la ministra se limitó a responder: «Respetamos a todos.»", "ministra"),
    ("fr", "Et l'adjoint aux sports de préciser : « Les sièges arrivent lundi. »", "adjoint aux sports"),
    ("fr", "Le pont sera fermé, a promis le ministre des Finances à l'Assemblée.", "ministre des Finances"),
    ("it", "L'assessore rilancia: «Le ultime sedie arrivano lunedì.»", "assessore"),
    ("ru", "Министр защищал закон. По его словам, он помогает малому бизнесу.", "Министр"),
    ("ru", "По словам полицейских, водитель превысил скорость.", "полицейские"),
    ("uk", "За словами поліцейських, водій перевищив швидкість.", "поліцейські"),
    ("pl", "Według policjantów kierowca jechał za szybko.", "policjanci"),
    ("nl", "Bronnen rond het onderzoek melden dat de brand is aangestoken.", "Bronnen rond het onderzoek"),
    (
        "de",
        "„Mein Vater sagte: ‚Wer rastet, der rostet‘“, erinnert sich die 91-jährige Emmi Kolb.",
        "Emmi Kolb",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAKERS)
def test_whoever_speaks_ends_where_the_verb_begins(language: str, text: str, speaker: str) -> None:
    [proposal] = extract(text, language=language)
    assert proposal.speaker is not None
    assert proposal.speaker.canonical == speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "D'après nos informations, deux suspects ont été remis en liberté."),
        ("de", "Nach unseren Informationen ist die Brücke seit Mai gesperrt."),
        ("es", "Según nuestras informaciones, el puente está cerrado."),
    ],
)
def test_our_own_information_is_nobody_s(language: str, text: str) -> None:
    assert [proposal.speaker for proposal in extract(text, language=language)] in ([], [None])


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Мэр не согласен: «У нас еще есть резервы».", "Мэр"),
        ("pt", "O vigilante Elói Prado nem queria acreditar: “Nunca vi um incêndio assim.”", "Elói Prado"),
        ("es", "El ministro no ve «ningún margen para negociar».", "ministro"),
    ],
)
def test_whoever_disagrees_or_sees_nothing_asserts_it(language: str, text: str, speaker: str) -> None:
    [proposal] = extract(text, language=language)
    assert (proposal.polarity, proposal.speaker and proposal.speaker.canonical) == ("asserted", speaker)

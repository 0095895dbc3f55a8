"""Polish."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        zaprzecz*, dementow*/dementuj*/zdementow*/dementi, odrzuc*/odrzuca*, odpier*, wyklucz*, podważ*, nie jest/była/było/są prawdą, nieprawd*, wypar*/wypier* się, zanegow*/neguj*/negow*, kłamstwem
    """,
    disbelieving="wierz*, uważa*, sądzi*, zgadza* się, zgodzi* się",
    withholding="""
        odmów*/odmaw*/odmów* … komentarz*/komentowania/skomentowania/odpowiedzi/wypowiedzi, bez komentarza, nie … skomentowa*/komentow*/komentuj*, milcz*/przemilcza*, wody w usta, uchyl* się, ani słowa, nabra* wody
    """,
    holding_back="odmów*/odmaw*/odmawia*, unika*/unikn*, bez, zamiast, powstrzyma* się od, wzbrania* się przed",
    asking="""
        zapyt*/pyta*/spyt*/pyt* … czy/dlaczego/jak/kto/co/kiedy/gdzie/ile/który*, zastanawia* się, chcia*/chce/chcą wiedzieć, docieka*, wątpi*, zwątpi*, w wątpliwość, zakwestionow*/kwestionow*/kwestionuj*
    """,
    asking_if="zapyt*/pyta*/spyta*",
    questions="czy, dlaczego, jak, kto, co, kiedy, gdzie, ile, który*, kogo, skąd, po co",
    saying="""
        powiedz*/powiedzi*, mówi*/mówić/mówien*, stwierdz*, oświadcz*, potwierdz*, twierdz*, doda*, napis*/pisa*, wyjaśn*, ujawn*, przyzna*, wspomn*, zapewn*, poinform*, poda*, odpowied*/odpowiada*/odpowiedzi*,
        koment*/skoment*, wypowie*/wypowiada*, ogłos*, podkreśl*
    """,
    negations="nie, nigdy, ani, bynajmniej, wcale",
    nobody="nie, nikt, żaden, żadna, żadne, żadni, ani, nigdy, mało kto, niewielu, nigdzie",
    between="""
        nie, chcia*, chce, chcą, mógł*, mogła, mogło, mogli, może, umia*, potrafi*, w stanie, się, tego, jeszcze, wyraźnie, wprost, publicznie, jednoznacznie, oficjalnie, zamierza*, odważy* się, by*, został*, dotąd, to, takiego, czegoś takiego
    """,
    adding="mówiąc, dodając, podkreślając, zaznaczając, tłumacząc, twierdząc, zapewniając, wskazując, przekonując, argumentując, pisząc, oświadczając",
    affirming="""
        zapytan*/pytan*/dopytywan*/spytan* o/przez, na pytanie, na pytania,
        nie tylko, nie omieszka*, nie waha* się, nie zawaha* się, nie bez, nie po raz pierwszy, bez wątpienia, bez wahania, bez ogródek, nie ukrywa*, nie kry*, nie zapomnia*, nie mniej, nie szczędz*, nie przesta*, nie raz, nie po raz,
        nikt/nic nie przeszkodził*/zmusza*/zmusił*/prosił*/powstrzyma*, nikt … spodziewa*/przewidzia*/sądził*, mało kto … spodziewa*/sądził*, nie spodziewa*
    """,
    that="że, iż, jakoby, aby, czy",
)

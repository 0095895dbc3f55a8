"""Polish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="pl",
    name="Polish",
    endings={
        "ać": ("ał ała ali ały ało", "ano", "ając"),
        "ić": ("ił iła ili iły iło", "iono", "iąc"),
        "yć": ("ył yła yli yły", "ono", "ąc"),
        "nąć": ("nął nęła nęli nęły", "nięto", "nąc"),
        "ować": ("ował owała owali owały uje ują", "owano", "ując"),
        "a": ("a ają ał ała ali ały", "ano", "ając"),
        "i": ("i ią ił iła ili iły", "iono", "iąc"),
        "y": ("y ą ył yła yli yły", "ono", "ąc"),
    },
    says="""
        ostrzegają przestrzega przestrzegają przestrzegł przestrzegła zapowiedzieli wyjaśniają akcentuje zapewniał zapewniała oznajmił oznajmiła potępił
        potępiła potępia oszacował utrzymywał uściślił uściśliła odpiera replikował przyrzekł gwarantuje
        opowiad+a
        ustal+ić ustalają dowiedział/a/y dowodz+i dowiódł przekon+a upiera upierał/a wyjawił/a zdradza zdradził/a uzn+ać uznaje uznają orzekł/a/o orzekli
        powtarza/ją powtarzał/a powtórzył/a
        dementuje zdementował/a/y zdementowano
        podejrzewa/ją podejrzewał/a/i przypuszcza/ją spodziewa spodziewają obawia obawiają zaalarmował/a/y zadrwił/a zapytuje zagroził/a/li grozi precyz+ować
        sprecyz+ować doprecyz+ować streścił/a chwalą wylicza/ją wyliczył/a analizuje analizują diagnozuje prognozuje prognozują konkluduje konkludował/a
        zastrzega zastrzegł/a uspokaja/ją uspokoił/a ujawnił/a/li ujawnia/ją ogłasza/ją zdradził/a zdradza informuje/my dopowiada dopowiedział/a dorzuca
        dorzucił/a rzucił/a wtóruje wyraża wyraził/a utrzymuje utrzymują wnioskuje kwituje kwitują krytykuje krytykują oskarża oskarżył/a oskarżają punktuje
        obwieścił/a obwieszcza broni bronił/a pochwalił/a relacjonują orzekł/a grzmi grzmiał/a
        ustalił/a/o/y ustala/ją wykazał/a/o/y
        powiedzi+ać mów+i mówią powie stwierdz+ić stwierdz+a dodać dod+ać dodaje dodają napis+ać pisze piszą podkreśl+ić podkreśl+a oświadcz+yć oświadcz+a zapowiedzi+ać zapowiada zapowiadają zaznacz+yć zaznacz+a przyzn+ać przyznaje przyznają
        wyjaśn+ić wyjaśnia tłumacz+y poinform+ować inform+ować ocen+ić ocenia uważa uważają uważał uważała twierdz+i twierdzą twierdził twierdziła przekonuje przekonują przekonywać przekonywał przekonywała
        zapewn+ić zapewnia przypomni+ać przypomina przypominają zauważ+yć zauważ+a wskaz+ać wskazuje wskazują ostrzeg/ł/ła/li/ać ostrzega ostrzegał ostrzegała alarm+ować argument+ować
        odpowiedzi+ać odpowiada odpowiadają odpar/ł/ła/li zapyt+ać pyta pytają pytał pytała komentuje koment+ować skoment+ować ogłos+ić ogłasza przekaz+ać przekazuje podał podała podali podaje podają
        zeznał zeznała zeznaje opowiada opowiadają opowiadał opowiadała opowiedzi+ać relacjon+ować wspomina wspominał wspominała wspomniał wspomniała obiec+ać obiecuje zadeklar+ować deklar+ować potwierdz+ić potwierdz+a
        zaprzecz+yć zaprzecz+a zarzuc+ić zarzuca domaga domagał domagała sugeruje suger+ować zasuger+ować przewiduje przewidują szacuje szacują wierzy wierzą sądzi sądzą myśli ma_nadzieję liczy nalega apeluje apel+ować zaapel+ować
        skwitował skwitowała podsumował podsumowała podsumowuje dowodzi dowodził wyznał wyznała wyznaje donosi donoszą doniósł doniosła doniosły mówił mówiła mówili twierdziła nazwał nazwała nazywa określił określiła krytyk+ować skrytykował
        skrytykowała uzn+ać uznaje zwrócił zwróciła
    """,
    quotes="""
        widzi widzą widział widziała
        ucin+a zarzek+a irytował/a
        żali żalił/a biadoli narzeka narzekał/a wzdycha wzdychał/a
        czytamy napisano poinformowano żart+ować zażartował zażartowała śmieje śmiał śmiała wzdych+a westchnąć westchnął westchnęła krzycz+y krzyknął krzyknęła szept+ać szepnął szepnęła mruknąć mruknął mruknęła skarż+y narzek+a ciesz+y kontynu+ować
        ironizował ironizuje dziwi dziwił dziwiła oburza oburzał oburzała wtrąc+ić dziękuje podziękował podziękowała prosi poprosił poprosiła radzi radził radziła zachęca martwi chwali chwalił chwaliła
    """,
    participles="",
    gerunds="mówiąc dodając podkreślając zaznaczając tłumacząc twierdząc informując przypominając zapewniając zapowiadając wskazując",
    reflexives="się",
    according="w_oczach jak_głosi według_szacunków według_danych według_informacji według_ustaleń według_relacji według_słów zgodnie_z_informacją z_ustaleń z_relacji w_przekonaniu według zdaniem w_opinii w_ocenie jak_wynika_z z_informacji z_danych",
    so="według zdaniem",
    as_="jak",
    hearsay="jakoby",
    convinced="przekonany przekonana przekonani pewny pewna pewien",
    out_of="z ze",
    emerges="wynika wynikało",
    urges="zażąd+ać żąda/ją żądał/a/i domaga/ją domagał/a/i wezwał/a/i wzywa/ją apeluje apelują apelował/a/i zaapelował/a/i prosi proszą prosił/a/i poprosił/a/i nakazał/a/i nakazuje zalecił/a/i zaleca namawia/ją namawiał/a wymaga/ją wymagał/a/o oczekuje oczekują postuluje postulują postulował/a/i zaproponował/a/i proponuje doradził/a radzi radzą nalega/ją nalegał/a/i zwrócił/a/i polecił/a/i",
    to_do="aby żeby by ażeby",
    that="że iż",
    according_his="jego_zdaniem jej_zdaniem ich_zdaniem według_niego według_niej w_jego_ocenie w_jej_ocenie",
    this="tymi_słowami w_ten_sposób tak to",
    whether="czy",
    where="w",
    he="on",
    she="ona",
    they="oni one",
    first="ja my",
    articles="ten ta to ci te jego jej ich nasz nasza swój były była obecny obecna nowy nowa pierwszy pierwsza kilku wielu niektórzy dwaj dwoje trzej wszyscy",
    of="ds. do_spraw z od",
    from_where="z ze w od",
    particles_of_names="von de van da",
    titles="pan pani pana panią dr prof. inż. mgr ks. hab. dr. prof ks gen. płk. płk kpt. mł. asp. st. sierż. kom. nadkom. podinsp. nadkomisarz św.",
    again="piłkarz piłkarka zawodnik zawodniczka napastnik bramkarz obrońca pomocnik szkoleniowiec trener aktor aktorka pisarz pisarka autor autorka artysta artystka muzyk piosenkarz piosenkarka reżyser reżyserka architekt ekonomista historyk badacz badaczka polityk przedsiębiorca rolnik emeryt emerytka wdowa",
    men="""
        Adam Adrian Aleksander Andrzej Antoni Arkadiusz Artur Bartosz Bartłomiej Bogdan Bogusław Bolesław Cezary Czesław Damian Daniel Dariusz Dawid Dominik Edward Eugeniusz Filip Franciszek Grzegorz Henryk Hubert Igor Ireneusz Jacek
        Jakub Jan Janusz Jarosław Jerzy Józef Julian Kacper Kamil Karol Kazimierz Konrad Krystian Krzysztof Lech Leszek Łukasz Maciej Marcin Marek Mariusz Mateusz Michał Mieczysław Mikołaj Mirosław Norbert Oskar Patryk Paweł Piotr
        Przemysław Radosław Rafał Robert Roman Ryszard Sebastian Sławomir Stanisław Stefan Szymon Tadeusz Tomasz Wacław Waldemar Wiesław Wiktor Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zygmunt Albert Aleksy Alfred
        Alojzy Amadeusz Ambroży Anatol Benedykt Beniamin Bernard Bogumił Borys Bronisław Bruno Błażej Cyprian Donald Edmund Emil Emilian Eryk Fabian Feliks Ferdynand Florian Fryderyk Gabriel Gerard Gracjan Gustaw Hieronim Hugo
        Ignacy Iwo Jeremi Joachim Jonasz Juliusz Jędrzej Kajetan Klaudiusz Klemens Konstanty Kornel Krystyn Ksawery Leon Leonard Leopold Lesław Lucjan Ludwik Maksymilian Marcel Marceli Marian Melchior Miron Miłosz Natan Nikodem Olaf
        Olgierd Oliwier Remigiusz Romuald Sergiusz Seweryn Sylwester Szczepan Teodor Tymon Tymoteusz Tytus Walenty Walerian Wawrzyniec Wincenty Ziemowit Zygfryd
    """,
    women="""
        Agata Agnieszka Aleksandra Alicja Alina Amelia Aneta Aniela Anna Antonina Barbara Beata Bożena Celina Cecylia Dagmara Danuta Daria Diana Dominika Dorota Edyta Elżbieta Emilia Ewa Ewelina Felicja Gabriela Genowefa Grażyna Halina
        Hanna Helena Honorata Ilona Irena Iwona Izabela Jadwiga Janina Joanna Jolanta Judyta Julia Justyna Kamila Karolina Katarzyna Kinga Klaudia Krystyna Laura Lidia Liliana Lucyna Łucja Magdalena Maja Małgorzata Maria Mariola Marianna
        Marlena Marta Martyna Michalina Milena Monika Natalia Nina Oliwia Olga Patrycja Paulina Renata Róża Sabina Sandra Stanisława Stefania Sylwia Teresa Urszula Wanda Weronika Wiesława Wiktoria Zofia Zuzanna Ada Adela Adrianna Anita
        Apolonia Aurelia Balbina Bernadeta Bianka Blanka Bogna Bogumiła Bogusława Bronisława Czesława Eliza Eugenia Franciszka Henryka Iga Inga Iza Izabella Jagoda Julianna Julita Józefa Kaja Kalina Karina Kazimiera Klara Kornelia Ksenia
        Lena Leokadia Ludwika Luiza Magda Malwina Marcelina Maryla Marzanna Marzena Matylda Melania Mirosława Nadia Natasza Nikola Oktawia Ola Otylia Paula Pola Regina Roksana Rozalia Salomea Sara Sonia Stella Tamara Tatiana Wioleta
        Wioletta Władysława Zenobia Zyta Żaneta
    """,
    his="pan dyrektor_szkoły burmistrz_miasta król książę ojciec biskup papież strażak aktor",
    hers="pani dyrektorka ministra ministerka premierka posłanka senatorka profesorka rzeczniczka prezeska królowa księżna matka nauczycielka aktorka lekarka burmistrzyni kierowniczka przewodnicząca wójtka",
    roles="""
        skarbnik skarbniczka kasjer kasjerka księgowy księgowa rektor rektorka urzędnik urzędniczka pracownik pracownica robotnik murarz elektryk hydraulik
        stolarz mechanik taksówkarz maszynista konduktor pilot stewardesa kucharka cukiernik rzeźnik księgarz aptekarz farmaceuta farmaceutka weterynarz
        weterynarka chirurg dentysta stomatolog psycholog psychiatra pediatra położna fizjoterapeuta ratownik ratowniczka matematyk fizyk fizyczka chemik
        astronom meteorolog klimatolog wirusolog epidemiolog immunolog filozof teolog antropolog archeolog językoznawca bibliotekarz bibliotekarka archiwista
        konserwator malarz malarka rzeźbiarz rzeźbiarka fotograf fotografka kompozytor kompozytorka pianista pianistka tancerz tancerka choreograf producent
        producentka scenarzysta scenarzystka prezenter prezenterka wysłannik wydawca poeta poetka powieściopisarz eseista sędzina notariusz adwokatka
        obrończyni prawniczka radca ambasador ambasadorka konsul dyplomata dyplomatka wiceministra premierka europoseł europosłanka sołtyska starościna
        marszałkini burmistrzyni wiceburmistrz syndyk audytor konsultant doradca doradczyni menedżer menedżerka hotelarz restaurator winiarz pszczelarz pasterz
        hodowca leśniczy strażaczka inspektor inspektorka sierżant porucznik żołnierz weteran weteranka uchodźca uchodźczyni migrant ocalały ocalała ranny
        dziadek babcia wujek ciotka siostrzeniec kuzyn kuzynka szwagier szwagierka teść teściowa narzeczony narzeczona partner partnerka przyjaciel
        przyjaciółka kolega koleżanka lokator lokatorka emeryt emerytka bezrobotny uczeń uczennica doktorant doktorantka naukowczyni woźny stróż zakonnica
        zakonnik opat kardynał arcybiskup rabin imam sportowiec lekkoatleta pływak pływaczka kolarz kolarka tenisista tenisistka narciarz narciarka bokser
        sędzia_główny bramkarz skrzydłowy podejrzany podejrzana pełnomocnik pełnomocniczka
        mężczyzna kobieta chłopak dziewczyna starszy pan pani nastolatek nastolatka przechodzień dziecko
        sołtys kibic piłkarz zawodnik zawodniczka napastnik obrońca pomocnik gospodarz gospodyni właścicielka klient klientka pacjent pacjentka oskarżony oskarżona pokrzywdzony pokrzywdzona obrońca leśnik kucharz piekarz
        redaktor redaktorka naczelny naczelna
        burmistrz prezydent wiceprezydent premier minister ministra wiceminister wójt starosta wojewoda marszałek dyrektor dyrektorka wicedyrektor rzecznik rzeczniczka prezes prezeska wiceprezes poseł posłanka senator radny radna sędzia
        prokurator sekretarz szef szefowa kierownik kierowniczka adwokat mecenas lekarz lekarka pielęgniarka pielęgniarz profesor profesorka ekonomista historyk socjolog ekspert ekspertka naukowiec badacz badaczka biolog przedsiębiorca
        właściciel właścicielka założyciel założycielka trener trenerka selekcjoner kapitan kandydat kandydatka lider liderka działacz działaczka rolnik rolniczka rybak nauczyciel nauczycielka student studentka pisarz pisarka autor autorka
        reżyser reżyserka aktor aktorka piosenkarz piosenkarka dziennikarz dziennikarka analityk inżynier architekt artysta artystka generał pułkownik komendant komisarz policjant policjantka strażak sąsiad sąsiadka mieszkaniec mieszkanka
        świadek ojciec matka syn córka brat siostra wdowa mąż żona król królowa papież biskup proboszcz przewodniczący przewodnicząca kanclerz koordynator koordynatorka aspirant kierowca synoptyk hydrolog ministra prezydenta profesora
        dyrektora rzecznika szefa eksperta premiera ministrem prezesa trenera burmistrza
    """,
    organisations="""
        protokół protokołu notatka notatki wyrok wyroku akta akt uzasadnienie uzasadnienia pismo pisma linia przewoźnik
        raportu dokumentu badania sondażu listu komunikatu oświadczenia audytu ustaleń
        uniwersytetu instytutu szpitala banku spółki stowarzyszenia fundacji federacji politechniki politechnika akademii akademia ośrodka ośrodek wydziału zarządu rządu
        izba izby izbą inspektorat inspektoratu inspekcja inspekcji państwowa krajowa trybunał trybunału krajowej centralny centralnego
        komunikacie oświadczeniu raporcie ministerstwo ministerstwa policja policji urząd urzędu sąd sądu prokuratura prokuratury komisja komisji partia partii związek związku stowarzyszenie federacja uniwersytet instytut bank firma spółka agencja gazeta dziennik radio rząd
        sejm senat rada komitet fundacja szpital raport badanie komunikat sondaż list straż zarząd kuria kościół resort ratusz PAP GUS IMGW NFZ PiS PO Lewica ONZ WHO opozycja centrum
    """,
    groups="ekolodzy ekologowie działacze aktywiści obrońcy przeciwnicy zwolennicy pracownicy strajkujący kupcy klienci pasażerowie podróżni widzowie kibice emeryci studenci nauczyciele pielęgniarki badacze historycy ekonomiści specjaliści sędziowie organizatorzy kierownicy dyplomaci wojskowi żołnierze ofiary protestujący hodowcy źródło źródła informator informatorzy rozmówca śledczy policjanci strażacy prokuratorzy biegli ratownicy eksperci naukowcy mieszkańcy świadkowie władze związkowcy lekarze śledczy strażacy sąsiedzi rodzice rybacy rolnicy prawnicy krytycy obserwatorzy media źródła bliscy policjanci analitycy",
    prepositions="w we na z ze do od po przez dla o ob przy pod nad przed za między bez ku u wobec podczas wśród mimo obok około oprócz poza wbrew dzięki według w_rozmowie na_antenie",
    conjunctions="i oraz a ale lecz lub albo bo ponieważ gdyż że gdy kiedy jeśli choć żeby aby czy ani",
    relatives="który która które którzy którego której kto co gdzie którym",
    adverbs="""
        zapytany zapytana zapytani spytany spytana pytany pytana dopytywany dopytywana poproszony poproszona zagadnięty zagadnięta krótko lakonicznie stanowczo dobitnie wprost szczerze otwarcie
        też także również jeszcze już potem wtedy teraz tu tam tak nie nigdy zawsze dziś dzisiaj wczoraj później wcześniej niedawno ostatnio jednak zresztą jedynie tylko nawet wreszcie następnie ponadto wprost stanowczo otwarcie nam
        mu jej im mi reporterom dziennikarzom
    """,
    times="""
        poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela wczoraj dziś dzisiaj jutro przedwczoraj rano wieczorem południe noc stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
        listopada grudnia tygodniu miesiącu roku dni poniedziałkowy
    """,
    months="stycznia/styczeń/styczniu lutego/luty/lutym marca/marzec/marcu kwietnia/kwiecień/kwietniu maja/maj/maju czerwca/czerwiec/czerwcu lipca/lipiec/lipcu sierpnia/sierpień/sierpniu września/wrzesień/wrześniu października/październik/październiku listopada/listopad/listopadzie grudnia/grudzień/grudniu",
    weekdays="poniedziałek/poniedziałku wtorek/wtorku środę/środa/środy czwartek/czwartku piątek/piątku sobotę/sobota/soboty niedzielę/niedziela/niedzieli",
    today="dziś dzisiaj",
    yesterday="wczoraj",
    coming="przyszły przyszłą najbliższy najbliższą",
    other_days="od do przed po",
    abbreviations="dr prof inż mgr ks gen płk kpt asp st hab św ul al pl os godz nr tys mln mld zł r m in np tzn tzw ok im wg ds red por sierż mł kom nadkom podinsp",
    drops=True,
    sayings="komentarz słowa odpowiedź apel wniosek diagnoza przesłanie",
)

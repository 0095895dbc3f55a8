"""German."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="de",
    name="German",
    endings={
        "en": ("e t en te ten", "ge~t", "end"),
        "ten": ("te tet tete teten", "ge~tet", "tend"),
        "n": ("e t te ten en", "t", "end"),
        "tn": ("te tet tete teten ten", "tet", "tend"),
    },
    says="""
        enthüllt präzisiert präzisierte verdeutlicht verdeutlichte
        widerspricht widersprach/en widersprechen
        wiederhol+n zeigen belegen kündigen räumen weisen bestreiten dementieren fürchten fürchte/t/ten schätzen
        verlautet/e
        verweist verwies/en pocht/e/en besteht bestand/en drängt/e/en
        forder+n fordern pranger/t/te/ten wetter/t/te/ten analysier+n spekulier+n räsonier+n philosophier+n referier+n prophezei+en schwör+en schwor/en
        tadel/t/te/ten rügt/e/en preist pries/en würdigt/e/en verteidigt/e/en garantier+n attestier+n bescheinigt/e/en diagnostizier+n verurteilt/e/en
        protestier+n orakel/t/te verspottet/e moniert/e/en empfiehlt empfahl/en rät riet/en
        warf/en wirft werfen
        sag+en mein+en äußer+en erwähn+en verkünde/t/te/ten lob+en mahn+en warn+en klag+en frag+en glaub+en droh+en ahn+en
        erklär+n beton+n versicher+n behaup+tn berich+tn bestätig+n kritisier+n ergänz+n erläuter+n verlang+n erzähl+n begründet/e/en
        beteuer+n vermu+tn prognostizier+n argumentier+n resümier+n bilanzier+n bekräftig+n unterstell+n erinner+n bemerk+n
        bemängel+n bedauer+n versprech+n vermeldet/e/en befürch+tn beklag+n konstatier+n signalisier+n appellier+n twitter+n
        antwor+ten forder+en hoff+en schätz+en rechnet/e/en meldet/e/en folger+en mutmaß+en wünsch+en
        schrieb/en schreibt schreiben spricht sprach/en gab/en gibt geben räumt/e/en kündigt/e/en teilt/e/en fügt/e/en stellt/e/en weist wies/en
        führt/e/en hebt hob/en unterstreicht unterstrich/en versprach/en verspricht gesteht gestand/en bekennt bekannte/n erwidert/e/en entgegnet/e/en
        rief/en ruft nannte/n nennt sieht sah/en findet fand/en hält hielt/en geht ging/en schließt schloss/en droht/e/en lässt ließ/en bestreitet bestritt/en
        dementiert/e/en leugnet/e/en verneint/e/en weiß wusste/n denkt dachte/n schildert/e/en zitiert/e/en heißt hieß zeigt/e/en legt/e/en bat/en bittet
        mitteilt/e/en ankündigt/e/en hinzufügt/e/en feststellt/e/en hinweist hinwies/en angibt angab/en angaben einräumt/e/en ausführt/e/en hervorhebt hervorhob/en
        bekanntgab bekanntgibt klarstellt/e/en zugibt zugab/en vorwarf vorwirft anmerkt/e/en darlegt/e/en nahelegt/e/en
        erkennt erkannte/n verrät verriet/en urteilt/e/en spekuliert/e/en beschreibt beschrieb/en bezeichnet/e/en vertritt vertrat/en plädiert/e/en
    """,
    quotes="""
        brummt brummte stammelt stammelte ätzt ätzte poltert polterte giftet giftete grollt grollte knurrt knurrte raunt raunte haucht hauchte flucht fluchte
        höhnt höhnte
        freut/e/en ärgert/e/en scherzt/e/en lacht/e/en seufzt/e/en flüstert/e/en witzelt/e/en spottet/e/en schimpft/e/en schwärmt/e/en jubelt/e/en fährt fuhr/en
        wundert/e/en empört/e/en wettert/e/en stöhnt/e/en murmelt/e/en brüllt/e/en schreit schrie/en beginnt begann/en setzt/e/en überlegt/e/en
        fasst/e/en tröstet/e/en beruhigt/e/en verteidigt/e/en rechtfertigt/e/en beschwert/e/en grüßt/e/en
    """,
    participles="""
        geschrieben gesprochen angegeben eingeräumt angekündigt mitgeteilt hinzugefügt festgestellt hingewiesen ausgeführt hervorgehoben unterstrichen
        versprochen gestanden bekannt erwidert entgegnet gerufen genannt erkannt beschrieben bezeichnet bestritten dementiert geleugnet klargestellt zugegeben
        bekanntgegeben gedroht gewusst gedacht geschildert gefordert gehofft gemeldet gebeten
    """,
    gerunds="",
    auxiliaries="hat haben hatte hatten habe",
    particles="mit hinzu fort an ein fest hin aus hervor bei zu klar nach bekannt dar auf vor zurück ab davon",
    reflexives="sich",
    subjunctive="""
        sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme stehe mache lasse bleibe wisse brauche nehme liege halte finde
        führe fehle laufe bringe bekomme gelte zeige setze trage treffe spiele helfe glaube kenne sehe heiße bedeute gehöre koste dauere reiche
        wären hätten könnten müssten würden sollten seien
    """,
    according="""
        in_den_augen_von in_den_augen nach_dem_urteil_von nach_dem_urteil nach_den_worten_von nach_den_worten
        wie_aus
        laut nach_angaben_von nach_angaben nach_auskunft_von nach_auskunft nach_aussage_von nach_aussage nach_aussagen_von nach_aussagen nach_ansicht_von nach_ansicht
        nach_meinung_von nach_meinung nach_einschätzung_von nach_einschätzung nach_worten_von nach_worten nach_darstellung_von nach_darstellung nach_informationen_von nach_informationen
        nach_überzeugung_von nach_überzeugung nach_auffassung_von nach_auffassung nach_erkenntnissen_von nach_erkenntnissen nach_schätzung_von nach_schätzung nach_schätzungen_von nach_schätzungen
        nach_berechnungen_von nach_berechnungen nach_mitteilung_von nach_mitteilung
        aus_sicht_von aus_sicht den_angaben_von den_worten_von angaben_von
    """,
    according_behind="zufolge",
    so="so",
    as_="wie",
    infinitive="zu",
    convinced="überzeugt zuversichtlich sicher gewiss",
    own_account="nach_eigenen_angaben nach_eigener_aussage nach_eigenem_bekunden nach_eigener_darstellung nach_eigenen_worten eigenen_angaben_zufolge",
    out_of="aus",
    emerges="geht ging ergibt ergab",
    urges="appellier+n forder+n ermahn+en ruft rief/en bat/en bittet bitten drängt/e/en mahnt/e/en beschuldigt/e/en bezichtigt/e/en ermuntert/e/en ermutigt/e/en hält hielt/en weist wies/en rät riet/en beschwört beschwor/en lädt lud/en",
    claimed="wonach denen_zufolge nach_denen",
    that="dass daß",
    according_his="ihm_zufolge ihr_zufolge seinen_worten_zufolge ihren_worten_zufolge nach_seinen_worten nach_ihren_worten nach_seinen_angaben nach_ihren_angaben seiner_meinung_nach ihrer_meinung_nach seiner_ansicht_nach ihrer_ansicht_nach aus_seiner_sicht aus_ihrer_sicht",
    this="mit_diesen_worten mit_den_worten mit_diesem_satz mit_dieser_aussage das dies so",
    whether="ob",
    he="er",
    she="sie",
    they="sie",
    first="ich wir",
    articles="""
        der die das den dem des ein eine einer eines einem einen sein seine seiner seinem ihr ihre ihrer ihrem unser unsere dieser diese dieses diesem jener jene mehrere viele einige zwei drei vier
        beide zahlreiche alle manche ehemalige ehemaliger frühere früherer amtierende amtierender zuständige zuständiger stellvertretende stellvertretender örtliche
    """,
    of="von vom für der des",
    from_where="von vom aus am an beim bei",
    particles_of_names="von dem van der de la zu zur vom den ter di da del al ben",
    titles="Herr Frau Herrn Dr. Prof. Dr Prof Professor Professorin Dipl.-Ing. Med. Jur. Phil.",
    again="*jährige *jähriger *politiker *politikerin sozialdemokrat christdemokrat liberale *spieler *spielerin *stürmer *torwart torhüter keeper kapitän verteidiger routinier coach *trainer *trainerin *sportler *sportlerin *läufer *läuferin *witwe *rentner *rentnerin *mutter *vater *schauspieler *schauspielerin *autor *autorin *schriftsteller *schriftstellerin *künstler *künstlerin *musiker *musikerin *sänger *sängerin *regisseur *regisseurin *architekt *architektin *jurist *juristin *ökonom *ökonomin *wissenschaftler *wissenschaftlerin *forscher *forscherin *experte *expertin *mediziner *medizinerin *historiker *historikerin *unternehmer *unternehmerin *landwirt *landwirtin *lehrer *lehrerin *pfarrer *pfarrerin *manager *managerin *wirt *wirtin *österreicher *schweizer *kroate *franzose *berliner *hamburger",
    men="""
        Tomasz Rolf Bernd-Ulrich Hans-Peter Karl-Heinz Hans-Jürgen Klaus-Dieter Aljoscha Alois Anatol Arno Balthasar Bastian Benedikt Benjamin Burkhard Cem Christof David Dominik Edgar Egon Elias Emre Enno Erwin Ferdinand Fritz Gregor
        Götz Hannes Heiner Hermann-Josef Ismail Jonathan Joschka Jost Jürgen Kilian Kurt-Georg Leon Leonhard Levin Linus Lorenz Ludwig Malte Marc Marek Marius Mats Mirko Niels Niklas Noah Omar Onur Osman Pascal Paul-Gerhard Philip Raimund
        Richard Roman Rudolf Samuel Sascha Severin Sigmar Sönke Tarek Tobias Uli Valentin Veit Vinzenz Volkmar Wilfried Willi Xaver Yannick Alexander Andreas Anton Arne Armin Bernd Bernhard Björn Boris Carsten Christian Christoph Clemens
        Daniel Dennis Detlef Dieter Dietmar Dirk Eberhard Eckart Emil Erich Ernst Fabian Felix Florian Frank Franz Friedrich Georg Gerd Gerhard Günter Günther Guido Gustav Hans Harald Hartmut Heiko Heinrich Heinz Helmut Henning Herbert
        Hermann Holger Horst Hubert Ingo Jan Jens Joachim Jochen Johannes Jonas Jörg Josef Julian Kai Karl Karsten Klaus Konrad Kurt Lars Lukas Lutz Manfred Marco Marcus Mario Markus Martin Mathias Matthias Max Maximilian Mehmet Michael
        Moritz Nils Norbert Olaf Oliver Oskar Otto Patrick Paul Peter Philipp Rainer Ralf Reiner Reinhard René Robert Roland Rüdiger Sebastian Siegfried Simon Stefan Steffen Stephan Sven Theo Thomas Thorsten Tilo Tim Tom Torsten Udo Ulf
        Ulrich Uwe Volker Walter Werner Wilhelm Winfried Wolf Wolfgang Yusuf Ali Jakob Achim Adem Adrian Ahmet Albert Alexej Alfons Alfred Amir Andrej Ansgar Antonio Arnd Arndt Arnold Arthur Axel Benno Bert Berthold Bertram Bodo
        Bruno Carlos Claas Claudius Cord Cornelius Damian Darius Deniz Detlev Dierk Dietrich Dimitri Dominic Dragan Eckhard Edmund Eduard Eike Eilert Elmar Engelbert Enrico Erhard Eric Erik Eugen Ewald Finn Folkert Francesco Frederik
        Fridolin Frithjof Gernot Gero Gerrit Giovanni Goran Gottfried Gottlieb Gunnar Gunter Hajo Hakan Hamid Hanno Hans-Georg Hans-Joachim Hans-Werner Hark Harro Harry Hasan Hauke Heino Helge Hendrik Henrik Henry Hilmar Hinrich Hüseyin
        Ibrahim Igor Immanuel Ingolf Ivan Ivo Jacob Jannik Jannis Jasper Jewgeni Jobst Joel Johann John Joost Josua José Juan Julius Justus Karim Karl-Josef Kaspar Kemal Keno Kerem Kevin Khaled Klaas Knut Korbinian Kristian Krzysztof
        Laurenz Lennard Lennart Leo Leopold Levi Lothar Louis Luca Lucas Ludger Luis Luka Magnus Malik Marcel Marian Marten Marvin Matthis Maurice Maxim Meinhard Miguel Mikhail Milan Milos Murat Mustafa Navid Nico Nicolas Nikola
        Nikolas Nikolaus Nino Norman Ole Oleg Onno Ortwin Ottmar Patrik Paulus Paweł Pedro Peer Phil Piotr Quirin Rafael Raphael Rasmus Reimar Reimer Reza Rico Robin Rocco Roderich Ronald Ronny Ruben Rupert Samir Sandro Schorsch Sepp
        Sergej Serkan Siegbert Siegmund Sigurd Silas Silvio Stanislaus Stephen Steve Swen Sören Tammo Tayfun Teun Thaddäus Theodor Thilo Till Timm Timo Tjark Tomte Toni Torben Tristan Umut Urs Valentino Victor Viktor Vincent Vitali
        Volkhard Waldemar Wendelin Wenzel Wieland Wigald Wilko Willy Winrich Wladimir Wolfram Yannis Younes Zoran Ömer
    """,
    women="""
        Hannelore Henrike Ada Adelheid Agnes Alina Amelie Anita Anneliese Annalena Annika Antonia Aylin Bärbel Carla Carolin Celine Constanze Cordula Corinna Damaris Edith Emilia Emine Erna Esther Evelyn Friedericke Gabi Gertrud Gesine
        Hedwig Hella Hildegard Ida Ilka Inga Ingeborg Irmgard Isabel Isabella Jasmin Jessica Johanne Josefine Judith Kira Kornelia Lotte Louise Luzie Magdalena Maja Mareike Margit Margot Maria-Luise Marlies Mathilde Merle Merve Mina Mira
        Miriam Nadja Natascha Paula Pauline Rebecca Ricarda Rosemarie Roswitha Saskia Selma Sibylle Sigrid Stella Thea Theresia Tina Undine Uschi Valerie Viktoria Waltraud Wilma Xenia Alexandra Alice Andrea Angela Angelika Anja Anke Anna
        Anne Annegret Annette Antje Astrid Barbara Beate Bettina Birgit Birte Brigitte Carola Caroline Charlotte Christa Christiane Christina Christine Claudia Clara Cornelia Dagmar Daniela Doris Dorothea Elena Elisabeth Elke Ellen Emma
        Erika Eva Fatma Franziska Frauke Friederike Gabriele Gerda Gisela Greta Gudrun Hanna Hannah Heide Heidi Heike Helene Helga Henriette Hilde Ilse Imke Ines Inge Ingrid Irene Iris Jana Johanna Julia Juliane Jutta Karin Karla
        Katharina Kathrin Katja Katrin Kerstin Klara Kristina Lara Laura Lea Lena Leonie Lisa Luise Maike Manuela Maren Margarete Maria Marianne Marie Marion Marlene Martina Meike Melanie Mia Michaela Monika Nadine Natalie Nicole Nina
        Nora Petra Regina Renate Rita Rosa Ruth Sabine Sandra Sara Sarah Silke Silvia Simone Sina Sofia Sonja Sophie Stefanie Stephanie Susanne Svenja Swantje Sybille Tanja Tatjana Theresa Ulrike Ursula Ute Vanessa Vera Verena Veronika
        Wiebke Yvonne Zeynep Ayşe Adele Adina Agathe Alma Almut Amanda Amelia Anastasia Angelina Anika Anja-Maria Anna-Lena Anneke Annelie Annemarie Annerose Anouk Ariane Arzu Asli Aurelia Babette Beatrice Beatrix Berit Berta Bianca
        Britta Bruni Carina Carmen Carolina Caterina Catharina Celina Chantal Charlotte-Marie Chiara Christel Cilly Cindy Cosima Dana Debora Delia Denise Diana Dilek Dina Dora Dunja Dörte Ebru Edda Edelgard Edeltraud Edeltraut Eileen Elfi
        Elfriede Elif Elina Elisa Elise Ella Elli Elvira Emily Enya Erdmute Eveline Evi Ewa Felicitas Filiz Fiona Flora Florentine Frieda Friedel Gaby Gerlind Gerlinde Germaine Gerta Gianna Gisa Gitta Gunda Gundula Gülsen Hanne Hannelene
        Hatice Hedda Helen Helena Helma Henni Hermine Herta Hilke Hiltrud Imelda Ingeburg Ingelore Inka Insa Irina Irma Isolde Ivonne Jacqueline Janina Janine Jeanette Jennifer Jenny Jette Jolanda Josefa Josephine Julie Juna Kaja
        Karen Karoline Katarina Kathi Kathleen Katinka Keike Kim Kristin Kristine Käthe Larissa Leila Leonore Leyla Lia Liane Liesbeth Liesel Lieselotte Lilian Lilli Lilly Lina Linda Liselotte Lissy Lore Lotta Lucia Lucie Ludmilla Lydia
        Lynn Madeleine Magda Malin Malina Mandy Mara Mareen Margareta Margarethe Margitta Margrit Marieke Mariella Marietta Marika Marina Marit Marita Martha Maxi Mechthild Melina Melissa Michelle Mila Milena Minna Mona Neele Nele
        Nelli Nelly Neslihan Nicola Nike Nilüfer Nurcan Oda Odette Olga Olivia Orsolya Ortrud Patricia Patrizia Paulina Peggy Philippa Pia Ramona Rebekka Regine Reinhild Renée Resi Rike Romy Ronja Roswita Roxana Sabrina Samira Selina
        Semra Senta Sevgi Sevim Sieglinde Silja Sofie Solveig Sonia Stefania Steffi Susann Susanna Suse Sybill Sylke Sylvia Tabea Tamara Tanya Tatiana Telse Theda Thekla Tilda Tina-Maria Tomke Traudl Traute Trude Ulla Uta Valentina
        Valeria Viola Vivian Vivien Walburga Wally Waltraut Wanda Wencke Wilhelmine Yasmin Yvette Zita Zoe
    """,
    his="Herr Herrn *sprecher *minister *präsident *chef *leiter *meister *vorsitzender *kanzler *direktor *senator *richter *anwalt *forscher *trainer *pfarrer *bischof *könig *lehrer *arzt",
    hers="Frau *sprecherin *ministerin *präsidentin *chefin *leiterin *meisterin *vorsitzende *kanzlerin *direktorin *senatorin *richterin *anwältin *forscherin *trainerin *pfarrerin *bischöfin *königin *lehrerin *ärztin *expertin *autorin",
    roles="""
        *erin *orin *istin *entin *antin *login *eurin *rentner *rentnerin *angeklagte *angeklagter *bewohner *bewohnerin *verteidiger *verteidigerin *physiologe *soziologe *psychologe *geologe *theologe *archäologe *virologe *epidemiologe *klimatologe *pensionär *sportler *sportlerin *spieler *spielerin *torwart *stürmer *verkäufer *verkäuferin *kellner *koch *köchin *gärtner *gärtnerin *winzer *winzerin *landwirt *schreiner *tischler *maurer *dachdecker *mechaniker *techniker *informatiker *chemiker *mediziner *chirurg *apotheker *apothekerin *hausarzt *tierarzt *rektor *kantor *dirigent *komponist *pianist *schriftsteller *dichter *maler *bildhauer *fotograf *designer *architekt *statiker *kurator *sammler *händler *unternehmer *unternehmerin *betreiber *betreiberin *aktivist *gewerkschafter *funktionär *obmann *bezirksleiter *wehrführer *wachleiter *kriminalist *ermittler *zeitzeuge *überlebende *hinterbliebene *klägerin *kläger *mieter *mieterin *vermieter *eigentümer *eigentümerin *gemeinderätin *ratsherr *rat *assistent *referent *jurist *notar *gutachter *sachverständige *sachverständiger *kämmerer *kämmerin
        *sprecher *sprecherin *minister *ministerin *präsident *präsidentin *chef *chefin *leiter *leiterin *meister *meisterin *vorsitzende *vorsitzender *vorstand *kanzler *kanzlerin
        *direktor *direktorin *senator *senatorin *sekretär *sekretärin *rätin landrat landrätin stadtrat stadträtin gemeinderat *richter *richterin *anwalt *anwältin *forscher *forscherin *professor *professorin *expertin *experte *experten
        *trainer *trainerin *kapitän *autor *autorin *politiker *politikerin *abgeordnete *abgeordneter *kandidat *kandidatin *lehrer *lehrerin *arzt *ärztin *ingenieur *ingenieurin *statiker *landwirt
        *landwirtin *bauer *bäuerin *händler *händlerin *wirt *wirtin *führer *führerin *inhaber *inhaberin *besitzer *besitzerin *gründer *gründerin *mitarbeiter *mitarbeiterin *pfarrer *pfarrerin *bischof
        *bischöfin *papst *könig *königin *prinz *prinzessin *dezernent *dezernentin *beauftragte *beauftragter *geschäftsführer *geschäftsführerin *manager *managerin *wissenschaftler *wissenschaftlerin
        *ökonom *ökonomin *historiker *historikerin *biologe *biologin *meteorologe *meteorologin *physiker *physikerin *künstler *künstlerin *schauspieler *schauspielerin *regisseur *regisseurin *sänger *sängerin
        *fahrer *fahrerin *schüler *schülerin *student *studentin *zeuge *zeugin *nachbar *nachbarin *anwohner *anwohnerin *vater *mutter *sohn *tochter *bruder *schwester *mann *frau *kollege *kollegin
        *fischer *fischerin *förster *försterin *bäcker *bäckerin *pilot *pilotin *offizier *general *oberst *kommandeur *einsatzleiter *feuerwehrmann *polizist *polizistin *staatsanwalt *staatsanwältin *analyst *analystin
        *intendant *intendantin *kurator *kuratorin *verleger *redakteur *redakteurin *journalist *journalistin *reporter *reporterin *biologe *ärztin *pfleger *pflegerin *kommissar *kommissarin *botschafter *botschafterin *berater *beraterin
    """,
    organisations="""
        *protokoll *urteil *vermerk *akte *schreiben *papier
        *ministerium *amt *verband *verein *partei *polizei *stadt *gemeinde *rat *gericht *staatsanwaltschaft *universität *hochschule *institut *gesellschaft *gewerkschaft *agentur *zeitung *sender *bank *konzern *unternehmen
        *firma *stiftung *kammer *behörde *regierung *verwaltung *ausschuss *kommission *fraktion *feuerwehr *armee *bundeswehr *klinik *krankenhaus *gmbh *ag *dienst *zentrale *initiative *bündnis *bund *werke *presse
        *bericht *studie *mitteilung *gutachten *brief *erklärung *statistik *umfrage CDU SPD FDP AfD CSU Grünen Linke dpa EU ADAC
    """,
    groups="augenzeugen zeugen kollegen mitarbeiter fans kunden mieter schüler studierende reisende experten forscher wissenschaftler anwohner kritiker beobachter ermittler augenzeugen zeugen medien behörden angehörige eltern nachbarn beamte händler fischer bauern gewerkschafter umweltschützer ärzte teilnehmer",
    prepositions="""
        in im an am auf aus bei beim bis durch gegen gegenüber hinter mit nach neben ohne seit über um unter vor während wegen zu zum zur zwischen trotz anlässlich ans ins vom von für ab außer entlang gen laut per
        angesichts mithilfe innerhalb außerhalb dank bezüglich hinsichtlich
    """,
    conjunctions="und oder aber sondern denn doch weil da wenn als während obwohl damit indem nachdem bevor sobald sowie falls bis ohne sodass wobei",
    relatives="der die das den dem deren dessen welche welcher welches wer was wo wie",
    adverbs="""
        gefragt befragt angesprochen nachgefragt
        auch dann aber zudem außerdem jedoch weiter weiterhin schließlich dabei dazu darauf daraufhin dagegen hingegen hier da so nun jetzt noch schon bereits erneut wieder nur sogar selbst einmal zugleich gleichzeitig
        später zuvor zunächst anschließend danach damals inzwischen mittlerweile kürzlich jüngst oft immer offen knapp kurz ausdrücklich deutlich öffentlich vorsichtig schriftlich telefonisch nicht nie eben gleichwohl dennoch allerdings
        unterdessen derweil etwa ebenfalls ebenso übrigens wörtlich klar lachend sichtlich stolz wütend es ihm ihr ihnen uns mir
    """,
    times="""
        gestern heute morgen vorgestern montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags januar februar märz april mai juni juli august september oktober november dezember
        montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen montagmittag dienstagmittag
        vormittag nachmittag abend mittag nacht woche monat jahr tag uhr früh spät letzte vergangene vergangenen letzten voriger vergangenes anfang ende mitte
    """,
    months="januar/jan februar/feb märz/mrz april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov dezember/dez",
    weekdays="montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    today="heute",
    yesterday="gestern",
    coming="nächsten nächster kommenden kommender morgigen",
    other_days="seit bis ab vom zum zwischen vor nach",
    abbreviations="dr prof z b d h u a bzw ca evtl ggf inkl nr st str tel usw vgl abs art hrsg geb dipl ing med jur phil jr sen mio mrd s bspw sog o",
    nouns_upper=True,
    verb_last=True,
    ordinals=True,
    sayings="kommentar antwort fazit urteil appell botschaft erklärung bilanz prognose reaktion rat diagnose vorwurf",
)

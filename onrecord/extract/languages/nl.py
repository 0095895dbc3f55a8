"""Dutch."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="nl",
    name="Dutch",
    endings={
        "te": ("t te ten en", "ge~t", "end"),
        "de": ("t de den en", "ge~d", "end"),
        "vte": ("t te ten", "t", "end"),
        "vde": ("t de den", "d", "end"),
    },
    says="""
        preciseert verhaalt bekent countert repliceert werpt onderstreept onderstreepte onderstreepten
        herhalen analyseren becommentarieren beklagen bestempelen fulmineren garanderen geven gruwelen hekelen informeren illustreren nuanceren opperen protesteren relativeren resumeren sneren snauwen tieren veroordelen wuiven schrijven antwoorden melden menen kondigen wijzen beweren bevestigen betogen concluderen constateren reageren verduidelijken rapporteren onthullen vrezen hopen verzekeren beloven suggereren adviseren kritiseren bekritiseren beschuldigen berekenen voorspellen citeren twitteren noemen spreken betreuren prijzen dreigen oordelen merken weerspreken meedelen aankondigen toevoegen aangeven uitleggen opmerken bekendmaken toegeven herinneren verdedigen vermoeden motiveren argumenteren roepen beschrijven omschrijven typeren
        herhaal/t herhaalde herhaalden voorziet voorzag acht achtte
        analyseer/t/de/den becommentarieer/t/de bepleit/te/ten beklaag/t/de/den belooft bestempel/t/de/den betwist/te/ten breng/t bracht/en bromt erken/t
        fulmineer/t/de/den gaf garandeer/t/de/den geef/t gruwel/t/de hekel/t/de/den informeer/t/de/den illustreer/t/de klink/t klonk luid/t/de licht
        nuanceer/t/de/den opper/t/de/den pleit/te/ten protesteer/t/de/den relativeer/t/de/den resumeer/t/de schets/te/ten sist siste sneer/t/de/den snauw/t/de
        som/t/de/den stip/t/te/ten tem/t/de tier/t/de/den verduidelijkt veroordeel/t/de/den verwijt verweet verweten vreest waarschuwt wuif/t wuifde zweer/t
        zwoer zwoeren vraag/t
        houdt hield/en verdedigt verdedigde onthult onthulde blikt blikte verzucht verzuchtte sombert
        zeg/t/gen zei/den verklaar+vde schreef schreven schrijf/t/ven vertel/t/len/de/den antwoord/t/de/den benadruk/t/te/ten/ken waarschuw+de meld/t/de/den meldt meen/t/de/den vind/t/en vond/en denk/t/en dacht/en
        stel/t/len/de/den voeg/t/de/den leg/t/de/den laat lieten liet laten geef/t gaf gaven kondig/t/de/den wijs/t wees wezen beweer/t/de/den bevestig/t/de/den erken/t/nen/de/den ontken/t/nen/de/den betoog/t/de/den
        concludeer/t/de/den constateer/t/de/den reageer/t/de/den reageerde licht/te/ten verduidelijk/t/te/ten herhaal/t/de/den bericht/te/ten rapporteer/t/de/den onthul/t/de/den verwacht/te/ten vrees/t/de/den hoop/t/te/ten geloof/t/de/den
        verzeker/t/de/den beloof/t beloofde/n suggereer/t/de/den adviseer/t/de/den kritiseer/t/de/den bekritiseer/t/de/den klaag/t/de/den klaagt klagen beschuldig/t/de/den eis/t/te/ten schat/te/ten bereken/t/de/den voorspel/t/de/den
        vroeg/en vraag/t citeer/t/de/den twitter/t/de/den noem/t/de/den spreek/t sprak/en geeft heet heeft_het weet wist betreur/t/de/den prijs/t prees looft dreig/t/de/den oordeel/t/de/den merk/t/te/ten merkt spreekt weerspreek/t weersprak
        meedeel/t/de/den aankondig/t/de/den toevoeg/t/de/den aangeef/t aangaf aangaven uitleg/t/de/den opmerk/t/te/ten bekendmaak/t/te/ten toegeef/t toegaf
        herinner/t/de/den verdedig/t/de/den vermoed/t/de/den motiveer/t/de/den argumenteer/t/de/den roep/t riep/en beschrijf/t beschreef omschrijf/t omschreef typeer/t/de
    """,
    quotes="""
        mompelt mompelde mompelden prevelt stamelt stamelde briest brieste ziet zag zien
        zucht/te/ten lach/t/te/ten fluister/t/de/den roep/t riep/en schreeuw/t/de/den grap/t/te schamper/t/de mopper/t/de jubel/t/de/den verzucht/te vervolg/t/de/den gaat ging besluit/t besloot begin/t begon vat vatte gniffel/t/de
        glimlach/t/te snik/t/te foeter/t/de brom/t/de
    """,
    participles="gezegd geschreven verteld benadrukt gevonden gedacht gesteld toegevoegd uitgelegd laten_weten aangegeven aangekondigd gewezen beweerd bevestigd erkend ontkend verklaard gemeld gewaarschuwd beloofd toegezegd gevraagd genoemd gesproken toegegeven opgemerkt bekendgemaakt geantwoord",
    auxiliaries="heeft hebben had hadden",
    particles="vol terug tegen in af bij over toe uit aan op weten erop mee door voort samen bekend",
    reflexives="zich",
    according="in_de_ogen_van in_de_visie_van in_de_optiek_van naar_het_oordeel_van naar_de_inschatting_van naar_de_overtuiging_van zoals_blijkt_uit volgens naar_eigen_zeggen_van in_de_woorden_van naar_de_mening_van",
    so="aldus",
    as_="zoals zo",
    infinitive="te",
    convinced="overtuigd",
    own_account="naar_eigen_zeggen",
    out_of="in uit",
    emerges="staat stond blijkt bleek",
    urges="riep/en roept roepen verzocht/en verzoekt verzoeken vroeg/en vraagt vragen verwijt/en verweet verweten beschuldigt/en beschuldigde/n spoort spoorde/n maant maande/n dringt drong/en waarschuwt waarschuwde/n beveelt beval/en raadt raadde/n",
    claimed="volgens_welke als_zou als_zouden",
    that="dat",
    according_his="volgens_hem volgens_haar zijns_inziens",
    this="met_deze_woorden met_die_woorden dat dit zo",
    whether="of",
    he="hij",
    she="zij ze",
    they="zij ze",
    first="ik wij we",
    articles="de het een 't zijn haar hun ons onze deze dit die dat verschillende enkele veel twee drie vier beide talloze alle oud-minister voormalig voormalige huidige nieuwe verantwoordelijk demissionair",
    of="van voor der bij",
    from_where="van bij aan",
    particles_of_names="el al ben ibn van de der den ter ten te het 't von la le du in 't",
    titles="meneer mevrouw dhr. mw. mr. dr. drs. ir. prof. ing.",
    again="speler speelster aanvaller doelman keeper verdediger middenvelder aanvoerder coach trainer acteur actrice schrijver schrijfster auteur kunstenaar kunstenares muzikant zanger zangeres regisseur architect econoom historicus onderzoeker onderzoekster politicus politica ondernemer boer weduwe",
    men="""
        Aad Adriaan Albert Alex Alexander André Anton Arend Arie Arjen Arnold Arthur Bart Bas Ben Bernard Bert Bob Boris Bram Casper Chris Christiaan Cor Cornelis Daan Daniël David Dennis Dick Diederik Dirk Eddy Edwin Eelco Emile Erik
        Erwin Evert Ferdinand Floris Frank Frans Fred Freek Frits Geert Gerard Gerben Gerrit Gert Gijs Guus Hans Harm Harry Hein Hendrik Henk Herman Hidde Hugo Jaap Jacob Jan Jasper Jeroen Jelle Jesse Jim Joep Johan Johannes Joost Joris
        Jos Kees Klaas Koen Lars Laurens Leo Lodewijk Lucas Luuk Maarten Marcel Marco Mark Martijn Martin Mathijs Matthijs Max Maurits Menno Michiel Mohamed Niels Nico Olaf Oscar Pascal Patrick Paul Peter Piet Pieter Rein Remco René Rik
        Rob Robert Roel Roelof Ronald Ruben Rudolf Ruud Sander Sebastiaan Sem Simon Sjoerd Stefan Steven Stijn Sven Teun Theo Thijs Thomas Tijn Tim Tom Ton Vincent Walter Willem Wim Wouter Youssef Abdel Abel Achmed Ahmed Albertus
        Aldert Ali Allard Alwin Amir Andries Anne-Jan Antonie Antonius Antoon Arjan Armand Armin Arno Arnoud Ate Auke Barend Barry Bastiaan Bauke Benjamin Benno Berend Bernd Bjorn Björn Boudewijn Brian Bruno Camiel Carel Carlo Caspar Cees
        Christian Christophe Clemens Coen Conrad Constantijn Cornelius Damian Danny Dave Derk Detmer Didier Dieter Dinand Dion Dirk-Jan Dries Driss Duco Durk Eddie Edgar Eduard Eelke Egbert Elmer Emiel Eric Ernst Ewoud Fabian Felix
        Fokke Fons Foppe Francis Frederik Friso Gabriel Geoffrey Gerald Gerhard Gerrie Gert-Jan Gerwin Gideon Gilles Giovanni Govert Guido Guillaume Gustaaf Haiko Hamza Hans-Peter Hayo Hedde Heiko Henk-Jan Henri Henry Herbert Hessel
        Hilbert Ibrahim Igor Ilias Imad Isaac Ivo Jacco Jack Jacques Jakob Jan-Kees Jan-Willem Jarno Jean Jean-Pierre Jeffrey Jelmer Jens Jitse Jochem Johnny Jonas Jonathan Jorn Jorrit Jozef Julian Julius Jurgen Jurjen Jurre Justin
        Kamiel Karel Karim Kasper Kevin Kjeld Klaas-Jan Kobus Koenraad Koos Kurt Laurent Leen Lennart Leon Levi Lieven Louis Lourens Luc Luca Ludo Maarten-Jan Maikel Manuel Marc Marijn Marinus Mario Marius Marnix Mart Marten Martinus
        Matthias Maurice Mees Mehmet Meindert Melle Melvin Michael Michel Mike Milan Mitchel Mohammad Mohammed Morris Mustafa Nathan Nick Niek Nils Noah Norbert Olivier Omar Onno Otto Paul-Jan Philip Philippe Pim Pjotr Quinten Rachid Raf
        Ralf Ralph Ramon Raoul Raymond Reinder Reinier Reinout Richard Rients Rikkert Rob-Jan Robbert Robbie Robin Rocco Roderick Roger Rogier Roland Roy Rutger Sam Samir Samuel Sebastian Seger Serge Siebe Siebren Sietse Simen Sipke
        Sjaak Sjef Sjors Steef Stef Stephan Sybren Sytze Taco Tako Tarik Ted Teunis Thierry Thijmen Thom Tiemen Timo Tjalling Tjeerd Tjibbe Tobias Toon Tristan Udo Valentijn Vic Victor Wesley Wiebe Wijnand Wilbert Wilco Wilfred Willem-Jan
        William Winston Wolter Wopke Xander Yannick Yassin Yuri Yves Zeno
    """,
    women="""
        Aafke Agnes Aleid Alice Alida Amber Andrea Anita Anja Anke Anna Anne Annelies Annemarie Annemiek Annet Anouk Ans Astrid Babette Barbara Bea Bianca Brenda Brigitte Carla Carolien Caroline Cecilia Charlotte Christina Claudia Connie
        Corine Corrie Daniëlle Diana Dieuwertje Dorien Elisabeth Ellen Els Elly Elsbeth Emma Esther Eva Evelien Fatima Femke Fenna Fleur Floor Francien Geertje Gerda Greet Hanneke Hannah Heleen Helena Henriëtte Hetty Ilse Ineke Inge
        Ingrid Irene Iris Janneke Jacqueline Jannie Jet Johanna Jolanda Josephine Joyce Judith Julia Karin Katja Kim Kirsten Laura Lea Lia Lies Liesbeth Lieke Linda Lisa Lisette Lotte Louise Lucie Maaike Manon Mara Margreet Margriet Maria
        Marianne Marieke Marijke Marjan Marjolein Marlies Marloes Martine Mieke Miriam Mirjam Monique Nadia Nathalie Nel Nicole Nienke Nina Noor Olga Patricia Paula Petra Pien Renate Renske Rianne Rita Roos Rosa Ruth Sabine Samira Sandra
        Sanne Sara Saskia Silvia Simone Sofie Sonja Sophie Stephanie Suzanne Sylvia Tessa Thea Tineke Truus Ursula Vera Veronique Wendy Wil Willemijn Wilma Yvonne Aagje Abby Ada Adinda Adriana Adrie Agatha Aicha Aisha Aleida Aletta
        Alexandra Alexia Alie Alies Alisa Allegonda Amal Amanda Amina Amira Amy Anaïs Angela Angelique Aniek Anika Ank Anna-Maria Annabel Anne-Marie Anneke Annelien Anneloes Annette Annika Antje Antoinette Antonia Ariane Ariëlle
        Arlette Aukje Beatrijs Beatrix Berber Berendina Bernadette Berta Bertha Betsy Betty Bieke Birgit Boukje Brechtje Britt Carice Carin Carina Carine Carlijn Carmen Carola Catharina Cato Celine Chantal Christa Christel Christianne
        Christine Cindy Claire Clara Clarissa Coby Conny Corina Corinne Cornelia Cynthia Dagmar Daisy Daphne Debbie Deborah Deirdre Denise Desirée Dianne Dieke Dina Doesjka Doortje Dorothea Doutzen Edith Eefje Eleonora Elien Eline Elisa
        Elise Elke Ella Elles Ellie Ellis Elma Elsje Elvira Emilie Emmy Erica Erika Ester Eveline Evi Ewa Fanny Farida Fieke Fien Floortje Frederike Frederique Froukje Gea Geesje Gerdien Germa Gerrie Gertrude Gina Ginette Gisela Gonny
        Grace Greetje Greta Grietje Gwen Hadewych Hanna Hanne Hannelore Hanny Harriet Hasna Hedwig Heidi Hendrika Henny Hester Hilda Hilde Hillie Hinke Ida Ien Imke Ina Indira Inez Ingeborg Inger Irena Irma Isa Isabel Isabelle Ivonne
        Jacintha Jacoba Jannetje Jannigje Jantien Jantine Jasmijn Jeanet Jeanette Jeanine Jeannette Jenneke Jennifer Jenny Jessica Jikke Jill Jo-Anne Joan Joanne Joke Jolien Jolijn Joosje Josien Josine Joukje Julie Juliette Jutta Kaat
        Karen Karien Karina Karla Karlijn Katelijne Kathleen Katinka Katrien Khadija Kitty Klaartje Klazina Koosje Kristel Kristien Kristina Lara Larissa Leen Leila Leni Leonie Leontien Lian Lidewij Lidy Lien Liesanne Lilian Lilly Lina
        Linde Liv Loes Loesje Lonneke Lotje Lucia Lydia Lynn Machteld Madeleine Madelief Magda Mandy Mareike Margo Margot Margreeth Margret Mariam Marian Marije Marika Marina Marit Marita Mariëlle Mariëtte Marja Marjo Marjolijn
        Marjorie Marleen Marlene Marlou Martha Marthe Martina Maud Maxime Mechteld Meike Melanie Melissa Merel Meryem Mia Michelle Mies Minke Minou Mirella Mirte Moniek Muriel Myrthe Nadine Naima Nancy Nanda Natasja Neeltje Nelleke Nelly
        Nettie Nicolette Nicolien Nine Nora Nynke Oda Olivia Paulien Pauline Pia Pleun Rachel Rachida Rebecca Reina Reinie Ria Riet Rietje Rineke Rinske Rosalie Rosanne Rosemarie Roxane Sabrina Sacha Sandy Sarah Sarina Selma Sharon
        Sibel Sien Sietske Sigrid Silvana Sofia Stien Susan Susanne Suze Sylvie Tamara Tanja Tatjana Tess Teuntje Tilly Tine Tinie Tjitske Toos Trees Treesje Trijntje Trudy Ulrike Valerie Vanessa Veerle Verena Victoria Viola Vivian
        Wanda Wieke Wiesje Wietske Wilhelmina Willeke Willy Xandra Yara Yasmina Yolanda Yvette Zoë Zwaantje
    """,
    his="meneer dhr. koning prins vader visser bisschop woordvoerder voorzitter_van",
    hers="mevrouw mw. koningin prinses moeder woordvoerster voorzitster directrice lerares schrijfster actrice zangeres onderzoekster",
    roles="""
        automobilist automobiliste
        penningmeester kassier caissière boekhouder oud-boekhouder griffier ambtenaar ambtenares medewerker medewerkster arbeider arbeidster metselaar
        elektricien loodgieter timmerman monteur taxichauffeur vrachtwagenchauffeur machinist conducteur piloot stewardess kokkin slager apotheker dierenarts
        chirurg tandarts psycholoog psychologe psychiater kinderarts verloskundige fysiotherapeut verpleger verpleegster wiskundige natuurkundige scheikundige
        sterrenkundige meteoroloog klimatoloog viroloog epidemioloog filosoof theoloog antropoloog archeoloog taalkundige bibliothecaris archivaris restaurator
        schilder schilderes beeldhouwer fotograaf fotografe componist componiste pianist pianiste danser danseres choreograaf producent scenarist presentator
        presentatrice verslaggever verslaggeefster redacteur redactrice uitgever dichter dichteres romanschrijver essayist magistraat notaris
        strafrechtadvocaat advocate ambassadeur consul diplomaat Kamerlid statenlid europarlementariër accountant adviseur adviseuse hotelier kastelein
        wijnboer imker herder boswachter redder brandweervrouw agente inspecteur brigadier sergeant luitenant soldaat veteraan vluchteling overlevende gewonde
        opa oma grootvader grootmoeder oom tante neef nicht zwager schoonzus schoonvader schoonmoeder verloofde partner vriend vriendin collega huurder
        huurster gepensioneerde werkloze leerling leerlinge promovendus conciërge non monnik abt kardinaal aartsbisschop rabbijn imam atleet atlete zwemmer
        zwemster wielrenner wielrenster tennisser tennisster schaatser schaatsster bokser scheidsrechter spits vleugelspeler beklaagde aangever
        man vrouw jongen meisje dame heer oudere passant voorbijganger tiener
        supporter aanvaller doelman verdediger middenvelder verdachte klant patiënt bakker kok restauranthouder winkelier veehouder fractieleider korpschef dijkgraaf
        *commandant *officier *kapitein *generaal *rechercheur *inspecteur *griffier *rechter *advocaat *brandweerman
        *coach *trainer *directeur *voorzitter *minister *wethouder *ster *woordvoerder *leider *chef *baas *speler *rijder *kundige *loog *meester *arts
        *agent *ondernemer *eigenaar *houder *bewoner *bewoonster
        minister staatssecretaris premier minister-president burgemeester rector decaan econoom wethouder gedeputeerde commissaris voorzitter vicevoorzitter directeur directrice woordvoerder woordvoerster secretaris hoofd chef leider kamerlid raadslid senator rechter
        officier advocaat arts dokter verpleegkundige hoogleraar professor econoom historicus socioloog deskundige expert onderzoeker onderzoekster wetenschapper bioloog ondernemer eigenaar eigenares oprichter oprichtster trainer coach
        bondscoach aanvoerder kandidaat lijsttrekker partijleider fractievoorzitter activist boer boerin visser leraar lerares student studente schrijver schrijfster auteur regisseur acteur actrice zanger zangeres journalist analist ingenieur
        architect kunstenaar kunstenares curator generaal kolonel commandant politieagent agent brandweerman buurman buurvrouw bewoner bewoonster getuige vader moeder zoon dochter broer zus weduwe man vrouw koning koningin paus bisschop
        pastoor dominee schipper bakker chauffeur coördinator manager bestuurder topman topvrouw ceo weerman
    """,
    organisations="""
        proces-verbaal vonnis dossier verslag notitie arrest
        document enquête studie audit
        ministerie gemeente politie regering rechtbank openbaar commissie partij vakbond vereniging bond universiteit instituut bank bedrijf groep agentschap krant dagblad omroep radio provincie raad comité kamer senaat stichting ziekenhuis
        rapport onderzoek verklaring peiling brief tekst brandweer leger kabinet college waterschap rijkswaterstaat Rijkswaterstaat ANP NOS CBS KNMI RIVM VVD PvdA CDA PVV NAVO VN FNV OM oppositie centrum dienst justitie
    """,
    groups="milieuorganisaties milieuactivisten voorstanders tegenstanders actievoerders stakers winkeliers ondernemers gebruikers passagiers toeschouwers fans gepensioneerden docenten leraren zorgverleners wetenschappers historici economen specialisten analisten rechters organisatoren bestuurders diplomaten militairen soldaten hulpverleners slachtoffers betogers veehouders bron bronnen ingewijden ooggetuigen omstanders omwonenden betrokkenen kenners werknemers medewerkers collega's leerlingen studenten reizigers supporters klanten huurders deskundigen onderzoekers bewoners getuigen autoriteiten vakbonden artsen rechercheurs buren ouders vissers boeren advocaten critici waarnemers media bronnen nabestaanden experts",
    prepositions="aan achter bij binnen boven buiten door gedurende in met na naar naast om onder ondanks op over per sinds te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit via voor voorbij wegens zonder rond volgens richting",
    conjunctions="en of maar want dus omdat doordat als wanneer terwijl hoewel zodat dat toen totdat voordat nadat noch",
    relatives="die dat wie wat welke waar wiens",
    adverbs="""
        kort kortweg resoluut fel scherp eerlijk openhartig nuchter droog boos trots lachend glimlachend zichtbaar stellig ferm kritisch voorzichtig opgelucht bezorgd verontwaardigd
        gevraagd gepolst
        eraan daaraan hieraan erbij hierbij ervan daarvan hiervan erop hierop erover hierover erin daarin hierin ertegen daartegen ertoe daartoe hiertoe eruit daaruit hieruit ermee daarmee hiermee
        ook nog dan toen nu hier daar zo niet nooit altijd vandaag gisteren later eerder onlangs echter evenwel slechts alleen zelfs eindelijk vervolgens bovendien wel al weer opnieuw duidelijk openlijk hem haar hen hun ons mij me er
        daarop daarbij daarover daarnaast tegelijk tevens desgevraagd
    """,
    times="""
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maandagavond dinsdagavond woensdagavond donderdagavond vrijdagavond zaterdagavond zondagavond maandagochtend dinsdagochtend woensdagochtend gisteren vandaag morgen
        eergisteren ochtend avond middag nacht januari februari maart april mei juni juli augustus september oktober november december week maand jaar dagen vorige afgelopen gisteravond vanochtend vanavond
    """,
    months="januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept oktober/okt november/nov december/dec",
    weekdays="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    today="vandaag",
    yesterday="gisteren",
    coming="komende volgende aanstaande",
    other_days="sinds tot vanaf voor na tussen",
    abbreviations="dhr mw mr dr drs ir prof ing st nr blz bijv enz ca jl a.s art str tel mln mld o.a",
    nouns_upper=False,
    verb_last=True,
    sayings="reactie commentaar conclusie antwoord boodschap advies oordeel samenvatting verklaring",
)

"""French."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="fr",
    name="French",
    endings={
        "er": ("e ent a èrent ait aient", "é ée és ées", "ant"),
        "cer": ("ce cent ça cèrent çait çaient", "cé cée cés cées", "çant"),
        "ger": ("ge gent gea gèrent geait geaient", "gé gée gés gées", "geant"),
        "ir": ("it issent irent issait", "i ie is ies", "issant"),
        "re": ("d dent dit dirent dait daient", "du", "dant"),
    },
    says="""
        jure jurent dévoile dévoilent clarifie relate relatent confesse relève prédit prédisent menace menacent
        répète répètent répétait estime estiment prévoi/t/ent
        contest+er reproch+er réfut+er
        tacl+er étrill+er raill+er vilipend+er fustig+er plaid+er lou+er vant+er dédramatis+er relativis+er minimis+er réclam+er exig+er propos+er martel+er
        théoris+er philosoph+er constat+er remarqu+er analys+er décrypt+er énumér+er énumère avan+cer formul+er adress+er invoqu+er revendiqu+er évoqu+er
        recommand+er suppli+er implor+er apostroph+er interpell+er vitupér+er harangu+er bafouill+er hasard+er oppos+er object+er
        indign+er s_indigne
        déclar+er affirm+er expliqu+er ajout+er précis+er soulign+er assur+er estim+er indiqu+er racont+er not+er observ+er confi+er insist+er rapport+er
        confirm+er avou+er reconnaiss/ait reconnaît reconnut signal+er rappel+er rappelle rappellent révèle révèlent révél+er dénonc+er annon+cer lan+cer martel+er martèle jug+er considèr/e/ent considér+er
        répèt/e/ent répét+er répliquer répliqu+er rétorqu+er plaid+er argument+er témoign+er commentait comment+er résum+er regrett+er déplor+er critiqu+er accus+er
        admet admettent admit admettait promet promettent promit soutient soutiennent soutint soutenait maintient maintint prévient préviennent prévint prévenait écrit écrivent écrivit écrivait
        dit disent disait disaient répond répondent répondit répondait détaill+er pens+er croit croient croyait sugg/ère/èrent suggér+er espère espèrent espér+er redout+er craint craignent craignait
        demand+er interrog+er prétend prétendent prétendait nie nient niait démen/t/tent/tit conclut concluent concluait fait font fit réagit réagissent avertir avert+ir garant+ir
        évoqu+er mentionn+er pronostiqu+er calcul+er rassur+er résum+er pointe pointent pointait poursuit poursuivent poursuivit reprend reprennent reprit
        clam+er lâch+er alert+er proclam+er certifi+er atteste attestent lit tweet+er conten/te qualifi+er décri/t/vent
    """,
    quotes="""
        voit voient voyait vit
        tance
        jubil+er triomph+er s_agace s_alarme s_emporte se_lamente se_moque se_réjouit assène/nt asséna assén+er éclat+er rugit grogn+er marmonn+er bougonn+er
        lâch+er peste tonn+er gronde
        s'indigne s'inquiète s'exclame s'étonne s'emporte s'agace s'amuse s'insurge s'enthousiasme s'interroge s'écrie se_félicite se_réjouit se_désole se_souvient se_défend
        indign+er inquièt/e/ent inquiét+er exclam+er étonn+er emport+er aga+cer amus+er insur+ger enthousiasm+er désol+er félicit+er réjou+ir souvient souvenait défend défendait
        plaisant+er souffl+er soupir+er murmur+er chuchot+er hurl+er cri+er écri+er ironis+er tempêt+er fulmin+er gliss+er tranch+er balai/e balay+er râl+er pest+er sourit rit continu+er enchaîn+er tempèr/e tempér+er nuan+cer
        conseill+er préconis+er justifi+er salu+er appelle appell+er
    """,
    participles="dit écrit répondu admis promis soutenu maintenu prévenu reconnu démenti nié conclu fait poursuivi repris cru pensé réagi rappelé révélé craint décrit souvenu défendu averti garanti appelé demandé",
    gerunds="disant écrivant répondant soutenant promettant prévenant reconnaissant concluant",
    auxiliaries="a ont avait avaient aura est sont était a-t-il a-t-elle a-t-on ont-ils ont-elles avait-il avait-elle s'est s'était est-il est-elle",
    reflexives="s' se lui leur nous me y en l' m' ne n'",
    according="""
        selon d'après d'après_les_mots_de de_l'aveu_de de_l'aveu_même_de du_propre_aveu_de à_en_croire aux_dires_de aux_yeux_de de_l'avis_de au_dire_de pour suivant
    """,
    so="selon dixit",
    as_="comme ainsi_que",
    infinitive="avoir être vouloir pouvoir devoir savoir ignorer faire craindre regretter comprendre disposer attendre espérer",
    convinced="convaincu convaincue convaincus persuadé persuadée persuadés certain certaine sûr sûre",
    own_account="selon_ses_propres_dires selon_ses_propres_mots de_son_propre_aveu",
    out_of="de du des d'",
    emerges="ressort ressortait",
    urges="accus+er appelle/nt appel+er exhort+er invit+er somm+er press+er enjoint enjoignent pri+er encourag+er incit+er conjur+er suppli+er demand+er convie/nt convi+er reproch+er soupçonn+er ordonn+er interdit défi+er suspect+er",
    to_do="à de d'",
    claimed="selon_lesquelles selon_laquelle selon_lequel selon_lesquels",
    that="que qu'",
    according_his="à_ses_yeux à_son_avis",
    this="par_ces_mots avec_ces_mots sur_ces_mots en_ces_termes ainsi",
    whether="si s'",
    he="il",
    she="elle",
    they="ils elles on",
    first="je j' nous",
    clitics="il elle on ils elles",
    articles="""
        le la l' les un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs certains certaines quelques deux trois quatre tous toutes
        ancien ancienne jeune
    """,
    of="de du des d' à_la en_chef par chargé chargée aux à",
    from_where="de du à chez",
    particles_of_names="de du des le la d' von van ben el al",
    titles="M. Mme MM. Mmes Mlle Me Dr Pr monsieur madame maître docteur",
    again="quadragénaire quinquagénaire sexagénaire trentenaire septuagénaire élu élue joueur joueuse attaquant défenseur gardien milieu coach entraîneur entraîneuse technicien comédien comédienne acteur actrice romancier romancière écrivain écrivaine auteur autrice artiste musicien musicienne chanteur chanteuse réalisateur réalisatrice architecte économiste historien historienne chercheur chercheuse médecin agriculteur agricultrice retraité retraitée patron patronne veuve",
    men="""
        Adrien Alain Alexandre Alexis André Antoine Arnaud Arthur Aurélien Baptiste Benjamin Benoît Bernard Bertrand Bruno Cédric Charles Christian Christophe Claude Clément Cyril Damien Daniel David Denis Didier Dominique Édouard
        Emmanuel Eric Éric Étienne Fabien Fabrice Florent François Franck Frédéric Gabriel Gaël Georges Gérald Gérard Gilles Grégoire Grégory Guillaume Gérôme Guy Henri Hervé Hugo Jacques Jean Jean-Baptiste Jean-Claude Jean-François
        Jean-Jacques Jean-Luc Jean-Marc Jean-Michel Jean-Paul Jean-Pierre Jérôme Jérémy Joël Joseph Julien Karim Kevin Laurent Léo Loïc Louis Luc Lucas Marc Marcel Martin Mathieu Matthieu Maxime Mehdi Michel Mohamed Nicolas Olivier Pascal
        Patrice Patrick Paul Philippe Pierre Raphaël Raymond Rémi Rémy René Robert Roger Romain Samuel Sébastien Serge Simon Stéphane Sylvain Théo Thibault Thierry Thomas Victor Vincent Xavier Yann Yannick Yves Yohan Ahmed Rachid Samir
        Abdel Achille Adam Aimé Alban Ali Aloïs Ambroise Anatole André-Pierre Anthony Antonin Armand Auguste Axel Aymeric Bachir Barnabé Basile Bastien Boris Brice Charlie Charly Cyprien Cyrille César Dany Diego Dimitri Donatien
        Dorian Dylan Edgar Edouard Elie Eloi Emilien Enzo Erwan Ethan Eugène Evan Faouzi Farid Ferdinand Fernand Firmin Flavien Florian Francky Félix Gabin Gaspard Gaston Gatien Gauthier Gautier Gaëtan Germain Gildas Goulven Guilhem
        Gustave Guénolé Gwenaël Hakim Hamid Hector Hippolyte Honoré Hugues Ibrahim Ilan Isaac Ismaël Ivan Jacky Jean-Charles Jean-Christophe Jean-Louis Jean-Marie Jean-Noël Jean-Philippe Jean-Yves Joachim Jocelyn Johan Jonas Jonathan
        Jordan Joris Josselin Jules Justin Jérémie Kamel Killian Kévin Ladislas Lazare Lilian Lionel Loris Louis-Marie Luca Lucien Ludovic Léandre Léon Léonard Léopold Malik Malo Manuel Marceau Marius Martial Mathias Mathis Mathurin
        Mathéo Matéo Maurice Max Maxence Maël Melchior Mickaël Morgan Moussa Nabil Narcisse Nathan Nathanaël Noé Octave Omar Oscar Ousmane Paul-Henri Pierre-Yves Pierrick Quentin Rafaël Raoul Rayan Renaud Richard Robin Rodolphe
        Rodrigue Roland Roman Romaric Romuald Ronan Régis Sacha Salim Sami Samy Saïd Sofiane Stanislas Steven Séverin Tancrède Tanguy Thibaud Thibaut Théodore Théophile Tibère Timothée Titouan Tom Tony Tristan Ugo
        Valentin Valère Valéry Vianney Virgile Vivien Wilfried William Yacine Yanis Yoann Youssef Yvan Yvon Zacharie Zinedine Élie Éliott Éloi Émeric Émilien
    """,
    women="""
        Adèle Agathe Agnès Alexandra Alice Aline Amandine Amélie Anaïs Anne Anne-Marie Annie Audrey Aurélie Béatrice Brigitte Camille Carine Caroline Catherine Cécile Céline Chantal Charlotte Chloé Christelle Christine Claire Clara
        Claudine Clémence Colette Coralie Corinne Danielle Delphine Denise Diane Dominique Édith Élisabeth Elsa Émilie Emma Estelle Eva Ève Évelyne Fabienne Fanny Fatima Florence France Françoise Gaëlle Geneviève Ghislaine Gisèle Hélène
        Inès Irène Isabelle Jacqueline Jeanne Jeannine Joëlle Josiane Judith Julie Juliette Justine Karine Laetitia Laura Laure Laurence Léa Leïla Liliane Louise Lucie Lydie Madeleine Manon Margaux Margot Marguerite Marie Marie-Claude
        Marie-Laure Marine Marion Marlène Martine Mathilde Maud Mélanie Michèle Mireille Monique Muriel Myriam Nadia Nadine Naïma Nathalie Nicole Noémie Odile Océane Pascale Patricia Paulette Pauline Rachel Régine Rose Roseline Sabine
        Samia Sandra Sandrine Sarah Simone Solange Sonia Sophie Stéphanie Suzanne Sylvie Thérèse Valérie Vanessa Véronique Virginie Viviane Yasmina Yvette Zoé Adeline Adélaïde Aglaé Albane Alexia Alix Alizée Aliénor Alma Amina Anastasia
        Andrée Angèle Angélique Anissa Anita Anne-Laure Anne-Lise Anne-Sophie Annick Anouk Antoinette Apolline Ariane Arlette Armelle Assia Astrid Athénaïs Aude Augustine Axelle Aïcha Aïssatou Barbara Bathilde Berthe Blanche
        Blandine Bénédicte Bérangère Bérénice Candice Capucine Carmen Carole Cassandre Charline Charlène Chimène Christiane Clarisse Clothilde Clotilde Clélia Clémentine Cléo Corentine Cynthia Céleste Célestine Célia Danièle
        Daphné Dorothée Déborah Edith Eliane Elisa Elise Elodie Eloïse Elvire Eléonore Emeline Emilie Emmanuelle Enora Esther Eugénie Eulalie Evelyne Fantine Fatou Faustine Fernande Flavie Flora Floriane Francine Frédérique
        Félicie Félicité Gabrielle Georgette Germaine Gilberte Gwenaëlle Gwenola Géraldine Hanna Henriette Hermine Honorine Hortense Huguette Héloïse Ilona Ingrid Iris Isaure Ivana Jacinthe Jade Jana Jeanine Jehanne Jennifer Jessica
        Joanna Jocelyne Johanna Jordane Josette Joséphine Julia Juliane Karima Katell Kenza Khadija Lauriane Laurie Leslie Lila Lilou Lina Linda Lise Lola Loraine Lorraine Lou Louane Louisa Luce Lucette Lucienne Lucile Ludivine Lya
        Lydia Lyse Lætitia Léna Léonie Maddie Magali Malika Mariane Marianne Marie-Christine Marie-Claire Marie-France Marie-Hélène Marie-Line Marie-Louise Marie-Noëlle Marie-Pierre Marie-Thérèse Marielle Mariette Marilyne Marina
        Marjolaine Marjorie Marthe Maryse Maryvonne Maude Maya Maéva Maëlle Maëlys Maïté Maïwenn Morgane Mélina Mélissa Mélodie Nadège Natacha Nelly Nina Ninon Nolwenn Nora Odette Olga Ophélie Oriane Paule Perrine Philippine
        Priscille Pénélope Rachida Raïssa Renée Rokhaya Rolande Romane Rosalie Roxane Sabrina Salomé Sibylle Sixtine Soline Solveig Solène Soraya Suzette Sybille Sylviane Ségolène Séverine Tatiana Tiphaine Valentine
        Victoria Violaine Violette Wassila Yasmine Yaëlle Yolande Yvonne Éliane Élisa Élise Élodie Éloïse Éléonore Émeline Éva
    """,
    his="M. monsieur président directeur maire préfet ministre-président avocat sénateur député chercheur professeur patron roi prince père entraîneur adjudant boulanger agriculteur conseiller fondateur procureur",
    hers="Mme madame Mlle présidente directrice mairesse préfète avocate sénatrice députée chercheuse professeure patronne reine princesse mère entraîneuse conseillère fondatrice procureure ministre_de_la_culture agricultrice boulangère",
    roles="""
        automobiliste motard
        trésorier trésorière caissier caissière greffier greffière comptable recteur rectrice dirigeant dirigeante fonctionnaire employé employée ouvrier
        ouvrière maçon électricien plombier menuisier mécanicien garagiste chauffeur chauffeuse routier conducteur conductrice cheminot pilote hôtesse steward
        cuisinière pâtissier pâtissière boucher bouchère libraire pharmacien pharmacienne vétérinaire chirurgien chirurgienne dentiste psychologue psychiatre
        pédiatre sage-femme kinésithérapeute aide-soignant aide-soignante urgentiste mathématicien physicien physicienne chimiste astronome météorologue
        climatologue virologue épidémiologiste immunologue philosophe théologien anthropologue archéologue linguiste bibliothécaire archiviste peintre
        sculpteur sculptrice photographe compositeur compositrice pianiste violoniste danseur danseuse chorégraphe producteur productrice scénariste envoyé
        envoyée rédacteur rédactrice éditeur éditrice poète poétesse romancier romancière essayiste magistrat magistrate notaire pénaliste ambassadeur
        ambassadrice consul diplomate secrétaire_d'État sous-préfet sous-préfète eurodéputé eurodéputée parlementaire édile liquidateur consultant consultante
        manager hôtelier hôtelière vigneron vigneronne apiculteur apicultrice berger bergère maraîcher maraîchère bûcheron ostréiculteur sauveteur secouriste
        policière brigadier inspecteur inspectrice sergent soldat vétéran réfugié réfugiée migrant rescapé rescapée survivant survivante blessé grand-père
        grand-mère oncle tante neveu nièce cousin cousine beau-frère belle-sœur fiancé fiancée compagnon compagne ami amie collègue locataire copropriétaire
        retraité retraitée chômeur lycéen lycéenne collégien élève doctorant doctorante concierge moine abbé cardinal archevêque athlète nageur nageuse
        cycliste skieur skieuse boxeur arbitre latéral ailier président_du_club suspect suspecte
        homme femme garçon fille dame jeune passant passante riverain riveraine habitant habitante octogénaire nonagénaire élu élue
        supporter attaquant attaquante gardien gardienne défenseur milieu buteur accusé accusée prévenu prévenue plaignant plaignante client cliente patient patiente boulanger boulangère cuisinier restaurateur restauratrice commerçant commerçante éleveur éleveuse
        ministre maire préfet préfète président présidente directeur directrice porte-parole secrétaire chef cheffe responsable avocat avocate député députée sénateur sénatrice procureur procureure juge
        chercheur chercheuse professeur professeure économiste historien historienne sociologue expert experte spécialiste patron patronne gérant gérante propriétaire fondateur fondatrice entraîneur sélectionneur capitaine
        conseiller conseillère adjoint adjointe élu élue candidat candidate militant militante syndicaliste agriculteur agricultrice pêcheur médecin infirmier infirmière enseignant enseignante instituteur étudiant étudiante
        écrivain auteur auteure autrice réalisateur réalisatrice acteur actrice chanteur chanteuse journaliste éditorialiste analyste ingénieur ingénieure architecte artiste conservateur conservatrice général colonel commandant
        lieutenant commissaire policier pompier voisin voisine habitant habitante témoin père mère fils fille frère sœur veuve mari épouse roi reine pape évêque curé imam rabbin commerçant commerçante boulanger boulangère
        délégué déléguée coordinateur coordinatrice animateur animatrice gendarme chercheur rapporteur rapporteure premier
    """,
    organisations="""
        procès-verbal jugement dossier arrêté arrêt mémo courrier
        rapport enquête étude document audit
        ministère mairie préfecture police gendarmerie parquet tribunal cour commission parti syndicat association fédération université institut banque société groupe entreprise agence journal quotidien chaîne radio
        gouvernement assemblée sénat conseil comité direction collectif fondation hôpital rapport étude communiqué enquête sondage lettre texte observatoire cabinet région département commune ville État Élysée Matignon AFP ONU OMS
        INSEE CGT CFDT SNCF EDF Insee opposition union office centre
    """,
    groups="écologistes défenseurs opposants partisans militants salariés grévistes commerçants clients usagers passagers voyageurs spectateurs supporters retraités étudiants lycéens enseignants soignants infirmiers historiens économistes spécialistes analystes juges magistrats organisateurs responsables dirigeants diplomates militaires soldats sauveteurs victimes enquêtrices gendarmes policiers journalistes scientifiques agents sources témoins riverains proches enquêteurs experts chercheurs habitants riverains témoins autorités syndicats élus médecins enquêteurs pompiers voisins parents pêcheurs agriculteurs avocats critiques observateurs médias sources proches manifestants secours",
    prepositions="""
        à au aux avec chez contre dans de depuis derrière dès devant durant en entre envers hors jusque jusqu' malgré par parmi pendant pour sans sauf selon sous sur vers lors auprès face après avant afin suite via du des d' dans
    """,
    conjunctions="et ou mais donc or ni car que qu' lorsque lorsqu' quand si puisque puisqu' comme tandis alors afin bien",
    relatives="qui que qu' dont où lequel laquelle lesquels lesquelles quoi",
    adverbs="""
        savoir remarquer observer valoir
        ensuite aussi encore ainsi enfin alors toutefois cependant pourtant notamment également déjà d'emblée plus tôt tard récemment finalement ne pas jamais rien y en lui leur nous me quant toujours souvent même simplement clairement
        volontiers aussitôt d'abord puis là ici longuement sobrement fièrement immédiatement officiellement publiquement
    """,
    times="""
        lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain avant-hier matin soir midi après-midi nuit janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        semaine mois année an ans jours dernier dernière
    """,
    months="janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc",
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    today="aujourd'hui",
    yesterday="hier",
    coming="prochain prochaine",
    other_days="depuis jusqu'au jusque avant après dès entre du au",
    abbreviations="m mm dr pr me st ste av bd env janv févr avr juil sept oct nov déc cf etc p vol art min sec",
    sayings="réponse réaction commentaire mot mots constat verdict message phrase explication conclusion analyse appel credo conseil résumé bilan",
)

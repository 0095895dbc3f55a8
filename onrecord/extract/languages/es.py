"""Spanish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="es",
    name="Spanish",
    endings={
        "ar": ("a an ó aron aba aban ará", "ado", "ando"),
        "car": ("ca can có caron caba", "cado", "cando"),
        "zar": ("za zan zó zaron zaba", "zado", "zando"),
        "er": ("e en ió ieron ía ían", "ido", "iendo"),
        "ir": ("e en ió ieron ía ían", "ido", "iendo"),
    },
    says="""
        prometen refiere refirió tranquiliza confiesa confía bromea amenaza amenazó
        prevé prevén preveía previó estim+ar sospech+ar intuy/e/ó deduc/e/en comprob/ó recalc+ar remarc+ar mati/za/zó/zaron puntuali/za/zó/zaron vaticin+ar augur+ar reiter+ar repit/e/en repiti/ó/eron pronostic+ar
        abog+ar alab+ar aleg+ar alud+ir analiz+ar aprob+ar aport+ar asever+ar autoriz+ar clam+ar conden+ar constat+ar cuestion+ar deploró deplor+ar desvel+ar
        dictamin+ar diagnostic+ar elogi+ar enumer+ar esgrim+ir especific+ar estall+ar exhort+ar expres+ar fustig+ar ilustr+ar inst+ar jur+ar justific+ar
        juzg+ar marc+ar meditó narr+ar notific+ar objet+ar observ+ar pact+ar ponder+ar postul+ar predic+ar present+ar proclam+ar propugn+ar protest+ar
        razon+ar rebat+ir reflexion+ar refut+ar reivindic+ar rememor+ar reproch+ar repuso respald+ar retruc+ar salud+ar suplic+ar tach+ar test+ar tild+ar
        trasladó urg+ir agradec/e/ió
        afirm+ar declar+ar señal+ar asegur+ar coment+ar añad+ir anunci+ar manifest+ar explic+ar indic+ar destac+ar record+ar apunt+ar relat+ar subray+ar confes+ar critic+ar lament+ar denunci+ar
        respond+er argument+ar precis+ar aclar+ar confirm+ar inform+ar detall+ar remarc+ar recalc+ar agreg+ar apost+ar celebr+ar consider+ar opin+ar valor+ar enfatiz+ar plante+ar acus+ar reclam+ar exig+ir revel+ar
        pregunt+ar contest+ar replic+ar insist+ir coincid+ir report+ar public+ar alert+ar avis+ar vaticin+ar pronostic+ar calcul+ar estim+ar resum+ir zanj+ar descart+ar neg+ar neg/ó niega niegan rechaz+ar desmint/ió desmiente avanz+ar
        concret+ar matiz+ar puntualiz+ar garantiz+ar ratific+ar reiter+ar sentenci+ar testific+ar confi+ar deline/ó admit+ir admit/e
        cuenta cuentan contó contaron contaba recuerda recuerdan advierte advierten advirtió advirtieron sostiene sostienen sostuvo sostuvieron reconoce reconocen reconoció reconocieron dice dicen dijo dijeron decía dirá
        escribe escriben escribió escribieron mantiene mantienen mantuvo promete prometió prometieron sugiere sugirió concluye concluyó concluyeron cree creen creía teme temen temió espera esperan piensa piensan
        prometía defiende defienden defendió expone expuso expusieron arguye arguyó predijo propone propuso hizo hace llamó calificó califica describió describe habló habla
    """,
    quotes="""
        ve ven vio vieron veía
        arremete arremetió susurra susurró
        bromé+ar brome/ó ironiz+ar exclam+ar grit+ar suspir+ar murmur+ar ri/o ríe sonríe lanz+ar espet+ar solt+ar suelta dispar+ar prosigu/e/ió prosiguió continú/a/an continu+ar sigue siguió quej+ar se_queja
        felicit+ar indign+ar enfad+ar sinceró sincera remat+ar apostill+ar pidi/ó pide piden pidieron aconsej+ar recomend+ar recomienda recomiendan
    """,
    participles="dicho escrito advertido sostenido reconocido contado recordado mantenido prometido sugerido concluido expuesto propuesto defendido pedido hecho desmentido negado llamado descrito hablado",
    gerunds="diciendo escribiendo advirtiendo sosteniendo pidiendo",
    auxiliaries="ha han había habían habría haya",
    reflexives="se lo le les la nos me",
    according="a_ojos_de a_los_ojos_de al_decir_de a_decir_de según de_acuerdo_con de_acuerdo_a en_opinión_de en_palabras_de a_juicio_de para segun conforme_a",
    so="según",
    as_="según como tal_como tal_y_como",
    infinitive="haber estar ser tener querer poder saber desconocer sentirse sentir temer creer confiar conocer",
    convinced="convencido convencida convencidos seguro segura seguros",
    own_account="según_sus_propias_palabras",
    out_of="de del",
    emerges="desprende desprendía deduce",
    urges="acus+ar inst+ar exhort+ar llam+ar invit+ar pide/n pidió pidieron pedido conmin+ar anim+ar urg+ir reproch+ar culp+ar responsabiliz+ar emplaz+ar convoc+ar reclam+ar suplic+ar tach+ar",
    to_do="a de",
    claimed="según_las_cuales según_los_cuales según_la_cual según_el_cual de_que",
    that="que",
    according_his="en_su_opinión a_su_juicio en_sus_palabras",
    this="con_estas_palabras con_esas_palabras en_estos_términos con_esta_frase así lo eso esto",
    whether="si",
    he="él este aquel",
    she="ella esta",
    they="ellos ellas",
    first="yo nosotros nosotras",
    articles="el la los las un una unos unas lo su sus este esta estos estas ese esa nuestro nuestra varios varias algunos algunas muchos muchas dos tres cuatro ambos ambas ex exministro primer primera propio propia joven otro otra",
    of="de del en_funciones para",
    from_where="de del en",
    particles_of_names="de del la las los y da dos van von al",
    titles="señor señora don doña sr sra sr. sra. dr. dra. D. Dña. doctor doctora fray padre sor",
    again="jugador jugadora delantero portero defensa centrocampista capitán técnico entrenador entrenadora actor actriz escritor escritora novelista autor autora artista músico cantante cineasta arquitecto arquitecta economista historiador historiadora investigador investigadora político política dirigente empresario empresaria agricultor jubilado jubilada viuda",
    men="""
        Adrián Agustín Alberto Alejandro Alfonso Alfredo Álvaro Andrés Ángel Antonio Arturo Benito Bernardo Carlos César Claudio Cristian Cristóbal Daniel Darío David Diego Domingo Eduardo Emilio Enrique Ernesto Esteban Eugenio Federico
        Felipe Félix Fernando Francisco Gabriel Gerardo Germán Gonzalo Guillermo Gustavo Héctor Hugo Ignacio Iker Íñigo Isaac Ismael Iván Jacinto Jaime Javier Jesús Joaquín Jordi Jorge José Josep Juan Julián Julio Leandro Leonardo Lorenzo
        Luis Manuel Marcelo Marcos Mariano Mario Martín Mateo Matías Mauricio Miguel Moisés Nicolás Óscar Pablo Pascual Patricio Pau Pedro Rafael Ramiro Ramón Raúl Ricardo Roberto Rodrigo Rogelio Román Rubén Salvador Samuel Santiago Saúl
        Sebastián Sergio Simón Tomás Unai Valentín Vicente Víctor Xavier Luca Borja Aarón Abel Abelardo Adolfo Adán Aitor Albert Aldo Alejo Amadeo Amador Ander Andreu Anselmo Antoni Aníbal Ariel Armando Arnau Asier Augusto Aurelio
        Baltasar Bartolomé Basilio Beltrán Benigno Benjamín Bernat Blas Braulio Bruno Camilo Carles Carmelo Cayetano Cecilio Celestino Ciro Cosme Damián Efraín Eladio Eliseo Eloy Elías Emiliano Eneko Enric Eusebio Evaristo
        Ezequiel Fabio Fabián Facundo Feliciano Fermín Ferran Fidel Florencio Florentino Francesc Froilán Gael Gaspar Genaro Gerard Gervasio Gilberto Ginés Gorka Gregorio Guillem Heriberto Hernán Higinio Hilario Honorio Horacio Humberto
        Ian Ibai Ibon Ignasi Igor Imanol Ireneo Isaías Isidoro Isidro Israel Ivo Jacobo Jairo Jaume Jenaro Jeremías Jerónimo Joan Joel Jon Jonás Josu Julen Kepa Koldo Ladislao Lautaro Leoncio Leopoldo Lisandro Lluís
        Lucas Luciano Lucio Lázaro Macario Manel Manolo Marc Marcelino Marcial Marco Martí Maties Mauro Maximiliano Melchor Mikel Miquel Máximo Nahuel Narciso Nemesio Nicanor Nicasio Nicolau Nil Norberto Néstor Octavio Oier Omar
        Oriol Osvaldo Oswaldo Pasqual Patxi Paulino Pelayo Pepe Pere Plácido Pol Quim Quintín Raimundo Regino Remigio René Rigoberto Rodolfo Romualdo Roque Rosendo Rufino Ruperto Sancho Saturnino Sergi Severino
        Silvestre Silvio Sixto Tadeo Telmo Teo Teodoro Tirso Tobías Toni Toribio Ulises Urbano Valeriano Valerio Vicent Vicenç Virgilio Wenceslao Wilfredo Wilson Xabier Xavi Yago Yeray Zacarías
    """,
    women="""
        Adriana Alba Alejandra Alicia Almudena Amalia Amparo Ana Ángela Ángeles Antonia Araceli Aurora Beatriz Belén Berta Blanca Candela Carla Carlota Carmen Carolina Catalina Cecilia Celia Clara Claudia Concepción Consuelo Cristina
        Daniela Diana Dolores Elena Elisa Elsa Elvira Emilia Encarnación Esperanza Esther Estela Eugenia Eva Fátima Fernanda Francisca Gabriela Gloria Graciela Guadalupe Helena Inés Irene Isabel Josefa Juana Judith Julia Laura Leonor
        Leticia Lidia Lola Lorena Lourdes Lucía Luisa Luz Macarena Magdalena Manuela Mar Marcela Margarita María Mariana Marina Marta Martina Matilde Mercedes Miriam Mónica Montserrat Nadia Natalia Nerea Noelia Nuria Olga Paloma Patricia
        Paula Paz Pilar Raquel Regina Remedios Rocío Rosa Rosalía Rosario Ruth Sandra Sara Silvia Sofía Sonia Soledad Susana Teresa Valentina Valeria Verónica Victoria Virginia Yolanda Abigail Ada Adela Adelaida Aida Ainara
        Ainhoa Aitana Alexia Alma Amaia Amanda Amaya Amelia Anabel Analía Anastasia Andrea Ane Antonella Arantxa Arantza Ariadna Aroa Aurelia Azahara Azucena Begoña Belinda Benita Bibiana Brenda Brígida Bárbara Camila
        Candelaria Carme Carmela Carmiña Casandra Cayetana Celeste Chantal Chelo Clotilde Concha Dalia Delfina Delia Dora Dorotea Débora Edurne Eleonora Eloísa Ema Emma Encarna Enriqueta Ernestina Esmeralda Estefanía
        Eulalia Evangelina Fabiola Felisa Fina Flavia Flora Florencia Fuensanta Gema Genoveva Georgina Gisela Gladys Greta Herminia Hilda Hortensia Ida Idoia Ileana Inmaculada Iris Irma Isidora Itziar Ivana Ivonne Izaskun
        Jacinta Jana Jazmín Jennifer Jessica Jimena Joana Joaquina Josefina Judit Juliana Julieta Karina Karla Laia Lara Leire Liliana Lina Loreto Luciana Lucrecia Lía Maite Malena Mara Maribel Maricarmen Mariela Mariona Marisa
        Marisol Maura Mayte Mercè Micaela Mireia Miren Mireya Montse Míriam Naiara Nicolasa Nines Noa Noemí Nora Norma Núria Obdulia Ofelia Olalla Olimpia Olivia Oriana Pamela Paola Pastora Paulina Petra
        Priscila Queralt Ramona Rebeca Romina Rosaura Roser Roxana Rufina Sabina Salomé Samanta Saray Selena Serafina Soraya Tamara Tania Tatiana Teodora Tomasa Vanesa Vanessa Vera Vicenta Violeta
        Viviana Xiomara Yaiza Zaida Zaira Zoe Zulema Águeda Úrsula
    """,
    his="señor don alcalde presidente consejero concejal ministro director portavoz_del diputado senador juez médico profesor rey príncipe padre entrenador vecino empresario obispo papa",
    hers="señora doña alcaldesa presidenta consejera concejala ministra directora diputada senadora jueza médica profesora reina princesa madre entrenadora vecina empresaria",
    roles="""
        tesorero tesorera cajero cajera contable secretario_judicial rector rectora funcionario funcionaria empleado empleada obrero obrera albañil
        electricista fontanero carpintero mecánico taxista camionero conductor conductora maquinista piloto azafata pastelero carnicero carnicera librero
        librera farmacéutico farmacéutica veterinario veterinaria cirujano cirujana dentista psicólogo psicóloga psiquiatra pediatra matrona fisioterapeuta
        matemático física físico químico astrónomo meteorólogo meteoróloga climatólogo virólogo viróloga epidemiólogo epidemióloga filósofo filósofa teólogo
        antropólogo antropóloga arqueólogo arqueóloga lingüista bibliotecario bibliotecaria archivero archivera restaurador restauradora pintor pintora
        escultor escultora fotógrafo fotógrafa compositor compositora pianista bailarín bailarina coreógrafo coreógrafa productor productora guionista
        presentador presentadora enviado enviada redactor redactora editor editora poeta novelista ensayista magistrado magistrada notario notaria letrado
        letrada penalista embajador embajadora cónsul diplomático diplomática subsecretario subsecretaria eurodiputado eurodiputada parlamentario parlamentaria
        teniente_de_alcalde vicealcalde liquidador auditor auditora consultor consultora hotelero hotelera viticultor viticultora apicultor pastor
        guardabosques socorrista rescatista bombera agente inspector inspectora sargento teniente soldado veterano veterana refugiado refugiada migrante
        superviviente herido herida abuelo abuela tío tía sobrino sobrina primo prima cuñado cuñada suegro suegra novio novia compañero compañera amigo amiga
        colega inquilino inquilina jubilado jubilada parado alumno alumna doctorando conserje monja fraile abad cardenal arzobispo rabino imán atleta nadador
        nadadora ciclista tenista esquiador boxeador árbitro centrocampista lateral extremo imputado imputada procesado sospechoso sospechosa querellante
        aparejador
        hombre mujer chico chica señora señor joven anciano anciana niño niña transeúnte vecino vecina
        hincha delantero portero portera defensa goleador acusado acusada denunciante víctima cliente paciente panadero panadera cocinero cocinera hostelero comerciante ganadero ganadera exgerente exalcalde exministro
        alcalde alcaldesa presidente presidenta expresidente expresidenta vicepresidente vicepresidenta consejero consejera concejal concejala ministro ministra exministro exministra director directora portavoz diputado diputada senador senadora
        juez jueza fiscal secretario secretaria jefe jefa responsable abogado abogada médico médica enfermero enfermera profesor profesora catedrático catedrática economista historiador historiadora sociólogo socióloga experto experta
        investigador investigadora científico científica biólogo bióloga empresario empresaria dueño dueña gerente fundador fundadora entrenador entrenadora seleccionador capitán delegado delegada candidato candidata líder
        dirigente sindicalista agricultor agricultora ganadero ganadera pescador maestro maestra estudiante escritor escritora autor autora director cineasta actor actriz cantante periodista analista ingeniero ingeniera arquitecto
        arquitecta artista general coronel comandante comisario comisaria policía bombero vecino vecina testigo padre madre hijo hija hermano hermana viuda marido esposa rey reina papa obispo cura gobernador gobernadora
        intendente intendenta canciller mandatario mandataria coordinador coordinadora técnico técnica
    """,
    organisations="""
        delegación subdelegación concejalía
        atestado acta auto expediente escrito memoria
        informe documento estudio encuesta auditoría sentencia
        alcaldía consistorio intendencia gobernación cabildo diputación prefectura comisaría
        ministerio ayuntamiento policía guardia gobierno tribunal audiencia fiscalía comisión partido sindicato asociación federación universidad instituto banco empresa grupo compañía agencia diario periódico cadena radio
        junta consejería consejo comité diputación congreso senado parlamento fundación hospital informe estudio comunicado encuesta sondeo carta texto observatorio plataforma organización cámara cruz PSOE PP Vox ONU OMS EFE INE AEMET
        oposición dirección unión oficina centro ejecutivo entidad
    """,
    groups="ecologistas defensores opositores partidarios militantes trabajadores huelguistas comerciantes clientes usuarios pasajeros viajeros espectadores aficionados jubilados estudiantes profesores docentes sanitarios enfermeros historiadores economistas especialistas jueces magistrados organizadores responsables dirigentes diplomáticos militares soldados rescatistas víctimas ganaderos agentes policías periodistas funcionarios fuentes testigos vecinos familiares allegados investigadores expertos investigadores vecinos testigos autoridades sindicatos médicos bomberos padres pescadores agricultores abogados críticos observadores medios fuentes familiares manifestantes científicos analistas",
    prepositions="a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras vía excepto salvo luego después antes junto",
    conjunctions="y e o u pero mas sino aunque porque pues que cuando mientras si como donde ni",
    relatives="que quien quienes cual cuales cuyo cuya donde",
    adverbs="""
        también además así entonces después luego antes ahora ya aún todavía no nunca jamás hoy solo sólo incluso finalmente recientemente posteriormente previamente este esta mismo siempre rotundamente claramente tajantemente
        públicamente asimismo igualmente aquí allí muy más tajante
    """,
    times="""
        lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana anoche anteayer tarde noche mediodía madrugada enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
        semana mes año años días pasado pasada
    """,
    months="enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago septiembre/setiembre/sept octubre/oct noviembre/nov diciembre/dic",
    weekdays="lunes martes miércoles jueves viernes sábado domingo",
    today="hoy",
    yesterday="ayer anoche",
    coming="próximo próxima",
    other_days="desde hasta antes después del entre",
    abbreviations="sr sra sres srta dr dra d dña ud uds vd av avda núm pág tel ee uu art etc gral cía",
    drops=True,
    sayings="respuesta comentario palabras mensaje frase sentencia conclusión reflexión resumen advertencia explicación diagnóstico lema consejo",
)

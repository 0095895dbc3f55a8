"""Portuguese."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="pt",
    name="Portuguese",
    endings={
        "ar": ("a am ou aram ava avam ará", "ado", "ando"),
        "car": ("ca cam cou caram cava cavam", "cado", "cando"),
        "er": ("e em eu eram ia iam", "ido", "endo"),
        "ir": ("e em iu iram ia iam", "ido", "indo"),
    },
    says="""
        precisa precisou insiste insistiu realça realçou confia ameaça ameaçou
        considera/m considerou consideraram prevê preveem previu estim+ar adiant+ar reiter+ar repet/e/em/iu sublinh+ar
        analis+ar aleg+ar advert+ir alfinet+ar antecip+ar aponta apost+ar atest+ar argument+ar atribu/i/iu celebr+ar cobr+ar conden+ar confid+ar constat+ar
        contest+ar corrobor+ar critic+ar decret+ar defin+ir deplor+ar desabaf+ar desafi+ar diagnostic+ar discord+ar disserta elogi+ar emend+ar enaltec+er
        enumer+ar esper+ar evidenci+ar exalt+ar exclam+ar exemplific+ar explic+ar explica explicou frisa justific+ar julg+ar jur+ar load+ar narr+ar objet+ar
        observ+ar opôs ponder+ar postul+ar pregou pression+ar proclam+ar profetiz+ar program+ar prometeu propôs protest+ar raciocin+ar recapitul+ar
        recomend+ar reflet/e/iu refut+ar reivindic+ar relativiz+ar remat+ar repar+ar repet/e/iu replic+ar retruc+ar revoltou revela satiriz+ar sentenci+ar
        sinaliz+ar solicit+ar suspeit+ar tranquiliz+ar vaticin+ar
        notici+ar divulg+ar afirm+ar declar+ar explic+ar anunci+ar cont+ar ressalt+ar destac+ar coment+ar alert+ar avis+ar observ+ar not+ar not/ou relat+ar lembr+ar record+ar confirm+ar inform+ar garant+ir assegur+ar revel+ar critic+ar lament+ar
        denunci+ar acus+ar argument+ar ressalv+ar pontu+ar enfatiz+ar salient+ar sublinh+ar frisou fris+ar referiu refere referem referiram respond+er consider+ar avali+ar opin+ar acrescent+ar acrescenta confess+ar admit+ir
        reiter+ar reconhec+er defend+er escrev+er pergunt+ar indag+ar questionou question+ar conclu/i/em/iu/íram sugere sugeriu promet+er sustent+ar mant/ém/êm manteve not+ar adiant+ar apont+ar report+ar detalh+ar
        disse disseram diz dizem dizia diziam dissera escreveu escreveram acredit+ar ach+ar pens+ar tem+er esper+ar reclam+ar exig+ir prevê preveem previu estim+ar calcul+ar neg+ar neg/ou desment+ir desmente rejeit+ar
        esclarec+er complet+ar resum+ir indic+ar assinal+ar vincou vinc+ar testemunh+ar public+ar cham+ar classific+ar descrev+er falou fala descart+ar reforç+ar rebat+er diss/e
    """,
    quotes="""
        vê veem viu viram
        sussurra sussurrou
        brinc+ar ironiz+ar exclam+ar grit+ar suspir+ar murmur+ar sorri sorriu riu dispar+ar continu+ar prossegu/e/iu desabaf+ar queix+ar queixou-se queixa-se comemor+ar festej+ar celebr+ar indign+ar atir+ar
        ped/e/em pediu pediram aconselh+ar recomend+ar apel+ar agradec+er congratul+ar
    """,
    participles="dito escrito feito previsto aberto concluído",
    gerunds="dizendo",
    auxiliaries="tem têm tinha tinham havia teria terá",
    reflexives="se lhe lhes o a me nos já",
    according="aos_olhos_de na_ótica_de na_ótica_do na_ótica_da aos_olhos_do aos_olhos_da segundo de_acordo_com conforme na_opinião_de na_opinião_do na_opinião_da nas_palavras_de nas_palavras_do nas_palavras_da na_avaliação_de na_avaliação_do na_avaliação_da no_entender_de no_entender_do no_entender_da para para_o para_a",
    so="segundo conforme",
    as_="como conforme segundo",
    infinitive="ter haver estar ser querer poder saber desconhecer sentir-se temer acreditar",
    convinced="convencido convencida convencidos certo certa seguro segura",
    own_account="segundo_ele_próprio segundo_ela_própria",
    out_of="de do da dos das",
    emerges="consta resulta depreende-se conclui-se",
    urges="acus+ar inst+ar exort+ar apel+ar convid+ar ped/e/em/ia pediu pediram pedido desafi+ar incentiv+ar encoraj+ar culp+ar responsabiliz+ar aconselh+ar recomend+ar intim+ar implor+ar convoc+ar",
    to_do="a de para",
    claimed="segundo_os_quais segundo_as_quais segundo_o_qual segundo_a_qual de_que",
    that="que",
    according_his="na_sua_opinião em_sua_opinião no_seu_entender",
    this="com_estas_palavras com_essas_palavras nestes_termos assim isto isso",
    whether="se",
    he="ele",
    she="ela",
    they="eles elas",
    first="eu nós",
    articles="o a os as um uma uns umas seu sua seus suas este esta esse essa aquele aquela nosso nossa vários várias alguns algumas muitos muitas dois duas três quatro ambos ambas ex ex-ministro ex-presidente todos todas outro outra jovem primeiro primeira atual",
    of="de deste desta desse dessa do da dos das em_exercício para pela pelo",
    from_where="de da do na no",
    particles_of_names="de do da dos das e del van von",
    titles="senhor senhora sr sra sr. sra. dr. dra. dom dona d. doutor doutora padre professor professora eng. engº",
    again="jogador jogadora atacante goleiro guarda-redes zagueiro avançado capitão técnico treinador treinadora ator atriz escritor escritora romancista autor autora artista músico cantor cantora cineasta arquiteto arquiteta economista historiador historiadora pesquisador investigadora político política empresário empresária agricultor reformado aposentado aposentada viúva",
    men="""
        Abel Adriano Afonso Alberto Alex Alexandre Álvaro André Ângelo Antônio António Artur Augusto Benedito Bernardo Bruno Caio Carlos Célio César Cláudio Cristiano Daniel David Diego Diogo Domingos Edson Eduardo Elias Emanuel Fábio
        Felipe Filipe Fernando Flávio Francisco Frederico Gabriel Geraldo Gilberto Gonçalo Guilherme Gustavo Heitor Hélder Hélio Henrique Hugo Ivo Jaime João Joaquim Jorge José Júlio Leandro Leonardo Lucas Luciano Luís Luiz Manuel Marcelo
        Márcio Marco Marcos Mário Mateus Matheus Maurício Miguel Moisés Nelson Nuno Otávio Paulo Pedro Rafael Raimundo Raul Renato Ricardo Roberto Rodrigo Rogério Romeu Rui Rubens Salvador Samuel Sandro Sebastião Sérgio Sidnei Silvio
        Simão Tiago Thiago Tomás Valter Vicente Victor Vinícius Vítor Wagner Wellington Xavier Abílio Adalberto Adelino Adolfo Adão Adérito Adílson Agostinho Alan Alcides Aldo Aleixo Alfredo Amadeu Amândio Américo Amílcar Anderson Anselmo
        Aníbal Aparecido Arlindo Armando Arnaldo Arthur Aurélio Aílton Baltazar Bartolomeu Basílio Belmiro Benjamim Boaventura Breno Brás Caetano Camilo Celestino Celso Claudemir Cleber Cleiton Clemente Cristóvão Cássio Cícero Dalton
        Damião Danilo Davi Deivid Delfim Denílson Douglas Duarte Dênis Edilson Edmar Edmilson Edmundo Eliseu Elísio Emerson Emílio Enzo Erick Ernesto Estêvão Eugénio Eugênio Eurico Evandro Everaldo Everton Fabiano Fabrício Faustino
        Fernão Firmino Félix Gaspar Genival George Germano Getúlio Gil Gilmar Gilson Giovani Glauber Herculano Hermínio Humberto Iago Igor Inácio Isaac Isaías Isidro Ismael Itamar Ivan Jacinto Jair Jairo Januário Jefferson Jeremias
        Jerónimo Jerônimo Joel Jonas Jonathan Josué Juliano Julião Juvenal Kauã Kléber Laurindo Lauro Laércio Lenine Leonel Leopoldo Leônidas Lineu Lourenço Lourival Lázaro Lúcio Mafalda Manoel Marcelino Mariano Martim
        Martinho Matias Mauro Maximiliano Messias Milton Moacir Murilo Natanael Nestor Newton Nicolas Nicolau Nilson Nilton Norberto Octávio Olavo Orlando Oscar Osmar Osvaldo Otoniel Pascoal Paulino Plínio Quirino Ramiro Ramon Reginaldo
        Reinaldo Renan Robson Rodolfo Romulo Romário Ronaldo Roque Ruben Ruy Rômulo Rúben Santiago Saulo Serafim Severino Sidney Silas Silvano Silvério Sílvio Tadeu Tarcísio Telmo Teófilo Tito Tobias Tomé Túlio Ubiratan Ulisses Urbano
        Valdemar Valdir Valentim Vasco Vitor Waldemar Walter Washington Wesley William Willian Wilson Zacarias Zeferino Ícaro Ítalo
    """,
    women="""
        Adriana Alessandra Alexandra Alice Aline Amália Amanda Ana Andréa Andreia Ângela Antónia Antônia Aparecida Beatriz Benedita Bianca Bruna Camila Carla Carmen Carolina Catarina Cecília Célia Cíntia Clara Cláudia Conceição Cristiane
        Cristina Daniela Débora Denise Diana Edite Eduarda Elaine Elena Eliana Elisa Elisabete Elisângela Elza Emília Ester Eunice Eva Fabiana Fátima Fernanda Filipa Flávia Francisca Gabriela Giovana Glória Graça Helena Inês Iolanda Irene
        Isabel Isabela Ivone Jaqueline Joana Josefa Joyce Júlia Juliana Karina Larissa Laura Leonor Letícia Lídia Lígia Lúcia Luciana Luísa Luiza Lurdes Madalena Manuela Mara Márcia Margarida Maria Mariana Marina Marisa Marlene Marta
        Matilde Melissa Michele Mônica Mónica Natália Neusa Olga Patrícia Paula Priscila Raquel Regina Renata Rita Roberta Rosa Rosana Rosângela Rute Sabrina Sandra Sara Sílvia Simone Sofia Solange Sônia Sónia Susana Tânia Tatiana Telma
        Teresa Valéria Vanessa Vera Verônica Virgínia Vitória Viviane Zélia Abigail Ada Adelaide Adelina Adélia Agnes Alba Albertina Alcina Alma Almerinda Alzira Alícia Amélia Anabela Andressa Angélica Anita Arlete Augusta Aurora
        Berenice Bernadete Brenda Bárbara Caetana Carina Carlota Carmem Cassandra Celeste Celina Clarice Clarissa Cleide Clotilde Constança Cristiana Cássia Cátia Dalila Dalva Daniele Deise Deolinda Dirce Dolores
        Dora Doralice Dulce Dália Edna Eleonora Eliane Elizabete Elvira Ema Emanuela Erica Ermelinda Esmeralda Etelvina Eugénia Eulália Evelyn Felícia Filomena Flora Florbela Florinda Genoveva Georgina Geralda Gilda
        Gisele Graziela Guadalupe Guilhermina Heloísa Henriqueta Hermínia Hilda Hortênsia Iara Ida Idalina Ilda Ingrid Irma Isadora Isaura Ivete Jacinta Jacira Janaína Jandira Joaquina Jordana Josefina Judite Julieta Jussara Jéssica Karen
        Karla Kelly Kátia Lara Laurinda Leila Leocádia Lia Liliana Liliane Lina Lorena Lourdes Luana Luciene Lucília Ludmila Luzia Lília Lívia Magali Magda Marcela Mariane Martina Marília Maura Maíra Mercedes Micaela Milena Miriam
        Mirian Morgana Nair Nathalia Natércia Neide Nicole Nilza Noemi Norma Noémia Nádia Núria Odete Ofélia Olímpia Olívia Otília Palmira Paloma Pedrina Perpétua Pilar Pâmela Quitéria Rafaela Raimunda Raissa Rebeca Romana Rosemary
        Rosinda Rosália Rosário Ruth Salete Salomé Samanta Sebastiana Selma Sheila Silvana Soraia Sueli Suzana Tainá Tamara Taís Teodora Teresinha Tereza Thaís Valentina Vanda Verónica Vilma Violeta Vânia Yara Yasmin Zilda Zuleica Zuleide
        Zulmira Águeda Áurea Érica Íris Úrsula
    """,
    his="senhor sr prefeito presidente_da vereador ministro diretor deputado senador juiz médico professor rei príncipe pai treinador empresário bispo papa secretário governador delegado",
    hers="senhora sra prefeita presidenta vereadora ministra diretora deputada senadora juíza médica professora rainha princesa mãe treinadora empresária secretária governadora delegada",
    roles="""
        vigilante guarda-florestal segurança nadador-salvador socorrista
        tesoureiro tesoureira caixa contabilista reitor reitora funcionário funcionária empregado empregada operário operária pedreiro eletricista canalizador
        carpinteiro mecânico taxista camionista condutor condutora maquinista piloto cozinheira pasteleiro talhante livreiro livreira farmacêutico farmacêutica
        veterinário veterinária cirurgião cirurgiã dentista psicólogo psicóloga psiquiatra pediatra parteira fisioterapeuta matemático físico física químico
        astrónomo climatologista virologista epidemiologista filósofo filósofa teólogo antropólogo antropóloga arqueólogo arqueóloga linguista bibliotecário
        bibliotecária arquivista restaurador restauradora pintor pintora escultor escultora fotógrafo fotógrafa compositor compositora pianista bailarino
        bailarina coreógrafo coreógrafa produtor produtora argumentista apresentador apresentadora enviado enviada redator redatora editor editora poeta
        poetisa romancista ensaísta realizador realizadora magistrado magistrada notário notária embaixador embaixadora cônsul diplomata subsecretário
        eurodeputado eurodeputada parlamentar liquidatário auditor auditora consultor consultora hoteleiro viticultor viticultora apicultor pastor guarda
        bombeira agente inspetor inspetora sargento tenente soldado veterano veterana refugiado refugiada migrante sobrevivente ferido avô avó tio tia sobrinho
        sobrinha primo prima cunhado cunhada sogro sogra noivo noiva companheiro companheira amigo amiga colega inquilino inquilina reformado reformada
        aposentado aposentada desempregado aluno aluna doutorando porteiro freira frade abade cardeal arcebispo rabino imã nadador nadadora ciclista tenista
        esquiador pugilista árbitro médio lateral extremo goleador meia acusado acusada suspeito suspeita queixoso
        homem mulher rapaz rapariga moça senhora senhor jovem idoso idosa menino menina transeunte morador moradora
        adepto torcedor atacante avançado goleiro guarda-redes zagueiro arguido arguida réu ré vítima cliente paciente padeiro cozinheiro comerciante feirante criador atleta
        prefeito prefeita presidente presidenta vice-presidente vereador vereadora ministro ministra primeiro-ministro diretor diretora porta-voz deputado deputada senador senadora juiz juíza procurador procuradora promotor promotora
        secretário secretária chefe responsável advogado advogada médico médica enfermeiro enfermeira professor professora economista historiador historiadora sociólogo socióloga especialista pesquisador pesquisadora investigador
        investigadora cientista biólogo bióloga empresário empresária dono dona gerente fundador fundadora treinador treinadora capitão delegado delegada candidato candidata líder dirigente sindicalista agricultor agricultora
        pescador estudante escritor escritora autor autora cineasta diretor ator atriz cantor cantora jornalista analista engenheiro engenheira arquiteto arquiteta artista general coronel comandante comissário policial bombeiro vizinho
        vizinha morador moradora testemunha pai mãe filho filha irmão irmã viúva marido esposa rei rainha papa bispo padre governador governadora autarca coordenador coordenadora técnico técnica meteorologista motorista padeiro
    """,
    organisations="""
        auto sentença processo despacho ata
        relatório documento estudo inquérito auditoria acórdão
        autarquia prefeitura subprefeitura câmara intendência comissão
        ministério prefeitura câmara polícia guarda governo tribunal procuradoria comissão partido sindicato associação federação universidade instituto banco empresa grupo companhia agência jornal diário rádio estado município
        junta secretaria conselho comitê comité congresso senado parlamento assembleia fundação hospital relatório estudo comunicado nota pesquisa sondagem carta texto observatório defesa organização bombeiros PSD PS PT ONU OMS Lusa IBGE INE PSP GNR
        oposição direção união centro proteção corpo
    """,
    groups="ambientalistas ecologistas defensores opositores apoiantes militantes trabalhadores grevistas comerciantes clientes utentes passageiros viajantes espetadores adeptos reformados estudantes professores docentes enfermeiros historiadores economistas juízes magistrados organizadores responsáveis dirigentes diplomatas militares soldados vítimas criadores agentes polícias jornalistas peritos fontes testemunhas moradores familiares investigadores especialistas pesquisadores investigadores moradores vizinhos testemunhas autoridades sindicatos médicos bombeiros pais pescadores agricultores advogados críticos observadores fontes familiares manifestantes cientistas analistas",
    prepositions="neste nesta nestes nestas nesse nessa nesses nessas naquele naquela deste desta destes destas desse dessa daquele daquela a ao à aos às ante após até com contra de do da dos das desde durante em no na nos nas entre para per perante por pelo pela pelos pelas sem sob sobre trás num numa depois antes junto segundo",
    conjunctions="e ou mas porém porque pois que quando enquanto se como onde nem embora",
    relatives="que quem qual quais cujo cuja onde",
    adverbs="""
        daqui dali lá cá ninguém tudo nada também ainda assim depois então antes agora já não nunca hoje só apenas até finalmente recentemente posteriormente sempre claramente publicamente aqui ali mais ontem logo porém entretanto ainda
    """,
    times="""
        segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo ontem hoje amanhã anteontem manhã tarde noite madrugada janeiro fevereiro março abril maio junho julho agosto
        setembro outubro novembro dezembro semana mês ano anos dias passado passada
    """,
    months="janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez",
    weekdays="segunda-feira/segunda terça-feira/terça quarta-feira/quarta quinta-feira/quinta sexta-feira/sexta sábado domingo",
    today="hoje",
    yesterday="ontem",
    coming="próximo próxima",
    other_days="desde até antes depois entre",
    abbreviations="sr sra dr dra d eng prof profa exmo av r nº art pág tel etc",
    drops=True,
    sayings="resposta comentário palavras mensagem frase sentença conclusão reflexão resumo aviso explicação diagnóstico conselho desabafo recado",
)

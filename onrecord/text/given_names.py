"""Given names by which people are known to be people, in lower case. The lists are our own."""

_MALE_NAMES = (
    "aaron adam alan jan albert alejandro alex alexander alexei ali allen andre andrew andrei anthony antonio arthur barack ben benjamin bernie bill bob boris brad brian bruce carl "
    "carlos charles chris christian christopher craig dan daniel david dean dennis dmitry don donald doug douglas ed eduardo edward emmanuel eric ernest evan felipe "
    "francis francisco francois frank fred gary george gerald giovanni glenn gordon graham greg gregory hans harold harry harvey hassan henry herbert howard hugo ian "
    "igor ivan jack jacob jake james jamie jason jay jean jeff jeffrey jeremy jerome jerry jesus jim jimmy joe joel john jonathan jorge jose joseph josh joshua juan julian justin karl keith "
    "ken kenneth kevin konstantin kurt kyle larry lawrence lee leo leon leonard louis luis luke marco marcus mario mark martin matt matthew max michael miguel mike mikhail mitch mitt mohamed "
    "mohammed muhammad nathan neil nicholas nick nigel nikolai noah norman oleg oliver oscar pablo patrick paul pavel pedro pete peter phil philip pierre rahul ralph randy raul ray raymond ricardo richard rick "
    "rob robert roberto roger ron ronald roy rudy russell ryan sam samuel scott sean sergei sergey simon stanley stefan stephen steve steven stuart ted terry theodore thomas tim timothy toby todd tom tommy tony travis "
    "trevor tyler victor viktor vincent vladimir walter warren wayne will william yuri antony vedant rex newt jeb lindsey marat aleksey andrey alexander"
)
# Names of men that end as those of women do.
_MALE_IN_A = (
    "mustafa abdulla abdallah musa isa yahya joshua ezra luca nikita sasha misha ilya kolya vanya akira shota kota "
    "narendra krishna surya aditya rama chandra rajendra mahendra surendra jona elia costa juma aliya seppa noa "
    "kanta dasa mika kobia moussa babatunda barnaba attila bela gyula geza boga"
)
_FEMALE_NAMES = (
    "abigail agnes alexandra alice alicia alison amanda amy ana andrea angela anita ann anna anne annie barbara beatrice beth betty brenda bridget camille carla carmen carol caroline carolyn catherine "
    "cecilia charlotte cheryl chloe christina christine cindy claire clara claudia condoleezza cristina cynthia daniela deborah debra denise diana diane donna dora doris dorothy ekaterina elaine elena eleanor elizabeth ella ellen "
    "emily emma erika esther eva evelyn fatima fiona florence frances gabriela gail gina gloria grace hannah heather helen hilary hillary holly irene irina isabel ivanka jackie jane janet janice jean jennifer jessica jill joan "
    "joanna josephine joy joyce judith judy julia julie june karen kate katherine kathleen kathryn kathy katie kelly kellyanne kim kimberly kirsten laura lauren leslie lillian linda lisa loretta louise lucia lucy lydia lynn madeleine "
    "margaret maria marie marilyn marina marion martha mary maya megan melania melanie melissa michelle mina monica nadia nancy naomi natalia natalie nicola nicole nina nora olga olivia pamela patricia paula penny "
    "rachel rebecca regina renee rita roberta rosa rose ruth sally samantha sandra sara sarah sharon sheila shirley simone sofia sonia sophia sophie stella stephanie sue susan svetlana sylvia tamara tanya tatiana "
    "teresa theresa tiffany tina tracy ursula valerie vanessa vera veronica victoria virginia vivian wendy yolanda yulia zoe alicia minyon valeska donna elaine kiara hilary julie sujata"
)
MALE_NAMES = frozenset((_MALE_NAMES + " " + _MALE_IN_A).split()) - frozenset(["lee", "kim"])
FEMALE_NAMES = frozenset(_FEMALE_NAMES.split()) - frozenset(["kim", "jean", "june"])
# Told of no gender, with those of languages whose people have two family names.
_OTHERS = """
bo cy mia tom jan ole nils lars per sven erik anders johan jonas niklas magnus björn bjorn gustav axel oskar håkan kjell odd leif tor ingrid astrid
solveig karin birgit ulla maja freja elin sanna anneli aino eero matti pekka juha timo heikki liisa kaisa
gabriel mario josé jose maría maria luis juan carlos josé ana pedro jorge gabriela fernando fernanda rafael isabel ramón santiago diego javier
álvaro alvaro enrique emilio julio augusto octavio arturo benito camilo césar cesar isidro ignacio jaime joaquín lorenzo manuel mercedes miguel
nicanor pilar rosa rosario rubén salvador sergio silvia susana tomás teresa vicente ximena yolanda inés ines lucía lucia sofía sofia paloma elena
marta irene beatriz consuelo dolores guadalupe esperanza rocío jesús sor luz andrés andres martín adolfo roberto
joão joao antónio antônio antonio paulo pedro tiago rui nuno duarte vasco luísa luisa catarina beatriz inês mariana margarida sílvia clarice jorge
machado caetano gilberto chico fátima conceição
giuseppe giovanni luca marco matteo andrea paolo pietro francesco chiara giulia elisa federica alessandro alessandra italo umberto dario primo elsa
natalia enzo bruno franca carla roberta silvio sergio massimo massimiliano
hans heinrich thomas günter gunter jürgen jurgen klaus dieter wolfgang ingeborg hannah heike sabine petra ute uwe jens karl ludwig rainer friedrich
johann christa monika ursula bernd anja katrin stefanie gerd horst manfred helmut ulrich volker
pierre jean jacques françois francois michel marie simone marguerite albert antoine camille émile emile gustave guillaume hélène helene jules
julien laurent léa lea louise mathilde nathalie olivier pascal rené rene sylvie thierry yves zoé amélie anne claire benoît benoit cécile
piet kees joost maarten anneke marijke sanne femke daan bram wim gert hendrik willem pieter
katarzyna małgorzata agnieszka krzysztof paweł pawel piotr andrzej wojciech jarosław tomasz marek zofia wisława olga czesław stanisław zbigniew
jakub jiří jiri petr pavel lukáš tereza kateřina eva zuzana
анна ли бо си иван мария пётр петр сергей алексей дмитрий елена ольга наталья татьяна лев фёдор антон александр михаил николай юрий владимир
mohammed ahmed fatima ali hassan omar khalid amina leila yusuf ibrahim mustafa mehmet ayşe ayse emre elif
mei wei li ming jun min yuki haruki kenji akiko priya anil ravi sunil anita arjun deepa
"""
GIVEN_NAMES = (
    MALE_NAMES | FEMALE_NAMES | frozenset(_OTHERS.split()) - frozenset("li wei min jun ming machado".split())
)

"""Names that are plainly those of offices and organisations, told by their words in ten languages.

Nothing is told by sound: what has no such word may be a person or not. Words that are family names too ("Church",
"Service", "Court") count only in longer names and behind an article or an adjective ("the Court", "Supreme Court").
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.text.patterns import lazy

# Anywhere in a name: nobody is called so. English, German, French, Spanish, Italian, Portuguese, Polish, Russian,
# Ukrainian, Dutch.
_STRONG = frozenset(
    """
    ministry ministries department departments agency bureau commission committee council secretariat directorate authority
    inspectorate ombudsman university college institute institution foundation association federation confederation
    corporation company inc incorporated ltd llc plc llp corp parliament senate congress government embassy consulate
    administration treasury police army navy museum archive archives academy laboratory laboratories observatory
    municipality parish diocese ngo consortium organisation organization network alliance coalition league society
    centre center centres centers office headquarters command registry tribunal assembly cabinet delegation taskforce workshop
    newspaper news times gazette tribune broadcasting television radio magazine journal daily weekly media
    ministerium amt bundesamt behörde gericht kammer verband verein universität hochschule institut partei stiftung
    polizei regierung bundesregierung landesregierung bundesrat stadtrat gemeinderat bundestag landtag senatsverwaltung
    kommission ausschuss botschaft staatskanzlei bundeskanzleramt gmbh ag kg ev zeitung nachrichten rundfunk redaktion
    genossenschaft gesellschaft gewerkschaft landeshauptstadt stadtverwaltung kreisverwaltung staatsanwaltschaft
    ministère ministere conseil préfecture prefecture mairie comité comite agence université universite secrétariat
    secretariat gouvernement ambassade haut-commissariat commissariat fondation association société societe syndicat
    parti autorité autorite direction département departement assemblée assemblee observatoire musée académie journal
    ministerio oficina contraloría contraloria tribunal consejo gobierno agencia comisión comision departamento secretaría
    secretaria ayuntamiento universidad instituto dirección direccion fiscalía fiscalia defensoría defensoria congreso
    senado asamblea embajada partido fundación fundacion asociación asociacion sindicato procuraduría procuraduria
    municipalidad alcaldía diputación redacción periódico
    ministero ufficio consiglio agenzia commissione comitato dipartimento università universita istituto governo
    provincia presidenza direzione procura ambasciata fondazione associazione partito autorità autorita questura prefettura
    redazione federazione sindacato azienda
    ministério ministerio gabinete conselho agência agencia comissão comissao comitê comitê departamento universidade
    governo assembleia prefeitura procuradoria embaixada fundação fundacao associação associacao autoridade direção direcao
    controladoria defensoria polícia policia redação jornal empresa
    ministerstwo urząd urzad kancelaria biuro komisja komitet agencja departament uniwersytet instytut rząd rzad sejm senat
    sąd prokuratura izba trybunał trybunal ambasada fundacja stowarzyszenie partia policja inspektorat towarzystwo
    spółka redakcja dyrekcja starostwo
    министерство управление служба агентство комитет комиссия совет ведомство палата департамент университет институт
    правительство администрация суд прокуратура посольство дума собрание фонд ассоциация партия полиция бюро канцелярия
    общество компания корпорация инспекция дирекция редакция газета академия госдума генпрокуратура мид мвд фсб мчс
    счётная счетная ооо оао зао пао профсоюз мэрия
    міністерство управління агентство комітет комісія палата університет інститут уряд адміністрація прокуратура
    збори асоціація партія поліція канцелярія офіс кабінет інспекція редакція академія товариство спілка дирекція тов зат
    ministerie gemeente rijksoverheid rekenkamer universiteit kabinet commissie stichting vereniging gemeenteraad
    inspectie overheid regering ambassade rechtbank krant redactie politie dienst instituut autoriteit
    riksbank nationalbank centralbank zentralbank notenbank statistics statistik
    agentur landesamt bundeswehr bundesbank parlament parlement parlamento parlamentul academia académica executive watch borders
    ministeriet departementet universitetet kommunen regeringen regjeringen riksdagen stortinget folketinget tinget domstolen stiftelsen
    instituttet institutet direktoratet myndigheten styrelsen sentralbyrå verket rådet universitet kommune kommun styrelse
    yliopisto ministeriö virasto laitos neuvosto hallitus eduskunta liitto yhdistys pankki poliisi puolue kaupunki korkeakoulu
    ministerstvo univerzita úřad úrad ústav vláda soud policie sněmovna agentura společnost akademie svaz spolek nadace
    minisztérium minisztériuma egyetem egyeteme hivatal hivatala intézet intézete bizottság bizottsága kormány kormánya bíróság
    ügynökség akadémia tanács tanácsa bankja főiskola
    ministerul universitatea guvernul agenția institutul primăria consiliul comisia autoritatea asociația fundația
    bakanlığı universitesi üniversitesi kurumu başkanlığı ajansı belediyesi bankası müdürlüğü kurulu partisi derneği vakfı enstitüsü meclisi
    υπουργείο υπουργειο πανεπιστήμιο τράπεζα οργανισμός ίδρυμα δήμος κυβέρνηση επιτροπή πρακτορείο ινστιτούτο σύλλογος εταιρεία
    kementerian universitas badan dinas yayasan lembaga kepolisian
    وزارة جامعة هيئة وكالة مجلس بنك معهد مؤسسة حكومة لجنة منظمة محكمة جمعية شركة مركز دائرة حزب صحيفة جريدة
    משרד אוניברסיטת עיריית בנק ממשלת מכון איגוד רשות ועדת המועצה הכנסת
    """.split()
)
# Of these some are also people's names.
_WEAK = frozenset(
    """
    board service services court bank union church house school party group post press agency union trust fund press
    courier herald wire sentinel observer guardian telegraph review dispatch chronicle mail star sun mirror post
    force forces division unit section branch team staff club hospital library chamber state city county town
    rat hof kirche schule bank stadt kreis land cour chambre bureau caisse banque ville région corte camera banca comune
    regione junta banco cámara câmara camara rada bank związek miasto raad kamer bank provincie partij bond
    банк союз центр рада суд служба спілка міністерство
    """.split()
)
# Of the strong ones, those that people are called as well.
_FAMILY_NAMES = frozenset(
    "parish college league booth kammer amt news center journal konsul conseil rada office day".split()
)
_NATIONAL = frozenset("deutsche deutscher deutsches".split())
# As the first word of a name it is nobody's given name.
_FIRST = frozenset(
    "stadt land kreis regione comune ville câmara camara cámara corte junta provincia provincie banco banca banque caisse chambre "
    "raad город місто miasto związek bank".split()
)
_COUNCILS = frozenset("ministrów miasta miejska gminy powiatu europy państwa nadzorcza naczelna".split())
_BEFORE_WEAK = frozenset(
    """
    the supreme federal national royal central high european united international world foreign state public social district
    county city general european civil democratic republican labour conservative liberal communist socialist green red
    deutsche danske bundes oberster höchster verwaltungs la le les el los las il lo gli die der das de het o os as
    suprema supremo haute haut grande grand najwyższa naczelna верховный верховная верховна центральный центральний міська городской
    tweede eerste hoge algemene provinciale medical community trade fire health postal secret intelligence forest
    """.split()
)
# Offices that are held, and stand for whoever holds them.
_OFFICES = lazy(
    r"(?i)(?:the )?(?:comptroller and )?auditor[- ]general|(?:the )?(?:attorney|solicitor|surveyor|inspector|governor)[- ]general"
    r"|associated press|canadian press|press association|united press international|white house|downing street"
    r"|reuters|bloomberg|xinhua|interfax|tass|kcna|yonhap|efe|ansa|lusa|dpa|afp|upi|belga|unian|ukrinform"
    r"|\w+ international|[a-z]{2,5} (?:digital|online|sports?|brasil|deutschland|mundo|world|business)"
    r"|тасс|риа новости|интерфакс|укринформ|укрінформ|agence france-presse|greenpeace|\w+ sans frontières"
)
# German and Dutch put the word at the end of a longer one; Russian and Ukrainian shorten it at the beginning.
_COMPOUND = lazy(
    r"(?i)\w{3,}(?:ministerium|behörde|gericht|gerichtshof|rechnungshof|kammer|verband|verwaltung|anstalt|gesellschaft|universität"
    r"|institut|partei|stiftung|zentrale|polizei|regierung|kanzlei|senat|kommission|ausschuss|bundesbank|landesbank|sparkasse"
    r"|kriminalamt|kartellamt|umweltamt|gesundheitsamt|rechtsamt|jugendamt|bundesamt|landesamt|finanzamt|kanzleramt|schutzamt|zentrum"
    r"|ministerie|rekenkamer|universiteit|instituut|commissie|stichting|vereniging|inspectie|raadsgriffie)"
)
# Danish, Swedish, Norwegian and Finnish have it at the end too, with the article or a case behind it.
_NORTHERN = lazy(
    r"(?i)\w{2,}(?:ministeri(?:et|um)|departementet|styrelsen|myndigheten|verket|rådet|nämnden|nævnet|kommunen?|universitet(?:et)?|direktoratet"
    r"|tilsynet|ombudet|ombudsmannen|etaten|kansliet|kontoret|partiet|förbundet|forbundet|foreningen|föreningen|bolaget|selskapet|sentralbyrå"
    r"|domstolen|retten|stiftelsen|institutt?et|makten|banken|inspektionen|högskola|høgskole|ministeriö|virasto|laitos|keskus|yliopisto|yhdistys|pankki)"
)
# Scripts that do not part words, or whose marks no word is made of.
_ELSEWHERE = lazy(
    r".*(?:मंत्रालय|विश्वविद्यालय|आयोग|सरकार|กระทรวง|มหาวิทยาลัย|สำนักงาน|ธนาคาร).*|(?:Bộ|Đại học|Trường|Ngân hàng|Ủy ban|Viện) .+"
    r"|[\u3400-\u9fff\u30a0-\u30ff]{2,}(?:省|府|庁|廳|厅|部|院|局|社|会|會|所|党|黨|大学|大學|銀行|银行|公司|政府|中心|研究室|病院|医院|協会|协会|委員会|委员会|センター|ホールディングス|グループ)"
    r"|[가-힣]+(?:위원회|대학교|신문|통신|방송|은행|협회|연구원|연구소|재단|공사|법원|국회|[가-힣]청|[가-힣]{2}부)|교육부|국방부|외교부|통일부|법무부|환경부|국회|법원"
)
# "Ernst & Young", "Johnson and Johnson", "Ann McDonald & Sons": two single names joined are a firm, and so is anybody with partners.
_FIRM = lazy(
    r"[^\W\d_][\w'’.-]*(?:, [^\W\d_][\w'’.-]*)*,? (?:&|and|und|et) [^\W\d_][\w'’.-]*"
    r"|.+ (?:&|and|und|et|y|e|og|och) (?:Sons?|Co\b.*|Company|Brothers|Bros\.?|Partners?|Associates|Daughters?|Söhne|Cie\.?|Fils|Hijos|Figli|Filhos|Poor['’]s)"
)
_SHORTENED = lazy(
    r"(?:Мин(?:здрав|оборон|обр|фин|эконом|юст|труд|культ|спорт|транс|энерго|пром|природ|строй|сельхоз|цифр|охорони|освіт)"
    r"|Рос(?:стат|комнадзор|потреб|нефт|атом|космос|гвард|реестр|финмон|сельхоз|авиа|гидромет|морреч|туризм|архив|имущ|пресс)"
    r"|Гос(?:дум|совет|строй|долг|служб)|Ген(?:прокур|штаб)|Держ(?:стат|спожив|дум|комстат)"
    r"|Укр(?:енерго|пошт|залізн|інформ|стат|трансгаз)|Нац(?:банк|гвард|пол|рад))\w*"
)
_ACRONYM = lazy(r"[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐ]{2,6}\d?")
_NUMERAL = lazy(r"[IVXLC]+")
_WORD = lazy(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@lru_cache(maxsize=8192)
def is_organisation(name: str) -> bool:
    """Whether a name is plainly that of an organisation or an office, and no person's.

    "Office of the Auditor General", "Ernst & Young", "Bundesumweltministerium", "Cour des comptes", "KCNA"; not "Charlotte Church".
    """
    words = _WORD.findall(name)
    if not words:
        return False
    if len(words) == 1 and (_ACRONYM.fullmatch(words[0]) and not _NUMERAL.fullmatch(words[0])):
        return True
    if _OFFICES.fullmatch(" ".join(words)):
        return True
    if _ELSEWHERE.fullmatch(name.strip()) or _is_firm(name.strip()):
        return True
    low = [word.casefold() for word in words]
    if len(low) > 1 and low[0] in _NATIONAL and "-" not in words[0]:
        return True
    low += [part for word in low if "-" in word for part in word.split("-")[-1:]]
    if any(
        word in _STRONG or part in _STRONG
        for word in low
        for part in (word.removesuffix("'s").removesuffix("’s"),)
    ):
        return len(words) > 1 or not words[0].isupper()
    if any(_COMPOUND.fullmatch(word) or _NORTHERN.fullmatch(word) for word in words) or (
        len(words) < 4 and _SHORTENED.fullmatch(words[0])
    ):
        return True
    return any(_is_weak_but_told(low, at) for at in range(len(low)))


def is_written_organisation(name: str) -> bool:
    """Whether a name that a list of authors has without braces is an organisation's: "World Health Organization".

    "Ministry of Ports, Tallvik" is one too; "Parish, Robert" and "Robert Parish" are people.
    """
    before, comma, rest = name.partition(",")
    if comma:
        before = before.strip()
        return " " in before and bool(rest.strip()) and is_organisation(before) and not _is_firm(before)
    words = name.split()
    if len(words) == 2 and words[1].casefold() in _FAMILY_NAMES:
        from onrecord.text.given_names import GIVEN_NAMES

        return words[0].casefold() not in GIVEN_NAMES and not words[0].endswith(".")
    return is_organisation(name)


def _is_firm(name: str) -> bool:
    """ "Marks & Spencer"; not "Ann and Bo" """
    if not _FIRM.fullmatch(name):
        return False
    from onrecord.text.given_names import GIVEN_NAMES

    words = _WORD.findall(name)
    return len(words) > 3 or "&" in name or not {word.casefold() for word in words} & GIVEN_NAMES


def _is_weak_but_told(low: list[str], index: int) -> bool:
    """ "Supreme Court", "Bank of Ireland", "Cour des comptes", "the Northern Quay Review": not "Charlotte Church"."""
    if low[index] not in _WEAK:
        return False
    if index and low[index - 1] in _BEFORE_WEAK:
        return True
    if (
        index == 0
        and len(low) > 1
        and ((low[0] in _FIRST and low[1] not in ("and", "und", "y", "e")) or low[1] in _COUNCILS)
    ):
        return True
    if index == 0 and len(low) > 1:
        return low[1] in (
            "of",
            "for",
            "de",
            "des",
            "du",
            "del",
            "della",
            "dei",
            "di",
            "do",
            "da",
            "der",
            "für",
            "van",
            "voor",
        )
    return len(low) > 2 and (low[0] in _BEFORE_WEAK or not any(len(word) == 1 for word in low))

"""The words that dates are written with, in some fifty languages: months, seasons, days of the week, what stands around them.

Every word is looked up folded (`folded`): without case and without accents, so that "Février", "fevrier" and "FÉVRIER" are one.
"""

from __future__ import annotations

import unicodedata

from onrecord.text.clean import normalized

_MARKS = ("Mn", "Mc", "Cf")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ـ": None, "ٱ": "ا", "’": "'"})


def folded(text: str) -> str:
    """`text` in lower case, without accents, in plain digits; compatibility letters as what they stand for."""
    if text.isascii():
        return text.lower()
    plain = normalized("NFKD", text.translate(_LETTERS)).casefold().translate(_LETTERS)
    kept = (character for character in plain if unicodedata.category(character) not in _MARKS)
    # Hangul comes apart under NFKD, and together again.
    whole = normalized("NFC", "".join(kept))
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character for character in whole
    )


# A line a language: twelve months, each with the spellings and cases in use. Shorter forms are abbreviations.
_MONTH_LINES = """
january,jan february,feb,febr march,mar april,apr may june,jun july,jul august,aug september,sep,sept october,oct november,nov december,dec
januar,janner,jän,jänner,jaen februar,feber märz,maerz,mrz,mär april mai juni juli august,aug september oktober,okt november dezember,dez
janvier,janv février,févr,fév mars,mrs avril,avr mai juin juillet,juil,juill août,aout septembre octobre novembre décembre,déc
enero,ene febrero marzo,mzo abril,abr mayo junio julio agosto,ago septiembre,setiembre,set octubre noviembre diciembre,dic
gennaio,gen,genn febbraio,febbr marzo,mar aprile maggio,mag,magg giugno,giu luglio,lug agosto settembre,sett ottobre,ott novembre dicembre
janeiro fevereiro,fev março,mar abril maio,mai junho julho agosto setembro outubro,out novembro dezembro,dez
januari februari maart,mrt april mei juni juli augustus september oktober november december
styczeń,stycznia,styczniu,sty luty,lutego,lut marzec,marca,mar kwiecień,kwietnia,kwi maj,maja czerwiec,czerwca,cze lipiec,lipca,lip sierpień,sierpnia,sie wrzesień,września,wrz październik,października,paź listopad,listopada,lis grudzień,grudnia,gru
январь,января,январе,янв февраль,февраля,феврале,фев,февр март,марта,марте,мар апрель,апреля,апреле,апр май,мая,мае июнь,июня,июне,июн июль,июля,июле,июл август,августа,августе,авг сентябрь,сентября,сентябре,сен,сент октябрь,октября,октябре,окт ноябрь,ноября,ноябре,ноя,нояб декабрь,декабря,декабре,дек
січень,січня,січ лютий,лютого,лют березень,березня,бер квітень,квітня,квіт травень,травня,трав червень,червня,черв липень,липня,лип серпень,серпня,серп вересень,вересня,вер жовтень,жовтня,жовт листопад,листопада,лист грудень,грудня,груд
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december,des
tammikuu,tammikuuta,tammikuun,tammi helmikuu,helmikuuta,helmikuun,helmi maaliskuu,maaliskuuta,maaliskuun,maalis huhtikuu,huhtikuuta,huhtikuun,huhti toukokuu,toukokuuta,toukokuun,touko kesäkuu,kesäkuuta,kesäkuun,kesä heinäkuu,heinäkuuta,heinäkuun,heinä elokuu,elokuuta,elokuun,elo syyskuu,syyskuuta,syyskuun,syys lokakuu,lokakuuta,lokakuun,loka marraskuu,marraskuuta,marraskuun,marras joulukuu,joulukuuta,joulukuun,joulu
leden,ledna,lednu únor,února březen,března,březnu duben,dubna,dubnu květen,května,květnu červen,června,červnu červenec,července,červenci srpen,srpna,srpnu září říjen,října,říjnu listopad,listopadu prosinec,prosince,prosinci
január,januára február,februára marec,marca apríl,apríla máj,mája jún,júna júl,júla august,augusta september,septembra október,októbra november,novembra december,decembra
január,januári,jan február,febr március,márc,márciusi április,ápr,áprilisi május,máj,májusi június,jún,júniusi július,júl,júliusi augusztus,augusztusi szeptember,szept,szeptemberi október,októberi november,novemberi december,decemberi
ianuarie,ian februarie martie aprilie mai iunie,iun iulie,iul august septembrie octombrie noiembrie,noi decembrie
ιανουάριος,ιανουαρίου,ιαν φεβρουάριος,φεβρουαρίου,φεβ μάρτιος,μαρτίου,μαρ απρίλιος,απριλίου,απρ μάιος,μαΐου,μαι ιούνιος,ιουνίου,ιουν ιούλιος,ιουλίου,ιουλ αύγουστος,αυγούστου,αυγ σεπτέμβριος,σεπτεμβρίου,σεπ οκτώβριος,οκτωβρίου,οκτ νοέμβριος,νοεμβρίου,νοε δεκέμβριος,δεκεμβρίου,δεκ
януари,ян февруари,февр март април май юни юли август септември,септ октомври ноември декември
januar,januara februar,februara mart,marta april,aprila maj,maja jun,juna jul,jula avgust,avgusta septembar,septembra oktobar,oktobra novembar,novembra decembar,decembra
јануар,јануара фебруар,фебруара март,марта април,априла мај,маја јун,јуна јул,јула август,августа септембар,септембра октобар,октобра новембар,новембра децембар,децембра
ocak,oca şubat,şub mart nisan,nis mayıs haziran,haz temmuz,tem ağustos,ağu eylül,eyl ekim,eki kasım,kas aralık,ara
gener febrer,febr març abril maig juny juliol agost setembre octubre novembre desembre,des
januari februari,peb maret april mei juni juli agustus,agt september oktober november desember
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
januar februar marec april maj junij julij avgust september oktober november december
sausis,sausio,saus vasaris,vasario,vas kovas,kovo balandis,balandžio,bal gegužė,gegužės,geg birželis,birželio,birž liepa,liepos rugpjūtis,rugpjūčio,rugp rugsėjis,rugsėjo,rugs spalis,spalio,spal lapkritis,lapkričio,lapkr gruodis,gruodžio,gruod
janvāris,janvāra,janvārī februāris,februāra,februārī marts,marta,martā aprīlis,aprīļa,aprīlī maijs,maija,maijā jūnijs,jūnija,jūnijā jūlijs,jūlija,jūlijā augusts,augusta,augustā septembris,septembra,septembrī oktobris,oktobra,oktobrī novembris,novembra,novembrī decembris,decembra,decembrī
студзень,студзеня люты,лютага сакавік,сакавіка красавік,красавіка май,мая,траўня чэрвень,чэрвеня ліпень,ліпеня жнівень,жніўня верасень,верасня кастрычнік,кастрычніка лістапад,лістапада снежань,снежня
yanvar fevral mart aprel may iyun iyul avqust,avgust sentyabr oktyabr noyabr dekabr
enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
januari februari mac april mei jun julai ogos september oktober november disember
januarie februarie maart april mei junie julie augustus september oktober november desember
იანვარი,იანვრის,იანვარს თებერვალი,თებერვლის,თებერვალს მარტი,მარტის,მარტს აპრილი,აპრილის,აპრილს მაისი,მაისის,მაისს ივნისი,ივნისის,ივნისს ივლისი,ივლისის,ივლისს აგვისტო,აგვისტოს სექტემბერი,სექტემბრის,სექტემბერს ოქტომბერი,ოქტომბრის,ოქტომბერს ნოემბერი,ნოემბრის,ნოემბერს დეკემბერი,დეკემბრის,დეკემბერს
հունվար,հունվարի փետրվար,փետրվարի մարտ,մարտի ապրիլ,ապրիլի մայիս,մայիսի հունիս,հունիսի հուլիս,հուլիսի օգոստոս,օգոստոսի սեպտեմբեր,սեպտեմբերի հոկտեմբեր,հոկտեմբերի նոյեմբեր,նոյեմբերի դեկտեմբեր,դեկտեմբերի
जनवरी फरवरी,फ़रवरी मार्च अप्रैल मई जून जुलाई,जुलै अगस्त सितंबर,सितम्बर अक्टूबर,अक्तूबर नवंबर,नवम्बर दिसंबर,दिसम्बर
जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
জানুয়ারি,জানুয়ারী ফেব্রুয়ারি,ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট,আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జూలై,జులై ఆగస్టు సెప్టెంబర్,సెప్టెంబరు అక్టోబర్,అక్టోబరు నవంబర్,నవంబరు డిసెంబర్,డిసెంబరు
جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
يناير فبراير مارس أبريل,إبريل مايو يونيو يوليو,يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
ינואר,בינואר פברואר,בפברואר מרץ,במרץ אפריל,באפריל מאי,במאי יוני,ביוני יולי,ביולי אוגוסט,באוגוסט ספטמבר,בספטמבר אוקטובר,באוקטובר נובמבר,בנובמבר דצמבר,בדצמבר
"""

# 21 spring, 22 summer, 23 autumn, 24 winter, as EDTF counts them.
_SEASON_LINES = """
spring,spr,frühling,frühjahr,printemps,primavera,primavera,lente,voorjaar,wiosna,весна,весны,весной,våren,vår,forår,kevät,jaro,tavasz,весна,ilkbahar,ربيع
summer,sum,sommer,été,verano,estate,verão,zomer,lato,лето,лета,літо,летом,sommaren,kesä,léto,nyár,yaz,صيف
autumn,fall,fal,herbst,automne,otoño,autunno,outono,herfst,najaar,jesień,осень,осени,осінь,осенью,hösten,höst,efterår,syksy,podzim,ősz,sonbahar,خريف
winter,win,hiver,invierno,inverno,zima,зима,зимы,зимой,vintern,vinter,talvi,tél,kış,شتاء
"""

_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom
lunedì martedì mercoledì giovedì venerdì sabato domenica gio
segunda terça quarta quinta sexta sábado domingo feira seg ter qua qui sex
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
понеділок вівторок середа четвер п'ятниця субота неділя нд
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
pondělí úterý středa čtvrtek pátek neděle hétfő kedd szerda csütörtök péntek szombat vasárnap
pazartesi salı çarşamba perşembe cuma cumartesi pazar
måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen mandagen tirsdagen onsdagen torsdagen fredagen lørdagen søndagen
tors tor fre lør lör tirs tis ons søn sön man mån
maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina ma ti ke pe
pondelok utorok streda štvrtok piatok sobota nedeľa ponedeljek torek sreda četrtek petek sobota nedelja ponedjeljak utorak srijeda četvrtak petak subota nedjelja
luni marți marti miercuri joi vineri sâmbătă duminică dilluns dimarts dimecres dijous divendres dissabte diumenge
senin selasa rabu kamis jumat jum'at sabtu minggu esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur mánudaginn þriðjudaginn miðvikudaginn fimmtudaginn föstudaginn
laugardaginn sunnudaginn mán þri mið fim fös lau sun
среду пятницу субботу середу п'ятницю суботу неділю środę sobotę niedzielę středu sobotu neděli
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
सोमवार मंगलवार बुधवार गुरुवार बृहस्पतिवार शुक्रवार शनिवार रविवार सोमवारी সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
isnin khamis sabtu ahad lunes martes miyerkules huwebes biyernes sabado linggo پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار
панядзелак аўторак серада чацвер пятніца субота нядзеля ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
월요일 화요일 수요일 목요일 금요일 토요일 일요일 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日
"""
# What stands between the parts of a date and says nothing.
_FILLERS = """
of the on in at de del della di do da den le la el am vom dem der du d' d l l' г года году годах р рік року roku r rok o os a um uhr h à kl klo
im il lo gli los las les nel v в у во we w jour
st nd rd th er re e ème º ª º. ad ce dated van op på i dne stop yılı سنة عام م ء gada m d metų წელი წლის թ թվականի को সাল ই год гг годы рр día dia день s'
"""
_CIRCA = """c ca cca circa about approx approximately around um etwa ungefähr vers env environ hacia alrededor verso intorno cerca
около ок примерно прибл близько бл omstreeks ongeveer rond około ok omkring noin kolem körülbelül yaklaşık حوالي 約 约 약 ~ ≈"""
_BEFORE = "before until til till bis vor avant antes prima до przed voor före før ennen před önce قبل pre"
_AFTER = "after since from seit nach ab après depuis después desde dopo dal после с od na vanaf efter sedan jälkeen sonra بعد post"
_TO = "to until till through bis à au al a até до по do tot till til – — - /"
_NOW = "present now today heute aujourd'hui présent actualidad presente oggi ongoing heden dziś настоящее"
_UNKNOWN = """n.d.|nd|n.d|n. d.|no date|undated|date unknown|unknown|s.d.|sd|s.d|s. d.|s.f.|s.f|s. f.|s.a.|s. a.|sine anno|o.j.|o. j.|o.d.|ohne jahr
ohne datum|sans date|sin fecha|senza data|sem data|z.j.|z. j.|b.d.|b.r.|bez daty|bez roku|б.г.|б. г.|б.д.|без даты|без даті|б.р.|б. р.|udat.|u.å.|u. å.|not available|n/a|na
none|null|nil|nan|nat|-|–|—|?|??|???|????|日期不详|不明|undefined|invalid date|tbd|..|../..|/"""


def _table(lines: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in filter(None, lines.split("\n")):
        for number, words in enumerate(line.split(" "), 1):
            for word in words.split(","):
                table.setdefault(folded(word.replace("_", " ")), number)
    return table


def _words(text: str) -> frozenset[str]:
    return frozenset(map(folded, text.split()))


MONTHS = _table(_MONTH_LINES)
SEASONS = {
    folded(word): 21 + number
    for number, line in enumerate(filter(None, _SEASON_LINES.split("\n")))
    for word in line.split(",")
}
WEEKDAYS = _words(_WEEKDAYS)
FILLERS = _words(_FILLERS)
CIRCA = _words(_CIRCA)
BEFORE = _words(_BEFORE)
AFTER = _words(_AFTER)
TO = _words(_TO)
NOW = _words(_NOW)
UNKNOWN = frozenset(folded(word) for line in _UNKNOWN.split("\n") for word in line.split("|"))

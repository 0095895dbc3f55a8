"""The languages of ISO 639: their codes, and what they are called in English, by themselves, and by LaTeX.

A line is the code of two letters where there is one, else that of three; the other codes of three letters; the names. Names
are folded (`languages`). Those of babel and polyglossia stand with a region where they mean one.
"""

from __future__ import annotations

LANGUAGES = """\
aa|aar|afar
ab|abk|abkhaz, abkhazian
ae|ave|avestan
af|afr|afrikaans
ak|aka|akan
am|amh|amharic, አማርኛ
an|arg|aragonese
ar|ara|arabic, العربية, عربي
as|asm|assamese
av|ava|avar, avaric
ay|aym|aymara
az|aze|azerbaijani, azeri, azərbaycan, azərbaycanca
ba|bak|bashkir
be|bel|belarusian, byelorussian, беларуская
bg|bul|bulgarian, български
bi|bis|bislama
bm|bam|bambara
bn|ben|bengali, bangla, বাংলা
bo|bod tib|tibetan
br|bre|breton, brezhoneg
bs|bos|bosnian, bosanski
ca|cat|catalan, valencian, català
ce|che|chechen
ch|cha|chamorro
co|cos|corsican
cr|cre|cree
cs|ces cze|czech, čeština, česky
cu|chu|church slavonic, old church slavonic
cv|chv|chuvash
cy|cym wel|welsh, cymraeg
da|dan|danish, dansk
de|deu ger|german, deutsch, ngerman, germanb
dv|div|divehi, dhivehi, maldivian
dz|dzo|dzongkha
ee|ewe|ewe
el|ell gre|greek, modern greek, ελληνικά
en|eng|english
eo|epo|esperanto
es|spa|spanish, castilian, español, castellano
et|est|estonian, eesti
eu|eus baq|basque, euskara
fa|fas per|persian, farsi, فارسی
ff|ful|fula, fulah
fi|fin|finnish, suomi
fj|fij|fijian
fo|fao|faroese, føroyskt
fr|fra fre|french, français, francais, frenchb
fy|fry|western frisian, frisian, frysk
ga|gle|irish, gaeilge
gd|gla|scottish gaelic, gàidhlig
gl|glg|galician, galego
gn|grn|guarani
gu|guj|gujarati
gv|glv|manx
ha|hau|hausa
he|heb|hebrew, עברית
hi|hin|hindi, हिन्दी
ho|hmo|hiri motu
hr|hrv scr|croatian, hrvatski
ht|hat|haitian creole, haitian
hu|hun|hungarian, magyar
hy|hye arm|armenian, հայերեն
hz|her|herero
ia|ina|interlingua
id|ind|indonesian, bahasa indonesia
ie|ile|interlingue, occidental
ig|ibo|igbo
ii|iii|nuosu
ik|ipk|inupiaq
io|ido|ido
is|isl ice|icelandic, íslenska
it|ita|italian, italiano
iu|iku|inuktitut
ja|jpn|japanese, 日本語
jv|jav|javanese
ka|kat geo|georgian, ქართული
kg|kon|kongo
ki|kik|kikuyu, gikuyu
kj|kua|kuanyama
kk|kaz|kazakh, қазақша, қазақ тілі
kl|kal|greenlandic, kalaallisut
km|khm|khmer
kn|kan|kannada
ko|kor|korean, 한국어
kr|kau|kanuri
ks|kas|kashmiri
ku|kur|kurdish, kurdî
kv|kom|komi
kw|cor|cornish
ky|kir|kyrgyz, kirghiz
la|lat|latin, latina
lb|ltz|luxembourgish, lëtzebuergesch
lg|lug|luganda, ganda
li|lim|limburgish
ln|lin|lingala
lo|lao|lao
lt|lit|lithuanian, lietuvių
lu|lub|luba-katanga
lv|lav|latvian, latviešu
mg|mlg|malagasy
mh|mah|marshallese
mi|mri mao|maori, te reo māori
mk|mkd mac|macedonian, македонски
ml|mal|malayalam
mn|mon|mongolian, монгол
mr|mar|marathi
ms|msa may|malay, bahasa melayu
mt|mlt|maltese, malti
my|mya bur|burmese
na|nau|nauru
nb|nob|norwegian bokmål, bokmål
nd|nde|northern ndebele
ne|nep|nepali
ng|ndo|ndonga
nl|nld dut|dutch, flemish, nederlands, vlaams
nn|nno|norwegian nynorsk, nynorsk
no|nor|norwegian, norsk
nr|nbl|southern ndebele
nv|nav|navajo
ny|nya|chichewa, nyanja
oc|oci|occitan
oj|oji|ojibwe
om|orm|oromo
or|ori|odia, oriya
os|oss|ossetian
pa|pan|punjabi, panjabi
pi|pli|pali
pl|pol|polish, polski
ps|pus|pashto
pt|por|portuguese, português, portugues, portuges
qu|que|quechua
rm|roh|romansh
rn|run|kirundi, rundi
ro|ron rum|romanian, moldavian, română
ru|rus|russian, русский
rw|kin|kinyarwanda
sa|san|sanskrit
sc|srd|sardinian
sd|snd|sindhi
se|sme|northern sami
sg|sag|sango
si|sin|sinhala, sinhalese
sk|slk slo|slovak, slovenčina
sl|slv|slovenian, slovene, slovenščina
sm|smo|samoan
sn|sna|shona
so|som|somali, soomaali
sq|sqi alb|albanian, shqip
sr|srp scc|serbian, српски, srpski
ss|ssw|swati
st|sot|southern sotho, sesotho
su|sun|sundanese
sv|swe|swedish, svenska
sw|swa|swahili, kiswahili
ta|tam|tamil, தமிழ்
te|tel|telugu
tg|tgk|tajik
th|tha|thai, ไทย
ti|tir|tigrinya
tk|tuk|turkmen
tl|tgl|tagalog
tn|tsn|tswana
to|ton|tongan
tr|tur|turkish, türkçe, turkce
ts|tso|tsonga
tt|tat|tatar
tw|twi|twi
ty|tah|tahitian
ug|uig|uyghur, uighur
uk|ukr|ukrainian, українська
ur|urd|urdu, اردو
uz|uzb|uzbek, o'zbek
ve|ven|venda
vi|vie|vietnamese, tiếng việt
vo|vol|volapük
wa|wln|walloon
wo|wol|wolof
xh|xho|xhosa
yi|yid|yiddish
yo|yor|yoruba
za|zha|zhuang
zh|zho chi cmn|chinese, mandarin, mandarin chinese, 中文, 汉语, 漢語, 普通话
zu|zul|zulu
sh||serbo-croatian
ckb||sorani, central kurdish
fil||filipino
grc||ancient greek
prs||dari
yue||cantonese, 粵語, 粤语
en-GB||british english, british, ukenglish
en-US||american english, american, usenglish
en-AU||australian english, australian
en-CA||canadian english, canadian
en-NZ||new zealand english, newzealand
de-AT||austrian german, austrian, naustrian
de-CH||swiss german, swissgerman, nswissgerman
fr-CA||canadian french, canadien
pt-BR||brazilian portuguese, brazilian, brazil
pt-PT||european portuguese
es-MX||mexican spanish, mexican
zh-Hans||simplified chinese, chinese simplified, 简体中文
zh-Hant||traditional chinese, chinese traditional, 繁體中文"""

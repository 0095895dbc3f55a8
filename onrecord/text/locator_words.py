"""What locators count, in the words of other languages than English: "Kap. 2", "стр. 5", "第5页". Loaded when English has no such word."""

from __future__ import annotations

import re
import unicodedata

from onrecord.text.clean import normalized

# By label, the words and short forms, as they stand before the value; without their full stops, and folded as `_folded` does.
_WORDS = {
    "page": "seite seiten s sida sidor sid side sider sivu sivut página páginas pág págs pagina pagine paginas pagg bladzijde "
    "bladzijden blz strona strony strana strany stranica str stránka oldal sayfa sayfalar halaman hlm hal trang tr pàgina "
    "pagină pagini páxina orrialdea lehekülg lk lappuse lpp puslapis psl strán "
    "страница страницы стр с сторінка сторінки стор старонка страна σελίδα σελίδες σελ σ صفحة الصفحة صفحات ص صفحه עמוד עמ עמודים "
    "पृष्ठ पृ পৃষ্ঠা หน้า էջ გვ გვერდი",
    "paragraph": "absatz absätze abs randnummer rn rz rdnr alinéa alinéas alinea al paragraphe paragraphes párrafo párrafos párr "
    "paragrafo paragrafi parágrafo parágrafos stycke st avsnitt afsnit akapit akapity ak odstavec odst odsek ods bekezdés bek "
    "paragraf kappale alineat абзац абзацы абз пасус параграф παράγραφος παρ пар الفقرة فقرة פסקה अनुच्छेद đoạn paràgraf",
    "chapter": "kapitel kap chapitre chapitres capítulo capítulos cap caps capitolo capitoli capp hoofdstuk hfst hfdst rozdział "
    "rozdz kapitola kapitoly poglavlje pogl fejezet fej bölüm böl bab luku chương chg capitol capítol kapittel peatükk nodaļa skyrius "
    "глава главы гл розділ розд κεφάλαιο κεφ الفصل فصل باب פרק अध्याय บทที่",
    "section": "abschnitt abschn section sections sección secc sezione sez seção secção paragraf§ afdeling sekcja oddíl секция раздел "
    "разд τμήμα القسم قسم סעיף",
    "volume": "band bd bde t tome tomes tomo tomi volumen volumi volumes deel dl dln tom svazek kötet köt cilt jilid tập nide "
    "том тома т свеска τόμος τ τομ المجلد مجلد ج כרך जिल्द",
    "column": "spalte spalten sp colonne colonnes columna columnas colonna coluna kolom kol kolumna szpalta spalt spalte sloupec hasáb "
    "столбец стб колонка στήλη عمود",
    "line": "zeile zeilen z ligne lignes línea líneas lín riga righe linha linhas regel regels rad rader linje linjer wiersz wers "
    "řádek sor satır rivi строка строки строк рядок στίχος سطر שורה dòng",
    "note": "anmerkung anmerkungen anm fußnote fussnote fußn nota notas note noot noten not fotnot fodnote przypis przyp poznámka pozn "
    "jegyzet dipnot viite примечание прим сноска примітка σημείωση σημ ملاحظة حاشية הערה",
    "issue": "nummer nummern nr numéro numéros n° nº n.º número números núm numero numeri numer číslo č szám sayı numero "
    "номер № вып выпуск τεύχος العدد عدد גיליון số",
    "part": "teil teile partie parties parte partes parti del delar dele część cz část rész kısım osa часть ч частина μέρος μέρ الجزء "
    "جزء חלק भाग phần",
    "article-locator": "artikel artikels artículo artículos articolo articoli artigo artigos artykuł článek čl cikk madde md "
    "artikla статья ст стаття чл άρθρο المادة مادة điều",
    "folio": "blatt bl feuillet feuillets f° fº foglio folha fl folium list лист л φύλλο ورقة",
    "figure": "abbildung abbildungen abb figura figuras figurer rysunek rys obrázek obr ábra şekil рисунок рис εικόνα الشكل",
    "table": "tabelle tabellen tableau tableaux tabla tablas tabella tabelle tabela tabel tabulka tabell táblázat tablo таблица табл πίνακας الجدول جدول",
    "verse": "vers verset versículo versetto versículos verso werset verš ayet стих αγία آية פסוק",
    "book": "buch livre libro libri livro boek bok bog książka kniha könyv kitap книга кн βιβλίο كتاب ספר",
    "appendix": "anhang anh anlage annexe annexes anexo anexos allegato appendice bijlage bilaga bilag załącznik zał příloha ek "
    "приложение прил додаток παράρτημα ملحق",
}  # fmt: skip
# What stands behind the value, or around it: 第5页, 5쪽, 12. oldal.
_AROUND = {
    "page": "页 頁 ページ 쪽 페이지 oldal o",
    "paragraph": "段 段落 문단 단락 bekezdés",
    "chapter": "章 장 fejezet",
    "section": "节 節 절",
    "volume": "卷 巻 册 冊 권 kötet",
    "article-locator": "条 條 조",
    "line": "行 행 sor",
    "issue": "号 號 期 호",
    "part": "部 부",
}
_LABELLED = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’׳])?|№|n\.?[°º]|f[°º])(?:[.:] ?| |(?=\d))(?P<value>\w.*)", re.IGNORECASE
)
_ENCLOSED = re.compile(
    r"(?:第|제)? ?(?P<value>[\w.–-]*\d[\d–-]*|[一二三四五六七八九十百千〇零]+)\.? ?(?P<word>[^\W\d_]+)\.?"
)
_ROMAN = re.compile(
    r"(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})", re.IGNORECASE
)


def _folded(word: str) -> str:
    bare = normalized("NFKD", word.casefold().rstrip("'’׳."))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


_LABEL_OF = {_folded(word): label for label, words in reversed(_WORDS.items()) for word in words.split()}
_LABEL_AROUND = {_folded(word): label for label, words in _AROUND.items() for word in words.split()}


def read(line: str) -> tuple[str, str] | None:
    """The label and the value of a locator in another language, None where this is none: "Kap. 2", "стр. 5–7", "第5页"."""
    match = _LABELLED.fullmatch(line)
    if match and (label := _LABEL_OF.get(_folded(match["word"]))) and _counts(match["value"]):
        return label, match["value"]
    around = _ENCLOSED.fullmatch(line)
    if around and (label := _LABEL_AROUND.get(_folded(around["word"]))):
        return label, around["value"]
    return None


def _counts(value: str) -> bool:
    """Whether something is counted with: "s. 3" is a page, "s. oben" is none."""
    return any(character.isdigit() for character in value) or is_roman(
        value.split("-")[0].split("–")[0].strip()
    )


def is_roman(word: str) -> bool:
    """Whether this is a Roman numeral: iv, XII."""
    return _ROMAN.fullmatch(word) is not None

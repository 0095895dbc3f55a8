"""Who the author is, of what stands where the author should be: lists, agencies, desks, accounts, ministries, markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.authors import usable
from onrecord.ingest.document import Author
from onrecord.ingest.read import read_bytes
from onrecord.ingest.titles import usable_title
from onrecord.text.organisations import is_organisation

TEXT = "<p>The last ferry sails on Friday, said the port authority, and the quay closes for the winter.</p>"


def names(stated: str, *site: str) -> list[str]:
    return [author.name for author in usable([Author(stated)], site=site)]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Ann Lee, Bo Quist and Cy Dee", ["Ann Lee", "Bo Quist", "Cy Dee"]),
        ("Ann Lee, Bo Quist, and Cy Dee", ["Ann Lee", "Bo Quist", "Cy Dee"]),
        ("By Ann Lee in Eastport and Bo Quist in Tallvik", ["Ann Lee", "Bo Quist"]),
        ("Lee, Ann; Quist, Bo", ["Ann Lee", "Bo Quist"]),
        ("Lee, Ann, Quist, Bo", ["Ann Lee", "Bo Quist"]),
        ("Lee, Ann, and Bo Quist", ["Ann Lee", "Bo Quist"]),
        ("Lee A, Quist B", ["A Lee", "B Quist"]),
        ("van der Berg, Jan", ["Jan van der Berg"]),
        ("van den Berg, Jan, de Boer, Piet", ["Jan van den Berg", "Piet de Boer"]),
        ("von der Leyen, Ursula", ["Ursula von der Leyen"]),
        ("By von der Leyen, U.; von Trapp, Maria", ["U. von der Leyen", "Maria von Trapp"]),
        ("von der Leyen, Ursula and van den Berg, Jan", ["Ursula von der Leyen", "Jan van den Berg"]),
        ("von der Osten, Wiebrecht", ["Wiebrecht von der Osten"]),
        ("di Rossi, Anna", ["Anna di Rossi"]),
        ("von Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("Von Anna Schmidt, Bernd Klose", ["Anna Schmidt", "Bernd Klose"]),
        ("di Anna Rossi, Bo Verdi", ["Anna Rossi", "Bo Verdi"]),
        ("Von Anna Schmidt und Bernd Klose", ["Anna Schmidt", "Bernd Klose"]),
        ("Par Anne Petit et Bo Martin", ["Anne Petit", "Bo Martin"]),
        ("Por Ana Ruiz y Luis Gómez", ["Ana Ruiz", "Luis Gómez"]),
        ("di Anna Rossi e Bo Verdi", ["Anna Rossi", "Bo Verdi"]),
        ("Autor: Anna Nowak i Jan Kowal", ["Anna Nowak", "Jan Kowal"]),
        ("بقلم: سلمى الحداد", ["سلمى الحداد"]),
        ("كتبت: سلمى الحداد", ["سلمى الحداد"]),
        ("Текст: Анна Ли, Бо Квист и Си Ди", ["Анна Ли", "Бо Квист", "Си Ди"]),
        ("Door Jan de Boer en Piet Kok", ["Jan de Boer", "Piet Kok"]),
        ("김민수, 이영희", ["김민수", "이영희"]),
        ("سامي الحداد، ليلى حسن", ["سامي الحداد", "ليلى حسن"]),
        ("记者 王芳 李明", ["王芳", "李明"]),
        ("記者 山田 太郎", ["山田 太郎"]),
        ("Arne Lind King, Jr.", ["Arne Lind King Jr."]),
        ("Arne King, Jr., Bo Quist, Sr.", ["Arne King Jr.", "Bo Quist Sr."]),
        ("wp_admin", []),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ann Lee1,2, Bo Quist2", ["Ann Lee", "Bo Quist"]),
        ("Ann Lee, Bo Quist; photos by Cy Dee", ["Ann Lee", "Bo Quist"]),
        ("Ann Lee et al.", ["Ann Lee"]),
        ("García Márquez, Gabriel", ["Gabriel García Márquez"]),
        ("García Márquez, Gabriel; Vargas Llosa, Mario", ["Gabriel García Márquez", "Mario Vargas Llosa"]),
        ("García Márquez, Gabriel and Vargas Llosa, Mario", ["Gabriel García Márquez", "Mario Vargas Llosa"]),
        ("Ramón y Cajal, Santiago", ["Santiago Ramón y Cajal"]),
        ("Sánchez Ruiz, María José", ["María José Sánchez Ruiz"]),
        ("Silva Santos, J.", ["J. Silva Santos"]),
        ("Ana García, Luis Pérez", ["Ana García", "Luis Pérez"]),
        ("Lee, Ann, Quist, Bo and Dahl, Cy", ["Ann Lee", "Bo Quist", "Cy Dahl"]),
        ("Ann Lee & Bo Quist", ["Ann Lee", "Bo Quist"]),
        ("Ann & Bo Lee", ["Ann Lee", "Bo Lee"]),
        ("Ann Lee/Bo Quist", ["Ann Lee", "Bo Quist"]),
        ("Av Ann Lee og Bo Quist", ["Ann Lee", "Bo Quist"]),
        ("Prof. Dr. Ann Lee und Dr. Bo Quist", ["Ann Lee", "Bo Quist"]),
        ("山田太郎・佐藤花子", ["山田太郎", "佐藤花子"]),
        ("Harbour Trust and Coast Fund", ["Harbour Trust and Coast Fund"]),
    ],
)
def test_a_list_in_one_string_is_taken_apart(stated: str, expected: list[str]) -> None:
    assert names(stated) == expected


@pytest.mark.parametrize(
    "stated",
    [
        *("Ann Lee, CNN", "Ann Lee, Reuters", "Ann Lee, BBC News", "Ann Lee | CNN", "Ann Lee - Reuters", "Ann Lee/AFP"),
        *("Ann Lee (Reuters)", "Ann Lee, Staff Writer", "Ann Lee, Washington correspondent", "Ann Lee, PhD"),
        *("Ann Lee, MD, MPH", "Ann Lee, Office of the Mayor", "Ann Lee, Eastport", "Ann Lee, The Eastport Courier"),
        *("Story by Ann Lee", "news@courier.example (Ann Lee)", "Ann Lee <ann@courier.example>", "Ann Lee and Agencies"),
        *('<a href="/ann">Ann Lee</a>', "&lt;b&gt;Ann Lee&lt;/b&gt;", "<span>Ann Lee</span>", "Ann Lee, Chief Economist, Bank of Eastport"),
        *("Text: Ann Lee, Fotos: Bo Quist", "Words: Ann Lee. Photos: Bo Quist", "Text und Fotos: Ann Lee", "Par Ann Lee (avec AFP)", "Ann Lee mit dpa"),
        *("Ann Lee/Reuters", "Ann Lee/Reuters/AP", "Ann Lee for The Eastport Courier", "Ann Lee, Eastport Courier", "Ann Lee @annlee"),
        *("Posted by Ann Lee on May 3, 2020", "By Ann Lee | May 3, 2020", "By Ann Lee Published 3 May 2020", "Ann Lee (Text) und Bo Quist (Fotos)"),
        *("Van onze correspondent Ann Lee", "Kirjoittanut Ann Lee", "Yazan: Ann Lee", "Skrevet av Ann Lee", "Dr. Ann Lee"),
    ],
)  # fmt: skip
def test_an_agency_a_role_a_degree_or_markup_is_no_part_of_a_name(stated: str) -> None:
    assert names(stated) == ["Ann Lee"]


@pytest.mark.parametrize(
    "stated",
    [
        *("By Staff", "admin", "Administrator", "Microsoft Office User", "Newsroom", "The Editors", "Reuters Staff", "From staff reports"),
        *("(anonymous)", "Redaktion", "Von unserer Redaktion", "La Rédaction", "Redacción", "La redazione", "Da Redação", "Redakcja"),
        *("Редакция", "редакція", "Van onze redactie", "Пресс-служба Кремля", "ann@courier.example", "https://courier.example/ann", "…"),
    ],
)  # fmt: skip
def test_desks_accounts_and_programs_are_nobody(stated: str) -> None:
    assert names(stated) == []


@pytest.mark.parametrize(
    "name",
    [
        *("Office of the Auditor General", "Ministry of Ports and Harbours", "Department for Business, Energy and Industrial Strategy"),
        *("Bundesministerium für Gesundheit", "Auswärtiges Amt", "Cour des comptes", "Ministère de la Santé", "Ministerio de Sanidad"),
        *("Corte dei conti", "Ministério da Saúde", "Tribunal de Contas da União", "Najwyższa Izba Kontroli", "Ministerstwo Zdrowia"),
        *("Счётная палата", "Министерство обороны", "Роскомнадзор", "Міністерство оборони України", "Верховна Рада", "Рахункова палата"),
        *("Algemene Rekenkamer", "Ministerie van Volksgezondheid", "Gemeente Amsterdam", "KCNA", "Supreme Court of India", "Bank of England"),
        *("Ernst & Young", "Marks & Spencer", "Johnson and Johnson", "Simon & Schuster", "Ann McDonald & Sons", "Health and Safety Executive"),
        *("Sundhedsministeriet", "Folkhälsomyndigheten", "Utenriksdepartementet", "Helsingin yliopisto", "Ministerstvo zdravotnictví"),
        *("Egészségügyi Minisztérium", "Universitatea București", "Sağlık Bakanlığı", "Υπουργείο Υγείας", "وزارة الصحة", "משרד הבריאות"),
        *("厚生労働省", "北京大学", "보건복지부", "स्वास्थ्य मंत्रालय", "Bộ Y tế", "Kementerian Kesehatan", "Max-Planck-Institut für Physik"),
    ],
)  # fmt: skip
def test_ministries_and_offices_are_one_organisation(name: str) -> None:
    assert usable([Author(name)]) == (Author(name, organisation=True),)


@pytest.mark.parametrize(
    "name",
    [
        *("Charlotte Church", "Robert Service", "Margaret Court", "Bill Press", "Ann Post", "Hélder Câmara", "Ростислав Мин"),
        *("Henry VIII", "Kim Jong Un", "Martin Luther King Jr.", "Jean-Pierre d'Alembert", "ANN LEE", "山田太郎", "Emily Bank"),
        *("José Ortega y Gasset", "김지원", "阿部寛", "Ann Sons", "Anna Banca", "Bo Watch-Lee"),
    ],
)  # fmt: skip
def test_people_with_such_names_stay_people(name: str) -> None:
    assert not is_organisation(name)
    assert usable([Author(name)]) == (Author(name),)


def test_the_site_is_no_author_and_a_ministry_that_signs_its_own_page_is() -> None:
    assert names("Eastport Wire", "Eastport Wire") == []
    assert names("The Eastport Courier", "Eastport Courier") == []
    assert names("eastportwire.example", "Eastport Wire") == []
    assert names("Ministry of Ports", "Ministry of Ports") == ["Ministry of Ports"]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Microsoft Word - ferry plan DRAFT v7.doc", "ferry plan DRAFT v7"),
        ("Microsoft PowerPoint - Ports.pptx", "Ports"),
        ("Harbour report", "Harbour report"),
        ("Word and object", "Word and object"),
        ("(anonymous)", None),
        ("Untitled Document", None),
        ("unbenannt", None),
        ("PowerPoint Presentation", None),
    ],
)
def test_titles_that_a_program_wrote(stated: str, title: str | None) -> None:
    assert usable_title(stated) == title


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from("Ann Lee, and ; & By / ( ) <a> Office of 김민수 - |".split())).map(" ".join)
)
def test_whatever_is_stated_gives_usable_names_and_settles(stated: str) -> None:
    found = usable([Author(stated)])
    assert all(author.name.strip() and len(author.name.splitlines()) == 1 for author in found)
    assert usable(found) == usable(usable(found))


def page(head: str, body: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}<article><h1>Quay opens</h1>{TEXT}</article></body></html>".encode()


def ld(node: str) -> str:
    return f'<script type="application/ld+json">{node}</script>'


def test_the_node_of_this_page_wins_over_the_first() -> None:
    other = '{"@type": "NewsArticle", "headline": "Fog", "url": "https://quay.example/b", "author": "Other Author"}'
    this = '{"@type": "NewsArticle", "headline": "Quay opens", "url": "https://quay.example/a/", "author": "Ann Lee"}'
    by_address = '<link rel="canonical" href="http://www.quay.example/a?x=1">' + ld(other) + ld(this)
    assert read_bytes(page(by_address), name="a.html").metadata.authors == (Author("Ann Lee"),)
    assert read_bytes(page(ld(other) + ld(this)), name="a.html").metadata.title == "Quay opens"
    alone = read_bytes(
        page('<link rel="canonical" href="https://quay.example/a">' + ld(other)), name="a.html"
    )
    assert alone.metadata.authors == ()


def test_names_in_an_array_and_a_person_who_is_an_organisation_too() -> None:
    two = read_bytes(
        page(ld('{"@type": "Article", "author": {"@type": "Person", "name": ["Ann Lee", "Bo Quist"]}}')),
        name="a.html",
    )
    assert [one.name for one in two.metadata.authors] == ["Ann Lee", "Bo Quist"]
    owner = '{"@graph": [{"@type": "Article", "author": {"@id": "#p"}}, {"@type": ["Person", "Organization"], "@id": "#p", "name": "Ann Lee"}]}'
    assert read_bytes(page(ld(owner)), name="a.html").metadata.authors == (Author("Ann Lee"),)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="og:site_name" content="The Eastport Courier">', ""),
        (ld('{"@type": "NewsArticle", "headline": "Quay opens", "publisher": {"@type": "Organization", "name": "The Eastport Courier"}}'), ""),
        ("<title>Quay opens | The Eastport Courier</title>", ""),
        ("<title>The Eastport Courier - Quay opens</title>", ""),
        ("", '<header><a class="site-logo" href="/"><img alt="The Eastport Courier logo"></a></header>'),
        ("", '<div class="masthead">The Eastport Courier</div>'),
    ],
)  # fmt: skip
def test_the_container_is_what_the_page_names(head: str, body: str) -> None:
    found = read_bytes(
        page(head + '<meta name="author" content="The Eastport Courier">', body), name="a.html"
    ).metadata
    assert (found.container_title, found.publisher, found.authors) == ("The Eastport Courier", None, ())
    assert found.title in ("Quay opens", None)

"""Dates as people and programs write them come to EDTF; what is in doubt comes to the year, and says so."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.text import dates, edtf
from onrecord.text.calendar_words import MONTHS

WRITTEN = [
    ("November 1, 1994", "1994-11-01"),
    ("٩ آب/أغسطس ٢٠١٨", "2018-08-09"),
    ("9 تشرين الثاني/نوفمبر 2018", "2018-11-09"),
    ("Nov 1994", "1994-11"),
    ("1. November 1994", "1994-11-01"),
    ("1er novembre 1994", "1994-11-01"),
    ("11/1994", "1994-11"),
    ("Spring 1994", "1994-21"),
    ("Fall 1994", "1994-23"),
    ("c. 1850", "1850~"),
    ("ca. 1850", "1850~"),
    ("[ca. 1850]", "1850~"),
    ("[1978]", "1978"),
    ("[1978?]", "1978?"),
    ("1978/79", "1978/1979"),
    ("1978-79", "1978/1979"),
    ("1999/00", "1999/2000"),
    ("n.d.", None),
    ("1994/11/01", "1994-11-01"),
    ("1994-3-5", "1994-03-05"),
    ("1897-1913", "1897/1913"),
    ("1897–1913", "1897/1913"),
    ("44 BC", "-0043"),
    ("44 v. Chr.", "-0043"),
    ("2 de noviembre de 1994", "1994-11-02"),
    ("ca. 1640s", "164X~"),
    ("[ca. 1950s?]", "195X%"),
    ("vers les années 1920", "192X~"),
    ("c. 19th century", "18XX~"),
    ("0000", None),
    ("0000-00-00", None),
    ("0001-01-01T00:00:00", None),
    ("1970-01-01T00:00:00Z", None),
    ("1899-12-30", None),
    ("1994-00-00", "1994"),
    ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
    ("Tue Mar  5 10:00:00 2024", "2024-03-05"),
    ("Tue Mar 05 2024 10:00:00 GMT+0000 (Coordinated Universal Time)", "2024-03-05"),
    ("2024-03-05T10:00", "2024-03-05"),
    ("2024-03-05 10:00:00 +0200", "2024-03-05"),
    ("2024-03-05T23:30:00.000-05:00", "2024-03-05"),
    ("20240305", "2024-03-05"),
    ("D:20240305100000Z", "2024-03-05"),
    ("1709632800", "2024-03-05"),
    ("1709632800000", "2024-03-05"),
    ("03/04/2020", "2020"),
    ("13/04/2020", "2020-04-13"),
    ("04/13/2020", "2020-04-13"),
    ("03.04.2020", "2020-04-03"),
    ("5. März 2024", "2024-03-05"),
    ("Dienstag, 5. März 2024, 10:00 Uhr", "2024-03-05"),
    ("mardi 5 mars 2024 à 10h30", "2024-03-05"),
    ("martes, 5 de marzo de 2024", "2024-03-05"),
    ("5 marzo 2024", "2024-03-05"),
    ("5 de março de 2024", "2024-03-05"),
    ("5 marca 2024 r.", "2024-03-05"),
    ("5 марта 2024 г.", "2024-03-05"),
    ("5 марта 2024 года, 10:00", "2024-03-05"),
    ("5 березня 2024 року", "2024-03-05"),
    ("5 maart 2024", "2024-03-05"),
    ("2024年3月5日", "2024-03-05"),
    ("２０２４年３月５日", "2024-03-05"),
    ("2024년 3월 5일", "2024-03-05"),
    ("2024. 3. 5.", "2024-03-05"),
    ("令和6年3月5日", "2024-03-05"),
    ("昭和元年", "1926"),
    ("5 Mart 2024 Salı", "2024-03-05"),
    ("٥ مارس ٢٠٢٤", "2024-03-05"),
    ("5 آذار 2024", "2024-03-05"),
    ("1 تشرين الثاني 1994", "1994-11-01"),
    ("5 mars 2024", "2024-03-05"),
    ("5. maaliskuuta 2024", "2024-03-05"),
    ("2024. március 5.", "2024-03-05"),
    ("5 Μαρτίου 2024", "2024-03-05"),
    ("March 3-5, 2024", "2024-03-03/2024-03-05"),
    ("3-5 March 2024", "2024-03-03/2024-03-05"),
    ("3. bis 5. März 2024", "2024-03-03/2024-03-05"),
    ("30 March - 2 April 2024", "2024-03-30/2024-04-02"),
    ("Jan.-Feb. 1994", "1994-01/1994-02"),
    ("Dec 2023 - Jan 2024", "2023-12/2024-01"),
    ("Dec-Jan 1994", "1993-12/1994-01"),
    ("Spring/Summer 1994", "1994-21/1994-22"),
    ("1850s", "185X"),
    ("the 1850s", "185X"),
    ("19th century", "18XX"),
    ("19. Jahrhundert", "18XX"),
    ("XIX век", "18XX"),
    ("XIXe siècle", "18XX"),
    ("197-", "197X"),
    ("19--", "19XX"),
    ("before 1850", "../1850"),
    ("after 1850", "1850/.."),
    ("vor 1850", "../1850"),
    ("since 1994", "1994/.."),
    ("1994-present", "1994/.."),
    ("1994–", "1994/.."),
    ("between 1850 and 1860", "1850/1860"),
    ("1850?", "1850?"),
    ("1994-21", "1994-21"),
    ("2004-06-XX/2004-07-03", "2004-06-XX/2004-07-03"),
    ("Y17000", "Y17000"),
    ("5-Mar-2024", "2024-03-05"),
    ("Mar-2024", "2024-03"),
    ("1994 Nov 1", "1994-11-01"),
    ("1994, November", "1994-11"),
    ("March 5th, 2024", "2024-03-05"),
    ("Mar 5, 2024 at 10:00 AM EST", "2024-03-05"),
    ("March 5, 2024 | 10:00 a.m. ET", "2024-03-05"),
    ("5th of March 2024", "2024-03-05"),
    ("Sept. 3, 2020", "2020-09-03"),
    ("vers 1850", "1850~"),
    ("um 1850", "1850~"),
    ("около 1850 г.", "1850~"),
    ("1850 circa", "1850~"),
    ("c1850", "1850~"),
    ("1749/50", "1749/1750"),
    ("1994-11-01/1994-11-03", "1994-11-01/1994-11-03"),
    ("2020/03/04", "2020-03-04"),
    ("3.2024", "2024-03"),
    ("1 Nov. 1994", "1994-11-01"),
    ("12 août 1914", "1914-08-12"),
    ("12 aout 1914", "1914-08-12"),
    ("1º de maio de 2020", "2020-05-01"),
    ("2 września 1939", "1939-09-02"),
    ("1 listopada 1994", "1994-11-01"),
    ("24. prosince 2020", "2020-12-24"),
    ("公元前44年", "-0043"),
    ("1994-1-01", "1994-01-01"),
    ("2024-3", "2024-03"),
    ("5/3/2024 10:30", "2024"),
    ("0", None),
    ("Thursday 1 January 1970", "1970-01-01"),
    ("-0043-03-15", "-0043-03-15"),
    ("May 2020", "2020-05"),
    ("mai 2020", "2020-05"),
    ("5-6 mai 2020", "2020-05-05/2020-05-06"),
    ("3 al 5 de mayo de 2020", "2020-05-03/2020-05-05"),
    ("del 3 al 5 de mayo de 2020", "2020-05-03/2020-05-05"),
    ("od 3 do 5 maja 2020", "2020-05-03/2020-05-05"),
    ("с 3 по 5 мая 2020 г.", "2020-05-03/2020-05-05"),
    ("du 3 au 5 mai 2020", "2020-05-03/2020-05-05"),
    ("Monday, 3. maj 2021", "2021-05-03"),
]

SPANS = [
    *(("AD 79", "0079"), ("79 CE", "0079"), ("79 n. Chr.", "0079"), ("79 d.C.", "0079"), ("c. AD 79", "0079~"), ("AD 1066", "1066")),
    *(("15 March 44 BC", "-0043-03-15"), ("March 44 BC", "-0043-03"), ("500–450 BC", "-0499/-0449"), ("1st century BC", "-0099/0000")),
    *((form, "2020-07/2020-09") for form in (
        "Q3 2020", "2020-Q3", "3Q 2020", "third quarter of 2020", "3. Quartal 2020", "im dritten Quartal 2020", "3e trimestre 2020",
        "tercer trimestre de 2020", "derde kwartaal 2020", "третий квартал 2020 года", "III kwartał 2020", "2020年第3四半期", "2020년 3분기",
    )),
    *((form, "2021-01/2021-06") for form in (
        "H1 2021", "1H 2021", "first half of 2021", "1. Halbjahr 2021", "premier semestre 2021", "первое полугодие 2021", "2021年上半年",
    )),
    *((form, "2019-23") for form in ("fall 2019", "im Herbst 2019", "hösten 2019", "осенью 2019 года", "2019年秋", "2019년 가을")),
    *(("winter 2019/20", "2019-24"), ("Winter of 2019-2020", "2019-24")),
    *((form, "2020-03-05") for form in (
        "torsdag den 5. marts 2020", "torsdagen den 5 mars 2020", "tors 5 mars 2020", "torstaina 5. maaliskuuta 2020", "to 5.3.2020",
        "donderdag 5 maart 2020", "5 maart 2020 (donderdag)", "5. März 2020, Donnerstag", "quinta-feira, 5 de março de 2020",
        "в четверг, 5 марта 2020 года", "joi, 5 martie 2020", "יום חמישי, 5 במרץ 2020", "fimmtudagur 5. mars 2020", "štvrtok 5. marca 2020",
        "neljapäev, 5. märts 2020", "Thứ Năm, 5 tháng 3, 2020", "Kamis, 5 Maret 2020", "2020-W10-4", "2020-065",
    )),
    *(("early 1990s", "1990~/1993~"), ("mid-1990s", "1994~/1996~"), ("Ende der 1990er Jahre", "1997~/1999~"), ("late 19th century", "1867~/1899~")),
    *(("début mars 2020", "2020-03-01~/2020-03-10~"), ("late February 2021", "2021-02-21~/2021-02-28~"), ("mid-1990", "1990-05~/1990-08~")),
    *(("années 1850", "185X"), ("los años 1850", "185X"), ("1850-е годы", "185X"), ("probably 1850", "1850?"), ("not before 1900", "1900/..")),
    *(("tra il 1910 e il 1912", "1910/1912"), ("by 1900", "../1900"), ("2020-W10", "2020-03-02/2020-03-08"), ("KW 53/2020", "2020-12-28/2021-01-03")),
    *(("令和6年", "2024"), ("R6.3.5", "2024-03-05"), ("昭和二十年八月十五日", "1945-08-15"), ("明治五年三月", "1872"), ("民國113年", "2024"), ("Heisei 31", "2019")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), SPANS)
def test_parts_of_years_weeks_and_eras(text: str, date: str) -> None:
    found = dates.read(text)
    assert found is not None
    assert (found.edtf, found.doubt) == (date, None)
    assert dates.typed(text).text == date


SOLAR = [
    *(("۱۵ اسفند ۱۴۰۲", "2024-03-05"), ("سه‌شنبه ۱۵ اسفند ۱۴۰۲ - ۱۰:۲۰", "2024-03-05"), ("15 Esfand 1398", "2020-03-05"), ("1 فروردین 1403", "2024-03-20")),
    *(("30 اسفند 1399", "2021-03-20"), ("۱۴۰۲/۱۲/۱۵", "2024-03-05"), ("اسفند ۱۴۰۲", "2024-02-20/2024-03-19"), ("10 ثور 1400", "2021-04-30")),
    *(("5 มีนาคม 2567", "2024-03-05"), ("วันอังคารที่ ๕ มีนาคม พ.ศ. ๒๕๖๗ เวลา 10:20 น.", "2024-03-05"), ("5 มี.ค. 67", "2024-03-05"), ("มีนาคม 2567", "2024-03")),
    *(("5 มีนาคม 2024", "2024-03-05"), ("พ.ศ. 2567", "2024")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), SOLAR)
def test_the_calendars_of_iran_and_thailand_are_read_to_the_day(text: str, date: str) -> None:
    found = dates.read(text)
    assert found is not None
    assert (found.edtf, found.doubt) == (date, None)


def test_figures_of_an_iranian_page_are_persian_and_others_are_not_guessed() -> None:
    assert dates.of_edtf("1402/12/15", "fa-IR") == "2024-03-05"
    assert dates.of_edtf("1445/08/24", "ar") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        *(("5 मार्च 2024", "2024-03-05"), ("मंगलवार, 5 मार्च 2024", "2024-03-05"), ("৫ মার্চ ২০২৪", "2024-03-05"), ("5 مارچ 2024ء", "2024-03-05")),
        *(("2024 m. kovo 5 d.", "2024-03-05"), ("2024. gada 5. marts", "2024-03-05"), ("5. მარტი 2024", "2024-03-05"), ("5 сакавіка 2024", "2024-03-05")),
        *(("Marso 5, 2024", "2024-03-05"), ("5 Mac 2024", "2024-03-05"), ("中華民國113年3月5日", "2024-03-05")),
        *(("SPR 2005", "2005-21"), ("FAL 2004", "2004-23"), ("199?", "199X"), ("19??", "19XX"), ("[18--?]", "18XX?"), ("18uu", "18XX")),
        *(("[19–]", "19XX"), ("©1998", "1998"), ("1-MAR 2004", "2004-03-01"), ("5-March 2004", "2004-03-05")),
    ],
)  # fmt: skip
def test_months_of_more_languages_and_years_known_in_part(text: str, date: str) -> None:
    assert dates.of_edtf(text) == date


OTHERS = [
    *(("1445 AH", "Islamic"), ("1 Ramadan 1445", "Islamic"), ("1445 هـ", "Islamic"), ("30 اسفند 1402", "Persian"), ("1398/12/15", "Persian")),
    *(("2563 BE", "Buddhist"), ("๕ มีนาคม ๒๔๗๐", "Buddhist"), ("5 Nisan 5780", "Hebrew"), ("18 brumaire an VIII", "Republican")),
    *(("康熙20年", "Chinese"), ("शक 1942", "Indian"), ("5 March 1700 (Old Style)", "Julian")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "calendar"), OTHERS)
def test_other_calendars_are_named_and_never_misread(text: str, calendar: str) -> None:
    assert dates.read(text) is None
    assert dates.csl(text) == {"literal": text}
    with pytest.raises(InputError, match=rf"a date of .*{calendar}.*which is not read: write"):
        dates.typed(text)


@pytest.mark.parametrize("text", ["2024-02-30", "30 February 2024", "30.02.2024"])
def test_a_day_that_is_none_is_not_advised(text: str) -> None:
    with pytest.raises(InputError, match=r"is not a day: February 2024 has 29 days\.$"):
        dates.typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Q5 2020",
        "H3 2021",
        "2020-W54",
        "2021-366",
        "fifth quarter of 2020",
        "昭和70年",
        "winter 2019/21",
        "early forthcoming",
    ],
)
def test_parts_that_there_are_not(text: str) -> None:
    assert dates.read(text) is None


@given(st.integers(1, 53), st.integers(1, 7), st.integers(1583, 2400))
def test_weeks_are_those_of_the_calendar(week: int, day: int, year: int) -> None:
    found = dates.read(f"{year}-W{week:02}-{day}")
    try:
        expected = date.fromisocalendar(year, week, day).isoformat()
    except ValueError:
        assert found is None
    else:
        assert found is not None and found.edtf == expected


NO_DATES = [
    "forthcoming",
    "in press",
    "March 2",
    "hello 1994",
    "1994 1995 1996",
    "31 February 2024",
    "13/13/2020",
    "2024-13-01",
    "01 Nov 94",
    "১",
    "March 5, 2024 (updated March 6, 2024)",
]


@pytest.mark.parametrize(("text", "date"), WRITTEN)
def test_what_is_written_comes_to_edtf(text: str, date: str | None) -> None:
    found = dates.read(text)
    assert found is not None
    assert found.edtf == date
    assert (found.doubt is not None) == (text in ("03/04/2020", "5/3/2024 10:30"))


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_comes_to_nothing(text: str) -> None:
    assert dates.read(text) is None


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en-US", "2020-03-04"),
        ("en_GB", "2020-04-03"),
        ("de", "2020-04-03"),
        ("fr-FR", "2020-04-03"),
        ("en", "2020"),
        ("en-CA", "2020"),
        ("zh", "2020"),
        (None, "2020"),
    ],
)
def test_the_language_decides_between_day_and_month(language: str | None, date: str) -> None:
    found = dates.read("03/04/2020", language)
    assert found is not None
    assert found.edtf == date
    assert (found.doubt is None) == (len(date) > 4)


@pytest.mark.parametrize(
    ("line", "date", "part"),
    [
        ("By Ann Lee | March 5, 2024", "2024-03-05", "March 5, 2024"),
        ("Veröffentlicht am 5. März 2024 von Ann Lee", "2024-03-05", "am 5. März 2024"),
        ("Publié le 5 mars 2024 par Ann Lee", "2024-03-05", "le 5 mars 2024"),
        ("Опубликовано 5 марта 2024 г.", "2024-03-05", "5 марта 2024 г."),
        ("記者 李安 2024年3月5日", "2024-03-05", "2024年3月5日"),
    ],
)
def test_a_date_is_found_within_a_line(line: str, date: str, part: str) -> None:
    found = dates.in_line(line)
    assert found is not None
    assert found.written.edtf == date
    assert line[found.start : found.end] == part
    assert dates.in_line("In 2024 all was well") is None


def test_who_types_a_date_may_use_words_and_is_asked_what_an_ambiguous_one_means() -> None:
    assert dates.typed("14 March 2024").text == "2024-03-14"
    assert dates.typed("1970-01-01").text == "1970-01-01"
    with pytest.raises(InputError, match="3 April or 4 March 2020"):
        dates.typed("03/04/2020")
    with pytest.raises(InputError, match="2023-07-26"):
        dates.typed("n.d.")
    for zeros in ("0000", "0000-00-00", "00/00/0000"):
        with pytest.raises(InputError, match="stands for no date"):
            dates.typed(zeros)
    assert dates.typed("1 BCE").text == "0000"


@given(st.dates(), st.sampled_from(sorted(word for word in MONTHS if word.isalpha())), st.booleans())
def test_every_month_in_every_language_is_read(day, word: str, first: bool) -> None:  # type: ignore[no-untyped-def]
    year = max(day.year, 100)
    number = min(day.day, 28)
    text = f"{word} {number}, {year:04}" if first else f"{number} {word} {year:04}"
    found = dates.read(text)
    assert found is not None
    assert found.edtf == f"{year:04}-{MONTHS[word]:02}-{number:02}"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"literal": "Nov 1994"}, "1994-11"),
        ({"raw": "c. 1850"}, "1850~"),
        ({"raw": "1994-11?"}, "1994-11?"),
        ({"raw": "2003-02-30"}, "2003-02"),
        ({"raw": "2003-17-30"}, None),
        ({"raw": "03/04/1994", "date-parts": [[1994]]}, "1994"),
        ({"literal": "Michaelmas 2001", "date-parts": [[2001]]}, "2001"),
        ({"literal": "in press"}, None),
        ({"date-parts": [[0]], "literal": "0000"}, None),
        ({}, None),
    ],
)
def test_a_date_of_csl_is_read_in_words_where_it_has_no_more(
    value: dict[str, object], date: str | None
) -> None:
    assert dates.of_csl(value) == date


_WORDS = st.sampled_from(
    "1 2 3 12 13 31 1994 2024 0000 44 / - – . , : ; ( ) [ ] ? ~ c. circa bc ad T Z 年 月 日 März march mar 5th before after to "
    "bis and between spring fall 19th century 10:00 am gmt +0200 xix s. 昭和 元 ½ ² ٣ １ IV 00 99 today".split()
)


@settings(max_examples=500)
@given(
    st.one_of(
        st.text(max_size=400),
        st.lists(_WORDS, max_size=9).map(" ".join),
        st.lists(_WORDS, max_size=9).map("".join),
    )
)
def test_nothing_raises_and_what_is_read_is_edtf_that_reads_as_itself(text: str) -> None:
    found = dates.read(text)
    if found is not None and found.edtf is not None:
        edtf.parse(found.edtf)
        again = dates.read(found.edtf)
        assert again is not None
        assert again.edtf in (found.edtf, None)
    dates.in_line(text)
    assert dates.csl(text) is None or dates.csl(text)

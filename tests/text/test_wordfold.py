"""The words of a text: what readers take for one word is one, in the folding and in SQLite's tokenizer alike."""

import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.fulltext import TOKENIZER
from onrecord.text.wordfold import copy_of, is_unspaced, placed, spans, words

ASSIGNED = [
    one
    for one in map(chr, range(1, sys.maxunicode + 1))
    if unicodedata.category(one) not in ("Cn", "Co", "Cs")
]
LETTERS = [one for one in ASSIGNED if unicodedata.category(one)[0] in "LN"]
# Letters that are no more than a mark beside another, or an apostrophe: alone they are no word.
NO_WORDS = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02cc\u0374\u037a\u0640\ufe71"
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
written = st.text(
    st.sampled_from(
        "aAéÉßøİıſﬁ½Ωώςё\u0301й\u0306їʼ'’-.,  \u200c\u200d\u00adאָأإةىکی٢हिंक़ไำがﾞｶか\u3099각\u1100\u1161\u11a8東京ＡＢ₽"
    ),
    max_size=20,
)


def tokenized(given: Iterable[str]) -> dict[int, list[str]]:
    """FTS5's words of each text, by its place."""
    found: dict[int, list[str]] = defaultdict(list)
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"CREATE VIRTUAL TABLE given USING fts5(text, content='', tokenize=\"{TOKENIZER}\")")
        db.execute("CREATE VIRTUAL TABLE words USING fts5vocab(given, instance)")
        db.executemany("INSERT INTO given(rowid, text) VALUES (?, ?)", enumerate(given))
        for number, word in db.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
            found[number].append(word)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ушёл", "ушел"),
        ("замо́к", "замок"),
        ("военный", "вое\u043d\u043dы\u0438\u0306"),
        ("Їжа", "\u0456\u0308жа"),
        ("ЛИМАН", "лиман"),
        ("λιμάνι", "λιμανι"),
        ("ΛΙΜΆΝΙ", "λιμανι"),
        ("ὁδὸς", "ΟΔΟΣ"),
        ("ᾠδή", "ωδη"),
        ("إعادة", "اعاده"),
        ("أُعْلِنَ", "اعلن"),
        ("مـــصر", "مصر"),
        ("مصرى", "مصري"),
        ("ایران کی", "ايران كي"),
        ("می‌خواهم", "می خواهم"),
        ("שָׁלוֹם", "שלום"),
        ("שׁ", "ש"),
        ("Straße", "STRASSE"),
        ("ﬁnanciële ﬂuiten", "financiele fluiten"),
        ("Cœur", "coeur"),
        ("Łódź", "lodz"),
        ("Sørensen", "Sorensen"),
        ("Þór", "thor"),
        ("ISPARTA ısı İzmir", "isparta isi izmir"),
        ("Nguyễn Đức", "nguyen duc"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ １２", "full width 12"),
        ("𝐛𝐨𝐥𝐝 ℌ ㎞ m²", "bold h km m2"),
        ("ｶﾞｿﾘﾝ", "ガソリン"),
        ("か\u3099", "が"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("२०२४ ٢٠٢٤ ۲۰۲۴", "2024 2024 2024"),
        ("ज़रूर", "जरूर"),
        ("hyphen\u00adation zero\u200bwidth", "hyphenation zerowidth"),
        ("п'ять п’ять пʼять", "п ять п ять п ять"),
        ("Qurʾān", "quran"),
        ("ⅷ", "VIII"),
    ],
)
def test_one_word_for_a_reader(one: str, other: str) -> None:
    assert words(one) == words(other)
    for form in ("NFC", "NFD"):
        assert words(unicodedata.normalize(form, one)) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мой", "мои"),
        ("їх", "іх"),
        ("ў", "у"),
        ("कि", "की"),
        ("कि", "क"),
        ("ক", "কা"),
        ("ไม่", "ไม"),
        ("か", "が"),
        ("は", "ぱ"),
        ("ա", "բ"),
        ("co-op", "coop"),
        ("ك", "ق"),
        ("ש", "ס"),
        ("3", "4"),
    ],
)
def test_two_words_for_a_reader(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_every_letter_is_a_word_of_its_own_and_stays_one_in_the_index() -> None:
    folded = {one: words(one) for one in LETTERS}
    without = {one for one, found in folded.items() if not found}
    # Presentation forms of Arabic vowel signs.
    forms = {one for one in without if re.match("ARABIC .*(ISOLATED|MEDIAL) FORM", unicodedata.name(one))}
    assert without - forms == set(NO_WORDS)
    found = tokenized(" ".join(folded[one]) for one in LETTERS)
    assert {number: found[number] for number in range(len(LETTERS))} == {
        number: folded[one] for number, one in enumerate(LETTERS)
    }


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_letter_is_the_same_however_it_is_encoded(form: str) -> None:
    encoded = ((one, unicodedata.normalize(form, one)) for one in LETTERS)  # type: ignore[arg-type]
    for one, other in encoded:
        assert one == other or words(f"x{one}y") == words(f"x{other}y"), one


@given(texts | written)
def test_folding_again_changes_nothing(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.lists(texts | written, max_size=8))
def test_the_index_has_these_words(given_texts: list[str]) -> None:
    found = tokenized(one if (copy := copy_of(one)) is None else copy for one in given_texts)
    assert [found[number] for number in range(len(given_texts))] == [words(one) for one in given_texts]


def test_a_text_needs_a_copy_only_where_sqlite_folds_otherwise() -> None:
    for text in (
        "The pier stays open, “he said” – 7 km",
        "Les élèves à l’école; señor, mañana, Häuser, příliš žluťoučký kůň",
        "Военный корабль вышел из гавани, їжа",
        "渡轮将在黎明启航。フェリーは夜明けに出航する",
        "항구도 열려 있다",
        "हिन्दी में कहा",
    ):
        assert copy_of(text) is None, text
        assert tokenized([text])[0] == words(text)
    assert copy_of("Русский ушёл") == "русский ушел"
    assert copy_of("これはＡＢＣ社") == "これはabc社"
    assert copy_of("これはABC社") == "これはabc社"  # inside a run, letters must be found in lower case


def test_every_character_that_needs_no_copy_is_folded_by_sqlite() -> None:
    plain = [one for one in ASSIGNED if copy_of(f"x{one}y") is None]
    assert len(plain) > 80_000
    found = tokenized(f"x{one}y" for one in plain)
    wrong = [one for number, one in enumerate(plain) if found[number] != words(f"x{one}y")]
    assert wrong == []


@given(texts | written)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    found = spans(text)
    assert [word for _, _, word in found] == words(text)
    for start, end, word in found:
        assert 0 <= start < end <= len(text)
        assert word in " ".join(words(text[start:end]))
    assert [start for start, _, _ in found] == sorted(start for start, _, _ in found)
    letters, starts, ends = placed(text)
    assert letters.split() == words(text)
    assert len(letters) == len(starts) == len(ends)


def test_scripts_without_spaces() -> None:
    assert all(is_unspaced(text) for text in ("渡轮", "フェリー", "เรือ", "ຮຸ່ງ", "မြန်မာ", "ខ្មែរ", "a 東 b"))
    assert not any(is_unspaced(text) for text in ("", "pier", "항구", "пирс", "हिन्दी"))

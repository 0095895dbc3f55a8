"""A negation or condition that is left out turns the sense, whatever the language."""

import pytest

from onrecord.matching import Outcome, Prepared, find
from onrecord.matching.lexicon import LANGUAGES, is_known, languages_of, lexicon

# A source, a wording that stands there as a whole, and wordings of which the negation or condition is left out.
TOLD = {
    "sk": (
        "„Prístav nikdy nepredáme, iba ak by rada hlasovala dvakrát,“ povedala Zuzana Biela.",
        "Prístav nikdy nepredáme, iba ak by rada hlasovala dvakrát",
        ["Prístav … iba ak by rada hlasovala", "Prístav nikdy nepredáme …", "Prístav [predáme]"],
    ),
    "cs": (
        "„Přístav neprodáme, ledaže rada bude hlasovat dvakrát,“ řekla Jana Malá.",
        "Přístav neprodáme, ledaže rada bude hlasovat dvakrát",
        ["Přístav … ledaže rada bude hlasovat dvakrát", "Přístav [prodáme], ledaže rada bude hlasovat", "Přístav neprodáme …"],
    ),
    "hr": (
        "„Nikada nećemo prodati luku, osim ako vijeće ne glasa dvaput“, rekla je Ana Horvat.",
        "Nikada nećemo prodati luku, osim ako vijeće ne glasa dvaput",
        ["… prodati luku, osim ako", "Nikada … prodati luku, osim ako", "Nikada nećemo prodati luku …"],
    ),
    "sr": (
        "„Никада нећемо продати луку, осим ако савет не гласа двапут“, рекла је Јелена.",
        "Никада нећемо продати луку, осим ако савет не гласа двапут",
        ["… продати луку, осим ако", "Никада нећемо продати луку …"],
    ),
    "bg": (
        "„Никога няма да продадем пристанището, освен ако съветът не гласува“, каза Мария.",
        "Никога няма да продадем пристанището, освен ако съветът не гласува",
        ["… да продадем пристанището", "Никога няма да продадем пристанището …"],
    ),
    "sl": (
        "»Pristanišča ne bomo nikoli prodali, razen če svet glasuje dvakrat,« je rekla Mojca Kos.",
        "Pristanišča ne bomo nikoli prodali, razen če svet glasuje dvakrat",
        ["Pristanišča … bomo … prodali", "Pristanišča ne bomo nikoli prodali …"],
    ),
    "is": (
        "„Við seljum aldrei höfnina, nema ráðið kjósi tvisvar,“ sagði Anna.",
        "Við seljum aldrei höfnina, nema ráðið kjósi tvisvar",
        ["Við seljum … höfnina", "Við seljum aldrei höfnina …"],
    ),
    "et": (
        "„Me ei müü sadamat, välja arvatud juhul, kui volikogu hääletab,“ ütles Mari Tamm.",
        "Me ei müü sadamat, välja arvatud juhul, kui volikogu hääletab",
        ["Me … müü sadamat", "Me ei müü sadamat …"],
    ),
    "lt": (
        "„Mes neparduosime uosto, nebent taryba balsuos du kartus“, sakė Rūta.",
        "Mes neparduosime uosto, nebent taryba balsuos du kartus",
        ["Mes … uosto, nebent taryba", "Mes neparduosime uosto …"],
    ),
    "lv": (
        "“Mēs nepārdosim ostu, ja vien dome nebalsos divreiz,” teica Ilze.",
        "Mēs nepārdosim ostu, ja vien dome nebalsos divreiz",
        ["Mēs … ostu, ja vien dome", "Mēs nepārdosim ostu …"],
    ),
    "sq": (
        "“Ne nuk do ta shesim portin, përveçse nëse këshilli voton dy herë”, tha Arta.",
        "Ne nuk do ta shesim portin, përveçse nëse këshilli voton dy herë",
        ["Ne … do ta shesim portin", "Ne nuk do ta shesim portin …"],
    ),
    "vi": (
        "“Chúng tôi không bán bến cảng, trừ khi hội đồng bỏ phiếu hai lần,” bà Lan nói.",
        "Chúng tôi không bán bến cảng, trừ khi hội đồng bỏ phiếu hai lần",
        ["Chúng tôi … bán bến cảng", "Chúng tôi không bán bến cảng …", "Chúng tôi [sẽ] bán bến cảng"],
    ),
    "id": (
        "“Kami tidak menjual pelabuhan, kecuali jika dewan memilih dua kali,” kata Sari.",
        "Kami tidak menjual pelabuhan, kecuali jika dewan memilih dua kali",
        ["Kami … menjual pelabuhan", "Kami tidak menjual pelabuhan …", "Kami [selalu] menjual pelabuhan"],
    ),
    "tl": (
        "“Hindi namin ibebenta ang daungan, maliban kung bumoto ang konseho,” sabi ni Ana.",
        "Hindi namin ibebenta ang daungan, maliban kung bumoto ang konseho",
        ["… namin ibebenta ang daungan", "Hindi namin ibebenta ang daungan …"],
    ),
    "sw": (
        "“Hatutauza bandari hiyo, isipokuwa baraza lipige kura,” alisema Asha.",
        "Hatutauza bandari hiyo, isipokuwa baraza lipige kura",
        ["[Tutauza] bandari hiyo", "Hatutauza bandari hiyo …"],
    ),
    "fa": (
        "مریم گفت: «ما بندر را نمی‌فروشیم، مگر اینکه شورا رأی بدهد. من این را نگفتم.»",
        "ما بندر را نمی‌فروشیم، مگر اینکه شورا رأی بدهد",
        ["ما بندر را نمی‌فروشیم …", "ما بندر … شورا رأی بدهد", "من این را [گفتم]"],
    ),
    "ur": (
        "مریم نے کہا: ”ہم بندرگاہ نہیں بیچیں گے، جب تک کونسل ووٹ نہ دے۔“",
        "ہم بندرگاہ نہیں بیچیں گے، جب تک کونسل ووٹ نہ دے",
        ["ہم بندرگاہ … بیچیں گے", "ہم بندرگاہ نہیں بیچیں گے …"],
    ),
    "hi": (
        "“हम बंदरगाह नहीं बेचेंगे, जब तक परिषद मतदान न करे। यह मत कहो,” मीरा ने कहा।",
        "हम बंदरगाह नहीं बेचेंगे, जब तक परिषद मतदान न करे",
        ["हम बंदरगाह … बेचेंगे", "हम बंदरगाह नहीं बेचेंगे …", "यह … कहो"],
    ),
    "bn": (
        "“আমরা বন্দর বিক্রি করব না, যদি না পরিষদ ভোট দেয়,” মিতা বললেন।",
        "আমরা বন্দর বিক্রি করব না, যদি না পরিষদ ভোট দেয়",
        ["আমরা বন্দর বিক্রি করব … পরিষদ ভোট দেয়", "আমরা বন্দর বিক্রি করব …"],
    ),
    "ta": (
        "“நாங்கள் துறைமுகத்தை ஒருபோதும் விற்க மாட்டோம்,” என்று மீனா கூறினார்.",
        "நாங்கள் துறைமுகத்தை ஒருபோதும் விற்க மாட்டோம்",
        ["நாங்கள் துறைமுகத்தை … விற்க மாட்டோம்", "நாங்கள் துறைமுகத்தை ஒருபோதும் விற்க …"],
    ),
    "th": (
        "มาลีกล่าวว่า “เราจะไม่ขายท่าเรือ เว้นแต่สภาจะลงมติสองครั้ง”",
        "เราจะไม่ขายท่าเรือ เว้นแต่สภาจะลงมติสองครั้ง",
        ["เราจะไม่ขายท่าเรือ …"],
    ),
    "ka": (
        "„ჩვენ არ გავყიდით ნავსადგურს, თუ საბჭო ორჯერ არ მისცემს ხმას“, — თქვა ნინომ.",
        "ჩვენ არ გავყიდით ნავსადგურს, თუ საბჭო ორჯერ არ მისცემს ხმას",
        ["ჩვენ … გავყიდით ნავსადგურს", "ჩვენ არ გავყიდით ნავსადგურს …"],
    ),
    "hy": (
        "«Մենք չենք վաճառի նավահանգիստը, եթե խորհուրդը չքվեարկի»,- ասաց Անին։",
        "Մենք չենք վաճառի նավահանգիստը, եթե խորհուրդը չքվեարկի",
        ["Մենք … վաճառի նավահանգիստը", "Մենք չենք վաճառի նավահանգիստը …"],
    ),
    "eu": (
        "«Ez dugu portua inoiz salduko, kontseiluak bozkatzen ez badu», esan zuen Anek.",
        "Ez dugu portua inoiz salduko, kontseiluak bozkatzen ez badu",
        ["… dugu portua … salduko", "Ez dugu portua … salduko"],
    ),
    "af": (
        "“Ons sal die hawe nooit verkoop nie, tensy die raad twee keer stem,” het Annelie gesê.",
        "Ons sal die hawe nooit verkoop nie, tensy die raad twee keer stem",
        ["Ons sal die hawe … verkoop nie", "Ons sal die hawe nooit verkoop nie …"],
    ),
    "ga": (
        "“Ní dhíolfaimid an cuan, ach amháin má vótálann an chomhairle,” arsa Máire.",
        "Ní dhíolfaimid an cuan, ach amháin má vótálann an chomhairle",
        ["… dhíolfaimid an cuan", "Ní dhíolfaimid an cuan …"],
    ),
    "ko": ("“나는 거기 안 갔다. 의회는 아마 투표했다”라고 그는 말했다.", "나는 거기 안 갔다.", ["나는 거기 … 갔다", "… 투표했다"]),
    "fi": ("”Kuulemma se jo äänesti”, vastasi Pekka Salo.", "Kuulemma se jo äänesti", ["… se jo äänesti"]),
    "tr": (
        "“Limanı satmayacağız,” dedi Elif Korkmaz, “meğerki meclis oylasın.”",
        "Limanı satmayacağız, meğerki meclis oylasın.",
        ["Limanı satmayacağız …", "Limanı [satacağız]"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", TOLD)
def test_a_negation_or_condition_left_out_inverts_in_every_language(language: str) -> None:
    text, wording, inverted = TOLD[language]
    source = Prepared(text)
    assert language in languages_of(text)
    assert find(source, wording).verified
    assert [find(source, one).outcome for one in inverted] == [Outcome.inverted] * len(inverted)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("“ወደቡን በጭራሽ አንሸጥም፣ ምክር ቤቱ ካልመረጠ በስተቀር” አለች ሳራ።", "ወደቡን … ምክር ቤቱ ካልመረጠ"),
        ("“మేము ఓడరేవును ఎప్పటికీ అమ్మము, మండలి ఓటు వేస్తే తప్ప,” అని మీనా చెప్పింది.", "మేము ఓడరేవును … అమ్మము"),
        (
            "“Asisoze sathengisa itheku, ngaphandle uma umkhandlu uvota kabili, futhi ngicabanga ukuthi kuzoba njalo kakade, "
            + "ngoba umkhandlu usuvotile,” kusho yena.",
            "Asisoze sathengisa … uma umkhandlu uvota kabili",
        ),
    ],
)
def test_in_a_language_that_is_not_known_what_is_left_out_may_turn_the_sense(text: str, wording: str) -> None:
    assert not is_known(text)
    match = find(Prepared(text), wording)
    assert match.outcome is Outcome.inverted
    assert any("not one whose negations are known" in one for one in match.warnings)


def test_every_language_has_every_section() -> None:
    sections = set(lexicon("en"))
    assert {language: set(lexicon(language)) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, sections)


def test_persian_urdu_and_arabic_are_told_apart_by_their_letters() -> None:
    assert languages_of("لم نوقع الاتفاقية") == ("ar",)
    assert languages_of("ما چیزی نگفتیم") == ("fa",)
    assert languages_of("ہم نے کچھ نہیں کہا") == ("ur",)
    # "We" in Persian is "not" in Arabic.
    assert (
        find(Prepared("«ما بندر بزرگ را فروختیم.»"), "[شهر] بندر بزرگ را فروختیم").outcome
        is Outcome.bracketed
    )


def test_vowel_signs_and_other_spellings_do_not_hide_a_negation() -> None:
    assert find(Prepared("«لَنْ نبيعَ الميناءَ أبدًا»"), "… نبيعَ الميناءَ").outcome is Outcome.inverted
    assert (
        find(Prepared("«لن نبيع الميناء الا بعد التصويت»"), "لن نبيع الميناء …").outcome is Outcome.inverted
    )
    assert (
        find(Prepared("“Vindem portul numai cu condiţia asta”"), "Vindem portul …").outcome
        is Outcome.inverted
    )


def test_a_negation_beside_the_place_is_kept_whole_in_thai() -> None:
    source = Prepared("เธอพูดว่า “เราจะไม่ขายท่าเรือ”")
    assert find(source, "ขายท่าเรือ").outcome is Outcome.altered
    assert not find(source, "เราจะ…ขายท่าเรือ").verified
    assert find(source, "ไม่ขายท่าเรือ").outcome is Outcome.exact


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("״אמרתי שלא נמכור את הגשר, ולא נשכיר אותו״, אמרה דנה.", "אמרתי … נמכור את הגשר"),
        ("قال سامر: «لم نبع الجسر، فلن نؤجره»", "لم نبع الجسر، … نؤجره"),
        ("رئیس گفت: «پل را نمیفروشیم و کسی نیامد.»", "پل را … و کسی"),
        ("เขาพูดว่า “เรามิได้ขายสะพาน และยังไม่เคยให้เช่า”", "เรามิได้ขายสะพาน และ…ให้เช่า"),
        ("“Kami tak menyewakannya, bukan pula meminjamkan, dan belum ada rencana,” ujar Dewi.", "meminjamkan, dan … ada rencana"),
        ("「橋は売るまい。市民が反対しないならば考える」と彼は言った。", "市民が反対し…考える"),
        ("“다리를 팔지 못한다. 빌려주지도 않는다”라고 그는 말했다.", "빌려주지도 …"),
        ("“桥绝非我们所卖，亦未出租；倘市民反对，则另议。”他说。", "亦…出租"),
        ("”Emme myyneet siltaa emmekä vuokranneet sitä kysymättä kaupungilta”, hän sanoi.", "vuokranneet sitä … kaupungilta"),
        ("”Emme myyneet siltaa emmekä vuokranneet sitä”, hän sanoi.", "Emme myyneet siltaa … vuokranneet sitä"),
        ("„A hidat nem adtuk el” – mondta. „Sincs rá terv.”", "… rá terv"),
        ("“Kimse sormadan karar vermeyin,” dedi. “Köprüyü sattık.”", "Kimse sormadan karar …"),
        ("„To nieprawda” – powiedział. „Mostu nie sprzedaliśmy.”", "To [prawda]"),
    ],
)  # fmt: skip
def test_prefixes_endings_and_particles_negate_too(text: str, wording: str) -> None:
    # No place at all where what stands beside the negation is one word with it.
    assert find(Prepared(text), wording).outcome in (Outcome.inverted, Outcome.altered, Outcome.absent)


def test_a_negation_behind_the_place_is_kept_whole_in_japanese() -> None:
    assert find(Prepared("「橋は売るまい。貸さぬ。」と彼は言った。"), "橋は売る").outcome is Outcome.altered
    assert find(Prepared("「橋は売る。」と彼は言った。"), "橋は売る").outcome is Outcome.exact

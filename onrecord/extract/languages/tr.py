"""Turkish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="tr",
    name="Turkish",
    says="""
        dedi dediler diyor diyorlar der demişti diye_konuştu diye_konuştular diye_yazdı diye_sordu diye_ekledi diye_belirtti diye_açıkladı diye_anlattı diye_yanıtladı diye_cevap_verdi diye_uyardı diye_bağırdı diye_devam_etti şeklinde_konuştu
        ifadesini_kullandı ifadelerini_kullandı ifadelerine_yer_verdi açıklamasını_yaptı açıklamasında_bulundu değerlendirmesinde_bulundu değerlendirmesini_yaptı yorumunu_yaptı yanıtını_verdi cevabını_verdi çağrısında_bulundu uyarısında_bulundu
        söyledi belirtti açıkladı ekledi vurguladı anlattı savundu yazdı sordu yanıtladı cevapladı konuştu kaydetti aktardı mesajını_verdi sözlerini_kullandı sözlerine_yer_verdi dile_getirdi diyerek diyen
    """,
    name_pattern="[A-ZÇĞİÖŞÜ][\\w'’.-]*(?:\\s(?:[A-ZÇĞİÖŞÜ][\\w'’.-]*|ve))*",
    frames=(
        '(?:^|[\\s(])NAME(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,?(?:\\s[^“”"A-ZÇĞİÖŞÜ]{0,60}?,?)?:?\\s* … \\s*,?\\s*(?:[^.“”"A-ZÇĞİÖŞÜ]{0,25}?)SAYS',
        " … \\s*(?P<cue>diyen|diyerek konuşan|ifadesini kullanan|ifadelerini kullanan|şeklinde konuşan)\\s(?:[a-zçğıöşü]+\\s){0,5}?NAME",
        " … \\s*,?\\s*SAYS\\s(?:[a-zçğıöşü]+\\s){0,4}?NAME",
        "(?:^|[\\s(])NAME(?:'(?:[a-zçğıöşü]+))?(?:,)?\\s(?:[^“”\"A-ZÇĞİÖŞÜ]{0,60}?)(?P<cue>şunları söyledi|şöyle konuştu|şöyle dedi|şu ifadeleri kullandı|şöyle devam etti|şunları kaydetti|dedi ki|şöyle yazdı|şöyle anlattı|şöyle açıkladı)\\s?:\\s* … ",
        " … \\s*,?\\s*(?P<cue>diye\\s\\w+)\\s(?:[a-zçğıöşü]+\\s){0,4}?NAME",
        '(?:^|[\\s(])NAME,?(?:\\s[^“”"A-ZÇĞİÖŞÜ]{0,60}?,?)?:?\\s* … \\s*,?\\s*(?P<cue>diye\\s\\w+)',
        " … \\s*,?\\s*(?P<name>)SAYS",
    ),
    roles="""
        Başkanı Başkan Bakanı Bakan Cumhurbaşkanı Başbakan Müdürü Müdür Sözcüsü Sözcü Valisi Vali Milletvekili Genel Sekreteri Sekreter Profesör Prof. Dr. Doç. Doktor Avukat Hakim Savcı Komutan Uzmanı Uzman Yazar Gazeteci Yönetmen Oyuncu Çiftçi Öğretmen
        Mühendis Muhtar Muhtarı Kaptan Teknik Direktör Şef Ekonomist Hekim Doktoru Belediye Bakanlığı Parti Genel Yardımcısı Kurulu Derneği Odası Üniversitesi Rektörü Rektör Bay Bayan Sayın İl İlçe Sağlık Eğitim Dışişleri İçişleri Adalet Maliye Tarım Çevre Kültür
    """,
    organisations="Bakanlığı Belediyesi Partisi Üniversitesi Ajansı Derneği Kurumu Şirketi Polis Emniyet",
    he="o",
    months="ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)

"""Turkish."""

from onrecord.extract.languages.table import Table

TABLE = Table(
    code="tr",
    name="Turkish",
    says="""
        ileri_sürdü ileri_sürüyor dile_getiriyor aktarıyor kaydediyor ekliyor bildiriyor duyuruyor iddia_etti kabul_ediyor itiraf_ediyor garanti_etti söz_verdi güvence_verdi vaat_etti tahmin_ediyor tahmininde_bulundu hatırlattı hatırlatıyor altını_çizdi altını_çiziyor dikkat_çekti vurgu_yaptı vurgusu_yaptı sözlerine_ekledi sözlerini_ekledi sözlerini_ekliyor sözlerine_ekliyor diye_ekliyor diye_anlatıyor diye_konuşuyor diye_yazıyor diye_soruyor diye_yakındı diye_yakınıyor diye_sitem_etti diye_seslendi diye_haykırdı diye_fısıldadı diye_mırıldandı diye_özetledi diye_özetliyor diye_tanımladı diye_karşılık_verdi diye_tepki_gösterdi diye_itiraz_etti diye_düşünüyor diye_duyurdu diye_vurguladı diye_aktardı diye_savundu diye_hatırlattı sözleriyle_duyurdu sözleriyle_özetledi sözleriyle_anlatıyor sözleriyle_eleştirdi sözleriyle_savundu sözleriyle_yanıt_verdi sözleriyle_karşılık_verdi sözleriyle_kutladı sözleriyle_veda_etti karşılığını_verdi cevabını_veriyor yanıtını_veriyor yorumunda_bulundu yorumu_yaptı tespitini_yaptı tespitinde_bulundu itirafında_bulundu eleştirisinde_bulundu eleştirisini_yöneltti temennisinde_bulundu ifadesini_kullanıyor ifadelerini_kullanıyor ifadesine_yer_verdi bilgisini_verdi bilgisini_paylaştı bilgisini_aktardı mesajı_verdi mesajını_yayımladı mesajını_yayınladı notunu_düştü sorusunu_sordu sorusunu_yöneltti talebinde_bulundu önerisinde_bulundu iddiasında_bulundu iddiasını_dile_getirdi görüşünde görüşünü_paylaştı görüşünü_aktardı görüşünü_bildirdi düşüncesini_paylaştı şikâyetini_dile_getirdi şikayetini_dile_getirdi anımsattı taahhüt_etti teyit_etti doğruladı saptadı tespit_etti öne_sürüyor umduğunu_söyledi
        dedi dediler diyor diyorlar der demişti diye_konuştu diye_konuştular diye_yazdı diye_sordu diye_ekledi diye_belirtti diye_açıkladı diye_anlattı diye_yanıtladı diye_cevap_verdi diye_uyardı diye_bağırdı diye_devam_etti şeklinde_konuştu
        ifadesini_kullandı ifadelerini_kullandı ifadelerine_yer_verdi açıklamasını_yaptı açıklamasında_bulundu değerlendirmesinde_bulundu değerlendirmesini_yaptı yorumunu_yaptı yanıtını_verdi cevabını_verdi çağrısında_bulundu uyarısında_bulundu
        belirtiyor söylüyor vurguluyor anlatıyor açıklıyor savunuyor ifade_ediyor öngörüyor düşünüyor uyarıyor iddia_ediyor öngördü tahmin_ediyor itiraf_etti kabul_etti inkâr_etti duyurdu ilan_etti bildirdi söyledi belirtti açıkladı ekledi vurguladı anlattı savundu yazdı sordu yanıtladı cevapladı konuştu kaydetti aktardı mesajını_verdi mesajını_paylaştı notunu_paylaştı paylaşımını_yaptı paylaşımında_bulundu sözleriyle_tepki_gösterdi diyerek_tepki_gösterdi ifade_etti bildirdi iddia_etti öne_sürdü duyurdu işaret_etti kabul_etti itiraf_etti reddetti yalanladı yineledi uyardı eleştirdi sözlerini_sarf_etti görüşünü_dile_getirdi görüşünü_savundu sözleriyle_anlattı sözlerini_kullandı sözlerine_yer_verdi dile_getirdi diyerek diyen
    """,
    name_pattern="[A-ZÇĞİÖŞÜ][\\w'’.-]*(?:\\s(?:[A-ZÇĞİÖŞÜ][\\w'’.-]*|ve))*",
    dateline="[A-ZÇĞİÖŞÜ]{3,}(?:[,/\\s][^\\n(–—-]{2,24}?)?\\s*(?:\\([A-Za-zÇĞİÖŞÜçğıöşü]{2,12}\\)\\s*)?[-–—]\\s",
    clauses=(
        "(?:[^,]{2,30},\\s)??NAME['’]?[dt][ea]n\\s(?:yapılan|gelen|verilen|yayımlanan)\\s(?:yazılı\\s|ilk\\s|son\\s)?(?:açıklamada|bilgide|duyuruda|bültende),?\\s(?P<said>.{3,}(?:[dt][ıiuü]ğ[ıiuü]|[ea]c[ea]ğ[ıi]|[dt][ıiuü]kl[ea]r[ıi]|[ea]c[ea]kl[ea]r[ıi]))\\s(?P<cue>belirtildi|ifade edildi|bildirildi|kaydedildi|vurgulandı|açıklandı|aktarıldı|söylendi|duyuruldu)",
        "(?:[^,]{2,30},\\s)??NAME['’]?n?[ıiuü]n\\s(?P<by>)(?P<cue>(?:ifadesine|ifadelerine|açıklamasına|açıklamalarına|iddiasına|aktardığına|aktardıklarına|verdiği bilgiye|verdiği bilgilere|anlattığına|anlattıklarına|söylediğine|söylediklerine|belirttiğine|hesaplamasına|hesaplamalarına|değerlendirmesine|tahminine|verilerine|haberine|raporuna)\\sgöre),?\\sSAID",
        "(?:[^,]{2,30},\\s)??(?P<name>[A-ZÇĞİÖŞÜ][\\w.]*?(?:\\s[\\w.]+?){0,4}?)(?:['’]?(?:y[ea]|n[ea]|[ea])(?P<by>\\s)(?P<cue>göre)),?\\sSAID",
        "(?:[^,]{2,30},\\s)??(?P<name>[A-ZÇĞİÖŞÜ][^,“”]{1,60}?\\s(?:yetkili|yetkilisi|kaynak|sözcü|sözcüsü|görevli|görevlisi|uzman|tanık|vatandaş|kadın|adam|genç|avukat|avukatı|öğretmen|doktor|hekim|esnaf|çiftçi|balıkçı|müdür|müdürü|başkan|başkanı|yöneticisi|yönetici|temsilcisi|temsilci|çalışanı|çalışan|personel|milletvekili|diplomat|komutan|savcı|hâkim|sanık|mağdur|lider|lideri|öğrenci|sürücü|komşu|komşusu|yakını|annesi|babası|eşi|kardeşi|oğlu|kızı|tarafı|ekibi|heyeti|yönetimi|ailesi|\\w+l[ae]r[ıi]?))(?:\\sise)?,\\s(?:(?:[^,“”]{2,60}?\\s)??\\w*(?:toplantı|konuşma|açıklama|demeç|demec|röportaj|söyleşi|paylaşım|mesaj|program|tören|ziyaret|görüşme|savunma|ifade|duruşma|yazı|mektub|yayın|oturum|kongre|miting|rapor|bülten)\\w*(?:[dt][ae]|nda|nde),?\\s|[^,“”]{2,50}?\\s(?:sonra|sonrası|önce|öncesi|üzerine|nedeniyle|dolayısıyla|ilişkin|ilgili|hakkında|konusunda|karşısında),\\s)?(?P<said>.{3,}(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ea]r[ıi]|[ea]c[ea]ğ[ıi]|[ea]c[ea]kl[ea]r[ıi]|m[ea]s[ıi] gerektiği)n[ıiuü]n?)\\s(?:\\S+\\s){0,2}?SAYS",
        "(?P<name>[A-ZÇĞİÖŞÜ][^,“”]{2,60}?\\s[A-ZÇĞİÖŞÜ]\\w+\\s[A-ZÇĞİÖŞÜ]\\w+),\\s(?:(?:[^,“”]{2,60}?\\s)??\\w*(?:toplantı|konuşma|açıklama|demeç|demec|röportaj|söyleşi|paylaşım|mesaj|program|tören|ziyaret|görüşme|savunma|ifade|duruşma|yazı|mektub|yayın|oturum|kongre|miting|rapor|bülten)\\w*(?:[dt][ae]|nda|nde),?\\s|[^,“”]{2,50}?\\s(?:sonra|sonrası|önce|öncesi|üzerine|nedeniyle|dolayısıyla|ilişkin|ilgili|hakkında|konusunda|karşısında),\\s)?(?P<said>.{3,}(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ea]r[ıi]|[ea]c[ea]ğ[ıi]|[ea]c[ea]kl[ea]r[ıi]|m[ea]s[ıi] gerektiği)n[ıiuü]n?)\\s(?:\\S+\\s){0,2}?SAYS",
        "(?:(?:diyen|diyerek konuşan|ifadesini kullanan|ifadelerini kullanan|şeklinde konuşan|sözlerini kullanan|diye konuşan)\\s(?:[a-zçğıöşü0-9'’]+\\s){0,6}?|[^,]{2,30},\\s)??NAME(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,?\\s(?:(?:[^,“”]{2,60}?\\s)??\\w*(?:toplantı|konuşma|açıklama|demeç|demec|röportaj|söyleşi|paylaşım|mesaj|program|tören|ziyaret|görüşme|savunma|ifade|duruşma|yazı|mektub|yayın|oturum|kongre|miting|rapor|bülten)\\w*(?:[dt][ae]|nda|nde),?\\s|[^,“”]{2,50}?\\s(?:sonra|sonrası|önce|öncesi|üzerine|nedeniyle|dolayısıyla|ilişkin|ilgili|hakkında|konusunda|karşısında),\\s)?(?P<said>.{3,}(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kl[ea]r[ıi]|[ea]c[ea]ğ[ıi]|[ea]c[ea]kl[ea]r[ıi]|m[ea]s[ıi] gerektiği)n[ıiuü]n?)\\s(?:\\S+\\s){0,2}?SAYS",
        "(?:[^,]{2,30},\\s)??NAME[dt][ea],?\\s(?P<said>.{3,}(?:[dt][ıiuü]ğ[ıiuü]|[ea]c[ea]ğ[ıi]|[dt][ıiuü]kl[ea]r[ıi]|[ea]c[ea]kl[ea]r[ıi]))\\s(?P<cue>belirtildi|ifade edildi|bildirildi|kaydedildi|vurgulandı|açıklandı|aktarıldı|söylendi|belirtiliyor|ifade ediliyor)",
    ),
    nobody="pazartesi pazartesi_günü salı salı_günü çarşamba çarşamba_günü perşembe perşembe_günü cuma cuma_günü cumartesi cumartesi_günü pazar pazar_günü geçen_hafta bu_hafta geçen_ay bu_ay geçen_yıl bu_yıl bu_sabah bu_akşam dün_akşam iki_gün_sonra öğleden_sonra şimdi burada orada bu şu dün bugün ancak ayrıca buna habere iddialara fakat ama öte geçen yarın ne hiç hiçbir kimse",
    frames=(
        '^(?P<name>[A-ZÇĞİÖŞÜ]\\w+(?:\\s[a-zçğıöşü]+){1,3})(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,\\s(?:[^“”"]{0,70}?)? … \\s*,?\\s*(?:[^.“”"A-ZÇĞİÖŞÜ]{0,25}?)SAYS',
        '^NAME(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,\\s[^“”"]{0,70}? … \\s*,?\\s*(?:[^.“”"A-ZÇĞİÖŞÜ]{0,25}?)SAYS',
        "(?:^|[\\s(])NAME(?:['’]?[dt][ea]n) yapılan (?:yazılı )?açıklamada[^“”\"]{0,30}? … \\s*,?\\s*(?P<cue>denildi|denilerek|bilgisine yer verildi|vurgusu yapıldı|ifadeleri kullanıldı|ifadelerine yer verildi|ifadesi yer aldı|ifadesi kullanıldı|bilgisi verildi)",
        '(?:^|[\\s(])NAME(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,?(?:\\s[^“”"A-ZÇĞİÖŞÜ]{0,60}?,?)?\\s* … \\s*olarak\\s(?P<cue>nitelendirdi|niteledi|değerlendirdi|tanımladı|tanımlıyor|nitelendiriyor|görüyor)',
        '(?:^|[\\s.”"])(?:sözlerini|konuşmasını|açıklamasını)\\s(?P<name>)(?P<cue>şöyle sürdürdü|şöyle tamamladı|şöyle noktaladı|şu sözlerle tamamladı)\\s?:\\s* … ',
        '(?:^|[\\s(])NAME,?(?:\\s[^“”"]{0,60}?)?(?P<cue>şunları söyledi|şöyle konuştu|şöyle dedi|şu ifadeleri kullandı|şöyle devam etti|şunları kaydetti|şunları yazdı|şunları ekledi|şöyle anlattı|şöyle özetledi|şöyle açıkladı)\\s?:\\s* … ',
        '(?:^|[\\s(])NAME(?:\\s?\\([^)]{1,30}\\))?(?:\\s(?:ise|de|da))?,?(?:\\s[^“”"A-ZÇĞİÖŞÜ]{0,60}?,?)?:?\\s* … \\s*,?\\s*(?:[^.“”"A-ZÇĞİÖŞÜ]{0,25}?)SAYS',
        " … \\s*(?P<cue>diyen|diyerek konuşan|ifadesini kullanan|ifadelerini kullanan|şeklinde konuşan|sözlerini kullanan|diye konuşan|sözleriyle anlatan|yanıtını veren|açıklamasını yapan),?\\s(?:[a-zçğıöşü0-9'’]+\\s){0,6}?NAME",
        " … \\s*,?\\s*SAYS,?\\s(?:[a-zçğıöşü0-9'’]+\\s){0,6}?NAME",
        "(?:^|[\\s(])NAME(?:'(?:[a-zçğıöşü]+))?(?:,)?\\s(?:[^“”\"A-ZÇĞİÖŞÜ]{0,60}?)(?P<cue>şunları söyledi|şöyle konuştu|şöyle dedi|şu ifadeleri kullandı|şöyle devam etti|şunları kaydetti|dedi ki|şöyle yazdı|şöyle anlattı|şöyle açıkladı)\\s?:\\s* … ",
        " … \\s*,?\\s*(?P<cue>diye\\s\\w+),?\\s(?:[a-zçğıöşü0-9'’]+\\s){0,6}?NAME",
        "(?:^|[\\s(])NAME(?:[\\x27’](?:n?[ıiuü]n))\\s(?:[a-zçğıöşü]+\\s){0,4}? … \\s*,?\\s*(?:[a-zçğıöşü]+\\s)?(?P<cue>söz(?:leri|ü)|ifade(?:si|leri)|açıklama(?:sı|ları)|cümle(?:si|leri)|yanıt(?:ı)?|uyarı(?:sı)?|çağrı(?:sı)?|çıkış(?:ı)?|mesaj(?:ı)?|paylaşım(?:ı)?|itiraf(?:ı)?)(?=[\\s.,])",
        '(?:^|[\\s(])NAME,?(?:\\s[^“”"A-ZÇĞİÖŞÜ]{0,60}?,?)?:?\\s* … \\s*,?\\s*(?P<cue>diye\\s\\w+)',
        "\\sve\\s(?P<name>)(?P<cue>ekledi|şunları ekledi|devam etti|sürdürdü)\\s?:\\s* … ",
        " … \\s*,?\\s*(?P<name>)SAYS",
    ),
    roles="""
        Başkanı Başkan Bakanı Bakan Cumhurbaşkanı Başbakan Müdürü Müdür Sözcüsü Sözcü Valisi Vali Milletvekili Genel Sekreteri Sekreter Profesör Prof. Dr. Doç. Doktor Avukat Hakim Savcı Komutan Uzmanı Uzman Yazar Gazeteci Yönetmen Oyuncu Çiftçi Öğretmen
        Mühendis Muhtar Muhtarı Kaptan Teknik Direktör Şef Ekonomist Hekim Doktoru Belediye Bakanlığı Parti Genel Yardımcısı Kurulu Derneği Odası Üniversitesi Rektörü Rektör Bay Bayan Sayın İl İlçe Sağlık Eğitim Dışişleri İçişleri Adalet Maliye Tarım Çevre Kültür
    """,
    organisations="Bakanlığı Belediyesi Partisi Üniversitesi Ajansı Derneği Kurumu Şirketi Polis Emniyet Valiliği Valilik Kaymakamlığı Müdürlüğü Başkanlığı Savcılığı Başsavcılığı Mahkemesi Bankası Holding Kulübü Sendikası Komisyonu Kurulu Örgütü Merkezi Enstitüsü Hastanesi AFAD",
    men="""
        Ahmet Ali Ayhan Barış Berk Burak Can Cem Cemal Cihan Deniz Ekrem Emre Engin Ercan Erdal Erdem Eren Erkan Fatih Ferhat Filiz Furkan
        Gökhan Hakan Halil Hasan Hüseyin İbrahim İlker İsmail Kadir Kemal Kerem Mehmet Metin Murat Mustafa Necati Nihat Oğuz Okan Onur
        Orhan Osman Ömer Ramazan Recep Selim Serdar Serkan Sinan Süleyman Tamer Tarık Tolga Tuncay Turgut Uğur Umut Ümit Volkan Yaşar
        Yavuz Yunus Yusuf Zafer Zeki
    """,
    women="""
        Ayşe Berna Canan Derya Duygu Ebru Ece Elif Emine Esra Fatma Gamze Gizem Gül Gülay Gülşen Hande Hatice Hülya İpek Leyla Melek Merve
        Meryem Nazlı Nermin Nur Nuray Nurcan Pelin Pınar Selin Semra Sevgi Sevim Sibel Songül Tuba Tülay Yasemin Yeliz Yıldız Zehra Zeynep
        Özge Özlem Şebnem Şule
    """,
    he="o",
    months="ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)

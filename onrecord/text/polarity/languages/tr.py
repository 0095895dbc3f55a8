"""Turkish."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        yalanla*, reddet*/reddedi*/reddeden/reddediyor, inkâr*/inkar*, çürüt*, tekzip*, doğru olmadığını, doğru değil, doğru olmadığı, kabul etmedi*/etmiyor*/etmedik*, kabul etmeyen, asılsız
    """,
    disbelieving="inanm*",
    withholding="""
        söylemedi*/söylemiyor*/söylemez*/söylememiş*/söylemeden/söylemeyen, söylemeye … yanaşma*, demedi*/demiyor*/dememiş*, açıklamadı*/açıklamıyor*/açıklamadan/açıklamayan, yorum yapma*, yorumda bulunma*, yorumsuz,
        belirtmedi*/belirtmiyor*/belirtmeden, doğrulamadı*/doğrulamıyor*, bahsetmedi*, değinmedi*, yanıt verme*, cevap verme*, yanıtlamadı*, sessiz kal*, suskun*, söylemekten/açıklamaktan/konuşmaktan/vermekten/yapmaktan kaçın*/çekin*,
        söylemeyi/açıklamayı/yapmayı/doğrulamayı/konuşmayı/vermeyi/yorumlamayı … reddet*/reddedi*, teyit etmedi*/etmiyor*, iddia etmedi*, ifade etmedi*, dile getirmedi*, konuşmadı*, yalanlamadı*/yalanlamıyor*, reddetmedi*/reddetmiyor*, inkâr/inkar etmedi*/etmiyor*, yazmadı*
    """,
    holding_back="",
    asking="""
        sordu*, soruyor*, sormuş*, soran, sorup, sorarak, soruldu*, merak et*/edi*, bilmek iste*, öğrenmek iste*, şüphe*, kuşku*, sorgula*, tereddüt*
    """,
    questions="olup olmadığını",
    saying="söyle*, dedi*/diyor*/demiş*/dedik*, açıkla*, belirt*, doğrula*, iddia et*, yaz*, ifade et*, vurgula*, anlat*, bildir*, konuş*, ekle*, aktar*",
    negations="değil",
    nobody="kimse, hiçbir, hiç kimse, hiçbiri, hiçbirisi, ne … ne",
    between="",
    affirming="""
        söylemeden/demeden edemedi*, söylemekten/demekten/açıklamaktan geri dur*/kal*, söylemekten/demekten/açıklamaktan çekinmedi*/kaçınmadı*, şüphesiz, kuşkusuz, tereddüt etmedi*, tereddüt etmeden, giriş izni
    """,
    that="",
)

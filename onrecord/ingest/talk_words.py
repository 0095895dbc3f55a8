"""What somebody does in a talk, which stands where a name would: whoever asks, whoever answers, whoever else is there.

In lower case; "_" is a space.
"""

QUESTIONS = frozenset(
    (
        # en, de, es, pt, fr, it, nl, pl
        "q question int interviewer interviewers journalist reporter moderator host presenter anchor "
        "frage f interviewerin journalistin moderatorin pregunta p interviewador entrevistador entrevistadora entrevistadore periodista "
        "moderador moderadora presentador presentadora pergunta jornalista repórter apresentador apresentadora d intervieweur intervieweuse "
        "journaliste modérateur moderateur modératrice présentateur présentatrice domanda intervistatore intervistatrice giornalista "
        "moderatore moderatrice conduttore conduttrice vraag v presentator verslaggever pytanie dziennikarz dziennikarka prowadzący prowadząca "
        # ru, uk, bg, sr and hr, cs and sk, hu, ro
        "вопрос в журналист журналистка корреспондент корреспондентка ведущий ведущая интервьюер питання п кореспондент ведучий ведуча "
        "журналістка журналіст въпрос водещ водеща репортер питање новинар новинарка pitanje novinar novinarka otázka novinář redaktor "
        "redaktorka moderátor moderátorka moderátorka otázka novinár kérdés újságíró riporter műsorvezető întrebare jurnalist jurnalistă "
        # sv, da, no, fi, tr, el, vi, id, sw
        "fråga spørgsmål spørsmål sp programledare vært programleder kysymys toimittaja haastattelija soru muhabir sunucu gazeteci "
        "ερώτηση ερωτηση ερ δημοσιογράφος hỏi phóng_viên pv nhà_báo người_dẫn_chương_trình tanya pertanyaan wartawan pewawancara swali mwandishi "
        # zh, ja, ko
        "問 问 提問 提问 記者 记者 記者問 记者问 主持人 主持 採訪者 采访者 質問 聞き手 司会 司会者 司會 インタビュアー アナウンサー キャスター "
        "문 질문 기자 사회자 진행자 앵커 질문자 인터뷰어 "
        # ar, fa, ur, he, hi, bn, th
        "س سؤال السؤال الصحفي الصحفية الصحافي الصحافية المذيع المذيعة المحاور المحاورة المراسل المراسلة مقدم_البرنامج مقدمة_البرنامج "
        "پرسش سوال خبرنگار مجری صحافی ש שאלה מראיין מראיינת עיתונאי עיתונאית כתב כתבת מנחה सवाल प्रश्न पत्रकार एंकर প্রশ্ন সাংবাদিক "
        "ถาม คำถาม ผู้สื่อข่าว นักข่าว พิธีกร ผู้ดำเนินรายการ კითხვა ჟურნალისტი հարց լրագրող"
    ).split()
)
ANSWERS = frozenset(
    (
        "a answer interviewee respondent witness guest the_witness antwort gast respuesta r invitado invitada entrevistado entrevistada "
        "resposta ospite convidado convidada réponse invité invitée risposta intervistato intervistata antwoord interviewter interviewte "
        "odpowiedź o gość ответ о гость відповідь отговор одговор odgovor odpověď odpoveď válasz răspuns svar s vastaus cevap c απάντηση απαντηση απ "
        "đáp trả_lời jawab jawaban jibu 答 回答 受訪者 受访者 嘉賓 嘉宾 ゲスト 답 답변 답변자 응답자 ج جواب الجواب الضيف الضيفة پاسخ جواب مهمان "
        "ת תשובה מרואיין מרואיינת जवाब उत्तर अतिथि উত্তর ตอบ คำตอบ პასუხი պատասխան"
    ).split()
)
ROLES = frozenset(
    "narrator voiceover caller audience panelist panellist facilitator translator interpreter dolmetscher dolmetscherin "
    "publikum öffentlichkeit unknown unidentified inaudible unbekannt inconnu inconnue desconocido неизвестный all several "
    "audience_member member_of_the_audience 旁白 字幕 觀眾 观众 翻譯 翻译 ナレーション ナレーター 会場 通訳 내레이션 청중 통역 المترجم الجمهور".split()
)
# Behind the name of a paper: "法新社记者", "NHK記者", "연합뉴스 기자".
ASKS_FOR = ("記者", "记者", "기자")
# The labels of questions and of their answers, as they are used together.
PAIRS = tuple(
    (one.split()[0], one.split()[1])
    for one in (
        "q a,question answer,frage antwort,f a,pregunta respuesta,p r,question réponse,q r,domanda risposta,d r,pergunta resposta"
        ",pytanie odpowiedź,p o,вопрос ответ,в о,питання відповідь,п в,въпрос отговор,питање одговор,pitanje odgovor,otázka odpověď,otázka odpoveď"
        ",kérdés válasz,k v,întrebare răspuns,î r,vraag antwoord,v a,fråga svar,f s,spørgsmål svar,spørsmål svar,sp sv,kysymys vastaus"
        ",i r,int r,i p,int p,i a,i b,soru cevap,s c,ερώτηση απάντηση,ερ απ,hỏi đáp,hỏi trả_lời,tanya jawab,pertanyaan jawaban,swali jibu"
        ",問 答,问 答,質問 回答,提问 回答,提問 回答,문 답,질문 답변,질문 답,س ج,سؤال جواب,السؤال الجواب,سوال جواب,پرسش پاسخ,ש ת,שאלה תשובה"
        ",सवाल जवाब,प्रश्न उत्तर,প্রশ্ন উত্তর,ถาม ตอบ,คำถาม คำตอบ,კითხვა პასუხი,հարց պատասխան,interviewer interviewee,int a"
    ).split(",")
)

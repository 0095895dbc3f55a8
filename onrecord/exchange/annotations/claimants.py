"""Whom fact-checkers name where they know nobody: "Multiple sources", "Facebook posts", "Usuarios de redes sociales"."""

from __future__ import annotations

from onrecord.text.calendar_words import folded
from onrecord.text.patterns import lazy

_SITES = r"(?:facebook|fb|twitter|x/twitter|x|instagram|tiktok|youtube|telegram|whatsapp|threads|reddit|bluesky|weibo|wechat|vk|line|viber|sns|vkontakte|rutube)(?:\w{1,2})?"
_MEDIA = (
    rf"(?:{_SITES}|social(?:[ -]?media|e[ns]? medien|i media)?|redes? socia(?:l|les|is)|reseaux? socia(?:l|ux)|reti social|sosyal medya|media sosial|sociale media|sozial\w+ (?:medien|netzwerke\w*)|"
    r"mediow? spolecznosciow\w+|sosiale medier|sociala medier|some|соцсет\w*|социальн\w+ сет\w+|соцмереж\w*|соціальн\w+ мереж\w+|internet\w*|web|online|netz|netzwerke\w*|sieci|интернет\w*|інтернет\w*|"
    r"blogs?|whats app)"
)
_MANY = r"(?:multiple|various|several|many|numerous|different|some|varias|varios|vari[eo]s?|diversos|diversas|multiplos|multiplas|plusieurs|divers|diverses|mehrere|verschiedene|diverse|wiele|rozne|различные|разные|многие|різні|berbagai|banyak|beberapa|cesitli)"
_THINGS = (
    r"(?:(?:viral|anonymous|unknown|unnamed|chain) )?(?:posts?|users?|pages?|videos?|images?|photos?|memes?|messages?|accounts?|groups?|bloggers?|sources?|websites?|people|commentators|publications?|"
    r"usuari[oa]s?|publicaciones|publicacion|mensajes?|mensagens?|mensagem|postagens?|postagem|publicacoes|publicacao|paginas?|cuentas?|contas?|cadenas?|fuentes|fontes|perfis|perfiles|"
    r"internautes?|utilisateurs?|comptes?|messages?|pages?|sources|nutzer(?:innen)?|user|beitrage?n?|postings?|seiten?|quellen|kettenbrief|"
    r"utenti|utente|pagine|fonti|gebruikers|berichten|bronnen|uzytkownicy|posty|wpisy|zrodla|profile|strony|пользовател\w+|посты|публикации|сообщения|источники|аккаунты|користувач\w+|дописи|джерела|"
    r"pengguna|akun|pesan(?: berantai)?|unggahan|warganet|sumber|kullanicilar\w*|paylasim\w*|hesaplar\w*|kaynaklar)"
)
_THINGS = rf"{_THINGS}(?: (?:viral(?:es|e|i|s)?|virais|anonym(?:es?|a|o|os|as)|anonim\w*|compartid\w+|compartilhad\w+|partage\w*|shared))?"
_NOBODY = lazy(
    rf"(?:the )?(?:(?:viral|anonymous|unknown) )?{_MEDIA}(?:['’]s)?[ -]+(?:and {_MEDIA} )?(?:media )?{_THINGS}"
    rf"|(?:{_MANY} )?{_THINGS}(?: (?:on|in|en|de|del|no|na|nas|em|sur|auf|von|bei|w|na|di|su|op|pa|в|у|на|e|et|und|and|las|los|la|les|des|dos|das|der|den|aux?)){{0,3}} {_MEDIA}(?:[ ,]+(?:and|y|e|et|und|,) {_MEDIA})*"
    rf"|{_MANY} (?:{_MEDIA} )?{_THINGS}|{_MEDIA}|viral (?:\w+ )?{_THINGS}|{_THINGS} {_MANY}|(?:internautes?|warganet|pesan berantai|kettenbriefe?)|(?:internet|social[ -]media) ?users?|netizens|bloggers?|chain (?:message|letter|mail)s?"
    r"|anonymous|anonymus|anonimo|anonima|anonyme?|anonymer?|unknown(?: source)?|unbekannt|desconocido|desconhecido|inconnu|sconosciuto|неизвестн\w+|аноним\w*|анонім\w*|невідом\w+|n/?a|none|multiple|various|varios|diversos"
    r"|.*(?:مواقع التواصل|وسائل التواصل|مستخدم[وي]|متداول|ناشط[وي]|منشور\w*|صفحات).*|網傳|网传|網路流傳|网络流传|網路傳言|網友|网友|网民|社交媒体|社群媒體|sns(?:の投稿)?|ネット(?:上|ユーザー|の投稿)?|누리꾼|온라인 커뮤니티|소셜미디어|सशल मडय.*"
)


def names_nobody(claimant: str) -> bool:
    """Whether the maker of a claim is named by nothing but where or by how many it was spread."""
    return (
        len(claimant) <= 120
        and _NOBODY.fullmatch(" ".join(folded(claimant).split()).strip(" .,;:()")) is not None
    )

"""Rich Text Format (1.9.1) to text: letters of every code page, struck and hidden text left out, notes at the end."""

import codecs

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.quoting_styles import Quoting, by_indentation
from onrecord.model.record import record, replace
from onrecord.text.patterns import lazy

# A control word with its number, a control symbol, a byte in hexadecimal, a brace, an end of line, or words.
_TOKEN = lazy(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
# Groups that hold no words of the text; whatever a reader does not know and is marked \* is one too.
_UNREAD = frozenset(
    b"colortbl stylesheet pict object objdata header headerl headerr headerf footer footerl footerr footerf fldinst listtable "
    b"sn sv listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore filetbl revtbl "
    b"annotation atnid atnauthor atntime atnicn atnref atnparent atndate atrfstart atrfend bkmkstart bkmkend tc tcn xe "
    b"private nonshppict mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template userprops operator keywords doccomm "
    b"subject comment company category manager hlinkbase creatim revtim printim buptim listtext pntext pnseclvl".split()
)
_INFO = frozenset((b"title", b"author"))
# What is marked so and read all the same.
_MARKED_READ = frozenset((b"shptxt", b"shppict", b"shpinst", b"footnote"))
_WORDS = {
    b"line": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": "\u2005", b"zwj": "\u200d",
    b"zwnj": "\u200c", b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_PARAGRAPH_ENDS = frozenset(
    (b"par", b"page", b"sect", b"column", b"cell", b"nestcell", b"row", b"nestrow", b"trowd")
)
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"-": "\u00ad"}
_STRUCK = frozenset((b"strike", b"striked", b"deleted", b"v"))
_SETS = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_MAC = {
    10000: "mac_roman",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10081: "mac_turkish",
    65001: "utf-8",
}
_DEEPEST = 10_000
# A letter alone takes fifty times as much memory as in a word.
_MOST_PIECES = 8_192


@record()
class _Looks:
    """What is said of a paragraph: the number of its style, how far it is indented on the left (in twentieths of a point) and its
    first line more, and whether it is an item of a list."""

    style: int = 0
    left: int = 0
    first: int = 0
    listed: bool = False


_PLAIN = _Looks()
_LEAST_INDENT = 360
_LOOKS = {b"s": "style", b"li": "left", b"lin": "left", b"fi": "first"}
_STYLES = lazy(rb"\{\\stylesheet(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
_STYLE = lazy(rb"\{\\s([0-9]{1,5})\b((?:[ \r\n]*\\(?:[a-z]+-?[0-9]*|[^a-z]))*) ([^\\{};]+);\}")
_BASED = lazy(rb"\\sbasedon([0-9]{1,5})")


@record()
class _Group:
    """What holds inside a pair of braces. `into` says where its words go: "text", "notes", "title", "author", "" for nowhere."""

    into: str = "text"
    encoding: str = ""
    struck: frozenset[bytes] = frozenset()
    skipped: int = 1
    looks: _Looks = _PLAIN


class _Words:
    """Paragraphs, put together as their words come."""

    def __init__(self) -> None:
        self._done: list[tuple[str, _Looks]] = []
        self._pieces: list[str] = []
        self._joined: list[str] = []

    def write(self, piece: str, looks: _Looks = _PLAIN) -> None:
        """Takes words, or "\n\n" for the end of a paragraph, which has these looks."""
        if piece != "\n\n":
            self._pieces.append(piece)
            if len(self._pieces) > _MOST_PIECES:
                self._joined.append("".join(self._pieces))
                self._pieces.clear()
            return
        words = stored_form("".join([*self._joined, *self._pieces])).strip()
        self._joined.clear()
        self._pieces.clear()
        if words:
            self._done.append((words, looks))

    def paragraphs(self) -> list[str]:
        """What was taken."""
        return [words for words, _ in self.with_looks()]

    def with_looks(self) -> list[tuple[str, _Looks]]:
        """The same with the looks of each paragraph."""
        self.write("\n\n")
        return self._done


class _Reader:
    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._group = _Group()
        self._above: list[_Group] = []
        self._bytes = bytearray()
        self._skip = 0
        self._half = 0
        self._starred = False
        self._font: int | None = None
        self.found = {kind: _Words() for kind in ("text", "notes", "title", "author")}

    def read(self) -> None:
        index = 0
        data = self._data
        while index < len(data):
            match = _TOKEN.match(data, index)
            if match is None:
                # A backslash at the very end.
                break
            index = match.end()
            word, number, byte, symbol, brace, words = match.groups()
            if word is not None:
                index = self._word(word, int(number) if number else None, index)
            elif byte is not None:
                self._letter(bytes([int(byte, 16)]))
            elif symbol is not None:
                self._symbol(symbol)
            elif brace is not None:
                self._flush()
                self._skip = 0
                self._brace(brace)
            elif words is not None:
                self._letter(words)
        self._flush()

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self._above) >= _DEEPEST:
                raise InputError(f"{self._name} nests its groups too deeply to be read.")
            self._above.append(self._group)
        elif self._above:
            if self._group.into == "notes" and self._above[-1].into != "notes":
                self.found["notes"].write("\n\n")
            self._group = self._above.pop()
        self._starred = False

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in b"\\{}":
            self._letter(symbol)
        elif symbol in b"\r\n":
            self._put("\n\n")
        elif symbol in _SYMBOLS:
            self._put(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None, index: int) -> int:
        if word == b"bin":
            return index + max(0, number or 0)
        if word == b"u" and number is not None:
            self._unicode(number)
            return index
        starred, self._starred = self._starred, False
        if self._is_destination(word, starred=starred):
            return index
        if number is not None:
            self._counted(word, number)
        if word in _SETS:
            self._encoding = _SETS[word]
        elif word in _STRUCK:
            self._flush()
            struck = self._group.struck - {word} if number == 0 else self._group.struck | {word}
            self._group = replace(self._group, struck=struck)
        elif word == b"plain":
            self._flush()
            self._group = replace(self._group, struck=frozenset(), encoding="")
        elif word == b"pard":
            self._group = replace(self._group, looks=_PLAIN)
        elif word in _PARAGRAPH_ENDS:
            self._put("\n\n")
        elif word in _WORDS:
            self._put(_WORDS[word])
        return index

    def _is_destination(self, word: bytes, *, starred: bool) -> bool:
        """Whether a word says what its group is, which is then entered."""
        if word == b"footnote":
            self._into("notes" if self._group.into == "text" else self._group.into)
        elif word in (b"fonttbl", b"info"):
            self._into(word.decode())
        elif word in _UNREAD or (starred and word not in _MARKED_READ):
            self._into("")
        elif word in _INFO and self._group.into == "info":
            self._into(word.decode())
        else:
            return False
        return True

    def _counted(self, word: bytes, number: int) -> None:
        """What a word with a number says of the letters that follow."""
        if word == b"ansicpg":
            self._encoding = _codec(number) or self._encoding
        elif word in _LOOKS:
            self._group = replace(self._group, looks=replace(self._group.looks, **{_LOOKS[word]: number}))
        elif word == b"ls":
            self._group = replace(self._group, looks=replace(self._group.looks, listed=True))
        elif word == b"uc":
            self._group = replace(self._group, skipped=min(max(number, 0), 100))
        elif word == b"f":
            self._flush()
            self._font = number
            self._group = replace(self._group, encoding=self._fonts.get(number, ""))
        elif word in (b"fcharset", b"cpg") and self._group.into == "fonttbl" and self._font is not None:
            codec = _CHARSETS.get(number) if word == b"fcharset" else _codec(number)
            # 0 and 1 are in most files whatever the document is in, and 2 is pictures.
            if codec and number != 0:
                self._fonts[self._font] = codec

    def _into(self, where: str) -> None:
        self._flush()
        # What is inside a group that is not read is not read either.
        if self._group.into or where == "":
            self._group = replace(self._group, into=where)

    def _unicode(self, number: int) -> None:
        code = number & 0xFFFF if number < 0 or number > 0x10FFFF else number
        self._flush()
        self._skip = 0
        if 0xD800 <= code < 0xDC00:
            self._half = code
        elif 0xDC00 <= code < 0xE000:
            if self._half:
                self._put(chr(0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00))
            self._half = 0
        else:
            # Symbol fonts have their letters among those for private use.
            self._put(chr(code))
        self._skip = self._group.skipped

    def _letter(self, words: bytes) -> None:
        if self._skip:
            passed = min(self._skip, len(words))
            self._skip -= passed
            words = words[passed:]
        self._bytes += words

    def _put(self, text: str) -> None:
        self._flush()
        if self._skip:
            self._skip -= 1
        elif self._group.into in self.found and not self._group.struck:
            self.found[self._group.into].write(text, self._group.looks)

    def _flush(self) -> None:
        if self._bytes:
            words = bytes(self._bytes)
            self._bytes.clear()
            if self._group.into in self.found and not self._group.struck:
                encoding = self._group.encoding or self._encoding
                self.found[self._group.into].write(words.decode(encoding, "replace"))


def _codec(number: int) -> str | None:
    called = _MAC.get(number) or f"cp{number}"
    try:
        return codecs.lookup(called).name
    except LookupError:
        return None


def set_apart(data: bytes, name: str) -> list[tuple[str, bool]]:
    """The paragraphs of the text that `read_rtf` gives, and whether each is a block quotation: by its style, or because its writer
    indented it on the left and indents few others."""
    reader = _Reader(data, name)
    reader.read()
    quoting = Quoting()
    sheet = _STYLES.search(data)
    for number, looks, called in _STYLE.findall(sheet[0]) if sheet else ():
        based = _BASED.search(looks)
        quoting.add(
            number.decode(), called.decode("ascii", "ignore").strip(), based[1].decode() if based else ""
        )
    found = [*reader.found["text"].with_looks(), *reader.found["notes"].with_looks()]
    return by_indentation(
        [(words, quoting.holds(str(looks.style)), _is_indented(looks)) for words, looks in found]
    )


def _is_indented(looks: _Looks) -> bool:
    return looks.left >= _LEAST_INDENT and looks.first >= 0 and not looks.listed


def read_rtf(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a document, one blank line between paragraphs. InputError: it is none, or nests too deeply."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError(f"{name} is called an RTF file, but its content is none.")
    reader = _Reader(data, name)
    reader.read()
    title, author = (" ".join(reader.found[kind].paragraphs()) for kind in ("title", "author"))
    text = "\n\n".join([*reader.found["text"].paragraphs(), *reader.found["notes"].paragraphs()])
    authors = (in_one_line(one) for one in author.split(";"))
    metadata = Metadata(
        title=in_one_line(title) or None, authors=tuple(Author(one) for one in authors if one), url=url
    )
    return Reading(f"{text}\n" if text else "", "rtf", metadata)

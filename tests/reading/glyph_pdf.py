"""PDFs set glyph by glyph, whose fonts tell the truth about what they print, a lie, or nothing."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import mplfonts
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from PIL.Image import Image

from reading.kinds_pdf import NAMES, STEM

FONT_FILE = next((Path(mplfonts.__file__).parent / "fonts").rglob("NotoSansCJKsc-Regular.otf"))
WIDTH, HEIGHT = 595.0, 842.0
PRINTED, INVISIBLE = 0, 3  # text render modes


@dataclass(frozen=True)
class Run:
    """Characters printed from left to right; x and y (from the top) of the first baseline point."""

    text: str
    x: float
    y: float
    size: float = 10.0
    told: tuple[tuple[str, str], ...] = ()  # what the font says of a character; "" for nothing
    silent: bool = False  # the font has no ToUnicode table
    mode: int = PRINTED
    times: int = 1  # drawn again, a hair to the right, to look bold
    name: str = "Lookalike"


def pdf_of(pages: list[list[Run]], picture: Image | None = None, after: bool = False) -> bytes:
    """A PDF. ``picture`` covers every page, drawn before the text or ``after`` it."""
    shown = "".join(sorted({char for page in pages for run in page for char in run.text} | _alphabet()))
    data, cids, widths = _subset(shown)
    fonts = sorted({(run.told, run.silent, run.name) for page in pages for run in page})
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b"", _stream(data, b"/Subtype/OpenType")]
    objects.append(
        b"<</Type/FontDescriptor/FontName/Lookalike/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 700/StemV 80/FontFile3 3 0 R>>"
    )
    names = {}
    for number, (told, silent, name) in enumerate(fonts):
        spaced = b"".join(b"%d [%d] " % (cids[char], widths[char]) for char in shown)
        objects.append(
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            b"/Supplement 0>>/DW 1000/W [%s]/FontDescriptor 4 0 R>>" % (name.encode(), spaced)
        )
        descendant = len(objects)
        table = b""
        if not silent:
            objects.append(
                _stream(_to_unicode({char: dict(told).get(char, char) for char in shown}, cids), b"")
            )
            table = b"/ToUnicode %d 0 R" % len(objects)
        objects.append(
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]%s>>"
            % (name.encode(), descendant, table)
        )
        names[told, silent, name] = (b"F%d" % number, len(objects))
    resources = b"/Font<<" + b"".join(b"/%s %d 0 R" % pair for pair in names.values()) + b">>"
    draw = b""
    if picture is not None:
        grey = picture.convert("L")
        head = (
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
            % grey.size
        )
        objects.append(_stream(grey.tobytes(), head))
        resources += b"/XObject<</Im %d 0 R>>" % len(objects)
        draw = b"q %d 0 0 %d 0 0 cm /Im Do Q\n" % (WIDTH, HEIGHT)
    kids = []
    for page in pages:
        text = b"".join(_show(run, names[run.told, run.silent, run.name][0], cids) for run in page)
        objects.append(_stream(text + draw if after else draw + text, b""))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<<%s>>/Contents %d 0 R>>"
            % (WIDTH, HEIGHT, resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _file(objects)


def lines_of(text: str, top: float = 80.0, size: float = 10.0, wide: int = 40, **given: object) -> list[Run]:
    """A paragraph set in lines of ``wide`` characters."""
    parts = [text[i : i + wide] for i in range(0, len(text), wide)]
    return [Run(part, 80, top + 1.8 * size * i, size, **given) for i, part in enumerate(parts)]  # type: ignore[arg-type]


def _show(run: Run, font: bytes, cids: dict[str, int]) -> bytes:
    codes = b"".join(b"%04x" % cids[char] for char in run.text)
    return b"".join(
        b"BT %d Tr /%s %g Tf %g %g Td <%s> Tj ET\n"
        % (run.mode, font, run.size, run.x + 0.04 * run.size * i, HEIGHT - run.y, codes)
        for i in range(run.times)
    )


@cache
def _alphabet() -> frozenset[str]:
    """What the tests print: one set, so that the font is cut once."""
    users = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    words = "".join(text for text in users if "glyph_pdf" in text) + STEM + NAMES + "东西南北中"
    known = TTFont(FONT_FILE, lazy=True).getBestCmap()
    return frozenset(char for char in words if " " <= char <= "\uffff" and ord(char) in known)


@cache
def _subset(chars: str) -> tuple[bytes, dict[str, int], dict[str, int]]:
    font = TTFont(FONT_FILE)
    options = Options()
    options.layout_features = []
    options.retain_gids = True  # readers take the CID for the glyph
    subsetter = Subsetter(options)
    subsetter.populate(text=chars)
    subsetter.subset(font)
    glyphs = font.getBestCmap()
    file = io.BytesIO()
    font.save(file)
    cids = {char: int(glyphs[ord(char)].removeprefix("cid")) for char in chars}
    return file.getvalue(), cids, {char: font["hmtx"][glyphs[ord(char)]][0] for char in chars}


def _to_unicode(told: dict[str, str], cids: dict[str, int]) -> bytes:
    lines = [
        b"<%04x> <%s>" % (cids[char], says.encode("utf-16-be").hex().encode())
        for char, says in told.items()
        if says
    ]
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + b"".join(
            b"%d beginbfchar\n%s\nendbfchar\n" % (len(part), b"\n".join(part))
            for part in (lines[i : i + 100] for i in range(0, len(lines), 100))
        )
        + b"endcmap end end"
    )


def _stream(data: bytes, head: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (head, len(packed), packed)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(data),
    )  # fmt: skip

"""PDFs that are damaged, locked or made to take a reader down, written object by object. All text is ours."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Mapping

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = "Output rose by 12.5 percent in 2023"
MARKUP = f"BT /F1 12 Tf 72 720 Td ({WORDS}) Tj ET".encode()


def stream(data: bytes, head: bytes = b"", packed: int = 0) -> bytes:
    """A stream object, deflated ``packed`` times."""
    for _ in range(packed):
        data = zlib.compress(
            data, 9 if len(data) < 2**20 else 1
        )  # large ones are of one piece again and again
    filters = b"/Filter[" + b"/FlateDecode" * packed + b"]" if packed else b""
    return b"<<%s%s/Length %d>>\nstream\n%s\nendstream" % (head, filters, len(data), data)


def write(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """The file of these objects; 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %s \n" % (
            places.get(number, 0),
            0 if number in places else 65535,
            b"n" if number in places else b"f",
        )
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def page(extra: bytes = b"", *, box: bytes = b"[0 0 595 842]", fonts: bytes = b"/F1 5 0 R") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox%s/Resources<</Font<<%s>>%s>>/Contents 4 0 R>>" % (
        box,
        fonts,
        extra,
    )


def one_page(
    content: bytes | None = None, *, more: Mapping[int, bytes] | None = None, **options: bytes
) -> bytes:
    """A file of one page. ``content`` is object 4; by default the words of this module."""
    return write(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: page(**options),
            4: stream(MARKUP) if content is None else content,
            5: FONT,
            **(more or {}),
        }
    )


def many_pages(count: int, markup: bytes = MARKUP) -> bytes:
    """The same page again and again."""
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 10 + count))
    pages = {number: page() for number in range(10, 10 + count)}
    return write(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            4: stream(markup),
            5: FONT,
            **pages,
        }
    )


def with_a_blank_page() -> bytes:
    """A page with words and one without anything."""
    return write(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>",
            3: page(),
            4: stream(MARKUP),
            5: FONT,
            6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        }
    )


def full_pages(count: int) -> bytes:
    """The same page of 50 lines of 80 characters again and again."""
    line = (WORDS + "; ") * 3
    words = b"".join(b"1 0 0 1 60 %d Tm (%s) Tj " % (780 - 14 * i, line[:80].encode()) for i in range(50))
    return many_pages(count, b"BT /F1 10 Tf " + words + b"ET")


def repeated_kid(count: int) -> bytes:
    """One page object, named ``count`` times in the page tree."""
    kids = b"3 0 R " * count
    return write(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            3: page(),
            4: stream(MARKUP),
            5: FONT,
        }
    )


def locked(password: str) -> bytes:
    """Encrypted with a user password (standard handler, revision 2: RC4 with 40 bits)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password.encode("latin-1") + padding)[:32]
    owner = _rc4(hashlib.md5((b"owner" + padding)[:32]).digest()[:5], padded)
    identity, permissions = b"0123456789abcdef", (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + permissions + identity).digest()[:5]
    user = _rc4(key, padding)
    own = hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10]
    return write(
        {
            1: CATALOG,
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: page(),
            4: stream(_rc4(own, MARKUP)),
            5: FONT,
            6: b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), user.hex().encode()),
        },
        b"/Encrypt 6 0 R/ID[<%s><%s>]" % (identity.hex().encode(), identity.hex().encode()),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _forms(depth: int, times: int) -> bytes:
    """Forms that each draw the next one several times: times ** depth drawings of the last."""
    more = {}
    for level in range(depth):
        number = 10 + level
        inner = b"/X Do " * times if level < depth - 1 else MARKUP
        child = b"/XObject<</X %d 0 R>>" % (number + 1) if level < depth - 1 else b""
        head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>%s>>" % child
        more[number] = stream(inner, head)
    return one_page(stream(b"/X Do"), more=more, extra=b"/XObject<</X 10 0 R>>")


def _self_drawing_form() -> bytes:
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 10 0 R>>>>"
    return one_page(
        stream(b"/X Do " + MARKUP), more={10: stream(b"/X Do", head)}, extra=b"/XObject<</X 10 0 R>>"
    )


def _object_stream(size: int) -> bytes:
    """An object stream that inflates to ``size`` bytes, with the page's font in it, behind a cross-reference stream."""
    inner = b"5 0 " + b" " * (size - 100) + FONT
    objects = {
        1: CATALOG,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: page(),
        4: stream(MARKUP),
        6: stream(inner, b"/Type/ObjStm/N 1/First 4", 1),
    }
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = [(0, 0, 255)] + [(2, 6, 0) if n == 5 else (1, places.get(n, len(out)), 0) for n in range(1, 8)]
    table = b"".join(bytes([a]) + b.to_bytes(4, "big") + bytes([c]) for a, b, c in rows)
    start = len(out)
    out += b"7 0 obj\n" + stream(table, b"/Type/XRef/Size 8/W[1 4 1]/Root 1 0 R") + b"\nendobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _huge_font(size: int) -> bytes:
    descriptor = b"<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 9 9]/FontFile2 8 0 R>>"
    more = {
        6: b"<</Type/Font/Subtype/TrueType/BaseFont/Own/FontDescriptor 7 0 R/FirstChar 32/LastChar 32/Widths[500]>>",
        7: descriptor,
        8: stream(b"\0\1\0\0" + bytes(size), b"/Length1 %d" % size, 1),
    }
    return one_page(more=more, fonts=b"/F1 6 0 R")


def _huge_map(size: int) -> bytes:
    """A ToUnicode map that inflates to ``size`` bytes of entries."""
    entry = b"1 beginbfrange <0000> <ffff> <0000> endbfrange\n"
    more = {
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>",
        7: stream(entry * (size // len(entry)), b"", 1),
    }
    return one_page(more=more, fonts=b"/F1 6 0 R")


def _pages(tree: Mapping[int, bytes]) -> bytes:
    return write({1: CATALOG, **tree, 4: stream(MARKUP), 5: FONT})


def _xref_loop() -> bytes:
    whole = one_page()
    start = whole.index(b"xref\n")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def _deep(opening: bytes, closing: bytes, depth: int) -> bytes:
    return one_page(more={9: opening * depth + closing * depth}, extra=b"/Own 9 0 R")


GOOD = one_page()
LINE = b"0 0 m 9 9 l S "  # 14 bytes
EITHER = ""  # words that no page has room for: read or refused
TOO_MUCH = "reading it takes more than"


def _drawing(size: int, packed: int) -> bytes:
    return one_page(stream(LINE * (size // len(LINE)), packed=packed))


def _drawing_named_often(size: int) -> bytes:
    """A drawing of 1 MB that the page names again and again."""
    return one_page(stream(LINE * (MEGABYTE // len(LINE)), packed=1)).replace(
        b"/Contents 4 0 R", b"/Contents[" + b"4 0 R " * (size // MEGABYTE) + b"]"
    )


def _image(size: int) -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width %d/Height 1000/BitsPerComponent 8/ColorSpace/DeviceGray" % (
        size // 1000
    )
    return one_page(
        stream(MARKUP + b" /X Do"), more={10: stream(bytes(size), head, 1)}, extra=b"/XObject<</X 10 0 R>>"
    )


def _picture(grey: int) -> bytes:
    """A page that is nothing but one picture of one grey."""
    head = b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceGray"
    picture = stream(bytes([grey]) * 100, head)
    return one_page(stream(b"595 0 0 842 0 0 cm /X Do"), more={10: picture}, extra=b"/XObject<</X 10 0 R>>")


def _rules(count: int) -> bytes:
    lines = (b"%d %.2f m %d %.2f l S " % (i % 500, i / 140, i % 500 + 60, i / 140) for i in range(count))
    return one_page(stream(b"".join(lines) + MARKUP, packed=1))


def _grid() -> bytes:
    flat = (b"20 %.2f m 580 %.2f l S " % (i / 2, i / 2) for i in range(40, 1490))
    upright = (b"%.2f 20 m %.2f 780 l S " % (i / 2.6, i / 2.6) for i in range(60, 1500))
    return one_page(stream(b"".join(flat) + b"".join(upright) + MARKUP, packed=1))


MEGABYTE = 2**20
Maker = Callable[[], bytes]

# Name: what makes the bytes, and words of the refusal, None where the file is to be read, EITHER where both are right.
BAD: dict[str, tuple[Maker, str | None]] = {
    "nothing": (lambda: b"", "0 bytes"),
    "cut_off": (lambda: GOOD[: len(GOOD) * 6 // 10], "cut off"),
    "cut_before_the_trailer": (lambda: GOOD[: GOOD.index(b"trailer")], "cut off"),
    "web_page": (lambda: b"<!DOCTYPE html><html><title>404</title></html>", "web page"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "picture saved as .pdf"),
    "photograph": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "picture saved as .pdf"),
    "junk_around": (lambda: b"junk\r\n" * 999 + GOOD + b"\r\n<html>junk</html>" * 999, None),
    "locked": (lambda: locked("mima"), "asks for a password"),
    "locked_without_a_password": (lambda: locked(""), None),
    "no_pages": (lambda: _pages({2: b"<</Type/Pages/Kids[]/Count 0>>"}), "0 pages"),
    "pages_400": (lambda: repeated_kid(400), None),
    "pages_3000": (lambda: many_pages(3000), "3,000 pages"),
    "pages_20000": (lambda: repeated_kid(20000), "20,000 pages"),
    "pages_claimed": (lambda: _pages({2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", 3: page()}), None),
    "pages_negative": (lambda: _pages({2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>", 3: page()}), None),
    "page_tree_cycle": (
        lambda: _pages({2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 5/Parent 2 0 R>>", 3: page()}),
        None,
    ),
    "page_tree_cycle_of_two": (
        lambda: _pages(
            {
                2: b"<</Type/Pages/Kids[6 0 R]/Count 9>>",
                6: b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>",
            }
        ),
        "all are damaged",
    ),
    "form_in_itself": (_self_drawing_form, None),
    "arrays_100000_deep": (lambda: _deep(b"[", b"]", 100_000), None),
    "dictionaries_100000_deep": (lambda: _deep(b"<</A", b">>", 100_000), None),
    "operands_100000_deep": (lambda: one_page(stream(b"[" * 100_000 + b"] TJ " + MARKUP)), None),
    "states_100000_deep": (lambda: one_page(stream(b"q " * 100_000 + MARKUP)), None),
    "length_of_itself": (lambda: one_page(b"<</Length 4 0 R>>\nstream\n" + MARKUP + b"\nendstream"), None),
    "table_before_itself": (_xref_loop, None),
    "blank": (lambda: one_page(stream(b"")), "the pages are blank"),
    "white_picture": (lambda: _picture(255), "the pages are blank"),
    "black_picture": (lambda: _picture(0), "pictures without a text layer"),
    "huge_box": (lambda: one_page(box=b"[0 0 1000000 1000000]"), None),
    "largest_box": (lambda: one_page(box=b"[0 0 2147483647 2147483647]"), None),
    "largest_box_blank": (lambda: one_page(stream(b""), box=b"[0 0 2147483647 2147483647]"), "blank"),
    "unread_box": (lambda: one_page(box=b"[0 0 1e9 1e9]"), None),
    "endless_box": (lambda: one_page(box=b"[-1e38 -1e38 1e38 1e38]"), None),
    "empty_box": (lambda: one_page(box=b"[0 0 0 0]"), None),
    "box_from_its_other_corner": (lambda: one_page(box=b"[595 842 0 0]"), None),
    "box_without_the_text": (lambda: one_page(box=b"[0 0 595 -2147483648]"), "blank"),
    "no_box": (lambda: one_page().replace(b"/MediaBox[0 0 595 842]", b""), None),
    "huge_type": (lambda: one_page(stream(MARKUP.replace(b"12 Tf", b"1e30 Tf"))), EITHER),
    "huge_matrix": (lambda: one_page(stream(b"1e20 0 0 1e20 1e30 1e30 cm " + MARKUP)), EITHER),
    "million_characters": (
        lambda: one_page(
            stream(b"BT /F1 1 Tf " + b"1 0 0 1 9 9 Tm (%s) Tj " % (b"0123456789" * 10) * 10_000 + b"ET")
        ),
        None,
    ),
    "rules_20000": (lambda: _rules(20_000), None),
    "grid_of_2900_rules": (_grid, None),
}

# What inflates: to ``size`` bytes, and what comes of it under limits below that.
INFLATING: dict[str, tuple[Callable[[int], bytes], str | None]] = {
    "drawing": (lambda size: _drawing(size, 1), "inflates to more than"),
    "drawing_packed_twice": (lambda size: _drawing(size, 2), TOO_MUCH),
    "drawing_named_often": (_drawing_named_often, TOO_MUCH),
    "object_stream": (_object_stream, TOO_MUCH),
    "font": (_huge_font, TOO_MUCH),
    "map": (_huge_map, "inflates to more than"),
    "image": (_image, None),
    "forms": (lambda _: _forms(9, 10), TOO_MUCH),
}

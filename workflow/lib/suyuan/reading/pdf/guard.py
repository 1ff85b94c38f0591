"""Files that are no PDF, cannot be opened, or would take the reader down."""

from __future__ import annotations

import re
import zlib

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from suyuan.reading.errors import ReadError
from suyuan.reading.password import Password
from suyuan.reading.pdf.fonts import use_one_font

STREAM_LIMIT = 32 * 1024 * 1024  # bytes of one inflated content stream; real pages have less than 10 MB
NEAR_END = 1000  # bytes before and after the PDF that pdfium copes with
RATIO = 1032  # deflate packs no tighter
NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*/Count\s+0\b|/Count\s+0\b[^>]*/Type\s*/Pages\b")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
STREAM = re.compile(rb"stream\r?\n")
DRAWN = re.compile(
    rb"/Subtype\s*/Image|/FontFile|/Length1|/Type\s*/(?:XRef|ObjStm|Metadata)|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType|XML)"
)


def check_bytes(data: bytes, shown: str) -> None:
    """Raise ReadError unless the bytes hold a PDF whose content streams are of a size that can be read."""
    if b"%PDF-" not in data[: 1024 * 1024]:
        head = data[:2048].lstrip().lower()
        if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")) or b"<html" in head:
            raise ReadError(
                shown, "this is a web page saved as .pdf", "download the PDF again, or rename it to .html"
            )
        if data.startswith(PICTURES):
            raise ReadError(
                shown,
                "this is a picture saved as .pdf",
                "save it as PDF from a picture viewer or a scanning program",
            )
        if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            raise ReadError(shown, "this is an Office file saved as .pdf", "open it and export it as PDF")
        raise ReadError(shown, "this is not a PDF", "download it again, or give it the suffix of what it is")
    size = largest_stream(data)
    if size > STREAM_LIMIT:
        raise ReadError(
            shown,
            f"the drawing of a page inflates to more than {STREAM_LIMIT // 2**20} MB",
            "the file is damaged or made to overload readers; print it to a new PDF if it is real",
        )


def without_junk(data: bytes) -> bytes:
    """The PDF in a file with other bytes around it, which pdfium finds only near the ends; the same bytes if there are few."""
    start = data.find(b"%PDF-")
    end = data.rfind(b"%%EOF") + len(b"%%EOF")
    if start <= NEAR_END and (end <= start or len(data) - end <= NEAR_END):
        return data
    return data[start : end if end > start + len(b"%%EOF") else len(data)]


def largest_stream(data: bytes, limit: int = STREAM_LIMIT) -> int:
    """Inflated size of the largest content stream, counted up to just over ``limit``. Images and fonts are left out."""
    largest = 0
    for match in STREAM.finditer(data):
        start = match.end()
        header = data[max(0, match.start() - 600) : match.start()]
        header = header[header.rfind(b" obj") + 1 :]
        if b"FlateDecode" not in header or DRAWN.search(header):
            continue
        end = data.find(b"endstream", start)
        packed = (end if end >= 0 else len(data)) - start
        if packed * RATIO <= max(limit, largest):
            continue
        largest = max(largest, _inflated(data[start : start + packed], limit))
        if largest > limit:
            break
    return largest


def _inflated(packed: bytes, limit: int) -> int:
    inflate, total, chunk = zlib.decompressobj(), 0, packed
    try:
        while chunk and total <= limit and not inflate.eof:
            total += len(inflate.decompress(chunk, 1 << 20))
            chunk = inflate.unconsumed_tail
    except zlib.error:
        return total
    return total


def open_pdf(data: bytes, shown: str, password: Password | None = None) -> pdfium.PdfDocument:
    """The opened document. ReadError if it is encrypted and not opened by the password, cut off, broken or without a page."""
    if b"%%EOF" not in data and b"startxref" not in data:
        raise ReadError(shown, "the file is cut off (its end is missing)", "download or copy it again")
    password = password or Password()
    use_one_font()
    try:
        document = pdfium.PdfDocument(data, password.value)
        pages = len(document)
    except pdfium.PdfiumError as error:
        # pdfium's error code may be left over from another file: what stands in this one decides.
        code = getattr(error, "err_code", None)
        if NO_PAGES.search(data):
            what, todo = "the file has 0 pages", "download or export it again"
        elif code == pdfium_c.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
            what, todo = _locked(password)
        elif code == pdfium_c.FPDF_ERR_SECURITY and b"/Encrypt" in data:
            what = "the file is encrypted in a way that cannot be opened here (a certificate, or an unknown method)"
            todo = "open it in the program that it is made for and print it to a new PDF"
        else:
            what, todo = "the file is damaged or cut off", "download or copy it again"
        raise ReadError(shown, what, todo) from error
    if pages == 0:
        raise ReadError(shown, "the file has 0 pages", "download or export it again")
    return document


def _locked(password: Password) -> tuple[str, str]:
    """What is wrong with an encrypted file and what to do."""
    if password.value is None:
        what = "the file is encrypted and asks for a password"
        return what, f"set it in {password.place}, or open the file and print it to a new PDF"
    what = f"the file is encrypted and the password in {password.place} does not open it"
    return what, "set the right one, or open the file and print it to a new PDF"

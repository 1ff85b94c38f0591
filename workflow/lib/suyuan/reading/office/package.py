"""The zip file that a .docx or .xlsx is: told from damaged, protected, foreign and overloading ones before it is opened."""

from __future__ import annotations

import io
import zipfile

from suyuan.reading.errors import ReadError

XML_LIMIT = 96 * 1024 * 1024  # bytes of all XML parts, inflated; a book of 500 pages has about 10 MB
PART_LIMIT = 1024 * 1024 * 1024  # bytes of all parts (pictures are never inflated)
PARTS = 20_000
MAIN = {"docx": "word/", "xlsx": "xl/"}
OTHER = {
    "word/": "a Word file (rename it to .docx)",
    "xl/": "an Excel file (rename it to .xlsx)",
    "ppt/": "a presentation (export it as PDF)",
    "OFD.xml": "an OFD file (open it in an OFD reader and export it as PDF)",
    "META-INF/container.xml": "an e-book (convert it to HTML)",
    "content.xml": "an OpenDocument file (save it as .docx or .xlsx)",
}
XML = (".xml", ".rels", ".vml")
OLE = b"\xd0\xcf\x11\xe0"
DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


def check_package(data: bytes, shown: str, kind: str) -> None:
    """Raise ReadError unless the bytes are a sound Office file of the ``kind`` docx or xlsx, of a size that can be read."""
    if data.startswith(OLE):
        _old_or_protected(data, shown, kind)
    if not data.startswith(b"PK"):
        raise ReadError(
            shown, f"this is no .{kind} file", "export it again, or give it the suffix of what it is"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(package, shown, kind)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise ReadError(
            shown, f"the file is damaged or cut off ({_short(error)})", "download or copy it again"
        ) from error


def part_names(data: bytes) -> list[str]:
    """Names of the parts of a package that :func:`check_package` passed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


def _old_or_protected(data: bytes, shown: str, kind: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError(
            shown,
            "the file is protected with a password",
            f"open it with the password and save it as .{kind} without",
        )
    raise ReadError(
        shown,
        f"this is a file of the old binary form, named .{kind}",
        f"open it in Word, Excel, WPS or LibreOffice and save it as .{kind}",
    )


def _check_parts(package: zipfile.ZipFile, shown: str, kind: str) -> None:
    parts = package.infolist()
    names = [part.filename.replace("\\", "/") for part in parts]
    if not any(name.startswith(MAIN[kind]) for name in names):
        what = next((told for sign, told in OTHER.items() if any(n.startswith(sign) for n in names)), None)
        raise ReadError(
            shown,
            f"there is no {'document' if kind == 'docx' else 'workbook'} in the file"
            + (f": it is {what}" if what else ""),
            f"give a .{kind} file",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(shown, "the file is protected with a password", f"save it as .{kind} without")
    xml = [part for part in parts if part.filename.lower().endswith(XML)]
    total, words = sum(part.file_size for part in parts), sum(part.file_size for part in xml)
    if words > XML_LIMIT or total > PART_LIMIT or len(parts) > PARTS:
        raise ReadError(
            shown,
            f"the file unpacks to {max(words, total) // 2**20} MB in {len(parts)} parts, more than one document",
            "it is made to overload readers, or: split it, and save each part by itself",
        )
    for part in xml:
        with package.open(part) as stream:
            content = stream.read(part.file_size + 1)  # fails on a wrong checksum
        if len(content) > part.file_size or any(sign in content for sign in DECLARED):
            raise ReadError(
                shown,
                f"its part {part.filename} declares entities, which no office program writes",
                "open it in Word or LibreOffice and save it again",
            )


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__

"""Read a file of any known kind to a Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from suyuan.document import Document, DocumentDates
from suyuan.reading.decoding import decode
from suyuan.reading.errors import ReadError
from suyuan.reading.legible import legibility_problems
from suyuan.reading.limits import tell_length
from suyuan.reading.password import Password
from suyuan.reading.text.reader import read_text
from suyuan.records import Problem
from suyuan.records.fact import Edition

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
OFFICE_SUFFIXES = frozenset({".docx", ".xlsx"})
_WORD = "open it in Word, WPS or LibreOffice and save it as .docx or PDF"
_SHEET = "open it in Excel, WPS or LibreOffice and save it as .xlsx"
_CAJ = "open it in CAJViewer and print it to PDF, or download the PDF edition"
CONVERT = {
    ".doc": _WORD,
    ".dot": _WORD,
    ".wps": _WORD,
    ".wpt": _WORD,
    ".rtf": _WORD,
    ".odt": _WORD,
    ".docm": "open it in Word and save it as .docx (without macros) or PDF",
    ".xls": _SHEET,
    ".et": _SHEET,
    ".ett": _SHEET,
    ".ods": _SHEET,
    ".xlsm": "open it in Excel and save it as .xlsx (without macros)",
    ".xlsb": _SHEET,
    ".csv": "open it in Excel or LibreOffice and save it as .xlsx, or enter its figures in raw/collected.csv",
    ".caj": _CAJ,
    ".kdh": _CAJ,
    ".nh": _CAJ,
    ".ofd": "open it in an OFD reader or WPS Office and export it as PDF",
    ".ppt": "open it in PowerPoint, WPS or LibreOffice and save it as PDF",
    ".pptx": "open it in PowerPoint, WPS or LibreOffice and save it as PDF",
    ".dps": "open it in WPS Office and save it as PDF",
    ".epub": "convert it to HTML, for example with pandoc",
    ".mht": "open it in the browser and save it as HTML only, or print it to PDF",
    ".mhtml": "open it in the browser and save it as HTML only, or print it to PDF",
    ".zip": "unpack it and give the files in it",
    ".rar": "unpack it and give the files in it",
    ".7z": "unpack it and give the files in it",
    ".tif": "save it as PDF",
    ".tiff": "save it as PDF",
    ".jpg": "save it as PDF",
    ".jpeg": "save it as PDF",
    ".png": "save it as PDF",
}
KNOWN = ".pdf, .html, .htm, .docx, .xlsx, .txt, .md"
READABLE = frozenset({".pdf"}) | TEXT_SUFFIXES | HTML_SUFFIXES | OFFICE_SUFFIXES
MAX_TEXT_BYTES = 64 * 1024 * 1024


def read_document(
    path: Path,
    *,
    source_id: str,
    edition: Edition,
    dates: DocumentDates | None = None,
    title: str | None = None,
    shown_path: str | None = None,
    password: Password | None = None,
) -> Document:
    """Read one file: .txt .md .html .htm .docx .xlsx .pdf.

    ``dates`` and ``title`` of the source card take the place of what the document itself says; where ``dates`` is
    None the dates found in it are put in. ``shown_path`` is the path for messages and for ``Document.path``; default
    the path as given. ``password`` opens an encrypted PDF. Raises ReadError, whose text is
    one line: what is wrong and what to do.
    """
    shown = shown_path if shown_path is not None else str(path)
    suffix = path.suffix.lower()
    data = _load(path, shown, suffix)
    digest = hashlib.sha256(data).hexdigest()
    if suffix != ".pdf":
        tell_length(len(data))
    if suffix in TEXT_SUFFIXES:
        document = _text_document(data, shown, source_id, edition)
    elif suffix in HTML_SUFFIXES:
        from suyuan.reading.html.reader import read_html

        document = read_html(data, shown, source_id, edition)
    elif suffix == ".docx":
        from suyuan.reading.office.docx import read_docx

        document = read_docx(data, shown, source_id, edition)
    elif suffix == ".xlsx":
        from suyuan.reading.office.xlsx import read_xlsx

        document = read_xlsx(data, shown, source_id, edition)
    else:
        from suyuan.reading.pdf.reader import read_pdf

        document = read_pdf(data, shown, source_id, edition, password)
    document.sha256 = digest
    document.title = title or document.title
    if dates is not None:
        document.dates = dates
    document.problems += legibility_problems(document)
    return document


def render_text(document: Document) -> str:
    """What ``suyuan read FILE`` prints: the text to which all offsets refer."""
    return document.text


def _load(path: Path, shown: str, suffix: str) -> bytes:
    """The bytes, when the file exists, is not empty and is what its name says."""
    if not path.exists():
        raise ReadError(shown, "there is no such file", "check the path and the name")
    if path.is_dir():
        raise ReadError(shown, "this is a folder, not a file", f"give a file in it, one of {KNOWN}")
    if suffix in CONVERT:
        raise ReadError(shown, f"{suffix} files cannot be read", CONVERT[suffix])
    if suffix not in READABLE:
        raise ReadError(shown, f"unknown kind of file ({suffix or 'no suffix'})", f"give one of {KNOWN}")
    if not path.is_file():
        raise ReadError(shown, "this is not a file", f"give a file, one of {KNOWN}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            shown, f"cannot be opened ({error.strerror})", "check the rights of the file"
        ) from error
    if not data:
        raise ReadError(shown, "the file is empty (0 bytes)", "download or export it again")
    if suffix != ".pdf" and data[:1024].lstrip().startswith(b"%PDF-"):
        raise ReadError(shown, f"this is a PDF saved as {suffix}", "rename it to .pdf")
    if suffix in OFFICE_SUFFIXES | {".pdf"}:
        return data  # what else they may be, and how large, their readers tell
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ReadError(
            shown,
            f"this is an Office or zip file saved as {suffix}",
            "give it its suffix (.docx, .xlsx) again",
        )
    if len(data) > MAX_TEXT_BYTES:
        raise ReadError(shown, f"{len(data) // 2**20} MB of text is more than one document", "split the file")
    return data


def _text_document(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    try:
        text, encoding, assumed = decode(data)
    except UnicodeError as error:
        raise ReadError(shown, f"no text in a known encoding ({error})", "save it as UTF-8") from error
    if "\x00" in text:
        raise ReadError(shown, "this is a binary file, not text", f"give one of {KNOWN}")
    if not text.strip():
        raise ReadError(shown, "there is nothing but blanks in the file", "download or export it again")
    problems: tuple[Problem, ...] = ()
    if assumed:
        problems = (
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                what=f"the file is not UTF-8; it was read as {encoding}",
                todo="look whether the text is right; save the file as UTF-8 to be sure",
                severity="note",
            ),
        )
    parts = read_text(text)
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="text",
        text=text,
        blocks=parts.blocks,
        title=parts.title,
        dates=parts.dates,
        problems=problems,
    )

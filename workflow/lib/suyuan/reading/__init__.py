"""Readers: one file to a Document."""

from suyuan.reading.document_file import read_document, render_text
from suyuan.reading.errors import ReadError

__all__ = ["ReadError", "read_document", "render_text"]

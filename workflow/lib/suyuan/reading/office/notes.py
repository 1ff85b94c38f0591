"""Footnotes and endnotes of a word-processor file, and other parts that the document refers to."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from suyuan.reading.office.numbering import format_number

NOTE_PARTS = {"footnote": "/footnotes", "endnote": "/endnotes"}
USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}  # forms of numbers where the document names none


def related(part: Any, suffix: str) -> Any:
    """Root of the part that is related to the document by a relationship of this kind; None where there is none."""
    for relation in part.rels.values():
        if relation.reltype.endswith(suffix) and not relation.is_external:
            target = relation.target_part
            return target.element if hasattr(target, "element") else parse_xml(target.blob)
    return None


def notes_of(part: Any, kind: str) -> dict[str, Any]:
    """Elements of the notes of a ``kind`` (footnote, endnote) by id, without separators."""
    root = related(part, NOTE_PARTS[kind])
    return {
        note.get(qn("w:id")): note
        for note in (() if root is None else root)
        if note.get(qn("w:type")) is None
    }


def note_labels(root: Any) -> dict[tuple[str, str], str]:
    """Printed number of each note, by kind and id, in the order of their references; none for one with a sign of its own."""
    labels: dict[tuple[str, str], str] = {}
    for kind, usual in USUAL.items():
        form = root.find(f".//{qn('w:' + kind + 'Pr')}/{qn('w:numFmt')}")
        name = form.get(qn("w:val")) if form is not None else usual
        for reference in root.iter(qn(f"w:{kind}Reference")):
            identity = reference.get(qn("w:id")) or ""
            own = reference.get(qn("w:customMarkFollows")) in ("1", "true", "on")
            deleted = any(True for _ in reference.iterancestors(qn("w:del"), qn("w:moveFrom")))
            if not own and not deleted and (kind, identity) not in labels:
                count = sum(1 for other, _ in labels if other == kind) + 1
                labels[kind, identity] = format_number(count, name or usual)
    return labels

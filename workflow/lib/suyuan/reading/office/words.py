"""Words of a paragraph of a word-processor file, in the order of the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from suyuan.reading.line_breaks import BREAK
from suyuan.reading.office.formula import MATH, formula
from suyuan.reading.raised import CLOSE, OPEN, clean, write_raised

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
OUT = frozenset(
    qn(name)
    for name in (
        "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText", "w:delInstrText", "w:rt", "w:sdtPr",
        "w:sdtEndPr", "w:annotationRef", "w:footnoteRef", "w:endnoteRef", "w:softHyphen",
        "w:lastRenderedPageBreak", "w:proofErr",
    )
) | {MC + "Fallback"}  # fmt: skip
# Adobe's Symbol and Wingdings, where office files use them for signs that stand beside numbers.
SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0x2D: "−"},
    "wingdings": {0x6C: "●", 0x6E: "■", 0x75: "◆", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑"},
}  # fmt: skip


@dataclass(slots=True)
class Reader:
    """Reads paragraphs one after another: fields may run over several. ``seen`` counts what is not read."""

    seen: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(
        default_factory=list
    )  # (footnote or endnote, id) of the paragraph at hand
    boxes: list[Any] = field(default_factory=list)  # text boxes anchored in the paragraph at hand
    labels: dict[tuple[str, str], str] = field(default_factory=dict)  # of notes
    fields: list[bool] = field(
        default_factory=list
    )  # for each open field: is its instruction still going on?
    parts: list[str] = field(default_factory=list)

    def paragraph(self, element: Any) -> str:
        """Text of a ``w:p``; line breaks as BREAK, marks of notes between the signs of ``raised``."""
        self.parts, self.notes, self.boxes = [], [], []
        for child in element:
            self._walk(child)
        return "".join(self.parts)

    def _walk(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in OUT:
            if tag in (qn("w:del"), qn("w:moveFrom")):
                self.seen["changes"] += 1
            return
        if tag == qn("w:commentReference"):
            self.seen["comments"] += 1
            return
        if tag == qn("w:r"):
            self._run(element)
        elif tag in (qn("w:ins"), qn("w:moveTo")):
            self.seen["changes"] += 1
            self._all(element)
        elif tag == qn("w:txbxContent"):
            self.boxes.append(element)
        elif tag == qn("w:object"):
            self.seen["objects"] += 1
            self._all(element)
        elif tag.startswith(MATH):
            self.parts.append(formula(element))
        elif tag == MC + "AlternateContent" and element.find(MC + "Choice") is None:
            fallback = element.find(MC + "Fallback")
            if fallback is not None:
                self._all(fallback)
        else:
            if tag == CHART:
                self.seen["charts"] += 1
            elif tag in (PICTURE, "{urn:schemas-microsoft-com:vml}imagedata"):
                self.seen["pictures"] += 1
            self._all(element)

    def _all(self, element: Any) -> None:
        for child in element:
            self._walk(child)

    def _run(self, run: Any) -> None:
        properties = run.find(qn("w:rPr"))
        hidden = raised = False
        if properties is not None:
            hidden = _on(properties.find(qn("w:vanish")))
            struck = _on(properties.find(qn("w:strike"))) or _on(properties.find(qn("w:dstrike")))
            self.seen["struck"] += struck and not hidden and any(child.tag == qn("w:t") for child in run)
            align = properties.find(qn("w:vertAlign"))
            raised = align is not None and align.get(qn("w:val")) == "superscript"
        if hidden:
            self.seen["hidden"] += any(child.tag == qn("w:t") for child in run)
            for child in run.iter(qn("w:fldChar")):
                self._piece(child)
            return
        before, self.parts = self.parts, []
        for child in run:
            self._piece(child)
        here, self.parts = "".join(self.parts), before
        if raised and here and OPEN not in here:
            here = write_raised("".join(self.parts[-4:]), here)
        self.parts.append(here)

    def _piece(self, element: Any) -> None:
        tag = element.tag
        if tag == qn("w:fldChar"):
            kind = element.get(qn("w:fldCharType"))
            if kind == "begin":
                self.fields.append(True)
            elif kind == "separate" and self.fields:
                self.fields[-1] = False
            elif kind == "end" and self.fields:
                self.fields.pop()
        elif any(self.fields):
            return  # an instruction, with whatever fields it is made of
        elif tag == qn("w:t"):
            self.parts.append(clean(element.text or ""))
        elif tag in (qn("w:tab"), qn("w:ptab")):
            self.parts.append(" ")
        elif tag in (qn("w:br"), qn("w:cr")):
            self.parts.append(BREAK)
        elif tag == qn("w:noBreakHyphen"):
            self.parts.append("-")
        elif tag == qn("w:sym"):
            self.parts.append(symbol(element.get(qn("w:font")) or "", element.get(qn("w:char")) or ""))
        elif tag in (qn("w:footnoteReference"), qn("w:endnoteReference")):
            kind = "footnote" if tag == qn("w:footnoteReference") else "endnote"
            identity = element.get(qn("w:id")) or ""
            self.notes.append((kind, identity))
            if label := self.labels.get((kind, identity)):
                self.parts.append(f"{OPEN}{label}{CLOSE}")
        else:
            self._walk(element)


def symbol(font: str, code: str) -> str:
    """The character of a ``w:sym``; one that is not in the table keeps its private code, so that it counts as unreadable."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    known = SYMBOLS.get(font.lower().strip(), {}).get(number & 0xFF)
    return known or (chr(number) if 0 < number < 0xD800 or 0xE000 <= number < 0x110000 else "\ufffd")


def _on(element: Any) -> bool:
    return element is not None and element.get(qn("w:val")) not in ("0", "false", "off")

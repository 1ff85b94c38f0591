"""A formula of a word-processor file on one line: 10⁴, x₁, √(2a), (a+b)/2, no digit grown onto another."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from suyuan.reading.raised import TO_RAISED, clean

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TO_LOWERED = str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋")
SHORT = frozenset("0123456789+-−–")
LEFT_OUT = frozenset((qn("w:del"), qn("w:moveFrom")))


def formula(element: Any) -> str:
    """Text of an element of Office Math (ECMA-376 part 1, 22.1): exponents and indices of digits as raised and lowered signs."""
    name = element.tag.removeprefix(MATH) if isinstance(element.tag, str) else ""
    if not name or name.endswith("Pr") or element.tag in LEFT_OUT:
        return ""
    if name == "t":
        return clean(element.text or "")
    if name in ("sSup", "sSub", "sSubSup", "sPre"):
        index = _index(_part(element, "sub"), TO_LOWERED, "_") + _index(_part(element, "sup"), TO_RAISED, "^")
        return index + _part(element, "e") if name == "sPre" else _part(element, "e") + index
    if name == "f":
        return f"{_closed(_part(element, 'num'))}/{_closed(_part(element, 'den'))}"
    if name == "rad":
        return f"{_index(_part(element, 'deg'), TO_RAISED, '^')}√{_closed(_part(element, 'e'))}"
    if name == "nary":
        sign = _sign(element, "chr", "∫")
        limits = "…".join(part for part in (_part(element, "sub"), _part(element, "sup")) if part)
        return f"{sign}({limits}) {_part(element, 'e')}" if limits else f"{sign}{_part(element, 'e')}"
    if name == "d":
        inner = _sign(element, "sepChr", "|").join(formula(child) for child in element.findall(MATH + "e"))
        return f"{_sign(element, 'begChr', '(')}{inner}{_sign(element, 'endChr', ')')}"
    if name == "m":
        rows = (
            " ".join(formula(cell) for cell in row.findall(MATH + "e"))
            for row in element.findall(MATH + "mr")
        )
        return "; ".join(rows)
    return "".join(formula(child) for child in element)


def _part(element: Any, name: str) -> str:
    part = element.find(MATH + name)
    return formula(part) if part is not None else ""


def _index(text: str, signs: dict[int, int], mark: str) -> str:
    """An exponent or index: digits as small signs, others after ^ or _."""
    text = text.strip()
    if set(text) <= SHORT:
        return text.translate(signs)
    return f"{mark}{_closed(text)}"


def _closed(text: str) -> str:
    """In brackets, unless it is one word."""
    text = text.strip()
    return text if text.isalnum() or not text else f"({text})"


def _sign(element: Any, name: str, usual: str) -> str:
    """A sign named in the properties; an empty one means none."""
    found = next(
        (child for child in element.iter(MATH + name) if child.getparent().getparent() is element), None
    )
    return usual if found is None else str(found.get(MATH + "val") or "")

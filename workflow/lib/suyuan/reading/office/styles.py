"""What the style of a paragraph says: level in the outline, list, alignment, size of the type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

BODY_LEVEL = 9  # an outline level that says: no heading
HEADING = re.compile(r"(?:heading|标题)([1-9])")  # some programs translate the names of Word's styles
DEPTH = 20  # of styles based on one another; more is a cycle


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a paragraph, its own or of its style."""

    name: str = ""  # of the style, lower case, without blanks
    level: int | None = None  # in the outline, from 1
    list_name: str | None = None
    list_level: int = 0
    centred: bool = False
    size: float | None = None  # points


class Styles:
    """The styles of a document."""

    def __init__(self, root: Any) -> None:
        """``root`` of styles.xml, or None."""
        found = root.findall(qn("w:style")) if root is not None else []
        self.styles = {style.get(qn("w:styleId")): style for style in found}
        self.default = next(
            (
                s.get(qn("w:styleId"))
                for s in found
                if s.get(qn("w:type")) == "paragraph" and s.get(qn("w:default")) in ("1", "true")
            ),
            None,
        )
        base = root.find(f"{qn('w:docDefaults')}//{qn('w:sz')}") if root is not None else None
        self.size = _half_points(base)

    def look(self, paragraph: Any) -> Look:
        """Look of a ``w:p``."""
        own = paragraph.find(qn("w:pPr"))
        chain = [own] if own is not None else []
        style = own.find(qn("w:pStyle")) if own is not None else None
        identity = style.get(qn("w:val")) if style is not None else self.default
        named = self._chain(identity)
        chain += [p for p in (s.find(qn("w:pPr")) for s in named) if p is not None]
        name = _value(named[0].find(qn("w:name"))) if named else None
        level = _int(_first(chain, "w:outlineLvl"))
        plain = "".join((name or "").lower().split())
        if level is None and (heading := HEADING.fullmatch(plain)):
            level = int(heading[1]) - 1
        lists = next((p.find(qn("w:numPr")) for p in chain if p.find(qn("w:numPr")) is not None), None)
        number = _value(lists.find(qn("w:numId"))) if lists is not None else None
        index = _int(_value(lists.find(qn("w:ilvl")))) if lists is not None else None
        return Look(
            plain,
            None if level is None or level >= BODY_LEVEL else level + 1,
            None if number in (None, "0") else number,
            index if index is not None else self._list_level(named, number),
            _first(chain, "w:jc") == "center",
            self._size(paragraph, named),
        )

    def _chain(self, identity: str | None) -> list[Any]:
        chain: list[Any] = []
        while identity in self.styles and len(chain) < DEPTH:
            chain.append(self.styles[identity])
            identity = _value(chain[-1].find(qn("w:basedOn")))
        return chain

    def _list_level(self, named: list[Any], number: str | None) -> int:
        """Level of a list that a style takes part in without saying which: by its level in the outline."""
        if number is None or not named:
            return 0
        properties = named[0].find(qn("w:pPr"))
        level = _int(_first([properties], "w:outlineLvl")) if properties is not None else None
        return level if level is not None and level < BODY_LEVEL else 0

    def _size(self, paragraph: Any, named: list[Any]) -> float | None:
        for run in paragraph.iter(qn("w:r")):
            size = _half_points(run.find(f"{qn('w:rPr')}/{qn('w:sz')}"))
            if size is not None:
                return size
            break
        for style in named:
            size = _half_points(style.find(f"{qn('w:rPr')}/{qn('w:sz')}"))
            if size is not None:
                return size
        return self.size


def _first(chain: list[Any], name: str) -> str | None:
    return next((_value(p.find(qn(name))) for p in chain if p.find(qn(name)) is not None), None)


def _value(element: Any) -> str | None:
    value: str | None = element.get(qn("w:val")) if element is not None else None
    return value


def _int(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None


def _half_points(element: Any) -> float | None:
    value = _int(_value(element))
    return value / 2 if value is not None else None

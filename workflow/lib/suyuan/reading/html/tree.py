"""The elements of a web page: the tree, which of them show anything, and the words in one."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

from suyuan.reading.raised import clean, write_raised

NEVER = frozenset({"script", "style", "template", "noscript", "head", "iframe", "object", "link", "meta"})
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
))  # fmt: skip
DEPTH = 500  # of elements in one another
NUMBERED = re.compile(r"&#(?:(1[2-5]\d)|[xX]0*([89][0-9a-fA-F]))(?:;|(?![0-9a-fA-F]))")
# A line of the source that ends between Chinese characters: Word wraps the pages that it saves.
WIDE = r"\u3000-\u303f\u3400-\u9fff\uff00-\uff0f\uff1a-\uff5e"  # no full-width digits: two numbers stay two
WRAPPED = re.compile(rf"(?<=[{WIDE}])[ \t]*[\r\n]\s*(?=[{WIDE}])")
HIDDEN = re.compile(r"display\s*:\s*none", re.I)
BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2002-\u200a]+")


def parse(markup: str) -> HtmlElement:
    """Root element. ValueError if there is no element at all, or elements are nested deeper than any page needs."""
    cleaned = NUMBERED.sub(_windows, re.sub(r"^\s*<\?xml[^>]*\?>", "", markup).replace("\x00", ""))
    try:
        # Without huge_tree what stands more than 256 elements deep (old pages never close their fonts) would be lost.
        root = lxml_html.document_fromstring(cleaned, parser=lxml_html.HTMLParser(huge_tree=True))
    except (lxml_html.etree.ParserError, lxml_html.etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error
    if _depth(root) > DEPTH:
        raise ValueError(f"its elements are nested more than {DEPTH} deep")
    return root


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in lxml_html.etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _windows(match: re.Match[str]) -> str:
    """&#150; is – although the number 150 is no character: browsers read 128 to 159 as Windows wrote them."""
    number = int(match[1]) if match[1] else int(match[2], 16)
    if not 128 <= number <= 159:
        return match[0]
    return bytes([number]).decode("cp1252", "replace")


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element says of itself that it is not shown. What style sheets and classes say is not known."""
    return element.get("hidden") is not None or HIDDEN.search(element.get("style") or "") is not None


def size_of(element: HtmlElement) -> int:
    """Characters of an element, without those of scripts and styles."""
    if not isinstance(element.tag, str) or element.tag.lower() in NEVER:
        return 0
    inside = sum(size_of(child) + len((child.tail or "").strip()) for child in element)
    return len((element.text or "").strip()) + inside


def cell_text(element: HtmlElement) -> str:
    """Visible text of an element on one line, no TAB in it."""
    parts: list[str] = []

    def collect(node: HtmlElement) -> None:
        if (
            not isinstance(node.tag, str)
            or node.tag.lower() in NEVER
            or (node is not element and is_hidden(node))
        ):
            return
        if node.tag.lower() not in INLINE:
            parts.append(" ")
        parts.append(WRAPPED.sub("", clean(node.text or "")))
        for child in node:
            if child.tag == "sup" and not is_hidden(child):
                parts.append(write_raised("".join(parts[-4:]), child.text_content()))
            else:
                collect(child)
            parts.append(WRAPPED.sub("", clean(child.tail or "")))

    collect(element)
    return BLANKS.sub(" ", "".join(parts)).strip(" \u3000")


def letters(text: str) -> int:
    """Letters and digits in a text."""
    return sum(char.isalnum() for char in text)


def is_inline(element: HtmlElement) -> bool:
    """Whether an element (or a comment) stands inside a line."""
    return not isinstance(element.tag, str) or element.tag.lower() in INLINE

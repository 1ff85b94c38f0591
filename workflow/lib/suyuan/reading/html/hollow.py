"""Pages that hold no document: drawn by a script, framing a PDF or other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from suyuan.reading.html.units import Unit
from suyuan.reading.shapes import is_sentence
from suyuan.reading.words import squeeze, words

LITTLE = 300  # characters: less, without a sentence, is no article
SHOWN = 80  # characters of an address in a message
FRAMING = ("iframe", "embed", "object", "frame")
FILE = re.compile(r"\.(?:pdf|ofd|docx?|xlsx?)(?=$|[?#&])", re.I)


def why_hollow(root: HtmlElement, units: Sequence[Unit]) -> tuple[str, str] | None:
    """What is wrong and what to do, where the page has next to no text of its own; None for a page with text."""
    if any(
        is_sentence(unit.text) and unit.linked < 0.5 and not _asks_for_script(unit.text) for unit in units
    ):
        return None
    if any(unit.role == "row" for unit in units) or sum(len(unit.text) for unit in units) > LITTLE:
        return None
    framed = _framed(root)
    file = next((address for address in framed if FILE.search(address)), None)
    if file is not None:
        return f"the page only shows another file ({_short(file)})", "download that file and give it instead"
    if framed and not units:
        return f"the page only frames another page ({_short(framed[0])})", "open that page and save it"
    if _drawn_by_script(root, units):
        what = "the page is drawn by a script and holds no text of its own"
        return (
            what,
            "open it in a browser, wait until it is loaded, and save the whole page or print it to PDF",
        )
    return None


def _framed(root: HtmlElement) -> list[str]:
    found = []
    for element in root.iter(*FRAMING):
        address = (element.get("src") or element.get("data") or "").strip()
        if address and not address.startswith(("about:", "javascript:")):
            found.append(address)
    return found


def _drawn_by_script(root: HtmlElement, units: Sequence[Unit]) -> bool:
    """There are scripts, and either nothing else, an empty element for an application, or words that ask for scripts."""
    if next(root.iter("script"), None) is None:
        return False
    if not units or any(_asks_for_script(text) for text in _asides(root)):
        return True
    if any(_asks_for_script(unit.text) for unit in units):
        return True
    marks = set(words("script_roots"))
    places = root.iter("div", "main", "section", "body")
    return any(
        squeeze(place.get("id") or "") in marks and not place.text_content().strip() for place in places
    )


def _asides(root: HtmlElement) -> list[str]:
    return [element.text_content() or "" for element in root.iter("noscript")]


def _asks_for_script(text: str) -> bool:
    squeezed = squeeze(text)
    return len(squeezed) <= 120 and any(word in squeezed for word in words("script_asked"))


def _short(address: str) -> str:
    address = " ".join(address.split())
    return address if len(address) <= SHOWN else "…" + address[-SHOWN:]

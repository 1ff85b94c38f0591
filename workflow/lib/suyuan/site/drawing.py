"""A drawing as part of a page: only shapes and their looks are kept, and each mark becomes a link.

The page forbids style attributes and style sheets of others (Content-Security-Policy), so styles become attributes of
SVG. What is not in the lists below (scripts, metadata, addresses outside the drawing) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "path", "use", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan", "clipPath", "pattern", "linearGradient", "radialGradient", "stop", "title", "desc", "symbol",
    }
)  # fmt: skip
# Looks that matplotlib writes into style and that SVG has as attributes.
LOOKS = frozenset(
    {
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
        "stroke-dashoffset", "stroke-linejoin", "stroke-linecap", "stroke-miterlimit", "opacity", "font-size",
        "font-family", "font-weight", "font-style", "text-anchor", "dominant-baseline", "clip-path",
        "clip-rule", "stop-color", "stop-opacity", "visibility", "display",
    }
)  # fmt: skip
ATTRIBUTES = LOOKS | frozenset(
    {
        "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width",
        "height", "transform", "points", "viewBox", "offset", "clipPathUnits", "patternUnits",
        "patternTransform", "patternContentUnits", "gradientUnits", "gradientTransform", "preserveAspectRatio",
    }
)  # fmt: skip
INHERITED = {
    "stroke-linejoin": "round",
    "stroke-linecap": "butt",
}  # matplotlib's style sheet for all elements
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.I)
AREA = 8  # radius in points of the area around a small mark that can be touched


class Target(NamedTuple):
    """Where a mark leads, and how it is called for those who do not see it."""

    href: str
    label: str


def inline_svg(svg: Path, targets: Mapping[str, Target], title: str, prefix: str = "") -> str:
    """The drawing as an ``svg`` element of a page. ``targets``: id of a group to the link that is put around it.

    ``prefix`` is put before all ids, so that two drawings can stand in one page. A group whose id is that of a mark with
    ``-`` and a word after it (``obs-1-period``) belongs to the mark. Raises ValueError for a file that is no SVG.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(svg.read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{svg}: this is no SVG ({error}); draw the figures again") from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError(f"{svg}: this is no SVG; draw the figures again")
    _clean(root)
    for name in ("width", "height"):
        root.attrib.pop(name, None)
    for name, value in INHERITED.items():
        root.set(name, value)
    root.set("role", "group")
    root.set("aria-label", title)
    _link(root, targets)
    _rename(root, prefix)
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})
    text: str = etree.tostring(root, encoding="unicode", with_tail=False)
    return text


def _clean(element: Any) -> None:
    for child in list(element):
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name not in ELEMENTS or etree.QName(child).namespace != SVG:
            element.remove(child)
        else:
            _clean(child)
    looks = _looks(element.attrib.pop("style", ""))
    href = element.attrib.pop(XLINK, None) or element.attrib.pop("href", None)
    for name, value in list(element.attrib.items()):
        if name not in ATTRIBUTES or OUTSIDE.search(value):
            del element.attrib[name]
    for name, value in looks.items():
        element.set(name, value)
    if href is not None and href.startswith("#"):
        element.set("href", href)


def _rename(root: Any, prefix: str) -> None:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, f"{prefix}{value}")
            elif name == "href" and value.startswith("#") and etree.QName(element).localname != "a":
                element.set(name, f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                element.set(name, value.replace("url(#", f"url(#{prefix}"))


def _looks(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    looks = {name.strip(): value.strip() for name, _, value in pairs}
    return {name: value for name, value in looks.items() if name in LOOKS and not OUTSIDE.search(value)}


def _link(root: Any, targets: Mapping[str, Target]) -> None:
    under: Any = None  # areas around marks lie under all of them, so that none covers its neighbour
    for group in list(root.iter(f"{{{SVG}}}g")):
        gid = group.get("id", "")
        owner = gid if gid in targets else next((name for name in _owners(gid) if name in targets), None)
        if owner is None or _within_link(group):
            continue
        target = targets[owner]
        link = _anchor(target, spoken=gid == owner)
        parent, tail = group.getparent(), group.tail
        if under is None:
            under = etree.Element(f"{{{SVG}}}g")
            parent.insert(parent.index(group), under)
        group.tail = None
        parent.replace(group, link)
        link.append(group)
        link.tail = tail
        areas = _areas(group)
        if areas:
            around = _anchor(target, spoken=False)
            around.extend(areas)
            under.append(around)


def _anchor(target: Target, spoken: bool) -> Any:
    """A link; one that is not ``spoken`` doubles another and is left out of the order of tabs."""
    link = etree.Element(f"{{{SVG}}}a", {"href": target.href, "class": "mark"})
    if spoken:
        link.set("aria-label", target.label)
    else:
        link.set("tabindex", "-1")
        link.set("aria-hidden", "true")
    etree.SubElement(link, f"{{{SVG}}}title").text = target.label
    return link


def _within_link(group: Any) -> bool:
    return any(etree.QName(above).localname == "a" for above in group.iterancestors())


def _owners(gid: str) -> list[str]:
    parts = gid.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]


def _areas(group: Any) -> list[Any]:
    """Unseen circles around small markers (``use`` elements, placed by x and y)."""
    return [
        etree.Element(
            f"{{{SVG}}}circle",
            {"cx": use.get("x"), "cy": use.get("y"), "r": str(AREA), "fill": "#fff", "fill-opacity": "0"},
        )
        for use in group.iter(f"{{{SVG}}}use")
        if use.get("x") and use.get("y")
    ]

"""Kind network_map: linked places on circles around a core."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.network_map.declared import NetworkMap
from suyuan.figures.kinds.network_map.select import PlaceMark, PlacesData, TieMark, select
from suyuan.figures.kinds.network_map.words import HEADS, SENTENCES, WORDS


def sentences(data: PlacesData, view: View) -> list[str]:
    """What signs, lines and circles are."""
    said = SENTENCES[view.language]
    core = view.words["comma"].join(view.area(m.row.place) for m in data.places if m.row.circle == 0)
    loose = sum(mark.row.circle is None for mark in data.places)
    found = [said["place"], said["circle"].format(core=core)]
    return [*found, said["loose"].format(count=loose)] if loose else found


def label(mark: PlaceMark | TieMark, view: View) -> str:
    """The place, or both places, with numbers."""
    if isinstance(mark, PlaceMark):
        return f"{view.area(mark.row.place)} {mark.row.degree}"
    return f"{view.area(mark.row.place_a)}–{view.area(mark.row.place_b)} {mark.row.links}"


def table(data: PlacesData, view: View) -> Table:
    """A row for each linked pair."""
    own, comma = WORDS[view.language], view.words["comma"]
    rows = [
        [
            view.area(mark.row.place_a),
            view.area(mark.row.place_b),
            comma.join(own[kind] if kind != "transfer" else own["transfer"] for kind in mark.row.kinds),
            "→" if mark.row.directed else "",
            str(mark.row.links),
            mark.row.first or "",
            own["none"] if mark.row.circle is None else str(mark.row.circle),
        ]
        for mark in data.ties
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(NetworkMap, select, sentences, label, table)

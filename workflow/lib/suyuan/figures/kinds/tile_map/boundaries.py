"""Boundaries of places from a GeoJSON file that the user brings."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from math import cos, radians
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Shape = tuple[tuple[Point, ...], ...]  # outer rings
ENDINGS = ("市", "省", "自治区", "地区", "区", "县")


def read_shapes(path: Path, key: str, names: Collection[str]) -> Mapping[str, Shape]:
    """Outer rings of the places ``names`` (short, or with 市 and the like after them), longitude and latitude projected to
    a plane where the middle latitude is true (equirectangular); holes are left out, and so is a place without an outline.
    ValueError for another format."""
    try:
        features = json.loads(path.read_text(encoding="utf-8-sig"))["features"]
        return _projected(_found(features, key, names))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} is no GeoJSON with features of polygons") from error


def _found(features: Any, key: str, names: Collection[str]) -> dict[str, Shape]:
    wanted = {name + ending: name for name in names for ending in ("", *ENDINGS)}
    found: dict[str, Shape] = {}
    for feature in features:
        name = wanted.get(str((feature.get("properties") or {}).get(key)))
        if name is not None:
            found[name] = found.get(name, ()) + tuple(_rings(feature.get("geometry") or {}))
    return {name: shape for name, shape in found.items() if shape}


def _projected(found: Mapping[str, Shape]) -> Mapping[str, Shape]:
    latitudes = [y for shape in found.values() for ring in shape for _, y in ring]
    scale = cos(radians((min(latitudes) + max(latitudes)) / 2)) if latitudes else 1.0
    return {
        name: tuple(tuple((x * scale, y) for x, y in ring) for ring in found[name]) for name in sorted(found)
    }


def _rings(geometry: Mapping[str, Any]) -> Iterator[tuple[Point, ...]]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates", ())
    parts = [coordinates] if kind == "Polygon" else coordinates if kind == "MultiPolygon" else []
    for part in parts:
        ring = tuple((float(point[0]), float(point[1])) for point in (part[0] if part else ()))
        if len(ring) >= 3:
            yield ring

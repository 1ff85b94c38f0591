"""Rows of an analysis of networks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record

PlaceLevel = Literal["province", "city", "county"]


class NodeRow(Record):
    """A place with its place in the network and above it."""

    place: str = Field(description="short name")
    level: PlaceLevel = Field(
        description="province (also a municipality), city (prefecture), county (and what lies below)"
    )
    city: str | None = Field(None, description="city that it is or lies in")
    province: str | None = Field(None, description="province that it is or lies in")
    degree: int = Field(description="places that it is linked with")
    links: int = Field(description="links that it is an end of")
    outward: int = Field(description="directed links that start from it")
    inward: int = Field(description="directed links that end in it")
    centrality: float = Field(description="degree / (places - 1)")
    betweenness: float = Field(
        description="share of shortest paths between other places that run over it (Freeman)"
    )
    circle: int | None = Field(
        description="links on the shortest way to the core, 0 for the core; none: no way"
    )
    evidence_ids: tuple[str, ...] = Field(description="its links")


class EdgeRow(Record):
    """Two places with all links between them."""

    place_a: str = Field(
        description="place whose name comes first; of links that all go one way, that they start from"
    )
    place_b: str = Field(description="the other place")
    links: int = Field(description="links between them")
    kinds: tuple[str, ...] = Field(description="kinds of links, in the order of the alphabet")
    directed: bool = Field(description="whether all of them go from a to b")
    first: str | None = Field(None, description="earliest date of a link, EDTF")
    circle: int | None = Field(None, description="circle of the outer of the two")
    evidence_ids: tuple[str, ...] = Field(description="the links")


class CircleRow(Record):
    """Places at one distance from the core."""

    circle: int | None = Field(description="links on the shortest way to the core; none: no way")
    places: int = Field(description="places in it")
    names: tuple[str, ...] = Field(description="the places, those with most partners first")
    pairs: int = Field(description="linked pairs of which it holds the outer place")
    links: int = Field(description="links of these pairs")
    evidence_ids: tuple[str, ...] = Field(description="the links")


class LevelRow(Record):
    """Density of the links between the places of one level."""

    level: PlaceLevel = Field(description="level of the places")
    counted: Literal["named", "raised"] = Field(
        description="named: places as they are named; raised: places below the level stand for what they lie in"
    )
    places: int = Field(description="places of the level that have a link to any place")
    pairs: int = Field(description="linked pairs of places of the level")
    possible: int = Field(description="pairs that there could be")
    density: float | None = Field(description="pairs / possible; none for fewer than two places")
    links: int = Field(description="links of these pairs")
    evidence_ids: tuple[str, ...] = Field(description="these links")

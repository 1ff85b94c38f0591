"""An analysis of networks: nodes, edges, circles, levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE
from suyuan.methods.evidence import evidence_of_record
from suyuan.methods.method import Result
from suyuan.methods.networks.declared import Networks
from suyuan.methods.networks.graph import Measured, Pair, by_pair, density, measured, raised
from suyuan.methods.networks.rows import CircleRow, EdgeRow, LevelRow, NodeRow, PlaceLevel
from suyuan.places import Gazetteer
from suyuan.places.above import city_of, province_of, superiors
from suyuan.records import Evidence, Link, Problem
from suyuan.records.period import period

DIGITS = 6
LEVELS: tuple[PlaceLevel, ...] = ("province", "city", "county")


def run(declared: Networks, corpus: Corpus) -> Result:
    """Tables nodes, edges, circles and levels; a note where no link is left, or the core has none."""
    links = _chosen(declared, corpus)
    evidence = {link.link_id: evidence_of_record(declared.id, link) for link in links}
    pairs = by_pair(links)
    measures = measured(list(pairs), declared.core)
    nodes = list(_nodes(links, measures, corpus.gazetteer, evidence))
    edges = [_edge(pair, own, measures, evidence) for pair, own in pairs.items()]
    return Result(
        {
            "nodes": nodes,
            "edges": edges,
            "circles": list(_circles(nodes, edges)),
            "levels": list(_levels(links, corpus.gazetteer, evidence)),
        },
        list(evidence.values()),
        list(_problems(declared, links, measures)),
    )


def level_of(gazetteer: Gazetteer, name: str) -> PlaceLevel:
    """Level of a place; zones, towns and parts of a city count with the counties, as what lies below a city."""
    place = gazetteer.places.get(name)
    if place is not None and place.kind == "province":
        return "province"
    return "city" if place is not None and place.kind == "prefecture" else "county"


def _chosen(declared: Networks, corpus: Corpus) -> list[Link]:
    """Links of the kinds and the area of a declaration, in order of source and place."""
    inside = set(corpus.gazetteer.expand((declared.area,))) if declared.area else None

    def within(name: str) -> bool:
        return inside is None or bool(inside & {name, *superiors(corpus.gazetteer, name)})

    chosen = [
        link for link in corpus.links
        if (not declared.kinds or link.kind in declared.kinds) and within(link.a) and within(link.b)
    ]  # fmt: skip
    return sorted(chosen, key=lambda link: (link.source_id, link.start, link.end, link.link_id))


def _ids(links: Sequence[Link], evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(evidence[link.link_id].evidence_id for link in links))


def _nodes(
    links: Sequence[Link], measures: Measured, gazetteer: Gazetteer, evidence: Mapping[str, Evidence]
) -> Iterator[NodeRow]:
    for name in sorted(measures.degree, key=lambda name: (-measures.degree[name], name)):
        own = [link for link in links if name in (link.a, link.b)]
        yield NodeRow(
            place=name,
            level=level_of(gazetteer, name),
            city=city_of(gazetteer, name),
            province=province_of(gazetteer, name),
            degree=measures.degree[name],
            links=len(own),
            outward=sum(link.directed and link.a == name for link in own),
            inward=sum(link.directed and link.b == name for link in own),
            centrality=round(measures.centrality[name], DIGITS),
            betweenness=round(measures.betweenness[name], DIGITS),
            circle=measures.circle[name],
            evidence_ids=_ids(own, evidence),
        )


def _edge(pair: Pair, links: Sequence[Link], measures: Measured, evidence: Mapping[str, Evidence]) -> EdgeRow:
    ways = {(link.a, link.b) for link in links if link.directed}
    directed = len(ways) == 1 and all(link.directed for link in links)
    a, b = next(iter(ways)) if directed else pair
    circles = [measures.circle[name] for name in pair]
    dates = [link.date for link in links if link.date is not None and period(link.date).first is not None]
    return EdgeRow(
        place_a=a,
        place_b=b,
        links=len(links),
        kinds=tuple(sorted({link.kind for link in links})),
        directed=directed,
        first=min(dates, key=lambda date: (period(date).first, date)) if dates else None,
        circle=max(c for c in circles if c is not None) if None not in circles else None,
        evidence_ids=_ids(links, evidence),
    )


def _circles(nodes: Sequence[NodeRow], edges: Sequence[EdgeRow]) -> Iterator[CircleRow]:
    numbers = sorted({node.circle for node in nodes if node.circle is not None})
    unreached = [None] if any(node.circle is None for node in nodes) else []
    for number in [*numbers, *unreached]:
        own = [node for node in nodes if node.circle == number]
        outer = [edge for edge in edges if edge.circle == number]
        yield CircleRow(
            circle=number,
            places=len(own),
            names=tuple(node.place for node in own),
            pairs=len(outer),
            links=sum(edge.links for edge in outer),
            evidence_ids=tuple(dict.fromkeys(i for edge in outer for i in edge.evidence_ids)),
        )


def _levels(
    links: Sequence[Link], gazetteer: Gazetteer, evidence: Mapping[str, Evidence]
) -> Iterator[LevelRow]:
    """Of each level the places as named; of provinces and cities also with what lies below them raised to them."""
    for level in LEVELS:

        def named(name: str, level: PlaceLevel = level) -> str | None:
            return name if level_of(gazetteer, name) == level else None

        def above(name: str, level: PlaceLevel = level) -> str | None:
            if level == "province":
                return province_of(gazetteer, name)
            return city_of(gazetteer, name)

        ways = [("named", named)] if level == "county" else [("named", named), ("raised", above)]
        for counted, to in ways:
            found = raised(links, to)
            places = {to(name) for link in links for name in (link.a, link.b)} - {None}
            pairs = {pair for pair, _ in found}
            share = density(len(places), len(pairs))
            yield LevelRow.model_validate(
                {
                    "level": level,
                    "counted": counted,
                    "places": len(places),
                    "pairs": len(pairs),
                    "possible": len(places) * (len(places) - 1) // 2,
                    "density": None if share is None else round(share, DIGITS),
                    "links": len(found),
                    "evidence_ids": _ids([link for _, link in found], evidence),
                }
            )


def _problems(declared: Networks, links: Sequence[Link], measures: Measured) -> Iterator[Problem]:
    def told(what: str, todo: str) -> Problem:
        return Problem(
            stage=STAGE, file="config/analyses.yaml", where=declared.id, what=what, todo=todo, severity="note"
        )

    if not links:
        yield told("no link between two places is in it", "widen area, kinds or sources")
    for name in declared.core if links else ():
        if name not in measures.degree:
            yield told(f"{name} of the core has no link", "name places that have links, or leave core out")

"""The page of a figure: the drawing with each mark as a link, its caption, and the marks as a table."""

from __future__ import annotations

from typing import Any

from suyuan.site.analysispage import words_in
from suyuan.site.drawing import Target, inline_svg
from suyuan.site.drawn import DrawnFigure, MarkOf
from suyuan.site.evidence import EvidenceRows
from suyuan.site.material import Material
from suyuan.site.names import source_name
from suyuan.site.places import ANALYSES, Addresses, first_known

Json = dict[str, Any]


def figure_page(material: Material, figure: DrawnFigure) -> Json:
    """Variables of the template ``figure.html``."""
    addresses = Addresses(material)
    targets = {
        mark.gid: Target(
            href(mark, addresses, material), "，".join([mark.label, *about(mark, material, figure.language)])
        )
        for mark in figure.marks
    }
    others = [f for f in material.figures if f.figure_id == figure.figure_id and f.key != figure.key]
    evidence = EvidenceRows(material)
    analysis = next((a for a in material.analyses if a.analysis_id == figure.analysis), None)
    rows = [_row(mark, material, addresses, evidence, figure.language) for mark in figure.marks]
    return {
        "title": figure.title,
        "language": figure.language,
        "words": words_in(figure.language),
        "analysis": None
        if analysis is None
        else (
            f"../{ANALYSES}/{analysis.analysis_id}.{figure.language}.html",
            analysis.title_in(figure.language),
        ),
        "others": [(f"{other.key}.html", other.language, other.title) for other in others],
        "svg": inline_svg(figure.svg, targets, figure.title),
        "narrow": inline_svg(figure.narrow, targets, figure.title, "s-") if figure.narrow else None,
        "caption": caption_paragraphs(figure.caption),
        "marks": rows,
        "has_about": any(row["about"] or row["observations"] for row in rows),
    }


def href(mark: MarkOf, addresses: Addresses, material: Material) -> str:
    """Where a mark leads: to the words it stands on, or to its row in the table where there are several."""
    shown = len(mark.observation_ids) + len(mark.act_ids)
    single = shown == 1 or (shown == 0 and len(mark.evidence_ids) == 1)
    known = [*map(addresses.fact, mark.fact_ids), *map(addresses.act, mark.act_ids)]
    known += [addresses.evidence(material.evidence[i]) for i in mark.evidence_ids if i in material.evidence]
    place = first_known(known) if single else None
    return place or f"#row-{mark.gid}"


def about(mark: MarkOf, material: Material, language: str) -> list[str]:
    """What a mark is about: measure in the language of the figure, area, breakdown, period, nature."""
    labels = material.labels.get(mark.measure_id or "", {})
    measure = labels.get(language, mark.measure_id)
    return [part for part in (measure, *mark.about) if part and part != mark.label]


def caption_paragraphs(markdown: str) -> list[str]:
    """Paragraphs of a caption, without its title in bold and its table."""
    parts = (part.strip() for part in markdown.split("\n\n"))
    return [part for part in parts if part and not part.startswith(("|", "**", "#"))]


def _row(
    mark: MarkOf, material: Material, addresses: Addresses, evidence: EvidenceRows, language: str
) -> Json:
    first, more = evidence.lists(mark.evidence_ids)
    statements = [
        (addresses.fact(name), fact.surface, source_name(material, fact.source_id), fact.edition)
        for name in mark.fact_ids
        if (fact := material.by_id.get(name)) is not None
    ]
    statements += [
        (addresses.act(name), act.title or act.act, source_name(material, act.source_id), act.edition)
        for name in mark.act_ids
        if (act := material.act_by_id.get(name)) is not None
    ]
    return {
        "gid": mark.gid,
        "label": mark.label,
        "about": "，".join(about(mark, material, language)),
        "observations": mark.observation_ids,
        "rule": mark.choice_rule,
        "grade": mark.grade,
        "status": mark.status,
        "statements": statements,
        "evidence": first,
        "more": more,
    }

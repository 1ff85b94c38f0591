"""One number with all that stands behind it, and a figure with what it shows."""

from __future__ import annotations

from suyuan.docs.built import Built, Row
from suyuan.docs.corpus import rows_of
from suyuan.export.locators import parse_boxes
from suyuan.markdown import cell, table


def example(built: Built, measure: str, area: str, period: str) -> str:
    """The observation of a measure, area and period without breakdown: words, source, places, other statements.

    Raises ValueError unless there is exactly one.
    """
    found = rows_of(built.observations, measure_id=measure, REF_AREA=area, TIME_PERIOD=period, breakdown="")
    if len(found) != 1:
        raise ValueError(f"example: {len(found)} observations of {measure}, {area}, {period}; one is wanted")
    observation = found[0]
    facts = {row["fact_id"]: row for row in built.facts}
    chosen, *others = (facts[name] for name in observation["fact_ids"].split(";"))
    label = built.labels.get(measure, {})
    names = " ".join(label[language] for language in ("zh", "en") if label.get(language))
    lines = [
        ["number", f"**{cell(chosen['surface'])}** {cell(names)}, {area}, {period}"],
        ["words", cell(chosen["sentence"]).replace(chosen["surface"], f"**{chosen['surface']}**", 1)],
        ["source", f"{cell(built.files.name(chosen['source_id']))}; grade {observation['grade']}"],
        ["in the paper", cell(chosen["cited_at"])],
        ["read from", _where(built, chosen)],
        ["allows", _bounds(chosen)],
        ["stated again", "; ".join(f"{cell(row['surface'])} ({row['source_id']})" for row in others)],
        ["ids", f"`{observation['observation_id']}` ← `{chosen['fact_id']}`"],
    ]
    return table(["", ""], [line for line in lines if line[1]])


def figure(built: Built, name: str, language: str, *, folder: str = "") -> str:
    """A figure with its title and what it is made from. ``folder``: from the document to the project's root (``../``)."""
    sidecar = built.figure(name, language)
    pictures = sidecar["pictures"]
    size = "double" if "double" in pictures else next(iter(pictures))
    marks = sidecar["marks"]
    records = [
        record for mark in marks for key in ("facts", "acts", "evidence") for record in mark.get(key, ())
    ]
    sources = {record["source_id"] for record in records}
    stem = f"{folder}figures/{name}.{language}"
    told = f"{len(marks)} marks from {len(sources)} source{'' if len(sources) == 1 else 's'}"
    digests = ", some read as digests" if sidecar["built_from_digests"] else ""
    other = sorted(set(_titles(built, name).values()) - {sidecar["title"]})
    title = " · ".join([sidecar["title"], *other])
    return (
        f"![{title}]({folder}figures/{pictures[size]['svg']})\n\n"
        f"*{title}*: {told}{digests}; [caption with every value and its source]({stem}.md)."
    )


def _titles(built: Built, name: str) -> dict[str, str]:
    """Titles of a figure by language, also of those in which it is not drawn."""
    return next((entry["title"] for entry in built.figures() if entry["id"] == name), {})


def _where(built: Built, row: Row) -> str:
    if row["locator_kind"] != "pdf":
        return cell(built.files.where(row))
    box = parse_boxes(row["boxes"])[0]
    path = built.files.path(row["source_id"], row["edition"])
    file = row["source_id"] if path is None else path.relative_to(built.project).as_posix()
    return (
        f"`{file}`, page {box.page}, box from {box.x0:g}, {box.top:g} to {box.x1:g}, {box.bottom:g} "
        "(points from the top left)"
    )


def _bounds(row: Row) -> str:
    low, high = row["low"], row["high"]
    if low == high:
        said = low
    else:
        least = f"{'more than' if row['low_open'] == 'true' else 'from'} {low}" if low else ""
        most = (
            f"{'to ' if low else ''}{'less than ' if row['high_open'] == 'true' else ''}{high}"
            if high
            else ""
        )
        said = " ".join(part for part in (least, most) if part)
    return f"{said} {row['unit']} ({row['bound_rule']})" if said else ""

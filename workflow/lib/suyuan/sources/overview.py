"""``python -m suyuan.sources.overview [PROJECT]``: write docs/sources.md, the overview of all sources.

It is made from the cards, from the rows collected by hand, from the files in git, and from processed/facts.csv for what
each source states. A test fails while the committed file is stale.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from suyuan.markdown import cell, table
from suyuan.records.fact import Fact
from suyuan.records.period import period
from suyuan.sources.card import Card
from suyuan.sources.overview_material import FACTS, GRADES, Sources, read_sources

OVERVIEW = "docs/sources.md"
WRITER = "python -m suyuan.sources.overview"
KINDS = {  # of a collected page, by the remark at the end of its title
    "（报道）": "news",
    "（论文摘要）": "abstract of an article",
    "（摘要）": "summary",
    "（介绍）": "page",
}
NO_LABEL = "(no measure in the catalogue)"


def sources_overview(sources: Sources) -> str:
    """The text of docs/sources.md: grades, documents, collected numbers, who states what, what could not be seen."""
    parts = [
        "# Sources",
        f"<!-- generated: {WRITER} -->",
        "Who says what, how near to the publisher we read it, and what we could not see. Made from "
        "[`raw/sources.yaml`](../raw/sources.yaml), [`raw/collected.csv`](../raw/collected.csv) and "
        f"[`{FACTS}`](../{FACTS}); after a change of one of them: `{WRITER}`.",
        "## Grades of evidence",
        _grades(sources),
        "## Documents",
        "Each has a card and is read by the program. *Quantities* are the mentions that were read, *measured* those with a "
        "measure of the catalogue.",
        _documents(sources),
        "## Numbers collected by hand",
        "Read by a person from public pages, one number a row; there is no document to show. Publishers and titles are as "
        "the table has them: a remark in brackets tells how it came to us.",
        _by_hand(sources),
        *_both(sources),
        "## Who states what",
        "Number of statements by source. Sources that state the same measure need not be independent of one another: "
        "a repost and a mirror often have one origin.",
        _measures(sources),
        "## What we could not see",
        *_unseen(sources),
    ]
    return "\n\n".join(parts) + "\n"


def _grades(sources: Sources) -> str:
    count: Counter[str] = Counter(card.grade for card in sources.cards)
    count.update(grade for source_id in sources.by_hand for grade in sources.grades(source_id))
    rows = [[f"`{grade}`", meaning, str(count[grade])] for grade, meaning in GRADES.items()]
    return _table(["grade", "meaning", "sources"], rows, numbers=1)


def _documents(sources: Sources) -> str:
    def row(card: Card) -> list[str]:
        stated = [s for s in sources.stated if s.source_id == card.id and s.edition != "collected"]
        date = card.dates.published or card.dates.said
        shown = _date(date) if date or not card.dates.reposted else f"reposted {card.dates.reposted}"
        where = (
            f"[DOI](https://doi.org/{card.doi})" if card.doi else f"`{card.address}`" if card.address else ""
        )
        return [
            f"`{card.id}`", f"《{card.label}》" if card.title.zh else card.label, "、".join(card.authors),
            card.journal or card.publisher or "", shown,
            card.kind or "not said", card.grade, where, ", ".join(sources.editions.get(card.id, [])) or "none",
            str(len(stated)), str(sum(s.measure_id is not None for s in stated)),
        ]  # fmt: skip

    head = [
        "id", "title", "authors", "journal or publisher", "date", "kind", "grade", "where", "in git", "quantities", "measured",
    ]  # fmt: skip
    return _table(head, [row(card) for card in sources.cards], numbers=2)


def _by_hand(sources: Sources) -> str:
    def row(source_id: str) -> list[str]:
        source = sources.collected[source_id]
        kind = next((kind for remark, kind in KINDS.items() if source.title.endswith(remark)), "not said")
        own = [fact for fact in sources.rows if fact.source_id == source_id]
        return [
            f"`{source_id}`", source.title, source.publisher, _date(source.published), kind,
            ", ".join(sources.grades(source_id)), f"`{source.address}`", str(len(own)),
        ]  # fmt: skip

    head = ["id", "title", "publisher", "date", "kind", "grade", "where", "numbers"]
    return _table(head, [row(source_id) for source_id in sources.by_hand], numbers=1)


def _both(sources: Sources) -> list[str]:
    """Which documents have collected rows as well."""
    count = Counter(fact.source_id for fact in sources.rows)
    both = [f"`{card.id}` ({count[card.id]})" for card in sources.cards if card.id in sources.collected]
    if not both:
        return []
    return [
        f"Also collected by hand, from documents above: {', '.join(both)}. Such a number is the same statement of the same "
        "source and counts once."
    ]


def _measures(sources: Sources) -> str:
    """Measures in the order of the catalogue, those of no measure last, with the statements of each source."""
    order = [card.id for card in sources.cards] + sources.by_hand
    cells: dict[str | None, dict[str, Counter[tuple[str, str]]]] = {}
    for s in sources.stated:
        cells.setdefault(s.measure_id, {}).setdefault(s.source_id, Counter())[s.edition, s.nature] += 1
    rows = []
    for measure_id in [*sources.labels, None]:
        stated_by = cells.get(measure_id, {})
        who = [_statements(source_id, stated_by[source_id]) for source_id in order if source_id in stated_by]
        if who:
            name = NO_LABEL if measure_id is None else sources.labels.get(measure_id, measure_id)
            rows.append([name, ", ".join(who)])
    return _table(["measure", "stated by"], rows)


def _statements(source_id: str, count: Counter[tuple[str, str]]) -> str:
    """``liu2023 3``, ``outline2021 1 target``. What two editions of a source state is counted once."""
    editions = {edition for edition, _ in count}
    best = max(sorted(editions), key=lambda e: sum(n for (edition, _), n in count.items() if edition == e))
    natures = {nature: n for (edition, nature), n in sorted(count.items()) if edition == best}
    shown = [f"{n}" if nature == "actual" else f"{n} {nature}" for nature, n in natures.items()]
    return f"`{source_id}` " + " + ".join(shown)


def _unseen(sources: Sources) -> list[str]:
    """General gaps, then the remark of each card, then of the rows that lack a year."""
    digests = [c.id for c in sources.cards if list(sources.editions.get(c.id, [])) == ["digest"]]
    nothing = [c.id for c in sources.cards if not sources.editions.get(c.id)]
    told = {c.id: c.dates.published or c.dates.said or c.dates.reposted for c in sources.cards}
    told |= {source_id: sources.collected[source_id].published for source_id in sources.by_hand}
    points = [
        ("Wording and pages of these are not in git, only our digest of them. A page picture of a digest shows the digest; "
         "`cited_at` names the place in the source", digests),
        ("Nothing of these is in git; they are read only where you have a copy", nothing),
        ("Collected by hand: no page pictures, no dates of reading, and of each page only the numbers that were noted",
         sources.by_hand),
        ("Date not given", [i for i, date in told.items() if date is None]),
        ("Year not given", [i for i, date in told.items() if date is not None and "XXXX" in date]),
        ("Only the year given", [i for i, date in told.items() if _precision(date) == "year"]),
        ("Only the month given", [i for i, date in told.items() if _precision(date) == "month"]),
    ]  # fmt: skip
    lines = [f"- {text}: {', '.join(f'`{i}`' for i in ids)}." for text, ids in points if ids]
    lines += [f"- `{card.id}`: {cell(card.note)}" for card in sources.cards if card.note]
    remarks: dict[str, None] = {}
    for fact in sources.rows:
        if _undated(fact) and fact.sentence:
            remarks[f"- `{fact.source_id}`: {cell(fact.sentence)}"] = None
    return (
        ["\n".join(lines), "Remarks beside collected numbers that lack a date:", "\n".join(remarks)]
        if remarks
        else ["\n".join(lines)]
    )


def _undated(fact: Fact) -> bool:
    """The number or its page has no year, or the page's year is all that dates the number."""
    only_year = fact.time == fact.told and _precision(fact.told) == "year"
    return only_year or any(date is None or "XXXX" in date for date in (fact.time, fact.told))


def _precision(date: str | None) -> str | None:
    """``year``, ``month``, ``day`` of a plain date; None for one that is missing or has unknown parts."""
    if date is None or not period(date).dated or "/" in date:
        return None
    return ("year", "month", "day")[date.count("-")]


def _date(date: str | None) -> str:
    if date is None:
        return "not given"
    return f"{date} (year not given)" if date.startswith("XXXX") else date


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A Markdown table of plain texts whose last ``numbers`` columns are set to the right."""
    return table(head, ([cell(text) for text in row] for row in rows), numbers)


def main(arguments: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Write the overview if it is stale, and name it."""
    project = Path(arguments[0]) if arguments else Path.cwd()
    try:
        text = sources_overview(read_sources(project))
    except (OSError, ValueError) as error:
        print(f"{error}; run it in the project's root, after a build", file=sys.stderr)
        return 2
    path = project / OVERVIEW
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        say(f"written: {OVERVIEW}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

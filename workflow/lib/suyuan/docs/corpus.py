"""What is in the corpus: a row for each source that was read, and how much of each kind there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from suyuan.docs.built import Built, Row
from suyuan.markdown import cell, table
from suyuan.sources.card import Card

HAND = "collected"  # edition of what was read by hand
NUMBER = "{:,}".format


def corpus(built: Built) -> str:
    """A table of sources with edition, facts, facts with a measure and observations; then what else there is."""
    facts = Counter(row["source_id"] for row in built.facts if row["edition"] != HAND)
    measured = Counter(
        row["source_id"] for row in built.facts if row["measure_id"] and row["edition"] != HAND
    )
    used = Counter(row["source_id"] for row in built.observations if row["edition"] != HAND)
    editions = {row["source_id"]: row["edition"] for row in built.facts if row["edition"] != HAND}
    rows = [
        [_source(card), editions[name], *(NUMBER(count[name]) for count in (facts, measured, used))]
        for name, card in built.files.cards.items()
        if name in facts
    ]
    by_hand = [row for row in built.facts if row["edition"] == HAND]
    pages = len({row["source_id"] for row in by_hand})
    if by_hand:
        counts = (
            len(by_hand),
            sum(bool(row["measure_id"]) for row in by_hand),
            sum(row["edition"] == HAND for row in built.observations),
        )
        rows.append([f"{_counted(pages, 'source')} read by hand", "collected", *map(NUMBER, counts)])
    total = (
        len(built.facts),
        sum(bool(row["measure_id"]) for row in built.facts),
        len(built.observations),
    )
    rows.append(["**all**", "", *(f"**{NUMBER(count)}**" for count in total)])
    head = ["source", "edition read", "facts", "with a measure", "observations"]
    return table(head, rows, numbers=3) + "\n\n" + _else(built)


def _source(card: Card) -> str:
    by = card.journal or card.publisher or ""
    date = next(
        (value for value in (card.dates.published, card.dates.said, card.dates.reposted) if value), ""
    )
    told = "，".join(part for part in (by, str(date)) if part)
    title = f"《{cell(card.label)}》"
    return f"`{card.id}` {title} ({cell(told)})" if told else f"`{card.id}` {title}"


def _else(built: Built) -> str:
    numerals = Counter(row["numeral_class"] for row in built.rows("numerals"))
    series = built.rows("series")
    measures = len({row["measure_id"] for row in built.observations})
    problems = Counter(row["severity"] for row in built.rows("problems"))
    said = [
        f"{_counted(measures, 'measure')} of {len(built.labels)} in the catalogue are stated",
        f"{_counted(len({row['series_id'] for row in series}), 'series', 'series')} with {_counted(len(series), 'point')}",
        _counted(len(built.rows("acts")), "policy act"),
        _counted(len(built.rows("links")), "link") + " between places",
        f"{_counted(numerals.total(), 'numeral')} of documents accounted for, {NUMBER(numerals['unread'])} of them unread, "
        "with the reason",
        " and ".join(_counted(problems[name], name) for name in ("error", "warning")) + " in `problems.csv`",
    ]
    return "; ".join(said) + "."


def tables(built: Built) -> str:
    """The CSV tables with the number of their rows, described as the data dictionary does."""
    rows = []
    for resource in built.dictionary():
        name = str(resource["path"]).removesuffix(".csv")
        text = cell(str(resource["description"]))
        rows.append([f"`processed/{resource['path']}`", text, NUMBER(len(built.rows(name)))])
    return table(["table", "what a row is", "rows"], rows, numbers=1)


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{NUMBER(number)} {one if number == 1 else many or one + 's'}"


def rows_of(rows: Iterable[Row], **wanted: str) -> list[Row]:
    """Rows whose columns have these texts."""
    return [row for row in rows if all(row[name] == text for name, text in wanted.items())]

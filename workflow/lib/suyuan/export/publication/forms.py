"""A table as CSV and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.export.csvfile import csv_line
from suyuan.export.publication.content import Table
from suyuan.export.publication.words import phrase
from suyuan.markdown import escaped

ALIGNED = {"left": "---", "right": "---:", "centre": ":---:"}


def csv_text(table: Table) -> str:
    """Head line and rows as shown, with the columns that only this form has; the title is the name of the file."""
    return csv_line([head.text for head in table.heads]) + "".join(csv_line(row) for row in table.rows)


def markdown_text(table: Table) -> str:
    """A pipe table (GitHub Flavored Markdown) below its title and caption, then notes and sources."""
    language, (heads, rows) = table.language, table.printed()
    parts = [f"# {escaped(table.title)}"]
    if table.caption:
        parts.append(escaped(table.caption))
    lines = [
        _line(head.text for head in heads),
        "|" + "|".join(f" {ALIGNED[head.align]} " for head in heads) + "|",
        *(_line(row) for row in rows),
    ]
    parts.append("\n".join(lines))
    if table.notes:
        parts.append(
            f"{phrase('note', language)}{phrase('colon', language)}{escaped(' '.join(table.notes))}".strip()
        )
    if table.sources:
        cited = "\n".join(f"- {escaped(source)}" for source in table.sources)
        parts.append(f"{phrase('sources', language)}{phrase('colon', language)}".strip() + f"\n\n{cited}")
    return "\n\n".join(parts) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"

"""A table as CSV and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from suyuan.export.csvfile import csv_line
from suyuan.export.publication.content import Table
from suyuan.export.publication.words import one_line, phrase

ALIGNED = {"left": "---", "right": "---:", "centre": ":---:"}
ACTIVE = frozenset("\\`*_{}[]#|~$")  # what Markdown would read as a sign


def csv_text(table: Table) -> str:
    """Head line and rows as shown, with the columns that only this form has; the title is the name of the file."""
    return csv_line([head.text for head in table.heads]) + "".join(csv_line(row) for row in table.rows)


def markdown_text(table: Table) -> str:
    """A pipe table (GitHub Flavored Markdown) below its title and caption, then notes and sources."""
    language, (heads, rows) = table.language, table.printed()
    parts = [f"# {markdown_cell(table.title)}"]
    if table.caption:
        parts.append(markdown_cell(table.caption))
    lines = [
        _line(head.text for head in heads),
        "|" + "|".join(f" {ALIGNED[head.align]} " for head in heads) + "|",
        *(_line(row) for row in rows),
    ]
    parts.append("\n".join(lines))
    if table.notes:
        parts.append(
            f"{phrase('note', language)}{phrase('colon', language)}{markdown_cell(' '.join(table.notes))}".strip()
        )
    if table.sources:
        cited = "\n".join(f"- {markdown_cell(source)}" for source in table.sources)
        parts.append(f"{phrase('sources', language)}{phrase('colon', language)}".strip() + f"\n\n{cited}")
    return "\n\n".join(parts) + "\n"


def markdown_cell(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    escaped = "".join(f"\\{char}" if char in ACTIVE else char for char in one_line(text))
    return escaped.replace("&", "&amp;").replace("<", "&lt;")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(markdown_cell(cell) for cell in cells) + " |"

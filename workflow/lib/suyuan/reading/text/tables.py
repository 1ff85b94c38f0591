"""Tables in markdown: rows of pipes, and HTML tables as conversion tools leave them."""

from __future__ import annotations

import re

from suyuan.document import Span

HTML_TABLE = re.compile(r"<table\b.*?</table\s*>", re.S | re.I)
HTML_ROW = re.compile(r"<tr\b.*?</tr\s*>", re.S | re.I)
TAG = re.compile(r"<[^<>]*>")


def html_tables(text: str) -> list[Span]:
    """Spans of the HTML tables in a text."""
    return [Span(*match.span()) for match in HTML_TABLE.finditer(text)]


def html_rows(text: str, table: Span) -> tuple[list[list[Span]], list[Span]]:
    """Rows of an HTML table as spans, and the spans of its markup.

    A row keeps the closing tags of its cells, which stand between the cells; all other tags, which may carry numbers
    such as ``colspan="2"``, are markup.
    """
    rows: list[list[Span]] = []
    markup: list[Span] = []
    at = table.start
    for row in HTML_ROW.finditer(text, table.start, table.end):
        markup.append(Span(at, row.start()))
        at = row.end()
        spans, inside = [], row.start()
        for tag in TAG.finditer(text, row.start(), row.end()):
            if re.match(r"</t[dh]", tag.group(), re.I):
                continue
            spans.append(Span(inside, tag.start()))
            markup.append(Span(*tag.span()))
            inside = tag.end()
        spans.append(Span(inside, row.end()))
        rows.append([span for span in spans if span.end > span.start])
    markup.append(Span(at, table.end))
    return rows, [span for span in markup if span.end > span.start]

"""Pages of the analyses: a list in each language, a page for each analysis with its tables, and the pages of methods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suyuan.places.tables import package_yaml
from suyuan.site.analyses import AnalysisShown, TableShown
from suyuan.site.evidence import EvidenceRows
from suyuan.site.material import Material
from suyuan.site.names import source_title
from suyuan.site.pages import written_html
from suyuan.site.places import FIGURES, METHODS, source_file

Json = dict[str, Any]
LANGUAGES = ("zh", "en")
ROWS = 200  # of a table that a page shows; the file has all
WORDS = "site_words.yaml"


def words_in(language: str) -> Mapping[str, str]:
    """Words of the pages of analyses in a language."""
    return {name: str(texts[language]) for name, texts in package_yaml(WORDS).items()}


def analyses_page(material: Material, language: str) -> Json:
    """Variables of the template ``analyses.html``: every analysis with its tables, figures and method."""
    return {
        "title": words_in(language)["analyses"],
        "language": language,
        "words": words_in(language),
        "others": [f"index.{other}.html" for other in LANGUAGES if other != language],
        "analyses": [_entry(material, analysis, language) for analysis in material.analyses],
    }


def analysis_page(material: Material, analysis: AnalysisShown, language: str) -> Json:
    """Variables of the template ``analysis.html``: tables with the evidence of each row."""
    evidence = EvidenceRows(material)
    return {
        **_entry(material, analysis, language),
        "language": language,
        "words": words_in(language),
        "others": [f"{analysis.analysis_id}.{other}.html" for other in LANGUAGES if other != language],
        "shown": [_table(analysis, table, evidence, language) for table in analysis.tables],
    }


def method_page(kind: str, text: str) -> Json:
    """Variables of the template ``method.html``: a page of docs/methods."""
    first, _, rest = text.lstrip().partition("\n")
    titled = first.startswith("# ")
    return {
        "title": first.removeprefix("# ").replace("`", "") if titled else kind,
        "text": written_html(rest if titled else text),
    }


def _entry(material: Material, analysis: AnalysisShown, language: str) -> Json:
    own = [f for f in material.figures if f.analysis == analysis.analysis_id and f.language == language]
    return {
        "id": analysis.analysis_id,
        "href": f"{analysis.analysis_id}.{language}.html",
        "title": analysis.title_in(language),
        "kind": analysis.kind,
        "method": f"../{METHODS}/{analysis.kind}.html" if analysis.kind in material.methods else None,
        "sources": [
            (f"../{source_file(material, name, material.used[name])}", source_title(material, name))
            for name in analysis.sources
            if name in material.used
        ],
        "figures": [(f"../{FIGURES}/{figure.key}.html", figure.title) for figure in own],
        "tables": [
            {
                "name": table.name,
                "file": table.file.name,
                "meaning": table.meaning,
                "rows": len(table.rows),
            }
            for table in analysis.tables
        ],
    }


def _table(analysis: AnalysisShown, table: TableShown, evidence: EvidenceRows, language: str) -> Json:
    rows = []
    for number, cells in enumerate(table.rows[:ROWS], 1):
        first, more = evidence.lists(table.evidence[number - 1])
        rows.append({"number": number, "cells": cells, "evidence": first, "more": more})
    told = words_in(language)["first_rows"].format(shown=len(rows), rows=len(table.rows))
    return {
        "name": table.name,
        "file": table.file.name,
        "meaning": table.meaning,
        "columns": table.columns,
        "rows": rows,
        "has_evidence": any(table.evidence),
        "cut": told if len(rows) < len(table.rows) else None,
    }

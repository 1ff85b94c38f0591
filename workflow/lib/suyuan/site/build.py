"""The site: an index, a page for each edition of a source that was read, for each collected source, figure and analysis."""

from __future__ import annotations

import shutil
from pathlib import Path

from suyuan.site.analysispage import LANGUAGES, analyses_page, analysis_page, method_page
from suyuan.site.collectedpage import collected_page
from suyuan.site.figurepage import figure_page
from suyuan.site.indexpage import index_page
from suyuan.site.material import Material
from suyuan.site.pages import Pages
from suyuan.site.places import ANALYSES, FIGURES, METHODS, picture_file, source_file
from suyuan.site.sourcepage import source_page


def build_site(material: Material, folder: Path) -> int:
    """Write the site into ``folder`` and return the number of pages. The same records give the same bytes."""
    pages = Pages(folder)
    pages.write("index.html", "index.html", index_page(material))
    count = 1
    for document in material.documents():
        name = source_file(material, document.source_id, document.edition)
        pages.write("source.html", name, source_page(material, document))
        count += 1
    for source_id in sorted({f.source_id for f in material.facts if f.edition == "collected"}):
        name = source_file(material, source_id, "collected")
        pages.write("collected.html", name, collected_page(material, source_id))
        count += 1
    for figure in material.figures:
        pages.write("figure.html", f"{FIGURES}/{figure.key}.html", figure_page(material, figure))
        count += 1
    count += _analyses(material, folder, pages)
    for (source_id, edition, page), picture in sorted(material.pictures.items()):
        target = folder / picture_file(source_id, edition, page)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)
    return count


def _analyses(material: Material, folder: Path, pages: Pages) -> int:
    """Lists of the analyses, a page for each in each language beside its tables, and the pages of their methods."""
    if not material.analyses:
        return 0
    count = 0
    for language in LANGUAGES:
        pages.write("analyses.html", f"{ANALYSES}/index.{language}.html", analyses_page(material, language))
        for analysis in material.analyses:
            name = f"{ANALYSES}/{analysis.analysis_id}.{language}.html"
            pages.write("analysis.html", name, analysis_page(material, analysis, language))
        count += 1 + len(material.analyses)
    for table in (table for analysis in material.analyses for table in analysis.tables):
        shutil.copyfile(table.file, folder / ANALYSES / table.file.name)
    kinds = {analysis.kind for analysis in material.analyses}
    for kind, text in sorted(material.methods.items()):
        if kind in kinds:
            pages.write("method.html", f"{METHODS}/{kind}.html", method_page(kind, text))
            count += 1
    return count

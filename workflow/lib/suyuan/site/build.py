"""The site: an index, a page for each edition of a source that was read, for each collected source, for each figure."""

from __future__ import annotations

import shutil
from pathlib import Path

from suyuan.site.collectedpage import collected_page
from suyuan.site.figurepage import figure_page
from suyuan.site.indexpage import index_page
from suyuan.site.material import Material
from suyuan.site.pages import Pages
from suyuan.site.places import FIGURES, picture_file, source_file
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
    for (source_id, edition, page), picture in sorted(material.pictures.items()):
        target = folder / picture_file(source_id, edition, page)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, target)
    return count

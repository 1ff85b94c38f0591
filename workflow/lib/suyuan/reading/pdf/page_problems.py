"""What is said of the pages of a PDF that were not read, or not whole."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.reading.pdf.chars import PageChars
from suyuan.reading.pdf.quality import FEW, page_list
from suyuan.records import Problem

DAMAGED_PAGES = "download the file again, or print it to a new PDF"


def broken_pages(broken: Sequence[int], read: int, shown: str, source_id: str) -> list[Problem]:
    """An error for the pages that cannot be read."""
    if not broken:
        return []
    where = "page " + ", ".join(map(str, broken[:20])) + (" …" if len(broken) > 20 else "")
    what = f"{len(broken)} of {read + len(broken)} pages are damaged; nothing on them is read"
    return [
        Problem(
            stage="read",
            source_id=source_id,
            file=shown,
            where=where,
            what=what,
            todo=DAMAGED_PAGES,
            severity="error",
        )
    ]


def page_problems(pages: Sequence[PageChars], shown: str, source_id: str) -> tuple[Problem, ...]:
    problems = []
    lying = [page.number for page in pages if len(page.upright) < FEW <= len(page.turned)]
    if lying:
        problems.append(
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                where=page_list(lying),
                what="the text does not stand upright; it is kept apart and gives no facts",
                todo="look at these pages",
                severity="note",
            )
        )
    lost = [page.number for page in pages if page.lost]
    if lost:
        problems.append(
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                where="page " + ", ".join(map(str, lost[:20])) + (" …" if len(lost) > 20 else ""),
                what=f"characters are missing from the text of {len(lost)} pages, whose fonts are damaged or not in the file",
                todo=DAMAGED_PAGES,
                severity="error",
            )
        )
    margin = [page.number for page in pages if page.left_out]
    if margin:
        what = (
            f"characters in running heads or feet of {len(margin)} pages could not be taken out of the file"
        )
        problems.append(
            Problem(
                stage="read", source_id=source_id, file=shown, where=f"page {margin[0]}", what=what, severity="note",
                todo="nothing, unless the heads matter",
            )
        )  # fmt: skip
    return tuple(problems)

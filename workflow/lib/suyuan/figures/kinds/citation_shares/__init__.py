"""Kind citation_shares: share of the quantities of each document or section that a reference backs."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.citation_shares.declared import CitationShares
from suyuan.figures.kinds.citation_shares.select import ShareMark, SharesData, select

SENTENCES = {
    "zh": {
        "rule": "实心条长为有文献的数量占全部数量的比例：文献标注在同一小句或同一句中位于数量之后，或在同一表格行中，"
        "且文献表有该条目。",
        "of": "分母为正文段落、摘要、图表题与表格行中读出的数量；条末为分子与分母。",
        "without": "浅色段为数量之后有标注、所读文本却没有该条目者，不计入分子。",
        "named": "空心段为句首点名文献者（如“文献[5]”），不计入分子。",
        "no_list": "所读文本没有文献表的来源标明“无文献表”，不作比例。",
        "digest": "摘编的文献表可能只是选录，比例以摘编所印为准。",
    },
    "en": {
        "rule": "Full part of a bar: share of all quantities that a reference backs. A mark stands behind the quantity in "
        "its clause or sentence, or in its table row, and the list has the entry.",
        "of": "Denominator: quantities read in paragraphs, abstracts, captions and table rows. Both numbers stand at the "
        "ends of the bars.",
        "without": "Pale parts: a mark stands behind the quantity, but the text that was read has no such entry; not counted.",
        "named": "Open parts: a reference named in front (文献[5]), not counted.",
        "no_list": "Texts marked “no list” were read without one; no share is given.",
        "digest": "The list of a digest may be a selection; shares are those of the digest.",
    },
}
HEADS = {
    "zh": ("文本", "有文献的数量", "全部数量", "占比", "有标注无条目", "点名在前", "文献条目"),
    "en": (
        "text",
        "with a reference",
        "quantities",
        "share",
        "mark without entry",
        "named in front",
        "entries",
    ),
}


def sentences(data: SharesData, view: View) -> list[str]:
    """The rule, the denominator, and what is not counted."""
    said = SENTENCES[view.language]
    marks = data.share_marks
    found = [said["rule"], said["of"]]
    if any(mark.row.without_entry for mark in marks):
        found.append(said["without"])
    if any(mark.row.named for mark in marks):
        found.append(said["named"])
    if any(mark.entries is None for mark in marks):
        found.append(said["no_list"])
    if any(item.edition == "digest" for mark in marks for item in mark.evidence):
        found.append(said["digest"])
    return found


def label(mark: ShareMark, view: View) -> str:
    """Name and counts."""
    return f"{mark.name(view)}{view.words['colon']}{mark.value()}"


def table(data: SharesData, view: View) -> Table:
    """A row for each bar."""
    rows = [
        [
            mark.name(view),
            str(mark.row.backed),
            str(mark.row.quantities),
            "" if mark.row.share is None else f"{100 * mark.row.share:.1f}%",
            str(mark.row.without_entry),
            str(mark.row.named),
            "–" if mark.entries is None else str(mark.entries),
        ]
        for mark in data.share_marks
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(CitationShares, select, sentences, label, table)

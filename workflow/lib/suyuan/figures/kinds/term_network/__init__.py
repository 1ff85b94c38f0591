"""Kind term_network: terms that stand together in sentences."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.term_network.declared import TermNetwork
from suyuan.figures.kinds.term_network.select import EdgeMark, NetworkData, NodeMark, select

SENTENCES = {
    "zh": {
        "edge": "连线表示两词同现于一句（或分号之间的分句）且多于各自独立时的预期，线越粗同现的句子越多；"
        "词框大小表示含该词的句数，记号与颜色表示按模块度分出的组。位置由弹簧算法给出，距离只大致反映关联。",
        "left_out": "只画“句数×点互信息”最大的{count}条连线，另有{edges}条未画。",
    },
    "en": {
        "edge": "Lines join terms that stand together in a sentence (or a part of one up to a semicolon) oftener than "
        "independent terms would, thicker for more sentences. Size: sentences with the term; sign and colour: groups by "
        "modularity. Places come from springs; distances tell the ties only roughly.",
        "left_out": "The {count} lines with most information (sentences times pointwise mutual information) are drawn; {edges} "
        "are not.",
    },
}
HEADS = {
    "zh": ("词语", "词语", "同现句数", "预期句数", "点互信息（比特）", "文件"),
    "en": (
        "term",
        "term",
        "sentences with both",
        "expected",
        "pointwise mutual information (bits)",
        "documents",
    ),
}


def sentences(data: NetworkData, view: View) -> list[str]:
    """What lines and sizes are, and how many lines are not drawn."""
    said = SENTENCES[view.language]
    found = [said["edge"]]
    if data.edges_left_out:
        found.append(said["left_out"].format(count=len(data.edges), edges=data.edges_left_out))
    return found


def label(mark: NodeMark | EdgeMark, view: View) -> str:
    """The term, or both terms, with sentences."""
    if isinstance(mark, NodeMark):
        return f"{mark.row.term} {mark.row.sentences}"
    return f"{mark.row.term_a}–{mark.row.term_b} {mark.row.sentences}"


def table(data: NetworkData, view: View) -> Table:
    """A row for each line."""
    rows = [
        [
            edge.row.term_a,
            edge.row.term_b,
            str(edge.row.sentences),
            f"{edge.row.expected:.1f}",
            f"{edge.row.pmi:.2f}",
            str(edge.row.documents),
        ]
        for edge in data.edges
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(TermNetwork, select, sentences, label, table)

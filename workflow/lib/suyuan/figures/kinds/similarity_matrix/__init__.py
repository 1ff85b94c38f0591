"""Kind similarity_matrix: how alike texts are, as a heat map whose order comes from a tree."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.similarity_matrix.declared import SimilarityMatrix
from suyuan.figures.kinds.similarity_matrix.select import PairMark, SimilarityData, select, text_name

SENTENCES = {
    "zh": {
        "cell": "每格为两个文本的相似度：1减去词语与文本之间的互信息（两文本等权，即二者词语分布的Jensen-Shannon散度，"
        "以2为底，取值0至1），已按Miller-Madow法作小样本校正。",
        "one_text": "判断只依据置换：把两文本的段落合在一起重新分成长度相同的两份，共{rounds}次；互信息高出其中{inside}%的区间"
        "记为“更远”，低于者记为“更近”，其余不作判断。“更远”是说二者的差别大于同一文本的两半之间的差别。",
        "sets": "判断只依据置换：把两组文本的段落各自在组内重新分给长度相同的文本，共{rounds}次；互信息低于其中{inside}%的区间"
        "记为“更近”，高出者记为“更远”，其余不作判断。",
        "chance": "{tested}格作了检验，{outside}格在区间之外；纯属偶然时也会有约{expected}格。",
        "cannot_tell": "段落太少而无法置换的格不作判断。",
        "tree": "行列次序取自平均联结聚类树，横杠的位置为两类之间的平均互信息。",
        "left_out": "另有{count}个文本少于{least}个词语，未作比较。",
    },
    "en": {
        "cell": "A cell is the similarity of two texts: 1 less the mutual information of term and text (the two texts weigh the "
        "same, so that it is the Jensen-Shannon divergence of their terms, base 2, 0 to 1), corrected for small samples after "
        "Miller and Madow.",
        "one_text": "Verdicts rest on permutations alone: the paragraphs of both texts are dealt anew to two texts of the same "
        "lengths, {rounds} times. Information above the interval of {inside}% of them is called farther, below it nearer; the "
        "others have no verdict. Farther means that the two differ more than two halves of one text do.",
        "sets": "Verdicts rest on permutations alone: within each set the paragraphs are dealt anew to texts of the same "
        "lengths, {rounds} times. Information below the interval of {inside}% of them is called nearer, above it farther; the "
        "others have no verdict.",
        "chance": "{tested} cells were tested, {outside} are outside; about {expected} would be by chance alone.",
        "cannot_tell": "Cells with too few paragraphs to permute have no verdict.",
        "tree": "Rows and columns stand in the order of a tree by average linkage; its bars stand at the mean information "
        "between two clusters.",
        "left_out": "{count} further texts have fewer than {least} terms and were not compared.",
    },
}

HEADS = {
    "zh": ("文本", "文本", "相似度", "互信息", "置换区间", "判断", "共有的主要词语", "区分的主要词语"),
    "en": (
        "text", "text", "similarity", "information", "permutations", "verdict", "terms in common", "terms that part them",
    ),
}  # fmt: skip


def sentences(data: SimilarityData, view: View) -> list[str]:
    """What a cell and a verdict are, and how many verdicts chance alone would give."""
    said = SENTENCES[view.language]
    found = [said["cell"]]
    setting, verdicts = data.setting, [mark.pair.verdict for mark in data.pair_marks]
    if setting is not None:
        tested = len(verdicts) - verdicts.count("cannot_tell")
        outside = verdicts.count("nearer") + verdicts.count("farther")
        inside = f"{100 * (1 - setting.outside):g}"
        expected = f"{setting.outside * tested:.1f}"
        found.append(said[setting.against].format(rounds=setting.rounds, inside=inside))
        found.append(said["chance"].format(tested=tested, outside=outside, expected=expected))
        if tested < len(verdicts):
            found.append(said["cannot_tell"])
    found.append(said["tree"])
    if data.left_out and setting is not None:
        found.append(said["left_out"].format(count=data.left_out, least=setting.least_terms))
    return found


def label(mark: PairMark, view: View) -> str:
    """Similarity and verdict."""
    return f"{mark.pair.similarity:.2f} {view.words[mark.pair.verdict]}"


def table(data: SimilarityData, view: View) -> Table:
    """A row for each pair."""
    names = {row.text_id: text_name(row, view) for row in (*data.rows, *data.columns)}
    comma = view.words["comma"]
    rows = [
        [
            names[mark.pair.text_a],
            names[mark.pair.text_b],
            f"{mark.pair.similarity:.3f}",
            f"{mark.pair.information:.3f}",
            _interval(mark),
            view.words[mark.pair.verdict],
            comma.join(mark.top("common")),
            comma.join(mark.top("apart")),
        ]
        for mark in data.pair_marks
    ]
    return Table(HEADS[view.language], rows)


def _interval(mark: PairMark) -> str:
    low, high = mark.pair.chance_low, mark.pair.chance_high
    return "" if low is None or high is None else f"{low:.3f}–{high:.3f}"


KIND = Kind(SimilarityMatrix, select, sentences, label, table)

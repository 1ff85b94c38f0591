"""Rows whose measure the paragraph told: 五个维度依次是社会责任（M=4.05）、意识（M=3.88）; 124项协议中…，已完成|67项."""

from __future__ import annotations

import re

from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_count, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_count import verb_before
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

DIMENSION = "维度"
MEAN = re.compile(r"(?P<row>[^，。；：、（）]{2,14}?)（ ?M ?[=＝] ?$")
SCORE = re.compile(
    r"(?P<score>[^，。；：、（）\d]{1,16}?(?:均分|得分|总分|平均分|均值))(?:为|是|达)?(?= ?\d)"
)
BEFORE_ROW = re.compile("^(?:[^，。；：、]*?(?:依次|分别)?(?:为|是)|其中|以|和|与|及)")
ENDS = re.compile("(?:得分|均分)?(?:最[高低]|较[高低]|居首|居末|次之)$")
NEAREST = 12  # numbers back


@needs("=", "＝", " ")
def scale_row(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """总均分2.57，情绪衰竭（M=|2.94|）最突出: the mean of a dimension of what the paragraph gave the score of."""
    if mention.unit not in (None, "分") or not par.text.endswith(("=", "＝", " "), 0, mention.start):
        return None
    clause = par.clause(mention.start)
    start = par.sentences[par.sentence_at(mention.start)].start
    row = MEAN.search(par.text, max(start, mention.start - 24), mention.start)
    if row is None:
        return None
    scores = [m for m in SCORE.finditer(par.text, 0, row.start("row"))]
    if not scores:
        return None
    named = scores[-1].start() >= start or any(word in par.text[start : clause.end] for word in _parts())
    name = BEFORE_ROW.sub("", ENDS.sub("", BLANKS.sub("", row["row"])))
    if not named or len(name) < 2 or name.endswith(column_words().group_endings):
        return None
    score = BLANKS.sub("", scores[-1]["score"]).strip("的")
    return Column(score, score, "scale_row", owner=name, dimension=DIMENSION)


def _parts() -> tuple[str, ...]:
    return study_words().parts_of_scales


def of_the_same(par: Paragraph, mention: Mention, i: int, index: int) -> Column | None:
    """124项|协议|…。已完成|67项: where nothing names what is counted, the noun that the paragraph counted with this
    classifier, with the verb before the number."""
    if not is_count(mention) or mention.rank or mention.unit not in study_words().telling_classifiers:
        return None
    if not empty(left_phrase(par, index)) or not empty(right_phrase(par, index)):
        return None
    for k in range(i - 1, max(-1, i - 1 - NEAREST), -1):
        at = par.token_of.get(k)
        if par.mentions[k].unit != mention.unit or at is None:
            continue
        noun = words_of(right_phrase(par, at).tokens)
        if noun and not par.text.startswith("的", par.mentions[k].end):
            stem = verb_before(par, index) + noun
            return Column(counted(stem, mention), stem, "of_the_same")
    return None

"""Columns of changes, shares and ranks: 同比增长7%, 占M的23%, 位列第四."""

from __future__ import annotations

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrases import Phrase, collect_left, left_phrase, predicate_after, right_phrase
from suyuan.facts.reading import Column, empty, is_count, is_share, words_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

EQUALS = frozenset({"为", "是", "相当于", "达", "达到", "仅为", "等于", "约为", "约"})
ADJUSTMENTS = ("因素", "价格计算", "口径计算", "剔除", "扣除")  # 扣除价格因素: no subject


def growth(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N(比上年)增长 X: N增速; without N, the last level of the sentence is what grew."""
    words = column_words()
    at = index - 1
    while at >= 0 and par.tokens[at].text in (
        "约",
        "近",
        "超",
        "超过",
        "达",
        "达到",
        "了",
        "不低于",
        "高达",
        "到",
        "幅度",
        "在",
        "为",
    ):
        if (
            par.tokens[at].text in ("到",)
            or par.tokens[at - 1].text + par.tokens[at].text in words.level_verbs
        ):
            return None
        at -= 1
    if at < 0 or par.tokens[at].text not in words.growth:
        return None
    verb = par.tokens[at].text
    if verb in words.comparing_only and not _compared(par, at):
        return None
    if is_count(mention) and mention.unit != "倍" and not empty(right_phrase(par, index)):
        return None  # 新增500家企业 counts enterprises
    rate, change = words.growth[verb]
    ending = rate if is_share(mention) or mention.unit == "倍" else change
    at, yearly = _skip_comparison(par, at - 1)
    phrase = collect_left(par, at)
    stem = words_of(phrase.tokens)
    if empty(phrase) or stem.endswith(ADJUSTMENTS):
        if before is None:
            return None
        # a change in percentage points is one of the share before it, not of what the share is of
        stem = (before.measure if mention.unit == "百分点" and not before.level else before.stem) or ""
    if not stem:
        return None
    if stem.endswith(("增速", "增幅", "涨幅", "降幅")):
        return Column(stem, stem, "growth", level=False, change=True)
    return Column(stem + ("年均" if yearly else "") + ending, stem, "growth", level=False, change=True)


def share(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """A占B的X%, A占比X%, X%的A."""
    if not is_share(mention):
        return None
    words = column_words()
    verb = share_verb(par, index)
    if verb >= 0 and verb + 1 < len(par.tokens) and par.tokens[verb + 1].text == "比":
        return None
    if verb >= 0:
        whole = words_of(tuple(t for t in par.tokens[verb + 1 : index] if t.flag not in ("QTY", "d")))
        whole = _whole(whole)
        phrase = _subject_of_share(par, verb)
        stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
        if stem is None:
            return None
        return Column(f"{stem}占{whole}比重" if whole else f"{stem}占比", stem, "share_of", level=False)
    phrase = left_phrase(par, index)
    before_noun = _share_before_noun(par, index, phrase)
    if before_noun is not None:
        return before_noun
    if empty(phrase) or words_of(phrase.tokens) in (
        "占比",
        "合计占比",
        "比重",
        "所占比重",
        "比例",
        "合计",
        "累计占比",
    ):
        if not empty(phrase) and before is not None and before.stem is not None:
            return Column((before.measure or before.stem) + "占比", before.stem, "share_carried", level=False)
    return None


def _share_before_noun(par: Paragraph, index: int, phrase: Phrase) -> Column | None:
    """(流经城市)90%的河段受到污染: 受到污染的流经城市河段占比."""
    if phrase.predicates or index + 1 >= len(par.tokens) or par.tokens[index + 1].flag != "uj":
        return None
    following = right_phrase(par, index)
    if empty(following):
        return None
    stem = words_of(phrase.tokens) + words_of(following.tokens)
    did = predicate_after(par, following.first)
    return Column(f"{did}的{stem}占比" if did else f"{stem}占比", stem, "share_before_noun", level=False)


def ratio(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N仅为M的三分之一, N是M的3倍: N与M之比."""
    if not (is_share(mention) or mention.unit == "倍") or index < 3 or par.tokens[index - 1].flag != "uj":
        return None
    other = collect_left(par, index - 2)
    at = other.first
    if empty(other) and par.tokens[index - 2].flag in ("PLACE", "TIME"):
        at = index - 3
    if at < 1 or par.tokens[at].text not in EQUALS:
        return None
    phrase = left_phrase(par, at)
    if empty(phrase):
        return None
    stem = words_of(phrase.tokens)
    against = "".join(token.text for token in par.tokens[at + 1 : index - 1])
    return Column(f"{stem}与{against}之比", stem, "ratio", level=False)


def rank(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N位列第四: N排名; 首个N: N次序."""
    if not mention.rank:
        return None
    words = column_words()
    following = right_phrase(par, index)
    at = index - 1
    while at >= 0 and par.tokens[at].text not in words.rank_verbs and par.tokens[at].flag in (
        "PLACE", "n", "f", "s", "d", "v", "ns", "m", "q", "r", "a", "b", "j", "nz", "uj",
    ):  # fmt: skip
        at -= 1
    if at >= 0 and par.tokens[at].text in words.rank_verbs:
        phrase = collect_left(par, _before_scope(par, at))
        stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
        if stem is not None:
            return Column(stem + "排名", stem, "rank", level=False)
    if at < index - 1 or par.tokens[index - 1].flag == "PLACE":
        scope = index - 1 if par.tokens[index - 1].flag == "PLACE" else -1
        subject = collect_left(par, scope - 1) if scope > 0 else Phrase(())
        if not empty(subject):  # 算力指数全国第一
            stem = words_of(subject.tokens)
            return Column(stem + "排名", stem, "rank", level=False)
    if not empty(following):
        return Column(words_of(following.tokens) + "次序", None, "ordinal", level=False)
    return None


def _before_scope(par: Paragraph, verb: int) -> int:
    """Index left of 在31个省里, the scope of a ranking, if one stands before the verb."""
    for at in range(verb - 1, max(-1, verb - 12), -1):
        token = par.tokens[at]
        if token.text == "在" or token.text == "在全国":
            return at - 1
        if token.text in "，；。：":
            break
    at = verb - 1
    while at >= 0 and par.tokens[at].flag in ("d", "ul"):
        at -= 1
    return at


def _compared(par: Paragraph, at: int) -> bool:
    """比 or 较 stands before in the clause."""
    clause = par.clause(par.tokens[at].start)
    return any(word in par.text[clause.start : par.tokens[at].start] for word in ("比", "较", "高于", "低于"))


def _skip_comparison(par: Paragraph, at: int) -> tuple[int, bool]:
    """Index left of 同比, 比上年, 年均 …, and whether the change is a yearly mean."""
    words = column_words()
    yearly = False
    while at >= 0:
        token = par.tokens[at]
        yearly = yearly or token.text in words.yearly
        follows_comparison = token.flag == "TIME" and (
            par.tokens[at - 1].text in ("比", "较", "与", "从", "在") if at > 0 else False
        )
        if token.text in words.growth_adverbs or follows_comparison or token.flag in ("d", "ul") or token.flag == "t" or (
            token.flag == "TIME" and token.end - token.start <= 4 and _is_relative(token.text)
        ) or (token.flag == "f" and at > 0 and par.tokens[at - 1].flag == "TIME") or token.text == "同期" or token.text in ("末", "底", "初", "年末", "年底"):
            at -= 1
        else:
            break
    return at, yearly


def _is_relative(text: str) -> bool:
    return any(word in text for word in ("上年", "去年", "同期", "上月", "年均"))


def share_verb(par: Paragraph, index: int) -> int:
    """Index of 占 left of the percentage within its clause and behind the last percentage, else -1."""
    words = column_words()
    for at in range(index - 1, max(-1, index - 25), -1):
        token = par.tokens[at]
        if token.text in words.share_verbs:
            return at
        if token.text in "，；。：" or (token.flag == "QTY" and is_share(par.mentions[token.ref])):
            return -1
    return -1


def _whole(text: str) -> str:
    """The whole of a share without what links it to the number: 全市比重达到 → 全市."""
    endings = column_words().whole_endings
    while text.endswith(endings):
        text = text[: -max(len(ending) for ending in endings if text.endswith(ending))]
    return text.strip("的、，")


def _subject_of_share(par: Paragraph, verb: int) -> Phrase:
    at = verb - 1
    while at >= 0 and (
        par.tokens[at].flag in ("d", "ul") or par.tokens[at].text in ("约", "分别", "合计", "共")
    ):
        at -= 1
    if at >= 0 and par.tokens[at].flag == "QTY":
        return Phrase(())
    return collect_left(par, at)

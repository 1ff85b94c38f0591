"""Columns of what news and accounts tell in passing: 占据7席, 从申请到放款只用了9天, 有58%的住户没有更换, 对17个省份的调查."""

from __future__ import annotations

import re

from suyuan.facts.clauses import clauses_before, opens_after_comma, tokens_in
from suyuan.facts.compounds import clause_rest
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, is_count, is_duration, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_doers import deed_after
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

SEATS = frozenset({"席"})
FROM_TO = re.compile(
    r"(?P<what>(?:从|自|由)[^，。；：？“”\d]{2,18}?(?:到|至)[^，。；：？“”\d]{1,12}?)，?(?:最快|平均|全程|前后)?"
    r"(?:(?:只|仅|共|总共|一般|仅仅)?(?:用时?|需要?|花费?|耗时|历时|为)|只|仅)了?$"
)
AT_ONCE = frozenset({"就", "即", "即可", "便", "便可", "内", "内即可", "就能", "就可以", "内就"})
MODALS = frozenset({"能", "可", "可以", "将"})
LONGEST_DONE = 14  # characters of what is done


def seats(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """前十榜单中国货占据|7席|: whose seats they are."""
    if mention.unit not in SEATS:
        return None
    at = index - 1
    while at >= 0 and (par.tokens[at].text in study_words().holding or par.tokens[at].flag in ("d", "ul")):
        at -= 1
    stem = words_of(collect_left(par, at).tokens)
    clause = par.clause(mention.start)
    lead = BLANKS.sub("", par.text[clause.start : par.tokens[at].end]) if at >= 0 else ""
    stem = lead if 2 <= len(lead) <= LONGEST_DONE * 2 and not re.search(r"\d", lead) else stem
    return Column(stem + "席位数", stem, "seats") if len(stem) > 1 else None


@needs(of=["count"])
def graded(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """6.4级|地震, 12级|台风: the scale of what happened, whatever was done about it."""
    if mention.unit != "级" or index + 1 >= len(par.tokens):
        return None
    scales = column_words().scales_of_events
    rest = par.text[mention.end : mention.end + max(map(len, scales))]
    event = next((event for event in scales if rest.startswith(event)), None)
    return Column(event + scales[event], event, "graded") if event is not None else None


@needs(of=["duration"])
def time_taken(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """从申请到放款只用了|9天|; |20分钟|就办好了医保转移: how long what is told took."""
    if not is_duration(mention):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    match = FROM_TO.search(par.text, max(sentence.start, mention.start - 48), mention.start)
    if match is not None:
        what = BLANKS.sub("", match["what"])
        return Column(what + "时长", what, "time_taken")
    if index + 1 >= len(par.tokens) or par.tokens[index + 1].text not in AT_ONCE:
        return None
    at = index + 1
    while at < len(par.tokens) and (par.tokens[at].text in AT_ONCE or par.tokens[at].text in MODALS):
        at += 1
    did = BLANKS.sub("", words_of(tuple(t for t in deed_after(par, at) if t.flag not in ("ul",))))
    if not 2 <= len(did) <= LONGEST_DONE:
        return None
    did = re.sub("^(?P<verb>..?)[好完]", r"\g<verb>", did) if len(did) > 4 else did
    return Column(did + "时长", did, "time_taken")


@needs(of=["share"])
def those_doing(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """样本中有|58.4%|的住户在一年内没有更换过产品: 没有更换过产品的住户占比."""
    if mention.unit != "%" or index + 2 >= len(par.tokens):
        return None
    if par.tokens[index + 1].flag != "uj":
        return _part_doing(par, mention, index)
    lead = par.tokens[index - 1].text if index else ""
    if lead not in ("有", "中有", "约有", "仅有", "只有"):
        return None
    following = right_phrase(par, index)
    noun = words_of(following.tokens)
    did = words_of(deed_after(par, following.first) or whole_deed(par, following.first))
    if len(noun) < 2 or len(did) < 2 or len(did) > 24:
        return None
    whole = words_of(collect_left(par, index - 2).tokens).removesuffix("中") if lead == "有" else ""
    among = (
        f"{whole}中" if 2 <= len(whole) <= LONGEST_DONE and par.tokens[index - 2].text.endswith("中") else ""
    )
    return Column(counted(f"{among}{did}的{noun}", mention), noun, "those_doing", level=False)


def _part_doing(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """受访企业中，|超过六成|表示订单增加: 表示订单增加的受访企业占比; whose share it is, the clause before says."""
    earlier = next(clauses_before(par, mention.start), None)
    if earlier is None or not par.text.endswith("中", earlier.start, earlier.end):
        return None
    if not opens_after_comma(par, index):
        return None
    tokens = tokens_in(par, earlier)[:-1]
    whole = words_of(tuple(t for t in tokens if t.flag not in ("TIME", "p", "QTY")))
    did = words_of(deed_after(par, index + 1))
    if not 2 <= len(whole) <= LONGEST_DONE or not 2 <= len(did) <= 2 * LONGEST_DONE:
        return None
    return Column(counted(f"{did}的{whole}", mention), whole, "part_doing", level=False)


def whole_deed(par: Paragraph, at: int) -> tuple[Token, ...]:
    """出入口|完成改造: a verb that leads to a level elsewhere, with what it does."""
    rest = tuple(t for t in clause_rest(par, at) if t.flag not in ("d", "ul"))
    doing = len(rest) > 1 and rest[0].flag == "v" and rest[1].flag[0] in "nv"
    return rest if doing and not any(t.flag in ("QTY", "TIME") for t in rest) else ()


@needs("对", of=["count"])
def surveyed(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """对|17个|省份204个县的抽样调查显示: those that were surveyed."""
    if not is_count(mention) or mention.rank:
        return None
    rest = clause_rest(par, index + 1)
    start = par.clause(mention.start).start
    lead = [t for t in par.tokens_between(start, mention.start)]
    if not any(t.text in ("对", "针对") for t in lead):
        return None
    of = next((k for k, t in enumerate(rest) if t.flag == "uj"), None)
    if of is None:
        return None
    study = next((k for k in range(of + 1, len(rest)) if rest[k].text in study_words().surveys), None)
    if study is None or study > of + 4:
        return None
    noun = words_of(tuple(right_phrase(par, index).tokens))
    kind = words_of(tuple(rest[of + 1 : study + 1]))
    if not 1 <= len(noun) <= LONGEST_DONE:
        return None
    return Column(counted(kind + noun, mention), noun, "surveyed", level=False)


def attending(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """商协会负责人共|1300人|参会: a deed of one word behind the number belongs to those counted before it."""
    words = column_words()
    if mention.unit not in words.doer_units or mention.rank or index + 1 >= len(par.tokens):
        return None
    deed = par.tokens[index + 1]
    ends = index + 2 >= len(par.tokens) or par.tokens[index + 2].flag == "PUNCT"
    if deed.text not in words.short_deeds or not ends:
        return None
    phrase = left_phrase(par, index)
    noun = words_of(phrase.tokens)
    if (
        not 2 <= len(noun) <= LONGEST_DONE * 2
        or any(t.flag == "v" for t in phrase.tokens)
        or deed.text in noun
    ):
        return None
    return Column(counted(noun + deed.text, mention), noun, "attending")


@needs(of=["count"])
def unit_told(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """使|1.5亿学生|受益: the noun that stands where the classifier would; |66个|超标日中: what others are counted of."""
    if not is_count(mention) or mention.rank:
        return None
    rest = clause_rest(par, index + 1)
    if 1 < len(rest) <= 4 and rest[-1].text.endswith("中") and all(t.flag[0] in "nvajbfs" for t in rest):
        whole = words_of(tuple(rest)).removesuffix("中")
        return Column(counted(whole, mention), whole, "those_among") if len(whole) > 1 else None
    if not mention.unit_text or mention.unit != "人":
        return None
    noun = mention.unit_text.lstrip("十百千万亿余多")
    return Column(counted(noun, mention), noun, "unit_told") if len(noun) > 1 else None

"""Columns of those who do something: 1466.5万人次|参加…评价, 保障84.5万名|劳动者|及时拿到工资, 90%以上|在中西部."""

from __future__ import annotations

from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.compounds import clause_rest
from suyuan.facts.left import left_phrase
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.reading import Column, counted, empty, is_count, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

LONGEST_DEED = 24  # characters
LONGEST_EFFORT = 18
IN_A_ROW = "连续"
SKIPPED = frozenset({"d", "y", "ad", "c", "a", "ul"})  # before the verb of a deed
FIRST = frozenset({"v", "p", "vn", "vd"})
LATER = frozenset({"，"})
BACKWARD = frozenset({"之", "其", "此", "与之"})  # what is done is told before


def after_bracket(par: Paragraph, at: int) -> int:
    """Index behind the bracket that opens at ``at`` (县|（市、区）|实施…), else ``at``."""
    if at < len(par.tokens) and par.tokens[at].text == "（":
        for i in range(at + 1, min(at + 12, len(par.tokens))):
            if par.tokens[i].text == "）":
                return i + 1
    return at


def deed_after(par: Paragraph, at: int) -> tuple[Token, ...]:
    """What is done from token ``at`` to the end of the clause, numbers and times left out; nothing if no verb opens it.

    A deed that is too long keeps its last verbs.
    """
    words = column_words()
    rest = clause_rest(par, after_bracket(par, at))
    if any(t.flag == "QTY" for t in rest[:2]) or (rest and rest[0].text == "、"):
        return ()  # 搬迁5万户、|治理4968处: the next member of a list
    got = [t for t in rest if t.flag not in ("QTY", "TIME")]
    while got and got[0].flag in SKIPPED:
        got.pop(0)
    if not got or got[0].flag not in FIRST:
        return ()
    if any(t.text in BACKWARD for t in got) or (got[0].text in words.predicates and not _goes(got)):
        return ()
    if got[0].text in words.growth or got[0].text in words.share_verbs:
        return ()
    if got[0].flag == "p" and not any(t.flag[0] in "vns" or t.flag == "PLACE" for t in got[1:]):
        return ()
    while len(words_of(tuple(got))) > LONGEST_DEED:
        cut = next((i for i, t in enumerate(got) if i and t.flag == "v"), None)
        if cut is None:
            return ()
        got = got[cut:]
    while len(got) > 1 and got[-1].flag in ("uj", "c", "p", "d", "ul", "y", "f"):
        got.pop()
    return tuple(got)


def _goes(got: list[Token]) -> bool:
    """到|基层|开展服务: where they go, and what for."""
    return got[0].text in ("到", "在") and len(got) > 1 and not got[1].flag.startswith("u")


@needs(of=["count"])
def doer(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """2.7万人|取得高级职称: 取得高级职称人数; the unit itself names who does it."""
    if not is_count(mention) or mention.rank or (mention.unit or "") not in column_words().doer_units:
        return None
    at, _ = skip_predicates(par, index)
    lead = par.tokens[at] if at >= 0 else None
    opens = lead is None or lead.flag in ("PUNCT", "TIME", "PLACE", "v", "p", "r", "c")
    if not opens and not empty(left_phrase(par, index)):
        return None
    deed = deed_after(par, index + 1)
    did = words_of(deed)
    if len(did) < 2 or did.endswith(column_words().group_endings):
        return None  # 针刀组55例|和封闭组|55例
    return Column(counted(did, mention), did, "doer", topic=deed_object(deed))


def deed_object(deed: tuple[Token, ...]) -> str:
    """What the deed is done to: 参加|职业技能等级认定."""
    text = words_of(deed[1:])
    return text if len(deed) > 1 and len(text) > 3 else words_of(deed)


@needs(of=["count", "bare"])
def pivot(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """保障84.5万名|劳动者|及时拿到工资: 及时拿到工资的劳动者; 为30名|学生|减免学费: 减免学费的学生.

    The noun is the object of what stands before the number, and does what follows, or it is done for it.
    """
    if not (is_count(mention) or mention.unit is None) or mention.rank or index < 1:
        return None
    words = column_words()
    at = index - 1
    while at >= 0 and (
        par.tokens[at].flag in ("d", "ul") or par.tokens[at].text in words.predicates - {"为"}
    ):
        at -= 1
    lead = par.tokens[at] if at >= 0 else None
    if lead is None or lead.flag not in ("v", "p", "vn") or lead.text in words.share_verbs:
        return None
    following = right_phrase(par, index)
    noun = words_of(following.tokens)
    if empty(following) or not noun.endswith(words.doer_endings):
        return _of_noun(par, mention, index, lead)
    deed = deed_after(par, following.first)
    did = words_of(deed)
    if any(token.text.startswith("分") and token.text[1:] in ("为", "成", "作", "入") for token in deed):
        return None  # 将128例患者|分为|两组
    if len(did) < 2:
        return _of_noun(par, mention, index, lead)
    helper = at > 0 and par.tokens[at - 1].text.endswith(words.doer_endings)  # 律师|为|30名职工|追回工资
    if lead.text == "为" and at > 0 and par.tokens[at - 1].flag.startswith("n") and not helper:
        return None  # 人数|为|30名
    verb = lead.text if lead.flag != "p" and lead.text not in words.causing_verbs | words.light_verbs else ""
    stem = f"{verb}{did}的{noun}"
    return Column(counted(stem, mention), noun, "pivot", topic=deed_object(deed))


def _of_noun(par: Paragraph, mention: Mention, index: int, lead: Token) -> Column | None:
    """解决300万|农村人口|的|饮水安全: 解决饮水安全的农村人口."""
    following = right_phrase(par, index)
    noun = words_of(following.tokens)
    at = following.first
    if empty(following) or not noun.endswith(column_words().doer_endings):
        return None
    if at >= len(par.tokens) or par.tokens[at].flag != "uj" or lead.flag == "p":
        return None
    rest = []
    for token in par.tokens[at + 1 :]:
        if token.flag in ("PUNCT", "QTY", "c", "TIME"):
            break
        rest.append(token)
    thing = words_of(tuple(rest))
    if not 2 <= len(thing) <= LONGEST_DEED:
        return None
    verb = "" if lead.text in column_words().light_verbs else lead.text
    return Column(counted(f"{verb}{thing}的{noun}", mention), noun, "pivot_of")


def relative_head(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """步行15分钟、辐射5公里|的|服务圈: 服务圈步行时长; 时速350公里|的|列车: the noun behind 的 has the magnitude."""
    words = column_words()
    if is_share(mention) or mention.rank or index < 1:
        return None
    lead = par.tokens[index - 1]
    magnitude = lead.flag.startswith("n") and lead.text.endswith((*words.count_heads, *words.money_heads))
    if (mention.unit or "") not in words.dimension_units and not magnitude:
        return None
    if lead.flag not in ("v", "n", "vn") or lead.text in words.predicates:
        return None
    at = index + 1
    while at + 1 < len(par.tokens) and par.tokens[at].flag != "uj":
        if par.tokens[at].text in LATER or par.tokens[at].text in "。；！？：（）" or at > index + 8:
            return None
        at += 1
    if at + 1 >= len(par.tokens) or (at > index + 1 and par.tokens[at - 1].flag != "QTY"):
        return None
    head = right_phrase(par, at)
    levels = magnitude and len(par.run_of(par.tokens[index].ref)) > 1
    if empty(head) or (levels and names_magnitude(words_of(head.tokens))):
        return None  # 施磷量0、45、90 kg/hm2的产量: levels of one magnitude, and not of the other
    own = [lead]
    if (
        index > 1
        and par.tokens[index - 2].flag in ("n", "s", "f")
        and par.tokens[index - 2].text != lead.text
    ):
        own.insert(0, par.tokens[index - 2])
    stem = words_of(head.tokens) + words_of(tuple(own))
    return Column(counted(stem, mention), words_of(head.tokens), "relative_head")


@needs(of=["share"])
def share_doing(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """首届毕业生…，90%以上|在中西部: the share of the subject that does what follows; 死亡率的下降有40%|归因于控制."""
    if not is_share(mention) or mention.unit != "%":
        return None
    deed = deed_after(par, index + 1)
    did = words_of(deed)
    if len(did) < 2 or par.tokens[index + 1].flag in ("n", "uj"):
        return None
    at, passed = skip_predicates(par, index)
    if at >= 0 and not (par.tokens[at].flag == "PUNCT" and par.tokens[at].text in "，；：") and not passed:
        return None
    phrase = left_phrase(par, index)
    if empty(phrase):
        clause = next(clauses_before(par, mention.start), None)
        subject = subject_of(par, tokens_in(par, clause)) if clause is not None else ""
    else:
        subject = words_of(phrase.tokens)
    if not subject or subject.endswith(column_words().share_heads_end):
        return None
    return Column(f"{subject}{did}占比", subject, "share_doing", level=False)


@needs(table=lambda: column_words().efforts)
def effort(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """经过25年坚持不懈的努力，全面实现义务教育: what the time was spent on is told in the next clause."""
    words = column_words()
    if index < 1 or par.tokens[index - 1].text not in words.duration_leads:
        return None
    rest = clause_rest(par, index + 1)
    text = words_of(tuple(rest))
    if not text.endswith(words.efforts) or len(text) > LONGEST_EFFORT:
        return None
    mark = index + 1 + len(rest)
    if mark + 1 >= len(par.tokens) or par.tokens[mark].text != "，":
        return None
    did = words_of(tuple(t for t in clause_rest(par, mark + 1) if t.flag not in ("QTY", "TIME")))
    if not 4 <= len(did) <= LONGEST_DEED:
        return None
    return Column(did + "所用时长", did, "effort")


@needs(of=["share"])
def steady_growth(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """保持55%的高位增长, 以7.5%的速度增长: the growth of what the sentence is about."""
    words = column_words()
    if not is_share(mention) or index + 2 >= len(par.tokens) or par.tokens[index + 1].flag != "uj":
        return None
    rest = clause_rest(par, index + 2)[:4]
    verb = next((t.text for t in rest if t.text in words.growth), None)
    if verb is None or any(t.flag == "QTY" for t in rest):
        return None
    lead = left_phrase(par, index)
    subject = words_of(lead.tokens) if not empty(lead) else ""
    stem = subject or (before.stem if before is not None else None)
    if not stem:
        return None
    return Column(stem + words.growth[verb][0], stem, "steady_growth", level=False, change=True)


@needs(of=["count"])
def times_done(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """两次|到山区调研: how often what follows was done."""
    if mention.unit not in column_words().occasions or mention.rank or index + 1 >= len(par.tokens):
        return None
    following, lead = par.tokens[index + 1], par.tokens[index - 1] if index else None
    words = column_words()
    done = following.flag in ("v", "p") and following.text not in words.predicates - {"到", "在"}
    done = done and following.text not in words.level_verbs  # 词频由3次|增至|22次
    in_a_row = lead is not None and lead.text == IN_A_ROW
    if not done or (lead is not None and lead.flag in ("v", "vn") and not in_a_row):
        return None
    did = words_of(deed_after(par, index + 1))
    if not 2 <= len(did) <= LONGEST_EFFORT:
        return None
    if in_a_row:  # 质量考核|连续|10次|获评优秀
        did = words_of(left_phrase(par, index - 1).tokens) + IN_A_ROW + did
    return Column(counted(did, mention), did, "times_done")

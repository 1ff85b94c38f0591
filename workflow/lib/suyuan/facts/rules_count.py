"""Columns of counts: 纳入6800余项标准, 393家企业在天津设立机构, 37个行业有29个保持增长."""

from __future__ import annotations

from suyuan.facts.compounds import first_in_list
from suyuan.facts.counted_nouns import GROUP_UNIT, level_of_units, without_next_head
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.list_verbs import first_of_counts, two_deeds
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, Phrase
from suyuan.facts.preconditions import needs
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.reading import Column, counted, empty, is_count, words_of
from suyuan.facts.right import of_other_size, predicate_after, right_phrase
from suyuan.facts.rules_doers import deed_after, deed_object
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

LONGEST_OWNER = 12
SHORT_LEAD = 6
SHORTEST_DEED = 3
NAMING = frozenset({"PLACE", "TITLE", "b", "f", "m", "q", "s", "t", "vg"})  # of words in a name, beside nouns
MEMBER_LINKS = frozenset({"、", "和", "及", "与"})
THERE_ARE = frozenset(
    {"有", "共有", "约有", "另有", "还有", "已有", "仅有", "只有"}
)  # before those who do what follows
NOT_COUNTED = frozenset({"其中", "每天", "每日", "每年", "每月", "平均"})
HAVING = frozenset({"有", "中有", "就有", "已有"})


@needs(of=["count"])
def headless(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """企业在天津有稳定合作的有1200家: 在天津有稳定合作的企业数量; the noun is the subject of the clause."""
    at, passed = skip_predicates(par, index)
    if at < 1 or not passed or par.tokens[at].flag != "uj" or not is_count(mention):
        return None
    clause = _clause_before(par, at)
    did = words_of(clause)
    if not did:
        return None
    turn = next((i for i, token in enumerate(clause) if i and token.flag in ("p", "v", "d")), None)
    if turn is None:
        return Column(counted(did + "的", mention), did, "headless_relative")
    named = clause[turn - 1].flag[0] in "njlirP" and clause[turn - 1].text not in NOT_COUNTED
    if not named:
        return Column(counted(did.removeprefix("其中") + "的", mention), did, "headless_relative")
    subject = words_of(tuple(token for token in clause[:turn] if token.flag != "PLACE"))
    while turn < len(clause) - 1 and clause[turn].flag == "d":
        turn += 1
    if not subject:
        did = words_of(clause[turn:])
        return Column(counted(did, mention), did, "headless_relative")
    return Column(counted(f"{words_of(clause[turn:])}的{subject}", mention), subject, "headless_relative")


@needs(of=["count"])
def picked_out(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """37个行业有29个保持增长: 保持增长的行业数量."""
    if not is_count(mention) or index < 1:
        return None
    if par.tokens[index - 1].text not in HAVING or not empty(right_phrase(par, index)):
        return None
    did = predicate_after(par, index + 1)
    if not did:
        return None
    at = index - 2
    if at > 0 and par.tokens[at].text == "中" and par.tokens[at - 1].flag[0] in "nilm":
        whole = words_of(collect_left(par, at - 1).tokens)  # 销量前十强|中有|6家来自中国
        if len(whole) > 1:
            return Column(counted(f"{did}的{whole}", mention), whole, "picked_out", level=False)
    if before is None or before.stem is None:
        return None
    return Column(counted(f"{did}的{before.stem}", mention), before.stem, "picked_out", level=False)


def number_before_noun(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(纳入)6800余项标准: the noun after the classifier, with its verb before the number.

    Where the counted things are the subject of the clause, what they do narrows the column.
    """
    if not is_count(mention) and mention.unit is not None:
        return None
    following = of_other_size(par, right_phrase(par, index))
    owns = index + 1 < len(par.tokens) and par.tokens[index + 1].flag == "uj"
    if owns and mention.unit in column_words().noun_units:
        return Column(f"{mention.unit}数", mention.unit, "unit_is_noun")  # 基于8县|的|问卷调查
    if empty(following):
        return _unit_is_noun(par, mention, index) or _shared_noun(par, mention, index)
    noun = level_of_units(par, following) or words_of(without_next_head(par, following))
    if mention.unit is None and len(noun) > 2:
        noun = noun.removeprefix("大")  # 5|大|支柱产业
    if mention.unit == GROUP_UNIT and names_magnitude(words_of(following.tokens)):
        if following.first >= len(par.tokens) or par.tokens[following.first].flag == "PUNCT":
            return Column(noun + GROUP_UNIT + "数", noun, "number_before_noun")  # 设计16组|配合比
        # 两组|复发率分别为…: the groups alone
        return Column(GROUP_UNIT + "数", None, "units_compared", level=False)
    title = _document_before(par, index)
    if title:
        return Column(counted(f"{title}的{noun}", mention), noun, "number_of_document")
    of = par.tokens[following.first - 1].flag == "uj"
    deed = deed_after(par, following.first) if _opens_clause(par, index) and not of else ()
    did = words_of(deed)
    if len(did) >= SHORTEST_DEED:
        return Column(counted(f"{did}的{noun}", mention), noun, "subject_of_clause", topic=deed_object(deed))
    if did in column_words().short_deeds and did not in noun:
        return Column(counted(did + noun, mention), did + noun, "subject_of_clause", topic=noun)
    noun = _of_clause(par, index, noun)
    owner = _of_owner(par, following, noun)
    if owner:
        return Column(counted(owner + noun, mention), owner + noun, "number_of_owner")
    stem = (verb_before(par, first_of_counts(par, index)) or _fresh_members(par, index)) + noun
    name = counted(stem, mention)
    if mention.unit is None and name == stem + "数值":
        name = stem + "数量"  # 超过100万的|实体
    return Column(name, stem, "number_before_noun")


def _of_clause(par: Paragraph, index: int, noun: str) -> str:
    """上届大会签约的|120个|项目: 上届大会签约项目; what stands before the number as an attribute of its noun."""
    if index < 2 or par.tokens[index - 1].flag != "uj" or par.tokens[index - 2].flag not in ("v", "vn"):
        return noun
    phrase = collect_left(par, index - 2)
    lead = words_of(phrase.tokens)
    if any(t.flag in ("QTY", "c", "p") for t in phrase.tokens) or not 2 <= len(lead) <= LONGEST_OWNER:
        return noun
    return (
        noun
        if noun in lead or lead in noun
        else (lead + noun if len(lead) <= SHORT_LEAD else f"{lead}的{noun}")
    )


def _of_owner(par: Paragraph, phrase: Phrase, noun: str) -> str:
    """76个|光子|的|量子计算原型机: a thing that is made of so many others; "" where those counted have what follows (两份问卷的
    样本结构, 15个城市的居民)."""
    words = column_words()
    at = phrase.first - (par.tokens[phrase.first - 1].flag == "uj")
    if at + 1 >= len(par.tokens) or par.tokens[at].flag != "uj" or noun.endswith(words.doer_endings):
        return ""
    text = words_of(right_phrase(par, at).tokens)
    made = text.endswith(words.made_things)
    return text if made and 2 <= len(text) <= LONGEST_OWNER else ""


def _document_before(par: Paragraph, index: int) -> str | None:
    """《甲市花园方案》明确|5项任务; 印发《甲市花园方案》，明确|6个方面|15项任务: title of the document."""
    at = index - 1
    while at >= 0 and (par.tokens[at].flag in ("QTY", "n", "ul", "d", "c") or par.tokens[at].text in "了、"):
        at -= 1  # numbers before this one, with their nouns
    clause = par.clause(par.tokens[index].start)
    within = par.text.startswith("其中", clause.start)  # 《…方案》，其中的安排细到6个方面
    if within:
        at = min(index, par.first_token(clause.start))
    elif at < 1 or par.tokens[at].text not in column_words().document_verbs:
        return None
    at -= 1
    while at > 0 and (par.tokens[at].text == "，" or par.tokens[at].flag == "d"):
        at -= 1
    token = par.tokens[at]
    return token.text.strip("《》") if token.flag == "TITLE" else None


def verb_before(par: Paragraph, index: int) -> str:
    """The verb that governs the number: 纳入|6800余项标准. Light verbs say nothing and are left out."""
    words = column_words()
    at = index - 1
    while at >= 0 and (par.tokens[at].flag in ("ul", "d") or par.tokens[at].text in words.predicates):
        at -= 1
    while at >= 0 and par.tokens[at].flag == "QTY":  # 资助5类69个项目
        at -= 1
    if at < 0:
        return ""
    token = par.tokens[at]
    if at > 0 and token.text in words.noun_verbs and par.tokens[at - 1].flag == "n" and token.flag == "vn":
        return ""  # 农产品|加工|5大产业
    if len(token.text) == 1 and par.tokens[at + 1].text in ("到", "成"):
        return ""  # 读到4类标准
    if token.flag not in ("v", "vn") or token.text in words.light_verbs:
        return ""
    return two_deeds(par, at)


def _fresh_members(par: Paragraph, index: int) -> str:
    """新增|东山、南湖、西林|3个园区: the verb before the members of which the number says how many; "" if none is new."""
    at = index - 1
    while at > 0 and (par.tokens[at].text in MEMBER_LINKS or par.tokens[at].flag[0] in "njaP"):
        if par.tokens[at].flag == "PUNCT" and par.tokens[at].text not in MEMBER_LINKS:
            break
        at -= 1
    listed = any(token.text in MEMBER_LINKS for token in par.tokens[at + 1 : index])
    return par.tokens[at].text if listed and par.tokens[at].text in column_words().fresh else ""


def _clause_before(par: Paragraph, at: int) -> tuple[Token, ...]:
    """Tokens left of ``at`` to the last mark, time or quantity; brackets are passed over."""
    got: list[Token] = []
    depth = 0
    for token in (par.tokens[k] for k in range(at - 1, -1, -1)):
        if token.text == "）":
            depth += 1
        elif token.text == "（":
            if depth == 0:
                break
            depth -= 1
        elif depth == 0:
            if _bounds(token) and not (token.text == "、" and not _counted_left(par, token)):
                break
            got.append(token)
    return tuple(reversed(got))


def _counted_left(par: Paragraph, mark: Token) -> bool:
    """A number stands left of a 、 in its clause: the list is one of numbers, and not of nouns (用过甲、乙等产品的有27户)."""
    start = par.clause(mark.start).start
    return any(t.flag in ("QTY", "TIME") for t in par.tokens_between(start, mark.start))


def _bounds(token: Token) -> bool:
    return token.flag in ("QTY", "TIME") or token.text == "、" or token.text in CLAUSE_MARKS - {"（", "）"}


def _unit_is_noun(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """六市|就与北京组建协作区: the unit itself is what is counted."""
    unit = mention.unit or ""
    if unit not in column_words().noun_units:
        return None
    measured = words_of(left_phrase(par, index).tokens)
    if len(measured) > len(unit) and measured.endswith(unit):
        return Column(measured + "量", measured, "unit_names_measure")  # 土方|1.2万方
    did = predicate_after(par, index + 1)
    name = f"{did}的{unit}数量" if did else f"{verb_before(par, index)}{unit}数"
    return Column(name, unit, "unit_is_noun")


def _shared_noun(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """5类69个标准化项目: two numbers on one noun."""
    tokens = par.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].flag != "QTY":
        return None
    following = right_phrase(par, index + 1)
    if tokens[index + 1].start != tokens[index].end:
        return None
    if empty(following):  # 1.1万户|4万名|贫困人口全部脱贫
        did = words_of(deed_after(par, index + 2))
        return (
            Column(counted(did, mention), did, "shared_deed") if len(did) > 1 and is_count(mention) else None
        )
    stem = verb_before(par, index) + words_of(following.tokens)
    return Column(counted(stem, mention), stem, "shared_noun")


def _opens_clause(par: Paragraph, index: int) -> bool:
    """The number is the subject: at the head of the clause, or right after a noun there (商会1项标准). In a list the first
    number tells (新建4个示范区、6个基地)."""
    at = first_in_list(par, index) - 1
    while at >= 0 and (
        par.tokens[at].flag in ("TIME", "c", "d", "PLACE") or par.tokens[at].text in THERE_ARE | {"其中"}
    ):
        at -= 1
    if at < 0 or par.tokens[at].flag == "PUNCT":
        return True
    if par.tokens[at].text == "等":
        return _list_opens_clause(par, at)
    return par.tokens[at].flag.startswith("n") and at > 0 and par.tokens[at - 1].flag == "PUNCT"


def _list_opens_clause(par: Paragraph, at: int) -> bool:
    """东湖、西湖等|3座水库|通过验收: from the head of the clause to the 等 at ``at`` stand names alone, without a verb."""
    members = par.tokens[par.first_token(par.clause(par.tokens[at].start).start) : at]
    words = column_words()
    plain = all(
        token.text in MEMBER_LINKS
        or token.flag in NAMING
        or token.flag[0] in "njlLa"
        or (token.flag in ("v", "vn") and token.text in words.noun_verbs and k > 0)
        for k, token in enumerate(members)
    )
    return plain and any(token.text == "、" for token in members)

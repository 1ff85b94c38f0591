"""Who or what a number is of, where the words before it are a deed or a clause alone.

剔除重复后|保留186份|: 保留政策文本; 从未外借的|占52%|: 从未外借的图书; 每日使用屏幕超过3 h者|仅占15%|.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.clauses import subject_of
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_count, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.study_words import labels_of_abstract, study_words
from suyuan.facts.survey_forms import forms_of_survey
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

DEED, WHO = "deed_with_noun_before", "those_of_clause"
LONGEST_NOUN = 10
SENTENCES = 2  # back
WEAK = frozenset({"noun_before_number", "carried", "nothing_names_it"})
SHARES = frozenset({"share_of", "noun_before_number", "nothing_names_it", "carried"})
THOSE = re.compile(
    r"^(?:其中|而|但|且|另|，)*(?P<who>[^，。；：（）]{2,26}?(?:者|人群|[^一-龥]患者|的))(?:则|也|仍|就|比例)?"
    r"(?:约|仅|只|共|均|高达|多达|几乎)?(?:占比?|[只仅]?有|为|达到?|不足|超过?|过)(?:了|到)?(?:约|近|为)?$"
)
AGED = re.compile(
    r"^(?:其中)?(?P<who>\d{1,3}(?:[-~～—至]\d{1,3})?岁[^，。；：（）占]{1,10}?)(?:约|仅|只)?占(?:比|了|到)?$"
)
DOING = re.compile(
    r"(?P<did>(?:进入|接受|完成|参加|纳入|退出|失访|达到|出现|发生|获得|通过|采用|存在|入选|脱落)[一-龥]{0,8}?)(?=[，。；（）、]|$)"
)
OCCURRING = ("发生", "出现", "检出", "报告")
OCCURRENCES = frozenset({"例", "人", "名", "例次", "次"})
OCCURRED = "what_occurred"
CASES_OF = "例数"
AMOUNT_AT_END = re.compile(
    r"(?:不足|不到|超过?|低于|高于|达到?|多于|少于|大于|小于|在)\d[^的]{0,12}的$"
    r"|\d[^的]{0,8}以[上下内]的$"
)
EXCEEDS = re.compile(
    "(?:均|都|也|则|仍|已|全部|远|大大|明显|显著)+(?:[高低大小多少优][于过]|超过|达到|满足|符合|接近|不及)"
)
WHOLES = re.compile("占|贡献|解释了")  # of whose share more is told
YEAR = re.compile(r"^(?:\d{4}年度?|近\d+年)")
ALL = re.compile("(?:均|各|共|也|仅|都|分别|新|已)+$")
GROUP = "组别"
HEADING = re.compile(r"^[\d.．、（）()一二三四五六七八九十\s]+")
VERBAL = ("v", "vn", "d")


def named_by_context(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """The column of quantity ``i`` with the noun that its deed or clause leaves out; None where it needs none."""
    mention = par.mentions[i]
    if is_share(mention):
        return _those(par, i, column, found)
    return (
        forms_of_survey(par, mention)
        or _doing_together(par, i, column)
        or _occurred(par, mention, column)
        or _surveyed(par, mention, column)
        or _deed(par, mention, index, column)
    )


def _those(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """入藏后从未外借的|占52%|, 65岁及以上者|占49%|: those that the clause tells of, whole."""
    mention = par.mentions[i]
    if column.rule not in SHARES or column.owner is not None:
        return None
    if column.rule == "share_of" and (column.measure or "").endswith("比重"):
        return None  # 折合营收的|1.2%|: of what, is told
    clause = par.clause(mention.start)
    lead = YEAR.sub("", BLANKS.sub("", par.text[clause.start : mention.start]))
    match = AGED.match(lead) or THOSE.match(lead)
    if match is None and mention.comparator != "=" and lead.endswith(("的", "者")):
        match = THOSE.match(lead + "占")  # 知道冷静期的|不到两成|
    if match is None or WHOLES.search(match["who"]):
        return None
    who = _of_what(match["who"], par, i, found)
    if EXCEEDS.match(who) or who.startswith(study_words().compares):
        return None  # 高于非感染组的|20.3%|
    stem = column.stem or ""
    if column.rule == "carried" or stem not in lead:
        stem = ""  # 男性占58%，工作年限在5年以下的|占37%
    tokens = tokenise(who.removesuffix("的"), [])
    if who.endswith("的"):
        amount = AMOUNT_AT_END.search(who) is not None  # 每周工作超过50小时的|占51%
        doing = any(t.flag == "v" for t in tokens) and tokens[-1].flag[0] in "vad"
        if not (amount or doing or any(t.flag == "v" for t in tokens[:-1])):
            return None
        noun = _noun_before(par, i, found)
        who = who + noun if noun else who.removesuffix("的")
    if len(stem) >= len(who) or (stem and stem not in who and column.rule == "share_of"):
        return None
    return replace(column, measure=who + "占比", stem=who, rule=WHO, level=False, topic=None, completed_by="")


def _of_what(who: str, par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """收入不足6万元的有43%，|超过20万元的|只有5%: with the magnitude that the one before was told of."""
    here = AMOUNT_AT_END.match(who)
    told = next((found[k].stem or "" for k in par.before_in_sentence(i) if found[k].rule == WHO), "")
    before = AMOUNT_AT_END.search(told + "的") if here is not None else None
    return told[: before.start()] + who if before is not None else who


def _noun_before(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """What the sentence counts before, where it is short."""
    for k in par.before_in_sentence(i):
        stem = found[k].stem or ""
        if is_count(par.mentions[k]) and found[k].level and stem:
            return stem if len(stem) <= LONGEST_NOUN else ""
    return ""


def _doing_together(par: Paragraph, i: int, column: Column) -> Column | None:
    """最终分别有|62例|和|61例|进入分析: what all of a list did."""
    run, mention = par.run_of(i), par.mentions[i]
    if len(run) < 2 or mention.unit not in column_words().doer_units:
        return None
    match = DOING.match(par.text, par.mentions[run[-1]].end)
    if match is None or column.rule not in ("carried", "carried_in_list", "nothing_names_it", "doer"):
        return None
    did = match["did"]
    return replace(column, measure=counted(did, mention), stem=did, rule=DEED, topic=None, completed_by="")


def _occurred(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """非计划性拔管均|发生|2例; 不良反应　观察组发生4例: what occurred, from the subject of the clause or the heading."""
    stem = column.stem or ""
    verb = next((v for v in OCCURRING if stem.endswith(v)), "")
    subject = stem.removesuffix(verb)
    group = subject.endswith(column_words().group_endings)
    if not verb or column.rule not in WEAK or (subject and not group) or mention.unit not in OCCURRENCES:
        return None
    clause = par.clause(mention.start)
    what = "" if group else _before_verb(par, clause.start, mention.start, verb)
    if what.endswith(column_words().group_endings):
        what = ""
    what = what or _heading(par, mention)
    if not what:
        return None
    kept = dict(column.breakdown) | ({GROUP: subject} if group else {})
    ending = CASES_OF if mention.unit == "例" else "人数" if mention.unit in ("人", "名") else "次数"
    return replace(column, measure=what + ending, stem=what + verb, breakdown=kept, rule=OCCURRED, topic=None)


def _before_verb(par: Paragraph, start: int, end: int, verb: str) -> str:
    """非计划性拔管 of 非计划性拔管均发生: the words of the clause before the verb, where they are short and hold no time."""
    tokens = par.tokens_between(start, end)
    subject = subject_of(par, tokens)
    words = BLANKS.sub("", ALL.sub("", par.text[start:end].partition(verb)[0]))
    plain = all(t.flag not in ("TIME", "QTY", "PUNCT", "PLACE", "p") for t in tokens)
    return words if plain and 2 <= len(words) <= LONGEST_NOUN else subject


def _heading(par: Paragraph, mention: Mention) -> str:
    """The heading that the number stands under, where it is short."""
    labels = [par.text[a:b] for a, b in labels_of_abstract(par.flow) if b <= mention.start]
    section = par.flow.block.section
    text = labels[-1] if labels else section[-1] if section else ""
    title = HEADING.sub("", text.strip())
    return (
        title
        if 2 <= len(title) <= LONGEST_NOUN and not title.endswith(("结果", "方法", "情况", "分析"))
        else ""
    )


def _surveyed(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """对四年级学生进行筛查。共|调查|8416人，|有效|8152人: those surveyed, whom the sentences before name."""
    stem = column.stem or ""
    if mention.unit not in ("人", "名") or stem not in column_words().surveying or column.rule not in WEAK:
        return None
    first = par.sentences[max(0, par.sentence_at(mention.start) - SENTENCES)].start
    people = _last_of(par.text[first : mention.start], column_words().people_studied)
    if not people:
        return None
    name = stem + people
    return replace(column, measure=counted(name, mention), stem=name, rule=DEED, topic=None)


def _last_of(text: str, nouns: Sequence[str]) -> str:
    """The noun that stands last in a text, the longest where several end there; "" if none does."""
    ends = {noun: text.rfind(noun) + len(noun) for noun in nouns if noun in text}
    return max(ends, key=lambda noun: (ends[noun], len(noun)), default="")


def _deed(par: Paragraph, mention: Mention, index: int, column: Column) -> Column | None:
    """开展问卷调查，|发放|612份: the nearest noun before that the classifier counts."""
    nouns = column_words().nouns_of_classifiers.get(mention.unit or "", "").split()
    stem = column.stem or ""
    if not nouns or column.rule not in WEAK or mention.rank or stem.endswith(tuple(nouns)):
        return None
    if not empty(right_phrase(par, index)):
        return None
    phrase = left_phrase(par, index)
    last = phrase.tokens[-1] if phrase.tokens else None
    if last is None or last.flag != "v" or any(noun in stem for noun in nouns):
        return None
    if par.clause(mention.start).start > last.start or _has_object(phrase.tokens):
        return None
    noun = _nearest(par, mention, last.start, nouns)
    if not noun or noun in stem:
        return None
    verbs = [last.text]
    for token in reversed(phrase.tokens[:-1]):
        if token.flag not in VERBAL or len(token.text) < 2:
            break
        verbs.insert(0, token.text)
    name = "".join(verbs) + noun
    return replace(column, measure=counted(name, mention), stem=name, rule=DEED, topic=noun, completed_by="")


def _has_object(tokens: Sequence[Token]) -> bool:
    """受理|群众信访|投诉: a verb with its noun behind it, not parted from it by 后 or 时."""
    verb = False
    for token in tokens:
        if token.text in study_words().settings or token.flag == "k":
            verb = False
        elif token.flag[0] == "n" and verb:
            return True
        verb = verb or token.flag == "v"
    return False


def _nearest(par: Paragraph, mention: Mention, before: int, nouns: Sequence[str]) -> str:
    """The phrase that ends in one of the nouns, nearest before a position, in this sentence or the two before it."""
    sentence = max(0, par.sentence_at(mention.start) - SENTENCES)
    first = par.first_token(par.sentences[sentence].start)
    for at in range(par.first_token(before) - 1, first - 1, -1):
        token = par.tokens[at]
        if token.flag[0] not in "nvl" or not token.text.endswith(tuple(nouns)):
            continue
        phrase = collect_left(par, at)
        kept = [t for t in phrase.tokens if t.flag[0] in "nbjlLi"]
        text = words_of(tuple(kept)) if kept and kept[-1].end == token.end else token.text
        return text if len(text) <= LONGEST_NOUN else token.text
    return _last_of(
        par.text[par.sentences[sentence].start : before], nouns
    )  # a sentence without numbers has no words

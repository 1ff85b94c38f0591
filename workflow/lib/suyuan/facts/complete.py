"""Heads that name too little, completed with what the sentence speaks of, and parts of a whole as rows of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.document import Span
from suyuan.facts.clauses import clauses_before, object_of, presented, subject_of, tokens_in
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.once import once
from suyuan.facts.paired import deed, other_side, paired, possessed
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.parts import part_of_whole, share_of_row, shared_verb
from suyuan.facts.reading import COUNT_OF_FORMS, FORM, Column, is_money, is_share
from suyuan.facts.rows_of_magnitude import with_head_before
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

COMPLETED = frozenset(
    {"noun_before_number", "number_before_noun", "quantity_before_noun", "subject_of_clause", "doer", "pivot",
     "growth", "share_of", "shared_noun", "sum_of", "subject_before_verb", "unit_is_noun", "relative_head", "rank",
     "head_before_bracket"}
)  # fmt: skip
LONGEST = 30  # characters of a measure that was completed
LONGEST_TOPIC = 20
LONGEST_LABEL = 14
CLAUSES_BACK = 3
SHORTEST_CARRIED = 4
SUM, COUNT = "金额", "数量"
SUMMED = "累计"  # how it was counted, not what


def completed(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column:
    """The column of quantity ``i``, with what it is of where its own words do not say it.

    涉及|劳动者, 注册用户总数, 人均|增加量, 受益|人数; the columns of the quantities before it are ``found``.
    """
    part = part_of_whole(par, i, index, column, found) or share_of_row(par, i, column, found)
    if part is not None:
        return part
    if (
        column.rule not in COMPLETED
        or column.measure is None
        or column.stem is None
        or column.owner is not None
    ):
        return column
    headed = with_head_before(par, i, column, found)
    if headed is not None:
        return headed
    joined = shared_verb(par, i, index, column, found)
    if joined is not None:
        return replace(joined, completed_by="shared_verb")
    side = other_side(par, i, column, found)
    if side:
        measure = column.measure.replace(column.stem, side, 1)
        return replace(column, measure=measure, stem=side, completed_by="other_side")
    owner = possessed(par, i, column, found)
    if owner:
        return _with_topic(column, owner, "", "owner_of_belongings")
    pair = paired(par, i, column, found)
    if pair:
        return _deed_with_object(column, pair) or _with_topic(column, pair, "", "noun_of_paired_deed")
    verb = _attaching(par, index, column)
    if column.rule == "doer" and not _short(column):
        return replace(column, topic=topic_before(par, i, found) or column.topic)
    if _spent(column):
        return _with_topic(column, _purpose(par, par.mentions[i].start), "", "purpose")
    if verb or _names_nothing(column.stem) or _short(column):
        topic = _own_subject(par, index, column) or _thing(topic_before(par, i, found), column)
        if verb and names_magnitude(topic):
            topic = _without_magnitude(topic)
        return _with_topic(column, topic, verb, "verb_that_attaches" if verb else "topic_of_bare_head")
    own = _own_subject(par, index, column)
    if own:
        return _with_topic(column, own, "", "own_subject")
    return _with_topic(column, _carried_subject(par, index, column), "", "carried_subject")


def _deed_with_object(column: Column, noun: str) -> Column | None:
    """发放问卷1850份，|回收|1764份: 回收问卷; None for deeds that stand behind their noun (生猪|出栏), and for people."""
    stem, measure = column.stem or "", column.measure or ""
    tokens = tokenise(stem, [])
    behind = any(t.text in column_words().paired_deeds or t.flag == "vn" for t in tokens)
    if behind or tokens[-1].flag != "v" or not measure.startswith(stem) or measure.endswith("人数"):
        return None
    name = stem + noun
    ending = measure[len(stem) :]
    if noun.endswith(FORM) and ending == COUNT:
        ending = COUNT_OF_FORMS
    return replace(
        column, measure=name + ending, stem=name, topic=column.topic or noun,
        completed_by="noun_of_paired_deed",
    )  # fmt: skip


def topic_before(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """What the clauses before in the same sentence speak of, the nearest first: what was counted there, or the subject, or
    the object of a clause without subject."""
    here = _counted_beside(par, i, found)
    if here:
        return here
    for back, clause in enumerate(clauses_before(par, par.mentions[i].start)):
        if back == CLAUSES_BACK:
            break
        counted_there = [
            found[k]
            for k in par.mentions_in(clause.start, clause.end)
            if k < i and _told(par, k, found[k], par.mentions[i])
        ]
        given = [
            k for k in par.mentions_in(clause.start, clause.end) if k < i and _sum_given(par, k, found[k])
        ]
        if given and not counted_there:
            return found[given[-1]].stem or ""  # 发放补贴3亿元，惠及|群众15万人
        if counted_there:
            last = counted_there[-1]
            return last.topic or (last.stem or "").removeprefix(SUMMED)
        tokens = tokens_in(par, clause)
        topic = presented(par, tokens) or subject_of(par, tokens) or object_of(par, tokens)
        if topic:
            return topic
    return ""


def _sum_given(par: Paragraph, k: int, column: Column) -> bool:
    """发放补贴3亿元, 拨付资金2亿元: a sum that is handed out, with a verb of its own."""
    stem = column.stem or ""
    return is_money(par.mentions[k]) and column.level and stem.startswith(column_words().handing_out)


def _counted_beside(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """制造业项目74个、|投资额|813亿元: what the number right before counts, in one list."""
    if i == 0 or not _told(par, i - 1, found[i - 1], par.mentions[i]) or is_money(par.mentions[i - 1]):
        return ""
    clause = par.clause(par.mentions[i].start)
    if par.mentions[i - 1].start < clause.start or not par.text.startswith("、", par.mentions[i - 1].end):
        return ""
    return "" if is_share(par.mentions[i - 1]) else (found[i - 1].topic or found[i - 1].stem or "")


def _thing(topic: str, column: Column) -> str:
    """粮食|播种面积5万亩，|总产量|3万吨: of a yield, the thing, without the magnitude that the clause before told of it."""
    if column.stem not in column_words().bare_yields or not names_magnitude(topic):
        return topic
    tokens = tokenise(topic, [])
    while len(tokens) > 1 and names_magnitude(tokens[-1].text):
        worked = tokens.pop().text == "面积"
        if worked and len(tokens) > 1 and deed(tokens[-1]):
            tokens.pop()
    return "".join(token.text for token in tokens)


def _without_magnitude(topic: str) -> str:
    """社会保障卡持卡 of 社会保障卡持卡人数: what a number is of; "" of 节水率, 贷款余额: a rate or a sum does nothing."""
    words = column_words()
    if topic.endswith((*words.share_heads_end, *words.money_heads)):
        return ""
    tokens = tokenise(topic, [])
    while tokens and names_magnitude(tokens[-1].text):
        tokens.pop()
    return "".join(token.text for token in tokens)


def _told(par: Paragraph, k: int, column: Column, mention: Mention) -> bool:
    """The column says what its clause speaks of; a sum is no subject of a count (安排资金3亿元，支持40个项目)."""
    if column.stem is None or not (column.level or column.rule in ("rank", "duration", "consecutive")):
        return False
    return not (is_money(par.mentions[k]) and not is_money(mention) and column.topic is None)


def _names_nothing(stem: str) -> bool:
    """份额, 人均; or what was done and 金额 (办结案件12件，|结案金额|5亿元): of what, the clause before says."""
    words = column_words()
    if stem in words.bare_heads or stem in study_words().summaries:
        return True
    tokens = tokenise(stem, []) if stem.endswith(SUM) else []
    return len(tokens) == 2 and (deed(tokens[0]) or tokens[0].text in words.noun_verbs)


def _attaching(par: Paragraph, index: int, column: Column) -> str:
    """The verb at the head of the clause that attaches its object to the clause before: 涉及, 覆盖, 带动; else ""."""
    clause = par.clause(par.tokens[index].start)
    lead: list[Token] = list(par.tokens[par.first_token(clause.start) : index])
    while lead and (
        lead[0].flag in ("d", "c", "TIME", "r", "b") or lead[0].text in column_words().before_attaching
    ):
        lead.pop(0)
    if not lead or lead[0].text not in column_words().attaching_verbs:
        return ""
    return lead[0].text


def _short(column: Column) -> bool:
    return column.rule == "doer" and column.stem in column_words().short_deeds


def _own_subject(par: Paragraph, index: int, column: Column) -> str:
    """国家平台|提供83项服务: the subject of the number's own clause, which the column does not hold."""
    if column.rule not in ("number_before_noun", "noun_before_number", "pivot", "growth", "doer"):
        return ""
    clause = par.clause(par.tokens[index].start)
    tokens = par.tokens[par.first_token(clause.start) : index]
    subject = subject_of(par, tokens)
    named = len(subject) >= SHORTEST_CARRIED and subject.endswith(column_words().naming_heads)
    return _worth(subject, column) if named else ""


def _carried_subject(par: Paragraph, index: int, column: Column) -> str:
    """平台开通服务116项，…；|注册用户|2803万人: the subject of the sentence, if it is a thing with a name of its own."""
    if column.rule not in ("number_before_noun", "noun_before_number") or _opens(par, index):
        return ""
    if len(column.stem or "") > LONGEST_LABEL:
        return ""
    position = par.tokens[index].start
    for clause in clauses_before(par, position):
        subject = _subject_of_clause(par, clause)
        if subject and not names_magnitude(subject):  # 累计访问量28亿人次 speaks of the subject before
            return _worth(subject, column) if _named_thing(subject) else ""
    return ""


@once
def _subject_of_clause(par: Paragraph, clause: Span) -> str:
    return subject_of(par, tokens_in(par, clause))


def _opens(par: Paragraph, index: int) -> bool:
    """The number is itself the subject of its clause."""
    return index > 0 and par.tokens[index - 1].flag == "PUNCT"


def _spent(column: Column) -> bool:
    """A sum that somebody gives, without what it is for."""
    return column.rule == "noun_before_number" and (column.stem or "").endswith(column_words().spent)


def _purpose(par: Paragraph, position: int) -> str:
    """支持|产业振兴和技术改造|，中央预算投资安排150亿元: the object of the clause right before, which has no subject."""
    clause = next(clauses_before(par, position), None)
    if clause is None or par.mentions_in(clause.start, clause.end):
        return ""
    return object_of(par, tokens_in(par, clause))


def _named_thing(subject: str) -> bool:
    """A thing with a name of its own, such as a platform or a scheme: more than its last word."""
    return len(subject) >= SHORTEST_CARRIED and subject.endswith(column_words().carrying_heads)


def _worth(subject: str, column: Column) -> str:
    held = column.measure or ""
    if (
        not subject
        or subject in held
        or len(subject) > LONGEST_TOPIC
        or subject.endswith(column_words().no_subjects)
    ):
        return ""
    return subject


def _old(topic: str) -> str:
    """净增|高新技术企业1724户，总数达10130户: the total is not of the new ones alone."""
    verb = next((word for word in column_words().fresh if topic.startswith(word)), "")
    return topic.removeprefix(verb)


def _with_topic(column: Column, topic: str, verb: str, by: str) -> Column:
    """The column with the topic and the verb before it, where it lacks them; ``by``: the rule that found them."""
    whole = _led(column, topic, verb)
    return whole if whole is column else replace(whole, completed_by=by)


def _led(column: Column, topic: str, verb: str) -> Column:
    stem, measure = column.stem or "", column.measure or ""
    if verb and stem.startswith(verb):
        verb = ""
    if stem.startswith(column_words().new_totals):
        topic = _old(topic)
    if stem in study_words().summaries:
        told = max((word for word in study_words().summaries if topic.endswith(word)), key=len, default="")
        topic = topic.removesuffix(told).rstrip("的") if told else topic  # 授权量的均值为2件，|标准差|为4
    if not topic or topic in measure or len(topic) > LONGEST_TOPIC or topic + verb == stem:
        return replace(column, measure=verb + measure, stem=verb + stem) if verb else column
    if len(topic) + len(verb) + len(measure) > LONGEST:
        return replace(column, measure=verb + measure, stem=verb + stem) if verb else column
    return replace(
        column, measure=topic + verb + measure, stem=topic + verb + stem, topic=column.topic or topic
    )

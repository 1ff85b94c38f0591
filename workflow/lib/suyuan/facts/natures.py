"""Nature of a quantity: actual, target or forecast."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import NamedTuple

from suyuan.facts.obligations import asked_by_deadline
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.plans import Lie, intention_in, is_done, plan_words
from suyuan.facts.will_be import follows, happens
from suyuan.places.tables import package_yaml
from suyuan.places.trie import longest_match
from suyuan.quantities.mention import Mention
from suyuan.records.fact import Nature

# 到2030年，覆盖率达到|80%以上: where nothing dates the telling, the bound shows that it is aimed at
DEADLINE = re.compile(
    "到20\\d\\d年(?![末底])(?:(?!已|了)[^。；]){0,60}(?:达到|控制在|保持在|提高到|提升到|降低到|降到|降至)$"
)
CLAUSES = re.compile("[，；：]")
QUOTED = re.compile(
    "《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”，。；]{5,24}”"
)  # “十四五” dates, it names nothing
# 主要目标如下：, 目标是：; in 编报绩效目标的项目 the word says what was reported
GOALS_LISTED = re.compile("(?<!绩效)目标(?!任务完成|的)[^。；]{0,20}：")
# 原计划2025年|建成|100座; in 比原计划多建20座 the plan is what is compared with
ONCE_PLANNED = re.compile(
    "(?<![比较超过按照于])原(?:先|本|来)?(?:计划|定|拟|打算)(?!的|[^，。；]{0,4}(?:提前|推迟|延后|多|少))"
)
COMPARED_TARGET = re.compile(
    "(?:[高低多少优好快慢大小]于|超过|超出|超|比|较|距离?|与|对照|对标)[^，。；：]{0,10}?目标(?!是|为|：)"
)
# 该项目|规划总投资|60亿元; not 统计起点由计划总投资50万元提高到500万元
PLANNED_SUM = re.compile("(?<!由)(?:规划|计划)总?投资[约为达近超]{0,3}$")
LEVEL_BEFORE = re.compile("[由从自][^，。；]{0,8}$")  # 由|240元|提高到280元: what there was before
CHANGED = re.compile("[一-龥]{1,3}[到至为]")


@dataclass(frozen=True)
class NatureWords:
    """nature_words.yaml."""

    target: tuple[str, ...]
    forecast: tuple[str, ...]
    not_forecast: tuple[str, ...]
    not_target: tuple[str, ...]
    in_fact: tuple[str, ...]
    names: tuple[str, ...]
    methods: tuple[str, ...]
    method_leads: tuple[str, ...]
    will_be: tuple[str, ...]


@cache
def nature_words() -> NatureWords:
    """The word table of the package."""
    table = package_yaml("nature_words.yaml")
    return NatureWords(**{key: tuple(value) for key, value in table.items()})


@once
def _words_for(par: Paragraph, start: int, end: int) -> NatureWords:
    """The word table for a sentence; for one that holds none of its words, as most do, an empty one."""
    return nature_words() if _telling().search(_plain(par), start, end) else NO_WORDS


@cache
def _telling() -> re.Pattern[str]:
    words = nature_words()
    tables = (words.target, words.forecast, words.not_forecast, words.not_target, words.in_fact, words.names)
    return longest_match(word for table in tables for word in table)


NO_WORDS = NatureWords(*((),) * len(fields(NatureWords)))


class NatureReading(NamedTuple):
    """A nature, the rule that says so, and the word that it went by, if one."""

    nature: Nature
    rule: str
    word: str | None = None


def nature_of(
    par: Paragraph,
    mention: Mention,
    *,
    planned: bool,
    dated: bool = True,
    plan: str | None = None,
    lies: Lie | None = None,
) -> NatureReading:
    """Nature from the words around the number in its sentence, from its period and from what governs the paragraph.

    ``planned``: the time of the quantity lies ahead of the telling; ``dated``: when it was told is known; ``plan``:
    the heading or the sentence that puts the paragraph under a plan; ``lies``: how the period lies to the telling.
    """
    sentence = par.sentences[par.sentence_at(mention.start)]
    governing = plan or _lead_before(par, sentence.start)
    reading = _of_sentence(
        par, mention, planned=planned, dated=dated, lies=lies, under_plan=governing is not None
    )
    if reading.nature != "actual":
        return reading
    if lies != "past":
        foretold = _foretold_list(par, mention, sentence.start)
        if foretold is not None:
            return NatureReading("forecast", "list_in_a_sentence_of_forecast", foretold)
    if lies == "after":
        return NatureReading("target", "period_after_the_telling")
    clause = par.clause(mention.start)
    if reading.word is not None or is_done(par.text[clause.start : clause.end]):
        return reading
    if LEVEL_BEFORE.search(par.text[clause.start : mention.start]) and CHANGED.match(par.text, mention.end):
        return NatureReading("actual", "level_before_a_change")
    if lies == "ahead":
        return NatureReading("target", "period_that_goes_on")
    if governing is not None and lies != "past":
        return NatureReading("target", "under_a_plan", governing)
    return reading


@once
def _lead_before(par: Paragraph, start: int) -> str | None:
    """The word of plan in the sentences before a sentence that begins at ``start``."""
    return next((word for word, end in _leads(par) if end <= start), None)


@once
def _leads(par: Paragraph) -> list[tuple[str, int]]:
    """The words of plan in the paragraph, in the order of their table, and where the first of each ends."""
    found = ((word, _plain(par).find(word)) for word in plan_words().plan_leads)
    return [(word, at + len(word)) for word, at in found if at >= 0]


@once
def _plain(par: Paragraph) -> str:
    """The text with blanks for titles and quoted names: 《奋力建设…行动方案》 says nothing of what is planned here."""
    return QUOTED.sub(lambda match: " " * len(match.group()), par.text)


def _foretold_list(par: Paragraph, mention: Mention, start: int) -> str | None:
    """预计2022-2024年利润4、7、9亿元，|对应市盈率30、20、15倍: the numbers of a list that follows a forecast are one forecast.

    ``start``: where the sentence begins.
    """
    run = par.run_of(bisect_left(par.mention_starts, mention.start))
    clause = par.clause(mention.start)
    own = par.text[clause.start : mention.start]
    if len(run) < 2 or "年" in own or is_done(par.text[clause.start : clause.end]):
        return None  # a clause with years of its own may tell those that were
    words = nature_words()
    if _first(words.in_fact, own) is not None:
        return None
    return _first(words.forecast, _without_names(_plain(par)[start : clause.start], words))


def _of_sentence(
    par: Paragraph, mention: Mention, *, planned: bool, dated: bool, lies: Lie | None, under_plan: bool
) -> NatureReading:
    sentence = par.sentences[par.sentence_at(mention.start)]
    words = _words_for(par, *sentence)
    clause = par.clause(mention.start)
    text = _plain(par)
    before = _without_names(text[sentence.start : mention.start], words)
    near = _without_names(_without_compared(text[sentence.start : clause.start])[-20:], words)
    own = _without_names(text[clause.start : mention.start], words)
    earlier = ONCE_PLANNED.search(own)
    if earlier is not None and _first((*words.in_fact, "了"), own[earlier.end() :]) is None:
        return NatureReading("target", "word_of_an_earlier_plan", earlier.group())
    target = _first(words.target, near + own)
    done = _first(words.not_target, before) or _first(words.not_forecast, before)
    if done is not None:
        if planned and target is not None:
            return NatureReading("target", "planned_time_and_word_of_target", target)
        return NatureReading("actual", "word_of_what_is_done", done)
    forecast = _first(words.forecast, own)
    if forecast is None and _first(words.in_fact, own) is None:
        forecast = _told_ahead(before, own, words)
    if forecast is not None:
        return NatureReading("forecast", "word_of_forecast", forecast)
    to_number = text[clause.start : mention.number_start]  # 产量将|突破500万吨
    following = follows(text[sentence.start : mention.number_start], to_number)
    if following is not None:
        return NatureReading("forecast", "follows_from_a_condition", following)
    happening = (
        happens(to_number) if not planned and lies not in ("ahead", "after") and not under_plan else None
    )
    if happening is not None:
        return NatureReading("forecast", "word_of_what_will_happen", happening)
    foretold = _first(words.forecast, before)
    if planned and foretold is not None and not is_done(own):
        return NatureReading("forecast", "period_ahead_in_a_sentence_of_forecast", foretold)
    before_it = target is not None and not is_done(own) and "已有" not in own
    if target is not None and (target in own or before_it):
        return NatureReading("target", "word_of_target", target)
    intended = intention_in(own, text[mention.end : clause.end])
    if intended is not None and not (lies == "past" and intended in plan_words().open_words):
        nature: Nature = "forecast" if intended in plan_words().foretold and "目标" not in own else "target"
        return NatureReading(nature, "word_of_intention", intended)
    asked = asked_by_deadline(text, clause.start, mention.number_start)
    if asked is not None:
        return NatureReading("target", "asked_for_by_a_deadline", asked)
    if PLANNED_SUM.search(own):
        return NatureReading("target", "word_of_intention", "规划")
    if GOALS_LISTED.search(before):
        return NatureReading("target", "list_of_targets", "目标")
    if planned:
        return NatureReading("target", "planned_time")
    if not dated and mention.comparator != "=" and DEADLINE.search(before):
        return NatureReading("target", "bound_at_a_deadline")
    return NatureReading("actual", "no_word_of_plan")


def _told_ahead(before: str, own: str, words: NatureWords) -> str | None:
    """联合国预计，|到2050年人口达…: a clause before the number that ends with a word of forecast governs what follows it.

    采用神经网络进行预测，|准确率为92%: a clause that tells how was predicted governs only what ``own`` says will be.
    """
    if not words.forecast:
        return None
    ahead = any(word in own for word in words.will_be)
    for clause in CLAUSES.split(before)[:-1]:
        word = next((word for word in words.forecast if clause.endswith(word)), None)
        method = clause.startswith(words.method_leads) or _first(words.methods, clause) is not None
        if word is not None and (ahead or not method):
            return word
    return None


def _without_compared(before: str) -> str:
    """``before`` with the targets that its clauses compare with blotted out: 低于预期目标0.4个百分点；|新增贷款1.5万亿元."""
    return (
        COMPARED_TARGET.sub(lambda match: "－" * len(match.group()), before) if "目标" in before else before
    )


def _without_names(text: str, words: NatureWords) -> str:
    """The text without names that hold a word of forecast and say none: 预计负债."""
    for name in words.names:
        text = text.replace(name, "")
    return text


def _first(words: Iterable[str], text: str) -> str | None:
    for word in words:  # asked some ten times for each number
        if word in text:
            return word
    return None

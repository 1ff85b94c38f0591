"""Words of reports on studies and experiments (study_words.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from suyuan.flow import Flow
from suyuan.language import any_of, language_table

NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,3}|（[一二三四五六七八九十]{1,2}）) ?(?P<title>[一-龥、]{2,24}.)"
)
SHORTEST_TITLE = 2


@dataclass(frozen=True)
class StudyWords:
    """study_words.yaml."""

    labels: tuple[str, ...]
    reaching: tuple[str, ...]
    settings: tuple[str, ...]
    reckoned_with: tuple[str, ...]
    compares: tuple[str, ...]
    against: tuple[str, ...]
    before_with: tuple[str, ...]
    shows: tuple[str, ...]
    samples: tuple[str, ...]
    told_of: tuple[str, ...]
    sayers: tuple[str, ...]
    saying: tuple[str, ...]
    points: tuple[str, ...]
    carried_out: tuple[str, ...]
    carrying_out: tuple[str, ...]
    leaders: tuple[str, ...]
    rest: tuple[str, ...]
    verdicts: tuple[str, ...]
    degrees: tuple[str, ...]
    regions: tuple[str, ...]
    fits: tuple[str, ...]
    amounts: tuple[str, ...]
    deeds_of_amount: tuple[str, ...]
    physical_in_chinese: tuple[str, ...]
    patients: tuple[str, ...]
    leading: tuple[str, ...]
    bodies: tuple[str, ...]
    summaries: tuple[str, ...]
    pointed: tuple[str, ...]
    covering: tuple[str, ...]
    spreading: tuple[str, ...]
    countries: tuple[str, ...]
    measures_taken: tuple[str, ...]
    parts_of_scales: tuple[str, ...]
    telling_classifiers: tuple[str, ...]
    moves_to: tuple[str, ...]
    procedures: tuple[str, ...]
    given: tuple[str, ...]
    occasions_of_each: tuple[str, ...]
    extremes: tuple[str, ...]
    set_by: tuple[str, ...]
    row_endings: tuple[str, ...]
    magnitude_ends: tuple[str, ...]
    verdicts_of_care: tuple[str, ...]
    holding: tuple[str, ...]
    surveys: tuple[str, ...]
    events: tuple[str, ...]
    growths: tuple[str, ...]
    no_rows: tuple[str, ...]
    numbered_things: tuple[str, ...]
    forms_of_inquiry: tuple[str, ...]
    kinds_of_inquiry: tuple[str, ...]
    respondents: tuple[str, ...]
    standings: tuple[str, ...]
    next_standings: tuple[str, ...]
    next_leads: tuple[str, ...]
    wide_things: tuple[str, ...]
    degrees_of_kinds: tuple[list[str], ...]
    times_of_rows: tuple[str, ...]
    between_two: tuple[str, ...]
    kind_endings: tuple[str, ...]
    deeds_of_moving: tuple[str, ...]


@cache
def study_words() -> StudyWords:
    """The word table of the package."""
    table = language_table("study_words.yaml")
    return StudyWords(**{field.name: tuple(table[field.name]) for field in fields(StudyWords)})


@cache
def label_of_abstract() -> re.Pattern[str]:
    """目的, 结果 at the head of a sentence."""
    return re.compile(
        rf"(?:^|(?<=[。；】\]]))[【\[]?(?P<label>{any_of(study_words().labels)})(?P<closed>[】\]])?(?=\S)"
    )


def numbered_heading(flow: Flow) -> int:
    """End of the numbered heading that runs into the first sentence with a blank (2.1 临床疗效　观察组14例); 0 if none does."""
    heading = NUMBERED.match(flow.text)
    if heading is None:
        return 0
    places = range(heading.start("title") + SHORTEST_TITLE, heading.end("title"))
    return next((end for end in places if flow.offsets[end] > flow.offsets[end - 1] + 1), 0)


def labels_of_abstract(flow: Flow) -> list[tuple[int, int]]:
    """Start and end of each heading of a structured abstract that runs into its sentence with a blank: 结果 最终纳入58例."""
    found = []
    heading, end = NUMBERED.match(flow.text), numbered_heading(flow)
    if heading is not None and end:
        found.append((heading.start("title"), end))
    for match in label_of_abstract().finditer(flow.text):
        end = match.end("label")
        if match["closed"] or flow.offsets[end] > flow.offsets[end - 1] + 1:
            found.append(match.span("label"))
    return found


@cache
def _association() -> re.Pattern[str]:
    words = study_words()
    return re.compile(
        rf"(?P<one>[^，。；：（）]{{2,20}}?){any_of(words.before_with)}?与(?P<other>[^，。；：（）]{{2,24}}?)"
        r"(?:之间)?(?:均|也|仍|并)?(?:呈|存在|具有|有)?(?:显著|独立|明显|密切|高度|负|正|弱|强|线性|统计学)*地?的?(?:正|负)?"
        r"(?:(?:一元|多元|线性|非线性|二次|指数|幂函数|对数|因果)*关系|相关(?:性|关系)?|关联|有关)$"
    )


def associated(text: str) -> str:
    """早期下床与良好结局 of 早期下床仍与良好结局独立相关; "" for a clause of any other kind."""
    match = _association().fullmatch(text)
    return f"{match['one']}与{match['other']}" if match is not None else ""


ADVERBS = "(?:可以|可|能够|能|均|也|仍然|仍|都|显著|明显|直接|间接|正向|负向|独立|有效|更为|更|较为|相对)*"
ACTS = re.compile(
    rf"(?P<one>[^，。；：（）]{{1,15}}?[^，。；：（）的]){ADVERBS}(?:预测|影响|促进|抑制|推动|作用于)了?(?P<other>[^，。；：（）]{{2,16}}?)"
)
SAID = re.compile("^[^，]*(?:显示|表明|发现|提示|证实)")
IS_SO = re.compile(
    rf"(?P<what>[^，。；：（）]{{2,24}}?){ADVERBS}(?:较|更|最|偏|越)?[高低大小强弱明显增升降加著]{{1,2}}"
)


def acts_on(text: str) -> str:
    """手机依赖对睡眠问题的 of 手机依赖可正向预测睡眠问题, 缺乏者的患病风险 of 缺乏者的患病风险仍然较高; "" for other clauses."""
    text = SAID.sub("", text)
    acts = ACTS.fullmatch(text)
    if acts is not None:
        return f"{acts['one']}对{acts['other']}的"
    so = IS_SO.fullmatch(text)
    return so["what"] if so is not None and "的" in so["what"] else ""

"""What of a paper is of the period of its study: results and who took part; no criteria, settings, plans or what others found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.study_sections import Section
from suyuan.time.study_words import StudyWords
from suyuan.values import value

THRESHOLD = re.compile(
    "(?:以|取|按|当|设)[^，。；]{0,4}[PpαF]值?[<>≤≥=]?$|(?:检验水准|检验水平|显著性水平)[^，。；]{0,6}$"
)
LIMIT = re.compile("(?:标准|限值|标准值|阈值|临界值)[（为是]?$")  # 超过国家标准（|35 μg/m3）
COUNTED = ("项", "个", "件", "份", "条", "部", "家", "种")
BARE = re.compile(r"[\d ]+")
ELSEWHERE = re.compile("(?:目前|当前|近年来?|据统计)?，?(?:我国|全国|全球|世界|国内外?|国外|中国)")
LENGTH = re.compile("(?:年|月|天|日|周|小时|分钟|h|d|min|s)$")
ASSUMED = re.compile(
    "若?(?:按|以|假定|假设)[^，。；]{2,40}(?:计算?|估算|测算|折算)[，。；]"
)  # 按小麦2.8元·kg-1计，
BESIDE_NATION = re.compile(  # 低于全国平均的|20.7%
    "(?:[低高优多少大小]于|接近|[与和较比])(?:同期|同年)?(?:全国|我国|国家|世界|全球|国内|国外)[^，。；\\d]{0,10}$"
)
SAMPLED = re.compile("样本|问卷|受访")  # 调查员发放问卷，得到有效样本627人
SAMPLES = re.compile("对象|来源|样本|一般资料|临床资料|病例资料|基本资料|抽样")
MAY = re.compile("可(?![比信靠见能知行持])")
CHANGES_TO = re.compile("(?:[增升提降减]|提高|上升|下降|增加|减少|降低)?[至到]$|[~-]$")


@value
class Place:
    """One number in its flow, with its sentence and its clause."""

    start: int
    end: int
    sentence: tuple[int, int]
    clause: tuple[int, int]


def is_of_study(flow: Flow, place: Place, section: Section, words: StudyWords, own: bool) -> bool:
    """Whether the study dates a number. ``own``: the paragraph speaks of the study (:func:`speaks_of_study`)."""
    text = flow.text
    if words.planned.search(text, place.sentence[0], place.clause[1]):
        return False
    if THRESHOLD.search(text, max(place.clause[0], place.start - 12), place.start):
        return False
    if BESIDE_NATION.search(text, place.clause[0], place.start):
        return False
    if section.kind == "abstract":
        return words.doses.search(text, *place.clause) is None
    if is_of_others(flow, place, section, words):
        return False
    if section.kind == "conclusion" and words.advises.search(text, *place.sentence):
        return False
    if section.kind in ("results", "conclusion"):
        return own or ELSEWHERE.match(text, place.sentence[0]) is None
    if section.kind in ("methods", "title"):
        return _took_part(
            text, place, words, SAMPLES.search(section.heads[-1] if section.heads else "") is not None
        )
    if section.kind == "definitions":
        return _is_found_among_definitions(text, place, words)
    if section.kind in ("discussion", "advice") and own and ELSEWHERE.match(text, place.sentence[0]) is None:
        return True
    return words.signal.search(text, *place.sentence) is not None


def _took_part(text: str, place: Place, words: StudyWords, of_samples: bool) -> bool:
    """How many took part, how many answered, what was found of them: no dose, no size of a device.

    ``of_samples``: under a heading that announces whom or what the study takes, where all that is counted took part.
    """
    if words.lasted.search(text, max(place.clause[0], place.start - 8), place.start):
        return True
    if words.given.search(text, *place.clause) or words.criteria.search(text, *place.sentence):
        return False
    by_workers = words.workers.search(text, *place.sentence) and not SAMPLED.search(text, *place.clause)
    if by_workers or words.climate.search(text, *place.sentence):
        return False
    if words.during.search(text, place.sentence[0], place.start):
        return True
    surface = text[place.start : place.end]
    if surface.endswith(words.sizes):
        return True
    counted = surface.endswith(words.units) or BARE.fullmatch(surface) is not None
    if words.found.search(text, *place.clause):
        return True
    if not counted and words.described.search(text, *place.sentence):
        return True
    return counted and (of_samples or words.sampling.search(text, *place.sentence) is not None)


def _is_found_among_definitions(text: str, place: Place, words: StudyWords) -> bool:
    if words.given.search(text, *place.sentence) or words.criteria.search(text, *place.sentence):
        return False
    took_part = text[place.start : place.end].endswith(words.sizes)
    return took_part or words.found.search(text, *place.clause) is not None


def is_setting(
    text: str, spans: Sequence[tuple[int, int]], k: int, place: Place, section: Section, words: StudyWords
) -> bool:
    """设60、120 kg三个水平, 掺量由30%增至50%时, 225 kg配合30%替代可兼顾…: what a trial sets itself is of no time.

    A length of time is none of these.
    """
    if section.kind in ("abstract", "methods"):
        setting = words.setting.search(text, *place.clause)
        if (
            setting
            and setting.start() < place.start
            and not text[place.start : place.end].endswith(words.sizes)
        ):
            return True
    surface = text[place.start : place.end]
    if surface.endswith(("次", "轮")) and words.repeats.search(text, max(0, place.start - 8), place.start):
        return True
    if ASSUMED.match(text, place.clause[0]) or _is_limit(text, place):
        return True
    if words.adds.search(text, max(place.clause[0], place.start - 24), place.start):
        return True
    if section.kind == "abstract" and MAY.search(text, place.end, place.clause[1]):
        return True
    if section.kind not in ("abstract", "results") or LENGTH.search(text[place.start : place.end]):
        return False
    if _is_under(text, place.end, words):
        return True
    after = spans[k + 1] if k + 1 < len(spans) else None
    to = after is not None and CHANGES_TO.search(text, place.end, after[0]) is not None
    return to and after is not None and after[0] - place.end <= 4 and _is_under(text, after[1], words)


def _is_limit(text: str, place: Place) -> bool:
    """超过国家标准（|35 μg/m3）: not how many standards there are (现行地方标准|1387项)."""
    limit = LIMIT.search(text, max(0, place.start - 8), place.start)
    return limit is not None and not text[place.start : place.end].endswith(COUNTED)


def _is_under(text: str, end: int, words: StudyWords) -> bool:
    word = next((word for word in words.under if text.startswith(word, end)), None)
    return word is not None and text[end + len(word) : end + len(word) + 1] != "间"


def is_of_others(flow: Flow, place: Place, section: Section, words: StudyWords) -> bool:
    """What a source tells: named in the sentence before the number, or cited in the clause.

    Where the paper tells its own results, 研究发现 without a citation is its own.
    """
    text = flow.text
    a, b = place.sentence
    first = bisect_left([mark.at for mark in flow.marks], a)
    cited = [mark.at for mark in flow.marks[first:] if mark.at <= b]
    own = section.kind in ("results", "conclusion") and not cited
    named = [] if own else [match.end() for match in words.others.finditer(text, a, place.start)]
    before = max([*named, *(mark for mark in cited if mark <= place.start)], default=-1)
    if before >= 0:
        return words.signal.search(text, before, place.start) is None
    in_clause = any(place.start < mark <= place.clause[1] for mark in cited)
    return in_clause and words.signal.search(text, a, b) is None


def is_required(text: str, place: Place, section: Section, item: AssignedTime, words: StudyWords) -> bool:
    """选取2019年收治的患者。纳入标准：年龄≥18岁: the criteria behind the statement are of no time."""
    if item.time_from != "paragraph" or section.kind not in ("methods", "definitions"):
        return False
    required = words.criteria.search(text, *place.sentence)
    return required is not None or words.planned.search(text, place.sentence[0], place.clause[1]) is not None


def told_by_others(flow: Flow, place: Place, section: Section, item: AssignedTime, words: StudyWords) -> bool:
    """2019年入户调查表明…。已有研究认为不足35%[1]: the time of the sentence before is not that of a source."""
    inherits = item.edtf is not None and item.time_from == "paragraph"
    return (
        inherits
        and section.kind in ("background", "discussion")
        and is_of_others(flow, place, section, words)
    )


def speaks_of_study(
    flow: Flow, parts: Sequence[tuple[int, int]], last: int, number: int, own: bool, words: StudyWords
) -> bool:
    """Whether the paragraph speaks of the study at sentence ``number``: said there, or before it and nothing cited since."""
    text = flow.text
    for a, b in parts[last : number + 1]:
        if words.signal.search(text, a, b):
            own = True
        elif words.others.search(text, a, b) or any(a <= mark.at <= b for mark in flow.marks):
            own = False
    return own

"""Parts of a study that it names and dates: 改造前（2021年9月）, 7月（夏季）, 2019年6月（T2）, 2020年收治的60例作为对照组.

Two names of one kind with dates of their own are phases of the study; in what it found, the name is the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from suyuan.flow import Flow
from suyuan.time.clauses import index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_dates import CLOSED, Period, periods, span_of
from suyuan.time.study_phases import HALF as IN_ORDER
from suyuan.time.study_phases import Named, Phases, phase_in
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section
from suyuan.time.study_waves import SEASONS, row_of, seasons_of
from suyuan.time.study_words import study_words

HALF = "时段"
SIDE, GROUP, SEASON, WATER, WAVE = "side", "group", "season", "water", "wave"
ROWS = (SEASON, WATER, WAVE)  # kinds whose dates are waves, in the order of time
TAIL = "(?:季节|季|期|时段)"
WORD_END = "[^\u4e00-\u9fff]|$"
OTHER_WATER = f"[雨旱]{TAIL}|非?汛期|非?(?:采暖|供暖|灌溉|生长|种植|放牧|营业){TAIL}"
NO_EVENT = "[年月周天日时季期间此之以其目随然最今先事]"  # 三年|前, 此|后: lengths and moments, no events
STATED = {  # how a label stands beside its date
    SIDE: f"(?:{'|'.join(study_words().events)}|[\u4e00-\u9fff](?!{NO_EVENT})[\u4e00-\u9fff])[前后]",
    GROUP: "(?![\u4e00-\u9fff]小)[\u4e00-\u9fff]{2}组",
    SEASON: f"[春夏秋冬](?:季|(?={WORD_END}))",
    WATER: f"[丰平枯]水{TAIL}?|[雨旱]{TAIL}|非?汛期|非?(?:采暖|供暖|灌溉|生长|种植|放牧|营业){TAIL}",
    WAVE: "T[0-9](?![0-9])|前测|后测|延迟后测|保持测验|追踪测|(?:基线|随访|追踪|复测)(?:调查|测量|评估)?",
}
# how it stands in what was found; 春、秋|两季, 夏|秋季, 丰、|枯水期 leave the rest to the last of the row
SAID = {
    SEASON: "[春夏秋冬](?=(?:[、和与及]?[春夏秋冬]){0,3}(?:[两三四各]?季(?!风)|天|分别|依次))(?:季节?|天)?",
    WATER: rf"[丰平枯](?:水{TAIL}|[期季](?=[、和与及节，]))|[丰平枯](?=[、和与及][丰平枯]水?[期季])|(?<!非)(?:{OTHER_WATER})",
}
BEFORE = re.compile(  # T1|（|2021年10月, 改造前|一年（|2021年7月
    "(?:数据|调查|采样|测试|施测|观测|监测|测量)?(?:时间|时段)?(?:一年|半年|）)?(?:调查于|于|在|为|是|：)?（?(?:即|为|于)?$"
)
BESIDE = "(?:（|[^，。；（）]{0,16}（)(?:即)?(?P<in>LABEL)(?=[，、）])"
MADE = "[^。；]{0,40}?(?:作为|设为|定为|列为|归为|归入|纳入|称为|记为|为|即)(?P<as>LABEL)(?=[，。；、）]|和)"
HELD = "(?:进行|开展|完成|实施|的)了?(?P<held>LABEL)"
# 2019年7月—2020年6月|联动前|沿用常规维护，2020年7月—2021年6月推行…: the second period is of the time after
LED_SIDE = re.compile(
    f"(?P<side>[\u4e00-\u9fff](?!{NO_EVENT})[\u4e00-\u9fff]前)(?=[沿采使]用|实[施行]|仍|执行|[给予]予|行常规|为常规|按常规|未)"
)
REACH, FAR = 14, 48
# said 基线时, 随访调查; not 随访期间, 基线血压
FOLLOWED = re.compile("(基线|随访|追踪|复测)(?:调查|测量|评估)?")


def labelled(
    flows: Sequence[Flow],
    sections: Sequence[Section],
    times: Sequence[Sequence[TimeExpression]],
    whole: str | None = None,
) -> Study | None:
    """The study whose parts ``flows`` name and date; None where no two names of one kind have dates of their own.

    ``whole``: the period that the text states for its study; sides of an event outside of it are history.
    """
    found: dict[str, Phases] = {}
    stated: dict[str, dict[str, set[tuple[int, int, int]]]] = {}
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind in ("end", "discussion") or flow.block.kind == "heading":
            continue
        for kind, label, period in _stated(flow.text, _dates(flow.text, times[index])):
            found.setdefault(kind, {}).setdefault(label, period.edtf)
            spans = stated.setdefault(kind, {}).setdefault(label, set())
            spans.add((index, period.start, period.end))
    found[SIDE] = {
        label: edtf
        for pair in _pairs(found.get(SIDE, {}))
        if whole is None or _is_within(pair, whole)
        for label, edtf in pair.items()
    }
    kept = {kind: phases for kind, phases in found.items() if _are_parts(kind, phases)}
    if not kept:
        return None
    phases: Phases = {}
    for kind, told in kept.items():
        phases |= told | (row_of(list(told.values())) if kind in ROWS else {})
    told_at = frozenset(span for kind, told in kept.items() for label in told for span in stated[kind][label])
    return Study(span_of([edtf for told in kept.values() for edtf in told.values()]), phases, told_at)


def with_labels(study: Study, parts: Study | None) -> Study:
    """``study`` with the parts that its text names and dates, and with the seasons that the months of its waves are in."""
    if parts is not None:
        inside = _is_within({"": parts.edtf}, study.edtf)
        whole = study.edtf if inside else span_of([study.edtf, parts.edtf])
        study = replace(
            study, edtf=whole, phases={**study.phases, **parts.phases}, stated=study.stated | parts.stated
        )
    return replace(study, phases={**seasons_of(study), **study.phases})


def labels_named(text: str, phases: Mapping[str, str]) -> list[Named]:
    """The labels of ``phases`` that ``text`` names, in order; a row before 依次 or 分别 as one, with its labels."""
    both = _both_in_turn(text, phases)
    search = _said(tuple(sorted(label for label in phases if _kind_of(label))))
    if search is None:
        return []
    found = [Named(match.start(), match.end(), _label(match[0])) for match in search.finditer(text)]
    found = [named for named in found if not _is_in_word(text, named.start)]
    found = [named for named in found if not any(row.start <= named.start < row.end for row in both)]
    rows: list[list[Named]] = []
    for named in found:
        if rows and text[rows[-1][-1].end : named.start] in ("", "、", "和", "与", "及"):
            rows[-1].append(named)
        else:
            rows.append([named])
    result: list[Named] = []
    for row in rows:
        labels = tuple(str(named.label) for named in row)
        if any(label not in phases for label in labels):
            continue  # 秋、冬两季依次为, where the winter has no date
        alone = len(row) == 1
        result.append(
            row[0] if alone else Named(row[0].start, row[-1].end, None, len(row), each=True, labels=labels)
        )
    return sorted([*result, *both, *_in_order(text, phases)], key=lambda named: named.start)


def _in_order(text: str, phases: Mapping[str, str]) -> list[Named]:
    """前一时段, 后一阶段: the sides of the one event."""
    pairs = _pairs({label: edtf for label, edtf in phases.items() if is_side(label)})
    if len(pairs) != 1:
        return []
    before, after = pairs[0]
    return [
        Named(match.start(), match.end(), before if match["first"] else after)
        for match in IN_ORDER.finditer(text)
    ]


def _both_in_turn(text: str, phases: Mapping[str, str]) -> list[Named]:
    """改革前后|分别为12.6和9.9 d: both sides of an event as a row."""
    pairs = [(label, f"{label[:-1]}后") for label in phases if label[-1] == "前" and is_side(label)]
    return [
        Named(match.start(), match.end(), None, 2, each=True, labels=pair)
        for pair in pairs
        if pair[1] in phases
        for match in re.finditer(
            f"{re.escape(pair[0])}[、与和及]?后(?=[^，。；\\d]{{0,12}}(?:分别|依次))", text
        )
    ]


def is_local(label: str | None) -> bool:
    """Whether a label dates its own sentence alone (夏季, 对照组, T2): a season or group is said again where it is meant."""
    return label is not None and _kind_of(label) in (GROUP, *ROWS)


def is_side(label: str | None) -> bool:
    """Whether a label is a side of an event (改造前, 实施后)."""
    return label is not None and _kind_of(label) == SIDE


def sides_of(study: Study) -> tuple[str, str] | None:
    """The times before and after what the study is about (改造前, 改造后), or its two periods; None for other studies."""
    pairs = _pairs({label: edtf for label, edtf in study.phases.items() if _kind_of(label) == SIDE})
    told = next(((before, after) for before, after in (pair.values() for pair in pairs)), None)
    halves = [study.phases.get(phase_in(HALF, k)) for k in (1, 2, 3)]
    if told or not halves[0] or not halves[1] or halves[2] or "/" not in halves[0]:
        return told
    return halves[0], halves[1]


def _pairs(sides: Phases) -> list[Phases]:
    """Of labels of sides the two of each event, the time before it first."""
    names = [(label, f"{label[:-1]}后") for label in sides if label[-1] == "前"]
    return [
        {before: sides[before], after: sides[after]}
        for before, after in names
        if after in sides and sides[before] < sides[after]
    ]


def _is_within(sides: Phases, whole: str) -> bool:
    """Whether times lie in a period, as exactly as both are told, or one of them is that period."""
    begin, end = whole.split("/")[0], whole.split("/")[-1]
    ends = [day for edtf in sides.values() for day in edtf.split("/")]
    inside = all(
        begin[: len(day)] <= day[: len(begin)] and day[: len(end)] <= end[: len(day)] for day in ends
    )
    return inside or whole in sides.values()


def _dates(text: str, times: Sequence[TimeExpression]) -> list[Period]:
    """The periods of ``text``, those with words in brackets between their dates (5月（春）、8月（夏）) date by date."""
    found: list[Period] = []
    for period in periods(text, times):
        inside = [time for time in times if period.start <= time.start < period.end]
        if len(inside) > 1 and "（" in text[inside[0].end : inside[-1].start]:
            closed = [(time, time.edtf) for time in inside if CLOSED.fullmatch(time.edtf or "")]
            found += [Period(time.start, time.end, str(edtf), (str(edtf),)) for time, edtf in closed]
        else:
            found.append(period)
    return found


def _stated(text: str, dated: Sequence[Period]) -> Iterator[tuple[str, str, Period]]:
    """Kind, label and period of each label that stands beside a date."""
    parts = sentences(text)
    for number, period in enumerate(dated):
        a, b = parts[index_of(parts, period.start)]
        begin = max(a, dated[number - 1].end if number else 0, period.start - REACH)
        stop = min(b, dated[number + 1].start if number + 1 < len(dated) else b, period.end + FAR)
        gap = BEFORE.search(text, begin, period.start)
        for kind, label in STATED.items():
            ahead = re.search(f"(?:{label})$", text[begin : gap.start()]) if gap else None
            behind = _behind(label).match(text, period.end, stop + 1)
            led = LED_SIDE.match(text, period.end, stop) if kind == SIDE and not ahead else None
            if led is not None and number + 1 < len(dated) and dated[number + 1].start > period.end:
                yield kind, led["side"], period
                yield kind, f"{led['side'][:-1]}后", dated[number + 1]
                continue
            if ahead and not _is_in_word(text, begin + ahead.start()):
                told, made = ahead[0], False
            elif behind and not ahead:
                told, made = behind["in"] or behind["as"] or behind["held"], behind["held"] is None
            else:
                continue
            if kind != GROUP or not _are_authors(told, made):
                yield kind, _label(told), period


def _are_authors(group: str, made: bool) -> bool:
    """Whether a group (课题组, 工作组) made the study; 研究组 may be one that patients were put into (``made``)."""
    words = study_words()
    return words.ours.search(group) is not None and not (made and words.signal.search(group))


def _is_in_word(text: str, at: int) -> bool:
    """Whether the character at ``at`` is of a word that only holds the name of a season (立春, 宁夏, 秋葵)."""
    return any(word.start() <= at < word.end() for word in study_words().no_seasons.finditer(text))


@lru_cache(maxsize=16)
def _behind(label: str) -> re.Pattern[str]:
    ways = "|".join(way.replace("LABEL", label) for way in (BESIDE, MADE, HELD))
    return re.compile(f"(?:{ways})")


def _are_parts(kind: str, phases: Phases) -> bool:
    """Whether labels of one kind part a study: two at least, no two of one date but sides, which have come in pairs."""
    return len(phases) > 1 and (kind == SIDE or len(set(phases.values())) == len(phases))


def _label(surface: str) -> str:
    """The label that a surface says: 春季 and 春 are 春, 枯水期 is 枯, 雨季 is 雨期."""
    if surface[0] in "春夏秋冬" or (surface[0] in "丰平枯" and surface[1:2] in ("", "水", "期", "季")):
        return surface[0]
    followed = FOLLOWED.fullmatch(surface.removesuffix("时"))
    if followed:
        return followed[1]
    return re.sub(f"{TAIL}$", "期", surface) if re.fullmatch(STATED[WATER], surface) else surface


def _kind_of(label: str) -> str | None:
    if label in SEASONS.values():
        return SEASON
    if label in ("丰", "平", "枯"):
        return WATER
    return next((kind for kind in (WAVE, GROUP, WATER, SIDE) if re.fullmatch(STATED[kind], label)), None)


@lru_cache(maxsize=256)
def _said(labels: tuple[str, ...]) -> re.Pattern[str] | None:
    """What names one of ``labels`` in a text; None where there are none."""
    kinds = {_kind_of(label) for label in labels}
    ways = [SAID[kind] for kind in (SEASON, WATER) if kind in kinds]
    ways += [
        re.escape(label) + ("(?:时|调查|测量|评估)(?!间|段)" if FOLLOWED.fullmatch(label) else "")
        for label in labels
        if _kind_of(label) in (WAVE, GROUP, SIDE)
    ]
    return re.compile("|".join(f"(?:{way})" for way in ways)) if ways else None

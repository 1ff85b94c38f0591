"""Points of time or layers told in a row, each with the value in its turn: |7 d、28 d|抗压强度分别为28.4、39.7 MPa;
|0~20、20~40 cm|土层含水量依次为12%和14%; 术后|第1、3天|疼痛评分分别为4.2和3.1分.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted

POINTS = "points_in_turn"
AND = "(?:、|和|与|及|以及)"
NUMBER = r"(?:第 ?)?\d+(?:\.\d+)?(?:~\d+(?:\.\d+)?)?"
UNIT = "(?:(?:d|h|min|天|小时|分钟|周|个月|月龄|cm|m)(?![A-Za-z]))"
ROW = re.compile(
    rf"(?P<lead>[一-龥]{{0,8}}?(?:后|前|龄期|培养|养护|储藏|贮藏|放置|反应|发酵|孵育|浸泡|处理|治疗|干预|随访|监测|观察|运行|冷藏|老化|腐蚀)(?:的?第)?)?"
    rf"(?P<row>(?<![\d.]){NUMBER} ?{UNIT}?(?:{AND}{NUMBER} ?{UNIT}?)*{AND}{NUMBER} ?(?P<unit>{UNIT}))"
    rf"(?P<kind>龄期|土层|土壤|深度|剖面|后|时|末)?的?(?P<what>[一-龥][^，。；：、（）\d]{{1,16}}?)"
    r"(?P<against>[较比与][^，。；：（）]{1,16}?)?(?:均|则|也)?(?:分别|依次)"
)
ITEM = re.compile(rf"(?P<number>{NUMBER}) ?(?P<unit>{UNIT})?")
DEPTHS = frozenset({"cm", "m"})
SOIL = ("土层", "土壤", "剖面")
LAYER, AGE, MOMENT = "土层", "龄期", "时间点"


@needs("分别", "依次")
def point_in_turn(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of quantity ``i`` with the point that it is of in its turn as a category; None where the clause tells
    no such row or one of another length."""
    run = par.run_of(i)
    if len(run) < 2 or par.mentions[i].rank:
        return None
    start = par.clause(par.mentions[run[0]].start).start
    row = ROW.search(par.text, start, par.mentions[run[0]].start)
    points = _row_of(row["row"], row["unit"]) if row is not None else ()
    if row is None or len(points) != len(run):
        return None
    what = BLANKS.sub("", row["what"])
    deep = row["unit"] in DEPTHS
    dimension = LAYER if deep else AGE if what.endswith("强度") or row["kind"] == AGE else MOMENT
    if deep and row["kind"] in SOIL and not what.startswith("土"):
        what = "土壤" + what
    name = counted(what, par.mentions[i])
    if read.change:
        changed = read.measure or ""
        at = changed.rfind(what)
        name = changed[at:] if at >= 0 else what + changed.removeprefix(read.stem or "")
    lead = "" if deep or dimension == AGE else (row["lead"] or "").removesuffix("第")
    point = lead + points[i - run[0]]
    return replace(read, measure=name, breakdown={**read.breakdown, dimension: point}, each=())


def _row_of(row: str, unit: str) -> tuple[str, ...]:
    """7d, 28d of 7、28 d; () where the units differ (3 d和20 cm)."""
    items = list(ITEM.finditer(BLANKS.sub("", row)))
    if any(item["unit"] not in (None, unit) for item in items):
        return ()
    first = items[0]["number"].startswith("第")
    return tuple(
        ("第" if first and not item["number"].startswith("第") else "") + item["number"] + unit
        for item in items
    )

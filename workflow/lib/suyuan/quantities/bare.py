"""Stage 5b: a number without unit: a statistic, a printed decimal that a word introduces, a figure at the end of a clause?"""

from __future__ import annotations

import re
from fractions import Fraction

from suyuan.language import any_of
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import numerals_table

TABLE = numerals_table()
CODE = tuple(TABLE["code_before"])
WHOLE = tuple(TABLE["whole_before"])
FIGURE = tuple(TABLE["figure_before"])
STATISTICS = "|".join(re.escape(s) for s in sorted(TABLE["statistics"], key=len, reverse=True))
STATISTIC = re.compile(
    rf"(?:^|[^A-Za-zα-ωΑ-Ω])(?:{STATISTICS})(?:（[^（）]{{1,8}}）)? ?(?:值?均)?(?:[=<>≤≥≈]|值?为|：)?$"
)
ACRONYM = re.compile(
    f"(?:^|[^A-Za-z]){any_of([s for s in TABLE['statistics'] if s.isalpha() and len(s) > 1])} ?[:：]?$"
)
SHORT_NAME = re.compile(r"[\u4e00-\u9fff]（[A-Za-z]{2,8}）$")
EXTREMES, FIGURES = tuple(TABLE["extremes"]), tuple(TABLE["figure_before_bracket"])
HUNDREDTH = Fraction(1, 100)
AROUND = "附近"
SYMBOL = re.compile(r"[A-Za-zα-ωΑ-Ω²0-9）] ?[=≈]$")
CLAUSE_END = re.compile(r"[，。；、）！？]|\.(?!\w)|$|和|与|及|且|（")
BIG_THINGS = re.compile(r"大(?![于小约概致批幅量])")  # 三大领域
CHANGED = re.compile(
    "(?:逐[步渐年])?(?:显著|明显)?(?:[降升增减提跌涨扩缩变回攀][低升高加少长降落大小]?)[至到为](?:了)?[^，。；：\\d]{0,8}\\d"
)
OF_A_ROW = re.compile("(?<!理)[由从自][^，。；：]{1,12}的$")
# 较2012年的|6.32有所收敛, 与文献的|0.76接近: the figure of another time, group or author that this one is compared with
COMPARED_WITH = re.compile(r"(?:较|比|与|和|同|于|过|及|不如|优于)[^，。；：]{1,14}的$")
COMPARED = re.compile(
    r"[略稍]?(?:有所|显著|明显|基本|大致|十分|非常|较为|更为|相当|更|均)?(?:接近|相近|相当|一致|吻合|持平|相比|相差|收敛|收窄|扩大|缩小|"
    r"[增减升降提下上改回][高加少低长升降善落]|高|低|大|小)"
)
BETWEEN = re.compile(r"(?:介于|介乎|在)-?\d+\.\d+[与和至到及]$", re.ASCII)
# 从|0.305逐年下降; 最低值|0.326后
BEGINS = re.compile("(?:(?<![理自缘事因])由|[从自])(?:最初的?|初始的?)?$")
MOVES = re.compile(
    "(?:逐[年步渐月季]|持续|一路|稳步|不断|快速|迅速|缓慢|显著|明显|大幅|小幅|略微|波动|单调|线性|一直|的)*(?:下降|上升|降低|升高|增加|减小|减少|增大|提高|提升|回升|回落|攀升|下滑|增长)"
)
VERSION = re.compile(r"[^，。；\d]{0,10}\d\.\d ?(?:版|时代|模式|阶段)")  # 由|1.0|提升为2.0版
EXTREME = re.compile("(?:最[低高大小优差][值点]|[峰谷极]值)(?:为|仅为|达)?$")
WHEN = re.compile("[之以]?后|时|再|并|且|的|附近|水平")
AT_RANK = re.compile("跃居|跃升|位居|位列|居|排在?[第首前]|领先|遥遥领先|名列|列第|拔得")
TAKEN = re.compile("(?:系数|阈值|权重|因子|步长|概率|比率)(?:均|统一|一律|分别|一般)?取(?:值)?(?:为)?$")
CODED = re.compile("(?<![A-Za-z0-9.])[A-Z][A-Za-z]{0,2}\\d{1,3}：$")  # 水胶比R1：|0.35
INTERVAL = re.compile("CI[)）]?[:： ]?$")
PAIR = re.compile(r"（-?[\d.]+，$")
NEXT_BRACKET = re.compile(r"）[、，和及与][^，。；（）\d]{1,12}（\d")
LAST_BRACKET = re.compile(r"[（][\d.]+）[、，和及与][^，。；（）\d]{1,12}（$")


def refuse_bare(text: str, phrase: Phrase, before: str) -> str | None:
    """A number without unit: a statistic, a printed decimal that a word introduces, or a figure at the end of a clause."""
    numeral, reading = phrase.numeral, phrase.reading
    assert reading is not None
    if numeral.kind != "arabic" and not reading.value:
        return None  # 降至零
    if numeral.kind != "arabic":
        if (
            phrase.before is not None
            and reading.coarse >= 100
            and (CLAUSE_END.match(text, phrase.end) or text[phrase.end] == "的")
        ):
            return None
        return (
            "大 in place of a classifier"
            if numeral.kind == "chinese" and BIG_THINGS.match(text, phrase.end)
            else "no unit"
        )
    stat = text[max(0, phrase.start - 16) : phrase.start]
    comparing = phrase.before is not None and phrase.before.text in "<>≤≥≈"
    if text[phrase.end : phrase.end + 1] in ("-", "+", "*", "^", "×") and phrase.second is None:
        return "part of a formula"
    if STATISTIC.search(stat) and (comparing or stat[-1:] in "=<>≤≥≈"):
        return None
    if phrase.unit_carried or (phrase.second is not None and INTERVAL.search(stat)):
        return None
    if reading.step < 1 and CODED.search(stat):
        return None
    if reading.step < 1 and OF_A_ROW.search(stat) and CHANGED.match(text, phrase.end):
        return None  # 由对照组的4.87降至3.92
    if reading.step < 1 and COMPARED_WITH.search(stat) and COMPARED.match(text, phrase.end):
        return None
    if phrase.rule == "ratio":
        return None if "\u4e00" <= text[phrase.start - 1 : phrase.start] <= "\u9fff" else "no unit"
    if phrase.rule == "ratio_of_shares":
        return "member of a ratio that is no share of a whole"
    if comparing or SYMBOL.search(stat):
        return "value of a symbol"
    last = text[phrase.start - 1 : phrase.start]
    if phrase.start == numeral.start and last.isalpha() and not "\u4e00" <= last <= "\u9fff":
        return "letters before the digits"
    if text[phrase.end : phrase.end + 1] == "/" or last == "/":
        return "count over total"
    if text[phrase.end : phrase.end + 1] == "）" and PAIR.search(
        text, max(0, phrase.start - 16), phrase.start
    ):
        return "one of a pair in brackets"  # （1.2，3.4） with nothing that says what it is
    if _bracketed(text, phrase):
        return None
    if reading.step < 1 and (
        BETWEEN.search(stat) or (stat.endswith("以") and AT_RANK.match(text, phrase.end))
    ):
        return None  # 介于0.318与0.451之间, 以0.867跃居各业之首
    if reading.step < 1 and BEGINS.search(stat) and MOVES.match(text, phrase.end):
        return "version" if VERSION.match(text, phrase.end) else None
    if reading.step < 1 and EXTREME.search(stat) and WHEN.match(text, phrase.end):
        return None
    if reading.step < 1 and TAKEN.search(stat) and CLAUSE_END.match(text, phrase.end):
        return None  # 分辨系数取0.5
    if before.endswith(CODE):
        return "code"
    if phrase.second is not None or text.endswith(WHOLE, 0, phrase.start):
        return None
    if (
        numeral.factor >= 10_000
        and "\u4e00" <= text[phrase.end : phrase.end + 1] <= "\u9fff"
        and text[phrase.end] not in "级"
    ):
        return None  # 6398万农村人口: the noun follows straight after the multiplier
    if (
        text[phrase.end : phrase.end + 1] == "大"
        and reading.step == 1
        and "\u4e00" <= text[phrase.end + 1 : phrase.end + 2] <= "\u9fff"
    ):
        return None  # 5大支柱产业
    if phrase.after is not None and phrase.after.text == AROUND:
        return None  # 在0附近波动
    if reading.step < 1 and last == "（" and text[phrase.end : phrase.end + 1] == "）":
        lead = text[max(0, phrase.start - 12) : phrase.start - 1]
        if reading.step <= HUNDREDTH and abs(reading.value) < 1 and "\u4e00" <= lead[-1:] <= "\u9fff":
            return None  # 是西部（0.187）的2.5倍: no section is 0
        if lead.endswith(EXTREMES) or (reading.step <= HUNDREDTH and lead.endswith(FIGURES)):
            return None  # 得分最高（3.81）
    if reading.step < 1 and ACRONYM.search(stat):
        return None  # HR 0.72
    if not CLAUSE_END.match(text, phrase.end):
        return "no unit"
    if numeral.factor >= 10_000:
        return None  # 活跃用户量68万
    if phrase.before is not None:
        return None
    if (
        last
        and last in "、和与及，"
        and (reading.step < 1 or "分别" in text[max(0, phrase.start - 40) : phrase.start])
    ):
        return None  # a member of a list of figures
    if reading.step < 1 and ("\u4e00" <= last <= "\u9fff" or SHORT_NAME.search(before)):
        return None  # a printed decimal after a word: 缩小0.03, 质量指数（EQI）63.81
    if (
        before.endswith(FIGURE)
        and reading.value >= 0
        and not (1900 <= reading.value <= 2100 and reading.step == 1)
    ):
        return None
    return "no unit"


def _bracketed(text: str, phrase: Phrase) -> bool:
    """广州（35）、深圳（28）: figures in brackets after the members of an enumeration."""
    if (
        text[phrase.start - 1 : phrase.start] != "（"
        or not "\u4e00" <= text[phrase.start - 2 : phrase.start - 1] <= "\u9fff"
    ):
        return False
    before = text[max(0, phrase.start - 24) : phrase.start]
    return NEXT_BRACKET.match(text, phrase.end) is not None or (
        text[phrase.end : phrase.end + 1] == "）" and LAST_BRACKET.search(before) is not None
    )

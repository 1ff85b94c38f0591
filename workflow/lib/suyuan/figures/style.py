"""How all figures look: font, colours, markers, sizes, and the words of legends and captions. The only place for it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

# Wong (2011), safe for the common forms of colour blindness, in an order in which neighbours differ in lightness too.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
INK = "#222222"
MUTED = "#5f5f5f"
GUIDE = "#b3b3b3"
GRID = "#e4e4e4"
STEM = "#d5dde3"
CONFLICT = "#B00020"
PAPER = "white"

MARKERS = {"primary": "o", "repost": "s", "mirror": "^", "abstract": "D"}  # by grade of evidence
SHAPES = {"o": "●", "s": "■", "^": "▲", "D": "◆"}  # the same in text
MARKER_SIZE = 6.4  # points
MARKER_SCALE = {"o": 1.0, "s": 0.9, "^": 1.12, "D": 0.84}  # so that all look equally large

MM = 72 / 25.4  # points
WIDTHS = {"single": 88 * MM, "double": 180 * MM}  # a column and a page of a journal
DPI = 300
TITLES = {"single": 9.2, "double": 10.5}  # size of the title, points
HEAD, LABEL, AXIS, SMALL = 8.0, 7.8, 7.0, 6.2  # points: head of a panel, values, axes, small print
EDGE = 6.0  # free margin of a figure, points

FONT_PACKAGE = "mplfonts"
FONT_FILE = "NotoSansCJKsc-Regular.otf"  # OFL 1.1; never the package's SimHei, which is not free
FONT_FAMILY = "Noto Sans CJK SC"

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "primary": "一手来源", "repost": "转载", "mirror": "镜像网页", "abstract": "仅见摘要",
        ">": "超过", ">=": "至少", "<": "不足", "<=": "至多", "~": "约数", "range": "区间", "=": "确数",
        "bound": "箭头指向真值所在一侧",
        "period": "时间仅到年或月", "interval": "可能的范围",
        "conflicting": "来源不一致", "digest": "摘编", "no_year": "年份未载", "no_time": "时间未载",
        "stated": "有陈述", "partial": "仅有部分", "forecast": "仅有预计值", "target": "仅有目标值",
        "国家": "国家", "区域": "区域", "省级": "省级", "省际": "省际", "市级": "市级", "城际": "城际",
        "县级": "县级", "no_level": "层级未载",
        "since": "{time}起", "until": "至{time}", "between": "{first}至{last}", "around": "{time}前后",
        "decade": "{century}世纪{tens}0年代",
        "similarity": "相似度", "nearer": "更近", "farther": "更远", "none": "区间之内", "cannot_tell": "不作判断",
        "tree": "聚类树（平均互信息）", "opening": "篇首", "rate": "柱高：每万字出现次数；数字：出现次数",
        "documents_of_year": "{count}篇", "term_group": "第{number}组", "together": "同现{least}至{most}句",
        "colon": "：", "stop": "。", "semicolon": "；", "comma": "、", "open": "（", "close": "）",
    },
    "en": {
        "primary": "first-hand", "repost": "repost", "mirror": "mirror page", "abstract": "abstract only",
        ">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about", "range": "range",
        "=": "exact", "bound": "arrow towards the true value",
        "period": "time known to year or month", "interval": "possible range",
        "conflicting": "sources disagree", "digest": "digest", "no_year": "year not given", "no_time": "undated",
        "stated": "stated", "partial": "in part", "forecast": "forecast only", "target": "target only",
        "国家": "nation", "区域": "region", "省级": "province", "省际": "inter-prov.", "市级": "city",
        "城际": "inter-city", "县级": "county", "no_level": "level unsaid",
        "since": "since {time}", "until": "until {time}", "between": "{first} to {last}", "around": "about {time}",
        "decade": "{decade}0s",
        "similarity": "similarity", "nearer": "nearer", "farther": "farther", "none": "inside",
        "cannot_tell": "cannot tell", "tree": "tree (mean information, bits)", "opening": "opening",
        "rate": "Height: occurrences per 10,000 characters; number: occurrences", "documents_of_year": "{count} doc.",
        "term_group": "group {number}", "together": "{least} to {most} sentences together",
        "colon": ": ", "stop": ". ", "semicolon": "; ", "comma": ", ", "open": " (", "close": ")",
    },
}  # fmt: skip


def font_path() -> Path:
    """The Chinese font, which comes with the package mplfonts. FileNotFoundError says how to install it."""
    path = Path(str(files(FONT_PACKAGE))) / "fonts" / FONT_FILE
    if not path.is_file():
        raise FileNotFoundError(
            f"{FONT_FILE} is not in the package {FONT_PACKAGE}; install {FONT_PACKAGE}>=0.0.11"
        )
    return path


def marker_size(grade: str, scale: float = 1.0) -> float:
    """Size of the marker of a grade of evidence, points."""
    return MARKER_SIZE * MARKER_SCALE[MARKERS[grade]] * scale


def settings() -> dict[str, Any]:
    """rcParams of every figure; with them equal data give equal bytes."""
    return {
        "font.family": [FONT_FAMILY, "DejaVu Sans"],
        "font.size": AXIS,
        "axes.unicode_minus": True,
        "hatch.linewidth": 0.6,
        "lines.solid_capstyle": "butt",
        "svg.fonttype": "path",
        "svg.hashsalt": "suyuan",
        "pdf.fonttype": 3,  # an OpenType font with CFF outlines is not valid as type 42
        "pdf.compression": 9,
        "path.simplify": False,
        "text.hinting": "none",
        "savefig.facecolor": PAPER,
        "figure.dpi": DPI,
        "savefig.dpi": DPI,
    }

"""How all figures look: font, colours, markers, sizes, and the words of legends and captions. The only place for it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

# Wong (2011), safe for the common forms of colour blindness; grey for what guides the eye only.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
INK = "#222222"
MUTED = "#5f5f5f"
GUIDE = "#b8b8b8"
CONFLICT = "#B00020"

MARKERS = {"primary": "o", "repost": "s", "mirror": "^", "abstract": "D"}
SHAPES = {"o": "●", "s": "■", "^": "▲", "D": "◆"}  # the same in text
MARKER_SIZE = 6.8  # points
MARKER_SCALE = {"o": 1.0, "s": 0.92, "^": 1.12, "D": 0.86}  # so that all look equally large

MM = 1 / 25.4  # inch
WIDTHS = {"single": 88 * MM, "double": 180 * MM}  # inch: a column and a page of a journal
HEIGHTS = {"single": 82 * MM, "double": 100 * MM}
DPI = 300
TITLE, AXIS, LABEL, SMALL = 10.0, 7.5, 8.5, 6.3  # points

FONT_PACKAGE = "mplfonts"
FONT_FILE = "NotoSansCJKsc-Regular.otf"  # OFL 1.1; never the package's SimHei, which is not free
FONT_FAMILY = "Noto Sans CJK SC"

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "primary": "一手来源", "repost": "转载", "mirror": "镜像网页", "abstract": "仅见摘要",
        ">": "超过（↑）", ">=": "至少（↑）", "<": "不足（↓）", "<=": "至多（↓）",
        "~": "约数", "range": "区间", "=": "确数",
        "period": "横线：时间仅精确到年或月", "filled": "实心", "open_mark": "空心",
        "conflicting": "来源不一致", "digest": "摘编",
        "colon": "：", "stop": "。", "semicolon": "；", "comma": "、", "open": "（", "close": "）",
    },
    "en": {
        "primary": "first-hand", "repost": "repost", "mirror": "mirror page", "abstract": "abstract only",
        ">": "more than (↑)", ">=": "at least (↑)", "<": "less than (↓)", "<=": "at most (↓)",
        "~": "about", "range": "range", "=": "exact",
        "period": "bar: time known to year or month only", "filled": "filled", "open_mark": "open",
        "conflicting": "sources disagree", "digest": "digest",
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


def settings() -> dict[str, Any]:
    """rcParams of every figure; with them equal data give equal bytes."""
    return {
        "font.family": [FONT_FAMILY, "DejaVu Sans"],
        "font.size": AXIS,
        "axes.unicode_minus": True,
        "axes.edgecolor": MUTED,
        "axes.labelcolor": INK,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.axisbelow": True,
        "axes.grid": True,
        "axes.grid.axis": "y",
        "grid.color": "#e6e6e6",
        "grid.linewidth": 0.5,
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "xtick.labelsize": AXIS,
        "ytick.labelsize": AXIS,
        "xtick.major.width": 0.6,
        "ytick.major.width": 0.0,
        "ytick.major.size": 0.0,
        "legend.frameon": False,
        "legend.fontsize": SMALL + 0.4,
        "lines.solid_capstyle": "butt",
        "svg.fonttype": "path",
        "svg.hashsalt": "suyuan",
        "path.simplify": False,
        "text.hinting": "none",
        "savefig.facecolor": "white",
        "figure.dpi": DPI,
        "savefig.dpi": DPI,
    }

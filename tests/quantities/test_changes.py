"""The levels before and after a change."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from suyuan.quantities import Mention

Found = Callable[[str], list[tuple[str, Mention]]]

LEVELS = [
    ("好评度由85.2提高到91.5。", [("85.2", None), ("91.5", None)]),
    ("单耗从3.2降至2.8。", [("3.2", None), ("2.8", None)]),
    ("得分从85稳步提高到91。", [("85", None), ("91", None)]),
    ("市盈率由15.3升至18倍。", [("15.3", "倍"), ("18", "倍")]),
    ("倍数由15.3倍升到18倍。", [("15.3", "倍"), ("18", "倍")]),
    ("床位从500增加到800张。", [("500", "张"), ("800", "张")]),
    ("指数从2023年的102.3上升到2024年的104.5。", [("102.3", None), ("104.5", None)]),
    ("评分由治疗前的6.3降至治疗后的2.1，", [("6.3", None), ("2.1", None)]),
    ("职工从2.3增加到5.1万人。", [("23000", "人"), ("51000", "人")]),
    ("职工从3000增加到1.2万人。", [("3000", "人"), ("12000", "人")]),
    # the power of ten of the later level is that of the earlier one too
    ("血小板由85增加到210×10⁹/L。", [("85e9", "/L"), ("210e9", "/L")]),
    ("菌落数从12.5降到6.8×10^4 CFU/mL。", [("125e3", "CFU/mL"), ("68e3", "CFU/mL")]),
    ("渗透系数由2.1降至1.3×10^-5 cm/s。", [("2.1e-5", "cm/s"), ("1.3e-5", "cm/s")]),
    ("菌落数由3.2×10^5降至1.1×10^3 CFU/mL。", [("32e4", "CFU/mL"), ("1100", "CFU/mL")]),
    # a letter, a new unit, a count as great as a year
    ("电流由5升到8A。", [("5", "A"), ("8", "A")]),
    ("电导率由3.2×10^-3升至5.6×10^-3 S/m。", [("32e-4", "S/m"), ("56e-4", "S/m")]),
    ("血小板由85升至210（×10^9/L）。", [("85", None), ("210", None)]),
    ("床位由2000发展到8000张。", [("2000", "张"), ("8000", "张")]),
    ("水温由15升高到20℃。", [("15", "°C"), ("20", "°C")]),
    ("评分由5改为8分。", [("5", "分"), ("8", "分")]),
]
OTHERS = [
    # what would be lent says the contrary of the verb, or parts the levels by powers of ten: no unit of the later one
    ("产值由5增加到1.2亿元。", [("5", None), ("12e7", "CNY")]),
    ("产量由9增加到1.2万吨。", [("9", None), ("12000", "吨")]),
    ("浓度由0.002升至4.5×10^18 cm-3。", [("0.002", None), ("45e17", "cm-3")]),
    # no change: a version, a range of floors, years, a reason
    ("软件由2.0升级到3.0。", [("3.0", None)]),
    ("期限由2015延长到2020年。", []),
    ("理由3.2提高到4.1。", [("4.1", None)]),
    ("倒入15.3升水。", [("15.3", "升")]),
    ("容积由15.3升增至18升。", [("15.3", "升"), ("18", "升")]),
]


@pytest.mark.parametrize(("text", "wanted"), LEVELS + OTHERS)
def test_levels(mentions: Found, text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = [(m.value, m.unit) for _, m in mentions(text)]
    assert found == [(Fraction(value), unit) for value, unit in wanted]

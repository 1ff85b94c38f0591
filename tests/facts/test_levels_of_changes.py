"""What a change leads to is a level of the magnitude, and the moments of it are no magnitude."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("贷款利率由4.35%降为3.85%。", ["贷款利率", "贷款利率"]),
        ("审批事项由120项减为35项。", ["审批事项数量", "审批事项数量"]),
        ("每股收益由0.32元增为0.45元。", ["每股收益", "每股收益"]),
        ("失业率升为5.6%。", ["失业率"]),
        ("温度降为25℃。", ["温度"]),
        ("办理时间由20天缩短为8天。", ["办理时间", "办理时间"]),
        ("能耗下降为0.6吨/万元。", ["能耗"]),
        ("退休年龄延长为63岁。", ["退休年龄"]),
        ("增值税税率由17%调整为16%。", ["增值税税率", "增值税税率"]),
        ("占比由8%变为12%。", ["占比", "占比"]),
        ("床位由500发展到800张。", ["床位数量", "床位数量"]),
        # the change itself
        ("贷款利率下降3%。", ["贷款利率降幅"]),
        ("产量同比下降为5%。", ["产量降幅"]),
        ("增幅为3%。", ["增幅"]),
        ("产量下降幅度为12%。", ["产量降幅"]),
        ("审批事项减少了35项。", ["审批事项减少量"]),
        ("全市有500家发展型企业。", ["发展型企业数量"]),
    ],
)
def test_levels(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(
    ("text", "measure", "moments"),
    [
        ("血压从治疗前的150/95mmHg降至治疗后的130/80mmHg。", "血压", ["治疗前"] * 2 + ["治疗后"] * 2),
        ("疼痛评分由术前的7.2分降至术后的2.1分。", "疼痛评分", ["术前", "术后"]),
        ("满意度由整改前的75%提高到整改后的92%。", "满意度", ["整改前", "整改后"]),
        ("通过率由培训前55%上升至培训后83%。", "通过率", ["培训前", "培训后"]),
        ("能耗由节能技术改造前的120kWh降至95kWh。", "能耗", ["节能技术改造前", None]),
        ("职工由建厂时的50人增加到300人。", "职工数", ["建厂时", None]),
        ("焦虑评分从护理前的（6.2±1.1）分降至护理后的（2.1±0.8）分。", "焦虑评分", ["护理前", "护理后"]),
        # no moments that words tell
        ("床位由目前的300张增加到500张。", "床位数量", [None, None]),
        ("单价从2019年的0.8元降至2024年的0.4元。", "单价", [None, None]),
    ],
)
def test_moments(read: Read, text: str, measure: str, moments: list[str | None]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == [measure] * len(moments)
    assert [fact.breakdown.get("时点") for fact in facts] == moments


def test_a_moment_goes_not_over_a_comma(read: Read) -> None:
    last = read("焦虑评分从护理前的6.2分降至护理后的2.1分，对照组为3.5分。").facts[-1]
    assert "时点" not in last.breakdown

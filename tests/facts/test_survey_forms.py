"""Questionnaires handed out, returned and valid; rows by an aspect; the size of plots told by their sides."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

FORMS = [
    ("共发放问卷500份，收回480份，剔除漏答者后余462份。", ["发放问卷数", "回收问卷数", "有效问卷数"]),
    ("发放问卷450份，回收412份，有效396份。", ["发放问卷数", "回收问卷数", "有效问卷数"]),
    (
        "发放学生问卷600份、教师问卷120份，收回有效学生问卷570份。",
        ["发放学生问卷数", "教师问卷数", "有效学生问卷数"],
    ),
    ("线上累计发放问卷1500份，收回1412份。", ["发放问卷数", "回收问卷数"]),
    ("发出调查表560份，收回480份，有效455份。", ["发放调查表数", "回收调查表数", "有效调查表数"]),
    ("向专家发放量表50份，收回47份。", ["发放量表数", "回收量表数"]),
    (
        "发放种粮大户问卷300份，其中农户90份，回收280份。",
        ["发放种粮大户问卷数", "发放种粮大户问卷数", "回收种粮大户问卷数"],
    ),
    # other papers than those of a survey
    ("采集养殖户血清620份，阳性30份。", ["采集养殖户血清数量", "阳性数量"]),
    ("签订合同50份。", ["签订合同数量"]),
    (
        "学校发放问卷500份，回收480份。学校收集作业800份，发放教材360份。",
        ["发放问卷数", "回收问卷数", "学校收集作业数量", "发放教材数量"],
    ),
    ("调研发放问卷90份。村里收到通知书420份。", ["发放问卷数", "收到通知书数量"]),
]

# text, and of its last fact: measure and row
ROWS = [
    ("筛选得到裁判文书213份。从审级看，一审168份，二审45份。", "筛选得到裁判文书数量", {"审级": "二审"}),
    ("共记录投诉320件。按类型分，噪声140件，占43.8%。", "记录投诉占比", {"类型": "噪声"}),
    (
        "签署合作协议124项。分领域的差异十分明显：交通类38项，公共服务类16项。",
        "签署合作协议数量",
        {"领域": "公共服务类"},
    ),
    ("纳入企业320家。从规模看，营业收入居前的企业31家。", "营业收入居前的企业数量", {}),
]

PLOTS = [
    ("随机设置20 m×20 m的样方3个。", ["样方面积", "样方面积", "样方数量"]),
    ("用25 cm×25 cm的定量框取样。", ["定量框面积", "定量框面积"]),
    ("每块样地10 m×10 m。", ["样地面积", "样地面积"]),
    ("样地内共记录维管植物68种。", ["样地内共记录维管植物种数"]),
]


@pytest.mark.parametrize(("text", "measures"), FORMS + PLOTS)
def test_measures(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(("text", "measure", "rows"), ROWS)
def test_rows(read: Read, text: str, measure: str, rows: dict[str, str]) -> None:
    fact = read(text).facts[-1]
    assert fact.measure == measure
    assert rows.items() <= dict(fact.breakdown).items()

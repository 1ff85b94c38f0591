"""Rows whose magnitude the paragraph told before, and names without the row: how studies tell results."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

# text, and of its last fact: measure, and what its breakdown holds
LAST = [
    # the magnitude is spoken of by the clause before, or was told with a number
    ("检出率随工龄上升，短工龄组仅0.4%。", "检出率", {"组别": "短工龄组"}),
    ("施肥后土壤容重明显下降，2021年N80B15为1.2 g/cm3。", "土壤容重", {"分项": "N80B15"}),
    ("首次进食时间，观察组为18.2 h。", "首次进食时间", {"组别": "观察组"}),
    ("专送骑手日均在线9.8小时，众包骑手为6.1小时。", "日均在线时长", {"分项": "众包骑手"}),
    ("抗折强度为6.1 MPa，改性后达到7.4 MPa。", "抗折强度", {"分项": "改性后"}),
    ("生均经费为1.8万元。位次未变：东部2.4万元。", "生均经费", {"分项": "东部"}),
    # rows that are places, of what the sentence before says that they differ in, or of a share told with a number
    ("生均经费差距较大。苏州2.6万元，宿迁仅1.3万元。", "生均经费", {}),
    ("总额5.1万亿元。人均消费差距较大。广州4.2万元，湛江仅1.9万元。", "人均消费", {}),
    ("健康素养水平27.78%，有所提高。东部31.88%，中部26.70%。", "健康素养水平", {}),
    ("总额5.1万亿元。广州4.2万元，湛江仅1.9万元。", "总额", {}),
    ("年发电量损失9.4%，甲串和乙串分别损失2.1%和3.4%。", "年发电量损失占比", {}),
    ("最大位移出现在跨中，为14.2 mm。", "最大位移", {}),
    # in brackets, and beside the magnitude
    ("近视率为52%。老城区（58.1%）高于新城区（47.3%）。", "近视率", {"分项": "新城区"}),
    ("护理满意度得分试验组（88.4±6.1）高于对照组（80.2±7.3）。", "护理满意度得分", {"组别": "对照组"}),
    ("速效磷含量在撂荒地为12.6 mg/kg。", "速效磷含量", {"分项": "撂荒地"}),
    ("切口感染前者仅2例，后者有9例。", "切口感染例数", {}),
    # compared with others
    ("漏诊率与某省登记所报告的3.1%相近。", "漏诊率", {}),
    ("总复发率亦较低（6.1%比14.2%）。", "总复发率", {}),
    ("2019年发病率达8.1/10万，2020年因封控等干预降到2.2/10万。", "发病率", {}),
    # a change of a row, and for each step of another magnitude
    ("茎粗分别为7.1和8.4 mm，T2处理较CK增高18.1%。", "茎粗较CK增幅", {"分项": "T2处理"}),
    ("株高先升后降，至多提高9.1%。", "株高提高幅度", {}),
    ("开放度每提高1个百分点，产出增加0.4%。", "开放度每提高1个百分点的产出增幅", {}),
    # names without their row
    ("N0、N1处理下，N2产量为7.9 t/hm2。", "产量", {"处理": "N2"}),
    ("女性知晓率为41%。", "知晓率", {"性别": "女"}),
    ("改造后平均车速为31 km/h。", "平均车速", {"时点": "改造后"}),
    # no rows: another magnitude, a place in the name, a share of its own
    ("城镇化率为61%，乡村39%。", "乡村占比", {"城乡": "农村"}),
    ("本科学历者占71%，收入5000元以下者近四成。", "收入5000元以下者占比", {}),
]


@pytest.mark.parametrize(("text", "measure", "rows"), LAST)
def test_last(read: Read, text: str, measure: str, rows: dict[str, str]) -> None:
    fact = read(text).facts[-1]
    assert fact.measure == measure
    assert rows.items() <= dict(fact.breakdown).items()
    assert rows or "分项" not in fact.breakdown

"""Measures of the conditions and steps of an experiment, and names as they are written."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

CASES = [
    # conditions
    ("在30 ℃、pH=6.5、投加量为1.2 g/L的条件下，去除率可达91.3%。", ["温度", "pH", "投加量", "去除率"]),
    # temperatures, speeds, rates and lengths
    ("豆渣于60 ℃烘干8 h。", ["烘干温度", "烘干时长"]),
    ("以8 ℃/min升温至450 ℃，保温3 h。", ["升温速率", "温度", "保温时长"]),
    ("样品经4500 r/min离心12 min后于-20 ℃保存。", ["离心转速", "离心时长", "保存温度"]),
    ("研磨2 h后在3000 r/min下离心5 min，取上清液。", ["研磨时长", "离心转速", "离心时长"]),
    ("反应渐缓，约90 min时达到平衡。", ["达到平衡时间"]),
    ("末次给药12 h后取血，取距幽门3 cm处胃组织。", ["末次给药后时长", "距幽门距离"]),
    # amounts, strengths and doses
    ("量取50 mL无水甲醇，加入3 g麦麸。", ["无水甲醇体积", "麦麸质量"]),
    ("其余各组给予等体积0.9%氯化钠溶液。", ["氯化钠溶液浓度"]),
    ("用70%乙醇脱水。", ["乙醇浓度"]),
    ("加入10%胎牛血清培养基。", ["胎牛血清浓度"]),
    ("高、低剂量组分别按40、80 mg/kg腹腔注射。", ["腹腔注射剂量"] * 2),
    ("昆明小鼠30只，6周龄。", ["昆明小鼠数量", "小鼠周龄"]),
    # places of samples
    ("采集0～15 cm土壤测定含水量。", ["土壤采样深度"]),
    ("每个样带随机设置5个2 m×2 m的样方。", ["每个样带样方数量"]),
    ("布设22个固定监测点开展调查。", ["布设固定监测点数"]),
    ("密度在海拔850 m附近最大。", ["海拔"]),
    # amounts of a deed
    ("全国每年产生秸秆8亿吨。", ["秸秆年产生量"]),
    # groups in brackets
    ("按预后分为死亡组（30例）和存活组（90例）。", ["患者例数"] * 2),
    ("3.2 两组转归比较 感染组合并贫血者占31.0%（9/29），高于非感染组的12.5%（4/32）。",
     [None, "合并贫血者占比", "合并贫血者例数", "例数", "合并贫血者占比", "合并贫血者例数", "例数"]),
    # parts of the country
    ("东部、中部和西部地区的失业率分别为3.1%、4.2%和5.3%。", ["失业率"] * 3),
    # names as they are written
    ("暴雨造成死亡（含失踪）7人。", ["暴雨造成死亡（含失踪）人数"]),
    ("循环后，吸附率仍保持在77.5%。", ["吸附率"]),
    ("材料对Cd(Ⅱ)的去除率为88.6%。", ["材料对Cd（II）的去除率"]),
]  # fmt: skip
NOT_STEPS = [
    # a noun behind the substance, and vessels
    ("收购某企业75%乙醇业务股权。", "浓度"),
    ("公司持有30%甘油企业股份。", "浓度"),
    ("溶液置于200 mL烧杯中。", "体积"),
    ("取50 mL锥形瓶。", "体积"),
    ("将样品装入15 mL离心管。", "体积"),
]
OTHERS = [
    # no step of an experiment
    ("全省平均气温为12.4 ℃。", ["平均气温"]),
    ("硫酸产量占全国的12%。", ["硫酸产量占全国比重"]),
    ("工厂产生利润3亿元。", ["工厂产生利润"]),
    ("本院职工（含退休人员）平均年龄48岁。", ["本院职工（含退休人员）平均年龄"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), CASES)
def test_step_names_its_number(read: Read, text: str, measures: list[str | None]) -> None:
    found = [fact.measure for fact in read(text).facts]
    assert found[: len(measures)] == measures


@pytest.mark.parametrize(("text", "measures"), OTHERS)
def test_other_sentences_keep_their_names(read: Read, text: str, measures: list[str | None]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(("text", "ending"), NOT_STEPS)
def test_others_are_no_steps(read: Read, text: str, ending: str) -> None:
    assert not (read(text).facts[0].measure or "").endswith(ending)

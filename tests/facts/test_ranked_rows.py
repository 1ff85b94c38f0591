"""Rows that a sentence ranks or compares, ends of a move, kinds of a thing, and lengths named in passing."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

# text; of each fact: measure, and values of its breakdown that must be there
TOLD = [
    # ranked with their levels
    (
        "满意度得分以教学区最高（4.2分），宿舍区（3.6分）和食堂（3.5分）次之。",
        [("满意度得分", "教学区"), ("满意度得分", "宿舍区"), ("满意度得分", "食堂")],
    ),
    (
        "有机碳含量以林地居首，为24.3 g/kg，其次为草地（18.2 g/kg），旱地最低（9.1 g/kg）。",
        [("有机碳含量", "林地"), ("有机碳含量", "草地"), ("有机碳含量", "旱地")],
    ),
    ("死亡率最高的是甲组（4.1‰），最低为乙组（2.4‰）。", [("死亡率", "甲组"), ("死亡率", "乙组")]),
    ("处理水量以6月最多，为12.3万m3，11月降至8.1万m3。", [("处理水量", ""), ("处理水量", "")]),
    ("年均发病率为3.1/10万，以2019年发病率最高，为4.2/10万。", [("年均发病率", ""), ("发病率", "")]),
    # kinds without a magnitude: their shares and numbers
    ("就诊原因以跌倒居多，占41.2%，其次为交通事故，占22.5%。", [("跌倒占比", ""), ("交通事故占比", "")]),
    ("工龄为5.9年，喷漆工最多（52.3%）。", [("工龄", ""), ("喷漆工占比", "")]),
    # compared in brackets
    (
        "父亲近视率（52%）低于母亲（71%），城区（64%）高于县域（55%）。",
        [("父亲近视率", ""), ("近视率", "母亲"), ("近视率", "城区"), ("近视率", "县域")],
    ),
    ("年降水量为412 mm，其下降速率慢于全国（-3.5 mm/10a）。", [("年降水量", ""), ("下降速率", "")]),
    # both ends of a move
    ("篇均作者数由前一时段的3.6人升至后一时段的5.2人。", [("篇均作者数", ""), ("篇均作者数", "")]),
    (
        "阳性率由第1年的9.8%降到第2年的6.2%和第3年的3.7%。",
        [("阳性率", ""), ("阳性率", ""), ("阳性率", "")],
    ),
    ("沼泽由32.1 km2萎缩到18.4 km2。", [("沼泽面积", ""), ("沼泽面积", "")]),
    # kinds of one thing
    (
        "高风险通道17座，中风险31座，低风险38座。",
        [("高风险通道数量", ""), ("中风险通道数量", ""), ("低风险通道数量", "")],
    ),
    (
        "激励型政策48项，约束型31项，服务型最少，仅12项。",
        [("激励型政策数量", ""), ("约束型政策数量", ""), ("服务型政策数量", "")],
    ),
    # several magnitudes of one row, and then of another
    (
        "观察组用时为4.2 d，疼痛评分为2.4分，对照组依次为5.7 d、3.8分。",
        [("用时", "观察组"), ("疼痛评分", ""), ("用时", "对照组"), ("疼痛评分", "对照组")],
    ),
    # lengths named in passing
    ("样地距最近公路1.2 km。", [("样地距最近公路距离", "")]),
    ("墙体下沉3.1 mm，在5 mm厚铝板上钻孔。", [("墙体下沉量", ""), ("铝板厚度", "")]),
    ("桩顶水平位移8.4 mm。", [("桩顶水平位移", "")]),
    # changes against another, of what was told before
    (
        "甲侧收敛463 mm，乙侧收敛281 mm，分别比邻近未加固段减小38.6%和44.2%。",
        [("甲侧收敛", ""), ("乙侧收敛", ""), ("甲侧收敛降幅", ""), ("乙侧收敛降幅", "")],
    ),
    ("周转率2020年为0.58次，与2016年相比减少0.21次。", [("周转率", ""), ("周转率减少量", "")]),
    ("补贴和规模的系数为-0.15和-0.21。", [("补贴的系数", ""), ("规模的系数", "")]),
    ("温度和湿度的贡献率为42%和31%。", [("温度的贡献率", ""), ("湿度的贡献率", "")]),
    ("甲组和乙组的得分为82分和75分。", [("得分", "甲组"), ("得分", "乙组")]),
    ("山脚和山顶的温差为8 °C和6 °C。", [("山脚和山顶的温差", "-"), ("山脚和山顶的温差", "-")]),
    ("满意度由青年组的61%升至老年组的82%。", [("满意度", "青年组"), ("满意度", "老年组")]),
    ("回收率由进水侧的31.2%升至出水侧的82.4%。", [("回收率", "进水侧"), ("回收率", "出水侧")]),
    ("将支架间距加密至0.6 m。", [("支架间距加密长度", "")]),
    # rows with 年 in them are no times
    ("满意度以老年组最高，为92%，青年组最低，为71%。", [("满意度", "老年组"), ("满意度", "青年组")]),
    ("参与率以中年人最高（92%），青年人（81%）次之。", [("参与率", "中年人"), ("参与率", "青年人")]),
    ("各年级近视率以六年级最高，为72%。", [("各年级近视率", "六年级")]),
    ("近视率由四年级的31%升至六年级的52%。", [("近视率", "四年级"), ("近视率", "六年级")]),
    ("发病率以2019年最高，为4.2%。", [("发病率", "-")]),
    # as many rows as numbers: each magnitude is not told of all of them
    (
        "工业产值320亿元，利润32亿元，东区、西区分别为200亿元、120亿元。",
        [("工业产值", ""), ("利润", ""), ("利润", "东区"), ("利润", "西区")],
    ),
    # kinds that each have their own name: the next one takes the magnitude of the first
    ("花生种植面积12万亩，油菜次之（8万亩）。", [("花生种植面积", ""), ("油菜种植面积", "")]),
    (
        "2023年该区苹果产量最高，为15万吨，梨次之，为6万吨，桃最少（2万吨）。",
        [("苹果产量", ""), ("梨产量", ""), ("桃产量", "")],
    ),
    ("餐饮服务投诉量为860件，家政服务次之（420件）。", [("餐饮服务投诉量", ""), ("家政服务投诉量", "")]),
    ("生猪存栏42万头，其次是肉牛（6万头）。", [("生猪存栏数量", ""), ("肉牛存栏数量", "")]),
    # no kind: a place, a number of another unit, a magnitude of its own
    # rows of one magnitude, by 以: it keeps its words
    (
        "发明专利授权量以华为最多（4600件），中兴次之（2100件）。",
        [("发明专利授权量", ""), ("发明专利授权量", "中兴")],
    ),
    (
        "粮食单产以早玉2号最高，为620公斤，晋单5号次之，为580公斤。",
        [("粮食单产", "早玉2号"), ("粮食单产", "晋单5号")],
    ),
    ("甲镇花生种植面积12万亩，乙镇次之（8万亩）。", [None, None]),
    ("花生种植面积12万亩，人口次之（8万人）。", [("花生种植面积", ""), None]),
    ("小麦产量15万吨，单产最低（2吨）。", [("小麦产量", ""), None]),
    # a place is the area of its number
    ("各省中以四川最多，有120家。", [("", "-")]),
    # no kinds, no rows
    ("大型水库12座，中型31座。", [("大型水库数量", ""), ("中型水库数量", "")]),
    ("5 mm厚铝板，2米高围墙。", [("铝板厚度", ""), ("围墙高度", "")]),
    ("高速公路17座，中学38座。", [("高速公路数量", ""), ("中学数", "")]),
    ("30岁及以下教师得分最高（3.81），51岁及以上教师最低（3.29）。", [None, None]),
]


# text and what no measure in it may hold: a word cut in two, or a degree of another scale
CUT = [
    ("重点高中12所，一般30所。", "一般点"),
    ("高校12所，一般5所。", "一般校"),
    ("中学20所，高36所。", "高学"),
    ("高速公路120公里，一般320公里。", "一般速"),
    ("高速公路120公里，低等级320公里。", "低等级速"),
    ("重大项目12个，小型45个。", "小型大项目"),
    ("10米高速通道3条。", "速通道高度"),
    ("5米高清大屏12块。", "清大屏高度"),
    ("距目标差320公里。", "差距离"),
]


@pytest.mark.parametrize(("text", "cut"), CUT)
def test_no_words_cut_in_two(read: Read, text: str, cut: str) -> None:
    facts = read(text).facts
    assert facts
    assert not any(cut in (fact.measure or "").replace("高" + cut, "") for fact in facts)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_measures(read: Read, text: str, told: list[tuple[str, str] | None]) -> None:
    facts = read(text).facts
    assert len(facts) == len(told)
    for fact, wanted in zip(facts, told, strict=True):
        if wanted is None:
            assert "及" not in (fact.measure or "")[:2] and not (fact.measure or "").startswith(
                ("上教师", "下教师")
            )
            continue
        assert (fact.measure or "") == wanted[0]
        if wanted[1] == "-":
            assert not fact.breakdown
            continue
        assert not wanted[1] or wanted[1] in dict(fact.breakdown).values()


def test_kind_of_equation_is_no_money(read: Read) -> None:
    assert not read("两者之间存在显著的一元线性关系。").facts


# surfaces read
READ = [
    ("决定系数为0.976 3，失拟项不显著。", ["0.976 3"]),
    ("两者为0.213 4和0.351 8。", ["0.213 4", "0.351 8"]),
    ("系数为1.214 35，其余不变。", ["1.214 35"]),
    ("正式试验42 d。", ["42 d"]),
    ("平均滴度为7.6 log2。", ["7.6 log2"]),
    ("乳酸菌数为7.83 lg CFU/g，比对照高0.91 lg CFU/g。", ["7.83 lg CFU/g", "0.91 lg CFU/g"]),
    ("莫兰指数介于0.318与0.451之间。", ["0.318", "0.451"]),
    ("渔业关联度以0.867跃居前列。", ["0.867"]),
    ("分辨系数取0.5。", ["0.5"]),
    # labels, and numbers side by side that are no decimals
    ("由试验3可见，见试验2。", []),
    ("增长0.345 12家。", []),
]


@pytest.mark.parametrize(("text", "surfaces"), READ)
def test_surfaces(read: Read, text: str, surfaces: list[str]) -> None:
    assert [fact.surface for fact in read(text).facts][: len(surfaces) or None] == surfaces or not surfaces
    assert surfaces or all(" " not in fact.surface for fact in read(text).facts)


def test_sexes_and_groups(read: Read) -> None:
    told = [(fact.measure, dict(fact.breakdown)) for fact in read("男70例，女56例；对照组132例。").facts]
    assert told == [("例数", {"性别": "男"}), ("例数", {"性别": "女"}), ("患者例数", {"组别": "对照组"})]


def test_magnitude_that_the_sentence_opens_with(read: Read) -> None:
    facts = read("网络密度方面，甲群最高，为0.833，乙群仅0.411。").facts
    assert [fact.measure for fact in facts] == ["网络密度", "网络密度"]

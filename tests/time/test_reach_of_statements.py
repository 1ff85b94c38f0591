"""How far statements reach: items, aspects of a section, sources, founding years, levels and what lies between them."""

import pytest

from study_papers import times_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一是力争2025年底前稳定在▲60项；二是山区▲3个镇联合组队；三是增幅▲8%。", ["2025-12", None, None]),
        ("第一，每年安排▲24次；第二，到2026年压减到▲3个；第三，按▲5%的比例配备。", [None, "2026", None]),
        ("2023年，一是完成▲60项；二是新建▲3个。", ["2023", "2023"]),  # said before the items
    ],
)
def test_the_time_of_an_item_is_not_that_of_the_next(text, wanted):
    assert times_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("某路口在2016年10月6日塌下▲120个，整体下沉▲50个。", ["2016-10-06"] * 2),
        ("2011年10月27日，某路口塌下▲30个。粗略清点，同类事件已过▲100次。", ["2011-10-27", None]),
        ("最高值出现在2023年7月，为▲1.17。", ["2023-07"]),
        ("2022年城镇化率为▲59%。有研究认为，产出可增加▲0.6%。", ["2022", None]),
        ("2023年预冷率有▲20%。发达国家普遍在▲80%以上。", ["2023", None]),
        ("2024年规模达▲1586个。参考别国经验，占比可由▲5%提升至▲20%。", ["2024", None, None]),
        ("2021年也仅达到2019年的七成，2023年为▲26次。", ["2023"]),
        ("到2030年近视率降至▲38%。该市位于丘陵地区，常住人口▲310人。", ["2030", None]),
        ("某中心成立于1994年，承担▲12个县的任务。", [None]),
    ],
)
def test_where_a_time_ends(text, wanted):
    assert times_of(text) == wanted


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [("从人均看，", "2022"), ("论里程，", "2022"), ("在装备方面，", "2022"), ("另有", None)],
)
def test_an_aspect_of_the_section_is_of_the_year_it_has_stated(opening, wanted):
    found = times_of("#一、特征", "2022年甲地占▲20%。", f"{opening}乙地占▲30%。")
    assert found == ["2022", wanted]
    apart = times_of("#一、特征", "2022年甲地占▲20%。", "#二、其他", f"{opening}乙地占▲30%。")
    assert apart == ["2022", None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2019年为▲27%，2023年达▲43%，上升了▲16个百分点。", ["2019", "2023", "2019/2023"]),
        ("2022年为▲27%，2023年达▲43%，上升了▲16个百分点。", ["2022", "2023", "2023"]),  # on the year
        ("2019年为▲48次，2023年为▲26次，五年间缩减▲44%。", ["2019", "2023", "2019/2023"]),
        ("2018年为▲48次，2023年为▲26次，五年间缩减▲44%。", ["2018", "2023", "2018/2023"]),
    ],
)
def test_a_change_between_two_levels_is_of_the_years_between_them(text, wanted):
    assert times_of(text) == wanted

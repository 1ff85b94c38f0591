"""A part of a year told in passing, levels at the ends of stated years, the years of a plan and ends of years that come.

▲ marks the first character of each quantity.
"""

import pytest

from report_times import times_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2023年，授权专利▲2万件，一季度授权▲4800件。商标▲9万件。", ["2023", "2023-01/2023-03", "2023"]),
        ("2023年，接待▲6亿人。其中第四季度接待▲1亿人。藏书▲5600万册。", ["2023", "2023-10/2023-12", "2023"]),
        # the parts are told one after the other, or no year stands before the part
        (
            "2023年，产值▲9亿元。一季度▲2亿元。二季度▲3亿元，利润▲1亿元。",
            ["2023", "2023-01/2023-03", "2023-04/2023-06", "2023-04/2023-06"],
        ),
        ("2023年上半年，产值▲9亿元。利润▲1亿元。", ["2023-01/2023-06"] * 2),
    ],
)
def test_a_part_of_the_year_in_passing(text, wanted):
    assert times_of(text, title=None, told=None) == wanted


HALF = "2023-01/2023-06"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a part that 其中 brings in, or that is told behind the level of the whole, ends with its sentence
        ("上半年，产值增长▲4.1%，其中6月份增长▲5.3%。进出口▲80亿元。", [HALF, "2023-06", HALF]),
        (
            "上半年，门诊▲80万人次，6月当月▲14万人次，出院▲3万人次。手术▲9万人次。",
            [HALF, "2023-06", "2023-06", HALF],
        ),
        ("用电量▲80亿元，其中二季度▲43亿元。线损率▲3.2%。", [HALF, "2023-04/2023-06", HALF]),
        (
            "产值▲9亿元。一季度增长▲5%，二季度增长▲6%。新设企业▲61家。",
            [HALF, "2023-01/2023-03", "2023-04/2023-06", HALF],
        ),
        # a look back behind the level of the time reported
        ("上半年，签约▲87个，去年这两个数字分别是▲61个和▲3亿元。机器人▲19个。", [HALF, "2022", "2022", HALF]),
        # a month that opens a statement of its own goes on
        ("6月份，价格下降▲0.3%。出厂价格下降▲2.6%。", ["2023-06", "2023-06"]),
    ],
)
def test_the_whole_goes_on_behind_its_parts(text, wanted):
    assert times_of(text, title="某省2023年上半年经济运行情况", told=None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“十三五”时期投入▲90亿元，其中2020年投入▲32亿元。新建学校▲86个。",
            ["2016/2020", "2020", "2016/2020"],
        ),
        ("2021年产量▲30万元，2022年产量▲36万元。产值▲12亿元。", ["2021", "2022", "2022"]),
        ("2023年，新登记▲21万元，年末实有▲180万元。其中民营▲160万元。", ["2023", "2023-12", "2023-12"]),
    ],
)
def test_parts_of_several_years_and_what_is_no_part(text, wanted):
    assert times_of(text, title=None, told=None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2015-2022年，投资由▲86亿元增至▲310亿元，累计▲1420亿元。", ["2015", "2022", "2015/2022"]),
        ("2009-2018年，埋深从▲1.7米增大到▲2.3米。", ["2009", "2018"]),
        ("2015-2022年，投资由最初的▲86亿元逐年增加到约▲310亿元。", ["2015", "2022"]),
        # levels of something else than years, or of no change
        ("2010-2020年，河宽由上游的▲18米增至下游的▲22米。", [None, "2010/2020"]),
        ("2010-2020年，手术时间由传统术式的▲125分钟缩短至微创的▲90分钟。", [None, "2010/2020"]),
        ("2010-2020年，单项投资由▲300万元至▲500万元不等。", [None, "2010/2020"]),
        # dates of their own; one year alone
        ("2015-2022年，投资由2016年的▲86亿元增至▲310亿元。", ["2016", "2015/2022"]),
        ("2022年，投资由▲86亿元增至▲310亿元。", [None, "2022"]),
    ],
)
def test_levels_at_the_ends_of_stated_years(text, wanted):
    assert times_of(text, title=None, told=None) == wanted


def test_the_years_of_a_plan():
    title = "关于印发某市物流发展规划（2024-2027年）的通知"
    found = times_of("规划期内建设项目▲112个。规划期末达到▲38个。", title=title, told="2024-03-12")
    assert found == ["2024/2027", "2027"]
    assert times_of("规划期内建设项目▲112个。", title="某市物流情况", told="2024-03-12") == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("力争到年底建成站点▲20个。", "2024-12"),
        ("计划到年底完成投资▲3亿元。", "2024-12"),
        # what is only foretold may be of a year under report
        ("年底建成站点▲20个。", "2023-12"),
    ],
)
def test_the_end_of_the_year_that_is_aimed_at(text, wanted):
    assert times_of(text, title=None, told="2024-06-03") == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("过去三年，减税降费▲320亿元。", ["2021/2023"]),
        ("过去五年，城镇化率达到▲62%。", ["2023-09"]),
        # another number of years behind it is not the same
        ("过去三年，减税▲320亿元，十年来，城镇化率提高▲12个百分点。", ["2021/2023", None]),
    ],
)
def test_years_back_in_a_paper_that_reports_on_no_year(text, wanted):
    assert times_of(text, title=None, told="2023-09-20") == wanted

"""Ten cases of stated arithmetic: the records hold the numbers, bounds and bases that are needed to decide each.

The phrases are read by the grammar, so that a case also fails where a bound rule changes. Each case says what holds and,
where it can, a near miss that must not hold.
"""

from fractions import Fraction

import pytest

from suyuan.document import Block, Span
from suyuan.flow import make_flow
from suyuan.quantities import find_quantities
from suyuan.quantities.mention import Mention
from suyuan.records.interval import Interval, total


def read(phrase: str) -> list[Mention]:
    """Mentions of a phrase, in order."""
    return find_quantities(make_flow(phrase, Block("paragraph", (Span(0, len(phrase)),)))).mentions


def interval(mention: Mention) -> Interval:
    return Interval(mention.low, mention.high, mention.low_open, mention.high_open)


def intervals(phrase: str) -> list[Interval]:
    return [interval(mention) for mention in read(phrase)]


def percent(part: Interval, whole: Interval) -> Interval:
    return (part / whole).scaled(100)


def test_1_parts_by_place_make_the_whole():
    parts = intervals("三地分别有57、14和4项")
    (whole,) = intervals("共制定标准75项")
    assert total(parts).meets(whole)
    assert not total(parts[:2]).meets(whole)


def test_2_three_databases_make_6800_odd_but_four_do_not():
    parts = intervals("收录1873项、989项、3970项")
    (joint,) = intervals("另有75项")
    (stated,) = intervals("纳入6800余项")
    assert total(parts) == Interval.exactly(6832)
    assert total(parts).meets(stated)
    assert not (total(parts) + joint).meets(stated)  # 6907 would be written 6900余


def test_3_47_of_202_is_23_percent():
    part, whole, share = intervals("增加到47个，占202个单位的23%")
    assert percent(part, whole).meets(share)
    assert not percent(Interval.exactly(48), whole).meets(share)  # 23.76 % would be printed 24 %
    assert not percent(Interval.exactly(45), whole).meets(share)  # 22.28 % would be printed 22 %


def test_4_a_share_near_eight_tenths():
    parts = intervals("分别为14项、14项、13项、9项、8项")
    (whole,) = intervals("共75项")
    (share,) = intervals("合计占比近8成")
    assert percent(total(parts), whole).meets(share)  # 58 of 75 is 77.3 %
    assert not percent(Interval.exactly(50), whole).meets(share)


def test_5_more_than_seven_tenths_of_the_whole():
    lead, whole = intervals("57项，共75项")
    (share,) = intervals("占比超7成")
    assert percent(lead, whole).meets(share)
    assert not percent(Interval.exactly(52), whole).meets(share)  # 69.3 %


def test_6_eight_in_32_years_is_one_in_four():
    years, events, pace = intervals("32年间出台8个文件，平均4年出一个")[:3]
    assert (years / events).meets(pace)


def test_7_fifteen_in_three_years_is_five_a_year_counted_inclusively():
    files, pace = intervals("出台15个文件，平均每年5个")
    inclusive, difference = Interval.exactly(2016 - 2014 + 1), Interval.exactly(2016 - 2014)
    assert (files / inclusive).meets(pace)
    assert not (files / difference).meets(pace)


@pytest.mark.parametrize(("rate", "holds"), [("39.5%", True), ("45.5%", False), ("35.2%", False)])
def test_8_average_growth_over_seven_years(rate, holds):
    first, last = intervals("由1702列增至1.7万列")
    (growth,) = intervals(f"年均增长{rate}")
    factor = (growth.scaled(Fraction(1, 100)) + Interval.exactly(1)).power(7)
    grown = Interval(factor.low * first.low, factor.high * first.high, factor.low_open, factor.high_open)
    assert grown.meets(last) is holds


def test_8b_more_than_17000_trains_bounds_the_growth_from_below_only():
    (stated,) = intervals("超1.7万列")
    assert (stated.low, stated.high, stated.low_open) == (17000, None, True)


def test_9_a_sum_printed_in_ten_thousands_has_their_step():
    (mention,) = read("投入15,953万元")
    assert (mention.value, mention.unit, mention.step) == (159_530_000, "CNY", 10_000)
    assert interval(mention).meets(Interval.exactly(159_534_999))
    assert not interval(mention).meets(Interval.exactly(159_536_000))


def test_10_a_heading_that_rounds_down_restates_its_paragraph():
    heading, body = intervals("制定超70项标准，实为75项")
    assert heading.meets(body)
    assert not heading.meets(Interval.exactly(70))

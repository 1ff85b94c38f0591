"""Sound papers are not accused, and slips in the same sentences are still found."""

import pytest

from survey_texts import BASE, own_corpus, own_result
from suyuan.methods import METHODS


def found(text, check=None):
    tables = own_result("# 结果\n\n" + text + "\n").tables
    return [(r.check, r.verdict) for r in tables["findings"] if check is None or r.check == check]


PAIRED = "前测（n=20）的得分为（3.00±1.00）分，后测（n=20）的得分为（3.80±1.00）分，{named}差异{t}。"
WELCH = "甲组（n=8）的得分为（6.00±5.00）分，乙组（n=60）的得分为（2.00±1.00）分，差异不显著（{t}）。"
TWICE = "前测达标率为（60/100），后测达标率为（75/100），{named}差异显著（{chi2}）。"
THIRD = "近1/3的受访者表示满意，男性（60/100），女性（75/110），差异显著（{chi2}）。"


@pytest.mark.parametrize(
    ("text", "p", "groups"),
    [
        (PAIRED.format(named="", t="（t=2.05，P=0.054）"), "holds", "cannot tell"),  # 19 degrees of freedom
        (PAIRED.format(named="", t="（t=2.53，P=0.016）"), "holds", "holds"),  # 38
        (PAIRED.format(named="", t="（t=2.53，P=0.160）"), "inconsistent", "holds"),
        (PAIRED.format(named="", t="（t=2.05，P=0.154）"), "cannot tell", "cannot tell"),  # few pairs would do
        (PAIRED.format(named="", t="（t=2.05，P=0.654）"), "inconsistent", "cannot tell"),  # nothing would
        (PAIRED.format(named="配对检验", t="（t=2.05，P=0.154）"), "inconsistent", "cannot tell"),
        (PAIRED.format(named="独立样本检验", t="（t=2.05，P=0.054）"), "inconsistent", "inconsistent"),
        (WELCH.format(t="t=2.26，P=0.058"), "holds", "holds"),  # 7.1
        (WELCH.format(t="t=2.26，P=0.580"), "inconsistent", "holds"),
        (WELCH.format(t="t=6.26，P=0.058"), "cannot tell", "inconsistent"),
        (TWICE.format(named="", chi2="χ²=9.60，P=0.002"), "holds", "cannot tell"),  # McNemar
        (TWICE.format(named="", chi2="χ²=5.13，P=0.024"), "holds", "holds"),
        (TWICE.format(named="", chi2="χ²=5.13，P=0.240"), "inconsistent", "holds"),
        (TWICE.format(named="独立样本", chi2="χ²=9.60，P=0.002"), "holds", "inconsistent"),
        (TWICE.format(named="趋势检验", chi2="χ²=9.60，P=0.002"), "holds", None),
        (THIRD.format(chi2="χ²=1.53，P=0.217"), "holds", "holds"),
        (THIRD.format(chi2="χ²=7.52，P=0.006"), "holds", "inconsistent"),
        (
            "三年级（60/100），四年级（75/110），五年级（90/120），差异显著（χ²=5.66，P=0.059）。",
            "holds",
            "holds",
        ),
        ("三年级（60/100），四年级（75/110），五年级（90/120），差异显著（χ²=9.74，P=0.008）。", "holds", "cannot tell"),
    ],
)  # fmt: skip
def test_statistics_without_printed_degrees_of_freedom(text, p, groups):
    assert [v for _, v in found(text, "p_value")] == [p]
    assert [v for _, v in found(text, "statistic_of_groups")] == ([groups] if groups else [])


def test_findings_of_counts_speak_of_counts():
    for text in (TWICE.format(named="", chi2="χ²=9.60，P=0.002"), THIRD.format(chi2="χ²=7.52，P=0.006")):
        tables = own_result("# 结果\n\n" + text + "\n").tables
        said = [r.text_en for r in tables["findings"] if r.check == "statistic_of_groups"]
        assert len(said) == 1 and "deviation" not in said[0] and "counts" in said[0]


def test_the_degrees_of_freedom_that_fitted_are_in_the_table():
    tables = own_result("# 结果\n\n" + WELCH.format(t="t=2.26，P=0.058") + "\n").tables
    assert [(float(r.df1), r.df_from, r.verdict) for r in tables["tests"]] == [(7.1, "groups", "holds")]


ITEM = "总体评价的均值为{mean}，标准差为{sd}，样本量为{n}人（{scale}）。"


@pytest.mark.parametrize(
    ("scale", "mean", "sd", "n", "verdicts"),
    [
        ("10点计分", "5.0", "5.27", 10, {"sd_on_scale": "holds", "grimmer": "holds"}),  # five 0 and five 10
        ("10点计分", "5.0", "5.77", 10, {"sd_on_scale": "inconsistent", "grimmer": "inconsistent"}),
        ("李克特10点计分", "5.0", "5.27", 10, {"sd_on_scale": "inconsistent", "grimmer": "inconsistent"}),
        ("采用5级评分", "2.5", "2.64", 10, {"sd_on_scale": "inconsistent", "grimmer": "inconsistent"}),
        ("5点计分", "3.47", "1.20", 20, {"grim_mean": "inconsistent", "sd_on_scale": "holds"}),  # told once
        ("5点计分", "3.50", "1.20", 80, {"grim_mean": "holds", "grimmer": "cannot tell"}),  # no power
        ("满分10分", "5.0", "5.27", 10, {"sd_on_scale": "holds", "grim_mean": "cannot tell"}),
        ("满分为10分", "5.0", "5.77", 10, {"sd_on_scale": "inconsistent"}),
        ("采用10分制", "11.0", "1.20", 10, {"on_scale": "inconsistent"}),
    ],
)
def test_scores_on_a_scale(scale, mean, sd, n, verdicts):
    rows = dict(found(ITEM.format(mean=mean, sd=sd, n=n, scale=scale)))
    assert {check: rows.get(check) for check in verdicts} == verdicts
    assert ("grimmer" in rows) is (rows["grim_mean"] == "holds" or "grimmer" in verdicts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总体评价的平均分为7.5分（满分10分，n=120）。", [(7.5, 120, 10)]),
        ("总体评价的平均得分为8.25分（满分10分），标准差为1.20，样本量为40人。", [(8.25, 40, 10)]),
        ("采用10分制评分，总体均值为7.5分（n=40）。", [(7.5, 40, 10)]),
        ("满分为100分，平均得分85.3分（n=40）。", [(85.3, 40, 100)]),
    ],
)
def test_a_full_mark_is_no_mean(text, expected):
    rows = own_result("# 结果\n\n" + text + "\n").tables["means"]
    assert [(float(r.mean), r.n, r.scale_points) for r in rows] == expected


def test_a_difference_of_means_is_no_mean():
    text = "甲组得分为（2.14±0.68）分，乙组得分为（3.27±0.82）分，组间均数差1.13分。"
    rows = own_result("# 结果\n\n" + text + "\n").tables["means"]
    assert [float(r.mean) for r in rows] == [2.14, 3.27]


def test_a_scale_need_not_be_that_of_every_mean():
    text = "疼痛评分的均值为3.2分（满分10分），功能总分的均值为52.3分。"
    assert ("on_scale", "inconsistent") not in found(text)


COUNTED = "进入分析的588例中男352例（59.9%），女236例；合并高血压{high}例，占71.6%，房颤74例（12.6%）。"


@pytest.mark.parametrize(("high", "verdict"), [(421, "holds"), (412, "inconsistent")])
def test_the_number_of_one_sex_is_no_base_of_others(high, verdict):
    rows = found(COUNTED.format(high=high))
    wrong = [row for row in rows if row[1] == "inconsistent"]
    assert wrong == ([("share_of_count", "inconsistent")] if verdict == "inconsistent" else [])
    tables = own_result("# 结果\n\n" + COUNTED.format(high=high) + "\n").tables
    assert {r.n for r in tables["answers"] if not r.group} == {588}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("东馆的评价均值为3.52（n=40）。西馆的评价均值为3.21（n=41）。", ["stated", "stated"]),
        ("东馆的评价均值为3.52（n=40）。如前所述，东馆的评价均值为3.21（n=40）。", ["conflicting"]),
        ("东馆的评价均值为3.52（n=40）。据此，东馆的评价均值为3.5（n=40）。", ["stated"]),
    ],
)
def test_means_of_groups_that_are_not_known_do_not_dispute_one_another(text, status):
    declared = METHODS["surveys"].declaration.model_validate(
        BASE
        | {
            "questionnaires": [
                {
                    "id": "q",
                    "label": {"zh": "卷"},
                    "words": ["卷"],
                    "items": [{"id": "i", "label": {"zh": "评价"}, "words": ["评价"], "asks": "mean"}],
                }
            ]
        }
    )
    tables = METHODS["surveys"].run(declared, own_corpus("# 结果\n\n" + text + "\n")).tables
    assert [row.status for row in tables["means"]] == status

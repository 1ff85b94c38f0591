"""Surveys from a text to tables: of our own text with any statistics, of the digest, and of the paper."""

from pathlib import Path

import pytest

from survey_texts import BASE, ROOT, TEXT, own_corpus, own_result, read_corpus
from suyuan.methods import METHODS, read_analyses

DIGEST = ROOT / "raw/digests/liumin2024.html"
PAPER = ROOT.parent / "shared/corpus/papers/liumin2024.txt"
PAPER = PAPER if PAPER.is_file() else Path("/nowhere") / PAPER.name
RUN = METHODS["surveys"].run


def declared(name="office_survey"):
    analyses, problems = read_analyses(ROOT / "config/analyses.yaml")
    assert problems == []
    return next(a for a in analyses if a.id == name)


def verdicts(tables, check):
    return [(row.formula, row.verdict) for row in tables["findings"] if row.check == check]


def test_number_of_valid_questionnaires():
    (row,) = own_result().tables["questionnaires"]
    assert (row.n, row.status) == (456, "stated")  # not the 500 that were handed out


def test_shares_are_held_against_their_base():
    tables = own_result().tables
    shown = [(str(row.share), row.n, row.count_least, row.count_greatest) for row in tables["answers"][1:]]
    assert [float(r.share) for r in tables["answers"][1:]] == [65.7, 68.9, 36.8]
    assert [row[1:] for row in shown] == [(456, None, None), (456, 314, 314), (456, 168, 168)]
    assert [row.interval_low is None for row in tables["answers"]] == [True, True, False, False]
    assert [v for _, v in verdicts(tables, "grim_share")] == [
        "cannot tell",  # 91.2% has no base of its own
        "inconsistent",
        "holds",
        "holds",
    ]
    assert verdicts(tables, "share_of_count") == [("456份 / 500 = 91.2%", "holds")]


def test_choices_are_several_where_the_text_says_so():
    tables = own_result().tables
    assert [row.choices for row in tables["items"] if row.asks == "shares"] == ["cannot tell", "several"]
    without = own_result(TEXT.replace("，可多选", "")).tables
    assert [row.choices for row in without["items"] if row.asks == "shares"] == ["cannot tell", "cannot tell"]
    assert [v for _, v in verdicts(without, "choices")] == ["cannot tell"]
    one = own_result(TEXT.replace("可多选", "单选")).tables
    assert [v for _, v in verdicts(one, "choices")] == ["inconsistent"]


def test_means_with_deviation_and_size():
    rows = own_result().tables["means"]
    found = [(float(r.mean), float(r.sd), r.n) for r in rows]
    pair = [(3.52, 0.81, 120), (3.21, 0.77, 118)]
    assert found == [(3.52, 0.81, None), *pair, *pair, (3.02, 0.61, 120), (3.25, 0.71, 118)]
    assert rows[0].scale_points == 5


def test_statistics_are_recomputed():
    rows = own_result().tables["tests"]
    assert [(r.statistic, r.df1, r.df2, r.df_from, r.verdict) for r in rows] == [
        ("t", 236, None, "groups", "holds"),
        ("F", 2, 453, "printed", "holds"),
        ("chi2", 2, None, "printed", "inconsistent"),  # p of 3.21 is 0.201
        ("r", None, None, None, "cannot tell"),
        ("t", 236, None, "groups", "holds"),
        ("t", 236, None, "groups", "inconsistent"),  # p of 2.68 is 0.008
    ]
    assert rows[2].p_low < 0.201 < rows[2].p_high
    assert [v for _, v in verdicts(own_result().tables, "statistic_of_groups")] == ["holds"] * 3


def test_a_statistic_that_its_groups_do_not_give():
    tables = own_result(TEXT.replace("t=3.03，P=0.003", "t=5.03，P<0.001")).tables
    assert verdicts(tables, "statistic_of_groups")[0] == ("t(236) = 5.03", "inconsistent")
    paired = TEXT.replace("n=118", "n=120").replace("t=3.03，P=0.003", "t=5.03，P<0.001")
    assert verdicts(own_result(paired).tables, "statistic_of_groups")[0] == ("t(238) = 5.03", "cannot tell")


@pytest.mark.parametrize(
    ("printed", "verdict"), [("11.18", "holds"), ("10.25", "holds"), ("21.18", "inconsistent")]
)  # as it is, after Yates, a digit wrong
def test_chi2_of_counts_over_sizes(printed, verdict):
    text = f"甲组满意的占80.0%（96/120），乙组占60.2%（71/118），差异显著（χ2={printed}，P<0.01）。\n"
    tables = own_result(text).tables
    assert [v for _, v in verdicts(tables, "statistic_of_groups")] == [verdict]
    assert [(r.df1, r.df_from, r.verdict) for r in tables["tests"]] == [(1, "groups", "holds")]


def test_tables_that_were_read_and_that_were_not():
    rows = own_result().tables["exhibits"]
    assert [(r.kind, r.number, r.caption, r.numbers > 0, r.status) for r in rows] == [
        ("table", 1, "两组各题得分", True, "read"),
        ("table", 2, None, False, "absent"),
    ]


def test_every_row_leads_to_words_and_nothing_is_left_over():
    result = own_result()
    known = {item.evidence_id: item for item in result.evidence}
    used = set()
    for name, rows in result.tables.items():
        for row in rows:
            assert set(row.evidence_ids) <= set(known)
            assert row.evidence_ids or name == "items"
            used |= set(row.evidence_ids)
    assert used == set(known)
    text = own_corpus().documents[0].text
    assert all(
        text[e.start : e.end].replace("\n", "") == e.words for e in known.values() if e.record_id is None
    )


def test_a_text_without_a_survey_gives_nothing():
    text = "# 公报\n\n全年生产总值增长5.2%，其中工业占31.5%，企业1200家。\n"
    assert {n: len(r) for n, r in own_result(text).tables.items() if r} == {}


def test_the_same_rows_every_time():
    method = METHODS["surveys"]
    again = method.run(method.declaration.model_validate(BASE), own_corpus())
    assert again.tables == own_result().tables and list(again.evidence) == list(own_result().evidence)


@pytest.mark.parametrize(
    ("questionnaires", "message"),
    [
        ([{"id": "a", "label": {"zh": "甲"}}], "give words"),
        ([{"id": "a", "label": {"zh": "甲"}, "words": ["甲"]}] * 2, "given twice"),
    ],
)
def test_a_declaration_with_a_mistake(questionnaires, message):
    with pytest.raises(ValueError, match=message):
        METHODS["surveys"].declaration.model_validate(BASE | {"questionnaires": questionnaires})


NEED = {
    "A1区": "164.31", "A2区": "180", "A3区": "170.29", "B1区": "130.89",
    "B2区": "159.82", "B3区": "173.79", "B4区": "127.73",
}  # fmt: skip
SHARES = {"mode": ["92"], "reasons": ["5.1"], "fields": ["69", "65.7", "36.7"]}
ABSENT = {"process", "necessity", "meaning", "leading", "obstacles", "plans"}


@pytest.mark.parametrize(
    ("path", "edition"),
    [
        (DIGEST, "digest"),
        pytest.param(
            PAPER, "text", marks=pytest.mark.skipif(not PAPER.is_file(), reason="the paper is not beside this copy")
        ),
    ],
)  # fmt: skip
def test_the_survey_of_the_paper_and_of_its_digest(path, edition):
    tables = RUN(declared(), read_corpus(path, "liumin2024", edition)).tables
    assert {r.questionnaire: r.n for r in tables["questionnaires"]} == {"use": 1476, "together": 2406}
    assert {r.group: (float(r.mean), r.n) for r in tables["means"]} == {
        group: (float(mean), None) for group, mean in NEED.items()
    }
    shares = {}
    for row in tables["answers"]:
        shares.setdefault(row.item, []).append(float(row.share))
        assert row.n == 2406 and row.interval_low < row.share < row.interval_high
    assert shares == {item: [float(s) for s in values] for item, values in SHARES.items()}
    items = {row.item: row for row in tables["items"]}
    assert {name for name, row in items.items() if row.status == "absent"} == ABSENT
    assert items["fields"].choices == "several" and items["mode"].choices == "cannot tell"
    assert items["need"].n is None and items["necessity"].scale_points == 5
    # nothing can be tested: no power for shares, no size of groups for means
    powers = {row.power for row in tables["findings"] if row.check == "grim_share"}
    assert powers == {0.0}
    assert not [row for row in tables["findings"] if row.verdict == "inconsistent"]
    assert {v for _, v in verdicts(tables, "grim_mean")} == {"cannot tell"}
    assert all(row.status == "absent" for row in tables["exhibits"])  # all were pictures
    named = {row.option for row in tables["answers"] if row.item == "fields"}
    assert named == {"公共服务共建共享", "现代基础设施网络建设", "国际消费地建设"}

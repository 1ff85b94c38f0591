from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.problems import problem_line
from suyuan.sources.collected import COLUMNS, collected_sources, read_collected
from suyuan.sources.printed import bounds_of

ROOT = Path(__file__).parents[2]
ROW = {
    "id": "collected-001", "source_id": "daily2020", "publisher": "某报", "title": "一篇报道", "published": "2020-01-02",
    "address": "example.org/1", "measure": "标准数量", "area": "甲地", "breakdown": "", "time": "2019", "time_kind": "as_of",
    "comparator": "=", "value": "9", "unit": "项", "note": "备注", "grade": "repost", "nature": "actual",
}  # fmt: skip


def table(tmp_path, *rows, columns=COLUMNS):
    def cell(value):
        return f'"{value}"' if "," in value else value

    lines = [
        ",".join(columns),
        *(",".join(cell({**ROW, **row}.get(c, "x")) for c in columns) for row in rows),
    ]
    path = tmp_path / "collected.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def lines(path):
    return [problem_line(problem) for problem in read_collected(path)[1]]


def test_the_table_in_git_is_read_whole():
    path = ROOT / "raw/collected.csv"
    facts, problems = read_collected(path)
    assert not problems
    assert len(facts) == len(path.read_text(encoding="utf-8").splitlines()) - 1
    assert {fact.status for fact in facts} == {fact.edition for fact in facts} == {"collected"}
    assert "XXXX-05-16" in {fact.time for fact in facts}
    assert set(collected_sources(path)) == {fact.source_id for fact in facts}


def test_a_row_becomes_a_fact(tmp_path):
    row = {"area": "甲地;乙地", "breakdown": "领域=交通;级别=国家", "value": "31.6", "unit": "%"}
    (fact,), problems = read_collected(table(tmp_path, row))
    assert not problems
    assert fact.locator.model_dump() == {
        "kind": "collected", "row": "collected-001", "address": "example.org/1", "accessed": None, "grade": "repost",
    }  # fmt: skip
    assert (fact.surface, fact.sentence, fact.start, fact.end) == ("31.6%", "备注", 0, 0)
    assert (fact.value, fact.step, fact.low, fact.high) == (
        Fraction("31.6"), Fraction(1, 10), Fraction("31.55"), Fraction("31.65"),
    )  # fmt: skip
    assert fact.area == ("甲地", "乙地") and fact.ref_area is None and fact.body is None
    assert fact.breakdown == {"领域": "交通", "级别": "国家"}
    assert (fact.time, fact.time_kind, fact.told, fact.nature) == ("2019", "as_of", "2020-01-02", "actual")


@pytest.mark.parametrize(
    ("role", "expected"), [("ref_area", ("甲地", None)), ("body", (None, "甲地")), (None, (None, None))]
)
def test_role_of_a_single_area(tmp_path, role, expected):
    (fact,), _ = read_collected(table(tmp_path, {}), role=lambda name: role)
    assert (fact.ref_area, fact.body) == expected


WHERE = "error: raw/collected.csv: line 2, column"
BAD_ROWS = [
    ({"value": "九"}, f"{WHERE} value: '九' is no plain number; write digits only, such as 380000000000 or 39.5. "
                      "What to do: write the number in the base unit"),
    ({"value": "1,702"}, f"{WHERE} value: '1,702' is no plain number; write digits only, such as 380000000000 or 39.5. "
                         "What to do: write the number in the base unit"),
    ({"value": ""}, f"{WHERE} value: is empty. What to do: fill it in; see raw/README.md"),
    ({"comparator": "=="}, f"{WHERE} comparator: '==' is not one of = ~ > >= < <=; did you mean '='?. "
                           "What to do: write one of these words"),
    ({"comparator": "range"}, f"{WHERE} comparator: 'range' is not one of = ~ > >= < <=. "
                              "What to do: write one of these words"),
    ({"grade": "mirorr"}, f"{WHERE} grade: 'mirorr' is not one of primary repost mirror abstract; did you mean 'mirror'?. "
                          "What to do: write one of these words"),
    ({"nature": "plan"}, f"{WHERE} nature: 'plan' is not one of actual target forecast. "
                         "What to do: write one of these words"),
    ({"time_kind": "at"}, f"{WHERE} time_kind: 'at' is not one of as_of during. What to do: write one of these words"),
    ({"time": "5月16日"}, f"{WHERE} time: '5月16日' is no EDTF date; write it as 2024-08-14, 2022-12, 2014/2016, 2018/.. or "
                          "XXXX-05-16. What to do: write the date as EDTF, as precise as the page gives it"),
    ({"breakdown": "交通"}, f"{WHERE} breakdown: '交通' is not name=value. What to do: write name=value, several joined by ;"),
    ({"id": ""}, f"{WHERE} id: is empty. What to do: fill it in; see raw/README.md"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "message"), BAD_ROWS, ids=range(len(BAD_ROWS)))
def test_a_bad_row_is_left_out_and_the_rest_kept(tmp_path, row, message):
    path = table(tmp_path, row, {"id": "collected-002"})
    facts, _ = read_collected(path)
    assert [fact.fact_id for fact in facts] == ["collected-002"]
    assert lines(path) == [message]


def test_an_id_used_twice(tmp_path):
    path = table(tmp_path, {}, {})
    assert len(read_collected(path)[0]) == 1
    assert lines(path) == [
        "error: raw/collected.csv: line 3, column id: 'collected-001' is used in line 2 too. "
        "What to do: give each row its own id"
    ]


def test_unknown_and_missing_columns(tmp_path):
    columns = tuple("commparator" if column == "comparator" else column for column in COLUMNS)
    path = table(tmp_path, {}, columns=columns)
    assert read_collected(path)[0] == []
    assert lines(path) == [
        "error: raw/collected.csv: line 1: unknown column 'commparator', perhaps 'comparator'; column 'comparator' is missing. "
        f"What to do: the header line is {','.join(COLUMNS)}",
    ]


def test_a_row_of_another_length(tmp_path):
    path = table(tmp_path, {})
    path.write_text(path.read_text() + "collected-002,a,b,c\n")
    assert len(read_collected(path)[0]) == 1
    assert lines(path) == [
        "error: raw/collected.csv: line 3: the number of fields is 4, that of the header line 17. "
        "What to do: put a field that holds a comma in double quotes, and give each column its comma"
    ]


def test_missing_or_unreadable_table(tmp_path):
    assert lines(tmp_path / "no.csv") == [
        "error: raw/collected.csv: no such file. What to do: put it back; with its header line alone it is an empty table"
    ]
    (tmp_path / "c.csv").write_bytes("标题".encode("gbk"))
    assert lines(tmp_path / "c.csv") == [
        "error: raw/collected.csv: not UTF-8 at byte 0. What to do: "
        "save it as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8)"
    ]


BOUNDS = [
    ("9", "=", "项", (1, 9, 9, False, False)),
    ("20", "=", "项", (1, 20, 20, False, False)),
    ("17000", "=", "列", (1000, 16500, 17500, False, False)),
    ("39.5", "=", "%", (Fraction(1, 10), Fraction("39.45"), Fraction("39.55"), False, False)),
    ("76", "=", "%", (1, Fraction("75.5"), Fraction("76.5"), False, False)),
    ("56700000000", "=", "USD", (10**8, 56650000000, 56750000000, False, False)),
    ("3.2", "=", None, (Fraction(1, 10), Fraction("3.15"), Fraction("3.25"), False, False)),
    ("17000", ">", "列", (1000, 17000, None, True, False)),
    ("50", ">=", "%", (1, 50, None, False, False)),
    ("18", "<=", "月", (1, None, 18, False, False)),
    ("18", "<", "月", (1, None, 18, False, True)),
    ("20", "~", "项", (10, 10, 30, False, False)),
]


@pytest.mark.parametrize(("digits", "comparator", "unit", "expected"), BOUNDS)
def test_bounds(digits, comparator, unit, expected):
    found = bounds_of(digits, comparator, unit)
    assert (found.step, found.low, found.high, found.low_open, found.high_open) == expected


@pytest.mark.parametrize("digits", ["", "1e3", "1,000", "٣", "01", "+5", "5.", ".5", "5 ", "nan"])
def test_what_is_no_plain_number(digits):
    with pytest.raises(ValueError, match="is no plain number"):
        bounds_of(digits, "=", "项")


def test_a_range_needs_two_numbers():
    with pytest.raises(ValueError, match="needs two numbers"):
        bounds_of("5", "range", "项")


@given(st.decimals(-(10**6), 10**6, places=2), st.sampled_from(["%", "项", None, "CNY"]))
def test_the_number_itself_lies_in_its_bounds(number, unit):
    found = bounds_of(f"{number:f}".replace("-0.00", "0.00"), "=", unit)
    assert found.low <= Fraction(number) <= found.high
    assert found.high - found.low in (0, found.step)

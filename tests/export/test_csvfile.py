import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.export.csvfile import (
    TableError,
    joined,
    joined_pairs,
    parted,
    parted_pairs,
    read_rows,
    write_rows,
)

TEXT = st.text("abc，;=\\\"',\n\r 京|", max_size=8)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_cells_come_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write_rows(path, ["a", "b"], rows)
    assert [(row["a"], row["b"]) for row in read_rows(path, ["a", "b"])] == rows


def test_any_csv_reader_reads_them(tmp_path):
    path = tmp_path / "t.csv"
    write_rows(path, ["a", "b"], [["x\ry", None], ['"', "1,2"]])
    with path.open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["a", "b"], ["x\ry", ""], ['"', "1,2"]]
    assert path.read_bytes().startswith(b'a,b\n"x\ry",\n')


@given(st.lists(st.text("ab;\\=", min_size=1, max_size=5), max_size=4).map(tuple))
def test_lists_in_a_cell_come_back(items):
    assert parted(joined(items) or "") == items


@given(st.dictionaries(st.text("ab;\\=", min_size=1, max_size=5), st.text("ab;\\=", max_size=5), max_size=4))
def test_mappings_in_a_cell_come_back(pairs):
    assert parted_pairs(joined_pairs(pairs) or "") == pairs


def test_mappings_are_written_by_name():
    assert joined_pairs({"b": "2", "a": "1"}) == "a=1;b=2"


@pytest.mark.parametrize("cell", ["a", "a=1=2", "=;"])
def test_what_is_no_mapping_is_refused(cell):
    with pytest.raises(ValueError, match="name=value"):
        parted_pairs(cell)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a,c\n", "column b is missing; unknown column c"),
        ("b,a\n", "another order"),
        ("a,b\n1\n", "line 2 has 1 fields"),
        ("", "column a is missing"),
        ('a,b\n"1\n', "cannot be read as CSV"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, text, what):
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=what) as caught:
        read_rows(path, ["a", "b"])
    assert "t.csv" in str(caught.value)
    assert "build it" in str(caught.value)


def test_a_missing_file_says_how_to_make_it(tmp_path):
    with pytest.raises(TableError, match="no such file; build it"):
        read_rows(tmp_path / "t.csv", ["a"])

"""Marked texts: marks are parsed with their offsets, and what is no mark is an error that says where."""

from pathlib import Path

import pytest

from marked import EDTF, FOLDER, Mark, marked_texts

TWO = """=== one | medicine
共{{20例|2019-02/2022-08|甲市、乙县|患者数}}，占{{5%|||比例}}。
=== two | water works
流量{{3|2020~||流量}}。

"""


def read(folder: Path, content: str):
    path = folder / "x.txt"
    path.write_text(content, encoding="utf-8")
    return list(marked_texts(path))


def test_marks_are_parsed(tmp_path):
    one, two = read(tmp_path, TWO)
    assert (one.name, one.kind, one.text) == ("one", "medicine", "共20例，占5%。\n")
    assert one.marks == (
        Mark(1, 4, "2019-02/2022-08", ("甲市", "乙县"), "患者数"),
        Mark(6, 8, None, (), "比例"),
    )
    assert (two.name, two.kind, two.text) == ("two", "water works", "流量3。\n")
    assert two.marks == (Mark(2, 3, "2020~", (), "流量"),)
    assert [one.text[mark.start : mark.end] for mark in one.marks] == ["20例", "5%"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("占{{5%|去年||比例}}。", "x.txt, one: '去年' at '5%' is no EDTF time"),
        ("占{{5%|2020-1||比例}}。", "is no EDTF time"),
        ("占{{5%||比例}}。", "x.txt, one: a brace or bar that belongs to no mark"),
        ("占{{5%|||比例}。", "belongs to no mark"),
        ("占5%|比例。", "belongs to no mark"),
    ],
)
def test_what_is_no_mark_is_an_error(tmp_path, body, message):
    with pytest.raises(ValueError, match=message):
        read(tmp_path, f"=== one | medicine\n{body}\n")


@pytest.mark.parametrize(
    ("time", "wanted"),
    [
        ("2020", True), ("2020-03", True), ("2020-03-01", True), ("2020~", True), ("2020/..", True),
        ("2020/", True), ("2019/2020-03", True), ("20", False), ("2020-3", False), ("../2020", False),
    ],
)  # fmt: skip
def test_times_of_marks(time, wanted):
    assert (EDTF.fullmatch(time) is not None) is wanted


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_every_file_is_parsed(path):
    texts = list(marked_texts(path))
    assert texts and all(text.marks for text in texts)
    assert len({text.name for text in texts}) == len(texts)

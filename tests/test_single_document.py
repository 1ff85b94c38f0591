"""The count of words that only one document of a corpus has (benchmarks/single_document.py)."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def module():
    spec = importlib.util.spec_from_file_location(
        "single_document", ROOT / "benchmarks" / "single_document.py"
    )
    made = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        spec.loader.exec_module(made)
    finally:
        sys.path[:] = before
    return made


def test_words_of_a_table(module):
    table = {"国家": ["省级统计", {"增长率": "下降 提高幅度"}], "n": ["[一-龥]{2}", 5, "{h}网融合", "abc"]}
    assert list(module.words_in(table)) == ["国家", "省级统计", "增长率", "下降", "提高幅度", "{h}网融合"]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("{h}网融合", "推进三网融合。", True),
        ("{h}网融合", "推进全网融合。", False),
        ("第{n}届", "第12届", True),
        ("增长率", "年均增长率", True),
        ("增长率", "增长", False),
    ],
)
def test_a_phrase_stands_in_a_text(module, phrase, text, found):
    assert module.occurs(phrase, text) is found


def test_rows_of_exactly_one_text(module):
    texts = {"甲": "统计公报和增长率", "乙": "增长率", "丙": "第3届"}
    rows = ["统计公报", "增长率", "第{n}届", "生产线"]
    assert module.in_one_document(rows, texts) == [("统计公报", "甲"), ("第{n}届", "丙")]


def test_phrases_of_the_tables_of_the_package(module):
    assert all(len(module.PLACEHOLDER.sub("1", row)) >= 3 for row in module.phrases("names_with_numbers.csv"))
    assert "{n}中全会" in module.phrases("names_with_numbers.csv")
    assert "5G-A" not in module.phrases("names_with_numbers.csv")  # no Chinese


def test_texts_of_a_corpus(module, tmp_path):
    (tmp_path / "甲.txt").write_text("统计\n公报显示，增长率为5%。", encoding="utf-8")
    (tmp_path / "bad_乙.txt").write_text("增长率", encoding="utf-8")
    assert list(module.corpus_texts(tmp_path)) == ["甲"]

"""What the adapters of benchmarks/peers share, and the table of benchmarks/facts.py; the peers themselves are not installed."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]


def module_at(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


common = module_at(ROOT / "benchmarks/peers/common.py")


@pytest.mark.parametrize(
    "text, paragraphs",
    [
        ("甲市建成\n12个。\n乙市", ["甲市建成12个。", "乙市"]),
        ("标题\n\n正文", ["标题", "正文"]),
        ("１２　个，ＧＤＰ", ["12个，GDP"]),
        ("1 790 万 of GDP growth 5%", ["1790万of GDP growth 5%"]),
        ("一、甲.......1\n二、乙.......2\n三", ["一、甲.......1", "二、乙.......2", "三"]),
        ("", []),
    ],
)
def test_paragraphs_are_joined_and_plain(text, paragraphs):
    assert [paragraph for paragraph, _ in common.paragraphs(text)] == paragraphs


def test_blanks_are_kept_for_who_needs_them():
    assert [paragraph for paragraph, _ in common.paragraphs("５ 个 a b", blanks=True)] == ["5 个 a b"]


@given(st.text(alphabet="甲1２个。 \n　a,，%", max_size=40))
def test_every_character_keeps_its_offset(text):
    seen = []
    for paragraph, offsets in common.paragraphs(text):
        assert len(paragraph) == len(offsets)
        assert paragraph == common.plain("".join(text[i] for i in offsets))
        seen += offsets
    assert seen == sorted(set(seen))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(seen))


def test_mentions_stand_in_the_document_and_a_failure_loses_its_paragraph_only():
    def read(paragraph):
        if "坏" in paragraph:
            raise KeyError(paragraph)
        at = paragraph.index("12个")
        return [common.mention(at, at + 3, 12, "个")]

    text = "坏的一段12个。\n乙市有 １２\n个。"
    found, lost = common.by_paragraph(text, read)
    assert lost == 1
    assert [text[row["start"] : row["end"]] for row in found] == ["１２\n个"]


@pytest.mark.parametrize(
    "surface, unit",
    [("15,953万元", "元"), ("35.6 平方公里", "平方公里"), ("三百多个", "个"), ("57", None), ("kg", None)],
)
def test_the_unit_is_what_stands_behind_the_number(surface, unit):
    assert common.written_unit(surface) == unit


def test_absent_peers_are_named_in_the_table():
    code = (
        "import runpy, sys; sys.argv = ['benchmarks/facts.py']; sys.path[:0] = ['benchmarks', 'workflow/lib']; "
        "table = runpy.run_path('benchmarks/facts.py')['table']; "
        "print(table({'jionlp': 'absent (--peers)'}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    head, rule, row = result.stdout.splitlines()
    assert row.startswith("| JioNLP: absent (--peers) | –")
    assert head.count("|") == rule.count("|") == row.count("|")


def test_the_peers_are_pinned_with_hashes_and_without_hosts():
    text = (ROOT / "benchmarks/requirements-peers.txt").read_text(encoding="utf-8")
    pins = [block for block in text.split("\n") if block[:1].isalnum()]
    asked = (ROOT / "benchmarks/requirements-peers.in").read_text(encoding="utf-8").splitlines()
    wanted = {line.split("#")[0].strip() for line in asked if line[:1].isalnum()}
    assert wanted <= {pin.split(" ")[0] for pin in pins}
    assert text.count("==") == len(pins) and text.count("--hash=sha256:") >= len(pins)
    assert not any(word in text for word in ("://", "--index", "--find-links", "--trusted-host"))

"""YAML is read with libyaml, or in Python where that is missing or refuses: the contents are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan import yamlfile
from suyuan.yamlfile import YamlError, parse_yaml, read_yaml

ROOT = Path(__file__).resolve().parents[1]
FILES = [*sorted((ROOT / "config").rglob("*.yaml")), *sorted((ROOT / "raw").glob("*.yaml"))]
SPELLINGS = """
words: [no, on, 12:30, 2024-12-13, "1", 1_000, 0x1F, .5, 1e3]
special: [null, ~, true, False, 0, -12, 3.10]
京津冀: {标准: [30, 31.50], 空: }
text: |
  one
  two
folded: >-
  one
  two
base: &base {a: 1}
merged:
  <<: *base
  b: "\\u4e2d\\
    文"
"""


@pytest.fixture
def in_python(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(yamlfile, "_Fast", None)
    return monkeypatch


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_of_the_project(path: Path, in_python: pytest.MonkeyPatch) -> None:
    slow = read_yaml(path)
    in_python.undo()
    assert read_yaml(path) == slow


def test_spellings(in_python: pytest.MonkeyPatch) -> None:
    slow = parse_yaml(SPELLINGS, "a.yaml")
    in_python.undo()
    fast = parse_yaml(SPELLINGS, "a.yaml")
    assert repr(fast) == repr(slow)  # 1 and true and 1.0 are equal
    assert fast.line(("merged", "b")) == 14
    assert fast.data["words"][:4] == ["no", "on", "12:30", "2024-12-13"]
    assert repr(fast.data["special"][-1]) == "Decimal('3.10')"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: 1\na: 2\n", "a.yaml: line 2: the key 'a' stands here twice"),
        ("a: 1\n b: 2\n", "a.yaml: line 2: mapping values are not allowed here"),
        ("a: [1\n", "a.yaml: line 2: expected ',' or ']', but got '<stream end>'"),
    ],
)
def test_both_say_the_same_is_wrong(text: str, what: str, in_python: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with pytest.raises(YamlError) as error:
            parse_yaml(text, "a.yaml")
        assert str(error.value) == what
        in_python.undo()


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000 + "a"])
def test_no_depth_ends_the_process(text: str) -> None:
    with pytest.raises(YamlError, match="nested too deeply"):
        parse_yaml(text, "a.yaml")

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


WITH_LIBYAML = yamlfile._Fast is not None
needs_libyaml = pytest.mark.skipif(
    not WITH_LIBYAML, reason="PyYAML is built without libyaml here: nothing to compare"
)


@pytest.fixture
def in_python(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(yamlfile, "_Fast", None)
    return monkeypatch


@needs_libyaml
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_of_the_project(path: Path, in_python: pytest.MonkeyPatch) -> None:
    slow = read_yaml(path)
    in_python.undo()
    assert read_yaml(path) == slow


@needs_libyaml
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
def test_what_is_wrong(text: str, what: str) -> None:
    with pytest.raises(YamlError) as error:
        parse_yaml(text, "a.yaml")
    assert str(error.value) == what


def outcome(text: str) -> str:
    """What reading gives: the contents with their lines, or the message."""
    try:
        return repr(parse_yaml(text, "a.yaml"))
    except YamlError as error:
        return str(error)


@needs_libyaml
@pytest.mark.parametrize(
    "text",
    [
        "a:\tb",
        "a: 1\t# c",
        "a: [b,\tc]",
        "a: |\t\n  b",
        "a: |-#c\n  b",
        "a: >2#c\n  b",
        "[a?b, ?c]",
        "[http://x/?a=1]",
        "a: b\n\ufeffc: d",
        "a: b\ufeff",
        "a: b\u2028c: d",
        "a: b\u2029  c",
        *("[" * n + "]" * n for n in (299, 302, 700, 1400)),
        *("\n".join(" " * k + "a:" for k in range(n)) for n in (299, 302, 700, 1400)),
        *("- " * n + "a" for n in (299, 302, 700)),
    ],
    ids=lambda text: f"{text[:12]!r} {len(text)}",
)
def test_both_accept_and_refuse_the_same(text: str, in_python: pytest.MonkeyPatch) -> None:
    slow = outcome(text)
    in_python.undo()
    assert outcome(text) == slow


@needs_libyaml
def test_libyaml_reads_what_both_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlfile, "_Loader", None)  # calling it would fail
    assert parse_yaml(SPELLINGS, "a.yaml").data["special"][4] == 0


@pytest.mark.parametrize("deep", [300, 301])
def test_three_hundred_levels_are_read(deep: int) -> None:
    text = "\n".join(" " * k + "a:" for k in range(deep)) + " 1"
    if deep == 300:
        assert parse_yaml(text, "a.yaml").line(("a",) * deep) == deep
    else:
        with pytest.raises(YamlError, match="nested too deeply"):
            parse_yaml(text, "a.yaml")


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "- " * 100_000 + "a", "\n".join(" " * k + "a:" for k in range(1400))],
    ids=["brackets", "lists", "keys"],
)
def test_no_depth_ends_the_process(text: str) -> None:
    with pytest.raises(YamlError, match="nested too deeply"):
        parse_yaml(text, "a.yaml")

"""Corrections: entries of the file, and messages word by word."""

import jsonschema
import pytest

from corrections.correction_material import ROOT
from suyuan.corrections import (
    Correction,
    Setting,
    read_corrections,
)
from suyuan.corrections.quote import Quote
from suyuan.problems import problem_line
from suyuan.suggest import validate
from suyuan.yamlfile import parse_yaml

ENTRY = {
    "action": "confirm", "source": "one", "edition": "text", "quote": {"surface": "5项"},
    "reason": "为何", "who": "某人", "when": "2026-01-31",
}  # fmt: skip
MESSAGES = [
    ({"acton": "x"}, "acton: unknown key; did you mean 'action'?"),
    ({"action": "fix"}, "action: 'fix' is not one of confirm, amend, reject, add"),
    ({"action": "ammend"}, "action: 'ammend' is not one of confirm, amend, reject, add; did you mean 'amend'?"),
    ({"edition": "collected"}, "edition: 'collected' is not one of original, text, digest"),
    ({"quote": {"surfce": "5项"}}, "quote.surface: missing: the words of the quantity as printed: qualifier, number, "
                                   "multiplier, unit"),
    ({"quote": {"surface": " "}}, "quote.surface: the quote needs the words of the number itself"),
    ({"quote": "5项"}, "quote: expected keys with values, got '5项'"),
    ({"action": "amend"}, "amend needs 'set' with at least one field"),
    ({"action": "amend", "set": {}}, "amend needs 'set' with at least one field"),
    ({"action": "amend", "set": {"valeu": 5}}, "set.valeu: unknown key; did you mean 'value'?"),
    ({"action": "amend", "set": {"fact_id": "x"}}, "set.fact_id: unknown key; known: value, value_min, "),
    ({"action": "amend", "set": {"value": "5项"}},
     "set.value: '5项' is no number; write digits only, such as 380000000000, 39.5 or 100/3"),
    ({"action": "amend", "set": {"value": True}},
     "set.value: True is no number; write digits only, such as 380000000000, 39.5 or 100/3"),
    ({"action": "amend", "set": {"value": "1/0"}},
     "set.value: '1/0' is no number; write digits only, such as 380000000000, 39.5 or 100/3"),
    ({"action": "amend", "set": {"nature": "goal"}}, "set.nature: 'goal' is not one of actual, target, forecast"),
    ({"action": "amend", "set": {"time": "2022年"}}, "set.time: '2022年' is no EDTF date; write it as "),
    ({"set": {"value": 5}}, "confirm takes no 'set'; to change fields use amend"),
    ({"action": "add", "set": {"unit": "项"}}, "add needs set.value, or set.value_min and set.value_max"),
    ({"reason": ""}, "reason: is empty; leave the key out or give it a value"),
    ({"when": "31.1.2026"}, "when: '31.1.2026' is no EDTF date; write it as "),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), MESSAGES, ids=range(len(MESSAGES)))
def test_messages_of_entries(change, message):
    texts = [
        f"{f.path}: {f.message}" if f.path else f.message
        for f in validate(Correction, {**ENTRY, **change})[1]
    ]
    assert texts and texts[0].startswith(message)


def test_a_bad_entry_is_left_out(tmp_path):
    path = tmp_path / "corrections.yaml"
    good = "- {action: confirm, source: one, edition: text, quote: {surface: 5项}, reason: x, who: y, when: 2026}\n"
    path.write_text(good + good.replace("who: y", "whom: y"), encoding="utf-8")
    corrections, problems = read_corrections(path)
    assert [found.when for found in corrections] == ["2026"]
    assert [problem_line(problem) for problem in problems] == [
        "error: raw/corrections.yaml: line 2: who: missing: who decided. "
        "What to do: correct the entry; it is not applied until then",
        "error: raw/corrections.yaml: line 2: whom: unknown key; did you mean 'who'?. "
        "What to do: correct the entry; it is not applied until then",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("corrections: []", "expected a list of corrections, each beginning with '- action:'. "
                            "What to do: follow the example at the head of the file"),
        ("[", "line 1: expected the node content, but found '<stream end>'. "
              "What to do: correct the file; nothing in it is applied"),
    ],
)  # fmt: skip
def test_files_that_are_no_list(tmp_path, text, message):
    path = tmp_path / "corrections.yaml"
    path.write_text(text)
    assert [problem_line(problem) for problem in read_corrections(path)[1]] == [
        f"error: raw/corrections.yaml: {message}"
    ]


def test_a_missing_file_and_the_one_in_git_have_none(tmp_path):
    assert read_corrections(tmp_path / "corrections.yaml") == ([], [])
    path = tmp_path / "corrections.yaml"
    path.write_text("")
    assert read_corrections(path) == ([], [])


def test_the_example_in_the_file_is_valid():
    text = (ROOT / "raw/corrections.yaml").read_text(encoding="utf-8")
    lines = [line[2:] for line in text.splitlines() if line.startswith(("# -", "#   "))]
    (entry,) = parse_yaml("\n".join(lines), "corrections.yaml").data
    assert Correction.model_validate(entry).set.given() == {"time": "2022-10", "time_kind": "as_of"}


@pytest.mark.parametrize("model", [Correction, Quote, Setting])
def test_each_field_teaches(model):
    base = {Correction: ENTRY, Quote: {"surface": "5项"}, Setting: {}}[model]
    for name, field in model.model_fields.items():
        assert field.description and field.examples, name
        for example in field.json_schema_extra["examples_bad"]:
            assert any(
                fault.loc and fault.loc[0] == name for fault in validate(model, {**base, name: example})[1]
            ), name
        if name not in {"action", "set"}:
            for example in field.examples:
                assert validate(model, {**base, name: example})[1] == [], name


def test_schema_takes_what_the_model_takes():
    from suyuan.schemas import MAKERS

    validator = jsonschema.Draft202012Validator(MAKERS["corrections.json"]())
    validator.validate([{**ENTRY, "action": "amend", "set": {"value": 5, "low": "4.5", "time": 2022}}])
    assert list(validator.iter_errors([{**ENTRY, "set": {"valeu": 5}}]))

from pathlib import Path

import pytest

from factories import make_fact, make_measure
from suyuan.reconcile import read_decisions
from suyuan.reconcile.catalogue import by_id
from suyuan.reconcile.decisions import match_decisions

HEAD = "fact_id,source_id,edition,surface,quote,measure_id,breakdown,who,when,reason\n"
CATALOGUE = by_id([make_measure("standards", dimensions=("领域", "范围"))])


def read(tmp_path: Path, text: str):
    path = tmp_path / "config" / "measure_decisions.csv"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return read_decisions(path, CATALOGUE)


def test_an_absent_file_has_no_decisions(tmp_path):
    assert read_decisions(tmp_path / "none.csv", CATALOGUE) == ([], [])


def test_rows_become_decisions(tmp_path):
    decisions, problems = read(
        tmp_path, HEAD + "f1,,,,,standards,,n.n.,2026-01-01,clear\n,s1,digest,9项,有9项,,,n.n.,2026,no\n"
    )
    assert problems == []
    assert [(d.line, d.fact_id, d.measure_id) for d in decisions] == [(2, "f1", "standards"), (3, "", "")]


@pytest.mark.parametrize(
    ("row", "what", "todo"),
    [
        ("f1,,,,,standard,,n.n.,2026,r", "unknown measure standard", "did you mean 'standards'?"),
        (",s1,,9项,,standards,,n.n.,2026,r", "neither fact_id nor", "fact_id"),
        (",s1,,9项,有8项,standards,,n.n.,2026,r", "does not hold the surface", "quote"),
        ("f1,,,,,standards,,,2026,", "who, reason is empty", "who decided"),
        ("f1,s1,digests,,,standards,,n.n.,2026,r", "unknown edition digests", "did you mean 'digest'?"),
        ("f1,,,,,standards,交通,n.n.,2026,r", "is not name=value", "领域=交通"),
        ("f1,,digest,,,standards,,n.n.,2026,r", "without source_id", "source"),
        ("f1,,,,,standards,,n.n.,31/1/2026,r", "when: '31/1/2026' is no EDTF date", "day of the decision"),
        (
            "f1,,,,,standards,领城=交通,n.n.,2026,r",
            "unknown dimension '领城'",
            "known: 范围, 领域 (config/dimensions.yaml)",
        ),
        ("f1,,,,,standards,,n.n.,2026,clear, to me", "number of fields is 11", "double quotes"),
    ],
)
def test_a_mistake_is_a_problem_with_its_line(tmp_path, row, what, todo):
    decisions, problems = read(tmp_path, HEAD + row + "\n")
    assert decisions == []
    assert what in problems[0].what
    assert todo in problems[0].todo
    assert problems[0].where == "line 2"


def test_a_wrong_column_is_a_problem(tmp_path):
    decisions, problems = read(tmp_path, HEAD.replace("measure_id", "mesure_id"))
    assert decisions == []
    assert "unknown column 'mesure_id', perhaps 'measure_id'" in problems[0].what
    assert "measure_id" in problems[0].todo


@pytest.mark.parametrize(
    ("quote", "selected"),
    [("河北有3家", ["f2"]), ("北京有3家", ["f1"]), ("3家，河北有3家", ["f1", "f2"])],
)
def test_the_quote_tells_which_of_two_equal_surfaces_of_a_sentence_is_meant(tmp_path, quote, selected):
    decisions, _ = read(tmp_path, HEAD + f",s1,,3家,{quote},standards,,n.n.,2026-01-01,r\n")
    given = {"surface": "3家", "sentence": "北京有3家，河北有3家。"}
    facts = [make_fact("f1", 3, start=13, **given), make_fact("f2", 3, start=19, **given)]
    chosen, problems = match_decisions(facts, decisions)
    assert list(chosen) == (selected if len(selected) == 1 else [])
    assert len(problems) == (0 if len(selected) == 1 else 1)

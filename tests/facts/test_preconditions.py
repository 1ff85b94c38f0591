"""What rules and patterns declare that they need saves asking them, and never changes a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts import by_sentence as by_sentence_room
from suyuan.facts import columns as columns_room
from suyuan.facts.columns import RULES
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import DECLARED, may_speak_of, needs, reads_sort, silent_in, words_needed
from suyuan.facts.procedure_words import with_words
from suyuan.facts.reading import Column, sorts_of, with_unit
from suyuan.gated import ALL, GatedPattern, gated
from suyuan.reading import read_document

ROOT = Path(__file__).parents[2]
# of every kind of text some: all of them take a minute and find no more
FILES = [
    *sorted((ROOT / "tests/data/texts").glob("*.txt"))[::4],
    *sorted((ROOT / "raw/digests").glob("*.html")),
]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [read_document(path, source_id=path.stem, edition="text") for path in FILES]


@pytest.fixture(scope="module")
def facts(documents: list[Document], knowledge: Knowledge) -> list[list[str]]:
    return [_facts(document, knowledge) for document in documents]


def _facts(document: Document, knowledge: Knowledge) -> list[str]:
    return [fact.model_dump_json() for fact in extract_facts(document, knowledge).facts]


def test_no_precondition_hides_a_rule(
    documents: list[Document], facts: list[list[str]], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns_room, "_rules_for", lambda par, unit: RULES)
    monkeypatch.setattr(by_sentence_room, "_rules_for", lambda par, unit: by_sentence_room.RULES)
    assert sum(map(len, facts)) > 500
    for document, known in zip(documents, facts, strict=True):
        assert _facts(document, knowledge) == known, document.source_id


def test_no_gate_hides_a_match(
    documents: list[Document], facts: list[list[str]], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GatedPattern, "may_match", lambda self, text: True)
    for document, known in zip(documents, facts, strict=True):
        assert _facts(document, knowledge) == known, document.source_id


def test_whatever_a_gated_pattern_matches_holds_one_of_its_words(facts: list[list[str]]) -> None:
    assert facts and len(ALL) > 8  # those of tables are made when the first document is read
    for made in ALL:
        _check_matches(made)


def _check_matches(made: GatedPattern) -> None:
    @settings(max_examples=20, deadline=None, database=None)
    @given(st.from_regex(made.pattern))
    def check(text: str) -> None:
        assert made.may_match(text), (made.pattern.pattern, text)

    check()


def test_gated_pattern_searches_as_its_expression_does() -> None:
    pattern = gated("(?<=满)[一二三]轮|轮次", ["轮"])
    ALL.remove(pattern)  # a pattern of this test alone
    for text in ("满一轮，另有轮次", "满一回", ""):
        assert [m.span() for m in pattern.finditer(text)] == [
            m.span() for m in pattern.pattern.finditer(text)
        ]
        assert (pattern.search(text) is None) == (pattern.pattern.search(text) is None)
    assert pattern.search("满一轮，另有轮次", 4, 6) is None


@pytest.mark.parametrize("words", [[], [""]])
def test_gated_pattern_names_its_words(words: list[str]) -> None:
    with pytest.raises(ValueError, match="name the words"):
        gated("轮", words)


def _rules_that_declare() -> Iterator[str]:
    return (rule.__name__ for rule in RULES if rule in DECLARED)


def test_most_rules_declare_what_they_need() -> None:
    assert len(list(_rules_that_declare())) > len(RULES) // 2
    assert set(DECLARED) <= {
        *RULES,
        *by_sentence_room.RULES,
    }  # a declaration that nobody reads would be a mistake


def test_a_rule_needs_one_of_its_words_and_one_of_its_sorts() -> None:
    @needs("轮", table=lambda: ["回合"], of=["count"])
    def rule() -> None: ...

    try:
        assert words_needed(rule) == ("轮", "回合")
        assert may_speak_of(rule, "第二回合") and not may_speak_of(rule, "第二次")
        assert reads_sort(rule, sorts_of("项")) and not reads_sort(rule, sorts_of("%"))
    finally:
        del DECLARED[rule]


def test_rule_without_declaration_is_always_asked() -> None:
    def rule() -> None: ...

    assert may_speak_of(rule, "") and reads_sort(rule, frozenset())


def test_silent_are_the_rules_whose_words_no_paragraph_holds(
    documents: list[Document], knowledge: Knowledge
) -> None:
    paragraphs: list[Paragraph] = []
    for document in documents[:3]:
        extract_facts(document, knowledge, lambda trace: paragraphs.append(trace.stages.par))
    assert paragraphs
    for par in paragraphs:
        assert silent_in(par) == {rule for rule in DECLARED if not may_speak_of(rule, par.text)}


def test_sort_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="no sort of number"):
        needs(of=["weight"])


@pytest.mark.parametrize(
    ("unit", "sorts"),
    [("%", {"share"}), ("CNY", {"money"}), ("CNY/km2", {"money"}), ("年", {"duration"}), ("项", {"count"}), (None, {"bare"})],
)  # fmt: skip
def test_sorts_of_units(unit: str | None, sorts: set[str]) -> None:
    assert sorts_of(unit) == sorts


@given(st.none() | st.text(), st.none() | st.text())
def test_column_with_a_unit_is_that_of_replace(before: str | None, after: str | None) -> None:
    column = Column("灌溉面积", "灌溉面积", "noun_before_number", unit=before, breakdown={"季节": "夏"})
    changed = with_unit(column, after)
    assert changed == replace(column, unit=after) and changed.unit == after and column.unit == before


def test_pattern_with_words_of_a_table() -> None:
    assert with_words("于%deeds%$").search("样品于烘干") is not None
    with pytest.raises(AttributeError):
        with_words("%no_such_table%")

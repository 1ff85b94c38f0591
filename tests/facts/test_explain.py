"""What is told of one number: each stage's reading with the rule that fired."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import suyuan
from facts.fact_documents import make_document
from facts.test_tables import document as table
from suyuan.cli.explained import explained_text
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.facts.explain import explain, fact_told
from suyuan.facts.rule_meanings import table_of_rules
from suyuan.facts.trace import Trace
from suyuan.locate import SpanError

At = Callable[..., dict[str, Any]]
PARAGRAPH = "2023年，河北省新增地方标准75项，同比增长7.1%。北京、天津、河北分别发布规程57、14和4项。到2025年力争标准超过100项。"
ROWS = (
    ("heading", "一、2022年工作回顾"),
    "全市完成心血管疾病（CVDs）筛查3万人次。",
    "CVDs门诊共有20家，其中公办8家。",
)
WITHIN = ("clause", "sentence", "paragraph")
NAMED = re.compile(r'(?:no_time\(|moved=)"([a-z_]+)"')
ABBREVIATED = "心血管疾病（CVDs）筛查3万人次。CVDs门诊共有20家。"
TABLE = table("部门\t标准数量（项）\t2023年占比（%）", "住建委\t14\t7.5", "教委\t9\t4.8")


@pytest.fixture
def at(knowledge: Knowledge) -> At:
    """The explanation of the fact or numeral that begins where these words stand in a document."""

    def _at(
        words: str, *blocks: Any, title: str | None = None, whole: Document | None = None
    ) -> dict[str, Any]:
        document = whole or make_document(*blocks, title=title)
        (told,) = explain(document, knowledge, document.text.index(words))
        return told

    return _at


def test_a_fact_tells_every_stage(at: At) -> None:
    told = at("75项", PARAGRAPH)
    assert [told[name] for name in ("found", "surface")] == ["fact", "75项"]
    assert told["block"]["kind"] == "paragraph"
    assert told["numeral"] == [
        {"text": "75", "kind": "arabic", "value": "75", "step": "1", "multiplier": None}
    ]
    quantity = told["quantity"]
    assert [quantity[name] for name in ("rule", "unit", "unit_from", "comparator", "bounds", "bound_rule")] == [
        "number", "项", "printed", "=", "[75, 75]", "counted",
    ]  # fmt: skip
    assert [told["time"][name] for name in ("time", "from", "rule", "kind", "planned", "taken_from")] == [
        "2023", "sentence", "topic_of_sentence", "during", False, "2023年",
    ]  # fmt: skip
    assert told["area"]["area"] == ["河北"] and told["area"]["rule"] == "clause"
    assert told["nature"] == {"nature": "actual", "rule": "no_word_of_plan", "word": None}


@pytest.mark.parametrize(
    ("words", "stage", "name", "expected"),
    [
        ("超过100项", "quantity", "before_number", "超过"),
        ("超过100项", "quantity", "bounds", "(100, ∞)"),
        ("超过100项", "quantity", "bound_rule", "more_than"),
        ("超过100项", "time", "rule", "before_in_clause"),
        ("超过100项", "time", "planned", True),
        ("超过100项", "nature", "rule", "word_of_target"),
        ("超过100项", "nature", "word", "力争"),
        ("7.1%", "time", "rule", "of_compared_level"),
        ("7.1%", "area", "rule", "carried"),
        ("7.1%", "area", "carried_from", "75项 (clause)"),
        ("7.1%", "measure", "rule", "growth"),
        ("14和", "quantity", "unit_from", "another_member_of_the_list"),
        ("14和", "time", "rule", "frame_of_paragraph"),
        ("14和", "area", "rule", "respectively"),
        ("14和", "measure", "rule", "carried_in_list"),
    ],
)
def test_the_rule_that_fired(at: At, words: str, stage: str, name: str, expected: object) -> None:
    assert at(words, PARAGRAPH)[stage][name] == expected


@pytest.mark.parametrize(
    ("words", "blocks", "title", "rule"),
    [
        ("3万人次", ROWS, None, "heading"),
        ("20家", ("全市门诊共有20家。",), "澄湖市2023年国民经济和社会发展统计公报", "year_under_report"),
        ("20家", ("全市门诊共有20家。",), None, "nothing_dates_it"),
        ("20家", ("近年来，全市门诊共有20家。",), None, "topic_of_sentence_left_open"),
        ("5项", ("2020年、2021年和2022年分别发布标准5项、7项和9项。",), None, "paired_in_list"),
        ("5项", ("该市发布标准5项（2022年）。",), None, "after_in_clause"),
        ("120元", ("标准由120元提高到200元。",), None, "undated_start_of_change"),
    ],
)
def test_the_rule_of_the_time(at: At, words: str, blocks: Any, title: str | None, rule: str) -> None:
    assert at(words, *blocks, title=title)["time"]["rule"] == rule


@pytest.mark.parametrize(
    ("words", "blocks", "taken", "paragraph"),
    [
        (
            "86公里",
            ("到2022年底，建成以下设施：", "铁路86公里。"),
            "到2022年底",
            "到2022年底，建成以下设施：",
        ),
        ("20家", ("2022年底有医院5家，", "门诊20家。"), "2022年底", "2022年底有医院5家，"),
        ("3万人次", ROWS[:2], "2022年", "一、2022年工作回顾"),
        ("86人", (ROWS[0], "五年来，就业扩大。", "新增就业86人。"), "五年来", "五年来，就业扩大。"),
    ],
)
def test_a_time_of_another_paragraph_is_told_with_its_words(
    at: At, words: str, blocks: Any, taken: str, paragraph: str
) -> None:
    time = at(words, *blocks, title="某市2023年政府工作报告")["time"]
    assert (time["taken_from"], time["in_paragraph"]) == (taken, paragraph)
    assert all(taken in row["not_taken"] for row in time["candidates"] if row["not_taken"])


def test_times_that_could_govern_are_named_from_where_they_stand(at: At) -> None:
    told = at("超过100项", PARAGRAPH)["time"]["candidates"]
    assert [(row["place"], row["words"], row["time"]) for row in told[:2]] == [
        ("paragraph", "2023年", "2023"),
        ("clause", "到2025年", "2025"),
    ]
    heading = at("3万人次", *ROWS)["time"]["candidates"]
    assert ("heading", "2022") in [(row["place"], row["time"]) for row in heading]


@pytest.mark.parametrize(
    ("words", "text", "wanted"),
    [
        # the time taken has no reason, the others have one
        (
            "2万人次",
            "2020年，全市就诊32万人次，比2019年增加2万人次。",
            {"2020年": None, "2019年": "only compared with"},
        ),
        (
            "22.79%",
            "占比为22.79%（2019年：13.33%）。",
            {"2019年": "dates the number in its bracket"},
        ),
        (
            "46家",
            "2011年成立的协会规模扩大，会员有46家。",
            {"2011年": "dates a noun before the number (2019年成立的…)"},
        ),
        (
            "90%",
            "设备于2018年安装，2023年运行率为90%。",
            {"2018年": "another time was taken", "2023年": None},
        ),
        (
            "12件",
            "去年发案30件，破案率（2021年为80%）提高。结案12件。",
            {"去年": None, "2021年": "another time was taken"},
        ),
    ],
)
def test_each_time_says_why_it_was_not_taken(
    at: At, words: str, text: str, wanted: dict[str, str | None]
) -> None:
    told = at(words, text)["time"]
    found = {row["words"]: row["not_taken"] for row in told["candidates"] if row["place"] in WITHIN}
    assert found == wanted
    assert told["tried"][-1]["said"] == (told["time"] or "no time")


def test_what_the_rules_do_is_told_in_words(at: At) -> None:
    told = at("7.1%", PARAGRAPH)
    assert (
        told["time"]["meaning"]
        == "a change beside its level (12406列，同比增长50%), of the time of the level"
    )
    assert told["area"]["meaning"] == "the place of the number before"
    assert told["measure"]["meaning"].startswith("N(比上年)增长X: N增速")


def test_a_step_that_sets_the_time_anew_is_told(at: At) -> None:
    paper = (
        ("heading", "1 资料与方法"),
        "选取2019年3—9月收治的86例患者。",
        ("heading", "2 结果"),
        "优良率为91.4%。",
    )
    told = at("91.4%", *paper)["time"]
    assert (told["time"], told["rule"]) == ("2019-03/2019-09", "period_of_study")
    said = [(row["rule"], row["said"]) for row in told["tried"] if row["said"]]
    assert said == [("time_from_outside", "no time"), ("study", "2019-03/2019-09")]


@pytest.mark.parametrize("folder", ["time", "facts"])
def test_every_rule_of_a_time_has_words(folder: str) -> None:
    """Rules named where a time is made have a meaning in the table."""
    table = set(table_of_rules()["time"])
    files = (Path(suyuan.__file__).parent / folder).glob("*.py")
    named = {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}
    assert named <= table


def test_rules_are_told_up_to_the_one_that_fired(at: At) -> None:
    told = at("7.1%", PARAGRAPH)
    *before, last = told["measure"]["tried"]
    assert last == {"rule": "growth", "said": told["measure"]["measure"]}
    assert before and all(row["said"] is None for row in before)
    *before, last = told["area"]["tried"]
    assert last["said"] == ["河北"] and all(row["said"] is None for row in before)


def test_an_abbreviation_written_out_is_told(at: At) -> None:
    measure = at("20家", ABBREVIATED)["measure"]
    assert "CVDs" in measure["abbreviation_written_out"]
    assert "心血管疾病" in measure["measure"]


def test_a_cell_tells_what_its_heads_say(at: At) -> None:
    told = at("7.5", whole=TABLE)
    assert told["quantity"]["unit_from"] == "head_of_table"
    assert told["time"]["rule"] == "row_head_or_caption_of_table"
    assert told["measure"]["rule"] == "column_of_table"
    assert [(row["dimension"], row["value"], row["rule"]) for row in told["breakdown"]] == [
        ("部门", "住建委", "heads_of_table")
    ]


def test_a_numeral_that_is_no_fact_has_its_class_and_reason(at: At) -> None:
    told = at("2023", PARAGRAPH)
    assert (told["found"], told["class"], told["reason"]) == ("numeral", "date", None)
    unread = at("十项", "这类标准有数十项。")
    assert (unread["class"], unread["reason"]) == ("unread", "vague number")


def test_a_part_of_a_refused_number_tells_which_and_why(at: At) -> None:
    told = at("75岁", "60～75岁老年人群中较高。")
    assert told["refused_number"] == {
        "surface": "60～75",
        "start": 0,
        "class": "name",
        "reason": "label of an age group",
    }
    assert at("60～", "60～75岁老年人群中较高。")["refused_number"] is None


def test_where_nothing_was_read_the_nearest_facts_are_named(at: At) -> None:
    told = at("北京", PARAGRAPH)
    assert told["found"] == "nothing"
    assert [row["surface"] for row in told["nearest"]] == ["75项", "7.1%", "57", "14"]


@pytest.mark.parametrize("start", [-1, len(PARAGRAPH) + 1, 10**9])
def test_an_offset_outside_is_an_error(knowledge: Knowledge, start: int) -> None:
    with pytest.raises(SpanError, match="outside the text"):
        explain(make_document(PARAGRAPH), knowledge, start)


def traces(document: Document, knowledge: Knowledge) -> list[Trace]:
    found: list[Trace] = []
    facts = extract_facts(document, knowledge, found.append).facts
    assert sorted(trace.fact.fact_id for trace in found) == sorted(fact.fact_id for fact in facts)
    return found


DOCUMENTS = [make_document(PARAGRAPH), make_document(*ROWS), make_document(ABBREVIATED), TABLE]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_stage_knows_its_rule(knowledge: Knowledge, document: Document) -> None:
    for trace in traces(document, knowledge):
        told = fact_told(document, trace, knowledge)
        stages = ("quantity", "time", "area", "measure", "nature")
        assert all(told[stage]["rule"] for stage in stages), told
        assert all(row["rule"] for row in told["breakdown"])
        assert {row["dimension"]: row["value"] for row in told["breakdown"]} == trace.fact.breakdown
        assert told["nature"]["nature"] == trace.fact.nature
        assert bool(told["time"]["kind_by"]) == (trace.fact.time is not None)
        tried = told["measure"].get("tried")
        if tried:
            last = tried[-1].get("completed") or tried[-1]["said"]
            assert last == trace.stages.read.measure


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_plain_text_says_what_the_object_says(knowledge: Knowledge, document: Document) -> None:
    for trace in traces(document, knowledge):
        told = fact_told(document, trace, knowledge)
        json.dumps(told)
        text = explained_text(told)
        assert text.endswith("\n") and "None" not in text
        said = [
            told["time"]["rule"],
            told["area"]["rule"],
            told["measure"]["rule"],
            told["quantity"]["bounds"],
        ]
        assert all(word in text for word in said)

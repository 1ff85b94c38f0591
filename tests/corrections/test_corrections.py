"""Corrections: selection by quote, the four actions, and messages word by word."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest

from suyuan.corrections import (
    Correction,
    CorrectionError,
    Setting,
    apply_corrections,
    not_read,
    read_corrections,
    reclassify,
)
from suyuan.corrections.quote import Quote, find_in_document, sentence_at
from suyuan.corrections.revised import amended_fact
from suyuan.document import Block, Document, Span
from suyuan.problems import problem_line
from suyuan.records import Fact, Numeral
from suyuan.suggest import validate
from suyuan.yamlfile import parse_yaml

ROOT = Path(__file__).parents[2]
KEY = ("one", "text")

# Two sentences; a running head in the middle of the second; the same 5项 twice; one number for two places.
TEXT = "甲地共有标准70项，去年增加\n5项。乙地也增加\n某刊 第3页\n5项，丙地与丁地各2项，另有三分之一未定。\n"
HEAD = TEXT.index("某刊")
BODY = Block(
    "paragraph",
    (Span(0, HEAD), Span(TEXT.index("5项，丙"), len(TEXT) - 1)),
    section=("一、情况", "（一）数量"),
)
FURNITURE = Block("furniture", (Span(HEAD, HEAD + len("某刊 第3页")),))


def document(edition="text") -> Document:
    return Document(
        source_id="one",
        edition=edition,
        path="one.txt",
        sha256="0" * 64,
        media="text",
        text=TEXT,
        blocks=(BODY, FURNITURE),
    )


def fact(surface: str, occurrence: int = 0, area: tuple[str, ...] = (), **more) -> Fact:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(surface, start + 1)
    end = start + len(surface)
    sentence = TEXT[: TEXT.index("。") + 1] if start < TEXT.index("。") else TEXT[TEXT.index("。") + 1 :]
    values = {
        "fact_id": f"f{start}{''.join(area)}", "source_id": "one", "edition": "text", "start": start, "end": end,
        "locator": document().locate(start, end), "block": "paragraph", "surface": surface,
        "sentence": sentence.replace("\n", "").replace("某刊 第3页", ""), "value": 5, "unit": "项", "area": area,
        "method": "count", "low": 5, "high": 5, "step": 1, "bound_rule": "counted",
    }  # fmt: skip
    return Fact.model_validate({**values, **more})


SEVENTY = fact(
    "70项",
    value=70,
    low=70,
    high=70,
    measure="标准",
    measure_id="standards",
    time="2020",
    time_from="sentence",
)
FIRST, SECOND = fact("5项"), fact("5项", 1)
BING, DING = (
    fact("2项", area=("丙地",), value=2, low=2, high=2),
    fact("2项", area=("丁地",), value=2, low=2, high=2),
)
FACTS = [SEVENTY, FIRST, SECOND, BING, DING]


def correction(action: str, surface: str, before: str = "", after: str = "", **more) -> Correction:
    quote = {"surface": surface, "before": before, "after": after, "area": more.pop("area", None)}
    base = {
        "action": action,
        "source": "one",
        "edition": "text",
        "quote": quote,
        "reason": "为何",
        "who": "某人",
    }
    return Correction.model_validate({**base, "when": "2026-01-31", **more})


def applied(*corrections: Correction, facts=None, read=None):
    return apply_corrections(
        FACTS if facts is None else facts, corrections, {KEY: document()} if read is None else read
    )


def error(*corrections: Correction, **more) -> list[str]:
    with pytest.raises(CorrectionError) as caught:
        applied(*corrections, **more)
    assert str(caught.value) == "\n".join(caught.value.messages)
    return list(caught.value.messages)


SELECTS = [
    ("70项", "", "", None, SEVENTY),
    ("70 项", "", "", None, SEVENTY),
    ("70项", "甲地共有标准", "，去年增加5项。", None, SEVENTY),
    ("5项", "去年增加", "", None, FIRST),
    ("5项", "去年\n增加", "", None, FIRST),
    ("5项", "", "。乙地", None, FIRST),
    ("5项", "", "，丙地", None, SECOND),
    ("5项", "乙地也增加", "", None, SECOND),  # across the running head
    ("5项", "第3页", "", None, SECOND),  # or with it, as the text stands
    ("5项", "5项。乙地也增加", "，丙地与丁地各2项", None, SECOND),
    ("2项", "各", "", ("丁地",), DING),
]


@pytest.mark.parametrize(("surface", "before", "after", "area", "expected"), SELECTS)
def test_a_quote_selects_one_fact(surface, before, after, area, expected):
    found = applied(correction("confirm", surface, before, after, area=area))
    assert [new.fact_id for new in found.facts if new.status == "confirmed"] == [expected.fact_id]
    assert [new.model_copy(update={"status": "extracted"}) for new in found.facts] == FACTS


def test_without_a_document_the_sentence_decides():
    read = {KEY: None}
    found = applied(correction("confirm", "5项", "乙地也增加"), read=read)
    assert [new.fact_id for new in found.facts if new.status == "confirmed"] == [SECOND.fact_id]
    assert error(correction("confirm", "5项", "某刊"), read=read)[0].startswith(
        "raw/corrections.yaml: confirm '5项' (one, text): no fact has this quote."
    )


NO_MATCH = (
    "raw/corrections.yaml: confirm '7项' (one, text): no fact has this quote. The nearest: "
    "'70项' in “甲地共有标准70项，去年增加5项。” (f6); '5项' in “…标准70项，去年增加5项。” (f15); "
    "'5项' in “乙地也增加5项，丙地与丁地各2项，…” (f31). "
    "Copy the words from the text that was read, or take the correction out if it is no longer needed"
)


def test_no_match_lists_the_nearest_facts():
    assert error(correction("confirm", "7项", "共有标准")) == [NO_MATCH]
    assert error(correction("confirm", "7项"), facts=[]) == [
        "raw/corrections.yaml: confirm '7项' (one, text): no fact has this quote. No fact was read there. "
        "Copy the words from the text that was read, or take the correction out if it is no longer needed"
    ]


def test_two_matches_are_ambiguous():
    assert error(correction("reject", "5项")) == [
        "raw/corrections.yaml: reject '5项' (one, text): 2 facts have this quote: '5项' in “…标准70项，去年增加5项。” (f15); "
        "'5项' in “乙地也增加5项，丙地与丁地各2项，…” (f31). Add words before or after (or area, where one number serves "
        "several places)"
    ]


def test_all_faults_at_once_and_nothing_applied():
    messages = error(
        correction("reject", "5项"), correction("confirm", "7项", "共有标准"), correction("confirm", "70项")
    )
    assert len(messages) == 2 and messages[1] == NO_MATCH


def test_two_corrections_of_one_fact():
    assert error(correction("confirm", "70项"), correction("reject", "70项", "标准")) == [
        "raw/corrections.yaml: reject '70项' (one, text): confirm is already given for this fact; keep one"
    ]


@pytest.mark.parametrize("key", [("one", "digest"), ("two", "text")])
def test_checked_only_where_the_edition_is_read(key):
    rests = correction("confirm", "7项", source=key[0], edition=key[1])
    assert applied(rests).facts == FACTS
    assert [problem_line(problem) for problem in not_read([rests], [KEY])] == [
        f"note: raw/corrections.yaml: confirm '7项': the {key[1]} of {key[0]} is not read in this build; the correction "
        "rests. What to do: nothing, if you have no copy of that edition"
    ]
    assert not_read([rests], [key]) == []


def test_facts_of_another_edition_are_no_targets():
    other = fact("70项").model_copy(update={"edition": "digest"})
    assert error(correction("confirm", "70项"), facts=[other])[0].endswith(
        "No fact was read there. Copy the words from the text that was read, or take the correction out if it is no "
        "longer needed"
    )


AMENDED = [
    ({"time": "2022-12"}, {"time": "2022-12", "time_from": None, "value": 70}),
    ({"time": None}, {"time": None, "time_from": None}),
    ({"measure": "新名"}, {"measure": "新名", "measure_id": None}),
    ({"area": ["丙地"]}, {"area": ("丙地",), "ref_area": None}),
    ({"area": ["丙地"], "ref_area": "丙地"}, {"ref_area": "丙地"}),
    ({"value": 75}, {"value": 75, "low": 75, "high": 75, "step": 1, "bound_rule": "counted"}),
    ({"value": "75.5", "unit": "%"}, {"value": Fraction("75.5"), "low": Fraction("75.45"), "high": Fraction("75.55")}),
    ({"comparator": ">"}, {"comparator": ">", "value": 70, "low": 70, "low_open": True, "high": None}),
    ({"comparator": "~"}, {"low": 60, "high": 80, "bound_rule": "about"}),
    ({"value_min": 70, "value_max": 75},
     {"comparator": "range", "value": None, "low": 70, "high": 75, "bound_rule": "range"}),
    ({"value": "100/3", "unit": "%"}, {"value": Fraction(100, 3), "low": None, "high": None, "bound_rule": None}),
    ({"low": 65}, {"low": 65, "high": 70, "bound_rule": "reviewer"}),
    ({"value": 80, "comparator": ">", "high": 90}, {"low": 80, "high": 90, "bound_rule": "reviewer"}),
    ({"breakdown": {"领域": "交通"}, "nature": "target"}, {"breakdown": {"领域": "交通"}, "nature": "target"}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), AMENDED)
def test_amend(given, expected):
    found = applied(correction("amend", "70项", set=given))
    (new,) = [new for new in found.facts if new.status == "amended"]
    assert new.fact_id == SEVENTY.fact_id and not found.problems
    assert {name: getattr(new, name) for name in expected} == expected
    assert found.facts[1:] == FACTS[1:]


def test_a_range_amended_to_one_number():
    ranged, _ = amended_fact(SEVENTY, {"value_min": Fraction(70), "value_max": Fraction(75)})
    back, faults = amended_fact(ranged, {"value": Fraction(75)})
    assert not faults and (back.comparator, back.value, back.value_min, back.high) == ("=", 75, None, 75)


def test_an_amendment_that_changes_nothing():
    found = applied(correction("amend", "70项", set={"value": 70, "unit": "项"}))
    assert [problem_line(problem) for problem in found.problems] == [
        "warning: raw/corrections.yaml: amend '70项': changes nothing: the fact was read with these values. "
        "What to do: use confirm, or take the correction out"
    ]


IMPOSSIBLE = [
    ({"low": 80}, "low 80 above high 70: '70项'"),
    ({"comparator": "range"}, "a range has value_min and value_max and no value: '70项'"),
    ({"value": None}, "a fact that is no range has a value and no value_min, value_max: '70项'"),
    ({"value_min": 5}, "a range has value_min and value_max and no value: '70项'"),
    ({"comparator": None}, "set.comparator: None is not one of =, ~, >, >=, <, <=, range"),
]


@pytest.mark.parametrize(("given", "message"), IMPOSSIBLE)
def test_amendments_that_give_no_fact(given, message):
    assert error(correction("amend", "70项", set=given)) == [
        f"raw/corrections.yaml: amend '70项' (one, text): {message}"
    ]


def test_reject_takes_the_fact_out_and_its_numeral_back():
    found = applied(correction("reject", "70项"))
    assert found.facts == FACTS[1:]
    assert found.rejected == {"f6": "rejected by 某人: 为何"}
    numeral = Numeral(
        source_id="one",
        edition="text",
        start=6,
        end=8,
        surface="70",
        numeral_class="fact",
        fact_id="f6",
        block="paragraph",
    )
    other = numeral.model_copy(update={"start": 14, "end": 15, "surface": "5", "fact_id": "f15"})
    assert reclassify([numeral, other], found) == [
        numeral.model_copy(
            update={"numeral_class": "unread", "reason": "rejected by 某人: 为何", "fact_id": None}
        ),
        other,
    ]


def test_add_makes_a_fact_with_its_place():
    given = {"value": "100/3", "unit": "%", "measure": "未定占比", "area": ["丁地"]}
    found = applied(correction("add", "三分之一", "另有", "未定", set=given))
    new = found.facts[-1]
    assert found.facts[:-1] == FACTS
    assert TEXT[new.start : new.end] == new.surface == "三分之一"
    assert (new.status, new.method, new.value, new.unit) == ("added", "correction", Fraction(100, 3), "%")
    assert (new.section, new.block) == ("一、情况 / （一）数量", "paragraph")
    assert new.sentence == "乙地也增加5项，丙地与丁地各2项，另有三分之一未定。"
    assert new.locator == document().locate(new.start, new.end)
    assert new.fact_id.startswith("fact-") and found.facts == applied(
        correction("add", "三分之一", "另有", "未定", set=given)
    ).facts  # fmt: skip
    numeral = Numeral(
        source_id="one", edition="text", start=new.start, end=new.end, surface="三分之一", numeral_class="unread",
        reason="no rule", block="paragraph",
    )  # fmt: skip
    (read,) = reclassify([numeral], found)
    assert (read.numeral_class, read.fact_id, read.reason) == ("fact", new.fact_id, None)
    (elsewhere,) = reclassify([numeral.model_copy(update={"edition": "digest"})], found)
    assert elsewhere.numeral_class == "unread"


ADD = {"value": 5, "unit": "项"}
BAD_ADDS = [
    (correction("add", "9项", set=ADD), "the text has no such passage. The nearest facts: "),
    (correction("add", "增加", set=ADD), "the passage stands 2 times (at 12, 21). Add words before or after"),
    (
        correction("add", "5项", "去年增加", set=ADD),
        "'5项' in “…标准70项，去年增加5项。” (f15) was already read there; use amend",
    ),
    (correction("add", "三分之一", set={"value_min": 5, "value_max": 3}), "low 5 above high 3: '三分之一'"),
]


@pytest.mark.parametrize(("added", "message"), BAD_ADDS)
def test_additions_that_cannot_be(added, message):
    (found,) = error(added)
    assert found.startswith(f"raw/corrections.yaml: add {added.quote.surface!r} (one, text): {message}")


def test_nothing_can_be_added_without_the_text():
    assert error(correction("add", "三分之一", set=ADD), read={KEY: None}) == [
        "raw/corrections.yaml: add '三分之一' (one, text): the text that was read is not at hand, so nothing can be added"
    ]


def test_a_passage_outside_all_blocks():
    bare = replace(document(), blocks=())
    assert error(correction("add", "三分之一", set=ADD), read={KEY: bare}) == [
        "raw/corrections.yaml: add '三分之一' (one, text): the passage stands outside every block that was read"
    ]
    (place,) = find_in_document(bare, Quote(surface="三分之一"))
    assert sentence_at(bare, place) == "三分之一"


def test_an_added_number_across_a_running_head():
    found = applied(correction("add", "增加5项", "乙地也", set={"value": 5, "unit": "项"}), facts=[])
    (new,) = found.facts
    assert (new.surface, new.sentence[:8]) == ("增加\n5项", "乙地也增加5项，")
    assert TEXT[new.start : new.end] == "增加\n某刊 第3页\n5项"


def test_one_number_of_two_places_can_be_added_for_a_third():
    found = applied(correction("add", "2项", "各", set={"value": 2, "unit": "项", "area": ["戊地"]}))
    assert found.facts[-1].area == ("戊地",)


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

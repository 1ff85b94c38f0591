"""Corrections: one fact is selected by a quote."""

import pytest

from corrections.correction_material import (
    DING,
    FACTS,
    FIRST,
    KEY,
    SECOND,
    SEVENTY,
    applied,
    correction,
    error,
    fact,
)
from suyuan.corrections import (
    not_read,
)
from suyuan.problems import problem_line

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

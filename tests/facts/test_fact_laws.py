"""Laws of facts: layout inside a sentence changes nothing; sections that share nothing give what each gives alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from suyuan.facts import Extraction
from suyuan.records import Fact

Read = Callable[..., Extraction]
NUMBER = re.compile(r"\d+(?:\.\d+)?")

SENTENCES = [
    "2023年北京市进出口总额13883.2亿元，增长8.3%，其中出口8899.8亿元。",
    "由北京市、天津市、河北省制定的标准分别有57、14和4项。",
    "截至2022年底，四川省解决了6398万农村人口的饮水问题，覆盖率超过90%。",
    "美国、日本、印度在世界市场的份额分别为40%、20%和8%。",
    "2021年合肥新桥机场旅客吞吐量1248万人次，比上年增长11.7%。",
    "对东盟出口5亿元，占全国的三分之一，位列全国第四。",
]


def told(facts: list[Fact]) -> list[tuple[object, ...]]:
    """What the facts say, without where they stand."""
    return [
        (f.value, f.value_min, f.value_max, f.unit, f.comparator, f.time, f.time_kind, f.area, f.ref_area, f.body,
         f.measure, f.breakdown, f.nature)
        for f in facts
    ]  # fmt: skip


def between(text: str) -> list[int]:
    """Places where a line can break without parting two Latin letters or digits."""

    def joins(char: str) -> bool:
        return char.isascii() and (char.isalnum() or char in ".,%")

    return [at for at in range(1, len(text)) if not (joins(text[at - 1]) and joins(text[at]))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SENTENCES), st.data())
def test_breaks_inside_a_sentence_change_no_fact(read: Read, sentence: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.sampled_from(between(sentence)), max_size=6))
    space = data.draw(st.sampled_from([" ", "\n", "\u3000", "\u200b"]))
    broken = "".join((space if at in places else "") + char for at, char in enumerate(sentence))
    assert told(read(broken).facts) == told(read(sentence).facts), broken


@pytest.mark.parametrize("sentence", SENTENCES)
def test_widths_change_no_fact(read: Read, sentence: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in sentence)
    narrow = sentence.translate(str.maketrans("，；：（）", ",;:()"))
    assert told(read(wide).facts) == told(read(narrow).facts) == told(read(sentence).facts)


def test_facts_of_a_document_are_those_of_its_sections(read: Read) -> None:
    """Every sentence names its own place and time, or none that another could lend."""
    sections = [
        "2021年四川省发布标准5项，占比40%。",
        "2022年湖南省发布标准7项，占比30%。",
        "2023年云南省发布标准9项，占比20%。",
    ]
    alone = [fact for section in sections for fact in told(read(section).facts)]
    assert told(read(*sections).facts) == alone


OWN = [
    "2021年四川省发布标准5项，占比40%。",
    "2022年湖南省有企业120家，比上年增长3.5%。",
    "截至2023年底，云南省公路里程32.5万公里。",
    "2019年浙江省进出口总额1500至1800亿元。",
    "2020年黑龙江省粮食产量占全国的一成多，近三分之二来自国有农场。",
    "到2025年，海南省力争实现森林覆盖率62%以上。",
    "2018年江西省、福建省分别投入1.2亿元和8000余万元。",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(OWN), min_size=2, max_size=5, unique=True), st.booleans())
def test_any_order_of_sentences_with_times_and_places_of_their_own(
    read: Read, chosen: list[str], apart: bool
) -> None:
    """Facts of the whole are those of the sentences, whether these are paragraphs or one paragraph."""
    alone = [fact for sentence in chosen for fact in told(read(sentence).facts)]
    assert told(read(*chosen).facts if apart else read("".join(chosen)).facts) == alone


UNRELATED = [
    "渔业合作社的损耗率为{}%，渔船{}艘。",
    "About {}% of the respondents in Japan were women, and {} firms were visited.",
    "In 2009, the prevalence of gout was {}% (P<0.05), with {} mg/L.",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(OWN), st.sampled_from(UNRELATED), st.booleans(), st.data())
def test_a_paragraph_on_something_else_with_the_same_numbers_changes_no_fact(
    read: Read, sentence: str, unrelated: str, first: bool, data: st.DataObject
) -> None:
    """Neither the facts of the sentence nor those of the paragraph, before or behind it."""
    own = told(read(sentence).facts)
    number = st.sampled_from(NUMBER.findall(sentence))
    other = unrelated.format(data.draw(number), data.draw(number))
    alone = told(read(other).facts)
    # the time and the place that a Chinese sentence states may hold for the next one, which states none
    carried = "{}艘" in unrelated
    found = told(read(*((other, sentence) if first else (sentence, other))).facts)
    mine = found[len(alone) :] if first else found[: len(own)]
    theirs = found[: len(alone)] if first else found[len(own) :]
    assert mine == own
    assert without_setting(theirs) == without_setting(alone) if carried else theirs == alone


def without_setting(facts: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """What :func:`told` gives, without time, kind of time, areas and body."""
    return [(*fact[:5], *fact[10:]) for fact in facts]

"""Codes of sections and acts, densities, quantities and reviews, on texts of our own."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from method_texts import corpus, document
from suyuan.methods.coding import METHOD
from suyuan.methods.coding.codebook import Code, read_codebook
from suyuan.methods.coding.cues import cues_in
from suyuan.records import Act, Fact, TextLocator

ROOT = Path(__file__).parents[3]
HERE = TextLocator(start=0, end=4, context_hash="0" * 12)
BOOK = {
    "title": {"zh": "书"},
    "dimensions": [{"id": "stage", "label": {"zh": "阶段"}}, {"id": "way", "label": {"zh": "机制"}}],
    "codes": [
        {"id": "mutual", "dimension": "stage", "label": {"zh": "互认", "en": "mutual"}, "definition": "定义",
         "source": "某书", "words": ["互认"]},
        {"id": "shared", "dimension": "stage", "label": {"zh": "共享"}, "definition": "定义", "source": "某书",
         "words": ["共享", "信息共享"], "not_in": ["共享单车"]},
        {"id": "contract", "dimension": "way", "label": {"zh": "契约"}, "definition": "定义", "source": "某书",
         "words": ["备忘录"], "acts": [{"verbs": ["签署"], "least_areas": 2}]},
    ],
}  # fmt: skip
TEXT = {
    "1 互认": ["两市推进标准互认。互认项目有5项。"],
    "2 别的": ["相互认可不算。信息共享已达30%，共享单车除外。"],
}


def code(name):
    return next(Code.model_validate(c) for c in BOOK["codes"] if c["id"] == name)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("推进标准互认。", "mutual", ["互认"]),
        ("双方相互认可对方的结果。", "mutual", []),  # 互认 in it is no word
        ("数据信息共享。", "shared", ["信息共享"]),  # the longest
        ("投放共享单车。", "shared", []),
        ("公共享有的权利。", "shared", []),
        ("共享，再共享。", "shared", ["共享", "共享"]),
    ],
)
def test_cue_words_are_whole_words(text, name, words):
    assert [cue.word for cue in cues_in(text, [code(name)])] == words


def act(name="x", **given):
    base = {
        "act_id": name, "source_id": "s", "edition": "text", "locator": HERE, "start": 0, "end": 8,
        "sentence": "两市推进标准互认。", "date": "2014", "act": "签署", "actors": ("甲", "乙"), "areas": ("甲", "乙"),
        "method": "act_sign",
    }  # fmt: skip
    return Act(**(base | given))


def fact(text, surface, unit):
    start = text.text.index(surface)
    place = text.locate(start, start + len(surface))
    return Fact(
        fact_id=f"fact-{surface}", source_id="s", edition="text", locator=place, start=start, end=start + len(surface),
        block="paragraph", surface=surface, sentence="。", value=1, unit=unit, method="test",
    )  # fmt: skip


def coded(tmp_path, review="", acts=(), titles=None, **given):
    (tmp_path / "book.yaml").write_text(yaml.safe_dump(BOOK, allow_unicode=True), encoding="utf-8")
    head = "purpose,unit,source_id,quote,code,coded,who,when,reason\n"
    (tmp_path / "review.csv").write_text(head + review, encoding="utf-8")
    text = document("s", TEXT)
    facts = [fact(text, "5项", "项"), fact(text, "30%", "%")]
    read = replace(corpus(text), config=tmp_path, acts=list(acts), facts=facts, titles=titles or {})
    declared = METHOD.declaration.model_validate(
        {"id": "c", "kind": "coding", "title": {"zh": "题"}, "codebook": "book.yaml", "review": "review.csv"}
        | given
    )
    return METHOD.run(declared, read)


def test_densities_worked_by_hand(tmp_path):
    rows = {(r.section, r.code): r for r in coded(tmp_path).tables["sections"]}
    first = rows["1 互认", "mutual"]
    # 9 + 8 characters, two of the cue word in two sentences
    assert (first.occurrences, first.sentences, first.of_sentences, first.characters) == (2, 2, 2, 17)
    assert first.density == round(2 / 17 * 1000, 4) and first.densest and first.coded
    assert rows["2 别的", "mutual"].occurrences == 0 and not rows["2 别的", "mutual"].densest
    assert rows["2 别的", "shared"].words == ("信息共享",)


def test_evidence_is_the_sentence(tmp_path):
    result = coded(tmp_path)
    words = {item.evidence_id: item.words for item in result.evidence}
    row = next(r for r in result.tables["documents"] if r.code == "mutual")
    assert [words[i] for i in row.evidence_ids] == ["两市推进标准互认。", "互认项目有5项。"]


def test_quantities_behind_codes_worked_by_hand(tmp_path):
    tables = coded(tmp_path, quantities=True).tables
    found = {(r.code, r.basis): (r.quantities, r.of_quantities, r.shares) for r in tables["evidence_by_code"]}
    assert found["mutual", "sentence"] == (1, 2, 0) and found["mutual", "section"] == (1, 2, 0)
    assert found["shared", "sentence"] == (1, 2, 1) and found["shared", "section"] == (0, 2, 0)
    listed = [(r.code, r.basis, r.surface) for r in tables["quantities"]]
    assert listed == [
        ("mutual", "sentence", "5项"),
        ("mutual", "section", "5项"),
        ("shared", "sentence", "30%"),
    ]


def test_acts_by_what_they_are_and_by_year(tmp_path):
    tables = coded(tmp_path, acts=[act(), act("y", areas=("甲",), date=None)]).tables
    rows = [(r.year, r.code, r.by) for r in tables["acts"]]
    assert rows == [(2014, "mutual", "word"), (2014, "contract", "act"), (None, "mutual", "word")]
    assert [(r.code, r.year, r.acts, r.of_acts) for r in tables["years"]] == [
        ("mutual", 2014, 1, 1),
        ("contract", 2014, 1, 1),
    ]


def test_a_year_whose_acts_have_no_code_has_a_row(tmp_path):
    told = [act(), act("y", sentence="甲召开会议。", act="召开", areas=("甲",), date="2016", source_id="t")]
    found = {(r.code, r.year): (r.acts, r.of_acts) for r in coded(tmp_path, acts=told).tables["years"]}
    assert found == {
        ("mutual", 2014): (1, 1), ("contract", 2014): (1, 1), ("mutual", 2016): (0, 1), ("contract", 2016): (0, 1),
    }  # fmt: skip


def test_words_of_the_clause_before_are_not_those_of_an_act(tmp_path):
    text = "签署《甲乙备忘录》，印发《别的》"
    told = act(sentence=text, start=0, end=len(text), act="印发", title="别的", areas=(), source_id="t")
    result = coded(tmp_path, acts=[told])
    assert [r.code for r in result.tables["acts"]] == [None]


def test_a_reviewer_overrules(tmp_path):
    review = "override,act,s,两市,contract,no,某人,2026-01-01,理由\noverride,section,s,2 别的,mutual,yes,某人,2026-01-01,理由\n"
    result = coded(tmp_path, review, acts=[act()])
    assert not result.problems
    assert [r.code for r in result.tables["acts"]] == ["mutual"]
    row = next(r for r in result.tables["sections"] if (r.section, r.code) == ("2 别的", "mutual"))
    assert row.coded and row.by == "review" and row.occurrences == 0
    assert result.tables["agreement"] == []  # decisions are no second coding


def test_a_verb_tells_acts_of_one_title_or_sentence_apart(tmp_path):
    told = [
        act("x", title="甲法", act="修订"),
        act("y", title="甲法", act="印发"),
        act("z"),
        act("w", act="启动"),
    ]
    review = "".join(
        f"override,act,s,{quote},shared,yes,某人,2026-01-01,理由\n" for quote in ("印发：甲法", "启动：两市")
    )
    result = coded(tmp_path, review, acts=told)
    assert not result.problems
    given = {row.act_ids for row in result.tables["acts"] if row.code == "shared"}
    assert given == {("y",), ("w",)}
    assert "in 2 acts" in coded(tmp_path, review.replace("印发：", ""), acts=told).problems[0].what


def test_kappa_of_a_second_coding(tmp_path):
    review = "".join(
        f"sample,section,s,{quote},mutual,{coded},某人,2026-01-01,理由\n"
        for quote, coded in (("1 互认", "yes"), ("2 别的", "no"))
    )
    (row,) = coded(tmp_path, review).tables["agreement"]
    assert (row.coder_a, row.coder_b, row.units, row.both, row.neither) == ("cue words", "某人", 2, 1, 1)
    assert (row.observed, row.expected, row.kappa) == (1.0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("override,act,s,两市,none,no,某人,2026-01-01,理由", "code"),
        ("override,act,s,,mutual,no,某人,2026-01-01,理由", "quote is empty"),
        ("override,section,s,没有,mutual,no,某人,2026-01-01,理由", "in no section"),
        ("maybe,section,s,1 互认,mutual,no,某人,2026-01-01,理由", "purpose"),
        ("override,section,t,1 互认,mutual,no,某人,2026-01-01,理由", "no source 't'"),
        ("sample,section,s,1 互认,mutual,no,Cue words,2026-01-01,理由", "name of the rules"),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path, row, told):
    (problem,) = coded(tmp_path, row + "\n").problems
    assert told in problem.what and problem.where == "line 2"


def test_a_source_of_the_register_that_is_not_read_here_waits(tmp_path):
    row = "override,section,t,1 互认,mutual,no,某人,2026-01-01,理由\n"
    assert coded(tmp_path, row, titles={"t": "另一来源"}).problems == []


@pytest.mark.parametrize(
    ("second", "used", "told"),
    [
        ("sample,section,s,互认,mutual,yes,某人", ["no"], "in line 2 already"),
        ("sample,section,s,1 互认,mutual,no,某人", ["no"], "in line 2 already"),
        ("sample,section,s,1 互认,mutual,yes,别人", ["no", "yes"], None),  # a third coder
        ("sample,section,s,1 互认,shared,yes,某人", ["no", "yes"], None),
        ("sample,section,s,2 别的,mutual,yes,某人", ["no", "yes"], None),
        ("override,section,s,1 互认,mutual,yes,某人", ["no"], None),
    ],
)
def test_a_unit_judged_twice_by_one_coder_is_told_and_the_first_stands(tmp_path, second, used, told):
    rows = "".join(f"{row},2026-01-01,理由\n" for row in ("sample,section,s,1 互认,mutual,no,某人", second))
    result = coded(tmp_path, rows)
    assert [told in p.what and p.where == "line 3" for p in result.problems] == ([True] if told else [])
    with_rules = [r for r in result.tables["agreement"] if r.coder_a == "cue words"]
    yes, no = sum(r.both + r.only_b for r in with_rules), sum(r.only_a + r.neither for r in with_rules)
    assert (yes, no) == (used.count("yes"), used.count("no"))


def test_two_reviewers_do_not_overrule_one_another_unseen(tmp_path):
    rows = "".join(
        f"override,section,s,1 互认,mutual,{coded},{who},2026-01-01,理由\n"
        for coded, who in (("no", "甲"), ("yes", "乙"))
    )
    result = coded(tmp_path, rows)
    assert ["in line 2 already" in p.what for p in result.problems] == [True]
    row = next(r for r in result.tables["sections"] if (r.section, r.code) == ("1 互认", "mutual"))
    assert not row.coded and row.by == "review"


def test_a_cue_word_has_the_form_of_the_text(tmp_path):
    book = BOOK | {"codes": [BOOK["codes"][0] | {"words": ["ＡＢＣ标准 "]}]}
    path = tmp_path / "book.yaml"
    path.write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    found, problems = read_codebook(path)
    assert problems == [] and found is not None
    assert [cue.word for cue in cues_in("采用ABC标准。", found.codes)] == ["ABC标准"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"dimension": "none"}, "none of"),
        ({"words": [], "acts": []}, "neither words nor acts"),
        ({"acts": [{}]}, "empty cue"),
        ({"acts": [{"titles": [""]}]}, "empty word"),
        ({"words": ["互认", ""]}, "empty word"),
        ({"words": [" "]}, "empty word"),
        ({"not_in": [""]}, "empty word"),
        ({"not_in": ["互认"]}, "in words and in not_in"),
        ({"wrods": ["x"]}, "Extra inputs"),
    ],
)
def test_a_faulty_codebook_is_told(tmp_path, change, told):
    book = BOOK | {"codes": [BOOK["codes"][0] | change]}
    path = tmp_path / "book.yaml"
    path.write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    found, problems = read_codebook(path)
    assert found is None and told in problems[0].what


def test_a_dimension_given_twice_is_told(tmp_path):
    path = tmp_path / "book.yaml"
    book = BOOK | {"dimensions": [*BOOK["dimensions"], BOOK["dimensions"][0]]}
    path.write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    found, problems = read_codebook(path)
    assert found is None and "dimension stage is given twice" in problems[0].what


@pytest.mark.parametrize(
    "path", sorted((ROOT / "config/codebooks").glob("*.yaml")), ids=lambda path: path.stem
)
def test_codebooks_of_this_project(path):
    book, problems = read_codebook(path)
    assert problems == [] and book is not None
    for own in book.codes:
        for word in own.words:  # each cue word is found when it stands alone
            assert [cue.word for cue in cues_in(f"开展{word}。", [own])] == [word], word

"""Lists: whose they are, their entries, marks of several forms, faults of the numbering."""

import pytest

from citation_texts import result
from suyuan.methods.citations.described import described
from suyuan.methods.citations.faults import spelled
from suyuan.methods.citations.marks import numbers_of

BODY = "# 桌子\n\n## 1 引言\n\n桌子有10张[1]，椅子有20把[2]。\n\n"
OWN = "## 参考文献\n\n[1] 甲某. 书桌的历史[J]. 家具学报, 2018(2): 1-9.\n"
TWO = "[2] 乙某. 椅子[J]. 家具学报, 2019(1): 3-4.\n"
ENGLISH = "[1] JIA M. History of desks[J]. Journal of Furniture, 2018(2): 1-9.\n"
ENGLISH_TWO = "[2] YI M. Chairs[J]. Journal of Furniture, 2019(1): 3-4.\n"
LAMPS = "[7] 壬某. 台灯[J]. 灯具, 2011(2): 1-9.\n[8] 癸某. 吊灯[J]. 灯具, 2012(2): 1-9.\n"
LAMP_LIST = (
    "\n## 参考文献\n\n[1] 壬某. 台灯[J]. 灯具, 2011(2): 1-9.\n[2] 癸某. 吊灯[J]. 灯具, 2012(2): 1-9.\n"
    "[3] 子某. 壁灯[J]. 灯具, 2013(2): 1-9.\n"
)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(BODY + OWN + TWO, [("own", 2)], id="one list"),
        pytest.param(
            BODY + OWN + TWO + "\n## References\n\n" + ENGLISH + ENGLISH_TWO,
            [("own", 2), ("translation", 2)],
            id="the list again in English",
        ),
        pytest.param(
            BODY + OWN + "\n(下转第9页)\n\n" + LAMPS + "\n(上接第5页)\n\n" + TWO,
            [("own", 2), ("foreign", 2)],
            id="broken off, with entries of another article between",
        ),
        pytest.param(
            BODY + OWN + TWO + LAMP_LIST, [("own", 2), ("foreign", 3)], id="list of another article"
        ),
        pytest.param(
            BODY + OWN + TWO + "\n# 灯\n\n灯有30盏[1]。\n" + LAMP_LIST,
            [("own", 2), ("own", 3)],
            id="another article with its text",
        ),
    ],
)
def test_whose_list_it_is(text, roles):
    tables = result(text).tables
    assert [(row.role, row.entries) for row in tables["lists"]] == roles
    first = [row for row in tables["quantities"] if row.surface in ("10张", "20把")]
    assert [row.references[0].split(".")[0] for row in first] == ["甲某", "乙某"]
    assert not any(row.marks for row in tables["references"] if row.role in ("foreign", "translation"))
    assert [f.fault for f in tables["faults"]] == (["never_cited"] * 2 if roles[1:] == [("own", 3)] else [])


def test_marks_of_a_second_article_go_to_its_own_list():
    rows = result(BODY + OWN + TWO + "\n# 灯\n\n灯有30盏[1]。\n" + LAMP_LIST).tables["quantities"]
    assert [(r.surface, r.list_id) for r in rows] == [("10张", "own#1"), ("20把", "own#1"), ("30盏", "own#2")]


def test_an_entry_in_two_languages_is_one():
    joined = (
        "[2] 乙某. 椅子[J]. 家具学报, 2019(1): 3-4. YI M. Chairs[J]. Journal of Furniture, 2019(1): 3-4.\n"
    )
    rows = result(BODY + OWN + ENGLISH + joined).tables["references"]
    assert [(r.number, r.title, r.translation[:3]) for r in rows] == [
        (1, "书桌的历史", "JIA"),
        (2, "椅子", "YI "),
    ]


@pytest.mark.parametrize(
    ("mark", "form", "entry"),
    [
        ("[1]", "bracket", "[1] "),
        ("［1］", "bracket", "［1］"),
        ("<sup>[1]</sup>", "bracket", "- [1] "),
        ("<sup>1</sup>", "raised", "1. "),
        ("〔1〕", None, "[1] "),
    ],
)
def test_forms_of_marks(mark, form, entry):
    tables = result(
        f"# 题\n\n桌子有10张{mark}。\n\n## 参考文献\n\n{entry}甲某. 桌子[J]. 某刊, 2018(2): 1-9.\n"
    ).tables
    assert [(r.form, r.numbers) for r in tables["marks"]] == ([(form, (1,))] if form else [])
    assert [r.backed for r in tables["quantities"]] == [form is not None]


def test_raised_circled_marks_lead_to_notes_and_only_those_that_name_a_source_back():
    text = "# 题\n\n桌子有10张<sup>①</sup>，椅子有20把<sup>②</sup>。\n\n① 甲某：《桌子》，某社，2018年。\n\n② 以下简称椅。\n"
    tables = result(text).tables
    assert [(row.role, row.entries) for row in tables["lists"]] == [("notes", 2)]
    assert [(r.basis, r.numbers, r.backed) for r in tables["quantities"]] == [
        ("clause", (1,), True),
        ("front", (1,), False),  # ② is a remark, so that the nearest mark of a source is ①
    ]
    assert tables["shares"][0].share == 0.5
    enumerated = result("# 题\n\n桌子有10张。\n\n① 桌子，某社。\n\n② 椅子。\n").tables
    assert enumerated["lists"] == [] and enumerated["shares"][0].found == "none"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[3-5]", (3, 4, 5)),
        ("［１２⁃１３］", (12, 13)),
        ("[2,7]", (2, 7)),
        ("[2，7、9-10]", (2, 7, 9, 10)),
        ("<sup>[1]</sup>", (1,)),
        ("<sup>[13\\-14]</sup>", (13, 14)),
        ("①", (1,)),
        ("⑳", (20,)),
        ("[2019]", ()),  # a year
        ("[0,1]", ()),  # an interval
        ("[1-100]", ()),
        ("[5-3]", ()),
        ("[J]", ()),
    ],
)
def test_numbers_of_a_mark(text, numbers):
    assert numbers_of(text) == numbers


def entries(*numbers):
    return "## 参考文献\n\n" + "".join(
        f"[{n}] 作者{i}. 题名{i}[J]. 某刊, 2018.\n" for i, n in enumerate(numbers)
    )


@pytest.mark.parametrize(
    ("marks", "listed", "faults"),
    [
        ("[1][2-3]", (1, 2, 3), []),
        ("[1][3]", (1, 3), [("gap", (2,))]),
        ("[1][2]", (1, 2, 2), [("double", (2,))]),
        ("[1-3]", (1, 3, 2), [("list_out_of_order", (2,))]),
        ("[1][2][3]", (1, 2), [("mark_without_entry", (3,))]),
        ("[1]", (1, 2), [("never_cited", (2,))]),
        ("[2][1]", (1, 2), [("first_cited_out_of_order", (1,))]),
        ("[2][1][1]", (1, 2, 3), [("never_cited", (3,)), ("first_cited_out_of_order", (1,))]),
    ],
)
def test_faults_of_the_numbering(marks, listed, faults):
    said = "".join(f"第{i}件事已有记载{m}]。" for i, m in enumerate(marks.split("]")[:-1]))
    rows = result(f"# 题\n\n## 1 引言\n\n{said}\n\n{entries(*listed)}").tables["faults"]
    assert [(r.fault, r.numbers) for r in rows] == faults
    assert {r.verdict for r in rows} <= {"fault"}
    assert all(str(r.numbers[0]) in r.text_zh and str(r.numbers[0]) in r.text_en for r in rows)


@pytest.mark.parametrize(
    ("torn", "verdict"),
    [
        ("2]", "cannot tell"),
        ("1，2]", "cannot tell"),
        ("[2", "cannot tell"),
        ("3]", "fault"),
        ("12]", "fault"),
        ("2)", "fault"),
    ],
)
def test_a_number_beside_half_a_bracket_may_be_a_mark(torn, verdict):
    rows = result(f"# 题\n\n第一件事已有记载[1]。第二件事已有记载{torn}。\n\n{entries(1, 2)}").tables[
        "faults"
    ]
    assert [(r.fault, r.numbers, r.verdict) for r in rows] == [("never_cited", (2,), verdict)]


@pytest.mark.parametrize(("edition", "heading"), [("digest", "参考文献"), ("text", "参考文献（选录）")])
def test_what_a_selection_leaves_out_is_no_fault(edition, heading):
    text = f"# 题\n\n桌子有10张[1]，椅子有20把[4]。\n\n{entries(1, 3)}".replace("参考文献", heading)
    tables = result(text, edition).tables
    assert [row.whole for row in tables["lists"]] == [False]
    assert {row.fault for row in tables["faults"]} == {"gap", "mark_without_entry", "never_cited"}
    assert {row.verdict for row in tables["faults"]} == {"cannot tell"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("甲某. 桌子[J]. 某刊, 2018(2): 1-9.", ("桌子", 2018, "J")),
        ("某司. 年报[EB/OL]. (2016-05-01)[2021-03-02]. https://example.org.", ("年报", 2016, "EB/OL")),
        ("ISO. 《Chairs 2024》[R]. 2024.", ("《Chairs 2024》", 2024, "R")),
        ("甲某：《桌子》，某社，2018年，第3页。", ("《桌子》", 2018, None)),
        ("以下简称椅子。", (None, None, None)),
    ],
)
def test_what_an_entry_says_of_itself(text, parts):
    assert described(text) == parts


@pytest.mark.parametrize(
    ("numbers", "text"), [((1,), "[1]"), ((3, 1, 2), "[1-3]"), ((2, 7), "[2,7]"), ((1, 2, 9, 9), "[1-2,9]")]
)
def test_numbers_are_spelled_as_a_mark(numbers, text):
    assert spelled(numbers) == text
    assert tuple(sorted(set(numbers))) == numbers_of(text)

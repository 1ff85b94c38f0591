"""docs/sources.md: every source once, what each states, and what is not known of it."""

from pathlib import Path

import pytest

from factories import make_fact
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource
from suyuan.sources.overview import main, sources_overview
from suyuan.sources.overview_material import GRADES, Sources, Stated

DIGEST = {"edition": "digest", "file": "raw/digests/a.pdf", "sha256": "0" * 64, "obtained": "ours"}
COPY = {"edition": "text", "file": "raw/originals/a.txt", "obtained": "own copy"}


def card(source_id, **more):
    given = {
        "id": source_id, "title": {"zh": "甲|乙<b>"}, "journal": "某刊", "kind": "article", "dates": {"published": "2020"},
        "language": "zh", "editions": [COPY],
    }  # fmt: skip
    return Card.model_validate(given | more)


def collected(source_id, published="2020-01-02", title="丙（报道）"):
    return CollectedSource(source_id, "某报（转载）", title, published, "example.org/1")


def overview(cards=(), rows=(), by_hand=(), stated=(), labels=None, editions=None):
    return sources_overview(
        Sources(cards, editions or {}, rows, {s.source_id: s for s in by_hand}, stated, labels or {})
    )


def line(text, start):
    (found,) = [row for row in text.splitlines() if row.startswith(start)]
    return found


def test_a_document_and_what_was_read_of_it():
    stated = [Stated("a2020", "digest", "m", "actual"), Stated("a2020", "digest", None, "actual")]
    text = overview([card("a2020", authors=["某甲", "某乙"])], stated=stated, editions={"a2020": ["digest"]})
    assert line(text, "| `a2020`") == (
        "| `a2020` | 《甲\\|乙&lt;b>》 | 某甲、某乙 | 某刊 | 2020 | article | primary |  | digest | 2 | 1 |"
    )
    assert "`cited_at` names the place in the source: `a2020`." in text


def test_editions_outside_git_do_not_show():
    text = overview([card("a2020", editions=[COPY, DIGEST])])
    assert "| none | 0 | 0 |" in line(text, "| `a2020`")
    assert line(text, "- Nothing of these").endswith(": `a2020`.")


def test_a_collected_source_has_one_row():
    rows = [make_fact(f"r{n}", source_id="b2020", grade=grade, told="2020-01-02")
            for n, grade in enumerate(["mirror", "repost", "mirror"])]  # fmt: skip
    text = overview(rows=rows, by_hand=[collected("b2020")])
    expected = (
        "| `b2020` | 丙（报道） | 某报（转载） | 2020-01-02 | news | repost, mirror | `example.org/1` | 3 |"
    )
    assert line(text, "| `b2020`") == expected


def test_a_source_with_card_and_rows_is_one_source():
    rows = [make_fact("r1", source_id="a2020", grade="repost", told="2020-01-02")]
    stated = [Stated("a2020", "digest", "m", "target"), Stated("a2020", "collected", "m", "target")]
    text = overview([card("a2020", grade="repost")], rows, [collected("a2020")], stated, {"m": "Things 物"})
    assert [cell.strip() for cell in line(text, "| `repost`").split("|")][3] == "1"
    assert line(text, "| Things 物") == "| Things 物 | `a2020` 1 target |"
    assert "`a2020` (1)" in line(text, "Also collected by hand")
    assert len([row for row in text.splitlines() if row.startswith("| `a2020`")]) == 1


def test_statements_by_nature_and_in_the_order_of_the_catalogue():
    stated = [Stated("a2020", "digest", m, n)
              for m, n in [(None, "actual"), ("two", "actual"), ("one", "target"), ("one", "actual")]]  # fmt: skip
    text = overview([card("a2020")], stated=stated, labels={"one": "One", "two": "Two", "three": "Three"})
    rows = [row for row in text.partition("## Who states what")[2].splitlines() if row.startswith("|")][2:]
    assert rows == [
        "| One | `a2020` 1 + 1 target |",
        "| Two | `a2020` 1 |",
        "| (no measure in the catalogue) | `a2020` 1 |",
    ]


@pytest.mark.parametrize(
    ("published", "start", "shown"),
    [
        (None, "- Date not given", "not given"),
        ("XXXX-05-16", "- Year not given", "XXXX-05-16 (year not given)"),
        ("2018", "- Only the year given", "2018"),
        ("2018-03", "- Only the month given", "2018-03"),
    ],
)
def test_what_a_date_lacks(published, start, shown):
    text = overview(by_hand=[collected("b2020", published)])
    assert line(text, start) == f"{start}: `b2020`."
    assert line(text, "| `b2020`").split(" | ")[3] == shown


@pytest.mark.parametrize(
    ("told", "time", "listed"),
    [
        ("2020-01-02", "2019", False), ("2020-01-02", None, True), ("2020-01-02", "XXXX-01", True),
        (None, "2019", True), ("2020", "2020", True), ("2020", "2019", False),
    ],
)  # fmt: skip
def test_remarks_beside_numbers_without_a_date(told, time, listed):
    row = make_fact("r", source_id="b2020", grade="mirror", told=told, time=time, sentence="备注")
    assert ("- `b2020`: 备注" in overview(rows=[row], by_hand=[collected("b2020", told)])) is listed


def test_grades_mean_what_the_readme_of_raw_says(repository):
    text = (repository / "raw/README.md").read_text(encoding="utf-8")
    assert [f"- `{grade}`: {meaning}" in text for grade, meaning in GRADES.items()] == [True] * len(GRADES)


def test_no_build(tmp_path, repository, capsys):
    for folder in ("config", "raw"):
        (tmp_path / folder).symlink_to(repository / folder)
    assert main([str(tmp_path)]) == 2
    assert "processed/facts.csv" in capsys.readouterr().err


@pytest.fixture
def repository():
    return Path(__file__).parents[2]

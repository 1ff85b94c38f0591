"""From an observation back to words, file and page."""

import shutil

import pytest
import yaml
from PIL import Image

import suyuan
from factories import make_fact, make_measure
from suyuan import export
from suyuan.observe import observe
from suyuan.reconcile import reconcile
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Box, PdfLocator
from suyuan.tracing import FRAME, TraceError

BOX = Box(page=2, x0=50, top=30, x1=90, bottom=42)
CARD = {
    "id": "s1",
    "title": {"zh": "《题》"},
    "journal": "刊",
    "dates": {},
    "language": "zh",
    "editions": [
        {"edition": "original", "file": "raw/originals/own.pdf", "obtained": "own copy"},
        {"edition": "digest", "file": "raw/digests/s1.pdf", "sha256": "0" * 64, "obtained": "for a test"},
    ],
}
COLLECTED = (
    "id,source_id,publisher,title,published,address,measure,area,breakdown,time,time_kind,comparator,value,unit,note,grade,"
    "nature\nc1,s2,台,页,,example.org/page,区域协同地方标准数量,京津冀,,2022-12,as_of,=,75,项,,mirror,actual\n"
)


@pytest.fixture
def project(tmp_path):
    """A project with a number that a PDF of two pages states on its second, and that a collected page repeats."""
    for folder in ("raw/digests", "raw/originals", "notebooks", "processed"):
        (tmp_path / folder).mkdir(parents=True)
    pages = [Image.new("RGB", (200, 100), "white") for _ in range(2)]
    pages[0].save(
        tmp_path / "raw/digests/s1.pdf", "PDF", resolution=72, save_all=True, append_images=pages[1:]
    )
    (tmp_path / "raw/sources.yaml").write_text(yaml.safe_dump([CARD], allow_unicode=True), encoding="utf-8")
    (tmp_path / "raw/collected.csv").write_text(COLLECTED, encoding="utf-8")
    facts = [
        make_fact("f1", locator=PdfLocator(boxes=(BOX,)), cited_at="2.1"),
        make_fact("f2", source_id="s2", grade="mirror"),
        make_fact("f3", 41, time="2018"),
        make_fact("f4", 9, time="2017", edition="original", locator=PdfLocator(boxes=(BOX,))),
    ]
    catalogue = by_id([make_measure("standards")])
    facts = list(reconcile(facts, catalogue).facts)
    export.write_facts(tmp_path / "processed/facts.csv", facts)
    export.write_observations(
        tmp_path / "processed/observations.csv", observe(facts, catalogue).observations, facts
    )
    return tmp_path


def traced(tables, period):
    rows = tables.observations[period == tables.observations.TIME_PERIOD]
    return tables.trace(rows.iloc[0].observation_id)


def test_a_trace_has_every_fact_the_chosen_one_first(project):
    found = traced(suyuan.load(project), "2022-12")
    assert list(found.index) == ["f1", "f2"]
    assert found.source.tolist() == ["《题》，刊", "《页》，台"]
    assert found.cited_at.tolist() == ["2.1", None]
    assert found["where"].tolist() == [
        "raw/digests/s1.pdf, page 2, boxes 2:50.0,30.0,90.0,42.0",
        "example.org/page",
    ]


def test_a_place_in_a_text_is_told_by_its_characters(project):
    where = traced(suyuan.load(project), "2018")["where"].iloc[0]
    assert where.startswith("raw/digests/s1.pdf, characters 10 to 13 ")


def test_the_frame_stands_around_the_box(project):
    picture = suyuan.load(project).picture("f1", scale=2)
    assert picture.image.size == (400, 200)
    coloured = [
        (x, y) for x in range(400) for y in range(200) if picture.image.getpixel((x, y)) == (213, 94, 0)
    ]
    assert FRAME == "#d55e00" and coloured
    xs, ys = {x for x, _ in coloured}, {y for _, y in coloured}
    assert (min(xs), max(xs)) == (97, 183) and (min(ys), max(ys)) == (
        57,
        87,
    )  # the box and 1.5 points around it
    assert not any(100 <= x <= 180 and 60 <= y <= 84 for x, y in coloured)  # nothing over the words
    assert picture.alt == "Page 2 of s1.pdf, framed: 75项" and repr(picture) == f"<{picture.alt}>"


def test_a_strip_ends_at_the_edge_of_the_page(project):
    tables = suyuan.load(project)
    assert tables.picture("f1", around=10, scale=1).image.size == (200, 32)
    assert tables.picture("f1", around=500, scale=1).image.size == (200, 100)


def test_notebooks_show_the_picture_with_words_for_it(project):
    data, metadata = suyuan.load(project).picture("f1")._repr_mimebundle_()
    assert data["image/png"].startswith(b"\x89PNG") and "75项" in metadata["image/png"]["alt"]


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("nobody", "there is no fact nobody"),
        ("f2", r"not read from a PDF \(collected\)"),
        ("f3", r"not read from a PDF \(text\)"),
        ("f4", r"the file of s1 \(original\) is not here"),
    ],
)
def test_what_cannot_be_shown_says_why(project, fact, words):
    with pytest.raises(TraceError, match=words):
        suyuan.load(project).picture(fact)


def test_an_unknown_observation_is_an_error(project):
    with pytest.raises(TraceError, match="there is no observation obs-x"):
        suyuan.load(project).trace("obs-x")


def test_own_copies_are_found_in_the_folder_that_is_named(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("copies")
    shutil.copy(project / "raw/digests/s1.pdf", folder / "own.pdf")
    tables = suyuan.load(project, originals=folder)
    assert tables.picture("f4", scale=1).image.size == (200, 100)
    assert traced(tables, "2017")["where"].iloc[0].startswith("own.pdf, page 2")  # never where it lies here


def test_tables_are_found_from_a_folder_below(project, monkeypatch):
    monkeypatch.chdir(project / "notebooks")
    tables = suyuan.load()
    assert tables.folder == project / "processed" and tables.project == project


def test_tables_alone_are_traced_by_their_ids(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("alone")
    for name in ("facts.csv", "observations.csv"):
        (folder / name).write_bytes((project / "processed" / name).read_bytes())
    tables = suyuan.load(folder)
    assert tables.project is None
    assert traced(tables, "2022-12")["source"].tolist() == ["s1", "s2"]

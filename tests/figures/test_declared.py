"""Every figure of config/figures.yaml, in both languages and sizes, drawn from the tables in processed/."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from figure_layout import gids, layout_faults
from suyuan.export.analyses import read_tables
from suyuan.export.tables import read_acts, read_facts, read_observations
from suyuan.figures import FigureInputs, Names, read_figures, source_labels
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.marks import FigureData
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.methods import read_analyses
from suyuan.observe.coverage import coverage
from suyuan.places import Gazetteer, area_label
from suyuan.reconcile import read_catalogue
from suyuan.reconcile.dimensions import read_labels, value_label
from suyuan.sources.cardfile import read_cards
from suyuan.sources.collected import collected_sources

ROOT = Path(__file__).parents[2]
DECLARED = [figure.id for figure in read_figures(ROOT / "config/figures.yaml")[0]]


@cache
def inputs() -> FigureInputs:
    processed = ROOT / "processed"
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    observations = read_observations(processed / "observations.csv")
    return FigureInputs(
        observations=observations,
        facts=read_facts(processed / "facts.csv"),
        catalogue=catalogue,
        acts=read_acts(processed / "acts.csv"),
        coverage=coverage(observations),
        analyses=read_tables(processed / "analyses", read_analyses(ROOT / "config/analyses.yaml")[0]),
    )


@cache
def project_names() -> Names:
    gazetteer = Gazetteer.load(ROOT / "config/areas.csv")
    labels = read_labels(ROOT / "config/dimensions.yaml")
    cards = read_cards(ROOT / "raw/sources.yaml").cards.values()
    return Names(
        area_label=lambda name, language: area_label(gazetteer, name, language),
        value_label=lambda dimension, value, language: value_label(labels, dimension, value, language),
        sources=source_labels(cards, collected_sources(ROOT / "raw/collected.csv")),
    )


@cache
def selected(name: str) -> FigureData:
    (figure,) = (figure for figure in read_figures(ROOT / "config/figures.yaml")[0] if figure.id == name)
    data, problems = KINDS[figure.kind].select(figure, inputs())
    assert data is not None and problems == [], "processed/ is older than config/: run make, then the tests"
    return data


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["single", "double"])
@pytest.mark.parametrize("name", DECLARED)
def test_a_declared_figure_has_nothing_clipped_or_overlapping(name, size, language):
    data = selected(name)
    with styled():
        canvas = DRAW[data.declaration.kind](data, View(language, size, project_names()))
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    assert {mark.gid for mark in data.marks} <= set(gids(canvas))
    assert canvas.height < 247 * 72 / 25.4, "higher than the page of a journal"


@pytest.mark.parametrize("name", DECLARED)
def test_every_mark_has_a_place_where_it_was_read(name):
    data = selected(name)
    for mark in data.marks:
        records = (*mark.facts, *mark.acts, *mark.evidence)
        assert records or mark.drawn.get("count") == 0  # what does not occur has no place
        assert all(record.locator is not None for record in records)


@pytest.mark.parametrize(
    "name",
    [
        figure.id
        for figure in read_figures(ROOT / "config/figures.yaml")[0]
        if figure.kind == "coverage_matrix"
    ],
)
def test_what_another_figure_draws_has_a_row_in_a_matrix_of_all_measures(name):
    matrix = selected(name)
    rows = {(mark.measure.id, area) for mark in matrix.marks for area in mark.areas}
    drawn = {
        (mark.observation.measure_id, mark.observation.ref_area)
        for other in DECLARED
        for mark in selected(other).value_marks
    }
    assert drawn <= rows

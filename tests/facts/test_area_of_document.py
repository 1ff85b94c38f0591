"""The area that a document is about, by its own words."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge
from suyuan.facts.outline import document_area
from suyuan.flow import make_flow
from suyuan.places.counties_of_document import with_counties_of

COUNTY = "全县修路。全县植树。全县治水。全县办医。全县办学。"


@pytest.mark.parametrize(
    ("text", "area"),
    [
        (COUNTY + "湖北云梦增收。", ("云梦县",)),
        # a text on a province or the country that names a county once, in passing
        (COUNTY + "全省办学。湖北云梦增收。", ()),
        (COUNTY + "全国办学。湖北云梦增收。", ()),
        # named again, or in full: its own report
        (COUNTY + "全省办学。湖北云梦增收。云梦减支。", ("云梦县",)),
        (COUNTY + "全省办学。湖北省云梦县增收。", ("云梦县",)),
    ],
)
def test_a_county_named_in_passing(knowledge: Knowledge, text: str, area: tuple[str, ...]) -> None:
    document = make_document(text)
    flows = [make_flow(document.text, block) for block in document.blocks]
    known = with_counties_of(knowledge.gazetteer, [flow.text for flow in flows])
    assert document_area(document, flows, known) == area

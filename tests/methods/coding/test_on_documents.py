"""Acts and stages on the digests of this project, and on the papers where they are at hand."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from method_texts import corpus
from suyuan.acts import find_acts
from suyuan.flow import make_flow
from suyuan.methods import METHODS, read_analyses
from suyuan.places import Gazetteer
from suyuan.reading import read_document
from suyuan.reconcile.acts import with_mentions

ROOT = Path(__file__).parents[3]
PAPERS = ROOT.parent / "shared" / "corpus" / "papers"
DIGESTS = {"liu2023": "pdf", "samr2024": "html", "wei2026": "pdf"}
STAGES = ("recognition", "commonality", "sharing", "symbiosis")


@cache
def read(edition, name):
    file = ROOT / f"raw/digests/{name}.{DIGESTS[name]}" if edition == "digest" else PAPERS / f"{name}.txt"
    if not file.exists():
        pytest.skip(f"{file.name} of the papers, which may not be passed on, is not at hand")
    return read_document(file, source_id=name, edition=edition)


def result(analysis, edition, *names):
    declared = next(d for d in read_analyses(ROOT / "config/analyses.yaml")[0] if d.id == analysis)
    documents = [read(edition, name) for name in names]
    gazetteer = Gazetteer.load(ROOT / "config/areas.csv")
    flows = {d.source_id: [make_flow(d.text, block) for block in d.body()] for d in documents}
    acts = [act for d in documents for act in find_acts(d, flows[d.source_id], gazetteer)]
    acts = with_mentions(acts, gazetteer)
    given = replace(corpus(*documents), acts=acts, gazetteer=gazetteer, config=ROOT / "config")
    return METHODS[declared.kind].run(declared, given)


@pytest.mark.parametrize("edition", ["digest", "text"])
def test_an_agreement_under_two_titles_is_one_act(edition):
    rows = result("joined_acts", edition, "liu2023", "samr2024").tables["joined"]
    (joined,) = [row for row in rows if len(row.sources) > 1]
    assert joined.disagreements == ("title", "date")
    assert len(joined.titles) == 2 and all("质量发展合作框架协议" in title for title in joined.titles)
    coded = result("collective_action", edition, "liu2023", "samr2024").tables["acts"]
    assert {r.code for r in coded if r.joined_id == joined.joined_id} == {"binding_contract", "horizontal"}


@pytest.mark.parametrize("edition", ["digest", "text"])
def test_each_stage_is_densest_in_the_section_about_it(edition):
    rows = result("standard_stages", edition, "wei2026").tables["sections"]
    for number, code in enumerate(STAGES, 1):
        own = [r for r in rows if r.section and r.section.split(" / ")[-1].startswith(f"1.{number} ")]
        assert [r.code for r in own if r.densest] == [code]


def test_evidence_lies_on_the_page():
    found = result("standard_stages", "digest", "wei2026")
    assert found.evidence and all(item.locator.kind == "pdf" for item in found.evidence)

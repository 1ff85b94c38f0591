"""What is shown in figures and tables: acts of the edition in use only."""

from factories import make_act
from suyuan.stages.correct import EditionRead
from suyuan.stages.lines import write_records
from suyuan.stages.shown import Inputs


def test_an_act_told_by_two_editions_is_shown_from_the_one_in_use(tmp_path):
    editions = [
        EditionRead(source_id="s1", edition=edition, file="a.txt", sha256="0" * 64, characters=1, used=used)
        for edition, used in (("text", True), ("digest", False))
    ]
    acts = [
        make_act("read", source_id="s1", edition="text"),
        make_act("told", source_id="s1", edition="digest"),
    ]
    write_records(tmp_path / "editions", editions)
    write_records(tmp_path / "acts", acts)
    names = (
        "declarations",
        "observations",
        "facts",
        "register",
        "collected",
        "measures",
        "dimensions",
        "areas",
        "analyses",
    )
    inputs = Inputs(**dict.fromkeys(names, tmp_path), acts=tmp_path / "acts", editions=tmp_path / "editions")
    assert [act.act_id for act in inputs.acts_in_use()] == ["read"]

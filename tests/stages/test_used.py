"""One source never counts twice, whether it was read in two editions or also collected by hand."""

import pytest

from factories import make_fact
from suyuan.stages.correct import EditionRead
from suyuan.stages.observe import facts_of_used


def edition(name, used, source_id="s1"):
    return EditionRead(
        source_id=source_id, edition=name, file="a.txt", sha256="0" * 64, characters=1, used=used
    )


READ = make_fact("read", same_as=("row",))
ROW = make_fact("row", grade="repost", same_as=("read",))


@pytest.mark.parametrize(
    ("facts", "editions", "used"),
    [
        ([READ, ROW], [edition("digest", True)], ["read"]),
        ([ROW, READ], [edition("digest", True)], ["read"]),
        # not read, or read otherwise: the row stays
        ([ROW], [], ["row"]),
        ([ROW], [edition("digest", True)], ["row"]),
        ([make_fact("read"), make_fact("row", 76, grade="repost")], [edition("digest", True)], ["read", "row"]),
        # said by an edition that is not used
        ([READ, ROW], [edition("original", True), edition("digest", False)], ["row"]),
        # another source that says the same is another source
        ([READ, make_fact("row", grade="repost", source_id="s2", same_as=("read",))], [edition("digest", True)], ["read", "row"]),
    ],
)  # fmt: skip
def test_which_facts_count(facts, editions, used):
    assert [fact.fact_id for fact in facts_of_used(facts, editions)] == used

"""Columns of the levels at which something is tested: 在1%的水平上显著, 置信水平为95%."""

from __future__ import annotations

import re

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column
from suyuan.quantities.mention import Mention

LEVEL = re.compile("的?(?:显著性?)?(?P<sort>置信)?水平[上下]?")
PASSED = re.compile("的?(?:水平的?)?显著性(?:水平的?)?检验")
SIGNIFICANT = "显著"


@needs("水平", "显著性", of=["share"])
def level_of_test(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """系数在|1%|的水平上显著: 显著性水平; 在95%的置信水平上: 置信水平."""
    if mention.unit == "%" and PASSED.match(par.text, mention.end):
        return Column("显著性水平", None, "level_of_test", level=False)  # 通过|1%|显著性检验
    if mention.unit != "%" or index == 0 or not par.text.endswith("在", 0, mention.start):
        return None
    level = LEVEL.match(par.text, mention.end)
    if level is None:
        return None
    if level["sort"]:
        return Column("置信水平", None, "level_of_test", level=False)
    clause = par.clause(mention.start)
    if SIGNIFICANT not in par.text[clause.start : clause.end]:
        return None
    return Column("显著性水平", None, "level_of_test", level=False)

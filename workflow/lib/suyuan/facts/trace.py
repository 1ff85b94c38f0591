"""What the stages hand on for one quantity, each result with the name of its rule, and where they read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext
from suyuan.facts.breakdowns import Category
from suyuan.facts.natures import NatureReading
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column
from suyuan.flow import Flow
from suyuan.quantities.mention import Mention
from suyuan.records import Fact
from suyuan.time import AssignedTime, TimeExpression
from suyuan.values import value


@value
class Stages:
    """Results of the stages for one quantity of a paragraph or of a cell."""

    par: Paragraph
    number: int  # of the quantity in par.mentions
    read: Column  # as the rules for columns read it
    column: Column  # with abbreviations written out
    area: Area
    time: AssignedTime
    nature: NatureReading
    categories: Mapping[str, Category]

    @property
    def mention(self) -> Mention:
        return self.par.mentions[self.number]


@value
class Around:
    """What the stages had before them when they read a paragraph."""

    body: Sequence[Flow]  # all texts that are read for facts, tables by cell left out
    times: Sequence[Sequence[TimeExpression]]  # of each of them, resolved
    spans: Sequence[Sequence[tuple[int, int]]]  # of the quantities of each
    index: int  # of the paragraph among them
    areas: AreaContext


@value
class Trace:
    """A fact and how it came about; ``around`` is None for a cell of a table."""

    fact: Fact
    stages: Stages
    around: Around | None


Hear = Callable[[Trace], None]

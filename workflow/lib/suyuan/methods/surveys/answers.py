"""Items of a survey with their answers, bases and scales, from readings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from suyuan.methods.surveys.declared import Item, Surveys
from suyuan.methods.surveys.places import Place
from suyuan.methods.surveys.readings import Reading, mean_and_sd, size_in_head
from suyuan.methods.surveys.rows import BaseFrom, Status
from suyuan.methods.surveys.words import SurveyWords, survey_words
from suyuan.records import Fact
from suyuan.records.interval import Interval, total

CLAUSE = re.compile("[，。；：！？,;:!?]")
BRACKETS = re.compile("[（(][^）)]*[）)]")
LABEL = 30  # characters of a sentence that name an item without a name


@dataclass
class Answer:
    """A share or mean with all its statements; the one printed most finely first."""

    readings: list[Reading]
    group: str
    sd: Interval | None = None
    n: Reading | None = None

    @property
    def first(self) -> Reading:
        """The statement that is shown."""
        return self.readings[0]

    @property
    def allowed(self) -> Interval:
        """What its print allows; of statements that exclude one another from the least to the greatest."""
        if self.status == "stated":
            return self.first.interval
        lows, highs = [r.interval.low for r in self.readings], [r.interval.high for r in self.readings]
        return Interval(
            None if None in lows else min(low for low in lows if low is not None),
            None if None in highs else max(high for high in highs if high is not None),
        )

    @property
    def size(self) -> int | None:
        """People of its group, where printed."""
        return self.n.whole if self.n else size_in_head(self.first.fact)

    @property
    def facts(self) -> list[Fact]:
        """Its statements and those that go with it."""
        return [r.fact for r in self.readings] + ([self.n.fact] if self.n else [])

    @property
    def status(self) -> Status:
        """Whether its statements agree."""
        return "stated" if agree(self.readings) else "conflicting"


@dataclass
class Asked:
    """An item as one source tells it."""

    source_id: str
    questionnaire: str
    item: str
    declared: Item | None = None
    shares: list[Answer] = field(default_factory=list)
    means: list[Answer] = field(default_factory=list)
    bases: list[Reading] = field(default_factory=list)
    scales: list[Reading] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    choices: str | None = None
    label: str = ""

    @property
    def base(self) -> Reading | None:
        """People asked, where one number of them is printed."""
        return self.bases[0] if self.bases and agree(self.bases) and self.bases[0].whole else None

    @property
    def scale(self) -> int | None:
        """Points of its scale, where one number of them is printed."""
        return self.scales[0].whole if self.scales and agree(self.scales) else None

    @property
    def scale_said(self) -> str | None:
        """How the points are meant: full: the greatest score; exact: a scale of so many values; points: either from 0 or 1."""
        if self.scale is None:
            return None
        if all(reading.full_mark for reading in self.scales):
            return "full"
        words = survey_words()
        exact = any(
            r.fact.unit in words.exact_scale_units or any(word in r.place.text for word in words.exact_scales)
            for r in self.scales
        )
        return "exact" if exact else "points"

    @property
    def base_from(self) -> BaseFrom | None:
        """Where the base is printed, the nearest first."""
        if self.base is None:
            return None
        starts = {(p.flow.block.start, p.start) for a in self.shares for p in (r.place for r in a.readings)}
        for reading in self.bases:
            if (reading.place.flow.block.start, reading.place.start) in starts:
                return "row" if reading.place.in_table else "sentence"
        return "caption" if any(r.place.flow.block.kind == "caption" for r in self.bases) else "item"

    @property
    def share_sum(self) -> Interval | None:
        """Sum of the shares of all people asked, of one group each; None where one is not bounded."""
        whole = [a for a in self.shares if a.status == "stated"]
        if not whole or len({a.group for a in whole}) > 1:
            return None
        found = total(a.first.interval for a in whole)
        return found if found.low is not None and found.high is not None else None


def agree(readings: Sequence[Reading]) -> bool:
    """Whether all statements can be true of one number."""
    return all(a.interval.meets(b.interval) for i, a in enumerate(readings) for b in readings[:i])


def asked_of(declared: Surveys, readings: Iterable[Reading], words: SurveyWords) -> list[Asked]:
    """Items by source in the order of the text, with their shares, means, bases and scales."""
    items = {item.id: item for q in declared.questionnaires for item in q.items}
    found: dict[tuple[str, str], Asked] = {}
    used = set(declared.dimensions.values())
    for reading in readings:
        if reading.counts_questionnaires or not reading.item:
            continue
        key = (reading.fact.source_id, reading.item)
        asked = found.setdefault(
            key, Asked(key[0], reading.questionnaire, reading.item, items.get(reading.item))
        )
        asked.places.append(reading.place)
        asked.label = asked.label or _label(asked, reading.place)
        if reading.role == "n":
            asked.bases.append(reading)
        elif reading.role == "scale":
            asked.scales.append(reading)
        elif reading.role in ("share", "mean"):
            group = group_of(reading.fact, used)
            _add(asked.shares if reading.role == "share" else asked.means, reading, group)
        elif asked.means and reading.role == "sd":
            _add_deviation(asked.means, reading, group_of(reading.fact, used))
    for asked in found.values():
        _number_groups(asked, used)
        asked.choices = _choices(asked, words)
    return list(found.values())


def _label(asked: Asked, place: Place) -> str:
    """Its declared name, else the beginning of its sentence."""
    said = asked.declared
    return (said.label.get("zh") or said.id) if said else place.text.strip()[:LABEL]


def group_of(fact: Fact, used: Iterable[str] = ()) -> str:
    """Who answered: values of the dimensions of a fact but those of questionnaire, item and option."""
    return "；".join(own_breakdown(fact, used).values())


def own_breakdown(fact: Fact, used: Iterable[str] = ()) -> dict[str, str]:
    """Values of the dimensions of a fact but ``used``, in order of the dimension."""
    return {name: value for name, value in sorted(fact.breakdown.items()) if name not in set(used)}


def _add(answers: list[Answer], reading: Reading, group: str) -> None:
    """Put a statement to the answer that it states again, or begin one."""
    for answer in answers:
        other = answer.first
        same = (
            reading.item and reading.option is not None and other.option == reading.option
            if reading.role == "share"
            else bool(group) or _one_mean(other, reading)
        )
        again = other.place is not reading.place and same and answer.group == group
        if again:
            answer.readings.append(reading)
            answer.readings.sort(key=_coarseness)  # stable: the first of equals in the text stays first
            return
    pair = mean_and_sd(reading.fact) if reading.role == "mean" else None
    answers.append(Answer([reading], group, pair[1] if pair else None))


def _one_mean(first: Reading, second: Reading) -> bool:
    """Whether two means of no named group are of one thing: alike in measure and area, and in value or in the words of
    their clauses; 东馆的均值为3.52。西馆的均值为3.21 are two, though neither names a group that is known.
    """
    if _names(first.fact) != _names(second.fact):
        return False
    return first.interval.meets(second.interval) or _clause(first) == _clause(second)


def _clause(reading: Reading) -> str:
    """Words before a number in its clause, without what stands in brackets."""
    return BRACKETS.sub("", CLAUSE.split(reading.place.before(reading.fact))[-1]).strip()


def _names(fact: Fact) -> tuple[str | None, str | None]:
    return fact.measure, fact.ref_area


def _coarseness(reading: Reading) -> tuple[bool, float]:
    interval = reading.interval
    if interval.low is None or interval.high is None:
        return True, 0.0
    return False, float(interval.high - interval.low)


def _add_deviation(means: Sequence[Answer], reading: Reading, group: str) -> None:
    """A standard deviation belongs to the mean before it in its sentence or row, of the same group."""
    near = [m for m in means if m.first.place is reading.place and m.group == group and m.sd is None]
    if near:
        near[-1].sd = reading.interval


def _number_groups(asked: Asked, used: Iterable[str]) -> None:
    """Give each mean the number of people of its group: of the same values of dimensions in its row, or in turn.

    The bases of groups are then no base of the whole item.
    """
    own: list[Reading] = []
    for place in {id(p): p for p in asked.places}.values():
        means = [m for m in asked.means if m.first.place is place]
        sizes = [b for b in asked.bases if b.place is place]
        if not means or not sizes:
            continue
        if len(sizes) == len(means):
            pairs = list(zip(means, sizes, strict=True))
        elif len(sizes) == 1 and len(means) > 1 and place.in_table:
            pairs = [(m, sizes[0]) for m in means]
        else:
            pairs = [(m, s) for m in means for s in sizes if m.group and group_of(s.fact, used) == m.group]
        for mean, size in pairs:
            mean.n = size
            own.append(size)
    if len(own) > 1:
        asked.bases = [b for b in asked.bases if not any(b is s for s in own)]
    asked.bases = [b for b in asked.bases if not group_of(b.fact, used)]  # 女性例数 is no base of all


def _choices(asked: Asked, words: SurveyWords) -> str | None:
    if not asked.shares:
        return None
    if asked.declared is not None and asked.declared.choices is not None:
        return asked.declared.choices
    texts = [place.text for place in asked.places]
    if any(word in text for text in texts for word in words.several):
        return "several"
    if any(word in text for text in texts for word in words.one):
        return "one"
    found = (
        asked.share_sum if asked.declared is not None else None
    )  # a sentence may tell of several questions
    return "several" if found is not None and found.low is not None and found.low > 100 else "cannot tell"

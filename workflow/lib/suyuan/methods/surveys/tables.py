"""Rows of questionnaires, items, answers and means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from suyuan.methods.evidence import evidence_of_span
from suyuan.methods.surveys.answers import Answer, Asked, agree, own_breakdown
from suyuan.methods.surveys.declared import Item, Surveys
from suyuan.methods.surveys.granularity import counts
from suyuan.methods.surveys.places import Place, first_said, mentions
from suyuan.methods.surveys.readings import Reading
from suyuan.methods.surveys.rows import AnswerRow, ItemRow, MeanRow, QuestionnaireRow
from suyuan.methods.surveys.wilson import wilson_of_print
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Evidence, Fact

DIGITS = 3  # of percents that are computed


def item_row(asked: Asked, ids: Mapping[str, str]) -> ItemRow:
    """The row of an item; ``ids`` are evidence ids by fact."""
    answers = asked.shares or asked.means
    sums = asked.share_sum
    facts = [r.fact for r in [*asked.bases, *asked.scales]]
    said = asked.declared
    return ItemRow(
        questionnaire=asked.questionnaire,
        item=asked.item,
        source_id=asked.source_id,
        label=(said.label.get("zh") or said.label.get("en") or said.id) if said else asked.label,
        label_en=said.label.get("en") if said else None,
        asks=said.asks if said else "shares" if asked.shares else "mean",
        status="absent" if not answers else "stated" if all(a.status == "stated" for a in answers) else "conflicting",
        answers=len(answers),
        n=asked.base.whole if asked.base else None,
        n_from=asked.base_from,
        scale_points=asked.scale,
        share_sum_low=sums.low if sums else None,
        share_sum_high=sums.high if sums else None,
        choices=asked.choices,
        evidence_ids=_ids(facts, ids),
    )  # fmt: skip


def answer_row(asked: Asked, answer: Answer, ids: Mapping[str, str], declared: Surveys) -> AnswerRow:
    """The row of a share, with Wilson's interval where the base of the item is printed."""
    fact, interval = answer.first.fact, answer.allowed
    n = asked.base.whole if asked.base and answer.status == "stated" and not answer.group else None
    bounded = interval.low is not None and interval.high is not None
    found = counts(interval, n) if n and bounded else None
    wilson = wilson_of_print(interval, n, declared.confidence) if n else None
    option = answer.first.option
    return AnswerRow(
        questionnaire=asked.questionnaire,
        item=asked.item,
        source_id=asked.source_id,
        option=(option.label.get("zh") or option.value) if option else _answer(fact, declared),
        option_en=option.label.get("en") if option else None,
        group=answer.group,
        breakdown=own_breakdown(fact, declared.dimensions.values()),
        ref_area=fact.ref_area,
        status=answer.status,
        share=fact.value if answer.status == "stated" else None,
        comparator=fact.comparator,
        low=interval.low,
        high=interval.high,
        n=n,
        count_least=found[0] if found else None,
        count_greatest=found[1] if found else None,
        interval_low=round(wilson[0], DIGITS) if wilson else None,
        interval_high=round(wilson[1], DIGITS) if wilson else None,
        confidence=declared.confidence if wilson else None,
        evidence_ids=_ids([*answer.facts, *([asked.base.fact] if asked.base and n else [])], ids),
    )


def _answer(fact: Fact, declared: Surveys) -> str | None:
    """The answer that a share without a declared option is of: its value in the dimension of options, else its measure."""
    return fact.breakdown.get(declared.dimensions.get("option", ""), fact.measure)


def mean_row(asked: Asked, answer: Answer, ids: Mapping[str, str], declared: Surveys) -> MeanRow:
    """The row of a mean."""
    fact, interval = answer.first.fact, answer.allowed
    said = asked.declared
    sd = answer.sd
    return MeanRow(
        questionnaire=asked.questionnaire,
        item=asked.item,
        source_id=asked.source_id,
        label=(said.label.get("zh") or said.id) if said else fact.measure or asked.label,
        group=answer.group,
        breakdown=own_breakdown(fact, declared.dimensions.values()),
        ref_area=area_of(answer),
        status=answer.status,
        mean=fact.value if answer.status == "stated" else None,
        low=interval.low,
        high=interval.high,
        sd=(sd.low + sd.high) / 2 if sd and sd.low is not None and sd.high is not None else None,
        n=answer.size,
        scale_points=asked.scale,
        evidence_ids=_ids(answer.facts, ids),
    )


def area_of(answer: Answer) -> str | None:
    """Area that the statements give; that of a table row first, since it is the group's own."""
    rows = [r.fact.ref_area for r in answer.readings if r.place.in_table]
    return next((a for a in [*rows, answer.first.fact.ref_area] if a), None)


def _ids(facts: Iterable[Fact], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[f.fact_id] for f in facts))


def questionnaire_rows(
    declared: Surveys, readings: Sequence[Reading], asked: Sequence[Asked], ids: Mapping[str, str],
    titles: Mapping[str, str],
) -> list[QuestionnaireRow]:  # fmt: skip
    """A row for each questionnaire and source that tells of it; a declared one that no source tells of is absent."""
    names = {q.id: q for q in declared.questionnaires}
    found: dict[tuple[str, str | None], list[Reading]] = {}
    for reading in readings:
        if reading.counts_questionnaires:
            found.setdefault((reading.questionnaire, reading.fact.source_id), []).append(reading)
    for item in asked:
        found.setdefault((item.questionnaire, item.source_id), [])
    told = {name for name, _ in found}
    for name in names:
        if name not in told:
            found[name, None] = []
    rows = []
    for (name, source), own in found.items():
        said = names.get(name)
        items = [a for a in asked if (a.questionnaire, a.source_id) == (name, source)]
        valid = [r for r in own if any(word in (r.fact.measure or "") for word in survey_words().valid)]
        own = valid or own
        ok = bool(own) and agree(own)
        rows.append(
            QuestionnaireRow(
                questionnaire=name,
                source_id=source,
                label=(said.label.get("zh") or said.id) if said else f"《{titles.get(name, name)}》",
                label_en=said.label.get("en") if said else None,
                n=own[0].whole if ok else None,
                status="stated" if ok else "conflicting" if own else "absent",
                items=len(said.items) if said else len(items),
                items_stated=sum(bool(a.shares or a.means) for a in items),
                evidence_ids=_ids([r.fact for r in own], ids),
            )
        )
    order = list(names)
    rows.sort(key=lambda r: order.index(r.questionnaire) if r.questionnaire in order else len(order))
    return rows


def absent_rows(
    declared: Surveys, asked: Sequence[Asked], places: Sequence[Place]
) -> tuple[list[ItemRow], list[Evidence]]:
    """Rows of declared items without any number, with the first words that name each; no source where none does."""
    told = {a.item for a in asked}
    rows, evidence = [], []
    for questionnaire in declared.questionnaires:
        for item in questionnaire.items:
            if item.id in told:
                continue
            named = next((_mention(declared.id, p, item) for p in places if first_said(p.text, [item])), None)
            evidence += [named] if named else []
            rows.append(
                ItemRow(
                    questionnaire=questionnaire.id,
                    item=item.id,
                    source_id=named.source_id if named else None,
                    label=item.label.get("zh") or item.id,
                    label_en=item.label.get("en"),
                    asks=item.asks,
                    status="absent",
                    answers=0,
                    evidence_ids=(named.evidence_id,) if named else (),
                )
            )
    return rows, evidence


def _mention(analysis: str, place: Place, item: Item) -> Evidence:
    start, end, _ = min(mentions(place.text, [item]), key=lambda m: m[:2])
    first, last = place.flow.span(place.start + start, place.start + end)
    return evidence_of_span(
        analysis, place.document, place.flow.block, first, last, place.text.strip(),
        cited_at=place.flow.cited_at(place.start + end),
    )  # fmt: skip

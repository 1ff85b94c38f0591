"""An information analysis: texts, pairs with verdicts, terms that add most, trees, halves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE
from suyuan.methods.information.chance import arrangements, verdict
from suyuan.methods.information.cluster import Merge, average_linkage, leaves
from suyuan.methods.information.compare import (
    Compared,
    compare_pair,
    compare_sets,
    generator,
    halves,
    observed,
)
from suyuan.methods.information.declared import Information
from suyuan.methods.information.estimate import Counts, bias, parts
from suyuan.methods.information.rows import HalvesRow, MergeRow, PairRow, SettingRow, ShareRow, TextRow
from suyuan.methods.information.texts import Text, matrices, texts_of
from suyuan.methods.method import Result
from suyuan.records import Evidence, Problem

DIGITS = 6  # of bits in the tables


@dataclass
class Collected:
    """Rows of pairs as they are found, with the evidence that they name."""

    pairs: list[PairRow] = field(default_factory=list)
    terms: list[ShareRow] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)


def run(declared: Information, corpus: Corpus) -> Result:
    """Tables texts, pairs, terms, tree and halves. Too few texts of the needed length give a Problem and no pairs."""
    found = texts_of(declared, corpus)
    compared = [text for text in found if text.length >= declared.least_terms]
    problems = _lacking(declared, compared)
    if problems:
        rows = [_text(text, False, None) for text in found]
        return Result({"texts": rows}, problems=problems)
    vocabulary, tables = matrices(compared)
    collected = Collected()
    for i, j, pair in _compared(declared, compared, tables):
        _collect(collected, declared, (compared[i], compared[j]), pair, vocabulary, (tables[i], tables[j]))
    trees = {side: _tree(compared, tables, side) for side in sorted({text.side for text in compared})}
    places = {text_id: place for _, order in trees.values() for place, text_id in enumerate(order)}
    return Result(
        {
            "setting": [_setting(declared)],
            "texts": [_text(text, text in compared, places.get(text.text_id)) for text in found],
            "pairs": collected.pairs,
            "terms": collected.terms,
            "tree": [row for merges, _ in trees.values() for row in merges],
            "halves": list(_halves(declared, compared, tables)),
        },
        list(collected.evidence.values()),
    )


def _setting(declared: Information) -> SettingRow:
    return SettingRow(
        unit=declared.unit,
        against="sets" if declared.sets else "one_text",
        rounds=declared.rounds,
        outside=declared.outside,
        seed=declared.seed,
        least_terms=declared.least_terms,
    )


def _lacking(declared: Information, texts: Sequence[Text]) -> list[Problem]:
    sides = {text.side for text in texts}
    twice = sorted(
        {a.source_id for a in texts for b in texts if a.source_id == b.source_id and a.side < b.side}
    )
    if twice:
        what = f"{', '.join(twice)} in both sets: a text cannot be compared with itself"
        return [_problem(declared, what, "leave each document in one set")]
    if len(texts) >= 2 and len(sides) == max(1, len(declared.sets)):
        return []
    what = f"{len(texts)} texts have {declared.least_terms} terms or more" + (
        f", in {len(sides)} of 2 sets" if declared.sets else "; two are needed"
    )
    todo = "name other sources, a folder that has files, or a smaller least_terms"
    return [_problem(declared, what, todo)]


def _problem(declared: Information, what: str, todo: str) -> Problem:
    return Problem(stage=STAGE, file="config/analyses.yaml", where=declared.id, what=what, todo=todo)


def _compared(
    declared: Information, texts: Sequence[Text], tables: Sequence[Counts]
) -> Iterator[tuple[int, int, Compared]]:
    if declared.sets:
        rows, columns = ([i for i, text in enumerate(texts) if text.side == side] for side in (1, 2))
        random = generator(declared.seed, *(text.text_id for text in texts))
        cells = compare_sets(
            [tables[i] for i in rows], [tables[j] for j in columns], declared.rounds, declared.outside, random
        )
        for i, line in zip(rows, cells, strict=True):
            for j, cell in zip(columns, line, strict=True):
                yield i, j, cell
        return
    for i, j in combinations(range(len(texts)), 2):
        random = generator(declared.seed, texts[i].text_id, texts[j].text_id)
        yield i, j, compare_pair(tables[i], tables[j], declared.rounds, declared.outside, random)


def _collect(
    collected: Collected,
    declared: Information,
    texts: tuple[Text, Text],
    pair: Compared,
    vocabulary: Sequence[str],
    tables: tuple[Counts, Counts],
) -> None:
    """Add the row of a pair, and those of its terms with their evidence."""
    apart, common = parts(tables[0].sum(axis=0), tables[1].sum(axis=0))
    own: list[ShareRow] = []
    for role, bits in (("apart", apart), ("common", common)):
        order = sorted(
            (n for n in range(len(vocabulary)) if bits[n] > 0),
            key=lambda n: (-round(float(bits[n]), DIGITS), vocabulary[n]),
        )
        for rank, n in enumerate(order[: declared.top], 1):
            shown = _evidence(declared.id, texts, vocabulary[n])
            collected.evidence |= {item.evidence_id: item for item in shown}
            own.append(
                ShareRow(
                    text_a=texts[0].text_id,
                    text_b=texts[1].text_id,
                    role="apart" if role == "apart" else "common",
                    rank=rank,
                    term=vocabulary[n],
                    count_a=texts[0].counts[vocabulary[n]],
                    count_b=texts[1].counts[vocabulary[n]],
                    bits=_bits(float(bits[n])),
                    evidence_ids=tuple(item.evidence_id for item in shown),
                )
            )
    collected.terms += own
    ids = dict.fromkeys(i for row in own for i in row.evidence_ids)
    collected.pairs.append(_pair(texts, pair, tuple(ids)))


def _evidence(analysis: str, texts: tuple[Text, Text], term: str) -> list[Evidence]:
    """The first occurrence of a term in each text that has it."""
    places = [text.first[term] for text in texts if term in text.first]
    return [paragraph.evidence(analysis, start, end) for paragraph, start, end in places]


def _pair(texts: tuple[Text, Text], pair: Compared, evidence_ids: tuple[str, ...]) -> PairRow:
    chance = pair.chance
    corrected = pair.information - pair.bias
    return PairRow(
        text_a=texts[0].text_id,
        text_b=texts[1].text_id,
        common_terms=len(set(texts[0].counts) & set(texts[1].counts)),
        information=_bits(pair.information),
        bias=_bits(pair.bias),
        corrected=_bits(corrected),
        similarity=_bits(min(1.0, 1 - corrected)),
        chance_low=_bits(chance.low) if chance else None,
        chance_middle=_bits(chance.middle) if chance else None,
        chance_high=_bits(chance.high) if chance else None,
        p=_bits(chance.p) if chance else None,
        verdict=verdict(pair.information, chance),
        evidence_ids=evidence_ids,
    )


def _text(text: Text, compared: bool, position: int | None) -> TextRow:
    return TextRow(
        text_id=text.text_id,
        source_id=text.source_id,
        heading=text.heading,
        side=text.side,
        paragraphs=len(text.paragraphs),
        terms=text.length,
        distinct=len(text.counts),
        compared=compared,
        position=position,
    )


def _tree(texts: Sequence[Text], tables: Sequence[Counts], side: int) -> tuple[list[MergeRow], list[str]]:
    """Rows of the tree of one side, and its texts in the order in which it is drawn."""
    own = [i for i, text in enumerate(texts) if text.side == side]
    distances = [[_distance(tables[i], tables[j]) if i != j else 0.0 for j in own] for i in own]
    merges = average_linkage(distances)
    order = [texts[own[leaf]].text_id for leaf in leaves(merges, len(own))]
    names = [texts[i].text_id for i in own] + [f"#{step}" for step in range(len(merges))]
    return [_merge(side, step, merge, names) for step, merge in enumerate(merges)], order


def _distance(a: Counts, b: Counts) -> float:
    """Corrected information, at least 0, rounded as in the table."""
    return max(0.0, _bits(observed(a, b) - bias(a.sum(axis=0), b.sum(axis=0))))


def _merge(side: int, step: int, merge: Merge, names: Sequence[str]) -> MergeRow:
    return MergeRow(
        side=side,
        step=step,
        left=names[merge.left],
        right=names[merge.right],
        height=_bits(merge.height),
        size=merge.size,
    )


def _halves(declared: Information, texts: Sequence[Text], tables: Sequence[Counts]) -> Iterator[HalvesRow]:
    for text, table in zip(texts, tables, strict=True):
        half = len(text.paragraphs) // 2
        decides = arrangements([half, len(text.paragraphs) - half]) >= 2 / declared.outside
        if declared.halves and decides:
            used = table[:, table.sum(axis=0) > 0]
            random = generator(declared.seed, "halves", text.text_id)
            outside = halves(used, declared.halves, declared.outside, random)
            yield HalvesRow(
                text_id=text.text_id,
                trials=declared.halves,
                outside=outside,
                share=_bits(outside / declared.halves),
            )


def _bits(value: float) -> float:
    return round(value, DIGITS) + 0.0  # no -0.0

"""Faults of the numbering, and marks that fit another entry better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from suyuan.flow import make_flow
from suyuan.methods.citations.fits import break_of, by_number, fits_of
from suyuan.methods.citations.lists import Entry
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.rows import FaultKind, Verdict
from suyuan.methods.citations.signs import Glossary
from suyuan.methods.citations.tied import Listed, Tied
from suyuan.methods.citations.words import narrow

NUMBER = re.compile(r"\d{1,3}")
TORN = re.compile(r"(?<![\d.\[])(?:\d{1,3}[,、-])*\d{1,3}\]|\[\d{1,3}(?:[,、-]\d{1,3})*(?![\d.\],、-])")
SAID: dict[FaultKind, tuple[str, str]] = {
    "gap": ("文献表缺序号{n}", "the list has no {n}"),
    "double": ("序号{n}在文献表中出现不止一次", "{n} stands more than once in the list"),
    "list_out_of_order": ("序号{n}在文献表中的次序颠倒", "{n} stands after a greater number in the list"),
    "mark_without_entry": ("正文引用{n}，文献表中没有", "the text cites {n}, the list has no such entry"),
    "no_list": (
        "正文引用{n}，所读文本没有文献表",
        "the text cites {n}, and the text that was read has no list",
    ),
    "never_cited": ("文献表中的{n}在正文中未见引用", "the text never cites {n}"),
    "first_cited_out_of_order": (
        "{n}首次引用晚于更大的序号",
        "{n} is first cited after a greater number",
    ),
    "other_entry_fits": (
        "引用{n}处的词语与所引条目无共同之处，而与{others}有：{words}",
        "the words that cite {n} share nothing with it, but with {others}: {words}",
    ),
    "fits_no_more": (
        "自{n}起引用处的词语多与所引条目不符：此前可判断的{c[1]}个序号中{c[0]}个相符，此后{c[3]}个中{c[2]}个（置换检验p={p}）",
        "from {n} on marks do not fit their entries: of the numbers that can be judged {c[0]} of {c[1]} fit before, "
        "{c[2]} of {c[3]} after (permutation test, p = {p})",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault with the marks or entries where it shows."""

    kind: FaultKind
    listed: Listed | None
    numbers: tuple[int, ...]
    verdict: Verdict
    marks: tuple[Mark, ...] = ()
    entries: tuple[Entry, ...] = ()
    others: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    p: float | None = None

    def text(self, language: int) -> str:
        """In words: 0 Chinese, 1 English."""
        return SAID[self.kind][language].format(
            n=spelled(self.numbers),
            others=spelled(self.others),
            words=("、", ", ")[language].join(self.words),
            c=self.counts,
            p=self.p,
        )


def spelled(numbers: Sequence[int]) -> str:
    """Numbers as a mark writes them: [2-4,6]."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "[" + ",".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs) + "]"


def faults_of(tied: Tied, glossary: Glossary) -> Iterator[Fault]:
    """Faults of own lists and of the marks tied to them. Where the list is not whole, what is missing is uncertain."""
    torn = torn_numbers(tied)
    for listed in tied.lists:
        if listed.role in ("own", "notes"):
            marks = [m for m, of in zip(tied.marks, tied.list_of, strict=True) if of is listed]
            if listed.role == "own":
                yield from _of_list(listed)
            yield from _of_marks(listed, marks, torn)
            if listed.role == "own":
                yield from _order(listed, marks)
                yield from _misfits(listed, marks, glossary)
    loose = [m for m, of in zip(tied.marks, tied.list_of, strict=True) if of is None and m.form == "bracket"]
    if loose:
        numbers = tuple(sorted({n for m in loose for n in m.numbers}))
        yield Fault("no_list", None, numbers, "cannot tell", tuple(loose))


def _verdict(listed: Listed) -> Verdict:
    return "fault" if listed.whole else "cannot tell"


def _of_list(listed: Listed) -> Iterator[Fault]:
    entries = listed.chain.entries
    numbers = [n for e in entries for n in range(e.number, e.number_to + 1)]
    gaps = sorted(set(range(1, max(numbers))) - set(numbers))
    if gaps:
        around = tuple(e for a, e in pairwise(entries) if e.number > a.number_to + 1)
        yield Fault("gap", listed, tuple(gaps), _verdict(listed), entries=around or (entries[0],))
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        twice = tuple(e for e in entries if e.number <= number <= e.number_to)
        yield Fault("double", listed, (number,), "fault", entries=twice)
    for before, after in pairwise(entries):
        if after.number < before.number:
            yield Fault("list_out_of_order", listed, (after.number,), "fault", entries=(after,))


def torn_numbers(tied: Tied) -> set[int]:
    """Numbers beside a bracket whose other half is not there: a mark that a reader tore apart (2,29] of [12,29])."""
    return {
        int(number)
        for block in tied.document.body()
        for match in TORN.finditer(narrow(make_flow(tied.document.text, block).text))
        for number in NUMBER.findall(match[0])
    }


def _of_marks(listed: Listed, marks: Sequence[Mark], torn: Set[int]) -> Iterator[Fault]:
    known = listed.chain.numbers
    missing = sorted({n for m in marks for n in m.numbers} - known)
    if missing and not listed.whole:
        where = tuple(m for m in marks if set(missing) & set(m.numbers))
        yield Fault("mark_without_entry", listed, tuple(missing), "cannot tell", where)
        missing = []
    for number in missing:
        where = tuple(m for m in marks if number in m.numbers)
        yield Fault("mark_without_entry", listed, (number,), "fault", where)
    cited = {n for m in marks for n in m.numbers}
    if listed.role == "own" and marks:
        never = [e for e in listed.chain.entries if not cited & set(range(e.number, e.number_to + 1))]
        for entry in never:
            verdict = "cannot tell" if entry.number in torn else _verdict(listed)
            yield Fault("never_cited", listed, (entry.number,), verdict, entries=(entry,))


def _order(listed: Listed, marks: Sequence[Mark]) -> Iterator[Fault]:
    """By the order of first citation (GB/T 7714, 顺序编码制); marks in tables and captions stand where the page has room."""
    seen: set[int] = set()
    greatest = 0
    for mark in marks:
        if mark.flow.block.kind in ("table", "caption"):
            seen |= set(mark.numbers)
            continue
        for number in mark.numbers:
            if number not in seen and number < greatest:
                yield Fault("first_cited_out_of_order", listed, (number,), _verdict(listed), (mark,))
            seen.add(number)
            greatest = max(greatest, number)


def _misfits(listed: Listed, marks: Sequence[Mark], glossary: Glossary) -> Iterator[Fault]:
    """Marks whose words share a sign with few entries, none of which they cite; and the number from which on it is so."""
    fits = fits_of(listed, marks, glossary)
    for fit in fits:
        if not fit.fits:
            yield Fault(
                "other_entry_fits", listed, fit.mark.numbers, "cannot tell", (fit.mark,),
                others=fit.others, words=fit.signs,
            )  # fmt: skip
    found = break_of(by_number(fits))
    if found is not None:
        where = tuple(fit.mark for fit in fits if fit.mark.numbers[0] >= found.number and not fit.fits)
        numbers = tuple(n for n in sorted(listed.chain.numbers) if n >= found.number)
        counts = (*found.before, *found.after)
        yield Fault("fits_no_more", listed, numbers, "likely", where, counts=counts, p=found.p)

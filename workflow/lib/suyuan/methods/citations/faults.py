"""Faults of the numbering, and marks that fit another entry better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from suyuan.methods.citations.lists import Entry
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.rows import FaultKind
from suyuan.methods.citations.tied import Listed, Tied

FEW = 3  # a group of the glossary in more entries than these tells none of them apart
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
        "引用{n}处与所引条目没有词表中的共同词语，而与{others}有：{words}",
        "the words that cite {n} share none of the glossary with it, but with {others}: {words}",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault with the marks or entries where it shows."""

    kind: FaultKind
    listed: Listed | None
    numbers: tuple[int, ...]
    certain: bool
    marks: tuple[Mark, ...] = ()
    entries: tuple[Entry, ...] = ()
    others: tuple[int, ...] = ()
    words: tuple[str, ...] = ()

    def text(self, language: int) -> str:
        """In words: 0 Chinese, 1 English."""
        return SAID[self.kind][language].format(
            n=spelled(self.numbers),
            others=spelled(self.others),
            words=("、", ", ")[language].join(self.words),
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


def faults_of(tied: Tied, glossary: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Faults of own lists and of the marks tied to them. Where the list is not whole, what is missing is uncertain."""
    for listed in tied.lists:
        if listed.role in ("own", "notes"):
            marks = [m for m, of in zip(tied.marks, tied.list_of, strict=True) if of is listed]
            if listed.role == "own":
                yield from _of_list(listed)
            yield from _of_marks(listed, marks)
            if listed.role == "own":
                yield from _order(listed, marks)
                yield from _misfits(listed, marks, glossary)
    loose = [m for m, of in zip(tied.marks, tied.list_of, strict=True) if of is None and m.form == "bracket"]
    if loose:
        numbers = tuple(sorted({n for m in loose for n in m.numbers}))
        yield Fault("no_list", None, numbers, False, tuple(loose))


def _of_list(listed: Listed) -> Iterator[Fault]:
    entries = listed.chain.entries
    numbers = [n for e in entries for n in range(e.number, e.number_to + 1)]
    gaps = sorted(set(range(1, max(numbers))) - set(numbers))
    if gaps:
        around = tuple(e for a, e in pairwise(entries) if e.number > a.number_to + 1)
        yield Fault("gap", listed, tuple(gaps), listed.whole, entries=around or (entries[0],))
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        twice = tuple(e for e in entries if e.number <= number <= e.number_to)
        yield Fault("double", listed, (number,), True, entries=twice)
    for before, after in pairwise(entries):
        if after.number < before.number:
            yield Fault("list_out_of_order", listed, (after.number,), True, entries=(after,))


def _of_marks(listed: Listed, marks: Sequence[Mark]) -> Iterator[Fault]:
    known = listed.chain.numbers
    missing = sorted({n for m in marks for n in m.numbers} - known)
    if missing and not listed.whole:
        where = tuple(m for m in marks if set(missing) & set(m.numbers))
        yield Fault("mark_without_entry", listed, tuple(missing), False, where)
        missing = []
    for number in missing:
        where = tuple(m for m in marks if number in m.numbers)
        yield Fault("mark_without_entry", listed, (number,), True, where)
    cited = {n for m in marks for n in m.numbers}
    if listed.role == "own" and marks:
        never = [e for e in listed.chain.entries if not cited & set(range(e.number, e.number_to + 1))]
        for entry in never:
            yield Fault("never_cited", listed, (entry.number,), listed.whole, entries=(entry,))


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
                yield Fault("first_cited_out_of_order", listed, (number,), listed.whole, (mark,))
            seen.add(number)
            greatest = max(greatest, number)


def _misfits(listed: Listed, marks: Sequence[Mark], glossary: Sequence[Sequence[str]]) -> Iterator[Fault]:
    """Marks whose words, from the mark before in their sentence, share a group of the glossary with few entries, none of which
    they cite. Only words speak for it.
    """
    groups = [tuple(word.lower() for word in group) for group in glossary]
    in_entry = {
        id(entry): {i for i, group in enumerate(groups) if _holds(f"{entry.text} {_other(entry)}", group)}
        for entry in listed.chain.entries
    }
    common = [sum(i in found for found in in_entry.values()) for i in range(len(groups))]
    for mark in marks:
        start = max(mark.sentence[0], *(m.at for m in marks if m.flow is mark.flow and m.at < mark.at), 0)
        said = {
            i for i, g in enumerate(groups) if common[i] <= FEW and _holds(mark.flow.text[start : mark.at], g)
        }
        cited = [e for n in mark.numbers if (e := listed.entry(n)) is not None]
        others = [e for e in listed.chain.entries if said & in_entry[id(e)]]
        if not cited or not others or any(any(e is c for c in cited) for e in others):
            continue
        words = sorted({groups[i][0] for e in others for i in said & in_entry[id(e)]})
        numbers = tuple(sorted(e.number for e in others))
        yield Fault(
            "other_entry_fits", listed, mark.numbers, False, (mark,), others=numbers, words=tuple(words)
        )


def _holds(text: str, group: Sequence[str]) -> bool:
    lower = text.lower()
    return any(word in lower for word in group)


def _other(entry: Entry) -> str:
    return " ".join(line.text for line in entry.other)

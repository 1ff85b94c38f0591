"""What is found for a level in a period, before it becomes cells and totals."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.methods.adoption.constructions import Statement


@dataclass(slots=True)
class Found:
    """What is found for a level in a period; lists hold ids of evidence."""

    named: dict[str, list[str]] = field(default_factory=dict)  # unit -> evidence
    told: set[str] = field(default_factory=set)  # of them, those dated by their source
    every: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)  # evidence, units left out
    nobody: list[tuple[str, tuple[str, ...]]] = field(
        default_factory=list
    )  # evidence, units not among the others
    numbers: list[tuple[int, int | None, str]] = field(default_factory=list)  # stated, of, evidence
    open: list[str] = field(default_factory=list)

    def name(self, unit: str, evidence: str, told: bool = False) -> None:
        """Note a unit; a date that is stated counts before one that is only told."""
        fresh = unit not in self.named
        self.named.setdefault(unit, []).append(evidence)
        if told and fresh:
            self.told.add(unit)
        elif not told:
            self.told.discard(unit)

    def note(self, said: Statement, evidence: str) -> None:
        """Note what a statement says."""
        for unit in said.units:
            self.name(unit, evidence)
        if said.every:
            self.every.append((evidence, said.but))
        if said.nobody_else:
            self.nobody.append((evidence, said.but))
        if said.number is not None:
            self.numbers.append((said.number, said.of, evidence))
        if said.open:
            self.open.append(evidence)

    def implying(self, unit: str) -> tuple[str, ...]:
        """Evidence that all have it, this unit among them."""
        return tuple(evidence for evidence, but in self.every if unit not in but)

    def denying(self, unit: str) -> tuple[str, ...]:
        """Evidence that this unit has not: left out of all, or one of the others that have none."""
        return tuple(
            [evidence for evidence, but in self.every if unit in but]
            + [evidence for evidence, but in self.nobody if unit not in but]
        )

"""How the time of one number came about, for ``suyuan explain``: told by the code that assigns it, and by none other."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.time.assigned import AssignedTime
from suyuan.time.expression import TimeExpression


@dataclass
class Account:
    """What is heard of number ``number`` of flow ``flow`` while times are assigned."""

    flow: int
    number: int
    tried: list[tuple[str, AssignedTime | None]] = field(
        default_factory=list
    )  # rules in turn, and what each said
    refused: list[tuple[TimeExpression, str]] = field(
        default_factory=list
    )  # times that were asked, and why not taken
    later: list[tuple[str, AssignedTime]] = field(default_factory=list)  # what then set the time anew

    def hear(self, rule: str, said: AssignedTime | None) -> None:
        """A rule was asked and said this; None for nothing."""
        self.tried.append((rule, said))

    def refuse(self, time: TimeExpression, why: str) -> None:
        """A time was asked and not taken."""
        self.refused.append((time, why))

    def change(self, step: str, said: AssignedTime) -> None:
        """``step`` was done, and the time is this behind it; kept only where it is another than before."""
        given = (
            self.later[-1][1]
            if self.later
            else next((t for _, t in reversed(self.tried) if t is not None), None)
        )
        if said != given:
            self.later.append((step, said))

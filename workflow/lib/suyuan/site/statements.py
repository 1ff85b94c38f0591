"""Other statements of the quantity that a fact states: those of its observation, and those that say the same."""

from __future__ import annotations

from suyuan.records import Fact
from suyuan.records.observation import Statement
from suyuan.site.material import Material

SAME = "same quantity"


def standing(statement: Statement) -> str:
    """How a statement stands to the one in use: ``chosen``, or ``agrees; lost by grade; repeats another``."""
    parts = [str(statement.agreement)]
    if statement.lost_by is not None:
        parts.append(f"lost by {statement.lost_by}")
    if not statement.independent:
        parts.append(f"repeats {statement.repeats}" if statement.repeats else "not independent")
    return "; ".join(parts)


def restatements(material: Material, fact: Fact) -> list[Fact]:
    """Facts of ``same_as`` that are not in the fact's own observation (other editions, finer or coarser times)."""
    observation = material.observation_of.get(fact.fact_id)
    joined = set(observation.fact_ids) if observation is not None else set()
    return [material.by_id[name] for name in fact.same_as if name not in joined and name in material.by_id]

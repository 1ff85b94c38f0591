"""Waves of a study by their number, and the seasons that their months are in."""

from __future__ import annotations

import re

from suyuan.time.study_phases import LATEST, Phases, phase_in
from suyuan.time.study_records import Study

MONTH = re.compile(r"\d{4}-(\d\d)(?:-\d\d)?")
SEASONS = {month: season for season, months in zip("春夏秋冬", ("030405", "060708", "091011", "120102"), strict=True)
           for month in (months[:2], months[2:4], months[4:])}  # fmt: skip


def row_of(dates: list[str]) -> Phases:
    """Waves by their number, in the order of time."""
    ordered = sorted(dates)
    kinds = ("季", "轮", "期", "波", "次")
    return {phase_in(kind, k): edtf for k, edtf in enumerate(ordered, 1) for kind in kinds} | {
        LATEST: ordered[-1]
    }


def seasons_of(study: Study) -> Phases:
    """The seasons of waves that are months (2021年4月、7月和10月): each that one wave alone is in."""
    waves = {edtf for label, edtf in study.phases.items() if label[0] in "次期轮" and MONTH.fullmatch(edtf)}
    seasons = [SEASONS[edtf[5:7]] for edtf in waves]
    if len(waves) < 2 or len(set(seasons)) < len(seasons):
        return {}
    return {SEASONS[edtf[5:7]]: edtf for edtf in waves}

"""Key of an observation: what makes two statements the same cell of the cube."""

from __future__ import annotations

from typing import NamedTuple

from suyuan.records.observation import Basis, Frequency

UNKNOWN_TIME = "XXXX"  # EDTF: a year that is not known


class Key(NamedTuple):
    """What makes two statements the same cell of the cube.

    ``source_id`` only where the time has no place on a time axis (no year, an open end): another source may mean another
    time. ``stated`` only tells apart numbers that one source states without any time.
    """

    measure_id: str
    ref_area: str
    time_period: str
    freq: Frequency
    nature: str
    basis: Basis
    vintage: str
    breakdown: tuple[tuple[str, str], ...]
    source_id: str
    stated: str = ""

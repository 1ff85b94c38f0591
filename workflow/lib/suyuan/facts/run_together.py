"""The line on the authors' houses that a page leaves in one paragraph with the abstract: 甲医学院，乙省丙市|目的观察…."""

from __future__ import annotations

import re

HEAD = re.compile(
    r"[^。！？]{2,200}?(?:大学|学院|医院|研究[院所]|中心|公司|[站所校])[^。！？]{0,60}?"
    r"(?=[【\[〔]?(?:(?:内容)?(?:摘要|提要)|目的[】\]〕：:]?[观探了分评研比明调考建为验揭掌]))"
)
LABELS = ("摘要", "提要", "目的")
OF_HOUSES = re.compile(r"[\d；，]")


def end_of_houses(text: str) -> int:
    """Where the authors and their houses end that stand before the abstract in ``text``; 0 where none do."""
    if not any(label in text for label in LABELS):
        return 0
    head = HEAD.match(text)
    return head.end() if head is not None and OF_HOUSES.search(head.group()) else 0

"""Rows that are none: a time (2019年, 同期, 第二年), or a norm (标准, 限值), which leave a magnitude without a row of its own."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.language import any_of

NUMBERED = r"\d{4}|\d{1,2}月|(?:\d|第?[一二三四五六七八九十])(?:年|个?月)(?![级龄生])"  # 六年级 is a row
AGES = "老中青少成"  # 少年代表, 青年末: no 年代, no 年末


@cache
def _timely() -> re.Pattern[str]:
    return re.compile(rf"{NUMBERED}|(?<![{AGES}]){any_of(study_words().times_of_rows)}")


def is_time_or_norm(row: str) -> bool:
    """Whether the words are a time or a norm: 2019年, 上年同期, 国家标准; not 老年组, 六年级, 工龄5年以上组."""
    return _timely().search(row) is not None and not row.endswith(column_words().group_endings)

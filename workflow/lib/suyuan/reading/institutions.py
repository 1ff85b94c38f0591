"""Lines that name an institution (an affiliation, an issuing body), and those that only name it in a title."""

from __future__ import annotations

import re

from suyuan.reading.words import squeeze, words


def is_institution(text: str) -> bool:
    """True for an affiliation or an issuing body: no clause, ends in (or names) an institution."""
    squeezed = squeeze(text).strip("()（）;；0123456789*")
    if re.search(r"[。！？，：]", text) and not re.search(r"\d{6}", squeezed):
        return False
    return _ends_as_institution(squeezed) or (
        len(squeezed) <= 120 and any(word in squeezed for word in words("institutions") if len(word) > 1)
    )


def is_topic(text: str) -> bool:
    """True for a line that says what a work is about (大学生…的现状, 数据中心…分析), though it names an institution."""
    squeezed = squeeze(text).strip("()（）;；0123456789*")
    topical = squeezed.endswith(words("title_endings")) or (
        not _ends_as_institution(squeezed) and any(word in squeezed for word in words("title_words"))
    )
    return topical and re.search(r"\d{6}", squeezed) is None  # a postcode


def _ends_as_institution(squeezed: str) -> bool:
    return squeezed.endswith(words("institutions")) and not squeezed.endswith(words("no_institutions"))

"""What stands over the title of an official document: its issuer in red (某某市人民政府文件) and its number."""

from __future__ import annotations

import re

from suyuan.reading.words import plain, squeeze, words

ISSUERS = ("府", "院", "委", "部", "局", "厅", "办", "会", "省", "市", "县", "区", "公司", "大学", "学院")
NUMBER = re.compile(
    r"^\S{2,16}\s?[〔\[［(（【]\s?\d{4}\s?[〕\]］)）】]\s?第?\s?\d{1,5}\s?号(?:\s+签发人.{1,12})?$"
)


def is_letterhead(text: str) -> bool:
    """True for the red head of an official document: 某某市人民政府文件, 国务院令."""
    squeezed = squeeze(text)
    body = next((squeezed.removesuffix(end) for end in words("letterheads") if squeezed.endswith(end)), "")
    return len(squeezed) <= 40 and any(name in body for name in ISSUERS)


def is_document_number(text: str) -> bool:
    """True for a line that is nothing but a number such as 某政发〔2023〕12号."""
    return NUMBER.match(plain(text)) is not None

"""The body that a document is of, and the words by which it speaks of itself: 部本级, 本公司, 我院."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.flow import Flow, normalise
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.tables import package_yaml

LEAD_FLOWS = 8
COMPANY_ALONE = "公司"
PART_OF_NAME = "限子分母市股总责他多各家等两三四"  # 有限公司, 子公司, 上市公司, 其他公司: another company
SIGNATURE = 40  # characters of a line that names a body alone
JOINED = re.compile(r"(?:和|与|及|以及)$")
OFFICES = ("部", "局", "委", "委员会", "院", "校", "学")
STOCK_CODE = r"（\d{6}(?:\.[A-Z]{2})?）"
STOCK = re.compile(rf"(?P<name>[一-龥A-Za-z]{{2,10}}){STOCK_CODE}")
COMPANY = re.compile(r"(?P<name>[一-龥（）]{2,24}?(?:有限公司|有限责任公司|集团公司|银行|集团))")


@cache
def _words() -> tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str]]:
    """Words of a body for itself, the endings of titles of company papers, and what a title has before the body."""
    table = package_yaml("bodies.yaml")
    own = "|".join(map(re.escape, sorted(set(table["own_words"]) - {COMPANY_ALONE}, key=len, reverse=True)))
    before = "|".join(map(re.escape, table["title_openers"]))
    return (
        re.compile(rf"{own}|(?<![{PART_OF_NAME}]){COMPANY_ALONE}"),
        tuple(table["company_papers"]),
        re.compile(rf"^(?:{before})"),
    )


def document_body(title: str | None, flows: Sequence[Flow], gazetteer: Gazetteer) -> str | None:
    """The body that the document is of, or None.

    Tried in turn: a name with its stock code in the title (甲股份（600000.SH）), a company in the title of one of the papers
    that companies issue (甲股份有限公司2020年年度报告), a line at the head that names a known body alone.
    """
    named = "".join(normalise(char) for char in title or "")
    stock = STOCK.match(named)
    if stock is not None:
        return stock.group("name")
    lines = [flow.text for flow in flows if flow.text][:LEAD_FLOWS]
    company = COMPANY.match(_words()[2].sub("", named))
    if company is not None and any(word in text for text in (named, *lines) for word in _words()[1]):
        return company.group("name")
    for line in lines:
        if len(line) > SIGNATURE:
            continue
        found = gazetteer.find(line)
        if not found or found[-1].kind != "body" or not found[-1].known or len(line) > found[-1].end + 2:
            continue
        if all(mention.name == NATIONAL for mention in found[:-1]):
            return found[-1].name
    return None


def speaks_of_itself(text: str, start: int, end: int, body: str | None, *, sentence: bool = False) -> bool:
    """Whether a stretch of text names the document's own body, by its name or by a word for itself (本公司, 部本级).

    A word of another sort of body does not count: 公司 in the paper of a ministry. Over a whole ``sentence`` only a company
    stays the subject.
    """
    if body is None or (sentence and body.endswith(OFFICES)):
        return False
    stretch = text[start:end]
    if JOINED.search(stretch):
        return False  # 部本级和|195个地市
    at = stretch.find(body)
    if at >= 0 and not stretch.startswith("门", at + len(body)):  # 人力资源社会保障部|门
        return True
    return any(_of_this_sort(match.group(), body) for match in _words()[0].finditer(stretch))


def _of_this_sort(word: str, body: str) -> bool:
    sorts: dict[str, str] = package_yaml("bodies.yaml")["own_words"]
    return re.search(rf"(?:{sorts[word]})$", body) is not None

"""The body that a document is of, and the words by which it speaks of itself: 部本级, 本公司, 我院."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.flow import Flow, normalise
from suyuan.language import alternatives, any_of
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.tables import package_yaml

LEAD_FLOWS = 8
COMPANY_ALONE = "公司"
PART_OF_NAME = "限子分母市股总责他多各家等两三四"  # 有限公司, 子公司, 上市公司, 其他公司: another company
SIGNATURE = 40  # characters of a line that names a body alone
JOINED = re.compile(r"(?:和|与|及|以及)$")
OFFICES = ("部", "局", "委", "委员会", "院", "校", "学")
ACCOUNT = re.compile(
    r"(?:\d{4}年度?)?(?P<name>[一-龥（）]{4,30}?)(?:\d{4}年度?)?(?:部门|单位)(?:决算|预算)(?!汇总|公开的通知)"
)
ENDINGS_OF_PLACES = ("", "省", "市", "区", "县", "州", "旗", "镇", "乡")
STOCK_CODE = r"（\d{6}(?:\.[A-Z]{2})?）"
STOCK = re.compile(rf"(?P<name>[一-龥A-Za-z]{{2,10}}){STOCK_CODE}")
COMPANY = re.compile(r"(?P<name>[一-龥（）]{2,24}?(?:有限公司|有限责任公司|集团公司|银行|集团))")


@cache
def _words() -> tuple[re.Pattern[str], tuple[str, ...], re.Pattern[str]]:
    """Words of a body for itself, the endings of titles of company papers, and what a title has before the body."""
    table = package_yaml("bodies.yaml")
    own = alternatives(set(table["own_words"]) - {COMPANY_ALONE})
    return (
        re.compile(rf"{own}|(?<![{PART_OF_NAME}]){COMPANY_ALONE}"),
        tuple(table["company_papers"]),
        re.compile(f"^{any_of(table['title_openers'])}"),
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


def account_body(title: str | None, gazetteer: Gazetteer) -> str | None:
    """The department whose own accounts a document is, by its title (某市某区财政局2024年度部门决算 → 某市某区财政局); None for
    the accounts of a place (某市2024年部门决算汇总) and for any other title."""
    account = ACCOUNT.match("".join(normalise(char) for char in title or ""))
    if account is None:
        return None
    name = account.group("name")
    found = gazetteer.find(name)
    places = [mention for mention in found if mention.kind != "body"]
    ends = bool(places) and found[-1] is places[-1] and name[places[-1].end :] in ENDINGS_OF_PLACES
    return None if ends else name


def with_account_body(area: Area, own: Sequence[str], account: str | None, text: str) -> Area:
    """An area that is the document's ``own``, with the department of whose accounts it is a figure; not where the
    ``text`` of its paragraph speaks of the whole place (全区)."""
    if account is None or area.body is not None or not own or area.names != tuple(own):
        return area
    of_place = any(word in text for word in package_yaml("bodies.yaml")["whole_place"])
    return area if of_place else replace(area, body=account)


def is_told_by_others(flows: Sequence[Flow]) -> bool:
    """Whether others than the company print the paper about it: a note of a broker."""
    words = package_yaml("bodies.yaml")["third_parties"]
    return any(word in flow.text for flow in flows for word in words)


def names_own_item(words: str) -> bool:
    """Whether ``words`` speak of what a company alone has (净利润, 每股收益), and not of its trade."""
    table = package_yaml("bodies.yaml")
    if any(word in words for word in table["trade_words"]):
        return False
    return any(word in words for word in table["own_items"].split())


def is_company_paper(title: str | None, body: str | None) -> bool:
    """Whether ``body`` is a company whose own paper the document is, by its title: a stock code, or one of the papers that
    companies issue."""
    if body is None:
        return False
    named = "".join(normalise(char) for char in title or "")
    if STOCK.match(named) is not None:
        return True
    company = COMPANY.match(_words()[2].sub("", named))
    return company is not None and company.group("name") == body


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

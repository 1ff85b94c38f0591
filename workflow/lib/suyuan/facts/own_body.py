"""The body that a document is of, and the words by which it speaks of itself: 部本级, 本公司, 我院."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.area_patterns import patterns
from suyuan.facts.body_names import account_title
from suyuan.flow import Flow, normalise
from suyuan.language import alternatives, any_of
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.tables import package_yaml

LEAD_FLOWS = 8
COMPANY_ALONE = "公司"
PART_OF_NAME = "限子分母市股总责他多各家等两三四"  # 有限公司, 子公司, 上市公司, 其他公司: another company
SIGNATURE = 40  # characters of a line that names a body alone
SHORTEST_ISSUER = 6
ISSUES = ("发布", "编制", "编写", "编著", "主编", "编印")
JOINED = re.compile(r"(?:和|与|及|以及)$")
OFFICES = ("部", "局", "委", "委员会", "院", "校", "学")
ENDINGS_OF_PLACES = ("", "省", "市", "区", "县", "州", "旗", "镇", "乡")
STOCK_CODE = r"（\d{6}(?:\.[A-Z]{2})?）"
STOCK = re.compile(rf"(?P<name>[一-龥A-Za-z]{{2,10}}){STOCK_CODE}")
COMPANY = re.compile(
    r"(?P<name>[一-龥（）]{2,28}?(?:股份有限公司|有限公司|有限责任公司|集团公司|银行(?!股份|有限)|集团(?!股份|有限|公司|控股|（)))"
)


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
        if not found or found[-1].kind != "body" or len(line) > found[-1].end + 2:
            continue
        if not found[-1].known and not _issues(line, found[-1].start, found[-1].end):
            continue
        if all(mention.name == NATIONAL for mention in found[:-1]):
            return found[-1].name
    return None


def _issues(line: str, start: int, end: int) -> bool:
    """The line is nothing but the name of a body, no organ of a place, that issues the document: 某某联合会|发布."""
    name = line[start:end]
    ours = name.endswith(tuple(package_yaml("bodies.yaml")["issuers"]))
    return ours and start == 0 and end - start >= SHORTEST_ISSUER and line[end:] in ISSUES


def account_body(title: str | None, gazetteer: Gazetteer) -> str | None:
    """The body whose own account a document is, by its title (某市某区财政局2024年度部门决算 → 某市某区财政局, 某大学年鉴); None
    for the account of a place (某市2024年部门决算汇总, 某县年鉴), of a company and for any other title."""
    account = account_title().match("".join(normalise(char) for char in title or ""))
    if account is None or "汇总" in account.string[account.end() :]:
        return None
    name = account.group("name")
    found = gazetteer.find(name)
    places = [mention for mention in found if mention.kind != "body"]
    ends = bool(places) and found[-1] is places[-1] and name[places[-1].end :] in ENDINGS_OF_PLACES
    return None if ends or account.string.startswith("公开的通知", account.end()) else name


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
        return not patterns().telling.match(stretch, at + len(body))
    return any(
        _of_this_sort(match.group(), body) and not patterns().telling.match(stretch, match.end())
        for match in _words()[0].finditer(stretch)
    )


def _of_this_sort(word: str, body: str) -> bool:
    sorts: dict[str, str] = package_yaml("bodies.yaml")["own_words"]
    return re.search(rf"(?:{sorts[word]})$", body) is not None

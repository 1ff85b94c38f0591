"""Names of the members of a list in full, where the last one alone says what all of them end with.

第一、二、三产业增加值, 大、中、小型企业, 失业、工伤保险人数, 规模以上轻、重工业产值, 播种面积、总产量.
"""

from __future__ import annotations

import re
from functools import cache

from suyuan.cutter import word_cutter
from suyuan.facts.breakdowns import DimensionTable, load_dimensions
from suyuan.facts.counted_members import closed_members, counted_members, without_number
from suyuan.facts.list_verbs import each_of_its_own, without_verb
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words

SAMPLE = re.compile(r"(?=.*\d)[A-Z][A-Za-z]{0,3}\d{0,3}(?:-[A-Za-z]{0,3}\d{0,3})*组?")
OF_SAMPLE = re.compile(rf"(?P<code>{SAMPLE.pattern})的?(?P<rest>[一-龥].+)")
AND = re.compile(
    "以及|(?<![总饱共缓])和|(?<!参)与|(?<![普涉危])及(?!以[上下])"
)  # not in 总和, 参与, 普及, 及以上
SEVERAL = re.compile(f"、|{AND.pattern}")
COMMA = re.compile("、")
OTHERS = re.compile("(?P<name>.{2,}?)等(?![级同于效待])(?P<rest>.{2,})")
AT_TIME = re.compile(r"(?P<number>\d+)(?:年|个?月|周|天|d|h|小时)")
BOUND = re.compile("^及?以[上下]")  # 硕士|及以上|学历人员
LONGEST_WORD = 3  # characters: 心、脑血管
NUMERAL = "[一二三四五六七八九十]{1,2}|[IVX]{1,4}|[A-Z]"
COUNTED = re.compile("^[两二三四五六七八九十](?=[组类种级型区])")  # A、B|两|组
ORDINAL = re.compile(f"(?P<mark>第?)(?:{NUMERAL})")
LAST_ORDINAL = re.compile(f"第?(?:{NUMERAL})(?P<rest>[一-龥].*)")


def listed(words: str, size: int) -> list[str] | None:
    """The members of a list of ``size`` as written, or None if it has another number of members, or may have.

    科学和技术、教育支出 are two where two numbers follow; 城镇、农村收入和支出 are not.
    """
    names = SEVERAL.split(words)
    if len(names) == size:
        return names
    names = COMMA.split(words)
    if len(names) == size and not AND.search(names[-1]):
        return names
    return closed_members(words, size, SEVERAL)


def in_full(names: list[str]) -> list[str]:
    """Each name with what it leaves to the last one, and with what the first one says for all."""
    if len(names) < 2 or not all(names):  # 惠|及: no list
        return names
    counted = counted_members(names)
    if counted is not None:
        return counted
    if each_of_its_own(names):
        return [without_verb(name) for name in names]
    lead, first = _shared_lead(names)
    bare = [first, *names[1:]]
    others = OTHERS.fullmatch(bare[-1])
    if others is not None and _ordinals(bare) is None:  # 大数据、人工智能|等|产业产值
        return [lead + name + others["rest"] for name in (*bare[:-1], others["name"])]
    whole = _at_times(bare) or _ordinals(bare) or _of_one_set(bare) or _categories(bare)
    if whole is None:
        whole = _with_head_of_first(_with_shared_head(bare))
    completed = whole[0] != first
    leads = column_words().shared_leads
    return [
        lead + name if at == 0 or ((completed or name != bare[at]) and not name.startswith(leads)) else name
        for at, name in enumerate(whole)
    ]


def samples(names: list[str]) -> tuple[str, str, list[str]] | None:
    """Dimension, measure and rows of N0、N180和OF30的产量: codes, the last with what all of them have."""
    last = OF_SAMPLE.fullmatch(names[-1])
    if last is None or not all(SAMPLE.fullmatch(name) for name in names[:-1]):
        return None
    return "编号", last["rest"], [*names[:-1], last["code"]]


def rows(names: list[str]) -> tuple[str, str, list[str]] | None:
    """Dimension, what the names have in common, and the category of each: 第一产业增加值, 第二产业增加值 → 产业, 增加值.

    None if they are not different categories of one dimension of the language, each at the head of its name.
    """
    for dimension, values in base_dimensions().dimensions.items():
        rests = [
            {
                name[len(word) :]: value
                for value, words in values.items()
                for word in (*words, value)
                if name.startswith(word)
            }
            for name in names
        ]
        common = {rest for rest in set(rests[0]).intersection(*rests[1:]) if _begins_a_word(rest)}
        if not common:
            continue
        rest = max(common, key=lambda text: (len(text), text))
        found = [by_rest[rest] for by_rest in rests]
        if len(set(found)) == len(names):
            return dimension, rest, found
    return None


def _begins_a_word(rest: str) -> bool:
    """职工人数 of 男|职工人数, not 性人数 of 男|性人数."""
    return bool(rest) and len(tokenise(rest, [])[0].text) > 1


@cache
def base_dimensions() -> DimensionTable:
    """The dimensions of the language."""
    return load_dimensions(None)


def _shared_lead(names: list[str]) -> tuple[str, str]:
    """规模以上 and the rest of the first name; "" and the name if it has no such lead."""
    leads = [lead for lead in column_words().shared_leads if names[0].startswith(lead)]
    lead = max(leads, key=len, default="")
    return lead, names[0][len(lead) :]


def _at_times(names: list[str]) -> list[str] | None:
    """1、3、5年生存率: 1年生存率, 3年生存率 and 5年生存率."""
    last = AT_TIME.match(names[-1])
    if last is None or not all(name.isdecimal() for name in names[:-1]):
        return None
    return [*(name + names[-1][last.end("number") :] for name in names[:-1]), names[-1]]


def _ordinals(names: list[str]) -> list[str] | None:
    """第一、二、三产业; 一、二、三次产业; 一、二等奖; III、IV类水质."""
    last = LAST_ORDINAL.fullmatch(names[-1])
    earlier = [ORDINAL.fullmatch(name) for name in names[:-1]]
    if last is None or earlier[0] is None or None in earlier:
        return None
    mark, rest = earlier[0]["mark"], last["rest"]
    numbers = [name.removeprefix("第") for name in names[:-1]]
    numbers.append(names[-1].removeprefix("第")[: -len(rest)])
    rest = without_number(COUNTED.sub("", rest), len(names))
    for written, alone in column_words().ordinals_in_full.items():
        if rest.startswith(written):
            mark, rest = "第", alone + rest.removeprefix(written)
    return [f"{mark}{number}{rest}" for number in numbers]


def _of_one_set(names: list[str]) -> list[str] | None:
    """大、中、小型企业; 进、出口额; 男、女性: words of one character that only stand beside one another."""
    if any(len(name) != 1 for name in names[:-1]) or len(names[-1]) == 1:
        return None
    heads = {*names[:-1], names[-1][0]}
    if not any(heads <= set(words) for words in column_words().sets_of_characters):
        return None
    return [*(name + names[-1][1:] for name in names[:-1]), names[-1]]


def _categories(names: list[str]) -> list[str] | None:
    """城镇、农村居民收入: bare categories of one dimension, the last with what all of them end with."""
    for values in base_dimensions().dimensions.values():
        words = {word for value, several in values.items() for word in (*several, value)}
        if not words.issuperset(names[:-1]):
            continue
        last = max((word for word in words if names[-1].startswith(word)), key=len, default="")
        rest = names[-1][len(last) :]
        if last and rest:
            return [*(name + rest for name in names[:-1]), names[-1]]
    return None


def _with_shared_head(names: list[str]) -> list[str]:
    """二氧化硫、氮氧化物排放量, 小学、初中学生人均经费: what follows the part of the last name that is like the other names
    belongs to them too, unless they name a magnitude themselves."""
    tailed = _of_one_character(names) or _with_tail(names)
    if tailed is not None:
        return tailed
    words = column_words()
    heads = (*words.count_heads, *words.money_heads, *words.share_heads_end)
    last = tokenise(names[-1], [])
    magnitude = names[-1].endswith(heads)
    bare = [name for name in names[:-1] if not (magnitude and name.endswith(heads))]
    alike = min((_alike(name, tokenise(name, []), last) for name in bare), default=0)
    if all(name.endswith(words.kinds) for name in bare):
        while (
            alike < len(last) - 1
            and last[alike].text.endswith(words.kinds)
            and last[alike].text not in words.bodies_counted
        ):
            alike += 1  # 装备制造业、绿色|优势产业|增加值
    rest = BOUND.sub("", "".join(token.text for token in last[alike:]))
    known = heads if magnitude else None
    return [*(_with_head_of(name, rest, last, known) for name in names[:-1]), names[-1]]


def _of_one_character(names: list[str]) -> list[str] | None:
    """氮、磷、钾肥用量, 猪、牛、羊肉产量: members of one character, where each makes a word with the end of the last one's."""
    if any(len(name) != 1 or name == names[-1][0] for name in names[:-1]):  # 水、水泥|用量
        return None
    if len(names) == 2 and tokenise(names[0], [])[0].flag[0] == "n":
        return None  # 煤、石油|产量: coal, not 煤油
    cutter, last = word_cutter(), names[-1]
    for length in range(2, min(LONGEST_WORD, len(last)) + 1):
        end = last[1:length]
        if all(cutter.knows(name + end) for name in (*names[:-1], last[0])):
            return [*(name + last[1:] for name in names[:-1]), last]
    return None


def _with_head_of(name: str, rest: str, last: list[Token], heads: tuple[str, ...] | None) -> str:
    own = tokenise(name, [])
    written = "".join(token.text for token in last)
    if 1 < len(name) < len(written) - 1 and (written[len(name) - 1] == name[-1] or written[0] == name[0]):
        rest = written[len(name) :]  # 甲药、乙药|用量; 供水、供热|管网长度
    if rest.count("“") != rest.count("”"):
        rest = rest.rpartition("”")[2]  # 小微企业、“三农”|贷款增速
    if heads is None:  # 刑事、治安|案件
        alike = len(own) == 1 and len(name) == len(last[0].text) and name[-1] != last[-1].text[-1]
        return name + rest if alike else name
    if name.endswith(heads) or len(last) == 1:
        return name
    if rest.endswith(heads):
        return name + rest
    return name + (last[-2].text if len(last[-1].text) == 1 and len(last) > 1 else "") + last[-1].text


def _alike(name: str, own: list[Token], last: list[Token]) -> int:
    """How many words of the last name are the part that is like another name: as many as its own, or as long, and an
    attribute with its noun (新能源汽车、|节能家电|销售额)."""
    words, length = 0, 0
    while words < len(own) and length < len(name) and words < len(last):
        length += len(last[words].text)
        words += 1
    while words < len(last) - 1 and sum(len(token.text) for token in last[: words + 1]) <= len(name):
        words += 1
    while words < len(last) - 1 and _symbol(last[words]):
        words += 1  # 速效|磷|含量
    described = last[0].flag[0] in "vba" and own[-1].flag[0] == "n"
    return max(words, 2) if described and len(last) > 2 else words


def _symbol(token: Token) -> bool:
    """A noun of one character, as those of elements are."""
    return len(token.text) == 1 and token.flag[0] in "ng"


def _with_tail(names: list[str]) -> list[str] | None:
    """失业、工伤|保险人数; 国有、民营|企业: the words that the segmentation joins to the last name, and all names end with."""
    words = column_words()
    tail = next((t for t in words.shared_tails if t in names[-1][1:]), "")
    weak = False
    if not tail:
        tail = next((t for t in words.tails_of_attributes if t in names[-1][1:]), "")
        weak = True
    if not tail:
        return None
    rest = tail + names[-1].rpartition(tail)[2]
    tails = (*words.shared_tails, *words.tails_of_attributes)
    if rest != tail and not names_magnitude(rest):
        return None
    if any(name.endswith(tails) or tail in name or names_magnitude(name) for name in names[:-1]):
        return None
    if weak and not any(_attribute(name) for name in names[:-1]):
        return None
    return [*(name + rest for name in names[:-1]), names[-1]]


def _attribute(name: str) -> bool:
    """国有, 民营: what only stands before a noun."""
    tokens = tokenise(name, [])
    return len(tokens) == 1 and tokens[0].flag[0] in "ba"


def _done(token: Token) -> bool:
    """What is done to a thing or by it, and is measured: 播种, 营业."""
    return token.flag in ("v", "vn") or token.text in column_words().noun_verbs or token.text == "营业"


def _with_head_of_first(names: list[str]) -> list[str]:
    """粮食播种面积、|总产量; 工业企业营业收入、|利润总额: a bare magnitude is one of what the first name is of."""
    words = column_words()
    bare = words.bare_heads | words.bare_yields | words.bare_results
    if not bare.intersection(names[1:]) or not names_magnitude(names[0]):
        return names
    tokens = tokenise(names[0], [])
    while tokens and names_magnitude(tokens[-1].text):
        tokens.pop()
    while len(tokens) > 1 and _done(tokens[-1]):
        tokens.pop()  # 粮食|播种, 企业|营业
    thing = "".join(token.text for token in tokens)
    unnamed = names[0] in bare or len(thing) < 2 or _done(tokens[-1])  # 营业总收入、利润总额
    if unnamed or tokens[-1].flag[0] != "n":
        return names
    return [thing + name if at and name in bare else name for at, name in enumerate(names)]

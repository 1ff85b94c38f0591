"""Noun phrases to the left and right of a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import place_words

OWN_AREA = frozenset((*place_words().own_area_words, *place_words().national_words))
LONGEST = 26  # characters of a phrase before it is cut at a boundary inside
PRONOUNS = frozenset(
    {"这", "那", "其", "该", "此", "本", "某", "我", "我们", "他们", "它们", "其中", "自己", "这些", "那些", "这一", "所有"}
)
BOUNDARIES = frozenset({"PUNCT", "PLACE", "TIME"})
CLOSING = {"”": "“", "’": "‘", "」": "「", "）": "（", ")": "(", '"': '"'}


@dataclass(frozen=True)
class Phrase:
    """Words of a noun phrase in order, and what stood between it and the number."""

    tokens: tuple[Token, ...]
    predicates: tuple[str, ...] = ()
    opened: int = -1  # index of the bracket token at which the walk to the left ended, else -1
    first: int = -1  # index of the token at which the walk ended (exclusive)

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)

    def __bool__(self) -> bool:
        return bool(self.tokens)


def skip_predicates(par: Paragraph, index: int) -> tuple[int, tuple[str, ...]]:
    """Index of the first token left of ``index`` that is no predicate, and the predicates passed over, nearest first."""
    words = column_words()
    passed: list[str] = []
    at = index - 1
    while at >= 0:
        token = par.tokens[at]
        pair = par.tokens[at - 1].text + token.text if at > 0 else ""
        if pair in words.level_verbs or pair in words.predicates:
            passed.append(pair)
            at -= 2
        elif token.text in words.level_verbs or token.text in words.predicates or token.flag in ("ul", "d"):
            passed.append(token.text)
            at -= 1
        elif (source := _from_time(par, at)) is not None:
            passed.append("从")
            at = source
        elif (
            token.flag == "v"
            and token.text in words.light_verbs
            and at > 0
            and par.tokens[at - 1].flag[0] == "n"
        ) or (
            token.text == "："
            and at == index - 1
            and at > 0
            and par.tokens[at - 1].flag.startswith(("n", "v"))
        ):
            passed.append(token.text)
            at -= 1
        else:
            break
    return at, tuple(passed)


def _from_time(par: Paragraph, at: int) -> int | None:
    """从2015年的|1.3%跃升至2025年的|45%: index left of the time (and of 从) that dates one end of a change, or None."""
    tokens = par.tokens
    if tokens[at].text in ("从", "由", "自") and at > 0:
        return at - 1
    if tokens[at].flag == "uj" and at > 0 and tokens[at - 1].flag == "TIME":
        return at - 2
    return None


def left_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase that ends before the predicate left of token ``index``."""
    at, passed = skip_predicates(par, index)
    phrase = collect_left(par, at)
    return Phrase(phrase.tokens, passed, phrase.opened, phrase.first)


def collect_left(par: Paragraph, at: int) -> Phrase:
    """Noun phrase that ends with token ``at``, walking left to the boundary of the phrase.

    Boundaries: punctuation but 、 in a list, times, other quantities, prepositions, adverbs, and a governing verb
    (which still belongs to the phrase: 发布团体标准) unless a 的 to its right makes it a relative clause.
    """
    words = column_words()
    got: list[Token] = []
    opened = -1
    relative = False
    at = _before_setting(par, at)
    while at >= 0:
        token = par.tokens[at]
        if token.flag == "PUNCT":
            if token.text in CLOSING and (skipped := _skip_group(par, at)) is not None:
                if token.text not in "）)":
                    got.extend(reversed(par.tokens[skipped + 1 : at]))
                at = skipped - 1
                continue
            if token.text in "（(":
                opened = at
                break
            if not (token.text in "、-/·—" and got and at > 0 and _nominal(par.tokens[at - 1])):
                break
            if token.text == "、" and _counted_before(par, at):
                break
            got.append(token)
        elif token.flag == "QTY":
            if got and got[-1].flag == "uj" and got[-1].start == token.end:
                relative = True  # 市值超过200亿元的企业
            elif not (got and _modifies(par, token, got[-1])):
                break
            got.append(token)
        elif token.flag == "TIME":
            break
        elif token.flag == "c" and token.text in ("和", "与", "及", "以及", "或", "或者"):
            if not got:
                break
            got.append(token)
        elif token.flag == "p" or token.flag == "c":
            if not (
                token.text in ("与", "和", "同", "对", "及")
                and got
                and at > 0
                and _nominal(par.tokens[at - 1])
            ):
                break
            got.append(token)
        elif token.flag in ("ul", "ug", "uz", "ud", "y", "e", "o", "zg"):
            if token.text != "了":
                got.append(token)
        elif token.flag == "uj":
            if not got:
                at -= 1
                continue
            relative = True
            got.append(token)
        elif token.flag == "d" and token.text not in ("最", "不", "未", "非", "新", "再"):
            if not relative:
                break
            got.append(token)
        elif token.text in PRONOUNS or token.text in words.share_verbs or (token.text in words.phrase_breakers and not relative):
            break
        elif token.flag == "v" and token.text not in words.noun_verbs:
            if token.text in words.transparent_verbs and got and at > 0 and _nominal(par.tokens[at - 1]):
                at -= 1
                continue
            adjacent = not got or got[-1].flag == "c" or got[-1].text == "、"
            got.append(token)
            if not relative and not (adjacent and at > 0 and _nominal(par.tokens[at - 1])):
                if _noun_before(par, at) and (at < 2 or par.tokens[at - 2].flag in BOUNDARIES):
                    at -= 1
                    got.append(par.tokens[at])
                    at -= 1
                break
        else:
            got.append(token)
        at -= 1
    if at >= 0 and par.tokens[at].text in ("与", "同", "和", "向", "对"):
        got = _after_partners(got)
    return Phrase(trim(par, tuple(reversed(got))), opened=opened, first=at)


def _before_setting(par: Paragraph, at: int) -> int:
    """人口|在庞大的基数上|还将增加4%: index left of the 在 … 上 that stands between a noun and its verb, else ``at``."""
    if at < 1 or par.tokens[at].text not in ("上", "中", "下", "里", "内"):
        return at
    for i in range(at - 1, max(0, at - 10), -1):
        if par.tokens[i].text == "在" and par.tokens[i - 1].flag[0] in "nv":
            return i - 1
        if par.tokens[i].text in "，；。：！？、（）":
            break
    return at


def _after_partners(got: list[Token]) -> list[Token]:
    """与高校、科研机构|合作项目: the partners of 与 are a list of nouns; what follows its last one is the head.

    ``got`` is in reading order from right to left.
    """
    last = next((i for i, token in enumerate(got) if token.text == "、"), None)
    return got[: last - 1] if last is not None and last >= 2 else got


def right_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase right after token ``index``: 15项|工作任务, 8个|涉及产业协同内容的政策事件."""
    words = column_words()
    tokens = par.tokens
    at = index + 1
    got: list[Token] = []
    relative = _relative_end(par, at)
    while at < len(tokens):
        token = tokens[at]
        if relative >= 0 and at <= relative:
            got.append(token)
            at += 1
            continue
        if token.flag == "PUNCT":
            if token.text in "“‘「" or (
                token.text in "、/-" and got and at + 1 < len(tokens) and _listed(par, at)
            ) or (token.text in "”’」" and got):
                got.append(token)
            else:
                break
        elif (
            token.flag in ("QTY", "TIME", "d", "p", "y", "m")
            or token.text in words.right_stops
            or token.text in words.growth
            or token.text in PRONOUNS
        ):
            if token.text in ("与", "和", "及") and got:
                got.append(token)
            else:
                break
        elif token.flag == "c":
            if token.text not in ("和", "与", "及", "以及", "或") or not got:
                break
            got.append(token)
        elif token.flag == "uj":
            if not got:
                at += 1
                continue
            if got[-1].flag[0] in "nP" and not got[-1].flag.startswith("nr"):
                break  # 15个城市|的居民: the number counts what stands before 的
            got.append(token)
        elif token.flag.startswith("u"):
            break
        elif token.flag == "v" and not got and _modifier_verb(par, at):
            got.append(token)
        elif (token.flag == "v" and token.text not in words.noun_verbs) or (token.flag in ("v", "vn") and token.text in words.either_verbs and _main_verb(par, at, got)) or (token.flag == "PLACE" and got and not _attributive(par, at)):
            break
        else:
            got.append(token)
        at += 1
    while got and (got[-1].flag in ("c", "p", "uj", "PUNCT", "f", "d") and got[-1].text not in "”’」"):
        got.pop()
    return Phrase(tuple(got), first=at)


def predicate_after(par: Paragraph, at: int, longest: int = 16) -> str:
    """What the things just counted do, to the end of the clause, quantities and times left out; "" if long or none.

    393家企业|在天津设立503家分支机构: 在天津设立分支机构.
    """
    got: list[Token] = []
    if at + 1 < len(par.tokens) and par.tokens[at + 1].flag == "QTY":
        return ""  # 37个行业|有29个保持增长
    while at < len(par.tokens) and par.tokens[at].text not in "，；。：！？（）":
        if par.tokens[at].flag not in ("QTY", "TIME"):
            got.append(par.tokens[at])
        at += 1
    while got and got[0].flag in ("d", "y"):
        got.pop(0)
    text = "".join(token.text for token in got)
    verbal = bool(got) and got[0].flag in ("p", "v") and any(token.flag[0] == "v" for token in got)
    return text if verbal and 3 <= len(text) <= longest else ""


def trim(par: Paragraph, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without leading places, light verbs and connectors, and without a trailing 的 or 、; long phrases are cut."""
    words = column_words()
    got = list(tokens)
    while got and (got[-1].flag in ("uj", "c") or got[-1].text in "、-/·"):
        got.pop()
    changed = True
    while got and changed:
        changed = False
        head = got[0]
        if (head.flag == "PLACE" and par.areas[head.ref].kind in (*GEOGRAPHIC, "anaphor")) or (
            head.text in OWN_AREA
            or head.text in words.light_verbs
            or head.text in ("、", "的", "和", "与", "及", "各", "整个", "以及", "-")
        ) or (
            head.flag in ("f", "uj", "c", "y", "ul") and len(got) > 1 and head.text not in ("中", "上", "下")
        ):
            changed = True
        if changed:
            got.pop(0)
    return _shorten(got)


def _shorten(tokens: list[Token]) -> tuple[Token, ...]:
    """A phrase of more than LONGEST characters keeps the part after its last 、 list or first verb that makes it fit."""
    while sum(len(t.text) for t in tokens) > LONGEST:
        cut = next(
            (i for i, t in enumerate(tokens[:-1]) if t.text in "、的" or t.flag in ("v", "p", "c")), None
        )
        if cut is None:
            break
        tokens = tokens[cut + 1 :]
    return tuple(tokens)


def _skip_group(par: Paragraph, at: int) -> int | None:
    """Index of the opening mark of the group that closes at ``at``, or None."""
    closing, opening = par.tokens[at].text, CLOSING[par.tokens[at].text]
    depth = 0
    for i in range(at, -1, -1):
        text = par.tokens[i].text
        if text == closing and (closing != opening or i == at):
            depth += 1
        elif text == opening:
            depth -= 1
            if depth == 0:
                return i
        if par.tokens[i].text in "。！？" or at - i > 60:
            return None
    return None


def _nominal(token: Token) -> bool:
    return (
        token.flag in ("PLACE", "TITLE", "LATIN", "QTY")
        or token.flag[0] in "nvajlibstfm"
        or token.text in "”’」）"
    )


def _counted_before(par: Paragraph, at: int) -> bool:
    """The member of the list before this 、 has a number of its own: 3条新线、新增里程30公里."""
    for i in range(at - 1, -1, -1):
        token = par.tokens[i]
        if token.flag == "QTY":
            return True
        if token.text in "，；。：！？、（）":
            return False
    return False


def _noun_before(par: Paragraph, at: int) -> bool:
    return at > 0 and par.tokens[at - 1].flag.startswith("n")


def _modifies(par: Paragraph, quantity: Token, follower: Token) -> bool:
    """60岁以上|老年人口: a quantity that only narrows the noun after it."""
    mention = par.mentions[quantity.ref]
    if follower.start != quantity.end or follower.flag == "uj":
        return False
    if par.text[quantity.end : quantity.end + 1] in "内以及" or follower.text in (
        "内",
        "以内",
        "以上",
        "以下",
        "及以上",
    ):
        return True
    return (
        mention.rank
        or mention.comparator in (">=", "<=")
        or (mention.unit or "") in ("岁", "周岁", "级", "层")
    )


def _relative_end(par: Paragraph, at: int) -> int:
    """Index of the 的 that ends a relative clause which begins at ``at`` with a verb or preposition, else -1."""
    if at >= len(par.tokens) or par.tokens[at].flag not in ("v", "p", "vn"):
        return -1
    for i in range(at + 1, min(at + 14, len(par.tokens))):
        token = par.tokens[i]
        if token.flag == "uj" and i + 1 < len(par.tokens) and par.tokens[i + 1].flag[0] in "nvajPbL":
            return i
        if token.flag == "QTY" or token.text in "，。；：！？（）":
            return -1
    return -1


def _modifier_verb(par: Paragraph, at: int) -> bool:
    """364个|结对合作项目: a verb right after the number, with a short noun behind it that ends the clause."""
    rest = []
    i = at + 1
    while (
        i < len(par.tokens) and par.tokens[i].text not in "，；。：！？（）、" and par.tokens[i].flag != "QTY"
    ):
        rest.append(par.tokens[i])
        i += 1
    return (
        bool(rest)
        and len(rest) <= 4
        and all(token.flag[0] in "nvbaj" for token in rest)
        and rest[-1].flag[0] == "n"
    )


def _main_verb(par: Paragraph, at: int, got: list[Token]) -> bool:
    """8项标准|保障|区域内体系的安全: a verb after a noun, with an object of several words, ends the phrase."""
    rest = 0
    while at + 1 + rest < len(par.tokens) and par.tokens[at + 1 + rest].text not in "，；。：！？（）、":
        rest += 1
    return bool(got) and got[-1].flag.startswith("n") and rest >= 4


def _listed(par: Paragraph, at: int) -> bool:
    """The 、 at ``at`` joins nouns, not another quantity."""
    following: Sequence[Token] = par.tokens[at + 1 : at + 4]
    return (
        bool(following) and following[0].flag[0] in "najblL" and not any(t.flag == "QTY" for t in following)
    )


def _attributive(par: Paragraph, at: int) -> bool:
    return at + 1 < len(par.tokens) and par.tokens[at + 1].flag[0] in "nuvj"

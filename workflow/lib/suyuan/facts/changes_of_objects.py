"""Changes whose verb stands before what it changes: 减少|群众就医|3.2万人次, 少|跑路|3.6万次, 降低|能耗|15%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, DIMENSIONS, Column, counted, is_duration, is_share
from suyuan.facts.right import right_phrase
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import is_magnitude
from suyuan.facts.words import column_words
from suyuan.language import any_of, language_table
from suyuan.quantities.mention import Mention

RULE = "change_of_object"
OF_WORDS = frozenset(
    {"noun_before_number", "number_before_noun", "quantity_before_noun", "sum_of", "duration", "shared_noun"}
)  # rules that read only the words beside the number
LEVEL = "level_of_object"
TO_LEVEL = frozenset({"到", "至"})  # 压缩|办理时限|到5天
NO_OBJECT = (
    "到",
    "至",
    "为",
    "型",
    "性",
    "组",
    "者",
    "期",
    "率",
    "区",
    "后",
    "前",
    "时",
    "中",
    "的",
    "了",
)  # 降低|型
FEWER, RUN = "少", "跑"  # 少|提交材料|15万份; 跑腿 is no verb of the dictionary
LINK = re.compile("[、和及与]|以及")
DESCRIBING = ("a", "z", "b", "i", "l")  # parts of speech before a 的 that opens no relative clause


def _words(key: str) -> tuple[str, ...]:
    return tuple(_table()[key])


@cache
def _table() -> dict[str, list[str]]:
    """change_words.yaml."""
    table: dict[str, list[str]] = language_table("change_words.yaml")
    return table


@cache
def _led() -> re.Pattern[str]:
    """减少|群众就医, 每年可|节约|用水; 减少(的|了)|审批环节."""
    verbs = any_of((*_words("lessening"), *_words("heightening")))
    each = f"(?:平均)?(?P<each>每{any_of(_words('each_of'))})?"
    return re.compile(f"{any_of(_words('before_verb'))}*{each}(?P<verb>{verbs})[了的]?(?P<what>.{{2,24}})")


@needs("少", table=lambda: (*_words("lessening"), *_words("heightening")))
def change_of_object(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a number whose verb of change stands before what it changes, or of the level that such a change leads to
    (压缩时限到5天); None for any other. ``read``: what the words at the number name."""
    mention = par.mentions[i]
    stem = read.stem or ""
    if (
        read.rule not in OF_WORDS
        or not stem
        or mention.rank
        or mention.unit == "倍"
        or read.owner is not None
    ):
        return None
    after = _after_the_one_before(par, i, stem, found)
    if after:
        return _column(read, stem, after)
    index = par.token_of[i]
    verb, what = _verb_and_object(par, mention, stem)
    if not verb or not _is_changed(par, mention, index, verb, what):
        return None
    beside = set(left_phrase(par, index).predicates) - set(_words("beside_amount"))
    if beside & TO_LEVEL and is_magnitude(what):
        return replace(read, measure=counted(what, mention), stem=what, rule=LEVEL)
    if beside:
        return None
    rate, amount = column_words().growth["减少" if verb == FEWER else verb]
    return _column(read, what, rate if is_share(mention) else amount)


def _column(read: Column, what: str, ending: str) -> Column:
    return replace(
        read, measure=what + ending, stem=what, rule=RULE, level=False, change=True, topic=None, each=(), completed_by="",
    )  # fmt: skip


def _verb_and_object(par: Paragraph, mention: Mention, stem: str) -> tuple[str, str]:
    """The verb of change and what it changes: within the stem, or the verb right before it; two empty strings for none."""
    led = _led().fullmatch(stem)
    if led is not None:
        return led["verb"], (led["each"] or "") + led["what"]
    tokens = tokenise(stem, [])
    for before, token in pairwise(tokens):
        lone = token.end == tokens[-1].start and tokens[-1].flag[0] == "v"  # 污染物减少|排放
        if token.text in _words("lessening") and before.flag[0] in "nv" and not lone:
            return token.text, stem[token.end :].removeprefix("了")  # 签约服务|减少|群众就医
    who, _, deed = stem.partition(FEWER)
    if who and len(deed) > 1 and _opens_with_deed(who + FEWER, deed):
        return FEWER, deed  # 患者少|往返|2.6万次
    clause = par.clause(mention.start)
    lead = BLANKS.sub("", par.text[clause.start : mention.start])
    at = lead.rfind(stem)
    verb = next((v for v in (*_words("lessening"), FEWER) if at > 0 and lead.endswith(v, 0, at)), "")
    if verb == FEWER and not _opens_with_deed(lead[:at], stem):
        return "", ""
    return (verb, stem) if verb and lead[at:].startswith(stem) else ("", "")


def _opens_with_deed(lead: str, stem: str) -> bool:
    """企业|少|跑路: fewer times a deed was done; not 至少培训300人, 不少, 减少."""
    known = lead.endswith(
        ("减少", "至少", "不少", "很少", "多少", "最少", "较少", "缺少", "青少", "老少", "稀少", "偏少")
    )
    return not known and (stem.startswith(RUN) or tokenise(stem, [])[0].flag[0] == "v")


def _is_changed(par: Paragraph, mention: Mention, index: int, verb: str, what: str) -> bool:
    """The object names something that can be changed by the number; not 减少用水的农户, 减少面积."""
    if what in _words("bare_objects") or what.startswith(NO_OBJECT):
        return False
    if is_duration(mention) and not (is_magnitude(what) or what.endswith(DIMENSIONS["时长"])):
        return False  # 减少约束1 h
    tokens = tokenise(what, [])
    relative = (k for k, token in enumerate(tokens) if token.flag == "uj" and k)
    if any(not tokens[k - 1].flag.startswith(DESCRIBING) for k in relative):
        return False
    if verb in _words("heightening") and not is_magnitude(what):
        return False
    behind = right_phrase(par, index).tokens
    return not behind or "".join(t.text for t in behind) in what


def _after_the_one_before(par: Paragraph, i: int, stem: str, found: Sequence[Column]) -> str:
    """减少就医3.2万人次、|检查|1.1万例: how the change told right before is named, where only a noun stands since; else ""."""
    if i == 0 or found[i - 1].rule != RULE or is_share(par.mentions[i]) != is_share(par.mentions[i - 1]):
        return ""
    between = BLANKS.sub("", par.text[par.mentions[i - 1].end : par.mentions[i].start])
    link = LINK.match(between)
    if link is None or between[link.end() :] != stem:
        return ""
    return (found[i - 1].measure or "").removeprefix(found[i - 1].stem or "")

"""Bare categories as rows of the magnitude before them: 患病率为23%，男性25%，女性21%; 收入39元，城镇51元，农村21元."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from suyuan.facts.actors import ROW
from suyuan.facts.breakdowns import EXACT, PROCESS
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.list_names import base_dimensions
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, empty, is_duration, is_money, is_share, words_of
from suyuan.facts.rules_share import share_verb
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words

RULE = "category_row"
CLOSING = ("，", "、", "；", "。", "）", "（", "和", "与", "及")


def category_row(par: Paragraph, i: int, index: int, found: Sequence[Column]) -> Column | None:
    """Column of the last rate, sum or measured level of the sentence with the category before quantity ``i`` for its row;
    None where more than a category stands there, and where the number counts what the category names (女性30人) or is
    said to be its share (女性占48%)."""
    mention = par.mentions[i]
    if mention.rank or is_duration(mention) or mention.unit in column_words().doer_units:
        return None
    phrase = left_phrase(par, index)
    if empty(phrase) or share_verb(par, index) >= 0:
        return None
    if mention.end < len(par.text) and not par.text.startswith(CLOSING, mention.end):
        return None
    label = words_of(phrase.tokens)
    dimension = category_dimension(label)
    if not dimension:
        return None
    before = _heading(par, i, phrase.first) or _magnitude_before(par, i, found)
    if before is None or before.measure is None or before.stem is None:
        return None
    if not (is_share(mention) or is_money(mention) or names_magnitude(before.stem)):
        return None  # 实验室9个，省级5个
    stem = _named_for(before, before.stem, label, dimension)
    if stem is None:
        return None
    measure = before.measure.replace(before.stem, stem, 1)
    return replace(
        before, measure=measure, stem=stem, rule=RULE, owner=label, dimension=dimension, each=(), owners=()
    )


def _heading(par: Paragraph, i: int, at: int) -> Column | None:
    """吸烟率：|男性47%: the magnitude before the colon at token ``at``; None where none stands there."""
    if at < 1 or par.tokens[at].text != "：":
        return None
    stem, mention = words_of(collect_left(par, at - 1).tokens), par.mentions[i]
    named = stem.endswith(column_words().rates) if is_share(mention) else names_magnitude(stem)
    return Column(counted(stem, mention), stem, unit=mention.unit) if named else None


def _magnitude_before(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """The last column of the sentence with the unit of quantity ``i``; of percentages only a rate or a change has rows."""
    mention, words = par.mentions[i], column_words()
    for k in reversed(par.before_in_sentence(i)):
        column = found[k]
        if par.mentions[k].unit != mention.unit or column.measure is None:
            continue
        if is_share(mention) and not column.change and not (column.stem or "").endswith(words.rates):
            return None
        return column
    return None


@lru_cache(maxsize=4096)
def category_dimension(label: str) -> str:
    """Dimension of a category: 男性, 城镇居民 of the dimensions of the language, 青年 a row of its own; "" for any other name."""
    rest = label
    dimension = ""
    for name, words in _categories():
        if rest.startswith(words):
            word = next(word for word in words if rest.startswith(word))
            rest, dimension = rest.removeprefix(word), dimension or name
    people = column_words().doer_endings
    if label in study_words().regions:
        return ROW
    if dimension:
        return dimension if not rest or rest in people else ""
    return ROW if label in people else ""


@cache
def _categories() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words that say a value, the longest first, by dimension."""
    return tuple(
        (
            name,
            tuple(sorted({w.removeprefix(EXACT) for v, ws in values.items() for w in (*ws, v)}, key=_long)),
        )
        for name, values in base_dimensions().dimensions.items()
    )


def _long(word: str) -> tuple[int, str]:
    return -len(word), word


def _named_for(column: Column, stem: str, label: str, dimension: str) -> str | None:
    """男性患病率 → 女性患病率: the name of the magnitude with this category for the one it begins with; None where it begins
    with two of them (男女), or is the name of a category itself and of no change (男性增长5%，|女性3%)."""
    if dimension == ROW and column.change and stem.endswith(column_words().doer_endings):
        return None  # 用户增长5%，|企业3%: no row of the users
    words = next((words for name, words in _categories() if name == dimension), ())
    if not stem.startswith(words):
        return stem
    own = next(word for word in words if stem.startswith(word))
    rest = stem.removeprefix(own)
    if rest.startswith((PROCESS, *words)):
        return None  # 城镇化率
    mine = next((word for word in words if label.startswith(word)), "")
    people = next((end for end in column_words().doer_endings if len(end) > 1 and own.endswith(end)), "")
    if not mine.endswith(people):
        mine += people  # 城市居民|参保率, of 农村
    return mine + rest if mine and (rest or column.change) else None

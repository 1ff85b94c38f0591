"""Columns of bare sums: 花费2000万修建学校, 以2亿建成学校, 营收2亿企业."""

from __future__ import annotations

from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, counted, empty, is_money, words_of
from suyuan.facts.right import right_phrase
from suyuan.quantities.mention import Mention
from suyuan.quantities.nouns import names_a_sum, spending_words


@needs(of=["money", "bare"])
def spent(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(花了)300万装修门店: 装修门店花费; 耗资2亿建成学校: 耗资; 营收2亿企业: 营收.

    Numbers with a multiplier and no unit (300万): behind the verb stands what the sum was spent on, and no noun that
    the number counts. Sums in a currency only behind 花, 以 and 用, that name no magnitude.
    """
    bare = mention.unit is None
    if not (bare or is_money(mention)) or mention.rank or mention.unit_text is None:
        return None
    if bare and names_a_sum(par.text, mention.start):
        stem = words_of(collect_left(par, index - 1).tokens)
        return Column(counted(stem, mention).removesuffix("数量"), stem, "sum_of_owner") if stem else None
    words = spending_words()
    following = right_phrase(par, index)
    if index + 1 >= len(par.tokens) or par.tokens[index + 1].text not in words.making:
        return None
    done = words_of(following.tokens)
    after = index + 1 + len(following.tokens)
    relative = after < len(par.tokens) and par.tokens[after].flag == "uj"
    if not done or relative or empty(following):
        return None
    at = index - 1
    while at >= 0 and par.tokens[at].flag in ("ul", "d"):
        at -= 1
    lead = par.tokens[at].text if at >= 0 else ""
    paid = lead in words.instruments or (len(lead) == 1 and lead in words.spending)
    if not bare and not paid:
        return None
    named = next((word for word in words.spending if len(word) > 1 and lead.endswith(word)), None)
    if named is not None:
        return Column(named, named, "sum_spent")
    opens = at < 0 or par.tokens[at].flag in ("PUNCT", "TIME")
    return Column(done + words.spent, done + words.spent, "sum_spent") if paid or opens else None

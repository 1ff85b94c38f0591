"""Columns of how a study is laid out and asked: 重复|3次|, 每|2年|随访1次, 小区面积48 m2（|8 m|×|6 m|）, |31.5%|的人签有合同."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, is_duration, is_share
from suyuan.gated import gated
from suyuan.quantities.mention import Mention

DESIGN = "design_of_study"
REPEATED = re.compile("(?:重复|平行|重复测定|平行测定)(?:各|均|共)?$")
REPEATS = re.compile("(?:重复|平行)(?![性率])")
EVERY = re.compile("每隔?$")
DONE_ONCE = re.compile(
    "(?P<what>[一-龥]{2,8}?)(?:[一1]|一共)?(?:次|回|轮)|(?P<did>[一-龥]{2,6}?)(?=[1-9一两三] ?[次回轮])"
)
AREA, SIDES = "面积", ("长", "宽")
EXTENT = "extent_of_plot"
LENGTHS = frozenset({"m", "米", "cm", "厘米", "km", "公里"})
PLOT = "(?P<plot>(?:[乔灌]木|草本|标准|固定|临时)?样[方地框]|小区|定量框|采样框|样线框|小样方|大样方)"
PLOT_BEHIND = re.compile(
    rf"(?:\s*[×xX*]\s*[\d.]+\s*(?:[ck]?m|米|厘米|公里))?\s*(?:大小的?|规格的?|的)?\s*(?:固定|临时|标准)?{PLOT}"
)
PLOT_BEFORE = re.compile(rf"{PLOT}(?:面积|规格|大小|尺寸)?(?:均|各|统一|一律)?(?:为|是|设为|取|按)?(?:约)?$")
TIMES = re.compile(" ?[×xX*] ?")
GRADIENT = "梯度"
STEPS = re.compile(
    " ?(?:共|等|这)?[0-9二三四五六七八两]+ ?(?:个|种|级|档)(?P<what>[一-龥]{1,8}?)"
    "(?P<tail>梯度|水平|处理|剂量|浓度|)(?=[，。；（、）]|$)"
)
LONGEST_STUFF = 10
HOW = "(?:等量|等质量|等体积|等重量|部分|完全|按质量|按体积)?"
REPLACING = gated(
    rf"(?P<x>[^以用将由下，。；：（）\d]{{2,{LONGEST_STUFF}}}?){HOW}(?P<v>取代|替代|代替|置换)(?![率比量])了?(?P<y>[^由为率\d]{{0,8}}?)(?:的|达|为|至|到)?(?:约|近)?$",
    ["取代", "替代", "代替", "置换"],
)
OTHER = re.compile("的?(?P<y>[一-龥]{1,6}?)(?=[，。；（）、]|$)")
REPLACES = re.compile(rf"{HOW}(?P<v>取代|替代|代替|置换)(?P<y>[一-龥]{{2,8}}?)(?=[，。；（）、]|$)")
SPOKEN_WITH = re.compile(
    "(?P<who>[一-龥]{2,8}?)(?:[和与、及][^，。；]{1,12}?)?(?:的|作了|进行了?|开展了?|做了|实施了?)(?:[一-龥]{0,6}?)(?P<did>访谈|采访|座谈)"
)
LYING = re.compile(
    "(?P<did>(?:在|来自|集中在|集中于|分布在|分布于|发生在|发生于|位于|出现在|见于|源于|用于)[^，。；：（）]{1,14})"
)
SOMEBODY = "人|受访者|被访者|调查对象|被调查者|受访对象|应答者|答题者"
PEOPLE_WHO = re.compile(rf"的(?P<who>{SOMEBODY})(?P<did>(?!数|员|口|均|群|才|次)[^，。；：（）]{{3,24}})")
SAY = re.compile(
    "(?P<did>(?:表示|认为|承认|自认|自称|选择|报告|反映|觉得|感到|同意|赞同|曾|有过|从未|从不|不|没有|未|能够?|会|愿意|希望|打算|经常|偶尔)"
    "[^，。；：（）]{2,22})"
)


SOME_SAY = re.compile(rf"的(?P<who>[一-龥]{{2,8}}?){SAY.pattern}")


def design_of_study(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """The column of quantity ``i`` where it says how often, how far apart or how large something is laid out, or which part of
    those asked does what follows; None for any other."""
    mention = par.mentions[i]
    return (
        _extent(par, i, column, found)
        or _repeated(par, mention)
        or _interval(par, mention)
        or _side(par, i, column, found)
        or _people_who(par, mention, column)
        or _part_lying(par, i, column, found)
        or _steps_set(par, i, column)
        or _replaced(par, mention)
        or _interviewed(par, mention)
    )


def _repeated(par: Paragraph, mention: Mention) -> Column | None:
    """随机区组排列，重复|3次|; |3次|重复."""
    if mention.unit not in ("次", "个") or mention.rank:
        return None
    lead = par.text[max(0, mention.start - 6) : mention.start].rstrip()
    if (mention.unit == "次" and REPEATED.search(lead)) or REPEATS.match(par.text, mention.end):
        return Column("重复次数", "重复", DESIGN, level=False)
    return None


def _interval(par: Paragraph, mention: Mention) -> Column | None:
    """每|2年|随访1次: 随访间隔; 每|两周|召开圈会1次."""
    if not (is_duration(mention) or mention.unit in ("h", "min", "s")):
        return None
    if not EVERY.search(par.text[max(0, mention.start - 2) : mention.start]):
        return None
    done = DONE_ONCE.match(par.text, mention.end)
    if done is None:
        return None
    what = (done["what"] or done["did"]).strip("了")
    return Column(what + "间隔", what, DESIGN, level=False) if len(what) > 1 else None


def _extent(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """|20 m|×|20 m|的样方, 样方|1 m|×|1 m|: how large a plot is, told by its sides."""
    mention = par.mentions[i]
    second = i > 0 and TIMES.fullmatch(par.text[par.mentions[i - 1].end : mention.start]) is not None
    if second and found[i - 1].rule == EXTENT:
        return found[i - 1]
    if mention.unit not in LENGTHS or not (
        TIMES.match(par.text, mention.end) or "×" in par.text[mention.start : mention.end]
    ):
        return None
    of = PLOT_BEHIND.match(par.text, mention.end) or PLOT_BEFORE.search(
        par.text[par.clause(mention.start).start : mention.start]
    )
    if of is None:
        return None
    name = of["plot"] + AREA
    return Column(name, name, EXTENT)


def _side(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """小区面积48 m2（|8 m|×|6 m|）: length and width of what the area before the bracket is of."""
    mention = par.mentions[i]
    if column.measure is not None and column.rule != "carried":
        return None
    k = i - 1
    first = par.text[: mention.start].endswith(("（", "("))
    if first and TIMES.match(par.text, mention.end):
        side = 0
    elif k > 0 and TIMES.fullmatch(par.text[par.mentions[k].end : mention.start]) and found[k].rule == DESIGN:
        k, side = k - 1, 1
    else:
        return None
    stem = found[k].stem or "" if k >= 0 else ""
    if not stem.endswith(AREA) or len(stem) == len(AREA):
        return None
    what = stem.removesuffix(AREA).rstrip("的")
    return Column(what + SIDES[side], what, DESIGN, level=False)


def _steps_set(par: Paragraph, i: int, column: Column) -> Column | None:
    """设|0|、|50|和|100 mg/L| 3个浓度梯度: the noun behind the list that says how many steps are set."""
    if column.measure is not None and column.rule != "carried":
        return None
    run = par.run_of(i)
    steps = STEPS.match(par.text, par.mentions[run[-1]].end) if len(run) > 1 else None
    if steps is None:
        return None
    name = steps["what"] + (steps["tail"] if steps["tail"] != GRADIENT else "")
    return Column(name, name, DESIGN) if len(name) > 1 else None


def _part_lying(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """年均降水量595 mm，其中|近七成|集中在6—8月; 患者5.4亿，其中|1/4|在中国: which part of what was told lies where."""
    mention = par.mentions[i]
    lies = LYING.match(par.text, mention.end) if mention.unit == "%" and i else None
    within = par.text[: mention.start].rstrip().endswith(("其中", "其中，"))
    if lies is None or not (within or column.rule == "share_doing"):
        return None
    stem = found[i - 1].stem
    if (
        not stem
        or not found[i - 1].level
        or par.sentence_at(par.mentions[i - 1].start) != par.sentence_at(mention.start)
    ):
        return None
    return Column(f"{stem}{BLANKS.sub('', lies['did'])}占比", stem, DESIGN, level=False)


def _replaced(par: Paragraph, mention: Mention) -> Column | None:
    """粉煤灰等量取代水泥|15%|, 以有机肥替代|30%|化肥氮, 再生骨料按|25%|等体积取代天然骨料: which part is replaced by what."""
    if mention.unit != "%":
        return None
    last = par.run_of(par.mentions.index(mention))[-1]
    lead = BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start])
    end = par.mentions[last].end
    before = REPLACING.search(lead)
    if before is not None:
        other = before["y"] or (m["y"] if (m := OTHER.match(par.text, end)) is not None else "")
        name = f"{before['x']}{before['v']}{other}比例"
        return Column(name, name, DESIGN, level=False)
    after = REPLACES.match(par.text, end) if lead.endswith(("按", "以")) else None
    if after is None:
        return None
    name = f"{lead[:-1][-LONGEST_STUFF:]}{after['v']}{after['y']}比例"
    return Column(name, name, DESIGN, level=False)


def _interviewed(par: Paragraph, mention: Mention) -> Column | None:
    """对|23名|骑手的深度访谈, 还对26名教师和|9位|校长作了访谈: those who were interviewed."""
    if mention.unit not in ("名", "位", "人"):
        return None
    spoken = SPOKEN_WITH.match(par.text, mention.end)
    lead = par.text[par.clause(mention.start).start : mention.start]
    if spoken is None or not re.search("[对与和及]", lead[-24:]):
        return None
    name = spoken["did"] + spoken["who"]
    return Column(name + "数", name, DESIGN)


def _people_who(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """|31.5%|的人与商家签有合同; 农村生源中，|21.5%|表示家中没有网络: those of whom the rest of the clause tells."""
    if not is_share(mention) or mention.unit != "%":
        return None
    who = PEOPLE_WHO.match(par.text, mention.end)
    if who is not None and _words_of_their_own(par, *who.span("who")):
        did = BLANKS.sub("", who["did"])
        return Column(f"{did}的{who['who']}占比", did, DESIGN, level=False)
    some = (
        SOME_SAY.match(par.text, mention.end) if column.measure is None or column.rule == "carried" else None
    )
    if some is not None:  # 有62%的受访农户表示愿意参加
        return Column(f"{BLANKS.sub('', some['did'])}的{some['who']}占比", some["who"], DESIGN, level=False)
    say = SAY.match(par.text, mention.end)
    if say is None or column.rule not in ("carried", "nothing_names_it"):
        return None
    did = BLANKS.sub("", say["did"])
    return Column(f"{did}占比", did, DESIGN, level=False)


def _words_of_their_own(par: Paragraph, start: int, end: int) -> bool:
    """的|人|认为, and not 的人|工智能企业: words begin and end there."""
    first, after = par.first_token(start), par.first_token(end)
    return par.tokens[first].start == start and after > first and par.tokens[after - 1].end == end

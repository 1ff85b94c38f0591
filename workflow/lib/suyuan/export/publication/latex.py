"""A table as LaTeX: booktabs rules, longtable so that it may run over pages."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.export.publication.content import Head, Table
from suyuan.export.publication.words import phrase
from suyuan.markdown import one_line

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "≥": r"$\geq$", "≤": r"$\leq$", "†": r"\textdagger{}", "●": r"$\bullet$", "◐": r"$\circ$", "△": r"$\triangle$",
    "▽": r"$\triangledown$", "×": r"$\times$", "·": r"$\cdot$", "―": "---",
    "[": "{[}", "]": "{]}", "*": "{*}", "–": "--", "—": "---",
}  # fmt: skip
# A row that begins with [ or * would be read as an argument of the \\ before it
LETTER = {"left": "l", "right": "r", "centre": "c"}
MANY = 9  # columns that stand side by side on a page
WRAPPED = {
    False: 0.45,
    True: 0.22,
}  # of the width of the text, shared by the columns that wrap; of many columns


def latex_text(table: Table) -> str:
    """The table alone, to be put in by ``\\input``; the first lines say which packages it needs."""
    heads, rows = table.printed()
    head = " & ".join(latex_cell(column.text) for column in heads) + r" \\"
    hint = " Wide: set it on a landscape page (pdflscape)." if len(heads) > MANY else ""
    lines: list[str] = [
        f"% {table.id}.{table.language}: generated, do not edit.{hint}",
        r"% Needs \usepackage{booktabs,longtable,array,amssymb} and for Chinese ctex or xeCJK (XeLaTeX or LuaLaTeX).",
        r"\begingroup\footnotesize\setlength{\tabcolsep}{4pt}",
        rf"\begin{{longtable}}{{@{{}}{_columns(heads)}@{{}}}}",
        rf"\caption{{{latex_cell(_caption(table))}}}\label{{tab:{table.id}.{table.language}}}\\",
        r"\toprule", head, r"\midrule", r"\endfirsthead",
        r"\toprule", head, r"\midrule", r"\endhead",
        r"\bottomrule", r"\endfoot",
        *(" & ".join(latex_cell(cell) for cell in row) + r" \\" for row in rows),
    ]  # fmt: skip
    lines.append(r"\end{longtable}")
    lines += [rf"\noindent {latex_cell(text)}\par" for text in _below(table)]
    lines.append(r"\endgroup")
    return "\n".join(lines) + "\n"


def latex_cell(text: str) -> str:
    """Text with every sign that LaTeX would act upon written out, in one line."""
    return "".join(SPECIAL.get(char, char) for char in one_line(text))


def _columns(heads: Sequence[Head]) -> str:
    wrapping = sum(head.wraps for head in heads)
    width = f">{{\\raggedright\\arraybackslash}}p{{{WRAPPED[len(heads) > MANY] / max(wrapping, 1):.2f}\\textwidth}}"
    return "".join(width if head.wraps else LETTER[head.align] for head in heads)


def _caption(table: Table) -> str:
    stop = "" if not table.caption or table.title[-1:] in "。.？！?!" else phrase("stop", table.language)
    return f"{table.title}{stop}{table.caption}"


def _below(table: Table) -> list[str]:
    colon = phrase("colon", table.language)
    lines = [f"{phrase('note', table.language)}{colon}{' '.join(table.notes)}"] if table.notes else []
    return (
        lines
        + ([f"{phrase('sources', table.language)}{colon}"] if table.sources else [])
        + list(table.sources)
    )

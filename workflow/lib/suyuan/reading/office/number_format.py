"""A number as the sheet shows it: the number formats of Office Open XML (ECMA-376 part 1, 18.8.30 and 18.8.31).

Two readings differ from the screen on purpose, because a plain text has no colour and no column width: a negative number
that is shown in red or in brackets only gets its minus sign, and a number in General form is written in full (15 digits of
an integer, 10 significant digits otherwise). Fractions (# ?/?) are written as decimals.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from suyuan.reading.office.format_sections import Section, Token, sections

MINUS = re.compile(r"[-−－负减降]")


def show_number(value: int | float, code: str) -> str:
    """A number in the format ``code``; empty where the format shows nothing (``;;;``)."""
    number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    parts = sections(code)
    chosen, own_sign = _choose(parts, number)
    if chosen is None:
        return ""
    if not chosen.has("digit", "general") and not chosen.has("text"):
        return "".join(token.text for token in chosen.tokens if token.kind == "literal")
    if chosen.has("text") and not chosen.has("digit", "general"):
        return show_text(_general(number), code)
    shown = _placed(chosen, abs(number))
    if number >= 0 or not any(char in "123456789" for char in shown):
        return shown
    if own_sign:
        literal = "".join(token.text for token in chosen.tokens if token.kind == "literal")
        if MINUS.search(literal):
            return shown
        shown = re.sub(r"^(\D*)[(（](.*)[)）](\s*)$", r"\1\2\3", shown).strip()
    return "-" + shown


def show_text(value: str, code: str) -> str:
    """A text in the format ``code``: only a section with @ changes it."""
    parts = sections(code)
    last = parts[-1]
    if len(parts) in (1, 4) and last.has("text") and not last.has("digit"):
        return "".join(value if token.kind == "text" else token.text for token in last.tokens)
    return value


def _choose(parts: list[Section], number: Decimal) -> tuple[Section | None, bool]:
    """The section for a number, and whether it stands for the sign itself."""
    if any(part.condition for part in parts):
        for part in parts:
            if part.condition is None or _holds(number, *part.condition):
                return part, bool(
                    part.condition and part.condition[0] in ("<", "<=") and part.condition[1] <= 0
                )
        return parts[-1], False
    numeric = parts[:3] if len(parts) == 4 or not parts[-1].has("text") else parts[: max(1, len(parts) - 1)]
    if number > 0 or len(numeric) == 1:
        return numeric[0], False
    if number < 0:
        return numeric[1], True
    return (numeric[2] if len(numeric) > 2 else numeric[0]), False


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound, "<=": number <= bound, ">": number > bound, ">=": number >= bound,
        "=": number == bound, "<>": number != bound,
    }[sign]  # fmt: skip


def _general(number: Decimal) -> str:
    if number == number.to_integral_value():
        return f"{number:.0f}"
    if abs(number) < Decimal("1e-9"):
        return f"{number:.5E}"
    exact = Decimal(f"{number:.10g}")
    return f"{exact:f}".rstrip("0").rstrip(".")


def _placed(section: Section, number: Decimal) -> str:
    """The digits of ``number`` (not negative) in the places of the section, with what stands between."""
    if section.has("general"):
        return "".join(
            _general(number) if t.kind == "general" else t.text
            for t in section.tokens
            if t.kind in ("general", "literal")
        )
    tokens = section.tokens
    digits = [i for i, token in enumerate(tokens) if token.kind == "digit"]
    if section.has("exponent"):
        return _scientific(tokens, number)
    if any(t.kind == "literal" and "/" in t.text for t in tokens[digits[0] : digits[-1]]):
        return _general(number)  # a fraction
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    whole = [i for i in digits if i < point]
    decimals = [i for i in digits if i > point]
    last = whole[-1] if whole else -1
    commas = [i for i, token in enumerate(tokens) if token.kind == "comma"]
    end = digits[-1]
    scaling = [i for i in commas if (last < i < point) or i > end]
    grouped = any(whole and whole[0] < i < last for i in commas)
    number = number.scaleb(2 * sum(token.kind == "percent" for token in tokens) - 3 * len(scaling))
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    integer, _, fraction = f"{rounded:f}".partition(".")
    places = _whole(tokens, whole, "" if integer == "0" else integer, grouped)
    places |= _decimals(tokens, decimals, fraction)
    parts = []
    for i, token in enumerate(tokens):
        if token.kind == "digit":
            parts.append(places[i])
        elif token.kind == "point":
            parts.append(
                ("" if whole else places.get(-1, "")) + ("." if any(places[d] for d in decimals) else "")
            )
        elif token.kind in ("literal", "percent"):
            parts.append(token.text)
    return "".join(parts).strip()


def _whole(tokens: list[Token], places: list[int], integer: str, grouped: bool) -> dict[int, str]:
    """Digits of the integer part by place, filled from the right; the first place takes what is left."""
    filled: dict[int, str] = {}
    left = integer
    written = 0
    if not places:
        return {-1: integer}
    for i in reversed(places):
        taken, left = (left, "") if i == places[0] else (left[-1:], left[:-1])
        taken = taken or ("0" if tokens[i].text == "0" else "")
        out = ""
        for digit in reversed(taken):
            out = digit + ("," if grouped and written and written % 3 == 0 else "") + out
            written += 1
        filled[i] = out
    return filled


def _decimals(tokens: list[Token], places: list[int], fraction: str) -> dict[int, str]:
    filled = dict(zip(places, fraction, strict=False))
    for i in reversed(places):
        if tokens[i].text == "0" or filled[i] != "0":
            break
        filled[i] = ""
    return filled


def _scientific(tokens: list[Token], number: Decimal) -> str:
    cut = next(i for i, token in enumerate(tokens) if token.kind == "exponent")
    point = next((i for i, token in enumerate(tokens[:cut]) if token.kind == "point"), cut)
    decimals = sum(token.kind == "digit" for token in tokens[point:cut])
    wide = sum(token.kind == "digit" for token in tokens[cut:])
    mantissa, _, power = f"{number:.{decimals}E}".partition("E")
    sign = "-" if power.startswith("-") else ("+" if tokens[cut].text.endswith("+") else "")
    return f"{mantissa}E{sign}{power.lstrip('+-').zfill(wide)}"

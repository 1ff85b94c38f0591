"""Bytes to text, and what had to be assumed."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FALLBACKS = ("gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
FEW_BROKEN = 2
BROKEN = 0.005  # of the characters: bytes that were damaged on the way
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, bool]:
    """Text of the bytes, the encoding, and whether it was assumed rather than told.

    A byte order mark tells; then UTF-8, which nothing else passes for by chance; then what the file declares, if its
    characters make sense; then the Chinese encodings, the one whose text has most common characters. A file with a few
    broken bytes (up to 2, and 1 in 200 characters) is read with U+FFFD for them, and counts as assumed. UnicodeError if none
    fits.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            try:
                return data.decode(name), name, False
            except UnicodeDecodeError:
                return data.decode(name, "replace"), name, True
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        pass
    told = _lookup(declared)
    names = dict.fromkeys((*([told] if told else []), *FALLBACKS))
    whole = [(name, text) for name in names if (text := _try(data, name)) is not None]
    broken = [(name, text) for name in ("utf-8", *names) if (text := _mend(data, name)) is not None]
    if not whole and not broken:
        raise UnicodeError("neither UTF-8 nor GB18030, Big5, UTF-16")
    kept = {id(text) for _, text in whole}
    name, text = max(
        (*whole, *broken),
        key=lambda pair: (round(_sense(pair[1]), 2), id(pair[1]) in kept, pair[0] == told, -len(pair[1])),
    )
    return text, name, name != told or id(text) not in kept


def _mend(data: bytes, name: str) -> str | None:
    """Text with U+FFFD for what does not decode, where that is little."""
    if name.startswith("utf-16"):
        return None
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    if (
        not broken
        or broken > FEW_BROKEN + BROKEN * len(text)
        or CONTROL.search(text[:20000].replace("\ufffd", ""))
    ):
        return None
    return text


def _lookup(name: str | None) -> str | None:
    if not name:
        return None
    name = name.strip().lower()
    name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80", "x-gbk", "hz") else name
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _try(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text[:20000]) else text


def _sense(text: str) -> float:
    """Share of the characters beyond ASCII that are among the commonest of Chinese."""
    beyond = [char for char in text[:20000] if ord(char) > 127]
    return sum(char in COMMON for char in beyond) / len(beyond) if beyond else 0.0

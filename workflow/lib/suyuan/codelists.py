"""Form of a table of breakdowns (config/dimensions.yaml, data/dimensions_base.yaml): a short and a long one.

Short: ``dimension: {value: [word, …]}``. Long, with English labels, both parts optional::

    dimension:
      en: Leading department
      values:
        市场监管: {en: Market regulation, words: [市场监管局, 市场监管部门]}
        住建: [住建委]

``words`` left out means the value itself; ``words: []`` means that no word of a text says it (only a table, a decision
or a number collected by hand does).
"""

from __future__ import annotations

from typing import Any

DIMENSION_KEYS = ("en", "values")
VALUE_KEYS = ("en", "words")


def short_form(entry: Any) -> Any:
    """``{value: [word, …]}`` of a dimension in either form; what is in neither form is given back as it is."""
    values = entry["values"] if is_long(entry) else entry
    if not isinstance(values, dict):
        return values
    return {value: told.get("words", [value]) if _told(told) else told for value, told in values.items()}


def english(entry: Any) -> tuple[str | None, dict[str, str]]:
    """English label of a dimension (None: it has none), and those of its values that have one."""
    own = entry.get("en") if is_long(entry) else None
    values = entry["values"] if is_long(entry) else entry
    if not isinstance(values, dict):
        return own, {}
    return own, {str(value): told["en"] for value, told in values.items() if _told(told) and "en" in told}


def form_fault(entry: Any) -> str | None:
    """What is wrong with the keys and labels of the long form; None where nothing is, or the form is short."""
    values = entry["values"] if is_long(entry) else entry
    parts = [("", entry, DIMENSION_KEYS)] if is_long(entry) else []
    if isinstance(values, dict):
        parts += [
            (f"{value}: ", told, VALUE_KEYS) for value, told in values.items() if isinstance(told, dict)
        ]
    for name, part, known in parts:
        unknown = [key for key in part if key not in known]
        if unknown:
            return f"{name}unknown key {unknown[0]!r}; known: {', '.join(known)}"
        label = part.get("en", "-")
        if not isinstance(label, str) or not label.strip():
            return f"{name}en: {label!r} is no label; put it in quotes if it is meant as text"
    return None


def is_long(entry: Any) -> bool:
    """Whether a dimension is written in the long form."""
    return isinstance(entry, dict) and isinstance(entry.get("values"), dict)


def _told(value: Any) -> bool:
    return isinstance(value, dict) and set(value) <= set(VALUE_KEYS)

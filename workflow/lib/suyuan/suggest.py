"""Messages for what a user typed: the path of each fault, what is wrong with it, and the nearest known word."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

CUTOFF = 0.6  # share of common letters below which a word is no likely misspelling
M = TypeVar("M", bound=BaseModel)


class Fault(NamedTuple):
    """One thing wrong in a file: ``path`` as in ``editions[0].file``, ``loc`` the same as a tuple."""

    path: str
    message: str
    loc: tuple[str | int, ...]

    def line(self, file: str) -> str:
        """``config.yaml: figures.langauges: unknown key; did you mean 'languages'?``"""
        return f"{file}: {self.path}: {self.message}" if self.path else f"{file}: {self.message}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word`` (case, ``-`` and ``_`` aside), or None if none is near. Ties: alphabetical."""
    best: tuple[float, str] | None = None
    for name in sorted(known):
        likeness = difflib.SequenceMatcher(None, _form(word), _form(name), autojunk=False).ratio()
        if likeness >= CUTOFF and (best is None or likeness > best[0]):
            best = likeness, name
    return best[1] if best is not None else None


def not_known(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` where one is near, else the list of what is known."""
    names = list(dict.fromkeys(known))
    near = nearest(word, names)
    if near is not None:
        return f"did you mean {near!r}?"
    return f"known: {', '.join(names)}" if names else "nothing is known here"


def dotted(loc: Iterable[str | int]) -> str:
    """``editions[0].file`` for ("editions", 0, "file")."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def faults(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """Faults of a failed ``model.model_validate``, in the order of pydantic's list."""
    items = [dict(item) for item in error.errors(include_url=False)]
    return [_fault(item, model) for item in items if not _follows(item, items)]


def validate(model: type[M], data: Any) -> tuple[M | None, list[Fault]]:
    """The validated model and no faults, or None and the faults."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, faults(error, model)


def _follows(item: dict[str, Any], items: list[dict[str, Any]]) -> bool:
    """True for a list that counts as too short only because its items are faulty."""
    loc = item["loc"]
    return item["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in items
    )


def _fault(item: dict[str, Any], model: type[BaseModel]) -> Fault:
    loc: tuple[str | int, ...] = item["loc"]
    value, kind = item["input"], item["type"]
    if kind == "extra_forbidden":
        message = f"unknown key; {not_known(str(loc[-1]), _known_keys(model, loc[:-1]))}"
    elif kind == "missing":
        field = _field(model, loc)
        message = f"missing: {field.description}" if field and field.description else "missing"
    elif kind in {"literal_error", "enum"}:
        words = _words(_field(model, loc))
        message = f"{value!r} is not one of {', '.join(words)}" if words else item["msg"]
        near = nearest(str(value), words)
        message += f"; did you mean {near!r}?" if near else ""
    elif kind == "value_error":
        message = str(item["ctx"]["error"])
    elif kind == "string_pattern_mismatch":
        field = _field(model, loc)
        message = f"{value!r} does not fit"
        if field is not None and field.description:
            message += f": {field.description}"
        if field is not None and field.examples:
            message += f"; for example {field.examples[0]!r}"
    elif kind in {"model_type", "dict_type", "model_attributes_type"}:
        message = f"expected keys with values, got {_kind_of(value)}"
    elif kind in {"list_type", "tuple_type"}:
        message = f"expected a list, got {_kind_of(value)}"
    elif kind == "too_short":
        message = "expected at least one item"
    elif kind in {"int_type", "int_parsing", "int_from_float"}:
        message = f"expected a whole number, got {_kind_of(value)}"
    elif kind in {"float_type", "float_parsing"}:
        message = f"expected a number, got {_kind_of(value)}"
    elif kind == "string_too_short":
        message = "is empty; leave the key out or give it a value"
    elif kind == "string_type":
        message = f"expected text, got {_kind_of(value)}; put it in quotes if it is meant as text"
    else:
        message = f"{item['msg'][0].lower()}{item['msg'][1:]}, got {_kind_of(value)}"
    return Fault(dotted(loc), message, loc)


def _kind_of(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list | tuple):
        return "a list"
    return repr(value) if isinstance(value, str | bool | int) else str(value)


def _form(word: str) -> str:
    return word.casefold().replace("-", "_")


def _words(field: FieldInfo | None) -> list[str]:
    """The words of a Literal, also inside ``tuple[...]`` or ``| None``."""
    found: list[str] = []

    def walk(annotation: Any) -> None:
        for part in get_args(annotation):
            if isinstance(part, str):
                found.append(part)
            else:
                walk(part)

    if field is not None:
        walk(field.annotation)
    return found


def _known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Keys that the model allows at ``loc``."""
    annotation: Any = model
    for part in loc:
        annotation = _step(annotation, part)
    target = _model_in(annotation)
    return list(target.model_fields) if target is not None else []


def _field(model: type[BaseModel], loc: tuple[str | int, ...]) -> FieldInfo | None:
    """The field that the last name in ``loc`` belongs to."""
    annotation: Any = model
    field: FieldInfo | None = None
    for part in loc:
        here = _model_in(annotation) if isinstance(part, str) else None
        if here is not None and part in here.model_fields:
            field = here.model_fields[str(part)]
        annotation = _step(annotation, part)
    return field


def _step(annotation: Any, part: str | int) -> Any:
    """The annotation one level down; unions and Annotated are looked through."""
    annotation = _bare(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(part))
        return field.annotation if field is not None else None
    arguments = [part for part in get_args(annotation) if part is not Ellipsis]
    return arguments[-1] if arguments else None


def _bare(annotation: Any) -> Any:
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in {Union, types.UnionType}:
            parts = [part for part in get_args(annotation) if part is not type(None)]
            if len(parts) != 1:
                return next((part for part in parts if _model_in(part) is not None), annotation)
            annotation = parts[0]
        else:
            return annotation


def _model_in(annotation: Any) -> type[BaseModel] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None

"""What is asked of a paragraph for each of its numbers, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from suyuan.facts.paragraph import Paragraph

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def once(
    function: Callable[Concatenate[Paragraph, Arguments], Result],
) -> Callable[Concatenate[Paragraph, Arguments], Result]:
    """``function``, whose results are kept with the paragraph; its other arguments are positional and hashable."""

    @wraps(function)
    def known(par: Paragraph, /, *args: Arguments.args, **named: Arguments.kwargs) -> Result:
        key = (function, args)
        answers = par.known
        if key not in answers:
            answers[key] = function(par, *args, **named)
        answer: Result = answers[key]
        return answer

    return known

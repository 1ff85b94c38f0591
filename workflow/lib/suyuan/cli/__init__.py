"""The command line: ``suyuan read|facts|events|links|tables|numerals|explain|locate|crop|audit|check``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from suyuan.cli.errors import NotYet, UserError
from suyuan.cli.output import Output, safe_stderr
from suyuan.cli.parser import make_parser

DONE = 0
PROBLEMS = 1
UNREADABLE = 2
NOT_YET = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; see ``suyuan --help`` for the codes.

    Nothing that a user can do wrong ends in a traceback: it is told in one line on standard error.
    """
    parser = make_parser()
    options = parser.parse_args(arguments)
    safe_stderr()
    output = Output.to_stdout()
    try:
        code: int = options.run(options, output)
        output.flush()
    except BrokenPipeError:  # the reader of our output has gone, as in `suyuan facts FILE | head`
        output.abandon()
        return DONE
    except UserError as error:
        output.flush()
        print(f"suyuan: {error}", file=sys.stderr)
        return UNREADABLE
    except NotYet as error:
        print(f"suyuan: {error}", file=sys.stderr)
        return NOT_YET
    except OSError as error:  # a full disk behind `> file`
        output.abandon()
        print(f"suyuan: the output cannot be written: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        print("suyuan: stopped", file=sys.stderr)
        return 130
    return code

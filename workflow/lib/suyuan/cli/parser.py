"""Commands and their options. Each help text is the contract that other programs rely on."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from suyuan import __version__
from suyuan.cli import commands
from suyuan.cli.output import Output

Command = Callable[[argparse.Namespace, Output], int]

CODES = """\
exit codes:
  0  done
  1  suyuan check found errors
  2  a file or a project cannot be read; one line on standard error says what is wrong and what to do
  3  this version does not do it yet; one line on standard error says so
"""
OFFSETS = "Offsets (start, end) count the characters (Unicode code points) of what `suyuan read FILE` prints."
NO_PROJECT = """Without --project nothing but FILE and the language tables of the package is used: no source card, no catalogue,
no correction."""

READ = """\
Print a document in reading order: a paragraph or a heading a line (lines, columns and pages joined), tables in place with
one row a line and cells separated by TAB; then, after a form feed, references, page furniture and advertising.
Characters are as printed. A .txt or .md file is printed unchanged. What is read how, and what is left out and told on
standard error: docs/reading.md.
"""
FACTS = f"""\
Print every quantity of a document, one JSON object a line.
{OFFSETS}

Fields: start, end, surface (as printed), value or value_min and value_max (base unit), low, high (what the print
allows), comparator (= ~ > >= < <= range), unit, time (EDTF), time_kind (as_of, during), area (list), measure (as read),
breakdown, nature (actual, target, forecast), page, bbox (x0, top, x1, bottom in points from the top left),
block (title, heading, paragraph, abstract, caption, table, footnote) and more. A missing attribute is null.
Nothing comes from references, furniture or advertising.
{NO_PROJECT}
"""
EVENTS = f"""\
Print every policy act of a document, one JSON object a line: start, end (of the clause that tells it), date (EDTF),
title, act (印发 签署 发布 召开 …), actors, areas, level, section, sentence, page, bbox.
{OFFSETS}
{NO_PROJECT}
"""
LINKS = f"""\
Print every tie between two places, one JSON object a line: start, end, a, b, kind (agreement, cooperation, transfer,
platform, branch), directed, what, date, sentence, page, bbox.
{OFFSETS}
{NO_PROJECT}
"""
TABLES = """\
Print every table of a document, one JSON object a line.

Fields: table (its id), page (of its first row) and pages (all), caption, unit (what 单位：… beside it says), rows (lists
of cells as printed), notes (with sources, right below it). A cell over several columns or rows says its text in the first
of them, the others are empty; a head of several levels is several rows; a table over several pages is one.
"""
NUMERALS = f"""\
Print every numeral of a document, one JSON object a line: start, end, surface, numeral_class (fact, date, reference,
document_number, name, list_marker, citation, section_number, page_number, table_text, furniture, advertising, unread),
reason (of unread ones), block, page. None is left out.
{OFFSETS}
"""
EXPLAIN = f"""\
Print how the fact at START came about: each stage's reading with the rule that fired. With --json one object a line.
{OFFSETS}

Of a fact (found: fact): block, numeral (value, step), quantity (rule, unit, comparator, bounds, bound_rule), time (the
candidates in clause, sentence, paragraph, heading, title and document; the rule that took one, or that left it open),
area (candidates, the rules tried, the one that fired), measure (the words, what each rule said up to the one that named
it, how it was completed, an abbreviation written out), breakdown, nature. An offset in a numeral that is no fact gives its
class and reason (found: numeral); any other the nearest facts (found: nothing). Corrections and measure_id come after.
"""
LOCATE = f"""\
Print where a span of the text stands, one JSON object for each page that it touches.
{OFFSETS}

Of a PDF: start, end (of the part on this page), text, page (from 1), page_label (that the file declares, else the page
number printed at the margin; null without), width, height (points), boxes (one for each line: [x0, top, x1, bottom], points
from the top left), block, section.
Of other files: start, end, text, before, after (40 characters), context_hash, block, section.
"""
CROP = f"""\
Write the region of the page around a span as a PNG, the span marked. A span on several pages gives x-1.png, x-2.png and
so on. Prints the names of the files written. Only a PDF has pages: of other files suyuan locate shows the passage.
{OFFSETS}
"""
AUDIT = """\
Check the arithmetic that documents state about themselves and one another. This version does not do it yet: the command
says so on standard error and ends with exit code 3.
"""
CHECK = """\
Check a project without building it: source cards, files and their hashes, configuration, corrections. Prints one line for
each problem with what to do. Exit code 0 without errors (notes and warnings do not count), 1 with.
"""


def make_parser() -> argparse.ArgumentParser:
    """Parser of the command line; the chosen command is in ``run``."""
    parser = _parser(argparse.ArgumentParser, prog="suyuan", description=DESCRIPTION, epilog=CODES)
    parser.add_argument("--version", action="version", version=f"suyuan {__version__}")
    names = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = _parser(
            names.add_parser, name, help=_first_sentence(text), description=text, epilog=CODES
        )
        command.set_defaults(run=run)
        return command

    for name, run, text in (
        ("read", commands.read, READ),
        ("facts", commands.facts, FACTS),
        ("events", commands.events, EVENTS),
        ("links", commands.links, LINKS),
        ("tables", commands.tables, TABLES),
        ("numerals", commands.numerals, NUMERALS),
    ):
        command = add(name, run, text)
        command.add_argument("file", type=Path, metavar="FILE", help=KINDS)
        _add_password(command)
        if run in {commands.facts, commands.events, commands.links, commands.numerals}:
            _add_project(command)
    command = add("explain", commands.explain, EXPLAIN)
    command.add_argument("file", type=Path, metavar="FILE", help=KINDS)
    command.add_argument("start", type=int, metavar="START", help="offset of a character of the number")
    command.add_argument("--json", action="store_true", help="an object a line, for other programs")
    _add_password(command)
    _add_project(command)
    for name, run, text in (("locate", commands.locate, LOCATE), ("crop", commands.crop, CROP)):
        command = add(name, run, text)
        command.add_argument("file", type=Path, metavar="FILE", help=KINDS)
        command.add_argument("start", type=int, metavar="START", help="offset of the first character")
        command.add_argument("end", type=int, metavar="END", help="offset after the last character")
        _add_password(command)
    command.add_argument("--out", type=Path, required=True, metavar="x.png", help="file to write")
    command.add_argument(
        "--padding", type=_points, default=12.0, metavar="POINTS", help="paper around the span (default: 12)"
    )
    command.add_argument("--dpi", type=_dpi, default=144.0, metavar="DPI", help="36 to 600 (default: 144)")
    audit = add("audit", commands.audit, AUDIT)
    audit.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="documents to hold against each other"
    )
    _add_password(audit)
    _add_project(audit)
    check = add("check", commands.check, CHECK)
    check.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR",
        help="root of the project, with raw/ and config/ (default: the current folder)",
    )  # fmt: skip
    return parser


KINDS = "a .pdf, .html, .docx, .xlsx, .txt or .md file"
DESCRIPTION = (
    "Quantities, policy acts and place links of Chinese documents, each with the place it was read from."
)


def _add_project(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--project", type=Path, metavar="DIR",
        help="apply the source cards, catalogue and corrections of the project in DIR",
    )  # fmt: skip


def _points(text: str) -> float:
    """A length from 0 to 2,000 points."""
    return _between(text, 0, 2000)


def _dpi(text: str) -> float:
    return _between(text, 36, 600)


def _between(text: str, low: float, high: float) -> float:
    try:
        value = float(text)
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{text} is no number from {low:g} to {high:g}")
    return value


def _add_password(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--password", metavar="WORD",
        help="opens an encrypted PDF; the environment variable SUYUAN_PASSWORD does too, and no other user can see it",
    )  # fmt: skip


def _parser(
    make: Callable[..., argparse.ArgumentParser], *names: str, **options: str
) -> argparse.ArgumentParser:
    return make(*names, formatter_class=argparse.RawDescriptionHelpFormatter, **options)


def _first_sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat.partition(". ")[0].partition(": ")[0].rstrip(".")

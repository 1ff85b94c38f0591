"""What each command does; the parser gives it the options, the output takes its lines."""

from __future__ import annotations

import argparse

from suyuan.check import check_project
from suyuan.cli.errors import NotYet, UserError
from suyuan.cli.output import Output
from suyuan.cli.project import Project, read_file
from suyuan.cli.rows import act_row, fact_row, link_row, numeral_row, table_rows
from suyuan.problems import has_errors, problem_line
from suyuan.reading import render_text


def read(options: argparse.Namespace, output: Output) -> int:
    """The document in reading order."""
    output.text(render_text(read_file(options.file)))
    return 0


def facts(options: argparse.Namespace, output: Output) -> int:
    """Every quantity."""
    project = Project.of(options.project)
    output.lines(map(fact_row, project.facts(project.read(options.file))))
    return 0


def events(options: argparse.Namespace, output: Output) -> int:
    """Every policy act."""
    project = Project.of(options.project)
    output.lines(map(act_row, project.acts(project.read(options.file))))
    return 0


def links(options: argparse.Namespace, output: Output) -> int:
    """Every tie between places."""
    project = Project.of(options.project)
    output.lines(map(link_row, project.links(project.read(options.file))))
    return 0


def numerals(options: argparse.Namespace, output: Output) -> int:
    """Every numeral."""
    project = Project.of(options.project)
    output.lines(map(numeral_row, project.numerals(project.read(options.file))))
    return 0


def tables(options: argparse.Namespace, output: Output) -> int:
    """Every table that the reader recognises."""
    output.lines(table_rows(read_file(options.file)))
    return 0


def audit(options: argparse.Namespace, output: Output) -> int:
    """Not in this version; a file that cannot be read is told first."""
    for file in options.files:
        read_file(file)
    raise NotYet("audit: this version does not check arithmetic yet; nothing was checked")


def check(options: argparse.Namespace, output: Output) -> int:
    """Problems of a project, a line each."""
    if not options.project.is_dir():
        raise UserError(
            f"{options.project}: no such folder; give the root of a project, with raw/ and config/"
        )
    problems = check_project(options.project)
    for problem in problems:
        output.text(problem_line(problem) + "\n")
    if not problems:
        output.text("no problems\n")
    return 1 if has_errors(problems) else 0

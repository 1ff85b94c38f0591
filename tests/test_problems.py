from suyuan.problems import (
    has_errors,
    problem_line,
    problems_csv,
    read_problems,
    sort_problems,
    write_problems,
)
from suyuan.records import Problem

WARNING = Problem(
    stage="read", file="raw/b.pdf", where="page 10", what="glyph, unknown", todo="look", severity="warning"
)
FIRST = Problem(
    stage="read", file="raw/b.pdf", where="page 9", what="glyph, unknown", todo="look", severity="warning"
)
ERROR = Problem(stage="register", source_id="a", file="raw/x.txt", what="missing\nfile", todo='say "yes"')
NOTE = Problem(stage="correct", what="rests", todo="nothing", severity="note")


def test_the_worst_first_each_once_and_page_9_before_page_10():
    assert sort_problems([NOTE, WARNING, ERROR, FIRST, ERROR]) == [ERROR, FIRST, WARNING, NOTE]


def test_the_table_is_the_same_for_any_order_and_comes_back(tmp_path):
    text = problems_csv([NOTE, WARNING, ERROR])
    assert text == problems_csv([ERROR, NOTE, WARNING])
    assert text.splitlines()[0] == "stage,source_id,file,where,what,todo,severity"
    write_problems(tmp_path / "new/problems.csv", [NOTE, WARNING, ERROR])
    assert (tmp_path / "new/problems.csv").read_bytes() == text.encode()
    assert read_problems(tmp_path / "new/problems.csv") == [ERROR, WARNING, NOTE]


def test_lines_and_severity():
    assert problem_line(WARNING) == "warning: raw/b.pdf: page 10: glyph, unknown. What to do: look"
    assert problem_line(NOTE) == "note: rests. What to do: nothing"
    assert has_errors([NOTE, ERROR]) and not has_errors([NOTE, WARNING])

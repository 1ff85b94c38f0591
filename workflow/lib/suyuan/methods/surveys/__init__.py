"""Method surveys: questionnaires, shares, means and test statistics, rebuilt and checked."""

from suyuan.methods.method import Method
from suyuan.methods.surveys.declared import Surveys
from suyuan.methods.surveys.rows import (
    AnswerRow,
    ExhibitRow,
    FindingRow,
    ItemRow,
    MeanRow,
    QuestionnaireRow,
    TestRow,
)
from suyuan.methods.surveys.run import run

METHOD = Method(
    Surveys,
    {
        "questionnaires": QuestionnaireRow,
        "items": ItemRow,
        "answers": AnswerRow,
        "means": MeanRow,
        "tests": TestRow,
        "exhibits": ExhibitRow,
        "findings": FindingRow,
    },
    run,
)

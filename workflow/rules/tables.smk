"""Tables: what the line found, as CSV files with a data dictionary.

Inputs: reconciled facts, observations, statements, acts, links, numerals, the review list.
Outputs: processed/*.csv and processed/datapackage.json.
Config: none.
"""


rule tables:
    input:
        facts="<intermediate>/facts.jsonl",
        observations="<intermediate>/observations.jsonl",
        statements="<intermediate>/statements.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        numerals="<intermediate>/corrected/numerals.jsonl",
        review="<intermediate>/measure_review.jsonl",
    output:
        facts=report(
            "<processed>/facts.csv",
            caption="../report/facts.rst",
            category="Tables",
            labels={"table": "facts"},
        ),
        observations=report(
            "<processed>/observations.csv",
            caption="../report/observations.rst",
            category="Tables",
            labels={"table": "observations"},
        ),
        statements=report(
            "<processed>/statements.csv",
            caption="../report/statements.rst",
            category="Tables",
            labels={"table": "statements"},
        ),
        series=report(
            "<processed>/series.csv",
            caption="../report/series.rst",
            category="Tables",
            labels={"table": "series"},
        ),
        breakdowns=report(
            "<processed>/breakdowns.csv",
            caption="../report/breakdowns.rst",
            category="Tables",
            labels={"table": "breakdowns"},
        ),
        coverage=report(
            "<processed>/coverage.csv",
            caption="../report/coverage.rst",
            category="Tables",
            labels={"table": "coverage"},
        ),
        acts=report(
            "<processed>/acts.csv",
            caption="../report/acts.rst",
            category="Tables",
            labels={"table": "acts"},
        ),
        links=report(
            "<processed>/links.csv",
            caption="../report/links.rst",
            category="Tables",
            labels={"table": "links"},
        ),
        numerals=report(
            "<processed>/numerals.csv",
            caption="../report/numerals.rst",
            category="Review",
            labels={"table": "numerals"},
        ),
        review=report(
            "<processed>/measure_review.csv",
            caption="../report/measure_review.rst",
            category="Review",
            labels={"table": "measure_review"},
        ),
        datapackage="<processed>/datapackage.json",
    log:
        "<logs>/tables.log",
    benchmark:
        "<logs>/timings/tables.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["tables"],
    script:
        "../scripts/tables.py"

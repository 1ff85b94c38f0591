"""Tables: what the line found, as CSV files with a data dictionary.

Inputs: reconciled facts, observations, acts, links, numerals, the review list.
Outputs: processed/*.csv and processed/datapackage.json.
Config: none.
"""


rule tables:
    input:
        facts="<intermediate>/facts.jsonl",
        observations="<intermediate>/observations.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        numerals="<intermediate>/corrected/numerals.jsonl",
        review="<intermediate>/measure_review.jsonl",
    output:
        facts=report("<processed>/facts.csv", caption="../report/facts.rst", category="Tables"),
        observations=report(
            "<processed>/observations.csv", caption="../report/observations.rst", category="Tables"
        ),
        series=report("<processed>/series.csv", caption="../report/series.rst", category="Tables"),
        breakdowns=report("<processed>/breakdowns.csv", caption="../report/breakdowns.rst", category="Tables"),
        acts=report("<processed>/acts.csv", caption="../report/acts.rst", category="Tables"),
        links=report("<processed>/links.csv", caption="../report/links.rst", category="Tables"),
        numerals="<processed>/numerals.csv",
        review="<processed>/measure_review.csv",
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

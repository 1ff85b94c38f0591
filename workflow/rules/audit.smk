"""Audit: two editions of one source held against each other; the arithmetic of documents comes later.

Inputs: the reconciled facts.
Outputs: processed/audit/editions.csv.
Config: none.
"""


rule audit:
    input:
        facts="<intermediate>/facts.jsonl",
    output:
        editions=report(
            "<processed>/audit/editions.csv",
            caption="../report/editions.rst",
            category="Review",
            labels={"table": "editions"},
        ),
    log:
        "<logs>/audit.log",
    benchmark:
        "<logs>/timings/audit.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["audit"],
    script:
        "../scripts/audit.py"

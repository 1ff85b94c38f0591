"""Summary: every problem of the run in one table, and what the run was made with.

Inputs: the problems of all stages; the records that are counted.
Outputs: processed/problems.csv; processed/run.json (not compared: it names versions).
Config: none.
"""


rule summary:
    input:
        problems=[
            "<intermediate>/problems/register.csv",
            expand("<intermediate>/problems/read-{shard}.csv", shard=SETTINGS.shards),
            expand("<intermediate>/problems/extract-{shard}.csv", shard=SETTINGS.shards),
            "<intermediate>/problems/correct.csv",
            "<intermediate>/problems/reconcile.csv",
            "<intermediate>/problems/methods.csv",
            "<intermediate>/problems/publication_tables.csv",
            "<intermediate>/problems/figures.csv",
            expand("<intermediate>/problems/pictures-{shard}.csv", shard=SETTINGS.shards),
        ],
        facts="<intermediate>/facts.jsonl",
        observations="<intermediate>/observations.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        numerals="<intermediate>/corrected/numerals.jsonl",
        editions="<intermediate>/editions.jsonl",
        left_out="<intermediate>/left_out.jsonl",
    output:
        problems=report(
            "<processed>/problems.csv",
            caption="../report/problems.rst",
            category="Review",
            labels={"table": "problems"},
        ),
        run="<processed>/run.json",
    log:
        "<logs>/summary.log",
    benchmark:
        "<logs>/timings/summary.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["summary"],
        digests=CODE,
    script:
        "../scripts/summary.py"


rule corrections_applied:
    input:
        problems="<processed>/problems.csv",
    output:
        checked="<intermediate>/corrections_applied.txt",
    log:
        "<logs>/corrections_applied.log",
    benchmark:
        "<logs>/timings/corrections_applied.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["summary"],
    script:
        "../scripts/corrections_applied.py"

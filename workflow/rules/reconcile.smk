"""Reconcile: which measure of the catalogue each fact is about, and which facts state the same quantity.

Inputs: the corrected facts; the tables of config/.
Outputs: facts with measure_id and same_as; the list of unsure ones for review; problems.
Config: measures, dimensions, areas, measure_decisions.
"""


rule reconcile:
    input:
        facts="<intermediate>/corrected/facts.jsonl",
        measures=SETTINGS.config.measures,
        dimensions=SETTINGS.config.dimensions,
        areas=SETTINGS.config.areas,
        decisions=SETTINGS.config.measure_decisions,
    output:
        facts="<intermediate>/facts.jsonl",
        review="<intermediate>/measure_review.jsonl",
        problems="<intermediate>/problems/reconcile.csv",
    log:
        "<logs>/reconcile.log",
    benchmark:
        "<logs>/timings/reconcile.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["reconcile"],
    script:
        "../scripts/reconcile.py"

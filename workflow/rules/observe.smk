"""Observe: what the facts of the editions in use say, one observation for each measure, area and period.

Inputs: the reconciled facts, the list of editions, the cards (grade of evidence); catalogue, dimensions and gazetteer of config/.
Outputs: observations; every statement behind each of them; facts that became none, with the reason.
Config: measures, dimensions, areas.
"""


rule observe:
    input:
        facts="<intermediate>/facts.jsonl",
        editions="<intermediate>/editions.jsonl",
        measures=SETTINGS.config.measures,
        dimensions=SETTINGS.config.dimensions,
        areas=SETTINGS.config.areas,
        register="<intermediate>/register.json",
    output:
        observations="<intermediate>/observations.jsonl",
        statements="<intermediate>/statements.jsonl",
        left_out="<intermediate>/left_out.jsonl",
    log:
        "<logs>/observe.log",
    benchmark:
        "<logs>/timings/observe.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["observe"],
    script:
        "../scripts/observe.py"

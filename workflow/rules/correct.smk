"""Correct: the tables of all shards in one, with the reviewer's corrections and the numbers collected by hand.

Inputs: facts, acts, links, numerals and documents of every shard; the register; raw/corrections.yaml,
raw/collected.csv, config/areas.csv.
Outputs: one table of each kind, the list of editions that were read, problems.
Config: corrections, collected, areas.
"""


rule correct:
    input:
        facts=expand("<intermediate>/facts/{shard}.jsonl", shard=SETTINGS.shards),
        acts=expand("<intermediate>/acts/{shard}.jsonl", shard=SETTINGS.shards),
        links=expand("<intermediate>/links/{shard}.jsonl", shard=SETTINGS.shards),
        numerals=expand("<intermediate>/numerals/{shard}.jsonl", shard=SETTINGS.shards),
        documents=expand("<intermediate>/documents/{shard}.jsonl.gz", shard=SETTINGS.shards),
        register="<intermediate>/register.json",
        corrections=SETTINGS.config.corrections,
        collected=SETTINGS.config.collected,
        areas=SETTINGS.config.areas,
    output:
        facts="<intermediate>/corrected/facts.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        numerals="<intermediate>/corrected/numerals.jsonl",
        editions="<intermediate>/editions.jsonl",
        problems="<intermediate>/problems/correct.csv",
    log:
        "<logs>/correct.log",
    benchmark:
        "<logs>/timings/correct.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["correct"],
    script:
        "../scripts/correct.py"

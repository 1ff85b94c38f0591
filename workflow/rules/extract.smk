"""Extract: what each document says, without judgement: facts, acts, links, and the ledger of numerals.

Inputs: the documents of the shard; config/ for the words of the subject.
Outputs: facts, acts, links, numerals (JSON lines) and problems, a file each for every shard.
Config: dimensions, areas.
"""


rule extract:
    input:
        documents="<intermediate>/documents/{shard}.jsonl.gz",
        dimensions=SETTINGS.config.dimensions,
        areas=SETTINGS.config.areas,
    output:
        facts="<intermediate>/facts/{shard}.jsonl",
        acts="<intermediate>/acts/{shard}.jsonl",
        links="<intermediate>/links/{shard}.jsonl",
        numerals="<intermediate>/numerals/{shard}.jsonl",
        problems="<intermediate>/problems/extract-{shard}.csv",
    log:
        "<logs>/extract/{shard}.log",
    benchmark:
        "<logs>/timings/extract-{shard}.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["extract"],
    script:
        "../scripts/extract.py"

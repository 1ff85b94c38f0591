"""Methods: what is derived from documents, acts, links and facts, as config/analyses.yaml declares it.

Inputs: documents, corrected facts, acts and links, editions in use; config/analyses.yaml, the folder of codebooks.
Outputs: the folder processed/analyses/ (a table for each analysis and kind of row, the evidence, a data dictionary);
the same rows as JSON lines; problems of analyses that cannot be made.
Config: analyses, areas.
"""


rule methods:
    input:
        declarations=SETTINGS.config.analyses,
        codebooks=SETTINGS.codebooks,
        documents=expand("<intermediate>/documents/{shard}.jsonl.gz", shard=SETTINGS.shards),
        facts="<intermediate>/facts.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        editions="<intermediate>/editions.jsonl",
        register="<intermediate>/register.json",
        areas=SETTINGS.config.areas,
    output:
        tables=directory("<processed>/analyses"),
        rows="<intermediate>/analyses.jsonl",
        problems="<intermediate>/problems/methods.csv",
    log:
        "<logs>/methods.log",
    benchmark:
        "<logs>/timings/methods.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["methods"],
    script:
        "../scripts/methods.py"

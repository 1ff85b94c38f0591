"""Site: a page for each source, figure and analysis, on which a reviewer sees every number at the place where it was read.

Inputs: documents and page pictures of every shard, all tables of the line, figures, analyses; cards, corrections, docs/methods.
Outputs: the folder site/, which needs no server and no network.
Config: corrections, collected, measures, dimensions, analyses.
"""


rule site:
    input:
        documents=expand("<intermediate>/documents/{shard}.jsonl.gz", shard=SETTINGS.shards),
        pictures=expand("<intermediate>/pictures/{shard}", shard=SETTINGS.shards),
        editions="<intermediate>/editions.jsonl",
        facts="<intermediate>/facts.jsonl",
        numerals="<intermediate>/corrected/numerals.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        links="<intermediate>/corrected/links.jsonl",
        observations="<intermediate>/observations.jsonl",
        statements="<intermediate>/statements.jsonl",
        left_out="<intermediate>/left_out.jsonl",
        problems="<processed>/problems.csv",
        register="<intermediate>/register.json",
        collected=SETTINGS.config.collected,
        corrections=SETTINGS.config.corrections,
        measures=SETTINGS.config.measures,
        dimensions=SETTINGS.config.dimensions,
        figures="<figures>",
        analyses="<processed>/analyses",
        declared=SETTINGS.config.analyses,
        methods=SETTINGS.method_pages,
    output:
        folder=directory("<site>"),
    log:
        "<logs>/site.log",
    benchmark:
        "<logs>/timings/site.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["site"],
    script:
        "../scripts/site.py"

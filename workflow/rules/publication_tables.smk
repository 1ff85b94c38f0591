"""Publication tables: every table declared in config/tables.yaml, as CSV, Markdown and LaTeX.

Inputs: observations, facts, acts, editions in use, cards, analyses; config/tables.yaml, the catalogue, dimensions and gazetteer.
Outputs: the folder tables/; problems of tables that cannot be made.
Config: tables, measures, dimensions, areas, collected.
"""


rule publication_tables:
    input:
        declarations=SETTINGS.config.tables.file,
        observations="<intermediate>/observations.jsonl",
        facts="<intermediate>/facts.jsonl",
        acts="<intermediate>/corrected/acts.jsonl",
        editions="<intermediate>/editions.jsonl",
        register="<intermediate>/register.json",
        collected=SETTINGS.config.collected,
        measures=SETTINGS.config.measures,
        dimensions=SETTINGS.config.dimensions,
        areas=SETTINGS.config.areas,
        analyses="<intermediate>/analyses.jsonl",
    output:
        tables=report(
            directory("<tables>"),
            patterns=["{table}.{language}.csv"],
            caption="../report/publication_tables.rst",
            category="Publication tables",
            labels={"table": "{table}", "language": "{language}"},
        ),
        problems="<intermediate>/problems/publication_tables.csv",
    log:
        "<logs>/publication_tables.log",
    benchmark:
        "<logs>/timings/publication_tables.tsv"
    conda:
        "../../environment.yml"
    params:
        languages=SETTINGS.config.tables.languages,
        code=CODE["publication_tables"],
    script:
        "../scripts/publication_tables.py"

"""Figures: every figure declared in config/figures.yaml, with a sidecar from mark to observation and a caption.

Inputs: observations, facts, acts, editions in use, cards; config/figures.yaml, the catalogue, dimensions and gazetteer.
Outputs: the folder figures/; problems of figures that cannot be drawn.
Config: figures, measures, dimensions, areas, collected.
"""


rule figures:
    input:
        declarations=SETTINGS.config.figures.file,
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
        figures=report(
            directory("<figures>"),
            patterns=["{figure}.{language}.{size}.svg"],
            caption="../report/figures.rst",
            category="Figures",
            subcategory="{language}",
            labels={"figure": "{figure}", "size": "{size}"},
        ),
        problems="<intermediate>/problems/figures.csv",
    log:
        "<logs>/figures.log",
    benchmark:
        "<logs>/timings/figures.tsv"
    conda:
        "../../environment.yml"
    threads: 4
    params:
        languages=SETTINGS.config.figures.languages,
        code=CODE["figures"],
    script:
        "../scripts/figures.py"

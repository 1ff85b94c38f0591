"""Figures: every figure declared in config/figures.yaml, with a sidecar from mark to observation and a caption.

Inputs: observations, facts, cards; config/figures.yaml, the catalogue, dimensions and gazetteer.
Outputs: the folder figures/; problems of figures that cannot be drawn.
Config: figures, measures, dimensions, areas, collected.
"""


rule figures:
    input:
        declarations=SETTINGS.config.figures.file,
        observations="<intermediate>/observations.jsonl",
        facts="<intermediate>/facts.jsonl",
        register="<intermediate>/register.json",
        collected=SETTINGS.config.collected,
        measures=SETTINGS.config.measures,
        dimensions=SETTINGS.config.dimensions,
        areas=SETTINGS.config.areas,
    output:
        figures=report(
            directory("<figures>"),
            patterns=["{figure}.{language}.svg"],
            caption="../report/figures.rst",
            category="Figures",
            labels={"figure": "{figure}", "language": "{language}"},
        ),
        problems="<intermediate>/problems/figures.csv",
    log:
        "<logs>/figures.log",
    benchmark:
        "<logs>/timings/figures.tsv"
    conda:
        "../../environment.yml"
    params:
        languages=SETTINGS.config.figures.languages,
        code=CODE["figures"],
    script:
        "../scripts/figures.py"

"""Notebooks: each of notebooks/ is run on the tables, and kept with its outputs, also as a page for the browser.

Inputs: notebooks/*.ipynb; the tables; cards, collected numbers and documents, for the pages that a notebook shows.
Outputs: notebooks with outputs and HTML pages, among the results that are not in git.
Config: sources, collected.
"""


rule notebook:
    input:
        notebook="notebooks/{notebook}.ipynb",
        tables=rules.tables.output,
        problems="<processed>/problems.csv",
        sources=SETTINGS.config.sources,
        collected=SETTINGS.config.collected,
        documents=SETTINGS.documents,
    output:
        executed="<notebooks>/{notebook}.ipynb",
        page=report(
            "<notebooks>/{notebook}.html",
            caption="../report/notebook.rst",
            category="Notebooks",
            labels={"notebook": "{notebook}"},
        ),
    log:
        "<logs>/notebooks/{notebook}.log",
    benchmark:
        "<logs>/timings/notebooks-{notebook}.tsv"
    conda:
        "../../environment.yml"
    params:
        code=CODE["notebooks"],
    script:
        "../scripts/notebooks.py"


rule notebooks:
    input:
        expand("<notebooks>/{notebook}.html", notebook=SETTINGS.notebooks),

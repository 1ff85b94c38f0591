"""Pictures: the pages of the PDFs of a shard, on which the site draws its boxes.

One job a shard, not one a source: a page takes a twentieth of a second, a job more than one second to start, and the
sources of a build are known only after the register.

Inputs: the register of the shard, its documents, and the PDFs they were read from.
Outputs: a folder of PNG pictures and problems, for every shard.
Config: originals, page_pictures.
"""


rule pictures:
    input:
        shard="<intermediate>/shards/{shard}.json",
        documents="<intermediate>/documents/{shard}.jsonl.gz",
    output:
        folder=directory("<intermediate>/pictures/{shard}"),
        problems="<intermediate>/problems/pictures-{shard}.csv",
    log:
        "<logs>/pictures/{shard}.log",
    benchmark:
        "<logs>/timings/pictures-{shard}.tsv"
    conda:
        "../../environment.yml"
    params:
        project=SETTINGS.project,
        originals=SETTINGS.originals,
        scale=SETTINGS.config.page_pictures.scale,
        code=CODE["pictures"],
    script:
        "../scripts/pictures.py"

"""Register: which edition of which source can be read, dealt out to shards by the content of the files.

Inputs: raw/sources.yaml and the documents under raw/ and in the folder of originals.
Outputs: register.json, one register a shard, problems.
Config: sources, originals, shards.
"""


rule register:
    input:
        sources=SETTINGS.config.sources,
        documents=SETTINGS.documents,
    output:
        register="<intermediate>/register.json",
        shards=expand("<intermediate>/shards/{shard}.json", shard=SETTINGS.shards),
        problems="<intermediate>/problems/register.csv",
    log:
        "<logs>/register.log",
    benchmark:
        "<logs>/timings/register.tsv"
    conda:
        "../../environment.yml"
    params:
        project=SETTINGS.project,
        control=SETTINGS.control,
        originals=SETTINGS.originals,
        code=CODE["register"],
    script:
        "../scripts/register.py"

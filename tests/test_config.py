"""config.yaml: defaults, overrides, messages word by word, and the files generated from the model."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from suyuan import schemas
from suyuan.config import Config, ConfigError, load_config, properties, schema, table, with_table
from suyuan.suggest import dotted, faults, nearest, not_known, validate
from suyuan.yamlfile import YamlError, parse_yaml, read_yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture
def config(tmp_path):
    """Writes a config.yaml and gives its messages, or none if it is valid."""

    def check(text, overrides=None):
        path = tmp_path / "config.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            load_config(path, overrides)
        except ConfigError as error:
            assert str(error) == "\n".join(error.messages)
            return error.messages
        return []

    return check


def test_the_file_in_git_states_every_default():
    assert load_config(ROOT / "config/config.yaml") == Config()
    given = read_yaml(ROOT / "config/config.yaml").data
    keys = [
        f"{above}.{key}" for above in ("figures", "tables", "page_pictures", "limits") for key in given[above]
    ]
    assert [*given, *keys] == sorted(
        (key for key, _, _ in properties()), key=lambda key: ("." in key, [*given, *keys].index(key))
    )


def test_an_empty_file_has_the_defaults(config):
    assert config("") == config("# nothing\n") == []


CASES = [
    ("figures: {langauges: [zh]}", "figures.langauges: unknown key; did you mean 'languages'?"),
    ("shard: 2", "shard: unknown key; did you mean 'shards'?"),
    ("Shards: 2", "Shards: unknown key; did you mean 'shards'?"),
    ("measure-decisions: x.csv", "measure-decisions: unknown key; did you mean 'measure_decisions'?"),
    ("page_pictures: {zoom: 2}", "page_pictures.zoom: unknown key; known: scale"),
    ("figures: {languages: [fr]}", "figures.languages[0]: 'fr' is not one of zh, en"),
    ("figures: {languages: []}", "figures.languages: expected at least one item"),
    ("figures: {languages: zh}", "figures.languages: expected a list, got 'zh'"),
    ("figures: config/figures.yaml", "figures: expected keys with values, got 'config/figures.yaml'"),
    ("shards: two", "shards: expected a whole number, got 'two'"),
    ("shards: 2.5", "shards: expected a whole number, got 2.5"),
    ("shards: true", "shards: expected a whole number, got True"),
    ("shards: 0", "shards: input should be greater than or equal to 1, got 0"),
    ("page_pictures: {scale: 9}", "page_pictures.scale: input should be less than or equal to 6, got 9"),
    ("page_pictures: {scale: big}", "page_pictures.scale: expected a number, got 'big'"),
    ("measures: /data/m.yaml",
     "measures: '/data/m.yaml' is no path inside the project; write it from the project's root with /"),
    ("areas: ../areas.csv", "areas: '../areas.csv' is no path inside the project; write it from the project's root with /"),
    ("sources: 5", "sources: expected text, got 5; put it in quotes if it is meant as text"),
    ("sources: null", "sources: expected text, got nothing; put it in quotes if it is meant as text"),
    ("results: [a]", "results: expected text, got a list; put it in quotes if it is meant as text"),
    ("shards: 1\nshards: 2", "line 2: the key 'shards' stands here twice"),
    ("- shards", "expected keys with values, such as 'shards: 1'"),
    ("shards: [1", "line 1: expected ',' or ']', but got '<stream end>'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), CASES, ids=[text for text, _ in CASES])
def test_messages(config, text, message):
    assert config(text) == [f"config.yaml: {message}"]


def test_all_faults_at_once(config):
    assert config("shard: 2\nfigures: {fiel: x}") == [
        "config.yaml: figures.fiel: unknown key; did you mean 'file'?",
        "config.yaml: shard: unknown key; did you mean 'shards'?",
    ]


def test_a_missing_file(tmp_path):
    with pytest.raises(ConfigError, match=r"^config\.yaml: no such file$"):
        load_config(tmp_path / "config.yaml")


def test_overrides_go_first_and_are_named_in_messages(tmp_path, config):
    assert config("shards: 2", {"orignals": "x", "page_pictures": {"scale": 0}}) == [
        "--config: page_pictures.scale: input should be greater than or equal to 0.5, got 0",
        "--config: orignals: unknown key; did you mean 'originals'?",
    ]
    assert config("shard: 2", {"shards": 3}) == ["config.yaml: shard: unknown key; did you mean 'shards'?"]
    (tmp_path / "config.yaml").write_text("shards: 2\nfigures: {languages: [en]}\n")
    found = load_config(tmp_path / "config.yaml", {"shards": 4, "figures": {"file": "config/f.yaml"}})
    assert (found.shards, found.figures.file, found.figures.languages) == (4, "config/f.yaml", ("en",))


@pytest.mark.parametrize("empty", [None, "", "null", "None", " "])
def test_no_folder_of_originals(tmp_path, empty):
    (tmp_path / "config.yaml").write_text("")
    found = load_config(tmp_path / "config.yaml", {"originals": empty})
    assert found.originals is None and found.originals_folder(tmp_path) is None


def test_folder_of_originals(tmp_path):
    assert Config(originals="mine").originals_folder(tmp_path) == tmp_path / "mine"
    assert Config(originals="/data").originals_folder(tmp_path) == Path("/data")
    assert Config(originals=Path("/data")).originals == "/data"


def test_every_property_of_the_schema_has_description_and_default():
    def walk(node, definitions):
        for name, value in node["properties"].items():
            assert value.get("description"), name
            assert "default" in value, name
            if "$ref" in value:
                walk(definitions[value["$ref"].rsplit("/", 1)[-1]], definitions)

    made = schema()
    walk(made, made["$defs"])
    assert made["additionalProperties"] is False


def test_generated_files_are_not_stale():
    assert schemas.stale() == [], "run: python -m suyuan.schemas"
    readme = (ROOT / "config/README.md").read_text(encoding="utf-8")
    assert with_table(readme) == readme, "run: python -m suyuan.schemas"


def test_stale_schemas_are_found(tmp_path):
    for name, text in schemas.schema_texts().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert schemas.stale(tmp_path) == []
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "old.json").write_text("{}")
    (tmp_path / "fact.json").unlink()
    assert schemas.stale(tmp_path) == ["config.json", "fact.json", "old.json"]


def test_the_table_needs_its_markers():
    assert "| `shards` | `1` |" in table()
    with pytest.raises(ValueError, match="there is no part 'table of"):
        with_table("# no markers")


NEAR = [
    ("langauges", ["languages", "file"], "languages"),
    ("Titel", ["title", "id"], "title"),
    ("sub-ject", ["sub_ject", "x"], "sub_ject"),
    ("xyz", ["title", "id"], None),
    ("a", [], None),
    ("tota", ["totb", "totc"], "totb"),
]


@pytest.mark.parametrize(("word", "known", "expected"), NEAR)
def test_nearest(word, known, expected):
    assert nearest(word, known) == expected
    assert nearest(word, reversed(known)) == expected


def test_not_known():
    assert not_known("fiel", ["file"]) == "did you mean 'file'?"
    assert not_known("x", ["title", "name"]) == "known: title, name"
    assert not_known("x", []) == "nothing is known here"


def test_paths():
    assert dotted(("editions", 0, "file")) == "editions[0].file"
    assert dotted((3, "set", "time")) == "[3].set.time"
    assert dotted(()) == ""


class Inner(BaseModel, extra="forbid"):
    word: str = "x"


class Outer(BaseModel, extra="forbid"):
    by_name: dict[str, Inner] = {}
    maybe: Inner | None = None
    many: list[Inner] = []


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"by_name": {"wrod": {"wrod": "y"}}}, "by_name.wrod.wrod"),
        ({"maybe": {"wrod": "y"}}, "maybe.wrod"),
        ({"many": [{}, {"wrod": "y"}]}, "many[1].wrod"),
    ],
)
def test_known_keys_are_found_through_lists_tables_and_unions(data, path):
    found, (fault,) = validate(Outer, data)
    assert found is None
    assert fault.line("x.yaml") == f"x.yaml: {path}: unknown key; did you mean 'word'?"


def test_faults_of_an_error():
    from pydantic import ValidationError

    with pytest.raises(ValidationError) as caught:
        Outer.model_validate({"many": 3})
    assert [fault.message for fault in faults(caught.value, Outer)] == ["expected a list, got 3"]


YAML = [
    ("a: 2024-12-13", {"a": "2024-12-13"}),
    ("a: 2018", {"a": 2018}),
    ("a: 12:30", {"a": "12:30"}),
    ("a: no", {"a": "no"}),
    ("a: 0123", {"a": "0123"}),
    ("a: true", {"a": True}),
    ("a: ~\nb:", {"a": None, "b": None}),
    ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 2", {"a": {"b": 1}, "c": {"b": 1, "d": 2}}),
    ("", None),
]


@pytest.mark.parametrize(("text", "data"), YAML)
def test_yaml_keeps_what_is_written(text, data):
    assert parse_yaml(text, "x.yaml").data == data


def test_yaml_numbers_are_exact():
    value = parse_yaml("a: 39.50", "x.yaml").data["a"]
    assert str(value) == "39.50" and not isinstance(value, float)


def test_yaml_lines():
    content = parse_yaml("- id: a\n  editions:\n    - file: x\n- id: b\n", "x.yaml")
    assert content.line((0, "editions", 0, "file")) == 3
    assert content.line((1, "nothing", "here")) == 4
    assert content.line(("nowhere",)) is None
    assert parse_yaml("&a [*a]", "x.yaml").line((0,)) == 1


BAD_YAML = [
    ("a: 1\nb: {c: 1, c: 2}", "x.yaml: line 2: the key 'c' stands here twice"),
    ("a: 1\n\tb: 2", "x.yaml: line 2: found character '\\t' that cannot start any token"),
    ("a: \x07", "x.yaml: line 1: the character U+0007 is not allowed in YAML"),
    ("a: !!python/object:os.system x",
     "x.yaml: line 1: could not determine a constructor for the tag 'tag:yaml.org,2002:python/object:os.system'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD_YAML)
def test_bad_yaml(text, message):
    with pytest.raises(YamlError) as caught:
        parse_yaml(text, "x.yaml")
    assert str(caught.value) == message


def test_yaml_that_is_not_utf8(tmp_path):
    (tmp_path / "x.yaml").write_bytes("a: 标题".encode("gbk"))
    with pytest.raises(YamlError, match=r"^x\.yaml: not UTF-8 at byte 3; save it as UTF-8$"):
        read_yaml(tmp_path / "x.yaml")

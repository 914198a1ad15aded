"""Settings of a project: found upwards from the charter, read kindly, never silently ignored."""

from __future__ import annotations

import pytest

from charterlang.settings import KEYS, Settings, find, read, schema
from charterlang.source import Finding, MemoryFiles


def found(texts: dict[str, str], path: str = "/project/charters/kitchen.charter") -> Settings:
    result = find(path, MemoryFiles(texts))
    assert result.findings == ()
    return result.value[0]


def only(text: str) -> Finding:
    (finding,) = read("/project/charter.toml", text).findings
    return finding


def test_the_nearest_settings_upwards_decide() -> None:
    settings = found(
        {
            "/charter.toml": 'language = "de"',
            "/project/charter.toml": 'language = "fr"',
            "/elsewhere/charter.toml": 'language = "it"',
        }
    )
    assert (settings.language, settings.file) == ("fr", "/project/charter.toml")


def test_without_settings_nothing_is_asked_for() -> None:
    assert found({}) == Settings()


def test_a_pyproject_counts_only_where_it_speaks_of_charterlang() -> None:
    texts = {
        "/project/charters/pyproject.toml": "[tool.ruff]\nline-length = 120",
        "/project/pyproject.toml": '[tool.charterlang]\nselect = ["POW"]',
    }
    assert found(texts).select == ("POW",)


def test_folders_are_named_from_the_settings_file() -> None:
    assert found({"/project/charter.toml": 'templates = "our/templates"\nroot = ".."'}) == Settings(
        templates="/project/our/templates", root="/", file="/project/charter.toml"
    )


def test_an_unknown_key_is_a_finding_with_the_nearest_name() -> None:
    finding = only('bar = "community"\nlangauge = "fr"\n')
    assert finding.code == "SET101"
    assert finding.message == "there is no setting `langauge`"
    assert finding.label == "did you mean `language`?"
    assert finding.span is not None
    assert (finding.span.start, finding.span.end) == (18, 26)


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ('select = "POW"', "the setting `select` wants a list of words", 'write it as a list: ["POW", "TIE101"]'),
        ("language = 3", "the setting `language` wants a word in quotes", 'write it in quotes, such as "fr"'),
        ('bar = "comunity"', "the setting `bar` does not know `comunity`", "did you mean `community`? it may be"),
        ('formats = ["docx", "odt"]', "the setting `formats` does not know `odt`", "it may be `docx`, `pdf`"),
    ],
)
def test_a_wrong_value_says_what_to_write(text: str, message: str, help_: str) -> None:
    finding = only(text)
    assert finding.message == message
    assert help_ in finding.help[0]


def test_a_file_that_is_not_toml_is_pointed_at() -> None:
    finding = only("bar = \n")
    assert finding.code == "SET100"
    assert finding.message == "this file cannot be read as TOML: Invalid value"
    assert finding.span is not None
    assert finding.span.start == 6


def test_a_slip_leaves_the_other_settings_in_force() -> None:
    assert read("charter.toml", 'bar = 3\nlanguage = "fr"').value.language == "fr"


def test_the_published_schema_accepts_what_is_read_and_refuses_what_is_not() -> None:
    import jsonschema

    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    assert validator.is_valid({"select": ["POW"], "bar": "community", "formats": ["docx"], "root": "."})
    assert not validator.is_valid({"bar": "comunity"})
    assert not validator.is_valid({"langauge": "fr"})
    assert set(schema()["properties"]) == set(KEYS)

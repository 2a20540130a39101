"""What the pages show is run, where they point is there, and what they list is complete."""

from __future__ import annotations

import doctest
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import minutes_model as mm
from minutes_model.diagnostics import CODES
from minutes_model.interchange.codebook import code_title

ROOT = Path(__file__).resolve().parent.parent
SITE = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "examples" / "exporter_jsonld" / "README.md", *SITE]
SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.S | re.M)
BLOCK = re.compile(r"^```python\n(.*?)^```", re.S | re.M)


def by_path(page: Path) -> str:
    return str(page.relative_to(ROOT))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder as a reader has it, with the examples; what a page registers is gone afterwards."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    registries = (mm.exporters, mm.profiles)
    before = [{entry.name for entry in registry.entries()} for registry in registries]
    yield tmp_path
    for registry, known in zip(registries, before, strict=True):
        for entry in registry.entries():
            if entry.name not in known:
                registry.unregister(entry.name)


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_examples_run(page: Path, reader: Path) -> None:
    # A page's examples end at a fence: it is no output.
    text = page.read_text(encoding="utf-8").replace("\n```\n", "\n\n")
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL)
    assert runner.run(example).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_programs_run(page: Path, reader: Path) -> None:
    """The examples without a prompt, as one program: nothing of a page is shown that is not run."""
    blocks = [block for block in BLOCK.findall(page.read_text(encoding="utf-8")) if ">>>" not in block]
    code = "\n".join(blocks).replace("/tmp/", f"{reader}/")
    exec(compile(code, str(page), "exec", dont_inherit=True), {"__name__": "page"})


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_commands_can_be_typed_as_they_stand(page: Path) -> None:
    """Nothing is activated: a command is that of the environment, wherever one is shown."""
    text = page.read_text(encoding="utf-8")
    shown = [line.removeprefix("$ ") for block in SHELL.findall(text) for line in block.splitlines()]
    inline = re.findall(r"`([^`\n]+ [^`\n]+)`", re.sub(r"^(```.*?^```|\|.*?$)", "", text, flags=re.S | re.M))
    # A command without an argument is but named.
    bare = re.compile(r"(minutes-model \w+|pip install|python|pytest|sphinx-build|jupyter) \S")
    assert [line for line in (*shown, *inline) if bare.match(line)] == []


@pytest.mark.parametrize("page", PAGES, ids=by_path)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    local = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in local if link and not (page.parent / link).exists()] == []


def test_every_page_is_in_a_table_of_contents() -> None:
    listed: set[Path] = set()
    for page in SITE:
        for block in re.findall(r"^```\{toctree\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.S | re.M):
            names = [line for line in block.splitlines() if line and not line.startswith(":")]
            listed |= {(page.parent / f"{name}.md").resolve() for name in names}
    assert listed == set(SITE) - {ROOT / "docs" / "index.md"}


def test_every_code_is_explained() -> None:
    page = read("docs/diagnostics.md")
    rows = dict(re.findall(r"^\| (MM\d{3}) \| (\w+) \|", page, re.M))
    assert rows == {code: entry.severity.value for code, entry in CODES.items()}
    titles = dict(re.findall(r"^\| (MM\d{3}) \|[^|]*\|[^|]*\| ([^|]+) \|", page, re.M))
    assert titles == {code: code_title(code) for code in CODES}
    shown = page.partition("## Cause and example")[2]
    assert [code for code in CODES if f"'{code}'" not in shown] == []


def test_every_public_name_is_in_the_reference() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs" / "reference").glob("*.md")))
    documented = set(re.findall(r"auto\w+:: [\w.]*?(\w+)$", pages, re.M))
    # These are aliases and plain values, told in words.
    named = {name for name in mm.__all__ if f"`{name}`" in pages}
    # All errors are on one page, made from their module.
    errors = {name for name in mm.__all__ if hasattr(mm.errors, name)}
    assert set(mm.__all__) - documented - named - errors == set()


def test_the_readme_shows_two_commands() -> None:
    blocks = re.findall(r"```console\n(.*?)```", read("README.md"), re.S)
    assert len(blocks) == 2
    assert all(line.startswith("$ ") for block in blocks for line in block.splitlines())


def test_the_citation_says_what_the_package_says() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    page = read("docs/citing.md")
    author = project["authors"][0]["name"]
    summary = project["description"].rstrip(".")
    assert f"> {author}. *minutes_model: {summary}.* Version {mm.__version__}. {project['license']} licence." in page
    assert f"version: {mm.__version__}\n" in page
    assert f"version = {{{mm.__version__}}}" in page
    assert f"license: {project['license']}\n" in page
    assert f"  - name: {author}\n" in page
    assert f"keywords: [{', '.join(project['keywords'])}]\n" in page
    assert f"abstract: {summary}.\n" in page


def terms(name: str) -> list[str]:
    """The terms of a glossary: the first cell of each row."""
    rows = re.findall(r"^\| ([^|]*[一-龥ぁ-ヿ][^|]*) \|", read(name), re.M)
    return [term for term in rows if term not in ("日本語", "語")]


def test_both_glossaries_have_the_same_terms() -> None:
    english, japanese = terms("docs/glossary.md"), terms("docs/ja/glossary.md")
    assert len(english) >= 80
    assert len(set(english)) == len(english)
    assert sorted(english) == sorted(japanese)

"""How the documentation is built: ``sphinx-build -W -n docs docs/_build/html``."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import minutes_model

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent
_METADATA = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_SCHEMA = ROOT / "minutes_model" / "interchange" / "data" / "minutes.schema.json"

project = "minutes_model"
author = _METADATA["authors"][0]["name"]
project_copyright = author
release = version = minutes_model.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
# A page is read by doctest too: its straight quotes and dots are meant.
smartquotes = False

html_theme = "furo"
html_title = "minutes_model"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
# Nothing is loaded from elsewhere: the pages are read in offices without a network.
# Kanji are drawn in the Japanese way only by a font that is Japanese: none is left to chance.
_JAPANESE = '"Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", "Noto Sans JP"'
_FONTS = {
    "font-stack": f'-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, {_JAPANESE}, sans-serif',
    "font-stack--monospace": f'"SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK JP", "MS Gothic", {_JAPANESE}, monospace',
}
html_theme_options = {"light_css_variables": _FONTS, "dark_css_variables": _FONTS}
html_show_sourcelink = False
# The splitter for Japanese takes Latin words too; that for English finds no Japanese.
html_search_language = "ja"

default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True
# Types of other projects have no page here, and the build asks no network for theirs.
nitpick_ignore_regex = [(r"py:.*", r"(?!minutes_model\.).*"), (r"py:.*", r".*\.(T|Sheet|Profiles|Known)")]


def _field_words() -> dict[str, str]:
    """What each field means, by ``Class.field``, as the JSON Schema says it."""
    classes = json.loads(_SCHEMA.read_text(encoding="utf-8"))["$defs"]
    return {
        f"{name}.{field}": words["description"]
        for name, held in classes.items()
        for field, words in held.get("properties", {}).items()
        if "description" in words
    }


_FIELDS = _field_words()


def describe_field(app: Sphinx, what: str, name: str, obj: object, options: Any, lines: list[str]) -> None:
    """Fields are described in one place, the codebook: their entries here take the words from there."""
    if not any(lines):
        lines[:] = [_FIELDS.get(".".join(name.split(".")[-2:]), "")]


def find_home(app: Sphinx, env: Any, node: Any, contnode: Any) -> Any:
    """A public name that a docstring gives bare leads to where it is documented, such as the page of errors."""
    name = node.get("reftarget", "")
    home = getattr(getattr(minutes_model, name, None), "__module__", None) if name in minutes_model.__all__ else None
    if home is None:
        return None
    return env.domains["py"].resolve_xref(env, node["refdoc"], app.builder, "obj", f"{home}.{name}", node, contnode)


def tell_language(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """The Japanese pages say that they are: browsers and screen readers go by it."""
    if pagename.startswith("ja/"):
        context["language"] = "ja"


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("html-page-context", tell_language)
    app.connect("missing-reference", find_home)
    app.connect("autodoc-process-docstring", describe_field)

"""What every other program can read: JSON, tables, Markdown, HTML, Akoma Ntoso, and formats of one's own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_model.interchange.akoma_ntoso import to_akn
    from minutes_model.interchange.converter import make_converter
    from minutes_model.interchange.html import to_html
    from minutes_model.interchange.json import (
        SCHEMA_VERSION,
        from_dict,
        from_json,
        read_jsonl,
        result_from_json,
        to_dict,
        to_json,
        write_jsonl,
    )
    from minutes_model.interchange.markdown import to_markdown
    from minutes_model.interchange.registry import Export, Exporter, Loss, export, exporter, exporters
    from minutes_model.interchange.schema import json_schema
    from minutes_model.interchange.tabular import Table, Tables, tables
    from minutes_model.registry import Registry

__all__ = [
    "SCHEMA_VERSION",
    "Export",
    "Exporter",
    "Loss",
    "Registry",
    "Table",
    "Tables",
    "export",
    "exporter",
    "exporters",
    "from_dict",
    "from_json",
    "json_schema",
    "make_converter",
    "read_jsonl",
    "result_from_json",
    "tables",
    "to_akn",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
    "write_jsonl",
]

_HOMES = {
    "interchange.akoma_ntoso": "to_akn",
    "interchange.converter": "make_converter",
    "interchange.html": "to_html",
    "interchange.json": "SCHEMA_VERSION from_dict from_json read_jsonl result_from_json to_dict to_json write_jsonl",
    "interchange.markdown": "to_markdown",
    "interchange.registry": "Export Exporter Loss export exporter exporters",
    "interchange.schema": "json_schema",
    "interchange.tabular": "Table Tables tables",
    "registry": "Registry",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"minutes_model.{home}"), name)
    globals()[name] = value
    return value

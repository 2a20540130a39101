"""The minutes of Japanese public bodies (議事概要・議事録) as typed, immutable data.

>>> import minutes_model as mm
>>> result = mm.parse("位置情報委員会（第12回）議事概要\\n１ 日 時：令和６年５月15日（水）10：30～\\n")
>>> result.meeting.body, result.meeting.number, str(result.meeting.era_date)
('位置情報委員会', 12, '令和6年5月15日')

Names load on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minutes_model._version import __version__
    from minutes_model.bodies.profile import Profile
    from minutes_model.bodies.registry import profiles
    from minutes_model.corpus import parse_many
    from minutes_model.diagnostics import CODES, Diagnostic, Severity
    from minutes_model.era import (
        ERAS,
        DateExpression,
        Era,
        EraDate,
        ExpressionKind,
        FiscalYear,
        Policy,
        era_of,
        find_dates,
        find_impossible,
        parse_expression,
    )
    from minutes_model.errors import (
        EncryptedSourceError,
        EraError,
        EraFormatError,
        EraRangeError,
        ExportError,
        LoadError,
        MinutesError,
        MissingExtraError,
        ModelError,
        NoTextError,
        ParseError,
        PathLikeTextWarning,
        PluginError,
        PluginLoadError,
        SchemaVersionError,
        SourceError,
        SourceTooLargeError,
        UnknownEraError,
        UnknownPluginError,
        UnsupportedSourceError,
    )
    from minutes_model.interchange import (
        SCHEMA_VERSION,
        Export,
        Exporter,
        Loss,
        Table,
        Tables,
        export,
        exporter,
        exporters,
        from_dict,
        from_json,
        json_schema,
        make_converter,
        read_jsonl,
        result_from_json,
        tables,
        to_akn,
        to_dict,
        to_html,
        to_json,
        to_markdown,
        write_jsonl,
    )
    from minutes_model.model import (
        Act,
        AgendaItem,
        AttendanceChange,
        Attendee,
        Change,
        Decision,
        Exchange,
        Explanation,
        Meeting,
        Narration,
        Node,
        Outcome,
        Presence,
        Proceeding,
        Provenance,
        RecordKind,
        Remark,
        ReplyLink,
        Response,
        Role,
        Speaker,
        SpeakerKind,
        Speech,
        SpeechMode,
        assign_ids,
        check,
    )
    from minutes_model.parser import parse
    from minutes_model.people import Designation, split_designation
    from minutes_model.registry import Registry
    from minutes_model.result import (
        Location,
        ParseFailure,
        ParseResult,
        Region,
        RegionKind,
        SourceDocument,
    )
    from minutes_model.source import Limits, open_source
    from minutes_model.spans import Span

_HOMES = {
    "_version": "__version__",
    "bodies.profile": "Profile",
    "bodies.registry": "profiles",
    "corpus": "parse_many",
    "diagnostics": "CODES Diagnostic Severity",
    "era": "ERAS DateExpression Era EraDate ExpressionKind FiscalYear Policy era_of find_dates find_impossible parse_expression",
    "errors": (
        "EncryptedSourceError EraError EraFormatError EraRangeError ExportError LoadError MinutesError MissingExtraError "
        "ModelError NoTextError ParseError PathLikeTextWarning PluginError PluginLoadError SchemaVersionError SourceError "
        "SourceTooLargeError UnknownEraError UnknownPluginError UnsupportedSourceError"
    ),
    "interchange": (
        "SCHEMA_VERSION Export Exporter Loss Table Tables export exporter exporters from_dict from_json json_schema "
        "make_converter read_jsonl result_from_json tables to_akn to_dict to_html to_json to_markdown write_jsonl"
    ),
    "model": (
        "Act AgendaItem AttendanceChange Attendee Change Decision Exchange Explanation Meeting Narration Node Outcome "
        "Presence Proceeding Provenance RecordKind Remark ReplyLink Response Role Speaker SpeakerKind Speech SpeechMode "
        "assign_ids check"
    ),
    "parser": "parse",
    "people": "Designation split_designation",
    "registry": "Registry",
    "result": "Location ParseFailure ParseResult Region RegionKind SourceDocument",
    "source": "Limits open_source",
    "spans": "Span",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "CODES",
    "ERAS",
    "SCHEMA_VERSION",
    "Act",
    "AgendaItem",
    "AttendanceChange",
    "Attendee",
    "Change",
    "DateExpression",
    "Decision",
    "Designation",
    "Diagnostic",
    "EncryptedSourceError",
    "Era",
    "EraDate",
    "EraError",
    "EraFormatError",
    "EraRangeError",
    "Exchange",
    "Explanation",
    "Export",
    "ExportError",
    "Exporter",
    "ExpressionKind",
    "FiscalYear",
    "Limits",
    "LoadError",
    "Location",
    "Loss",
    "Meeting",
    "MinutesError",
    "MissingExtraError",
    "ModelError",
    "Narration",
    "NoTextError",
    "Node",
    "Outcome",
    "ParseError",
    "ParseFailure",
    "ParseResult",
    "PathLikeTextWarning",
    "PluginError",
    "PluginLoadError",
    "Policy",
    "Presence",
    "Proceeding",
    "Profile",
    "Provenance",
    "RecordKind",
    "Region",
    "RegionKind",
    "Registry",
    "Remark",
    "ReplyLink",
    "Response",
    "Role",
    "SchemaVersionError",
    "Severity",
    "SourceDocument",
    "SourceError",
    "SourceTooLargeError",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Speech",
    "SpeechMode",
    "Table",
    "Tables",
    "UnknownEraError",
    "UnknownPluginError",
    "UnsupportedSourceError",
    "__version__",
    "assign_ids",
    "check",
    "era_of",
    "export",
    "exporter",
    "exporters",
    "find_dates",
    "find_impossible",
    "from_dict",
    "from_json",
    "json_schema",
    "make_converter",
    "open_source",
    "parse",
    "parse_expression",
    "parse_many",
    "profiles",
    "read_jsonl",
    "result_from_json",
    "split_designation",
    "tables",
    "to_akn",
    "to_dict",
    "to_html",
    "to_json",
    "to_markdown",
    "write_jsonl",
]


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

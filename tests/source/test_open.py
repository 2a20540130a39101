"""What holds for every kind: nothing is fetched or left behind, libraries may be missing."""

from __future__ import annotations

import io
import pickle
import socket
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_model import open_source
from minutes_model.errors import MissingExtraError


def _docx() -> bytes:
    document = pytest.importorskip("docx").Document()
    document.add_paragraph("議事概要")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("extra", "module", "data"),
    [("pdf", "pypdfium2", b"%PDF-1.7\n"), ("html", "lxml", b"<html>x"), ("docx", "docx", None)],
)
def test_a_missing_library_names_its_extra(
    extra: str, module: str, data: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data or _docx()
    for name in [one for one in sys.modules if one.split(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'minutes-model\[{extra}\]'") as caught:
        open_source(data)
    assert caught.value.extra == extra


def test_nothing_is_fetched_and_nothing_left(
    make_pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a source reached out")

    page = b"<html><link rel=stylesheet href='http://127.0.0.1:9/x'><img src='file:///etc/passwd'><iframe src=//x>"
    files = [make_pdf([(80, 780, "以上")]), _docx(), page + b"</iframe>abc", b"abc"]
    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for data in files:
        assert open_source(data, url="http://127.0.0.1:9/minutes").text.strip()
    assert not [*tmp_path.iterdir()]


def test_documents_pickle(make_pdf: Callable[..., bytes]) -> None:
    document = open_source(make_pdf([(80, 780, "一")], [(80, 780, "二")]))
    assert pickle.loads(pickle.dumps(document)) == document

"""Answers as Arrow tables, with the column types that the answer tells."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import anyio
import pyarrow as pa
import pytest
from retail_runtime import GET, ArrowTable, Async, Credentials, M, ResponseDecodeError, Secret, Sync, TableShape
from retail_runtime.clients import AsyncClient, SyncClient
from retail_runtime.resources import Resource

from .acme import SPEC
from .wire import Wire, answer

COLUMNS = [
    ("Id", "INT"),
    ("Big", "BIGINT"),
    ("Price", "MONEY"),
    ("Rate", "DECIMAL(9,2)"),
    ("Name", "NVARCHAR(50)"),
    ("At", "DATETIME"),
    ("On", "BIT"),
    ("Key", "UNIQUEIDENTIFIER"),
]
ROW = {
    "Id": 7,
    "Big": 2**40,
    "Price": 12.5,
    "Rate": "3.1",
    "Name": "Jane",
    "At": "2014-10-01T15:00:12.05",
    "On": True,
    "Key": "a08b0640-606a-41f0-901a-facaf50e75dd",
}


class Tables(Resource[M]):
    @GET("/table", table=TableShape("Records", "Schema", "Column_Name", "Type"))
    def table(self) -> ArrowTable:
        """A table."""


def told(*rows: Any) -> Any:
    return answer({"Records": rows, "Schema": [{"Column_Name": name, "Type": type_} for name, type_ in COLUMNS]})


def blocking(reply: Any, **options: Any) -> Any:
    return Tables[Sync](SyncClient(SPEC, key(), {"transport": Wire(reply), **options}).mode).table()


def in_a_loop(reply: Any, **options: Any) -> Any:
    async def main() -> Any:
        return await Tables[Async](AsyncClient(SPEC, key(), {"transport": Wire(reply), **options}).mode).table()

    return anyio.run(main)


def key() -> Credentials:
    return Credentials({"key": (Secret("k", "ACME_SHOP_KEY"),)})


@pytest.mark.parametrize("read", [blocking, in_a_loop])
def test_columns_have_the_types_that_the_answer_tells(read: Callable[..., Any]) -> None:
    table = read(told(ROW, dict.fromkeys(ROW)))
    assert [str(field.type) for field in table.schema] == [
        "int32", "int64", "decimal128(19, 4)", "decimal128(9, 2)", "string", "timestamp[ms]", "bool", "string",
    ]  # fmt: skip
    first, second = table.to_pylist()
    assert first == {
        **ROW,
        "Price": Decimal("12.5000"),
        "Rate": Decimal("3.10"),
        "At": datetime(2014, 10, 1, 15, 0, 12, 50_000),
    }
    assert set(second.values()) == {None}


def test_a_table_without_rows_has_its_columns_all_the_same() -> None:
    assert blocking(told()).schema.names == [name for name, _ in COLUMNS]


def test_a_column_with_a_value_off_its_type_comes_as_text_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    table = blocking(told({**ROW, "At": "long ago"}))
    assert table["At"].to_pylist() == ["long ago"]
    assert "$.Records[*].At" in caplog.text
    with pytest.raises(ResponseDecodeError, match="DATETIME"):
        blocking(told({**ROW, "At": "long ago"}), strict=True)


@pytest.mark.parametrize("body", [{}, {"Records": []}, {"Records": {}, "Schema": []}])
def test_an_answer_that_is_no_table_is_an_error(body: Any) -> None:
    with pytest.raises(ResponseDecodeError, match="Records"):
        blocking(answer(body))


def test_it_is_arrow_that_others_read() -> None:
    table = blocking(told(ROW))
    assert isinstance(table, pa.Table)
    assert pa.RecordBatchReader.from_stream(table).read_all() == table


def test_without_pyarrow_it_is_told_what_to_install_and_nothing_is_sent() -> None:
    # In a process of its own, since pyarrow once imported cannot be taken away.
    program = """
import sys
import retail_runtime as r
from retail_runtime.clients import SyncClient
sys.modules["pyarrow"] = None
import httpx2
class Tables(r.Resource[r.M]):
    @r.GET("/table", table=r.TableShape("Records", "Schema", "Column_Name", "Type"))
    def table(self) -> r.ArrowTable: ...
def refuse(request): raise SystemExit("sent")
spec = r.Spec(name="acme", version="1", servers={"": "https://acme.test"})
client = SyncClient(spec, r.Credentials({}), {"transport": httpx2.MockTransport(refuse)})
try:
    Tables(client.mode).table()
except r.MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'retail-runtime[arrow]'" in done.stdout

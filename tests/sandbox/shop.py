"""The rules of the small API in `shop.yaml`, which the tests of the kernel serve."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from retail_sandbox.api import Answer, Api, BadInput, Call, File, Problem, SeedError, Unauthorized
from retail_sandbox.services import Service
from retail_sandbox.spec import load
from retail_sandbox.store import Base
from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug import Response

SPEC = Path(__file__).with_name("shop.yaml")
TICKET = {"shop_ticket": "demo-ticket"}


class Thing(Base):
    __tablename__ = "shop_things"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    stock: Mapped[int]
    made: Mapped[datetime]
    pin_code: Mapped[str | None] = mapped_column(info={"secret": True})
    details: Mapped[dict[str, Any]]

    def shown(self) -> dict[str, Any]:
        made = self.made.strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"id": self.id, "name": self.name, "stock": self.stock, "tags": ["a", "b"], "note": None, "made": made}

    def told(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name}


def echo(call: Call) -> Any:
    body = call.body
    if isinstance(body, dict):
        body = {key: _shown(value) for key, value in body.items()}
    return {"params": dict(call.params), "body": body, "caller": call.caller}


def _shown(value: Any) -> Any:
    return [value.name, value.media_type, value.content.decode()] if isinstance(value, File) else value


def create(call: Call) -> dict[str, Any]:
    name = call.body["name"]
    if call.db.scalar(select(Thing).where(Thing.name == name)):
        raise Problem(409, "there is one already")
    thing = Thing(
        name=name,
        stock=call.body.get("stock", 0),
        made=call.clock.now(),
        pin_code=call.body.get("secret"),
        details={"api_token": call.body.get("secret")},
    )
    call.db.add(thing)
    call.db.flush()
    url = call.body.get("notify")
    call.emit("thing.made", thing.told(), url=url, secret=url and "named-secret", target_key=call.caller)
    return thing.shown()


def get(call: Call) -> dict[str, Any]:
    return _find(call).shown()


def delete(call: Call) -> None:
    call.db.delete(_find(call))


def buy(call: Call) -> dict[str, Any]:
    thing = _find(call)
    if not thing.stock:
        raise Problem(409, "sold out")
    thing.stock -= 1
    if not thing.stock:
        thing.details = {**thing.details, "empty_since": call.clock.now().isoformat()}
    call.emit("thing.sold", thing.told(), target_key=call.caller)
    return thing.shown()


def fill(call: Call) -> None:
    """A day after a thing was sold out, there is one again."""
    for thing in call.db.scalars(select(Thing).where(Thing.stock == 0)):
        since = thing.details.get("empty_since")
        if since and call.clock.now() - datetime.fromisoformat(since) >= timedelta(days=1):
            thing.stock = 1
            call.emit("stock.filled", {**thing.told(), "url": call.url_for(f"/things/{thing.id}")})


def _find(call: Call) -> Thing:
    thing = call.db.get(Thing, call.params["id"])
    if thing is None:
        raise Problem(404, "there is no such thing")
    return thing


def next_ticket(call: Call) -> dict[str, Any]:
    return {"number": call.sequence("tickets"), "url": call.url_for("/download/t0p"), "body": call.uuid("links")}


def export(call: Call) -> Answer:
    names = [f"{name}\n".encode() for name in call.db.scalars(select(Thing.name).order_by(Thing.id))]
    return Answer(stream=iter([b"name\n", *names]), media_type="text/csv")


def broken(call: Call) -> Any:
    good, headers = {"id": 1, "name": "x"}, {"X-Count": "1"}
    match call.params["how"]:
        case "missing":
            return Answer({"id": 1}, headers=headers)
        case "deep":
            return Answer({**good, "tags": ["a", 2]}, headers=headers)
        case "status":
            return Answer(good, status=418, headers=headers)
        case "media":
            return Answer(good, media_type="application/xml", headers=headers)
        case "header":
            return Answer(good)
        case "header-type":
            return Answer(good, headers={"X-Count": "many"})
        case "date":
            return Answer({**good, "made": call.clock.now()}, headers=headers)
        case "problem":
            raise Problem(402, "an undocumented refusal")
        case "crash":
            raise RuntimeError("hunter2")
        case _:
            return Answer(good, headers=headers)


def broken_write(call: Call) -> Any:
    call.db.add(Thing(name="ghost", stock=0, made=call.clock.now(), details={}))
    call.db.flush()
    match call.params["how"]:
        case "crash":
            raise RuntimeError("hunter2")
        case "event":
            call.emit("thing.made", {"id": "hunter2"})
        case "unknown-event":
            call.emit("thing.lost", {})
        case "unsigned-event":
            call.emit("thing.made", {"id": 1, "name": "x"}, url="http://mine/hook")
        case "after-event":
            call.emit("thing.made", {"id": 1, "name": "x"})
        case _:
            pass
    return {"id": "not a number", "name": "x"}


def download(call: Call) -> Response:
    if call.params["token"] != "t0p":
        raise Problem(404, "this link is dead")
    return Response("the file", content_type="text/plain")


def caller(credentials: Any, db: Session, clock: Any) -> str:
    scheme, value = next(iter(credentials.items()))
    if value.startswith("wrong"):
        raise Unauthorized("not known", scheme=scheme)
    return " ".join(f"{scheme}={value}" for scheme, value in credentials.items())


def problem(problem: Problem, call: Call | None) -> Answer:
    data = {"error": problem.message}
    if isinstance(problem, BadInput):
        data["where"] = problem.where
    return Answer(data, status=problem.status)


def seed(document: Any, db: Session) -> None:
    for key, records in document.items():
        if key != "things":
            raise SeedError(key, "there is no such kind of record")
        for index, record in enumerate(records):
            if "name" not in record:
                raise SeedError(f"things[{index}].name", "is missing")
            made = datetime.fromisoformat(record.get("made", "2026-01-01T00:00:00+00:00"))
            db.add(Thing(name=record["name"], stock=record.get("stock", 0), made=made, details={}))


ECHOES = (
    "echo_params echo_carry echo_form echo_json echo_optional echo_parts files_list"
    " doors_open doors_either doors_pair doors_optional"
)
API = Api(
    name="shop",
    mounts={"shop": "", "shop-files": "files"},
    handlers={
        **dict.fromkeys(ECHOES.split(), echo),
        "things_create": create,
        "things_get": get,
        "things_delete": delete,
        "things_buy": buy,
        "things_export": export,
        "tickets_next": next_ticket,
        "broken_answer": broken,
        "broken_write": broken_write,
    },
    caller=caller,
    problem=problem,
    seed=seed,
    tick=fill,
    pages={"/download/<token>": download},
    anyone=lambda db, clock: "anyone",
)
SEED = {"things": [{"name": "lamp", "stock": 3}, {"name": "chair", "stock": 1}]}


def shop(**changes: Any) -> Service:
    """The API with its spec and seed; `changes` replaces parts of the service."""
    return Service(**{"api": API, "document": load(SPEC), "seed": SEED, **changes})

"""Rules that make operations slow, fail or answer nonsense."""

from __future__ import annotations

import dataclasses
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, cast, get_args

Kind = Literal["error", "refusal", "timeout", "latency", "lost", "malformed", "drop-field", "wrong-type"]
KINDS: tuple[str, ...] = get_args(Kind)

_DEFAULT_STATUS = {"error": 503, "refusal": 500, "timeout": 504, "lost": 502}
_DEFAULT_LATENCY = {"timeout": 60_000, "latency": 1_000}


class FaultError(ValueError):
    """A rule is wrong; the text says which and how."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One rule."""

    kind: Kind = "error"
    """`error`: not carried out, answered with `status`. `refusal`: the same in the vendor's own way, where that is
    not the HTTP status (EANdata tells errors under HTTP 200). `timeout`: the same after `latency_ms`, with 504.
    `latency`: carried out after `latency_ms`. `lost`: carried out, but answered with `status` as if it had not been.
    `malformed`: carried out, the answer cut in half. `drop-field`, `wrong-type`: carried out, one field of the answer
    gone or of another type."""
    api: str = "*"
    operation: str = "*"
    """An operationId; `*` for all."""
    probability: float = 1.0
    status: int = 0
    """0: 503 for `error`, 500 for `refusal`, 504 for `timeout`, 502 for `lost`."""
    latency_ms: int = 0
    """0: a minute for `timeout`, a second for `latency`, none for the others."""
    times: int = 0
    """How often the rule strikes at most, in each worker; 0: without end."""
    field: str = ""
    """For `drop-field` and `wrong-type`: the path of the field, such as `result.0.name`; empty: the first field."""
    code: str = ""
    """For `refusal`: which of the error codes that the API's spec has, such as Spaaza's `274`; its HTTP status goes
    with it."""
    headers: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    """Sent with the answers of `error`, `timeout` and `lost`: `{"Retry-After": "2"}`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "status", self.status or _DEFAULT_STATUS.get(self.kind, 0))
        object.__setattr__(self, "latency_ms", self.latency_ms or _DEFAULT_LATENCY.get(self.kind, 0))

    @property
    def carried_out(self) -> bool:
        """Whether the operation runs all the same."""
        return self.kind not in ("error", "refusal", "timeout")

    def matches(self, api: str, operation: str) -> bool:
        """Whether the rule is about this operation."""
        return self.api in ("*", api) and self.operation in ("*", operation)

    def damage(self, data: Any) -> Any:
        """A copy of an answer's data with the field dropped or of another type."""
        path = self.field.split(".") if self.field else _first_field(data)
        return _damaged(data, path, drop=self.kind == "drop-field") if path else data


class Faults:
    """The rules in force. The first that matches and strikes is the one.

    Whether a rule with a probability strikes follows from the seed, the rule's place and how often it was asked, so two
    runs alike are alike.
    """

    def __init__(self, save: Callable[[dict[str, Any]], None] | None = None) -> None:
        self.rules: tuple[Fault, ...] = ()
        self.seed = 0
        self.known: frozenset[tuple[str, str]] = frozenset()
        """API and operationId of every operation there is; a rule for another is refused."""
        self.codes: Mapping[str, Mapping[str, int]] = {}
        """The error codes of each API that has such, with their HTTP statuses; a rule with another is refused."""
        self._asked: list[int] = []
        self._struck: list[int] = []
        self._lock = threading.Lock()
        self._save = save

    def add(self, kind: Kind = "error", **rule: Any) -> None:
        """Adds a rule: `faults.add("error", operation="products_list", status=503, times=2)`."""
        self.set([*(asdict(each) for each in self.rules), {"kind": kind, **rule}], seed=self.seed)

    def set(self, rules: list[dict[str, Any]], *, seed: int = 0) -> None:
        """Replaces all rules.

        Raises:
            FaultError: A rule is wrong.
        """
        for index, rule in enumerate(rules):
            self._check_target(read_rule(rule, f"rules[{index}]"), f"rules[{index}]")
        self.load({"rules": rules, "seed": seed})
        if self._save:
            self._save(self.to_json())

    def clear(self) -> None:
        """Drops all rules."""
        self.set([])

    def load(self, state: Mapping[str, Any]) -> None:
        """Takes over rules as `to_json` gave them; counting starts anew."""
        rules = tuple(read_rule(rule, f"rules[{index}]") for index, rule in enumerate(state["rules"]))
        with self._lock:
            self.rules, self.seed = rules, state["seed"]
            self._asked, self._struck = [0] * len(rules), [0] * len(rules)

    def to_json(self) -> dict[str, Any]:
        """The rules and the seed as plain data."""
        return {"rules": [asdict(rule) for rule in self.rules], "seed": self.seed}

    def pick(self, api: str, operation: str) -> Fault | None:
        """The rule that strikes this request; None when none does."""
        if not self.rules:
            return None
        with self._lock:
            for index, rule in enumerate(self.rules):
                if rule.matches(api, operation) and self._strikes(index, rule):
                    self._struck[index] += 1
                    return rule
        return None

    def _check_target(self, rule: Fault, where: str) -> None:
        if self.known and not any(rule.matches(api, operation) for api, operation in self.known):
            raise FaultError(f"{where}.operation: {rule.api} has no operation {rule.operation}; see /_sandbox/coverage")
        if rule.code and rule.code not in self.codes.get(rule.api, {}):
            raise FaultError(
                f"{where}.code: {rule.api} has no code {rule.code}; say the api, and one of its spec's codes"
            )

    def _strikes(self, index: int, rule: Fault) -> bool:
        if rule.times and self._struck[index] >= rule.times:
            return False
        self._asked[index] += 1
        if rule.probability >= 1:
            return True
        return random.Random(f"{self.seed}/{index}/{self._asked[index]}").random() < rule.probability


_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "kind": (lambda value: value in KINDS, f"must be one of {', '.join(KINDS)}"),
    "api": (lambda value: isinstance(value, str), "must be the name of an API, or *"),
    "operation": (lambda value: isinstance(value, str), "must be an operationId, or *"),
    "probability": (lambda value: _is_number(value) and 0 <= value <= 1, "must be a number from 0 to 1"),
    "status": (lambda value: _is_int(value) and (value == 0 or 400 <= value <= 599), "must be from 400 to 599"),
    "latency_ms": (lambda value: _is_int(value) and 0 <= value <= 600_000, "must be from 0 to 600000"),
    "times": (lambda value: _is_int(value) and value >= 0, "must be 0 or more"),
    "field": (lambda value: isinstance(value, str), "must be a path such as result.0.name"),
    "code": (lambda value: isinstance(value, str), "must be a text"),
    "headers": (lambda value: _is_header_map(value), "must be an object of texts, each in one line"),
}


def read_rule(rule: Any, where: str) -> Fault:
    """A rule from plain data.

    Raises:
        FaultError: It has an unknown key or a wrong value.
    """
    if not isinstance(rule, dict):
        raise FaultError(f"{where}: must be an object")
    fields = cast("dict[str, Any]", rule)
    for key, value in fields.items():
        if key not in _CHECKS:
            raise FaultError(f"{where}.{key}: there is no such key; there are {', '.join(_CHECKS)}")
        check, message = _CHECKS[key]
        if not check(value):
            raise FaultError(f"{where}.{key}: {message}")
    if fields.get("code") and fields.get("kind") != "refusal":
        raise FaultError(f"{where}.code: goes with the kind refusal")
    return Fault(**fields)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_header_map(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    texts = cast("dict[Any, Any]", value)
    return all(isinstance(part, str) and part.isprintable() for item in texts.items() for part in item)


def _first_field(data: Any) -> list[str]:
    """The path of the first property in an answer, looking into lists."""
    if isinstance(data, dict) and data:
        return [next(iter(cast("dict[str, Any]", data)))]
    if isinstance(data, list) and data:
        inner = _first_field(cast("list[Any]", data)[0])
        return ["0", *inner] if inner else []
    return []


def _damaged(data: Any, path: list[str], *, drop: bool) -> Any:
    if isinstance(data, list):
        numbered = {str(index): item for index, item in enumerate(cast("list[Any]", data))}
        return list(_damaged(numbered, path, drop=drop).values())
    head, *rest = path
    if not isinstance(data, dict) or head not in data:
        return cast("Any", data)
    copy = {**cast("dict[str, Any]", data)}
    if rest:
        copy[head] = _damaged(copy[head], rest, drop=drop)
    elif drop:
        del copy[head]
    else:
        copy[head] = "unexpected" if isinstance(copy[head], dict | list) else ["unexpected"]
    return copy

"""What a rule is, and the list of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.lint.spec import Spec
from generator.source import Pointer

Complaint = tuple[Pointer, str, str]
"""Where, what is wrong, what to do."""

Check = Callable[[Spec], Iterable[Complaint]]


@dataclass(frozen=True)
class Rule:
    """One house rule."""

    name: str
    check: Check

    @property
    def text(self) -> str:
        """The rule in one sentence."""
        return (self.check.__doc__ or "").strip().splitlines()[0]


RULES: dict[str, Rule] = {}
"""Every rule by its name. A module of rules adds its own when it is imported."""


def rule(name: str) -> Callable[[Check], Check]:
    """Make a rule of a check; its docstring says the rule."""

    def add(check: Check) -> Check:
        RULES[name] = Rule(name, check)
        return check

    return add

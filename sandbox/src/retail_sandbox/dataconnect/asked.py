"""What a request asks for, from its URL and its form together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from ..api import Call, Problem

MAIL = ".Email"


class Asked:
    """The parameters of a request. Where one stands in the URL and in the form, the URL's counts."""

    def __init__(self, call: Call) -> None:
        form = cast("Mapping[str, Any]", call.body or {})
        in_url = {name: value for name, value in call.params.items() if name in call.request.args}
        self._values = {**call.params, **form, **in_url}

    def get(self, name: str) -> Any:
        """The value of a parameter by its wire name; None for one without a value."""
        return self._values.get(name)

    def texts(self, name: str) -> list[str]:
        """The values of a list; none when it was not given."""
        return self._values.get(name) or []

    @property
    def format(self) -> str:
        """The kind of file or body: `Csv` for `Csv.Email` too."""
        return self._values["Response"].removesuffix(MAIL)

    @property
    def by_mail(self) -> bool:
        """Whether it is to be sent by mail."""
        return self._values["Response"].endswith(MAIL)

    def check(self) -> None:
        """Refuses what no schema can: a mail to nobody."""
        if self.by_mail and not self.texts("Email.To"):
            raise Problem(400, f"Email.To is required when Response is {self._values['Response']}.")

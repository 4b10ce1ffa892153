"""Serves the shop as `retail-sandbox serve` does the vendors' APIs, or pumps its events, in a process to be killed.

python serve_shop.py serve DATABASE
python serve_shop.py pump DATABASE
"""

from __future__ import annotations

import sys

from retail_sandbox.app import App
from retail_sandbox.server import ServeOptions, serve
from retail_sandbox.testing import Sandbox
from shop import shop


class ShopOptions(ServeOptions):
    def app(self) -> App:
        return App([shop()], database=self.database, base_url=self.url)


if __name__ == "__main__":
    how, database = sys.argv[1:]
    if how == "pump":
        with Sandbox([shop()], database=database) as box:
            box.webhooks.pump()
    else:
        serve(
            ShopOptions(
                host="127.0.0.1",
                port=0,
                database=database,
                seeds=(),
                apis=(),
                workers=1,
                check_keys=True,
                admin_token=None,
                settings={},
            )
        )

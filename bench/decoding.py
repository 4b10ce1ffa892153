"""Decoding: a page of 500 PAM products, from bytes to models."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from pam_client.models import ProductPage
from retail_runtime.decode import read

from bench.generation import SPECS, stock
from bench.pairs import Pair, measure, timed


def page() -> bytes:
    """A page as the service sends it."""
    product = {
        "participant_id": "25",
        "store_id": "354",
        "gtin": None,
        "brand": "br3and6",
        "scan_count": 0,
        "has_price": 1,
        "min_price": 5311,
        "category1": "main",
        "category2": "drink",
        "category3": "juice",
        "attributes": ["low fat", "veg"],
        "locks": {"gtin": 1, "name": 0, "brand": 1, "scan_count": 0},
    }
    products = [{"id": number, "name": f"product {number}", **product} for number in range(1, 501)]
    return json.dumps({"result": products, "pages_count": 1, "products_count": 500}).encode()


def decoding(folder: Path) -> Pair:
    """Ours, and what openapi-python-client makes of the same spec."""
    if not (folder / "stock_pam").exists():
        stock(SPECS / "pam.yaml", folder)
    sys.path.insert(0, str(folder))
    stock_page = importlib.import_module("stock_pam.models.product_page").ProductPage
    content = page()
    assert len(read(ProductPage, content).value.result) == len(stock_page.from_dict(json.loads(content)).result) == 500
    return measure(
        timed(lambda: read(ProductPage, content), 20),
        timed(lambda: stock_page.from_dict(json.loads(content)), 5),
        rounds=9,
    )

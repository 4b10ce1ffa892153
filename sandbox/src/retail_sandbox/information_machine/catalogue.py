"""The made catalogue: several hundred products out of kinds, brands and sizes. No company sells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..yamldata import parse_yaml
from .scans import check_digit

NUTRIENTS = (1, 2, 3, 5, 6, 7, 8, 9)
"""Ids of the nutrients that a kind lists, in its order."""
SODIUM = 5


def made_products() -> Iterator[dict[str, Any]]:
    """The products, as records of a seed document."""
    recipe: Mapping[str, Any] = parse_yaml(Path(__file__).with_name("catalogue.yaml").read_bytes())
    brands: Mapping[str, Mapping[str, str]] = recipe["brands"]
    id: int = recipe["first_id"]
    for number, kind in enumerate(recipe["kinds"], 1):
        for brand in kind.get("brands", [None]):
            for place, size in enumerate(kind["sizes"]):
                yield {"id": id, **_product(kind, brand, brands.get(brand, {}), number * 10 + place, size)}
                id += 1


def _product(
    kind: Mapping[str, Any], brand: str | None, maker: Mapping[str, str], number: int, size: str
) -> dict[str, Any]:
    amount, unit = size.split()
    name = kind["name"] if brand is None else f"{brand} {kind['name']}, {amount} {unit.title()}"
    upc = f"{maker['prefix']}{number:05}" if brand else None
    return {
        "name": name,
        "upc": upc and upc + check_digit(upc),
        "category_id": kind["category"],
        "price": _price(kind, float(amount)),
        "brand": brand,
        "manufacturer": maker.get("manufacturer"),
        "description": f"{kind['name']}: {kind['ingredients'].lower()}" if "ingredients" in kind else kind["name"],
        "plus": [kind["plu"]] if "plu" in kind else [],
        "weight": f"{float(amount)} {unit}",
        "size_info": {"size": float(amount), "size_uom": unit, "package_count": 1.0, "package_count_uom": "EA"},
        "recipes": [],
        "score": round(number % 97 / 97, 2),
        "visibility_count": number * 7 % 500,
        **_food(kind, float(amount), unit),
    }


def _price(kind: Mapping[str, Any], amount: float) -> float:
    """Larger sizes cost less for the same amount."""
    first = float(kind["sizes"][0].split()[0])
    return round(kind["cents"] * (amount / first) ** 0.8) / 100


def _food(kind: Mapping[str, Any], amount: float, unit: str) -> dict[str, Any]:
    if "nutrients" not in kind:
        return {"tags": []}
    grams = amount * 28.35 if unit == "OZ" else amount * 453.6 if unit == "LB" else amount * kind["serving"]
    values = zip(NUTRIENTS, kind["nutrients"], strict=True)
    return {
        "tags": kind["tags"],
        "ingredients": kind["ingredients"],
        "ingredients_count": kind["ingredients"].count(",") + 1,
        "serving_size": f"{float(kind['serving'])}",
        "serving_size_unit": "g",
        "serving_size_in_grams": float(kind["serving"]),
        "servings_per_container": f"{round(grams / kind['serving'], 1)}",
        # Sodium is in milligrams on a label, and stored in grams.
        "nutrients": [{"id": id, "value": value / 1000 if id == SODIUM else float(value)} for id, value in values],
    }

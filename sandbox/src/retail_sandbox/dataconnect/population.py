"""Products and customers by the thousand, made up from a small number: the same ones each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

Record = dict[str, Any]

_BRANDS = {"AC": "Acorn", "BR": "Brightline", "CO": "Corvid", "DE": "Delta Mobile", "EV": "Evergreen", "FJ": "Fjord"}
_SERIALIZED = ("Phone", "Phone Max", "Tablet", "Watch", "Hotspot")
_OTHERS = ("Case", "Charger", "Cable, 2 m", "Screen Guard", 'Stand 6"', "Car Mount")
_SIZES = ("16GB", "64 GB", "128 GB", "256 GB")
_COLORS = ("Black", "White", "Blue", "Red", "Green")
_FIRST_NAMES = (
    "Ada", "Amir", "Beatriz", "Carl", "Chloé", "Dmitri", "Elena", "Femi", "Grace", "Hiro", "Ines", "Jane", "José",
    "Kofi", "Lena", "Marek", "Noor", "Olga", "Priya", "Quinn", "Rosa", "Sven", "Tara", "Umar", "Vera", "Wei",
    "Ximena", "Zoë",
)  # fmt: skip
_LAST_NAMES = (
    "Abbott", "Baker", "Chen", "Diaz", "Eriksen", "Fischer", "Gupta", "Hughes", "Ivanov", "Jones", "Kim", "Lopez",
    "Müller", "Nguyen", "O'Brien", "Patel", "Quist", "Rossi", "Singh", "Tanaka", "Ueda", "Vargas", "Weiss",
    "Young", "Zhang",
)  # fmt: skip
_STREETS = ("Main Street", "Station Road", "Rue Saint-Paul", "King Street West", "5th Avenue", "Lake Drive")
_CITIES = (
    ("Charlotte", "North Carolina", "28202", "United States"),
    ("Austin", "Texas", "78701", "United States"),
    ("Regina", "Saskatchewan", "S4P 3Y2", "Canada"),
    ("Montréal", "Québec", "H2Y 1H2", "Canada"),
    ("Vancouver", "British Columbia", "V6B 1A1", "Canada"),
)
_FIRMS = ("Northwind", "Blue Heron", "Tall Pines", "Copper & Sons", "Harbor")
_FORMS = ("Ltd", "Inc", "LLC", "GmbH")
_INDUSTRIES = ("Construction", "Education", "Health Care", "Retail")
_CONTACTS = ("Phone", "Email", "Mail")
_POSITIONS = ("Owner", "Manager", "Buyer")
_NOTES = (
    "Prefers mornings.",
    "Asked for a call back,\nthen came in.",
    'Says "never before nine"; see the file.',
    "Parle français.",
    "Two lines; both <unlimited> & paid.",
)
_FIRST_DAY, _DAYS = datetime(2015, 1, 1), 4200
"""When rows are inserted and updated: from 2015 to the middle of 2026."""


def products(
    random: Random, ids: Sequence[int], stores: Sequence[int]
) -> Iterator[tuple[Record, list[str], list[str]]]:
    """Products, each with its bar codes and the serial numbers of some items."""
    for id in ids:
        code = random.choice(list(_BRANDS))
        serialized = random.random() < 0.4
        kind = random.choice(_SERIALIZED if serialized else _OTHERS)
        size = f" {random.choice(_SIZES)}" if serialized else ""
        record = {
            "id": id,
            "sku": f"{code}{'PH' if serialized else 'AS'}{'LHR'[id % 3]}{random.choice('GIO')}{id:06d}",
            "name": f"{_BRANDS[code]} {kind}{size} - {random.choice(_COLORS)} {id}",
            "product_type": "Serialized" if serialized else "Non-Serialized",
            "catalog_item_id": _guid(random) if random.random() < 0.9 else None,
            "product_library_id": f"M{id}-V{random.randint(1, 4)}" if random.random() < 0.8 else None,
            "vendor_sku": f"{random.randint(1000, 9999)}{code}_{id}" if random.random() < 0.7 else None,
        }
        serials = [f"{id:07d}{number:03d}" for number in range(random.randint(1, 2))] if serialized and stores else []
        yield record, [f"8{id:010d}{random.randint(0, 9)}"], serials


def stock(random: Random, product_id: int, stores: Sequence[int]) -> Iterator[Record]:
    """Where a product is kept: in none to five stores, and sometimes sold out."""
    for store in sorted(random.sample(stores, min(len(stores), random.randint(0, 5)))):
        least = random.choice((None, 2, 5, 20))
        yield {
            "product_id": product_id,
            "location_id": store,
            "quantity": random.choice((0, 1, 2, 3, 5, 8, 13, 40)),
            "min_qty": least,
            "max_qty": least and least * 4,
        }


def customers(random: Random, ids: Sequence[int], stores: Sequence[int]) -> Iterator[Record]:
    """Customers, people and companies, some of whose rows were updated since."""
    for id in ids:
        yield _customer(random, id, stores)


def _customer(random: Random, id: int, stores: Sequence[int]) -> Record:
    company = random.random() < 0.2
    first, last = random.choice(_FIRST_NAMES), random.choice(_LAST_NAMES)
    city, province, postal_code, country = random.choice(_CITIES)
    seller, helper = random.randrange(40), random.randrange(80)
    inserted = _FIRST_DAY + timedelta(milliseconds=random.randrange(_DAYS * 86_400_000))
    updates = random.choice((0, 0, 0, 1, 1, 2, 5))
    declined = random.random() < 0.1
    left = timedelta(days=_DAYS) - (inserted - _FIRST_DAY)
    updated = inserted + left * random.random() if updates else None
    return {
        "id": id,
        "entity_id": _guid(random),
        "primary_name": first,
        "family_name": last,
        "company_name": f"{random.choice(_FIRMS)} {random.choice(_FORMS)}" if company else None,
        "customer_type_id": 3 if company else 0,
        "address": f"{random.randint(1, 2000)} {random.choice(_STREETS)}",
        "address2": f"Unit {random.randint(1, 40)}" if random.random() < 0.2 else None,
        "city": city,
        "province": province,
        "postal_code": postal_code,
        "country": country,
        "phone": f"555{id % 10_000_000:07d}",
        "email": None if declined else f"customer{id}@mail.example",
        "decline_to_provide_email": declined,
        "billing_account_number": f"{900_000 + id}" if random.random() < 0.6 else None,
        "member_number": f"{id * 7}" if random.random() < 0.3 else None,
        "vip_customer": int(random.random() < 0.05),
        "multi_level_price_id": random.choice((None, None, 1, 2)),
        "number_of_activations": random.randrange(6),
        "employee_name": _employee(seller),
        "employee_name_assigned_to": _employee(helper) if helper < 40 else None,
        "industry_type_name": random.choice(_INDUSTRIES) if company else None,
        "contact_type_name": random.choice(_CONTACTS),
        "position_type_name": random.choice(_POSITIONS) if company else None,
        "notes": random.choice(_NOTES) if random.random() < 0.2 else None,
        "date_created": _moment(inserted),
        "version": 1 + updates,
        "row_thumbprint": _guid(random),
        "row_inserted": _moment(inserted),
        "row_updated": updated and _moment(updated),
        "location_id": random.choice(stores) if stores else None,
        "employee_id": 64_300 + seller,
    }


def _employee(number: int) -> str:
    return f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {_LAST_NAMES[number % len(_LAST_NAMES)]}"


def _guid(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))


def _moment(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds")

"""What users scan: barcodes, and receipts as images.

A receipt is read in the end as `Done`, unless a part is no image (`Unreadable`), a part was sent under another id
before (`Duplicate`), or its id begins with `store-missing` (`StoreMissing`).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from ..api import Problem
from . import shapes
from .harvest import purchase_of_images
from .realm import Realm
from .tables import Barcode, ImagePart, ImageReceipt, Product, Purchase, User

PARTS = 10
"""How many images a receipt may have."""
LENGTHS = {"UPC-A": 12, "EAN-13": 13, "EAN-8": 8}
IMAGES = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    "image/webp": (b"RIFF",),
}
"""Kinds of images, and how each begins."""


def upload_barcode(realm: Realm, user_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Notes a barcode, and tells its product.

    Raises:
        Problem: 400, the user is not there, or the code is none of its kind.
    """
    user, code, kind = realm.user(user_id, status=400), given["bar_code"], given["bar_code_type"]
    if kind not in LENGTHS:
        raise Problem(400, f"bar_code_type: one of {', '.join(LENGTHS)}")
    if len(code) != LENGTHS[kind]:
        raise Problem(400, f"bar_code: {kind} has {LENGTHS[kind]} digits")
    if check_digit(code[:-1]) != code[-1]:
        raise Problem(400, "bar_code: the last digit is not the check digit")
    forms = [code, code[1:]] if kind == "EAN-13" and code.startswith("0") else [code]
    product = realm.db.scalars(select(Product).where(Product.upc.in_(forms)).order_by(Product.id)).first()
    realm.db.add(
        Barcode(
            id=realm.call.sequence("barcode"),
            owner=user.id,
            bar_code=code,
            bar_code_type=kind,
            product_id=product and product.id,
            created_at=realm.now,
        )
    )
    found = {"apiProduct": shapes.product(realm, product)} if product else {}
    return {"bar_code": code, "bar_code_type": kind, **found}


def check_digit(digits: str) -> str:
    """The GS1 check digit of a code without it: the digits weigh 3, 1, 3 ... from the right."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def upload_image(realm: Realm, user_id: str, given: Mapping[str, Any]) -> str:
    """Takes a part of a receipt. A receipt that was read already is read again.

    Raises:
        Problem: 422, the user is not there; 400, the receipt has all its parts.
    """
    user, receipt_id = realm.user(user_id, status=422), given["receipt_id"]
    receipt = _receipt(realm, user, receipt_id)
    if receipt is None:
        receipt = ImageReceipt(
            id=realm.call.sequence("image"),
            owner=user.id,
            receipt_id=receipt_id,
            status="Uploaded",
            created_at=realm.now,
        )
        realm.db.add(receipt)
        realm.db.flush()
    parts = realm.db.scalar(select(func.count()).select_from(ImagePart).where(ImagePart.receipt == receipt.id)) or 0
    if parts >= PARTS:
        raise Problem(400, f"receipt_id: this receipt has its {PARTS} images already")
    content = base64.b64decode(given["image"])
    digest = hashlib.sha256(content).hexdigest()
    link = realm.call.uuid("image")
    realm.db.add(ImagePart(receipt=receipt.id, number=parts + 1, link=link, digest=digest, content=content))
    receipt.status = "Uploaded"
    receipt.due_at = realm.now + realm.seconds("image_queue_seconds")
    realm.db.flush()
    return receipt_id


def image_status(realm: Realm, user_id: str, receipt_id: str) -> str:
    """How far a receipt is."""
    receipt = _receipt(realm, realm.user(user_id, status=400), receipt_id)
    return receipt.status if receipt else "Unknown"


def media_type_of(content: bytes) -> str | None:
    """What kind of image something is; None when it is none."""
    return next((kind for kind, starts in IMAGES.items() if content.startswith(starts)), None)


def settle(realm: Realm) -> None:
    """Lets happen what is due to the account's receipts."""
    due = (
        select(ImageReceipt)
        .join(User, User.id == ImageReceipt.owner)
        .where(User.account == realm.account, ImageReceipt.due_at <= realm.now)
        .order_by(ImageReceipt.due_at, ImageReceipt.id)
        .limit(1)
    )
    while receipt := realm.db.scalars(due).first():
        assert receipt.due_at is not None
        if receipt.status == "Uploaded":
            receipt.status, receipt.due_at = "Processing", receipt.due_at + realm.seconds("image_seconds")
        else:
            _read(realm, receipt, receipt.due_at)
        realm.db.flush()


def _read(realm: Realm, receipt: ImageReceipt, at: datetime) -> None:
    receipt.due_at = None
    receipt.status = _outcome(realm, receipt)
    known = realm.db.scalar(select(Purchase.id).where(Purchase.image_receipt == receipt.id))
    if receipt.status == "Done" and known is None:
        purchase_of_images(realm, receipt, at)


def _outcome(realm: Realm, receipt: ImageReceipt) -> str:
    parts = realm.db.scalars(select(ImagePart).where(ImagePart.receipt == receipt.id)).all()
    if receipt.receipt_id.startswith("store-missing"):
        return "StoreMissing"
    if any(media_type_of(part.content) is None for part in parts):
        return "Unreadable"
    earlier = (
        select(ImagePart.link)
        .join(ImageReceipt, ImageReceipt.id == ImagePart.receipt)
        .where(ImageReceipt.owner == receipt.owner, ImageReceipt.id < receipt.id)
        .where(ImagePart.digest.in_([part.digest for part in parts]))
    )
    return "Duplicate" if realm.db.scalars(earlier).first() else "Done"


def _receipt(realm: Realm, user: User, receipt_id: str) -> ImageReceipt | None:
    mine = (ImageReceipt.owner == user.id) & (ImageReceipt.receipt_id == receipt_id)
    return realm.db.scalars(select(ImageReceipt).where(mine)).one_or_none()

"""Barcodes as GS1 defines them: check digits, and the forms in which one number can be written.

The EAN-13 is what a product is filed under; the other forms follow from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from stdnum import ean, isbn
from stdnum.exceptions import ValidationError


class BarcodeError(ValueError):
    """Digits that are no barcode; the text says why."""


@dataclass(frozen=True)
class Codes:
    """One number in each form that it has."""

    ean13: str
    upca: str | None
    upce: str | None
    isbn10: str | None


def codes(ean13: str) -> Codes:
    """Every form of a valid EAN-13."""
    upca = ean13[1:] if ean13.startswith("0") else None
    return Codes(ean13, upca, upca and compress(upca), _isbn10(ean13))


def candidates(digits: str) -> tuple[str, ...]:
    """The EAN-13 codes that a barcode may stand for, the likeliest first.

    Eight digits can be a UPC-E and an EAN-8 at once; other lengths mean one thing only.

    Raises:
        BarcodeError: The length is not 8, 12 or 13, or the check digit is wrong.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) in (8, 12, 13)):
        raise BarcodeError("a barcode has 8, 12 or 13 digits")
    upca = expand(digits) if len(digits) == 8 else None
    found = [f"0{upca}"] if upca else []
    if ean.is_valid(digits):
        found.append(digits.zfill(13))
    if not found:
        raise BarcodeError(f"{digits} has a wrong check digit")
    return tuple(found)


def ean13_of(code: str) -> str:
    """The EAN-13 of a barcode or of an ISBN-10.

    Raises:
        BarcodeError: It is neither.
    """
    if len(code) != 10:
        return candidates(code)[0]
    try:
        return isbn.to_isbn13(isbn.validate(code))
    except ValidationError as error:
        raise BarcodeError(f"{code} is no ISBN-10: {error}") from error


def expand(upce: str) -> str | None:
    """The UPC-A of a UPC-E of 8 digits; None when its number system or check digit is wrong."""
    system, digits, last = upce[0], upce[1:7], upce[6]
    match last:
        case "0" | "1" | "2":
            body = f"{digits[:2]}{last}0000{digits[2:5]}"
        case "3":
            body = f"{digits[:3]}00000{digits[3:5]}"
        case "4":
            body = f"{digits[:4]}00000{digits[4]}"
        case _:
            body = f"{digits[:5]}0000{last}"
    upca = f"{system}{body}{upce[7]}"
    return upca if system in "01" and ean.is_valid(upca) else None


def compress(upca: str) -> str | None:
    """The UPC-E of a UPC-A; None when it has not the zeros that can be left out."""
    system, company, item, check = upca[0], upca[1:6], upca[6:11], upca[11]
    if system not in "01":
        return None
    if company[2] in "012" and company[3:] == "00" and item[:2] == "00":
        digits = company[:2] + item[2:] + company[2]
    elif company[3:] == "00" and item[:3] == "000":
        digits = company[:3] + item[3:] + "3"
    elif company[4] == "0" and item[:4] == "0000":
        digits = company[:4] + item[4] + "4"
    elif item[:4] == "0000" and item[4] in "56789":
        digits = company + item[4]
    else:
        return None
    return f"{system}{digits}{check}"


def _isbn10(ean13: str) -> str | None:
    # Only numbers of the 978 range have a ten digit form.
    return isbn.to_isbn10(ean13) if ean13.startswith("978") else None

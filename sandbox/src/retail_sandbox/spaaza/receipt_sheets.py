"""A receipt on paper: what is on it, and how it is set. Long ones go over several sheets."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    HRFlowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)
from sqlalchemy.orm import Session

from .basket_tables import Basket
from .money import ZERO, cents, written
from .receipt_parts import Earned, Line, Parts
from .tables import Branch, Chain, Currency, User

_FONTS = Path(__file__).with_name("fonts")
_GREY, _RULE = HexColor("#666666"), HexColor("#bbbbbb")
_MARGIN = 18 * mm
_WIDTH = A4[0] - 2 * _MARGIN
_PADDING = 6
"""Points that the library's frame adds to the margins."""
_LONGEST = 200
"""Letters of a name that are shown: a row must fit on a sheet."""
_LONGEST_BARCODE = 40
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

_TEXT = ParagraphStyle("text", fontName="DejaVu", fontSize=9, leading=12.5)
_SMALL = ParagraphStyle("small", _TEXT, fontSize=7.5, leading=10.5, textColor=_GREY)
_BOLD = ParagraphStyle("bold", _TEXT, fontName="DejaVu-Bold")
_RIGHT = ParagraphStyle("right", _TEXT, alignment=TA_RIGHT)
_RIGHT_BOLD = ParagraphStyle("right bold", _BOLD, alignment=TA_RIGHT)
_RIGHT_SMALL = ParagraphStyle("right small", _SMALL, alignment=TA_RIGHT)
_TITLE = ParagraphStyle("title", _BOLD, fontSize=18, leading=23)
_RIGHT_TITLE = ParagraphStyle("right title", _TITLE, alignment=TA_RIGHT)
_HEADING = ParagraphStyle("heading", _BOLD, fontSize=10.5, leading=14, spaceBefore=10, spaceAfter=3)
_TOTAL = ParagraphStyle("total", _BOLD, fontSize=12, leading=16)
_RIGHT_TOTAL = ParagraphStyle("right total", _TOTAL, alignment=TA_RIGHT)


def render(db: Session, basket: Basket) -> bytes:
    """The receipt of a basket, as a PDF; the same bytes for the same basket."""
    _register_fonts()
    sheet = _Sheet(db, basket)
    _, sheets = _built(sheet, 0)  # how many there are is known when they have been set
    file, _ = _built(sheet, sheets)
    return file


def _built(sheet: _Sheet, sheets: int) -> tuple[bytes, int]:
    """The file, where there are so many sheets; and how many there are."""
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=_MARGIN - _PADDING,
        rightMargin=_MARGIN - _PADDING,
        topMargin=16 * mm,
        bottomMargin=20 * mm,
        title=f"Receipt {sheet.basket.code}",
        author=sheet.chain.name,
        lang="en",
        invariant=1,
    )

    def foot(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("DejaVu", 7.5)
        canvas.setFillColor(_GREY)
        canvas.drawString(_MARGIN, 11 * mm, _CONTROL.sub(" ", sheet.foot))
        canvas.drawRightString(A4[0] - _MARGIN, 11 * mm, f"Page {document.page} of {sheets}")

    document.build(list(sheet.flowables()), onFirstPage=foot, onLaterPages=foot)
    return file.getvalue(), document.page


@cache
def _register_fonts() -> None:
    for name, file in (("DejaVu", "DejaVuSans.ttf"), ("DejaVu-Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, _FONTS / file))  # pyright: ignore[reportUnknownMemberType]


class _Sheet:
    """What is on the receipt of a basket, from top to bottom."""

    def __init__(self, db: Session, basket: Basket) -> None:
        self.basket = basket
        self.chain = db.get_one(Chain, basket.chain_id)
        self.branch = db.get(Branch, basket.branch_id) if basket.branch_id is not None else None
        self.user = db.get(User, basket.user_id) if basket.user_id is not None else None
        self.symbol = db.get_one(Currency, basket.currency_id).symbol
        parts = Parts(db, [basket])
        self.lines, self.redeemed = parts.lines(basket), parts.redeemed(basket)
        self.money, self.points = map(parts.earned(basket).get, ("wallet", "points_wallet"))
        website = self.chain.profile.get("website_url")
        self.foot = _joined(" · ", self.chain.name, website, basket.code[:_LONGEST_BARCODE])
        self.points_sign = _sign(db, self.points)
        self.money_sign = _sign(db, self.money)

    def flowables(self) -> Iterator[Flowable]:
        """All of it."""
        yield self._head()
        yield Spacer(0, 4 * mm)
        yield self._whose()
        bought = [line for line in self.lines if not line.returned]
        returned = [line for line in self.lines if line.returned]
        if bought:
            yield from self._items("Item", bought)
        if returned:
            yield from self._items("Returned item", returned)
        yield KeepTogether([Spacer(0, 3 * mm), self._sums(bought, returned)])
        for section in (self._taxes(), self._payments(), self._vouchers(), self._earned()):
            if section:
                yield KeepTogether(section)
        if self.basket.notes:
            yield _paragraph("Notes", _HEADING)
            for line in self.basket.notes.splitlines():
                yield Paragraph(_escaped(line), _TEXT)

    def _head(self) -> Flowable:
        left = [_paragraph(self.chain.name, _TITLE), *(_paragraph(line, _SMALL) for line in self._address())]
        when = _paragraph(_local_time(self.basket), _RIGHT)
        right: list[Flowable] = [
            _paragraph("Receipt", _RIGHT_TITLE),
            _paragraph(self.basket.code, _RIGHT_BOLD),
            when,
            Spacer(0, 2 * mm),
            _barcode(self.basket),
        ]
        return _table([[left, right]], [_WIDTH * 0.5, _WIDTH * 0.5], valign="TOP")

    def _address(self) -> Iterator[str]:
        if self.branch is not None:
            fields = self.branch.fields
            yield self.branch.name
            yield from (fields[name] for name in ("address_1", "address_2", "address_3") if fields.get(name))
            yield _joined(" ", fields.get("postalcode"), fields.get("towncity"))
            yield _joined(", ", fields.get("region"), self.branch.country_code)
            yield _joined(" · ", fields.get("phone_number"), fields.get("email_address"))
            yield fields.get("website_url", "")
        else:
            yield "Online" if self.basket.platform == "online" else ""
            yield _joined(" · ", self.chain.profile.get("email"), self.chain.profile.get("website_url"))

    def _whose(self) -> Flowable:
        basket, rows = self.basket, list[tuple[str, str]]()
        if self.user is not None:
            name = _joined(" ", self.user.first_name, self.user.last_name) or self.user.username or ""
            rows.append(("Customer", name))
            rows.append(("Member number", self.user.member_number or ""))
        rows.append(("Served by", _joined(" · ", basket.employee_name, basket.employee_code)))
        rows.append(("Receipt id", str(basket.id)))
        cells = [[_paragraph(label, _SMALL), _paragraph(text, _TEXT)] for label, text in rows if text]
        return _table(cells, [30 * mm, _WIDTH - 30 * mm])

    def _items(self, heading: str, lines: Sequence[Line]) -> Iterator[Flowable]:
        head = [
            _paragraph(heading, _BOLD),
            _paragraph("Quantity", _RIGHT_BOLD),
            _paragraph("Price", _RIGHT_BOLD),
            _paragraph("Amount", _RIGHT_BOLD),
        ]
        rows = [
            [
                self._item(line),
                _paragraph(_joined(" ", _number(line.quantity), line.item.quantity_unit), _RIGHT),
                _paragraph(self._amount(line.price), _RIGHT),
                _paragraph(self._amount(line.subtotal), _RIGHT),
            ]
            for line in lines
        ]
        yield Spacer(0, 5 * mm)
        style = [("LINEBELOW", (0, 0), (-1, 0), 0.8, _GREY), ("LINEBELOW", (0, 1), (-1, -1), 0.3, _RULE)]
        widths = [_WIDTH - 86 * mm, 26 * mm, 28 * mm, 32 * mm]
        yield _table([head, *rows], widths, header_rows=1, valign="TOP", padding=2, extra=style)

    def _item(self, line: Line) -> list[Flowable]:
        variant = line.variant
        about = _joined(" · ", variant and variant.colour, variant and variant.size, line.item.barcode)
        cell: list[Flowable] = [_paragraph(line.name or line.sku or "Item", _TEXT)]
        if about:
            cell.append(_paragraph(about, _SMALL))
        if line.own_vouchers:
            instead = f"Your price, instead of {self._amount(line.item.original_price)}"
            cell.append(_paragraph(instead, _SMALL))
        elif not line.returned and line.item.original_price > line.price:
            cell.append(_paragraph(f"Reduced from {self._amount(line.item.original_price)}", _SMALL))
        if line.shares:
            does = "come back with" if line.returned else "take off"
            cell.append(_paragraph(f"Vouchers {does} {self._amount(abs(line.shares))}", _SMALL))
        return cell

    def _sums(self, bought: Sequence[Line], returned: Sequence[Line]) -> Flowable:
        basket = self.basket
        items = sum((line.subtotal for line in bought), ZERO)
        back = sum((line.subtotal for line in returned), ZERO)
        off = sum((line.shares for line in bought), ZERO)
        kept = -sum((line.shares for line in returned), ZERO)
        other = basket.total - (items + back - off + kept)
        rows = [("Subtotal", items)]
        rows += [("Returned", back)] if returned else []
        rows += [("Voucher value that comes back", kept)] if kept else []
        rows += [("Vouchers", -off)] if off else []
        rows += [("Other discounts and charges", other)] if other else []
        rows += [("Shipping", basket.shipping_charge)] if basket.shipping_charge else []
        cells = [[_paragraph(label, _TEXT), _paragraph(self._amount(amount), _RIGHT)] for label, amount in rows]
        total = basket.total + basket.shipping_charge
        label = "Total" if total >= 0 else "Paid back to you"
        cells.append([_paragraph(label, _TOTAL), _paragraph(self._amount(abs(total)), _RIGHT_TOTAL)])
        style = [("LINEABOVE", (0, -1), (-1, -1), 0.8, _GREY)]
        table = _table(cells, [52 * mm, 36 * mm], padding=1, extra=style)
        table.hAlign = "RIGHT"
        return table

    def _taxes(self) -> list[Flowable]:
        rows: list[tuple[str, str, str]] = []
        for each in self.basket.taxes:
            rate, total = Decimal(each["rate"]), Decimal(each["total"])
            of = f"on {self._amount(cents(total / rate))}" if rate else ""
            rows.append((f"{_number(rate * 100)} %", of, self._amount(total)))
        return self._section("Taxes, included in the prices", rows)

    def _payments(self) -> list[Flowable]:
        paid = [(each["method"], "", self._amount(Decimal(each["amount"]))) for each in self.basket.payments]
        return self._section("Paid", paid)

    def _vouchers(self) -> list[Flowable]:
        rows: list[tuple[str, str, str]] = []
        for each in self.redeemed:
            about = each.voucher.title or each.voucher.text or each.voucher.honour_code or ""
            rows.append((each.campaign.title, about, self._amount(-each.amount) if each.amount else ""))
        return self._section("Vouchers redeemed", rows)

    def _earned(self) -> list[Flowable]:
        rows: list[tuple[str, str, str]] = []
        for found, sign in ((self.money, self.money_sign), (self.points, self.points_sign)):
            if found is not None:
                for title, each in found.contributions:
                    why = "Taken back with what was returned" if title == found.wallet.title and each < 0 else title
                    rows.append((found.wallet.title, why, f"+{sign(each)}" if each > 0 else sign(each)))
                rows.append((found.wallet.title, "Balance after this purchase", sign(found.total)))
        return self._section("Your membership", rows)

    def _section(self, heading: str, rows: Sequence[tuple[str, str, str]]) -> list[Flowable]:
        if not rows:
            return []
        cells = [[_paragraph(first, _TEXT), _paragraph(about, _SMALL), _paragraph(last, _RIGHT)]
                 for first, about, last in rows]  # fmt: skip
        table = _table(cells, [56 * mm, _WIDTH - 92 * mm, 36 * mm])
        return [_paragraph(heading, _HEADING), HRFlowable(width="100%", thickness=0.3, color=_RULE), table]

    def _amount(self, amount: Decimal) -> str:
        return _signed(self.symbol, amount)


def _sign(db: Session, found: Earned | None) -> Callable[[Decimal], str]:
    """How amounts of a wallet are written: points after the number, money before it."""
    currency = db.get_one(Currency, found.wallet.currency_id) if found else None
    if currency is None:
        return written
    if found and found.wallet.type == "points_wallet":
        return lambda amount: f"{_number(amount)} {currency.symbol}"
    return lambda amount: _signed(currency.symbol, amount)


def _signed(symbol: str, amount: Decimal) -> str:
    places = max(len(written(amount).partition(".")[2]), 2)
    return f"{'−' if amount < 0 else ''}{symbol} {abs(amount):,.{places}f}"


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}".replace("-", "−")


def _local_time(basket: Basket) -> str:
    """When it was bought, by the clock on the wall there; by UTC where the zone is none that is known."""
    try:
        there, zone = basket.bought_at.astimezone(ZoneInfo(basket.timezone)), basket.timezone
    except (ValueError, OSError, OverflowError, ZoneInfoNotFoundError):
        there, zone = basket.bought_at.astimezone(UTC), "UTC"
    return f"{there.day} {_MONTHS[there.month - 1]} {there.year}, {there:%H:%M} ({zone})"


def _barcode(basket: Basket) -> Flowable:
    """The receipt's number as bars; its id where the number is too long for that, or has other than plain letters."""
    fits = len(basket.code) <= _LONGEST_BARCODE and basket.code.isascii() and basket.code.isprintable()
    code = basket.code if fits else str(basket.id)
    widest = 80 * mm / (11 * (len(code) + 3) + 2)  # eleven units a sign, begin, check and end; two for the last bar
    bars = Code128(code, barHeight=11 * mm, barWidth=min(widest, 0.35 * mm), lquiet=0, rquiet=0)
    return _table([[bars]], [_WIDTH * 0.5], extra=[("ALIGN", (0, 0), (0, 0), "RIGHT")])


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """A text as it is, on as many lines as it takes; cut where it would fill a sheet."""
    return Paragraph(_escaped(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"), style)


def _escaped(text: str) -> str:
    return escape(_CONTROL.sub(" ", text), quote=False)


def _table(
    cells: Sequence[list[Any]],
    widths: Sequence[float],
    *,
    header_rows: int = 0,
    valign: str = "MIDDLE",
    padding: float = 0.5,
    extra: Sequence[Any] = (),
) -> Table:
    style = [
        ("VALIGN", (0, 0), (-1, -1), valign),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        *extra,
    ]
    return Table(cells, widths, repeatRows=header_rows, style=style, hAlign="LEFT")


def _joined(between: str, *parts: str | None) -> str:
    return between.join(part for part in parts if part)

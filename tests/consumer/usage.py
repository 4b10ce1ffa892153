"""What a consumer writes, for type checkers; it is never run.

A line with an ignore is a wrong use, which both checkers must report.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

import eandata_client
import httpx2
import information_machine_client
import pam_client
import spaaza_client
from eandata_client import AsyncEANData, EANData, NotFoundError, Retry
from eandata_client.errors import ProductNotFoundError
from eandata_client.models import AttributeField, Category, Company, Extra, Found, Product, Updated
from information_machine_client import AsyncInformationMachine, InformationMachine
from information_machine_client.models import (
    InvoiceData,
    OnDemandRefresh,
    ProductData,
    StoreConnectionCredentials,
    UpcResolved,
    UserPurchases,
    UserStore,
)
from pam_client import AsyncPam, Pam
from pam_client.errors import ImportAborted
from pam_client.models import ExportStarted, ImportMapping, ImportStarted, ImportStatus, NewPrice, Price, Result
from pam_client.models import Product as PamProduct
from retail_runtime import (
    NULL,
    UNSET,
    APIError,
    AsyncDownload,
    AsyncExport,
    AsyncJob,
    AsyncPager,
    AsyncRows,
    Download,
    Export,
    Job,
    Page,
    Pager,
    RateLimit,
    RateLimitError,
    Response,
    Rows,
    UnknownEvent,
)
from spaaza_client import AdminSession, AsyncSpaaza, Privileged, Spaaza, UserSession
from spaaza_client.errors import VoucherLockedError, VoucherNotFoundError
from spaaza_client.models import (
    AddBasketResults,
    Basket,
    BasketItem,
    Card,
    Entity,
    LoyaltyLevelChanged,
    PointsMutation,
    PriceBasketResults,
    Receipt,
    Session,
    UserEvent,
    UserInfo,
    Voucher,
    VoucherIssued,
    VoucherResult,
    VoucherRow,
    WalletLedgerEntry,
    WarningDetail,
)

# -- everywhere -----------------------------------------------------------------------------------

api = EANData("0123456789ABCDEF")
from_environment = EANData()
from_function = EANData(lambda: "0123456789ABCDEF", timeout=5.0, base_url="http://localhost:8000", strict=True)
own_http = EANData("0123456789ABCDEF", http=httpx2.Client(proxy="http://localhost:3128"))
several_hosts = EANData("0123456789ABCDEF", base_url={"": "http://localhost:8000"}, headers={"X-Till": "7"})

assert_type(api.with_options(timeout=2.0, retry=Retry(attempts=1)), EANData)
assert_type(api.with_options(timeout=2.0, retry=Retry(attempts=1)).products.find("049000006582"), Found)
response = api.with_response.products.find("049000006582")
assert_type(response, Response[Found])
assert_type(response.data, Found)
assert_type(response.status, int)
assert_type(response.headers, httpx2.Headers)
assert_type(response.rate_limit, RateLimit)
assert_type(response.warnings, Sequence[Any])
raw: dict[str, Any] = response.json()

try:
    api.products.find("049000006582")
except NotFoundError as error:
    assert_type(error.status, int)
    assert_type(error.code, str | None)
    assert_type(error.name, str | None)
    assert_type(error.message, str)
    assert_type(error.request_id, str | None)
    assert_type(error.response, httpx2.Response)
    print(error.details)

# -- EANdata --------------------------------------------------------------------------------------

with EANData("0123456789ABCDEF") as api:
    found = api.products.find("049000006582")
    assert_type(found, Found)
    assert_type(found.product, Product)
    assert_type(found.product.attributes.price_new, Decimal | None)
    assert_type(found.product.attributes.price_new_extra, str | None)
    assert_type(found.product.locked, bool)
    assert_type(found.product.modified, datetime)
    assert_type(found.status.run, float)
    assert_type(found.company, Company | None)
    assert_type(api.products.find("049000006582", has=["long_desc"]).product.has["long_desc"], bool)
    assert_type(api.products.find("049000006582", extra={"basket": "42"}).status.echo["basket"], str)
    api.products.find("049000006582", get="all", has="image", comp=True, pending=False, search="deep")
    assert_type(api.products.update("049000006582", field="weight", value="12", extra_id=501), Updated)
    assert_type(api.catalog.categories(), list[Category])
    assert_type(api.catalog.attributes(), list[AttributeField])
    assert_type(api.catalog.extra(field="weight"), list[Extra])
    assert_type(api.with_options(mode="xml").products.find("049000006582"), Found)
    assert_type(EANData(mode="xml").with_options(post=True), EANData)
    for result in api.products.find_many(["049000006582", "4006381333931"], concurrency=32):
        assert_type(result, Found | APIError)
        if isinstance(result, APIError):
            continue
        assert_type(result.product.ean13, str)
    try:
        api.products.find("049000006582")
    except ProductNotFoundError as missing:
        assert_type(missing.company, Company | None)
    assert_type(found.replace(company=None), Found)
    assert_type(Found.from_dict(found.to_dict()), Found)

    api.products.find()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.products.find(49000006582)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.products.find("049000006582", hass=["long_desc"])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.products.find("049000006582", comp="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api.products.update("049000006582", field="weight")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.product.find("049000006582")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    api.with_options(tiemout=2.0)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.with_options(mode="csv")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    EANData(tiemout=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    EANData(http=httpx2.AsyncClient())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    found.product.locked = True  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    _ = found.product.colour  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    _ = found.company.name  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


async def eandata() -> None:
    async with AsyncEANData("0123456789ABCDEF", http=httpx2.AsyncClient()) as api:
        pending = api.products.find("049000006582")
        _ = assert_type(pending, Coroutine[Any, Any, Found])
        assert_type(await pending, Found)
        assert_type(await api.with_response.products.find("049000006582"), Response[Found])
        assert_type(api.with_options(timeout=2.0), AsyncEANData)
        assert_type(await api.with_options(mode="xml").catalog.categories(), list[Category])
        assert_type(await api.products.find_many(["049000006582"], concurrency=8), list[Found | APIError])
        assert_type(await api.products.update("049000006582", field="weight", value="12"), Updated)

        _ = api.products.find("049000006582").product  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        api.products.find("049000006582")  # type: ignore[unused-coroutine]  # pyright: ignore[reportUnusedCoroutine]
        await api.products.find("049000006582", nope=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        AsyncEANData(http=httpx2.Client())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


# -- PAM ------------------------------------------------------------------------------------------

with Pam("ticket", base_url="https://api.example.com") as pam:
    products = pam.products.list("25", gtin=NULL, has_price=True)
    assert_type(products, Pager[PamProduct])
    for product in pam.products.list(participant_id="25", gtin=NULL, has_price=True, page_size=100):
        assert_type(product, PamProduct)
        assert_type(product.gtin, str | None)
    for page in products.pages():
        assert_type(page, Page[PamProduct])
        assert_type(page.items, Sequence[PamProduct])
    assert_type(products.first(), PamProduct | None)
    assert_type(pam.with_response.products.list("25"), Response[Page[PamProduct]])

    updated = pam.products.update(6, name="name", store_id=None, attributes=["a"], delete_price=True)
    assert_type(updated, Result)
    pam.products.update(6, store_id=UNSET, price=NewPrice(price=5, country="NL"), lock={"gtin_lock": True})
    assert_type(pam.prices.list(6), list[Price])
    assert_type(pam.products.delete(6), Result)

    job = pam.imports.products(participant_id="13", data=Path("products.csv"), mapping={"gtin": "EAN"})
    assert_type(job, Job[ImportStarted, ImportStatus])
    assert_type(job.started, ImportStarted)
    assert_type(job.status(), ImportStatus)
    try:
        assert_type(job.wait(timeout=600), ImportStatus)
    except ImportAborted as aborted:
        assert_type(aborted.message, str)
    with open("products.csv", "rb") as source:
        pam.imports.products("13", data=source, mapping=ImportMapping(gtin="EAN"), parse_string=True)
    pam.imports.similar(data=("similar.csv", b"a;b", "text/csv"))

    export = pam.exports.products(participant_id="25")
    assert_type(export, Export[ExportStarted])
    assert_type(export.link(), str)
    assert_type(export.download(), Download)
    with pam.exports.products(participant_id="25").download() as file:
        assert_type(file, Download)
        assert_type(file.save("products.csv"), int)
        for chunk in file:
            assert_type(chunk, bytes)
    assert_type(pam.with_response.exports.products("25"), Response[ExportStarted])
    assert_type(pam.with_response.imports.similar(link="https://example.com/x.csv"), Response[ImportStarted])

    pam.products.list()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pam.products.list("25", name=NULL)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pam.products.list("25", has_price="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pam.products.update("6")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pam.products.update(6, "name")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pam.imports.products("13", data="products.csv", mapping={})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    NewPrice(price=5, country=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    NewPrice(country="NL")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    products[0]  # type: ignore[index]  # pyright: ignore[reportIndexIssue, reportUnusedExpression]
    job.wait(timeuot=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def pam_too() -> None:
    async with AsyncPam("ticket", base_url="https://api.example.com") as pam:
        products = pam.products.list("25", gtin=NULL)
        assert_type(products, AsyncPager[PamProduct])
        async for product in products:
            assert_type(product, PamProduct)
        async for page in products.pages():
            assert_type(page, Page[PamProduct])
        assert_type(await products.first(), PamProduct | None)
        assert_type(await pam.with_response.products.list("25"), Response[Page[PamProduct]])

        job = await pam.imports.products("13", data=Path("products.csv"), mapping={"gtin": "EAN"})
        assert_type(job, AsyncJob[ImportStarted, ImportStatus])
        assert_type(await job.status(), ImportStatus)
        assert_type(await job.wait(timeout=600), ImportStatus)

        export = await pam.exports.products("25")
        assert_type(export, AsyncExport[ExportStarted])
        assert_type(await export.link(), str)
        assert_type(export.download(), AsyncDownload)
        async with export.download() as file:
            assert_type(file, AsyncDownload)
            assert_type(await file.save("products.csv"), int)

        for _ in pam.products.list("25"):  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
            pass
        with export.download() as file:  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues]
            pass


def information_machine(client_id: str, client_secret: str, body: bytes) -> None:
    with InformationMachine(client_id, client_secret) as api:
        products = api.products.list(name="Kale", full_resp=True)
        assert_type(products, Pager[ProductData])
        for response in products.responses():
            assert_type(response, Response[Page[ProductData]])
            assert_type(response.rate_limit.remaining, int | None)
        api.users.create(user_id="exampleID123456", email="mail@example.com", zip="21000")
        connection = api.stores.connect("exampleID123456", store_id=3, username="u", password="p")
        connection = api.stores.wait_until_scraped("exampleID123456", connection.id, timeout=600)
        assert_type(connection, UserStore)
        if connection.account_locked:
            assert_type(connection.unlock_url, str | None)
        with open("2.jpg", "rb") as image:
            sent = api.scans.upload_receipt("u", receipt_id="r1", images=[Path("1.jpg"), b"", image])
        assert_type(sent, str)
        assert_type(api.with_response.lookups.stores().rate_limit, RateLimit)
    try:
        api.users.get("exampleID123456")
    except RateLimitError as error:
        assert_type(error.rate_limit.reset, datetime | None)
    match information_machine_client.webhooks.parse(body):
        case UserPurchases(purchase_data=bought):
            for invoice in bought.invoices or []:
                assert_type(invoice, InvoiceData)
        case StoreConnectionCredentials(account_lock_code=code):
            assert_type(code, int | None)
        case event:
            assert_type(event, OnDemandRefresh | UpcResolved | UnknownEvent)

    api.scans.upload_receipt("u", receipt_id="r", images=["1.jpg"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    api.stores.connect("u", store_id="3", username="u", password="p")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def information_machine_too() -> None:
    async with AsyncInformationMachine() as api:
        async for product in api.products.list(name="Kale"):
            assert_type(product, ProductData)
        async for response in api.products.list(name="Kale").responses():
            assert_type(response, Response[Page[ProductData]])
        assert_type(await api.stores.wait_until_scraped("u", 1), UserStore)


def spaaza(key: str, secret: str, body: bytes, headers: dict[str, str]) -> None:
    with Spaaza(auth=Privileged(key, secret), app_hostname="acme.spaaza.com") as api:
        user = api.users.add(username="foo@bar.com", last_name="Bar", programme_opted_in=True)
        assert_type(user, UserInfo)
        assert_type(user.user_id, int)
        assert_type(api.users.card(user_id=user.user_id), Card)
        voucher = api.vouchers.create(user_id=1, campaign_id=66, voucher_amount=5.0, voucher_lock_period=300)
        assert_type(voucher, VoucherResult)
        api.vouchers.create(campaign_id=66, voucher_amount=Decimal("5.00"), voucher_type="basket")
        try:
            api.vouchers.claim(voucher_key=voucher.voucher_key, user_id=user.user_id, chain_id=1743)
        except VoucherLockedError as error:
            assert_type(error.status, int)
        except VoucherNotFoundError as error:
            assert_type(error.message, str)
        claimed = api.with_response.vouchers.claim(voucher_key=voucher.voucher_key)
        assert_type(claimed, Response[VoucherResult])
        listed = api.vouchers.list(chain_id=1743, show_redeemed=True)
        assert_type(listed, Pager[Voucher])
        for each in listed:
            assert_type(each.voucher_amount, Decimal | None)
        assert_type(api.with_response.vouchers.list(chain_id=1743), Response[Page[Voucher]])
        with api.vouchers.list_csv(chain_id=1743) as rows:
            assert_type(rows, Rows[VoucherRow])
            for row in rows:
                assert_type(row, VoucherRow)
        priced = api.baskets.price(
            entity={"entity_type": "chain", "entity_id": 1743},
            user={"member_number": "404064"},
            basket={"retailer_basket_code": "C-1", "basket_items": [{"item_barcode": "1", "item_price": 9.5}]},
        )
        assert_type(priced, PriceBasketResults)
        done = api.baskets.add(
            entity=Entity(entity_type="chain", entity_id=1743),
            user=None,
            basket=Basket(
                retailer_basket_code="C-1",
                basket_items=[BasketItem(item_barcode="1", item_quantity=Decimal(1), item_price=Decimal("9.50"))],
            ),
        )
        assert_type(done, AddBasketResults)
        assert_type(done.warnings, Sequence[WarningDetail])
        session = api.sessions.login(username="ann@example.com", password="secret")
        assert_type(session, Session)
        assert_type(Spaaza(auth=UserSession(session), app_hostname="acme.spaaza.com"), Spaaza)
        Spaaza(auth=AdminSession("21", lambda: "key"), session_chain_id=1743, api_version="1.4.2", language="nl")
        Spaaza(base_url={"": "http://localhost/spaaza", "services": "http://localhost/spaaza-services"})
        assert_type(api.with_options(language="nl-NL").wallets.ledger(user_id=1), list[WalletLedgerEntry])
        assert_type(api.receipts.get(123456), Receipt)
        assert_type(api.users.export("user").download(), Download)
    match spaaza_client.webhooks.parse(body, headers, secret="shared"):
        case VoucherIssued(data=issued):
            assert_type(issued.voucher_key, str)
        case PointsMutation(data=mutation):
            assert_type(mutation.amount, Decimal)
        case UnknownEvent() as event:
            assert_type(event.content, bytes)
        case event:
            assert_type(event, UserEvent | LoyaltyLevelChanged | Receipt)

    api.vouchers.create(voucher_amount=5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.vouchers.claim(key="k")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    api.baskets.add(entity=Entity(entity_type="chain", entity_id=1), basket=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Spaaza(auth="key")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Spaaza(auth=Privileged(key, secret), hostname="acme.spaaza.com")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def spaaza_too() -> None:
    async with AsyncSpaaza(auth=UserSession("7", "key")) as api:
        async for voucher in api.vouchers.list(chain_id=1743):
            assert_type(voucher, Voucher)
        async with api.vouchers.list_csv(chain_id=1743) as rows:
            assert_type(rows, AsyncRows[VoucherRow])
            async for row in rows:
                assert_type(row, VoucherRow)
        assert_type(await api.sessions.create(user_id=7), Session)
        assert_type(await api.with_response.vouchers.claim(voucher_id=1), Response[VoucherResult])


assert_type(eandata_client.models.Found, type[Found])
assert_type(pam_client.errors.ImportAborted, type[ImportAborted])

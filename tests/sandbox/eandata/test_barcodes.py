"""Barcodes: check digits and the forms of one number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from retail_sandbox.eandata.barcodes import BarcodeError, candidates, codes, compress, ean13_of, expand

same_every_time = settings(derandomize=True, database=None, deadline=None)


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def with_check_digit(body: str) -> str:
    """GS1's rule, written out once more: weights 3 and 1 from the right."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


@pytest.mark.parametrize(
    ("upce", "upca"),
    [
        ("04443759", "044437000059"),
        ("04965802", "049000006582"),
        ("01212309", "012000001239"),
        ("01204513", "012100000453"),
        ("01223741", "012230000071"),
        ("01234565", "012345000065"),
    ],
)
def test_a_upc_e_stands_for_the_upc_a_with_its_zeros_put_back(upce: str, upca: str) -> None:
    assert expand(upce) == upca
    assert compress(upca) == upce


@same_every_time
@given(st.sampled_from("01"), digits(6))
def test_whatever_is_expanded_is_compressed_to_a_code_of_the_same_product(system: str, middle: str) -> None:
    upcas = [upca for check in range(10) if (upca := expand(f"{system}{middle}{check}"))]
    assert len(upcas) == 1, "exactly one check digit is right"
    short = compress(upcas[0])
    assert short is not None
    assert expand(short) == upcas[0]


@same_every_time
@given(digits(11))
def test_a_upc_a_that_has_a_short_form_comes_back_from_it(body: str) -> None:
    upca = with_check_digit(body)
    short = compress(upca)
    assert short is None or expand(short) == upca


@same_every_time
@given(st.one_of(digits(7), digits(11), digits(12)), st.integers(1, 9))
def test_one_wrong_check_digit_is_always_noticed(body: str, off: int) -> None:
    right = with_check_digit(body)
    wrong = body + str((int(right[-1]) + off) % 10)
    assert right.zfill(13) in candidates(right)
    if len(wrong) != 8 or expand(wrong) is None:  # eight digits may be right as a UPC-E
        with pytest.raises(BarcodeError, match="check digit"):
            candidates(wrong)


@same_every_time
@given(digits(11))
def test_the_ean_13_of_a_upc_a_has_a_zero_before_it(body: str) -> None:
    upca = with_check_digit(body)
    assert candidates(upca) == (f"0{upca}",)
    assert codes(f"0{upca}").upca == upca


@same_every_time
@given(digits(9))
def test_an_isbn_10_and_its_ean_13_stand_for_each_other(body: str) -> None:
    ean13 = with_check_digit(f"978{body}")
    isbn10 = codes(ean13).isbn10
    assert isbn10 is not None
    assert isbn10[:9] == body
    weighted = sum(
        weight * (10 if digit == "X" else int(digit)) for weight, digit in zip(range(10, 0, -1), isbn10, strict=True)
    )
    assert weighted % 11 == 0
    assert ean13_of(isbn10) == ean13


def test_only_numbers_of_the_978_range_have_an_isbn_10() -> None:
    assert codes("9791090636071").isbn10 is None


def test_an_isbn_10_with_a_wrong_check_digit_is_refused() -> None:
    with pytest.raises(BarcodeError, match="no ISBN-10"):
        ean13_of("0306406153")


@pytest.mark.parametrize("text", ["", "1234567", "123456789", "12345678901234", "4963406A", "٠١٢٣٤٥٦٧"])
def test_other_lengths_and_letters_are_no_barcode(text: str) -> None:
    with pytest.raises(BarcodeError, match="8, 12 or 13 digits"):
        candidates(text)


def test_a_upc_e_has_number_system_0_or_1() -> None:
    assert expand("24443753") is None  # its check digit is right
    assert candidates("11234562")[0] == "0112345000062"


def test_eight_digits_that_are_both_codes_mean_the_upc_e_first() -> None:
    assert candidates("04443759") == ("0044437000059", "0000004443759")

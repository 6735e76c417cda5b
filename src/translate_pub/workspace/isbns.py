"""ISBNs of a book: right by themselves, and no two alike."""

from __future__ import annotations

from translate_pub.model import isbn
from translate_pub.model.book import PRODUCTS
from translate_pub.workspace.findings import Findings, key_name, quoted
from translate_pub.workspace.tables import IsbnTable
from translate_pub.workspace.toml import Path

_OLD_LENGTH = 10


def products(table: IsbnTable, key: Path, findings: Findings) -> dict[str, str]:
    """Return product -> ISBN as written, after finding the wrong ones; volumes are `volume-1.paperback` and so on."""
    written: dict[str, str] = {}
    tables = [("", key, table), *((f"volume-{n + 1}.", (*key, "volumes", n), v) for n, v in enumerate(table.volumes))]
    for prefix, path, numbers in tables:
        for product in PRODUCTS:
            number = getattr(numbers, product, "")
            if number:
                written[f"{prefix}{product}"] = number
                _check(number, (*path, product), findings)
    return written


def find_repeated(numbers: dict[Path, str], findings: Findings) -> None:
    """Find ISBNs that stand at two keys: an ISBN names one product of one edition."""
    first: dict[str, Path] = {}
    for key, written in numbers.items():
        earlier = first.setdefault(isbn.compact(written), key)
        if earlier != key:
            message = f"{key_name(key)} is {quoted(written)}, which is the ISBN of {key_name(earlier)} too"
            findings.error("B012", key, message, "every product of every language has an ISBN of its own")


def _check(written: str, key: Path, findings: Findings) -> None:
    """Find what is wrong with one ISBN."""
    problem, hint = _problem(isbn.compact(written))
    if problem:
        findings.error("B011", key, f"{key_name(key)} is {quoted(written)}, {problem}", hint)


def _problem(digits: str) -> tuple[str, str]:
    """Return what is wrong with the digits of an ISBN, and what would be right."""
    if len(digits) == _OLD_LENGTH and digits[:-1].isascii() and digits[:-1].isdigit():
        renewed = f"{isbn.PREFIXES[0]}{digits[:-1]}"
        return "an ISBN of the old kind with ten digits", f"as ISBN-13 it is {renewed}{isbn.check_digit(renewed)}"
    if not (digits.isascii() and digits.isdigit()):
        return "which has other signs than digits, hyphens and spaces", ""
    if len(digits) != isbn.LENGTH:
        return f"which has {len(digits)} digits", f"an ISBN has {isbn.LENGTH}"
    if not digits.startswith(isbn.PREFIXES):
        return f"which begins with {digits[:3]}", f"an ISBN begins with {' or '.join(isbn.PREFIXES)}"
    right = isbn.check_digit(digits)
    if digits[-1] != right:
        return f"whose last digit is {digits[-1]}", f"the check digit of {digits[:-1]} is {right}"
    return "", ""

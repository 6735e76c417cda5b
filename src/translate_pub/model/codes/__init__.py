"""The register of diagnostic codes: every finding that the tool can report, one table a floor."""

from __future__ import annotations

from translate_pub.model.codes.catalog import CATALOG
from translate_pub.model.codes.checks import CHECKS
from translate_pub.model.codes.configuration import CONFIGURATION
from translate_pub.model.codes.edition import EDITION
from translate_pub.model.codes.exchange import EXCHANGE
from translate_pub.model.codes.pages import PAGES
from translate_pub.model.codes.preflight import PREFLIGHT
from translate_pub.model.codes.source import SOURCE

CODES: dict[str, str] = {**CONFIGURATION, **SOURCE, **CATALOG, **CHECKS, **EXCHANGE, **EDITION, **PAGES, **PREFLIGHT}
"""Code -> title; the docs have one section and the suite one case for each."""

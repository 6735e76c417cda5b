"""Language tags of a configuration: BCP 47, and known to the CLDR data that editions are made with."""

from __future__ import annotations

from translate_pub.catalog import locales
from translate_pub.workspace.findings import Findings, nearest, quoted
from translate_pub.workspace.toml import Path

_ALLOWED = "allowed: tags of BCP 47, such as ur, sv, pt-BR, sr-Latn"


def check(tag: str, key: Path, findings: Findings) -> bool:
    """Find a tag that is none, and say whether it may be used."""
    problem, suggestion = _problem(tag)
    if problem:
        hint = f"did you mean {suggestion}?" if suggestion else ""
        findings.error("B007", key, f"{quoted(tag)} {problem}", hint, _ALLOWED)
    return not problem


def _problem(tag: str) -> tuple[str, str]:
    """Return what is wrong with a tag, and the tag that was likely meant."""
    if locales.find(tag):
        return "", ""
    from babel.core import Locale, UnknownLocaleError, get_global, parse_locale  # noqa: PLC0415  # rarely needed

    try:
        parts = parse_locale(tag, sep="-")
    except ValueError:
        return "is not a language tag", _likely(tag)
    canonical = "-".join(part for part in (parts[0], parts[2], parts[1], parts[3]) if part)
    try:
        Locale.parse(canonical, sep="-")
    except (UnknownLocaleError, ValueError):
        return "is not a language that translate-pub knows", _likely(tag)
    alias = get_global("language_aliases").get(parts[0])
    if alias or canonical != tag:
        return "is not the usual tag", alias or canonical
    return "", ""


def _likely(word: str) -> str:
    """Guess the tag from a name, a code of three letters or a locale's name; empty where nothing is near."""
    if "_" in word and not _problem(word.replace("_", "-"))[0]:
        return word.replace("_", "-")
    from babel.core import Locale, get_global  # noqa: PLC0415  # as above

    alias = get_global("language_aliases").get(word.casefold())
    if alias:
        return str(alias)
    names = {name.casefold(): tag.replace("_", "-") for tag, name in Locale("en").languages.items()}
    return nearest(word, names)

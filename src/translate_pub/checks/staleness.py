"""Whether a catalogue is in step with its source: what it lacks counts as untranslated, and nobody sees it there."""

from __future__ import annotations

from translate_pub.model.catalog import Catalog, Template
from translate_pub.model.diagnostic import Diagnostic, Severity, Span

_HINT = "bring it in step: translate-pub update"


def check(catalog: Catalog | None, template: Template, path: str = "") -> tuple[Diagnostic, ...]:
    """Find a catalogue that lacks messages of its source, or has some that the source no longer has.

    A message that a damaged entry holds is not missing: it waits for the repair.

    Args:
        catalog: the chapter's translations, or None where there is no file.
        template: made of the source as it is now.
        path: where the missing file would be.
    """
    if catalog is None:
        message = f"there is no catalogue for {template.chapter}: it wants {_messages(len(template.messages))}"
        return (Diagnostic("C040", Severity.WARNING, message, Span(path), (_HINT,)),) if template.messages else ()
    held = catalog.live().keys() | {damage.key for damage in catalog.damaged}
    wanted = {message.key for message in template.messages}
    lacking, left = len(wanted - held), len(catalog.live().keys() - wanted)
    if not lacking and not left:
        return ()
    told = [f"{_messages(lacking)} not here yet"] if lacking else []
    told += [f"{_messages(left)} here that it no longer has"] if left else []
    message = f"out of step with the source of {template.chapter}: {', '.join(told)}"
    return (Diagnostic("C040", Severity.WARNING, message, Span(catalog.path), (_HINT,)),)


def _messages(number: int) -> str:
    return f"{number:,} message" if number == 1 else f"{number:,} messages"

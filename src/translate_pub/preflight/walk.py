"""The walk through a page's content: every operator, in forms, patterns and drawn glyphs too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Object

from translate_pub.model.preflight import Rect
from translate_pub.preflight import colours, reading
from translate_pub.preflight.hand import Hand, State, Typecase
from translate_pub.preflight.operators import objects, paths, states, texts, tints
from translate_pub.preflight.painting import Painting

Operator = Callable[[Hand, Sequence[Object]], None]

DEEPEST = 24
"""How many forms and patterns may lie in each other; deeper, a file is damaged or malicious."""
MOST_FOLLOWED = 5_000
"""Forms and patterns of a page, each as often as it is drawn."""
MOST_PAINTS = 400_000
"""Objects of a page; a map drawn in full has some ten thousand."""

OPERATORS: dict[str, tuple[int, Operator]] = {
    "q": (0, states.save),
    "Q": (0, states.restore),
    "cm": (6, states.transform),
    "w": (1, states.line_width),
    "gs": (1, states.parameters),
    "m": (2, paths.move),
    "l": (2, paths.points),
    "c": (6, paths.points),
    "v": (4, paths.points),
    "y": (4, paths.points),
    "h": (0, paths.close),
    "re": (4, paths.rectangle),
    "W": (0, paths.clip),
    "W*": (0, paths.clip),
    "n": (0, paths.paint()),
    "f": (0, paths.paint(fill=True)),
    "F": (0, paths.paint(fill=True)),
    "f*": (0, paths.paint(fill=True)),
    "S": (0, paths.paint(stroke=True)),
    "s": (0, paths.paint(stroke=True)),
    "B": (0, paths.paint(fill=True, stroke=True)),
    "B*": (0, paths.paint(fill=True, stroke=True)),
    "b": (0, paths.paint(fill=True, stroke=True)),
    "b*": (0, paths.paint(fill=True, stroke=True)),
    "g": (1, tints.device(colours.GREY, stroking=False)),
    "G": (1, tints.device(colours.GREY, stroking=True)),
    "rg": (3, tints.device(colours.RGB, stroking=False)),
    "RG": (3, tints.device(colours.RGB, stroking=True)),
    "k": (4, tints.device(colours.CMYK, stroking=False)),
    "K": (4, tints.device(colours.CMYK, stroking=True)),
    "cs": (1, tints.space(stroking=False)),
    "CS": (1, tints.space(stroking=True)),
    "sc": (1, tints.colour(stroking=False)),
    "SC": (1, tints.colour(stroking=True)),
    "scn": (1, tints.colour(stroking=False)),
    "SCN": (1, tints.colour(stroking=True)),
    "BT": (0, texts.begin),
    "Tf": (2, texts.font),
    "Tc": (1, texts.setting("spacing")),
    "Tw": (1, texts.setting("word_spacing")),
    "Tz": (1, texts.setting("stretch", 0.01)),
    "TL": (1, texts.setting("leading")),
    "Ts": (1, texts.setting("rise")),
    "Tr": (1, texts.setting("mode")),
    "Tm": (6, texts.place),
    "Td": (2, texts.shift),
    "TD": (2, texts.shift_and_lead),
    "T*": (0, texts.next_line),
    "Tj": (1, texts.show),
    "TJ": (1, texts.show),
    "'": (1, texts.show_next),
    '"': (3, texts.show_next),
    "Do": (1, objects.do),
    "sh": (1, objects.shading),
    "INLINE IMAGE": (1, objects.inline),
}
"""Operator -> (how many operands it needs, what it does). Others paint nothing and choose no colour."""


def walk(page: pikepdf.Page, seen: Rect, typecase: Typecase) -> Painting:
    """Return what a page paints.

    Args:
        page: the page.
        seen: what of its space is on the media; everything else is painted for nobody.
        typecase: the fonts that were read before.
    """
    painting = Painting()
    state = State(clip=seen)
    hand = Hand(painting, typecase, reading.entry(page.obj, "/Resources"), state, follow, base=state.matrix)
    _read(hand, page)
    return painting


def follow(hand: Hand, content: Object, state: State, resources: Object | None = None) -> None:
    """Go through the content of a form, pattern or glyph, and come back.

    Args:
        hand: where it is called.
        content: its stream.
        state: what it begins with.
        resources: where its names are looked up where it has none of its own.
    """
    number = reading.identity(content)
    if number in hand.ancestors or hand.depth >= DEEPEST:
        hand.painting.troubles.append("a form or pattern lies in itself, or too deep in others")
        return
    hand.painting.followed += 1
    if hand.painting.followed > MOST_FOLLOWED:
        if hand.painting.followed == MOST_FOLLOWED + 1:
            told = f"forms are drawn more than {MOST_FOLLOWED:,} times; the rest is not looked at"
            hand.painting.troubles.append(told)
        return
    own = reading.entry(content, "/Resources") or resources or hand.resources
    inner = Hand(
        hand.painting,
        hand.typecase,
        own,
        state,
        hand.follow,
        base=state.matrix,
        depth=hand.depth + 1,
        ancestors=(*hand.ancestors, number),
    )
    _read(inner, content)


def _read(hand: Hand, content: pikepdf.Page | Object) -> None:
    """Do every operator of a content."""
    try:
        instructions = pikepdf.parse_content_stream(content)
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError) as error:
        hand.painting.troubles.append(_told(error))
        return
    for instruction in instructions:
        operands, operator = list(instruction.operands), instruction.operator
        known = OPERATORS.get(str(operator))
        if known is None:
            continue
        least, function = known
        if len(operands) < least:
            hand.painting.troubles.append(f"the operator {operator} lacks operands")
            continue
        function(hand, operands)
        if len(hand.painting.paints) > MOST_PAINTS:
            hand.painting.troubles.append(f"the page has more than {MOST_PAINTS:,} objects; the rest is not looked at")
            return


def _told(error: Exception) -> str:
    """Say what a library says, in one line."""
    return " ".join(str(error).split()) or type(error).__name__

"""Segments on their way to the translator: what is offered, under which headings, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate_pub.model.source import Segment
from translate_pub.source.directives import Directive, Verb
from translate_pub.source.rendition import Rendition, Translate


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for everything inside an element."""

    within: tuple[str, ...] = ()
    """The elements around it, outermost first."""
    note: str | None = None
    """The label of the footnote that it stands in."""
    notes: tuple[str, ...] = ()
    """What the author says to the translator."""
    context: str = ""
    skipped: bool = False

    def obeying(self, directive: Directive) -> Scope:
        """Return the scope of the block that a directive stands before."""
        if directive.verb is Verb.NOTE:
            return replace(self, notes=(*self.notes, directive.argument))
        if directive.verb is Verb.CONTEXT:
            return replace(self, context=directive.argument)
        return replace(self, skipped=True) if directive.verb is Verb.SKIP else self


class Offering:
    """Offers segments one by one and keeps them."""

    def __init__(self, translate: Translate) -> None:
        self.segments: list[Segment] = []
        self.off = False
        """Whether the author has put an end to translation, until further notice."""
        self.verbatim = True
        """Whether everything so far has come back as it was offered."""
        self._translate = translate
        self._path: list[tuple[int, str]] = []
        self._paths: list[tuple[int, tuple[str, ...]]] = []

    @property
    def near(self) -> int | None:
        """The line of what was offered last."""
        return self.segments[-1].line if self.segments else None

    def leave(self, level: int) -> None:
        """Come to a heading: what stood under its equals is over."""
        self._path = [above for above in self._path if above[0] < level]

    def enter(self, level: int, heading: str, line: int | None) -> None:
        """Go on below a heading."""
        self._path.append((level, heading))
        if line is not None:
            self._paths.append((line, self.path()))

    def path(self) -> tuple[str, ...]:
        """Return the headings above, outermost first."""
        return tuple(heading for _, heading in self._path)

    def path_at(self, line: int) -> tuple[str, ...]:
        """Return the headings above a line that was passed."""
        return max((known for known in self._paths if known[0] <= line), default=(0, ()))[1]

    def segment(self, kind: str, text: str, line: int | None, scope: Scope) -> Segment:
        """Make a segment that stands below the present heading."""
        ordinal, note = len(self.segments), scope.note or ""
        return Segment(kind, text, scope.context, line, self.path(), scope.notes, ordinal=ordinal, note=note)

    def offer(self, segment: Segment, scope: Scope) -> Rendition | None:
        """Offer a segment; None where it is not to be translated, or is not yet."""
        if scope.skipped or self.off:
            return None
        self.segments.append(segment)
        rendition = self._translate(segment)
        if not rendition or not rendition.text.strip():
            return None
        self.verbatim = self.verbatim and rendition.text == segment.text
        return rendition

"""`translate-pub impose`: pages on sheets."""

from __future__ import annotations

from pathlib import Path

import click

from translate_pub.cli import accounts, speech, surroundings
from translate_pub.cli.verb import verb
from translate_pub.commands import impose as command
from translate_pub.commands.impose import Written
from translate_pub.publish.imposition import PROOFS, SIGNATURES, Order
from translate_pub.report.words import count


@verb(
    "Put pages on sheets: booklets, signatures, proofs.",
    "translate-pub impose build/pamphlet/sv/pamphlet-sv-print.pdf",
    "translate-pub impose handbook-ur-print.pdf --signature 16 --sheet SRA2 --caliper 110",
    "translate-pub impose handbook-ur-print.pdf --signature 16 --sheet A4 --side 2 -o sheets.pdf",
    "translate-pub impose handbook-ur-print.pdf --proof 4",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE...")
@click.option(
    "--sheet", default="A4", show_default=True, metavar="SIZE", help="The paper: A4, SRA3, letter... or 700x1000mm."
)
@click.option(
    "--signature",
    type=click.Choice([str(size) for size in SIGNATURES]),
    help="Pages of a signature; without it, all pages make one booklet, stapled through the fold.",
)
@click.option(
    "--side",
    type=click.Choice(["2", "4", "8", "16"]),
    help="Pages on a side of a sheet; as many as fit if left out. With 2, sheets are folded once and nested.",
)
@click.option(
    "--proof",
    type=click.Choice([str(pages) for pages in PROOFS]),
    help="Show so many pages side by side in reading order, for a proof that is not folded.",
)
@click.option(
    "--right-bound/--left-bound",
    default=None,
    help="Where the spine is; as the file says if left out (right for right-to-left languages).",
)
@click.option(
    "--caliper",
    type=click.FloatRange(0, 1000),
    default=0.0,
    metavar="MICROMETRES",
    help="Thickness of the paper, to make up for creep: about 100 for 80 g office paper.",
)
@click.option(
    "--cut", type=click.FloatRange(0, 50), metavar="MM", help="Cut off at head, foot and fore-edge; the file's bleed."
)
@click.option(
    "--multiple",
    type=click.IntRange(1, 128),
    default=1,
    metavar="PAGES",
    help="Bring the page count to a multiple of this with blanks at the end.",
)
@click.option("--marks/--no-marks", default=True, show_default=True, help="Draw folding, cutting and collating marks.")
@click.option("--shrink", is_flag=True, help="Make pages smaller that are too large for the sheet.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help="Where to write; beside the source."
)
def impose(  # noqa: PLR0913, PLR0917 - as many arguments as the verb has options
    paths: tuple[Path, ...],
    sheet: str,
    signature: str | None,
    side: str | None,
    proof: str | None,
    caliper: float,
    cut: float | None,
    multiple: int,
    output: Path | None,
    *,
    right_bound: bool | None,
    marks: bool,
    shrink: bool,
) -> int:
    """Put the pages of finished PDFs on sheets of paper.

    Without options, all pages become one booklet on A4: two pages a side, printed on both sides, turned over the short
    edge, folded once and stapled. --signature folds each sheet as often as it has pages for, the last fold at the
    spine; printed, folded and cut, its pages follow each other. The marks stand outside the pages: dashed where the
    sheet is folded, solid where it is cut, and a bar on every spine that shows whether the signatures are in order.
    Works on any PDF, whoever made it.
    """
    if proof and (signature or side):
        raise click.UsageError("--proof is not folded: it goes with neither --signature nor --side")
    order = Order(
        sheet=sheet,
        signature=int(signature) if signature else None,
        side=int(side) if side else _booklet(signature, proof),
        proof=int(proof) if proof else None,
        right_bound=right_bound,
        caliper_um=caliper,
        cut_mm=cut,
        multiple=multiple,
        marks=marks,
        shrink=shrink,
    )
    _check_fold(order)
    here = surroundings.directory()
    done = command.run([here / path for path in paths], order, here / output if output else None)
    speech.findings(done.diagnostics)
    for written in done.written:
        speech.hand_over(_written(written))
    return 1 if done.failed else 0


def _booklet(signature: str | None, proof: str | None) -> int | None:
    """Fold a booklet's sheets once: it is stapled through the fold."""
    return None if signature or proof else 2


def _check_fold(order: Order) -> None:
    """Refuse a signature that is not made of whole sheets.

    Raises:
        click.UsageError: it is not.
    """
    if order.signature and order.side and order.signature % (2 * order.side):
        raise click.UsageError(
            f"a signature of {order.signature} pages cannot be made of sheets with {order.side} pages a side; "
            f"--side {order.signature // 2} folds it of one sheet, --side 2 of sheets put into each other"
        )


def _written(written: Written) -> str:
    """Tell where the sheets are, how many, and how they are bound."""
    done = written.imposed
    told = [count(done.sheets, "sheet")]
    if done.signatures:
        told.append(f"{done.across} pages a side")
        told.append(count(done.signatures, "signature") if done.signatures > 1 else "one signature")
        told.append("bound on the right" if done.right_bound else "bound on the left")
        told.append(f"{done.cut_mm:.1f} mm to cut off" if done.cut_mm else "nothing to cut off")
        told.append(f"to print on both sides and turn over the {'short' if done.lying else 'long'} edge")
    if done.blanks:
        told.append(f"{count(done.blanks, 'blank page')} at the end")
    if done.scale < 1:
        told.append(f"pages at {done.scale:.0%}")
    return f"{accounts.shown(written.path)}: {', '.join(told)}"

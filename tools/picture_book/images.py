"""Pictures of our own, the same at every run: drawings as SVG, and what stands for photographs as JPEG."""

from __future__ import annotations

import io
import math
import random

from PIL import Image, ImageDraw, ImageFilter

PPI = 300
_PIXELS_PER_MM = PPI / 25.4
_STREET, _BANK = 108, 62
"""Where a drawing's street ends, and where its houses stand."""
_INK = ("#1c1c1c", "#7a1f1f", "#2f4858", "#6b6b3a", "#8a5a2b")


def drawing(number: int) -> str:
    """Draw houses by a river, as SVG of 120 by 80 units; each number is another street."""
    chance = random.Random(f"street {number}")  # noqa: S311  # made-up pictures, the same each time
    shapes = ['<rect width="120" height="80" fill="#f4efe4"/>']
    left = 4.0
    while left < _STREET:
        width, height = chance.uniform(8, 16), chance.uniform(14, 44)
        shapes.append(_house(left, width, height, chance.choice(_INK)))
        left += width + chance.uniform(1, 4)
    waves = "q3 -2.5 6 0t6 0" * 10
    shapes += [f'<path d="M0 {y}{waves}" fill="none" stroke="#2f4858" stroke-width="0.7"/>' for y in (67, 71, 75)]
    size = 'viewBox="0 0 120 80" width="120mm" height="80mm"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(shapes)}</svg>\n'


def _house(left: float, width: float, height: float, ink: str) -> str:
    """Draw a house on the bank, its roof a triangle."""
    top, right, middle = _BANK - height, left + width, left + width / 2
    wall = f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{ink}"/>'
    roof = f"M{left - 1:.1f} {top:.1f}L{middle:.1f} {top - 7:.1f}L{right + 1:.1f} {top:.1f}Z"
    return f'{wall}<path d="{roof}" fill="{ink}"/>'


def photograph(number: int, width_mm: float, height_mm: float) -> bytes:
    """Make a landscape with hills, a sun and grain, as a JPEG of 300 pixels an inch."""
    chance = random.Random(f"landscape {number}")  # noqa: S311  # as above
    size = round(width_mm * _PIXELS_PER_MM), round(height_mm * _PIXELS_PER_MM)
    image = Image.linear_gradient("L").resize(size)
    sky, earth = _colour(chance, 150, 240), _colour(chance, 20, 90)
    painted = Image.composite(Image.new("RGB", size, earth), Image.new("RGB", size, sky), image)
    pen = ImageDraw.Draw(painted)
    x, y, radius = chance.uniform(0.2, 0.8) * size[0], chance.uniform(0.1, 0.3) * size[1], size[0] * 0.08
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_colour(chance, 200, 255))
    for ridge in range(4):
        pen.polygon(_ridge(chance, size, 0.4 + 0.14 * ridge), fill=_colour(chance, 30, 150 - 25 * ridge))
    grain = _grain(number, size)
    blended = Image.blend(painted.filter(ImageFilter.GaussianBlur(1.2)), grain, 0.06)
    data = io.BytesIO()
    blended.save(data, "JPEG", quality=88, dpi=(PPI, PPI))
    return data.getvalue()


def _colour(chance: random.Random, low: int, high: int) -> tuple[int, int, int]:
    return chance.randint(low, high), chance.randint(low, high), chance.randint(low, high)


def _ridge(chance: random.Random, size: tuple[int, int], height: float) -> list[tuple[float, float]]:
    """Draw a line of hills."""
    phase, steep = chance.uniform(0, 6), chance.uniform(0.03, 0.09)
    top = [
        (x, size[1] * (height + steep * math.sin(phase + x / size[0] * 7) + steep / 3 * math.sin(x / size[0] * 31)))
        for x in range(0, size[0] + 8, 8)
    ]
    return [*top, (size[0], size[1]), (0, size[1])]


def _grain(number: int, size: tuple[int, int]) -> Image.Image:
    """Make the grain of a film: a tile of noise, the same for the same number."""
    chance = random.Random(f"grain {number}")  # noqa: S311  # as above
    tile = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256))
    grain = Image.new("L", size)
    for left in range(0, size[0], 256):
        for top in range(0, size[1], 256):
            grain.paste(tile, (left, top))
    return grain.convert("RGB")

"""Makes src/styles/fonts from the packages in node_modules. Run by hand when a font package changes:

    apt-get install python3-fonttools python3-brotli && python3 scripts/fonts.py

Fraunces keeps the optical axis and weights 400-500; its softness is pinned (SOFT 100, WONK 0), which halves the file.
Atkinson gains U+202F, the narrow no-break space French needs before ? ! ; (the released subsets lack it): it borrows the thin space.
"""
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEB = Path(__file__).resolve().parent.parent
PACKAGES = WEB / "node_modules/@fontsource-variable"
OUT = WEB / "src/styles/fonts"

NARROW_NO_BREAK_SPACE = 0x202F
THIN_SPACE = 0x2009


def save(font: TTFont, name: str) -> None:
    font.flavor = "woff2"
    font.save(OUT / f"{name}.woff2")


for subset, style, name in [
    ("latin", "normal", "atkinson-latin"),
    ("latin-ext", "normal", "atkinson-latin-ext"),
    ("latin", "italic", "atkinson-latin-italic"),
]:
    font = TTFont(PACKAGES / f"atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{subset}-wght-{style}.woff2")
    if subset == "latin":
        thin = font.getBestCmap()[THIN_SPACE]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[NARROW_NO_BREAK_SPACE] = thin
    save(font, name)

for subset in ["latin", "latin-ext"]:
    font = TTFont(PACKAGES / f"fraunces/files/fraunces-{subset}-full-normal.woff2")
    save(instancer.instantiateVariableFont(font, {"SOFT": 100, "WONK": 0, "wght": (400, 500)}), f"fraunces-{subset}")

"""Cuts the two fallback faces to the characters that the faces before them lack.

Usage: cut.py NOTO_SC.ttf NOTO_CJK.ttc HANAMIN_B.ttf UNIHAN_IRG_SOURCES.txt.bz2 OUT_DIR
The result depends on the input files and the version of fontTools only, never on the clock.
"""

import bz2
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

# Chinese sources that print no names of today: the two big dictionaries, the dictionary of old
# Zhuang characters and the index of inscriptions on bronze. They would add some 30,000 glyphs.
SCHOLARLY_SOURCES = {"GHZ", "GHZR", "GKX", "GZ", "GZJW"}

# Only outlines, widths and the character map are used: text is set one character, one glyph.
DROPPED_TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT"]


def is_ideograph(code):
    ranges = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]
    return any(first <= code <= last for first, last in ranges)


def characters(font):
    return set(font.getBestCmap())


def with_living_source(path):
    """The characters that some Chinese source other than the scholarly ones asks for."""
    codes = set()
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkIRG_GSource\t" not in line:
                continue
            code, _, sources = line.rstrip("\n").split("\t")
            names = {source.split("-")[0] for source in sources.split()}
            if names - SCHOLARLY_SOURCES:
                codes.add(int(code.removeprefix("U+"), 16))
    return codes


def face(path, family):
    """The face of a font collection that bears the name `family`."""
    for font in TTCollection(path, recalcTimestamp=False).fonts:
        if font["name"].getDebugName(1) == family:
            return font
    raise SystemExit(f"{path} holds no face {family}")


def cut(font, codes, family, out):
    """Writes `font` with `codes` alone, under a name of its own as the licences ask."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += DROPPED_TABLES
    options.notdef_outline = True
    options.name_IDs = [0, 13, 14]
    options.desubroutinize = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)

    post_script_name = family.replace(" ", "") + "-Regular"
    own_names = {1: family, 2: "Regular", 3: post_script_name, 4: family, 6: post_script_name}
    for number, text in own_names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames[0] = post_script_name
        top.topDictIndex[0].FullName = top.topDictIndex[0].FamilyName = family
    subset.save_font(font, out, options)
    print(f"{out.name}: {len(codes)} characters, {out.stat().st_size} bytes")


def main(main_path, cjk_path, hanamin_path, unihan_path, out_dir):
    out_dir = pathlib.Path(out_dir)
    covered = characters(TTFont(main_path, recalcTimestamp=False))

    sans = face(cjk_path, "Noto Sans CJK SC")
    rare_sans = {code for code in characters(sans) - covered if is_ideograph(code)}
    cut(sans, rare_sans, "Baotuan Rare Sans", out_dir / "BaotuanRareSans.otf")
    covered |= rare_sans

    ming = TTFont(hanamin_path, recalcTimestamp=False)
    rare_ming = characters(ming) & with_living_source(unihan_path) - covered
    cut(ming, rare_ming, "Baotuan Rare Ming", out_dir / "BaotuanRareMing.ttf")


main(*sys.argv[1:])

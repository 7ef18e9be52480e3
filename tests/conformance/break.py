#!/usr/bin/env python3
"""Makes damaged copies of good PDFs, one defect each, their claims left in place.

usage: break.py OUTDIR GOOD.pdf...
Each damage is done to the first file on which it can bite; a damage that bites on none is an error. The copy
`gaaf.pdf` is only rewritten: it must stay good, so that the rewriting itself is never what makes a copy fail.
"""
import re
import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name


class DoesNotBite(Exception):
    pass


def elements(pdf):
    """All structure elements in reading order."""
    def walk(kids):
        if isinstance(kids, Array):
            for kid in kids:
                yield from walk(kid)
        elif isinstance(kids, Dictionary) and '/S' in kids:
            yield kids
            yield from walk(kids.get('/K'))
    yield from walk(pdf.Root.StructTreeRoot.K)


def dictionaries(pdf, kind):
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get('/Type') == kind]


def remove(owners, *keys):
    """Removes the keys wherever they stand; bites when there was one."""
    found = [(owner, key) for owner in owners for key in keys if key in owner]
    if not found:
        raise DoesNotBite
    for owner, key in found:
        del owner[key]


def alt_removed(pdf):
    remove([e for e in elements(pdf) if e.S == '/Figure'], '/Alt')


def parent_tree_entry_removed(pdf):
    numbers = pdf.Root.StructTreeRoot.ParentTree
    while '/Nums' not in numbers:
        numbers = numbers.Kids[0]
    first_page = pdf.pages[0].obj.StructParents
    pairs = list(numbers.Nums)
    kept = [x for key, value in zip(pairs[::2], pairs[1::2]) if key != first_page for x in (key, value)]
    if len(kept) == len(pairs):
        raise DoesNotBite
    numbers.Nums = Array(kept)


def heading_skipped(pdf):
    headings = [e for e in elements(pdf) if re.fullmatch(r'/H[1-4]', str(e.S))]
    if len(headings) < 2:
        raise DoesNotBite
    above = int(str(headings[0].S)[2:])
    headings[1].S = Name(f'/H{above + 2}')


def widths_changed(pdf):
    fonts = [f for f in dictionaries(pdf, '/Font') if '/W' in f]
    if not fonts:
        raise DoesNotBite
    for font in fonts:
        font.W = Array([0, Array([123] * 400)])


def lang_removed(pdf):
    remove([pdf.Root, *elements(pdf)], '/Lang')


def font_file_removed(pdf):
    remove(dictionaries(pdf, '/FontDescriptor'), '/FontFile', '/FontFile2', '/FontFile3')


DAMAGES = {
    'alt-weg': alt_removed,
    'boom-zonder-pagina': parent_tree_entry_removed,
    'kopniveau-overgeslagen': heading_skipped,
    'letterbreedtes-onjuist': widths_changed,
    'taal-weg': lang_removed,
    'lettertype-weg': font_file_removed,
}


def write(pdf, path):
    # A classic cross-reference table and the same identifier: rewriting must not add a defect of its own.
    pdf.save(path, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)


def damaged(damage, goods):
    for good in goods:
        pdf = pikepdf.open(good)
        try:
            damage(pdf)
            return pdf
        except DoesNotBite:
            continue
    return None


def main(out, *goods):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    write(pikepdf.open(goods[0]), out / 'gaaf.pdf')
    for name, damage in DAMAGES.items():
        pdf = damaged(damage, goods)
        if pdf is None:
            sys.exit(f'break.py: "{name}" bites on none of the {len(goods)} files')
        write(pdf, out / f'{name}.pdf')


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])

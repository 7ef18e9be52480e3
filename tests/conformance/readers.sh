#!/bin/bash
# Prints what independent readers find in a PDF, in a stable text form, to be compared with a
# reviewed copy:   tests/conformance/readers.sh brief.pdf | diff -u brief.readers.txt -
# Exit 1 when the file cannot be read at all or has no structure tree, title or language.
set -u -o pipefail
. "$(dirname "$0")/install.sh"
need pdfinfo poppler-utils
need qpdf qpdf
need mutool mupdf-tools
install_missing
f=$1; rc=0
say() { printf '== %s\n' "$1"; }
must() { [ -n "$2" ] || { echo "MISSING $1"; rc=1; }; printf '%s\n' "$2"; }
fold() { LC_ALL=C awk '{ if (sub(/\xc2\xad$/, "")) printf "%s", $0; else print }'; }   # rejoin soft-hyphenated words
qpdf --check "$f" >/dev/null 2>&1 || { echo "qpdf --check: exit $?"; rc=1; }
say title;      must title "$(pdfinfo "$f" 2>/dev/null | sed -n 's/^Title: *//p')"
say display;    mutool show "$f" trailer/Root/ViewerPreferences/DisplayDocTitle 2>&1
say language;   must language "$(mutool show "$f" trailer/Root/Lang 2>/dev/null | grep -av null)"
say claims;     pdfinfo -meta "$f" 2>/dev/null | grep -aoE '<pdf(a|ua)id:(part|conformance)>[^<]*' | sed 's/^<//'
say bookmarks;  mutool show "$f" outline 2>/dev/null | sed -E 's/\t#page=([0-9]+).*/ -> page \1/'
say links;      pdfinfo -url "$f" 2>/dev/null | awk 'NR>1 {print $1, $3}'
mutool show -g "$f" grep 2>/dev/null | grep -a '/Subtype */Link' | grep -aoE '/Contents ?(\([^)]*\)|<[0-9A-Fa-f]*>)' | sort
say attachments
d=$(mktemp -d); pdfdetach -saveall -o "$d" "$f" 2>/dev/null; (cd "$d" && find . -type f -print0 | sort -z | xargs -0r sha256sum); rm -rf "$d"
say fonts;      pdffonts "$f" 2>/dev/null | awk 'NR>2 {sub(/^[A-Z]+\+/, "", $1); n=NF; print $1, "emb=" $(n-4), "uni=" $(n-2)}' | sort
say alt;        mutool show -g "$f" grep 2>/dev/null | grep -aoE '/Alt ?(\([^)]*\)|<[0-9A-Fa-f]*>)' | sort
say tree
t=$(pdfinfo -struct-text "$f" 2>/dev/null | grep -avE '^ *-?/(BBox|Border|Line|Baseline|Placement|Width|Height|Text|Start|End|Space|Color|Background|TPadding|Glyph)' | sed -E 's/Object [0-9]+ 0/Object/')
must 'structure tree' "$t"
say text;       pdftotext -enc UTF-8 -nopgbrk "$f" - 2>/dev/null | fold | grep -av '^$'
exit $rc

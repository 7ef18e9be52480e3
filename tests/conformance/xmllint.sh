#!/bin/bash
# Holds every sidecar, sitemap and index below a folder to its official schema: xmllint.sh MAP
# The schemas lie in standaarden/; an import of an address on the web is never followed.
set -euo pipefail
xsd=$(cd "$(dirname "$0")/../../standaarden" && pwd)
sitemap=$xsd/../tests/sidecars/sitemap.xsd
log=$(mktemp)
trap 'rm -f "$log"' EXIT
total=0
check() { # schema, then files
    local schema=$1
    shift
    [ $# -gt 0 ] || { echo "no files for $schema"; exit 1; }
    xmllint --nonet --noout --schema "$schema" "$@" 2>"$log" || { grep -v ' validates$' "$log"; exit 1; }
    total=$((total + $#))
}
find_all() { mapfile -t found < <(find "$1" -type f -name "$2" | LC_ALL=C sort); }
find_all "$1" '*.mdto.xml'
check "$xsd/MDTO-XML1.0.1.xsd" "${found[@]}"
find_all "$1" '*.diwoo.xml'
check "$sitemap" "${found[@]}"
find_all "$1" 'sitemap-diwoo-*.xml'
check "$sitemap" "${found[@]}"
find_all "$1" 'sitemapindex-diwoo-*.xml'
check "$xsd/siteindex.xsd" "${found[@]}"
echo "$total bestanden voldoen aan hun schema"

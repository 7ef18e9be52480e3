#!/bin/bash
# Proves that the validator still refuses what is wrong, so that a fault in its installation never looks like success:
# damaged copies of good files must fail, each of them, and a copy that is only rewritten must pass.
#   guard.sh GOOD.pdf...
# What the validator says goes to a file: its failures are what is wanted here, and must not be read as results.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/install.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

need python3 python3
install_missing
python=$(venv pikepdf pikepdf==10.17.0)
"$python" "$here/break.py" "$work" "$@"

code=0
(cd "$work" && "$here/vera.sh" --max 1 ./*.pdf) >"$work/said.txt" || code=$?
complain() {
    echo "guard: $1" >&2
    sed 's/^/  | /' "$work/said.txt" >&2
    exit 1
}
[ "$code" = 1 ] || complain "the validator ended with $code instead of 1"
[ "$(grep -c '^PASS ./gaaf.pdf ' "$work/said.txt")" = 2 ] || complain "the undamaged copy was not accepted"
damaged=0
for copy in "$work"/*.pdf; do
    name=$(basename "$copy")
    [ "$name" = gaaf.pdf ] && continue
    grep -q "^FAIL ./$name " "$work/said.txt" || complain "$name was accepted"
    damaged=$((damaged + 1))
done
[ "$damaged" -ge 6 ] || complain "only $damaged damaged copies were made"
echo "guard: all $damaged damaged copies refused, the undamaged copy accepted"

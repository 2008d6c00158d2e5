#!/usr/bin/env bash
# Runs Baotuan on the demo district: sets up what is missing, builds, opens the window.
# Without a display it does the same job by the command line and writes the slips to out/.
#
#     bash src-tauri/run.sh
#
# Debian and Ubuntu are set up by it; on others it prints what to install and stops.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/setup.sh
source tests/setup.sh

DEMO=out/示范区.baotuan
GOOSE=C01
YEAR=2025

open_window() {
    need_packages "to build and show the window" "${WINDOW_PACKAGES[@]}"
    say "Building the window. The first time takes some minutes."
    cargo build --release --locked -p baotuan-cli -p baotuan-desktop
    local bin
    bin=$(target_dir)/release
    mkdir -p out
    if [[ ! -e $DEMO ]]; then
        say "Making the demo district: $DEMO"
        "$bin/baotuan" demo "$DEMO"
    fi
    say "Opening the window on $DEMO"
    exec "$bin/baotuan-desktop" "$DEMO"
}

work_headless() {
    say "There is no display, so the command line does the work: the year of the goose cooperative."
    say "Building the command line. The first time takes some minutes."
    cargo build --release --locked -p baotuan-cli
    local baotuan book slips
    baotuan=$(target_dir)/release/baotuan
    book=out/demo.baotuan
    slips=out/slips-$GOOSE-$YEAR.pdf
    mkdir -p out
    rm -f "$book" "$slips"
    say "Making the demo district: $book"
    "$baotuan" demo "$book"
    say "The dividend of the goose cooperative for $YEAR"
    "$baotuan" --book "$book" distribution show --coop "$GOOSE" --year "$YEAR" --brief
    say "Printing its slips"
    "$baotuan" --book "$book" print slips --coop "$GOOSE" --year "$YEAR" --out "$slips"
    say "Done. The book: $PWD/$book"
    say "      The slips: $PWD/$slips"
}

need_packages "to compile the SQLite that is built in" "${BUILD_PACKAGES[@]}"
need_rust
if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    open_window
else
    work_headless
fi

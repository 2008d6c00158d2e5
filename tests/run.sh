#!/usr/bin/env bash
# Sets up what is missing and runs every check of the repository.
#
#     bash tests/run.sh
#
# All checks run, also after one that fails; the last line counts them, and the exit code is 1 if
# any failed. To look at the window's screens afterwards: target/looks/*.png.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=tests/setup.sh
source tests/setup.sh

export CARGO_INCREMENTAL=0 CARGO_TERM_COLOR=never
failed=()

# check NAME COMMAND...: runs one step under a heading, with its time.
check() {
    local name=$1 begun=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if "$@" 2>&1 | tee -a "$LOG"; then
        printf -- '-- %s: %s s\n' "$name" "$((SECONDS - begun))"
    else
        printf -- '-- %s FAILED after %s s\n' "$name" "$((SECONDS - begun))"
        failed+=("$name")
    fi
}

need_node() {
    local found
    found=$(node --version 2>/dev/null || true)
    if is_at_least v18 "${found:-v0}" && command -v npm >/dev/null; then
        return
    fi
    need_packages "to check the types of the page" nodejs npm
}

run_tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        "${DISPLAYED[@]}" cargo nextest run --workspace --locked --no-fail-fast
    else
        "${DISPLAYED[@]}" cargo test --workspace --locked --no-fail-fast --bins --lib --tests
    fi
}

check_page() {
    npm run --silent packages --prefix ui &&
        target/ui/node_modules/.bin/tsc -p ui
}

# Adds up what the runners say of themselves: nextest, cargo test, node.
count() {
    awk -v what="$1" '
        /^ *Summary / || /^test result: / {
            for (i = 2; i <= NF; i++) if ($i ~ "^" what "[,;]?$") sum += $(i - 1)
        }
        $1 == "#" || $1 == "ℹ" { if ($2 == substr(what, 1, 4)) sum += $3 }
        END { print sum + 0 }' "$LOG"
}

need_packages "to build and run the tests" \
    "${BUILD_PACKAGES[@]}" "${WINDOW_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
need_rust
if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    stop "rustfmt and clippy are needed. Run: rustup component add rustfmt clippy"
fi
need_node
mkdir -p target
LOG=$PWD/target/checks.log
: >"$LOG"
DISPLAYED=(xvfb-run -a -s "-screen 0 1600x1000x24")
BAOTUAN_DESKTOP=$(target_dir)/debug/baotuan-desktop
export BAOTUAN_DESKTOP

check "format" cargo fmt --all --check
check "lints" cargo clippy --workspace --all-targets --locked -- -D warnings
check "types of the page" check_page
check "tests of the page" node --test ui/tests/*.js
check "build" cargo build --workspace --bins --tests --locked
check "tests" run_tests
check "examples in the documentation" cargo test --workspace --doc --locked

printf '\n'
for name in "${failed[@]}"; do
    printf 'failed: %s\n' "$name"
done
passed=$(count passed)
missed=$(count failed)
# A check that is no test, such as the format, counts as one failure.
((missed > 0 || ${#failed[@]} == 0)) || missed=${#failed[@]}
printf '%s passed, %s failed\n' "$passed" "$missed"
((${#failed[@]} == 0))

#!/usr/bin/env bash
# Compares the page with a bare window of Bevy and egui (web/bare: one sphere, one panel) built with
# the same flags, and tells what takes the room. Builds what is not built yet; needs brotli.
#
#   scripts/web_size.sh [--built]     --built measures what dist/ and dist-bare/ hold already
set -euo pipefail
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target/web}
if [ "${1:-}" != --built ]; then
  bash scripts/web.sh
  {
    cat web/bare/package.toml
    # All that myomap depends on, taken as if nothing of it were optional.
    # A window without fonts of its own needs those that egui brings.
    sed -n '/^\[dependencies\]/,/^\[dev-dependencies\]/p' Cargo.toml | sed '/^\[dev-dependencies\]/d; s/, optional = true//; /^optional = true/d; s/^\(bevy_egui = .*features = \[\)/\1"default_fonts", /'
    sed -n '/^\[profile.release\]/,/^\[lints/p' Cargo.toml | sed '/^\[lints/d'
  } >web/bare/Cargo.toml
  cp Cargo.lock web/bare/Cargo.lock
  # The copy knows of more than the bare window needs: cargo leaves that out.
  cargo update --quiet --workspace --offline --manifest-path web/bare/Cargo.toml || true
  MYOMAP_WEB_PROGRAM=bare MYOMAP_WEB_CARGO_ARGS='--manifest-path web/bare/Cargo.toml' \
    bash scripts/web.sh --out dist-bare
fi

size() { stat -c %s "$1" 2>/dev/null || stat -f %z "$1"; }
row() { printf '| %-34s | %9s | %9s | %9s |\n' "$@"; }
kb() { echo $((($1 + 500) / 1000)); }
files() { # FOLDER SUFFIX: bytes of all that a visit loads
  local sum=0
  for file in "$1"/*.{html,css,js,wasm,svg,webmanifest}; do sum=$((sum + $(size "$file$2"))); done
  echo $sum
}
row 'kB (1000 bytes)' plain gzip brotli
row '---' '---:' '---:' '---:'
row 'whole site' "$(kb "$(files dist '')")" "$(kb "$(files dist .gz)")" "$(kb "$(files dist .br)")"
row 'program' "$(kb "$(size dist/myomap_bg.wasm)")" "$(kb "$(size dist/myomap_bg.wasm.gz)")" "$(kb "$(size dist/myomap_bg.wasm.br)")"
row 'bare window, program' "$(kb "$(size dist-bare/myomap_bg.wasm)")" "$(kb "$(size dist-bare/myomap_bg.wasm.gz)")" "$(kb "$(size dist-bare/myomap_bg.wasm.br)")"

# What is in the program besides code, compressed by itself: what leaving it out would save.
inside() { # NAME FILES…
  local name=$1
  shift
  local all
  all=$(mktemp)
  cat "$@" >"$all"
  row "  $name" "$(kb "$(size "$all")")" "$(kb "$(gzip -9 <"$all" | wc -c)")" "$(kb "$(brotli --quality=11 --lgwin=24 --stdout "$all" | wc -c)")"
  rm "$all"
}
mapfile -t shapes < <(find data/shapes -name '*.ron' | sort)
mapfile -t facts < <(find data -name '*.ron' -not -path 'data/shapes/*' | sort)
mapfile -t words < <(find assets/locale -name '*.ftl' | sort)
inside 'shapes of the body' "${shapes[@]}"
inside 'facts' "${facts[@]}"
inside 'fonts (Inter)' assets/fonts/*.otf
inside "the interface's words" "${words[@]}"
awk -v a="$(files dist .br)" -v b="$(files dist-bare .br)" \
  'BEGIN { printf "\nwhole site to bare window, both with brotli: %.2f\n", a / b }'

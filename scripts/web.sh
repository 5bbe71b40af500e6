#!/usr/bin/env bash
# Builds the page: dist/ is a site that any static host serves, from its root or a sub-path.
#
#   scripts/web.sh [--serve [PORT]] [--test] [--out DIR]
#
# --serve  serves it afterwards at http://localhost:PORT/ (8080)
# --test   a fast build for trying and testing: unoptimised, not compressed, in dist-test/
# --out    another folder
#
# Needs Rust with the target wasm32-unknown-unknown, or Debian's rustc-web, cargo-web and rust-web-src beside
# rustup's linker; where both are missing it asks rustup for the one, then apt-get for the other.
# wasm-bindgen is built at the version of Cargo.lock if it is not there. brotli packs the site where it is
# installed, and wasm-opt (binaryen 116 or newer) is tried.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=web out='' port=''
while [ $# -gt 0 ]; do
  case $1 in
    --test) profile=web-test ;;
    --out) out=$2; shift ;;
    --serve) port=8080; if [[ ${2:-} =~ ^[0-9]+$ ]]; then port=$2; shift; fi ;;
    *) sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
  shift
done
[ -n "$out" ] || { [ $profile = web ] && out=dist || out=dist-test; }
target=wasm32-unknown-unknown
# A folder of its own, so that neither build throws the other's work away.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target/web}
# Every browser with WebGL2 of the last years has these instructions; the body is compiled with them twice as fast.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='-Ctarget-feature=+simd128'

echo "== build ($profile)" >&2
package=(--locked --target $target --profile $profile ${MYOMAP_WEB_CARGO_ARGS:---bin myomap})
has_target() { [ -d "$(rustc --print target-libdir --target $target 2>/dev/null)" ]; }
# Debian's compiler brings no standard library for the target, but its source.
has_source() { [ -x /usr/bin/cargo ] && [ -d "$(/usr/bin/rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library" ]; }
has_target || has_source ||
  { command -v rustup >/dev/null && timeout 300 rustup --quiet target add $target; } ||
  bash scripts/packages.sh --web || true
if has_target; then
  cargo build "${package[@]}"
elif has_source; then
  linker=${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER:-$(command -v rust-lld || find "$(rustc --print sysroot)" -name rust-lld -type f | head -1)}
  [ -n "$linker" ] || linker=$(command -v wasm-ld || true)
  [ -n "$linker" ] || { echo "web.sh: no linker: neither rust-lld nor wasm-ld (Debian: lld) was found" >&2; exit 1; }
  RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker \
    /usr/bin/cargo build -Zbuild-std=std,panic_abort "${package[@]}"
else
  echo "web.sh: the target is missing: rustup target add $target, or on Debian apt-get install rustc-web cargo-web rust-web-src" >&2
  exit 1
fi

echo "== bind" >&2
version=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')
bindgen=wasm-bindgen
if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $version" ]; then
  tools=$CARGO_TARGET_DIR/tools
  bindgen=$tools/bin/wasm-bindgen
  [ "$("$bindgen" --version 2>/dev/null)" = "wasm-bindgen $version" ] ||
    env -u CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS \
      cargo install --quiet wasm-bindgen-cli --version "$version" --root "$tools"
fi
rm -rf "$out"
mkdir -p "$out"
program=${MYOMAP_WEB_PROGRAM:-myomap}
"$bindgen" --target web --no-typescript --out-name myomap --out-dir "$out" \
  "$CARGO_TARGET_DIR/$target/$profile/$program.wasm"

# Older ones (Debian 12 has 108) mix up the tables that wasm-bindgen makes: the page then does not start.
binaryen=$(wasm-opt --version 2>/dev/null | grep -o '[0-9]\+' | head -1 || true)
if [ $profile = web ] && [ "${binaryen:-0}" -ge 116 ]; then
  echo "== optimise" >&2
  wasm-opt -Os --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --enable-simd \
    "$out/myomap_bg.wasm" -o "$out/optimised.wasm"
  # Fewer bytes, but less alike: what counts is how many travel.
  packed() { gzip -9 -c "$1" | wc -c; }
  if [ "$(packed "$out/optimised.wasm")" -lt "$(packed "$out/myomap_bg.wasm")" ]; then
    mv "$out/optimised.wasm" "$out/myomap_bg.wasm"
  else
    echo "web.sh: left as it was: packed, what wasm-opt made of it is larger" >&2
    rm "$out/optimised.wasm"
  fi
fi

echo "== site" >&2
files=(index.html page.css page.js insets.js list.js keys.js offline.js records.js words.js sw.js manifest.webmanifest icon.svg icon-180.png icon-512.png)
for file in "${files[@]}"; do cp "web/$file" "$out/"; done
cp LICENSE-MIT LICENSE-APACHE "$out/"
cp assets/fonts/LICENSE-OFL.txt "$out/LICENSE-fonts-OFL.txt"
# The version is what the files say: the same files are the same version.
version=$(cd "$out" && cat -- * | sha256sum | cut -c1-12)
bytes=$(stat -c %s "$out/myomap_bg.wasm" 2>/dev/null || stat -f %z "$out/myomap_bg.wasm")
kept='"./", "icon.svg", "manifest.webmanifest"'
for file in page.css page.js insets.js list.js keys.js offline.js records.js words.js myomap.js myomap_bg.wasm; do
  kept+=", \"$file?v=$version\""
done
edit() { sed -i.before "$1" "$out/$2" && rm "$out/$2.before"; }
for file in index.html page.js; do edit "s/?v=dev/?v=$version/g" $file; done
edit "s/data-bytes=\"0\" data-version=\"dev\"/data-bytes=\"$bytes\" data-version=\"$version\"/" index.html
edit "s/^const VERSION = \"dev\";/const VERSION = \"$version\";/; s|^const FILES = .*|const FILES = [$kept];|" sw.js
# Without this file GitHub's pages would leave out names that begin with an underscore.
touch "$out/.nojekyll"

if [ $profile = web ]; then
  echo "== compress" >&2
  for file in "$out"/*.{html,css,js,wasm,svg,webmanifest}; do
    gzip -9 --keep --force "$file"
    if command -v brotli >/dev/null; then brotli --force --quality=11 --lgwin=24 "$file"; fi
  done
fi
echo "$out: version $version, $((bytes / 1000)) kB of program" >&2

if [ -n "$port" ]; then
  echo "http://localhost:$port/ (Ctrl+C ends it)" >&2
  exec python3 -m http.server --bind 127.0.0.1 --directory "$out" "$port"
fi

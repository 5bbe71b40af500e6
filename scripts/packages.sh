#!/usr/bin/env bash
# Installs what building and running myomap needs from Debian's or Ubuntu's packages.
#   --web        also what compiles the page, where Rust's own target for it is missing
#   --web-tests  also that, what lints it, and what tests the page in Chromium
# On other systems it says what is needed and goes on: the build then tells what is missing.
set -euo pipefail

packages=(
  build-essential pkg-config
  libasound2-dev libudev-dev libwayland-dev libxkbcommon-dev libxkbcommon-x11-0 libx11-6 libxcursor1 libxi6 libxrandr2
  libvulkan1 mesa-vulkan-drivers
)
need() { command -v "$1" >/dev/null || packages+=("${2:-$1}"); }
case ${1:-} in --web | --web-tests)
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ] ||
    packages+=(rustc-web cargo-web rust-web-src)
  ;;
esac
if [ "${1:-}" = --web-tests ]; then
  # What lints the page, where Debian's compiler builds it.
  [[ " ${packages[*]} " != *" rustc-web "* ]] || packages+=(rust-web-clippy)
  need chromium
  need node nodejs
  need npm
fi

if ! command -v apt-get >/dev/null 2>&1; then
  echo "myomap: no apt-get here; you need a C compiler, pkg-config and the headers of ALSA, udev, Wayland and xkbcommon" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "myomap: please install as root: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq >/dev/null
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

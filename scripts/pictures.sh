#!/usr/bin/env bash
# Draws the pictures of docs/pictures with the release build, without a display.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${MYOMAP:-target/release/myomap}
out=docs/pictures
mkdir -p "$out"
software=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
[ -f "$software" ] && export VK_DRIVER_FILES="$software"
draw() { # NAME LINK [ARG…]
  local name=$1 link=$2
  shift 2
  "$bin" render "$link" -o "$out/$name.png" "$@" 2>/dev/null
  echo "$out/$name.png"
}
window=(--panels --size 1280x800)
for depth in 0 1 2 3 4 5 6; do
  draw "layer-$depth" "#depth=$depth&view=back" --size 640x760
done
draw tra-1-side '#point=TRA-1.left' "${window[@]}"
draw tra-1-back '#point=TRA-1.left&view=back' "${window[@]}"
draw lev-1 '#point=LEV-1.left' "${window[@]}"
draw rho-2 '#point=RHO-2.right' "${window[@]}"
draw ilc-l1 '#point=ILC-L1.left' "${window[@]}"
draw light '#depth=2&view=shoulder_blades' "${window[@]}"
draw dark '#depth=1&view=back&theme=dark' "${window[@]}"
draw small-1024 '#point=TRA-3.left' --panels --size 1024x768
draw small-1024-dark '#point=INF-1.right&theme=dark' --panels --size 1024x768

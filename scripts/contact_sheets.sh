#!/usr/bin/env bash
# Draws every view preset at every depth with the release build, without a display, and lays them
# on two sheets, light and dark: docs/pictures/sheet-{light,dark}.jpg. Needs ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${MYOMAP:-target/release/myomap}
out=docs/pictures
software=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
[ -f "$software" ] && export VK_DRIVER_FILES="$software"
presets=(back front left right neck shoulder_blades low_back hips)
cells=$(mktemp -d)
trap 'rm -rf "$cells"' EXIT
for theme in light dark; do
  tiles=()
  for depth in 0 1 2 3 4 5 6; do
    for preset in "${presets[@]}"; do
      tile="$cells/$theme-$depth-$preset.png"
      "$bin" render "#depth=$depth&view=$preset&theme=$theme" -o "$tile" --size 260x310 2>/dev/null
      tiles+=("$tile")
    done
  done
  montage "${tiles[@]}" -tile 8x7 -geometry +2+2 -background '#808080' -quality 84 "$out/sheet-$theme.jpg"
  echo "$out/sheet-$theme.jpg"
done

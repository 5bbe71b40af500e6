#!/usr/bin/env bash
# Draws the pattern of each trigger point on the left, without a display, and lays the pictures on
# sheets: docs/patterns/sheet-1.jpg and on. Needs ImageMagick and a release build (MYOMAP names another
# binary, DATA a data folder to lay over the built-in one). Takes six to ten minutes on two idle cores.
# CELLS names a folder that keeps the single pictures: those that lie in it are not drawn again.
# With ids as arguments only these are drawn, on docs/patterns/sheet-some.jpg.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${MYOMAP:-target/release/myomap}
out=docs/patterns
software=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
[ -f "$software" ] && export VK_DRIVER_FILES="$software"
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/tmp}"
if [ -n "${CELLS:-}" ]; then
  cells=$CELLS
  mkdir -p "$cells"
else
  cells=$(mktemp -d)
  trap 'rm -rf "$cells"' EXIT
fi

# The app's own view of a point keeps its mark in sight. Where the essential zone lies on the other
# side of the body, the sheet shows that side.
view() {
  case $1 in
    GMD-3 | QLU-1 | QLU-3 | RAB-U | RAB-L | ILP-1) echo "&view=low_back" ;;
    SBS-* | SPS-1) echo "&view=back" ;;
    SPN-1) echo "&view=shoulder_blades" ;;
    SCA-A | SCA-M | PMJ-2 | INF-1 | INF-2) echo "&view=front" ;;
    SEA-1) echo "&view=left" ;;
  esac
}

draw() {
  [ -s "$cells/$1.png" ] && return
  "$bin" render "#point=$1.left$(view "$1")" ${DATA:+--data "$DATA"} -o "$cells/$1.png" --size 440x480 2>/dev/null
}
export -f draw view
export bin cells DATA

names=$("$bin" list points | sed 's/  .*//')
ids=${*:-$names}
tr ' ' '\n' <<<"$ids" | xargs -P2 -I{} bash -c 'draw {}'

sheet() {
  local file=$1 tiles=() id
  shift
  for id in "$@"; do tiles+=(-label "$id" "$cells/$id.png"); done
  montage "${tiles[@]}" -tile 4x -geometry 380x414+3+3 -pointsize 17 -background white -quality 74 "$file"
  echo "$file"
}

mkdir -p "$out"
if [ $# -gt 0 ]; then
  sheet "$out/sheet-some.jpg" "$@"
  exit
fi
rm -f "$out"/sheet-*.jpg
number=1
row=()
for id in $ids; do
  row+=("$id")
  if [ ${#row[@]} = 16 ]; then
    sheet "$out/sheet-$number.jpg" "${row[@]}"
    number=$((number + 1))
    row=()
  fi
done
[ ${#row[@]} = 0 ] || sheet "$out/sheet-$number.jpg" "${row[@]}"

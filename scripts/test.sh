#!/usr/bin/env bash
# Runs all tests. Those that draw use the software Vulkan driver, so that every machine draws the same.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/packages.sh
software=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json
[ -f "$software" ] && export VK_DRIVER_FILES="$software"
exec cargo test --locked --features workshop --lib --bins --tests "$@"

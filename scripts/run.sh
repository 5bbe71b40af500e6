#!/usr/bin/env bash
# Builds myomap and starts it; arguments go to it: a link, or a command such as `check`.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/packages.sh
exec cargo run --release --locked -- "$@"

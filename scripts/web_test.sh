#!/usr/bin/env bash
# Builds the page fast and unoptimised and tests it in headless Chromium: scripts/web_test.sh [--built]
# --built tests what dist-test/ holds already. Needs node 20, npm and chromium (CHROMIUM names another).
set -euo pipefail
cd "$(dirname "$0")/.."
[ "${1:-}" = --built ] || bash scripts/web.sh --test
cd web/tests
[ -d node_modules ] || npm install --no-audit --no-fund --loglevel=error
SITE=${SITE:-../../dist-test} node --test --test-concurrency=1 page.test.mjs uses.test.mjs links.test.mjs records.test.mjs phone.test.mjs

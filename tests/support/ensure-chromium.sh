#!/usr/bin/env bash
# Installs poppler-utils where they are missing, and Chromium where no browser is found (CHROMIUM names another one): from
# Debian's packages, or, where the distribution only has a snap of it (Ubuntu), as the test library brings it. Debian's
# headless shell comes along: it starts in half the time, and most tests need no more of a browser than pages.
set -euo pipefail
sudo=""
if [ "$(id -u)" -ne 0 ]; then sudo="sudo"; fi
# The tests read what was printed (PDF) with pdftotext.
if ! command -v pdftotext >/dev/null 2>&1; then
  echo "No pdftotext found: installing poppler-utils with apt-get."
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq poppler-utils
fi
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi

install_shell() {
  if [ -x /usr/bin/chromium-headless-shell ] || ! command -v apt-get >/dev/null 2>&1; then return; fi
  # Not found is no fault: the whole browser does it too.
  if [ -z "$sudo" ] || sudo -n true 2>/dev/null; then
    { $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium-headless-shell; } ||
      echo "Without the headless shell the tests take longer."
  fi
}

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then
    install_shell
    exit 0
  fi
done
brought="$(node -e 'process.stdout.write(require("playwright-core").chromium.executablePath())')"
if [ -x "$brought" ]; then exit 0; fi
if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
  echo "No Chromium found: installing it with playwright-core."
  exec npx --no-install playwright-core install --with-deps chromium
fi
echo "No Chromium found: installing it with apt-get."
$sudo apt-get update -qq
$sudo apt-get install -y -qq chromium
install_shell

#!/usr/bin/env bash
# Makes the three faces of this folder again from the packages they come from, on Debian 12.
# The result is the same to the byte: SHA256SUMS is checked at the end.
# Needs apt-get, npm and python3; installs nothing, works in a temporary folder.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
apt-get -o APT::Sandbox::User=root download -qq \
  fonts-noto-cjk=1:20220127+repack1-1 fonts-hanazono=20170904-2.1 unicode-data=15.0.0-1
for package in ./*.deb; do dpkg-deb -x "$package" .; done
python3 -m venv python
python/bin/pip --quiet install fonttools==4.68.0

cp package/400Regular/NotoSansSC_400Regular.ttf "$here/NotoSansSC-Regular.ttf"
python/bin/python "$here/cut.py" \
  package/400Regular/NotoSansSC_400Regular.ttf \
  usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc \
  usr/share/fonts/truetype/hanazono/HanaMinB.ttf \
  usr/share/unicode/Unihan_IRGSources.txt.bz2 \
  "$here"
cd "$here"
sha256sum --check SHA256SUMS

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# on-screen.sh SIZE PROGRAM [ARGUMENT...]: runs a test on a screen of its own of SIZE, as in 1280x900,
# or skips it where there is no xvfb-run. Asked here and not at configuration, because `./dev test`
# installs what tests need after `./dev run` has configured the folder.

size=$1
shift
command -v xvfb-run >/dev/null || {
  echo "1..0 # SKIP xvfb-run is not installed"
  exit 0
}
exec xvfb-run --auto-servernum --server-args="-screen 0 ${size}x24" "$@"

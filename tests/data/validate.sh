#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# validate.sh VALIDATOR [ARGUMENT...]: runs a validator of the desktop, or tells meson that the test is
# skipped (77) where it is not installed. Asked here and not at configuration, because `./dev test`
# installs what tests need after a folder may have been configured.

command -v "$1" >/dev/null || {
  echo "$1 is not installed"
  exit 77
}
exec "$@"

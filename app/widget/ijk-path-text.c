/* ijk-path-text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-text.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

gboolean
ijk_path_text_parse (const IjkLever *lever, const char *text, int first_year, IjkLeverValue *value, GError **error)
{
  return FALSE;
}

/* Any bytes as a table of one's own installations; what is taken is run. The first byte says
 * whether rows may replace what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "ijk-import.h"
#include "ijk-reference-load.h"

#include <math.h>

static IjkReference *reference;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GError) error = NULL;

  (void) argc;
  (void) argv;
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  reference = ijk_reference_load (IJK_REFERENCE_DIR, &error);
  g_assert_no_error (error);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const IjkImportOptions options = { size > 0 && data[0] == 'r', NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = NULL;
  IjkImportEffect effect;

  if (size == 0)
    return 0;
  import = ijk_import_read (reference, "fuzz.csv", (const char *) data + 1, (gssize) size - 1,
                            &options, &error);
  g_assert_true ((import == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (import == NULL)
    return 0;
  g_assert_true (ijk_import_effect (import, NULL, 2030, &effect, &error));
  g_assert_true (isfinite (effect.all_kt[1]) && effect.all_kt[1] >= 0);
  g_assert_true (isfinite (effect.levy_meur[1]));
  return 0;
}

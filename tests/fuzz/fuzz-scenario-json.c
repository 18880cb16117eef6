/* Any bytes as scenarios; what is taken is written, read and written again to the same bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "ijk-reference-load.h"
#include "ijk-scenario-json.h"

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
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ijk_scenario_json_read (reference, "fuzz.json",
                                                          (const char *) data, (gssize) size,
                                                          &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;
  gsize n_once = 0;
  gsize n_twice = 0;

  g_assert_true ((records == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (records == NULL)
    return 0;
  once = ijk_scenario_json_write (reference, records, &n_once, &error);
  g_assert_no_error (error);
  again = ijk_scenario_json_read (reference, "again.json", once, (gssize) n_once, &error);
  g_assert_no_error (error);
  twice = ijk_scenario_json_write (reference, again, &n_twice, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (once, n_once, twice, n_twice);
  return 0;
}

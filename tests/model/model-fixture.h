/* What the tests of the model share: the real reference, runs, and numbers by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-indicator.h"
#include "ijk-run.h"

G_BEGIN_DECLS

/* Hand-worked numbers are exact in decimals; what is left is rounding of doubles. */
#define FIXTURE_TOLERANCE 1e-9

#define fixture_assert_near(found, expected)                                                       \
  g_assert_cmpfloat_with_epsilon (found, expected,                                                 \
                                  FIXTURE_TOLERANCE * MAX (1.0, ABS (expected)))

/* One test for each row of a table; the name of the row ends the path. */
#define fixture_add_cases(prefix, cases, test)                                                     \
  G_STMT_START                                                                                     \
    {                                                                                              \
      for (guint i_case = 0; i_case < G_N_ELEMENTS (cases); i_case++)                              \
        {                                                                                          \
          g_autofree char *path = g_strconcat (prefix, "/", (cases)[i_case].name, NULL);           \
                                                                                                   \
          g_test_add_data_func (path, &(cases)[i_case], test);                                     \
        }                                                                                          \
    }                                                                                              \
  G_STMT_END

IjkReference *fixture_load_reference (void);
IjkScenario  *fixture_scenario       (const IjkReference *reference,
                                      const IjkScenario  *parent,
                                      const char         *settings);
guint         fixture_find_item      (const IjkReference *reference,
                                      IjkItems            items,
                                      const char         *id);
double        fixture_value          (const IjkResult    *result,
                                      IjkItems            items,
                                      const char         *id,
                                      const char         *indicator,
                                      int                 year);
gboolean      fixture_is_long        (void);

G_END_DECLS

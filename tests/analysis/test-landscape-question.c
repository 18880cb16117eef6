/* What may be asked of a landscape: each refusal is one sentence that names what is wrong.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include "ijk-error.h"
#include "ijk-landscape.h"

#include <math.h>
#include <string.h>

#define X_AXIS(...)                                                                                \
  .question = { .x = { __VA_ARGS__ }, .y = { IJK_LEVER_SDE_BUDGET, 0, 2000 }, .n_columns = 5,      \
                .n_rows = 3, .year = 2030 }
#define ORDINARY_AXES                                                                              \
  .x = { IJK_LEVER_CCS_CEILING, 0, 9000 }, .y = { IJK_LEVER_SDE_BUDGET, 0, 2000 }

typedef struct
{
  const char *name;
  IjkLandscapeQuestion question;
  IjkModelError code;
  const char *part; /* of the sentence; NULL: allowed */
} Case;

static const Case cases[] = {
  { "a-path-and-a-path", X_AXIS (IJK_LEVER_CCS_CEILING, 0, 9000) },
  { "a-number", X_AXIS (IJK_LEVER_KAPPA, 0, 1) },
  { "the-whole-range", X_AXIS (IJK_LEVER_ETS_PRICE, 0, 500) },
  { "years-one-apart", X_AXIS (IJK_LEVER_SDE_LAST_ROUND, 2026, 2030) },
  { "years-two-apart", X_AXIS (IJK_LEVER_SDE_LAST_ROUND, 2026, 2034) },
  { "lever-of-sectors-too", X_AXIS (IJK_LEVER_GROWTH, -0.01, 0.01) },
  { "largest", .question = { ORDINARY_AXES, 201, 201, IJK_OUTCOME_LEVY, 2050 } },
  { "smallest", .question = { ORDINARY_AXES, 2, 2, IJK_OUTCOME_STATE_COST, 2026 } },

  { "switch", X_AXIS (IJK_LEVER_REGIME, 0, 1), IJK_MODEL_ERROR_SCOPE,
    "levy_regime is not one number for the whole country" },
  { "share", X_AXIS (IJK_LEVER_CCS_SHARE, 0, 1), IJK_MODEL_ERROR_SCOPE, "ccs_share is not one" },
  { "project", X_AXIS (IJK_LEVER_PROJECT, 0, 1), IJK_MODEL_ERROR_SCOPE, "is not one number" },
  { "project-start", X_AXIS (IJK_LEVER_PROJECT_START, 2030, 2040), IJK_MODEL_ERROR_SCOPE,
    "is not one number" },
  { "no-lever", X_AXIS ((IjkLeverId) 999, 0, 1), IJK_MODEL_ERROR_UNKNOWN, "lever number 999" },
  { "below-the-least", X_AXIS (IJK_LEVER_ETS_PRICE, -1, 100), IJK_MODEL_ERROR_RANGE,
    "-1 is out of range for ets_price" },
  { "above-the-most", X_AXIS (IJK_LEVER_ETS_PRICE, 0, 501), IJK_MODEL_ERROR_RANGE,
    "501 is out of range for ets_price" },
  { "not-a-number", X_AXIS (IJK_LEVER_ETS_PRICE, NAN, 100), IJK_MODEL_ERROR_RANGE, "out of range" },
  { "endless", X_AXIS (IJK_LEVER_ETS_PRICE, 0, INFINITY), IJK_MODEL_ERROR_RANGE, "out of range" },
  { "no-width", X_AXIS (IJK_LEVER_ETS_PRICE, 80, 80), IJK_MODEL_ERROR_RANGE,
    "ets_price goes from 80 to 80; it must rise" },
  { "falling", X_AXIS (IJK_LEVER_ETS_PRICE, 90, 80), IJK_MODEL_ERROR_RANGE, "it must rise" },
  { "half-years", X_AXIS (IJK_LEVER_SDE_LAST_ROUND, 2026, 2032), IJK_MODEL_ERROR_RANGE,
    "5 points from 2026 to 2032 are not all whole years, which sde_last_round needs; take 7" },
  { "part-of-a-year", X_AXIS (IJK_LEVER_SDE_LAST_ROUND, 2026.5, 2032), IJK_MODEL_ERROR_RANGE,
    "2026.5 is not a whole year" },
  { "twice-the-same", X_AXIS (IJK_LEVER_SDE_BUDGET, 0, 1000), IJK_MODEL_ERROR_SYNTAX,
    "both axes are sde_budget" },
  { "one-column", .question = { ORDINARY_AXES, 1, 3, IJK_OUTCOME_LEVY, 2030 },
    IJK_MODEL_ERROR_RANGE, "1 points are out of range for the axis of ccs_ceiling, which has 2" },
  { "too-many-rows", .question = { ORDINARY_AXES, 3, 202, IJK_OUTCOME_LEVY, 2030 },
    IJK_MODEL_ERROR_RANGE, "202 points are out of range for the axis of sde_budget" },
  { "no-rows", .question = { ORDINARY_AXES, 3, 0, IJK_OUTCOME_LEVY, 2030 }, IJK_MODEL_ERROR_RANGE,
    "0 points" },
  { "no-outcome", .question = { ORDINARY_AXES, 3, 3, IJK_N_OUTCOMES, 2030 },
    IJK_MODEL_ERROR_UNKNOWN, "outcome number 4" },
  { "observed-year", .question = { ORDINARY_AXES, 3, 3, IJK_OUTCOME_LEVY, 2025 },
    IJK_MODEL_ERROR_RANGE, "levers move the years 2026 to 2050, not 2025" },
  { "after-the-horizon", .question = { ORDINARY_AXES, 3, 3, IJK_OUTCOME_LEVY, 2051 },
    IJK_MODEL_ERROR_RANGE, "not 2051" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (GError) error = NULL;
  const gboolean is_allowed = ijk_landscape_question_check (reference, &c->question, &error);

  if (c->part == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (is_allowed);
      return;
    }
  g_assert_false (is_allowed);
  g_assert_error (error, IJK_MODEL_ERROR, (int) c->code);
  g_test_message ("%s", error->message);
  if (strstr (error->message, c->part) == NULL)
    g_assert_cmpstr (error->message, ==, c->part);
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static void
test_default (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (GError) error = NULL;

  g_assert_true (
      ijk_landscape_question_check (reference, &ijk_landscape_default_question, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/analysis/landscape-question", cases, test_case);
  g_test_add_func ("/analysis/landscape-question/default-is-allowed", test_default);
  return g_test_run ();
}

/* What may be asked of a landscape, in sentences for the person who asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-landscape.h"

#include "ijk-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_POINTS 2
#define MAX_POINTS 201

const char *const ijk_outcome_ids[IJK_N_OUTCOMES] = {
  [IJK_OUTCOME_EMISSIONS] = "emissions",
  [IJK_OUTCOME_LEVY] = "levy",
  [IJK_OUTCOME_SUBSIDY] = "subsidy",
  [IJK_OUTCOME_STATE_COST] = "state_cost",
};

const IjkLandscapeQuestion ijk_landscape_default_question = {
  .x = { IJK_LEVER_ETS_PRICE, 50, 300 },
  .y = { IJK_LEVER_GROWTH, -0.02, 0.02 },
  .n_columns = 41,
  .n_rows = 41,
  .outcome = IJK_OUTCOME_EMISSIONS,
  .year = 2030,
};

static gboolean
check_number (const IjkLever *lever,
              double          number,
              GError        **error)
{
  IjkLeverValue value = { .number = number };

  if (lever->kind == IJK_LEVER_KIND_PATH)
    {
      value.n_points = 1;
      value.points[0] = (IjkPathPoint) { IJK_FIRST_FREE_YEAR, number };
    }
  return ijk_lever_value_check (lever, &value, error);
}

/* A lever that is a year takes whole numbers, so the distance between points must be whole. */
static gboolean
check_whole_years (const IjkLever         *lever,
                   const IjkLandscapeAxis *axis,
                   guint                   n_points,
                   GError                **error)
{
  const int n_years = (int) (axis->to - axis->from);

  if (!g_str_equal (lever->unit, "year") || n_years % (int) (n_points - 1) == 0)
    return TRUE;
  g_set_error (
      error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
      _("%u points from %.0f to %.0f are not all whole years, which %s needs; take %d points"),
      n_points, axis->from, axis->to, lever->id, n_years + 1);
  return FALSE;
}

static gboolean
check_axis (const IjkReference     *reference,
            const IjkLandscapeAxis *axis,
            guint                   n_points,
            GError                **error)
{
  const IjkLever *lever = NULL;

  if ((guint) axis->lever >= IJK_N_LEVERS)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_UNKNOWN,
                   _("there is no lever number %u"), (guint) axis->lever);
      return FALSE;
    }
  lever = &reference->levers[axis->lever];
  if ((lever->kind != IJK_LEVER_KIND_NUMBER && lever->kind != IJK_LEVER_KIND_PATH)
      || (lever->scopes & (1u << IJK_SCOPE_NATIONAL)) == 0)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SCOPE,
                   _("%s is not one number for the whole country, so it cannot be an axis"),
                   lever->id);
      return FALSE;
    }
  if (n_points < MIN_POINTS || n_points > MAX_POINTS)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                   _("%u points are out of range for the axis of %s, which has %d to %d"),
                   n_points, lever->id, MIN_POINTS, MAX_POINTS);
      return FALSE;
    }
  if (!check_number (lever, axis->from, error) || !check_number (lever, axis->to, error))
    return FALSE;
  if (!(axis->from < axis->to))
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                   _("the axis of %s goes from %.10g to %.10g; it must rise"), lever->id,
                   axis->from, axis->to);
      return FALSE;
    }
  return check_whole_years (lever, axis, n_points, error);
}

/**
 * ijk_landscape_question_check:
 *
 * Whether a question from a person can be answered: two levers that take a national number, rising
 * ranges within the limits of levers.csv, 2 to 201 points a side, a free year.
 *
 * Returns: %FALSE with %IJK_MODEL_ERROR set, a sentence, when it cannot
 */
gboolean
ijk_landscape_question_check (const IjkReference         *reference,
                              const IjkLandscapeQuestion *question,
                              GError                    **error)
{
  g_return_val_if_fail (reference != NULL && question != NULL, FALSE);

  if (!check_axis (reference, &question->x, question->n_columns, error)
      || !check_axis (reference, &question->y, question->n_rows, error))
    return FALSE;
  if (question->x.lever == question->y.lever)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("both axes are %s; take two different levers"),
                   reference->levers[question->x.lever].id);
      return FALSE;
    }
  if ((guint) question->outcome >= IJK_N_OUTCOMES)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_UNKNOWN,
                   _("there is no outcome number %u"), (guint) question->outcome);
      return FALSE;
    }
  if (question->year < IJK_FIRST_FREE_YEAR || question->year > IJK_LAST_YEAR)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                   _("levers move the years %d to %d, not %d"), IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR,
                   question->year);
      return FALSE;
    }
  return TRUE;
}

/* What a map of two levers shows: its range, the levels worth drawing, and where scenarios lie on
 * it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-map-private.h"
#include "ijk-ticks.h"

#define N_LEVELS_WANTED 7
#define MAX_LEVELS (IJK_N_HEAT_ROLES - 1)

/* Levels closer together, in the unit shown, would draw differences that mean nothing. */
#define MIN_LEVEL_STEP 0.05

/* A level closer to a target than this part of the distance between levels makes room for it. */
#define TARGET_CLEARANCE 0.4

IjkMapExtent
ijk_map_find_extent (const IjkLandscape *landscape)
{
  const guint n_points = landscape->question.n_columns * landscape->question.n_rows;
  IjkMapExtent extent = { NAN, NAN, 0 };
  guint n_limited = 0;

  for (guint i = 0; i < n_points; i++)
    {
      if (landscape->is_limited[i])
        n_limited++;
      if (isnan (landscape->values[i]))
        continue;
      extent.low = isnan (extent.low) ? landscape->values[i]
                                      : MIN (extent.low, landscape->values[i]);
      extent.high = isnan (extent.high) ? landscape->values[i]
                                        : MAX (extent.high, landscape->values[i]);
    }
  extent.limited_share = n_points > 0 ? (double) n_limited / n_points : 0;
  return extent;
}

/* Part of the points at or below a level in the unit of the tables. */
double
ijk_map_find_share_below (const IjkLandscape *landscape,
                          double              level)
{
  const guint n_points = landscape->question.n_columns * landscape->question.n_rows;
  guint n_below = 0;

  for (guint i = 0; i < n_points; i++)
    if (landscape->values[i] <= level)
      n_below++;
  return n_points > 0 ? (double) n_below / n_points : 0;
}

/* Positions of the targets of the year of the map; none for other outcomes. */
guint
ijk_map_list_targets (const IjkReference         *reference,
                      const IjkLandscapeQuestion *question,
                      guint                      *targets)
{
  guint n_targets = 0;

  if (question->outcome != IJK_OUTCOME_EMISSIONS)
    return 0;
  for (guint i = 0; i < reference->n_targets && n_targets < IJK_MAP_MAX_TARGETS; i++)
    if (reference->targets[i].year == question->year)
      targets[n_targets++] = i;
  return n_targets;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Round numbers inside the range, about @n_wanted of them, and the targets among them, rising, in
 * the unit shown. @n_decimals: (inout): raised to what tells the levels apart */
static GArray *
list_some_levels (const IjkMapExtent *extent,
                  double        factor,
                  const GArray *targets,
                  double        n_wanted,
                  guint        *n_decimals)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (double));
  const double low = extent->low * factor;
  const double high = extent->high * factor;
  IjkTicks ticks;
  double step;

  ijk_ticks_of_range (&ticks, low, high, n_wanted, FALSE);
  *n_decimals = MAX (*n_decimals, ticks.n_decimals);
  step = ticks.n_values > 1 ? ticks.values[1] - ticks.values[0] : high - low;
  for (guint i = 0; i < ticks.n_values; i++)
    {
      gboolean is_free = ticks.values[i] > low && ticks.values[i] < high;

      for (guint k = 0; k < targets->len; k++)
        if (fabs (ticks.values[i] - g_array_index (targets, double, k)) < TARGET_CLEARANCE * step)
          is_free = FALSE;
      if (is_free)
        g_array_append_val (levels, ticks.values[i]);
    }
  for (guint k = 0; k < targets->len; k++)
    if (g_array_index (targets, double, k) > low && g_array_index (targets, double, k) < high)
      g_array_append_val (levels, g_array_index (targets, double, k));
  g_array_sort (levels, compare_numbers);
  return levels;
}

/* As many levels as there are colours between, and not closer than they mean something. */
GArray *
ijk_map_list_levels (const IjkMapExtent *extent,
                     double        factor,
                     const GArray *targets,
                     guint        *n_decimals)
{
  const double range = (extent->high - extent->low) * factor;
  const guint n_decimals_before = *n_decimals;

  if (!(range >= MIN_LEVEL_STEP))
    return g_array_new (FALSE, FALSE, sizeof (double));
  for (double n_wanted = MIN (N_LEVELS_WANTED, range / MIN_LEVEL_STEP); n_wanted >= 1; n_wanted--)
    {
      g_autoptr (GArray) levels = NULL;

      *n_decimals = n_decimals_before;
      levels = list_some_levels (extent, factor, targets, n_wanted, n_decimals);
      if (levels->len <= MAX_LEVELS)
        return g_steal_pointer (&levels);
    }
  *n_decimals = n_decimals_before;
  return g_array_new (FALSE, FALSE, sizeof (double));
}

/* The same outcome of a single run, in the unit of the tables. */
double
ijk_map_find_outcome (const IjkResult            *result,
                      const IjkLandscapeQuestion *question)
{
  const guint t = IJK_YEAR_INDEX (question->year);
  double yearly[IJK_N_YEARS];

  switch (question->outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      ijk_figure_sum_sectors (result, result->sector_emissions_kt, TRUE, 1, yearly);
      return yearly[t];
    case IJK_OUTCOME_LEVY:
      ijk_figure_sum_sectors (result, result->sector_net_levy_meur, FALSE, 1, yearly);
      return yearly[t];
    case IJK_OUTCOME_SUBSIDY:
      return ijk_yearly_sum (result->nation_sde_paid_meur, IJK_FIRST_FREE_YEAR, question->year);
    case IJK_OUTCOME_STATE_COST:
      return result->nation_state_cost_meur[t];
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

/* What a lever is in the year, for the nation. */
static double
find_lever_value (const IjkScenario *scenario,
                  IjkLeverId         lever,
                  int                year)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *row = &reference->levers[lever];
  const double *otherwise = NULL;
  double yearly[IJK_N_YEARS];

  if (row->kind != IJK_LEVER_KIND_PATH)
    return ijk_scenario_number (scenario, lever, IJK_NONE);
  if (row->series != IJK_NONE)
    otherwise = reference->yearly[row->series][row->series < IJK_N_REGIME_SERIES
                                                   ? ijk_scenario_choice (scenario,
                                                                          IJK_LEVER_REGIME)
                                                   : IJK_VARIANT_CENTRAL];
  ijk_scenario_path (scenario, lever, IJK_NONE, IJK_NONE, otherwise, yearly);
  return ijk_yearly_at (yearly, year);
}

/* Where both levers stand in the year, and whether that is on the map. */
gboolean
ijk_map_find_spot (const IjkLandscapeQuestion *question,
                   const IjkScenario          *scenario,
                   double                     *x,
                   double                     *y)
{
  *x = find_lever_value (scenario, question->x.lever, question->year);
  *y = find_lever_value (scenario, question->y.lever, question->year);
  return *x >= question->x.from && *x <= question->x.to && *y >= question->y.from
         && *y <= question->y.to;
}

/* The last line of the map at or before @value, such that there is one after it. */
static guint
find_line (const double *lines,
           guint         n_lines,
           double        value)
{
  guint i = 0;

  while (i + 2 < n_lines && lines[i + 1] <= value)
    i++;
  return i;
}

/* Between four points of the map, in the unit of the tables. */
double
ijk_map_read (const IjkLandscape *landscape,
              double              x,
              double              y)
{
  const guint n_columns = landscape->question.n_columns;
  const guint i = find_line (landscape->x, n_columns, x);
  const guint j = find_line (landscape->y, landscape->question.n_rows, y);
  const double *below = landscape->values + (gsize) j * n_columns + i;
  const double *above = below + n_columns;
  const double right = (x - landscape->x[i]) / (landscape->x[i + 1] - landscape->x[i]);
  const double up = (y - landscape->y[j]) / (landscape->y[j + 1] - landscape->y[j]);

  return (1 - up) * ((1 - right) * below[0] + right * below[1])
         + up * ((1 - right) * above[0] + right * above[1]);
}

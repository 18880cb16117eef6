/* Round numbers for an axis.
 *
 * Numbers follow Talbot, Lin and Hanrahan (2010), "An Extension of Wilkinson's Algorithm for
 * Positioning Tick Labels on Axes", IEEE TVCG 16(6), with their weights and their list of nice
 * steps. Two of their terms are left out: legibility, because labels are thinned by measuring them,
 * and skipping, which allows ticks like 0.45, 0.55 ... that are not multiples of their step. Years
 * are simpler: the first, the last, and the multiples of 1, 2, 5, 10 ... between.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-ticks.h"

#include <math.h>

/* Nice steps, nicest first, and the weights of section 4.1. */
static const double NICE_STEPS[] = { 1, 5, 2, 2.5, 4, 3 };
#define WEIGHT_SIMPLICITY 0.25
#define WEIGHT_COVERAGE 0.2
#define WEIGHT_DENSITY 0.5
#define WEIGHT_LEGIBILITY 0.05

/* The search ends long before; the bound holds for degenerate input. */
#define MAX_POWERS 6
#define MAX_DECIMALS 12

typedef struct
{
  double min, max;   /* of the data */
  double n_wanted;
  gboolean covers_range;

  double best_score;
  double best_first, best_step;
  guint best_n;
} Search;

static double
score_of (double simplicity,
          double coverage,
          double density)
{
  return WEIGHT_SIMPLICITY * simplicity + WEIGHT_COVERAGE * coverage + WEIGHT_DENSITY * density
         + WEIGHT_LEGIBILITY;
}

static double
max_simplicity (guint i_step)
{
  return 1 - (double) i_step / (G_N_ELEMENTS (NICE_STEPS) - 1);
}

static double
simplicity_of (guint  i_step,
               double first,
               double last)
{
  const gboolean has_zero = first <= 0 && last >= 0;

  return max_simplicity (i_step) - (has_zero ? 0 : 1);
}

static double
coverage_of (const Search *search,
             double        first,
             double        last)
{
  const double tenth = 0.1 * (search->max - search->min);
  const double above = search->max - last;
  const double below = search->min - first;

  return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double
max_coverage (const Search *search,
              double        span)
{
  const double range = search->max - search->min;
  const double half = (span - range) / 2;

  return span > range ? 1 - half * half / (0.01 * range * range) : 1;
}

static double
density_of (const Search *search,
            guint         n,
            double        first,
            double        last)
{
  const double density = (n - 1) / (last - first);
  const double wanted = (search->n_wanted - 1)
                        / (MAX (last, search->max) - MIN (search->min, first));

  return 2 - MAX (density / wanted, wanted / density);
}

static double
max_density (const Search *search,
             guint         n)
{
  return n >= search->n_wanted ? 2 - (n - 1) / (search->n_wanted - 1) : 1;
}

static void
try_starts (Search *search,
            guint   i_step,
            guint   n,
            double  step)
{
  const double first_start = floor (search->max / step) - (n - 1.0);
  const double last_start = ceil (search->min / step);
  const double slack = 1e-9 * (search->max - search->min);

  /* Far from zero the starts of a fine step can no longer be told apart. */
  if (!(fabs (first_start) < 1e12 && fabs (last_start) < 1e12))
    return;

  for (double start = first_start; start <= last_start; start++)
    {
      const double first = start * step;
      const double last = first + step * (n - 1);
      const double score = score_of (simplicity_of (i_step, first, last),
                                     coverage_of (search, first, last),
                                     density_of (search, n, first, last));
      const gboolean covers = first <= search->min + slack && last >= search->max - slack;

      if (score > search->best_score && (covers || !search->covers_range))
        {
          search->best_score = score;
          search->best_first = first;
          search->best_step = step;
          search->best_n = n;
        }
    }
}

static void
try_powers (Search *search,
            guint   i_step,
            guint   n)
{
  const double nice = NICE_STEPS[i_step];
  const double finest = (search->max - search->min) / (n + 1) / nice;
  const double first_power = ceil (log10 (finest));

  for (guint i_power = 0; i_power < MAX_POWERS; i_power++)
    {
      const double step = nice * pow (10, first_power + i_power);
      const double bound = score_of (max_simplicity (i_step),
                                     max_coverage (search, step * (n - 1)),
                                     max_density (search, n));

      if (bound < search->best_score)
        return;
      try_starts (search, i_step, n, step);
    }
}

static void
run_search (Search *search)
{
  for (guint i_step = 0; i_step < G_N_ELEMENTS (NICE_STEPS); i_step++)
    for (guint n = 2; n < IJK_MAX_TICKS; n++)
      {
        if (score_of (max_simplicity (i_step), 1, max_density (search, n)) < search->best_score)
          break;
        try_powers (search, i_step, n);
      }
}

/* As many as it takes to write the step exactly, within reason. */
static guint
decimals_of_step (double step)
{
  for (guint n_decimals = 0; n_decimals < MAX_DECIMALS; n_decimals++)
    {
      const double scaled = step * pow (10, n_decimals);

      if (fabs (scaled - round (scaled)) < 1e-6 * scaled)
        return n_decimals;
    }
  return MAX_DECIMALS;
}

/**
 * ijk_ticks_of_range:
 * @min: finite
 * @max: finite; the two may be equal
 * @n_wanted: how many ticks would be right for the room there is; it is a wish
 * @covers_range: whether the ticks must reach beyond the data at both ends
 *
 * Finds the ticks of a value axis. A range without extent is widened to one.
 */
void
ijk_ticks_of_range (IjkTicks *ticks,
                    double    min,
                    double    max,
                    double    n_wanted,
                    gboolean  covers_range)
{
  const double size = MAX (fabs (min), fabs (max));
  Search search = { .n_wanted = CLAMP (n_wanted, 2, 40), .covers_range = covers_range,
                    .best_score = -1e9 };

  g_return_if_fail (ticks != NULL);
  g_return_if_fail (isfinite (min) && isfinite (max) && min <= max);

  if (max - min <= 1e-9 * size || max - min < 1e-300)
    {
      const double half = size > 0 ? 0.5 * size : 0.5;

      min -= half;
      max += half;
    }

  search.min = min;
  search.max = max;
  run_search (&search);
  if (search.best_n == 0)
    {
      search.best_first = min;
      search.best_step = max - min;
      search.best_n = 2;
    }

  ticks->n_values = search.best_n;
  ticks->n_decimals = decimals_of_step (search.best_step);
  for (guint i = 0; i < search.best_n; i++)
    {
      const double value = search.best_first + i * search.best_step;

      /* Otherwise a sum of tenths would be written -0.0 or 5.6e-17. */
      ticks->values[i] = fabs (value) < 1e-9 * search.best_step ? 0 : value;
    }
}

/**
 * ijk_ticks_trim:
 *
 * Takes away the ticks beyond the ends of an axis that was not made to cover them.
 */
void
ijk_ticks_trim (IjkTicks *ticks,
                double    min,
                double    max)
{
  const double slack = 1e-9 * (max - min);
  guint n_kept = 0;

  for (guint i = 0; i < ticks->n_values; i++)
    if (ticks->values[i] >= min - slack && ticks->values[i] <= max + slack)
      ticks->values[n_kept++] = ticks->values[i];
  ticks->n_values = n_kept;
}

/**
 * ijk_ticks_of_years:
 * @max_ticks: at least 1
 *
 * Finds the ticks of a time axis: the ends and round years between, at most @max_ticks. A round
 * year too close to an end gives way.
 */
void
ijk_ticks_of_years (IjkTicks *ticks,
                    double    first_year,
                    double    last_year,
                    guint     max_ticks)
{
  static const double steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  double step = 0;

  g_return_if_fail (ticks != NULL);
  g_return_if_fail (isfinite (first_year) && isfinite (last_year) && first_year <= last_year);

  max_ticks = CLAMP (max_ticks, 1, IJK_MAX_TICKS);
  ticks->n_decimals = 0;
  ticks->values[0] = first_year;
  ticks->n_values = 1;
  if (first_year == last_year || max_ticks == 1)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps) && step == 0; i++)
    if ((last_year - first_year) / steps[i] + 1 <= max_ticks)
      step = steps[i];
  if (step > 0)
    for (double year = ceil (first_year / step) * step;
         year < last_year && ticks->n_values + 1 < IJK_MAX_TICKS; year += step)
      if (year - first_year >= 0.6 * step && last_year - year >= 0.6 * step)
        ticks->values[ticks->n_values++] = year;
  ticks->values[ticks->n_values++] = last_year;
}

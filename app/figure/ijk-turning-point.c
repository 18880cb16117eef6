/* What is worth saying about a row of yearly numbers: peaks, crossings, the steepest year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

/* A year the arrays do not have is no year. */
static void
clamp_years (int *first_year,
             int *last_year)
{
  *first_year = MAX (*first_year, IJK_FIRST_YEAR);
  *last_year = MIN (*last_year, IJK_LAST_YEAR);
}

/**
 * ijk_yearly_peak:
 *
 * Returns: the first year with the highest value; 0 where all is unknown
 */
int
ijk_yearly_peak (const double *yearly,
                 int           first_year,
                 int           last_year)
{
  int peak = 0;

  clamp_years (&first_year, &last_year);
  for (int year = first_year; year <= last_year; year++)
    if (!isnan (ijk_yearly_at (yearly, year))
        && (peak == 0 || ijk_yearly_at (yearly, year) > ijk_yearly_at (yearly, peak)))
      peak = year;
  return peak;
}

/**
 * ijk_yearly_first_below:
 *
 * Returns: the first year at or below @level; 0 if there is none
 */
int
ijk_yearly_first_below (const double *yearly,
                        double        level,
                        int           first_year,
                        int           last_year)
{
  clamp_years (&first_year, &last_year);
  for (int year = first_year; year <= last_year; year++)
    if (ijk_yearly_at (yearly, year) <= level)
      return year;
  return 0;
}

/**
 * ijk_yearly_first_above:
 *
 * Returns: the first year above @level; 0 if there is none
 */
int
ijk_yearly_first_above (const double *yearly,
                        double        level,
                        int           first_year,
                        int           last_year)
{
  clamp_years (&first_year, &last_year);
  for (int year = first_year; year <= last_year; year++)
    if (ijk_yearly_at (yearly, year) > level)
      return year;
  return 0;
}

/**
 * ijk_yearly_steepest_fall:
 *
 * Returns: the year that differs most downwards from the year before; 0 if no year does
 */
int
ijk_yearly_steepest_fall (const double *yearly,
                          int           first_year,
                          int           last_year)
{
  double largest = 0;
  int found = 0;

  clamp_years (&first_year, &last_year);
  for (int year = MAX (first_year, IJK_FIRST_YEAR + 1); year <= last_year; year++)
    {
      const double fall = ijk_yearly_at (yearly, year - 1) - ijk_yearly_at (yearly, year);

      if (fall > largest)
        {
          largest = fall;
          found = year;
        }
    }
  return found;
}

/**
 * ijk_yearly_sum:
 *
 * Returns: the sum of the known values, both years included
 */
double
ijk_yearly_sum (const double *yearly,
                int           first_year,
                int           last_year)
{
  double sum = 0;

  clamp_years (&first_year, &last_year);
  for (int year = first_year; year <= last_year; year++)
    if (!isnan (ijk_yearly_at (yearly, year)))
      sum += ijk_yearly_at (yearly, year);
  return sum;
}

/**
 * ijk_yearly_has_any:
 *
 * Returns: whether a value differs from zero by more than @tolerance
 */
gboolean
ijk_yearly_has_any (const double *yearly,
                    double        tolerance)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (fabs (yearly[t]) > tolerance)
      return TRUE;
  return FALSE;
}

/**
 * ijk_yearly_scale:
 * @field: (array fixed-size=30)
 * @yearly: (out) (array fixed-size=30): @factor times @field
 */
void
ijk_yearly_scale (const double *field,
                  double        factor,
                  double       *yearly)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = factor * field[t];
}

/* The units of a map of two levers, and its values as a reader writes them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-map-private.h"

#define PER_THOUSAND 1e-3
#define PERCENT 100

/* @step: smallest difference to tell apart, in the unit of the tables. */
static IjkShownUnit
choose_lever_unit (const IjkLever *lever,
                   double          step)
{
  IjkShownUnit unit = { ijk_quantity_unit (lever->unit), 1, 0, FALSE, FALSE };

  if (g_str_equal (lever->unit, "kt/y"))
    unit = (IjkShownUnit) { _("Mt a year"), PER_THOUSAND, 0, FALSE, FALSE };
  else if (g_str_equal (lever->unit, "MEUR a round"))
    unit = (IjkShownUnit) { _("€ billion a round"), PER_THOUSAND, 0, TRUE, FALSE };
  else if (g_str_equal (lever->unit, "a year"))
    unit = (IjkShownUnit) { _("% a year"), PERCENT, 0, FALSE, FALSE };
  else if (g_str_equal (lever->unit, "year"))
    return (IjkShownUnit) { "", 1, 0, FALSE, TRUE };
  for (double shown = step * unit.factor; shown > 0 && shown < 0.999 && unit.n_decimals < 3;
       shown *= 10)
    unit.n_decimals++;
  return unit;
}

static IjkShownUnit
choose_outcome_unit (IjkOutcome outcome)
{
  switch (outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      return (IjkShownUnit) { _("Mt CO₂-eq"), PER_THOUSAND, 1, FALSE, FALSE };
    case IJK_OUTCOME_LEVY:
    case IJK_OUTCOME_STATE_COST:
      return (IjkShownUnit) { _("€ million"), 1, 0, FALSE, FALSE };
    case IJK_OUTCOME_SUBSIDY:
      return (IjkShownUnit) { _("€ billion"), PER_THOUSAND, 1, FALSE, FALSE };
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

IjkMapUnits
ijk_map_choose_units (const IjkLandscape *landscape)
{
  const IjkReference *reference = ijk_scenario_get_reference (landscape->scenario);
  const IjkLandscapeQuestion *question = &landscape->question;
  const IjkLever *x = &reference->levers[question->x.lever];
  const IjkLever *y = &reference->levers[question->y.lever];

  return (IjkMapUnits) { choose_lever_unit (x, x->step), choose_lever_unit (y, y->step),
                   choose_outcome_unit (question->outcome) };
}

/* How numbers of the unit are written on an axis. */
IjkNumberFormat
ijk_map_format (const IjkShownUnit *unit)
{
  IjkNumberFormat format = ijk_quantity_format (unit->n_decimals);

  if (unit->is_year)
    format.thousands = NULL;
  return format;
}

/* @value: in the unit of the tables */
char *
ijk_map_write_lever (const IjkShownUnit *unit,
                     double           value)
{
  const IjkNumberFormat format = ijk_map_format (unit);
  g_autofree char *number = ijk_number_format (&format, value * unit->factor);

  if (unit->is_money_a_round)
    /* Translators: an amount of money for a subsidy round: "€1.5 billion a round". */
    return g_strdup_printf (_("€%s billion a round"), number);
  return *unit->text != '\0' ? g_strdup_printf ("%s %s", number, unit->text)
                             : g_steal_pointer (&number);
}

/* @value: in the unit of the tables */
char *
ijk_map_write_outcome (IjkOutcome outcome,
                       double     value)
{
  return outcome == IJK_OUTCOME_EMISSIONS ? ijk_quantity_mt (value) : ijk_quantity_money (value);
}

/* How far two outcomes are apart: small ones in kt, which Mt would round away. */
char *
ijk_map_write_difference (IjkOutcome outcome,
                          double     value)
{
  const double size = fabs (value);

  if (outcome == IJK_OUTCOME_EMISSIONS && size < IJK_KT_PER_MT)
    return ijk_quantity_kt (size);
  return ijk_map_write_outcome (outcome, size);
}

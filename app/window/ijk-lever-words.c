/* Values of levers as words. The units of levers.csv are for a table; a reader wants "40%" for
 * 0.4 of a fraction, "2031" for a year, and the name of a law for its id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-words.h"

#include "ijk-language.h"
#include "ijk-lever-reading.h"
#include "ijk-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* As many decimals as one step of the lever needs. */
static guint
count_decimals (double step)
{
  guint n = 0;

  while (n < 4 && fabs (step - rint (step)) > 1e-9)
    {
      step *= 10;
      n++;
    }
  return n;
}

static char *
describe_number (const IjkLever *lever,
                 double          number)
{
  const char *unit = lever->unit;
  g_autofree char *text = NULL;

  if (isnan (number))
    return g_strdup ("–");
  if (ijk_lever_is_no_limit (lever, number))
    return ijk_lever_write_number (lever, number);
  if (strcmp (unit, "year") == 0)
    return number >= IJK_NEVER_YEAR ? g_strdup (_("never")) : g_strdup_printf ("%.0f", number);
  if (strcmp (unit, "fraction") == 0 || strcmp (unit, "share") == 0)
    return ijk_quantity_share (number);
  text = ijk_quantity_number (number, count_decimals (lever->step));
  if (strcmp (unit, "factor") == 0 || g_str_has_prefix (unit, "-1 low"))
    return g_steal_pointer (&text);
  /* Translators: a number and its unit: "125 €/t" */
  return g_strdup_printf (C_("quantity", "%s %s"), text, ijk_quantity_unit (unit));
}

static char *
describe_choice (const IjkReference *reference,
                 IjkLeverId          id,
                 guint               choice)
{
  const char *word = reference->levers[id].choices[choice];

  if (id == IJK_LEVER_REGIME)
    return g_strdup (ijk_language_pick (reference->regimes[choice].name_en,
                                        reference->regimes[choice].name_nl));
  if (id == IJK_LEVER_DUTY_SCOPE)
    return g_strdup (choice == IJK_DUTY_CO2 ? _("energy and CO₂ measures") : _("energy only"));
  return g_strdup (word);
}

static char *
describe_share (const IjkLeverValue *value,
                int                  year)
{
  g_autofree char *share = NULL;

  if (value->mode == IJK_SHARE_FREE)
    return g_strdup (_("left to the market"));
  share = ijk_quantity_share (ijk_lever_value_at (value, year));
  if (value->mode == IJK_SHARE_AT_MOST)
    /* Translators: a share and a year: "at most 40% in 2030" */
    return g_strdup_printf (_("at most %s in %d"), share, year);
  /* Translators: a share and a year: "exactly 40% in 2030" */
  return g_strdup_printf (_("exactly %s in %d"), share, year);
}

char *
ijk_lever_words_value (const IjkReference  *reference,
                       const IjkLeverKey   *key,
                       const IjkLeverValue *value,
                       int                  year)
{
  const IjkLever *lever;

  g_return_val_if_fail (reference != NULL && key != NULL && value != NULL, NULL);

  if (key->lever == IJK_LEVER_PROJECT)
    return g_strdup (value->choice != 0 ? _("goes ahead") : _("does not go ahead"));
  if (key->lever == IJK_LEVER_PROJECT_START)
    return value->number >= IJK_NEVER_YEAR
               ? g_strdup (_("never starts"))
               /* Translators: a year */
               : g_strdup_printf (_("starts in %d"), (int) value->number);

  lever = &reference->levers[key->lever];
  year = MAX (year, IJK_FIRST_FREE_YEAR);
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return describe_number (lever, value->number);
    case IJK_LEVER_KIND_SWITCH:
      return describe_choice (reference, key->lever, value->choice);
    case IJK_LEVER_KIND_MODE_SHARE:
      return describe_share (value, year);
    case IJK_LEVER_KIND_PATH:
      {
        g_autofree char *number = describe_number (lever, ijk_lever_value_at (value, year));

        /* Translators: a value and a year: "0.745 in 2030" */
        return g_strdup_printf (_("%s in %d"), number, year);
      }
    }
  g_assert_not_reached ();
}

gboolean
ijk_lever_words_is_default (const IjkReference    *reference,
                            const IjkLeverSetting *setting)
{
  const IjkLeverKey *key = &setting->key;
  const IjkLeverValue *value = &setting->value;
  const IjkLever *lever;

  if (key->lever == IJK_LEVER_PROJECT)
    return (value->choice != 0) == reference->projects[key->target].is_enabled;
  if (key->lever == IJK_LEVER_PROJECT_START)
    return (int) value->number == reference->projects[key->target].start_year;
  if (key->scope != IJK_SCOPE_NATIONAL)
    return FALSE; /* it may stand against another value for the nation */
  lever = &reference->levers[key->lever];
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_SWITCH:
      return value->choice == lever->default_choice;
    case IJK_LEVER_KIND_NUMBER:
      return !isnan (lever->default_number)
             && fabs (value->number - lever->default_number) < lever->step * 1e-6;
    case IJK_LEVER_KIND_MODE_SHARE:
      return value->mode == IJK_SHARE_FREE;
    case IJK_LEVER_KIND_PATH:
      return FALSE;
    }
  g_assert_not_reached ();
}

const char *
ijk_lever_words_heading (IjkHeading heading)
{
  switch (heading)
    {
    case IJK_HEADING_SMART:
      return "Slimme industrie";
    case IJK_HEADING_CLEAN:
      return "Schone industrie";
    case IJK_HEADING_FINANCIAL:
      return "Financiële afspraken";
    case IJK_HEADING_WORLD:
      return "Wereld";
    case IJK_N_HEADINGS:
      break;
    }
  g_assert_not_reached ();
}

const char *
ijk_lever_words_gloss (IjkHeading heading)
{
  if (strcmp (ijk_language_get (), "nl") == 0)
    return "";
  switch (heading)
    {
    case IJK_HEADING_SMART:
      return _("smart industry");
    case IJK_HEADING_CLEAN:
      return _("clean industry");
    case IJK_HEADING_FINANCIAL:
      return _("money and law");
    case IJK_HEADING_WORLD:
      return _("the world outside");
    case IJK_N_HEADINGS:
      break;
    }
  g_assert_not_reached ();
}

const char *
ijk_lever_words_search (IjkHeading heading)
{
  switch (heading)
    {
    case IJK_HEADING_SMART:
      return "Slimme industrie smart industry";
    case IJK_HEADING_CLEAN:
      return "Schone industrie clean industry";
    case IJK_HEADING_FINANCIAL:
      return "Financiële afspraken financial agreements money law";
    case IJK_HEADING_WORLD:
      return "Wereld world outside";
    case IJK_N_HEADINGS:
      break;
    }
  g_assert_not_reached ();
}

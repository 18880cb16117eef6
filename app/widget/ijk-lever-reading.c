/* Reading a lever at one scope, and writing its numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-reading.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-language.h"
#include "ijk-quantity.h"

static guint
sector_of (const IjkReference *reference,
           const IjkLeverKey  *key)
{
  if (key->scope == IJK_SCOPE_SECTOR)
    return key->target;
  if (key->scope == IJK_SCOPE_COMPANY && reference->companies[key->target].n_units > 0)
    return reference->units[reference->companies[key->target].units[0]].sector;
  return IJK_NONE;
}

static gboolean
is_share (const IjkLever *lever)
{
  return lever->kind == IJK_LEVER_KIND_MODE_SHARE;
}

/* What a path is where no scenario sets it. The statute in force decides about its own series. */
static const double *
find_series (const IjkScenario *scenario,
             const IjkLever    *lever)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  guint variant = IJK_VARIANT_CENTRAL;

  if (lever->series == IJK_NONE)
    return NULL;
  if (lever->series < IJK_N_REGIME_SERIES)
    variant = ijk_scenario_choice (scenario, IJK_LEVER_REGIME);
  return reference->yearly[lever->series][variant];
}

static void
read_share (const IjkScenario *scenario,
            const IjkLeverKey *key,
            guint              sector,
            IjkShareMode      *mode,
            double            *yearly)
{
  const IjkGroup group = (IjkGroup) (key->lever - IJK_LEVER_EFFICIENCY_SHARE);
  const guint company = key->scope == IJK_SCOPE_COMPANY ? key->target : IJK_NONE;
  const IjkLeverValue *value = NULL;

  if (company != IJK_NONE)
    value = ijk_scenario_company_share (scenario, group, sector, company);
  if (value == NULL)
    value = ijk_scenario_share (scenario, group, sector);
  *mode = value != NULL ? value->mode : IJK_SHARE_FREE;
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      const int year = IJK_FIRST_YEAR + (int) t;

      yearly[t] = value != NULL && year >= value->points[0].year ? ijk_lever_value_at (value, year)
                                                                 : (double) NAN;
    }
}

static void
read_one (const IjkScenario *scenario,
          const IjkLeverKey *key,
          double            *number,
          guint             *choice,
          IjkShareMode      *mode,
          double            *yearly)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *lever = &reference->levers[key->lever];
  const guint sector = sector_of (reference, key);

  if (key->lever == IJK_LEVER_PROJECT || key->lever == IJK_LEVER_PROJECT_START)
    {
      const IjkLeverSetting *own = NULL;

      for (const IjkScenario *s = scenario; s != NULL && own == NULL;
           s = ijk_scenario_get_parent (s))
        own = ijk_scenario_get_setting (
          s, &(IjkLeverKey) { IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, key->target });
      *choice = own != NULL ? own->value.choice : (guint) reference->projects[key->target].is_enabled;
      *number = ijk_scenario_project_start_year (scenario, key->target);
      return;
    }
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      *number = ijk_scenario_number (scenario, key->lever, sector);
      break;
    case IJK_LEVER_KIND_SWITCH:
      *choice = ijk_scenario_choice (scenario, key->lever);
      break;
    case IJK_LEVER_KIND_PATH:
      ijk_scenario_path (scenario, key->lever, sector,
                         key->scope == IJK_SCOPE_COMPANY ? key->target : IJK_NONE,
                         find_series (scenario, lever), yearly);
      break;
    case IJK_LEVER_KIND_MODE_SHARE:
      read_share (scenario, key, sector, mode, yearly);
      break;
    }
}

/**
 * ijk_lever_read:
 * @key: lever, scope and target
 * @reading: (out): everything that does not belong to the kind of lever is zero
 *
 * Reads what holds in a scenario, and what would hold if it did not set @key.
 */
void
ijk_lever_read (const IjkScenario *scenario,
                const IjkLeverKey *key,
                IjkLeverReading   *reading)
{
  g_autoptr (IjkScenario) base = NULL;

  g_return_if_fail (scenario != NULL && key != NULL && reading != NULL);

  memset (reading, 0, sizeof *reading);
  base = ijk_scenario_without_lever (scenario, key);
  reading->is_set = ijk_scenario_get_setting (scenario, key) != NULL;
  read_one (scenario, key, &reading->number, &reading->choice, &reading->mode, reading->yearly);
  read_one (base, key, &reading->base_number, &reading->base_choice, &reading->base_mode,
            reading->base_yearly);
}

/**
 * ijk_lever_read_outcome:
 * @key: of a share lever
 * @yearly: (out) (array fixed-size=30): 0..1
 *
 * Weighs the measures of the lever's group by the emissions they could take away.
 */
void
ijk_lever_read_outcome (const IjkResult   *result,
                        const IjkLeverKey *key,
                        double            *yearly)
{
  const IjkReference *reference = result->reference;
  const IjkGroup group = (IjkGroup) (key->lever - IJK_LEVER_EFFICIENCY_SHARE);
  const guint sector = sector_of (reference, key);

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      double used_kt = 0, possible_kt = 0;

      for (guint c = 0; c < reference->n_cells; c++)
        {
          const gsize i = (gsize) t * reference->n_cells + c;
          const double weight = result->cell_eligible_kt[i] * result->cell_potential[i];

          if (reference->measures[reference->cells[c].measure].group != group
              || (sector != IJK_NONE && reference->cells[c].sector != sector))
            continue;
          possible_kt += weight;
          used_kt += weight * result->cell_operating[i];
        }
      yearly[t] = possible_kt > 0 ? CLAMP (used_kt / possible_kt, 0, 1) : (double) NAN;
    }
}

/* Numbers */

static gboolean
is_year (const IjkLever *lever)
{
  return g_str_equal (lever->unit, "year");
}

double
ijk_lever_display_factor (const IjkLever *lever)
{
  return is_share (lever) || g_str_equal (lever->unit, "fraction")
                 || g_str_equal (lever->unit, "a year") || g_str_has_prefix (lever->unit, "share")
             ? 100
             : 1;
}

guint
ijk_lever_n_decimals (const IjkLever *lever)
{
  double step = lever->step * ijk_lever_display_factor (lever);
  guint n_decimals = 0;

  while (isfinite (step) && step > 0 && n_decimals < 6 && fabs (step - round (step)) > 1e-6 * step)
    {
      step *= 10;
      n_decimals++;
    }
  return n_decimals;
}

const char *
ijk_lever_unit_text (const IjkLever *lever)
{
  if (is_share (lever))
    /* xgettext:no-c-format */
    return _("% of the potential");
  if (g_str_equal (lever->unit, "fraction"))
    return "%";
  if (g_str_equal (lever->unit, "a year"))
    /* xgettext:no-c-format */
    return _("% a year");
  if (g_str_equal (lever->unit, "share of capex"))
    /* xgettext:no-c-format */
    return _("% of the investment");
  if (g_str_equal (lever->unit, "share of the ETS price"))
    /* xgettext:no-c-format */
    return _("% of the ETS price");
  /* Three cases, named in the explanation. */
  if (strchr (lever->unit, ',') != NULL)
    return "";
  return ijk_quantity_unit (lever->unit);
}

const char *
ijk_lever_short_unit_text (const IjkLever *lever)
{
  const char *unit = ijk_lever_unit_text (lever);

  if (*unit == '%')
    return "%";
  if (g_str_equal (lever->unit, "MEUR a round"))
    return ijk_quantity_unit ("MEUR");
  if (g_str_equal (lever->unit, "kt/y"))
    return ijk_quantity_unit ("kt");
  return g_str_equal (lever->unit, "GWh/y") ? "GWh" : unit;
}

gboolean
ijk_lever_is_no_limit (const IjkLever *lever,
                       double          value)
{
  /* A range that is no lever has no name. */
  return g_strcmp0 (lever->id, "ccs_ceiling") == 0 && value >= lever->max;
}

char *
ijk_lever_write_number (const IjkLever *lever,
                        double          value)
{
  const IjkNumberFormat whole = { .n_decimals = 0 };

  if (!isfinite (value))
    return g_strdup ("–");
  if (ijk_lever_is_no_limit (lever, value))
    /* Translators: the value of a ceiling where there is none. */
    return g_strdup (C_("ceiling", "none"));
  if (!is_year (lever))
    return ijk_quantity_number (value * ijk_lever_display_factor (lever),
                                ijk_lever_n_decimals (lever));
  /* Translators: a project or fund that does not start within the horizon. */
  return value >= IJK_NEVER_YEAR ? g_strdup (_("never")) : ijk_number_format (&whole, value);
}

char *
ijk_lever_write_value (const IjkLever *lever,
                       double          value)
{
  g_autofree char *number = ijk_lever_write_number (lever, value);
  const char *unit = ijk_lever_unit_text (lever);

  if (*unit == '\0' || !isfinite (value) || ijk_lever_is_no_limit (lever, value))
    return g_steal_pointer (&number);
  if (*unit == '%')
    return g_strconcat (number, unit, NULL);
  /* Translators: a number and its unit: "120 €/t". */
  return g_strdup_printf (_("%1$s %2$s"), number, unit);
}

char *
ijk_lever_write_choice (const IjkReference *reference,
                        const IjkLever     *lever,
                        guint               choice)
{
  if (lever == &reference->levers[IJK_LEVER_REGIME] && choice < IJK_N_REGIMES)
    return g_strdup (
      ijk_language_pick (reference->regimes[choice].name_en, reference->regimes[choice].name_nl));
  if (lever == &reference->levers[IJK_LEVER_DUTY_SCOPE])
    return g_strdup (choice == IJK_DUTY_CO2 ? _("All CO₂ measures") : _("Energy saving only"));
  if (lever == &reference->levers[IJK_LEVER_PROJECT])
    return g_strdup (choice != 0 ? _("Goes ahead") : _("Does not go ahead"));
  return g_strdup (lever->choices[choice]);
}

const char *
ijk_share_mode_name (IjkShareMode mode)
{
  switch (mode)
    {
    case IJK_SHARE_FREE:
      /* Translators: how much of a technique is used: companies decide. */
      return _("Market");
    case IJK_SHARE_AT_MOST:
      /* Translators: companies decide how much of a technique is used, up to a limit. */
      return _("At most");
    case IJK_SHARE_EXACTLY:
      /* Translators: how much of a technique is used is fixed. */
      return _("Exactly");
    case IJK_N_SHARE_MODES:
      break;
    }
  g_assert_not_reached ();
}

/* "1.200,5", "1,200.5", "0,75", "1200": a lone separator before three digits splits thousands only
 * where the language writes it so. */
static gboolean
read_number (const char *text,
             gsize       length,
             double     *number)
{
  const IjkNumberFormat format = ijk_quantity_format (0);
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *last = NULL;
  guint n_separators = 0;
  gboolean is_mixed = FALSE;
  char *end = NULL;

  for (const char *p = text; p < text + length; p++)
    if (*p == '.' || *p == ',')
      {
        is_mixed |= last != NULL && *last != *p;
        last = p;
        n_separators++;
      }
  if (last != NULL && !is_mixed
      && (n_separators > 1
          || (*last == *format.thousands && text + length - last == 4 && last > text
              && *text != '0' && !(*text == '-' && text[1] == '0'))))
    last = NULL;
  for (const char *p = text; p < text + length; p++)
    if (*p == '.' || *p == ',')
      {
        if (p == last)
          g_string_append_c (plain, '.');
      }
    else
      g_string_append_c (plain, *p);
  *number = g_ascii_strtod (plain->str, &end);
  return plain->len > 0 && *end == '\0' && isfinite (*number);
}

static gboolean
refuse (const IjkLever  *lever,
        const char      *text,
        GError         **error)
{
  g_autofree char *low = ijk_lever_write_value (lever, lever->min);
  g_autofree char *high = ijk_lever_write_value (lever, lever->max);

  /* Translators: %1$s is what was typed, %2$s and %3$s are amounts. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%1$s” is not a value between %2$s and %3$s"), text, low, high);
  return FALSE;
}

/**
 * ijk_lever_parse_number:
 * @text: as typed
 * @value: (out): in the lever's unit
 *
 * Reads a value that a person typed or pasted.
 *
 * Returns: %FALSE with a sentence when it is no number or lies outside the lever's range
 */
gboolean
ijk_lever_parse_number (const IjkLever  *lever,
                        const char      *text,
                        double          *value,
                        GError         **error)
{
  g_autoptr (GString) trimmed = g_string_new (text);
  const double factor = ijk_lever_display_factor (lever);
  gsize length;
  double number;

  /* A minus sign as we write it, and spaces that cannot break, come back from the screen. */
  g_string_replace (trimmed, "−", "-", 0);
  g_string_replace (trimmed, "\302\240", "", 0);
  g_string_replace (trimmed, " ", "", 0);
  /* Cells that a spreadsheet shows as money are copied with its sign. */
  if (g_str_has_prefix (lever->unit, "EUR") || g_str_has_prefix (lever->unit, "MEUR"))
    g_string_replace (trimmed, "€", "", 1);
  if (is_year (lever) && g_str_equal (trimmed->str, _("never")))
    {
      *value = IJK_NEVER_YEAR;
      return TRUE;
    }
  if (ijk_lever_is_no_limit (lever, lever->max)
      && g_str_equal (trimmed->str, C_("ceiling", "none")))
    {
      *value = lever->max;
      return TRUE;
    }
  length = strspn (trimmed->str, "+-0123456789.,eE");
  if (length == 0 || !read_number (trimmed->str, length, &number))
    return refuse (lever, text, error);
  number /= factor;
  if (number < lever->min - 1e-9 || number > lever->max + 1e-9)
    return refuse (lever, text, error);
  *value = CLAMP (number, lever->min, lever->max);
  return TRUE;
}

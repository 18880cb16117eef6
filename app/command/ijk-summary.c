/* The summary of one result as a readable page: emissions against the targets, levy, subsidy, CCS,
 * energy, measures, and how far the result is from published figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-summary.h"

#include "ijk-indicator.h"
#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const int shown_years[] = { 2021, 2025, 2030, 2035, 2040, 2050 };

#define LABEL_WIDTH 50
#define NUMBER_WIDTH 8

/* A ceiling of 25,000 kt stands for none (levers.csv). */
#define NO_CEILING_KT 25000

static void
append_cell (GString    *text,
             const char *cell,
             glong       width,
             gboolean    is_right)
{
  const glong n = g_utf8_strlen (cell, -1);

  for (glong i = n; is_right && i < width; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, cell);
  for (glong i = n; !is_right && i < width; i++)
    g_string_append_c (text, ' ');
}

static void
append_heading (GString    *text,
                const char *title)
{
  g_string_append_c (text, '\n');
  append_cell (text, title, LABEL_WIDTH, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (shown_years); i++)
    {
      char year[8];

      g_snprintf (year, sizeof year, "%d", shown_years[i]);
      append_cell (text, year, NUMBER_WIDTH, TRUE);
    }
  g_string_append_c (text, '\n');
}

static void
append_yearly (GString      *text,
               const char   *label,
               const double *yearly,
               double        scale,
               guint         n_decimals)
{
  g_string_append (text, "  ");
  append_cell (text, label, LABEL_WIDTH - 2, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (shown_years); i++)
    {
      g_autofree char *number
          = ijk_quantity_number (yearly[IJK_YEAR_INDEX (shown_years[i])] * scale, n_decimals);

      append_cell (text, number, NUMBER_WIDTH, TRUE);
    }
  g_string_append_c (text, '\n');
}

static void
append_indicator (GString         *text,
                  const IjkResult *result,
                  const char      *label,
                  IjkItems         items,
                  guint            item,
                  const char      *id,
                  double           scale,
                  guint            n_decimals)
{
  double yearly[IJK_N_YEARS];

  ijk_indicator_yearly (ijk_indicator_find (items, id), result, item, yearly);
  append_yearly (text, label, yearly, scale, n_decimals);
}

static void
append_title (GString         *text,
              const IjkResult *result)
{
  const guint regime = ijk_scenario_choice (result->scenario, IJK_LEVER_REGIME);
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (result->scenario, &n_settings);

  /* Translators: %s: a statute, as in "Tax plan for 2026". */
  g_string_append_printf (text,
                          n_settings == 0 ? _("Reference scenario, current law: %s\n")
                                          : _("Scenario under: %s\n"),
                          ijk_language_pick (result->reference->regimes[regime].name_en,
                                             result->reference->regimes[regime].name_nl));
  for (guint i = 0; i < n_settings; i++)
    {
      g_autofree char *key = ijk_lever_key_to_string (result->reference, &settings[i].key);
      g_autofree char *value = ijk_lever_value_to_string (
          &result->reference->levers[settings[i].key.lever], &settings[i].value);

      g_string_append_printf (text, "  %s = %s\n", key, value);
    }
  g_string_append_printf (
      text, _("Observed to %d, projected by the model after that. Not a forecast.\n"),
      IJK_LAST_OBSERVED_YEAR);
}

static void
append_emissions (GString         *text,
                  const IjkResult *result)
{
  append_heading (text, _("Emissions of industry, Mt CO₂-eq"));
  for (guint s = 0; s < result->reference->n_sectors; s++)
    if (result->reference->sectors[s].is_in_industry)
      append_indicator (text, result,
                        ijk_language_pick (result->reference->sectors[s].name_en,
                                           result->reference->sectors[s].name_nl),
                        IJK_ITEMS_SECTOR, s, "emissions", 1e-3, 1);
  append_indicator (text, result, _("Industry"), IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY,
                    "emissions", 1e-3, 1);
  append_heading (text, _("Change since 2021 by cause, Mt"));
  append_indicator (text, result, _("Less output"), IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY,
                    "activity", -1e-3, 1);
  append_indicator (text, result, _("Autonomous efficiency"), IJK_ITEMS_SCOPE,
                    IJK_SCOPE_ITEM_INDUSTRY, "autonomous", -1e-3, 1);
  append_indicator (text, result, _("Measures"), IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY,
                    "measures", -1e-3, 1);
  append_indicator (text, result, _("Output leaving the country"), IJK_ITEMS_SCOPE,
                    IJK_SCOPE_ITEM_INDUSTRY, "leakage", -1e-3, 1);
}

static void
append_targets (GString         *text,
                const IjkResult *result)
{
  const IjkIndicator *emissions = ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions");

  g_string_append (text, _("\nAgainst the targets\n"));
  for (guint i = 0; i < result->reference->n_targets; i++)
    {
      const IjkTarget *target = &result->reference->targets[i];
      const double over = ijk_indicator_value (emissions, result, IJK_SCOPE_ITEM_INDUSTRY,
                                               target->year) / 1e3
                          - target->target_mt;
      g_autofree char *above = ijk_quantity_number (over, 1);
      g_autofree char *goal = ijk_quantity_number (target->target_mt, 1);
      g_autoptr (GString) padded = g_string_new (NULL);
      const char *name = ijk_language_pick (target->name_en, target->name_nl);
      const char *status = _ (ijk_status_ids[target->provenance.status]);
      const char *source = ijk_source_words (target->provenance.source);

      append_cell (padded, goal, 5, TRUE);
      /* Translators: year, goal, its name, status and source of the goal. */
      if (over <= 0)
        g_string_append_printf (text, _("  %d  %s Mt  %s: reached (%s: %s)\n"), target->year,
                                padded->str, name, status, source);
      else
        /* Translators: year, goal, its name, how far emissions are above it, status and source of
         * the goal. */
        g_string_append_printf (text, _("  %d  %s Mt  %s: %s Mt above (%s: %s)\n"), target->year,
                                padded->str, name, above, status, source);
    }
}

/* The ceiling as shown: a gap where there is none. */
static void
append_ceiling (GString         *text,
                const IjkResult *result)
{
  double yearly[IJK_N_YEARS];

  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = result->nation_ccs_ceiling_kt[t] < NO_CEILING_KT ? result->nation_ccs_ceiling_kt[t]
                                                                 : NAN;
  append_yearly (text, _("Ceiling on subsidised CCS, Mt (– none)"), yearly, 1e-3, 1);
}

static void
append_money (GString         *text,
              const IjkResult *result)
{
  const guint all = IJK_SCOPE_ITEM_ALL;

  append_heading (text, _("CO₂ levy"));
  append_indicator (text, result, _("Gross rate, €/t"), IJK_ITEMS_NL, 0, "levy_rate", 1, 2);
  append_indicator (text, result, _("Rate above the rights, ETS, €/t"), IJK_ITEMS_NL, 0,
                    "rate_ets", 1, 2);
  append_indicator (text, result, _("Rate above the rights, waste, €/t"), IJK_ITEMS_NL, 0,
                    "rate_inc", 1, 2);
  append_indicator (text, result, _("Levied emissions, Mt"), IJK_ITEMS_SCOPE, all, "load", 1e-3,
                    1);
  append_indicator (text, result, _("Dispensation rights, million"), IJK_ITEMS_SCOPE, all,
                    "rights", 1e-3, 1);
  append_indicator (text, result, _("Net revenue, € million"), IJK_ITEMS_SCOPE, all, "net_levy", 1,
                    1);
  append_heading (text, _("Who pays, € million"));
  append_indicator (text, result, _("Subsidy committed (SDE++)"), IJK_ITEMS_NL, 0, "sde_committed",
                    1, 0);
  append_indicator (text, result, _("Subsidy paid"), IJK_ITEMS_NL, 0, "sde_paid", 1, 0);
  append_indicator (text, result, _("Investment"), IJK_ITEMS_NL, 0, "investment", 1, 0);
  append_indicator (text, result, _("Yearly cost to industry"), IJK_ITEMS_NL, 0, "industry_cost",
                    1, 0);
  append_indicator (text, result, _("Yearly cost to the State"), IJK_ITEMS_NL, 0, "state_cost", 1,
                    0);
  append_heading (text, _("CCS, energy and elsewhere"));
  append_indicator (text, result, _("CO₂ stored, Mt"), IJK_ITEMS_NL, 0, "ccs", 1e-3, 1);
  append_indicator (text, result, _("Transport and storage capacity, Mt"), IJK_ITEMS_NL, 0,
                    "ccs_capacity", 1e-3, 1);
  append_ceiling (text, result);
  append_indicator (text, result, _("Extra electricity, TWh"), IJK_ITEMS_NL, 0, "electricity",
                    1e-3, 1);
  append_indicator (text, result, _("Extra natural gas, PJ"), IJK_ITEMS_NL, 0, "gas", 1e-3, 1);
  append_indicator (text, result, _("Extra hydrogen, PJ"), IJK_ITEMS_NL, 0, "hydrogen", 1e-3, 1);
  append_indicator (text, result, _("Indirect emissions, Mt"), IJK_ITEMS_NL, 0, "indirect", 1e-3,
                    1);
  append_indicator (text, result, _("Emissions moving abroad, Mt"), IJK_ITEMS_NL, 0, "abroad",
                    1e-3, 1);
  append_indicator (text, result, _("Technicians needed, FTE"), IJK_ITEMS_NL, 0, "technicians", 1,
                    0);
}

/* Measures in order of what they take away in 2050, in and outside the industry figure. */
static void
append_measures (GString         *text,
                 const IjkResult *result)
{
  const IjkReference *reference = result->reference;
  g_autofree guint *order = g_new (guint, reference->n_measures);
  g_autofree double *last = g_new0 (double, reference->n_measures);
  guint n = 0;

  for (guint m = 0; m < reference->n_measures; m++)
    {
      const gsize at = (IJK_N_YEARS - 1) * (gsize) reference->n_measures + m;
      guint place = n++;

      last[m] = result->measure_abated_kt[at] + result->measure_abated_energy_kt[at];
      for (; place > 0 && last[order[place - 1]] < last[m]; place--)
        order[place] = order[place - 1];
      order[place] = m;
    }
  append_heading (text, _("Largest measures, Mt (with power and waste)"));
  for (guint i = 0; i < MIN (n, 10); i++)
    {
      double yearly[IJK_N_YEARS];

      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          const gsize at = (gsize) t * reference->n_measures + order[i];

          yearly[t] = result->measure_abated_kt[at] + result->measure_abated_energy_kt[at];
        }
      append_yearly (text,
                     ijk_language_pick (reference->measures[order[i]].name_en,
                                        reference->measures[order[i]].name_nl),
                     yearly, 1e-3, 2);
    }
}

/**
 * ijk_summary_published_mt:
 *
 * What the result says of a published figure.
 *
 * Returns: in Mt or million rights, NAN for a series that has no counterpart
 */
double
ijk_summary_published_mt (const IjkResult    *result,
                          const IjkPublished *published)
{
  const IjkReference *reference = result->reference;
  const guint t = IJK_YEAR_INDEX (published->year);
  double kt = 0;

  if (g_str_equal (published->series, "levy load"))
    return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_SCOPE, "load"), result,
                                IJK_SCOPE_ITEM_ALL, published->year)
           / 1e3;
  if (g_str_has_prefix (published->series, "dispensation rights"))
    return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_SCOPE, "rights"), result,
                                IJK_SCOPE_ITEM_ALL, published->year)
           / 1e3;
  if (g_str_equal (published->series, "ETS industry"))
    {
      for (guint i = 0; i < reference->n_units; i++)
        if (reference->units[i].kind == IJK_KIND_ETS
            && reference->sectors[reference->units[i].sector].is_in_industry)
          kt += result->unit_emissions_kt[(gsize) t * reference->n_units + i];
      return kt / 1e3;
    }
  if (g_str_equal (published->series, "history") || g_str_has_prefix (published->series, "KEV"))
    return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions"), result,
                                IJK_SCOPE_ITEM_INDUSTRY, published->year)
           / 1e3;
  return NAN;
}

/* What a series of validation.csv is, in words. */
static const char *
get_published_label (const char *series)
{
  static const struct
  {
    const char *series;
    const char *label;
  } labels[] = {
    { "history", N_("emissions of industry") },
    { "KEV 2024 projection", N_("emissions of industry, KEV 2024") },
    { "ETS industry", N_("emissions of industry in the ETS") },
    { "levy load", N_("levied emissions") },
    { "dispensation rights (million)", N_("dispensation rights (million)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].series, series))
      return _ (labels[i].label);
  return series;
}

static void
append_published (GString         *text,
                  const IjkResult *result)
{
  static const char *const titles[] = { N_("published"), N_("here"), N_("off") };

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *title = _ (titles[i]);
      /* A long title takes room from what stands before it, so that numbers stay below it. */
      const glong width = MAX (NUMBER_WIDTH, g_utf8_strlen (title, -1) + 1);

      if (i == 0)
        append_cell (text, _("Beside published figures, Mt or million"),
                     LABEL_WIDTH + NUMBER_WIDTH - width, FALSE);
      append_cell (text, title, i == 0 ? width : NUMBER_WIDTH, TRUE);
    }
  g_string_append (text, _("  range, source\n"));
  for (guint i = 0; i < result->reference->n_published; i++)
    {
      const IjkPublished *published = &result->reference->published[i];
      const double here = ijk_summary_published_mt (result, published);
      g_autofree char *label = g_strdup_printf ("  %d  %s", published->year,
                                                 get_published_label (published->series));
      g_autofree char *central = ijk_quantity_number (published->central_mt, 1);
      g_autofree char *shown = ijk_quantity_number (here, 1);
      g_autofree char *off = ijk_quantity_number (100 * (here / published->central_mt - 1), 1);
      g_autofree char *percent = g_strconcat (off, "%", NULL);

      append_cell (text, label, LABEL_WIDTH, FALSE);
      append_cell (text, central, NUMBER_WIDTH, TRUE);
      append_cell (text, shown, NUMBER_WIDTH, TRUE);
      append_cell (text, percent, NUMBER_WIDTH, TRUE);
      g_string_append (text, "  ");
      if (!isnan (published->low_mt) && !isnan (published->high_mt))
        {
          g_autofree char *low = ijk_quantity_number (published->low_mt, 1);
          g_autofree char *high = ijk_quantity_number (published->high_mt, 1);

          g_string_append_printf (text, "%s–%s, ", low, high);
        }
      g_string_append_printf (text, "%s: %s\n", _ (ijk_status_ids[published->provenance.status]),
                              ijk_source_words (published->provenance.source));
    }
}

#define STATUS_LABEL_WIDTH 30

static const glong status_widths[IJK_N_STATUSES] = { 8, 9, 12 };

/* A line of how many things have each status. */
static void
append_counts (GString *text, const char *label, const guint *counts)
{
  append_cell (text, label, STATUS_LABEL_WIDTH, FALSE);
  for (guint i = 0; i < IJK_N_STATUSES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);

      append_cell (text, count, status_widths[i], TRUE);
    }
  g_string_append_c (text, '\n');
}

static void
append_statuses (GString         *text,
                 const IjkResult *result)
{
  const IjkReference *reference = result->reference;
  guint units[IJK_N_STATUSES] = { 0 };
  guint measures[IJK_N_STATUSES] = { 0 };
  guint levers[IJK_N_STATUSES] = { 0 };
  /* Translators: in these three lines, %3u: a number of things. At most thirty characters. */
  g_autofree char *units_label
      = g_strdup_printf (ngettext("  emissions of %3u unit", "  emissions of %3u units",
                                   reference->n_units),
                         reference->n_units);
  g_autofree char *measures_label
      = g_strdup_printf (ngettext("  costs of %3u measure", "  costs of %3u measures",
                                   reference->n_measures),
                         reference->n_measures);
  g_autofree char *levers_label
      = g_strdup_printf (ngettext("  value of %3u lever", "  values of %3u levers",
                                   (gulong) IJK_N_TABLE_LEVERS),
                         (guint) IJK_N_TABLE_LEVERS);

  for (guint i = 0; i < reference->n_units; i++)
    units[reference->units[i].provenance.status]++;
  for (guint i = 0; i < reference->n_measures; i++)
    measures[reference->measures[i].provenance.status]++;
  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    levers[reference->levers[i].provenance.status]++;
  g_string_append_c (text, '\n');
  append_cell (text, _("What this rests on"), STATUS_LABEL_WIDTH, FALSE);
  for (guint i = 0; i < IJK_N_STATUSES; i++)
    append_cell (text, _ (ijk_status_ids[i]), status_widths[i], TRUE);
  g_string_append_c (text, '\n');
  append_counts (text, units_label, units);
  append_counts (text, measures_label, measures);
  append_counts (text, levers_label, levers);
  g_string_append (
      text, _("“ijkpad list sources” names each source; data/reference/METHOD.md the method.\n"));
}

/* Returns: (transfer full): the page */
char *
ijk_summary_write (const IjkResult *result)
{
  GString *text = g_string_new (NULL);

  append_title (text, result);
  append_emissions (text, result);
  append_targets (text, result);
  append_money (text, result);
  append_measures (text, result);
  append_published (text, result);
  append_statuses (text, result);
  return g_string_free (text, FALSE);
}

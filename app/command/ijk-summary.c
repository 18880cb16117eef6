/* The summary of one result as a readable page: emissions against the targets, levy, subsidy, CCS,
 * energy, measures, and how far the result is from published figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-summary.h"

#include "ijk-indicator.h"
#include "ijk-text-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const int shown_years[] = { 2021, 2025, 2030, 2035, 2040, 2050 };

#define LABEL_WIDTH 46
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
          = ijk_text_number (yearly[IJK_YEAR_INDEX (shown_years[i])] * scale, n_decimals);

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

  g_string_append_printf (text, "%s: %s\n",
                          n_settings == 0 ? "Reference scenario, current law" : "Scenario under",
                          result->reference->regimes[regime].name_en);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autofree char *key = ijk_lever_key_to_string (result->reference, &settings[i].key);
      g_autofree char *value = ijk_lever_value_to_string (
          &result->reference->levers[settings[i].key.lever], &settings[i].value);

      g_string_append_printf (text, "  %s = %s\n", key, value);
    }
  g_string_append_printf (text, "Observed to %d, projected by the model after that. Not a forecast.\n",
                          IJK_LAST_OBSERVED_YEAR);
}

static void
append_emissions (GString         *text,
                  const IjkResult *result)
{
  append_heading (text, "Emissions of industry, Mt CO₂-eq");
  for (guint s = 0; s < result->reference->n_sectors; s++)
    if (result->reference->sectors[s].is_in_industry)
      append_indicator (text, result, result->reference->sectors[s].name_en, IJK_ITEMS_SECTOR, s,
                        "emissions", 1e-3, 1);
  append_indicator (text, result, "Industry", IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions",
                    1e-3, 1);
  append_heading (text, "Change since 2021 by cause, Mt");
  append_indicator (text, result, "Less output", IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY,
                    "activity", -1e-3, 1);
  append_indicator (text, result, "Autonomous efficiency", IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY,
                    "autonomous", -1e-3, 1);
  append_indicator (text, result, "Measures", IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "measures",
                    -1e-3, 1);
  append_indicator (text, result, "Output leaving the country", IJK_ITEMS_SCOPE,
                    IJK_SCOPE_ITEM_INDUSTRY, "leakage", -1e-3, 1);
}

static void
append_targets (GString         *text,
                const IjkResult *result)
{
  const IjkIndicator *emissions = ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions");

  g_string_append (text, "\nAgainst the targets\n");
  for (guint i = 0; i < result->reference->n_targets; i++)
    {
      const IjkTarget *target = &result->reference->targets[i];
      const double over = ijk_indicator_value (emissions, result, IJK_SCOPE_ITEM_INDUSTRY,
                                               target->year) / 1e3
                          - target->target_mt;
      g_autofree char *number = ijk_text_number (fabs (over), 1);

      g_string_append_printf (text, "  %d  %5.1f Mt  %s: %s%s (%s: %s)\n", target->year,
                              target->target_mt, target->name_en, over > 0 ? number : "reached",
                              over > 0 ? " Mt above" : "",
                              ijk_status_ids[target->provenance.status],
                              target->provenance.source);
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
  append_yearly (text, "Ceiling on subsidised CCS, Mt (– none)", yearly, 1e-3, 1);
}

static void
append_money (GString         *text,
              const IjkResult *result)
{
  const guint all = IJK_SCOPE_ITEM_ALL;

  append_heading (text, "CO₂ levy");
  append_indicator (text, result, "Gross rate, €/t", IJK_ITEMS_NL, 0, "levy_rate", 1, 2);
  append_indicator (text, result, "Rate above the rights, ETS, €/t", IJK_ITEMS_NL, 0, "rate_ets", 1,
                    2);
  append_indicator (text, result, "Rate above the rights, waste, €/t", IJK_ITEMS_NL, 0, "rate_inc",
                    1, 2);
  append_indicator (text, result, "Levied emissions, Mt", IJK_ITEMS_SCOPE, all, "load", 1e-3, 1);
  append_indicator (text, result, "Dispensation rights, million", IJK_ITEMS_SCOPE, all, "rights",
                    1e-3, 1);
  append_indicator (text, result, "Net revenue, € million", IJK_ITEMS_SCOPE, all, "net_levy", 1, 1);
  append_heading (text, "Who pays, € million");
  append_indicator (text, result, "Subsidy committed (SDE++)", IJK_ITEMS_NL, 0, "sde_committed", 1,
                    0);
  append_indicator (text, result, "Subsidy paid", IJK_ITEMS_NL, 0, "sde_paid", 1, 0);
  append_indicator (text, result, "Investment", IJK_ITEMS_NL, 0, "investment", 1, 0);
  append_indicator (text, result, "Yearly cost to industry", IJK_ITEMS_NL, 0, "industry_cost", 1,
                    0);
  append_indicator (text, result, "Yearly cost to the State", IJK_ITEMS_NL, 0, "state_cost", 1, 0);
  append_heading (text, "CCS, energy and elsewhere");
  append_indicator (text, result, "CO₂ stored, Mt", IJK_ITEMS_NL, 0, "ccs", 1e-3, 1);
  append_indicator (text, result, "Transport and storage capacity, Mt", IJK_ITEMS_NL, 0,
                    "ccs_capacity", 1e-3, 1);
  append_ceiling (text, result);
  append_indicator (text, result, "Extra electricity, TWh", IJK_ITEMS_NL, 0, "electricity", 1e-3,
                    1);
  append_indicator (text, result, "Extra natural gas, PJ", IJK_ITEMS_NL, 0, "gas", 1e-3, 1);
  append_indicator (text, result, "Extra hydrogen, PJ", IJK_ITEMS_NL, 0, "hydrogen", 1e-3, 1);
  append_indicator (text, result, "Indirect emissions, Mt", IJK_ITEMS_NL, 0, "indirect", 1e-3, 1);
  append_indicator (text, result, "Emissions moving abroad, Mt", IJK_ITEMS_NL, 0, "abroad", 1e-3,
                    1);
  append_indicator (text, result, "Technicians needed, FTE", IJK_ITEMS_NL, 0, "technicians", 1, 0);
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
  append_heading (text, "Largest measures, Mt (with power and waste)");
  for (guint i = 0; i < MIN (n, 10); i++)
    {
      double yearly[IJK_N_YEARS];

      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          const gsize at = (gsize) t * reference->n_measures + order[i];

          yearly[t] = result->measure_abated_kt[at] + result->measure_abated_energy_kt[at];
        }
      append_yearly (text, reference->measures[order[i]].name_en, yearly, 1e-3, 2);
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
    { "history", "emissions of industry" },
    { "KEV 2024 projection", "emissions of industry, KEV 2024" },
    { "ETS industry", "emissions of industry in the ETS" },
    { "levy load", "levied emissions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].series, series))
      return labels[i].label;
  return series;
}

static void
append_published (GString         *text,
                  const IjkResult *result)
{
  static const char *const titles[] = { "published", "here", "off" };

  g_string_append_c (text, '\n');
  append_cell (text, "Beside published figures, Mt or million", LABEL_WIDTH - 2, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    append_cell (text, titles[i], NUMBER_WIDTH + (i == 0 ? 2 : 0), TRUE);
  g_string_append (text, "  range, source\n");
  for (guint i = 0; i < result->reference->n_published; i++)
    {
      const IjkPublished *published = &result->reference->published[i];
      const double here = ijk_summary_published_mt (result, published);
      g_autofree char *label = g_strdup_printf ("  %d  %s", published->year,
                                                 get_published_label (published->series));
      g_autofree char *central = ijk_text_number (published->central_mt, 1);
      g_autofree char *shown = ijk_text_number (here, 1);
      g_autofree char *off = ijk_text_number (100 * (here / published->central_mt - 1), 1);
      g_autofree char *percent = g_strconcat (off, "%", NULL);

      append_cell (text, label, LABEL_WIDTH, FALSE);
      append_cell (text, central, NUMBER_WIDTH, TRUE);
      append_cell (text, shown, NUMBER_WIDTH, TRUE);
      append_cell (text, percent, NUMBER_WIDTH, TRUE);
      g_string_append (text, "  ");
      if (!isnan (published->low_mt) && !isnan (published->high_mt))
        g_string_append_printf (text, "%.1f–%.1f, ", published->low_mt, published->high_mt);
      g_string_append_printf (text, "%s: %s\n", ijk_status_ids[published->provenance.status],
                              published->provenance.source);
    }
}

static void
append_statuses (GString         *text,
                 const IjkResult *result)
{
  const IjkReference *reference = result->reference;
  guint units[IJK_N_STATUSES] = { 0 };
  guint measures[IJK_N_STATUSES] = { 0 };
  guint levers[IJK_N_STATUSES] = { 0 };

  for (guint i = 0; i < reference->n_units; i++)
    units[reference->units[i].provenance.status]++;
  for (guint i = 0; i < reference->n_measures; i++)
    measures[reference->measures[i].provenance.status]++;
  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    levers[reference->levers[i].provenance.status]++;
  g_string_append (text, "\nWhat this rests on             sourced  derived  assumption\n");
  g_string_append_printf (text, "  emissions of %3u units      %8u %8u %11u\n", reference->n_units,
                          units[0], units[1], units[2]);
  g_string_append_printf (text, "  costs of %3u measures       %8u %8u %11u\n",
                          reference->n_measures, measures[0], measures[1], measures[2]);
  g_string_append_printf (text, "  values of %3u levers        %8u %8u %11u\n", IJK_N_TABLE_LEVERS,
                          levers[0], levers[1], levers[2]);
  g_string_append (text,
                   "“ijkpad list sources” names each source; data/reference/METHOD.md the method.\n");
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

/* Loaders of the tables of policy: regimes, yearly series, levers.
 *
 * A series or lever that no equation uses is refused, and so is one that the equations need and the
 * table lacks: an edit never does less than it seems to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-reference-load-private.h"

#include "ijk-lever.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FOR_EACH_ROW(row, table, error)                                                            \
  for (IjkRow row = { (table), 0, FALSE, (error) }; row.row < ijk_table_get_n_rows (table); row.row++)

gboolean
ijk_load_regimes (IjkReferenceLoader *self,
                  const IjkTable     *table,
                  GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const guint regime = ijk_row_choice (&row, "id", ijk_regime_ids, IJK_N_REGIMES);
      IjkRegime *target = &self->content->regimes[regime];

      if (target->id != NULL)
        ijk_row_fail (&row, "id", IJK_STORE_ERROR_DUPLICATE, _("“%s” stands twice"), target->id);
      target->id = ijk_regime_ids[regime];
      target->name_en = ijk_loader_keep (self, ijk_row_text (&row, "name_en"));
      target->name_nl = ijk_loader_keep (self, ijk_row_text (&row, "name_nl"));
      target->provenance = ijk_loader_provenance (self, &row);
      if (row.is_bad)
        return FALSE;
    }
  for (guint i = 0; i < IJK_N_REGIMES; i++)
    if (self->content->regimes[i].id == NULL)
      {
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_INCOMPLETE,
                     _("regimes.csv: the row of regime “%s” is missing"), ijk_regime_ids[i]);
        return FALSE;
      }
  return TRUE;
}

/* Limits of each series' values, in the unit of the table. */
static const IjkRange series_ranges[IJK_N_SERIES] = {
  [IJK_SERIES_BM_ERA] = { 2021, 2026, N_("year of a benchmark set: 2021, 2023 or 2026") },
  [IJK_SERIES_INC_FACTOR] = { 0, 1, N_("factor") },
  [IJK_SERIES_INCINERATOR_RATE] = { 0, 500, "EUR/t" },
  [IJK_SERIES_LEVY_RATE] = { 0, 500, "EUR/t" },
  [IJK_SERIES_REDUCTION_FACTOR] = { 0, 1.5, N_("factor") },
  [IJK_SERIES_ARAMIS_PROFILE] = { 0, 40000, "kt/y" },
  [IJK_SERIES_CCS_CAPACITY] = { 0, 40000, "kt/y" },
  [IJK_SERIES_CCS_CEILING] = { 0, 25000, "kt/y" },
  [IJK_SERIES_ELEC_PRICE] = { 0, 1000, "EUR/MWh" },
  [IJK_SERIES_ETS_PRICE] = { 0, 500, "EUR/t" },
  [IJK_SERIES_ETS_REF] = { 0, 500, "EUR/t" },
  [IJK_SERIES_FREE_SHARE] = { 0, 1, N_("fraction") },
  [IJK_SERIES_GAS_PRICE] = { 0, 500, "EUR/GJ" },
  [IJK_SERIES_GRID_FACTOR] = { 0, 2, "kt/GWh" },
  [IJK_SERIES_GRID_GROWTH] = { 0, 20000, "GWh/y" },
  [IJK_SERIES_H2_PRICE] = { 0, 1000, "EUR/GJ" },
  [IJK_SERIES_MIN_PRICE] = { 0, 200, "EUR/t" },
  [IJK_SERIES_SDE_AWARDED_CCS] = { 0, 25000, "kt/y" },
  [IJK_SERIES_SDE_BUDGET] = { 0, 20000, N_("MEUR a round") },
  [IJK_SERIES_TECHNICIANS] = { 0, 30000, "FTE" },
};

static const char *const free_share_ids[IJK_N_FREE_SHARES] = { "other", "cbam" };
static const char *const case_ids[IJK_N_VARIANTS] = { "", "low", "high" };

/* Words that the column regime may hold for a series; their position is the variant. */
static const char *const *
get_variant_words (IjkSeriesId id,
                   guint      *n_words)
{
  if (id < IJK_N_REGIME_SERIES)
    {
      *n_words = IJK_N_REGIMES;
      return ijk_regime_ids;
    }
  if (id == IJK_SERIES_FREE_SHARE)
    {
      *n_words = IJK_N_FREE_SHARES;
      return free_share_ids;
    }
  *n_words = IJK_N_VARIANTS;
  return case_ids;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  return ((const IjkSeriesPoint *) a)->year - ((const IjkSeriesPoint *) b)->year;
}

/* The variants without which the equations have no value. */
static gboolean
check_complete (const IjkReferenceContent *content,
                GError                   **error)
{
  for (guint id = 0; id < IJK_N_SERIES; id++)
    {
      guint n_words = 0;
      const char *const *words = get_variant_words ((IjkSeriesId) id, &n_words);
      const guint n_needed = words == case_ids ? 1 : n_words;

      for (guint v = 0; v < n_needed; v++)
        if (content->series[id][v]->len == 0)
          {
            if (words == case_ids)
              g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_INCOMPLETE,
                           _("policy.csv: the series “%s” is missing"), ijk_series_ids[id]);
            else
              g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_INCOMPLETE,
                           _("policy.csv: the series “%s” for %s is missing"), ijk_series_ids[id],
                           words[v]);
            return FALSE;
          }
    }
  return TRUE;
}

/* One row of policy.csv into its series. */
static void
read_policy_row (IjkReferenceLoader *self,
                 IjkRow             *row)
{
  const IjkRange offsets = { 0, IJK_N_YEARS - 1, N_("years after the start") };
  const IjkRange years = { IJK_FIRST_OBSERVED_YEAR, IJK_LAST_YEAR, N_("a year of the horizon") };
  const guint id = ijk_row_choice (row, "series", ijk_series_ids, IJK_N_SERIES);
  guint n_words = 0;
  const char *const *words = get_variant_words ((IjkSeriesId) id, &n_words);
  const guint variant = ijk_row_choice (row, "regime", words, n_words);
  GArray *points = self->content->series[id][variant];
  const char **unit = &self->content->series_units[id][variant];
  const char *row_unit = ijk_loader_keep (self, ijk_row_text (row, "unit"));
  const IjkSeriesPoint point = {
    .year = ijk_row_integer (row, "year", id == IJK_SERIES_ARAMIS_PROFILE ? offsets : years),
    .value = ijk_row_number (row, "value", series_ranges[id]),
    .provenance = ijk_loader_provenance (self, row),
  };

  if (row->is_bad)
    return;
  if (*unit != NULL && strcmp (*unit, row_unit) != 0)
    ijk_row_fail (row, "unit", IJK_STORE_ERROR_VALUE,
                  _("“%s” differs from “%s” of the same series above; expected one unit"),
                  row_unit, *unit);
  if (id == IJK_SERIES_BM_ERA && point.value != 2021 && point.value != 2023 && point.value != 2026)
    ijk_row_fail (row, "value", IJK_STORE_ERROR_VALUE,
                  _("%g is not a benchmark set; expected 2021, 2023 or 2026"), point.value);
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, IjkSeriesPoint, i).year == point.year)
      ijk_row_fail (row, "year", IJK_STORE_ERROR_DUPLICATE,
                    _("%d stands twice for this series; a key must be unique"), point.year);
  *unit = row_unit;
  g_array_append_val (points, point);
}

gboolean
ijk_load_policy (IjkReferenceLoader *self,
                 const IjkTable     *table,
                 GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      read_policy_row (self, &row);
      if (row.is_bad)
        return FALSE;
    }
  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      g_array_sort (self->content->series[id][v], compare_points);
  return check_complete (self->content, error);
}

/* Scopes separated by bars, as bits; no more than the equations honour. */
static guint
read_scopes (IjkRow *row,
             guint   honoured)
{
  const char *text = ijk_row_text (row, "scope");
  g_auto (GStrv) words = g_strsplit (text, "|", -1);
  guint scopes = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint scope = 0;

      while (scope < IJK_SCOPE_PROJECT && strcmp (ijk_scope_ids[scope], words[i]) != 0)
        scope++;
      if (scope == IJK_SCOPE_PROJECT || !(honoured & (1u << scope)))
        {
          ijk_row_fail (row, "scope", IJK_STORE_ERROR_VALUE,
                        _("no equation uses this lever at the scope “%s”"), words[i]);
          return 0;
        }
      scopes |= 1u << scope;
    }
  return scopes;
}

/* The choices of a switch stand in its unit; their order is that of the enum of the model. */
static void
read_switch (IjkReferenceLoader *self,
             IjkRow             *row,
             IjkLeverId          id,
             IjkLever           *lever)
{
  const char *expected = id == IJK_LEVER_REGIME ? "act_2021|tightening_2023|tax_plan_2026"
                                                : "energy|co2";
  g_auto (GStrv) words = g_strsplit (expected, "|", -1);
  const guint n = g_strv_length (words);
  const char **choices = NULL;

  if (strcmp (lever->unit, expected) != 0)
    {
      ijk_row_fail (row, "unit", IJK_STORE_ERROR_VALUE, _("“%s” is not the choices %s"),
                    lever->unit, expected);
      return;
    }
  lever->default_choice = ijk_row_choice (row, "default", (const char *const *) words, n);
  choices = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    choices[i] = ijk_loader_keep (self, words[i]);
  lever->choices = choices;
}

/* Limits, step and default of a lever that holds numbers. */
static void
read_limits (IjkRow   *row,
             IjkLever *lever)
{
  const IjkRange any = { -1e6, 1e6, lever->unit };

  lever->min = ijk_row_number (row, "min", any);
  lever->max = ijk_row_number (row, "max", any);
  lever->step = ijk_row_number (row, "step", (IjkRange) { 1e-6, 1e6, lever->unit });
  if (!row->is_bad && lever->min >= lever->max)
    ijk_row_fail (row, "max", IJK_STORE_ERROR_VALUE, _("%.10g is not above the minimum %.10g"),
                  lever->max, lever->min);
  if (row->is_bad)
    return;
  if (lever->kind == IJK_LEVER_KIND_MODE_SHARE)
    {
      (void) ijk_row_choice (row, "default", ijk_share_mode_ids, 1);
      return;
    }
  lever->default_number = ijk_row_optional_number (row, "default",
                                                   (IjkRange) { lever->min, lever->max,
                                                                lever->unit });
  if (isnan (lever->default_number) != (lever->series != IJK_NONE))
    ijk_row_fail (row, "default", IJK_STORE_ERROR_VALUE,
                  _("expected a default or a series, and not both"));
}

static void
read_lever (IjkReferenceLoader *self,
            IjkRow             *row,
            guint               id,
            IjkLever           *lever)
{
  static const char *const kinds[] = { "number", "switch", "path", "mode_share" };
  const IjkLeverRule *rule = &ijk_lever_rules[id];
  const char *series = ijk_row_optional_text (row, "series");

  *lever = (IjkLever) {
    .id = ijk_lever_ids[id],
    .name_en = ijk_loader_keep (self, ijk_row_text (row, "name_en")),
    .name_nl = ijk_loader_keep (self, ijk_row_text (row, "name_nl")),
    .heading = (IjkHeading) ijk_row_choice (row, "seed_heading", ijk_heading_ids, IJK_N_HEADINGS),
    .kind = (IjkLeverKind) ijk_row_choice (row, "kind", kinds, G_N_ELEMENTS (kinds)),
    .unit = ijk_loader_keep (self, ijk_row_text (row, "unit")),
    .min = NAN,
    .max = NAN,
    .step = NAN,
    .default_number = NAN,
    .scopes = read_scopes (row, rule->scopes),
    .series = rule->series,
    .provenance = ijk_loader_provenance (self, row),
    .help_en = ijk_loader_keep (self, ijk_row_text (row, "help_en")),
    .help_nl = ijk_loader_keep (self, ijk_row_text (row, "help_nl")),
  };
  if (!row->is_bad && lever->kind != rule->kind)
    ijk_row_fail (row, "kind", IJK_STORE_ERROR_VALUE, _("the equations use this lever as a %s"),
                  kinds[rule->kind]);
  if (!row->is_bad
      && strcmp (series, rule->series == IJK_NONE ? "" : ijk_series_ids[rule->series]) != 0)
    ijk_row_fail (row, "series", IJK_STORE_ERROR_VALUE,
                  _("“%s” is not “%s”, the series behind it"), series,
                  rule->series == IJK_NONE ? "" : ijk_series_ids[rule->series]);
  if (row->is_bad)
    return;
  if (lever->kind == IJK_LEVER_KIND_SWITCH)
    read_switch (self, row, (IjkLeverId) id, lever);
  else
    read_limits (row, lever);
}

gboolean
ijk_load_levers (IjkReferenceLoader *self,
                 const IjkTable     *table,
                 GError            **error)
{
  g_array_set_size (self->content->levers, IJK_N_TABLE_LEVERS);
  FOR_EACH_ROW (row, table, error)
    {
      const guint id = ijk_row_choice (&row, "id", ijk_lever_ids, IJK_N_TABLE_LEVERS);
      IjkLever *lever = &g_array_index (self->content->levers, IjkLever, id);

      if (lever->id != NULL)
        ijk_row_fail (&row, "id", IJK_STORE_ERROR_DUPLICATE, _("“%s” stands twice"), lever->id);
      if (!row.is_bad)
        read_lever (self, &row, id, lever);
      if (row.is_bad)
        return FALSE;
    }
  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    if (g_array_index (self->content->levers, IjkLever, i).id == NULL)
      {
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_INCOMPLETE,
                     _("levers.csv: the row of lever “%s” is missing"), ijk_lever_ids[i]);
        return FALSE;
      }
  return TRUE;
}

/* The sheets of a spreadsheet that are words: the scenario and its levers, the sources of every
 * figure, and the method in short.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-result-xlsx-private.h"

#include "ijk-source.h"
#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The method of model.md in the order in which a year is worked out. */
static const char *const method[] = {
  N_("Yearly results for 2021 to 2050 from the levers of a scenario and the reference data. The "
     "years to 2025 are observed; levers act from 2026. Emissions are in kt CO₂-equivalent a "
     "year (1,000 kt = 1 Mt), money in millions of euros (MEUR); amounts to 2025 are as "
     "published, from 2026 in constant prices."),
  N_("Scope. Installations of the sectors in industry add up to the national industry figure "
     "(87.0 Mt in 1990). Steel-gas power, industrial heat and power, and waste incineration pay "
     "the levy too and are reported beside it (energy)."),
  N_("Unabated emissions. The last observation of an installation, times the index of its "
     "sector's output, times autonomous efficiency a year, less output that has left the "
     "country."),
  N_("Carbon signal. Investors look at the mean of the next ten years of the ETS price and, with "
     "the confidence kappa, of the levy rate. The signal is weighted with what part of the "
     "emissions pays."),
  N_("Costs. A measure costs its yearly capital (at the discount rate of its companies) plus "
     "energy, upkeep and transport per tonne; learning lowers the capital."),
  N_("Subsidy round (SDE++). Each year from 2026 candidates are ranked by the subsidy they need "
     "per tonne and served until the budget or the ceiling for CO₂ storage is used."),
  N_("Decisions. The share of companies that takes a measure follows a logistic curve of signal "
     "less cost; it is scaled down by building capacity, CO₂ transport and storage, the power "
     "grid and technicians. It works after its lag. Dated projects are on top. A lever “at most” "
     "bounds the share of potential, “exactly” sets it."),
  N_("Abatement. Measures of one pool (combustion or process) cannot abate more than the pool of "
     "an installation. Heat and CO₂ delivered to others are reported beside the total (outside)."),
  N_("CO₂ levy (Wet belastingen op milieugrondslag, chapter VIB). Rights are the benchmark "
     "emissions times output, the reduction factor and, for incinerators, their factor. What "
     "exceeds the rights, after trade, is taxed at the rate (for ETS installations less the ETS "
     "price); rights left over reopen the levy of up to five years before."),
  N_("Leakage (weglek). Net carbon costs per tonne that cannot be passed on drive output abroad, "
     "with a delay; the emissions abroad are counted apart."),
  N_("Decomposition. Emissions of 2021 less those of a year = activity + autonomous + measures + "
     "leakage, exactly."),
  N_("Status of a figure: sourced = read in the cited source; derived = arithmetic on sourced "
     "figures; assumption = judgement of the project or of the user."),
  N_("Codes in the sheet Cells, award: 0 no candidate, 1 served, 2 served in part as the budget "
     "ran out, 3 served in part as the CCS ceiling was reached, 4 no budget, 5 no room under the "
     "ceiling, 6 after the last round, 7 subsidy for CCS ended, 8 needs no subsidy, 9 needs more "
     "than the maximum."),
  N_("Codes in the sheet Cells, binding_limit: 0 none, 1 building capacity, 2 CO₂ transport and "
     "storage, 3 power grid, 4 technicians."),
  N_("An empty cell is unknown. Cells show rounded numbers and hold 15 digits."),
};

static void
add_label (IjkXlsxSheet *sheet,
           const char   *label,
           const char   *text)
{
  if (text == NULL || *text == '\0')
    return;
  ijk_xlsx_text (sheet, 0, label, IJK_LOOK_HEADER);
  ijk_xlsx_text (sheet, 1, text, IJK_LOOK_WRAPPED);
  sheet->row++;
}

/* The status of a figure, in words. */
static const char *
name_status (const IjkProvenance *provenance)
{
  switch (provenance->status)
    {
    case IJK_STATUS_SOURCED:
      return _("sourced");
    case IJK_STATUS_DERIVED:
      return _("derived");
    case IJK_STATUS_ASSUMPTION:
      return _("assumption");
    case IJK_N_STATUSES:
      break;
    }
  g_assert_not_reached ();
}

/* What holds where a lever is not set. */
static char *
describe_default (const IjkReference *reference,
                  const IjkLeverKey  *key)
{
  const IjkLever *lever = &reference->levers[key->lever];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (key->lever == IJK_LEVER_PROJECT)
    return g_strdup (reference->projects[key->target].is_enabled ? "1" : "0");
  if (key->lever == IJK_LEVER_PROJECT_START)
    return g_strdup_printf ("%d", reference->projects[key->target].start_year);
  if (lever->kind == IJK_LEVER_KIND_SWITCH)
    return g_strdup (lever->choices[lever->default_choice]);
  if (lever->kind == IJK_LEVER_KIND_MODE_SHARE)
    return g_strdup (ijk_share_mode_ids[IJK_SHARE_FREE]);
  if (lever->series != IJK_NONE)
    return g_strdup_printf (_("series %s of the data"), ijk_series_ids[lever->series]);
  return g_strdup (g_ascii_formatd (number, sizeof number, "%.10g", lever->default_number));
}

static void
add_setting (IjkXlsxSheet          *sheet,
             const IjkReference    *reference,
             const IjkLeverSetting *setting,
             const char            *set_by)
{
  const IjkLever *lever = &reference->levers[setting->key.lever];
  g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
  g_autofree char *value = ijk_lever_value_to_string (lever, &setting->value);
  g_autofree char *otherwise = describe_default (reference, &setting->key);
  const IjkProvenance *provenance = setting->key.scope == IJK_SCOPE_PROJECT
                                        ? &reference->projects[setting->key.target].provenance
                                        : &lever->provenance;
  guint column = 0;

  ijk_xlsx_text (sheet, column++, key, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, ijk_xlsx_pick (sheet->xlsx, lever->name_en, lever->name_nl),
                 IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, value, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, lever->unit, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, otherwise, IJK_LOOK_PLAIN);
  ijk_xlsx_number (sheet, column++, lever->min, IJK_LOOK_PLAIN);
  ijk_xlsx_number (sheet, column++, lever->max, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, set_by, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, name_status (provenance), IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, column++, ijk_source_words (provenance->source), IJK_LOOK_PLAIN);
  sheet->row++;
}

/* The levers that the scenario and those above it set, nearest first. */
static void
add_settings (IjkXlsxSheet *sheet)
{
  static const char *const columns[]
      = { N_("lever"),      N_("name"),
          N_("value"),      N_("unit"),
          N_("without it"), N_("minimum"),
          N_("maximum"),    N_("set by"),
          N_("status"),     N_("source of what holds without it") };
  const IjkResult *result = sheet->xlsx->result;
  const char *const *names = sheet->xlsx->info->names;
  guint n_set = 0;

  ijk_xlsx_header (sheet, columns, G_N_ELEMENTS (columns));
  for (const IjkScenario *s = result->scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);
      const char *name
          = names != NULL && *names != NULL
                ? *names++
                : (s == result->scenario ? _("this scenario") : _("scenario above it"));

      for (guint i = 0; i < n_settings; i++)
        add_setting (sheet, result->reference, &settings[i], name);
      n_set += n_settings;
    }
  if (n_set == 0)
    ijk_xlsx_text (sheet, 0, _("No lever is set: everything is as in the reference data."),
                   IJK_LOOK_PLAIN);
}

void
ijk_xlsx_add_scenario (IjkXlsx *self)
{
  static const double widths[] = { 34, 44, 34, 16, 26, 10, 10, 24, 12, 80 };
  const char *const *names = self->info->names;
  const IjkReference *reference = self->result->reference;
  const guint regime = ijk_scenario_choice (self->result->scenario, IJK_LEVER_REGIME);
  IjkXlsxSheet sheet = ijk_xlsx_add_sheet (self, _("Scenario"));

  ijk_xlsx_text (&sheet, 0, names != NULL && names[0] != NULL ? names[0] : _("Scenario"),
                 IJK_LOOK_TITLE);
  sheet.row += 2;
  add_label (&sheet, _("Description"), self->info->description);
  add_label (&sheet, _("Note"), self->info->note);
  if (names != NULL && names[0] != NULL)
    {
      g_autofree char *above = g_strjoinv (", ", (char **) names + 1);

      add_label (&sheet, _("Hangs under"), above);
    }
  add_label (&sheet, _("Levy regime"),
             ijk_xlsx_pick (self, reference->regimes[regime].name_en,
                            reference->regimes[regime].name_nl));
  add_label (&sheet, _("Made by"), self->info->program);
  sheet.row++;
  add_settings (&sheet);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    ijk_xlsx_width (&sheet, i, widths[i]);
}

static void
add_source (IjkXlsxSheet        *sheet,
            const char          *table,
            const char          *id,
            const char          *name,
            const IjkProvenance *provenance)
{
  ijk_xlsx_text (sheet, 0, table, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, 1, id, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, 2, name, IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, 3, name_status (provenance), IJK_LOOK_PLAIN);
  ijk_xlsx_text (sheet, 4, ijk_source_words (provenance->source), IJK_LOOK_PLAIN);
  sheet->row++;
}

static const char *
name_variant (IjkSeriesId series,
              guint       variant)
{
  static const char *const free_shares[IJK_N_VARIANTS] = { "other", "cbam", "" };
  static const char *const cases[IJK_N_VARIANTS] = { "", "low", "high" };

  if (series < IJK_N_REGIME_SERIES)
    return ijk_regime_ids[variant];
  return series == IJK_SERIES_FREE_SHARE ? free_shares[variant] : cases[variant];
}

static void
add_series_sources (IjkXlsxSheet       *sheet,
                    const IjkReference *reference)
{
  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      for (guint i = 0; i < reference->series[id][v].n_points; i++)
        {
          const IjkSeriesPoint *point = &reference->series[id][v].points[i];
          const char *variant = name_variant ((IjkSeriesId) id, v);
          char number[G_ASCII_DTOSTR_BUF_SIZE];
          g_autofree char *key = g_strdup_printf ("%s%s%s %d", ijk_series_ids[id],
                                                  *variant != '\0' ? " " : "", variant,
                                                  point->year);
          g_autofree char *value
              = g_strdup_printf ("%s %s",
                                 g_ascii_formatd (number, sizeof number, "%.10g", point->value),
                                 reference->series[id][v].unit);

          add_source (sheet, "policy", key, value, &point->provenance);
        }
}

static void
add_year_source (IjkXlsxSheet        *sheet,
                 const char          *table,
                 int                  year,
                 const char          *name,
                 const IjkProvenance *provenance)
{
  g_autofree char *id = g_strdup_printf ("%d", year);

  add_source (sheet, table, id, name, provenance);
}

/* The sources of the things: sectors, installations, measures and what they can do. */
static void
add_thing_sources (IjkXlsxSheet       *sheet,
                   const IjkReference *reference)
{
  for (guint i = 0; i < reference->n_sectors; i++)
    add_source (sheet, "sectors", reference->sectors[i].id,
                ijk_xlsx_pick (sheet->xlsx, reference->sectors[i].name_en,
                               reference->sectors[i].name_nl),
                &reference->sectors[i].provenance);
  for (guint i = 0; i < reference->n_clusters; i++)
    add_source (sheet, "clusters", reference->clusters[i].id,
                ijk_xlsx_pick (sheet->xlsx, reference->clusters[i].name_en,
                               reference->clusters[i].name_nl),
                &reference->clusters[i].provenance);
  for (guint i = 0; i < reference->n_units; i++)
    add_source (sheet, "units", reference->units[i].id, ijk_unit_name (reference->units[i].name),
                &reference->units[i].provenance);
  for (guint i = 0; i < reference->n_measures; i++)
    add_source (sheet, "measures", reference->measures[i].id,
                ijk_xlsx_pick (sheet->xlsx, reference->measures[i].name_en,
                               reference->measures[i].name_nl),
                &reference->measures[i].provenance);
  for (guint i = 0; i < reference->n_cells; i++)
    {
      const IjkCell *cell = &reference->cells[i];
      g_autofree char *id = g_strconcat (reference->sectors[cell->sector].id, "/",
                                         reference->measures[cell->measure].id, NULL);

      add_source (sheet, "potentials", id, NULL, &cell->provenance);
    }
  for (guint i = 0; i < reference->n_projects; i++)
    add_source (sheet, "projects", reference->projects[i].id, reference->projects[i].stage_text,
                &reference->projects[i].provenance);
}

void
ijk_xlsx_add_sources (IjkXlsx *self)
{
  static const char *const columns[]
      = { N_("table"), "id", N_("name or value"), N_("status"), N_("source") };
  static const double widths[] = { 14, 36, 44, 12, 120 };
  const IjkReference *reference = self->result->reference;
  IjkXlsxSheet sheet = ijk_xlsx_add_sheet (self, _("Sources"));

  ijk_xlsx_header (&sheet, columns, G_N_ELEMENTS (columns));
  add_thing_sources (&sheet, reference);
  for (guint i = 0; i < IJK_N_REGIMES; i++)
    add_source (&sheet, "regimes", reference->regimes[i].id,
                ijk_xlsx_pick (self, reference->regimes[i].name_en, reference->regimes[i].name_nl),
                &reference->regimes[i].provenance);
  add_series_sources (&sheet, reference);
  for (guint i = 0; i < reference->n_levers; i++)
    add_source (&sheet, "levers", reference->levers[i].id,
                ijk_xlsx_pick (self, reference->levers[i].name_en, reference->levers[i].name_nl),
                &reference->levers[i].provenance);
  for (guint i = 0; i < reference->n_indexation; i++)
    add_year_source (&sheet, "indexation", reference->indexation[i].year, NULL,
                     &reference->indexation[i].provenance);
  for (guint i = 0; i < reference->n_history; i++)
    add_year_source (&sheet, "history", reference->history[i].year, NULL,
                     &reference->history[i].provenance);
  for (guint i = 0; i < reference->n_targets; i++)
    add_year_source (&sheet, "targets", reference->targets[i].year,
                     ijk_xlsx_pick (self, reference->targets[i].name_en,
                                    reference->targets[i].name_nl),
                     &reference->targets[i].provenance);
  for (guint i = 0; i < reference->n_published; i++)
    add_year_source (&sheet, "validation", reference->published[i].year,
                     reference->published[i].series, &reference->published[i].provenance);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    ijk_xlsx_width (&sheet, i, widths[i]);
  worksheet_freeze_panes (sheet.sheet, 1, 0);
  (void) worksheet_autofilter (sheet.sheet, 0, 0, sheet.row - 1,
                               G_N_ELEMENTS (columns) - 1); /* rows and columns are in range */
}

void
ijk_xlsx_add_method (IjkXlsx *self)
{
  IjkXlsxSheet sheet = ijk_xlsx_add_sheet (self, _("Method"));

  ijk_xlsx_width (&sheet, 0, 110);
  ijk_xlsx_text (&sheet, 0, _("The method in short"), IJK_LOOK_TITLE);
  sheet.row += 2;
  for (guint i = 0; i < G_N_ELEMENTS (method); i++, sheet.row++)
    ijk_xlsx_text (&sheet, 0, _(method[i]), IJK_LOOK_WRAPPED);
}

/* The benchmark path: the reduction factor of the scenario, and what each statute prescribes.
 *
 * The factor (reductiefactor) times benchmark and output gives the dispensation rights of a year. The
 * three statutes are the series a scenario starts from when it chooses one of them as its regime. The
 * path view puts handles on the line of the scenario; here it is only read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

/* Statutes say nothing new after 2030: ten years more show that, fifty would hide the rest. */
#define LAST_SHORT_YEAR 2040
#define TOLERANCE 5e-4 /* half of the last digit written */

static const double *
get_statute (const IjkReference *reference,
             IjkRegimeId         regime)
{
  return reference->yearly[IJK_SERIES_REDUCTION_FACTOR][regime];
}

static IjkRegimeId
get_law_regime (const IjkFigureInput *input)
{
  return (IjkRegimeId) ijk_scenario_choice (input->law_result->scenario, IJK_LEVER_REGIME);
}

static const char *
get_regime_name (const IjkReference *reference,
                 IjkRegimeId         regime)
{
  return ijk_language_pick (reference->regimes[regime].name_en, reference->regimes[regime].name_nl);
}

static gboolean
is_flat_after (const double *factor,
               int           year)
{
  for (int y = year + 1; y <= IJK_LAST_YEAR; y++)
    if (fabs (ijk_yearly_at (factor, y) - ijk_yearly_at (factor, year)) > TOLERANCE)
      return FALSE;
  return TRUE;
}

/* The whole horizon as soon as a line still moves in its second half. */
static int
find_last_year (const IjkFigureInput *input)
{
  const gboolean is_short
      = is_flat_after (input->result->nation_reduction_factor, LAST_SHORT_YEAR)
        && is_flat_after (input->law_result->nation_reduction_factor, LAST_SHORT_YEAR)
        && (input->compare_result == NULL
            || is_flat_after (input->compare_result->nation_reduction_factor, LAST_SHORT_YEAR));

  return is_short ? MAX (LAST_SHORT_YEAR, input->year) : IJK_LAST_YEAR;
}

static void
find_factor (const IjkResult *result,
             double          *yearly)
{
  ijk_yearly_scale (result->nation_reduction_factor, 1, yearly);
}

/* Rights of all levied installations, a million a year. */
static void
find_rights (const IjkResult *result,
             double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_rights_kt, FALSE, 1 / IJK_KT_PER_MT, yearly);
}

static void
find_load_mt (const IjkResult *result,
              double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_load_kt, FALSE, 1 / IJK_KT_PER_MT, yearly);
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const double here = ijk_yearly_at (input->result->nation_reduction_factor, IJK_TARGET_YEAR);
  const double law = ijk_yearly_at (input->law_result->nation_reduction_factor, IJK_TARGET_YEAR);
  g_autofree char *factor = ijk_quantity_factor (here);

  if (!input->is_law && fabs (here - law) > TOLERANCE)
    {
      g_autofree char *law_factor = ijk_quantity_factor (law);

      /* Translators: subtitle: "0.745 in 2030, current law 1.220". */
      return g_strdup_printf (_("%1$s in %2$d, current law %3$s"), factor, IJK_TARGET_YEAR,
                              law_factor);
    }
  /* Translators: subtitle: "1.220 in 2030". */
  return g_strdup_printf (_("%1$s in %2$d"), factor, IJK_TARGET_YEAR);
}

static void
add_statutes (IjkDraft *draft,
              guint     panel)
{
  static const IjkRole roles[] = { IJK_ROLE_COMPARE_B, IJK_ROLE_COMPARE_C };
  static const IjkDash dashes[] = { IJK_DASH_DOTTED, IJK_DASH_DASH_DOT };
  const IjkReference *reference = draft->input->result->reference;
  const IjkRegimeId law = get_law_regime (draft->input);
  guint n_others = 0;

  for (IjkRegimeId regime = 0; regime < IJK_N_REGIMES; regime++)
    {
      IjkChartSeries series = { .label = get_regime_name (reference, regime),
                                .panel = panel,
                                .shape = IJK_SHAPE_LINE,
                                .has_end_value = TRUE,
                                .values = get_statute (reference, regime) };

      if (regime == law)
        {
          series.role = IJK_ROLE_REFERENCE;
          series.dash = IJK_DASH_DASHED;
        }
      else
        {
          g_assert (n_others < G_N_ELEMENTS (roles));
          series.role = roles[n_others];
          series.dash = dashes[n_others++];
        }
      ijk_draft_series (draft, &series);
    }
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input);
  IjkDraft draft;
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_benchmark_path, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_LEVY);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, find_last_year (input));
  ijk_chart_builder_set_boundary (draft.builder,
                                  &(IjkChartBoundary) { .x = IJK_LAST_PAST_YEAR,
                                                        .before_text = _("past: fixed"),
                                                        .is_shaded = TRUE });
  panel = ijk_draft_panel (&draft, _("Reduction factor (rights per tonne at the benchmark)"), 3, 1);
  add_statutes (&draft, panel);
  if (input->compare_result != NULL)
    ijk_draft_series (&draft, &(IjkChartSeries) {
                                  .label = input->compare_name,
                                  .panel = panel,
                                  .shape = IJK_SHAPE_LINE,
                                  .role = IJK_ROLE_COMPARE_A,
                                  .dash = IJK_DASH_LONG,
                                  .has_end_value = TRUE,
                                  .values = input->compare_result->nation_reduction_factor });
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = input->scenario_name,
                                                .panel = panel,
                                                .shape = IJK_SHAPE_LINE,
                                                .role = IJK_ROLE_CURRENT,
                                                .is_strong = TRUE,
                                                .has_end_value = TRUE,
                                                .has_cursor_value = TRUE,
                                                .values = input->result->nation_reduction_factor });
  return ijk_draft_end (&draft);
}

/* Whether the rights of 2030 cover what is levied. */
static void
add_rights_sentence (IjkWording           *wording,
                     const IjkFigureInput *input)
{
  double load_mt[IJK_N_YEARS], rights_mt[IJK_N_YEARS];
  double short_mt;
  const char *load, *rights, *gap;

  find_load_mt (input->result, load_mt);
  find_rights (input->result, rights_mt);
  short_mt = ijk_yearly_at (load_mt, IJK_TARGET_YEAR) - ijk_yearly_at (rights_mt, IJK_TARGET_YEAR);
  load = ijk_wording_keep (
      wording, ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (load_mt, IJK_TARGET_YEAR)));
  rights = ijk_wording_keep (
      wording, ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (rights_mt, IJK_TARGET_YEAR)));
  gap = ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT * fabs (short_mt)));
  if (short_mt > 0)
    ijk_wording_add (wording,
                     /* Translators: %1$d is a year, %2$s, %3$s and %4$s are amounts (35.6 Mt). */
                     _("In %1$d levied emissions are %2$s against dispensation rights for %3$s: "
                       "rights are %4$s short."),
                     IJK_TARGET_YEAR, load, rights, gap);
  else
    ijk_wording_add (wording,
                     /* Translators: %1$d is a year, %2$s, %3$s and %4$s are amounts (35.6 Mt). */
                     _("In %1$d levied emissions are %2$s against dispensation rights for %3$s: "
                       "%4$s of rights is left over."),
                     IJK_TARGET_YEAR, load, rights, gap);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const double *factor = input->result->nation_reduction_factor;
  const int below_one
      = ijk_yearly_first_below (factor, 1 - TOLERANCE, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  g_autoptr (IjkWording) wording = ijk_wording_new ();

  ijk_wording_add (
      wording,
      /* Translators: %1$s is the name of a scenario, %2$d, %4$d and %6$d are years, %3$s, %5$s
       * and %7$s factors (0.745). */
      _("The reduction factor, which sets how many dispensation rights a company gets per tonne at "
        "the benchmark, is %3$s in %2$d, %5$s in %4$d and %7$s in %6$d in scenario “%1$s”."),
      input->scenario_name, IJK_LAST_PAST_YEAR,
      ijk_wording_keep (wording, ijk_quantity_factor (ijk_yearly_at (factor, IJK_LAST_PAST_YEAR))),
      IJK_TARGET_YEAR,
      ijk_wording_keep (wording, ijk_quantity_factor (ijk_yearly_at (factor, IJK_TARGET_YEAR))),
      IJK_LAST_YEAR,
      ijk_wording_keep (wording, ijk_quantity_factor (ijk_yearly_at (factor, IJK_LAST_YEAR))));
  if (below_one != 0)
    /* Translators: %d is a year. */
    ijk_wording_add (wording, _("From %d on it is below 1: less than the benchmark."), below_one);
  else
    ijk_wording_add (wording, _("It stays at 1 or more in all years ahead: never less than the "
                                "benchmark."));
  for (IjkRegimeId regime = 0; regime < IJK_N_REGIMES; regime++)
    /* Translators: %1$s is the name of a statute, %2$s a factor, %3$d a year. */
    ijk_wording_add (wording, _("%1$s prescribes %2$s in %3$d."),
                     get_regime_name (reference, regime),
                     ijk_wording_keep (wording,
                                       ijk_quantity_factor (ijk_yearly_at (
                                           get_statute (reference, regime), IJK_TARGET_YEAR))),
                     IJK_TARGET_YEAR);
  add_rights_sentence (wording, input);
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  IjkFigureTable *table = ijk_figure_table_new (_("Benchmark path"), _("Year"));
  double compare[IJK_N_YEARS], load_mt[IJK_N_YEARS], rights_mt[IJK_N_YEARS];
  const double *columns[IJK_N_REGIMES + 4];
  guint n = 0;

  ijk_figure_table_add_column (table, input->scenario_name, NULL, 3);
  columns[n++] = input->result->nation_reduction_factor;
  for (IjkRegimeId regime = 0; regime < IJK_N_REGIMES; regime++)
    {
      ijk_figure_table_add_column (table, get_regime_name (reference, regime), NULL, 3);
      columns[n++] = get_statute (reference, regime);
    }
  if (input->compare_result != NULL)
    {
      find_factor (input->compare_result, compare);
      ijk_figure_table_add_column (table, input->compare_name, NULL, 3);
      columns[n++] = compare;
    }
  find_load_mt (input->result, load_mt);
  ijk_figure_table_add_column (table, _("Levied emissions"), _("Mt CO₂-eq"), 1);
  columns[n++] = load_mt;
  find_rights (input->result, rights_mt);
  ijk_figure_table_add_column (table, _("Dispensation rights"), _("million"), 1);
  columns[n] = rights_mt;
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_benchmark_path = {
  .id = "benchmark-path",
  .title = N_("Benchmark path"),
  .question = N_("How many rights does a company get at the benchmark, by scenario and by statute?"),
  .flags = IJK_FIGURE_IS_OF_YEAR, /* the axis goes on to the year */
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};

/* Emissions of industry by regional cluster. What has no address (gases without a chimney) is shown
 * on top, so that the stack ends at the national total of industry.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-indicator.h"
#include "ijk-saying-private.h"
#include "ijk-year-table-private.h"

#define NEAR_YEAR 2030

/* Clusters that get a colour of their own; a table could hold more. */
#define N_COLOURS 6

static void
find_cluster_mt (const IjkResult *result,
                 guint            cluster,
                 double          *yearly)
{
  const IjkIndicator *emissions = ijk_indicator_find (IJK_ITEMS_CLUSTER, "emissions");

  ijk_indicator_yearly (emissions, result, cluster, yearly);
  ijk_yearly_scale (yearly, 1 / IJK_KT_PER_MT, yearly);
}

/* Industry less its clusters. */
static void
find_unplaced_mt (const IjkResult *result,
                  double          *yearly)
{
  double cluster_mt[IJK_N_YEARS];

  ijk_figure_emissions_mt (result, yearly);
  for (guint c = 0; c < result->reference->n_clusters; c++)
    {
      find_cluster_mt (result, c, cluster_mt);
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly[t] -= cluster_mt[t];
    }
}

static const char *
name_of_cluster (const IjkReference *reference,
                 guint               cluster)
{
  return ijk_language_pick (reference->clusters[cluster].name_en,
                            reference->clusters[cluster].name_nl);
}

/* Fall from the first year to @year, Mt. */
static double
fall_of_cluster (const IjkResult *result,
                 guint            cluster,
                 int              year)
{
  double yearly[IJK_N_YEARS];

  find_cluster_mt (result, cluster, yearly);
  return yearly[0] - ijk_yearly_at (yearly, year);
}

static guint
find_largest_fall (const IjkResult *result)
{
  guint largest = IJK_NONE;

  for (guint c = 0; c < result->reference->n_clusters; c++)
    if (largest == IJK_NONE
        || fall_of_cluster (result, c, NEAR_YEAR) > fall_of_cluster (result, largest, NEAR_YEAR))
      largest = c;
  return largest;
}

static char *
write_subtitle (const IjkResult *result)
{
  const guint largest = find_largest_fall (result);
  g_autofree char *fall = NULL;

  if (largest == IJK_NONE)
    return NULL;
  fall = ijk_quantity_mt_change (-fall_of_cluster (result, largest, NEAR_YEAR) * IJK_KT_PER_MT);
  /* Translators: subtitle of a chart. %1$s is a region, %2$s a change (−5.0 Mt), %3$d a year. */
  return g_strdup_printf (_("%1$s falls most, %2$s by %3$d"),
                          name_of_cluster (result->reference, largest), fall, NEAR_YEAR);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  g_autofree char *subtitle = write_subtitle (input->result);
  double yearly[IJK_N_YEARS];
  IjkDraft draft;
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_clusters, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("Mt CO₂-eq a year"), 1, 1);
  for (guint c = 0; c < reference->n_clusters; c++)
    {
      find_cluster_mt (input->result, c, yearly);
      ijk_draft_series (&draft, &(IjkChartSeries) {
                                    .label = name_of_cluster (reference, c),
                                    .panel = panel,
                                    .shape = IJK_SHAPE_AREA,
                                    .role = (IjkRole) (IJK_ROLE_SERIES_1 + c % N_COLOURS),
                                    .values = yearly });
    }
  find_unplaced_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("No address"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_AREA,
                                                .role = IJK_ROLE_BAR_TOTAL,
                                                .pattern = IJK_PATTERN_DOTS,
                                                .values = yearly });
  ijk_draft_scenario_lines (&draft, panel, ijk_figure_emissions_mt, _("Industry"));
  return ijk_draft_end (&draft);
}

static guint
find_largest (const IjkResult *result)
{
  guint largest = IJK_NONE;
  double largest_mt = 0;
  double yearly[IJK_N_YEARS];

  for (guint c = 0; c < result->reference->n_clusters; c++)
    {
      find_cluster_mt (result, c, yearly);
      if (largest == IJK_NONE || ijk_yearly_at (yearly, NEAR_YEAR) > largest_mt)
        {
          largest = c;
          largest_mt = ijk_yearly_at (yearly, NEAR_YEAR);
        }
    }
  return largest;
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  const guint largest = find_largest (input->result);
  const guint falls_most = find_largest_fall (input->result);
  double yearly[IJK_N_YEARS];

  if (largest == IJK_NONE)
    return g_strdup (_("These data place no installation in a cluster."));
  find_cluster_mt (input->result, largest, yearly);
  /* Translators: %1$s is a region, %2$s and %4$s are amounts (16.0 Mt), %3$d and %5$d years. */
  ijk_wording_add (wording, _("The largest cluster is %1$s: %2$s in %3$d and %4$s in %5$d."),
                   name_of_cluster (reference, largest),
                   ijk_say_mt (wording, yearly[0] * IJK_KT_PER_MT), IJK_FIRST_YEAR,
                   ijk_say_mt (wording, ijk_yearly_at (yearly, NEAR_YEAR) * IJK_KT_PER_MT),
                   NEAR_YEAR);
  /* Translators: %1$s is a region, %2$s an amount (5.0 Mt), %3$d and %4$d are years. */
  ijk_wording_add (wording, _("Emissions fall most in %1$s: by %2$s from %3$d to %4$d."),
                   name_of_cluster (reference, falls_most),
                   ijk_say_mt (wording, fall_of_cluster (input->result, falls_most, NEAR_YEAR)
                                            * IJK_KT_PER_MT),
                   IJK_FIRST_YEAR, NEAR_YEAR);
  for (guint c = 0; c < reference->n_clusters; c++)
    {
      int year;

      find_cluster_mt (input->result, c, yearly);
      year = ijk_yearly_steepest_fall (yearly, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
      /* A step, not a slope: a tenth of the region in one year. */
      if (year == 0
          || !(ijk_yearly_at (yearly, year - 1) - ijk_yearly_at (yearly, year) > 0.1 * yearly[0]))
        continue;
      /* Translators: %1$s is a region, %2$s an amount (2.6 Mt), %3$d a year. */
      ijk_wording_add (wording, _("In %3$d %1$s goes down by %2$s in one year."),
                       name_of_cluster (reference, c),
                       ijk_say_mt (wording, (ijk_yearly_at (yearly, year - 1)
                                             - ijk_yearly_at (yearly, year))
                                                * IJK_KT_PER_MT),
                       year);
    }
  find_unplaced_mt (input->result, yearly);
  /* Translators: %1$s is an amount (5.7 Mt), %2$d a year. */
  ijk_wording_add (wording, _("%1$s in %2$d comes from sources without an address, such as "
                              "landfills and cooling gases."),
                   ijk_say_mt (wording, yearly[0] * IJK_KT_PER_MT), IJK_FIRST_YEAR);
  if (!input->is_law)
    {
      double law[IJK_N_YEARS];

      find_cluster_mt (input->law_result, largest, law);
      find_cluster_mt (input->result, largest, yearly);
      /* Translators: %1$s is a region, %2$s a change (−2.4 Mt), %3$d a year. */
      ijk_wording_add (wording, _("In %1$s the difference from current law is %2$s in %3$d."),
                       name_of_cluster (reference, largest),
                       ijk_say_mt_change (wording, (ijk_yearly_at (yearly, NEAR_YEAR)
                                                    - ijk_yearly_at (law, NEAR_YEAR))
                                                       * IJK_KT_PER_MT),
                       NEAR_YEAR);
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const char *unit = _("Mt CO₂-eq");
  IjkYearTable draft;
  double yearly[IJK_N_YEARS];

  ijk_year_table_begin (&draft, _("Emissions by regional cluster"));
  for (guint c = 0; c < reference->n_clusters; c++)
    {
      find_cluster_mt (input->result, c, yearly);
      ijk_year_table_add (&draft, name_of_cluster (reference, c), unit, 2, yearly);
    }
  find_unplaced_mt (input->result, yearly);
  ijk_year_table_add (&draft, _("No address"), unit, 2, yearly);
  ijk_figure_emissions_mt (input->result, yearly);
  ijk_year_table_add (&draft, _("Industry"), unit, 2, yearly);
  ijk_year_table_add_others (&draft, input, _("Industry"), unit, 2, ijk_figure_emissions_mt);
  return ijk_year_table_end (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
}

const IjkFigure ijk_figure_clusters = {
  .id = "clusters",
  .title = N_("Emissions by regional cluster"),
  .question = N_("In which regions do emissions fall, and when?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};

/* How far each sector of industry lies from the European benchmarks in one year: levied emissions
 * over the benchmark amount, the load at benchmark and activity of the year, less one.
 *
 * The agreement wants the most CO2-efficient industry of Europe; a benchmark is the mean of the
 * best tenth. Zero is on the benchmark, left of it better. Small sectors and those beside industry
 * are in the table only: separate CHP gets rights for its heat and none for its power, so its
 * distance says little and would flatten all other bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

#define PERCENT 100.0

/* Part of the levied emissions of industry in the first year from which a sector has a bar. The
 * first year, so that bars do not come and go with the year shown. */
#define LARGE_SHARE 0.02

typedef struct
{
  guint sector; /* IJK_NONE: all of industry */
  double load_kt, benchmark_kt;
  double percent; /* above the benchmark; NAN without one */
} Distance;

static double
find_percent (double load_kt,
              double benchmark_kt)
{
  return benchmark_kt > 0 ? PERCENT * (load_kt / benchmark_kt - 1) : NAN;
}

static Distance
measure_sector (const IjkResult *result,
                guint            sector,
                int              year)
{
  const gsize at = (gsize) IJK_YEAR_INDEX (year) * result->reference->n_sectors + sector;
  const double load_kt = result->sector_load_kt[at];
  const double benchmark_kt = result->sector_benchmark_kt[at];

  return (Distance) { sector, load_kt, benchmark_kt, find_percent (load_kt, benchmark_kt) };
}

static Distance
measure_industry (const IjkResult *result,
                  int              year)
{
  double load_kt[IJK_N_YEARS], benchmark_kt[IJK_N_YEARS];

  ijk_figure_sum_sectors (result, result->sector_load_kt, TRUE, 1, load_kt);
  ijk_figure_sum_sectors (result, result->sector_benchmark_kt, TRUE, 1, benchmark_kt);
  return (Distance) { IJK_NONE, ijk_yearly_at (load_kt, year), ijk_yearly_at (benchmark_kt, year),
                      find_percent (ijk_yearly_at (load_kt, year),
                                    ijk_yearly_at (benchmark_kt, year)) };
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const Distance *one = a;
  const Distance *other = b;

  if (one->percent != other->percent)
    return one->percent > other->percent ? -1 : 1;
  return (one->sector > other->sector) - (one->sector < other->sector);
}

static gboolean
is_large (const IjkResult *result,
          guint            sector)
{
  const Distance all = measure_industry (result, IJK_FIRST_YEAR);

  return result->sector_load_kt[sector] >= LARGE_SHARE * all.load_kt;
}

/* Sectors with a benchmark, the farthest above it first. */
static GArray *
list_sectors (const IjkResult *result,
              int              year,
              gboolean         in_industry,
              gboolean         large_only)
{
  GArray *distances = g_array_new (FALSE, FALSE, sizeof (Distance));

  for (guint s = 0; s < result->reference->n_sectors; s++)
    {
      const Distance distance = measure_sector (result, s, year);

      if (result->reference->sectors[s].is_in_industry == in_industry && !isnan (distance.percent)
          && (!large_only || is_large (result, s)))
        g_array_append_val (distances, distance);
    }
  g_array_sort (distances, compare_distances);
  return distances;
}

static const char *
name_of (const IjkReference *reference,
         const Distance     *distance)
{
  if (distance->sector == IJK_NONE)
    return _("All of industry");
  return ijk_language_pick (reference->sectors[distance->sector].name_en,
                            reference->sectors[distance->sector].name_nl);
}

static void
add_row (IjkDraft       *draft,
         guint           row,
         const Distance *distance)
{
  const IjkReference *reference = draft->input->result->reference;
  const gboolean is_all = distance->sector == IJK_NONE;
  const guint pointed_out = draft->input->sector;
  const gboolean has_pointed_out = pointed_out < reference->n_sectors;
  const gboolean is_pointed_out
      = has_pointed_out && !is_all
        && ijk_sector_group_of (reference, distance->sector)
               == ijk_sector_group_of (reference, pointed_out);

  ijk_chart_builder_add_row (draft->builder,
                             &(IjkChartRow) { .label = name_of (reference, distance),
                                              .value = distance->percent,
                                              .whisker_low = NAN,
                                              .whisker_high = NAN,
                                              .is_strong = is_all || is_pointed_out,
                                              .shows_sign = TRUE });
  ijk_chart_builder_add_segment (
      draft->builder,
      &(IjkChartSegment) {
          .row = row,
          .from = 0,
          .to = distance->percent,
          .role = is_all ? IJK_ROLE_CURRENT
                         : ijk_sector_group_role (ijk_sector_group_of (reference,
                                                                       distance->sector)),
          .pattern = distance->percent < 0 ? IJK_PATTERN_HATCH : IJK_PATTERN_NONE,
          .is_muted = has_pointed_out && !is_all && !is_pointed_out });
}

static char *
write_subtitle (const IjkResult *result,
                int              year)
{
  const Distance all = measure_industry (result, year);
  g_autofree char *percent = ijk_quantity_number (fabs (all.percent), 1);

  if (isnan (all.percent))
    return g_strdup_printf ("%d", year);
  if (all.percent > 0)
    /* Translators: subtitle of a chart: "2030: industry 4.5% above the benchmarks". */
    return g_strdup_printf (_("%1$d: industry %2$s%% above the benchmarks"), year, percent);
  /* Translators: subtitle of a chart: "2030: industry 2.5% below the benchmarks". */
  return g_strdup_printf (_("%1$d: industry %2$s%% below the benchmarks"), year, percent);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autoptr (GArray) distances = list_sectors (input->result, input->year, TRUE, TRUE);
  const Distance all = measure_industry (input->result, input->year);
  g_autofree char *subtitle = write_subtitle (input->result, input->year);
  IjkDraft draft;
  guint row = 0;

  ijk_draft_begin (&draft, &ijk_figure_benchmark_distance, input, IJK_CHART_ROWS, subtitle,
                   IJK_SOURCE_LEVY);
  ijk_draft_panel (&draft, _("levied emissions above or below the benchmark amount, %"), 0, 1);
  for (guint i = 0; i < distances->len; i++)
    add_row (&draft, row++, &g_array_index (distances, Distance, i));
  if (!isnan (all.percent))
    add_row (&draft, row, &all);
  ijk_chart_builder_add_rule (draft.builder, &(IjkChartRule) { .value = 0,
                                                               .role = IJK_ROLE_TARGET,
                                                               .label = _("benchmark") });
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  g_autoptr (GArray) distances = list_sectors (input->result, input->year, TRUE, TRUE);
  const Distance all = measure_industry (input->result, input->year);
  const Distance law = measure_industry (input->law_result, input->year);
  const Distance *farthest;
  const Distance *best;
  guint n_better = 0;

  if (distances->len == 0)
    return g_strdup (_("No large sector has a benchmark in this year."));
  farthest = &g_array_index (distances, Distance, 0);
  best = &g_array_index (distances, Distance, distances->len - 1);
  for (guint i = 0; i < distances->len; i++)
    if (g_array_index (distances, Distance, i).percent <= 0)
      n_better++;
  /* Translators: %1$d is a year, %2$s a change in percent (+4.5), %3$s and %4$s amounts (24.8
   * Mt). */
  ijk_wording_add (wording, _("In %1$d the levied emissions of industry are %3$s against %4$s at "
                              "the European benchmarks of that year, a difference of %2$s%%."),
                   input->year, ijk_say_change (wording, all.percent, 1),
                   ijk_say_mt (wording, all.load_kt), ijk_say_mt (wording, all.benchmark_kt));
  /* Translators: %1$u and %2$u are numbers of sectors. */
  ijk_wording_add (wording, ngettext ("%1$u of %2$u large sector is on or below its benchmark.",
                                      "%1$u of %2$u large sectors are on or below their benchmark.",
                                      distances->len),
                   n_better, distances->len);
  /* Translators: %1$s and %3$s are sectors, %2$s and %4$s changes in percent (+95, −26). */
  ijk_wording_add (wording, _("Farthest above is %1$s (%2$s%%), best is %3$s (%4$s%%)."),
                   name_of (reference, farthest), ijk_say_change (wording, farthest->percent, 0),
                   name_of (reference, best), ijk_say_change (wording, best->percent, 0));
  if (!input->is_law)
    /* Translators: %s is a change in percent (+4.5). */
    ijk_wording_add (wording, _("Under current law the difference for industry is %s%%."),
                     ijk_say_change (wording, law.percent, 1));
  return ijk_wording_end (wording);
}

static void
add_table_row (IjkFigureTable     *table,
               const IjkReference *reference,
               const Distance     *distance,
               const char         *note)
{
  ijk_figure_table_add_row (
      table, name_of (reference, distance),
      (double[]) { distance->load_kt, distance->benchmark_kt, distance->percent }, note);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  g_autoptr (GArray) inside = list_sectors (input->result, input->year, TRUE, FALSE);
  g_autoptr (GArray) beside = list_sectors (input->result, input->year, FALSE, FALSE);
  const Distance all = measure_industry (input->result, input->year);
  g_autofree char *caption
      /* Translators: %d is a year. */
      = g_strdup_printf (_("Distance to the European benchmarks in %d"), input->year);
  IjkFigureTable *table = ijk_figure_table_new (caption, _("Sector"));

  ijk_figure_table_add_column (table, _("Levied emissions"), _("kt CO₂-eq"), 0);
  ijk_figure_table_add_column (table, _("At the benchmarks"), _("kt CO₂-eq"), 0);
  ijk_figure_table_add_column (table, _("Above the benchmarks"), "%", 1);
  for (guint i = 0; i < inside->len; i++)
    add_table_row (table, reference, &g_array_index (inside, Distance, i), _("in industry"));
  add_table_row (table, reference, &all, NULL);
  for (guint i = 0; i < beside->len; i++)
    add_table_row (table, reference, &g_array_index (beside, Distance, i), _("beside industry"));
  table->note_title = g_strdup (_("Counts"));
  return table;
}

const IjkFigure ijk_figure_benchmark_distance = {
  .id = "benchmark-distance",
  .title = N_("Distance to the European benchmarks"),
  .question = N_("Which sectors are as CO₂-efficient as the best of Europe?"),
  .flags = IJK_FIGURE_IS_OF_YEAR,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};

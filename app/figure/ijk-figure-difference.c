/* Why emissions of industry in one year differ from those of 2021, as a waterfall.
 *
 * The parts are those of the decomposition, which adds up exactly; measures are split further into
 * wedges, the small ones together. To 2025 what measures did is part of output: nobody observed it
 * apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

/* Wedges that get a row of their own; with the others there are no more rows than a card can
 * name. */
#define MAX_NAMED_WEDGES 4

/* A wedge smaller than this part of the change since 2021 goes to the rest. */
#define SMALL_SHARE 0.01

typedef struct
{
  double start_kt, end_kt;
  double activity_kt, autonomous_kt, leakage_kt, measures_kt; /* positive = less emissions */
  double wedges_kt[IJK_N_WEDGES];
} Change;

typedef struct
{
  const char *label;
  double kt;         /* of a cause: negative = less emissions; of a total: its height */
  gboolean is_total;
  IjkRole role;
} Row;

#define MAX_ROWS (MAX_NAMED_WEDGES + 6)

static double
sum_at (const IjkResult *result,
        const double    *field,
        int              year)
{
  double yearly[IJK_N_YEARS];

  ijk_figure_sum_sectors (result, field, TRUE, 1, yearly);
  return ijk_yearly_at (yearly, year);
}

static Change
find_change (const IjkResult *result,
             int              year)
{
  const IjkReference *reference = result->reference;
  Change change = {
    .start_kt = sum_at (result, result->sector_emissions_kt, IJK_FIRST_YEAR),
    .end_kt = sum_at (result, result->sector_emissions_kt, year),
    .activity_kt = sum_at (result, result->sector_activity_kt, year),
    .autonomous_kt = sum_at (result, result->sector_autonomous_kt, year),
    .leakage_kt = sum_at (result, result->sector_leakage_kt, year),
    .measures_kt = sum_at (result, result->sector_measures_kt, year),
  };

  for (guint m = 0; m < reference->n_measures; m++)
    change.wedges_kt[ijk_wedge_of (reference->measures[m].group)]
        += result->measure_abated_kt[(gsize) IJK_YEAR_INDEX (year) * reference->n_measures + m];
  return change;
}

/* The wedges with a row of their own, largest first. */
static guint
list_wedges (const Change *change,
             IjkWedge     *wedges)
{
  const double least_kt = SMALL_SHARE * fabs (change->start_kt - change->end_kt);
  gboolean is_listed[IJK_N_WEDGES] = { FALSE };
  guint n_wedges = 0;

  while (n_wedges < MAX_NAMED_WEDGES)
    {
      guint largest = IJK_N_WEDGES;

      for (guint w = 0; w < IJK_N_WEDGES; w++)
        if (!is_listed[w] && change->wedges_kt[w] > least_kt
            && (largest == IJK_N_WEDGES || change->wedges_kt[w] > change->wedges_kt[largest]))
          largest = w;
      if (largest == IJK_N_WEDGES)
        break;
      is_listed[largest] = TRUE;
      wedges[n_wedges++] = (IjkWedge) largest;
    }
  return n_wedges;
}

/* @first_label, @last_label: the two years. */
static guint
list_rows (const Change *change,
           const char   *first_label,
           const char   *last_label,
           Row          *rows)
{
  IjkWedge wedges[MAX_NAMED_WEDGES];
  const guint n_wedges = list_wedges (change, wedges);
  double rest_kt = change->measures_kt;
  guint n = 0;

  rows[n++] = (Row) { first_label, change->start_kt, TRUE, IJK_ROLE_BAR_TOTAL };
  rows[n++] = (Row) { _("Output"), -change->activity_kt, FALSE, IJK_ROLE_SERIES_6 };
  rows[n++] = (Row) { _("Efficiency by itself"), -change->autonomous_kt, FALSE, IJK_ROLE_SERIES_2 };
  for (guint i = 0; i < n_wedges; i++)
    {
      rest_kt -= change->wedges_kt[wedges[i]];
      rows[n++] = (Row) { ijk_wedge_name (wedges[i]), -change->wedges_kt[wedges[i]], FALSE,
                          IJK_ROLE_SERIES_1 };
    }
  rows[n++] = (Row) { n_wedges > 0 ? _("Other measures") : _("Measures"), -rest_kt, FALSE,
                      IJK_ROLE_SERIES_1 };
  rows[n++] = (Row) { _("Output that left"), -change->leakage_kt, FALSE, IJK_ROLE_SERIES_5 };
  rows[n++] = (Row) { last_label, change->end_kt, TRUE, IJK_ROLE_CURRENT };
  return n;
}

static void
add_rows (IjkDraft *draft,
          const Row *rows,
          guint      n_rows)
{
  double running_mt = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const double mt = rows[i].kt / IJK_KT_PER_MT;
      const double after_mt = rows[i].is_total ? mt : running_mt + mt;

      ijk_chart_builder_add_row (draft->builder, &(IjkChartRow) { .label = rows[i].label,
                                                                  .value = mt,
                                                                  .is_strong = rows[i].is_total,
                                                                  .shows_sign = !rows[i].is_total,
                                                                  .whisker_low = NAN,
                                                                  .whisker_high = NAN });
      ijk_chart_builder_add_segment (draft->builder,
                                     &(IjkChartSegment) { .row = i,
                                                          .from = rows[i].is_total ? 0 : running_mt,
                                                          .to = after_mt,
                                                          .role = rows[i].role });
      running_mt = after_mt;
    }
}

/* Targets of the year, if it has any. */
static void
add_targets (IjkDraft *draft)
{
  const IjkReference *reference = draft->input->result->reference;

  for (guint i = 0; i < reference->n_targets; i++)
    {
      const gboolean is_agreed = ijk_target_is_agreed (reference, i);
      g_autofree char *label = ijk_target_short_name (reference, i);

      if (reference->targets[i].year != draft->input->year)
        continue;
      ijk_chart_builder_add_rule (draft->builder,
                                  &(IjkChartRule) { .value = reference->targets[i].target_mt,
                                                    .role = IJK_ROLE_TARGET,
                                                    .dash = is_agreed ? IJK_DASH_SOLID
                                                                      : IJK_DASH_DASHED,
                                                    .label = label });
    }
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const Change change = find_change (input->result, input->year);
  g_autofree char *first_label = g_strdup_printf ("%d", IJK_FIRST_YEAR);
  g_autofree char *last_label = g_strdup_printf ("%d", input->year);
  g_autofree char *total = ijk_quantity_mt_change (change.end_kt - change.start_kt);
  g_autofree char *measures = ijk_quantity_mt_change (-change.measures_kt);
  g_autofree char *subtitle
      = input->year <= IJK_LAST_PAST_YEAR
            /* Translators: subtitle of a chart: "2023: −7.2 Mt". */
            ? g_strdup_printf (_("%1$d: %2$s"), input->year, total)
            /* Translators: subtitle of a chart: "2030: −15.3 Mt, of which −4.9 Mt by measures". */
            : g_strdup_printf (_("%1$d: %2$s, of which %3$s by measures"), input->year, total,
                               measures);
  Row rows[MAX_ROWS];
  const guint n_rows = list_rows (&change, first_label, last_label, rows);
  IjkDraft draft;

  ijk_draft_begin (&draft, &ijk_figure_difference, input, IJK_CHART_ROWS, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_draft_panel (&draft, _("Mt CO₂-eq a year"), 1, 1);
  ijk_chart_builder_set_connects_rows (draft.builder, TRUE);
  add_rows (&draft, rows, n_rows);
  add_targets (&draft);
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const Change change = find_change (input->result, input->year);
  g_autoptr (IjkWording) wording = ijk_wording_new ();

  /* Translators: %1$s and %3$s are amounts (54.0 Mt), %2$d and %4$d years. */
  ijk_wording_add (wording, _("Emissions of industry are %1$s in %2$d and %3$s in %4$d."),
                   ijk_say_mt (wording, change.start_kt), IJK_FIRST_YEAR,
                   ijk_say_mt (wording, change.end_kt), input->year);
  if (input->year <= IJK_LAST_PAST_YEAR)
    ijk_wording_add (wording, _("In observed years nearly all of the change counts as output; what "
                                "measures did then was not observed apart."));
  else
    /* Translators: all are changes with their sign (−7.4 Mt). */
    ijk_wording_add (wording, _("Changes in output account for %1$s, efficiency that comes by "
                                "itself for %2$s, measures for %3$s and output that left the "
                                "country for %4$s."),
                     ijk_say_mt_change (wording, -change.activity_kt),
                     ijk_say_mt_change (wording, -change.autonomous_kt),
                     ijk_say_mt_change (wording, -change.measures_kt),
                     ijk_say_mt_change (wording, -change.leakage_kt));
  if (!input->is_law)
    {
      const Change law = find_change (input->law_result, input->year);

      /* Translators: %1$s is an amount (38.6 Mt), %2$s a change (−4.9 Mt). */
      ijk_wording_add (wording, _("Under current law emissions would be %1$s, with %2$s by "
                                  "measures."),
                       ijk_say_mt (wording, law.end_kt),
                       ijk_say_mt_change (wording, -law.measures_kt));
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const Change change = find_change (input->result, input->year);
  g_autofree char *first_label = g_strdup_printf ("%d", IJK_FIRST_YEAR);
  g_autofree char *last_label = g_strdup_printf ("%d", input->year);
  IjkFigureTable *table = ijk_figure_table_new (_("Why emissions differ from those of 2021"),
                                                _("Cause"));
  Row rows[MAX_ROWS];
  const guint n_rows = list_rows (&change, first_label, last_label, rows);

  ijk_figure_table_add_column (table, _("Emissions or change"), _("Mt CO₂-eq"), 2);
  for (guint i = 0; i < n_rows; i++)
    {
      const double mt = rows[i].kt / IJK_KT_PER_MT;

      ijk_figure_table_add_row (table, rows[i].label, &mt, NULL);
    }
  return table;
}

const IjkFigure ijk_figure_difference = {
  .id = "difference",
  .title = N_("Why emissions differ from those of 2021"),
  .question = N_("Is the fall less output, better plants, measures, or output that left?"),
  .flags = IJK_FIGURE_IS_OF_YEAR,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};

/* The marginal abatement cost curve of one year: what runs, cheapest first.
 *
 * A block is a measure; its width is what it really takes off the emissions of industry in the
 * year, its height what a tonne costs a company at its own hurdle rate. Widths are realised tonnes
 * and not potentials, because potentials compete for the same fuel: laid end to end they would
 * promise more than there is. Realised tonnes add up to the total of the run. Measures too small to
 * see have no block, or a sliver at a thousand euros would flatten all others; they are in the
 * table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

/* Part of the total below which a block is too narrow to see. */
#define VISIBLE_SHARE 0.0025

typedef struct
{
  guint measure;
  double abated_kt;
  double cost_eur_per_t;
} Step;

typedef struct
{
  GArray *steps;              /* (owned) (element-type Step), cheapest first */
  double total_kt;
  double saving_kt;           /* at a cost below zero */
  double below_signal_kt;     /* at a cost below the carbon signal, savings included */
  double signal_eur_per_t;    /* mean of industry's sectors; NAN before there is one */
  double ets_price_eur_per_t;
} Curve;

static void
clear_curve (Curve *curve)
{
  g_clear_pointer (&curve->steps, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Curve, clear_curve)

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *one = a;
  const Step *other = b;

  if (one->cost_eur_per_t != other->cost_eur_per_t)
    return one->cost_eur_per_t < other->cost_eur_per_t ? -1 : 1;
  return (one->measure > other->measure) - (one->measure < other->measure);
}

/* Mean of what industry's sectors count with for a tonne, weighted by their emissions without
 * measures.   EUR/t = EUR/t * kt / kt */
static double
mean_signal (const IjkResult *result,
             guint            t)
{
  const IjkReference *reference = result->reference;
  double sum = 0;
  double weights = 0;

  /* Investors decide from the first free year on; before it there is no signal. */
  if (t < IJK_YEAR_INDEX (IJK_FIRST_FREE_YEAR))
    return NAN;
  for (guint s = 0; s < reference->n_sectors; s++)
    if (reference->sectors[s].is_in_industry)
      {
        const gsize at = (gsize) t * reference->n_sectors + s;

        sum += result->sector_signal_eur_per_t[at] * result->sector_unabated_kt[at];
        weights += result->sector_unabated_kt[at];
      }
  return weights > 0 ? sum / weights : NAN;
}

static Curve
draw_curve (const IjkResult *result,
            int              year)
{
  const guint t = IJK_YEAR_INDEX (year);
  const guint n_measures = result->reference->n_measures;
  Curve curve = {
    .steps = g_array_new (FALSE, FALSE, sizeof (Step)),
    .signal_eur_per_t = mean_signal (result, t),
    .ets_price_eur_per_t = result->nation_ets_price_eur_per_t[t],
  };

  for (guint m = 0; m < n_measures; m++)
    {
      const gsize at = (gsize) t * n_measures + m;
      const Step step = { m, result->measure_abated_kt[at], result->measure_cost_eur_per_t[at] };

      if (!(step.abated_kt > 0))
        continue;
      g_array_append_val (curve.steps, step);
      curve.total_kt += step.abated_kt;
      if (step.cost_eur_per_t < 0)
        curve.saving_kt += step.abated_kt;
      if (step.cost_eur_per_t < curve.signal_eur_per_t)
        curve.below_signal_kt += step.abated_kt;
    }
  g_array_sort (curve.steps, compare_steps);
  return curve;
}

static gboolean
is_visible (const Curve *curve,
            const Step  *step)
{
  return step->abated_kt >= VISIBLE_SHARE * curve->total_kt;
}

static char *
write_subtitle (const Curve *curve,
                int          year)
{
  g_autofree char *total = ijk_quantity_mt (curve->total_kt);
  g_autofree char *below = ijk_quantity_mt (curve->below_signal_kt);

  if (curve->steps->len == 0)
    return g_strdup_printf ("%d", year);
  /* Translators: %1$d is a year, the others are amounts (4.9 Mt). */
  return g_strdup_printf (_("%1$d: %2$s avoided, %3$s of it below the carbon signal"), year, total,
                          below);
}

static void
add_rules (IjkDraft    *draft,
           const Curve *curve)
{
  g_autofree char *ets = ijk_quantity_rate (curve->ets_price_eur_per_t);
  g_autofree char *signal = ijk_quantity_rate (curve->signal_eur_per_t);
  /* Translators: a line in a chart; %s is a price (90.00 €/t). */
  g_autofree char *ets_label = g_strdup_printf (_("ETS price %s"), ets);
  /* Translators: a line in a chart: what companies count with for a tonne; %s is a price. */
  g_autofree char *signal_label = g_strdup_printf (_("Carbon signal %s"), signal);

  if (isfinite (curve->signal_eur_per_t))
    ijk_chart_builder_add_rule (draft->builder,
                                &(IjkChartRule) { .value = curve->signal_eur_per_t,
                                                  .role = IJK_ROLE_CURRENT,
                                                  .label = signal_label });
  ijk_chart_builder_add_rule (draft->builder, &(IjkChartRule) { .value = curve->ets_price_eur_per_t,
                                                                .role = IJK_ROLE_REFERENCE,
                                                                .dash = IJK_DASH_DASHED,
                                                                .label = ets_label });
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_auto (Curve) curve = draw_curve (input->result, input->year);
  g_autofree char *subtitle = write_subtitle (&curve, input->year);
  const IjkChartAxis x_axis = ijk_draft_axis (_("Mt CO₂-eq avoided in industry"), 1);
  IjkDraft draft;

  ijk_draft_begin (&draft, &ijk_figure_marginal_cost, input, IJK_CHART_BLOCKS, subtitle,
                   IJK_SOURCE_COSTS);
  ijk_chart_builder_set_text (draft.builder, IJK_CHART_EMPTY_TEXT,
                              _("No measure runs yet: decisions start in 2026 and take time to "
                                "build"));
  ijk_chart_builder_set_x (draft.builder, &x_axis, NULL, 0);
  ijk_draft_panel (&draft, _("€ per tonne avoided"), 0, 1);
  for (guint i = 0; i < curve.steps->len; i++)
    {
      const Step *step = &g_array_index (curve.steps, Step, i);
      const IjkMeasure *measure = &input->result->reference->measures[step->measure];
      g_autofree char *label = ijk_measure_short_name (measure);

      if (!is_visible (&curve, step))
        continue;
      ijk_chart_builder_add_block (
          draft.builder, &(IjkChartBlock) { .label = label,
                                            .width = step->abated_kt / IJK_KT_PER_MT,
                                            .height = step->cost_eur_per_t,
                                            .role = ijk_wedge_role (ijk_wedge_of (measure->group)),
                                            .pattern = ijk_wedge_pattern (
                                                ijk_wedge_of (measure->group)) });
    }
  add_rules (&draft, &curve);
  return ijk_draft_end (&draft);
}

/* Cheapest and dearest of what can be seen. */
static void
add_extremes_sentence (IjkWording         *wording,
                       const Curve        *curve,
                       const IjkReference *reference)
{
  const Step *first = NULL;
  const Step *last = NULL;

  for (guint i = 0; i < curve->steps->len; i++)
    {
      const Step *step = &g_array_index (curve->steps, Step, i);

      if (!is_visible (curve, step))
        continue;
      if (first == NULL)
        first = step;
      last = step;
    }
  if (first == NULL || first == last)
    return;
  /* Translators: %1$s and %3$s are names of measures, %2$s and %4$s costs (−92.20 €/t). */
  ijk_wording_add (wording, _("Of the larger measures “%1$s” is cheapest at %2$s and “%3$s” "
                              "dearest at %4$s."),
                   ijk_language_pick (reference->measures[first->measure].name_en,
                                      reference->measures[first->measure].name_nl),
                   ijk_say_rate (wording, first->cost_eur_per_t),
                   ijk_language_pick (reference->measures[last->measure].name_en,
                                      reference->measures[last->measure].name_nl),
                   ijk_say_rate (wording, last->cost_eur_per_t));
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_auto (Curve) curve = draw_curve (input->result, input->year);
  g_auto (Curve) law = draw_curve (input->law_result, input->year);
  g_autoptr (IjkWording) wording = ijk_wording_new ();

  if (curve.steps->len == 0)
    {
      /* Translators: %d is a year. */
      ijk_wording_add (wording, _("In %d no measure takes anything off the emissions of industry "
                                  "yet: decisions start in 2026 and take time to build."),
                       input->year);
      return ijk_wording_end (wording);
    }
  /* Translators: %1$d is a year, %2$s and %3$s are amounts (4.9 Mt). */
  ijk_wording_add (wording, _("In %1$d measures take %2$s off the emissions of industry; %3$s of "
                              "it saves the companies money."),
                   input->year, ijk_say_mt (wording, curve.total_kt),
                   ijk_say_mt (wording, curve.saving_kt));
  /* Translators: %1$s and %3$s are amounts (4.3 Mt), %2$s a price (117.00 €/t). */
  ijk_wording_add (wording, _("In all %1$s costs less than the carbon signal of %2$s, what "
                              "industry counts with on average for a tonne; %3$s costs more and "
                              "runs because of subsidy, a duty, a dated project, or a firm with "
                              "lower costs."),
                   ijk_say_mt (wording, curve.below_signal_kt),
                   ijk_say_rate (wording, curve.signal_eur_per_t),
                   ijk_say_mt (wording, curve.total_kt - curve.below_signal_kt));
  add_extremes_sentence (wording, &curve, input->result->reference);
  if (!input->is_law)
    /* Translators: %1$s is an amount (4.9 Mt), %2$s a price (117.00 €/t). */
    ijk_wording_add (wording, _("Under current law measures avoid %1$s, at a carbon signal of "
                                "%2$s."),
                     ijk_say_mt (wording, law.total_kt),
                     ijk_say_rate (wording, law.signal_eur_per_t));
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  g_auto (Curve) curve = draw_curve (input->result, input->year);
  g_autofree char *caption
      /* Translators: %d is a year. */
      = g_strdup_printf (_("What avoiding a tonne costs in %d, cheapest first"), input->year);
  IjkFigureTable *table = ijk_figure_table_new (caption, _("Measure"));
  double sum_kt = 0;

  ijk_figure_table_add_column (table, _("Cost"), _("€/t"), 2);
  ijk_figure_table_add_column (table, _("Avoided"), _("kt"), 0);
  ijk_figure_table_add_column (table, _("Avoided up to here"), _("kt"), 0);
  for (guint i = 0; i < curve.steps->len; i++)
    {
      const Step *step = &g_array_index (curve.steps, Step, i);
      const IjkMeasure *measure = &input->result->reference->measures[step->measure];

      sum_kt += step->abated_kt;
      ijk_figure_table_add_row (table, ijk_language_pick (measure->name_en, measure->name_nl),
                                (double[]) { step->cost_eur_per_t, step->abated_kt, sum_kt }, NULL);
    }
  return table;
}

const IjkFigure ijk_figure_marginal_cost = {
  .id = "marginal-cost",
  .title = N_("What avoiding a tonne costs"),
  .question = N_("Which measures run, what does a tonne cost them, and which pay for themselves?"),
  .flags = IJK_FIGURE_IS_OF_YEAR,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};

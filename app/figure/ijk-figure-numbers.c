/* Finds the indicators behind a chart by their values. A recipe adds up and scales as its chart needs;
 * of what it can have drawn there is a list here, and a line is one of it only where it goes through
 * the same values in every year, so that what is explained is what is seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-numbers-private.h"

#include "ijk-figure-private.h"

#include <string.h>

/* Relative: what both ways of adding up may differ by. */
#define TOLERANCE 1e-9
#define MAX_IDS 12

/* What a chart is made of: indicators of the nation, of sectors, clusters and measures and sums of
 * these, and of the company it is about, by their ids. */
typedef struct
{
  const char *figure;       /* its id */
  const char *ids[MAX_IDS];
} Made;

static const Made made[] = {
  { "emissions-by-sector", { "emissions" } },
  { "emissions-by-measure", { "emissions", "unabated", "abated" } },
  { "clusters", { "emissions" } },
  { "difference", { "emissions", "activity", "autonomous", "leakage", "measures", "abated" } },
  { "levy",
    { "rate_ets", "rate_inc", "levy_rate", "reference_price", "ets_price", "net_levy", "levy", "credit",
      "returned" } },
  { "company", { "emissions", "load", "rights", "levy", "credit", "net_levy" } },
  { "ccs", { "ccs", "ccs_capacity", "ccs_ceiling", "ccs_awarded" } },
  { "cost",
    { "abatement_cost", "ets_cost", "net_levy", "sde_paid", "grants", "returned", "industry_cost",
      "state_cost" } },
  { "subsidy", { "sde_committed", "sde_paid", "sde_budget" } },
  { "energy", { "electricity", "gas", "hydrogen" } },
  { "indirect", { "emissions", "indirect", "abroad" } },
  { "leakage", { "abroad", "leak" } },
  { "technicians", { "technicians", "technicians_available" } },
  { "benchmark-path", { "reduction_factor", "rights", "load" } },
  { "marginal-cost", { "cost", "abated" } },
};

/* ---- what may be behind a line ---- */

typedef struct
{
  IjkAskedNumber number; /* its year is that of the input */
  const char *name;      /* (nullable) of its item, as charts call it */
  double yearly[IJK_N_YEARS];
} Candidate;

static void
add_candidate (GArray             *candidates,
               const IjkResult    *result,
               const IjkIndicator *indicator,
               const guint        *items,
               guint               n_items,
               const char         *name,
               int                 year)
{
  Candidate candidate = { .name = name };

  if (n_items == 0 || n_items > IJK_ASKED_MAX_ITEMS)
    return;
  candidate.number = ijk_asked_number (indicator, items[0], year);
  candidate.number.n_items = n_items;
  memcpy (candidate.number.items, items, n_items * sizeof *items);
  for (guint i = 0; i < n_items; i++)
    {
      double yearly[IJK_N_YEARS];

      ijk_indicator_yearly (indicator, result, items[i], yearly);
      for (guint t = 0; t < IJK_N_YEARS; t++)
        candidate.yearly[t] += yearly[t];
    }
  g_array_append_val (candidates, candidate);
}

static const char *
name_item (const IjkReference *reference,
           IjkItems            items,
           guint               item)
{
  switch (items)
    {
    case IJK_ITEMS_SECTOR:
      return ijk_language_pick (reference->sectors[item].name_en, reference->sectors[item].name_nl);
    case IJK_ITEMS_CLUSTER:
      return ijk_language_pick (reference->clusters[item].name_en,
                                reference->clusters[item].name_nl);
    case IJK_ITEMS_MEASURE:
      return ijk_language_pick (reference->measures[item].name_en,
                                reference->measures[item].name_nl);
    case IJK_ITEMS_COMPANY:
      return reference->companies[item].name;
    case IJK_ITEMS_SCOPE:
    case IJK_ITEMS_NL:
    case IJK_ITEMS_UNIT:
    case IJK_ITEMS_CELL:
    case IJK_N_ITEMS:
      break;
    }
  return NULL;
}

static void
add_sector_groups (GArray             *candidates,
                   const IjkResult    *result,
                   const IjkIndicator *indicator,
                   int                 year)
{
  const IjkReference *reference = result->reference;

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    for (guint industry_only = 0; industry_only < 2; industry_only++)
      {
        guint items[IJK_ASKED_MAX_ITEMS];
        guint n = 0;

        for (guint s = 0; s < reference->n_sectors; s++)
          if (ijk_sector_group_of (reference, s) == group
              && (industry_only == 0 || reference->sectors[s].is_in_industry)
              && n < G_N_ELEMENTS (items))
            items[n++] = s;
        if (n > 1)
          add_candidate (candidates, result, indicator, items, n, ijk_sector_group_name (group),
                         year);
      }
}

static void
add_wedges (GArray             *candidates,
            const IjkResult    *result,
            const IjkIndicator *indicator,
            int                 year)
{
  const IjkReference *reference = result->reference;

  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      guint items[IJK_ASKED_MAX_ITEMS];
      guint n = 0;

      for (guint m = 0; m < reference->n_measures; m++)
        if (ijk_wedge_of (reference->measures[m].group) == wedge && n < G_N_ELEMENTS (items))
          items[n++] = m;
      if (n > 1)
        add_candidate (candidates, result, indicator, items, n, ijk_wedge_name (wedge), year);
    }
}

static void
add_of_indicator (GArray               *candidates,
                  const IjkFigureInput *input,
                  const IjkFigure      *figure,
                  const IjkIndicator   *indicator)
{
  const IjkReference *reference = input->result->reference;
  const gboolean is_of_company = (figure->flags & IJK_FIGURE_IS_OF_COMPANY) != 0;
  const guint n_items = ijk_items_count (reference, indicator->items);

  if (is_of_company != (indicator->items == IJK_ITEMS_COMPANY))
    return;
  for (guint i = 0; i < n_items; i++)
    if (!is_of_company || input->company == IJK_NONE || input->company == i)
      add_candidate (candidates, input->result, indicator, &i, 1,
                     name_item (reference, indicator->items, i), input->year);
  if (indicator->items == IJK_ITEMS_SECTOR)
    add_sector_groups (candidates, input->result, indicator, input->year);
  if (indicator->items == IJK_ITEMS_MEASURE)
    add_wedges (candidates, input->result, indicator, input->year);
}

static GArray *
list_candidates (const IjkFigure      *figure,
                 const IjkFigureInput *input)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    for (guint k = 0; g_str_equal (made[i].figure, figure->id) && k < MAX_IDS
                      && made[i].ids[k] != NULL;
         k++)
      for (IjkItems items = 0; items < IJK_N_ITEMS; items++)
        {
          const IjkIndicator *indicator
              = items != IJK_ITEMS_UNIT && items != IJK_ITEMS_CELL
                    ? ijk_indicator_find (items, made[i].ids[k])
                    : NULL;

          if (indicator != NULL)
            add_of_indicator (candidates, input, figure, indicator);
        }
  return candidates;
}

/* ---- which of them is a line ---- */

/* Charts show kt as Mt, GWh as TWh, TJ as PJ, a fraction in percent, and what is paid back below
 * zero. */
static const double scales[] = { 1, 1e-3, 1e2, -1, -1e-3 };

gboolean
ijk_figure_is_same_value (double a,
                          double b)
{
  return fabs (a - b) <= TOLERANCE * MAX (fabs (a), fabs (b));
}

/* Position of the year in a candidate's values, or IJK_NONE. */
static guint
place_year (double x)
{
  return x >= IJK_FIRST_YEAR && x <= IJK_LAST_YEAR ? IJK_YEAR_INDEX ((int) lround (x)) : IJK_NONE;
}

static gboolean
goes_through (const Candidate      *candidate,
              const IjkChartSpec   *spec,
              const IjkChartSeries *series,
              double                scale)
{
  guint n = 0;

  for (guint i = 0; i < MIN (series->n_values, spec->n_x); i++)
    {
      const guint t = place_year (spec->x[i]);

      if (t == IJK_NONE || isnan (series->values[i]))
        continue;
      if (!ijk_figure_is_same_value (series->values[i], scale * candidate->yearly[t]))
        return FALSE;
      n++;
    }
  return n > 1;
}

/* Whether the line is drawn in the year of the input. */
static gboolean
is_seen_in (const IjkChartSpec   *spec,
            const IjkChartSeries *series,
            int                   year)
{
  for (guint i = 0; i < MIN (series->n_values, spec->n_x); i++)
    if (lround (spec->x[i]) == year)
      return !isnan (series->values[i]);
  return FALSE;
}

/* Of equal ones that whose item is called as the line; a line that is zero all along may be anything,
 * and is nothing without a name. */
static const Candidate *
find_line (const GArray         *candidates,
           const IjkChartSpec   *spec,
           const IjkChartSeries *series)
{
  const Candidate *found = NULL;
  gboolean is_zero = TRUE;

  for (guint i = 0; i < series->n_values && is_zero; i++)
    is_zero = isnan (series->values[i]) || series->values[i] == 0;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean is_it = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (scales) && !is_it; k++)
        is_it = goes_through (candidate, spec, series, scales[k]);
      if (is_it && g_strcmp0 (candidate->name, series->label) == 0)
        return candidate;
      if (is_it && found == NULL)
        found = candidate;
    }
  return is_zero ? NULL : found;
}

/* A bar is one value; nothing but the same number has the same digits, unless it is zero. */
static const Candidate *
find_bar (const GArray *candidates,
          double        value,
          int           year)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        if (value != 0 && ijk_figure_is_same_value (value, scales[k] * candidate->yearly[IJK_YEAR_INDEX (year)]))
          return candidate;
    }
  return NULL;
}

/* ---- public ---- */

/* Returns: (transfer full) */
IjkNamedNumber *
ijk_named_number_new (const char           *name,
                      const IjkAskedNumber *number)
{
  IjkNamedNumber *self = g_new0 (IjkNamedNumber, 1);

  self->name = g_strdup (name);
  self->number = *number;
  return self;
}

void
ijk_named_number_free (IjkNamedNumber *self)
{
  g_free (self->name);
  g_free (self);
}

static void
free_number (gpointer data)
{
  ijk_named_number_free (data);
}

/* Each number once: a line and the edge of an area are the same. */
static void
take (GPtrArray       *numbers,
      const Candidate *candidate,
      const char      *name)
{
  if (candidate == NULL || name == NULL || *name == '\0')
    return;
  for (guint i = 0; i < numbers->len; i++)
    {
      const IjkNamedNumber *known = g_ptr_array_index (numbers, i);

      if (ijk_asked_number_equal (&known->number, &candidate->number))
        return;
    }
  g_ptr_array_add (numbers, ijk_named_number_new (name, &candidate->number));
}

/* The upper and the lower panel of a chart may call their lines the same. */
static char *
name_line (const IjkChartSpec   *spec,
           const IjkChartSeries *series)
{
  for (guint i = 0; i < spec->n_series; i++)
    if (spec->series[i].panel != series->panel && series->panel < spec->n_panels
        && g_strcmp0 (spec->series[i].label, series->label) == 0)
      /* Translators: a line of a chart, then the axis it is drawn to: “Electrification (€ million)”. */
      return g_strdup_printf (_("%1$s (%2$s)"), series->label,
                              spec->panels[series->panel].axis.name);
  return g_strdup (series->label);
}

GPtrArray *
ijk_figure_list_numbers (const IjkFigure      *figure,
                         const IjkFigureInput *input,
                         const IjkChartSpec   *spec)
{
  g_autoptr (GArray) candidates = list_candidates (figure, input);
  GPtrArray *numbers = g_ptr_array_new_with_free_func (free_number);

  for (guint i = 0; spec->kind == IJK_CHART_TIME && i < spec->n_series; i++)
    if (spec->series[i].values != NULL && is_seen_in (spec, &spec->series[i], input->year))
      {
        g_autofree char *name = name_line (spec, &spec->series[i]);

        take (numbers, find_line (candidates, spec, &spec->series[i]), name);
      }
  for (guint i = 0; spec->kind == IJK_CHART_ROWS && i < spec->n_rows; i++)
    if (!isnan (spec->rows[i].value))
      take (numbers, find_bar (candidates, spec->rows[i].value, input->year), spec->rows[i].label);
  for (guint i = 0; spec->kind == IJK_CHART_BLOCKS && i < spec->n_blocks; i++)
    take (numbers, find_bar (candidates, spec->blocks[i].height, input->year),
          spec->blocks[i].label);
  ijk_figure_add_parts (numbers, figure, input, spec);
  return numbers;
}

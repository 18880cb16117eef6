/* The numbers of charts that draw no indicator as it is. A bar of room to decide is made of the
 * cells of one measure, a bar of the subsidy round is a product of two numbers of one cell, one of
 * distance a ratio; a map shows one number of many scenarios, of which that of the present one can
 * be asked about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-numbers-private.h"

#include "ijk-explanation.h"
#include "ijk-map-private.h"
#include "ijk-saying-private.h"

#include <string.h>

#define KEUR_PER_MEUR 1e3

static void
add_number (GPtrArray            *numbers,
            const char           *name,
            const IjkAskedNumber *number)
{
  g_ptr_array_add (numbers, ijk_named_number_new (name, number));
}

/* "Hybrid e-boilers (wanted by companies)" */
static void
add_of_items (GPtrArray   *numbers,
              const char  *label,
              IjkItems     items,
              const char  *indicator_id,
              const guint *which,
              guint        n_which,
              int          year)
{
  const IjkIndicator *indicator = ijk_indicator_find (items, indicator_id);
  IjkAskedNumber number = ijk_asked_number (indicator, which[0], year);
  /* Translators: a line of a chart, then the axis it is drawn to: “Electrification (€ million)”. */
  g_autofree char *name
      = g_strdup_printf (_("%1$s (%2$s)"), label, ijk_indicator_label (indicator));

  number.n_items = n_which;
  memcpy (number.items, which, n_which * sizeof *which);
  add_number (numbers, name, &number);
}

static void
add_of_cells (GPtrArray   *numbers,
              const char  *label,
              const char  *indicator_id,
              const guint *cells,
              guint        n_cells,
              int          year)
{
  add_of_items (numbers, label, IJK_ITEMS_CELL, indicator_id, cells, n_cells, year);
}

/* ---- what limits each measure ---- */

/* The cells of a measure; at most IJK_ASKED_MAX_ITEMS, which is more than there are sectors. */
static guint
list_cells (const IjkReference *reference,
            guint               measure,
            guint              *cells)
{
  guint n = 0;

  for (guint c = 0; c < reference->n_cells && n < IJK_ASKED_MAX_ITEMS; c++)
    if (reference->cells[c].measure == measure)
      cells[n++] = c;
  return n;
}

/* Companies can want more than the room where the building cap has cut it. */
static double
sum_room (const IjkResult *result,
          const guint     *cells,
          guint            n_cells,
          int              year)
{
  const gsize first = (gsize) IJK_YEAR_INDEX (year) * result->reference->n_cells;
  double sum_kt = 0;

  for (guint i = 0; i < n_cells; i++)
    sum_kt += MAX (result->cell_room_kt[first + cells[i]],
                   result->cell_wanted_kt[first + cells[i]]);
  return sum_kt;
}

static void
add_rooms (GPtrArray            *numbers,
           const IjkFigureInput *input,
           const IjkChartSpec   *spec)
{
  const IjkReference *reference = input->result->reference;

  for (guint i = 0; i < spec->n_rows; i++)
    for (guint m = 0; m < reference->n_measures; m++)
      {
        g_autofree char *name = ijk_measure_short_name (&reference->measures[m]);
        guint cells[IJK_ASKED_MAX_ITEMS];
        const guint n_cells = list_cells (reference, m, cells);

        if (n_cells == 0 || g_strcmp0 (name, spec->rows[i].label) != 0
            || !ijk_figure_is_same_value (spec->rows[i].value,
                                          sum_room (input->result, cells, n_cells, input->year)))
          continue;
        add_of_cells (numbers, name, "room", cells, n_cells, input->year);
        add_of_cells (numbers, name, "wanted", cells, n_cells, input->year);
      }
}

/* ---- a subsidy round ---- */

/* M€ = kt a year * EUR per t a year / 1e3 */
static double
get_claim_meur (const IjkResult *result,
                gsize            at)
{
  return result->cell_room_kt[at] * result->cell_claim_eur_per_t[at] / KEUR_PER_MEUR;
}

static void
add_candidates (GPtrArray            *numbers,
                const IjkFigureInput *input,
                const IjkChartSpec   *spec)
{
  const IjkResult *result = input->result;
  const guint n_cells = result->reference->n_cells;
  const gsize first = (gsize) IJK_YEAR_INDEX (input->year) * n_cells;

  for (guint i = 0; i < spec->n_rows; i++)
    for (guint c = 0; c < n_cells; c++)
      if (result->cell_rank[first + c] > 0
          && ijk_figure_is_same_value (spec->rows[i].value, get_claim_meur (result, first + c)))
        {
          add_of_cells (numbers, spec->rows[i].label, "need", &c, 1, input->year);
          add_of_cells (numbers, spec->rows[i].label, "room", &c, 1, input->year);
          add_of_cells (numbers, spec->rows[i].label, "served", &c, 1, input->year);
          break;
        }
}

/* ---- distance to the benchmarks ---- */

/* The two numbers of which a bar is the distance. */
static void
add_distance (GPtrArray  *numbers,
              const char *label,
              IjkItems    items,
              guint       item,
              int         year)
{
  add_of_items (numbers, label, items, "load", &item, 1, year);
  add_of_items (numbers, label, items, "benchmark", &item, 1, year);
}

static void
add_distances (GPtrArray            *numbers,
               const IjkFigureInput *input,
               const IjkChartSpec   *spec)
{
  const IjkReference *reference = input->result->reference;

  for (guint i = 0; i < spec->n_rows; i++)
    {
      const char *label = spec->rows[i].label;
      guint sector = 0;

      while (sector < reference->n_sectors
             && g_strcmp0 (label, ijk_language_pick (reference->sectors[sector].name_en,
                                                     reference->sectors[sector].name_nl)) != 0)
        sector++;
      if (sector < reference->n_sectors)
        add_distance (numbers, label, IJK_ITEMS_SECTOR, sector, input->year);
      else
        add_distance (numbers, label, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, input->year);
    }
}

/* ---- a map ---- */

static void
add_outcome (GPtrArray            *numbers,
             const IjkFigureInput *input)
{
  const IjkLandscapeQuestion *question = &input->landscape->question;
  const int year = question->year;
  const IjkIndicator *indicator = NULL;
  guint item = 0;
  int first_year = year;
  IjkAskedNumber number;
  g_autofree char *name = NULL;

  switch (question->outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      indicator = ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions");
      item = IJK_SCOPE_ITEM_INDUSTRY;
      /* Translators: %d is a year, here and below. */
      name = g_strdup_printf (_("Emissions in %d"), year);
      break;
    case IJK_OUTCOME_LEVY:
      indicator = ijk_indicator_find (IJK_ITEMS_SCOPE, "net_levy");
      item = IJK_SCOPE_ITEM_ALL;
      name = g_strdup_printf (_("Net levy in %d"), year);
      break;
    case IJK_OUTCOME_SUBSIDY:
      indicator = ijk_indicator_find (IJK_ITEMS_NL, "sde_paid");
      first_year = IJK_FIRST_FREE_YEAR;
      name = g_strdup_printf (_("SDE++ paid out up to %d"), year);
      break;
    case IJK_OUTCOME_STATE_COST:
      indicator = ijk_indicator_find (IJK_ITEMS_NL, "state_cost");
      name = g_strdup_printf (_("Cost to the State in %d"), year);
      break;
    case IJK_N_OUTCOMES:
      g_assert_not_reached ();
    }
  number = ijk_asked_number (indicator, item, year);
  number.first_year = first_year;
  add_number (numbers, name, &number);
}

void
ijk_figure_add_parts (GPtrArray            *numbers,
                      const IjkFigure      *figure,
                      const IjkFigureInput *input,
                      const IjkChartSpec   *spec)
{
  if (g_str_equal (figure->id, ijk_figure_limits.id))
    add_rooms (numbers, input, spec);
  else if (g_str_equal (figure->id, ijk_figure_subsidy_round.id))
    add_candidates (numbers, input, spec);
  else if (g_str_equal (figure->id, ijk_figure_benchmark_distance.id))
    add_distances (numbers, input, spec);
  else if (g_str_equal (figure->id, ijk_figure_landscape.id) && input->landscape != NULL)
    add_outcome (numbers, input);
}

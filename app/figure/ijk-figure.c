/* The registry of figures: one line a recipe, in the order of menus and of `list figures`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

static const IjkFigure *const recipes[] = {
  &ijk_figure_emissions_by_sector,
  &ijk_figure_emissions_by_measure,
  &ijk_figure_benchmark_path,
  &ijk_figure_levy,
  &ijk_figure_ccs,
  &ijk_figure_subsidy,
  &ijk_figure_subsidy_round,
  &ijk_figure_cost,
  &ijk_figure_marginal_cost,
  &ijk_figure_limits,
  &ijk_figure_energy,
  &ijk_figure_technicians,
  &ijk_figure_indirect,
  &ijk_figure_leakage,
  &ijk_figure_difference,
  &ijk_figure_clusters,
  &ijk_figure_company,
  &ijk_figure_benchmark_distance,
  &ijk_figure_landscape,
};

/**
 * ijk_figures:
 * @n_figures: (out): how many
 *
 * Returns: (transfer none) (array length=n_figures): every figure there is
 */
const IjkFigure *
ijk_figures (guint *n_figures)
{
  static IjkFigure figures[G_N_ELEMENTS (recipes)];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (recipes); i++)
        figures[i] = *recipes[i];
      g_once_init_leave (&is_filled, 1);
    }
  *n_figures = G_N_ELEMENTS (recipes);
  return figures;
}

/**
 * ijk_figure_find:
 *
 * Returns: (transfer none) (nullable): the figure of that id
 */
const IjkFigure *
ijk_figure_find (const char *id)
{
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  for (guint i = 0; i < n_figures; i++)
    if (g_str_equal (figures[i].id, id))
      return &figures[i];
  return NULL;
}

static gboolean
is_complete (const IjkFigureInput *input)
{
  return input != NULL && input->result != NULL && input->law_result != NULL
         && input->scenario_name != NULL && input->year >= IJK_FIRST_YEAR
         && input->year <= IJK_LAST_YEAR;
}

/**
 * ijk_figure_make_spec:
 *
 * Returns: (transfer full): the chart, described by the sentence
 */
IjkChartSpec *
ijk_figure_make_spec (const IjkFigure      *self,
                      const IjkFigureInput *input)
{
  g_return_val_if_fail (self != NULL && is_complete (input), NULL);

  return self->make_spec (input);
}

/**
 * ijk_figure_make_sentence:
 *
 * Returns: (transfer full): what the figure shows, in one paragraph
 */
char *
ijk_figure_make_sentence (const IjkFigure      *self,
                          const IjkFigureInput *input)
{
  g_return_val_if_fail (self != NULL && is_complete (input), NULL);

  return self->make_sentence (input);
}

/**
 * ijk_figure_make_table:
 *
 * Returns: (transfer full): the numbers of the chart
 */
IjkFigureTable *
ijk_figure_make_table (const IjkFigure      *self,
                       const IjkFigureInput *input)
{
  g_return_val_if_fail (self != NULL && is_complete (input), NULL);

  return self->make_table (input);
}

/* The run: memory of a workspace, and the order of the chapters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run.h"

#include "ijk-run-private.h"

#include <string.h>

/* Shares per sector of 2021 emissions (model.md section 3): under the ETS, levied by kind, and
 * combustion outside the ETS. */
static void
fix_sector_shares (IjkWorkspace *ws)
{
  const IjkReference *reference = ws->reference;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];
      IjkSectorInputs *inputs = &ws->sectors[s];
      double total = 0;

      for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
        {
          const IjkUnit *unit = &reference->units[i];
          const double kt = unit->past_kt[0];

          total += kt;
          if (unit->kind == IJK_KIND_ETS)
            inputs->ets_share += kt;
          if (unit->kind == IJK_KIND_REST)
            inputs->rest_share += (1 - unit->process_share) * kt;
          else
            inputs->levy_share[unit->kind] += unit->levy_share * kt;
        }
      if (total > 0)
        {
          inputs->ets_share /= total;
          inputs->rest_share /= total;
          for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
            inputs->levy_share[k] /= total;
        }
    }
}

/**
 * ijk_workspace_new:
 *
 * Memory for runs on @reference; nothing is allocated during a run.
 *
 * Returns: (transfer full): the workspace
 */
IjkWorkspace *
ijk_workspace_new (const IjkReference *reference)
{
  IjkWorkspace *ws = g_new0 (IjkWorkspace, 1);
  const gsize n_units = reference->n_units;
  const gsize n_cells = reference->n_cells;
  const gsize n_sectors = reference->n_sectors;

  g_assert (reference->n_measures <= IJK_MAX_MEASURES);
  ws->reference = ijk_reference_ref (reference);
  ws->result = ijk_result_new (reference);
  ws->sectors = g_new0 (IjkSectorInputs, n_sectors);
  ws->project_start = g_new0 (guint, reference->n_projects);
  ws->project_is_enabled = g_new0 (gboolean, reference->n_projects);
  ws->special = g_new0 (IjkSpecialUnit, n_units);
  ws->is_regular = g_new0 (double, n_units);
  ws->unit_weight = g_new0 (double, n_units);
  ws->rights_weight = g_new0 (double, n_units);
  ws->is_ets = g_new0 (double, n_units);
  ws->levy_share = g_new0 (double, n_units);
  ws->benchmark_scale = g_new0 (double, IJK_N_YEARS * n_units);
  ws->annuity = g_new0 (double, IJK_N_YEARS * reference->n_measures);
  ws->annuity8 = g_new0 (double, IJK_N_YEARS * reference->n_measures);
  ws->es = g_new0 (double, n_sectors);
  ws->share_before = g_new0 (double, n_cells);
  ws->share_limit = g_new0 (double, n_cells);
  ws->mode = g_new0 (IjkShareMode, n_cells);
  ws->is_open = g_new0 (gboolean, n_cells);
  ws->claim_share = g_new0 (double, n_cells);
  ws->wish = g_new0 (double, n_cells);
  ws->contracted = g_new0 (double, n_cells);
  ws->lowest_scale = g_new0 (double, n_cells);
  ws->decided_kt_share = g_new0 (double, IJK_N_YEARS * n_cells);
  ws->order = g_new0 (guint, n_cells);
  ws->class_kt = g_new0 (double, reference->n_classes);
  ws->class_kept = g_new0 (double, reference->n_classes);
  ws->contracts = g_new0 (IjkContract, (IJK_N_YEARS - IJK_N_PAST_YEARS) * n_cells);
  ws->base_left = g_new0 (double, IJK_N_YEARS * n_units);
  ws->last_taxed = g_new0 (guint, n_units);
  ws->ets_emissions = g_new0 (double, n_sectors);
  ws->ets_unabated = g_new0 (double, n_sectors);
  ws->levied_unabated = g_new0 (double, n_sectors);
  for (guint i = 0; i < n_units; i++)
    {
      ws->is_ets[i] = reference->units[i].kind == IJK_KIND_ETS;
      ws->levy_share[i] = reference->units[i].levy_share;
    }
  fix_sector_shares (ws);
  return ws;
}

void
ijk_workspace_free (IjkWorkspace *ws)
{
  g_free (ws->sectors);
  g_free (ws->project_start);
  g_free (ws->project_is_enabled);
  g_free (ws->special);
  g_free (ws->is_regular);
  g_free (ws->unit_weight);
  g_free (ws->rights_weight);
  g_free (ws->is_ets);
  g_free (ws->levy_share);
  g_free (ws->benchmark_scale);
  g_free (ws->annuity);
  g_free (ws->annuity8);
  g_free (ws->es);
  g_free (ws->share_before);
  g_free (ws->share_limit);
  g_free (ws->mode);
  g_free (ws->is_open);
  g_free (ws->claim_share);
  g_free (ws->wish);
  g_free (ws->contracted);
  g_free (ws->lowest_scale);
  g_free (ws->decided_kt_share);
  g_free (ws->order);
  g_free (ws->class_kt);
  g_free (ws->class_kept);
  g_free (ws->contracts);
  g_free (ws->base_left);
  g_free (ws->last_taxed);
  g_free (ws->ets_emissions);
  g_free (ws->ets_unabated);
  g_free (ws->levied_unabated);
  ijk_result_unref (ws->result);
  g_clear_pointer (&ws->scenario, ijk_scenario_unref);
  ijk_reference_unref (ws->reference);
  g_free (ws);
}

/**
 * ijk_run:
 * @reference: facts and assumptions
 * @scenario: levers, on the same reference
 * @workspace: memory made for @reference, used by one thread at a time
 *
 * Works out the years 2021 to 2050. Deterministic: the same inputs give the same bits, whatever
 * ran before in the workspace and in whichever thread.
 *
 * Returns: (transfer none): the result, valid until the next run in @workspace; keep it with
 *   ijk_result_copy()
 */
const IjkResult *
ijk_run (const IjkReference *reference,
         const IjkScenario  *scenario,
         IjkWorkspace       *workspace)
{
  IjkWorkspace *ws = workspace;

  g_assert (ws->reference == reference && ijk_scenario_get_reference (scenario) == reference);
  if (ws->scenario != scenario)
    {
      g_clear_pointer (&ws->scenario, ijk_scenario_unref);
      ws->scenario = ijk_scenario_ref (scenario);
      ijk_result_set_scenario (ws->result, scenario);
    }

  ijk_inputs_prepare (ws);
  ijk_activity_prepare (ws);
  ijk_prices_prepare (ws);
  ijk_adoption_prepare (ws);
  ijk_levy_prepare (ws);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      ijk_leakage_begin (ws, t);
      ijk_activity_year (ws, t);
      ijk_prices_year (ws, t);
      ijk_adoption_begin (ws, t);
      ijk_subsidy_year (ws, t);
      ijk_adoption_year (ws, t);
      ijk_abatement_year (ws, t);
      ijk_subsidy_pay (ws, t);
      ijk_levy_year (ws, t);
      ijk_leakage_year (ws, t);
      ijk_indicators_year (ws, t);
      ijk_decomposition_year (ws, t);
    }
#ifdef IJK_CHECK_IDENTITIES
  {
    g_autoptr (GError) error = NULL;

    if (!ijk_result_check (ws->result, &error))
      g_error ("%s", error->message);
  }
#endif
  return ws->result;
}

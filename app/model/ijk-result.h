/* IjkResult: everything one run says, as flat arrays.
 *
 * Arrays are year-major: field[i_year * n + i], with n the number of items of the entity. A money
 * amount is in MEUR, an emission in kt CO2-equivalent a year. Nothing is rounded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_ENTITY_NATION,  /* one item: totals over all units */
  IJK_ENTITY_SECTOR,
  IJK_ENTITY_MEASURE,
  IJK_ENTITY_CELL,
  IJK_ENTITY_UNIT,
  IJK_N_STORED_ENTITIES,
} IjkStoredEntity;

/* Why a candidate of a subsidy round was or was not served. */
typedef enum
{
  IJK_AWARD_NONE,             /* no candidate */
  IJK_AWARD_SERVED,
  IJK_AWARD_PART_BUDGET,      /* served in part: the budget ran out */
  IJK_AWARD_PART_CEILING,     /* served in part: the CCS ceiling was reached */
  IJK_AWARD_NO_BUDGET,
  IJK_AWARD_NO_CEILING,
  IJK_AWARD_AFTER_LAST_ROUND,
  IJK_AWARD_CCS_ENDED,
  IJK_AWARD_NO_NEED,          /* pays for itself */
  IJK_AWARD_TOO_DEAR,         /* above the maximum subsidy intensity */
  IJK_N_AWARDS,
} IjkAward;

/* What scaled a decision down most. */
typedef enum
{
  IJK_LIMIT_NONE,
  IJK_LIMIT_BUILD_CAP,
  IJK_LIMIT_CCS_CAPACITY,
  IJK_LIMIT_GRID,
  IJK_LIMIT_TECHNICIANS,
  IJK_N_LIMITS,
} IjkLimit;

/* FIELD (entity, member, indicator id, unit). The member carries its unit; the id is the one of
 * the long table. One list makes the struct, its memory and the indicators. */
#define IJK_RESULT_FIELDS(FIELD)                                                                   \
  FIELD (NATION, nation_ets_price_eur_per_t, "ets_price", "EUR/t")                                 \
  FIELD (NATION, nation_ref_price_eur_per_t, "reference_price", "EUR/t")                           \
  FIELD (NATION, nation_min_price_eur_per_t, "min_price", "EUR/t")                                 \
  FIELD (NATION, nation_gross_rate_eur_per_t, "levy_rate", "EUR/t")                                \
  FIELD (NATION, nation_gross_rate_inc_eur_per_t, "incinerator_rate", "EUR/t")                     \
  FIELD (NATION, nation_reduction_factor, "reduction_factor", "factor")                            \
  FIELD (NATION, nation_inc_factor, "inc_factor", "factor")                                        \
  FIELD (NATION, nation_rate_minimum_eur_per_t, "rate_minimum", "EUR/t")                           \
  FIELD (NATION, nation_rate_ets_eur_per_t, "rate_ets", "EUR/t")                                   \
  FIELD (NATION, nation_rate_inc_eur_per_t, "rate_inc", "EUR/t")                                   \
  FIELD (NATION, nation_rate_n2o_eur_per_t, "rate_n2o", "EUR/t")                                   \
  FIELD (NATION, nation_right_price_eur_per_t, "right_price", "EUR/t")                             \
  FIELD (NATION, nation_short_main, "short_main", "fraction")                                      \
  FIELD (NATION, nation_short_inc, "short_inc", "fraction")                                        \
  FIELD (NATION, nation_ccs_kt, "ccs", "kt/y")                                                     \
  FIELD (NATION, nation_ccs_awarded_kt, "ccs_awarded", "kt/y")                                     \
  FIELD (NATION, nation_ccs_capacity_kt, "ccs_capacity", "kt/y")                                   \
  FIELD (NATION, nation_ccs_ceiling_kt, "ccs_ceiling", "kt/y")                                     \
  FIELD (NATION, nation_sde_budget_meur, "sde_budget", "MEUR")                                     \
  FIELD (NATION, nation_sde_committed_meur, "sde_committed", "MEUR")                               \
  FIELD (NATION, nation_sde_paid_meur, "sde_paid", "MEUR")                                         \
  FIELD (NATION, nation_investment_meur, "investment", "MEUR")                                     \
  FIELD (NATION, nation_grants_meur, "grants", "MEUR")                                             \
  FIELD (NATION, nation_abatement_cost_meur, "abatement_cost", "MEUR")                             \
  FIELD (NATION, nation_returned_meur, "returned", "MEUR")                                         \
  FIELD (NATION, nation_industry_cost_meur, "industry_cost", "MEUR")                               \
  FIELD (NATION, nation_state_cost_meur, "state_cost", "MEUR")                                     \
  FIELD (NATION, nation_ets_cost_meur, "ets_cost", "MEUR")                                         \
  FIELD (NATION, nation_electricity_gwh, "electricity", "GWh")                                     \
  FIELD (NATION, nation_gas_tj, "gas", "TJ")                                                       \
  FIELD (NATION, nation_hydrogen_tj, "hydrogen", "TJ")                                             \
  FIELD (NATION, nation_indirect_kt, "indirect", "kt")                                             \
  FIELD (NATION, nation_abroad_kt, "abroad", "kt")                                                 \
  FIELD (NATION, nation_technicians_fte, "technicians", "FTE")                                     \
  FIELD (NATION, nation_technicians_available_fte, "technicians_available", "FTE")                 \
  FIELD (NATION, nation_grid_added_gwh, "grid_added", "GWh/y")                                     \
  FIELD (NATION, nation_grid_available_gwh, "grid_available", "GWh/y")                             \
  FIELD (SECTOR, sector_emissions_kt, "emissions", "kt")                                           \
  FIELD (SECTOR, sector_unabated_kt, "unabated", "kt")                                             \
  FIELD (SECTOR, sector_activity_kt, "activity", "kt")                                             \
  FIELD (SECTOR, sector_autonomous_kt, "autonomous", "kt")                                         \
  FIELD (SECTOR, sector_measures_kt, "measures", "kt")                                             \
  FIELD (SECTOR, sector_leakage_kt, "leakage", "kt")                                               \
  FIELD (SECTOR, sector_load_kt, "load", "kt")                                                     \
  FIELD (SECTOR, sector_benchmark_kt, "benchmark", "kt")                                           \
  FIELD (SECTOR, sector_rights_kt, "rights", "kt")                                                 \
  FIELD (SECTOR, sector_bought_kt, "bought", "kt")                                                 \
  FIELD (SECTOR, sector_sold_kt, "sold", "kt")                                                     \
  FIELD (SECTOR, sector_levy_meur, "levy", "MEUR")                                                 \
  FIELD (SECTOR, sector_credit_meur, "credit", "MEUR")                                             \
  FIELD (SECTOR, sector_net_levy_meur, "net_levy", "MEUR")                                         \
  FIELD (SECTOR, sector_outside_kt, "outside", "kt")                                               \
  FIELD (SECTOR, sector_activity_index, "activity_index", "index 2021")                            \
  FIELD (SECTOR, sector_leak, "leak", "fraction")                                                  \
  FIELD (SECTOR, sector_z_eur_per_t, "z", "EUR/t")                                                 \
  FIELD (SECTOR, sector_signal_eur_per_t, "signal", "EUR/t")                                       \
  FIELD (SECTOR, sector_ets_cost_meur, "ets_cost", "MEUR")                                         \
  FIELD (SECTOR, sector_abatement_cost_meur, "abatement_cost", "MEUR")                             \
  FIELD (SECTOR, sector_sde_paid_meur, "sde_paid", "MEUR")                                         \
  FIELD (SECTOR, sector_returned_meur, "returned", "MEUR")                                         \
  FIELD (MEASURE, measure_abated_kt, "abated", "kt")                                               \
  FIELD (MEASURE, measure_abated_energy_kt, "abated_energy", "kt")                                 \
  FIELD (MEASURE, measure_outside_kt, "outside", "kt")                                             \
  FIELD (MEASURE, measure_capex_eur_per_t, "capex", "EUR/t/y")                                     \
  FIELD (MEASURE, measure_running_eur_per_t, "running_cost", "EUR/t")                              \
  FIELD (MEASURE, measure_cost_eur_per_t, "cost", "EUR/t")                                         \
  FIELD (MEASURE, measure_sde_committed_meur, "sde_committed", "MEUR")                             \
  FIELD (MEASURE, measure_sde_paid_meur, "sde_paid", "MEUR")                                       \
  FIELD (MEASURE, measure_investment_meur, "investment", "MEUR")                                   \
  FIELD (CELL, cell_abated_kt, "abated", "kt")                                                     \
  FIELD (CELL, cell_outside_kt, "outside", "kt")                                                   \
  FIELD (CELL, cell_potential, "potential", "share")                                               \
  FIELD (CELL, cell_eligible_kt, "eligible", "kt")                                                 \
  FIELD (CELL, cell_decided, "decided", "share of potential")                                      \
  FIELD (CELL, cell_operating, "operating", "share of potential")                                  \
  FIELD (CELL, cell_operating_share, "operating_share", "share of eligible")                       \
  FIELD (CELL, cell_wanted_kt, "wanted", "kt/y")                                                   \
  FIELD (CELL, cell_limit, "limit", "factor")                                                      \
  FIELD (CELL, cell_room_kt, "room", "kt/y")                                                       \
  FIELD (CELL, cell_need_eur_per_t, "need", "EUR/t")                                               \
  FIELD (CELL, cell_claim_eur_per_t, "claim", "EUR per t/y")                                       \
  FIELD (CELL, cell_rank, "rank", "place in the round")                                            \
  FIELD (CELL, cell_served_kt, "served", "kt/y")                                                   \
  FIELD (CELL, cell_award, "award", "code")                                                        \
  FIELD (CELL, cell_binding_limit, "binding_limit", "code")                                        \
  FIELD (UNIT, unit_emissions_kt, "emissions", "kt")                                               \
  FIELD (UNIT, unit_unabated_kt, "unabated", "kt")                                                 \
  FIELD (UNIT, unit_load_kt, "load", "kt")                                                         \
  FIELD (UNIT, unit_benchmark_kt, "benchmark", "kt")                                               \
  FIELD (UNIT, unit_rights_kt, "rights", "kt")                                                     \
  FIELD (UNIT, unit_bought_kt, "bought", "kt")                                                     \
  FIELD (UNIT, unit_sold_kt, "sold", "kt")                                                         \
  FIELD (UNIT, unit_levy_meur, "levy", "MEUR")                                                     \
  FIELD (UNIT, unit_credit_meur, "credit", "MEUR")

typedef struct _IjkResult IjkResult;

struct _IjkResult
{
  const IjkReference *reference;
  const IjkScenario *scenario;
#define IJK_DECLARE_FIELD(entity, member, id, unit) double *member;
  IJK_RESULT_FIELDS (IJK_DECLARE_FIELD)
#undef IJK_DECLARE_FIELD
};

IjkResult *ijk_result_new    (const IjkReference *reference);
IjkResult *ijk_result_copy   (const IjkResult    *self);
IjkResult *ijk_result_ref    (const IjkResult    *self);
void       ijk_result_unref  (const IjkResult    *self);
gsize      ijk_result_get_size (const IjkResult  *self);
const double *ijk_result_get_data (const IjkResult *self,
                                   gsize           *n_values);
guint      ijk_result_count  (const IjkReference *reference,
                              IjkStoredEntity     entity);
void       ijk_result_set_scenario (IjkResult         *self,
                                    const IjkScenario *scenario);

gboolean   ijk_result_check  (const IjkResult *self,
                              GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkResult, ijk_result_unref)

G_END_DECLS

/* The levy of one installation by the statute: rates, indexation, tax base, carry-back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"

G_BEGIN_DECLS

/* Rights left over reopen the levy of up to this many years before (Wbm chapter VIB). */
#define IJK_CARRY_BACK_YEARS 5

/* An amount of the statute in whole cents and its yearly step (Wbm art. 71p). */
typedef struct
{
  gint64 rate_cents;
  gint64 step_cents;
} IjkIndexedRate;

/* One year of one installation, in tonnes and EUR/t. */
typedef struct
{
  int year;
  double emissions_t;
  double rights_t;
  double bought_t;
  double rate_eur_per_t;         /* on what exceeds the rights */
  double minimum_rate_eur_per_t; /* on what rights cover */
} IjkLevyYear;

typedef struct
{
  double taxed_t;      /* base_a: above rights and bought rights */
  double covered_t;    /* base_b */
  double levy_eur;
  double surplus_t;    /* rights left over */
  double reopened_t;   /* of earlier years' taxed tonnes */
  double credit_eur;
  double net_levy_eur; /* negative: paid back */
} IjkLevyOutcome;

double         ijk_statute_minimum_rate (int                year,
                                         double             min_price_eur_per_t,
                                         double             reference_eur_per_t);
double         ijk_statute_rate         (IjkUnitKind        kind,
                                         double             gross_eur_per_t,
                                         double             reference_eur_per_t,
                                         double             minimum_rate_eur_per_t);
IjkIndexedRate ijk_statute_index_rate   (IjkIndexedRate     before,
                                         gboolean           is_raised,
                                         double             factor);
double         ijk_statute_carry_back   (double            *left,
                                         gsize              stride,
                                         const double      *rate,
                                         const double      *minimum_rate,
                                         guint              i_year,
                                         double             surplus,
                                         double            *reopened);
void           ijk_statute_levy         (const IjkLevyYear *years,
                                         guint              n_years,
                                         IjkLevyOutcome    *outcomes);

G_END_DECLS

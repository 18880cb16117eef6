/* What the tests of the table of companies share: runs on the real reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-table.h"
#include "ijk-indicator.h"

/* Current law, a pace that differs in every chapter, and levers of single companies. */
#define FIXTURE_N_SCENARIOS 3
#define FIXTURE_N_YEARS 6
/* kt or MEUR: sums of some hundred doubles in two orders. */
#define FIXTURE_TOLERANCE 1e-6

typedef struct
{
  IjkReference *reference;                 /* (owned) */
  IjkResult *results[FIXTURE_N_SCENARIOS]; /* (owned) the first of current law */
} CompanyFixture;

/* From the first of the horizon to the last. */
extern const int fixture_years[FIXTURE_N_YEARS];

/* (transfer full): of a scenario in a year, beside current law */
IjkCompanyTable *fixture_table     (const CompanyFixture *data,
                                    guint                 scenario,
                                    int                   year);
double           fixture_value     (const IjkResult      *result,
                                    IjkItems              items,
                                    const char           *id,
                                    guint                 item,
                                    int                   year);
/* The whole of a program: @add_tests adds tests of the data given. Returns: the exit status */
int              fixture_run_tests (int                  *argc,
                                    char               ***argv,
                                    void                (*add_tests) (const CompanyFixture *data));

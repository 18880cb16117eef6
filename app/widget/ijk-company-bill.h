/* IjkBill: the levy of a company in a year as a bill: what is added up, at which rate, and how well
 * each factor of the sum is known. For the widgets that show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-sum.h"

G_BEGIN_DECLS

/* kt; less is the rounding of a sum. */
#define IJK_BILL_TINY_KT 1e-9

typedef enum
{
  IJK_BILL_LOAD,
  IJK_BILL_RIGHTS,
  IJK_BILL_BOUGHT,
  IJK_BILL_TAXED,
  IJK_BILL_RATE,
  IJK_BILL_ETS,
  IJK_N_BILL_FACTORS,
} IjkBillFactor;

/* How well a factor is known. */
typedef enum
{
  IJK_KNOWN_REGISTRY,
  IJK_KNOWN_SOURCED,
  IJK_KNOWN_DERIVED,
  IJK_KNOWN_ASSUMED,
  IJK_KNOWN_LEVER,
  IJK_KNOWN_MODEL,
} IjkKnown;

/* What a company pays, by kind of installation. */
typedef struct
{
  guint n_levied;
  IjkUnitLevy sum;             /* of amounts */
  IjkUnitLevy of_kind[IJK_N_KINDS];
  IjkUnitKind kind;            /* of the first with levy due, else of the first */
} IjkBill;

/* @t: position of the year */
IjkBill     ijk_bill_add_up        (const IjkResult *result,
                                    const guint     *units,
                                    guint            n_units,
                                    guint            t);
/* @unit, @kind: whose rate and figures the sum shows */
IjkKnown    ijk_bill_known         (const IjkResult *result,
                                    IjkBillFactor    id,
                                    guint            unit,
                                    IjkUnitKind      kind,
                                    int              year);
/* A chip: "registry", "assumption". (transfer none) */
const char *ijk_known_name         (IjkKnown         known);
/* "250 kt × 33.20 €/t = €8.30 million", or that there are rights to spare. (transfer full) */
char       *ijk_bill_write_product (const IjkBill   *bill);
/* What the product does not say, in sentences. (transfer full) */
char       *ijk_bill_write_note    (const IjkBill   *bill);

G_END_DECLS

/* Numbers as a reader writes them, one function a quantity, in the language in force.
 *
 * design rules: one decimal for Mt, none for kt, two for rates and small money, three for factors;
 * true minus sign; unknown is an en dash; no minus zero. All results are (transfer full).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-number.h"

G_BEGIN_DECLS

/* For axes and tables: the separators of the language with @n_decimals. Strings are static. */
IjkNumberFormat ijk_quantity_format   (guint  n_decimals);

char *ijk_quantity_number     (double value,
                               guint  n_decimals);
char *ijk_quantity_cell       (double value,  /* for a spreadsheet: "-12400.5" */
                               guint  n_decimals);
char *ijk_quantity_change     (double value,  /* with its sign: "+0.4", "−2.4" */
                               guint  n_decimals);
char *ijk_quantity_mt         (double value_kt);       /* "37.8 Mt" */
char *ijk_quantity_mt_change  (double value_kt);       /* "−2.4 Mt" */
char *ijk_quantity_kt         (double value_kt);       /* "1,234 kt" */
char *ijk_quantity_money      (double value_meur);     /* "€8.30 million", "€ 21,4 miljard" */
char *ijk_quantity_rate       (double value_eur_per_t); /* "33.20 €/t" */
char *ijk_quantity_share      (double fraction);       /* "75%" */
char *ijk_quantity_factor     (double value);          /* "0.745" */
/* For another program to read, in whatever language: "55.4"; empty for unknown. */
char *ijk_quantity_plain      (double value);
/* Any unit of levers.csv or of the long table, written out for a reader: "EUR/t" → "€/t",
 * "MEUR" → "€ million". (transfer none) */
const char *ijk_quantity_unit (const char *unit);

G_END_DECLS

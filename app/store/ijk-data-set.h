/* IjkDataSet: the thirteen reference tables as text, and the fingerprint that tells two sets apart.
 *
 * A workbook holds the texts it was made with, word for word, so it gives the same numbers in any
 * later version of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference-load.h"

G_BEGIN_DECLS

typedef struct
{
  char *texts[IJK_N_TABLES]; /* (owned) UTF-8 CSV, in the order of IjkTableId */
} IjkDataSet;

IjkDataSet   *ijk_data_set_new   (const char *const *texts);
IjkDataSet   *ijk_data_set_load  (const char        *directory,
                                  GError           **error);
IjkDataSet   *ijk_data_set_copy  (const IjkDataSet  *self);
IjkDataSet   *ijk_data_set_with_units (const IjkDataSet   *self,
                                       const IjkReference *reference);
char         *ijk_units_write    (const IjkReference *reference,
                                  const guint        *units,
                                  guint               n_units);
void          ijk_data_set_free  (IjkDataSet        *self);
char         *ijk_data_set_hash  (const IjkDataSet  *self);
IjkReference *ijk_data_set_parse (const IjkDataSet  *self,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkDataSet, ijk_data_set_free)

G_END_DECLS

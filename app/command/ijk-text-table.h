/* IjkTextTable: rows of text, written as an aligned table, CSV or JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-command.h"

G_BEGIN_DECLS

typedef struct _IjkTextTable IjkTextTable;

IjkTextTable *ijk_text_table_new    (const char *const  *columns);
void          ijk_text_table_free   (IjkTextTable       *self);
void ijk_text_table_set_heading (IjkTextTable *self, guint column, const char *heading);
void          ijk_text_table_add    (IjkTextTable       *self,
                                     const char         *cell);
void ijk_text_table_add_shown (IjkTextTable *self, const char *cell, const char *shown);
void ijk_text_table_add_word (IjkTextTable *self, const char *word);
void ijk_text_table_add_name (IjkTextTable *self, const char *name_en, const char *name_nl);
void          ijk_text_table_addf   (IjkTextTable       *self,
                                     const char         *format,
                                     ...) G_GNUC_PRINTF (2, 3);
void          ijk_text_table_number (IjkTextTable       *self,
                                     double              number);
char         *ijk_text_table_write  (const IjkTextTable *self,
                                     IjkFormat           format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkTextTable, ijk_text_table_free)

G_END_DECLS

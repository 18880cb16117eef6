/* What the loaders of single tables share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference-load.h"
#include "ijk-table.h"

G_BEGIN_DECLS

/* A data set in the making, and where each id stands. */
typedef struct
{
  IjkReferenceContent *content; /* (owned) */
  GHashTable *sectors;          /* (owned) (element-type utf8 guint) position + 1; as the others */
  GHashTable *clusters;
  GHashTable *companies;
  GHashTable *units;
  GHashTable *measures;
  GHashTable *projects;
  GHashTable *tags;
  const char *source;           /* (nullable) of rows of a table without such a column */
} IjkReferenceLoader;

typedef gboolean (*IjkTableLoader) (IjkReferenceLoader *self,
                                    const IjkTable     *table,
                                    GError            **error);

void           ijk_loader_init       (IjkReferenceLoader  *self,
                                      IjkReferenceContent *content);
void           ijk_loader_clear      (IjkReferenceLoader  *self);

const char    *ijk_loader_keep       (IjkReferenceLoader *self,
                                      const char         *text);
const char    *ijk_loader_new_key    (IjkReferenceLoader *self,
                                      IjkRow             *row,
                                      const char         *column,
                                      GHashTable         *keys);
guint          ijk_loader_find       (IjkRow             *row,
                                      const char         *column,
                                      GHashTable         *keys,
                                      const char         *noun);
IjkProvenance  ijk_loader_provenance (IjkReferenceLoader *self,
                                      IjkRow             *row);
guint64        ijk_loader_tags       (IjkReferenceLoader *self,
                                      IjkRow             *row,
                                      const char         *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IjkReferenceLoader, ijk_loader_clear)

const char *ijk_load_columns (IjkTableId table);

gboolean ijk_load_sectors    (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_clusters   (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_units      (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_measures   (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_potentials (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_projects   (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_regimes    (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_policy     (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_levers     (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_indexation (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_history    (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_targets    (IjkReferenceLoader *self, const IjkTable *table, GError **error);
gboolean ijk_load_validation (IjkReferenceLoader *self, const IjkTable *table, GError **error);

G_END_DECLS

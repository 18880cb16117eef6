/* Reads the reference data set: one loader a table, in an order in which what a row names has been
 * read before. The first error stops; nothing is defaulted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-reference-load-private.h"

#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *const ijk_table_names[IJK_N_TABLES] = {
  [IJK_TABLE_SECTORS] = "sectors.csv",       [IJK_TABLE_CLUSTERS] = "clusters.csv",
  [IJK_TABLE_UNITS] = "units.csv",           [IJK_TABLE_MEASURES] = "measures.csv",
  [IJK_TABLE_POTENTIALS] = "potentials.csv", [IJK_TABLE_PROJECTS] = "projects.csv",
  [IJK_TABLE_REGIMES] = "regimes.csv",       [IJK_TABLE_POLICY] = "policy.csv",
  [IJK_TABLE_LEVERS] = "levers.csv",         [IJK_TABLE_INDEXATION] = "indexation.csv",
  [IJK_TABLE_HISTORY] = "history.csv",       [IJK_TABLE_TARGETS] = "targets.csv",
  [IJK_TABLE_VALIDATION] = "validation.csv",
};

/* Columns and loader of each table. */
static const struct
{
  const char *columns;
  IjkTableLoader load;
} tables[IJK_N_TABLES] = {
  [IJK_TABLE_SECTORS] = { "id,name_en,name_nl,nace,in_industry,process_share,a_2021,a_2022,a_2023,"
                          "a_2024,a_2025,growth,pass_through,eta,cbam,bm_ratio_2021,bm_ratio_2023,"
                          "bm_ratio_2026,status,source",
                          ijk_load_sectors },
  [IJK_TABLE_CLUSTERS] = { "id,name_en,name_nl,status,source", ijk_load_clusters },
  [IJK_TABLE_UNITS] = { "id,name,company,sector,cluster,municipality,kind,tags,process_share,"
                        "levy_share,benchmark_kt,kt_2013,kt_2014,kt_2015,kt_2016,kt_2017,kt_2018,"
                        "kt_2019,kt_2020,kt_2021,kt_2022,kt_2023,kt_2024,kt_2025,status,source",
                        ijk_load_units },
  [IJK_TABLE_MEASURES] = { "id,name_en,name_nl,group,seed_heading,pool,tag,capex,opex,elec,"
                           "elec_kind,gas,h2,extra_low,extra,extra_high,life,rate,lag,start_year,"
                           "build_cap,rho,theta,learn,obliged,sde,grant,requires,outside_industry,"
                           "trl,status,source",
                           ijk_load_measures },
  [IJK_TABLE_POTENTIALS] = { "sector,measure,p2030,p2050,status,source", ijk_load_potentials },
  [IJK_TABLE_PROJECTS] = { "id,unit,measure,kt_per_year,start_year,enabled,contract_eur_t,"
                           "grant_meur,status_of_project,status,source",
                           ijk_load_projects },
  [IJK_TABLE_REGIMES] = { "id,name_en,name_nl,status,source", ijk_load_regimes },
  [IJK_TABLE_POLICY] = { "series,regime,year,value,unit,status,source", ijk_load_policy },
  [IJK_TABLE_LEVERS] = { "id,name_en,name_nl,seed_heading,kind,unit,min,max,step,default,scope,"
                         "series,status,source,help_en,help_nl",
                         ijk_load_levers },
  [IJK_TABLE_INDEXATION] = { "year,factor,status,source", ijk_load_indexation },
  [IJK_TABLE_HISTORY] = { "year,total_mt,co2_mt,ch4_mt,n2o_mt,fgas_mt,status,source",
                          ijk_load_history },
  [IJK_TABLE_TARGETS] = { "year,target_mt,name_en,name_nl,status,source", ijk_load_targets },
  [IJK_TABLE_VALIDATION] = { "year,series,low_mt,central_mt,high_mt,status,source",
                             ijk_load_validation },
};

/* The text as a string of the data set, stored once however often it stands. */
const char *
ijk_loader_keep (IjkReferenceLoader *self,
                 const char         *text)
{
  return g_string_chunk_insert_const (self->content->strings, text);
}

/* A key that must not stand in @keys yet; its position is the number of keys before it. */
const char *
ijk_loader_new_key (IjkReferenceLoader *self,
                    IjkRow             *row,
                    const char         *column,
                    GHashTable         *keys)
{
  const char *key = ijk_loader_keep (self, ijk_row_text (row, column));

  if (!row->is_bad && g_hash_table_contains (keys, key))
    ijk_row_fail (row, column, IJK_STORE_ERROR_DUPLICATE,
                  _("“%s” stands twice; a key must be unique"), key);
  if (!row->is_bad)
    g_hash_table_insert (keys, (gpointer) key, GUINT_TO_POINTER (g_hash_table_size (keys) + 1));
  return key;
}

/* The keys nearest to a mistyped one; of equally near ones the first in their table. */
static char *
list_near (const char *key,
           GHashTable *keys)
{
  g_autofree const char **names = g_new0 (const char *, g_hash_table_size (keys) + 1);
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer place = NULL;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &name, &place))
    names[GPOINTER_TO_UINT (place) - 1] = name;
  return ijk_nearest_names (key, names, g_hash_table_size (keys));
}

/* Position of the row of another table that the cell names. @noun: what its rows are, marked with
 * NC_("row", …) */
guint
ijk_loader_find (IjkRow     *row,
                 const char *column,
                 GHashTable *keys,
                 const char *noun)
{
  const char *key = ijk_row_text (row, column);
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (keys, key));

  if (found == 0 && !row->is_bad)
    {
      g_autofree char *near = list_near (key, keys);
      const char *row_name = g_dpgettext2 (GETTEXT_PACKAGE, "row", noun);

      /* Translators: first %s: a sort of row ("sector", "measure" ...); second: the id in the cell;
       * third: ids like it, as in "a, b or c". */
      if (*near != '\0')
        ijk_row_fail (row, column, IJK_STORE_ERROR_DANGLING,
                      _("there is no %s “%s”; did you mean %s?"), row_name, key, near);
      else
        ijk_row_fail (row, column, IJK_STORE_ERROR_DANGLING, _("there is no %s “%s”"), row_name,
                      key);
    }
  return found == 0 ? 0 : found - 1;
}

/* Status and citation, which every row has; what a table does not say is an assumption. */
IjkProvenance
ijk_loader_provenance (IjkReferenceLoader *self,
                       IjkRow             *row)
{
  IjkProvenance provenance = { IJK_STATUS_ASSUMPTION, self->source };

  if (ijk_table_has_column (row->table, "status"))
    provenance.status
        = (IjkStatus) ijk_row_choice (row, "status", ijk_status_ids, IJK_N_STATUSES);
  if (ijk_table_has_column (row->table, "source"))
    provenance.source = ijk_row_text (row, "source");
  g_assert (provenance.source != NULL);
  provenance.source = ijk_loader_keep (self, provenance.source);
  return provenance;
}

/* Tags separated by single spaces, as bits. */
guint64
ijk_loader_tags (IjkReferenceLoader *self,
                 IjkRow             *row,
                 const char         *column)
{
  const char *text = ijk_row_optional_text (row, column);
  g_auto (GStrv) words = *text == '\0' ? g_new0 (char *, 1) : g_strsplit (text, " ", -1);
  guint64 bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = ijk_loader_keep (self, words[i]);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->tags, word));

      if (*word == '\0')
        {
          ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                        _("“%s” has a space too many; tags are separated by one space"), text);
          break;
        }
      if (place == 0)
        {
          g_ptr_array_add (self->content->tags, (gpointer) word);
          place = self->content->tags->len;
          g_hash_table_insert (self->tags, (gpointer) word, GUINT_TO_POINTER (place));
        }
      if (place > 64)
        {
          ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE, _("“%s” is one tag more than 64"),
                        word);
          break;
        }
      bits |= G_GUINT64_CONSTANT (1) << (place - 1);
    }
  return bits;
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

/* Numbers names by their place in @names. */
static void
add_keys (GHashTable      *keys,
          const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (keys, g_ptr_array_index (names, i), GUINT_TO_POINTER (i + 1));
}

#define ADD_IDS(keys, array, type)                                                                 \
  for (guint i = 0; i < (array)->len; i++)                                                         \
  g_hash_table_insert ((keys), (gpointer) g_array_index ((array), type, i).id,                     \
                       GUINT_TO_POINTER (i + 1))

/**
 * ijk_loader_init:
 * @content: (transfer full): a data set, empty or filled
 *
 * Makes ready to add rows to @content.
 */
void
ijk_loader_init (IjkReferenceLoader  *self,
                 IjkReferenceContent *content)
{
  *self = (IjkReferenceLoader) {
    .content = content,
    .sectors = new_keys (),
    .clusters = new_keys (),
    .companies = new_keys (),
    .units = new_keys (),
    .measures = new_keys (),
    .projects = new_keys (),
    .tags = new_keys (),
  };
  ADD_IDS (self->sectors, content->sectors, IjkSector);
  ADD_IDS (self->clusters, content->clusters, IjkCluster);
  ADD_IDS (self->units, content->units, IjkUnit);
  ADD_IDS (self->measures, content->measures, IjkMeasure);
  ADD_IDS (self->projects, content->projects, IjkProject);
  add_keys (self->companies, content->companies);
  add_keys (self->tags, content->tags);
}

/* Frees what @self owns; the content too, unless it was taken out. */
void
ijk_loader_clear (IjkReferenceLoader *self)
{
  g_clear_pointer (&self->content, ijk_reference_content_free);
  g_hash_table_unref (self->sectors);
  g_hash_table_unref (self->clusters);
  g_hash_table_unref (self->companies);
  g_hash_table_unref (self->units);
  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->projects);
  g_hash_table_unref (self->tags);
}

/* Column names of a table, separated by commas. */
const char *
ijk_load_columns (IjkTableId table)
{
  return tables[table].columns;
}

/**
 * ijk_reference_parse:
 * @texts: (array fixed-size=13): the tables as UTF-8 CSV, in the order of #IjkTableId
 *
 * Reads and validates a data set.
 *
 * Returns: (transfer full) (nullable): the reference, or %NULL with %IJK_STORE_ERROR set: file,
 *   line, column, what was found and what was expected
 */
IjkReference *
ijk_reference_parse (const char *const *texts,
                     GError           **error)
{
  g_auto (IjkReferenceLoader) self = { 0 };

  ijk_loader_init (&self, ijk_reference_content_new ());
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_auto (GStrv) columns = g_strsplit (tables[i].columns, ",", -1);
      g_autoptr (IjkTable) table = ijk_table_new (ijk_table_names[i], texts[i], -1,
                                                  (const char *const *) columns, error);

      if (table == NULL || !tables[i].load (&self, table, error))
        return NULL;
    }
  return ijk_reference_new (g_steal_pointer (&self.content));
}

/**
 * ijk_reference_load:
 * @directory: folder with the tables
 *
 * Returns: (transfer full) (nullable): the reference, or %NULL with %IJK_STORE_ERROR set
 */
IjkReference *
ijk_reference_load (const char *directory,
                    GError    **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (directory, ijk_table_names[i], NULL);
      g_autoptr (GError) local = NULL;
      char *text = NULL;
      gsize n = 0;

      if (!g_file_get_contents (path, &text, &n, &local))
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                       _("the reference table %s cannot be read: %s"), path, local->message);
          return NULL;
        }
      g_ptr_array_add (texts, text);
      if (strlen (text) != n)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
                       _("%s: the file holds a zero byte, so it is not a text table"),
                       ijk_table_names[i]);
          return NULL;
        }
    }
  return ijk_reference_parse ((const char *const *) texts->pdata, error);
}

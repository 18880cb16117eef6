/* `ijkpad list`: what can be set and what the numbers rest on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-figure.h"
#include "ijk-indicator.h"
#include "ijk-source.h"
#include "ijk-stage.h"
#include "ijk-statute.h"
#include "ijk-text-table.h"
#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef IjkTextTable *(*ListFunc) (const IjkReference *reference);

static void
add_provenance (IjkTextTable        *table,
                const IjkProvenance *provenance)
{
  ijk_text_table_add_word (table, ijk_status_ids[provenance->status]);
  ijk_text_table_add_shown (table, provenance->source, ijk_source_words (provenance->source));
}

static IjkTextTable *
new_table (const char *columns)
{
  g_auto (GStrv) words = g_strsplit (columns, ",", -1);

  return ijk_text_table_new ((const char *const *) words);
}

/* The default of a lever: a number, a choice, free, or the series that holds. */
static void
add_default (IjkTextTable   *table,
             const IjkLever *lever)
{
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_SWITCH:
      if (lever->scopes & (1u << IJK_SCOPE_PROJECT))
        ijk_text_table_add_word (table, N_("as projects"));
      else
        ijk_text_table_add (table, lever->choices[lever->default_choice]);
      return;
    case IJK_LEVER_KIND_MODE_SHARE:
      ijk_text_table_add (table, ijk_share_mode_ids[IJK_SHARE_FREE]);
      return;
    case IJK_LEVER_KIND_NUMBER:
    case IJK_LEVER_KIND_PATH:
      if (lever->series != IJK_NONE)
        ijk_text_table_add_word (table, N_("series"));
      else if (isnan (lever->default_number))
        ijk_text_table_add_word (table, N_("as projects"));
      else
        ijk_text_table_number (table, lever->default_number);
      return;
    }
  g_assert_not_reached ();
}

static IjkTextTable *
list_levers (const IjkReference *reference)
{
  static const char *const kinds[] = { "number", "switch", "path", "mode_share" };
  IjkTextTable *table
      = new_table ("id,name,kind,unit,min,max,default,scope,heading,help,status,source");

  for (guint i = 0; i < reference->n_levers; i++)
    {
      const IjkLever *lever = &reference->levers[i];
      g_autoptr (GString) scopes = g_string_new (NULL);
      const gboolean is_of_project = lever->scopes == 1u << IJK_SCOPE_PROJECT;
      g_autofree char *id = g_strconcat (lever->id, is_of_project ? ".ID" : "", NULL);

      for (guint s = 0; s < IJK_N_SCOPES; s++)
        if (lever->scopes & (1u << s))
          g_string_append_printf (scopes, "%s%s", scopes->len > 0 ? "|" : "", ijk_scope_ids[s]);
      ijk_text_table_add (table, id);
      ijk_text_table_add_name (table, lever->name_en, lever->name_nl);
      ijk_text_table_add (table, kinds[lever->kind]);
      ijk_text_table_add (table, lever->unit);
      ijk_text_table_number (table, lever->min);
      ijk_text_table_number (table, lever->max);
      add_default (table, lever);
      ijk_text_table_add (table, scopes->str);
      ijk_text_table_add (table, ijk_heading_ids[lever->heading]);
      ijk_text_table_add_name (table, lever->help_en, lever->help_nl);
      add_provenance (table, &lever->provenance);
    }
  return table;
}

static IjkTextTable *
list_units (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,name,company,sector,cluster,municipality,kind,last_year,"
                                   "last_kt,levy_share,benchmark_kt,status,source");

  for (guint i = 0; i < reference->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];

      ijk_text_table_add (table, unit->id);
      ijk_text_table_add_shown (table, unit->name, ijk_unit_name (unit->name));
      ijk_text_table_add (table, unit->company != IJK_NONE ? reference->companies[unit->company].name
                                                           : "");
      ijk_text_table_add (table, reference->sectors[unit->sector].id);
      ijk_text_table_add (table,
                          unit->cluster != IJK_NONE ? reference->clusters[unit->cluster].id : "");
      ijk_text_table_add (table, unit->municipality);
      ijk_text_table_add (table, ijk_kind_ids[unit->kind]);
      ijk_text_table_addf (table, "%d", unit->last_year);
      ijk_text_table_number (table, unit->past_kt[IJK_YEAR_INDEX (unit->last_year)]);
      ijk_text_table_number (table, unit->levy_share);
      ijk_text_table_number (table, unit->benchmark_kt);
      add_provenance (table, &unit->provenance);
    }
  return table;
}

static IjkTextTable *
list_companies (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("name,units,kt_2021,unit_ids");

  for (guint c = 0; c < reference->n_companies; c++)
    {
      const IjkCompany *company = &reference->companies[c];
      g_autoptr (GString) ids = g_string_new (NULL);
      double kt = 0;

      for (guint i = 0; i < company->n_units; i++)
        {
          const IjkUnit *unit = &reference->units[company->units[i]];

          kt += unit->past_kt[0];
          g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", unit->id);
        }
      ijk_text_table_add (table, company->name);
      ijk_text_table_addf (table, "%u", company->n_units);
      ijk_text_table_number (table, kt);
      ijk_text_table_add (table, ids->str);
    }
  return table;
}

static IjkTextTable *
list_sectors (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,name,nace,in_industry,units,growth,pass_through,eta,status,"
                                   "source");

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];

      ijk_text_table_add (table, sector->id);
      ijk_text_table_add_name (table, sector->name_en, sector->name_nl);
      ijk_text_table_add (table, sector->nace);
      ijk_text_table_addf (table, "%d", sector->is_in_industry);
      ijk_text_table_addf (table, "%u", sector->n_units);
      ijk_text_table_number (table, sector->growth_per_year);
      ijk_text_table_number (table, sector->pass_through);
      ijk_text_table_number (table, sector->eta_t_per_eur);
      add_provenance (table, &sector->provenance);
    }
  return table;
}

static IjkTextTable *
list_clusters (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,name,status,source");

  for (guint i = 0; i < reference->n_clusters; i++)
    {
      ijk_text_table_add (table, reference->clusters[i].id);
      ijk_text_table_add_name (table, reference->clusters[i].name_en,
                               reference->clusters[i].name_nl);
      add_provenance (table, &reference->clusters[i].provenance);
    }
  return table;
}

static IjkTextTable *
list_measures (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,name,group,pool,capex,opex,elec,gas,h2,extra,lag,start_year,"
                                   "build_cap,status,source");

  for (guint i = 0; i < reference->n_measures; i++)
    {
      const IjkMeasure *m = &reference->measures[i];

      ijk_text_table_add (table, m->id);
      ijk_text_table_add_name (table, m->name_en, m->name_nl);
      ijk_text_table_add (table, ijk_group_ids[m->group]);
      ijk_text_table_add (table, ijk_pool_ids[m->pool]);
      ijk_text_table_number (table, m->capex_eur_per_t);
      ijk_text_table_number (table, m->opex_eur_per_t);
      ijk_text_table_number (table, m->elec_mwh_per_t);
      ijk_text_table_number (table, m->gas_gj_per_t);
      ijk_text_table_number (table, m->h2_gj_per_t);
      ijk_text_table_number (table, m->extra_eur_per_t[1]);
      ijk_text_table_addf (table, "%d", m->lag_years);
      ijk_text_table_addf (table, "%d", m->start_year);
      ijk_text_table_number (table, m->build_cap_kt);
      add_provenance (table, &m->provenance);
    }
  return table;
}

static IjkTextTable *
list_projects (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,unit,measure,kt_per_year,start_year,enabled,contract_eur_t,"
                                   "grant_meur,stage,status,source");

  for (guint i = 0; i < reference->n_projects; i++)
    {
      const IjkProject *project = &reference->projects[i];

      ijk_text_table_add (table, project->id);
      ijk_text_table_add (table, reference->units[project->unit].id);
      ijk_text_table_add (table, reference->measures[project->measure].id);
      ijk_text_table_number (table, project->kt_per_year);
      ijk_text_table_addf (table, "%d", project->start_year);
      ijk_text_table_addf (table, "%d", project->is_enabled);
      ijk_text_table_number (table, project->contract_eur_per_t);
      ijk_text_table_number (table, project->grant_meur);
      ijk_text_table_add_shown (table, project->stage_text, ijk_stage_name (project->stage_text));
      add_provenance (table, &project->provenance);
    }
  return table;
}

/* The figures of each statute as published, a row each with its own status and source; years between
 * are joined by straight lines, later ones keep the last. */
static IjkTextTable *
list_regimes (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,name,series,year,value,unit,status,source");

  for (guint r = 0; r < IJK_N_REGIMES; r++)
    for (guint i = 0; i < IJK_N_REGIME_SERIES; i++)
      {
        const IjkSeries *series = &reference->series[i][r];

        for (guint p = 0; p < series->n_points; p++)
          {
            ijk_text_table_add (table, reference->regimes[r].id);
            ijk_text_table_add_name (table, reference->regimes[r].name_en,
                                     reference->regimes[r].name_nl);
            ijk_text_table_add (table, ijk_series_ids[i]);
            ijk_text_table_addf (table, "%d", series->points[p].year);
            ijk_text_table_number (table, series->points[p].value);
            ijk_text_table_add (table, series->unit);
            add_provenance (table, &series->points[p].provenance);
          }
      }
  return table;
}

/* Rate and step of the act before the first indexation, in cents (Wbm art. 71p: 30.00, 10.56). */
#define ACT_RATE_CENTS 3000
#define ACT_STEP_CENTS 1056

static IjkTextTable *
list_indexation (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("year,factor,rate_by_law,step_by_law,rate_in_table,status,source");
  IjkIndexedRate rate = { ACT_RATE_CENTS, ACT_STEP_CENTS };

  for (guint i = 0; i < reference->n_indexation; i++)
    {
      const IjkIndexation *indexation = &reference->indexation[i];

      rate = ijk_statute_index_rate (rate, indexation->year > IJK_FIRST_YEAR, indexation->factor);
      ijk_text_table_addf (table, "%d", indexation->year);
      ijk_text_table_number (table, indexation->factor);
      ijk_text_table_number (table, (double) rate.rate_cents / 100);
      ijk_text_table_number (table, (double) rate.step_cents / 100);
      ijk_text_table_number (
          table,
          reference->yearly[IJK_SERIES_LEVY_RATE][IJK_REGIME_ACT_2021][IJK_YEAR_INDEX (indexation->year)]);
      add_provenance (table, &indexation->provenance);
    }
  return table;
}

/* A citation with the status of what rests on it, and how many rows do. */
typedef struct
{
  GPtrArray *keys;   /* (owned) "status\nsource\ntable", in order of appearance */
  GHashTable *count; /* (owned) (element-type utf8 guint) */
} Sources;

static void
count_source (Sources             *self,
              const char          *where,
              const IjkProvenance *provenance)
{
  char *key = g_strdup_printf ("%s\n%s\n%s", where, ijk_status_ids[provenance->status],
                               provenance->source);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->count, key));

  if (n == 0)
    g_ptr_array_add (self->keys, g_strdup (key));
  g_hash_table_insert (self->count, key, GUINT_TO_POINTER (n + 1));
}

#define COUNT_ROWS(sources, where, array, n_rows)                                                  \
  for (guint row_ = 0; row_ < (n_rows); row_++)                                                    \
  count_source ((sources), (where), &(array)[row_].provenance)

static IjkTextTable *
list_sources (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("table,status,rows,source");
  Sources sources = { g_ptr_array_new_with_free_func (g_free),
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  COUNT_ROWS (&sources, "sectors", reference->sectors, reference->n_sectors);
  COUNT_ROWS (&sources, "clusters", reference->clusters, reference->n_clusters);
  COUNT_ROWS (&sources, "units", reference->units, reference->n_units);
  COUNT_ROWS (&sources, "measures", reference->measures, reference->n_measures);
  for (guint c = 0; c < reference->n_cells; c++)
    if (!reference->cells[c].is_of_project)
      count_source (&sources, "potentials", &reference->cells[c].provenance);
  COUNT_ROWS (&sources, "projects", reference->projects, reference->n_projects);
  COUNT_ROWS (&sources, "regimes", reference->regimes, IJK_N_REGIMES);
  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      {
        g_autofree char *where = g_strconcat ("policy/", ijk_series_ids[id], NULL);

        COUNT_ROWS (&sources, where, reference->series[id][v].points,
                    reference->series[id][v].n_points);
      }
  COUNT_ROWS (&sources, "levers", reference->levers, (guint) IJK_N_TABLE_LEVERS);
  COUNT_ROWS (&sources, "indexation", reference->indexation, reference->n_indexation);
  COUNT_ROWS (&sources, "history", reference->history, reference->n_history);
  COUNT_ROWS (&sources, "targets", reference->targets, reference->n_targets);
  COUNT_ROWS (&sources, "validation", reference->published, reference->n_published);
  for (guint i = 0; i < sources.keys->len; i++)
    {
      const char *key = g_ptr_array_index (sources.keys, i);
      g_auto (GStrv) parts = g_strsplit (key, "\n", 3);

      ijk_text_table_add (table, parts[0]);
      ijk_text_table_add_word (table, parts[1]);
      ijk_text_table_addf (table, "%u",
                           GPOINTER_TO_UINT (g_hash_table_lookup (sources.count, key)));
      ijk_text_table_add_shown (table, parts[2], ijk_source_words (parts[2]));
    }
  g_ptr_array_unref (sources.keys);
  g_hash_table_unref (sources.count);
  return table;
}

static IjkTextTable *
list_indicators (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("entity,indicator,unit,items");
  guint n = 0;
  const IjkIndicator *indicators = ijk_indicators (&n);

  for (guint i = 0; i < n; i++)
    {
      ijk_text_table_add (table, ijk_items_entity (indicators[i].items));
      ijk_text_table_add (table, indicators[i].id);
      ijk_text_table_add (table, indicators[i].unit);
      ijk_text_table_addf (table, "%u", ijk_items_count (reference, indicators[i].items));
    }
  return table;
}

/* What “ijkpad figure” can make. */
static IjkTextTable *
list_figures (const IjkReference *reference)
{
  IjkTextTable *table = new_table ("id,title,of,question");
  guint n = 0;
  const IjkFigure *figures = ijk_figures (&n);

  (void) reference;
  for (guint i = 0; i < n; i++)
    {
      const IjkFigureFlags flags = figures[i].flags;

      ijk_text_table_add (table, figures[i].id);
      ijk_text_table_add_word (table, figures[i].title);
      if (flags & IJK_FIGURE_NEEDS_LANDSCAPE)
        /* Translators: what a figure is of. */
        ijk_text_table_add_word (table, N_("two levers"));
      else if (flags & IJK_FIGURE_IS_OF_COMPANY)
        /* Translators: what a figure is of. */
        ijk_text_table_add_word (table, N_("one company"));
      else if (flags & IJK_FIGURE_IS_OF_YEAR)
        /* Translators: what a figure is of. */
        ijk_text_table_add_word (table, N_("one year"));
      else
        ijk_text_table_add (table, "");
      ijk_text_table_add_word (table, figures[i].question);
    }
  return table;
}

static const struct
{
  const char *name;
  ListFunc list;
} lists[] = {
  { "levers", list_levers },     { "units", list_units },
  { "companies", list_companies }, { "sectors", list_sectors },
  { "clusters", list_clusters }, { "measures", list_measures },
  { "projects", list_projects }, { "regimes", list_regimes },
  { "sources", list_sources },   { "indexation", list_indexation },
  { "indicators", list_indicators }, { "figures", list_figures },
};

/* All names of lists as "a, b, c", for usage. */
static char *
join_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", lists[i].name);
  return g_string_free (names, FALSE);
}

int
ijk_command_list (int    argc,
                  char **argv)
{
  g_autofree char *format_text = NULL;
  g_autofree char *output = NULL;
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_text, N_("table (default), csv or json"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to a file; - is standard output"), N_("FILE") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_("Folder with the reference tables"),
      N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("WHAT — what can be set, with sources"));
  g_autofree char *names = join_names ();
  g_autofree char *summary = g_strdup_printf (_("WHAT is one of %s."), names);
  g_autoptr (IjkReference) reference = NULL;
  g_autofree char *text = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (format_text, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  if (argc != 2)
    return ijk_command_fail (IJK_EXIT_USAGE, _("list needs one word: %s"), names);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].name, argv[1]) == 0)
      {
        g_autoptr (IjkTextTable) table = NULL;

        reference = ijk_command_load (directory);
        if (reference == NULL)
          return IJK_EXIT_FAILED;
        table = lists[i].list (reference);
        text = ijk_text_table_write (table, format);
        return ijk_command_write (text, strlen (text), output);
      }
  return ijk_command_fail (IJK_EXIT_USAGE, _("there is no list “%s”; choose one of %s"), argv[1],
                           names);
}

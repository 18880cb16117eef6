/* From the words of a command to results: which scenario, held against which, and where to look.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-subject.h"

#include "ijk-command-workbook.h"
#include "ijk-nearest.h"
#include "ijk-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Returns: (transfer full) (nullable): a scenario of the workbook; %NULL after telling what is
 * wrong */
static IjkScenario *
load_scenario (IjkWorkbook *workbook,
               const char  *name,
               char       **written_name,
               int         *exit_code)
{
  g_autoptr (IjkScenarioRecord) record = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, name, &error);

  if (id != 0)
    record = ijk_workbook_get_scenario (workbook, id, NULL, &error);
  if (record != NULL)
    scenario = ijk_workbook_load_scenario (workbook, id, NULL, &error);
  if (scenario == NULL)
    {
      *exit_code = ijk_command_fail_store (error);
      return NULL;
    }
  *written_name = g_strdup (record->name);
  return g_steal_pointer (&scenario);
}

/* What the scenario is called on the chart. A name must not stand for levers it does not have. */
static char *
choose_name (const IjkFigureWish *wish,
             const char          *written_name)
{
  if (wish->name != NULL)
    return g_strdup (wish->name);
  if (written_name == NULL)
    written_name = _("Current law");
  if (wish->settings == NULL)
    return g_strdup (written_name);
  /* Translators: name of a scenario of which levers are set otherwise: “Current law, changed”. */
  return g_strdup_printf (_("%s, changed"), written_name);
}

static IjkResult *
run (const IjkScenario *scenario,
     IjkWorkspace      *workspace)
{
  return ijk_result_copy (
      ijk_run (ijk_scenario_get_reference (scenario), scenario, workspace));
}

static gboolean
has_same_numbers (const IjkResult *a,
                  const IjkResult *b)
{
  gsize n_a = 0;
  gsize n_b = 0;
  const double *data_a = ijk_result_get_data (a, &n_a);
  const double *data_b = ijk_result_get_data (b, &n_b);

  return n_a == n_b && memcmp (data_a, data_b, n_a * sizeof *data_a) == 0;
}

/* The three results. @compare: (nullable) */
static gboolean
run_all (IjkFigureSubject    *self,
         const IjkFigureWish *wish,
         const IjkScenario   *start,
         const IjkScenario   *compare,
         int                 *exit_code)
{
  g_autoptr (IjkScenario) law = ijk_scenario_new (self->reference, NULL);
  g_autoptr (IjkScenario) scenario = ijk_command_set_levers (start, wish->settings);
  g_autoptr (IjkWorkspace) workspace = NULL;

  if (scenario == NULL)
    {
      *exit_code = IJK_EXIT_USAGE;
      return FALSE;
    }
  workspace = ijk_workspace_new (self->reference);
  self->result = run (scenario, workspace);
  self->law_result = run (law, workspace);
  if (compare != NULL)
    self->compare_result = run (compare, workspace);
  return TRUE;
}

static gboolean
load_from_workbook (IjkFigureSubject    *self,
                    const IjkFigureWish *wish,
                    int                 *exit_code)
{
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autoptr (IjkScenario) start = NULL;
  g_autoptr (IjkScenario) compare = NULL;
  g_autofree char *written_name = NULL;

  if (wish->directory != NULL)
    {
      *exit_code = ijk_command_fail (
          IJK_EXIT_USAGE, "%s", _("a workbook has its own reference data; leave out --reference"));
      return FALSE;
    }
  workbook = ijk_command_open (wish->file, IJK_WORKBOOK_READ_ONLY);
  if (workbook == NULL)
    return FALSE;
  self->reference = ijk_reference_ref (ijk_workbook_get_reference (workbook));
  start = wish->scenario != NULL
              ? load_scenario (workbook, wish->scenario, &written_name, exit_code)
              : ijk_scenario_new (self->reference, NULL);
  if (start != NULL && wish->compare != NULL)
    compare = load_scenario (workbook, wish->compare, &self->compare_name, exit_code);
  if (start == NULL || (wish->compare != NULL && compare == NULL))
    return FALSE;
  self->name = choose_name (wish, written_name);
  return run_all (self, wish, start, compare, exit_code);
}

static gboolean
load_from_tables (IjkFigureSubject    *self,
                  const IjkFigureWish *wish,
                  int                 *exit_code)
{
  g_autoptr (IjkScenario) start = NULL;

  self->reference = ijk_command_load (wish->directory);
  if (self->reference == NULL)
    return FALSE;
  start = ijk_scenario_new (self->reference, NULL);
  self->name = choose_name (wish, NULL);
  return run_all (self, wish, start, NULL, exit_code);
}

/* The position of a company, by its name. FALSE after telling that there is none. */
static gboolean
find_company (const IjkReference *reference,
              const char         *name,
              guint              *company)
{
  g_autofree const char **names = NULL;
  g_autofree char *near = NULL;

  *company = IJK_NONE;
  if (name == NULL)
    return TRUE;
  *company = ijk_reference_find_company (reference, name);
  if (*company != IJK_NONE)
    return TRUE;
  names = g_new (const char *, reference->n_companies);
  for (guint i = 0; i < reference->n_companies; i++)
    names[i] = reference->companies[i].name;
  near = ijk_nearest_names (name, names, reference->n_companies);
  if (*near != '\0')
    ijk_command_fail (0, _("there is no company “%s”; did you mean %s?"), name, near);
  else
    ijk_command_fail (0, _("there is no company “%s”; “ijkpad list companies” shows them all"),
                      name);
  return FALSE;
}

/* The position of a sector, by its id. FALSE after telling that there is none. */
static gboolean
find_sector (const IjkReference *reference,
             const char         *id,
             guint              *sector)
{
  g_autofree const char **ids = NULL;
  g_autofree char *near = NULL;

  *sector = IJK_NONE;
  if (id == NULL)
    return TRUE;
  *sector = ijk_reference_find_sector (reference, id);
  if (*sector != IJK_NONE)
    return TRUE;
  ids = g_new (const char *, reference->n_sectors);
  for (guint i = 0; i < reference->n_sectors; i++)
    ids[i] = reference->sectors[i].id;
  near = ijk_nearest_names (id, ids, reference->n_sectors);
  if (*near != '\0')
    ijk_command_fail (0, _("there is no sector “%s”; did you mean %s?"), id, near);
  else
    ijk_command_fail (0, _("there is no sector “%s”; “ijkpad list sectors” shows them all"), id);
  return FALSE;
}

/**
 * ijk_figure_subject_new:
 * @exit_code: (out): what to exit with on failure
 *
 * Loads and runs the scenario, current law on the same data, and the scenario to compare with.
 *
 * Returns: (transfer full) (nullable): the results, or %NULL after telling what is wrong
 */
IjkFigureSubject *
ijk_figure_subject_new (const IjkFigureWish *wish,
                        int                 *exit_code)
{
  g_autoptr (IjkFigureSubject) self = g_new0 (IjkFigureSubject, 1);
  const gboolean is_of_workbook
      = wish->file != NULL || wish->scenario != NULL || wish->compare != NULL;
  guint company = IJK_NONE;
  guint sector = IJK_NONE;

  *exit_code = IJK_EXIT_FAILED;
  if (!(is_of_workbook ? load_from_workbook (self, wish, exit_code)
                       : load_from_tables (self, wish, exit_code)))
    return NULL;
  if (!find_company (self->reference, wish->company, &company)
      || !find_sector (self->reference, wish->sector, &sector))
    {
      *exit_code = IJK_EXIT_USAGE;
      return NULL;
    }
  self->input = (IjkFigureInput) {
    .result = self->result,
    .scenario_name = self->name,
    .law_result = self->law_result,
    .is_law = has_same_numbers (self->result, self->law_result),
    .compare_result = self->compare_result,
    .compare_name = self->compare_name,
    .year = wish->year,
    .company = company,
    .sector = sector,
  };
  return g_steal_pointer (&self);
}

/* Works out all points of @question, which has been checked. */
void
ijk_figure_subject_add_landscape (IjkFigureSubject           *self,
                                  const IjkLandscapeQuestion *question)
{
  g_clear_pointer (&self->landscape, ijk_landscape_unref);
  self->landscape = ijk_landscape_new (self->result->scenario, question, 0);
  self->input.landscape = self->landscape;
}

void
ijk_figure_subject_free (IjkFigureSubject *self)
{
  g_clear_pointer (&self->landscape, ijk_landscape_unref);
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  g_clear_pointer (&self->law_result, ijk_result_unref);
  g_clear_pointer (&self->result, ijk_result_unref);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_free (self->name);
  g_free (self->compare_name);
  g_free (self);
}

/* One workbook holds what all of them need, so that each run starts from a copy of one file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-operations.h"

#include "workbook-probe.h"

#include <sqlite3.h>
#include <string.h>

/* What is added to a scenario text so that it takes pages of its own. */
#define N_TEXT_BYTES 12000

static void
commit_number (IjkWorkbook *workbook,
               gint64       scenario,
               double       number)
{
  g_autoptr (GError) error = NULL;
  const IjkLeverChange change = probe_number_change (workbook, "sde_max_intensity", number);

  ijk_workbook_commit (workbook, scenario, 0, "Edit", &change, 1, &error);
  g_assert_no_error (error);
}

/* A data set whose first table of levers gives another default. */
static IjkDataSet *
make_other_data_set (const IjkDataSet *data_set)
{
  IjkDataSet *other = ijk_data_set_copy (data_set);
  g_auto (GStrv) parts = g_strsplit (other->texts[IJK_TABLE_LEVERS], ",0,600,10,400,", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_free (other->texts[IJK_TABLE_LEVERS]);
  other->texts[IJK_TABLE_LEVERS] = g_strjoinv (",0,600,10,390,", parts);
  return other;
}

static GPtrArray *
make_headlines (void)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_headline_free);

  for (int year = 2024; year <= 2050; year++)
    {
      IjkHeadline *headline = g_new0 (IjkHeadline, 1);

      *headline = (IjkHeadline) { g_strdup ("emissions"), g_strdup ("Mt"), year, 60 - year % 100 };
      g_ptr_array_add (headlines, headline);
    }
  return headlines;
}

static void
fill_workbook (FaultFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  self->probe = probe_create_workbook (self->path);
  workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  g_assert_no_error (error);
  g_free (record->name);
  record->name = g_strdup ("Other");
  self->other = ijk_workbook_create_scenario (workbook, record, "Made", &error);
  g_assert_no_error (error);

  for (guint i = 1; i <= 3; i++)
    commit_number (workbook, self->probe, i);
  ijk_workbook_undo (workbook, self->probe, 0, &error);
  g_assert_no_error (error);
  revisions = ijk_workbook_list_revisions (workbook, self->probe, 0, &error);
  g_assert_no_error (error);
  self->first_revision = ((IjkRevision *) revisions->pdata[revisions->len - 1])->id;

  self->note = ijk_workbook_add_note (workbook, self->probe, "Note", &error);
  g_assert_no_error (error);
  self->bookmark = ijk_workbook_add_bookmark (workbook, self->probe, "Bookmark", "view", &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full) */
FaultFixture *
fault_fixture_new (void)
{
  FaultFixture *self = g_new0 (FaultFixture, 1);

  self->directory = probe_make_directory ();
  self->path = g_build_filename (self->directory, "work.ijkpad", NULL);
  self->made_path = g_build_filename (self->directory, "made.ijkpad", NULL);
  self->data_set = probe_load_data_set ();
  self->other_data_set = make_other_data_set (self->data_set);
  self->headlines = make_headlines ();
  fill_workbook (self);
  return self;
}

void
fault_fixture_free (FaultFixture *self)
{
  probe_remove_directory (self->directory);
  g_free (self->directory);
  g_free (self->path);
  g_free (self->made_path);
  ijk_data_set_free (self->data_set);
  ijk_data_set_free (self->other_data_set);
  g_ptr_array_unref (self->headlines);
  g_free (self);
}

static gboolean
run_create (FaultFixture *fixture,
            IjkWorkbook  *workbook,
            GError      **error)
{
  g_autoptr (IjkWorkbook) made = ijk_workbook_create (fixture->made_path, fixture->data_set, "nl",
                                                      error);

  (void) workbook;
  return made != NULL;
}

static gboolean
run_open (FaultFixture *fixture,
          IjkWorkbook  *workbook,
          GError      **error)
{
  g_autoptr (IjkWorkbook) opened = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT, error);

  (void) workbook;
  return opened != NULL;
}

static gboolean
run_commit (FaultFixture *fixture,
            IjkWorkbook  *workbook,
            GError      **error)
{
  const IjkLeverChange changes[] = {
    probe_number_change (workbook, "sde_max_intensity", 77),
    probe_number_change (workbook, "kappa", 0.5),
  };

  return ijk_workbook_commit (workbook, fixture->probe, 0, "Under faults", changes,
                              G_N_ELEMENTS (changes), error) != 0;
}

static gboolean
run_create_scenario (FaultFixture *fixture,
                     IjkWorkbook  *workbook,
                     GError      **error)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  const IjkLeverChange change = probe_number_change (workbook, "kappa", 0.25);
  const IjkLeverSetting setting = { change.key, change.value };

  (void) fixture;
  g_free (record->name);
  g_free (record->description);
  record->name = g_strdup ("Made under faults");
  record->description = g_strnfill (N_TEXT_BYTES, 'd');
  g_array_append_val (record->settings, setting);
  return ijk_workbook_create_scenario (workbook, record, "Made", error) != 0;
}

static gboolean
run_duplicate (FaultFixture *fixture,
               IjkWorkbook  *workbook,
               GError      **error)
{
  return ijk_workbook_duplicate_scenario (workbook, fixture->probe, "Twin", error) != 0;
}

static gboolean
run_rename (FaultFixture *fixture,
            IjkWorkbook  *workbook,
            GError      **error)
{
  return ijk_workbook_rename_scenario (workbook, fixture->probe, 0, "Renamed", error) != 0;
}

static gboolean
run_describe (FaultFixture *fixture,
              IjkWorkbook  *workbook,
              GError      **error)
{
  g_autofree char *text = g_strnfill (N_TEXT_BYTES, 't');

  return ijk_workbook_describe_scenario (workbook, fixture->probe, 0, text, "Note", error) != 0;
}

static gboolean
run_reparent (FaultFixture *fixture,
              IjkWorkbook  *workbook,
              GError      **error)
{
  return ijk_workbook_reparent_scenario (workbook, fixture->other, 0, fixture->probe, error) != 0;
}

static gboolean
run_delete (FaultFixture *fixture,
            IjkWorkbook  *workbook,
            GError      **error)
{
  return ijk_workbook_delete_scenario (workbook, fixture->probe, 0, error) != 0;
}

static gboolean
run_undo (FaultFixture *fixture,
          IjkWorkbook  *workbook,
          GError      **error)
{
  return ijk_workbook_undo (workbook, fixture->probe, 0, error) != 0;
}

static gboolean
run_redo (FaultFixture *fixture,
          IjkWorkbook  *workbook,
          GError      **error)
{
  return ijk_workbook_redo (workbook, fixture->probe, 0, error) != 0;
}

static gboolean
run_return (FaultFixture *fixture,
            IjkWorkbook  *workbook,
            GError      **error)
{
  return ijk_workbook_return_to (workbook, fixture->probe, 0, fixture->first_revision, error) != 0;
}

static gboolean
run_snapshot (FaultFixture *fixture,
              IjkWorkbook  *workbook,
              GError      **error)
{
  return ijk_workbook_add_snapshot (workbook, fixture->first_revision, fixture->headlines, error);
}

static gboolean
run_note (FaultFixture *fixture,
          IjkWorkbook  *workbook,
          GError      **error)
{
  return ijk_workbook_add_note (workbook, fixture->other, "Another", error) != 0;
}

static gboolean
run_change_note (FaultFixture *fixture,
                 IjkWorkbook  *workbook,
                 GError      **error)
{
  g_autofree char *text = g_strnfill (N_TEXT_BYTES, 'n');

  return ijk_workbook_change_note (workbook, fixture->note, text, error);
}

static gboolean
run_remove_bookmark (FaultFixture *fixture,
                     IjkWorkbook  *workbook,
                     GError      **error)
{
  return ijk_workbook_remove_bookmark (workbook, fixture->bookmark, error);
}

static gboolean
run_save_copy (FaultFixture *fixture,
               IjkWorkbook  *workbook,
               GError      **error)
{
  return ijk_workbook_save_copy (workbook, fixture->made_path, error);
}

static gboolean
run_upgrade (FaultFixture *fixture,
             IjkWorkbook  *workbook,
             GError      **error)
{
  g_autofree char *backup_path = NULL;

  return ijk_workbook_apply_upgrade (workbook, fixture->other_data_set, &backup_path, error);
}

static gboolean
run_recover (FaultFixture *fixture,
             IjkWorkbook  *workbook,
             GError      **error)
{
  g_autoptr (IjkRecovery) recovery = ijk_workbook_recover (fixture->path, fixture->made_path,
                                                           fixture->data_set, error);

  (void) workbook;
  return recovery != NULL;
}

#define SMALL 512
#define LARGE 16384

const FaultOperation fault_operations[] = {
  { "create-workbook", run_create, .opens_itself = TRUE, .full_step = LARGE },
  { "open", run_open, .opens_itself = TRUE, .full_step = SMALL },
  { "migrate", run_open, .opens_itself = TRUE, .is_old = TRUE, .full_step = LARGE },
  { "commit", run_commit, .full_step = SMALL },
  { "create-scenario", run_create_scenario, .full_step = SMALL },
  { "duplicate", run_duplicate, .full_step = SMALL },
  { "rename", run_rename, .full_step = SMALL },
  { "describe", run_describe, .full_step = SMALL },
  { "reparent", run_reparent, .full_step = SMALL },
  { "delete", run_delete, .full_step = SMALL },
  { "undo", run_undo, .full_step = SMALL },
  { "redo", run_redo, .full_step = SMALL },
  { "return-to", run_return, .full_step = SMALL },
  { "add-snapshot", run_snapshot, .full_step = SMALL },
  { "add-note", run_note, .full_step = SMALL },
  { "change-note", run_change_note, .full_step = SMALL },
  { "remove-bookmark", run_remove_bookmark, .full_step = SMALL },
  { "save-copy", run_save_copy, .full_step = LARGE },
  { "upgrade", run_upgrade, .full_step = LARGE },
  { "recover", run_recover, .opens_itself = TRUE, .takes_damage = TRUE, .full_step = LARGE },
};

const guint n_fault_operations = G_N_ELEMENTS (fault_operations);

/* Whatever fails, the old or the new state is whole, never a mix.
 *
 * Each operation is run under each fault, at the first call it can strike, the second, and so on,
 * until the operation is done before the fault comes. After each run the file is judged without
 * faults: SQLite finds it whole, the program opens it, and a dump of everything in it is that of
 * before or that of after; after a success always that of after. What was not done must have been
 * said in a sentence.
 *
 * A loss of power is run the same way, and then the disk keeps a part of what had not been synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-operations.h"
#include "fault-vfs.h"
#include "workbook-probe.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SEED 20261123

/* No operation makes more calls of one kind. */
#define MAX_CALLS 5000

/* Disks of different luck tried at each moment of a loss of power, and right after the operation
 * was reported as done. */
#define N_LOSSES 2
#define N_LOSSES_DONE 8
#define N_LOSSES_LONG 12

typedef struct
{
  const FaultOperation *operation;
  FaultKind kind;
  gboolean is_lasting;
} Case;

/* Before and after the operation, without faults. */
typedef struct
{
  char *before, *after;  /* (owned) */
} States;

static FaultFixture *fixture;
static char *base_path;     /* the workbook every run starts from */
static char *old_base_path; /* the same, of the first version */
static GRand *random_source;
static GPtrArray *cases;    /* (element-type Case) */

static gboolean
is_long (void)
{
  return g_getenv ("IJKPAD_LONG") != NULL;
}

/* The first version lacks the tables of the second and is otherwise the same. */
static void
make_old_base (void)
{
  sqlite3 *db = NULL;

  probe_copy_file (base_path, old_base_path);
  g_assert_cmpint (sqlite3_open (old_base_path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TABLE snapshot; DROP TABLE bookmark;"
                                     "PRAGMA user_version = 1; VACUUM",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Everything in the folder but the workbook and the bases. */
static GPtrArray *
list_other_files (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      if (!g_str_has_prefix (path, fixture->path) && !g_str_has_prefix (name, "base"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return paths;
}

/* Starts again from the state before. */
static void
reset (const FaultOperation *operation)
{
  g_autoptr (GPtrArray) others = list_other_files ();

  for (guint i = 0; i < others->len; i++)
    g_assert_cmpint (g_unlink (others->pdata[i]), ==, 0);
  probe_remove_database (fixture->path);
  probe_copy_file (operation->is_old ? old_base_path : base_path, fixture->path);
}

/* Both the workbook and what the operation makes. */
static char *
dump_state (void)
{
  g_autofree char *work = probe_dump (fixture->path);
  g_autofree char *made = g_file_test (fixture->made_path, G_FILE_TEST_EXISTS)
                            ? probe_dump (fixture->made_path)
                            : g_strdup ("absent");

  return g_strconcat (work, "-- made\n", made, NULL);
}

static States
find_states (const FaultOperation *operation)
{
  g_autoptr (GError) error = NULL;
  States states = { 0 };

  reset (operation);
  states.before = dump_state ();
  if (operation->opens_itself)
    operation->run (fixture, NULL, &error);
  else
    {
      g_autoptr (IjkWorkbook) workbook = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT,
                                                            &error);

      g_assert_no_error (error);
      operation->run (fixture, workbook, &error);
    }
  g_assert_no_error (error);
  states.after = dump_state ();
  return states;
}

/* Files left beside the workbook are backups, and whole; nothing half-made stays when it can be
 * removed. */
static void
assert_no_litter (const Case *c)
{
  g_autoptr (GPtrArray) others = list_other_files ();

  for (guint i = 0; i < others->len; i++)
    {
      const char *path = others->pdata[i];

      if (c->kind == FAULT_POWER || c->kind == FAULT_DELETE)
        continue;
      g_assert_true (g_str_has_suffix (path, ".ijkpad"));
      probe_assert_whole (path);
    }
}

/* What was reported as not made is not there, or another try would be told that it is. */
static void
assert_nothing_made (const Case *c)
{
  if (c->kind != FAULT_POWER)
    g_assert_false (g_file_test (fixture->made_path, G_FILE_TEST_EXISTS));
}

static void
assert_old_or_new (const States *states,
                   gboolean      is_done)
{
  g_autoptr (GError) G_GNUC_UNUSED error = NULL;
  g_autofree char *state = NULL;

  probe_assert_whole (fixture->path);
  state = dump_state ();
  if (is_done || strcmp (state, states->before) != 0)
    probe_assert_same_dump (state, states->after);
}

/* The program itself finds nothing wrong, and migrates what it finds. */
static void
assert_opens (const FaultOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) G_GNUC_UNUSED findings = NULL;
  g_autoptr (IjkWorkbook) workbook = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT,
                                                        &error);

  (void) operation;
  g_assert_no_error (error);
  g_assert_false (ijk_workbook_is_read_only (workbook));
}

static void
assert_error_fits (const Case   *c,
                   const GError *error)
{
  probe_assert_sentence (error);
  if (c->kind == FAULT_FULL)
    g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_FULL);
}

/* After a fault that has passed the same workbook can be used: it reads, and the operation is done
 * or can be done again. */
static void
assert_still_usable (const Case   *c,
                     IjkWorkbook  *workbook,
                     const States *states)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GPtrArray) scenarios = ijk_workbook_list_scenarios (workbook, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (scenarios->len, >, 2);
  state = dump_state ();
  if (strcmp (state, states->before) != 0)
    return;
  g_assert_true (c->operation->run (fixture, workbook, &error));
  g_assert_no_error (error);
  g_free (state);
  state = dump_state ();
  probe_assert_same_dump (state, states->after);
}

/* Runs the operation once under the nth fault. Returns: whether the fault struck */
static gboolean
run_one (const Case   *c,
         gint64        nth,
         gboolean      is_retried,
         const States *states)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (IjkWorkbook) workbook = NULL;
  gboolean is_done, has_struck;

  reset (c->operation);
  if (!c->operation->opens_itself)
    {
      workbook = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT, &open_error);
      g_assert_no_error (open_error);
    }
  fault_vfs_arm (c->kind, nth, c->is_lasting);
  is_done = c->operation->run (fixture, workbook, &error);
  if (c->is_lasting || c->kind == FAULT_POWER)
    g_clear_pointer (&workbook, ijk_workbook_close);
  has_struck = fault_vfs_disarm ();

  g_test_message ("%s %s %" G_GINT64_FORMAT "%s: %s", c->operation->name, fault_names[c->kind], nth,
                  c->is_lasting ? " and on" : "", is_done ? "done" : "failed");
  if (is_done)
    g_assert_no_error (error);
  else
    assert_error_fits (c, error);
  if (!is_done)
    {
      g_assert_true (has_struck);
      assert_nothing_made (c);
    }

  if (is_retried && workbook != NULL)
    {
      assert_still_usable (c, workbook, states);
      return has_struck;
    }
  g_clear_pointer (&workbook, ijk_workbook_close);
  if (c->kind == FAULT_POWER)
    fault_vfs_lose_power (random_source);
  assert_old_or_new (states, is_done);
  assert_no_litter (c);
  assert_opens (c->operation);
  return has_struck;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const States states = find_states (c->operation);
  const gint64 step = c->kind == FAULT_FULL ? c->operation->full_step : 1;
  guint n_struck = 0;
  gboolean has_struck = TRUE;

  for (gint64 i = 1; has_struck; i++)
    {
      const gint64 nth = c->kind == FAULT_FULL ? (i - 1) * step : i;
      guint n_losses = 0;

      g_assert_cmpint (i, <, MAX_CALLS);
      has_struck = run_one (c, nth, FALSE, &states);
      n_struck += has_struck;
      n_losses = is_long () ? N_LOSSES_LONG : has_struck ? N_LOSSES : N_LOSSES_DONE;
      for (guint k = 1; c->kind == FAULT_POWER && k < n_losses; k++)
        run_one (c, nth, FALSE, &states);
      if (has_struck && c->kind != FAULT_POWER && !c->is_lasting && !c->operation->opens_itself)
        run_one (c, nth, TRUE, &states);
    }
  g_test_message ("struck at %u moments", n_struck);
  g_free (states.before);
  g_free (states.after);
}

static void
add_case (const FaultOperation *operation,
          FaultKind             kind,
          gboolean              is_lasting)
{
  const Case c = { operation, kind, is_lasting };
  g_autofree char *path = g_strdup_printf ("/store/workbook/faults/%s/%s%s", operation->name,
                                           fault_names[kind], is_lasting ? "-and-on" : "");

  g_ptr_array_add (cases, g_memdup2 (&c, sizeof c));
  g_test_add_data_func (path, cases->pdata[cases->len - 1], test_case);
}

int
main (int    argc,
      char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  random_source = g_rand_new_with_seed (SEED);
  cases = g_ptr_array_new_with_free_func (g_free);
  fixture = fault_fixture_new ();
  base_path = g_build_filename (fixture->directory, "base.ijkpad", NULL);
  old_base_path = g_build_filename (fixture->directory, "base-1.ijkpad", NULL);
  probe_copy_file (fixture->path, base_path);
  make_old_base ();

  for (guint i = 0; i < n_fault_operations; i++)
    for (FaultKind kind = 0; kind < N_FAULTS; kind++)
      {
        if (fault_operations[i].takes_damage && (kind == FAULT_READ || kind == FAULT_SHORT_READ))
          continue;
        add_case (&fault_operations[i], kind, FALSE);
        if (kind == FAULT_SYNC || kind == FAULT_DELETE || (is_long () && kind < FAULT_FULL))
          add_case (&fault_operations[i], kind, TRUE);
      }
  code = g_test_run ();

  fault_fixture_free (fixture);
  g_free (base_path);
  g_free (old_base_path);
  g_rand_free (random_source);
  g_ptr_array_unref (cases);
  return code;
}

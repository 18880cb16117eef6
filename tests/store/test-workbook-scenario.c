/* Scenarios of a workbook: what is stored is found again, edits can be taken back and repeated,
 * and what must not be is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-indicator.h"
#include "ijk-run.h"
#include "workbook-fixture.h"

#include <string.h>

static void
finds_what_it_ships (Fixture      *self,
                     gconstpointer data)
{
  static const char *const ids[]
      = { "current-law", "act-2021",  "tightening-2023", "no-levy",
          "ccs-ceiling", "near-zero", "steel-dri",       "ammonia-ccs" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      const gint64 id = ijk_workbook_find_scenario (self->workbook, ids[i], &error);
      g_autoptr (IjkScenario) scenario
          = ijk_workbook_load_scenario (self->workbook, id, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (scenario);
    }
}

/* What the description of the ambitious path says it reaches: 35.0, 8.9 and 3.2 Mt. */
static void
reaches_what_it_says (Fixture      *self,
                      gconstpointer data)
{
  static const struct
  {
    int year;
    double emissions_mt;
  } said[] = { { 2030, 35.0 }, { 2040, 8.9 }, { 2050, 3.2 } };
  const IjkReference *reference = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const gint64 id = ijk_workbook_find_scenario (self->workbook, "near-zero", NULL);
  g_autoptr (IjkScenario) scenario = ijk_workbook_load_scenario (self->workbook, id, NULL, NULL);
  const IjkResult *result = ijk_run (reference, scenario, workspace);
  const IjkIndicator *emissions = ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions");

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_cmpfloat_with_epsilon (
        ijk_indicator_value (emissions, result, IJK_SCOPE_ITEM_INDUSTRY, said[i].year) / 1e3,
        said[i].emissions_mt, 0.05);
}

static void
refuses_to_change_a_template (Fixture      *self,
                              gconstpointer data)
{
  const gint64 id = ijk_workbook_find_scenario (self->workbook, "near-zero", NULL);
  const IjkLeverChange change
      = { { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 }, TRUE, { .number = 0.5 } };
  GError *error = NULL;

  (void) data;
  g_assert_cmpint (ijk_workbook_commit (self->workbook, id, 0, "x", &change, 1, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_TEMPLATE);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_rename_scenario (self->workbook, id, 0, "x", &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_TEMPLATE);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_delete_scenario (self->workbook, id, 0, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_TEMPLATE);
  g_clear_error (&error);
}

static void
finds_everything_after_a_restart (Fixture      *self,
                                  gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "near-zero", "Mijn pad Δ🌷");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) bookmarks = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 revision_id = 0;

  (void) data;
  fixture_set (self, id, "levy_regime=act_2021");
  fixture_set (self, id, "ccs_share@sector:refining=at_most:2030:0.1,2040:0.3333333333333333");
  fixture_set (self, id, "ccs_share=free");
  fixture_set (self, id, "ets_scale=1.1");
  fixture_set (self, id, "project.tata-dri=0");
  fixture_set (self, id, "project_start.tata-dri=2040");
  revision_id = ijk_workbook_describe_scenario (self->workbook, id, 0, "Twee\nregels\t\"x\" \\",
                                                "van mij", &error);
  g_assert_no_error (error);
  g_assert_cmpint (revision_id, !=, 0);
  g_assert_cmpint (ijk_workbook_add_note (self->workbook, id, "Let op", &error), !=, 0);
  g_assert_cmpint (ijk_workbook_add_bookmark (self->workbook, id, "Les 1", "{}", &error), !=, 0);
  before = fixture_describe (self->workbook, id);

  fixture_reopen (self);
  after = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ijk_workbook_find_scenario (self->workbook, "MIJN PAD δ🌷", NULL), ==, id);
  notes = ijk_workbook_list_notes (self->workbook, id, NULL);
  g_assert_cmpstr (((IjkNote *) notes->pdata[0])->text, ==, "Let op");
  bookmarks = ijk_workbook_list_bookmarks (self->workbook, NULL);
  g_assert_cmpint (((IjkBookmark *) bookmarks->pdata[0])->revision_id, ==, revision_id);
}

/* One random edit of levers, texts or place. FALSE when it changed nothing. */
static void
edit_at_random (Fixture *self,
                GRand   *random,
                gint64   id)
{
  g_autofree char *text = g_strdup_printf ("Text %d", g_rand_int_range (random, 0, 1000));
  g_autofree char *setting = NULL;
  const IjkLeverChange unset
      = { { IJK_LEVER_ETS_SCALE, IJK_SCOPE_NATIONAL, 0 }, FALSE, { .number = 0 } };
  const gint64 parent = ijk_workbook_find_scenario (
      self->workbook, g_rand_boolean (random) ? "act-2021" : "current-law", NULL);
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      ijk_workbook_rename_scenario (self->workbook, id, 0, text, &error);
      break;
    case 1:
      ijk_workbook_describe_scenario (self->workbook, id, 0, text, NULL, &error);
      break;
    case 2:
      ijk_workbook_reparent_scenario (self->workbook, id, 0, parent, &error);
      break;
    case 3:
      ijk_workbook_commit (self->workbook, id, 0, "unset", &unset, 1, &error);
      break;
    case 4:
      setting = g_strdup_printf ("ets_scale=%g", g_rand_double_range (random, 0, 3));
      break;
    case 5:
      setting = g_strdup_printf ("ets_price=%d:%g,2050:1", g_rand_int_range (random, 2026, 2050),
                                 g_rand_double_range (random, 0, 500));
      break;
    default:
      setting = g_strdup_printf ("heat_share@sector:%s=exactly:%g",
                                 g_rand_boolean (random) ? "refining" : "paper",
                                 g_rand_double (random));
      break;
    }
  g_assert_no_error (error);
  if (setting != NULL)
    fixture_set (self, id, setting);
}

static void
undoes_and_redoes_to_the_same (Fixture      *self,
                               gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  const gint64 id = fixture_duplicate (self, "current-law", "Random");
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  (void) data;
  g_ptr_array_add (states, fixture_describe (self->workbook, id));
  for (guint i = 0; i < 60; i++)
    {
      char *state = NULL;

      edit_at_random (self, random, id);
      state = fixture_describe (self->workbook, id);
      if (strcmp (state, g_ptr_array_index (states, states->len - 1)) != 0)
        g_ptr_array_add (states, state);
      else
        g_free (state);
    }
  g_assert_cmpuint (states->len, >, 40);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;

      for (guint i = states->len - 1; i > 0; i--)
        {
          g_autofree char *state = NULL;

          ijk_workbook_undo (self->workbook, id, 0, &error);
          g_assert_no_error (error);
          state = fixture_describe (self->workbook, id);
          g_assert_cmpstr (state, ==, states->pdata[i - 1]);
        }
      g_assert_cmpint (ijk_workbook_undo (self->workbook, id, 0, &error), ==, 0);
      g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_NOTHING);
      g_clear_error (&error);
      fixture_reopen (self);
      for (guint i = 1; i < states->len; i++)
        {
          g_autofree char *state = NULL;

          ijk_workbook_redo (self->workbook, id, 0, &error);
          g_assert_no_error (error);
          state = fixture_describe (self->workbook, id);
          g_assert_cmpstr (state, ==, states->pdata[i]);
        }
    }
}

static void
returns_to_an_edit_that_was_undone (Fixture      *self,
                                    gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Tree");
  const gint64 first = fixture_set (self, id, "ets_scale=1.1");
  const gint64 left = fixture_set (self, id, "kappa=0.1");
  g_autofree char *before = fixture_describe (self->workbook, id);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) error = NULL;
  gint64 right = 0;

  (void) data;
  g_assert_cmpint (ijk_workbook_undo (self->workbook, id, left, &error), ==, first);
  right = fixture_set (self, id, "kappa=0.9");
  g_assert_cmpint (ijk_workbook_return_to (self->workbook, id, right, left, &error), ==, left);
  after = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, after);
  revisions = ijk_workbook_list_revisions (self->workbook, id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 4);
  g_assert_false (((IjkRevision *) revisions->pdata[0])->is_in_effect);
  g_assert_true (((IjkRevision *) revisions->pdata[1])->is_current);
  g_assert_true (((IjkRevision *) revisions->pdata[2])->is_in_effect);
}

static void
refuses_cycles (Fixture      *self,
                gconstpointer data)
{
  const gint64 a = fixture_duplicate (self, "current-law", "A");
  const gint64 b = fixture_duplicate (self, "current-law", "B");
  const gint64 company = fixture_duplicate (self, "steel-dri", "C");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpint (ijk_workbook_reparent_scenario (self->workbook, b, 0, a, &error), !=, 0);
  g_assert_cmpint (ijk_workbook_reparent_scenario (self->workbook, a, 0, b, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_reparent_scenario (self->workbook, a, 0, a, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_reparent_scenario (self->workbook, company, 0, 0, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_reparent_scenario (self->workbook, a, 0, company, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT);
  g_clear_error (&error);
  g_assert_cmpint (ijk_workbook_delete_scenario (self->workbook, a, 0, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_IN_USE);
}

static void
brings_back_what_was_deleted (Fixture      *self,
                              gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Café");
  g_autofree char *before = fixture_describe (self->workbook, id);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  ijk_workbook_delete_scenario (self->workbook, id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ijk_workbook_find_scenario (self->workbook, "Café", &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN);
  g_clear_error (&error);
  fixture_reopen (self);
  /* The same name, decomposed. */
  g_assert_cmpint (ijk_workbook_find_deleted (self->workbook, "Cafe\xcc\x81", &error), ==, id);
  ijk_workbook_undo (self->workbook, id, 0, &error);
  g_assert_no_error (error);
  after = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ijk_workbook_duplicate_scenario (self->workbook, id, "CAFÉ", &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS);
}

static void
tells_what_differs (Fixture      *self,
                    gconstpointer data)
{
  const gint64 parent = fixture_duplicate (self, "current-law", "Parent");
  const gint64 other = fixture_duplicate (self, "current-law", "Other");
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;
  const IjkDifference *difference = NULL;
  gint64 child = 0;

  (void) data;
  g_free (record->name);
  record->name = g_strdup ("Child");
  record->parent_id = parent;
  child = ijk_workbook_create_scenario (self->workbook, record, "New", &error);
  g_assert_no_error (error);
  fixture_set (self, parent, "ets_price=2030:100,2050:200"); /* through the parent */
  fixture_set (self, parent, "kappa=0.5");
  fixture_set (self, child, "kappa=0.7");                    /* the child goes before it */
  fixture_set (self, other, "kappa=0.7");
  differences = ijk_workbook_diff (self->workbook, child, other, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = differences->pdata[0];
  g_assert_cmpstr (difference->key, ==, "ets_price");
  g_assert_cmpstr (difference->a, ==, "2030:100,2050:200");
  g_assert_null (difference->b);
}

static void
loses_no_update_of_two_connections (Fixture      *self,
                                    gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Shared");
  const gint64 base = fixture_set (self, id, "kappa=0.1");
  const IjkLeverChange change
      = { { IJK_LEVER_ETS_SCALE, IJK_SCOPE_NATIONAL, 0 }, TRUE, { .number = 2 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) second
      = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  g_autofree char *state = NULL;

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpint (ijk_workbook_commit (second, id, base, "second", &change, 1, &error), !=, 0);
  g_assert_cmpint (ijk_workbook_commit (self->workbook, id, base, "first", &change, 1, &error), ==,
                   0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT);
  fixture_set (self, id, "rnd=1.5");
  state = fixture_describe (second, id);
  g_assert_nonnull (strstr (state, "kappa=0.1|"));
  g_assert_nonnull (strstr (state, "ets_scale=2|"));
  g_assert_nonnull (strstr (state, "rnd=1.5|"));
}

static void
keeps_headlines_of_a_revision (Fixture      *self,
                               gconstpointer data)
{
  const IjkReference *reference = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const gint64 id = fixture_duplicate (self, "current-law", "Snapshot");
  const gint64 revision_id = fixture_set (self, id, "ets_scale=2");
  g_autoptr (IjkScenario) scenario = ijk_workbook_load_scenario (self->workbook, id, NULL, NULL);
  g_autoptr (GPtrArray) headlines = ijk_headlines (ijk_run (reference, scenario, workspace));
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GError) error = NULL;
  double emissions_kt = 0.0;

  (void) data;
  g_assert_true (ijk_workbook_add_snapshot (self->workbook, revision_id, headlines, &error));
  stored = ijk_workbook_get_snapshot (self->workbook, revision_id, &error);
  g_assert_cmpuint (stored->len, ==, headlines->len);
  for (guint i = 0; i < stored->len; i++)
    {
      const IjkHeadline *headline = stored->pdata[i];

      if (strcmp (headline->indicator, "emissions") == 0 && headline->year == 2050)
        emissions_kt = headline->value;
    }
  g_assert_cmpfloat (emissions_kt, >, 0.0);
  g_assert_false (ijk_workbook_add_snapshot (self->workbook, 9999, headlines, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/workbook/finds-what-it-ships", finds_what_it_ships);
  fixture_add ("/store/workbook/template-reaches-what-it-says", reaches_what_it_says);
  fixture_add ("/store/workbook/refuses-to-change-a-template", refuses_to_change_a_template);
  fixture_add ("/store/workbook/finds-everything-after-a-restart",
               finds_everything_after_a_restart);
  fixture_add ("/store/workbook/undo-then-redo-is-identity", undoes_and_redoes_to_the_same);
  fixture_add ("/store/workbook/returns-to-an-edit-that-was-undone",
               returns_to_an_edit_that_was_undone);
  fixture_add ("/store/workbook/refuses-cycles", refuses_cycles);
  fixture_add ("/store/workbook/brings-back-what-was-deleted", brings_back_what_was_deleted);
  fixture_add ("/store/workbook/tells-what-differs", tells_what_differs);
  fixture_add ("/store/workbook/loses-no-update", loses_no_update_of_two_connections);
  fixture_add ("/store/workbook/keeps-headlines", keeps_headlines_of_a_revision);
  return g_test_run ();
}

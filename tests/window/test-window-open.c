/* Ways to open a workbook or a table: dropped on the window, named to the running program, from the
 * list of recent ones; and workbooks that can only be read, are of an older program, or are changed
 * by another one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-import-window.h"

#include <sqlite3.h>
#include <string.h>

/* Lets go of @path over the window. Returns whether the window takes it. */
static gboolean
drop (Fixture    *fixture,
      const char *path)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = g_slist_append (NULL, file);
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_slist_free (files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &is_taken);
    }
  return is_taken;
}

typedef struct
{
  Fixture *fixture;
  const char *path;
} Dropped;

static gboolean
is_open (gpointer data)
{
  const Dropped *dropped = data;

  return g_strcmp0 (ijk_session_get_path (dropped->fixture->session), dropped->path) == 0
         && ijk_session_get_result (dropped->fixture->session) != NULL;
}

static void
test_dropped_workbook (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.ijkpad", NULL);
  Dropped dropped = { fixture, path };

  g_assert_true (drop (fixture, path)); /* it is made where there is none */
  wait_until (is_open, &dropped);
}

static void
test_dropped_table (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ours.csv", NULL);

  g_assert_true (g_file_set_contents (path, "unit,name\n", -1, NULL));
  g_assert_true (drop (fixture, path));
  g_assert_true (IJK_IS_IMPORT_WINDOW (wait_for_dialog (fixture)));
}

/* A picture, say: what it is not is said, and what was open stays. */
static void
test_dropped_stranger (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "holiday.jpeg", NULL);
  g_autofree char *open = g_strdup (ijk_session_get_path (fixture->session));
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "\377\330\377\340 not a workbook", -1, NULL));
  g_assert_true (drop (fixture, path));
  dialog = wait_for_dialog (fixture);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "holiday"));
  g_assert_cmpstr (ijk_session_get_path (fixture->session), ==, open);
}

/* A copy of the open workbook as a newer version of the program would have written it. The number
 * of the format stands at 60 in a file of SQLite. */
static void
make_newer (Fixture    *fixture,
            const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (ijk_session_get_path (fixture->session), &bytes, &length,
                                      &error));
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 64);
  bytes[62] = 39; /* 9984 and more */
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  g_assert_no_error (error);
}

/* It is to read only: a bar says so in a sentence, and no lever moves. */
static void
test_newer_workbook (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "newer.ijkpad", NULL);
  g_autoptr (GError) error = NULL;
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value = { .number = 1 };
  const char *sentence;
  Dropped dropped = { fixture, path };

  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (fixture->window->notice)));
  make_newer (fixture, path);
  ijk_window_open_path (fixture->window, path);
  wait_until (is_open, &dropped);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (fixture->window->notice)));
  sentence = gtk_label_get_label (GTK_LABEL (fixture->window->notice_label));
  g_assert_true (g_str_has_prefix (sentence, "To read only: "));
  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_false (ijk_session_set_lever (fixture->session, &key, &value, &error));
  g_assert_nonnull (error);
}

/* (nullable): a label below @widget that has @words */
static GtkWidget *
find_words (GtkWidget  *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *words;
} Said;

/* (nullable): the button that puts the sentence away that is in sight */
static GtkWidget *
find_close (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_close (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Sentences come one after another: one that is not waited for is put away. */
static gboolean
is_said (gpointer data)
{
  const Said *said = data;
  GtkWidget *close = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (said->fixture->window->toasts);
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
      {
        if (find_words (child, said->words) != NULL)
          return TRUE;
        close = find_close (child);
      }
  if (close != NULL)
    g_signal_emit_by_name (close, "clicked");
  return FALSE;
}

/* As a file manager does while the program runs: no second window, and of more files the first. */
static void
test_named_while_it_runs (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "named.ijkpad", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.ijkpad", NULL);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autoptr (GFile) second = g_file_new_for_path (other);
  GFile *files[] = { first, second };
  Dropped dropped = { fixture, path };
  Said said = { fixture, "the first was opened" };

  g_application_open (G_APPLICATION (window_test_application ()), files, G_N_ELEMENTS (files), "");
  wait_until (is_open, &dropped);
  wait_until (is_said, &said);
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (
                        GTK_APPLICATION (window_test_application ()))), ==, 1);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

/* The list of recent workbooks is older than what lies on the disk. Opening one that has gone must
 * not make an empty one of its name. */
static void
test_recent_one_is_gone (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gone.ijkpad", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *open = g_strdup (ijk_session_get_path (fixture->session));
  GtkWindow *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "open-recent",
                                  g_variant_new_string (uri));
  dialog = wait_for_dialog (fixture);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "gone.ijkpad” is not there any more"));
  g_assert_cmpstr (ijk_session_get_path (fixture->session), ==, open);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_recent_one (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "recent.ijkpad", NULL);
  g_autofree char *first = g_strdup (ijk_session_get_path (fixture->session));
  g_autofree char *uri = g_filename_to_uri (first, NULL, NULL);
  Dropped dropped = { fixture, path };

  ijk_window_open_path (fixture->window, path);
  wait_until (is_open, &dropped);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "open-recent",
                                  g_variant_new_string (uri));
  dropped.path = first;
  wait_until (is_open, &dropped);
}

/* The default workbook is on a drive that is not connected: nothing is made in its place, and it is
 * said what is open instead. */
static void
test_default_one_is_away (Fixture *fixture)
{
  g_autofree char *drive = g_build_filename (fixture->folder, "drive", NULL);
  g_autofree char *path = g_build_filename (drive, "away.ijkpad", NULL);
  g_autofree char *last = g_strdup (ijk_session_get_path (fixture->session));
  GtkWindow *dialog;
  const char *body;

  g_settings_set_string (window_test_settings (), "default-workbook", path);
  g_settings_set_string (window_test_settings (), "last-workbook", last);
  ijk_window_open_first (fixture->window);
  dialog = wait_for_dialog (fixture);
  g_settings_reset (window_test_settings (), "default-workbook");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (body, path));
  g_assert_nonnull (strstr (body, last));
  g_assert_cmpstr (ijk_session_get_path (fixture->session), ==, last);
  g_assert_false (g_file_test (drive, G_FILE_TEST_EXISTS));
}

/* Once the drive is there, its workbook comes before the one that was open last. */
static void
test_default_one_is_there (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "default.ijkpad", NULL);
  g_autofree char *last = g_strdup (ijk_session_get_path (fixture->session));
  Dropped dropped = { fixture, path };

  ijk_window_open_path (fixture->window, path);
  wait_until (is_open, &dropped);
  dropped.path = last;
  ijk_window_open_path (fixture->window, last);
  wait_until (is_open, &dropped);
  g_settings_set_string (window_test_settings (), "default-workbook", path);
  ijk_window_open_first (fixture->window);
  dropped.path = path;
  wait_until (is_open, &dropped);
  g_settings_reset (window_test_settings (), "default-workbook");
}

/* What the first format of a workbook had, as an older version of the program left it. */
static void
make_older (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "DROP TABLE snapshot; DROP TABLE bookmark;"
                                 "PRAGMA user_version = 1",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* It is brought up to date, which is told once and is in nobody's way. */
static void
test_older_workbook (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "older.ijkpad", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  IjkWindow *window = fixture->window;
  Dropped dropped = { fixture, path };
  gsize length;

  g_assert_true (g_file_get_contents (ijk_session_get_path (fixture->session), &bytes, &length,
                                      &error));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, &error));
  make_older (path);
  ijk_window_open_path (window, path);
  wait_until (is_open, &dropped);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (window->notice)));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (window->notice_label)),
                                   "About this workbook: it was brought up to date"));
  g_assert_false (gtk_widget_get_visible (window->notice_copy));
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (window->scenario_subtitle)), "read only"));
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 1);
  g_signal_emit_by_name (window->notice_close, "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (window->notice)));
}

/* In a file that can only be read, installations of one's own are refused with a way out. */
static void
test_read_only_companies (Fixture *fixture)
{
  Said said = { fixture, "its companies stay as they are" };
  g_autofree char *path = g_build_filename (fixture->folder, "newest.ijkpad", NULL);
  Dropped dropped = { fixture, path };

  make_newer (fixture, path);
  ijk_window_open_path (fixture->window, path);
  wait_until (is_open, &dropped);
  g_assert_true (gtk_widget_get_visible (fixture->window->notice_copy));
  g_assert_false (gtk_widget_get_visible (fixture->window->notice_close));
  activate (fixture, "add-own-company");
  wait_until (is_said, &said);
}

static gboolean
is_settled (gpointer data)
{
  const Fixture *fixture = data;

  return !ijk_session_has_unsaved (fixture->session);
}

/* Another program changes the scenario in hand: what is done here is kept beside it, and said. */
static void
test_second_program (Fixture *fixture)
{
  Said said = { fixture, "has been changed by another program" };
  g_autoptr (IjkWorkbook) other = NULL;
  g_autoptr (GError) error = NULL;
  IjkLeverChange change = { .key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 },
                            .is_set = TRUE,
                            .value = { .number = 0.3 } };

  /* An edit of an example makes a scenario of one's own. */
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.9);
  wait_until (is_settled, fixture);
  other = ijk_workbook_open (ijk_session_get_path (fixture->session), IJK_WORKBOOK_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ijk_workbook_commit (other, ijk_session_get_scenario_id (fixture->session), 0,
                                        "Elsewhere", &change, 1, &error),
                   !=, 0);
  g_assert_no_error (error);
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.7);
  wait_until (is_said, &said);
  g_assert_cmpfloat (ijk_scenario_number (ijk_session_get_scenario (fixture->session),
                                          IJK_LEVER_ENFORCEMENT, IJK_NONE),
                     ==, 0.7);
}

static void
add_tests (void)
{
  window_test_add ("/window/drop/workbook", test_dropped_workbook);
  window_test_add ("/window/drop/table", test_dropped_table);
  window_test_add ("/window/drop/something-else", test_dropped_stranger);
  window_test_add ("/window/read-only/newer-workbook", test_newer_workbook);
  window_test_add ("/window/open/named-while-it-runs", test_named_while_it_runs);
  window_test_add ("/window/open/recent", test_recent_one);
  window_test_add ("/window/open/recent-is-gone", test_recent_one_is_gone);
  window_test_add ("/window/open/default-is-away", test_default_one_is_away);
  window_test_add ("/window/open/default-is-there", test_default_one_is_there);
  window_test_add ("/window/open/older-workbook", test_older_workbook);
  window_test_add ("/window/read-only/companies-stay", test_read_only_companies);
  window_test_add ("/window/open/second-program", test_second_program);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}

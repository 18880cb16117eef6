/* The window of shortcuts against the keys that the program takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-shortcuts.h"

/* What the window of shortcuts names: names of actions, and keys. */
typedef struct
{
  GHashTable *actions; /* (owned) (element-type utf8) */
  GHashTable *keys;    /* (owned) (element-type utf8) as "<Control>r" */
} Named;

static void
read_table (Named *named)
{
  guint n_lines = 0;
  const IjkShortcut *lines = ijk_shortcuts_list (&n_lines);

  named->actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  named->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n_lines; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i].keys != NULL ? lines[i].keys : "", " ", -1);

      if (lines[i].action != NULL)
        g_hash_table_add (named->actions, g_strdup (lines[i].action));
      for (guint j = 0; words[j] != NULL; j++)
        g_hash_table_add (named->keys, g_strdup (words[j]));
    }
}

static gboolean
is_letter (guint keyval)
{
  return g_unichar_isalpha (gdk_keyval_to_unicode (keyval));
}

/* The keys that @widget and what is in it take, as "<Control>r": all of them, and letters with
 * Control of our own widgets, which no one would guess. */
static void
collect_keys (GtkWidget  *widget,
              GHashTable *all,
              GHashTable *own)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  const gboolean is_own = g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Ijk")
                          && !GTK_IS_RANGE (widget) && !GTK_IS_WINDOW (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      const guint n_shortcuts = GTK_IS_SHORTCUT_CONTROLLER (controller)
                                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                                    : 0;

      for (guint j = 0; j < n_shortcuts; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger))
            continue;
          g_hash_table_add (all, gtk_shortcut_trigger_to_string (trigger));
          if (is_own && is_letter (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)))
              && (gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))
                  & GDK_CONTROL_MASK) != 0)
            g_hash_table_add (own, gtk_shortcut_trigger_to_string (trigger));
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_keys (child, all, own);
}

/* The window of shortcuts names every one that there is, and no other. */
static void
test_shortcuts_are_those_there_are (Fixture *fixture)
{
  const IjkLeverKey key = { IJK_LEVER_ETS_PRICE, IJK_SCOPE_NATIONAL, 0 };
  GtkApplication *application = GTK_APPLICATION (window_test_application ());
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Named named = { 0 };
  GHashTableIter iter;
  gpointer name;

  read_table (&named);
  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_test_message ("%s has keys", actions[i]);
      g_assert_true (g_hash_table_contains (named.actions, actions[i]));
    }
  g_hash_table_iter_init (&iter, named.actions);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, name);

      g_test_message ("%s is named", (const char *) name);
      g_assert_cmpuint (g_strv_length (keys), >, 0);
    }

  ijk_window_edit_path (fixture->window, &key);
  collect_keys (GTK_WIDGET (wait_for_dialog (fixture)), all, own);
  collect_keys (GTK_WIDGET (fixture->window), all, own);
  g_hash_table_iter_init (&iter, named.keys);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_test_message ("%s is named", (const char *) name);
      g_assert_true (g_hash_table_contains (all, name));
    }
  g_assert_cmpuint (g_hash_table_size (own), >, 0);
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_test_message ("%s is taken", (const char *) name);
      g_assert_true (g_hash_table_contains (named.keys, name));
    }
  g_hash_table_unref (named.actions);
  g_hash_table_unref (named.keys);
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static gboolean
has_no_dialog (gpointer data)
{
  (void) data;
  return g_list_length (gtk_application_get_windows (
             GTK_APPLICATION (window_test_application ()))) == 1;
}

/* Each line of the table has its row; on a telephone none is wider than the screen. The keys that
 * close any window close this one. */
static void
test_list_is_as_narrow_as_a_telephone (Fixture *fixture)
{
  guint n_lines = 0;
  const IjkShortcut *lines = ijk_shortcuts_list (&n_lines);
  guint n_expected = 0;
  GtkWindow *dialog;
  int least_px = 0;

  for (guint i = 0; i < n_lines; i++)
    n_expected += lines[i].title != NULL;
  g_assert_cmpuint (n_expected, >, 40);
  activate (fixture, "shortcuts");
  dialog = wait_for_dialog (fixture);
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog)), >=, n_expected);
  /* Without the frame that a window has where nothing else draws one. */
  gtk_widget_measure (gtk_window_get_child (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &least_px,
                      NULL, NULL, NULL);
  g_assert_cmpint (least_px, <=, 360);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL));
  wait_until (has_no_dialog, NULL);
}

static void
add_tests (void)
{
  window_test_add ("/window/shortcuts/are-those-there-are", test_shortcuts_are_those_there_are);
  window_test_add ("/window/shortcuts/as-narrow-as-a-telephone",
                   test_list_is_as_narrow_as_a_telephone);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}

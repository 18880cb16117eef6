/* The window of shortcuts against the keys that the program takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include <string.h>

/* What the window of shortcuts names: names of actions, and keys. */
typedef struct
{
  GHashTable *actions; /* (owned) (element-type utf8) */
  GHashTable *keys;    /* (owned) (element-type utf8) as "<Control>r" */
  const char *property;
} Overlay;

static void
overlay_start_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Overlay *overlay = user_data;

  (void) context;
  (void) error;
  overlay->property = NULL;
  for (guint i = 0; g_str_equal (element, "property") && names[i] != NULL; i++)
    if (g_str_equal (names[i], "name"))
      overlay->property = g_intern_string (values[i]);
}

static void
overlay_text_cb (GMarkupParseContext  *context,
                 const char           *text,
                 gsize                 length,
                 gpointer              user_data,
                 GError              **error)
{
  Overlay *overlay = user_data;
  g_autofree char *value = g_strndup (text, length);
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  (void) context;
  (void) error;
  if (g_strcmp0 (overlay->property, "action-name") == 0)
    g_hash_table_add (overlay->actions, g_steal_pointer (&value));
  else if (g_strcmp0 (overlay->property, "accelerator") == 0)
    for (guint i = 0; words[i] != NULL; i++)
      g_hash_table_add (overlay->keys, g_strdup (words[i]));
  overlay->property = NULL;
}

static void
read_overlay (Overlay *overlay)
{
  static const GMarkupParser parser = { .start_element = overlay_start_cb,
                                        .text = overlay_text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, overlay, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/org/ijkpad/Ijkpad/gtk/help-overlay.ui", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  overlay->actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  overlay->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                               (gssize) g_bytes_get_size (bytes), &error));
  g_assert_no_error (error);
}

static gboolean
is_letter (guint keyval)
{
  return g_unichar_isalpha (gdk_keyval_to_unicode (keyval));
}

/* The keys that @widget and what is in it take, as "<Control>r": all of them, and letters with Control
 * of our own widgets, which no one would guess. */
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
  Overlay overlay = { 0 };
  GHashTableIter iter;
  gpointer name;

  read_overlay (&overlay);
  g_assert_cmpuint (g_strv_length (actions), >, 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_test_message ("%s has keys", actions[i]);
      g_assert_true (g_hash_table_contains (overlay.actions, actions[i]));
    }
  g_hash_table_iter_init (&iter, overlay.actions);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, name);

      g_test_message ("%s is named", (const char *) name);
      g_assert_cmpuint (g_strv_length (keys), >, 0);
    }

  ijk_window_edit_path (fixture->window, &key);
  collect_keys (GTK_WIDGET (wait_for_dialog (fixture)), all, own);
  collect_keys (GTK_WIDGET (fixture->window), all, own);
  g_hash_table_iter_init (&iter, overlay.keys);
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
      g_assert_true (g_hash_table_contains (overlay.keys, name));
    }
  g_hash_table_unref (overlay.actions);
  g_hash_table_unref (overlay.keys);
}

static void
add_tests (void)
{
  window_test_add ("/window/shortcuts/are-those-there-are", test_shortcuts_are_those_there_are);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}

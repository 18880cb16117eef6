/* The window of GTK lays its columns side by side and needs 840 pixels, so it is cut off on a
 * telephone. This one is a list, as the preferences are: it is as narrow as the window it belongs
 * to, and can be searched. Keys of actions are asked of the application, so that what is shown is
 * what works.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-shortcuts.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX 560
#define HEIGHT_PX 640

static const IjkShortcut lines[] = {
  { .page = N_("Levers and charts") },
  { .group = N_("Levers") },
  { N_("Find a lever"), .action = "win.search" },
  { N_("Show or hide the levers"), .action = "win.show-levers" },
  { N_("What differs from the reference"), .action = "win.show-changed" },
  { N_("Reset the lever or the path"), .keys = "<Control>r" },
  { N_("Undo"), .action = "win.undo" },
  { N_("Redo"), .action = "win.redo" },
  { .group = N_("Charts") },
  { N_("A year later"), .action = "win.year-later" },
  { N_("A year earlier"), .action = "win.year-earlier" },
  { N_("Show as table"), .action = "win.show-table" },
  { N_("Fill the view"), .action = "win.fill" },
  { N_("Why this number"), .keys = "<Control>i" },
  { N_("Save chart"), .action = "win.save-figure" },
  { N_("Print chart"), .action = "win.print-figure" },
  { N_("Copy the numbers of a table"), .keys = "<Control>c" },
  { .group = N_("In a chart or a path") },
  { N_("Move the year"), .keys = "Left Right" },
  { N_("First and last year"), .keys = "Home End" },
  { N_("Highlight the next sector"), .action = "win.highlight-next" },
  { N_("Highlight the previous sector"), .action = "win.highlight-previous" },
  { N_("Read the numbers of the year"), .keys = "space" },
  { N_("Open the menu of a chart"), .keys = "Menu <Shift>F10" },
  { N_("Change the value of a point"), .keys = "Up Down" },
  { N_("Change it ten times as much"), .keys = "Page_Up Page_Down" },
  { N_("Remove a point"), .keys = "Delete" },
  { N_("Add a point"), .keys = "Insert" },
  { N_("Set a point to the reference"), .keys = "Home" },
  { N_("Paste a column into a path"), .keys = "<Control>v" },
  { .page = N_("Scenarios and files") },
  { .group = N_("Scenarios") },
  { N_("Choose a scenario"), .action = "win.scenarios" },
  { N_("New scenario"), .action = "win.new-scenario" },
  { N_("Duplicate scenario"), .action = "win.duplicate-scenario" },
  { N_("Rename scenario"), .action = "win.rename-scenario" },
  { N_("History"), .action = "win.history" },
  { .group = N_("Presenting") },
  { N_("Presenter mode"), .action = "win.presenter" },
  { N_("Bookmark this view"), .action = "win.add-bookmark" },
  { N_("Next bookmark"), .action = "win.next-bookmark" },
  { N_("Previous bookmark"), .action = "win.previous-bookmark" },
  { N_("Start from a question"), .action = "win.questions" },
  { .group = N_("Workbook") },
  { N_("Open workbook"), .action = "win.open" },
  { N_("New workbook"), .action = "win.new-workbook" },
  { N_("Save a copy"), .action = "win.save-copy" },
  { N_("Whether everything is saved"), .action = "win.saved" },
  { .group = N_("Program") },
  { N_("Explore"), .action = "win.view::explore" },
  { N_("Companies"), .action = "win.view::companies" },
  { N_("Preferences"), .action = "app.preferences" },
  { N_("Keyboard shortcuts"), .action = "win.shortcuts" },
  { N_("Close the window"), .action = "window.close" },
  { N_("Quit"), .action = "app.quit" },
};

/* Of the pages, in their order. */
static const char *const icons[] = { "ijk-levers-symbolic", "folder-symbolic" };

const IjkShortcut *
ijk_shortcuts_list (guint *n_lines)
{
  *n_lines = G_N_ELEMENTS (lines);
  return lines;
}

/* One below another: they are ways to the same, and a row has room for one. */
static GtkWidget *
make_keys (char **keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (keys[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/* The keys in words, for who cannot see them. Returns: (transfer full) */
static char *
describe_keys (char **keys)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *word = NULL;
      GdkModifierType modifiers;
      guint keyval;

      if (!gtk_accelerator_parse (keys[i], &keyval, &modifiers))
        continue;
      word = gtk_accelerator_get_label (keyval, modifiers);
      g_strv_builder_add (words, word);
    }
  all = g_strv_builder_end (words);
  return g_strjoinv (", ", all);
}

static GtkWidget *
make_row (GtkApplication    *application,
          const IjkShortcut *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) keys = line->action != NULL
                            ? gtk_application_get_accels_for_action (application, line->action)
                            : g_strsplit (line->keys, " ", -1);
  g_autofree char *words = describe_keys (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(line->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (keys));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(line->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return row;
}

static void
add_lines (AdwPreferencesWindow *window,
           GtkApplication       *application)
{
  AdwPreferencesPage *page = NULL;
  AdwPreferencesGroup *group = NULL;
  guint n_pages = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i].page != NULL)
      {
        g_assert (n_pages < G_N_ELEMENTS (icons));
        page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
        adw_preferences_page_set_title (page, _(lines[i].page));
        adw_preferences_page_set_icon_name (page, icons[n_pages++]);
        adw_preferences_window_add (window, page);
      }
    else if (lines[i].group != NULL)
      {
        group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
        adw_preferences_group_set_title (group, _(lines[i].group));
        adw_preferences_page_add (page, group);
      }
    else
      adw_preferences_group_add (group, make_row (application, &lines[i]));
}

void
ijk_shortcuts_show (GtkWindow *parent)
{
  GtkApplication *application;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  application = gtk_window_get_application (parent);
  g_return_if_fail (application != NULL);

  /* With the application its keys work here too, such as the one that closes a window. */
  window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "application", application, "title",
                         _("Keyboard Shortcuts"), "transient-for", parent, "modal", TRUE,
                         "destroy-with-parent", TRUE, NULL);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (window),
                                 MIN (gtk_widget_get_width (GTK_WIDGET (parent)), WIDTH_PX),
                                 MIN (gtk_widget_get_height (GTK_WIDGET (parent)), HEIGHT_PX));
  add_lines (ADW_PREFERENCES_WINDOW (window), application);
  gtk_window_present (GTK_WINDOW (window));
}

/* Workbooks and tables: open, new, save a copy, recent ones, import with a preview, drop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-import-window.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define WORKBOOK_TYPE "application/vnd.ijkpad+sqlite3"

typedef struct
{
  GWeakRef window;
  char *path;    /* (owned) */
  char *missing; /* (owned) (nullable) what was to be opened, but is not there */
} Opening;

static void
opening_free (Opening *opening)
{
  g_weak_ref_clear (&opening->window);
  g_free (opening->path);
  g_free (opening->missing);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
add_recent (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  char type[] = WORKBOOK_TYPE;
  char name[] = "ijkpad";
  char command[] = "ijkpad %f";
  GtkRecentData data = { .mime_type = type, .app_name = name, .app_exec = command };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Where the last session with this very workbook was. */
static void
restore_place (IjkWindow  *self,
               const char *path)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-workbook");
  const gint64 scenario = g_settings_get_int64 (self->settings, "last-scenario");
  const gint64 compare = g_settings_get_int64 (self->settings, "compare");
  GPtrArray *records = ijk_session_get_scenarios (self->session);

  ijk_session_set_year (self->session, CLAMP (g_settings_get_int (self->settings, "last-year"),
                                              IJK_FIRST_YEAR, IJK_LAST_YEAR));
  if (strcmp (last, path) != 0)
    return;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == scenario && scenario != ijk_session_get_scenario_id (self->session))
        ijk_session_select_scenario (self->session, scenario);
      if (record->id == compare)
        ijk_session_set_compare_id (self->session, compare);
    }
}

/* Nobody is to take another workbook for the one that was asked for. */
static void
tell_missing (IjkWindow     *self,
              const Opening *opening)
{
  g_autofree char *missing = g_filename_display_name (opening->missing);
  g_autofree char *open = g_filename_display_name (opening->path);
  /* Translators: both are names of files with their folders */
  g_autofree char *sentence
      = g_strdup_printf (_("“%1$s” cannot be reached, so “%2$s” is open instead. If the first is "
                           "on a drive, connect the drive and open it; if it was moved, find it "
                           "with Open."),
                         missing, open);

  ijk_window_show_trouble (self, _("Another workbook is open"), sentence);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&opening->window);
  g_autoptr (GError) error = NULL;
  const gboolean is_open = ijk_session_open_finish (IJK_SESSION (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!is_open)
    {
      self->is_placed = TRUE;
      ijk_window_show_trouble (self, _("The workbook was not opened"), error->message);
      return;
    }
  restore_place (self, opening->path);
  self->is_placed = TRUE;
  add_recent (opening->path);
  ijk_window_follow_scenarios (self);
  ijk_window_read_bookmarks (self);
  if (opening->missing != NULL)
    tell_missing (self, opening);
  if (self->waiting_table != NULL)
    {
      g_autofree char *table = g_steal_pointer (&self->waiting_table);

      ijk_import_window_show (GTK_WINDOW (self), self->session, table);
    }
  else if (!g_settings_get_boolean (self->settings, "tour-seen"))
    ijk_window_start_tour_when_drawn (self);
}

/* @missing: (transfer full) (nullable): what was to be opened, but is not there */
static void
start_opening (IjkWindow  *self,
               const char *path,
               char       *missing)
{
  Opening *opening = g_new0 (Opening, 1);

  self->is_placed = FALSE;
  g_weak_ref_init (&opening->window, self);
  opening->path = g_strdup (path);
  opening->missing = missing;
  ijk_session_open_async (self->session, path, self->cancellable, opened_cb, opening);
}

void
ijk_window_open_path (IjkWindow  *self,
                      const char *path)
{
  start_opening (self, path, NULL);
}

void
ijk_window_open_first (IjkWindow *self)
{
  IjkApplication *application = IJK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  char *missing = NULL;
  g_autofree char *path = ijk_application_dup_first_path (application, &missing);
  g_autofree char *folder = g_path_get_dirname (path);

  (void) g_mkdir_with_parents (folder, 0700); /* opening says what is wrong with the folder */
  start_opening (self, path, missing);
}

static gboolean
is_table (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".csv") || g_str_has_suffix (folded, ".tsv");
}

void
ijk_window_open_file (IjkWindow *self,
                      GFile     *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (IJK_IS_WINDOW (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      ijk_window_show_trouble (self, _("The workbook was not opened"),
                               _("Ijkpad can only open files on this computer or on a drive that "
                                 "is connected to it. Copy the file first."));
      return;
    }
  if (!is_table (path))
    ijk_window_open_path (self, path);
  else if (ijk_session_get_reference (self->session) != NULL)
    ijk_import_window_show (GTK_WINDOW (self), self->session, path);
  else
    {
      /* A table named at the start is for the workbook that opens first. */
      g_free (self->waiting_table);
      self->waiting_table = g_steal_pointer (&path);
      ijk_window_open_first (self);
    }
}

void
ijk_window_open_files (IjkWindow *self,
                       GFile    **files,
                       guint      n_files)
{
  g_return_if_fail (IJK_IS_WINDOW (self) && n_files > 0);

  ijk_window_open_file (self, files[0]);
  if (n_files > 1)
    ijk_window_say (self, _("One workbook is open at a time: the first was opened."));
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char           *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/* The reference is kept until the response: a native dialog that is only shown goes away. */
static GtkFileChooserNative *
make_chooser (IjkWindow            *self,
              const char           *title,
              GtkFileChooserAction  action,
              GCallback             response_cb)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", response_cb, self, 0);
  return self->chooser;
}

static void
open_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  IjkWindow       *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    ijk_window_open_file (self, file);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;
  GtkFileChooserNative *chooser = make_chooser (
      self, _("Open Workbook"), GTK_FILE_CHOOSER_ACTION_OPEN, G_CALLBACK (open_response_cb));

  (void) action;
  (void) parameter;
  add_filter (chooser, _("Workbooks"), "*.ijkpad");
  add_filter (chooser, _("All files"), "*");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static char *
with_suffix (const char *path)
{
  return g_str_has_suffix (path, ".ijkpad") ? g_strdup (path) : g_strconcat (path, ".ijkpad", NULL);
}

static void
new_response_cb (GtkNativeDialog *dialog,
                 int              response,
                 IjkWindow       *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *full = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path == NULL)
    return;
  full = with_suffix (path);
  if (g_file_test (full, G_FILE_TEST_EXISTS))
    ijk_window_show_trouble (self, _("The workbook was not made"),
                             _("A file of that name exists. Choose another name, or open it."));
  else
    ijk_window_open_path (self, full);
}

static void
new_workbook_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  IjkWindow *self = user_data;
  GtkFileChooserNative *chooser = make_chooser (
      self, _("New Workbook"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (new_response_cb));

  (void) action;
  (void) parameter;
  /* Translators: the name of a file, before its ending .ijkpad */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Workbook.ijkpad"));
  add_filter (chooser, _("Workbooks"), "*.ijkpad");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* On the store thread, after every edit that was handed over before. */
static gpointer
copy_call (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  if (!ijk_workbook_save_copy (workbook, data, error))
    return NULL;
  return g_strdup (data);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&opening->window);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  (void) source;
  if (self == NULL)
    return;
  path = ijk_session_call_finish (self->session, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (path == NULL)
    {
      ijk_window_show_trouble (self, _("The copy was not saved"), error->message);
      return;
    }
  name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  sentence = g_strdup_printf (_("A copy was saved as “%s”."), name);
  ijk_window_say (self, sentence);
}

static void
copy_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  IjkWindow       *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  Opening *opening;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path == NULL)
    return;
  opening = g_new0 (Opening, 1);
  g_weak_ref_init (&opening->window, self);
  ijk_session_call_async (self->session, copy_call, with_suffix (path),
                        g_free, g_free, self->cancellable, copied_cb, opening);
}

static void
save_copy_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;
  GtkFileChooserNative *chooser = make_chooser (
      self, _("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (copy_response_cb));
  const char *path = ijk_session_get_path (self->session);
  g_autofree char *name = path == NULL ? NULL : g_filename_display_basename (path);
  g_autofree char *copy = NULL;
  char *dot = name == NULL ? NULL : strrchr (name, '.');

  (void) action;
  (void) parameter;
  if (dot != NULL)
    *dot = '\0';
  /* Translators: the name of a workbook; the name of a copy of it */
  copy = g_strdup_printf (_("%s (copy).ijkpad"), name != NULL ? name : "Ijkpad");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), copy);
  add_filter (chooser, _("Workbooks"), "*.ijkpad");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_response_cb (GtkNativeDialog *dialog,
                    int              response,
                    IjkWindow       *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL)
    ijk_import_window_show (GTK_WINDOW (self), self->session, path);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;
  GtkFileChooserNative *chooser
      = make_chooser (self, _("Import Installations"), GTK_FILE_CHOOSER_ACTION_OPEN,
                      G_CALLBACK (import_response_cb));

  (void) action;
  (void) parameter;
  add_filter (chooser, _("Tables (CSV)"), "*.csv");
  add_filter (chooser, _("All files"), "*");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
saved_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_window_offer (user_data, _("Everything is saved as you go."), _("Save a Copy…"),
                    "win.save-copy");
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  (void) action;
  if (g_file_query_exists (file, NULL))
    {
      ijk_window_open_file (user_data, file);
      return;
    }
  /* Opening would make an empty one in its place. */
  (void) gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  name = g_file_get_parse_name (file);
  /* Translators: the name of a file with its folder */
  sentence = g_strdup_printf (_("“%s” is not there any more. If it was moved or renamed, find it "
                                "with Open; if it is on a drive, connect the drive first."),
                              name);
  ijk_window_show_trouble (user_data, _("The workbook was not opened"), sentence);
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* The menu is filled when it opens: other programs write this list too. */
static void
fill_recent (GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (menu);
  items = g_list_sort (items, compare_visits);
  for (GList *l = items; l != NULL && n < 8; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      const char *uri = gtk_recent_info_get_uri (info);
      g_autoptr (GMenuItem) item = NULL;

      if (!g_str_has_suffix (uri, ".ijkpad") || !gtk_recent_info_exists (info))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (menu, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
menu_active_cb (IjkWindow *self)
{
  fill_recent (self->recent_menu);
}

void
ijk_window_add_file_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "open", .activate = open_cb },
    { .name = "open-recent", .activate = open_recent_cb, .parameter_type = "s" },
    { .name = "new-workbook", .activate = new_workbook_cb },
    { .name = "save-copy", .activate = save_copy_cb },
    { .name = "import", .activate = import_cb },
    { .name = "saved", .activate = saved_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->menu_button, "notify::active", G_CALLBACK (menu_active_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Bookmarks: places in the workbook to come back to, one after the other when presenting. A
 * bookmark names the scenario; what was shown of it is a text that only this file reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-text-dialog.h"

#include <glib/gi18n-lib.h>

/* Keys of the text of a bookmark, an a{sv} as GVariant prints it. */
#define KEY_YEAR "year"
#define KEY_N_CHARTS "n-charts"
#define KEY_CHARTS "charts"
#define KEY_COMPARE "compare"
#define KEY_SECTOR "sector"

/* A call of the store about bookmarks. */
typedef struct
{
  gint64 id; /* of the scenario, or of the bookmark that goes */
  char *name; /* (owned) (nullable) */
  char *view; /* (owned) (nullable) */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->name);
  g_free (edit->view);
  g_free (edit);
}

static gpointer
list_call (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  (void) data;
  return ijk_workbook_list_bookmarks (workbook, error);
}

static gpointer
add_call (IjkWorkbook *workbook,
          gpointer     data,
          GError     **error)
{
  const Edit *edit = data;

  if (ijk_workbook_add_bookmark (workbook, edit->id, edit->name, edit->view, error) == 0)
    return NULL;
  return ijk_workbook_list_bookmarks (workbook, error);
}

static gpointer
remove_call (IjkWorkbook *workbook,
             gpointer     data,
             GError     **error)
{
  const Edit *edit = data;

  if (!ijk_workbook_remove_bookmark (workbook, edit->id, error))
    return NULL;
  return ijk_workbook_list_bookmarks (workbook, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const IjkBookmark *first = *(const IjkBookmark *const *) a;
  const IjkBookmark *second = *(const IjkBookmark *const *) b;

  return first->id < second->id ? -1 : first->id > second->id ? 1 : 0;
}

static char *
print_view (IjkWindow *self)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (self->explore);
  g_auto (GStrv) charts = ijk_explore_view_dup_charts (explore);
  const guint sector = ijk_session_get_sector (self->session);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) view = NULL;

  g_variant_dict_insert (&dict, KEY_YEAR, "i", ijk_session_get_year (self->session));
  g_variant_dict_insert (&dict, KEY_N_CHARTS, "i", ijk_explore_view_get_n_charts (explore));
  g_variant_dict_insert (&dict, KEY_CHARTS, "^as", charts);
  g_variant_dict_insert (&dict, KEY_COMPARE, "x", ijk_session_get_compare_id (self->session));
  if (sector != IJK_NONE)
    g_variant_dict_insert (&dict, KEY_SECTOR, "u", sector);
  view = g_variant_ref_sink (g_variant_dict_end (&dict));
  return g_variant_print (view, TRUE);
}

/* A text that is not of this form, from a later version or a damaged file, leaves the view as it
 * is. */
static void
follow_view (IjkWindow  *self,
             const char *text)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (self->explore);
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (GVariant) view = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  g_autofree const char **charts = NULL;
  gint32 number;
  gint64 compare;
  guint32 sector;

  if (view == NULL)
    return;
  if (g_variant_lookup (view, KEY_N_CHARTS, "i", &number))
    g_settings_set_int (self->settings, "n-charts", CLAMP (number, 1, 4));
  if (g_variant_lookup (view, KEY_CHARTS, "^a&s", &charts))
    ijk_explore_view_set_charts (explore, charts);
  if (g_variant_lookup (view, KEY_YEAR, "i", &number))
    ijk_session_set_year (self->session, CLAMP (number, IJK_FIRST_YEAR, IJK_LAST_YEAR));
  if (g_variant_lookup (view, KEY_COMPARE, "x", &compare))
    ijk_session_set_compare_id (self->session, compare);
  if (!g_variant_lookup (view, KEY_SECTOR, "u", &sector) || sector >= reference->n_sectors)
    sector = IJK_NONE;
  ijk_session_set_sector (self->session, sector);
}

static void
append_bookmark (GMenu      *menu,
                 const char *name,
                 const char *action,
                 gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (IjkWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenu) commands = g_menu_new ();
  const guint n = self->bookmarks == NULL ? 0 : self->bookmarks->len;

  for (guint i = 0; i < n; i++)
    {
      const IjkBookmark *bookmark = g_ptr_array_index (self->bookmarks, i);

      append_bookmark (places, bookmark->name, "win.go-to-bookmark", bookmark->id);
      append_bookmark (removal, bookmark->name, "win.remove-bookmark", bookmark->id);
    }
  g_menu_append (commands, _("Bookmark This View…"), "win.add-bookmark");
  if (n > 0)
    {
      g_menu_append (commands, _("Next Bookmark"), "win.next-bookmark");
      g_menu_append_submenu (commands, _("Remove"), G_MENU_MODEL (removal));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (commands));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->bookmark_button), G_MENU_MODEL (menu));
  ijk_window_enable (self, "next-bookmark", n > 0);
  ijk_window_enable (self, "previous-bookmark", n > 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (IjkWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bookmarks = NULL;

  (void) source;
  if (self->session == NULL)
    return;
  bookmarks = ijk_session_call_finish (self->session, result, &error);
  if (bookmarks == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ijk_window_say (self, error->message);
      return;
    }
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  self->bookmarks = g_steal_pointer (&bookmarks);
  g_ptr_array_sort (self->bookmarks, compare_ids); /* as they were made */
  fill_menu (self);
}

static void
call (IjkWindow    *self,
      IjkStoreCall  function,
      Edit         *edit)
{
  ijk_session_call_async (self->session, function, edit,
                        edit == NULL ? NULL : edit_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, listed_cb, g_object_ref (self));
}

void
ijk_window_read_bookmarks (IjkWindow *self)
{
  self->last_bookmark = 0;
  call (self, list_call, NULL);
}

static void
answered_cb (gpointer    user_data,
             const char *text)
{
  IjkWindow *self = user_data;
  Edit *edit = g_new0 (Edit, 1);

  edit->id = ijk_session_get_scenario_id (self->session);
  edit->name = g_strdup (text);
  edit->view = print_view (self);
  call (self, add_call, edit);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  IjkWindow *self = user_data;
  const char *scenario = ijk_session_get_scenario_name (self->session);
  /* Translators: the name of a scenario and a year: the name of a bookmark */
  g_autofree char *name = g_strdup_printf (_("%s, %d"), scenario != NULL ? scenario : "",
                                           ijk_session_get_year (self->session));

  (void) action;
  (void) parameter;
  ijk_text_dialog_show (GTK_WINDOW (self), _("Bookmark this view"),
                        _("Scenario, charts and year are found again under this name."), name,
                        _("_Bookmark"), FALSE, answered_cb, G_OBJECT (self));
}

static void
go_to (IjkWindow         *self,
       const IjkBookmark *bookmark)
{
  self->last_bookmark = bookmark->id;
  if (bookmark->scenario_id != 0
      && bookmark->scenario_id != ijk_session_get_scenario_id (self->session))
    ijk_session_select_scenario (self->session, bookmark->scenario_id);
  follow_view (self, bookmark->view);
  if (!self->is_presenting)
    ijk_window_say (self, bookmark->name);
}

static void
go_to_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  IjkWindow *self = user_data;
  const gint64 id = g_variant_get_int64 (parameter);

  (void) action;
  for (guint i = 0; self->bookmarks != NULL && i < self->bookmarks->len; i++)
    {
      const IjkBookmark *bookmark = g_ptr_array_index (self->bookmarks, i);

      if (bookmark->id == id)
        {
          go_to (self, bookmark);
          return;
        }
    }
}

/* The neighbour of the one gone to last, round and round. */
static void
step (IjkWindow *self,
      int        by)
{
  const int n = self->bookmarks == NULL ? 0 : (int) self->bookmarks->len;
  int i_last = by > 0 ? -1 : n;

  if (n == 0)
    return;
  for (int i = 0; i < n; i++)
    {
      const IjkBookmark *bookmark = g_ptr_array_index (self->bookmarks, i);

      if (bookmark->id == self->last_bookmark)
        i_last = i;
    }
  go_to (self, g_ptr_array_index (self->bookmarks, (i_last + by + n) % n));
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  (void) action;
  (void) parameter;
  step (user_data, 1);
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  (void) action;
  (void) parameter;
  step (user_data, -1);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  (void) action;
  edit->id = g_variant_get_int64 (parameter);
  call (user_data, remove_call, edit);
}

void
ijk_window_add_bookmark_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "add-bookmark", .activate = add_cb },
    { .name = "go-to-bookmark", .activate = go_to_cb, .parameter_type = "x" },
    { .name = "remove-bookmark", .activate = remove_cb, .parameter_type = "x" },
    { .name = "next-bookmark", .activate = next_cb },
    { .name = "previous-bookmark", .activate = previous_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  fill_menu (self);
}

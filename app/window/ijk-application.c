/* The application: what outlives a window. It owns settings and session, opens what it is asked to,
 * and makes the window anew when the language changes, because templates take their words when they
 * are made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-application.h"

#include "ijk-about.h"
#include "ijk-language.h"
#include "ijk-preferences.h"
#include "ijk-widget.h"
#include "ijk-window.h"

#include <glib/gi18n-lib.h>

struct _IjkApplication
{
  AdwApplication parent_instance;

  GSettings *settings;        /* (owned) */
  IjkDataSet *data_set;       /* (owned) */
  IjkSession *session;        /* (owned) (nullable) before startup */
};

G_DEFINE_FINAL_TYPE (IjkApplication, ijk_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accelerators[4];
} Accelerator;

static const Accelerator accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question", "F1" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f" } },
  { "win.show-levers", { "F9" } },
  { "win.show-changed", { "<Control><Shift>r" } },
  { "win.presenter", { "F11" } },
  { "win.open", { "<Control>o" } },
  { "win.new-workbook", { "<Control><Shift>n" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.saved", { "<Control>s" } },
  { "win.new-scenario", { "<Control>n" } },
  { "win.duplicate-scenario", { "<Control><Shift>d" } },
  { "win.rename-scenario", { "F2" } },
  { "win.scenarios", { "<Control>l" } },
  { "win.history", { "<Control>h" } },
  { "win.questions", { "<Control>k" } },
  { "win.add-bookmark", { "<Control>d" } },
  { "win.next-bookmark", { "<Control>Page_Down" } },
  { "win.previous-bookmark", { "<Control>Page_Up" } },
  { "win.year-later", { "<Alt>Right" } },
  { "win.year-earlier", { "<Alt>Left" } },
  { "win.highlight-next", { "<Alt>Down" } },
  { "win.highlight-previous", { "<Alt>Up" } },
  { "win.show-table", { "<Control>t" } },
  { "win.fill", { "<Control>Return" } },
  { "win.save-figure", { "<Control>e" } },
  { "win.print-figure", { "<Control>p" } },
  { "win.view('explore')", { "<Control>1" } },
  { "win.view('companies')", { "<Control>2" } },
  { "window.close", { "<Control>w" } },
};

static IjkWindow *
find_window (IjkApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (IJK_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
follow_style (IjkApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  ijk_widget_set_contrast (g_str_equal (style, "contrast"));
}

static void
take_language (IjkApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");

  if (!ijk_language_select (*language != '\0' ? language : NULL))
    ijk_language_select (NULL);
}

void
ijk_application_follow_language (IjkApplication *self)
{
  IjkWindow *old, *new;

  g_return_if_fail (IJK_IS_APPLICATION (self));

  take_language (self);
  ijk_session_set_language (self->session, ijk_language_get ());
  old = find_window (self);
  if (old == NULL)
    return;
  /* The new one first: an application without windows ends. */
  new = ijk_window_new (self);
  gtk_window_present (GTK_WINDOW (new));
  ijk_preferences_follow_language (self, GTK_WINDOW (new));
  gtk_window_destroy (GTK_WINDOW (old));
}

/* In an idle: the change comes from a list in a window that is about to go. */
static gboolean
follow_language_cb (gpointer user_data)
{
  ijk_application_follow_language (user_data);
  return G_SOURCE_REMOVE;
}

static void
language_changed_cb (IjkApplication *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, follow_language_cb, g_object_ref (self),
                   g_object_unref);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_preferences_show (user_data, gtk_application_get_active_window (user_data));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  IjkApplication *self = user_data;

  (void) action;
  (void) parameter;
  ijk_about_show (gtk_application_get_active_window (GTK_APPLICATION (self)),
                  ijk_session_get_reference (self->session));
}

/* Closing the window is the way out: it saves what was shown, and the session what was done. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *window = find_window (user_data);

  (void) action;
  (void) parameter;
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
ijk_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = preferences_cb },
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  IjkApplication *self = IJK_APPLICATION (application);

  G_APPLICATION_CLASS (ijk_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (IJK_APPLICATION_ID);
  ijk_widget_init ();
  take_language (self);
  follow_style (self);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (follow_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].accelerators);
  self->session = ijk_session_new (self->data_set, ijk_language_get ());
}

static IjkWindow *
show_window (IjkApplication *self)
{
  IjkWindow *window = find_window (self);

  if (window == NULL)
    window = ijk_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
ijk_application_activate (GApplication *application)
{
  IjkApplication *self = IJK_APPLICATION (application);
  IjkWindow *window = show_window (self);

  if (ijk_session_get_path (self->session) == NULL)
    ijk_window_open_first (window);
}

static void
ijk_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  IjkWindow *window = show_window (IJK_APPLICATION (application));

  (void) hint;
  ijk_window_open_files (window, files, (guint) n_files);
}

static void
ijk_application_dispose (GObject *object)
{
  IjkApplication *self = IJK_APPLICATION (object);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ijk_application_parent_class)->dispose (object);
}

static void
ijk_application_finalize (GObject *object)
{
  ijk_data_set_free (IJK_APPLICATION (object)->data_set);
  G_OBJECT_CLASS (ijk_application_parent_class)->finalize (object);
}

static void
ijk_application_class_init (IjkApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = ijk_application_dispose;
  object_class->finalize = ijk_application_finalize;
  application_class->startup = ijk_application_startup;
  application_class->activate = ijk_application_activate;
  application_class->open = ijk_application_open;
}

static void
ijk_application_init (IjkApplication *self)
{
  (void) self;
}

IjkApplication *
ijk_application_new (GSettings        *settings,
                     const IjkDataSet *data_set)
{
  IjkApplication *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && data_set != NULL, NULL);

  self = g_object_new (IJK_TYPE_APPLICATION, "application-id", IJK_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/ijkpad/Ijkpad",
                       NULL);
  self->settings = g_object_ref (settings);
  self->data_set = ijk_data_set_copy (data_set);
  return self;
}

GSettings *
ijk_application_get_settings (IjkApplication *self)
{
  g_return_val_if_fail (IJK_IS_APPLICATION (self), NULL);

  return self->settings;
}

IjkSession *
ijk_application_get_session (IjkApplication *self)
{
  g_return_val_if_fail (IJK_IS_APPLICATION (self), NULL);

  return self->session;
}

/* The workbook that a person expects to see again. Returns: (transfer full) (nullable) */
static char *
dup_expected_path (IjkApplication *self)
{
  static const char *const keys[] = { "default-workbook", "last-workbook" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_settings_get_string (self->settings, keys[i]);

      if (*path != '\0')
        return g_steal_pointer (&path);
    }
  return NULL;
}

char *
ijk_application_dup_first_path (IjkApplication *self,
                                char          **missing)
{
  g_autofree char *expected = NULL;
  g_autofree char *last = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (IJK_IS_APPLICATION (self) && missing != NULL, NULL);

  *missing = NULL;
  expected = dup_expected_path (self);
  if (expected != NULL && g_file_test (expected, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&expected);
  made = ijk_workbook_default_path ();
  if (g_strcmp0 (expected, made) != 0)
    *missing = g_steal_pointer (&expected);
  last = g_settings_get_string (self->settings, "last-workbook");
  return g_file_test (last, G_FILE_TEST_EXISTS) ? g_steal_pointer (&last)
                                                : g_steal_pointer (&made);
}

/* What differs from the reference. The list is made anew when the set of levers differs and only
 * rewritten when their values do, so that a drag does not make widgets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-changed-list.h"

#include "ijk-lever-words.h"
#include "ijk-widget.h"

#include <glib/gi18n-lib.h>

struct _IjkChangedList
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  GArray *keys;        /* (element-type IjkLeverKey) one a row */
  GArray *are_own;     /* (element-type gboolean) one a row */
  GtkWidget *list;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkChangedList, ijk_changed_list, GTK_TYPE_WIDGET)

static const IjkLeverSetting *
find_setting (const IjkScenario *scenario,
              const IjkLeverKey *key)
{
  for (; scenario != NULL; scenario = ijk_scenario_get_parent (scenario))
    {
      const IjkLeverSetting *setting = ijk_scenario_get_setting (scenario, key);

      if (setting != NULL)
        return setting;
    }
  return NULL;
}

/* The levers that the scenario and its parents set, the scenario's own first, each once. */
static void
list_keys (const IjkScenario *scenario,
           GArray            *keys,
           GArray            *are_own)
{
  gboolean is_own = TRUE;

  for (; scenario != NULL; scenario = ijk_scenario_get_parent (scenario), is_own = FALSE)
    {
      guint n_settings;
      const IjkReference *reference = ijk_scenario_get_reference (scenario);
      const IjkLeverSetting *settings = ijk_scenario_get_settings (scenario, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        {
          gboolean is_known = FALSE;

          for (guint j = 0; j < keys->len && !is_known; j++)
            is_known = ijk_lever_key_compare (&g_array_index (keys, IjkLeverKey, j),
                                              &settings[i].key) == 0;
          if (is_known || ijk_lever_words_is_default (reference, &settings[i]))
            continue;
          g_array_append_val (keys, settings[i].key);
          g_array_append_val (are_own, is_own);
        }
    }
}

static gboolean
keys_equal (const GArray *a,
            const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (ijk_lever_key_compare (&g_array_index (a, IjkLeverKey, i),
                               &g_array_index (b, IjkLeverKey, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
reset_clicked_cb (GtkButton      *button,
                  IjkChangedList *self)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  const IjkLeverKey key = g_array_index (self->keys, IjkLeverKey, i);

  ijk_session_reset_lever (self->session, &key);
}

static void
row_activated_cb (GtkListBox     *list,
                  GtkListBoxRow  *row,
                  IjkChangedList *self)
{
  const IjkLeverKey key
      = g_array_index (self->keys, IjkLeverKey, (guint) gtk_list_box_row_get_index (row));

  (void) list;
  g_signal_emit (self, signals[ACTIVATED], 0, &key);
}

static void
write_row (IjkChangedList *self,
           guint           i)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  const IjkLeverKey *key = &g_array_index (self->keys, IjkLeverKey, i);
  const IjkLeverSetting *setting = find_setting (scenario, key);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
  g_autofree char *value = NULL;
  g_autofree char *subtitle = NULL;

  if (setting == NULL || row == NULL)
    return;
  value = ijk_lever_words_value (reference, key, &setting->value,
                                 ijk_session_get_year (self->session));
  if (key->scope == IJK_SCOPE_SECTOR || key->scope == IJK_SCOPE_COMPANY)
    {
      g_autofree char *scope = ijk_lever_key_dup_scope_name (reference, key);

      /* Translators: what a lever is set on, and its value: "Refining: 40%" */
      subtitle = g_strdup_printf (_("%s: %s"), scope, value);
    }
  else
    subtitle = g_steal_pointer (&value);
  if (!g_array_index (self->are_own, gboolean, i))
    {
      g_autofree char *own = g_steal_pointer (&subtitle);

      /* Translators: the value of a lever that a parent scenario sets */
      subtitle = g_strdup_printf (_("%s (from the scenario it builds on)"), own);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
make_row (IjkChangedList *self,
          guint           i)
{
  const IjkLeverKey *key = &g_array_index (self->keys, IjkLeverKey, i);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = ijk_lever_key_dup_name (ijk_session_get_reference (self->session), key);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (g_array_index (self->are_own, gboolean, i))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("ijk-reset-symbolic");
      /* Translators: the name of a lever */
      g_autofree char *label = g_strdup_printf (_("Reset %s"), name);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (reset_clicked_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
ijk_changed_list_update (IjkChangedList *self)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
  g_autoptr (GArray) are_own = g_array_new (FALSE, FALSE, sizeof (gboolean));

  g_return_if_fail (IJK_IS_CHANGED_LIST (self));

  list_keys (ijk_session_get_scenario (self->session), keys, are_own);
  if (!keys_equal (keys, self->keys)
      || memcmp (are_own->data, self->are_own->data, are_own->len * sizeof (gboolean)) != 0)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      g_array_unref (self->keys);
      self->keys = g_steal_pointer (&keys);
      g_array_unref (self->are_own);
      self->are_own = g_steal_pointer (&are_own);
      for (guint i = 0; i < self->keys->len; i++)
        make_row (self, i);
    }
  for (guint i = 0; i < self->keys->len; i++)
    write_row (self, i);
}

guint
ijk_changed_list_count (IjkSession *session)
{
  const IjkScenario *scenario = ijk_session_get_scenario (session);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
  g_autoptr (GArray) are_own = g_array_new (FALSE, FALSE, sizeof (gboolean));

  list_keys (scenario, keys, are_own);
  return keys->len;
}

static void
result_cb (IjkChangedList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ijk_changed_list_update (self);
}

static void
ijk_changed_list_map (GtkWidget *widget)
{
  ijk_changed_list_update (IJK_CHANGED_LIST (widget));
  GTK_WIDGET_CLASS (ijk_changed_list_parent_class)->map (widget);
}

static void
ijk_changed_list_dispose (GObject *object)
{
  IjkChangedList *self = IJK_CHANGED_LIST (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_changed_list_parent_class)->dispose (object);
}

static void
ijk_changed_list_finalize (GObject *object)
{
  IjkChangedList *self = IJK_CHANGED_LIST (object);

  g_array_unref (self->keys);
  g_array_unref (self->are_own);
  G_OBJECT_CLASS (ijk_changed_list_parent_class)->finalize (object);
}

static void
ijk_changed_list_class_init (IjkChangedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ijk_changed_list_dispose;
  object_class->finalize = ijk_changed_list_finalize;
  widget_class->map = ijk_changed_list_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "changedlist");
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ijk_changed_list_init (IjkChangedList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
  self->are_own = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->list = gtk_list_box_new ();
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
ijk_changed_list_new (IjkSession *session)
{
  IjkChangedList *self = g_object_new (IJK_TYPE_CHANGED_LIST, NULL);

  self->session = g_object_ref (session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What differs from the reference"), -1);
  g_signal_connect_object (session, "notify::result", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* One heading of the lever panel. A row costs widgets and follows every result, so a lever gets its
 * row when it is first seen: at the start only those that matter most, the rest when asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-section.h"

#include "ijk-lever-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  IjkLeverKey key;
  gboolean is_main;
  gboolean is_changed;
  IjkLeverRow *row; /* (nullable) of the list */
} Entry;

struct _IjkLeverSection
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  GArray *entries;     /* (element-type Entry) */
  char *gloss;         /* (owned) (nullable) */
  char *search_words;  /* (owned) (nullable) that find all its levers */
  char *search;        /* (owned) (nullable) */
  IjkScopeKind scope;
  guint target;
  gboolean is_open;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *list;
  GtkWidget *more;
};

enum
{
  EDIT_PATH,
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkLeverSection, ijk_lever_section, GTK_TYPE_WIDGET)

static gboolean
is_project (const IjkLeverKey *key)
{
  return key->lever >= IJK_N_TABLE_LEVERS;
}

/* The key of an entry on what the panel is set to. */
static IjkLeverKey
key_in_scope (IjkLeverSection *self,
              const Entry     *entry)
{
  if (is_project (&entry->key))
    return entry->key;
  return (IjkLeverKey) { entry->key.lever, self->scope, self->target };
}

static gboolean
can_be_set (IjkLeverSection *self,
            const Entry     *entry)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);

  if (is_project (&entry->key))
    return TRUE;
  return (reference->levers[entry->key.lever].scopes & (1u << self->scope)) != 0;
}

static gboolean
scenario_sets (IjkLeverSection   *self,
               const IjkLeverKey *key)
{
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  const IjkLeverKey start = { IJK_LEVER_PROJECT_START, key->scope, key->target };
  const IjkLeverSetting *setting
      = scenario == NULL ? NULL : ijk_scenario_get_setting (scenario, key);

  if (setting == NULL && scenario != NULL && key->lever == IJK_LEVER_PROJECT)
    setting = ijk_scenario_get_setting (scenario, &start);
  return setting != NULL
         && !ijk_lever_words_is_default (ijk_session_get_reference (self->session), setting);
}

static void
edit_path_cb (IjkLeverRow *row,
              gpointer     user_data)
{
  g_signal_emit (user_data, signals[EDIT_PATH], 0, ijk_lever_row_get_key (row));
}

static void
message_cb (IjkLeverRow *row,
            const char  *text,
            gpointer     user_data)
{
  (void) row;
  g_signal_emit (user_data, signals[MESSAGE], 0, text);
}

static void
make_row (IjkLeverSection *self,
          guint            i_entry)
{
  Entry *entry = &g_array_index (self->entries, Entry, i_entry);
  const IjkLeverKey key = key_in_scope (self, entry);
  int position = 0;

  for (guint i = 0; i < i_entry; i++)
    if (g_array_index (self->entries, Entry, i).row != NULL)
      position++;
  entry->row = IJK_LEVER_ROW (ijk_lever_row_new (self->session, &key));
  g_signal_connect_object (entry->row, "edit-path", G_CALLBACK (edit_path_cb), self, 0);
  g_signal_connect_object (entry->row, "message", G_CALLBACK (message_cb), self, 0);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), GTK_WIDGET (entry->row), position);
}

/* @keeps_shown: a row does not vanish under the hand that has just reset it. */
static guint
show_entries (IjkLeverSection *self,
              gboolean         keeps_shown)
{
  const gboolean is_searching = self->search != NULL && *self->search != '\0';
  guint n_shown = 0;
  guint n_hidden = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const IjkLeverKey key = key_in_scope (self, entry);
      gboolean is_shown = can_be_set (self, entry);
      gboolean is_folded = !is_searching && !self->is_open && !entry->is_main
                           && self->scope == IJK_SCOPE_NATIONAL && !entry->is_changed;

      if (keeps_shown && entry->row != NULL && gtk_widget_get_visible (GTK_WIDGET (entry->row)))
        is_folded = FALSE;
      if (is_shown && is_folded)
        n_hidden++;
      is_shown = is_shown && !is_folded;
      if (is_shown && entry->row == NULL)
        make_row (self, i);
      if (entry->row == NULL)
        continue;
      if (is_shown && ijk_lever_key_compare (ijk_lever_row_get_key (entry->row), &key) != 0)
        ijk_lever_row_set_key (entry->row, &key);
      if (is_shown && is_searching)
        is_shown = ijk_lever_row_matches (entry->row, self->search, self->search_words);
      gtk_widget_set_visible (GTK_WIDGET (entry->row), is_shown);
      n_shown += is_shown ? 1 : 0;
    }

  gtk_widget_set_visible (self->list, n_shown > 0);
  gtk_widget_set_visible (self->more, !is_searching && self->scope == IJK_SCOPE_NATIONAL
                                          && (n_hidden > 0 || self->is_open));
  if (self->is_open)
    gtk_button_set_label (GTK_BUTTON (self->more), _("Show fewer"));
  else
    {
      /* Translators: a number of levers that are not shown */
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_hidden),
                                                n_hidden);

      gtk_button_set_label (GTK_BUTTON (self->more), label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          n_shown > 0 || (!is_searching && gtk_widget_get_visible (self->more)));
  return n_shown;
}

static void
more_clicked_cb (GtkButton       *button,
                 IjkLeverSection *self)
{
  (void) button;
  self->is_open = !self->is_open;
  show_entries (self, FALSE);
}

static void
ijk_lever_section_dispose (GObject *object)
{
  IjkLeverSection *self = IJK_LEVER_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_lever_section_parent_class)->dispose (object);
}

static void
ijk_lever_section_finalize (GObject *object)
{
  IjkLeverSection *self = IJK_LEVER_SECTION (object);

  g_array_unref (self->entries);
  g_free (self->gloss);
  g_free (self->search_words);
  g_free (self->search);
  G_OBJECT_CLASS (ijk_lever_section_parent_class)->finalize (object);
}

static void
ijk_lever_section_class_init (IjkLeverSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ijk_lever_section_dispose;
  object_class->finalize = ijk_lever_section_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "leversection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[EDIT_PATH] = g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ijk_lever_section_init (IjkLeverSection *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (header), self->title);
  self->detail = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->detail), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->detail, TRUE);
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_widget_add_css_class (self->detail, "caption");
  gtk_box_append (GTK_BOX (header), self->detail);
  gtk_widget_add_css_class (header, "lever-heading");
  gtk_widget_set_parent (header, GTK_WIDGET (self));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->more = gtk_button_new ();
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "lever-more");
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
ijk_lever_section_new (IjkSession *session,
                       const char *title,
                       const char *gloss,
                       const char *search_words)
{
  IjkLeverSection *self = g_object_new (IJK_TYPE_LEVER_SECTION, NULL);

  self->session = g_object_ref (session);
  self->gloss = g_strdup (gloss);
  self->search_words = g_strdup (search_words);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return GTK_WIDGET (self);
}

void
ijk_lever_section_add (IjkLeverSection   *self,
                       const IjkLeverKey *key,
                       gboolean           is_main)
{
  const Entry entry = { .key = *key, .is_main = is_main };

  g_return_if_fail (IJK_IS_LEVER_SECTION (self));
  g_array_append_val (self->entries, entry);
}

guint
ijk_lever_section_filter (IjkLeverSection *self,
                          const char      *search,
                          IjkScopeKind     scope,
                          guint            target)
{
  g_return_val_if_fail (IJK_IS_LEVER_SECTION (self), 0);

  if (search != self->search)
    {
      g_free (self->search);
      self->search = g_strdup (search);
    }
  self->scope = scope;
  self->target = target;
  ijk_lever_section_update (self);
  return show_entries (self, FALSE);
}

void
ijk_lever_section_update (IjkLeverSection *self)
{
  g_autoptr (GString) text = g_string_new (self->gloss);
  guint n_changed = 0;
  gboolean is_different = FALSE;

  g_return_if_fail (IJK_IS_LEVER_SECTION (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const IjkLeverKey key = key_in_scope (self, entry);
      const gboolean is_changed = scenario_sets (self, &key);

      is_different = is_different || is_changed != entry->is_changed;
      entry->is_changed = is_changed;
      n_changed += is_changed ? 1 : 0;
    }
  if (n_changed > 0)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      /* Translators: a number of levers that the scenario sets */
      g_string_append_printf (text, ngettext ("%u changed", "%u changed", n_changed), n_changed);
    }
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->detail)), text->str) != 0)
    gtk_label_set_label (GTK_LABEL (self->detail), text->str);
  if (is_different)
    show_entries (self, TRUE);
}

IjkLeverRow *
ijk_lever_section_reveal (IjkLeverSection   *self,
                          const IjkLeverKey *key)
{
  g_return_val_if_fail (IJK_IS_LEVER_SECTION (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      const gboolean is_found
          = is_project (key) ? is_project (&entry->key) && entry->key.target == key->target
                             : entry->key.lever == key->lever;

      if (!is_found || !can_be_set (self, entry))
        continue;
      if (entry->row == NULL || !gtk_widget_get_visible (GTK_WIDGET (entry->row)))
        {
          self->is_open = TRUE;
          show_entries (self, FALSE);
        }
      return entry->row;
    }
  return NULL;
}

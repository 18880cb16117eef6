/* The left side of the window: search, law, scope, the sections of levers, what is changed.
 *
 * The panel decides which rows are seen. What a row shows and does is the row's; what is set is the
 * session's. The choice of what the levers are set on has a file of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-panel-private.h"

#include "ijk-language.h"
#include "ijk-lever-words.h"
#include "ijk-widget.h"

#include <glib/gi18n-lib.h>

/* The dozen that matter most: those that move the headline figures most over their range. */
static const IjkLeverId main_levers[] = {
  IJK_LEVER_ENFORCEMENT,   IJK_LEVER_CLUSTER_COOPERATION, IJK_LEVER_TECHNICIANS,
  IJK_LEVER_ARAMIS_START,  IJK_LEVER_GRID_GROWTH,         IJK_LEVER_DRI_START,
  IJK_LEVER_RATE,          IJK_LEVER_REDUCTION_FACTOR,    IJK_LEVER_SDE_BUDGET,
  IJK_LEVER_CCS_CEILING,   IJK_LEVER_ETS_PRICE,           IJK_LEVER_ELEC_SCALE,
  IJK_LEVER_GROWTH,
};

enum
{
  EDIT_PATH,
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkLeverPanel, ijk_lever_panel, GTK_TYPE_WIDGET)

static gboolean
is_main (IjkLeverPanel *self,
         IjkLeverId     lever)
{
  if (self->favourites != NULL && self->favourites[0] != NULL)
    return g_strv_contains ((const char *const *) self->favourites, ijk_lever_ids[lever]);
  for (guint i = 0; i < G_N_ELEMENTS (main_levers); i++)
    if (main_levers[i] == lever)
      return TRUE;
  return FALSE;
}

void
ijk_lever_panel_filter (IjkLeverPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint n_shown = 0;

  if (self->reference == NULL)
    return;
  for (guint i = 0; i < IJK_LEVER_PANEL_N_SECTIONS; i++)
    n_shown += ijk_lever_section_filter (self->lever_sections[i], text, self->scope, self->target);
  if (*text != '\0' && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed_button)))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->changed_button), FALSE);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed_button)))
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_shown > 0 ? "levers" : "nothing");
}

static void
search_changed_cb (IjkLeverPanel *self)
{
  ijk_lever_panel_filter (self);
}

static void
stop_search_cb (IjkLeverPanel *self)
{
  /* Escape leaves what was searched for first, and the levers after that. */
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.fold-levers", NULL);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  ijk_lever_panel_filter (self);
}

static void
show_page (IjkLeverPanel *self)
{
  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed_button)))
    ijk_lever_panel_filter (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                      self->n_changed > 0 ? "changed" : "unchanged");
}

static void
changed_toggled_cb (IjkLeverPanel *self)
{
  show_page (self);
}

static void
follow_scenario (IjkLeverPanel *self)
{
  ijk_lever_panel_follow_kind (self);
  ijk_lever_panel_filter (self);
  show_page (self);
}

static void
write_law (IjkLeverPanel *self)
{
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  const IjkRegime *regime
      = &self->reference->regimes[ijk_scenario_choice (scenario, IJK_LEVER_REGIME)];
  const char *name = ijk_language_pick (regime->name_en, regime->name_nl);

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->law_label)), name) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->law_label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->law_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* Follows what a result changes here: counts and the law. Rows follow by themselves. */
static void
update_counts (IjkLeverPanel *self)
{
  const guint n_changed = ijk_changed_list_count (self->session);
  g_autofree char *label = NULL;

  write_law (self);
  for (guint i = 0; i < IJK_LEVER_PANEL_N_SECTIONS; i++)
    ijk_lever_section_update (self->lever_sections[i]);
  self->n_changed = n_changed;
  if (n_changed == 0)
    label = g_strdup (_("No changes"));
  else
    /* Translators: a number of levers, on a button that shows what differs from the reference */
    label = g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->changed_button)), label) != 0)
    gtk_button_set_label (GTK_BUTTON (self->changed_button), label);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed_button)))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                      n_changed > 0 ? "changed" : "unchanged");
}

static void
section_edit_path_cb (IjkLeverSection *section,
                      gpointer         key,
                      gpointer         user_data)
{
  (void) section;
  g_signal_emit (user_data, signals[EDIT_PATH], 0, key);
}

static void
section_message_cb (IjkLeverSection *section,
                    const char      *text,
                    gpointer         user_data)
{
  (void) section;
  g_signal_emit (user_data, signals[MESSAGE], 0, text);
}

static void
add_section (IjkLeverPanel *self,
             guint          i,
             const char    *title,
             const char    *gloss,
             const char    *search_words)
{
  GtkWidget *section = ijk_lever_section_new (self->session, title, gloss, search_words);

  self->lever_sections[i] = IJK_LEVER_SECTION (section);
  g_signal_connect_object (section, "edit-path", G_CALLBACK (section_edit_path_cb), self, 0);
  g_signal_connect_object (section, "message", G_CALLBACK (section_message_cb), self, 0);
  gtk_box_append (GTK_BOX (self->sections), section);
}

static void
fill_law_menu (IjkLeverPanel *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = IJK_N_REGIMES - 1; i >= 0; i--)
    {
      const IjkRegime *regime = &self->reference->regimes[i];
      g_autofree char *action = g_strdup_printf ("win.preset-law(%d)", i);

      g_menu_append (menu, ijk_language_pick (regime->name_en, regime->name_nl), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->law_button), G_MENU_MODEL (menu));
}

static void
fill_sections (IjkLeverPanel *self)
{
  const IjkReference *reference = self->reference;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sections)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections), child);
  for (guint i = 0; i < IJK_N_HEADINGS; i++)
    add_section (self, i, ijk_lever_words_heading ((IjkHeading) i),
                 ijk_lever_words_gloss ((IjkHeading) i),
                 ijk_lever_words_search ((IjkHeading) i));
  add_section (self, IJK_LEVER_PANEL_PROJECTS, _("Projects"), _("announced by companies"),
               "Projecten projects");

  for (guint pass = 0; pass < 2; pass++)
    /* The two levers that every project has are in the rows of the projects. */
    for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
      {
        const IjkLeverKey key = { (IjkLeverId) i, IJK_SCOPE_NATIONAL, 0 };

        if (is_main (self, key.lever) == (pass == 0))
          ijk_lever_section_add (self->lever_sections[reference->levers[i].heading], &key,
                                 pass == 0);
      }
  for (guint i = 0; i < reference->n_projects; i++)
    ijk_lever_section_add (self->lever_sections[IJK_LEVER_PANEL_PROJECTS],
                           &(const IjkLeverKey) { IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, i }, FALSE);
}

/* Another workbook may carry other data. */
static void
follow_reference (IjkLeverPanel *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);

  if (reference == NULL || reference == self->reference)
    return;
  g_clear_pointer (&self->reference, ijk_reference_unref);
  self->reference = ijk_reference_ref (reference);
  g_array_set_size (self->targets, 0);
  fill_sections (self);
  fill_law_menu (self);
  if (ijk_session_get_scenario (self->session) == NULL)
    return;
  follow_scenario (self);
  update_counts (self);
}

static void
result_cb (IjkLeverPanel *self)
{
  follow_reference (self);
  if (self->reference != NULL && ijk_session_get_result (self->session) != NULL)
    update_counts (self);
}

static void
scenario_cb (IjkLeverPanel *self)
{
  follow_reference (self);
  if (self->reference != NULL && ijk_session_get_scenario (self->session) != NULL)
    {
      follow_scenario (self);
      update_counts (self);
    }
}

static void
activated_cb (IjkLeverPanel *self,
              gpointer       key)
{
  ijk_lever_panel_show_lever (self, key);
}

static void
ijk_lever_panel_dispose (GObject *object)
{
  IjkLeverPanel *self = IJK_LEVER_PANEL (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_LEVER_PANEL);
  /* The template lets go only of what is bound by name. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  G_OBJECT_CLASS (ijk_lever_panel_parent_class)->dispose (object);
}

static void
ijk_lever_panel_finalize (GObject *object)
{
  g_array_unref (IJK_LEVER_PANEL (object)->targets);
  g_strfreev (IJK_LEVER_PANEL (object)->favourites);
  G_OBJECT_CLASS (ijk_lever_panel_parent_class)->finalize (object);
}

static void
ijk_lever_panel_class_init (IjkLeverPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ijk_lever_panel_dispose;
  object_class->finalize = ijk_lever_panel_finalize;
  signals[EDIT_PATH] = g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "leverpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ijkpad/Ijkpad/window/ijk-lever-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, top);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, search);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, changed_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, choices);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, law_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, law_label);
  gtk_widget_class_bind_template_child_full (widget_class, "scope", FALSE,
                                             G_STRUCT_OFFSET (IjkLeverPanel, scope_list));
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, sections);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverPanel, changed_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_toggled_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "scope_selected_cb",
                                                G_CALLBACK (ijk_lever_panel_scope_selected_cb));
}

static void
ijk_lever_panel_init (IjkLeverPanel *self)
{
  g_autoptr (GtkExpression) name = NULL;

  self->targets = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->scope_list), name);
  ijk_widget_set_label (self->scope_list, _("What the levers are set on"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Levers"), -1);
}

void
ijk_lever_panel_set_favourites (IjkLeverPanel     *self,
                                const char *const *ids)
{
  g_return_if_fail (IJK_IS_LEVER_PANEL (self) && self->session == NULL);

  g_strfreev (self->favourites);
  self->favourites = g_strdupv ((char **) ids);
}

void
ijk_lever_panel_set_session (IjkLeverPanel *self,
                             IjkSession    *session)
{
  g_return_if_fail (IJK_IS_LEVER_PANEL (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->changed = IJK_CHANGED_LIST (ijk_changed_list_new (session));
  gtk_box_insert_child_after (GTK_BOX (self->changed_box), GTK_WIDGET (self->changed),
                              gtk_widget_get_first_child (self->changed_box));
  g_signal_connect_object (self->changed, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::reference", G_CALLBACK (follow_reference), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario-id", G_CALLBACK (scenario_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::result", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  follow_reference (self);
}

void
ijk_lever_panel_start_search (IjkLeverPanel *self)
{
  g_return_if_fail (IJK_IS_LEVER_PANEL (self));

  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

void
ijk_lever_panel_set_search (IjkLeverPanel *self,
                            const char    *text)
{
  g_return_if_fail (IJK_IS_LEVER_PANEL (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  ijk_lever_panel_filter (self); /* at once: the entry waits for the end of typing */
}

void
ijk_lever_panel_show_changed (IjkLeverPanel *self,
                              gboolean       shows_changed)
{
  g_return_if_fail (IJK_IS_LEVER_PANEL (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->changed_button), shows_changed);
}

gboolean
ijk_lever_panel_shows_changed (IjkLeverPanel *self)
{
  g_return_val_if_fail (IJK_IS_LEVER_PANEL (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->changed_button));
}

gboolean
ijk_lever_panel_show_lever (IjkLeverPanel     *self,
                            const IjkLeverKey *key)
{
  g_return_val_if_fail (IJK_IS_LEVER_PANEL (self) && key != NULL, FALSE);

  if (self->reference == NULL)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->changed_button), FALSE);
  if (key->scope != IJK_SCOPE_PROJECT)
    ijk_lever_panel_select_scope (self, key->scope, key->target);
  ijk_lever_panel_filter (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "levers");
  for (guint i = 0; i < IJK_LEVER_PANEL_N_SECTIONS; i++)
    {
      IjkLeverRow *row = ijk_lever_section_reveal (self->lever_sections[i], key);

      if (row != NULL)
        {
          ijk_lever_row_focus (row);
          return TRUE;
        }
    }
  return FALSE;
}

guint
ijk_lever_panel_count_shown (IjkLeverPanel *self)
{
  guint n = 0;

  g_return_val_if_fail (IJK_IS_LEVER_PANEL (self), 0);

  for (guint i = 0; self->reference != NULL && i < IJK_LEVER_PANEL_N_SECTIONS; i++)
    n += ijk_lever_section_filter (self->lever_sections[i],
                                   gtk_editable_get_text (GTK_EDITABLE (self->search)), self->scope,
                                   self->target);
  return n;
}

/* One template for all kinds of lever: what the kind does not need stays hidden. The row holds no
 * value of its own: it reads the scenario, shows that, and writes what the hand does to the session.
 * What it shows and how its input is taken stand in files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-row-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ijk-lever-info.h"
#include "ijk-stage.h"
#include "ijk-widget.h"

#define PAGE_STEPS 10

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_IS_CHANGED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
guint ijk_lever_row_signals[IJK_LEVER_ROW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkLeverRow, ijk_lever_row, GTK_TYPE_LIST_BOX_ROW)

static void
create_info (GtkMenuButton *button,
             gpointer       data)
{
  IjkLeverRow *self = data;

  gtk_menu_button_set_popover (button,
                               ijk_lever_info_new (ijk_session_get_scenario (self->session),
                                                   &self->key));
}

void
ijk_lever_row_set_is_changed (IjkLeverRow *self,
                              gboolean     is_changed)
{
  if (is_changed == self->is_changed)
    return;
  self->is_changed = is_changed;
  if (is_changed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}

static void
set_up_number (IjkLeverRow *self)
{
  const IjkLever *lever = ijk_lever_row_number_lever (self);

  self->is_updating = TRUE;
  gtk_adjustment_configure (self->adjustment, lever->min, lever->min, lever->max, lever->step,
                            PAGE_STEPS * lever->step, 0);
  self->is_updating = FALSE;
  gtk_widget_set_visible (self->scale, !ijk_lever_row_is_project (self));
}

/* Where the decision stands, in the words of the table. */
static void
set_up_stage (IjkLeverRow *self)
{
  const char *stage = ijk_stage_name (
      ijk_lever_row_get_reference (self)->projects[self->key.target].stage_text);

  gtk_label_set_label (self->stage, stage != NULL ? stage : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->stage), stage);
  gtk_widget_set_visible (GTK_WIDGET (self->stage), stage != NULL && *stage != '\0');
}

/* Three short words fit beside the name. */
static void
move_choice_up (IjkLeverRow *self)
{
  GtkWidget *choice = GTK_WIDGET (self->choice);

  if (gtk_widget_get_parent (choice) == GTK_WIDGET (self->head))
    return;
  g_object_ref (choice);
  gtk_box_remove (GTK_BOX (self->choice_box), choice);
  gtk_box_insert_child_after (self->head, choice, GTK_WIDGET (self->value_stack));
  g_object_unref (choice);
  gtk_widget_set_hexpand (choice, FALSE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "lever-mode");
}

static void
set_up_choice (IjkLeverRow *self)
{
  const IjkLever *lever = ijk_lever_row_get_lever (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (lever->kind == IJK_LEVER_KIND_MODE_SHARE)
    for (IjkShareMode mode = 0; mode < IJK_N_SHARE_MODES; mode++)
      gtk_string_list_append (names, ijk_share_mode_name (mode));
  else
    for (guint i = 0; lever->choices[i] != NULL; i++)
      gtk_string_list_take (names,
                            ijk_lever_write_choice (ijk_lever_row_get_reference (self), lever, i));
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  self->is_updating = FALSE;
  if (lever->kind == IJK_LEVER_KIND_MODE_SHARE)
    move_choice_up (self);
  else
    gtk_widget_set_visible (self->choice_box, TRUE);
}

/* What assistive technology calls the parts: the name alone says nothing about the unit. */
static void
label_parts (IjkLeverRow *self)
{
  g_autofree char *name = ijk_lever_key_dup_name (ijk_lever_row_get_reference (self), &self->key);
  g_autofree char *scope
      = ijk_lever_key_dup_scope_name (ijk_lever_row_get_reference (self), &self->key);
  const char *unit = ijk_lever_unit_text (ijk_lever_row_number_lever (self));
  g_autofree char *with_unit
    = *unit == '\0' ? g_strdup (name)
                    /* Translators: %1$s is the name of a lever, %2$s its unit. */
                    : g_strdup_printf (_("%1$s (%2$s)"), name, unit);
  /* Translators: %s is the name of a lever. */
  g_autofree char *edit = g_strdup_printf (_("Edit the path of %s"), name);
  g_autofree char *reset = g_strdup_printf (_("Reset %s"), name);
  g_autofree char *about = g_strdup_printf (_("About %s"), name);
  const struct
  {
    gpointer widget;
    const char *label;
  } parts[] = {
    { self, with_unit },          { self->scale, with_unit },       { self->spin, with_unit },
    { self->choice, name },       { self->project_switch, name },   { self->path_button, edit },
    { self->reset_button, reset }, { self->info_button, about },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    ijk_widget_set_label (parts[i].widget, parts[i].label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->value_button),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name, self->number,
                                  self->unit, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scope,
                                  -1);
  gtk_widget_set_tooltip_text (self->reset_button, _("Reset to the reference (Ctrl+R)"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->info_button), _("What it does, and its source"));
}

static void
set_up (IjkLeverRow *self)
{
  const IjkLeverKind kind = ijk_lever_row_get_lever (self)->kind;

  gtk_widget_set_visible (self->project_switch, ijk_lever_row_is_project (self));
  gtk_widget_set_visible (self->from, ijk_lever_row_is_project (self));
  if (ijk_lever_row_is_project (self))
    set_up_stage (self);
  if (kind == IJK_LEVER_KIND_NUMBER || ijk_lever_row_is_project (self))
    set_up_number (self);
  if (kind == IJK_LEVER_KIND_MODE_SHARE
      || (kind == IJK_LEVER_KIND_SWITCH && !ijk_lever_row_is_project (self)))
    set_up_choice (self);
  label_parts (self);
  self->is_read = FALSE;
  ijk_lever_row_update (self);
}

static void
reset_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  ijk_lever_row_reset (IJK_LEVER_ROW (widget));
}

static void
ijk_lever_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IjkLeverRow *self = IJK_LEVER_ROW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IS_CHANGED:
      g_value_set_boolean (value, self->is_changed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_lever_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IjkLeverRow *self = IJK_LEVER_ROW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_lever_row_dispose (GObject *object)
{
  IjkLeverRow *self = IJK_LEVER_ROW (object);

  if (self->session != NULL)
    ijk_lever_row_end_step (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_LEVER_ROW);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ijk_lever_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, IJK_UI_PATH "ijk-lever-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, head);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, dot);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, name);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, value_stack);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, value_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, from);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, number);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, unit);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, spin);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, project_switch);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, info_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, stage);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, scale);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, choice_box);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, choice);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, path_button);
  gtk_widget_class_bind_template_child (widget_class, IjkLeverRow, sparkline);
  ijk_lever_row_bind_callbacks (widget_class);
}

static void
ijk_lever_row_class_init (IjkLeverRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_lever_row_get_property;
  object_class->set_property = ijk_lever_row_set_property;
  object_class->dispose = ijk_lever_row_dispose;

  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, IJK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_CHANGED]
    = g_param_spec_boolean ("is-changed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ijk_lever_row_signals[IJK_LEVER_ROW_EDIT_PATH]
      = g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  ijk_lever_row_signals[IJK_LEVER_ROW_MESSAGE]
      = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "lever.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "lever.reset",
                                       NULL);
  g_type_ensure (IJK_TYPE_CHART_VIEW);
  g_type_ensure (IJK_TYPE_TEXT_LINE);
  bind_template (widget_class);
}

static void
ijk_lever_row_init (IjkLeverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The CSS name stays "row", which is what boxed lists style. */
  gtk_widget_add_css_class (GTK_WIDGET (self), "lever-row");
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 0.1, 1, 0));
  gtk_range_set_adjustment (GTK_RANGE (self->scale), self->adjustment);
  gtk_spin_button_set_adjustment (GTK_SPIN_BUTTON (self->spin), self->adjustment);
  ijk_lever_row_add_input (self);
  gtk_menu_button_set_create_popup_func (self->info_button, create_info, self, NULL);
}

/**
 * ijk_lever_row_new:
 * @session: has a reference
 * @key: lever, scope and target; for a project IJK_LEVER_PROJECT, which brings its start along
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
ijk_lever_row_new (IjkSession        *session,
                   const IjkLeverKey *key)
{
  IjkLeverRow *self;

  g_return_val_if_fail (IJK_IS_SESSION (session), NULL);
  g_return_val_if_fail (key != NULL && ijk_session_get_reference (session) != NULL, NULL);

  self = g_object_new (IJK_TYPE_LEVER_ROW, "session", session, NULL);
  self->key = *key;
  set_up (self);
  g_signal_connect_object (session, "notify::scenario", G_CALLBACK (ijk_lever_row_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::year", G_CALLBACK (ijk_lever_row_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const IjkLeverKey *
ijk_lever_row_get_key (IjkLeverRow *self)
{
  g_return_val_if_fail (IJK_IS_LEVER_ROW (self), NULL);

  return &self->key;
}

/**
 * ijk_lever_row_set_key:
 * @key: of the same lever
 *
 * Changes what the lever is set on.
 */
void
ijk_lever_row_set_key (IjkLeverRow       *self,
                       const IjkLeverKey *key)
{
  g_return_if_fail (IJK_IS_LEVER_ROW (self));
  g_return_if_fail (key != NULL && key->lever == self->key.lever);

  if (ijk_lever_key_compare (key, &self->key) == 0)
    return;
  ijk_lever_row_end_step (self);
  self->key = *key;
  set_up (self);
}

gboolean
ijk_lever_row_is_changed (IjkLeverRow *self)
{
  g_return_val_if_fail (IJK_IS_LEVER_ROW (self), FALSE);

  return self->is_changed;
}

void
ijk_lever_row_focus (IjkLeverRow *self)
{
  GtkWidget *parts[] = { NULL, NULL, NULL, NULL };

  g_return_if_fail (IJK_IS_LEVER_ROW (self));

  parts[0] = self->scale;
  parts[1] = GTK_WIDGET (self->choice);
  parts[2] = self->path_button;
  parts[3] = self->project_switch;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_is_visible (parts[i]) && gtk_widget_grab_focus (parts[i]))
      return;
}

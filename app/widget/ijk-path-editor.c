/* Points, shape and mode are state of the editor; the path itself is the session's. Each edit writes the
 * whole path to the session, and what comes back from there (an undo, say) makes the points anew.
 *
 * Adjustments hold what a person reads: shares in percent. One serves a handle and a spin button.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-editor-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "ijk-chart-view.h"
#include "ijk-headline-figures.h"
#include "ijk-lever-reading.h"
#include "ijk-path-chart.h"
#include "ijk-path-shape.h"
#include "ijk-path-text.h"
#include "ijk-quantity.h"
#include "ijk-source.h"
#include "ijk-widget.h"

/* What the lower card shows, of the six. */
static const IjkHeadlineFigure effects[] = {
  IJK_HEADLINE_EMISSIONS,
  IJK_HEADLINE_LEVY,
  IJK_HEADLINE_SUBSIDY,
  IJK_HEADLINE_COST,
};
G_STATIC_ASSERT (G_N_ELEMENTS (effects) == IJK_PATH_N_EFFECTS);

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_IS_CHANGED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
guint ijk_path_editor_message_signal;

G_DEFINE_FINAL_TYPE (IjkPathEditor, ijk_path_editor, GTK_TYPE_WIDGET)

/* Reads the session. Where companies decide about a share, what they do under current law stands in for
 * the reference. */
static void
read_lever (IjkPathEditor *self)
{
  const IjkResult *law = ijk_session_get_law_result (self->session);

  ijk_lever_read (ijk_session_get_scenario (self->session), &self->key, &self->reading);
  self->is_against_market = ijk_path_editor_get_lever (self)->kind == IJK_LEVER_KIND_MODE_SHARE
                            && self->reading.base_mode == IJK_SHARE_FREE && law != NULL;
  if (self->is_against_market)
    ijk_lever_read_outcome (law, &self->key, self->reading.base_yearly);
}

static void
free_point (gpointer data)
{
  IjkPathEditorPoint *point = data;

  g_object_unref (point->adjustment);
  g_free (point);
}

/* ---- showing ---- */

/* The points of what the scenario sets; of the reference where it sets nothing. */
static void
find_anchors (IjkPathEditor *self)
{
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);

  if (setting != NULL && setting->value.n_points > 0)
    self->shape
        = ijk_path_shape_find (setting->value.points, setting->value.n_points, self->anchors);
  else
    {
      self->shape = IJK_PATH_LINES;
      ijk_path_find_corners (self->reading.yearly, self->anchors);
    }
  if (self->anchors->len == 0)
    {
      const IjkPathPoint point = { IJK_FIRST_FREE_YEAR, ijk_path_editor_get_lever (self)->max };

      g_array_append_val (self->anchors, point);
    }
}

static void
update_changed (IjkPathEditor *self)
{
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);
  const gboolean is_changed
      = (setting != NULL) != self->had_setting
        || (setting != NULL
            && !ijk_lever_value_equal (ijk_path_editor_get_lever (self), &setting->value,
                                       &self->first_setting));

  if (is_changed == self->is_changed)
    return;
  self->is_changed = is_changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}

static void
update_chart (IjkPathEditor *self)
{
  g_autoptr (IjkChartSpec) spec
      = ijk_path_chart_new (ijk_path_editor_get_lever (self), self->title, &self->reading,
                            self->anchors, self->is_against_market);

  ijk_chart_view_set_spec (self->view, spec);
}

static void
update_shape (IjkPathEditor *self)
{
  GtkWidget *const buttons[IJK_N_PATH_SHAPES] = {
    [IJK_PATH_LINES] = self->lines_button,
    [IJK_PATH_STEPS] = self->steps_button,
    [IJK_PATH_HOLD] = self->hold_button,
  };
  const char *const texts[IJK_N_PATH_SHAPES] = {
    [IJK_PATH_LINES]
    = N_("Second column: difference from the reference. Other years lie on the line between points."),
    [IJK_PATH_STEPS]
    = N_("Second column: difference from the reference. Other years have the value of the point before."),
    [IJK_PATH_HOLD]
    = N_("Second column: difference from the reference. All later years have the same value."),
  };

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[self->shape]), TRUE);
  gtk_label_set_label (self->explanation, _(texts[self->shape]));
}

/* Reads the session and shows it. The points stay as they are while they are being written. */
void
ijk_path_editor_update (IjkPathEditor *self)
{
  if (self->session == NULL || self->is_writing || ijk_session_get_scenario (self->session) == NULL)
    return;
  read_lever (self);
  self->is_updating = TRUE;
  if (!ijk_path_editor_has_points_of_anchors (self))
    ijk_path_editor_rebuild_points (self);
  update_chart (self);
  ijk_path_editor_update_points (self);
  update_shape (self);
  self->is_updating = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "path.reset", self->reading.is_set);
  update_changed (self);
}

static void
scenario_changed_cb (IjkPathEditor *self)
{
  IjkLeverValue mine = { 0 };
  const IjkLeverSetting *setting;

  if (self->is_writing || self->session == NULL)
    return;
  setting = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);
  if (setting != NULL)
    mine.mode = setting->value.mode;
  ijk_path_shape_apply (self->shape, self->anchors, &mine);
  /* Our own edit coming back keeps the points and the shape that made it. */
  if (setting == NULL
      || !ijk_lever_value_equal (ijk_path_editor_get_lever (self), &setting->value, &mine))
    {
      read_lever (self);
      find_anchors (self);
    }
  ijk_path_editor_update (self);
}

static void
update_effects (IjkPathEditor *self)
{
  IjkFigureInput input;
  g_autofree char *title = NULL;
  gboolean has_change = FALSE;

  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  if (!ijk_session_get_figure_input (self->session, &input))
    return;
  input.year = CLAMP (input.year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  /* Translators: %d is a year. */
  title = g_strdup_printf (_("What it does in %d"), input.year);
  gtk_label_set_label (self->effect_title, title);
  for (guint i = 0; i < IJK_PATH_N_EFFECTS; i++)
    {
      g_auto (IjkHeadlineWords) words = { 0 };
      g_autofree char *amount = NULL;

      ijk_headline_figure_write (effects[i], &input, &words);
      amount = g_strdup_printf ("%s %s", words.value, words.unit);
      gtk_label_set_label (GTK_LABEL (self->effect_names[i]), words.title);
      gtk_label_set_label (GTK_LABEL (self->effect_values[i]), amount);
      gtk_label_set_label (GTK_LABEL (self->effect_changes[i]),
                           words.change != NULL ? words.change : "");
      has_change |= words.change != NULL && *words.change != '\0';
    }
  gtk_widget_set_visible (self->effect_note, has_change);
}

/* ---- object ---- */

static GtkWidget *
attach_effect (IjkPathEditor *self,
               int            column,
               guint          row,
               float          xalign,
               const char    *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_hexpand (label, column == 0);
  if (column == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, style_class);
  gtk_grid_attach (self->effects, label, column, (int) row, 1, 1);
  return label;
}

static void
set_up (IjkPathEditor *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);
  g_autofree char *step = ijk_lever_write_number (lever, lever->step);
  g_autofree char *page = ijk_lever_write_number (lever, IJK_PATH_PAGE_STEPS * lever->step);
  g_autofree char *keys = NULL;
  g_autofree char *source = NULL;

  self->title = ijk_lever_key_dup_name (reference, &self->key);
  self->subtitle = ijk_lever_key_dup_scope_name (reference, &self->key);
  self->had_setting = setting != NULL;
  if (setting != NULL)
    self->first_setting = setting->value;
  /* Translators: keys of the path editor; %1$s and %2$s are the steps of a value. */
  keys = g_strdup_printf (_("<b>Tab</b> next point   <b>↑ ↓</b> %1$s   <b>Page Up, Page Down</b> %2$s   "
                            "<b>Home</b> reference   <b>Delete</b> remove   <b>Insert</b> add   "
                            "<b>Enter</b> type a value"),
                          step, page);
  gtk_label_set_markup (self->keys, keys);
  /* Translators: %s is a citation. */
  source = g_strdup_printf (_("Source: %s"), ijk_source_words (lever->provenance.source));
  gtk_label_set_label (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
  for (guint i = 0; i < IJK_PATH_N_EFFECTS; i++)
    {
      self->effect_names[i] = attach_effect (self, 0, i, 0, "path-effect-name");
      self->effect_values[i] = attach_effect (self, 1, i, 1, "path-effect-value");
      self->effect_changes[i] = attach_effect (self, 2, i, 1, "path-difference");
    }
  ijk_widget_set_label (GTK_WIDGET (self->year_choice), _("Year of a new point"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  read_lever (self);
  find_anchors (self);
  ijk_path_editor_update (self);
  update_effects (self);
}

static void
ijk_path_editor_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  IjkPathEditor *self = IJK_PATH_EDITOR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_IS_CHANGED:
      g_value_set_boolean (value, self->is_changed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_path_editor_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  IjkPathEditor *self = IJK_PATH_EDITOR (object);

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
ijk_path_editor_dispose (GObject *object)
{
  IjkPathEditor *self = IJK_PATH_EDITOR (object);
  GtkWidget *child;

  if (self->session != NULL)
    ijk_path_editor_end_step (self);
  if (self->view != NULL)
    ijk_path_editor_remove_points (self);
  self->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_PATH_EDITOR);
  /* The template lets go only of children that have a name. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ijk_path_editor_parent_class)->dispose (object);
}

static void
ijk_path_editor_finalize (GObject *object)
{
  IjkPathEditor *self = IJK_PATH_EDITOR (object);

  g_clear_pointer (&self->anchors, g_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (ijk_path_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, IJK_UI_PATH "ijk-path-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, lines_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, steps_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, hold_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, one_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, later_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, reset_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, view_box);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, source);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, list);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, year_choice);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, explanation);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, effect_title);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, effect_note);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, effects);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, keys);
  ijk_path_editor_bind_callbacks (widget_class);
}

static void
ijk_path_editor_class_init (IjkPathEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ijk_path_editor_get_property;
  object_class->set_property = ijk_path_editor_set_property;
  object_class->dispose = ijk_path_editor_dispose;
  object_class->finalize = ijk_path_editor_finalize;

  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, IJK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_IS_CHANGED] = g_param_spec_boolean ("is-changed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  ijk_path_editor_message_signal
    = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "path.paste", NULL, ijk_path_editor_paste_action);
  gtk_widget_class_install_action (widget_class, "path.reset", NULL, ijk_path_editor_reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "path.paste",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "path.reset",
                                       NULL);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "path-editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_path_editor_init (IjkPathEditor *self)
{
  self->anchors = g_array_new (FALSE, FALSE, sizeof (IjkPathPoint));
  self->points = g_ptr_array_new_with_free_func (free_point);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Not in the template: the role can only be given when a widget is made. */
  self->view = g_object_new (IJK_TYPE_CHART_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_box_append (self->view_box, GTK_WIDGET (self->view));
  ijk_path_editor_connect_view (self);
}

/* ---- public ---- */

GtkWidget *
ijk_path_editor_new (IjkSession        *session,
                     const IjkLeverKey *key)
{
  IjkPathEditor *self;

  g_return_val_if_fail (IJK_IS_SESSION (session) && key != NULL, NULL);
  g_return_val_if_fail (ijk_session_get_scenario (session) != NULL, NULL);

  self = g_object_new (IJK_TYPE_PATH_EDITOR, "session", session, NULL);
  self->key = *key;
  set_up (self);
  g_signal_connect_object (session, "notify::scenario", G_CALLBACK (scenario_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::result", G_CALLBACK (update_effects), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::year", G_CALLBACK (update_effects), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const IjkLeverKey *
ijk_path_editor_get_key (IjkPathEditor *self)
{
  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self), NULL);

  return &self->key;
}

const char *
ijk_path_editor_get_title (IjkPathEditor *self)
{
  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self), NULL);

  return self->title;
}

const char *
ijk_path_editor_get_subtitle (IjkPathEditor *self)
{
  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self), NULL);

  return self->subtitle;
}

IjkChartView *
ijk_path_editor_get_view (IjkPathEditor *self)
{
  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self), NULL);

  return self->view;
}

void
ijk_path_editor_reset (IjkPathEditor *self)
{
  g_return_if_fail (IJK_IS_PATH_EDITOR (self));

  ijk_session_reset_lever (self->session, &self->key);
  scenario_changed_cb (self);
}

void
ijk_path_editor_revert (IjkPathEditor *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (IJK_IS_PATH_EDITOR (self));

  if (!self->is_changed)
    return;
  if (!self->had_setting)
    ijk_session_reset_lever (self->session, &self->key);
  else if (!ijk_session_set_lever (self->session, &self->key, &self->first_setting, &error))
    g_signal_emit (self, ijk_path_editor_message_signal, 0, error->message);
  scenario_changed_cb (self);
}

/**
 * ijk_path_editor_set_shape:
 *
 * Chooses what happens between points. For IJK_PATH_HOLD all but the first go away.
 */
void
ijk_path_editor_set_shape (IjkPathEditor *self,
                           IjkPathShape   shape)
{
  g_return_if_fail (IJK_IS_PATH_EDITOR (self));
  g_return_if_fail (shape < IJK_N_PATH_SHAPES);

  if (self->shape == shape)
    return;
  self->shape = shape;
  if (shape == IJK_PATH_HOLD)
    g_array_set_size (self->anchors, 1);
  ijk_path_editor_write_or_tell (self);
}

void
ijk_path_editor_set_moves_later (IjkPathEditor *self,
                                 gboolean       is_later)
{
  g_return_if_fail (IJK_IS_PATH_EDITOR (self));

  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (is_later ? self->later_button : self->one_button), TRUE);
}

gboolean
ijk_path_editor_paste (IjkPathEditor  *self,
                       const char     *text,
                       GError        **error)
{
  IjkLeverValue value = { 0 };
  gboolean is_written;

  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self) && text != NULL, FALSE);

  if (!ijk_path_text_parse (ijk_path_editor_get_lever (self), text, IJK_FIRST_FREE_YEAR, &value,
                            error))
    return FALSE;
  self->shape = ijk_path_shape_find (value.points, value.n_points, self->anchors);
  is_written = ijk_path_editor_write (self, error);
  if (!is_written)
    find_anchors (self);
  ijk_path_editor_update (self);
  return is_written;
}

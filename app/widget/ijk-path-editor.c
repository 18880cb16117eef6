/* Points, shape and mode are state of the editor; the path itself is the session's. Each edit writes the
 * whole path to the session, and what comes back from there (an undo, say) makes the points anew.
 *
 * Adjustments hold what a person reads: shares in percent. One serves a handle and a spin button.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-editor.h"

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
#include "ijk-widget.h"

#define PAGE_STEPS 10
#define TOLERANCE 1e-9

/* What the lower card shows, of the six. */
static const IjkHeadlineFigure effects[] = {
  IJK_HEADLINE_EMISSIONS,
  IJK_HEADLINE_LEVY,
  IJK_HEADLINE_SUBSIDY,
  IJK_HEADLINE_COST,
};
#define N_EFFECTS G_N_ELEMENTS (effects)

typedef struct
{
  int year;
  GtkAdjustment *adjustment; /* (owned) */
  GtkWidget *row;            /* of the list */
  GtkWidget *spin;
  GtkLabel *difference;
} Point;

struct _IjkPathEditor
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  IjkLeverKey key;
  char *title;    /* (owned) */
  char *subtitle; /* (owned) */
  gboolean had_setting;        /* when the editor was made */
  IjkLeverValue first_setting; /* valid if had_setting */
  gboolean is_changed;

  IjkPathShape shape;
  GArray *anchors; /* (owned) (element-type IjkPathPoint): lever units */
  GPtrArray *points; /* (owned) (element-type Point): one for each anchor */
  IjkLeverReading reading;
  gboolean is_updating;
  gboolean is_writing;
  gboolean is_in_step;

  IjkChartView *view; /* child of view_box */
  GtkWidget *effect_values[N_EFFECTS];
  GtkWidget *effect_changes[N_EFFECTS];
  GtkWidget *effect_names[N_EFFECTS];

  GtkWidget *lines_button;
  GtkWidget *steps_button;
  GtkWidget *hold_button;
  GtkWidget *one_button;
  GtkWidget *later_button;
  GtkWidget *reset_button;
  GtkBox *view_box;
  GtkLabel *source;
  GtkListBox *list;
  GtkDropDown *year_choice;
  GtkWidget *add_button;
  GtkLabel *explanation;
  GtkLabel *effect_title;
  GtkGrid *effects;
  GtkLabel *keys;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_IS_CHANGED,
  N_PROPS,
};

enum
{
  MESSAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkPathEditor, ijk_path_editor, GTK_TYPE_WIDGET)

static void update (IjkPathEditor *self);
static void rebuild_points (IjkPathEditor *self);

static const IjkLever *
get_lever (IjkPathEditor *self)
{
  return &ijk_session_get_reference (self->session)->levers[self->key.lever];
}

static IjkPathPoint *
get_anchor (IjkPathEditor *self,
            guint          i)
{
  return &g_array_index (self->anchors, IjkPathPoint, i);
}

static void
free_point (gpointer data)
{
  Point *point = data;

  g_object_unref (point->adjustment);
  g_free (point);
}

/* ---- writing ---- */

static void
begin_step (IjkPathEditor *self)
{
  if (self->is_in_step)
    return;
  self->is_in_step = TRUE;
  ijk_session_begin_step (self->session, self->title);
}

static void
end_step (IjkPathEditor *self)
{
  if (!self->is_in_step)
    return;
  self->is_in_step = FALSE;
  ijk_session_end_step (self->session);
}

/* Gives the session the path that the points make. */
static gboolean
write_path (IjkPathEditor *self,
            GError       **error)
{
  IjkLeverValue value = { .mode = self->reading.mode };
  gboolean is_written;

  if (get_lever (self)->kind == IJK_LEVER_KIND_MODE_SHARE && value.mode == IJK_SHARE_FREE)
    value.mode = IJK_SHARE_EXACTLY;
  ijk_path_shape_apply (self->shape, self->anchors, &value);
  self->is_writing = TRUE;
  is_written = ijk_session_set_lever (self->session, &self->key, &value, error);
  self->is_writing = FALSE;
  return is_written;
}

static void
write_or_tell (IjkPathEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!write_path (self, &error))
    g_signal_emit (self, signals[MESSAGE], 0, error->message);
  update (self);
}

static gboolean
moves_later (IjkPathEditor *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->later_button));
}

/* A handle, a spin button or a key moved a point. */
static void
point_moved_cb (IjkPathEditor *self,
                GtkAdjustment *adjustment)
{
  const IjkLever *lever = get_lever (self);
  const double factor = ijk_lever_display_factor (lever);
  guint moved = self->points->len;
  double by;

  if (self->is_updating)
    return;
  for (guint i = 0; i < self->points->len; i++)
    if (((Point *) self->points->pdata[i])->adjustment == adjustment)
      moved = i;
  if (moved == self->points->len)
    return;
  by = round (gtk_adjustment_get_value (adjustment) * 1e9) / 1e9 / factor - get_anchor (self, moved)->value;
  if (fabs (by) < TOLERANCE)
    return;
  for (guint i = moved; i < (moves_later (self) ? self->anchors->len : moved + 1); i++)
    {
      IjkPathPoint *anchor = get_anchor (self, i);

      anchor->value = CLAMP (round ((anchor->value + by) * 1e12) / 1e12, lever->min, lever->max);
    }
  write_or_tell (self);
}

static void
set_point (IjkPathEditor *self,
           guint          i,
           double         value)
{
  gtk_adjustment_set_value (((Point *) self->points->pdata[i])->adjustment,
                            value * ijk_lever_display_factor (get_lever (self)));
}

static void
remove_point (IjkPathEditor *self,
              guint          i)
{
  GtkWidget *handle;

  if (self->anchors->len <= 1)
    {
      ijk_path_editor_reset (self);
      return;
    }
  g_array_remove_index (self->anchors, i);
  write_or_tell (self);
  handle = ijk_chart_view_get_handle (self->view, MIN (i, self->points->len - 1));
  if (handle != NULL)
    gtk_widget_grab_focus (handle);
}

/* Where the path is already, so that nothing moves. */
static gboolean
add_point (IjkPathEditor *self,
           int            year)
{
  IjkPathPoint point = { year, self->reading.yearly[IJK_YEAR_INDEX (year)] };
  const IjkLever *lever = get_lever (self);
  GtkWidget *handle;
  guint i = 0;

  while (i < self->anchors->len && get_anchor (self, i)->year < year)
    i++;
  if (i < self->anchors->len && get_anchor (self, i)->year == year)
    return FALSE;
  if (!isfinite (point.value))
    point.value = i > 0 ? get_anchor (self, i - 1)->value : lever->max;
  if (self->shape == IJK_PATH_HOLD)
    ijk_path_editor_set_shape (self, IJK_PATH_LINES);
  g_array_insert_val (self->anchors, i, point);
  write_or_tell (self);
  handle = ijk_chart_view_get_handle (self->view, i);
  if (handle != NULL)
    gtk_widget_grab_focus (handle);
  return TRUE;
}

/* Between this point and the next, else between it and the one before. */
static void
insert_beside (IjkPathEditor *self,
               guint          i)
{
  const int year = get_anchor (self, i)->year;
  const int next = i + 1 < self->anchors->len ? get_anchor (self, i + 1)->year : IJK_LAST_YEAR + 1;
  const int before = i > 0 ? get_anchor (self, i - 1)->year : IJK_FIRST_FREE_YEAR - 1;

  if (next - year > 1)
    (void) add_point (self, (year + next) / 2);
  else if (year - before > 1)
    (void) add_point (self, (year + before) / 2);
  else
    g_signal_emit (self, signals[MESSAGE], 0, _("Every year beside this point has a point already."));
}

/* ---- callbacks ---- */

static guint
find_handle (IjkPathEditor *self,
             GtkWidget     *handle)
{
  for (guint i = 0; i < self->points->len; i++)
    if (ijk_chart_view_get_handle (self->view, i) == handle)
      return i;
  g_assert_not_reached ();
}

static void
handle_reset_cb (IjkPathEditor *self,
                 GtkWidget     *handle)
{
  const guint i = find_handle (self, handle);
  const double base = self->reading.base_yearly[IJK_YEAR_INDEX (get_anchor (self, i)->year)];

  if (isfinite (base))
    set_point (self, i, base);
}

static void
handle_remove_cb (IjkPathEditor *self,
                  GtkWidget     *handle)
{
  remove_point (self, find_handle (self, handle));
}

static void
handle_insert_cb (IjkPathEditor *self,
                  GtkWidget     *handle)
{
  insert_beside (self, find_handle (self, handle));
}

static void
handle_edit_cb (IjkPathEditor *self,
                GtkWidget     *handle)
{
  const Point *point = self->points->pdata[find_handle (self, handle)];

  gtk_widget_grab_focus (point->spin);
  gtk_editable_select_region (GTK_EDITABLE (point->spin), 0, -1);
}

static void
handle_grabbed_cb (IjkPathEditor *self)
{
  begin_step (self);
  ijk_chart_view_set_holds_axis (self->view, TRUE);
}

static void
handle_released_cb (IjkPathEditor *self)
{
  end_step (self);
  ijk_chart_view_set_holds_axis (self->view, FALSE);
}

static void
plot_activated_cb (IjkPathEditor *self,
                   double         x)
{
  const int year = (int) lround (x);

  if (year >= IJK_FIRST_FREE_YEAR && year <= IJK_LAST_YEAR)
    (void) add_point (self, year);
}

static void
view_year_cb (IjkPathEditor *self)
{
  const int year = ijk_chart_view_get_year (self->view);

  if (year > 0)
    ijk_session_set_year (self->session, year);
}

static void
remove_clicked_cb (GtkWidget     *button,
                   IjkPathEditor *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (gtk_widget_is_ancestor (button, ((Point *) self->points->pdata[i])->row))
      {
        remove_point (self, i);
        return;
      }
}

static void
add_clicked_cb (IjkPathEditor *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->year_choice);

  if (item != NULL)
    (void) add_point (self, atoi (gtk_string_object_get_string (item)));
}

static void
shape_toggled_cb (IjkPathEditor *self)
{
  GtkWidget *const buttons[IJK_N_PATH_SHAPES] = {
    [IJK_PATH_LINES] = self->lines_button,
    [IJK_PATH_STEPS] = self->steps_button,
    [IJK_PATH_HOLD] = self->hold_button,
  };

  if (self->is_updating)
    return;
  for (IjkPathShape shape = 0; shape < IJK_N_PATH_SHAPES; shape++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (buttons[shape])))
      ijk_path_editor_set_shape (self, shape);
}

static gboolean
spin_output_cb (GtkSpinButton *spin,
                IjkPathEditor *self)
{
  const IjkLever *lever = get_lever (self);
  g_autofree char *text
    = ijk_lever_write_number (lever, gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin))
                                       / ijk_lever_display_factor (lever));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
spin_input_cb (GtkSpinButton *spin,
               double        *value,
               IjkPathEditor *self)
{
  const IjkLever *lever = get_lever (self);
  g_autoptr (GError) error = NULL;

  if (ijk_lever_parse_number (lever, gtk_editable_get_text (GTK_EDITABLE (spin)), value, &error))
    {
      *value *= ijk_lever_display_factor (lever);
      return TRUE;
    }
  g_signal_emit (self, signals[MESSAGE], 0, error->message);
  *value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  return TRUE;
}

/* ---- pasting ---- */

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (IjkPathEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (self->session == NULL)
    return;
  if (text == NULL)
    g_signal_emit (self, signals[MESSAGE], 0,
                   _("There is no text to paste. Copy a column of numbers first."));
  else if (!ijk_path_editor_paste (self, text, &error))
    g_signal_emit (self, signals[MESSAGE], 0, error->message);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (widget));
}

static void
reset_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  ijk_path_editor_reset (IJK_PATH_EDITOR (widget));
}

/* ---- the table ---- */

static GtkWidget *
make_row (IjkPathEditor *self,
          Point         *point)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *year = g_strdup_printf ("%d", point->year);
  GtkWidget *label = gtk_label_new (year);
  GtkWidget *difference = gtk_label_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %1$s is the name of a lever, %2$d a year. */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$d"), self->title, point->year);
  /* Translators: %d is a year. */
  g_autofree char *remove_text = g_strdup_printf (_("Remove the point in %d"), point->year);

  gtk_widget_add_css_class (label, "path-year");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (difference), 1);
  gtk_widget_set_hexpand (difference, TRUE);
  gtk_widget_add_css_class (difference, "path-difference");
  gtk_widget_add_css_class (difference, "numeric");
  point->difference = GTK_LABEL (difference);
  point->spin = gtk_spin_button_new (NULL, 0, 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (point->spin), 6);
  gtk_widget_add_css_class (point->spin, "numeric");
  g_signal_connect (point->spin, "output", G_CALLBACK (spin_output_cb), self);
  g_signal_connect (point->spin, "input", G_CALLBACK (spin_input_cb), self);
  gtk_spin_button_set_adjustment (GTK_SPIN_BUTTON (point->spin), point->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (point->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, remove_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove_text, -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), difference);
  gtk_box_append (GTK_BOX (box), point->spin);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
rebuild_years (IjkPathEditor *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  guint i = 0;

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      if (i < self->anchors->len && get_anchor (self, i)->year == year)
        i++;
      else
        gtk_string_list_take (years, g_strdup_printf ("%d", year));
    }
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (years));
  gtk_widget_set_sensitive (self->add_button, g_list_model_get_n_items (G_LIST_MODEL (years)) > 0);
}

static gboolean
has_points_of_anchors (IjkPathEditor *self)
{
  if (self->points->len != self->anchors->len)
    return FALSE;
  for (guint i = 0; i < self->points->len; i++)
    if (((Point *) self->points->pdata[i])->year != get_anchor (self, i)->year)
      return FALSE;
  return TRUE;
}

static void
connect_handle (IjkPathEditor *self,
                GtkWidget     *handle)
{
  g_signal_connect_object (handle, "reset", G_CALLBACK (handle_reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "remove", G_CALLBACK (handle_remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "insert", G_CALLBACK (handle_insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "edit", G_CALLBACK (handle_edit_cb), self, G_CONNECT_SWAPPED);
}

static void
remove_points (IjkPathEditor *self)
{
  ijk_chart_view_set_handles (self->view, NULL, NULL, 0);
  for (guint i = 0; i < self->points->len; i++)
    gtk_list_box_remove (self->list, ((Point *) self->points->pdata[i])->row);
  g_ptr_array_set_size (self->points, 0);
}

/* A handle and a row for each point. */
static void
rebuild_points (IjkPathEditor *self)
{
  const IjkLever *lever = get_lever (self);
  const double factor = ijk_lever_display_factor (lever);
  g_autoptr (GPtrArray) adjustments = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  remove_points (self);
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const IjkPathPoint *anchor = get_anchor (self, i);
      Point *point = g_new0 (Point, 1);

      point->year = anchor->year;
      point->adjustment = g_object_ref_sink (
        gtk_adjustment_new (anchor->value * factor, lever->min * factor, lever->max * factor,
                            lever->step * factor, PAGE_STEPS * lever->step * factor, 0));
      point->row = make_row (self, point);
      gtk_list_box_append (self->list, point->row);
      g_signal_connect_object (point->adjustment, "value-changed", G_CALLBACK (point_moved_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->points, point);
      g_ptr_array_add (adjustments, point->adjustment);
      g_ptr_array_add (labels, g_strdup_printf (_("%1$s, %2$d"), self->title, point->year));
    }
  ijk_chart_view_set_handles (self->view, (GtkAdjustment **) adjustments->pdata,
                              (const char *const *) labels->pdata, adjustments->len);
  for (guint i = 0; i < self->points->len; i++)
    connect_handle (self, ijk_chart_view_get_handle (self->view, i));
  rebuild_years (self);
}

static void
update_points (IjkPathEditor *self)
{
  const IjkLever *lever = get_lever (self);
  const double factor = ijk_lever_display_factor (lever);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = self->points->pdata[i];
      const IjkPathPoint *anchor = get_anchor (self, i);
      const double base = self->reading.base_yearly[IJK_YEAR_INDEX (anchor->year)];
      g_autofree char *difference
        = isfinite (base)
            ? ijk_quantity_change ((anchor->value - base) * factor, ijk_lever_n_decimals (lever))
            : g_strdup ("");

      gtk_adjustment_set_value (point->adjustment, anchor->value * factor);
      gtk_label_set_label (point->difference, difference);
    }
}

/* ---- showing ---- */

/* The points of what the scenario sets; of the reference where it sets nothing. */
static void
find_anchors (IjkPathEditor *self)
{
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);

  if (setting != NULL && setting->value.n_points > 0)
    self->shape = ijk_path_shape_find (setting->value.points, setting->value.n_points, self->anchors);
  else
    {
      self->shape = IJK_PATH_LINES;
      ijk_path_find_corners (self->reading.yearly, self->anchors);
    }
  if (self->anchors->len == 0)
    {
      const IjkPathPoint point = { IJK_FIRST_FREE_YEAR, get_lever (self)->max };

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
          && !ijk_lever_value_equal (get_lever (self), &setting->value, &self->first_setting));

  if (is_changed == self->is_changed)
    return;
  self->is_changed = is_changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_CHANGED]);
}

static void
update_chart (IjkPathEditor *self)
{
  const IjkResult *result = ijk_session_get_result (self->session);
  const gboolean needs_outcome = get_lever (self)->kind == IJK_LEVER_KIND_MODE_SHARE
                                 && self->reading.base_mode == IJK_SHARE_FREE
                                 && ijk_session_get_law_result (self->session) != NULL;
  double outcome[IJK_N_YEARS];
  g_autoptr (IjkChartSpec) spec = NULL;

  if (needs_outcome)
    {
      result = ijk_session_get_law_result (self->session);
      ijk_lever_read_outcome (result, &self->key, outcome);
    }
  spec = ijk_path_chart_new (get_lever (self), self->title, &self->reading, self->anchors,
                             needs_outcome ? outcome : NULL);
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
static void
update (IjkPathEditor *self)
{
  if (self->session == NULL || self->is_writing || ijk_session_get_scenario (self->session) == NULL)
    return;
  ijk_lever_read (ijk_session_get_scenario (self->session), &self->key, &self->reading);
  self->is_updating = TRUE;
  if (!has_points_of_anchors (self))
    rebuild_points (self);
  update_chart (self);
  update_points (self);
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
  if (setting == NULL || !ijk_lever_value_equal (get_lever (self), &setting->value, &mine))
    {
      ijk_lever_read (ijk_session_get_scenario (self->session), &self->key, &self->reading);
      find_anchors (self);
    }
  update (self);
}

static void
update_effects (IjkPathEditor *self)
{
  IjkFigureInput input;
  g_autofree char *title = NULL;

  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  if (!ijk_session_get_figure_input (self->session, &input))
    return;
  input.year = CLAMP (input.year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  /* Translators: %d is a year. */
  title = g_strdup_printf (_("What it does in %d"), input.year);
  gtk_label_set_label (self->effect_title, title);
  for (guint i = 0; i < N_EFFECTS; i++)
    {
      g_auto (IjkHeadlineWords) words = { 0 };
      g_autofree char *amount = NULL;

      ijk_headline_figure_write (effects[i], &input, &words);
      amount = g_strdup_printf ("%s %s", words.value, words.unit);
      gtk_label_set_label (GTK_LABEL (self->effect_names[i]), words.title);
      gtk_label_set_label (GTK_LABEL (self->effect_values[i]), amount);
      gtk_label_set_label (GTK_LABEL (self->effect_changes[i]),
                           words.change != NULL ? words.change : "");
    }
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
  const IjkLever *lever = get_lever (self);
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);
  g_autofree char *step = ijk_lever_write_number (lever, lever->step);
  g_autofree char *page = ijk_lever_write_number (lever, PAGE_STEPS * lever->step);
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
  source = g_strdup_printf (_("Source: %s"), lever->provenance.source);
  gtk_label_set_label (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
  for (guint i = 0; i < N_EFFECTS; i++)
    {
      self->effect_names[i] = attach_effect (self, 0, i, 0, "path-effect-name");
      self->effect_values[i] = attach_effect (self, 1, i, 1, "path-effect-value");
      self->effect_changes[i] = attach_effect (self, 2, i, 1, "path-difference");
    }
  ijk_widget_set_label (GTK_WIDGET (self->year_choice), _("Year of a new point"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  ijk_lever_read (ijk_session_get_scenario (self->session), &self->key, &self->reading);
  find_anchors (self);
  update (self);
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
    end_step (self);
  if (self->view != NULL)
    remove_points (self);
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
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, list);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, year_choice);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, explanation);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, effect_title);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, effects);
  gtk_widget_class_bind_template_child (widget_class, IjkPathEditor, keys);
  gtk_widget_class_bind_template_callback (widget_class, shape_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
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
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "path.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "path.reset", NULL, reset_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "path.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "path.reset", NULL);
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
  g_signal_connect_object (self->view, "handle-grabbed", G_CALLBACK (handle_grabbed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "handle-released", G_CALLBACK (handle_released_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "plot-activated", G_CALLBACK (plot_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::year", G_CALLBACK (view_year_cb), self,
                           G_CONNECT_SWAPPED);
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
    g_signal_emit (self, signals[MESSAGE], 0, error->message);
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
  write_or_tell (self);
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
ijk_path_editor_paste (IjkPathEditor *self,
                       const char    *text,
                       GError       **error)
{
  IjkLeverValue value = { 0 };
  gboolean is_written;

  g_return_val_if_fail (IJK_IS_PATH_EDITOR (self) && text != NULL, FALSE);

  if (!ijk_path_text_parse (get_lever (self), text, IJK_FIRST_FREE_YEAR, &value, error))
    return FALSE;
  self->shape = ijk_path_shape_find (value.points, value.n_points, self->anchors);
  is_written = write_path (self, error);
  if (!is_written)
    find_anchors (self);
  update (self);
  return is_written;
}

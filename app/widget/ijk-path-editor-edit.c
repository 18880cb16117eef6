/* What pointer, keys and clipboard do to a path, and how that reaches the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

#include "ijk-path-editor-private.h"
#include "ijk-path-shape.h"

#define TOLERANCE 1e-9

static void
begin_step (IjkPathEditor *self)
{
  if (self->is_in_step)
    return;
  self->is_in_step = TRUE;
  ijk_session_begin_step (self->session, self->title);
}

void
ijk_path_editor_end_step (IjkPathEditor *self)
{
  if (!self->is_in_step)
    return;
  self->is_in_step = FALSE;
  ijk_session_end_step (self->session);
}

/* Gives the session the path that the points make. */
gboolean
ijk_path_editor_write (IjkPathEditor  *self,
                       GError        **error)
{
  IjkLeverValue value = { .mode = self->reading.mode };
  gboolean is_written;

  if (ijk_path_editor_get_lever (self)->kind == IJK_LEVER_KIND_MODE_SHARE
      && value.mode == IJK_SHARE_FREE)
    value.mode = IJK_SHARE_EXACTLY;
  ijk_path_shape_apply (self->shape, self->anchors, &value);
  self->is_writing = TRUE;
  is_written = ijk_session_set_lever (self->session, &self->key, &value, error);
  self->is_writing = FALSE;
  return is_written;
}

void
ijk_path_editor_write_or_tell (IjkPathEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!ijk_path_editor_write (self, &error))
    g_signal_emit (self, ijk_path_editor_message_signal, 0, error->message);
  ijk_path_editor_update (self);
}

static gboolean
moves_later (IjkPathEditor *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->later_button));
}

/* A handle, a spin button or a key moved a point. */
void
ijk_path_editor_point_moved_cb (IjkPathEditor *self,
                                GtkAdjustment *adjustment)
{
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  const double factor = ijk_lever_display_factor (lever);
  guint moved = self->points->len;
  double by;

  if (self->is_updating)
    return;
  for (guint i = 0; i < self->points->len; i++)
    if (((IjkPathEditorPoint *) self->points->pdata[i])->adjustment == adjustment)
      moved = i;
  if (moved == self->points->len)
    return;
  by = round (gtk_adjustment_get_value (adjustment) * 1e9) / 1e9 / factor
       - ijk_path_editor_get_anchor (self, moved)->value;
  if (fabs (by) < TOLERANCE)
    return;
  for (guint i = moved; i < (moves_later (self) ? self->anchors->len : moved + 1); i++)
    {
      IjkPathPoint *anchor = ijk_path_editor_get_anchor (self, i);

      anchor->value = CLAMP (round ((anchor->value + by) * 1e12) / 1e12, lever->min, lever->max);
    }
  ijk_path_editor_write_or_tell (self);
}

static void
set_point (IjkPathEditor *self,
           guint          i,
           double         value)
{
  gtk_adjustment_set_value (((IjkPathEditorPoint *) self->points->pdata[i])->adjustment,
                            value * ijk_lever_display_factor (ijk_path_editor_get_lever (self)));
}

void
ijk_path_editor_remove_point (IjkPathEditor *self,
                              guint          i)
{
  GtkWidget *handle;

  if (self->anchors->len <= 1)
    {
      ijk_path_editor_reset (self);
      return;
    }
  g_array_remove_index (self->anchors, i);
  ijk_path_editor_write_or_tell (self);
  handle = ijk_chart_view_get_handle (self->view, MIN (i, self->points->len - 1));
  if (handle != NULL)
    gtk_widget_grab_focus (handle);
}

/* Where the path is already, so that nothing moves. */
static gboolean
ijk_path_editor_add_point (IjkPathEditor *self,
                           int            year)
{
  IjkPathPoint point = { year, self->reading.yearly[IJK_YEAR_INDEX (year)] };
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  GtkWidget *handle;
  guint i = 0;

  while (i < self->anchors->len && ijk_path_editor_get_anchor (self, i)->year < year)
    i++;
  if (i < self->anchors->len && ijk_path_editor_get_anchor (self, i)->year == year)
    return FALSE;
  if (!isfinite (point.value))
    point.value = i > 0 ? ijk_path_editor_get_anchor (self, i - 1)->value : lever->max;
  if (self->shape == IJK_PATH_HOLD)
    ijk_path_editor_set_shape (self, IJK_PATH_LINES);
  g_array_insert_val (self->anchors, i, point);
  ijk_path_editor_write_or_tell (self);
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
  const int year = ijk_path_editor_get_anchor (self, i)->year;
  const int next = i + 1 < self->anchors->len ? ijk_path_editor_get_anchor (self, i + 1)->year
                                              : IJK_LAST_YEAR + 1;
  const int before
      = i > 0 ? ijk_path_editor_get_anchor (self, i - 1)->year : IJK_FIRST_FREE_YEAR - 1;

  if (next - year > 1)
    (void) ijk_path_editor_add_point (self, (year + next) / 2);
  else if (year - before > 1)
    (void) ijk_path_editor_add_point (self, (year + before) / 2);
  else
    g_signal_emit (self, ijk_path_editor_message_signal, 0, _("Every year beside this point has a point already."));
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
  const double base
      = self->reading.base_yearly[IJK_YEAR_INDEX (ijk_path_editor_get_anchor (self, i)->year)];

  if (isfinite (base))
    set_point (self, i, base);
}

static void
handle_remove_cb (IjkPathEditor *self,
                  GtkWidget     *handle)
{
  ijk_path_editor_remove_point (self, find_handle (self, handle));
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
  const IjkPathEditorPoint *point = self->points->pdata[find_handle (self, handle)];

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
  ijk_path_editor_end_step (self);
  ijk_chart_view_set_holds_axis (self->view, FALSE);
}

static void
plot_activated_cb (IjkPathEditor *self,
                   double         x)
{
  const int year = (int) lround (x);

  if (year >= IJK_FIRST_FREE_YEAR && year <= IJK_LAST_YEAR)
    (void) ijk_path_editor_add_point (self, year);
}

static void
view_year_cb (IjkPathEditor *self)
{
  const int year = ijk_chart_view_get_year (self->view);

  if (year > 0)
    ijk_session_set_year (self->session, year);
}

static void
add_clicked_cb (IjkPathEditor *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->year_choice);

  if (item != NULL)
    (void) ijk_path_editor_add_point (self, atoi (gtk_string_object_get_string (item)));
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


void
ijk_path_editor_connect_handle (IjkPathEditor *self,
                                GtkWidget     *handle)
{
  g_signal_connect_object (handle, "reset", G_CALLBACK (handle_reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "remove", G_CALLBACK (handle_remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "insert", G_CALLBACK (handle_insert_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (handle, "edit", G_CALLBACK (handle_edit_cb), self, G_CONNECT_SWAPPED);
}

/* ---- pasting ---- */

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (IjkPathEditor) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text
      = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);

  if (self->session == NULL)
    return;
  if (text == NULL)
    g_signal_emit (self, ijk_path_editor_message_signal, 0,
                   _("There is no text to paste. Copy a column of numbers first."));
  else if (!ijk_path_editor_paste (self, text, &error))
    g_signal_emit (self, ijk_path_editor_message_signal, 0, error->message);
}

void
ijk_path_editor_paste_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_read_cb,
                                 g_object_ref (widget));
}

void
ijk_path_editor_reset_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  ijk_path_editor_reset (IJK_PATH_EDITOR (widget));
}

void
ijk_path_editor_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, shape_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

void
ijk_path_editor_connect_view (IjkPathEditor *self)
{
  g_signal_connect_object (self->view, "handle-grabbed", G_CALLBACK (handle_grabbed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "handle-released", G_CALLBACK (handle_released_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "plot-activated", G_CALLBACK (plot_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::year", G_CALLBACK (view_year_cb), self,
                           G_CONNECT_SWAPPED);
}

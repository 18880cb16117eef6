/* The points of a path, as handles in the chart and as rows of the table beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-path-editor-private.h"
#include "ijk-quantity.h"

/* Of so many points the table shows all where there is no room; others are scrolled to. */
#define N_SHOWN_POINTS 4

static void
remove_clicked_cb (GtkWidget     *button,
                   IjkPathEditor *self)
{
  for (guint i = 0; i < self->points->len; i++)
    if (gtk_widget_is_ancestor (button, ((IjkPathEditorPoint *) self->points->pdata[i])->row))
      {
        ijk_path_editor_remove_point (self, i);
        return;
      }
}

static gboolean
spin_output_cb (GtkSpinButton *spin,
                IjkPathEditor *self)
{
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  g_autofree char *text
      = ijk_lever_write_number (lever,
                                gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin))
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
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  g_autoptr (GError) error = NULL;

  if (ijk_lever_parse_number (lever, gtk_editable_get_text (GTK_EDITABLE (spin)), value, &error))
    {
      *value *= ijk_lever_display_factor (lever);
      return TRUE;
    }
  g_signal_emit (self, ijk_path_editor_message_signal, 0, error->message);
  *value = gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  return TRUE;
}



static GtkWidget *
make_row (IjkPathEditor      *self,
          IjkPathEditorPoint *point)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *year = g_strdup_printf ("%d", point->year);
  GtkWidget *label = gtk_label_new (year);
  GtkWidget *difference = gtk_label_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
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
      if (i < self->anchors->len && ijk_path_editor_get_anchor (self, i)->year == year)
        i++;
      else
        gtk_string_list_take (years, g_strdup_printf ("%d", year));
    }
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (years));
  gtk_widget_set_sensitive (self->add_button, g_list_model_get_n_items (G_LIST_MODEL (years)) > 0);
}

gboolean
ijk_path_editor_has_points_of_anchors (IjkPathEditor *self)
{
  if (self->points->len != self->anchors->len)
    return FALSE;
  for (guint i = 0; i < self->points->len; i++)
    if (((IjkPathEditorPoint *) self->points->pdata[i])->year
        != ijk_path_editor_get_anchor (self, i)->year)
      return FALSE;
  return TRUE;
}

void
ijk_path_editor_remove_points (IjkPathEditor *self)
{
  ijk_chart_view_set_handles (self->view, NULL, NULL, 0);
  for (guint i = 0; i < self->points->len; i++)
    gtk_list_box_remove (self->list, ((IjkPathEditorPoint *) self->points->pdata[i])->row);
  g_ptr_array_set_size (self->points, 0);
}

static void
make_room (IjkPathEditor *self)
{
  int height = 0;

  if (self->points->len > 0)
    gtk_widget_measure (((IjkPathEditorPoint *) self->points->pdata[0])->row,
                        GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (
      self->scroller, height * (int) MIN (self->points->len, N_SHOWN_POINTS));
}

/* A handle and a row for each point. */
void
ijk_path_editor_rebuild_points (IjkPathEditor *self)
{
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  const double factor = ijk_lever_display_factor (lever);
  g_autoptr (GPtrArray) adjustments = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  ijk_path_editor_remove_points (self);
  for (guint i = 0; i < self->anchors->len; i++)
    {
      const IjkPathPoint *anchor = ijk_path_editor_get_anchor (self, i);
      IjkPathEditorPoint *point = g_new0 (IjkPathEditorPoint, 1);

      point->year = anchor->year;
      point->adjustment = g_object_ref_sink (
        gtk_adjustment_new (anchor->value * factor, lever->min * factor, lever->max * factor,
                            lever->step * factor, IJK_PATH_PAGE_STEPS * lever->step * factor, 0));
      point->row = make_row (self, point);
      gtk_list_box_append (self->list, point->row);
      g_signal_connect_object (point->adjustment, "value-changed",
                               G_CALLBACK (ijk_path_editor_point_moved_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->points, point);
      g_ptr_array_add (adjustments, point->adjustment);
      g_ptr_array_add (labels, g_strdup_printf (_("%1$s, %2$d"), self->title, point->year));
    }
  ijk_chart_view_set_handles (self->view, (GtkAdjustment **) adjustments->pdata,
                              (const char *const *) labels->pdata, adjustments->len);
  for (guint i = 0; i < self->points->len; i++)
    ijk_path_editor_connect_handle (self, ijk_chart_view_get_handle (self->view, i));
  rebuild_years (self);
  make_room (self);
}

void
ijk_path_editor_update_points (IjkPathEditor *self)
{
  const IjkLever *lever = ijk_path_editor_get_lever (self);
  const double factor = ijk_lever_display_factor (lever);

  for (guint i = 0; i < self->points->len; i++)
    {
      const IjkPathEditorPoint *point = self->points->pdata[i];
      const IjkPathPoint *anchor = ijk_path_editor_get_anchor (self, i);
      const double base = self->reading.base_yearly[IJK_YEAR_INDEX (anchor->year)];
      g_autofree char *difference
        = isfinite (base)
            ? ijk_quantity_change ((anchor->value - base) * factor, ijk_lever_n_decimals (lever))
            : g_strdup ("");

      gtk_adjustment_set_value (point->adjustment, anchor->value * factor);
      gtk_label_set_label (point->difference, difference);
    }
}

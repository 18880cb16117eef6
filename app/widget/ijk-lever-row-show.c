/* What a lever row shows: its name and value, the mark of the reference on the slider, the line of a
 * path, and whether the scenario departs from the reference.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-row-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-chart-builder.h"
#include "ijk-widget.h"

#define VALUE_TOLERANCE 1e-9

/* A scenario may set what would hold anyway, as the shipped ones do to say it aloud: that is no
 * change. */
static gboolean
differs (const IjkLeverReading *reading)
{
  if (fabs (reading->number - reading->base_number) > VALUE_TOLERANCE
      || reading->choice != reading->base_choice || reading->mode != reading->base_mode)
    return TRUE;
  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (isfinite (reading->yearly[t]) != isfinite (reading->base_yearly[t])
        || fabs (reading->yearly[t] - reading->base_yearly[t]) > VALUE_TOLERANCE)
      return TRUE;
  return FALSE;
}

static IjkChartSpec *
make_sparkline (IjkLeverRow *self)
{
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_SPARKLINE);
  double years[IJK_N_YEARS];

  for (guint t = 0; t < IJK_N_YEARS; t++)
    years[t] = IJK_FIRST_YEAR + (double) t;
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .min = NAN, .max = NAN }, years, IJK_N_YEARS);
  ijk_chart_builder_add_panel (builder,
                               &(IjkChartPanel) { .axis = { .min = NAN, .max = NAN } });
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                             .role = IJK_ROLE_REFERENCE,
                                                             .dash = IJK_DASH_DASHED,
                                                             .width_px = 1.5,
                                                             .is_unlabelled = TRUE,
                                                             .values = self->reading.base_yearly,
                                                             .n_values = IJK_N_YEARS });
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                            .role = differs (&self->reading)
                                                                        ? IJK_ROLE_ACCENT
                                                                        : IJK_ROLE_REFERENCE,
                                                            .width_px = 2,
                                                            .is_unlabelled = TRUE,
                                                            .values = self->reading.yearly,
                                                            .n_values = IJK_N_YEARS });
  return ijk_chart_builder_end (builder);
}

static double
value_in_year (IjkLeverRow *self)
{
  const int year = CLAMP (self->year, IJK_FIRST_YEAR, IJK_LAST_YEAR);

  return self->reading.yearly[IJK_YEAR_INDEX (year)];
}

static void
update_value (IjkLeverRow *self)
{
  const IjkLever *lever = ijk_lever_row_number_lever (self);
  const gboolean is_path = ijk_lever_row_has_path (self);
  const double value = is_path ? value_in_year (self) : self->reading.number;
  g_autofree char *number = ijk_lever_write_number (lever, value);
  const char *unit = ijk_lever_unit_text (lever);

  ijk_text_line_set_text (self->number, number);
  /* The whole wording stands in the popover. */
  gtk_label_set_label (self->unit, ijk_lever_short_unit_text (lever));
  ijk_widget_set_tooltip (GTK_WIDGET (self->unit), unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *unit != '\0' && isfinite (value)
                                                      && !ijk_lever_is_no_limit (lever, value));
}

/* All shares are "of potential": the row says so with its unit. */
static char *
short_name (IjkLeverRow *self,
            const char  *name)
{
  const char *colon = strchr (name, ':');

  if (ijk_lever_row_get_lever (self)->kind != IJK_LEVER_KIND_MODE_SHARE || colon == NULL)
    return g_strdup (name);
  return g_strndup (name, (gsize) (colon - name));
}

static void
update_name (IjkLeverRow *self)
{
  g_autofree char *plain = ijk_lever_key_dup_name (ijk_lever_row_get_reference (self), &self->key);
  g_autofree char *shorter = short_name (self, plain);
  g_autofree char *name = NULL;

  if (ijk_lever_row_has_path (self))
    /* Translators: %1$s is the name of a lever, %2$d the year its value is shown of. */
    name = g_strdup_printf (_("%1$s, %2$d"), shorter,
                            CLAMP (self->year, IJK_FIRST_YEAR, IJK_LAST_YEAR));
  else
    name = g_strdup (shorter);
  gtk_label_set_label (self->name, name);
  ijk_widget_set_tooltip (GTK_WIDGET (self->name), plain);
}

static void
update_adjustment (IjkLeverRow *self)
{
  gtk_adjustment_set_value (self->adjustment, self->reading.number);
  /* A mark is a widget of its own: not to be made anew at each step of a drag. */
  if (self->has_mark && self->mark == self->reading.base_number)
    return;
  self->has_mark = TRUE;
  self->mark = self->reading.base_number;
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  gtk_scale_add_mark (GTK_SCALE (self->scale), self->reading.base_number, GTK_POS_BOTTOM, NULL);
}

static void
update_changed (IjkLeverRow *self)
{
  const gboolean is_changed = differs (&self->reading);

  gtk_widget_set_visible (self->dot, is_changed);
  gtk_widget_set_visible (self->reset_button, is_changed);
  ijk_lever_row_set_is_changed (self, is_changed);
}

static void
show_reading (IjkLeverRow *self)
{
  const IjkLeverKind kind = ijk_lever_row_get_lever (self)->kind;
  const gboolean is_path = ijk_lever_row_has_path (self);

  gtk_widget_set_visible (self->path_button, is_path);
  gtk_widget_set_visible (GTK_WIDGET (self->value_stack), is_path || kind == IJK_LEVER_KIND_NUMBER
                                                              || ijk_lever_row_is_project (self));
  if (kind == IJK_LEVER_KIND_MODE_SHARE)
    gtk_drop_down_set_selected (self->choice, self->reading.mode);
  else if (ijk_lever_row_is_project (self))
    gtk_switch_set_active (GTK_SWITCH (self->project_switch), self->reading.choice != 0);
  else if (kind == IJK_LEVER_KIND_SWITCH)
    gtk_drop_down_set_selected (self->choice, self->reading.choice);
  if (kind == IJK_LEVER_KIND_NUMBER || ijk_lever_row_is_project (self))
    update_adjustment (self);
  if (is_path)
    {
      g_autoptr (IjkChartSpec) spec = make_sparkline (self);

      ijk_chart_view_set_spec (self->sparkline, spec);
    }
}

/* Shows what the session says. Most changes are of other levers: then nothing is done. */
void
ijk_lever_row_update (IjkLeverRow *self)
{
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  const int year = ijk_session_get_year (self->session);
  IjkLeverReading reading;
  gboolean is_same;

  if (scenario == NULL || ijk_lever_row_get_reference (self) == NULL)
    return;
  ijk_lever_read (scenario, &self->key, &reading);
  if (ijk_lever_row_is_project (self))
    {
      const IjkLeverKey key = ijk_lever_row_number_key (self);
      IjkLeverReading start;

      ijk_lever_read (scenario, &key, &start);
      reading.number = start.number;
      reading.base_number = start.base_number;
    }
  is_same = self->is_read && memcmp (&reading, &self->reading, sizeof reading) == 0
            /* A refused value is still in the slider. */
            && gtk_adjustment_get_value (self->adjustment) == reading.number;
  self->reading = reading;
  if (is_same && year == self->year)
    return;
  self->is_read = TRUE;
  self->is_updating = TRUE;
  self->year = year;
  if (!is_same)
    show_reading (self);
  update_name (self);
  update_value (self);
  update_changed (self);
  self->is_updating = FALSE;
}

/* What the files of the lever row share: its state, and what they ask of each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-view.h"
#include "ijk-lever-reading.h"
#include "ijk-lever-row.h"
#include "ijk-text-line.h"

G_BEGIN_DECLS

struct _IjkLeverRow
{
  GtkListBoxRow parent_instance;

  IjkSession *session; /* (owned) */
  IjkLeverKey key;
  IjkLeverReading reading;
  gboolean is_read;
  gboolean is_changed;
  int year;
  gboolean is_updating; /* what changes now comes from the session */
  gboolean is_in_step;
  gboolean resets_on_release;
  guint32 press_time;
  double press_x;

  GtkAdjustment *adjustment; /* (owned): of slider and spin button */
  gboolean has_mark;
  double mark; /* on the slider: the reference value */

  GtkBox *head;
  GtkWidget *dot;
  GtkLabel *name;
  GtkStack *value_stack;
  GtkWidget *value_button;
  GtkWidget *from;
  IjkTextLine *number;
  GtkLabel *unit;
  GtkWidget *spin;
  GtkWidget *project_switch;
  GtkWidget *reset_button;
  GtkMenuButton *info_button;
  GtkLabel *stage;
  GtkWidget *scale;
  GtkWidget *choice_box;
  GtkDropDown *choice;
  GtkWidget *path_button;
  IjkChartView *sparkline;
};

enum
{
  IJK_LEVER_ROW_EDIT_PATH,
  IJK_LEVER_ROW_MESSAGE,
  IJK_LEVER_ROW_N_SIGNALS,
};

extern guint ijk_lever_row_signals[IJK_LEVER_ROW_N_SIGNALS];

/* ijk-lever-row.c */
/* Says to style and listeners whether the scenario departs from the reference here. */
void ijk_lever_row_set_is_changed (IjkLeverRow    *self,
                                   gboolean        is_changed);

/* ijk-lever-row-show.c */
/* Shows what the session says. */
void ijk_lever_row_update         (IjkLeverRow    *self);

/* ijk-lever-row-input.c */
void ijk_lever_row_bind_callbacks (GtkWidgetClass *widget_class);
void ijk_lever_row_add_input      (IjkLeverRow    *self);
void ijk_lever_row_begin_step     (IjkLeverRow    *self);
void ijk_lever_row_end_step       (IjkLeverRow    *self);

static inline const IjkReference *
ijk_lever_row_get_reference (IjkLeverRow *self)
{
  return ijk_session_get_reference (self->session);
}

static inline const IjkLever *
ijk_lever_row_get_lever (IjkLeverRow *self)
{
  return &ijk_lever_row_get_reference (self)->levers[self->key.lever];
}

/* The lever that slider and spin button move: a project's row has two. */
static inline IjkLeverKey
ijk_lever_row_number_key (IjkLeverRow *self)
{
  IjkLeverKey key = self->key;

  if (key.lever == IJK_LEVER_PROJECT)
    key.lever = IJK_LEVER_PROJECT_START;
  return key;
}

static inline const IjkLever *
ijk_lever_row_number_lever (IjkLeverRow *self)
{
  return &ijk_lever_row_get_reference (self)->levers[ijk_lever_row_number_key (self).lever];
}

static inline gboolean
ijk_lever_row_is_project (IjkLeverRow *self)
{
  return self->key.lever == IJK_LEVER_PROJECT;
}

static inline gboolean
ijk_lever_row_has_path (IjkLeverRow *self)
{
  const IjkLeverKind kind = ijk_lever_row_get_lever (self)->kind;

  return kind == IJK_LEVER_KIND_PATH
         || (kind == IJK_LEVER_KIND_MODE_SHARE && self->reading.mode != IJK_SHARE_FREE);
}

G_END_DECLS

/* What the files of the path editor share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever-reading.h"
#include "ijk-path-editor.h"

G_BEGIN_DECLS

#define IJK_PATH_PAGE_STEPS 10
#define IJK_PATH_N_EFFECTS 4

typedef struct
{
  int year;
  GtkAdjustment *adjustment; /* (owned) */
  GtkWidget *row;            /* of the list */
  GtkWidget *spin;
  GtkLabel *difference;
} IjkPathEditorPoint;

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
  GPtrArray *points; /* (owned) (element-type IjkPathEditorPoint): one for each anchor */
  IjkLeverReading reading;
  gboolean is_against_market; /* the reference is what companies choose */
  gboolean is_updating;
  gboolean is_writing;
  gboolean is_in_step;

  IjkChartView *view; /* child of view_box */
  GtkWidget *effect_values[IJK_PATH_N_EFFECTS];
  GtkWidget *effect_changes[IJK_PATH_N_EFFECTS];
  GtkWidget *effect_names[IJK_PATH_N_EFFECTS];

  GtkWidget *lines_button;
  GtkWidget *steps_button;
  GtkWidget *hold_button;
  GtkWidget *one_button;
  GtkWidget *later_button;
  GtkWidget *reset_button;
  GtkBox *view_box;
  GtkLabel *source;
  GtkScrolledWindow *scroller; /* of the list */
  GtkListBox *list;
  GtkDropDown *year_choice;
  GtkWidget *add_button;
  GtkLabel *explanation;
  GtkLabel *effect_title;
  GtkWidget *effect_note;   /* seen with a change */
  GtkGrid *effects;
  GtkLabel *keys;
};

extern guint ijk_path_editor_message_signal;

/* ijk-path-editor.c */
/* Reads the session and shows it. */
void     ijk_path_editor_update                (IjkPathEditor  *self);

/* ijk-path-editor-edit.c */
void     ijk_path_editor_bind_callbacks        (GtkWidgetClass *widget_class);
void     ijk_path_editor_connect_view          (IjkPathEditor  *self);
void     ijk_path_editor_connect_handle        (IjkPathEditor  *self,
                                                GtkWidget      *handle);
void     ijk_path_editor_point_moved_cb        (IjkPathEditor  *self,
                                                GtkAdjustment  *adjustment);
void     ijk_path_editor_remove_point          (IjkPathEditor  *self,
                                                guint           i);
void     ijk_path_editor_end_step              (IjkPathEditor  *self);
gboolean ijk_path_editor_write                 (IjkPathEditor  *self,
                                                GError        **error);
void     ijk_path_editor_write_or_tell         (IjkPathEditor  *self);
void     ijk_path_editor_paste_action          (GtkWidget      *widget,
                                                const char     *action_name,
                                                GVariant       *parameter);
void     ijk_path_editor_reset_action          (GtkWidget      *widget,
                                                const char     *action_name,
                                                GVariant       *parameter);

/* ijk-path-editor-points.c */
void     ijk_path_editor_rebuild_points        (IjkPathEditor  *self);
void     ijk_path_editor_update_points         (IjkPathEditor  *self);
void     ijk_path_editor_remove_points         (IjkPathEditor  *self);
gboolean ijk_path_editor_has_points_of_anchors (IjkPathEditor  *self);

static inline const IjkLever *
ijk_path_editor_get_lever (IjkPathEditor *self)
{
  return &ijk_session_get_reference (self->session)->levers[self->key.lever];
}

static inline IjkPathPoint *
ijk_path_editor_get_anchor (IjkPathEditor *self,
            guint          i)
{
  return &g_array_index (self->anchors, IjkPathPoint, i);
}

G_END_DECLS

/* What the files of the window share. Each ijk-window-*.c holds one subject and the actions of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-companies-view.h"
#include "ijk-explore-view.h"
#include "ijk-lever-panel.h"
#include "ijk-window.h"

G_BEGIN_DECLS

struct _IjkWindow
{
  AdwApplicationWindow parent_instance;

  IjkSession *session;           /* (owned) */
  GSettings *settings;           /* (owned) */
  GCancellable *cancellable;     /* (owned) of what is asked of the store; ends with the window */
  GtkFileChooserNative *chooser; /* (owned) (nullable) nothing else keeps a shown one alive */
  GtkWindow *path_window;        /* (nullable) the path editor */
  GtkWindow *history_window;     /* (nullable) */
  GtkWindow *why_window;         /* (nullable) */
  GPtrArray *bookmarks;          /* (owned) (nullable) (element-type IjkBookmark) */
  gint64 last_bookmark;          /* id of the one gone to last; 0 = none */
  char *waiting_table;           /* (owned) (nullable) to import when a workbook is open */
  GMenu *recent_menu;            /* (owned) of the template */
  gint64 question[2];            /* what the text asked for is of: IjkSessionEdit, scenario */
  gboolean is_closed;            /* everything is written: the window may go */
  gboolean is_presenting;
  gboolean is_placed;            /* the workbook is open where the last session with it was */
  int width_px;                  /* as given last; 0 = not yet */
  guint width_id;
  gboolean was_flap_open;        /* before presenting */
  gint64 busy_since_us;
  guint busy_id;
  GPtrArray *questions;          /* (owned) (nullable) (element-type IjkQuestion) */
  GtkWidget *narrow_questions;   /* (weak) (nullable): of the menu button */
  guint tour_step;
  guint tour_tick;               /* of the widget: the tour starts soon */
  guint tour_frames;             /* to wait for */
  GtkWidget *tour;               /* (nullable) (weak) the bubble */
  GtkWidget *tour_next;          /* (nullable) its button */
  GtkWidget *tour_leaving;       /* (nullable) (weak) the one before, closed */
  guint tour_leaving_id;

  GtkWidget *toasts;
  GtkWidget *header;
  GtkWidget *flap_button;
  GtkWidget *scenario_start;
  GtkWidget *scenario_middle;
  GtkWidget *scenario_button;
  GtkWidget *scenario_title;
  GtkWidget *scenario_subtitle;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *redo_place;
  GtkWidget *switcher;
  GtkWidget *switcher_bar;
  GtkWidget *tools;
  GtkWidget *question_button;
  GtkWidget *bookmark_button;
  GtkWidget *presenter_button;
  GtkWidget *menu_button;
  GtkWidget *notice;
  GtkWidget *notice_label;
  GtkWidget *notice_copy;
  GtkWidget *notice_close;
  GtkWidget *busy;
  GtkWidget *busy_label;
  GtkWidget *busy_bar;
  GtkWidget *states;
  GtkWidget *trouble;
  GtkWidget *flap;
  GtkWidget *levers;
  GtkWidget *views;
  GtkWidget *explore;
  GtkWidget *companies_place;
  GtkWidget *companies; /* (nullable) until the view is first shown */
};

/* ijk-window-view.c: how the session and the settings show. */
void ijk_window_add_view_actions     (IjkWindow  *self);
void ijk_window_follow_session       (IjkWindow  *self);
void ijk_window_restore_view         (IjkWindow  *self);
void ijk_window_save_view            (IjkWindow  *self);
void ijk_window_show_trouble         (IjkWindow  *self,
                                      const char *title,
                                      const char *sentence);
void ijk_window_set_presenting       (IjkWindow  *self,
                                      gboolean    is_presenting);

/* ijk-window-path.c: the path editor. */
void ijk_window_edit_path            (IjkWindow         *self,
                                      const IjkLeverKey *key);

/* ijk-window-width.c: what is there at which width. */
void ijk_window_set_up_width         (IjkWindow  *self);
void ijk_window_follow_width         (IjkWindow  *self,
                                      int         width_px);
/* Once more: something else than the width changed. */
void ijk_window_arrange              (IjkWindow  *self);
/* Puts the levers away if they lie over the charts. Returns FALSE if they do not. */
gboolean ijk_window_fold_levers      (IjkWindow  *self);

/* ijk-window-edit.c: levers and undo. */
void ijk_window_add_edit_actions     (IjkWindow  *self);
void ijk_window_follow_undo          (IjkWindow  *self);

/* ijk-window-file.c: workbooks and tables. */
void ijk_window_add_file_actions     (IjkWindow  *self);
void ijk_window_open_path            (IjkWindow  *self,
                                      const char *path);

/* ijk-window-scenario.c: the list of scenarios and what is done to it. */
void ijk_window_add_scenario_actions (IjkWindow  *self);
void ijk_window_follow_scenarios     (IjkWindow  *self);

/* ijk-window-figure.c: charts as files, on paper. */
void ijk_window_add_figure_actions   (IjkWindow  *self);
void ijk_window_save_figure          (IjkWindow     *self,
                                      IjkFigureCard *card);
void ijk_window_print_figure         (IjkWindow     *self,
                                      IjkFigureCard *card);
/* What puts the figure on paper, before it is run. (transfer full) (nullable): nothing to print yet */
GtkPrintOperation *
     ijk_window_make_print           (IjkWindow     *self,
                                      IjkFigureCard *card);

/* ijk-window-highlight.c: the sector that all charts point out. */
void ijk_window_add_highlight_actions (IjkWindow *self);
void ijk_window_follow_highlight     (IjkWindow  *self);

/* ijk-window-why.c: why a number is what it is. */
void ijk_window_add_why_actions      (IjkWindow  *self);

/* ijk-window-bookmark.c: places to come back to. */
void ijk_window_add_bookmark_actions (IjkWindow  *self);
void ijk_window_read_bookmarks       (IjkWindow  *self);

/* ijk-window-question.c: the way in by a question. */
void ijk_window_add_question_actions (IjkWindow  *self);
void ijk_window_read_questions       (IjkWindow  *self);

/* ijk-window-tour.c: the first steps. */
void ijk_window_add_tour_actions     (IjkWindow  *self);
void ijk_window_start_tour           (IjkWindow  *self);
/* As soon as there is something to point at. */
void ijk_window_start_tour_when_drawn (IjkWindow  *self);
void ijk_window_drop_tour            (IjkWindow  *self);

/* ijk-window-own.c: installations of one's own. */
void ijk_window_add_own_actions      (IjkWindow  *self);

/* An action of the window by name: for what is enabled or not. */
void ijk_window_enable               (IjkWindow  *self,
                                      const char *action,
                                      gboolean    is_enabled);

G_END_DECLS

/* What the files of the lever panel share: its state, and what they ask of each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-changed-list.h"
#include "ijk-lever-panel.h"
#include "ijk-lever-section.h"

G_BEGIN_DECLS

/* One a heading, and the projects. */
#define IJK_LEVER_PANEL_N_SECTIONS (IJK_N_HEADINGS + 1)
#define IJK_LEVER_PANEL_PROJECTS IJK_N_HEADINGS

struct _IjkLeverPanel
{
  GtkWidget parent_instance;

  IjkSession *session;           /* (owned) (nullable) */
  const IjkReference *reference; /* (owned) (nullable) the rows were made for */
  IjkLeverSection *lever_sections[IJK_LEVER_PANEL_N_SECTIONS];
  IjkChangedList *changed;
  GArray *targets;               /* (element-type guint) of the entries of the scope list */
  IjkScopeKind scope;
  guint target;
  IjkScenarioKind kind;
  char **favourites;             /* (owned) (nullable) ids of levers */
  guint n_changed;
  gboolean is_updating;
  GtkWidget *top;
  GtkWidget *search;
  GtkWidget *changed_button;
  GtkWidget *choices;
  GtkWidget *law_button;
  GtkWidget *law_label;
  GtkWidget *scope_list;
  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *sections;
  GtkWidget *changed_box;
};

/* ijk-lever-panel.c */
/* Shows the rows that fit the search and what the levers are set on. */
void ijk_lever_panel_filter            (IjkLeverPanel *self);

/* ijk-lever-panel-scope.c */
void ijk_lever_panel_follow_kind       (IjkLeverPanel *self);
void ijk_lever_panel_select_scope      (IjkLeverPanel *self,
                                        IjkScopeKind   scope,
                                        guint          target);
void ijk_lever_panel_scope_selected_cb (IjkLeverPanel *self);

G_END_DECLS

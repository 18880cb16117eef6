/* The way from a number on the screen to why it is what it is.
 *
 * A widget that shows numbers says which they are; a key (Ctrl+I), its context menu or a button with the
 * action "why.ask" then asks the window, by its action "win.why". Which number of a widget is meant
 * is told by the pointer where there is one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-numbers.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parameter of "win.why": the one meant, and all of them: name, items, indicator, item positions,
 * first and last year. */
#define IJK_WHY_DOOR_TYPE "(ua(susauii))"

/* @point: (nullable): of the pointer in @widget; NULL: asked by key. @selected: (inout): 0 before.
 * Returns: (transfer full) (element-type IjkNamedNumber) (nullable): of what @widget shows; NULL:
 * nothing is asked, because @widget says something itself or shows nothing yet */
typedef GPtrArray *(*IjkWhyListFunc) (GtkWidget              *widget,
                                      const graphene_point_t *point,
                                      guint                  *selected);

/* Call once for a widget. @menu: (nullable): context menu of the widget; NULL where it has its own. */
void       ijk_why_door_add  (GtkWidget      *widget,
                              IjkWhyListFunc  list,
                              GMenuModel     *menu);
/* "Why This Number", for a menu. (transfer full) */
GMenuItem *ijk_why_door_make_item (void);
/* What "win.why" was given. (transfer full) (element-type IjkNamedNumber): those that there are */
GPtrArray *ijk_why_door_read (const IjkReference *reference,
                              GVariant           *parameter,
                              guint              *selected);

/* All numbers of a company, installation, sector or cluster in a year, the levy first. (transfer full)
 * (element-type IjkNamedNumber) */
GPtrArray *ijk_why_door_list_numbers (IjkItems    items,
                                      guint       item,
                                      int         year);
/* Position among @numbers of an indicator, or 0. */
guint      ijk_why_door_find (GPtrArray  *numbers,
                              const char *indicator);

G_END_DECLS

/* IjkCompanyMap: the six clusters on a schematic map of the Netherlands.
 *
 * Own drawing, without scale or projection: an outline of few points to know places by. A circle has the
 * area of what the installations of the cluster emit, or owe, in the year. Beside it stands the same as a
 * list of buttons, which is also how keyboard and assistive technology reach it.
 *
 * Properties: "session" (IjkSession, construct-only).
 * Signals: "cluster-chosen" (guint cluster): or IJK_NONE when it is let go of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_MAP (ijk_company_map_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyMap, ijk_company_map, IJK, COMPANY_MAP, GtkWidget)

GtkWidget *ijk_company_map_new         (IjkSession    *session);
/* @cluster: drawn as chosen; or IJK_NONE */
void       ijk_company_map_set_cluster (IjkCompanyMap *self,
                                        guint          cluster);

G_END_DECLS

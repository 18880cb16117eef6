/* IjkPairWindow: two companies side by side on the same axes, one over the other where it is narrow. It
 * follows the levers and the year as they move.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-side.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_PAIR_WINDOW (ijk_pair_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkPairWindow, ijk_pair_window, IJK, PAIR_WINDOW, AdwWindow)

/* @company: the first of the two. The second is proposed: the one nearest to it in emissions in its
 * sector. (transfer none) */
IjkPairWindow    *ijk_pair_window_show        (GtkWindow     *parent,
                                               IjkSession    *session,
                                               guint          company);
/* @side: 0 or 1 */
void              ijk_pair_window_set_company (IjkPairWindow *self,
                                               guint          side,
                                               guint          company);
guint             ijk_pair_window_get_company (IjkPairWindow *self,
                                               guint          side);
IjkCompanySide *ijk_pair_window_get_column  (IjkPairWindow *self,
                                               guint          side);
/* Whether one stands over the other. */
gboolean          ijk_pair_window_is_narrow   (IjkPairWindow *self);

G_END_DECLS

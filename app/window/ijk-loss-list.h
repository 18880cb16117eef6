/* Settings that scenarios lose: a row each, with what was there and what holds instead.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @losses: (element-type IjkUpgradeLoss). Paths are told by their value in @year. Returns:
 * (transfer floating): a list */
GtkWidget *ijk_loss_list_new      (const GPtrArray      *losses,
                                   int                   year);

/* "CCS, most of the potential (Yara): at most 40% in 2030 → left to the market". (transfer full) */
char      *ijk_loss_list_describe (const IjkUpgradeLoss *loss,
                                   int                   year);

G_END_DECLS

/* Why a chart shows what it shows: the line that the pointer is on, or of the sector that is
 * highlighted, in the year of the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-card.h"

G_BEGIN_DECLS

/* Call once for a card. */
void ijk_why_card_add (IjkFigureCard *card);

G_END_DECLS

/* What a lever is set to, in words: for lists of what differs and for labels of undo steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"

G_BEGIN_DECLS

/* The value as a reader writes it; of a path the value in @year. @value NULL: what holds without
 * the setting. (transfer full) */
char       *ijk_lever_words_value   (const IjkReference  *reference,
                                     const IjkLeverKey   *key,
                                     const IjkLeverValue *value,
                                     int                  year);
/* Whether a setting says what holds anyway: the examples name their law. */
gboolean    ijk_lever_words_is_default (const IjkReference    *reference,
                                        const IjkLeverSetting *setting);
/* Headings of the agreement, which stay Dutch; "World" is translated. (transfer none) */
const char *ijk_lever_words_heading (IjkHeading           heading);
/* What a heading means, for those who do not read Dutch; empty in Dutch. (transfer none) */
const char *ijk_lever_words_gloss   (IjkHeading           heading);
/* What people look for the levers of a heading by, in both languages at once. (transfer none) */
const char *ijk_lever_words_search  (IjkHeading           heading);

G_END_DECLS

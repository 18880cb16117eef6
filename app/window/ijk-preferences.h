/* The preferences window: language, style, charts, default workbook, type size for presenting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-application.h"

G_BEGIN_DECLS

#define IJK_TYPE_PREFERENCES (ijk_preferences_get_type ())
G_DECLARE_FINAL_TYPE (IjkPreferences, ijk_preferences, IJK, PREFERENCES, AdwPreferencesWindow)

/* @parent: (nullable) */
void ijk_preferences_show (IjkApplication *application,
                           GtkWindow      *parent);

/* The language is another one: where the preferences are open, they are opened anew in it. */
void ijk_preferences_follow_language (IjkApplication *application,
                                      GtkWindow      *parent);

G_END_DECLS

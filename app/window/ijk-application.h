/* IjkApplication: the program with a window. One process, one session, one window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-data-set.h"
#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_APPLICATION_ID "org.ijkpad.Ijkpad"

#define IJK_TYPE_APPLICATION (ijk_application_get_type ())
G_DECLARE_FINAL_TYPE (IjkApplication, ijk_application, IJK, APPLICATION, AdwApplication)

/* @settings: (transfer none) of the schema IJK_APPLICATION_ID
 * @data_set: (transfer none) the tables shipped with the program */
IjkApplication *ijk_application_new          (GSettings        *settings,
                                              const IjkDataSet *data_set);
GSettings      *ijk_application_get_settings (IjkApplication   *self);
IjkSession     *ijk_application_get_session  (IjkApplication   *self);

/* The workbook that is opened when none is named; it need not be there yet. (transfer full)
 * @missing: (out) (transfer full) (nullable): the one that was expected instead, on a drive that is
 * not connected, say */
char           *ijk_application_dup_first_path (IjkApplication *self,
                                                char          **missing);

/* Follows the setting "language": catalogue, then a new window in place of the one there is. */
void            ijk_application_follow_language (IjkApplication *self);

G_END_DECLS

/* Where the parts of the program lie: installed, or in the folder it was built in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_PLACE_REFERENCE, /* the reference tables */
  IJK_PLACE_LOCALE,    /* the catalogues */
} IjkPlace;

/* (transfer full) */
char      *ijk_place_find          (IjkPlace   place);
/* (transfer full): the settings of the program; NULL with @error set where their schema is missing,
 * which without this check would end the program. */
GSettings *ijk_place_open_settings (GError   **error);

G_END_DECLS

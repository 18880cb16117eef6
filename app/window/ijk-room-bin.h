/* IjkRoomBin: shows its child where there is room for it, and asks for none.
 *
 * What stands in a header bar as an extra must not keep a window from getting narrower. AdwSqueezer is
 * made for that, but of libadwaita 1.2 it gives its hidden child a height of -1, with a warning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_ROOM_BIN (ijk_room_bin_get_type ())
/* One child, as in a template: `<child>`. */
G_DECLARE_FINAL_TYPE (IjkRoomBin, ijk_room_bin, IJK, ROOM_BIN, GtkWidget)

G_END_DECLS

/* What a disk holds after a loss of power.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void fault_power_forget   (void);
void fault_power_write    (const char *path, const void *bytes, gsize n_bytes, gsize offset);
void fault_power_truncate (const char *path, gsize size);
void fault_power_sync     (const char *path);
void fault_power_delete   (const char *path, gboolean is_synced);
void fault_power_lose     (GRand *random);

G_END_DECLS

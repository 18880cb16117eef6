/* The parent's side of workbook-victim: starting it, reading its reports, ending it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPid pid;
  int input, output;  /* ends of its standard input and output */
  GString *text;      /* (owned) all it has reported */
  guint n_lines;      /* of @text */
} Victim;

void     victim_start      (Victim *self, const char *verb, ...) G_GNUC_NULL_TERMINATED;
gboolean victim_read_lines (Victim *self, guint n_lines, guint timeout_ms);
void     victim_kill       (Victim *self);
void     victim_wait       (Victim *self);
void     victim_clear      (Victim *self);

G_END_DECLS

/* The keys of the program: a table of what they do, and the window that shows it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A line of the table: a shortcut, or the page or group that the next ones belong to. */
typedef struct
{
  const char *title;  /* (nullable) what the keys do, in English */
  const char *page;   /* (nullable) a page starts here */
  const char *group;  /* (nullable) a group starts here */
  const char *action; /* (nullable) detailed name; the application knows its keys */
  const char *keys;   /* (nullable) of a widget, as in gtk_accelerator_parse(), a space between */
} IjkShortcut;

/* (transfer none): the table */
const IjkShortcut *ijk_shortcuts_list (guint     *n_lines);

/* @parent: whose application has the keys of actions */
void               ijk_shortcuts_show (GtkWindow *parent);

G_END_DECLS

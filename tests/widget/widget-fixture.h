/* What the tests of the widgets share: a session on the real reference, in a workbook of its own, and
 * ways to act like a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

typedef struct
{
  char *directory;     /* (owned) */
  IjkSession *session; /* (owned) */
} Fixture;

void       fixture_set_up    (Fixture       *fixture,
                              gconstpointer  data);
void       fixture_tear_down (Fixture       *fixture,
                              gconstpointer  data);
/* A window of @width x @height with @child in it, on the screen and laid out. */
GtkWidget *fixture_show      (GtkWidget     *child,
                              int            width,
                              int            height);
/* Runs the main loop until nothing is left to do, at least one frame of @widget. */
void       fixture_settle    (GtkWidget     *widget);
/* Activates the key binding of @widget itself, as when it has focus. */
gboolean   fixture_press     (GtkWidget     *widget,
                              guint          key,
                              GdkModifierType modifiers);
/* The first descendant of @widget, itself included, of a type; with @name, the one with that CSS name. */
GtkWidget *fixture_find      (GtkWidget     *widget,
                              GType          type);
double     fixture_number    (IjkSession    *session,
                              IjkLeverId     lever);

/* Skips the program where there is no display: 77. Else makes GTK and the widgets ready. */
int        fixture_init      (int           *argc,
                              char        ***argv);

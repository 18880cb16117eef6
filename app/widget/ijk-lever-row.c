/* ijk-lever-row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-row.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkLeverRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkLeverRow, ijk_lever_row, GTK_TYPE_LIST_BOX_ROW)

static void
ijk_lever_row_class_init (IjkLeverRowClass *klass)
{
  g_signal_new ("edit-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ijk_lever_row_init (IjkLeverRow *self)
{
}

GtkWidget         *
ijk_lever_row_new (IjkSession *session, const IjkLeverKey *key)
{
  return NULL;
}

const IjkLeverKey *
ijk_lever_row_get_key (IjkLeverRow *self)
{
  return NULL;
}

void
ijk_lever_row_set_key (IjkLeverRow *self, const IjkLeverKey *key)
{
}

gboolean
ijk_lever_row_is_changed (IjkLeverRow *self)
{
  return FALSE;
}

void
ijk_lever_row_reset (IjkLeverRow *self)
{
}

gboolean
ijk_lever_row_matches (IjkLeverRow *self, const char *search)
{
  return FALSE;
}

void
ijk_lever_row_focus (IjkLeverRow *self)
{
}

/* ijk-headline-strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-headline-strip.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkHeadlineStrip
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkHeadlineStrip, ijk_headline_strip, GTK_TYPE_WIDGET)

static void
ijk_headline_strip_class_init (IjkHeadlineStripClass *klass)
{
  g_signal_new ("headline-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
ijk_headline_strip_init (IjkHeadlineStrip *self)
{
}

GtkWidget *
ijk_headline_strip_new (IjkSession *session)
{
  return g_object_new (ijk_headline_strip_get_type (), NULL);
}

GtkWidget *
ijk_headline_strip_get_headline (IjkHeadlineStrip *self, guint i_headline)
{
  return NULL;
}

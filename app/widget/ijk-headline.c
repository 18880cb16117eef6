/* ijk-headline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-headline.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkHeadline
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkHeadline, ijk_headline, GTK_TYPE_WIDGET)

static void
ijk_headline_class_init (IjkHeadlineClass *klass)
{
  g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
ijk_headline_init (IjkHeadline *self)
{
}

GtkWidget  *
ijk_headline_new (void)
{
  return NULL;
}

void
ijk_headline_set_title (IjkHeadline *self, const char *title)
{
}

void
ijk_headline_set_value (IjkHeadline *self, const char *value, const char *unit)
{
}

void
ijk_headline_set_note (IjkHeadline *self, const char *note, IjkHeadlineTone tone)
{
}

void
ijk_headline_set_difference (IjkHeadline *self, const char *difference)
{
}

void
ijk_headline_set_sparkline (IjkHeadline *self, const IjkChartSpec *spec)
{
}

const char *
ijk_headline_get_value (IjkHeadline *self)
{
  return NULL;
}

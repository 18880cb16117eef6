/* Words that travel inside a picture file without being seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *description;
  const char *source;
  const char *language;
  const char *creator;
} IjkChartWords; /* all borrowed and nullable */

void ijk_svg_insert_words (GByteArray          *svg,
                           const IjkChartWords *words);
void ijk_png_insert_words (GByteArray          *png,
                           const IjkChartWords *words,
                           double               scale);

G_END_DECLS

/* Error sentences quote what stands in a file, and a file from somebody else may hold a cell of a
 * megabyte or the codes that repaint a terminal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-sentence.h"

#include <string.h>

/* Characters kept of a long sentence: where it starts (the place) and where it ends (what was
 * expected). */
#define N_KEPT_FIRST 400
#define N_KEPT_LAST 300

/* Appends @n characters from @at on, control characters as U+FFFD. */
static void
append_characters (GString    *clean,
                   const char *at,
                   glong       n)
{
  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) ? 0xfffd : c);
    }
}

/**
 * ijk_sentence_clean:
 * @text: a sentence with words from a file in it
 *
 * Returns: (transfer full): the sentence as UTF-8 without control characters, its middle left out
 *   where it is longer than 700 characters
 */
char *
ijk_sentence_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  const glong n = g_utf8_strlen (valid, -1);
  GString *clean = g_string_new (NULL);

  if (n <= N_KEPT_FIRST + N_KEPT_LAST)
    {
      append_characters (clean, valid, n);
      return g_string_free (clean, FALSE);
    }
  append_characters (clean, valid, N_KEPT_FIRST);
  g_string_append (clean, " […] ");
  append_characters (clean, g_utf8_offset_to_pointer (valid, n - N_KEPT_LAST), N_KEPT_LAST);
  return g_string_free (clean, FALSE);
}

/* Numbers as a reader writes them. The process locale is not asked: a figure may be printed in
 * another language than the program speaks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-number.h"

#include <math.h>
#include <string.h>

#define MINUS "\u2212"
#define DASH "\u2013"

static void
append_grouped (GString    *text,
                const char *digits,
                gsize       n_digits,
                const char *separator)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
}

/**
 * ijk_number_format_decimals:
 * @n_decimals: in place of what @format says, as for the ticks of a fine axis
 *
 * Writes @value. A missing value is an en dash; a value that rounds to zero has no sign.
 *
 * Returns: (transfer full): the text
 */
char *
ijk_number_format_decimals (const IjkNumberFormat *format,
                            double                 value,
                            guint                  n_decimals)
{
  /* Room for the largest double and then some; asked with the C locale's point. */
  char pattern[16], digits[400];
  g_autoptr (GString) text = g_string_new (NULL);
  const char *point;
  gboolean is_zero;

  g_return_val_if_fail (format != NULL, NULL);

  if (!isfinite (value))
    return g_strdup (DASH);

  g_snprintf (pattern, sizeof pattern, "%%.%uf", MIN (n_decimals, 15));
  g_ascii_formatd (digits, sizeof digits, pattern, fabs (value));
  is_zero = strspn (digits, "0.") == strlen (digits);
  point = strchr (digits, '.');

  if (!is_zero && value < 0)
    g_string_append (text, MINUS);
  else if (!is_zero && format->shows_plus)
    g_string_append_c (text, '+');
  if (format->prefix != NULL)
    g_string_append (text, format->prefix);

  append_grouped (text, digits, point != NULL ? (gsize) (point - digits) : strlen (digits),
                  format->thousands != NULL ? format->thousands : "");
  if (point != NULL)
    {
      g_string_append (text, format->decimal_point != NULL ? format->decimal_point : ".");
      g_string_append (text, point + 1);
    }
  if (format->suffix != NULL)
    g_string_append (text, format->suffix);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * ijk_number_format:
 *
 * Writes @value with the decimals of @format.
 *
 * Returns: (transfer full): the text
 */
char *
ijk_number_format (const IjkNumberFormat *format,
                   double                 value)
{
  g_return_val_if_fail (format != NULL, NULL);

  return ijk_number_format_decimals (format, value, format->n_decimals);
}

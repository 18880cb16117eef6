/* An explanation as plain text, to be cited: title, formula, numbers, and what each rests on; deeper
 * levels are indented below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include <string.h>

/* Columns that a level is set in by. */
#define INDENT 4

static void
append_line (GString    *text,
             guint       level,
             const char *format,
             ...) G_GNUC_PRINTF (3, 4);

static void
append_line (GString    *text,
             guint       level,
             const char *format,
             ...)
{
  va_list arguments;

  for (guint i = 0; i < level * INDENT; i++)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
  g_string_append_c (text, '\n');
}

static void
append_terms (const IjkExplanation *self,
              guint                 level,
              GString              *text)
{
  g_autoptr (GPtrArray) terms = ijk_explanation_list_terms (self);

  for (guint i = 0; i < terms->len; i++)
    {
      const IjkExplanation *term = g_ptr_array_index (terms, i);
      g_autofree char *words = ijk_explanation_dup_words (term, self);
      g_autofree char *value = ijk_explanation_dup_value (term);
      g_autofree char *source = ijk_explanation_dup_source (term);

      /* Translators: what, its value, its standing, its source: “levy rate: 78.67 €/t — sourced; …”. */
      append_line (text, level, _("%s: %s — %s; %s"), words, value,
                   ijk_standing_name (term->standing), source);
    }
}

static void
append_level (const IjkExplanation *self,
              guint                 level,
              guint                 depth,
              GString              *text)
{
  g_autofree char *title = ijk_explanation_dup_title (self);
  g_autofree char *value = ijk_explanation_dup_value (self);
  g_autoptr (GPtrArray) terms = NULL;

  /* Translators: what a number is, and the number: “CO₂ levy of Shell in 2030 = € 12 million”. */
  append_line (text, level, _("%s = %s"), title, value);
  if (self->operation == IJK_OPERATION_GIVEN)
    {
      g_autofree char *source = ijk_explanation_dup_source (self);

      /* Translators: the standing of a number and its source: “sourced; Wbm art. 71p”. */
      append_line (text, level + 1, _("%s; %s"), ijk_standing_name (self->standing), source);
      return;
    }
  {
    g_autofree char *formula = ijk_explanation_dup_formula (self);
    g_autofree char *numbers = ijk_explanation_dup_numbers (self);
    g_autofree char *source = ijk_explanation_dup_source (self);

    append_line (text, level, "  = %s", formula);
    if (self->operation != IJK_OPERATION_STATED && self->operation != IJK_OPERATION_COUNT
        && !g_str_equal (numbers, value))
      {
        append_line (text, level, "  = %s", numbers);
        append_line (text, level, "  = %s", value);
      }
    append_line (text, level, "  %s; %s", ijk_standing_name (self->standing), source);
  }
  append_terms (self, level + 1, text);
  terms = ijk_explanation_list_terms (self);
  for (guint i = 0; depth > 1 && i < terms->len; i++)
    {
      const IjkExplanation *term = g_ptr_array_index (terms, i);
      g_autoptr (IjkExplanation) opened = NULL;

      if (!ijk_explanation_can_open (term))
        continue;
      opened = ijk_explanation_open (term);
      g_string_append_c (text, '\n');
      append_level (opened, level + 1, depth - 1, text);
    }
}

/**
 * ijk_explanation_write:
 * @depth: how many levels; 1 is the formula and its numbers
 *
 * Returns: (transfer full): lines of text in the language in force
 */
char *
ijk_explanation_write (const IjkExplanation *self,
                       guint                 depth)
{
  GString *text = g_string_new (NULL);

  append_level (self, 0, MAX (depth, 1), text);
  return g_string_free (text, FALSE);
}

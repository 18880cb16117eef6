/* Paragraphs of whole sentences. A sentence is one message with its numbers filled in, so that a
 * translator can put them in any order; sentences are only set one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

struct _IjkWording
{
  GString *text;   /* (owned) */
  GPtrArray *kept; /* (owned) (element-type utf8) */
};

/**
 * ijk_wording_new:
 *
 * Returns: (transfer full): an empty paragraph
 */
IjkWording *
ijk_wording_new (void)
{
  IjkWording *self = g_new0 (IjkWording, 1);

  self->text = g_string_new (NULL);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ijk_wording_free:
 * @self: (nullable)
 */
void
ijk_wording_free (IjkWording *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * ijk_wording_keep:
 * @text: (transfer full)
 *
 * Returns: (transfer none): @text, valid as long as @self
 */
const char *
ijk_wording_keep (IjkWording *self,
                  char       *text)
{
  g_ptr_array_add (self->kept, text);
  return text;
}

/**
 * ijk_wording_add:
 * @format: a whole sentence, translated
 *
 * Sets a sentence after those before it.
 */
void
ijk_wording_add (IjkWording *self,
                 const char *format,
                 ...)
{
  va_list arguments;

  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

/**
 * ijk_wording_end:
 *
 * Returns: (transfer full): the paragraph so far; @self is empty then
 */
char *
ijk_wording_end (IjkWording *self)
{
  char *text = g_strdup (self->text->str);

  g_string_truncate (self->text, 0);
  return text;
}

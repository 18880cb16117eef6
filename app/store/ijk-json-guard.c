/* Goes through JSON text once by the grammar of RFC 8259 and accepts nothing else.
 *
 * json-glib 1.6 reads comments and stray words, keeps the last of two members of one name without
 * a word, recurses as deep as the text nests, and forgets lines. So text from others passes here
 * first: size, depth, lengths, UTF-8, grammar and repeated members, each with line and column.
 * What passes is then parsed by json-glib; no value is kept here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-json-guard.h"

#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *at;     /* the text ends with a NUL byte and holds no other */
  const IjkJsonLimits *limits;
  guint depth;
  GString *string;    /* (owned) the last string, decoded */
  GError **error;
} Guard;

static gboolean scan_value (Guard *self);

/* Sets the error "FILE, line L, column C: sentence" for the place reached. Returns: %FALSE */
static gboolean G_GNUC_PRINTF (2, 3)
fail_here (Guard      *self,
           const char *format,
           ...)
{
  g_autofree char *what = NULL;
  g_autofree char *clean = NULL;
  const char *line_start = self->text;
  guint line = 1;
  va_list args;

  for (const char *c = self->text; c < self->at; c++)
    if (*c == '\n')
      {
        line++;
        line_start = c + 1;
      }
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  clean = ijk_sentence_clean (what);
  g_set_error (self->error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
               _("%s, line %u, column %ld: %s"), self->name, line,
               g_utf8_pointer_to_offset (line_start, self->at) + 1, clean);
  return FALSE;
}

/* Fails with what stands at the place reached and what should. */
static gboolean
fail_expecting (Guard      *self,
                const char *expected)
{
  g_autofree char *found = NULL;

  if (*self->at == '\0')
    return fail_here (self, _("the text ends; expected %s"), expected);
  found = g_strndup (self->at, (gsize) (g_utf8_next_char (self->at) - self->at));
  if (g_unichar_iscntrl (g_utf8_get_char (found)))
    return fail_here (self, _("found a control character; expected %s"), expected);
  return fail_here (self, _("found “%s”; expected %s"), found, expected);
}

static void
skip_space (Guard *self)
{
  self->at += strspn (self->at, " \t\r\n");
}

/* Four hexadecimal digits behind a `\u`. */
static gboolean
scan_hex (Guard    *self,
          gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return fail_expecting (self, _("four hexadecimal digits behind “\\u”"));
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

/* A character written as `\uXXXX`, or as two of them where it is beyond U+FFFF. */
static gboolean
scan_code_point (Guard *self)
{
  const char *start = self->at;
  gunichar c = 0;
  gunichar low = 0;

  if (!scan_hex (self, &c))
    return FALSE;
  if (c >= 0xd800 && c < 0xdc00 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      self->at += 2;
      if (!scan_hex (self, &low))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  if (c == 0 || !g_unichar_validate (c))
    {
      self->at = start;
      return fail_here (self, _("“\\u%.4s” is not a character that text can hold"), start);
    }
  g_string_append_unichar (self->string, c);
  return TRUE;
}

static gboolean
scan_escape (Guard *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found = *self->at != '\0' ? strchr (letters, *self->at) : NULL;

  if (*self->at == 'u')
    {
      self->at++;
      return scan_code_point (self);
    }
  if (found == NULL)
    return fail_expecting (self, _("one of \" \\ / b f n r t u behind “\\”"));
  g_string_append_c (self->string, meanings[found - letters]);
  self->at++;
  return TRUE;
}

/* A text in quotation marks, decoded into @self->string. */
static gboolean
scan_string (Guard *self)
{
  const char *start = self->at;

  g_string_truncate (self->string, 0);
  for (self->at++; *self->at != '"';)
    {
      const gsize n = strcspn (self->at, "\"\\");
      const char *end = self->at + n;

      for (const char *c = self->at; c < end; c++)
        if ((guchar) *c < 0x20)
          {
            self->at = c;
            return fail_here (self, _("a line end or control character inside a text; write it as "
                                      "“\\n” or “\\u00XX”, or close the text"));
          }
      g_string_append_len (self->string, self->at, (gssize) n);
      self->at = end;
      if ((gsize) (self->at - start) > self->limits->max_string)
        {
          self->at = start;
          return fail_here (self, _("a text of more than %u bytes"), self->limits->max_string);
        }
      if (*self->at == '\0')
        {
          self->at = start;
          return fail_here (self, _("a text that is never closed; expected a quotation mark"));
        }
      if (*self->at == '\\')
        {
          self->at++;
          if (!scan_escape (self))
            return FALSE;
        }
    }
  self->at++;
  return TRUE;
}

static gboolean
scan_digits (Guard *self)
{
  if (!g_ascii_isdigit (*self->at))
    return fail_expecting (self, _("a digit"));
  self->at += strspn (self->at, "0123456789");
  return TRUE;
}

static gboolean
scan_number (Guard *self)
{
  self->at += *self->at == '-';
  if (*self->at == '0' && g_ascii_isdigit (self->at[1]))
    return fail_here (self, _("a number that starts with a zero"));
  if (!scan_digits (self))
    return FALSE;
  if (*self->at == '.')
    {
      self->at++;
      if (!scan_digits (self))
        return FALSE;
    }
  if (*self->at == 'e' || *self->at == 'E')
    {
      self->at++;
      self->at += *self->at == '-' || *self->at == '+';
      return scan_digits (self);
    }
  return TRUE;
}

/* One member `"name": value` of an object, whose names so far are @names. */
static gboolean
scan_member (Guard      *self,
             GHashTable *names)
{
  const char *start = self->at;

  if (*self->at != '"')
    return fail_expecting (self, _("the name of a member in quotation marks"));
  if (!scan_string (self))
    return FALSE;
  if (!g_hash_table_add (names, g_strdup (self->string->str)))
    {
      self->at = start;
      return fail_here (self, _("the member “%s” stands twice in one object"), self->string->str);
    }
  skip_space (self);
  if (*self->at != ':')
    return fail_expecting (self, _("a colon behind the name of a member"));
  self->at++;
  return scan_value (self);
}

/* What stands between the brackets of an object (@names given) or of an array. */
static gboolean
scan_items (Guard      *self,
            char        close,
            GHashTable *names)
{
  self->at++;
  skip_space (self);
  if (*self->at == close)
    {
      self->at++;
      return TRUE;
    }
  for (;;)
    {
      skip_space (self);
      if (!(names != NULL ? scan_member (self, names) : scan_value (self)))
        return FALSE;
      skip_space (self);
      if (*self->at == close)
        {
          self->at++;
          return TRUE;
        }
      if (*self->at != ',')
        return fail_expecting (self, names != NULL ? _("a comma or “}”") : _("a comma or “]”"));
      self->at++;
    }
}

static gboolean
scan_container (Guard *self)
{
  g_autoptr (GHashTable) names = NULL;
  gboolean is_good = FALSE;

  if (self->depth == self->limits->max_depth)
    return fail_here (self, _("objects and arrays nest more than %u deep"),
                      self->limits->max_depth);
  if (*self->at == '{')
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->depth++;
  is_good = scan_items (self, names != NULL ? '}' : ']', names);
  self->depth--;
  return is_good;
}

static gboolean
scan_value (Guard *self)
{
  static const char *const words[] = { "true", "false", "null" };

  skip_space (self);
  if (*self->at == '{' || *self->at == '[')
    return scan_container (self);
  if (*self->at == '"')
    return scan_string (self);
  if (*self->at == '-' || g_ascii_isdigit (*self->at))
    return scan_number (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (self->at, words[i]))
      {
        self->at += strlen (words[i]);
        return TRUE;
      }
  return fail_expecting (self, _("a value"));
}

/* Whether the bytes are text at all, within the limits. */
static gboolean
check_bytes (Guard *self,
             gsize  length)
{
  const char *end = NULL;

  if (length > self->limits->max_bytes)
    {
      g_set_error (self->error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
                   _("%s: the file has %zu bytes, more than the %zu allowed"), self->name, length,
                   self->limits->max_bytes);
      return FALSE;
    }
  if (g_utf8_validate_len (self->text, length, &end))
    return TRUE;
  self->at = end;
  return fail_here (self, *end == '\0' && end < self->text + length
                              ? _("a zero byte, so this is not a text file")
                              : _("not UTF-8 text; save the file in UTF-8"));
}

/**
 * ijk_json_guard:
 * @name: file name, for errors
 * @text: the file; byte @length is NUL
 * @length: its bytes
 * @limits: what it may be at most
 *
 * Whether @text is JSON by the letter, within @limits.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_SYNTAX set, with line and column, when it is not
 */
gboolean
ijk_json_guard (const char          *name,
                const char          *text,
                gsize                length,
                const IjkJsonLimits *limits,
                GError             **error)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Guard self = { .name = name,
                 .text = text,
                 .at = text,
                 .limits = limits,
                 .string = string,
                 .error = error };

  if (!check_bytes (&self, length))
    return FALSE;
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    return fail_here (&self, _("a byte order mark; save the file as UTF-8 without one"));
  if (!scan_value (&self))
    return FALSE;
  skip_space (&self);
  return *self.at == '\0' || fail_expecting (&self, _("the end of the text"));
}

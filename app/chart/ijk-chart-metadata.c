/* Cairo writes neither a title into an SVG nor a resolution or text into a PNG; both are put in
 * afterwards. An SVG gets <title>, <desc> and a language right behind its root tag, which is where
 * screen readers look. A PNG gets chunks behind its header (PNG specification, third edition:
 * 11.3.4.3 pHYs, 11.3.3.4 iTXt, annex D for the checksum).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-metadata.h"

#include <math.h>
#include <string.h>

/* Signature, then the header chunk: length, type, 13 bytes, checksum. */
#define PNG_HEAD_SIZE (8 + 4 + 4 + 13 + 4)
#define PX_PER_METRE (96 / 0.0254)

static void
insert_bytes (GByteArray   *array,
              guint         at,
              const guint8 *bytes,
              guint         n_bytes)
{
  const guint n_after = array->len - at;

  g_byte_array_set_size (array, array->len + n_bytes);
  memmove (array->data + at + n_bytes, array->data + at, n_after);
  memcpy (array->data + at, bytes, n_bytes);
}

static void
append_element (GString    *xml,
                const char *name,
                const char *id,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml, "\n<%s id=\"%s\">%s</%s>", name, id, escaped, name);
}

/**
 * ijk_svg_insert_words:
 * @svg: (inout): a whole file as Cairo writes it
 *
 * Names and describes the picture for whoever cannot see it.
 */
void
ijk_svg_insert_words (GByteArray          *svg,
                      const IjkChartWords *words)
{
  const char *start = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  const char *end = start != NULL ? memchr (start, '>', svg->len - (gsize) (start - (const char *) svg->data))
                                  : NULL;
  g_autoptr (GString) attributes = g_string_new (" role=\"img\"");
  g_autoptr (GString) elements = g_string_new (NULL);
  g_autoptr (GString) description = g_string_new (words->description);
  guint at;

  g_return_if_fail (end != NULL);

  if (words->source != NULL)
    g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", words->source);
  if (words->language != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (words->language, -1);

      g_string_append_printf (attributes, " xml:lang=\"%s\"", escaped);
    }
  if (words->title != NULL)
    {
      g_string_append (attributes, " aria-labelledby=\"chart-title\"");
      append_element (elements, "title", "chart-title", words->title);
    }
  if (description->len > 0)
    {
      g_string_append (attributes, " aria-describedby=\"chart-description\"");
      append_element (elements, "desc", "chart-description", description->str);
    }

  at = (guint) (end - (const char *) svg->data);
  insert_bytes (svg, at + 1, (const guint8 *) elements->str, (guint) elements->len);
  insert_bytes (svg, at, (const guint8 *) attributes->str, (guint) attributes->len);
}

static guint32
checksum (const guint8 *bytes,
          gsize         n_bytes)
{
  guint32 crc = 0xFFFFFFFF;

  for (gsize i = 0; i < n_bytes; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
  return ~crc;
}

static void
append_big_endian (GByteArray *array,
                   guint32     number)
{
  const guint32 swapped = GUINT32_TO_BE (number);

  g_byte_array_append (array, (const guint8 *) &swapped, sizeof swapped);
}

static void
append_chunk (GByteArray   *png,
              const char   *type,
              const guint8 *bytes,
              guint         n_bytes)
{
  guint start;

  append_big_endian (png, n_bytes);
  start = png->len;
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, bytes, n_bytes);
  append_big_endian (png, checksum (png->data + start, n_bytes + 4));
}

/* UTF-8, not compressed. */
static void
append_text_chunk (GByteArray *png,
                   const char *keyword,
                   const char *language,
                   const char *text)
{
  static const guint8 zeros[3] = { 0 };
  g_autoptr (GByteArray) content = g_byte_array_new ();

  if (text == NULL)
    return;
  g_byte_array_append (content, (const guint8 *) keyword, (guint) strlen (keyword));
  g_byte_array_append (content, zeros, 3); /* end of keyword, not compressed, method */
  if (language != NULL)
    g_byte_array_append (content, (const guint8 *) language, (guint) strlen (language));
  g_byte_array_append (content, zeros, 2); /* ends of language and of the translated keyword */
  g_byte_array_append (content, (const guint8 *) text, (guint) strlen (text));
  append_chunk (png, "iTXt", content->data, content->len);
}

/**
 * ijk_png_insert_words:
 * @png: (inout): a whole file
 * @scale: device pixels per pixel of 1/96 inch
 *
 * Adds the resolution, so that the picture prints at its size, and the words.
 */
void
ijk_png_insert_words (GByteArray          *png,
                      const IjkChartWords *words,
                      double               scale)
{
  g_autoptr (GByteArray) chunks = g_byte_array_new ();
  g_autoptr (GByteArray) resolution = g_byte_array_new ();
  const guint32 per_metre = (guint32) lround (scale * PX_PER_METRE);
  const guint8 metre = 1;

  g_return_if_fail (png->len >= PNG_HEAD_SIZE);

  append_big_endian (resolution, per_metre);
  append_big_endian (resolution, per_metre);
  g_byte_array_append (resolution, &metre, 1);
  append_chunk (chunks, "pHYs", resolution->data, resolution->len);
  append_text_chunk (chunks, "Title", words->language, words->title);
  append_text_chunk (chunks, "Description", words->language, words->description);
  append_text_chunk (chunks, "Source", words->language, words->source);
  append_text_chunk (chunks, "Software", NULL, words->creator);
  insert_bytes (png, PNG_HEAD_SIZE, chunks->data, chunks->len);
}

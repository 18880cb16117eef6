/* Measures text with Pango. Sizes are asked in pixels without hinted metrics, so that a layout holds
 * at every scale factor; digits are tabular where the font has them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define DEFAULT_FAMILY "Cantarell, sans-serif"

static const struct
{
  double size_px;
  PangoWeight weight;
} TYPES[IJK_N_TYPES] = {
  [IJK_TYPE_TITLE] = { 14.5, PANGO_WEIGHT_BOLD },   [IJK_TYPE_SUBTITLE] = { 12.5, PANGO_WEIGHT_NORMAL },
  [IJK_TYPE_LABEL] = { 12, PANGO_WEIGHT_NORMAL },   [IJK_TYPE_STRONG] = { 12, PANGO_WEIGHT_BOLD },
  [IJK_TYPE_AXIS] = { 12, PANGO_WEIGHT_NORMAL },    [IJK_TYPE_SOURCE] = { 11, PANGO_WEIGHT_NORMAL },
};

struct _IjkTextMeter
{
  PangoLayout *layout; /* (owned) */
  char *family;        /* (owned) (nullable) */
  double text_scale;
  IjkType type;        /* what the layout is set to */
  GHashTable *sizes[IJK_N_TYPES]; /* (owned) (element-type utf8 IjkTextSize) */
};

/**
 * ijk_text_context_new:
 *
 * Makes the context all chart text is measured and drawn with.
 *
 * Returns: (transfer full): the context
 */
PangoContext *
ijk_text_context_new (PangoFontMap *font_map)
{
  PangoContext *context = pango_font_map_create_context (font_map);
  PangoFontDescription *description = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A context of Pango's own begins with serifs. */
  pango_font_description_set_family (description, DEFAULT_FAMILY);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

/**
 * ijk_type_apply:
 * @family: (nullable): the font family; NULL for the default one
 *
 * Sets font, size and digits of a Pango layout.
 */
void
ijk_type_apply (PangoLayout *layout,
                const char  *family,
                IjkType      type,
                double       text_scale)
{
  PangoFontDescription *description = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (description, family != NULL ? family : DEFAULT_FAMILY);
  pango_font_description_set_absolute_size (description,
                                            TYPES[type].size_px * text_scale * PANGO_SCALE);
  pango_font_description_set_weight (description, TYPES[type].weight);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
}

/**
 * ijk_text_meter_new:
 * @context: (transfer none): gives the font map and the family
 *
 * Makes a meter. It remembers what it measured.
 *
 * Returns: (transfer full): the meter
 */
IjkTextMeter *
ijk_text_meter_new (PangoContext *context,
                    double        text_scale)
{
  IjkTextMeter *self = g_new0 (IjkTextMeter, 1);
  const PangoFontDescription *description = pango_context_get_font_description (context);
  PangoContext *own = ijk_text_context_new (pango_context_get_font_map (context));

  self->family = description != NULL ? g_strdup (pango_font_description_get_family (description))
                                     : NULL;
  self->text_scale = text_scale;
  self->layout = pango_layout_new (own);
  g_object_unref (own);
  self->type = IJK_N_TYPES;
  for (guint i = 0; i < IJK_N_TYPES; i++)
    self->sizes[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ijk_text_meter_free (IjkTextMeter *self)
{
  for (guint i = 0; i < IJK_N_TYPES; i++)
    g_hash_table_unref (self->sizes[i]);
  g_object_unref (self->layout);
  g_free (self->family);
  g_free (self);
}

static void
prepare (IjkTextMeter *self,
         IjkType       type,
         const char   *text)
{
  if (self->type != type)
    ijk_type_apply (self->layout, self->family, type, self->text_scale);
  self->type = type;
  pango_layout_set_text (self->layout, text, -1);
}

IjkTextSize
ijk_text_meter_measure (IjkTextMeter *self,
                        IjkType       type,
                        const char   *text)
{
  IjkTextSize *known = g_hash_table_lookup (self->sizes[type], text);
  PangoRectangle logical;

  if (known != NULL)
    return *known;

  prepare (self, type, text);
  pango_layout_get_extents (self->layout, NULL, &logical);
  known = g_new (IjkTextSize, 1);
  /* Rounded up, so that a box of this size never has the text cut. */
  known->width = ceil (logical.width / (double) PANGO_SCALE);
  known->height = ceil (logical.height / (double) PANGO_SCALE);
  g_hash_table_insert (self->sizes[type], g_strdup (text), known);
  return *known;
}

double
ijk_text_meter_get_line_height (IjkTextMeter *self,
                                IjkType       type)
{
  return ijk_text_meter_measure (self, type, "0").height;
}

/**
 * ijk_text_meter_wrap:
 * @max_lines: at least 1; the last line keeps all that is left, to be cut when drawn
 *
 * Breaks a text into lines that fit @width.
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines
 */
char **
ijk_text_meter_wrap (IjkTextMeter *self,
                     IjkType       type,
                     const char   *text,
                     double        width,
                     guint         max_lines)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  prepare (self, type, text);
  pango_layout_set_width (self->layout, (int) MIN (width * PANGO_SCALE, G_MAXINT / 2));
  for (GSList *l = pango_layout_get_lines_readonly (self->layout); l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      const gboolean is_last = lines->len + 1 == max_lines;
      char *part = is_last ? g_strdup (text + line->start_index)
                           : g_strndup (text + line->start_index, (gsize) line->length);

      g_ptr_array_add (lines, g_strstrip (part));
      if (is_last)
        break;
    }
  pango_layout_set_width (self->layout, -1);
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

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

#define MAX_KNOWN 2000 /* sizes of one type of text */

/* What was measured with one font at one scale. Most words of a chart are those of the chart before
 * it, and shaping them takes longer than all the rest of a layout; so the font map, which belongs to
 * one thread, keeps the sizes of its last meter. */
typedef struct
{
  char *family; /* (owned) (nullable) */
  double text_scale;
  guint serial; /* of the font map */
  GHashTable *tables[IJK_N_TYPES]; /* (owned) (element-type utf8 IjkTextSize) */
} TextSizes;

struct _IjkTextMeter
{
  PangoFontMap *font_map; /* (owned) */
  PangoLayout *layout;    /* (owned) (nullable): made when it is needed */
  IjkType type;           /* what the layout is set to */
  TextSizes *sizes;       /* (shared reference) */
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

static void
clear_sizes (gpointer data)
{
  TextSizes *sizes = data;

  for (guint i = 0; i < IJK_N_TYPES; i++)
    g_hash_table_unref (sizes->tables[i]);
  g_free (sizes->family);
}

static void
unref_sizes (gpointer data)
{
  g_rc_box_release_full (data, clear_sizes);
}

/* Returns: (shared reference): the sizes known for this font and scale */
static TextSizes *
find_sizes (PangoFontMap *font_map,
            const char   *family,
            double        text_scale)
{
  const GQuark quark = g_quark_from_static_string ("ijk-text-sizes");
  TextSizes *sizes = g_object_get_qdata (G_OBJECT (font_map), quark);
  if (sizes != NULL && sizes->serial == pango_font_map_get_serial (font_map)
      && sizes->text_scale == text_scale && g_strcmp0 (sizes->family, family) == 0)
    return g_rc_box_acquire (sizes);

  sizes = g_rc_box_new0 (TextSizes);
  sizes->family = g_strdup (family);
  sizes->text_scale = text_scale;
  sizes->serial = pango_font_map_get_serial (font_map);
  for (guint i = 0; i < IJK_N_TYPES; i++)
    sizes->tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_set_qdata_full (G_OBJECT (font_map), quark, g_rc_box_acquire (sizes), unref_sizes);
  return sizes;
}

/**
 * ijk_text_meter_new:
 * @context: (transfer none): gives the font map and the family
 *
 * Makes a meter. What it measures the font map remembers for the next one of the same font and scale.
 *
 * Returns: (transfer full): the meter
 */
IjkTextMeter *
ijk_text_meter_new (PangoContext *context,
                    double        text_scale)
{
  IjkTextMeter *self = g_new0 (IjkTextMeter, 1);
  const PangoFontDescription *description = pango_context_get_font_description (context);

  self->font_map = g_object_ref (pango_context_get_font_map (context));
  self->sizes = find_sizes (self->font_map,
                            description != NULL ? pango_font_description_get_family (description)
                                                : NULL,
                            text_scale);
  self->type = IJK_N_TYPES;
  return self;
}

void
ijk_text_meter_free (IjkTextMeter *self)
{
  unref_sizes (self->sizes);
  g_clear_object (&self->layout);
  g_object_unref (self->font_map);
  g_free (self);
}

static void
prepare (IjkTextMeter *self,
         IjkType       type,
         const char   *text)
{
  if (self->layout == NULL)
    {
      PangoContext *context = ijk_text_context_new (self->font_map);

      self->layout = pango_layout_new (context);
      g_object_unref (context);
    }
  if (self->type != type)
    ijk_type_apply (self->layout, self->sizes->family, type, self->sizes->text_scale);
  self->type = type;
  pango_layout_set_text (self->layout, text, -1);
}

IjkTextSize
ijk_text_meter_measure (IjkTextMeter *self,
                        IjkType       type,
                        const char   *text)
{
  GHashTable *table = self->sizes->tables[type];
  IjkTextSize *known = g_hash_table_lookup (table, text);
  PangoRectangle logical;

  if (known != NULL)
    return *known;

  prepare (self, type, text);
  pango_layout_get_extents (self->layout, NULL, &logical);
  known = g_new (IjkTextSize, 1);
  /* Rounded up, so that a box of this size never has the text cut. */
  known->width = ceil (logical.width / (double) PANGO_SCALE);
  known->height = ceil (logical.height / (double) PANGO_SCALE);
  if (g_hash_table_size (table) >= MAX_KNOWN)
    g_hash_table_remove_all (table);
  g_hash_table_insert (table, g_strdup (text), known);
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

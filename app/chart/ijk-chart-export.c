/* Lays out a chart for a page and paints it onto a Cairo surface of the wanted format.
 *
 * Written to memory first, so that a file is never left half made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "ijk-chart-cairo.h"
#include "ijk-chart-metadata.h"
#include "ijk-chart-overlay.h"
#include "ijk-chart-plplot.h"

#define PADDING 14
#define POINTS_PER_PX (72.0 / 96.0)
/* Beyond this Cairo's own coordinates end. */
#define MAX_SIDE_PX 32767

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *bytes,
           unsigned int         n_bytes)
{
  g_byte_array_append (closure, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_pdf_words (cairo_surface_t    *surface,
               const IjkChartSpec *spec,
               const char         *creator)
{
  /* No date: the same chart gives the same file, whenever it is made. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (spec->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, spec->title);
  if (spec->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, spec->description);
  if (spec->source != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, spec->source);
  if (creator != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, creator);
}

static cairo_surface_t *
create_surface (const IjkChartSpec        *spec,
                const IjkExportParameters *parameters,
                double                     scale,
                GByteArray                *bytes)
{
  const double width = parameters->width_px;
  const double height = parameters->height_px;
  cairo_surface_t *surface = NULL;

  switch (parameters->format)
    {
    case IJK_EXPORT_SVG:
      surface = cairo_svg_surface_create_for_stream (append_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      break;
    case IJK_EXPORT_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width * POINTS_PER_PX,
                                                     height * POINTS_PER_PX);
      set_pdf_words (surface, spec, parameters->creator);
      break;
    case IJK_EXPORT_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                            (int) ceil (height * scale));
      break;
    }
  return surface;
}

/* A PNG has whole pixels: what the last ones show beyond the chart is card too. */
static void
paint_card (cairo_t  *cr,
            IjkStyle  style)
{
  const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);

  cairo_set_source_rgb (cr, card.red, card.green, card.blue);
  cairo_paint (cr);
}

/**
 * ijk_chart_export_paint:
 * @cr: in pixels of 1/96 inch, with the origin at the top left of the chart
 *
 * Paints what an export of the same @parameters holds onto another surface, such as a page that is
 * printed. Format and scale are not looked at.
 *
 * Returns: %FALSE with @error set if the chart could not be painted
 */
gboolean
ijk_chart_export_paint (const IjkChartSpec        *spec,
                        const IjkExportParameters *parameters,
                        cairo_t                   *cr,
                        GError                   **error)
{
  const IjkLayoutParameters layout_parameters = {
    .width_px = parameters->width_px,
    .height_px = parameters->height_px,
    .padding_px = PADDING,
    .text_scale = parameters->text_scale,
    .flags = IJK_LAYOUT_FIGURE,
  };
  const IjkOverlayState state = {
    .cursor_x = parameters->has_cursor ? spec->cursor_x : (double) NAN,
    .hover_x = NAN,
    .focused_handle = IJK_NO_INDEX,
    .has_handles = TRUE,
  };
  const IjkPaintFlags flags = parameters->is_without_text ? IJK_PAINT_NO_TEXT : 0;
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  g_autoptr (IjkChartLayout) layout = NULL;
  g_autoptr (IjkMarkList) overlay = NULL;
  gboolean is_painted;

  if (parameters->family != NULL)
    {
      PangoFontDescription *font = pango_font_description_new ();

      pango_font_description_set_family (font, parameters->family);
      pango_context_set_font_description (context, font);
      pango_font_description_free (font);
    }
  layout = ijk_chart_layout_new (spec, &layout_parameters, context);
  overlay = ijk_chart_overlay_new (layout, &state, context);
  paint_card (cr, parameters->style);
  is_painted = ijk_chart_paint (layout, cr, parameters->style, flags, error);
  ijk_marks_paint (overlay, layout, cr, parameters->style, flags);
  g_object_unref (context);
  return is_painted;
}

static gboolean
finish_surface (cairo_t         *cr,
                cairo_surface_t *surface,
                IjkExportFormat  format,
                GByteArray      *bytes,
                GError         **error)
{
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS && format == IJK_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_SURFACE,
               _("The picture could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

static void
insert_words (const IjkChartSpec        *spec,
              const IjkExportParameters *parameters,
              double                     scale,
              GByteArray                *bytes)
{
  const IjkChartWords words = { spec->title, spec->description, spec->source, spec->language,
                                parameters->creator };

  switch (parameters->format)
    {
    case IJK_EXPORT_SVG:
      ijk_svg_insert_words (bytes, &words);
      break;
    case IJK_EXPORT_PNG:
      ijk_png_insert_words (bytes, &words, scale);
      break;
    case IJK_EXPORT_PDF:
      break; /* its surface has them */
    }
}

/**
 * ijk_chart_export:
 *
 * Makes a picture file of a chart in memory. Main thread only, because of PLplot.
 *
 * Returns: (transfer full): the file, or NULL with @error set
 */
GBytes *
ijk_chart_export (const IjkChartSpec        *spec,
                  const IjkExportParameters *parameters,
                  GError                   **error)
{
  const double scale = parameters->format == IJK_EXPORT_PNG && parameters->scale > 0
                         ? parameters->scale
                         : 1;
  const double longest = MAX (parameters->width_px, parameters->height_px) * scale;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  gboolean is_made;
  cairo_t *cr;

  g_return_val_if_fail (spec != NULL, NULL);

  if (!(parameters->width_px >= 1 && parameters->height_px >= 1 && longest <= MAX_SIDE_PX))
    {
      g_set_error (
          error, IJK_CHART_ERROR, IJK_CHART_ERROR_SURFACE,
          _("A picture of %g by %g pixels at scale %g cannot be made; a side must be from "
            "1 to %d pixels"),
          parameters->width_px, parameters->height_px, scale, MAX_SIDE_PX);
      return NULL;
    }

  surface = create_surface (spec, parameters, scale, bytes);
  cr = cairo_create (surface);
  if (parameters->format == IJK_EXPORT_PDF)
    cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  else
    cairo_scale (cr, scale, scale);
  is_made = ijk_chart_export_paint (spec, parameters, cr, error);
  if (is_made)
    is_made = finish_surface (cr, surface, parameters->format, bytes, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (!is_made)
    return NULL;

  insert_words (spec, parameters, scale, bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ijk_chart_export_to_file:
 *
 * Makes a picture file of a chart; an older file of that name is replaced only by a whole one.
 *
 * Returns: FALSE with @error set if it could not be made or written
 */
gboolean
ijk_chart_export_to_file (const IjkChartSpec        *spec,
                          const IjkExportParameters *parameters,
                          const char                *path,
                          GError                   **error)
{
  g_autoptr (GBytes) bytes = ijk_chart_export (spec, parameters, error);
  g_autoptr (GError) file_error = NULL;
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents (path, data, (gssize) size, &file_error))
    return TRUE;
  g_set_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_FILE,
               _("The picture could not be written: %s"), file_error->message);
  return FALSE;
}

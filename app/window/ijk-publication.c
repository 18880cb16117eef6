/* The choices, their names in the settings and on the disk, and the writing.
 *
 * Both languages are made at once, when the figure is taken: afterwards the session may move on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-publication.h"

#include "ijk-language.h"
#include "ijk-quantity.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MM_PER_PX (25.4 / 96)

static const char *const format_ids[IJK_N_PUBLICATION_FORMATS] = { "svg", "pdf", "png", "csv" };
static const char *const language_ids[IJK_N_PUBLICATION_LANGUAGES] = { "en", "nl" };
static const char *const style_ids[IJK_N_STYLES] = { "light", "dark", "contrast", "contrast-dark" };

/* Type is of the same size in all of them, so a small one has fewer labels and larger letters for its
 * width. The first is the usual one. */
static const IjkPublicationSize sizes[] = {
  { "page", N_("Report, width of the text"), 720, 420, 3 },
  { "column", N_("Newspaper, one column"), 400, 340, 3 },
  { "web", N_("Web page, wide"), 1200, 700, 2 },
  { "slide", N_("Slide, 16 by 9"), 960, 540, 2 },
  { "square", N_("Post, square"), 540, 540, 2 },
  { "upright", N_("Post, upright"), 540, 675, 2 },
};

const IjkPublicationSize *
ijk_publication_sizes (guint *n_sizes)
{
  *n_sizes = G_N_ELEMENTS (sizes);
  return sizes;
}

static guint
find_id (const char *const *ids,
         guint              n_ids,
         const char        *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (strcmp (ids[i], id) == 0)
      return i;
  return 0;
}

void
ijk_publication_choice_read (IjkPublicationChoice *self,
                             GSettings            *settings)
{
  g_autofree char *format = g_settings_get_string (settings, "export-format");
  g_autofree char *language = g_settings_get_string (settings, "export-language");
  g_autofree char *style = g_settings_get_string (settings, "export-style");
  g_autofree char *size = g_settings_get_string (settings, "export-size");

  self->format = find_id (format_ids, G_N_ELEMENTS (format_ids), format);
  self->language = find_id (language_ids, G_N_ELEMENTS (language_ids),
                            *language != '\0' ? language : ijk_language_get ());
  self->style = find_id (style_ids, G_N_ELEMENTS (style_ids), style);
  self->size = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (strcmp (sizes[i].id, size) == 0)
      self->size = i;
  self->is_without_text = !g_settings_get_boolean (settings, "export-text");
}

void
ijk_publication_choice_save (const IjkPublicationChoice *self,
                             GSettings                  *settings)
{
  const char *language = language_ids[self->language];

  g_settings_set_string (settings, "export-format", format_ids[self->format]);
  g_settings_set_string (settings, "export-language",
                         strcmp (language, ijk_language_get ()) == 0 ? "" : language);
  g_settings_set_string (settings, "export-style", style_ids[self->style]);
  g_settings_set_string (settings, "export-size", sizes[self->size].id);
  g_settings_set_boolean (settings, "export-text", !self->is_without_text);
}

char *
ijk_publication_choice_write_size (const IjkPublicationChoice *self,
                                   guint                       size)
{
  const double factor
      = self->format == IJK_PUBLICATION_PNG ? sizes[size].scale : MM_PER_PX;
  g_autofree char *width = ijk_quantity_number (sizes[size].width_px * factor, 0);
  g_autofree char *height = ijk_quantity_number (sizes[size].height_px * factor, 0);

  /* Translators: width and height of a picture */
  return g_strdup_printf (self->format == IJK_PUBLICATION_PNG ? _("%1$s × %2$s pixels")
                                                              : _("%1$s × %2$s mm"),
                          width, height);
}

IjkPublication *
ijk_publication_new (IjkFigureCard *card)
{
  g_autoptr (IjkPublication) self = g_new0 (IjkPublication, 1);
  const char *in_force = ijk_language_get ();
  gboolean is_whole = TRUE;

  g_return_val_if_fail (IJK_IS_FIGURE_CARD (card), NULL);

  if (ijk_figure_card_get_spec (card) == NULL)
    return NULL;
  self->id = g_strdup (ijk_figure_card_get_figure (card)->id);
  for (guint i = 0; i < IJK_N_PUBLICATION_LANGUAGES; i++)
    {
      g_autoptr (IjkFigureTable) table = NULL;

      /* Where there is no catalogue both are in the language that there is. */
      (void) ijk_language_select (language_ids[i]);
      self->specs[i] = ijk_figure_card_make_spec (card);
      table = ijk_figure_card_make_table (card);
      self->tables[i] = table == NULL ? NULL : ijk_figure_table_to_csv (table);
      is_whole &= self->specs[i] != NULL;
    }
  (void) ijk_language_select (in_force);
  return is_whole ? g_steal_pointer (&self) : NULL;
}

void
ijk_publication_free (IjkPublication *self)
{
  for (guint i = 0; i < IJK_N_PUBLICATION_LANGUAGES; i++)
    {
      g_clear_pointer (&self->specs[i], ijk_chart_spec_unref);
      g_clear_pointer (&self->tables[i], g_free);
    }
  g_free (self->id);
  g_free (self);
}

char *
ijk_publication_write_name (const IjkPublication       *self,
                            const IjkPublicationChoice *choice)
{
  const gboolean is_picture = choice->format != IJK_PUBLICATION_CSV;

  return g_strconcat (self->id,
                      choice->language == IJK_PUBLICATION_DUTCH ? "-nl" : "",
                      is_picture && choice->is_without_text ? "-no-text" : "",
                      is_picture && choice->size > 0 ? "-" : "",
                      is_picture && choice->size > 0 ? sizes[choice->size].id : "",
                      ".", format_ids[choice->format], NULL);
}

void
ijk_publication_get_parameters (const IjkPublicationChoice *choice,
                                IjkExportParameters        *parameters)
{
  static const IjkExportFormat formats[] = {
    [IJK_PUBLICATION_SVG] = IJK_EXPORT_SVG,
    [IJK_PUBLICATION_PDF] = IJK_EXPORT_PDF,
    [IJK_PUBLICATION_PNG] = IJK_EXPORT_PNG,
    [IJK_PUBLICATION_CSV] = IJK_EXPORT_SVG, /* not drawn */
  };
  const IjkPublicationSize *size = &sizes[choice->size];

  *parameters = (IjkExportParameters) {
    .format = formats[choice->format],
    .width_px = size->width_px,
    .height_px = size->height_px,
    .scale = choice->format == IJK_PUBLICATION_PNG ? size->scale : 1,
    .style = choice->style,
    .is_without_text = choice->is_without_text,
    .creator = "Ijkpad",
  };
}

/* The path with the end that it needs, and the format of that end. NULL if that would write over a file
 * that nobody was asked about. */
static char *
complete_path (const char            *path,
               IjkPublicationFormat  *format,
               GError               **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *completed = NULL;
  g_autofree char *shown = NULL;
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (format_ids); i++)
    if (g_ascii_strcasecmp (dot + 1, format_ids[i]) == 0)
      {
        *format = i;
        return g_strdup (path);
      }
  completed = g_strconcat (path, ".", format_ids[*format], NULL);
  if (!g_file_test (completed, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&completed);
  shown = g_filename_display_basename (completed);
  /* Translators: %s is the name of a file */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file “%s” already."), shown);
  return NULL;
}

char *
ijk_publication_save (const IjkPublication        *self,
                      const IjkPublicationChoice  *choice,
                      const char                  *path,
                      GError                     **error)
{
  IjkPublicationChoice named = *choice;
  IjkExportParameters parameters;
  g_autofree char *completed = complete_path (path, &named.format, error);
  const char *table = self->tables[choice->language];
  gboolean is_written;

  if (completed == NULL)
    return NULL;
  if (named.format == IJK_PUBLICATION_CSV && table == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("This figure has no table of numbers."));
      return NULL;
    }
  ijk_publication_get_parameters (&named, &parameters);
  if (named.format == IJK_PUBLICATION_CSV)
    is_written = g_file_set_contents (completed, table, -1, error);
  else
    is_written = ijk_chart_export_to_file (self->specs[choice->language], &parameters, completed,
                                           error);
  return is_written ? g_steal_pointer (&completed) : NULL;
}

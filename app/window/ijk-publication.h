/* IjkPublication: a figure as it leaves the program: in which file, language, style and size, with or
 * without words, and the words that travel with it.
 *
 * What can be chosen is the same for all figures, and is remembered in the settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-export.h"
#include "ijk-figure-card.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_PUBLICATION_SVG,
  IJK_PUBLICATION_PDF,
  IJK_PUBLICATION_PNG,
  IJK_PUBLICATION_CSV,
  IJK_N_PUBLICATION_FORMATS,
} IjkPublicationFormat;

typedef enum
{
  IJK_PUBLICATION_ENGLISH,
  IJK_PUBLICATION_DUTCH,
  IJK_N_PUBLICATION_LANGUAGES,
} IjkPublicationLanguage;

typedef struct
{
  const char *id;      /* of the settings */
  const char *name;    /* N_(): what it is for */
  int width_px;        /* of 1/96 inch */
  int height_px;
  int scale;           /* of a PNG: pixels for each of those */
} IjkPublicationSize;

typedef struct
{
  IjkPublicationFormat format;
  IjkPublicationLanguage language;
  IjkStyle style;
  guint size;          /* position in ijk_publication_sizes() */
  gboolean is_without_text;
} IjkPublicationChoice;

typedef struct
{
  char *id;                                         /* (owned) of the figure */
  IjkChartSpec *specs[IJK_N_PUBLICATION_LANGUAGES]; /* (owned) */
  char *tables[IJK_N_PUBLICATION_LANGUAGES];        /* (owned) (nullable) as CSV */
} IjkPublication;

const IjkPublicationSize *ijk_publication_sizes  (guint *n_sizes);

/* What was chosen last; the language is that of the interface until another one is chosen. */
void     ijk_publication_choice_read             (IjkPublicationChoice       *self,
                                                  GSettings                  *settings);
void     ijk_publication_choice_save             (const IjkPublicationChoice *self,
                                                  GSettings                  *settings);
/* "2160 × 1260 pixels" for a PNG, "191 × 111 mm" for what has no pixels. (transfer full) */
char    *ijk_publication_choice_write_size       (const IjkPublicationChoice *self,
                                                  guint                       size);

/* What @card shows now, in each language; the language in force is the same afterwards. Returns:
 * (transfer full) (nullable): NULL where there is nothing to show yet. */
IjkPublication *ijk_publication_new              (IjkFigureCard              *card);
void     ijk_publication_free                    (IjkPublication             *self);
/* A name for its file: the figure, and in what it differs from the usual. (transfer full) */
char    *ijk_publication_write_name              (const IjkPublication       *self,
                                                  const IjkPublicationChoice *choice);
/* How to draw it; for the preview too. */
void     ijk_publication_get_parameters          (const IjkPublicationChoice *choice,
                                                  IjkExportParameters        *parameters);
/* Writes it to @path. The end of the name, if it is one of ours, goes before the format that was
 * chosen; a name without gets that of the format. Returns (transfer full) (nullable) the path
 * written to, or NULL with @error set: nothing was written. */
char    *ijk_publication_save                    (const IjkPublication       *self,
                                                  const IjkPublicationChoice *choice,
                                                  const char                 *path,
                                                  GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkPublication, ijk_publication_free)

G_END_DECLS

/* The shipped tables as texts that a test may spoil.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference-load.h"

G_BEGIN_DECLS

/* All tables in the order of IjkTableId, then NULL; g_strfreev() frees them. */
char **reference_texts_read (void);

/* Each changes one text in place and gives the line it changed. What is named must be there. */
guint reference_texts_set_cell    (char **text, const char *row_start, const char *column,
                                   const char *value);
guint reference_texts_drop_row    (char **text, const char *row_start);
guint reference_texts_repeat_row  (char **text, const char *row_start);
guint reference_texts_append      (char **text, const char *line);
void  reference_texts_drop_column (char **text, const char *column);

/* Reads the tables and expects an error with @code whose message starts with @start and has every
 * line of @parts. */
void reference_texts_expect_error (char **texts, IjkStoreError code, const char *start,
                                   const char *parts);

/* One cell that is replaced, and what the loader is to say of it. */
typedef struct
{
  IjkTableId table;
  const char *row_start; /* the first row that starts so is changed */
  const char *column;
  const char *value;
  IjkStoreError code;
  const char *parts; /* in the message behind file, line and column; one a line */
} SpoiledCell;

/* Adds a test of each case under @path. */
void reference_texts_test_cells (const char *path, const SpoiledCell *cases, guint n_cases);

G_END_DECLS

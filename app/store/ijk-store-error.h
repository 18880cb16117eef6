/* Errors of the store room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IJK_STORE_ERROR (ijk_store_error_quark ())

/**
 * IjkStoreError:
 * @IJK_STORE_ERROR_READ: a file cannot be read or written
 * @IJK_STORE_ERROR_SYNTAX: a file is not a table of the documented form
 * @IJK_STORE_ERROR_COLUMN: a column is missing, unknown or given twice
 * @IJK_STORE_ERROR_VALUE: a cell is empty, not a number, out of range or not a known word
 * @IJK_STORE_ERROR_DUPLICATE: a key stands twice
 * @IJK_STORE_ERROR_DANGLING: a cell names a row of another table that is not there
 * @IJK_STORE_ERROR_INCOMPLETE: a row that the equations need is missing
 */
typedef enum
{
  IJK_STORE_ERROR_READ,
  IJK_STORE_ERROR_SYNTAX,
  IJK_STORE_ERROR_COLUMN,
  IJK_STORE_ERROR_VALUE,
  IJK_STORE_ERROR_DUPLICATE,
  IJK_STORE_ERROR_DANGLING,
  IJK_STORE_ERROR_INCOMPLETE,
} IjkStoreError;

GQuark ijk_store_error_quark (void);

G_END_DECLS

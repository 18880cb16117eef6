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
 * @IJK_STORE_ERROR_NOT_DATABASE: a file is no workbook at all
 * @IJK_STORE_ERROR_OTHER_PROGRAM: a file is the database of another program
 * @IJK_STORE_ERROR_DAMAGED: a workbook is cut short or holds bytes it was not saved with
 * @IJK_STORE_ERROR_SCHEMA: a workbook holds a table, column, index, view or trigger that this
 *   program did not put there
 * @IJK_STORE_ERROR_NEWER: a workbook is of a newer version of the program
 * @IJK_STORE_ERROR_READ_ONLY: the file or its folder cannot be written, or was opened to read
 * @IJK_STORE_ERROR_FULL: the disk is full
 * @IJK_STORE_ERROR_LOCKED: another program is using the file
 * @IJK_STORE_ERROR_GONE: the file or its folder is not there, or not there any more
 * @IJK_STORE_ERROR_EXISTS: a file or a scenario of that name exists already
 * @IJK_STORE_ERROR_CONFLICT: the scenario has been changed since it was read
 * @IJK_STORE_ERROR_UNKNOWN: there is no scenario, revision, note or bookmark of that name or number
 * @IJK_STORE_ERROR_TEMPLATE: a shipped scenario cannot be changed, only duplicated
 * @IJK_STORE_ERROR_PARENT: a scenario cannot hang there: a cycle, or a kind that does not fit
 * @IJK_STORE_ERROR_IN_USE: a scenario has others hanging under it
 * @IJK_STORE_ERROR_NOTHING: there is nothing to undo or redo
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
  IJK_STORE_ERROR_NOT_DATABASE,
  IJK_STORE_ERROR_OTHER_PROGRAM,
  IJK_STORE_ERROR_DAMAGED,
  IJK_STORE_ERROR_SCHEMA,
  IJK_STORE_ERROR_NEWER,
  IJK_STORE_ERROR_READ_ONLY,
  IJK_STORE_ERROR_FULL,
  IJK_STORE_ERROR_LOCKED,
  IJK_STORE_ERROR_GONE,
  IJK_STORE_ERROR_EXISTS,
  IJK_STORE_ERROR_CONFLICT,
  IJK_STORE_ERROR_UNKNOWN,
  IJK_STORE_ERROR_TEMPLATE,
  IJK_STORE_ERROR_PARENT,
  IJK_STORE_ERROR_IN_USE,
  IJK_STORE_ERROR_NOTHING,
} IjkStoreError;

GQuark ijk_store_error_quark (void);

G_END_DECLS

/* What the tests of the workbook share: a workbook to work on, and a look at the file that does not
 * go through the code under test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

G_BEGIN_DECLS

/* The scenario that probe_create_workbook() adds to the shipped ones. */
#define PROBE_SCENARIO "Probe"

char       *probe_make_directory   (void);
void        probe_remove_directory (const char *directory);
IjkDataSet *probe_load_data_set    (void);
gint64      probe_create_workbook  (const char *path);
void        probe_copy_file        (const char *from, const char *to);
void        probe_remove_database  (const char *path);

IjkLeverChange probe_change        (IjkWorkbook *workbook, const char *key, const char *value);
IjkLeverChange probe_number_change (IjkWorkbook *workbook, const char *key, double number);

void        probe_assert_whole     (const char *path);
char       *probe_dump             (const char *path);
void        probe_assert_same_dump (const char *found, const char *expected);
gboolean    probe_has_hot_journal  (const char *path);
void        probe_assert_sentence  (const GError *error);

G_END_DECLS

/* Running the real program and looking at what it leaves behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes of the program, written out here: a test does not take them from what it tests. */
#define DONE 0
#define FAILED 1
#define USAGE 2

typedef struct
{
  int exit_code;
  char *out; /* (owned) standard output */
  char *err; /* (owned) standard error */
} ProgramRun;

ProgramRun program_run      (const char *arguments);
ProgramRun program_run_with (const char *const *environment,
                             const char        *arguments);
void       program_run_clear (ProgramRun *self);

/* Runs it and expects success without a word on standard error. (transfer full): standard output */
char *program_read (const char *arguments);

/* Runs it and expects @exit_code, an empty standard output, and one sentence "ijkpad: ..." on
 * standard error that has each line of @parts. */
void program_expect_refusal (int exit_code, const char *arguments, const char *parts);

/* Each line of @parts is in @text. */
void program_assert_parts (const char *text, const char *parts);

/* Rows and columns of CSV, the first row being the header. (element-type GStrv) (transfer full) */
GPtrArray *program_split_csv (const char *csv);

/* A folder to write in, and its removal with all that is in it. */
char *program_make_folder   (void);
void  program_remove_folder (char *folder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProgramRun, program_run_clear)

G_END_DECLS

/* What the commands read and write: whole files, devices and pipes, and standard output.
 *
 * A result replaces the file it is written to when it is whole. What is no file cannot be replaced,
 * only written to, and a link stays one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The readers refuse less; this keeps a file without end, such as a device, out of memory. */
#define MAX_BYTES (65 * 1024 * 1024)

/* Of a file that was not there, less what the mask of the user takes. */
#define FILE_RIGHTS 0666

/**
 * ijk_command_read_file:
 * @length: (out): in bytes
 * @error: of %G_FILE_ERROR; its message is the reason alone, without the name
 *
 * Returns: (transfer full) (nullable): the file as it is, with a zero byte behind it
 */
char *
ijk_command_read_file (const char *path,
                       gsize      *length,
                       GError    **error)
{
  FILE *file = g_fopen (path, "rb");
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[64 * 1024];
  gsize n = 0;
  int problem = file == NULL ? errno : 0;

  while (problem == 0 && text->len <= MAX_BYTES
         && (n = fread (buffer, 1, sizeof buffer, file)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  if (problem == 0 && ferror (file))
    problem = errno;
  if (file != NULL)
    (void) fclose (file); /* it was read, so there is nothing to lose */
  if (problem == 0 && text->len <= MAX_BYTES)
    {
      *length = text->len;
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  g_set_error_literal (error, G_FILE_ERROR,
                       problem != 0 ? (int) g_file_error_from_errno (problem) : G_FILE_ERROR_FAILED,
                       problem != 0 ? g_strerror (problem) : _("it is larger than 64 MB"));
  return NULL;
}

/* Returns: 0 or an errno */
static int
write_all (int         fd,
           const char *text,
           gsize       length)
{
  while (length > 0)
    {
      const gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      text += n;
      length -= (gsize) n;
    }
  return 0;
}

/* Writes into a device or a pipe. Returns: 0 or an errno */
static int
write_into (const char *path,
            const char *text,
            gsize       length)
{
  const int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
  int problem = fd < 0 ? errno : write_all (fd, text, length);

  if (fd >= 0 && close (fd) != 0 && problem == 0)
    problem = errno;
  return problem;
}

static int
fail_output (const char *path,
             const char *reason)
{
  return ijk_command_fail (IJK_EXIT_FAILED,
                           _("the result is not saved: “%s” cannot be written: %s"), path, reason);
}

/* A workbook may be months of work, and a slip of the hand in --output would be the end of it. */
static gboolean
is_database (const char *path)
{
  char start[sizeof "SQLite format 3"] = "";
  FILE *file = g_fopen (path, "rb");
  gboolean is_one = FALSE;

  if (file == NULL)
    return FALSE;
  is_one = fread (start, 1, sizeof start, file) == sizeof start
           && memcmp (start, "SQLite format 3", sizeof start) == 0;
  (void) fclose (file); /* it was read, so there is nothing to lose */
  return is_one;
}

static int
write_file (const char *path,
            const char *text,
            gsize       length)
{
  char *real = realpath (path, NULL); /* (nullable) where links lead */
  const char *target = real != NULL ? real : path;
  g_autoptr (GError) error = NULL;
  GStatBuf status;
  const gboolean is_there = g_stat (target, &status) == 0;
  int exit_code = IJK_EXIT_DONE;

  if (is_there && !S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode))
    {
      const int problem = write_into (target, text, length);

      if (problem != 0)
        exit_code = fail_output (path, g_strerror (problem));
    }
  else if (is_there && is_database (target))
    exit_code = fail_output (path, _("there is a workbook of that name; choose another"));
  else if (!g_file_set_contents_full (target, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                      is_there ? status.st_mode & FILE_RIGHTS : FILE_RIGHTS,
                                      &error))
    /* GLib names the temporary file it writes first; the reason stands behind the last colon. */
    exit_code = fail_output (path, strrchr (error->message, ':') + 2);
  free (real);
  return exit_code;
}

/* Writes to @path, or to standard output where it is NULL or "-". Returns: an exit code */
int
ijk_command_write (const char *text,
                   gsize       length,
                   const char *path)
{
  int problem = 0;

  if (path != NULL && strcmp (path, "-") != 0)
    return write_file (path, text, length);
  problem = fflush (stdout) != 0 ? errno : write_all (STDOUT_FILENO, text, length);
  return problem == 0 ? IJK_EXIT_DONE
                      : ijk_command_fail (IJK_EXIT_FAILED, _("the output cannot be written: %s"),
                                          g_strerror (problem));
}

static void
close_output (void)
{
  const gboolean is_bad = ferror (stdout);

  if (fclose (stdout) == 0 && !is_bad)
    return;
  ijk_command_fail (IJK_EXIT_FAILED, _("the output cannot be written: %s"), g_strerror (errno));
  _exit (IJK_EXIT_FAILED);
}

/**
 * ijk_command_guard_output:
 *
 * Makes the program end with an error when what was printed did not get out, and keeps the files it
 * opens off the places of standard input, output and error where the caller has closed those: words
 * would go into them.
 */
void
ijk_command_guard_output (void)
{
  /* Open the wrong way, so that using it fails as if it were closed. */
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
      (void) g_open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY, 0);
  (void) atexit (close_output);
}

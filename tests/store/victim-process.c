/* Plain pipes and waitpid(): a main loop or a helper thread between the parent and the signal would
 * blur the moment of the kill.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "victim-process.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* The arguments of the verb, as texts, then NULL */
void
victim_start (Victim     *self,
              const char *verb,
              ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "store", "workbook-victim", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  g_ptr_array_add (arguments, program);
  va_start (list, verb);
  for (const char *argument = verb; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  *self = (Victim) { .text = g_string_new (NULL) };
  g_spawn_async_with_pipes (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                            NULL, &self->pid, &self->input, &self->output, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: FALSE when there is nothing more to come, or nothing came in time */
static gboolean
read_some (Victim *self,
           int     timeout_ms)
{
  struct pollfd end = { .fd = self->output, .events = POLLIN };
  char bytes[4096];
  gssize n_bytes = 0;

  if (poll (&end, 1, timeout_ms) <= 0)
    return FALSE;
  n_bytes = read (self->output, bytes, sizeof bytes);
  for (gssize i = 0; i < n_bytes; i++)
    self->n_lines += bytes[i] == '\n';
  g_string_append_len (self->text, bytes, MAX (n_bytes, 0));
  return n_bytes > 0;
}

/* Waits until it has reported @n_lines in all. Returns: whether it did */
gboolean
victim_read_lines (Victim *self,
                   guint   n_lines,
                   guint   timeout_ms)
{
  while (self->n_lines < n_lines)
    if (!read_some (self, (int) timeout_ms))
      return FALSE;
  return TRUE;
}

/* Kills it and reads what it had reported. It must have been alive until then. */
void
victim_kill (Victim *self)
{
  int status = 0;

  g_assert_cmpint (kill (self->pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (self->pid, &status, 0), ==, self->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read_some (self, 0))
    ;
}

/* Ends its standard input and waits until it is done, which must be a success. */
void
victim_wait (Victim *self)
{
  int status = 0;

  g_assert_cmpint (close (self->input), ==, 0);
  self->input = -1;
  while (read_some (self, -1))
    ;
  g_assert_cmpint (waitpid (self->pid, &status, 0), ==, self->pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

void
victim_clear (Victim *self)
{
  if (self->input >= 0)
    (void) close (self->input);
  (void) close (self->output);
  g_spawn_close_pid (self->pid);
  g_string_free (self->text, TRUE);
}

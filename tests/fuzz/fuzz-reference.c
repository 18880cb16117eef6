/* The reference tables with changes, loaded and, where the loader takes them, run.
 *
 * The input is a list of changes of the tables as shipped, one a line: `LETTER OFFSET,DELETE,INSERT`
 * with the letter of the table (A is the first), a place in its text, how many bytes go there and
 * what comes in their stead; a vertical tab stands for a line end. So a few bytes reach every cell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <stdlib.h>
#include <string.h>

static char *shipped[IJK_N_TABLES];

/* Few installations make many rounds: of those that no project names, one in eight stays. */
static void
thin_out_units (void)
{
  g_auto (GStrv) lines = g_strsplit (shipped[IJK_TABLE_UNITS], "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], ","));
      g_autofree char *cell = g_strconcat (",", id, ",", NULL);

      if (i % 8 == 0 || strstr (shipped[IJK_TABLE_PROJECTS], cell) != NULL)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
  g_free (shipped[IJK_TABLE_UNITS]);
  shipped[IJK_TABLE_UNITS] = g_strdup (text->str);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  (void) argc;
  (void) argv;
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (IJK_REFERENCE_DIR, ijk_table_names[i], NULL);

      g_assert_true (g_file_get_contents (path, &shipped[i], NULL, NULL));
    }
  thin_out_units ();
  return 0;
}

static void
apply_change (GString   **texts,
              const char *change)
{
  const guint table = (guint) (guchar) *change - 'A';
  GString *text = table < IJK_N_TABLES ? texts[table] : NULL;
  char *at = NULL;
  gsize offset = 0;
  gsize n_deleted = 0;

  if (text == NULL)
    return;
  offset = strtoul (change + 1, &at, 10);
  if (*at != ',')
    return;
  n_deleted = strtoul (at + 1, &at, 10);
  if (*at != ',')
    return;
  offset = MIN (offset, text->len);
  n_deleted = MIN (n_deleted, text->len - offset);
  g_string_erase (text, (gssize) offset, (gssize) n_deleted);
  g_string_insert (text, (gssize) offset, at + 1);
  for (gsize i = offset; i < offset + strlen (at + 1); i++)
    if (text->str[i] == '\v')
      text->str[i] = '\n';
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_auto (GStrv) changes = g_strsplit (input, "\n", -1);
  GString *changed[IJK_N_TABLES];
  const char *texts[IJK_N_TABLES];
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < IJK_N_TABLES; i++)
    changed[i] = g_string_new (shipped[i]);
  for (guint i = 0; changes[i] != NULL; i++)
    apply_change (changed, changes[i]);
  for (guint i = 0; i < IJK_N_TABLES; i++)
    texts[i] = changed[i]->str;
  reference = ijk_reference_parse (texts, &error);
  for (guint i = 0; i < IJK_N_TABLES; i++)
    g_string_free (changed[i], TRUE);
  g_assert_true ((reference == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (reference != NULL)
    {
      g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
      g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

      g_assert_nonnull (ijk_run (reference, scenario, workspace));
    }
  return 0;
}

/* Tables damaged at random: the loader gives a reference that can be run, or an error that names
 * a table; it never crashes. The seed is fixed, so a failure comes back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#include "ijk-run.h"

#include <string.h>

#define SEED 20210101
#define N_MUTATIONS 600
#define N_LONG_MUTATIONS 40000

/* Bytes that mean something to the reader come up more often than chance would have it. */
static char
pick_byte (GRand *rand)
{
  static const char special[] = ",\"\n\r;.-+eE 0123456789\xef\xc3\xff";

  if (g_rand_boolean (rand))
    return special[g_rand_int_range (rand, 0, sizeof special)]; /* its final zero too */
  return (char) g_rand_int_range (rand, 0, 256);
}

static void
change_byte (GRand   *rand,
             GString *text)
{
  const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      text->str[at] = pick_byte (rand);
      return;
    case 1:
      text->str[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      return;
    case 2:
      g_string_erase (text, (gssize) at, 1);
      return;
    default:
      g_string_insert_c (text, (gssize) at, pick_byte (rand));
      return;
    }
}

static void
change_line (GRand   *rand,
             GString *text)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  const gint32 n = (gint32) g_strv_length (lines);
  const gint32 a = g_rand_int_range (rand, 0, n);
  const gint32 b = g_rand_int_range (rand, 0, n);
  const gboolean is_swap = g_rand_boolean (rand);

  g_string_truncate (text, 0);
  for (gint32 i = 0; i < n; i++)
    {
      const gint32 from = is_swap && i == a ? b : (i == b ? a : i);

      g_string_append (text, lines[from]);
      if (i + 1 < n)
        g_string_append_c (text, '\n');
    }
}

/* A number moved within what its column might allow: most damage above is refused at once, this
 * gets into the equations. */
static void
change_digit (GRand   *rand,
              GString *text)
{
  for (guint tries = 0; tries < 1000; tries++)
    {
      const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);

      if (g_ascii_isdigit (text->str[at]))
        {
          text->str[at] = (char) ('0' + g_rand_int_range (rand, 0, 10));
          return;
        }
    }
}

static void
damage (GRand  *rand,
        char  **text)
{
  g_autoptr (GString) changed = g_string_new (*text);
  const gint32 n = g_rand_int_range (rand, 1, 4);

  for (gint32 i = 0; i < n && changed->len > 0; i++)
    {
      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          change_byte (rand, changed);
          break;
        case 1:
          change_line (rand, changed);
          break;
        default:
          change_digit (rand, changed);
          break;
        }
      /* A zero byte ends the text, as a file with one is refused before it is read. */
      g_string_truncate (changed, strlen (changed->str));
    }
  g_free (*text);
  *text = g_strdup (changed->str);
}

static gboolean
names_a_table (const char *message)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    if (strstr (message, ijk_table_names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
run_default (const IjkReference *reference)
{
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  g_assert_nonnull (ijk_run (reference, scenario, workspace));
}

static void
test_mutations (gconstpointer data)
{
  const IjkTableId only = (IjkTableId) GPOINTER_TO_UINT (data);
  g_auto (GStrv) shipped = reference_texts_read ();
  GRand *rand = g_rand_new_with_seed (SEED + only);
  const guint n = g_getenv ("IJKPAD_LONG") != NULL ? N_LONG_MUTATIONS : N_MUTATIONS;
  guint n_loaded = 0;
  guint n_refused = 0;

  for (guint i = 0; i < n / IJK_N_TABLES + 1; i++)
    {
      char *texts[IJK_N_TABLES];
      g_autofree char *text = g_strdup (shipped[only]);
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkReference) reference = NULL;

      damage (rand, &text);
      memcpy (texts, shipped, sizeof texts);
      texts[only] = text;
      reference = ijk_reference_parse ((const char *const *) texts, &error);
      g_assert_true ((reference == NULL) == (error != NULL));
      if (reference != NULL)
        {
          n_loaded++;
          run_default (reference);
          continue;
        }
      n_refused++;
      g_assert_true (error->domain == IJK_STORE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (!names_a_table (error->message))
        g_assert_cmpstr (error->message, ==, "a message that names a table");
    }
  g_rand_free (rand);
  g_test_message ("%u loaded and ran, %u refused", n_loaded, n_refused);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_loaded, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint id = 0; id < IJK_N_TABLES; id++)
    {
      g_autofree char *path = g_strdup_printf ("/store/reference/mutations/%s",
                                               ijk_table_names[id]);

      g_test_add_data_func (path, GUINT_TO_POINTER (id), test_mutations);
    }
  return g_test_run ();
}

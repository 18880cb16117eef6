/* The valid names nearest to a mistyped one, for error sentences.
 *
 * Distance is the number of letters to insert, delete, replace or swap (optimal string
 * alignment), on case-folded characters; a name that contains what was typed counts as near.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_SUGGESTIONS 3

/* Longer input is not a typing mistake, and the table below grows with the square. */
#define MAX_LETTERS 128

static guint
edit_distance (const gunichar *a,
               glong           n_a,
               const gunichar *b,
               glong           n_b)
{
  /* Row i of the table is kept in rows[i % 3]. */
  guint rows[3][MAX_LETTERS + 1];

  for (glong j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint *now = rows[i % 3];
      const guint *last = rows[(i + 2) % 3];
      const guint *older = rows[(i + 1) % 3];

      now[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          now[j] = MIN (last[j] + 1, now[j - 1] + 1);
          now[j] = MIN (now[j], last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], older[j - 2] + 1);
        }
    }
  return rows[n_a % 3][n_b];
}

typedef struct
{
  const char *name;
  guint distance;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Candidate *x = a;
  const Candidate *y = b;

  (void) user_data;
  return (x->distance > y->distance) - (x->distance < y->distance);
}

/**
 * ijk_join_or:
 * @names: (array length=n_names): words
 *
 * Returns: (transfer full): "a, b or c" in the language in force; empty for none
 */
char *
ijk_join_or (const char *const *names, gsize n_names)
{
  GString *list = g_string_new (NULL);
  g_autofree char *all_but_last = NULL;

  if (n_names <= 1)
    return g_string_free (g_string_append (list, n_names == 1 ? names[0] : ""), FALSE);
  for (gsize i = 0; i + 1 < n_names; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", names[i]);
  all_but_last = g_string_free (list, FALSE);
  /* Translators: a list of words: first %s: one or more with commas between; second: the last. */
  return g_strdup_printf (_("%s or %s"), all_but_last, names[n_names - 1]);
}

/**
 * ijk_nearest_names:
 * @typed: what was given
 * @names: (array length=n_names): the valid names
 *
 * Returns: (transfer full): up to three names as "a, b or c", or an empty string when nothing
 *   is near
 */
char *
ijk_nearest_names (const char        *typed,
                   const char *const *names,
                   gsize              n_names)
{
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  glong n_typed = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (folded, -1, &n_typed);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const char *names_found[N_SUGGESTIONS];
  gsize n_found = 0;

  for (gsize i = 0; i < n_names && n_typed > 0 && n_typed <= MAX_LETTERS; i++)
    {
      g_autofree char *name = g_utf8_casefold (names[i], -1);
      glong n_name = 0;
      g_autofree gunichar *other = g_utf8_to_ucs4_fast (name, -1, &n_name);
      Candidate candidate = { .name = names[i] };

      if (n_name > MAX_LETTERS)
        continue;
      candidate.distance = edit_distance (letters, n_typed, other, n_name);
      if (n_typed >= 3 && strstr (name, folded) != NULL)
        candidate.distance = MIN (candidate.distance, 1);
      if (candidate.distance <= MAX (2, (guint) n_typed / 3))
        g_array_append_val (found, candidate);
    }
  /* A merge sort: equal distances stay in the order of the tables. */
  g_qsort_with_data (found->data, (int) found->len, sizeof (Candidate), compare_candidates, NULL);
  for (guint i = 0; i < MIN (found->len, N_SUGGESTIONS); i++)
    names_found[n_found++] = g_array_index (found, Candidate, i).name;
  return ijk_join_or (names_found, n_found);
}

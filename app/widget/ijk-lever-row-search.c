/* Whether a lever row is meant by what somebody types: words of its name, id or help, in either
 * language, or of the heading it stands under.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-row-private.h"

#include <string.h>

#include "ijk-widget.h"

/* Without letter case, accents and subscripts: who types "co2" or "efficientie" means CO₂ and
 * efficiëntie. */
static char *
fold_for_search (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_ismark (g_utf8_get_char (c)))
      g_string_append_unichar (bare, g_utf8_get_char (c));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

/* Both are folded. Letters within a word of a heading are not meant: "art" is not Smart. */
static gboolean
begins_word (const char *heading,
             const char *wanted)
{
  for (const char *c = heading; c != NULL && *c != '\0'; c = strchr (c + 1, ' '))
    if (g_str_has_prefix (*c == ' ' ? c + 1 : c, wanted))
      return TRUE;
  return FALSE;
}

gboolean
ijk_lever_row_matches (IjkLeverRow *self,
                       const char  *search,
                       const char  *heading)
{
  const IjkLever *lever;
  g_autofree char *name = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *folded_heading = NULL;
  g_autofree char *wanted = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (IJK_IS_LEVER_ROW (self), FALSE);

  lever = ijk_lever_row_get_lever (self);
  name = ijk_lever_key_dup_name (ijk_lever_row_get_reference (self), &self->key);
  /* In both languages: many people know a lever by its Dutch name, and lawyers by its article. */
  all = g_strjoin (" ", name, lever->id, lever->name_en, lever->name_nl, lever->help_en,
                   lever->help_nl, lever->provenance.source, NULL);
  folded = fold_for_search (all);
  folded_heading = fold_for_search (heading != NULL ? heading : "");
  wanted = fold_for_search (search);
  words = g_strsplit (wanted, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL && !begins_word (folded_heading, words[i]))
      return FALSE;
  return TRUE;
}

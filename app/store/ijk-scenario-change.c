/* What an edit changed, as text: [[ITEM, BEFORE, AFTER], …] in JSON, and its application forward
 * and backward.
 *
 * The reader takes only what the writer makes. It is not a general JSON parser on purpose: the text
 * may come from someone else, and a parser that nests can be made to run out of stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Fields beside the levers; a lever never starts with a full stop. */
#define ITEM_NAME ".name"
#define ITEM_DESCRIPTION ".description"
#define ITEM_NOTE ".note"
#define ITEM_PARENT ".parent"
#define ITEM_DELETED ".deleted"

static void
append_string (GString    *text,
               const char *string)
{
  if (string == NULL)
    {
      g_string_append (text, "null");
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        g_string_append_c (text, *p);
        break;
      }
  g_string_append_c (text, '"');
}

static void
append_change (GString    *text,
               const char *item,
               const char *before,
               const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  g_string_append (text, text->len > 1 ? ",[" : "[");
  append_string (text, item);
  g_string_append_c (text, ',');
  append_string (text, before);
  g_string_append_c (text, ',');
  append_string (text, after);
  g_string_append_c (text, ']');
}

/* Returns: (transfer full) (nullable): the number as text, 0 as NULL */
static char *
write_id (gint64 id)
{
  return id == 0 ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Returns: (transfer full): what leads from @before to @after; "[]" when they are equal */
char *
ijk_changes_between (const IjkState *before,
                     const IjkState *after)
{
  GString *text = g_string_new ("[");
  g_autofree char *parent_before = write_id (before->parent_id);
  g_autofree char *parent_after = write_id (after->parent_id);

  append_change (text, ITEM_NAME, before->name, after->name);
  append_change (text, ITEM_DESCRIPTION, before->description, after->description);
  append_change (text, ITEM_NOTE, before->note, after->note);
  append_change (text, ITEM_PARENT, parent_before, parent_after);
  append_change (text, ITEM_DELETED, before->is_deleted ? "1" : "0", after->is_deleted ? "1" : "0");
  for (GTreeNode *node = g_tree_node_first (before->levers); node != NULL;
       node = g_tree_node_next (node))
    append_change (text, g_tree_node_key (node), g_tree_node_value (node),
                   g_tree_lookup (after->levers, g_tree_node_key (node)));
  for (GTreeNode *node = g_tree_node_first (after->levers); node != NULL;
       node = g_tree_node_next (node))
    if (g_tree_lookup (before->levers, g_tree_node_key (node)) == NULL)
      append_change (text, g_tree_node_key (node), NULL, g_tree_node_value (node));
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static gboolean
skip (const char **p,
      const char  *token)
{
  const gsize n = strlen (token);

  if (strncmp (*p, token, n) != 0)
    return FALSE;
  *p += n;
  return TRUE;
}

/* Reads a string or null. FALSE when neither stands there. */
static gboolean
read_string (const char **p,
             char       **string)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_clear_pointer (string, g_free);
  if (skip (p, "null"))
    return TRUE;
  if (!skip (p, "\""))
    return FALSE;
  for (; **p != '"'; (*p)++)
    {
      if ((guchar) **p < ' ')
        return FALSE;
      if (**p != '\\')
        {
          g_string_append_c (text, **p);
          continue;
        }
      (*p)++;
      if (**p == '"' || **p == '\\')
        g_string_append_c (text, **p);
      else if (**p == 'n')
        g_string_append_c (text, '\n');
      else if (**p == 'r')
        g_string_append_c (text, '\r');
      else if (**p == 't')
        g_string_append_c (text, '\t');
      else
        return FALSE;
    }
  (*p)++;
  *string = g_strdup (text->str);
  return TRUE;
}

/* Sets a text field that holds @expected. FALSE when it holds something else. */
static gboolean
replace_text (char      **field,
              const char *expected,
              const char *value)
{
  if (expected == NULL || value == NULL || strcmp (*field, expected) != 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static gboolean
replace_parent (IjkState   *state,
                const char *expected,
                const char *value)
{
  g_autofree char *parent = write_id (state->parent_id);
  gint64 id = 0;

  if (g_strcmp0 (parent, expected) != 0
      || (value != NULL && !g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, &id, NULL)))
    return FALSE;
  state->parent_id = id;
  return TRUE;
}

/* Puts @value where @expected stands. FALSE when that is not what stands there. */
static gboolean
replace_item (IjkState   *state,
              const char *item,
              const char *expected,
              const char *value)
{
  if (strcmp (item, ITEM_NAME) == 0)
    return replace_text (&state->name, expected, value);
  if (strcmp (item, ITEM_DESCRIPTION) == 0)
    return replace_text (&state->description, expected, value);
  if (strcmp (item, ITEM_NOTE) == 0)
    return replace_text (&state->note, expected, value);
  if (strcmp (item, ITEM_PARENT) == 0)
    return replace_parent (state, expected, value);
  if (strcmp (item, ITEM_DELETED) == 0)
    {
      if (g_strcmp0 (expected, state->is_deleted ? "1" : "0") != 0)
        return FALSE;
      state->is_deleted = g_strcmp0 (value, "1") == 0;
      return state->is_deleted || g_strcmp0 (value, "0") == 0;
    }
  if (*item == '.' || g_strcmp0 (g_tree_lookup (state->levers, item), expected) != 0)
    return FALSE;
  ijk_state_set_lever (state, item, value);
  return TRUE;
}

static gboolean
apply_next (const char **p,
            gboolean     is_backward,
            IjkState    *state)
{
  g_autofree char *item = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  return skip (p, "[") && read_string (p, &item) && item != NULL && skip (p, ",")
         && read_string (p, &before) && skip (p, ",") && read_string (p, &after) && skip (p, "]")
         && replace_item (state, item, is_backward ? after : before, is_backward ? before : after);
}

/**
 * ijk_changes_apply:
 * @is_backward: from after to before
 *
 * Changes @state, which must hold what the edit started from.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_DAMAGED set when it does not, or when @changes is not of
 *   the form; @state is then of no use
 */
gboolean
ijk_changes_apply (const char *changes,
                   gboolean    is_backward,
                   IjkState   *state,
                   GError    **error)
{
  const char *p = changes;
  gboolean is_good = skip (&p, "[");

  while (is_good && *p != ']')
    is_good = apply_next (&p, is_backward, state) && (*p == ']' || (skip (&p, ",") && *p == '['));
  if (is_good && strcmp (p, "]") == 0)
    return TRUE;
  g_set_error (
      error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
      _("the scenario “%s” does not fit what its history says, so the edit cannot be taken "
        "back or repeated; duplicate the scenario and go on with the copy"),
      state->name);
  return FALSE;
}

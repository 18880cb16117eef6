/* What a revision of the file changed, read back and applied to a scenario.
 *
 * The form is that of IjkRevision: [[ITEM, BEFORE, AFTER], …], each a string or null. The file may
 * come from anyone, so it is read without recursion and every setting is checked as one typed by
 * hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* What stands for itself or for a line end or tab behind a backslash; NUL for anything else. */
static char
unescape (char c)
{
  switch (c)
    {
    case '"':
    case '\\':
      return c;
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
    }
}

/* Reads a string or null. FALSE when neither stands there. */
static gboolean
read_string (const char **p,
             char       **string)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (skip (p, "null"))
    return TRUE;
  if (!skip (p, "\""))
    return FALSE;
  for (; **p != '"'; (*p)++)
    {
      char c = **p;

      if (c == '\\')
        c = unescape (*++*p);
      else if ((guchar) c < ' ')
        c = '\0';
      if (c == '\0')
        return FALSE;
      g_string_append_c (text, c);
    }
  (*p)++;
  *string = g_strdup (text->str);
  return TRUE;
}

typedef struct
{
  char *item;          /* (owned) */
  char *before, *after; /* (owned) (nullable) */
} Change;

static void
clear_change (Change *self)
{
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
}

/* Reads the next change and what is behind it. FALSE at the end or where the form is broken;
 * @p then stands at "]" or somewhere else. */
static gboolean
read_change (const char **p,
             Change      *change)
{
  clear_change (change);
  return skip (p, "[") && read_string (p, &change->item) && change->item != NULL && skip (p, ",")
         && read_string (p, &change->before) && skip (p, ",") && read_string (p, &change->after)
         && skip (p, "]") && (**p == ']' || (skip (p, ",") && **p == '['));
}

/* Whether undo may take the revision back: it changes levers or texts, neither the parent nor
 * whether the scenario is there. The first revision of a scenario, which makes it, does not count.
 * */
gboolean
ijk_session_changes_levers_only (const char *changes)
{
  const char *p = changes;
  Change change = { 0 };
  gboolean is_plain = skip (&p, "[");

  while (is_plain && *p != ']')
    is_plain = read_change (&p, &change) && strcmp (change.item, ".parent") != 0
               && strcmp (change.item, ".deleted") != 0;
  clear_change (&change);
  return is_plain && strcmp (p, "]") == 0;
}

static IjkScenario *
apply_change (const IjkScenario *scenario,
              const char        *item,
              const char        *value,
              GError           **error)
{
  g_autofree char *setting = NULL;
  IjkLeverKey key;

  if (*item == '.') /* a text */
    return ijk_scenario_ref (scenario);
  if (value == NULL)
    return ijk_lever_key_parse (ijk_scenario_get_reference (scenario), item, &key, error)
               ? ijk_scenario_without_lever (scenario, &key)
               : NULL;
  setting = g_strconcat (item, "=", value, NULL);
  return ijk_scenario_with_setting (scenario, setting, error);
}

/**
 * ijk_session_apply_changes:
 * @changes: (nullable): of a revision
 * @is_backward: from after to before
 *
 * Returns: (transfer full) (nullable): the value that @scenario has after or before the revision,
 * or
 *   %NULL with %IJK_STORE_ERROR_DAMAGED set when the history cannot be read
 */
IjkScenario *
ijk_session_apply_changes (const IjkScenario *scenario,
                           const char        *changes,
                           gboolean           is_backward,
                           GError           **error)
{
  IjkScenario *result = ijk_scenario_ref (scenario);
  const char *p = changes != NULL ? changes : "";
  Change change = { 0 };
  gboolean is_good = skip (&p, "[");

  while (is_good && *p != ']')
    {
      IjkScenario *next = NULL;

      if (read_change (&p, &change))
        next = apply_change (result, change.item, is_backward ? change.before : change.after, NULL);
      is_good = next != NULL;
      if (is_good)
        {
          ijk_scenario_unref (result);
          result = next;
        }
    }
  clear_change (&change);
  if (is_good && strcmp (p, "]") == 0)
    return result;
  ijk_scenario_unref (result);
  g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
                       _("This step cannot be taken back or repeated: the history of the scenario "
                         "does not fit the program’s levers. The values in hand are kept"));
  return NULL;
}

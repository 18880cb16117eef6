/* The state of a scenario in memory: its fields and levers as text, what it may hold, and a sum
 * that changes with every byte of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-scenario-check.h"
#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUM_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  (void) data;
  return strcmp (a, b);
}

IjkState *
ijk_state_new (void)
{
  IjkState *self = g_new0 (IjkState, 1);

  self->name = g_strdup ("");
  self->description = g_strdup ("");
  self->note = g_strdup ("");
  self->levers = g_tree_new_full (compare_keys, NULL, g_free, g_free);
  return self;
}

IjkState *
ijk_state_copy (const IjkState *self)
{
  IjkState *copy = g_memdup2 (self, sizeof *self);

  copy->template_id = g_strdup (self->template_id);
  copy->name = g_strdup (self->name);
  copy->description = g_strdup (self->description);
  copy->note = g_strdup (self->note);
  copy->levers = g_tree_new_full (compare_keys, NULL, g_free, g_free);
  for (GTreeNode *node = g_tree_node_first (self->levers); node != NULL;
       node = g_tree_node_next (node))
    ijk_state_set_lever (copy, g_tree_node_key (node), g_tree_node_value (node));
  return copy;
}

void
ijk_state_free (IjkState *self)
{
  g_free (self->template_id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->note);
  g_tree_unref (self->levers);
  g_free (self);
}

/* @value: (nullable): NULL takes the setting away */
void
ijk_state_set_lever (IjkState   *self,
                     const char *key,
                     const char *value)
{
  if (value != NULL)
    g_tree_replace (self->levers, g_strdup (key), g_strdup (value));
  else
    g_tree_remove (self->levers, key);
}

/* The text and its end; each step is a bijection, so one changed byte always changes the sum. */
guint64
ijk_sum_text (guint64     sum,
              const char *text)
{
  const guchar *byte = (const guchar *) (text != NULL ? text : "");

  do
    sum = (sum ^ *byte) * SUM_PRIME;
  while (*byte++ != '\0');
  return sum;
}

guint64
ijk_sum_int (guint64 sum,
             gint64  number)
{
  for (guint i = 0; i < 8; i++)
    sum = (sum ^ ((guint64) number >> (8 * i) & 0xff)) * SUM_PRIME;
  return sum;
}

gint64
ijk_sum_revision (const IjkRevision *revision)
{
  guint64 sum = IJK_SUM_START;

  sum = ijk_sum_int (sum, revision->id);
  sum = ijk_sum_int (sum, revision->scenario_id);
  sum = ijk_sum_int (sum, revision->previous_id);
  sum = ijk_sum_int (sum, revision->time_us);
  sum = ijk_sum_text (sum, revision->label);
  return (gint64) ijk_sum_text (sum, revision->changes);
}

gint64
ijk_state_sum (const IjkState *self)
{
  guint64 sum = IJK_SUM_START;

  sum = ijk_sum_int (sum, self->id);
  sum = ijk_sum_int (sum, self->parent_id);
  sum = ijk_sum_int (sum, self->head_id);
  sum = ijk_sum_int (sum, self->kind);
  sum = ijk_sum_int (sum, self->is_deleted);
  sum = ijk_sum_text (sum, self->template_id);
  sum = ijk_sum_text (sum, self->name);
  sum = ijk_sum_text (sum, self->description);
  sum = ijk_sum_text (sum, self->note);
  sum = ijk_sum_int (sum, self->created_us);
  sum = ijk_sum_int (sum, self->changed_us);
  for (GTreeNode *node = g_tree_node_first (self->levers); node != NULL;
       node = g_tree_node_next (node))
    sum = ijk_sum_text (ijk_sum_text (sum, g_tree_node_key (node)), g_tree_node_value (node));
  return (gint64) sum;
}

static int
compare_settings (gconstpointer a,
                  gconstpointer b)
{
  return ijk_lever_key_compare (&((const IjkLeverSetting *) a)->key,
                                &((const IjkLeverSetting *) b)->key);
}

static gboolean
check_scope (const IjkState     *self,
             const IjkReference *reference,
             const IjkLeverKey  *key,
             const char         *key_text,
             GError            **error)
{
  const char *problem = _("that lever cannot be set there");

  if (reference->levers[key->lever].scopes & (1u << key->scope)
      && ijk_scenario_check_setting (self->kind, key, &problem))
    return TRUE;
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
               _("the scenario “%s” sets %s, which is not possible: %s"), self->name, key_text,
               problem);
  return FALSE;
}

/**
 * ijk_state_parse_levers:
 * @settings: (nullable) (element-type IjkLeverSetting): filled, sorted by key
 *
 * Reads and checks every setting against @reference.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_VALUE set when one is not allowed
 */
gboolean
ijk_state_parse_levers (const IjkState     *self,
                        const IjkReference *reference,
                        GArray             *settings,
                        GError            **error)
{
  for (GTreeNode *node = g_tree_node_first (self->levers); node != NULL;
       node = g_tree_node_next (node))
    {
      const char *key_text = g_tree_node_key (node);
      g_autoptr (GError) local = NULL;
      IjkLeverSetting setting;

      if (!ijk_lever_key_parse (reference, key_text, &setting.key, &local)
          || !ijk_lever_value_parse (&reference->levers[setting.key.lever],
                                     g_tree_node_value (node), &setting.value, &local))
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                       _("the scenario “%s” sets %s to %s, which is not possible: %s"), self->name,
                       key_text, (const char *) g_tree_node_value (node), local->message);
          return FALSE;
        }
      if (!check_scope (self, reference, &setting.key, key_text, error))
        return FALSE;
      if (settings != NULL)
        g_array_append_val (settings, setting);
    }
  if (settings != NULL)
    g_array_sort (settings, compare_settings);
  return TRUE;
}

/**
 * ijk_text_check:
 * @is_line: a name or label on one line, which loses spaces around it; otherwise a text, which may
 *   have more lines or be empty
 * @what: what it is with its article, in the language in force, for the error
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with %IJK_STORE_ERROR_VALUE set
 */
char *
ijk_text_check (const char *text, gboolean is_line, const char *what, GError **error)
{
  g_autofree char *checked = g_strdup (text);
  g_autofree char *clean = NULL;
  const char *problem = NULL;

  if (is_line && g_utf8_validate (text, -1, NULL))
    g_strstrip (checked);
  if (is_line ? ijk_scenario_check_name (checked, &problem)
              : ijk_scenario_check_text (checked, &problem))
    return g_steal_pointer (&checked);
  clean = ijk_sentence_clean (text);
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE, _("%s cannot be “%s”: %s"), what,
               clean, problem);
  return NULL;
}

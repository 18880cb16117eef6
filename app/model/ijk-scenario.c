/* IjkScenario: a sorted array of settings, and what holds when scopes and parents are walked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario.h"

#include "ijk-nearest.h"

#include "ijk-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _IjkScenario
{
  IjkReference *reference;    /* (owned) */
  IjkScenario *parent;        /* (owned) (nullable) */
  guint n_settings;
  IjkLeverSetting *settings;  /* (owned) sorted by key */
};

int
ijk_lever_key_compare (const IjkLeverKey *a,
                       const IjkLeverKey *b)
{
  if (a->lever != b->lever)
    return a->lever < b->lever ? -1 : 1;
  if (a->scope != b->scope)
    return a->scope < b->scope ? -1 : 1;
  return (a->target > b->target) - (a->target < b->target);
}

/**
 * ijk_scenario_new:
 * @reference: what it is made on
 * @parent: (nullable): scenario on the same reference whose levers hold where this sets none
 *
 * Returns: (transfer full): a scenario that sets nothing
 */
IjkScenario *
ijk_scenario_new (const IjkReference *reference,
                  const IjkScenario  *parent)
{
  IjkScenario *self = g_atomic_rc_box_new0 (IjkScenario);

  g_assert (parent == NULL || parent->reference == reference);
  self->reference = ijk_reference_ref (reference);
  self->parent = parent != NULL ? ijk_scenario_ref (parent) : NULL;
  return self;
}

IjkScenario *
ijk_scenario_ref (const IjkScenario *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_scenario (gpointer data)
{
  IjkScenario *self = data;

  g_clear_pointer (&self->parent, ijk_scenario_unref);
  ijk_reference_unref (self->reference);
  g_free (self->settings);
}

void
ijk_scenario_unref (const IjkScenario *self)
{
  g_atomic_rc_box_release_full ((gpointer) self, clear_scenario);
}

/* Position of @key, or of where it would stand. */
static guint
find_place (const IjkScenario *self,
            const IjkLeverKey *key,
            gboolean          *is_found)
{
  guint low = 0;
  guint high = self->n_settings;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (ijk_lever_key_compare (&self->settings[middle].key, key) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *is_found = low < self->n_settings
              && ijk_lever_key_compare (&self->settings[low].key, key) == 0;
  return low;
}

/* The scenario's own setting of @key. Returns: (nullable) (transfer none) */
const IjkLeverSetting *
ijk_scenario_get_setting (const IjkScenario *self,
                          const IjkLeverKey *key)
{
  gboolean is_found = FALSE;
  const guint place = find_place (self, key, &is_found);

  return is_found ? &self->settings[place] : NULL;
}

static guint
count_targets (const IjkReference *reference,
               IjkScopeKind        scope)
{
  switch (scope)
    {
    case IJK_SCOPE_NATIONAL:
      return 1;
    case IJK_SCOPE_SECTOR:
      return reference->n_sectors;
    case IJK_SCOPE_COMPANY:
      return reference->n_companies;
    case IJK_SCOPE_PROJECT:
      return reference->n_projects;
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
check_scope (const IjkLever *lever,
             IjkScopeKind    scope,
             GError        **error)
{
  g_autofree char *valid = NULL;
  const char *ids[IJK_N_SCOPES];
  gsize n_ids = 0;

  if (lever->scopes & (1u << scope))
    return TRUE;
  for (guint i = 0; i < IJK_N_SCOPES; i++)
    if (lever->scopes & (1u << i))
      ids[n_ids++] = ijk_scope_ids[i];
  valid = ijk_join_or (ids, n_ids);
  g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SCOPE,
               _("%s cannot be set at %s scope, only at %s scope"), lever->id,
               ijk_scope_ids[scope], valid);
  return FALSE;
}

/* A copy with room for @n_settings settings, the first @n_copied of them filled. */
static IjkScenario *
copy_scenario (const IjkScenario *self,
               guint              n_settings,
               guint              n_copied)
{
  IjkScenario *copy = ijk_scenario_new (self->reference, self->parent);

  copy->n_settings = n_settings;
  copy->settings = g_new (IjkLeverSetting, n_settings);
  if (n_copied > 0)
    memcpy (copy->settings, self->settings, n_copied * sizeof *self->settings);
  return copy;
}

/**
 * ijk_scenario_with_lever:
 * @key: lever, scope and target
 * @value: the value
 *
 * Returns: (transfer full) (nullable): @self with that lever set, or %NULL with
 *   %IJK_MODEL_ERROR set when the value or the scope is not allowed
 */
IjkScenario *
ijk_scenario_with_lever (const IjkScenario   *self,
                         const IjkLeverKey   *key,
                         const IjkLeverValue *value,
                         GError             **error)
{
  const IjkLever *lever = &self->reference->levers[key->lever];
  gboolean is_found = FALSE;
  guint place = 0;
  IjkScenario *copy = NULL;

  g_return_val_if_fail (key->lever < IJK_N_LEVERS, NULL);
  if (!check_scope (lever, key->scope, error) || !ijk_lever_value_check (lever, value, error))
    return NULL;
  g_return_val_if_fail (key->target < count_targets (self->reference, key->scope), NULL);

  place = find_place (self, key, &is_found);
  copy = copy_scenario (self, self->n_settings + (is_found ? 0 : 1), place);
  copy->settings[place] = (IjkLeverSetting) { *key, *value };
  if (self->n_settings > place + (is_found ? 1 : 0))
    memcpy (copy->settings + place + 1, self->settings + place + (is_found ? 1 : 0),
            (self->n_settings - place - (is_found ? 1 : 0)) * sizeof *self->settings);
  return copy;
}

/**
 * ijk_scenario_without_lever:
 *
 * Returns: (transfer full): @self with @key back to what its parent or the reference says
 */
IjkScenario *
ijk_scenario_without_lever (const IjkScenario *self,
                            const IjkLeverKey *key)
{
  gboolean is_found = FALSE;
  const guint place = find_place (self, key, &is_found);
  IjkScenario *copy = NULL;

  if (!is_found)
    return ijk_scenario_ref (self);
  copy = copy_scenario (self, self->n_settings - 1, place);
  if (copy->n_settings > place)
    memcpy (copy->settings + place, self->settings + place + 1,
            (copy->n_settings - place) * sizeof *self->settings);
  return copy;
}

/**
 * ijk_scenario_with_parent:
 * @parent: (nullable): scenario on the same reference
 *
 * Returns: (transfer full): @self under another parent
 */
IjkScenario *
ijk_scenario_with_parent (const IjkScenario *self,
                          const IjkScenario *parent)
{
  IjkScenario *copy = ijk_scenario_new (self->reference, parent);

  copy->n_settings = self->n_settings;
  copy->settings = g_memdup2 (self->settings, self->n_settings * sizeof *self->settings);
  return copy;
}

/**
 * ijk_scenario_with_setting:
 * @text: `LEVER[@sector:ID|@company:NAME]=VALUE`, `project.ID=0|1` or `project_start.ID=YEAR`
 *
 * Returns: (transfer full) (nullable): @self with that lever set, or %NULL with
 *   %IJK_MODEL_ERROR set
 */
IjkScenario *
ijk_scenario_with_setting (const IjkScenario *self,
                           const char        *text,
                           GError           **error)
{
  /* The name of a company may hold an equals sign, a value never does. */
  const char *equals = strrchr (text, '=');
  g_autofree char *key_text = NULL;
  IjkLeverKey key;
  IjkLeverValue value;
  const IjkLever *lever = NULL;

  if (equals == NULL)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("“%s” has no “=”; a setting looks like ets_price=2030:120,2050:200"), text);
      return NULL;
    }
  key_text = g_strndup (text, (gsize) (equals - text));
  if (!ijk_lever_key_parse (self->reference, key_text, &key, error))
    return NULL;
  lever = &self->reference->levers[key.lever];
  if (!check_scope (lever, key.scope, error)
      || !ijk_lever_value_parse (lever, equals + 1, &value, error))
    return NULL;
  return ijk_scenario_with_lever (self, &key, &value, error);
}

const IjkReference *
ijk_scenario_get_reference (const IjkScenario *self)
{
  return self->reference;
}

/* Returns: (transfer none) (nullable) */
const IjkScenario *
ijk_scenario_get_parent (const IjkScenario *self)
{
  return self->parent;
}

/* Returns: (transfer none) (array length=n_settings): own settings, sorted by key */
const IjkLeverSetting *
ijk_scenario_get_settings (const IjkScenario *self,
                           guint             *n_settings)
{
  *n_settings = self->n_settings;
  return self->settings;
}

/* Whether both set the same levers to the same values, parents included. */
gboolean
ijk_scenario_equal (const IjkScenario *a,
                    const IjkScenario *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->reference != b->reference || a->n_settings != b->n_settings)
    return FALSE;
  for (guint i = 0; i < a->n_settings; i++)
    if (ijk_lever_key_compare (&a->settings[i].key, &b->settings[i].key) != 0
        || !ijk_lever_value_equal (&a->reference->levers[a->settings[i].key.lever],
                                   &a->settings[i].value, &b->settings[i].value))
      return FALSE;
  return ijk_scenario_equal (a->parent, b->parent);
}

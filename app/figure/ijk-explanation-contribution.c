/* Contributions of levers in words: which lever, how it is set, what it adds, and how sure the share is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-language.h"
#include "ijk-unit-name.h"

#include <math.h>

/* Less than this part of the number is rounding of the run. */
#define TINY_SHARE 1e-9

/* "+12.3 kt"; "0" has no sign. */
static char *
dup_change (const IjkContributions *self,
            double                  value)
{
  const double scale = MAX (1e-3, MAX (fabs (self->before), fabs (self->after)));
  const double shown = fabs (value) <= TINY_SHARE * scale ? 0 : value;
  g_autofree char *text = ijk_explain_dup_quantity (shown, self->number.indicator->unit);

  return shown > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/* What the lever is called, with what it is set on where that is not the nation. */
char *
ijk_contribution_dup_lever (const IjkContributions *self,
                            guint                   i)
{
  const IjkReference *reference = ijk_scenario_get_reference (self->scenario);
  const IjkLeverKey *key = &self->levers[i].key;
  const IjkLever *lever = &reference->levers[key->lever];
  const char *name = ijk_language_pick (lever->name_en, lever->name_nl);

  switch (key->scope)
    {
    case IJK_SCOPE_NATIONAL:
      return g_strdup (name);
    case IJK_SCOPE_SECTOR:
      /* Translators: a lever and what it is set on: “Growth of output (Chemicals)”. */
      return g_strdup_printf (_("%1$s (%2$s)"), name,
                              ijk_language_pick (reference->sectors[key->target].name_en,
                                                 reference->sectors[key->target].name_nl));
    case IJK_SCOPE_COMPANY:
      return g_strdup_printf (_("%1$s (%2$s)"), name, reference->companies[key->target].name);
    case IJK_SCOPE_PROJECT:
      {
        const IjkProject *project = &reference->projects[key->target];
        const IjkMeasure *measure = &reference->measures[project->measure];

        return g_strdup_printf (_("%1$s (%2$s)"),
                                ijk_language_pick (measure->name_en, measure->name_nl),
                                ijk_unit_name (reference->units[project->unit].name));
      }
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}

/* The lever and its value as on the command line; of one that only the base sets: that it does not. */
char *
ijk_contribution_dup_setting (const IjkContributions *self,
                              guint                   i)
{
  const IjkReference *reference = ijk_scenario_get_reference (self->scenario);
  const IjkLeverKey *key = &self->levers[i].key;
  g_autofree char *name = ijk_lever_key_to_string (reference, key);

  for (const IjkScenario *s = self->scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      const IjkLeverSetting *setting = ijk_scenario_get_setting (s, key);

      if (setting != NULL)
        {
          g_autofree char *value
              = ijk_lever_value_to_string (&reference->levers[key->lever], &setting->value);

          return g_strdup_printf ("%s=%s", name, value);
        }
    }
  /* Translators: %s is a lever as on the command line, such as ets_price. */
  return g_strdup_printf (_("%s is not set"), name);
}

/* What it adds, with its sign. */
char *
ijk_contribution_dup_value (const IjkContributions *self,
                            guint                   i)
{
  return dup_change (self, self->levers[i].value);
}

/* (nullable): NULL where every order gives the same */
char *
ijk_contribution_dup_range (const IjkContributions *self,
                            guint                   i)
{
  g_autofree char *lowest = dup_change (self, self->levers[i].lowest);
  g_autofree char *highest = dup_change (self, self->levers[i].highest);

  if (g_str_equal (lowest, highest))
    return NULL;
  /* Translators: what a lever changes, from the smallest to the largest change: “+2 kt to +9 kt”. */
  return g_strdup_printf (_("%1$s to %2$s, by order"), lowest, highest);
}

/* Any part of the difference, with its sign. */
char *
ijk_contributions_dup_change (const IjkContributions *self,
                              double                  value)
{
  return dup_change (self, value);
}

/* The number without the levers. */
char *
ijk_contributions_dup_before (const IjkContributions *self)
{
  return ijk_explain_dup_quantity (self->before, self->number.indicator->unit);
}

/* The difference, as a whole. */
char *
ijk_contributions_dup_total (const IjkContributions *self)
{
  return dup_change (self, self->after - self->before);
}

/* How the parts were worked out, in a sentence. */
char *
ijk_contributions_dup_note (const IjkContributions *self)
{
  if (self->n_levers == 0)
    return g_strdup (_("This scenario sets no lever otherwise than current law."));
  if (self->is_exact)
    return g_strdup_printf (
        ngettext ("Each part is the mean change over all orders in which the levers can be switched "
                  "(Shapley value, %u run). The parts add up to the difference.",
                  "Each part is the mean change over all orders in which the levers can be switched "
                  "(Shapley value, %u runs). The parts add up to the difference.",
                  self->n_runs),
        self->n_runs);
  return g_strdup_printf (
      ngettext ("Each part is the mean change over %u order drawn by a fixed seed (Shapley value, "
                "estimated). The parts add up to the difference.",
                "Each part is the mean change over %u orders drawn by a fixed seed (Shapley value, "
                "estimated). The parts add up to the difference.",
                self->n_orders),
      self->n_orders);
}

/**
 * ijk_contributions_write:
 *
 * Returns: (transfer full): lines of text in the language in force, to stand below an explanation
 */
char *
ijk_contributions_write (const IjkContributions *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *total = ijk_contributions_dup_total (self);
  g_autofree char *note = ijk_contributions_dup_note (self);
  g_autofree char *before = ijk_contributions_dup_before (self);

  g_string_append_printf (text, "%s\n", _("Which policy made the difference"));
  if (self->n_levers > 0)
    {
      /* Translators: the number under current law, then the difference of the scenario. */
      g_string_append_printf (text, _("Current law: %1$s; difference: %2$s"), before, total);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->n_levers; i++)
    {
      g_autofree char *lever = ijk_contribution_dup_lever (self, i);
      g_autofree char *value = ijk_contribution_dup_value (self, i);
      g_autofree char *setting = ijk_contribution_dup_setting (self, i);
      g_autofree char *range = ijk_contribution_dup_range (self, i);

      g_string_append_printf (text, "    %s: %s — %s%s%s\n", lever, value, setting,
                              range != NULL ? "; " : "", range != NULL ? range : "");
    }
  g_string_append_printf (text, "  %s\n", note);
  return g_string_free (text, FALSE);
}

/* Names of steps: "CCS ceiling: 9700 kt/y", in the language of the reader. They go into the history
 * of the file as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_dutch (const char *language)
{
  return g_strcmp0 (language, "nl") == 0;
}

static const char *
pick (const char *language,
      const char *name_en,
      const char *name_nl)
{
  return is_dutch (language) ? name_nl : name_en;
}

/* Returns: (transfer full): the name of what @key is set on */
char *
ijk_session_name_lever (const char         *language,
                        const IjkReference *reference,
                        const IjkLeverKey  *key)
{
  const IjkLever *lever = &reference->levers[key->lever];
  const char *name = pick (language, lever->name_en, lever->name_nl);

  switch (key->scope)
    {
    case IJK_SCOPE_NATIONAL:
      return g_strdup (name);
    case IJK_SCOPE_SECTOR:
      {
        const IjkSector *sector = &reference->sectors[key->target];

        /* Translators: a lever, and the sector or company it is set for. */
        return g_strdup_printf (C_("lever", "%s, %s"), name,
                                pick (language, sector->name_en, sector->name_nl));
      }
    case IJK_SCOPE_COMPANY:
      return g_strdup_printf (C_("lever", "%s, %s"), name, reference->companies[key->target].name);
    case IJK_SCOPE_PROJECT:
      {
        const IjkProject *project = &reference->projects[key->target];
        const IjkMeasure *measure = &reference->measures[project->measure];

        /* Translators: a project: a place of business, and what is built there. */
        return g_strdup_printf (C_("project", "%s: %s"),
                                ijk_unit_name (reference->units[project->unit].name),
                                pick (language, measure->name_en, measure->name_nl));
      }
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}

/* "0,95" or "−0.95", with no more digits than it has. */
static char *
write_number (const char *language,
              double      number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ijk_append_shortest (text, number);
  g_string_replace (text, "-", "−", 1);
  if (is_dutch (language))
    g_string_replace (text, ".", ",", 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A number of a lever with its unit. */
static char *
write_quantity (const char     *language,
                const IjkLever *lever,
                double          number)
{
  static const struct
  {
    const char *unit, *written;
  } units[] = {
    { "EUR/t", "€/t" },
    { "EUR/MWh", "€/MWh" },
    { "MEUR a round", "M€" },
    { "kt/y", "kt/y" },
    { "GWh/y", "GWh/y" },
    { "FTE", "FTE" },
  };
  const gboolean is_share = strcmp (lever->unit, "fraction") == 0
                            || strcmp (lever->unit, "a year") == 0
                            || g_str_has_prefix (lever->unit, "share");
  g_autofree char *text = NULL;

  if (is_share)
    {
      /* What is a whole number of tenths of a percent is written so. */
      text = write_number (language, round (number * 1e6) / 1e4);
      return g_strconcat (text, "%", NULL);
    }
  if (strcmp (lever->unit, "year") == 0 && number >= IJK_NEVER_YEAR)
    return g_strdup (C_("year of a start", "never"));
  text = write_number (language, number);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (lever->unit, units[i].unit) == 0)
      return g_strconcat (text, " ", units[i].written, NULL);
  return g_steal_pointer (&text);
}

static char *
write_choice (const char         *language,
              const IjkReference *reference,
              const IjkLeverKey  *key,
              guint               choice)
{
  if (key->lever == IJK_LEVER_REGIME && choice < IJK_N_REGIMES)
    return g_strdup (
        pick (language, reference->regimes[choice].name_en, reference->regimes[choice].name_nl));
  if (key->lever == IJK_LEVER_DUTY_SCOPE)
    return g_strdup (choice == IJK_DUTY_CO2 ? _("all CO₂ measures") : _("energy saving only"));
  if (key->lever == IJK_LEVER_PROJECT)
    return g_strdup (choice != 0 ? _("goes ahead") : _("does not go ahead"));
  return g_strdup (reference->levers[key->lever].choices[choice]);
}

/* The one point in which two paths differ. Returns: (nullable) (transfer none): of @after, or %NULL
 * when it is not one */
static const IjkPathPoint *
find_moved_point (const IjkLeverValue *before,
                  const IjkLeverValue *after)
{
  const IjkPathPoint *moved = NULL;

  if (before == NULL || before->n_points != after->n_points)
    return after->n_points == 1 ? &after->points[0] : NULL;
  for (guint i = 0; i < after->n_points; i++)
    {
      if (before->points[i].year == after->points[i].year
          && before->points[i].value == after->points[i].value)
        continue;
      if (moved != NULL || before->points[i].year != after->points[i].year)
        return NULL;
      moved = &after->points[i];
    }
  return moved;
}

/* What a path or a share has become, or what of it was moved. */
static char *
write_path (const char          *language,
            const IjkLever      *lever,
            const IjkLeverValue *before,
            const IjkLeverValue *after)
{
  const IjkPathPoint *moved = find_moved_point (before, after);
  g_autofree char *number = NULL;

  if (moved == NULL)
    return g_strdup (_("another path"));
  number = write_quantity (language, lever, moved->value);
  if (after->n_points == 1)
    return g_steal_pointer (&number);
  /* Translators: a value and the year it holds in: "40% in 2030". */
  return g_strdup_printf (_("%s in %d"), number, moved->year);
}

static char *
write_value (const char          *language,
             const IjkReference  *reference,
             const IjkLeverKey   *key,
             const IjkLeverValue *before,
             const IjkLeverValue *after)
{
  const IjkLever *lever = &reference->levers[key->lever];
  g_autofree char *path = NULL;

  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return write_quantity (language, lever, after->number);
    case IJK_LEVER_KIND_SWITCH:
      return write_choice (language, reference, key, after->choice);
    case IJK_LEVER_KIND_PATH:
      return write_path (language, lever, before, after);
    case IJK_LEVER_KIND_MODE_SHARE:
      if (after->mode == IJK_SHARE_FREE)
        return g_strdup (_("left to the market"));
      path = write_path (language, lever,
                         before != NULL && before->mode == after->mode ? before : NULL, after);
      if (after->mode == IJK_SHARE_EXACTLY)
        return g_steal_pointer (&path);
      /* Translators: a share is limited: %s is "40%", "40% in 2030" or "another path". */
      return g_strdup_printf (_("at most %s"), path);
    }
  g_assert_not_reached ();
}

/**
 * ijk_session_name_edit:
 * @language: "en" or "nl"
 * @key: the lever that was changed
 *
 * Returns: (transfer full): the name of the step from @before to @after
 */
char *
ijk_session_name_edit (const char        *language,
                       const IjkLeverKey *key,
                       const IjkScenario *before,
                       const IjkScenario *after)
{
  const IjkReference *reference = ijk_scenario_get_reference (after);
  const IjkLeverSetting *old = ijk_scenario_get_setting (before, key);
  const IjkLeverSetting *new = ijk_scenario_get_setting (after, key);
  g_autofree char *name = ijk_session_name_lever (language, reference, key);
  g_autofree char *value = NULL;

  value = new == NULL ? g_strdup (_("back to the reference"))
                      : write_value (language, reference, key, old != NULL ? &old->value : NULL,
                                     &new->value);
  /* Translators: a step of undo: the name of a lever, and its new value. */
  return g_strdup_printf (C_("step", "%s: %s"), name, value);
}

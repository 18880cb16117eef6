/* The text form of what a lever is set on: `LEVER`, `LEVER@sector:ID`, `LEVER@company:NAME`,
 * `project.ID`, `project_start.ID`; with the nearest names when one is mistyped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-error.h"
#include "ijk-nearest.h"
#include "ijk-scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sets an error that names what was typed, of what kind it should be, and the nearest names. */
static void
set_unknown_error (GError **error, IjkScopeKind scope, const char *typed, GPtrArray *names)
{
  g_autofree char *near = ijk_nearest_names (typed, (const char *const *) names->pdata, names->len);
  g_autofree char *sentence = NULL;

  switch (scope)
    {
    case IJK_SCOPE_NATIONAL:
      /* Translators: first %s: what was typed; second: names like it, as in "a, b or c". */
      sentence
          = *near != '\0'
                ? g_strdup_printf (_("there is no lever “%s”; did you mean %s?"), typed, near)
                : g_strdup_printf (_("there is no lever “%s”; “ijkpad list levers” shows them "
                                     "all"),
                                   typed);
      break;
    case IJK_SCOPE_SECTOR:
      sentence
          = *near != '\0'
                ? g_strdup_printf (_("there is no sector “%s”; did you mean %s?"), typed, near)
                : g_strdup_printf (_("there is no sector “%s”; “ijkpad list sectors” shows "
                                     "them all"),
                                   typed);
      break;
    case IJK_SCOPE_COMPANY:
      sentence = *near != '\0' ? g_strdup_printf (_("there is no company “%s”; did you mean %s?"),
                                                  typed, near)
                               : g_strdup_printf (_("there is no company “%s”; “ijkpad list "
                                                    "companies” shows them all"),
                                                  typed);
      break;
    case IJK_SCOPE_PROJECT:
      sentence = *near != '\0' ? g_strdup_printf (_("there is no project “%s”; did you mean %s?"),
                                                  typed, near)
                               : g_strdup_printf (_("there is no project “%s”; “ijkpad list "
                                                    "projects” shows them all"),
                                                  typed);
      break;
    case IJK_N_SCOPES:
      g_assert_not_reached ();
    }
  g_set_error_literal (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_UNKNOWN, sentence);
}

static guint
find_lever (const IjkReference *reference,
            const char         *id,
            GError            **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint lever = ijk_lever_find (reference, id);

  /* The two levers of projects need the project's id behind a full stop. */
  if (lever != IJK_NONE && lever < IJK_N_TABLE_LEVERS)
    return lever;
  if (lever != IJK_NONE)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("%s needs the id of a project, as in %s.%s"), id, id,
                   reference->n_projects > 0 ? reference->projects[0].id : "ID");
      return IJK_NONE;
    }
  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    g_ptr_array_add (names, (gpointer) reference->levers[i].id);
  set_unknown_error (error, IJK_SCOPE_NATIONAL, id, names);
  return IJK_NONE;
}

static gboolean
parse_project_key (const IjkReference *reference,
                   IjkLeverId          lever,
                   const char         *id,
                   IjkLeverKey        *key,
                   GError            **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const guint project = ijk_reference_find_project (reference, id);

  if (project != IJK_NONE)
    {
      *key = (IjkLeverKey) { lever, IJK_SCOPE_PROJECT, project };
      return TRUE;
    }
  for (guint i = 0; i < reference->n_projects; i++)
    g_ptr_array_add (names, (gpointer) reference->projects[i].id);
  set_unknown_error (error, IJK_SCOPE_PROJECT, id, names);
  return FALSE;
}

static gboolean
parse_target (const IjkReference *reference,
              const char         *text,
              IjkLeverKey        *key,
              GError            **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (g_str_has_prefix (text, "sector:"))
    {
      key->scope = IJK_SCOPE_SECTOR;
      text += strlen ("sector:");
      key->target = ijk_reference_find_sector (reference, text);
      for (guint i = 0; i < reference->n_sectors; i++)
        g_ptr_array_add (names, (gpointer) reference->sectors[i].id);
      if (key->target == IJK_NONE)
        set_unknown_error (error, IJK_SCOPE_SECTOR, text, names);
      return key->target != IJK_NONE;
    }
  if (g_str_has_prefix (text, "company:"))
    {
      key->scope = IJK_SCOPE_COMPANY;
      text += strlen ("company:");
      key->target = ijk_reference_find_company (reference, text);
      for (guint i = 0; i < reference->n_companies; i++)
        g_ptr_array_add (names, (gpointer) reference->companies[i].name);
      if (key->target == IJK_NONE)
        set_unknown_error (error, IJK_SCOPE_COMPANY, text, names);
      return key->target != IJK_NONE;
    }
  g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
               _("“@%s” is not a scope; write @sector:ID or @company:NAME"), text);
  return FALSE;
}

/**
 * ijk_lever_key_parse:
 * @text: what stands before the equals sign of a setting
 * @key: (out): the key
 *
 * Returns: %FALSE with %IJK_MODEL_ERROR set when a name is unknown
 */
gboolean
ijk_lever_key_parse (const IjkReference *reference,
                     const char         *text,
                     IjkLeverKey        *key,
                     GError            **error)
{
  const char *at = strchr (text, '@');
  g_autofree char *id = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  guint lever = IJK_NONE;

  if (at == NULL && g_str_has_prefix (text, "project."))
    return parse_project_key (reference, IJK_LEVER_PROJECT, text + strlen ("project."), key, error);
  if (at == NULL && g_str_has_prefix (text, "project_start."))
    return parse_project_key (reference, IJK_LEVER_PROJECT_START, text + strlen ("project_start."),
                              key, error);
  lever = find_lever (reference, id, error);
  if (lever == IJK_NONE)
    return FALSE;
  *key = (IjkLeverKey) { (IjkLeverId) lever, IJK_SCOPE_NATIONAL, 0 };
  return at == NULL || parse_target (reference, at + 1, key, error);
}

/* Returns: (transfer full): the text that ijk_lever_key_parse() reads back */
char *
ijk_lever_key_to_string (const IjkReference *reference,
                         const IjkLeverKey  *key)
{
  const char *id = ijk_lever_ids[key->lever];

  switch (key->scope)
    {
    case IJK_SCOPE_NATIONAL:
      return g_strdup (id);
    case IJK_SCOPE_SECTOR:
      return g_strconcat (id, "@sector:", reference->sectors[key->target].id, NULL);
    case IJK_SCOPE_COMPANY:
      return g_strconcat (id, "@company:", reference->companies[key->target].name, NULL);
    case IJK_SCOPE_PROJECT:
      return g_strconcat (id, ".", reference->projects[key->target].id, NULL);
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}

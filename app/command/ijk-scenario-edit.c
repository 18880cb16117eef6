/* The verbs of `ijkpad scenario` that change a scenario, each by one edit that can be undone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An exit code for a call that gives a number, or 0 with an error. */
static int
finish (gint64   number,
        GError **error)
{
  return number != 0 ? IJK_EXIT_DONE : ijk_command_fail_store (*error);
}

/* Reads `KEY=VALUE`. FALSE after telling what is wrong. */
static gboolean
read_setting (const IjkReference *reference,
              const char         *text,
              IjkLeverSetting    *setting)
{
  g_autoptr (IjkScenario) none = ijk_scenario_new (reference, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) one = ijk_scenario_with_setting (none, text, &error);
  guint n_settings = 0;

  if (one == NULL)
    {
      (void) ijk_command_fail (IJK_EXIT_USAGE, "%s: %s", text, error->message);
      return FALSE;
    }
  *setting = *ijk_scenario_get_settings (one, &n_settings);
  return TRUE;
}

/* Appends the changes of @settings and @unset. FALSE after telling what is wrong. */
static gboolean
read_changes (const IjkReference *reference,
              char              **settings,
              char              **unset,
              GArray             *changes)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      IjkLeverSetting setting;
      IjkLeverChange change = { .is_set = TRUE };

      if (!read_setting (reference, settings[i], &setting))
        return FALSE;
      change.key = setting.key;
      change.value = setting.value;
      g_array_append_val (changes, change);
    }
  for (guint i = 0; unset != NULL && unset[i] != NULL; i++)
    {
      IjkLeverChange change = { .is_set = FALSE };
      g_autoptr (GError) error = NULL;

      if (!ijk_lever_key_parse (reference, unset[i], &change.key, &error))
        {
          (void) ijk_command_fail (IJK_EXIT_USAGE, _("--unset %s: %s"), unset[i], error->message);
          return FALSE;
        }
      g_array_append_val (changes, change);
    }
  return TRUE;
}

/* A later setting of a lever replaces an earlier one. */
static gboolean
read_settings (const IjkReference *reference,
               char              **texts,
               GArray             *settings)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      IjkLeverSetting setting;

      if (!read_setting (reference, texts[i], &setting))
        return FALSE;
      g_array_append_val (settings, setting);
    }
  return TRUE;
}

static void
replace_text (char      **field,
              const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

int
ijk_scenario_verb_make (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (GError) error = NULL;

  replace_text (&record->name, arguments[0]);
  replace_text (&record->description, options->description);
  replace_text (&record->note, options->note);
  if (g_strcmp0 (options->kind, ijk_scenario_kind_ids[IJK_SCENARIO_COMPANY]) == 0)
    record->kind = IJK_SCENARIO_COMPANY;
  else if (options->kind != NULL
           && strcmp (options->kind, ijk_scenario_kind_ids[IJK_SCENARIO_SECTOR]) != 0)
    return ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not a kind; choose sector or company"),
                             options->kind);
  if (options->parent != NULL && *options->parent != '\0')
    {
      record->parent_id = ijk_workbook_find_scenario (workbook, options->parent, &error);
      if (record->parent_id == 0)
        return ijk_command_fail_store (error);
    }
  if (!read_settings (ijk_workbook_get_reference (workbook), options->set, record->settings))
    return IJK_EXIT_USAGE;
  return finish (ijk_workbook_create_scenario (workbook, record,
                                               options->label != NULL ? options->label : _("New"),
                                               &error),
                 &error);
}

/* "Set ets_scale, kappa": what an edit is called when it is given no label. */
static char *
make_label (IjkWorkbook  *workbook,
            const GArray *changes)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const IjkLeverChange *change = &g_array_index (changes, IjkLeverChange, i);
      g_autofree char *key
          = ijk_lever_key_to_string (ijk_workbook_get_reference (workbook), &change->key);

      if (g_utf8_strlen (keys->str, -1) + g_utf8_strlen (key, -1) > IJK_MAX_NAME_LENGTH - 20)
        {
          g_string_append (keys, "…");
          break;
        }
      g_string_append_printf (keys, "%s%s", i == 0 ? "" : ", ", key);
    }
  /* Translators: the label of an edit; %s: ids of levers with commas between them. At most twenty
   * characters longer than what stands for %s. */
  return g_strdup_printf (_("Set %s"), keys->str);
}

int
ijk_scenario_verb_set (IjkWorkbook              *workbook,
                       const IjkScenarioOptions *options,
                       char                    **arguments)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (IjkLeverChange));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  if (id == 0)
    return ijk_command_fail_store (error);
  if (!read_changes (ijk_workbook_get_reference (workbook), arguments + 1, options->unset, changes)
      || !read_changes (ijk_workbook_get_reference (workbook), options->set, NULL, changes))
    return IJK_EXIT_USAGE;
  if (changes->len == 0)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say what to set, as in ets_scale=1.2"));
  label = options->label != NULL ? g_strdup (options->label) : make_label (workbook, changes);
  return finish (ijk_workbook_commit (workbook, id, 0, label,
                                      (const IjkLeverChange *) changes->data, changes->len, &error),
                 &error);
}

int
ijk_scenario_verb_describe (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  if (id == 0)
    return ijk_command_fail_store (error);
  if (options->description == NULL && options->note == NULL)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say what it is, with --description or --note"));
  return finish (ijk_workbook_describe_scenario (workbook, id, 0, options->description,
                                                 options->note, &error),
                 &error);
}

int
ijk_scenario_verb_move (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  gint64 parent_id = 0;

  if (id == 0)
    return ijk_command_fail_store (error);
  if (options->parent == NULL)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say under which scenario, with --under NAME"));
  if (*options->parent != '\0')
    {
      parent_id = ijk_workbook_find_scenario (workbook, options->parent, &error);
      if (parent_id == 0)
        return ijk_command_fail_store (error);
    }
  return finish (ijk_workbook_reparent_scenario (workbook, id, 0, parent_id, &error), &error);
}

int
ijk_scenario_verb_duplicate (IjkWorkbook              *workbook,
                             const IjkScenarioOptions *options,
                             char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_duplicate_scenario (workbook, id, arguments[1], &error), &error);
}

int
ijk_scenario_verb_rename (IjkWorkbook              *workbook,
                          const IjkScenarioOptions *options,
                          char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_rename_scenario (workbook, id, 0, arguments[1], &error), &error);
}

int
ijk_scenario_verb_delete (IjkWorkbook              *workbook,
                          const IjkScenarioOptions *options,
                          char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_delete_scenario (workbook, id, 0, &error), &error);
}

int
ijk_scenario_verb_undo (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], NULL);

  (void) options;
  /* A name that is gone may be that of a deleted scenario. */
  if (id == 0)
    id = ijk_workbook_find_deleted (workbook, arguments[0], NULL);
  if (id == 0)
    (void) ijk_workbook_find_scenario (workbook, arguments[0], &error);
  return id == 0 ? ijk_command_fail_store (error)
                 : finish (ijk_workbook_undo (workbook, id, 0, &error), &error);
}

int
ijk_scenario_verb_redo (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_redo (workbook, id, 0, &error), &error);
}

int
ijk_scenario_verb_return_to (IjkWorkbook              *workbook,
                             const IjkScenarioOptions *options,
                             char                    **arguments)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], NULL);
  gint64 revision_id = 0;

  (void) options;
  if (id == 0)
    id = ijk_workbook_find_deleted (workbook, arguments[0], &error);
  if (id == 0)
    return ijk_command_fail_store (error);
  if (!g_ascii_string_to_signed (arguments[1], 10, 1, G_MAXINT64, &revision_id, NULL))
    return ijk_command_fail (
        IJK_EXIT_USAGE, _("“%s” is not the number of a revision; “ijkpad history” shows them"),
        arguments[1]);
  return finish (ijk_workbook_return_to (workbook, id, 0, revision_id, &error), &error);
}

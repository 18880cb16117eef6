/* The rules for names, texts, settings and parents of scenarios that go in or out.
 *
 * What is written keeps the rules that are held against what is read, so that a file of ours can
 * always be read back. Problems are sentences without place: the caller knows where it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The sentences below name these numbers. */
G_STATIC_ASSERT (IJK_MAX_NAME_LENGTH == 200);
G_STATIC_ASSERT (IJK_MAX_TEXT_LENGTH == 20000);

/* Returns: (transfer full): what two names have in common that a person takes for the same */
char *
ijk_scenario_fold_name (const char *name)
{
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* Whether @text has control characters other than those in @allowed. */
static gboolean
has_control (const char *text,
             const char *allowed)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) && (*c & 0x80 || strchr (allowed, *c) == NULL))
      return TRUE;
  return FALSE;
}

/* Whether @name can be the name of a scenario; @problem says why not. */
gboolean
ijk_scenario_check_name (const char  *name,
                         const char **problem)
{
  *problem = NULL;
  if (*name == '\0')
    *problem = _("the name is empty");
  else if (!g_utf8_validate (name, -1, NULL))
    *problem = _("the name is not UTF-8 text");
  else if (g_utf8_strlen (name, -1) > IJK_MAX_NAME_LENGTH)
    *problem = _("the name has more than 200 characters");
  else if (has_control (name, ""))
    *problem = _("the name has a line end or another control character");
  else if (g_unichar_isspace (g_utf8_get_char (name))
           || g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (name + strlen (name)))))
    *problem = _("the name starts or ends with a space");
  return *problem == NULL;
}

/* Whether @text can be a description or a note; @problem says why not. */
gboolean
ijk_scenario_check_text (const char  *text,
                         const char **problem)
{
  *problem = NULL;
  if (!g_utf8_validate (text, -1, NULL))
    *problem = _("the text is not UTF-8");
  else if (g_utf8_strlen (text, -1) > IJK_MAX_TEXT_LENGTH)
    *problem = _("the text has more than 20000 characters");
  else if (has_control (text, "\t\r\n"))
    *problem = _("the text has a control character other than tab and line end");
  return *problem == NULL;
}

/* Whether a scenario of that kind can set @key; @problem says why not. */
gboolean
ijk_scenario_check_setting (IjkScenarioKind    kind,
                            const IjkLeverKey *key,
                            const char       **problem)
{
  *problem = NULL;
  switch (kind)
    {
    case IJK_SCENARIO_SECTOR:
      if (key->scope == IJK_SCOPE_COMPANY)
        *problem
            = _("a sector scenario sets levers of the nation, of sectors and of projects; one "
                "that sets levers of companies is of kind company");
      break;
    case IJK_SCENARIO_COMPANY:
      if (key->scope != IJK_SCOPE_COMPANY && key->scope != IJK_SCOPE_PROJECT)
        *problem = _("a company scenario sets levers of companies and of projects; levers of the "
                     "nation and of sectors belong in the sector scenario above it");
      break;
    case IJK_N_SCENARIO_KINDS:
      g_assert_not_reached ();
    }
  return *problem == NULL;
}

/* Position of each id, plus 1. */
static GHashTable *
index_ids (const GPtrArray *records)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < records->len; i++)
    {
      IjkScenarioRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (places, &record->id, GUINT_TO_POINTER (i + 1));
    }
  return places;
}

/* Whether the kind of @record allows @parent; the problem where it does not. */
static char *
find_parent_problem (const IjkScenarioRecord *record,
                     const IjkScenarioRecord *parent)
{
  if (record->parent_id != 0 && parent == NULL)
    return g_strdup_printf (_("the parent of “%s” is not among the scenarios"), record->name);
  if (record->kind == IJK_SCENARIO_COMPANY && parent == NULL)
    return g_strdup_printf (_("“%s” is a company scenario and hangs under none; it needs a sector "
                              "scenario as its parent"),
                            record->name);
  if (parent != NULL && parent->kind != IJK_SCENARIO_SECTOR)
    return g_strdup_printf (_("“%s” hangs under “%s”, which is a company scenario; expected a "
                              "sector scenario"),
                            record->name, parent->name);
  return NULL;
}

static const IjkScenarioRecord *
find_parent (const GPtrArray         *records,
             GHashTable              *places,
             const IjkScenarioRecord *record)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &record->parent_id));

  return record->parent_id == 0 || place == 0 ? NULL : g_ptr_array_index (records, place - 1);
}

/* Whether going up from each scenario comes to an end. */
static gboolean
check_cycles (const GPtrArray *records,
              GHashTable      *places,
              guint           *position,
              char           **problem)
{
  /* Round in which a scenario was first met; a second time in the same round closes a circle. */
  g_autofree guint *round = g_new0 (guint, records->len);

  for (guint i = 0; i < records->len; i++)
    for (const IjkScenarioRecord *record = g_ptr_array_index (records, i); record != NULL;
         record = find_parent (records, places, record))
      {
        const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &record->id)) - 1;

        if (round[place] == i + 1)
          {
            *position = i;
            *problem
                = g_strdup_printf (_("the parents of “%s” go round in a circle"), record->name);
            return FALSE;
          }
        if (round[place] != 0)
          break;
        round[place] = i + 1;
      }
  return TRUE;
}

/**
 * ijk_scenario_check_family:
 * @records: (element-type IjkScenarioRecord): with ids that differ
 * @position: (out): the first that breaks a rule
 * @problem: (out) (transfer full): how
 *
 * Whether names differ, parents are there and of the right kind, and none is its own ancestor.
 */
gboolean
ijk_scenario_check_family (const GPtrArray *records,
                           guint           *position,
                           char           **problem)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = index_ids (records);

  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      *position = i;
      if (!g_hash_table_add (names, ijk_scenario_fold_name (record->name)))
        {
          *problem = g_strdup_printf (_("there are two scenarios “%s” (case and accents as typed "
                                        "or composed make no difference)"),
                                      record->name);
          return FALSE;
        }
      *problem = find_parent_problem (record, find_parent (records, places, record));
      if (*problem != NULL)
        return FALSE;
    }
  return check_cycles (records, places, position, problem);
}

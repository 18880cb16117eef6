/* What is lost is told in the words of the data that the scenario was made on; what holds instead
 * in those of the data there are now.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-loss-list.h"

#include "ijk-lever-reading.h"
#include "ijk-lever-words.h"
#include "ijk-widget.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What holds at @key, by whatever setting or fact. Returns: (transfer full) */
static char *
describe_what_holds (const IjkScenario *scenario,
                     const IjkLeverKey *key,
                     int                year)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *lever = &reference->levers[key->lever];
  IjkLeverReading reading;
  IjkLeverValue value = { .n_points = 1 };

  ijk_lever_read (scenario, key, &reading);
  value.number = reading.number;
  value.choice = reading.choice;
  value.mode = reading.mode;
  year = CLAMP (year, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  value.points[0] = (IjkPathPoint) { year, reading.yearly[IJK_YEAR_INDEX (year)] };
  if (lever->kind == IJK_LEVER_KIND_PATH && !isfinite (value.points[0].value))
    return g_strdup (_("nothing"));
  return ijk_lever_words_value (reference, key, &value, year);
}

/* The lever and what it is set on. Returns: (transfer full) */
static char *
describe_lever (const IjkReference *reference,
                const IjkLeverKey  *key)
{
  g_autofree char *name = ijk_lever_key_dup_name (reference, key);
  g_autofree char *scope = NULL;

  if (key->scope != IJK_SCOPE_SECTOR && key->scope != IJK_SCOPE_COMPANY)
    return g_steal_pointer (&name);
  scope = ijk_lever_key_dup_scope_name (reference, key);
  /* Translators: the name of a lever, and the company or sector that it is set on */
  return g_strdup_printf (_("%1$s (%2$s)"), name, scope);
}

char *
ijk_loss_list_describe (const IjkUpgradeLoss *loss,
                        int                   year)
{
  const IjkReference *old = ijk_scenario_get_reference (loss->before);
  const IjkReference *new = ijk_scenario_get_reference (loss->after);
  const char *equals = strrchr (loss->setting, '=');
  g_autofree char *text = g_strndup (loss->setting, (gsize) (equals - loss->setting));
  g_autofree char *lever = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const IjkLeverSetting *setting = NULL;
  IjkLeverKey key;

  if (ijk_lever_key_parse (old, text, &key, NULL))
    setting = ijk_scenario_get_setting (loss->before, &key);
  if (setting == NULL)
    return g_strdup (loss->reason);
  lever = describe_lever (old, &key);
  before = ijk_lever_words_value (old, &key, &setting->value, year);
  if (!ijk_lever_key_parse (new, text, &key, NULL))
    /* Translators: a lever with what it is set on, and its value; the company, sector or project is
     * not in the data any more */
    return g_strdup_printf (_("%1$s: %2$s → nothing, it is no longer in the data"), lever, before);
  after = describe_what_holds (loss->after, &key, year);
  /* Translators: a lever with what it is set on, its value, and what holds instead */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), lever, before, after);
}

GtkWidget *
ijk_loss_list_new (const GPtrArray *losses,
                   int              year)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ijk_widget_set_label (list, _("Settings that are left out"));
  for (guint i = 0; i < losses->len; i++)
    {
      const IjkUpgradeLoss *loss = g_ptr_array_index (losses, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = ijk_loss_list_describe (loss, year);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), loss->scenario_name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

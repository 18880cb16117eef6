/* The fields of the form of an installation: what is typed or chosen goes into the draft at once,
 * and what the draft says of it stands below the field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-own-company-private.h"

#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-unit-name.h"
#include "ijk-widget.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of an entry that are seen at least. */
#define LEAST_ENTRY_CHARS 10

static const IjkReference *
get_reference (IjkOwnCompanyWindow *self)
{
  return ijk_session_get_reference (self->session);
}

/* ---- what the fields say ---- */

/* What stands below a field that is right. (transfer full) (nullable) */
static char *
write_help (IjkOwnCompanyWindow *self,
            IjkOwnText           text)
{
  const IjkReference *reference = get_reference (self);
  const guint sector = self->draft->choices[IJK_OWN_SECTOR];

  switch ((guint) text)
    {
    case IJK_OWN_COMPANY:
      {
        const guint company
            = ijk_reference_find_company (reference, self->draft->texts[IJK_OWN_COMPANY]);

        if (company != IJK_NONE && self->draft->id == NULL)
          return g_strdup (_("This company is there already: it gets one installation more."));
        return NULL;
      }
    case IJK_OWN_NAME:
      return g_strdup (_("Empty: as the company"));
    case IJK_OWN_LEVY_SHARE:
      return g_strdup (_("Percentage of its emissions"));
    case IJK_OWN_BENCHMARK:
      return g_strdup (_("kt a year at the output of 2021, before the reduction factor"));
    case IJK_OWN_PROCESS_SHARE:
      if (sector < reference->n_sectors)
        {
          g_autofree char *share = ijk_quantity_share (reference->sectors[sector].process_share);

          /* Translators: %s is a percentage. */
          return g_strdup_printf (_("Percentage of its emissions; empty: as the sector, %s"),
                                  share);
        }
      return g_strdup (_("Percentage of its emissions; empty: as the sector"));
    case IJK_OWN_SOURCE:
      return g_strdup (_("Report and page, registry, or who said so"));
    default:
      return NULL;
    }
}

static void
show_problem (GtkWidget  *row,
              GtkWidget  *entry,
              const char *problem,
              const char *help)
{
  const char *text = problem != NULL ? problem : help != NULL ? help : "";

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  ijk_widget_set_class (row, "field-wrong", problem != NULL);
  if (entry == NULL)
    return;
  ijk_widget_set_class (entry, "error", problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* A field says what it lacks once a person has been in it, and all do when saving was asked for. */
void
ijk_own_company_show_problems (IjkOwnCompanyWindow *self)
{
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    {
      g_autofree char *problem = self->is_touched[i] || self->is_all_checked
                                     ? ijk_own_draft_check (self->draft, i)
                                     : NULL;
      g_autofree char *help = write_help (self, i);

      show_problem (self->rows[i], self->entries[i], problem, help);
    }
  for (guint i = 0; i < IJK_N_OWN_CHOICES; i++)
    {
      g_autofree char *problem
          = self->is_all_checked ? ijk_own_draft_check_choice (self->draft, i) : NULL;

      show_problem (self->choices[i], NULL, problem, NULL);
    }
}

/* ---- fields ---- */

static void
entry_changed_cb (GtkEditable         *entry,
                  IjkOwnCompanyWindow *self)
{
  const guint text = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "text"));

  ijk_own_draft_set_text (self->draft, text, gtk_editable_get_text (entry));
  self->is_touched[text] = TRUE;
  ijk_own_company_draft_changed (self);
}

static void
add_text (IjkOwnCompanyWindow *self,
          IjkOwnText           text,
          const char          *title,
          GtkWidget           *group,
          int                  width_chars)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  /* Less where the window is narrow, so that the title does not break inside words. */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MIN (width_chars, LEAST_ENTRY_CHARS));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (width_chars < 20)
    gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), self->draft->texts[text]);
  g_object_set_data (G_OBJECT (entry), "text", GUINT_TO_POINTER ((guint) text));
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->rows[text] = row;
  self->entries[text] = entry;
}

static GtkWidget *
add_list (GtkWidget  *group,
          const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* ---- rows of the rest ---- */

static void
fill_rest (IjkOwnCompanyWindow *self)
{
  const IjkReference *reference = get_reference (self);
  const guint sector = self->draft->choices[IJK_OWN_SECTOR];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->is_filling = TRUE;
  g_array_set_size (self->rest_units, 0);
  g_array_append_val (self->rest_units, (const guint){ IJK_NONE });
  gtk_string_list_append (names, _("Nowhere yet: it adds to the national total"));
  for (guint i = 0; i < reference->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];

      if (unit->kind != IJK_KIND_REST
          || (unit->sector != sector && !reference->sectors[unit->sector].is_in_industry))
        continue;
      if (i == self->draft->rest)
        selected = self->rest_units->len;
      g_array_append_val (self->rest_units, i);
      gtk_string_list_append (names, ijk_unit_name (unit->name));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->rest), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->rest), selected);
  if (selected == 0)
    self->draft->rest = IJK_NONE;
  self->is_filling = FALSE;
}

static void
show_rest_help (IjkOwnCompanyWindow *self)
{
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (self->rest),
      self->draft->rest == IJK_NONE
          ? _("No row of the table is lowered. Right for a plant that is new or was left out.")
          : _("That row is lowered by as much, so no tonne is counted twice."));
}

/* ---- what it can take ---- */

static void
ability_cb (GtkSwitch           *toggle,
            GParamSpec          *pspec,
            IjkOwnCompanyWindow *self)
{
  const guint64 tags = *(const guint64 *) g_object_get_data (G_OBJECT (toggle), "tags");

  (void) pspec;
  if (!gtk_switch_get_active (toggle))
    self->draft->tags &= ~tags;
  else if ((self->draft->tags & tags) == 0)
    self->draft->tags |= tags & (~tags + 1); /* the first of them */
  ijk_own_company_draft_changed (self);
}

static void
fill_abilities (IjkOwnCompanyWindow *self)
{
  g_autoptr (GArray) abilities = ijk_own_draft_abilities (self->draft, get_reference (self));

  for (guint i = 0; i < self->ability_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->ability_group),
                                  self->ability_rows->pdata[i]);
  g_ptr_array_set_size (self->ability_rows, 0);
  for (guint i = 0; i < abilities->len; i++)
    {
      const IjkOwnAbility *ability = &g_array_index (abilities, IjkOwnAbility, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *toggle = gtk_switch_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ability->names);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
      gtk_switch_set_active (GTK_SWITCH (toggle), (self->draft->tags & ability->tags) != 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ability->names, -1);
      g_object_set_data_full (G_OBJECT (toggle), "tags",
                              g_memdup2 (&ability->tags, sizeof ability->tags), g_free);
      g_signal_connect_object (toggle, "notify::active", G_CALLBACK (ability_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->ability_group), row);
      g_ptr_array_add (self->ability_rows, row);
    }
  gtk_widget_set_visible (self->ability_group, abilities->len > 0);
}

/* ---- choices ---- */

static void
choice_cb (GObject             *row,
           GParamSpec          *pspec,
           IjkOwnCompanyWindow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  const guint position = selected == 0 || selected == GTK_INVALID_LIST_POSITION ? IJK_NONE
                                                                                 : selected - 1;
  const IjkReference *reference = get_reference (self);

  (void) pspec;
  if (self->is_filling)
    return;
  if (row == G_OBJECT (self->choices[IJK_OWN_CLUSTER]))
    self->draft->choices[IJK_OWN_CLUSTER] = position;
  else if (position != self->draft->choices[IJK_OWN_SECTOR])
    {
      self->draft->choices[IJK_OWN_SECTOR] = position;
      self->draft->tags = 0;
      self->draft->rest
          = position < reference->n_sectors ? ijk_sector_find_rest (reference, position) : IJK_NONE;
      fill_rest (self);
      show_rest_help (self);
      fill_abilities (self);
    }
  ijk_own_company_draft_changed (self);
}

static void
other_choice_cb (GObject             *row,
                 GParamSpec          *pspec,
                 IjkOwnCompanyWindow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  (void) pspec;
  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (row == G_OBJECT (self->kind))
    self->draft->kind = (IjkUnitKind) selected;
  else if (row == G_OBJECT (self->status))
    /* The weakest first: what most people bring. */
    self->draft->status = (IjkStatus) (IJK_N_STATUSES - 1 - selected);
  else
    {
      self->draft->rest = g_array_index (self->rest_units, guint, selected);
      show_rest_help (self);
    }
  ijk_own_company_draft_changed (self);
}

static void
fill_choice (IjkOwnCompanyWindow *self,
             IjkOwnChoice         choice)
{
  const IjkReference *reference = get_reference (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const guint n = choice == IJK_OWN_SECTOR ? reference->n_sectors : reference->n_clusters;

  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (
        names, choice == IJK_OWN_SECTOR
                   ? ijk_language_pick (reference->sectors[i].name_en,
                                        reference->sectors[i].name_nl)
                   : ijk_language_pick (reference->clusters[i].name_en,
                                        reference->clusters[i].name_nl));
  self->is_filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->choices[choice]), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->choices[choice]),
                              self->draft->choices[choice] == IJK_NONE
                                  ? 0
                                  : self->draft->choices[choice] + 1);
  self->is_filling = FALSE;
  g_signal_connect_object (self->choices[choice], "notify::selected", G_CALLBACK (choice_cb), self,
                           0);
}

static void
fill_words (IjkOwnCompanyWindow *self,
            GtkWidget           *row,
            const char *const   *words,
            guint                selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (words);

  self->is_filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  self->is_filling = FALSE;
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (other_choice_cb), self, 0);
}

/* ---- an estimate of the rights ---- */

static void
estimate_cb (IjkOwnCompanyWindow *self)
{
  const double kt = ijk_own_draft_estimate (self->draft, get_reference (self));
  g_autofree char *text = NULL;

  if (isnan (kt))
    {
      show_problem (self->rows[IJK_OWN_BENCHMARK], self->entries[IJK_OWN_BENCHMARK],
                    _("For an estimate give sector, levied part and emissions first; the sector "
                      "needs installations of the same kind."),
                    NULL);
      return;
    }
  text = ijk_quantity_number (kt, 1);
  gtk_editable_set_text (GTK_EDITABLE (self->entries[IJK_OWN_BENCHMARK]), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[IJK_OWN_BENCHMARK]),
                               _("Estimated: for what it emits, as much as the installations of "
                                 "its sector have on average. An assumption."));
}

static void
add_estimate (IjkOwnCompanyWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("E_stimate"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("As much as its sector has for what it emits"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (estimate_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[IJK_OWN_BENCHMARK]), button);
}

/* ---- making the form ---- */

static void
add_years (IjkOwnCompanyWindow *self)
{
  for (int year = IJK_LAST_OBSERVED_YEAR; year >= IJK_FIRST_OBSERVED_YEAR; year--)
    {
      const gboolean is_recent = year >= IJK_FIRST_YEAR;
      /* Translators: %d is a year. */
      g_autofree char *title = g_strdup_printf (_("Emissions in %d, kt"), year);

      add_text (self, IJK_OWN_KT + year - IJK_FIRST_OBSERVED_YEAR, title,
                is_recent ? self->emissions_group : self->earlier, 10);
    }
}

void
ijk_own_company_fill_form (IjkOwnCompanyWindow *self)
{
  const char *const kinds[] = { _("EU ETS"), _("Waste incinerator"), _("Nitrous oxide plant"),
                                NULL };
  const char *const statuses[] = { _("An assumption"), _("Worked out from sourced figures"),
                                   _("Read in the source named"), NULL };
  GtkWidget *box = gtk_widget_get_parent (self->earlier);

  add_text (self, IJK_OWN_COMPANY, _("Name of the company"), self->company_group, 20);
  add_text (self, IJK_OWN_NAME, _("Name of the installation"), self->company_group, 20);
  add_text (self, IJK_OWN_MUNICIPALITY, _("Municipality"), self->company_group, 20);
  self->choices[IJK_OWN_SECTOR] = add_list (self->company_group, _("Sector"));
  self->choices[IJK_OWN_CLUSTER] = add_list (self->company_group, _("Regional cluster"));
  self->kind = add_list (self->company_group, _("Kind"));
  add_years (self);
  /* The years come first, then those before. */
  if (GTK_IS_LIST_BOX (box))
    {
      g_object_ref (self->earlier);
      gtk_list_box_remove (GTK_LIST_BOX (box), self->earlier);
      gtk_list_box_append (GTK_LIST_BOX (box), self->earlier);
      g_object_unref (self->earlier);
    }
  self->rest = add_list (self->emissions_group, _("Counted until now in"));
  add_text (self, IJK_OWN_BENCHMARK, _("Rights, kt"), self->levy_group, 10);
  add_estimate (self);
  add_text (self, IJK_OWN_LEVY_SHARE, _("Levied part"), self->levy_group, 10);
  add_text (self, IJK_OWN_PROCESS_SHARE, _("From processes, not from fuel"), self->levy_group, 10);
  self->status = add_list (self->standing_group, _("The figures are"));
  add_text (self, IJK_OWN_SOURCE, _("Source"), self->standing_group, 24);
  fill_choice (self, IJK_OWN_SECTOR);
  fill_choice (self, IJK_OWN_CLUSTER);
  fill_words (self, self->kind, kinds, self->draft->kind);
  fill_words (self, self->status, statuses, IJK_N_STATUSES - 1 - self->draft->status);
  fill_rest (self);
  show_rest_help (self);
  g_signal_connect_object (self->rest, "notify::selected", G_CALLBACK (other_choice_cb), self, 0);
  fill_abilities (self);
  ijk_own_company_show_problems (self);
}

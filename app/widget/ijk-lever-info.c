/* The popover is made when it is opened, so it is always of the present.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-info.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-language.h"
#include "ijk-source.h"
#include "ijk-stage.h"
#include "ijk-widget.h"

#define WIDTH_CHARS 38

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_fact (GtkGrid    *grid,
          int         row,
          const char *name,
          GtkWidget  *value)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (value, GTK_ALIGN_START);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

static GtkWidget *
make_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* What would hold without the scenario's own setting. */
static char *
write_base (const IjkReference    *reference,
            const IjkLever        *lever,
            const IjkLeverReading *reading)
{
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return ijk_lever_write_value (lever, reading->base_number);
    case IJK_LEVER_KIND_SWITCH:
      return ijk_lever_write_choice (reference, lever, reading->base_choice);
    case IJK_LEVER_KIND_MODE_SHARE:
      return g_strdup (ijk_share_mode_name (reading->base_mode));
    case IJK_LEVER_KIND_PATH:
      {
        g_autofree char *first
            = ijk_lever_write_value (lever,
                                     reading->base_yearly[IJK_YEAR_INDEX (IJK_FIRST_FREE_YEAR)]);
        g_autofree char *last
          = ijk_lever_write_value (lever, reading->base_yearly[IJK_YEAR_INDEX (IJK_LAST_YEAR)]);

        /* Translators: %1$s and %3$s are amounts, %2$d and %4$d years. */
        return g_strdup_printf (_("%1$s in %2$d, %3$s in %4$d"), first, IJK_FIRST_FREE_YEAR, last,
                                IJK_LAST_YEAR);
      }
    }
  g_assert_not_reached ();
}

GtkWidget *
ijk_status_chip_new (IjkStatus status)
{
  static const struct
  {
    const char *name;
    const char *style_class;
  } chips[IJK_N_STATUSES] = {
    [IJK_STATUS_SOURCED] = { N_("Sourced"), "sourced" },
    [IJK_STATUS_DERIVED] = { N_("Derived"), "derived" },
    [IJK_STATUS_ASSUMPTION] = { N_("Assumption"), "assumption" },
  };
  GtkWidget *chip = gtk_label_new (_(chips[status].name));

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, chips[status].style_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static void
add_facts (GtkWidget         *box,
           const IjkScenario *scenario,
           const IjkLeverKey *key)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *lever = &reference->levers[key->lever];
  const IjkProvenance *provenance = key->scope == IJK_SCOPE_PROJECT
                                      ? &reference->projects[key->target].provenance
                                      : &lever->provenance;
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  IjkLeverReading reading;
  g_autofree char *base = NULL;
  int row = 0;

  ijk_lever_read (scenario, key, &reading);
  base = write_base (reference, lever, &reading);
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 4);
  if (lever->kind != IJK_LEVER_KIND_SWITCH)
    {
      /* “0 to 500 €/t”; what ends in a word leaves the unit to the first. */
      g_autofree char *low = ijk_lever_is_no_limit (lever, lever->max)
                                 ? ijk_lever_write_value (lever, lever->min)
                                 : ijk_lever_write_number (lever, lever->min);
      g_autofree char *high = ijk_lever_write_value (lever, lever->max);
      /* Translators: a range: %1$s is a number, %2$s a number with its unit. */
      g_autofree char *range = g_strdup_printf (_("%1$s to %2$s"), low, high);

      add_fact (grid, row++, _("Range"), make_value (range));
    }
  add_fact (grid, row++, _("Reference"), make_value (base));
  if (key->scope == IJK_SCOPE_PROJECT && reference->projects[key->target].stage_text != NULL)
    add_fact (grid, row++, _("Stage"),
              make_value (ijk_stage_name (reference->projects[key->target].stage_text)));
  add_fact (grid, row++, _("Source"), make_value (ijk_source_words (provenance->source)));
  add_fact (grid, row++, _("Status"), ijk_status_chip_new (provenance->status));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (grid));
}

GtkWidget *
ijk_lever_info_new (const IjkScenario *scenario,
                    const IjkLeverKey *key)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *lever = &reference->levers[key->lever];
  g_autofree char *name = ijk_lever_key_dup_name (reference, key);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (popover, "lever-popover");
  add_label (box, name, "heading");
  /* The table explains shares in the notation of the command line. */
  if (lever->kind != IJK_LEVER_KIND_MODE_SHARE)
    add_label (box, ijk_language_pick (lever->help_en, lever->help_nl), NULL);
  else
    add_label (box,
               _("Market: companies decide. At most: companies decide, up to your path. Exactly: your "
                 "path is what happens."),
               NULL);
  add_facts (box, scenario, key);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

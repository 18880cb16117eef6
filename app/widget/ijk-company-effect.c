/* Before and after the levers of a company, by one more run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-effect.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-indicator.h"
#include "ijk-quantity.h"
#include "ijk-run.h"

enum
{
  LINE_LEVY,
  LINE_EMISSIONS,
  LINE_SECTOR_EMISSIONS,
  LINE_SECTOR_LEVY,
  LINE_NATION_EMISSIONS,
  LINE_NATION_LEVY,
  LINE_RIGHT_PRICE,
  N_LINES,
};

struct _IjkCompanyEffect
{
  GtkWidget parent_instance;

  IjkWorkspace *workspace;       /* (owned) (nullable) of the reference below */
  const IjkReference *reference; /* (owned) (nullable) */
  double before_meur, after_meur;
  GtkLabel *title;
  GtkLabel *values[N_LINES][3];
};

G_DEFINE_FINAL_TYPE (IjkCompanyEffect, ijk_company_effect, GTK_TYPE_WIDGET)

static gboolean
is_of_company (const IjkReference *reference,
               const IjkLeverKey  *key,
               guint               company)
{
  if (key->scope == IJK_SCOPE_COMPANY)
    return key->target == company;
  return key->scope == IJK_SCOPE_PROJECT
         && reference->units[reference->projects[key->target].unit].company == company;
}

/* Returns: (transfer full) (nullable): the scenario without them, NULL where it sets none */
static IjkScenario *
leave_out (const IjkScenario *scenario,
           guint              company)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (scenario, &n_settings);
  IjkScenario *without = NULL;

  for (guint i = 0; i < n_settings; i++)
    if (is_of_company (reference, &settings[i].key, company))
      {
        IjkScenario *next
            = ijk_scenario_without_lever (without != NULL ? without : scenario, &settings[i].key);

        g_clear_pointer (&without, ijk_scenario_unref);
        without = next;
      }
  return without;
}

static double
find_value (const IjkResult *result,
            guint            line,
            guint            company,
            guint            sector,
            int              year)
{
  static const struct
  {
    IjkItems items;
    const char *id;
  } lines[N_LINES] = {
    [LINE_LEVY] = { IJK_ITEMS_COMPANY, "net_levy" },
    [LINE_EMISSIONS] = { IJK_ITEMS_COMPANY, "emissions" },
    [LINE_SECTOR_EMISSIONS] = { IJK_ITEMS_SECTOR, "emissions" },
    [LINE_SECTOR_LEVY] = { IJK_ITEMS_SECTOR, "net_levy" },
    [LINE_NATION_EMISSIONS] = { IJK_ITEMS_SCOPE, "emissions" },
    [LINE_NATION_LEVY] = { IJK_ITEMS_SCOPE, "net_levy" },
    [LINE_RIGHT_PRICE] = { IJK_ITEMS_NL, "right_price" },
  };
  guint item = 0;

  switch (lines[line].items)
    {
    case IJK_ITEMS_COMPANY:
      item = company;
      break;
    case IJK_ITEMS_SECTOR:
      item = sector;
      break;
    case IJK_ITEMS_SCOPE:
      item = IJK_SCOPE_ITEM_ALL;
      break;
    case IJK_ITEMS_NL:
    case IJK_ITEMS_CLUSTER:
    case IJK_ITEMS_UNIT:
    case IJK_ITEMS_MEASURE:
    case IJK_ITEMS_CELL:
    case IJK_N_ITEMS:
      break;
    }
  return ijk_indicator_value (ijk_indicator_find (lines[line].items, lines[line].id), result, item,
                              year);
}

static gboolean
is_money (guint line)
{
  return line == LINE_LEVY || line == LINE_SECTOR_LEVY || line == LINE_NATION_LEVY;
}

static void
show_line (IjkCompanyEffect *self,
           guint             line,
           double            before,
           double            after)
{
  const double values[2] = { before, after };
  const guint n_decimals = is_money (line) || line == LINE_RIGHT_PRICE ? 2 : 1;
  g_autofree char *change = ijk_quantity_change (after - before, n_decimals);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = is_money (line)             ? ijk_quantity_money (values[i])
                              : line == LINE_RIGHT_PRICE ? ijk_quantity_rate (values[i])
                                                         : ijk_quantity_kt (values[i]);

      gtk_label_set_label (self->values[line][i], text);
    }
  gtk_label_set_label (self->values[line][2], change);
}

void
ijk_company_effect_show (IjkCompanyEffect *self,
                         const IjkResult  *result,
                         guint             company,
                         int               year)
{
  const IjkReference *reference = result->reference;
  g_autoptr (IjkScenario) without = NULL;
  const IjkResult *before;
  guint sector;
  g_autofree char *title = NULL;

  g_return_if_fail (IJK_IS_COMPANY_EFFECT (self));

  self->before_meur = self->after_meur = NAN;
  if (company != IJK_NONE)
    without = leave_out (result->scenario, company);
  gtk_widget_set_visible (GTK_WIDGET (self), without != NULL);
  if (without == NULL)
    return;
  if (self->reference != reference)
    {
      g_clear_pointer (&self->workspace, ijk_workspace_free);
      g_clear_pointer (&self->reference, ijk_reference_unref);
      self->reference = ijk_reference_ref (reference);
      self->workspace = ijk_workspace_new (reference);
    }
  sector = reference->units[reference->companies[company].units[0]].sector;
  before = ijk_run (reference, without, self->workspace);
  for (guint line = 0; line < N_LINES; line++)
    show_line (self, line, find_value (before, line, company, sector, year),
               find_value (result, line, company, sector, year));
  self->before_meur = find_value (before, LINE_LEVY, company, sector, year);
  self->after_meur = find_value (result, LINE_LEVY, company, sector, year);
  /* Translators: title of a table; %d is a year. */
  title = g_strdup_printf (_("What its own levers change in %d"), year);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

double
ijk_company_effect_get_before_meur (IjkCompanyEffect *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_EFFECT (self), NAN);

  return self->before_meur;
}

double
ijk_company_effect_get_after_meur (IjkCompanyEffect *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_EFFECT (self), NAN);

  return self->after_meur;
}

static void
ijk_company_effect_dispose (GObject *object)
{
  IjkCompanyEffect *self = IJK_COMPANY_EFFECT (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->workspace, ijk_workspace_free);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  G_OBJECT_CLASS (ijk_company_effect_parent_class)->dispose (object);
}

static void
ijk_company_effect_class_init (IjkCompanyEffectClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_effect_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companyeffect");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
attach (GtkWidget  *grid,
        const char *text,
        int         column,
        int         row,
        const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, "numeric");
  if (column == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static void
ijk_company_effect_init (IjkCompanyEffect *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *grid = gtk_grid_new ();
  const char *const names[N_LINES] = {
    [LINE_LEVY] = _("Net levy of the company"),
    [LINE_EMISSIONS] = _("Its emissions"),
    [LINE_SECTOR_EMISSIONS] = _("Emissions of the sector"),
    [LINE_SECTOR_LEVY] = _("Net levy of the sector"),
    [LINE_NATION_EMISSIONS] = _("Emissions of all installations"),
    [LINE_NATION_LEVY] = _("Net levy of all installations"),
    [LINE_RIGHT_PRICE] = _("Price of a right"),
  };

  self->before_meur = self->after_meur = NAN;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "figure-title");
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  attach (grid, _("without"), 1, 0, "company-caption");
  attach (grid, _("with"), 2, 0, "company-caption");
  attach (grid, _("change"), 3, 0, "company-caption");
  for (guint line = 0; line < N_LINES; line++)
    {
      attach (grid, names[line], 0, (int) line + 1, NULL);
      for (guint i = 0; i < 3; i++)
        self->values[line][i]
            = attach (grid, NULL, (int) i + 1, (int) line + 1, i == 1 ? "company-after" : NULL);
    }
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ijk_company_effect_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_EFFECT, NULL);
}

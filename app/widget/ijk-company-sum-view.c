/* The sum of a levy: factors with names and chips, the product in words, and installations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-sum-view.h"

#include <glib/gi18n.h>

#include "ijk-company-bill.h"
#include "ijk-quantity.h"
#include "ijk-why-door.h"
#include "ijk-widget.h"

#define TEXT_CHARS 50
#define NAME_CHARS 18
#define TITLE_CHARS 10

typedef struct
{
  GtkWidget *box;
  GtkWidget *before;  /* sign or bracket */
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *caption;
  GtkWidget *chip;
  GtkWidget *after;   /* (nullable) */
} Factor;

struct _IjkCompanySumView
{
  GtkWidget parent_instance;

  char *text;             /* (owned) */
  const IjkResult *result; /* (owned) (nullable) of what is shown: the explanation is made when asked */
  guint unit;             /* its first installation */
  int year;
  GtkWidget *why;         /* GtkButton */
  GtkWidget *title;
  GtkWidget *line;
  Factor factors[IJK_N_BILL_FACTORS];
  GtkWidget *product;
  GtkWidget *note;
  GtkWidget *table;         /* scrolls the installations */
  GtkWidget *installations; /* GtkGrid */
  guint n_installations;
};

G_DEFINE_FINAL_TYPE (IjkCompanySumView, ijk_company_sum_view, GTK_TYPE_WIDGET)

/* ---- the line of factors ---- */

static GtkWidget *
add_sign (IjkCompanySumView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "company-sign");
  gtk_box_append (GTK_BOX (self->line), label);
  return label;
}

static void
make_factor (IjkCompanySumView *self,
             IjkBillFactor           id)
{
  Factor *factor = &self->factors[id];
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  factor->before = add_sign (self);
  factor->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  factor->value = GTK_LABEL (gtk_label_new (NULL));
  factor->unit = GTK_LABEL (gtk_label_new (NULL));
  factor->caption = GTK_LABEL (gtk_label_new (NULL));
  factor->chip = gtk_label_new (NULL);
  factor->after = add_sign (self);
  gtk_widget_add_css_class (GTK_WIDGET (factor->value), "company-factor");
  gtk_widget_add_css_class (GTK_WIDGET (factor->value), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (factor->unit), "unit");
  gtk_widget_add_css_class (GTK_WIDGET (factor->caption), "company-caption");
  gtk_widget_add_css_class (factor->chip, "chip");
  gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (factor->unit), GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (factor->value), GTK_ALIGN_BASELINE);
  gtk_widget_set_halign (factor->chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (factor->value));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (factor->unit));
  gtk_box_append (GTK_BOX (factor->box), head);
  gtk_box_append (GTK_BOX (factor->box), GTK_WIDGET (factor->caption));
  gtk_box_append (GTK_BOX (factor->box), factor->chip);
  gtk_box_insert_child_after (GTK_BOX (self->line), factor->box, factor->before);
}

static void
show_factor (IjkCompanySumView *self,
             IjkBillFactor           id,
             gboolean           is_seen,
             double             value,
             const char        *caption,
             IjkKnown              known)
{
  Factor *factor = &self->factors[id];
  const gboolean is_rate = id == IJK_BILL_RATE || id == IJK_BILL_ETS;
  const char *unit = ijk_quantity_unit (is_rate ? "EUR/t" : "kt");
  g_autofree char *number = ijk_quantity_number (value, is_rate ? 2 : 0);

  gtk_widget_set_visible (factor->box, is_seen);
  gtk_widget_set_visible (factor->before, is_seen);
  gtk_widget_set_visible (factor->after, is_seen);
  gtk_label_set_label (factor->value, number);
  gtk_label_set_label (factor->unit, unit);
  gtk_label_set_label (factor->caption, caption);
  gtk_label_set_label (GTK_LABEL (factor->chip), ijk_known_name (known));
  ijk_widget_set_class (factor->chip, "assumption", known == IJK_KNOWN_ASSUMED);
  ijk_widget_set_class (factor->chip, "sourced",
                        known == IJK_KNOWN_SOURCED || known == IJK_KNOWN_REGISTRY);
}

static void
set_signs (Factor     *factor,
           const char *before,
           const char *after)
{
  gtk_label_set_label (GTK_LABEL (factor->before), before);
  gtk_label_set_label (GTK_LABEL (factor->after), after);
  gtk_widget_set_visible (factor->before, *before != '\0' && gtk_widget_get_visible (factor->box));
  gtk_widget_set_visible (factor->after, *after != '\0' && gtk_widget_get_visible (factor->box));
}

static void
show_factors (IjkCompanySumView *self,
              const IjkResult   *result,
              guint              unit,
              const IjkBill        *bill,
              int                year)
{
  const IjkUnitLevy *levy = &bill->sum;
  const IjkUnitLevy *rates = &bill->of_kind[bill->kind];
  const gboolean is_one = bill->n_levied == 1;
  const gboolean is_long = !(levy->taxed_kt > IJK_BILL_TINY_KT);
  const gboolean has_rates = !is_long;
  const gboolean has_deduction = has_rates && bill->kind == IJK_KIND_ETS;
  const gboolean has_bought = is_one && !is_long && levy->bought_kt > IJK_BILL_TINY_KT;
#define KNOWN(id) ijk_bill_known (result, id, unit, bill->kind, year)

  show_factor (self, IJK_BILL_LOAD, is_one || is_long, levy->load_kt,
               levy->load_kt < levy->emissions_kt - IJK_BILL_TINY_KT ? _("levied emissions")
                                                                     : _("emissions"),
               KNOWN (IJK_BILL_LOAD));
  show_factor (self, IJK_BILL_RIGHTS, is_one || is_long, levy->rights_kt, _("rights"),
               KNOWN (IJK_BILL_RIGHTS));
  show_factor (self, IJK_BILL_BOUGHT, has_bought, levy->bought_kt, _("rights bought"),
               KNOWN (IJK_BILL_BOUGHT));
  show_factor (self, IJK_BILL_TAXED, !is_one && !is_long, levy->taxed_kt, _("above rights"),
               KNOWN (IJK_BILL_TAXED));
  show_factor (self, IJK_BILL_RATE, has_rates, rates->gross_rate_eur_per_t, _("rate"),
               KNOWN (IJK_BILL_RATE));
  show_factor (self, IJK_BILL_ETS, has_deduction, rates->deducted_eur_per_t, _("ETS price"),
               KNOWN (IJK_BILL_ETS));
#undef KNOWN
  set_signs (&self->factors[IJK_BILL_LOAD], has_rates ? "(" : "", "−");
  set_signs (&self->factors[IJK_BILL_RIGHTS], "", has_bought ? "−" : has_rates ? ")" : "");
  set_signs (&self->factors[IJK_BILL_BOUGHT], "", ")");
  set_signs (&self->factors[IJK_BILL_TAXED], "", "");
  set_signs (&self->factors[IJK_BILL_RATE], has_deduction ? "× (" : "×", has_deduction ? "−" : "");
  set_signs (&self->factors[IJK_BILL_ETS], "", ")");
}

/* ---- installations ---- */

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  if (column == 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_tooltip_text (label, text);
    }
  else if (row == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
      gtk_label_set_yalign (GTK_LABEL (label), 1);
    }
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
show_installations (IjkCompanySumView *self,
                    const IjkResult   *result,
                    const guint       *units,
                    guint              n_units,
                    guint              t)
{
  GtkGrid *grid = GTK_GRID (self->installations);
  const char *const titles[]
      = { _("Installation"), _("Levied, kt"), _("Rights, kt"), _("Bought, kt"), _("Levy, € million") };

  while (self->n_installations > 0)
    gtk_grid_remove_row (grid, (int) --self->n_installations);
  gtk_widget_set_visible (self->table, n_units > 1);
  if (n_units < 2)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    attach (grid, titles[i], (int) i, 0, "company-caption");
  for (guint i = 0; i < n_units; i++)
    {
      IjkUnitLevy levy;
      const int row = (int) i + 1;
      g_autofree char *load = NULL;
      g_autofree char *rights = NULL;
      g_autofree char *bought = NULL;
      g_autofree char *due = NULL;

      ijk_unit_levy (result, units[i], t, &levy);
      load = ijk_quantity_number (levy.load_kt, 0);
      rights = ijk_quantity_number (levy.rights_kt, 0);
      bought = ijk_quantity_number (levy.bought_kt, 0);
      due = ijk_quantity_number (levy.levy_meur, 2);
      attach (grid, result->reference->units[units[i]].name, 0, row, NULL);
      attach (grid, load, 1, row, NULL);
      attach (grid, rights, 2, row, NULL);
      attach (grid, bought, 3, row, NULL);
      attach (grid, due, 4, row, NULL);
    }
  self->n_installations = n_units + 1;
}

void
ijk_company_sum_view_show (IjkCompanySumView *self,
                           const IjkResult   *result,
                           const guint       *units,
                           guint              n_units,
                           int                year)
{
  const guint t = IJK_YEAR_INDEX (year);
  guint shown = IJK_NONE;
  IjkBill bill;
  g_autofree char *amount = NULL;
  g_autofree char *title = NULL;
  g_autofree char *product = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (IJK_IS_COMPANY_SUM_VIEW (self) && n_units > 0);

  g_clear_pointer (&self->result, ijk_result_unref);
  self->result = ijk_result_ref (result);
  self->unit = units[0];
  self->year = year;
  bill = ijk_bill_add_up (result, units, n_units, t);
  gtk_widget_set_visible (self->why, bill.n_levied > 0);
  for (guint i = 0; i < n_units && shown == IJK_NONE; i++)
    if (result->reference->units[units[i]].kind == bill.kind)
      shown = units[i];
  gtk_widget_set_visible (self->line, bill.n_levied > 0);
  gtk_widget_set_visible (self->product, bill.n_levied > 0);
  if (bill.n_levied == 0)
    {
      gtk_label_set_label (GTK_LABEL (self->title), _("Not under the levy"));
      gtk_label_set_label (GTK_LABEL (self->note),
                           _("The rest of a sector, without installations of its own in the registry, "
                             "is not levied."));
      gtk_widget_set_visible (self->table, FALSE);
      return;
    }
  amount = ijk_quantity_money (bill.sum.levy_meur);
  /* Translators: title of a sum: %1$s is an amount of money, %2$d a year. */
  title = g_strdup_printf (_("Why %1$s in %2$d?"), amount, year);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  show_factors (self, result, shown != IJK_NONE ? shown : units[0], &bill, year);
  product = ijk_bill_write_product (&bill);
  note = ijk_bill_write_note (&bill);
  gtk_label_set_label (GTK_LABEL (self->product), product);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  show_installations (self, result, units, n_units, t);
  g_free (self->text);
  self->text = g_strdup_printf ("%s\n%s\n%s", title, product, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, product, -1);
}

const char *
ijk_company_sum_view_get_text (IjkCompanySumView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_SUM_VIEW (self), NULL);

  return self->text;
}

/* ---- why, down to the statute ---- */

/* What can be asked: all numbers of the company, of which the levy is meant. */
static GPtrArray *
list_cb (GtkWidget              *widget,
         const graphene_point_t *point,
         guint                  *selected)
{
  IjkCompanySumView *self = IJK_COMPANY_SUM_VIEW (widget);
  guint company;

  (void) point;
  (void) selected;
  if (self->result == NULL)
    return NULL;
  company = self->result->reference->units[self->unit].company;
  return ijk_why_door_list_numbers (company != IJK_NONE ? IJK_ITEMS_COMPANY : IJK_ITEMS_UNIT,
                                    company != IJK_NONE ? company : self->unit, self->year);
}

static void
copy_cb (IjkCompanySumView *self)
{
  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
ijk_company_sum_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ijk_company_sum_view_parent_class)->dispose (object);
}

static void
ijk_company_sum_view_finalize (GObject *object)
{
  g_free (IJK_COMPANY_SUM_VIEW (object)->text);
  g_clear_pointer (&IJK_COMPANY_SUM_VIEW (object)->result, ijk_result_unref);
  G_OBJECT_CLASS (ijk_company_sum_view_parent_class)->finalize (object);
}

static void
ijk_company_sum_view_class_init (IjkCompanySumViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_sum_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ijk_company_sum_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companysum");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (IjkCompanySumView *self,
           const char        *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* Beside the title: copy, and why. */
static void
add_tools (IjkCompanySumView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *copy = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  self->why = gtk_button_new_with_label (_("Why"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why), "why.ask");
  ijk_why_door_add (GTK_WIDGET (self), list_cb, NULL);
  gtk_widget_set_tooltip_text (self->why, _("The sum down to statute, registry and assumptions"));
  gtk_widget_set_tooltip_text (copy, _("Copy the sum as text"));
  gtk_widget_add_css_class (self->why, "flat");
  gtk_widget_add_css_class (copy, "flat");
  gtk_widget_add_css_class (copy, "figure-tool");
  g_signal_connect_object (copy, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  g_object_ref (self->title);
  gtk_widget_unparent (self->title);
  gtk_box_append (GTK_BOX (head), self->title);
  g_object_unref (self->title);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (head), copy);
  gtk_box_append (GTK_BOX (head), self->why);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

/* A sum and a table can be scrolled sideways where they have no room. */
static GtkWidget *
add_scroller (IjkCompanySumView *self,
              GtkWidget         *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  return scroller;
}

static void
ijk_company_sum_view_init (IjkCompanySumView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  self->title = add_label (self, "figure-title");
  add_tools (self);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  add_scroller (self, self->line);
  for (guint i = 0; i < IJK_N_BILL_FACTORS; i++)
    make_factor (self, (IjkBillFactor) i);
  self->product = add_label (self, "company-product");
  self->note = add_label (self, "company-note");
  self->installations = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->installations), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->installations), 4);
  self->table = add_scroller (self, self->installations);
}

GtkWidget *
ijk_company_sum_view_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_SUM_VIEW, NULL);
}

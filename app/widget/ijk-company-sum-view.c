/* The sum of a levy: factors with names and chips, the product in words, and installations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-sum-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-explanation.h"
#include "ijk-quantity.h"

/* kt; less is the rounding of a sum. */
#define TINY_KT 1e-9

#define TEXT_CHARS 50
#define NAME_CHARS 18
#define TITLE_CHARS 10
#define WHY_WIDTH_PX 460
#define WHY_HEIGHT_PX 420

/* The sum, what it is made of, and where that comes from. */
#define EXPLANATION_DEPTH 3

typedef enum
{
  FACTOR_LOAD,
  FACTOR_RIGHTS,
  FACTOR_BOUGHT,
  FACTOR_TAXED,
  FACTOR_RATE,
  FACTOR_ETS,
  N_FACTORS,
} FactorId;

/* How well a factor is known. */
typedef enum
{
  KNOWN_REGISTRY,
  KNOWN_SOURCED,
  KNOWN_DERIVED,
  KNOWN_ASSUMED,
  KNOWN_LEVER,
  KNOWN_MODEL,
} Known;

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
  GtkWidget *why;         /* GtkMenuButton */
  GtkWidget *title;
  GtkWidget *line;
  Factor factors[N_FACTORS];
  GtkWidget *product;
  GtkWidget *note;
  GtkWidget *installations; /* GtkGrid */
  guint n_installations;
};

G_DEFINE_FINAL_TYPE (IjkCompanySumView, ijk_company_sum_view, GTK_TYPE_WIDGET)

/* What a company pays, by kind of installation. */
typedef struct
{
  guint n_levied;
  IjkUnitLevy sum;             /* of amounts */
  IjkUnitLevy of_kind[IJK_N_KINDS];
  IjkUnitKind kind;            /* of the first with levy due, else of the first */
} Bill;

static Bill
add_up (const IjkResult *result,
        const guint     *units,
        guint            n_units,
        guint            t)
{
  Bill bill = { .kind = IJK_KIND_REST };

  for (guint i = 0; i < n_units; i++)
    {
      const IjkUnitKind kind = result->reference->units[units[i]].kind;
      IjkUnitLevy levy;
      IjkUnitLevy *sums[2] = { &bill.sum, &bill.of_kind[kind] };

      if (kind == IJK_KIND_REST)
        continue;
      ijk_unit_levy (result, units[i], t, &levy);
      if (bill.n_levied++ == 0 || (levy.taxed_kt > TINY_KT && !(bill.of_kind[bill.kind].taxed_kt > TINY_KT)))
        bill.kind = kind;
      bill.of_kind[kind].gross_rate_eur_per_t = levy.gross_rate_eur_per_t;
      bill.of_kind[kind].deducted_eur_per_t = levy.deducted_eur_per_t;
      bill.of_kind[kind].rate_eur_per_t = levy.rate_eur_per_t;
      bill.sum.minimum_rate_eur_per_t = levy.minimum_rate_eur_per_t;
      for (guint k = 0; k < G_N_ELEMENTS (sums); k++)
        {
          sums[k]->emissions_kt += levy.emissions_kt;
          sums[k]->load_kt += levy.load_kt;
          sums[k]->rights_kt += levy.rights_kt;
          sums[k]->bought_kt += levy.bought_kt;
          sums[k]->sold_kt += levy.sold_kt;
          sums[k]->taxed_kt += levy.taxed_kt;
          sums[k]->covered_kt += levy.covered_kt;
          sums[k]->levy_meur += levy.levy_meur;
          sums[k]->credit_meur += levy.credit_meur;
          sums[k]->net_levy_meur += levy.net_levy_meur;
        }
    }
  return bill;
}

/* ---- how well a factor is known ---- */

static gboolean
is_lever_set (const IjkScenario *scenario,
              IjkLeverId         lever,
              guint              sector,
              guint              company)
{
  for (const IjkScenario *s = scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        if (settings[i].key.lever == lever
            && (settings[i].key.scope == IJK_SCOPE_NATIONAL
                || (settings[i].key.scope == IJK_SCOPE_SECTOR && settings[i].key.target == sector)
                || (settings[i].key.scope == IJK_SCOPE_COMPANY
                    && settings[i].key.target == company)))
          return TRUE;
    }
  return FALSE;
}

static Known
known_of_status (IjkStatus status)
{
  switch (status)
    {
    case IJK_STATUS_SOURCED:
      return KNOWN_SOURCED;
    case IJK_STATUS_DERIVED:
      return KNOWN_DERIVED;
    case IJK_STATUS_ASSUMPTION:
    case IJK_N_STATUSES:
      break;
    }
  return KNOWN_ASSUMED;
}

/* The status of the last published point up to the year, or of the first. */
static Known
known_of_series (const IjkReference *reference,
                 IjkSeriesId         id,
                 guint               variant,
                 int                 year)
{
  const IjkSeries *series = &reference->series[id][variant];
  guint found = 0;

  if (series->n_points == 0)
    return KNOWN_ASSUMED;
  for (guint i = 0; i < series->n_points; i++)
    if (series->points[i].year <= year)
      found = i;
  return known_of_status (series->points[found].provenance.status);
}

static Known
known_of_factor (const IjkResult *result,
                 FactorId         id,
                 guint            unit,
                 IjkUnitKind      kind,
                 int              year)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const IjkScenario *scenario = result->scenario;
  const guint regime = ijk_scenario_choice (scenario, IJK_LEVER_REGIME);
  const gboolean is_incinerator = kind == IJK_KIND_INCINERATOR;

  switch (id)
    {
    case FACTOR_LOAD:
      return year <= u->last_year ? KNOWN_REGISTRY : KNOWN_MODEL;
    case FACTOR_RIGHTS:
      return is_lever_set (scenario, IJK_LEVER_REDUCTION_FACTOR, u->sector, u->company)
                     || is_lever_set (scenario, IJK_LEVER_BENCHMARK_SCALE, u->sector, u->company)
                 ? KNOWN_LEVER
                 : KNOWN_DERIVED;
    case FACTOR_BOUGHT:
    case FACTOR_TAXED:
      return KNOWN_MODEL;
    case FACTOR_RATE:
      if (is_lever_set (scenario, is_incinerator ? IJK_LEVER_INCINERATOR_RATE : IJK_LEVER_RATE,
                        IJK_NONE, IJK_NONE)
          || regime != reference->levers[IJK_LEVER_REGIME].default_choice)
        return KNOWN_LEVER;
      return known_of_series (reference,
                              is_incinerator ? IJK_SERIES_INCINERATOR_RATE : IJK_SERIES_LEVY_RATE,
                              regime, year);
    case FACTOR_ETS:
      if (is_lever_set (scenario, IJK_LEVER_ETS_PRICE, IJK_NONE, IJK_NONE)
          || is_lever_set (scenario, IJK_LEVER_ETS_SCALE, IJK_NONE, IJK_NONE)
          || is_lever_set (scenario, IJK_LEVER_REF_PREMIUM, IJK_NONE, IJK_NONE))
        return KNOWN_LEVER;
      return known_of_series (reference, IJK_SERIES_ETS_PRICE, IJK_VARIANT_CENTRAL, year);
    case N_FACTORS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
name_of_known (Known known)
{
  switch (known)
    {
    case KNOWN_REGISTRY:
      return _("registry");
    case KNOWN_SOURCED:
      return _("sourced");
    case KNOWN_DERIVED:
      return _("derived");
    case KNOWN_ASSUMED:
      return _("assumption");
    case KNOWN_LEVER:
      return _("your lever");
    case KNOWN_MODEL:
      return _("model");
    }
  g_assert_not_reached ();
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

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
             FactorId           id)
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
             FactorId           id,
             gboolean           is_seen,
             double             value,
             const char        *caption,
             Known              known)
{
  Factor *factor = &self->factors[id];
  const gboolean is_rate = id == FACTOR_RATE || id == FACTOR_ETS;
  const char *unit = ijk_quantity_unit (is_rate ? "EUR/t" : "kt");
  g_autofree char *number = ijk_quantity_number (value, is_rate ? 2 : 0);

  gtk_widget_set_visible (factor->box, is_seen);
  gtk_widget_set_visible (factor->before, is_seen);
  gtk_widget_set_visible (factor->after, is_seen);
  gtk_label_set_label (factor->value, number);
  gtk_label_set_label (factor->unit, unit);
  gtk_label_set_label (factor->caption, caption);
  gtk_label_set_label (GTK_LABEL (factor->chip), name_of_known (known));
  set_class (factor->chip, "assumption", known == KNOWN_ASSUMED);
  set_class (factor->chip, "sourced", known == KNOWN_SOURCED || known == KNOWN_REGISTRY);
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
              const Bill        *bill,
              int                year)
{
  const IjkUnitLevy *levy = &bill->sum;
  const IjkUnitLevy *rates = &bill->of_kind[bill->kind];
  const gboolean is_one = bill->n_levied == 1;
  const gboolean is_long = !(levy->taxed_kt > TINY_KT);
  const gboolean has_rates = !is_long;
  const gboolean has_deduction = has_rates && bill->kind == IJK_KIND_ETS;
  const gboolean has_bought = is_one && !is_long && levy->bought_kt > TINY_KT;
#define KNOWN(id) known_of_factor (result, id, unit, bill->kind, year)

  show_factor (self, FACTOR_LOAD, is_one || is_long, levy->load_kt,
               levy->load_kt < levy->emissions_kt - TINY_KT ? _("levied emissions") : _("emissions"),
               KNOWN (FACTOR_LOAD));
  show_factor (self, FACTOR_RIGHTS, is_one || is_long, levy->rights_kt, _("rights"),
               KNOWN (FACTOR_RIGHTS));
  show_factor (self, FACTOR_BOUGHT, has_bought, levy->bought_kt, _("rights bought"),
               KNOWN (FACTOR_BOUGHT));
  show_factor (self, FACTOR_TAXED, !is_one && !is_long, levy->taxed_kt, _("above rights"),
               KNOWN (FACTOR_TAXED));
  show_factor (self, FACTOR_RATE, has_rates, rates->gross_rate_eur_per_t, _("rate"),
               KNOWN (FACTOR_RATE));
  show_factor (self, FACTOR_ETS, has_deduction, rates->deducted_eur_per_t, _("ETS price"),
               KNOWN (FACTOR_ETS));
#undef KNOWN
  set_signs (&self->factors[FACTOR_LOAD], has_rates ? "(" : "", "−");
  set_signs (&self->factors[FACTOR_RIGHTS], "", has_bought ? "−" : has_rates ? ")" : "");
  set_signs (&self->factors[FACTOR_BOUGHT], "", ")");
  set_signs (&self->factors[FACTOR_TAXED], "", "");
  set_signs (&self->factors[FACTOR_RATE], has_deduction ? "× (" : "×", has_deduction ? "−" : "");
  set_signs (&self->factors[FACTOR_ETS], "", ")");
}

/* ---- the product in words ---- */

static void
append_product (GString *text,
                double   kt,
                double   rate_eur_per_t)
{
  g_autofree char *amount = ijk_quantity_number (kt, 1);
  g_autofree char *rate = ijk_quantity_rate (rate_eur_per_t);
  /* Translators: a product in a sum: "250 kt × 33.20 €/t". */
  g_autofree char *product = g_strdup_printf (_("%1$s kt × %2$s"), amount, rate);

  if (text->len > 0)
    g_string_append (text, " + ");
  g_string_append (text, product);
}

/* "250 kt × 33.20 €/t", one for each rate, joined by plus signs. */
static char *
write_products (const Bill *bill)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
    if (bill->of_kind[k].taxed_kt > TINY_KT)
      append_product (text, bill->of_kind[k].taxed_kt, bill->of_kind[k].rate_eur_per_t);
  if (bill->sum.minimum_rate_eur_per_t > 0)
    append_product (text, bill->sum.covered_kt, bill->sum.minimum_rate_eur_per_t);
  return g_strdup (text->str);
}

static char *
write_product (const Bill *bill)
{
  g_autofree char *products = write_products (bill);
  g_autofree char *levy = ijk_quantity_money (bill->sum.levy_meur);
  g_autofree char *spare = NULL;

  if (*products != '\0')
    /* Translators: a sum and what it comes to: "250 kt × 33.20 €/t = €8.30 million". */
    return g_strdup_printf (_("%1$s = %2$s"), products, levy);
  spare = ijk_quantity_kt (bill->sum.rights_kt - bill->sum.load_kt);
  /* Translators: %s is an amount (154 kt). */
  return g_strdup_printf (_("%s of rights to spare: no levy is due."), spare);
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
write_note (const Bill *bill)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const IjkUnitLevy *rates = &bill->of_kind[bill->kind];

  if (bill->n_levied == 1 && bill->sum.load_kt < bill->sum.emissions_kt - TINY_KT)
    {
      g_autofree char *emissions = ijk_quantity_kt (bill->sum.emissions_kt);
      g_autofree char *share = ijk_quantity_share (bill->sum.load_kt / bill->sum.emissions_kt);

      /* Translators: %1$s is a percentage, %2$s an amount (5,957 kt). */
      append_sentence (text, g_strdup_printf (_("Levied is %1$s of the emissions, %2$s."),
                                              share, emissions));
    }
  if (bill->sum.taxed_kt > TINY_KT
      && rates->rate_eur_per_t
             > rates->gross_rate_eur_per_t - rates->deducted_eur_per_t + 1e-9)
    append_sentence (text, g_strdup (_("The rate less the ETS price lies below the minimum rate, so "
                                       "the minimum holds.")));
  if (bill->sum.sold_kt > TINY_KT)
    {
      g_autofree char *sold = ijk_quantity_kt (bill->sum.sold_kt);

      /* Translators: %s is an amount (154 kt). */
      append_sentence (text, g_strdup_printf (_("Rights for %s are sold to others."), sold));
    }
  if (bill->sum.credit_meur > 0)
    {
      g_autofree char *credit = ijk_quantity_money (bill->sum.credit_meur);
      g_autofree char *net = ijk_quantity_money (bill->sum.net_levy_meur);

      /* Translators: %1$s and %2$s are amounts of money. */
      append_sentence (text, g_strdup_printf (_("Rights left over pay back %1$s of earlier years "
                                                "(carry-back), which leaves %2$s."),
                                              credit, net));
    }
  append_sentence (text, g_strdup (_("By the Wet belastingen op milieugrondslag, chapter VIB.")));
  return g_strdup (text->str);
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
  gtk_widget_set_visible (self->installations, n_units > 1);
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
  Bill bill;
  g_autofree char *amount = NULL;
  g_autofree char *title = NULL;
  g_autofree char *product = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (IJK_IS_COMPANY_SUM_VIEW (self) && n_units > 0);

  g_clear_pointer (&self->result, ijk_result_unref);
  self->result = ijk_result_ref (result);
  self->unit = units[0];
  self->year = year;
  bill = add_up (result, units, n_units, t);
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
      gtk_widget_set_visible (self->installations, FALSE);
      return;
    }
  amount = ijk_quantity_money (bill.sum.levy_meur);
  /* Translators: title of a sum: %1$s is an amount of money, %2$d a year. */
  title = g_strdup_printf (_("Why %1$s in %2$d?"), amount, year);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  show_factors (self, result, shown != IJK_NONE ? shown : units[0], &bill, year);
  product = write_product (&bill);
  note = write_note (&bill);
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

static char *
write_explanation (IjkCompanySumView *self)
{
  const guint company = self->result->reference->units[self->unit].company;
  const IjkItems items = company != IJK_NONE ? IJK_ITEMS_COMPANY : IJK_ITEMS_UNIT;
  g_autoptr (IjkExplanation) explanation
      = ijk_explain (self->result, ijk_indicator_find (items, "levy"),
                     company != IJK_NONE ? company : self->unit, self->year);

  return ijk_explanation_write (explanation, EXPLANATION_DEPTH);
}

/* Made when it is opened: most sums are never asked about. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  IjkCompanySumView *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *text = self->result != NULL ? write_explanation (self) : g_strdup ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "company-why");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, WHY_WIDTH_PX, WHY_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
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

  self->why = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->why), _("Why"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->why), create_popover_cb, self, NULL);
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

static void
ijk_company_sum_view_init (IjkCompanySumView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  self->title = add_label (self, "figure-title");
  add_tools (self);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->line);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  for (guint i = 0; i < N_FACTORS; i++)
    make_factor (self, (FactorId) i);
  self->product = add_label (self, "company-product");
  self->note = add_label (self, "company-note");
  self->installations = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->installations), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->installations), 4);
  gtk_widget_set_parent (self->installations, GTK_WIDGET (self));
}

GtkWidget *
ijk_company_sum_view_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_SUM_VIEW, NULL);
}

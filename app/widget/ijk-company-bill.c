/* Adding up a bill, and its words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-bill.h"

#include <glib/gi18n.h>

#include "ijk-quantity.h"

IjkBill
ijk_bill_add_up (const IjkResult *result,
                 const guint     *units,
                 guint            n_units,
                 guint            t)
{
  IjkBill bill = { .kind = IJK_KIND_REST };

  for (guint i = 0; i < n_units; i++)
    {
      const IjkUnitKind kind = result->reference->units[units[i]].kind;
      IjkUnitLevy levy;
      IjkUnitLevy *sums[2] = { &bill.sum, &bill.of_kind[kind] };

      if (kind == IJK_KIND_REST)
        continue;
      ijk_unit_levy (result, units[i], t, &levy);
      if (bill.n_levied++ == 0
          || (levy.taxed_kt > IJK_BILL_TINY_KT
              && !(bill.of_kind[bill.kind].taxed_kt > IJK_BILL_TINY_KT)))
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

static IjkKnown
known_of_status (IjkStatus status)
{
  switch (status)
    {
    case IJK_STATUS_SOURCED:
      return IJK_KNOWN_SOURCED;
    case IJK_STATUS_DERIVED:
      return IJK_KNOWN_DERIVED;
    case IJK_STATUS_ASSUMPTION:
    case IJK_N_STATUSES:
      break;
    }
  return IJK_KNOWN_ASSUMED;
}

/* The status of the last published point up to the year, or of the first. */
static IjkKnown
known_of_series (const IjkReference *reference,
                 IjkSeriesId         id,
                 guint               variant,
                 int                 year)
{
  const IjkSeries *series = &reference->series[id][variant];
  guint found = 0;

  if (series->n_points == 0)
    return IJK_KNOWN_ASSUMED;
  for (guint i = 0; i < series->n_points; i++)
    if (series->points[i].year <= year)
      found = i;
  return known_of_status (series->points[found].provenance.status);
}

IjkKnown
ijk_bill_known (const IjkResult *result,
                IjkBillFactor    id,
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
    case IJK_BILL_LOAD:
      return year <= u->last_year ? IJK_KNOWN_REGISTRY : IJK_KNOWN_MODEL;
    case IJK_BILL_RIGHTS:
      return is_lever_set (scenario, IJK_LEVER_REDUCTION_FACTOR, u->sector, u->company)
                     || is_lever_set (scenario, IJK_LEVER_BENCHMARK_SCALE, u->sector, u->company)
                 ? IJK_KNOWN_LEVER
                 : IJK_KNOWN_DERIVED;
    case IJK_BILL_BOUGHT:
    case IJK_BILL_TAXED:
      return IJK_KNOWN_MODEL;
    case IJK_BILL_RATE:
      if (is_lever_set (scenario, is_incinerator ? IJK_LEVER_INCINERATOR_RATE : IJK_LEVER_RATE,
                        IJK_NONE, IJK_NONE)
          || regime != reference->levers[IJK_LEVER_REGIME].default_choice)
        return IJK_KNOWN_LEVER;
      return known_of_series (reference,
                              is_incinerator ? IJK_SERIES_INCINERATOR_RATE : IJK_SERIES_LEVY_RATE,
                              regime, year);
    case IJK_BILL_ETS:
      if (is_lever_set (scenario, IJK_LEVER_ETS_PRICE, IJK_NONE, IJK_NONE)
          || is_lever_set (scenario, IJK_LEVER_ETS_SCALE, IJK_NONE, IJK_NONE)
          || is_lever_set (scenario, IJK_LEVER_REF_PREMIUM, IJK_NONE, IJK_NONE))
        return IJK_KNOWN_LEVER;
      return known_of_series (reference, IJK_SERIES_ETS_PRICE, IJK_VARIANT_CENTRAL, year);
    case IJK_N_BILL_FACTORS:
      break;
    }
  g_assert_not_reached ();
}

const char *
ijk_known_name (IjkKnown known)
{
  switch (known)
    {
    case IJK_KNOWN_REGISTRY:
      return _("registry");
    case IJK_KNOWN_SOURCED:
      return _("sourced");
    case IJK_KNOWN_DERIVED:
      return _("derived");
    case IJK_KNOWN_ASSUMED:
      return _("assumption");
    case IJK_KNOWN_LEVER:
      return _("your lever");
    case IJK_KNOWN_MODEL:
      return _("model");
    }
  g_assert_not_reached ();
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
write_products (const IjkBill *bill)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
    if (bill->of_kind[k].taxed_kt > IJK_BILL_TINY_KT)
      append_product (text, bill->of_kind[k].taxed_kt, bill->of_kind[k].rate_eur_per_t);
  if (bill->sum.minimum_rate_eur_per_t > 0)
    append_product (text, bill->sum.covered_kt, bill->sum.minimum_rate_eur_per_t);
  return g_strdup (text->str);
}

char *
ijk_bill_write_product (const IjkBill *bill)
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

char *
ijk_bill_write_note (const IjkBill *bill)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const IjkUnitLevy *rates = &bill->of_kind[bill->kind];

  if (bill->n_levied == 1 && bill->sum.load_kt < bill->sum.emissions_kt - IJK_BILL_TINY_KT)
    {
      g_autofree char *emissions = ijk_quantity_kt (bill->sum.emissions_kt);
      g_autofree char *share = ijk_quantity_share (bill->sum.load_kt / bill->sum.emissions_kt);

      /* Translators: %1$s is a percentage, %2$s an amount (5,957 kt). */
      append_sentence (text, g_strdup_printf (_("Levied is %1$s of the emissions, %2$s."),
                                              share, emissions));
    }
  if (bill->sum.taxed_kt > IJK_BILL_TINY_KT
      && rates->rate_eur_per_t
             > rates->gross_rate_eur_per_t - rates->deducted_eur_per_t + 1e-9)
    append_sentence (text, g_strdup (_("The rate less the ETS price lies below the minimum rate, so "
                                       "the minimum holds.")));
  if (bill->sum.sold_kt > IJK_BILL_TINY_KT)
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

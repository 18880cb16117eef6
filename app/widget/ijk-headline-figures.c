/* Which six numbers head the page, what they are compared with, and in which words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-headline-figures.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-quantity.h"

#define KT_PER_MT 1e3
/* What both would be written as. */
#define EQUAL_KT 50
#define EQUAL_MEUR 0.005

static double
sum_sectors (const IjkResult *result,
             const double    *field,
             gboolean         industry_only,
             int              year)
{
  const IjkReference *reference = result->reference;
  const double *row = field + (gsize) IJK_YEAR_INDEX (year) * reference->n_sectors;
  double sum = 0;

  for (guint s = 0; s < reference->n_sectors; s++)
    if (!industry_only || reference->sectors[s].is_in_industry)
      sum += row[s];
  return sum;
}

static double
sum_years (const double *field,
           int           year)
{
  double sum = 0;

  for (int y = IJK_FIRST_FREE_YEAR; y <= year; y++)
    sum += field[IJK_YEAR_INDEX (y)];
  return sum;
}

static gboolean
is_money (IjkHeadlineFigure figure)
{
  return figure == IJK_HEADLINE_LEVY || figure == IJK_HEADLINE_SUBSIDY
         || figure == IJK_HEADLINE_COST;
}

double
ijk_headline_figure_value (IjkHeadlineFigure  figure,
                           const IjkResult   *result,
                           int                year)
{
  const guint t = IJK_YEAR_INDEX (year);

  g_return_val_if_fail (result != NULL, NAN);
  g_return_val_if_fail (year >= IJK_FIRST_YEAR && year <= IJK_LAST_YEAR, NAN);

  switch (figure)
    {
    case IJK_HEADLINE_EMISSIONS:
      return sum_sectors (result, result->sector_emissions_kt, TRUE, year);
    case IJK_HEADLINE_LEVY:
      return sum_sectors (result, result->sector_net_levy_meur, FALSE, year);
    case IJK_HEADLINE_SUBSIDY:
      return sum_years (result->nation_sde_committed_meur, year);
    case IJK_HEADLINE_STORED:
      return result->nation_ccs_kt[t];
    case IJK_HEADLINE_COST:
      return result->nation_industry_cost_meur[t];
    case IJK_HEADLINE_LEAKAGE:
      return sum_sectors (result, result->sector_leakage_kt, TRUE, year);
    case IJK_N_HEADLINE_FIGURES:
      break;
    }
  g_assert_not_reached ();
}

static IjkAskedNumber
ask_about (IjkItems    items,
           const char *id,
           guint       item,
           int         year)
{
  return ijk_asked_number (ijk_indicator_find (items, id), item, year);
}

IjkAskedNumber
ijk_headline_figure_asked (IjkHeadlineFigure figure,
                           int               year)
{
  IjkAskedNumber number;

  switch (figure)
    {
    case IJK_HEADLINE_EMISSIONS:
      return ask_about (IJK_ITEMS_SCOPE, "emissions", IJK_SCOPE_ITEM_INDUSTRY, year);
    case IJK_HEADLINE_LEVY:
      return ask_about (IJK_ITEMS_SCOPE, "net_levy", IJK_SCOPE_ITEM_ALL, year);
    case IJK_HEADLINE_SUBSIDY:
      number = ask_about (IJK_ITEMS_NL, "sde_committed", 0, year);
      /* Nothing is committed before. */
      number.first_year = MIN (IJK_FIRST_FREE_YEAR, year);
      return number;
    case IJK_HEADLINE_STORED:
      return ask_about (IJK_ITEMS_NL, "ccs", 0, year);
    case IJK_HEADLINE_COST:
      return ask_about (IJK_ITEMS_NL, "industry_cost", 0, year);
    case IJK_HEADLINE_LEAKAGE:
      return ask_about (IJK_ITEMS_SCOPE, "leakage", IJK_SCOPE_ITEM_INDUSTRY, year);
    case IJK_N_HEADLINE_FIGURES:
      break;
    }
  g_assert_not_reached ();
}

static char *
write_title (IjkHeadlineFigure figure,
             int               year)
{
  switch (figure)
    {
    case IJK_HEADLINE_EMISSIONS:
      /* Translators: %d is a year, here and below. */
      return g_strdup_printf (_("Emissions in %d"), year);
    case IJK_HEADLINE_LEVY:
      return g_strdup_printf (_("Net levy in %d"), year);
    case IJK_HEADLINE_SUBSIDY:
      return g_strdup_printf (_("Subsidy until %d"), year);
    case IJK_HEADLINE_STORED:
      return g_strdup_printf (_("CO₂ stored in %d"), year);
    case IJK_HEADLINE_COST:
      return g_strdup_printf (_("Cost to industry, %d"), year);
    case IJK_HEADLINE_LEAKAGE:
      return g_strdup_printf (_("Output leaving, %d"), year);
    case IJK_N_HEADLINE_FIGURES:
      break;
    }
  g_assert_not_reached ();
}

static char *
write_amount (IjkHeadlineFigure figure,
              double            value)
{
  return is_money (figure) ? ijk_quantity_money (value) : ijk_quantity_mt (value);
}

/* The agreed target of the year: the first in the table that is read in its source. */
static const IjkTarget *
find_target (const IjkReference *reference,
             int                 year)
{
  for (guint i = 0; i < reference->n_targets; i++)
    if (reference->targets[i].year == year
        && reference->targets[i].provenance.status == IJK_STATUS_SOURCED)
      return &reference->targets[i];
  return NULL;
}

static void
note_target (const IjkFigureInput *input,
             double                value_kt,
             IjkHeadlineWords     *words)
{
  const IjkTarget *target = find_target (input->result->reference, input->year);
  g_autofree char *aim = NULL;
  g_autofree char *gap = NULL;
  double gap_kt;

  if (target == NULL)
    return;
  gap_kt = value_kt - target->target_mt * KT_PER_MT;
  aim = ijk_quantity_number (target->target_mt, 1);
  gap = ijk_quantity_mt (fabs (gap_kt));
  words->tone = gap_kt < EQUAL_KT ? IJK_HEADLINE_GOOD : IJK_HEADLINE_WARNING;
  if (fabs (gap_kt) < EQUAL_KT)
    /* Translators: %s is the target of the agreement in Mt: "35.7". */
    words->note = g_strdup_printf (_("just at %s"), aim);
  else if (gap_kt > 0)
    /* Translators: %1$s is an amount ("0.4 Mt"), %2$s the target in Mt ("35.7"). */
    words->note = g_strdup_printf (_("%1$s above %2$s"), gap, aim);
  else
    words->note = g_strdup_printf (_("%1$s below %2$s"), gap, aim);
}

static void
note_storage (const IjkFigureInput *input,
              double                value_kt,
              IjkHeadlineWords     *words)
{
  const double room_kt = input->result->nation_ccs_capacity_kt[IJK_YEAR_INDEX (input->year)];
  g_autofree char *room = ijk_quantity_mt (room_kt);

  if (room_kt > 0 && value_kt >= room_kt - EQUAL_KT)
    {
      words->tone = IJK_HEADLINE_WARNING;
      /* Translators: %s is an amount of CO₂: all transport and storage is in use. */
      words->note = g_strdup_printf (_("storage full (%s)"), room);
    }
  else
    /* Translators: %s is an amount of CO₂ that can be transported and stored. */
    words->note = g_strdup_printf (_("room for %s"), room);
}

static void
write_note (IjkHeadlineFigure     figure,
            const IjkFigureInput *input,
            double                value,
            IjkHeadlineWords     *words)
{
  const IjkResult *result = input->result;
  const guint t = IJK_YEAR_INDEX (input->year);
  g_autofree char *amount = NULL;

  switch (figure)
    {
    case IJK_HEADLINE_EMISSIONS:
      note_target (input, value, words);
      return;
    case IJK_HEADLINE_LEVY:
      amount = ijk_quantity_rate (result->nation_rate_ets_eur_per_t[t]);
      /* Translators: the rate of the levy after the ETS price is taken off; %s as in "33.20 €/t". */
      words->note = g_strdup_printf (_("net rate %s"), amount);
      return;
    case IJK_HEADLINE_SUBSIDY:
      amount = ijk_quantity_money (sum_years (result->nation_sde_paid_meur, input->year));
      /* Translators: %s is an amount of money. */
      words->note = g_strdup_printf (_("%s paid out"), amount);
      return;
    case IJK_HEADLINE_STORED:
      note_storage (input, value, words);
      return;
    case IJK_HEADLINE_COST:
      amount = ijk_quantity_money (fabs (result->nation_state_cost_meur[t]));
      if (result->nation_state_cost_meur[t] < 0)
        /* Translators: levies bring the state more than its subsidies cost; %s is money. */
        words->note = g_strdup_printf (_("state earns %s"), amount);
      else
        /* Translators: subsidies cost the state more than levies bring; %s is money. */
        words->note = g_strdup_printf (_("state pays %s"), amount);
      return;
    case IJK_HEADLINE_LEAKAGE:
      amount = ijk_quantity_mt (result->nation_abroad_kt[t]);
      /* Translators: emissions of the output that moved abroad; %s is an amount of CO₂. */
      words->note = g_strdup_printf (_("%s emitted abroad"), amount);
      return;
    case IJK_N_HEADLINE_FIGURES:
      break;
    }
  g_assert_not_reached ();
}

/* Splits "€21.4 billion" before its last word, so that the number can be large. */
static void
split_amount (const char  *amount,
              char       **value,
              char       **unit)
{
  const char *space = strrchr (amount, ' ');

  if (space == NULL)
    {
      *value = g_strdup (amount);
      *unit = g_strdup ("");
      return;
    }
  *value = g_strndup (amount, (gsize) (space - amount));
  *unit = g_strdup (space + 1);
}

static void
write_difference (IjkHeadlineFigure     figure,
                  const IjkFigureInput *input,
                  double                value,
                  IjkHeadlineWords     *words)
{
  const double law = ijk_headline_figure_value (figure, input->law_result, input->year);
  const double difference = value - law;
  g_autofree char *amount = NULL;

  if (input->is_law)
    return;
  if (fabs (difference) < (is_money (figure) ? EQUAL_MEUR : EQUAL_KT))
    {
      words->difference = g_strdup (_("as under current law"));
      words->change = g_strdup ("");
      return;
    }
  if (is_money (figure))
    {
      amount = ijk_quantity_money (difference);
      words->change = difference > 0 ? g_strconcat ("+", amount, NULL) : g_strdup (amount);
    }
  else
    words->change = ijk_quantity_mt_change (difference);
  /* Translators: the difference from current law, as short as can be: "−2.4 Mt v. law". */
  words->difference = g_strdup_printf (_("%s v. law"), words->change);
}

/**
 * ijk_headline_figure_write:
 * @words: (out): what to show; give it back with ijk_headline_words_clear()
 */
void
ijk_headline_figure_write (IjkHeadlineFigure     figure,
                           const IjkFigureInput *input,
                           IjkHeadlineWords     *words)
{
  const double value = ijk_headline_figure_value (figure, input->result, input->year);
  g_autofree char *amount = write_amount (figure, value);

  *words = (IjkHeadlineWords) { .title = write_title (figure, input->year) };
  split_amount (amount, &words->value, &words->unit);
  write_note (figure, input, value, words);
  write_difference (figure, input, value, words);
}

void
ijk_headline_words_clear (IjkHeadlineWords *words)
{
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->value, g_free);
  g_clear_pointer (&words->unit, g_free);
  g_clear_pointer (&words->note, g_free);
  g_clear_pointer (&words->difference, g_free);
  g_clear_pointer (&words->change, g_free);
}

const char *
ijk_headline_figure_chart (IjkHeadlineFigure figure)
{
  switch (figure)
    {
    case IJK_HEADLINE_EMISSIONS:
      return "emissions-by-sector";
    case IJK_HEADLINE_LEVY:
      return "levy";
    case IJK_HEADLINE_SUBSIDY:
      return "subsidy";
    case IJK_HEADLINE_STORED:
      return "ccs";
    case IJK_HEADLINE_COST:
    case IJK_HEADLINE_LEAKAGE:
      return "cost";
    case IJK_N_HEADLINE_FIGURES:
      break;
    }
  g_assert_not_reached ();
}

/* An explanation in words: what a number is, how it reads, and what it rests on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-source.h"
#include "ijk-unit-name.h"

#include <math.h>
#include <string.h>

/**
 * ijk_standing_name:
 *
 * Returns: (transfer none): what a chip says beside a number
 */
const char *
ijk_standing_name (IjkStanding standing)
{
  switch (standing)
    {
    case IJK_STANDING_SOURCED:
      return _("sourced");
    case IJK_STANDING_DERIVED:
      return _("derived");
    case IJK_STANDING_ASSUMPTION:
      return _("assumption");
    case IJK_STANDING_LEVER:
      return _("your lever");
    case IJK_STANDING_MODEL:
      return _("worked out");
    case IJK_N_STANDINGS:
      break;
    }
  g_assert_not_reached ();
}

/* Of whom or what a number is. Returns: (transfer full) (nullable): NULL for the nation */
static char *
dup_subject (const IjkExplanation *self)
{
  const IjkReference *reference = self->result->reference;
  const guint i = self->subject;

  switch (self->subject_items)
    {
    case IJK_ITEMS_SCOPE:
      return g_strdup (i == IJK_SCOPE_ITEM_INDUSTRY
                           ? _("industry")
                           : (i == IJK_SCOPE_ITEM_ENERGY ? _("power and waste incineration")
                                                         : _("industry, power and waste")));
    case IJK_ITEMS_SECTOR:
      return g_strdup (
          ijk_language_pick (reference->sectors[i].name_en, reference->sectors[i].name_nl));
    case IJK_ITEMS_CLUSTER:
      return g_strdup (
          ijk_language_pick (reference->clusters[i].name_en, reference->clusters[i].name_nl));
    case IJK_ITEMS_COMPANY:
      return g_strdup (reference->companies[i].name);
    case IJK_ITEMS_UNIT:
      return g_strdup (ijk_unit_name (reference->units[i].name));
    case IJK_ITEMS_MEASURE:
      return g_strdup (
          ijk_language_pick (reference->measures[i].name_en, reference->measures[i].name_nl));
    case IJK_ITEMS_CELL:
      {
        const IjkMeasure *m = &reference->measures[reference->cells[i].measure];
        const IjkSector *s = &reference->sectors[reference->cells[i].sector];

        /* Translators: a measure in a sector: “Electric boilers (Chemicals)”. */
        return g_strdup_printf (_("%s (%s)"), ijk_language_pick (m->name_en, m->name_nl),
                                ijk_language_pick (s->name_en, s->name_nl));
      }
    case IJK_ITEMS_NL:
    case IJK_N_ITEMS:
      break;
    }
  return NULL;
}

/* @parent says whom and when it is about; only what differs from that is named. */
static char *
join_words (const char *label,
            const char *subject,
            int         year)
{
  if (subject != NULL && year != 0)
    /* Translators: what, of whom, in which year: “CO₂ levy of Shell in 2030”. */
    return g_strdup_printf (_("%s of %s in %d"), label, subject, year);
  if (subject != NULL)
    /* Translators: what, of whom: “CO₂ levy of Shell”. */
    return g_strdup_printf (_("%s of %s"), label, subject);
  if (year != 0)
    /* Translators: what, in which year: “ETS price in 2029”. */
    return g_strdup_printf (_("%s in %d"), label, year);
  return g_strdup (label);
}

/**
 * ijk_explanation_dup_words:
 * @parent: (nullable): in whose formula it stands
 *
 * What the number is. Below @parent only what differs from it is said: the part of a sum is named by
 * its subject alone.
 *
 * Returns: (transfer full): "CO₂ levy of Shell in 2030"; small letters unless a name
 */
char *
ijk_explanation_dup_words (const IjkExplanation *self,
                           const IjkExplanation *parent)
{
  const gboolean has_subject
      = self->subject_items != IJK_N_ITEMS && self->subject_items != IJK_ITEMS_NL;
  const gboolean has_same_subject = parent != NULL && parent->subject_items == self->subject_items
                                    && parent->subject == self->subject;
  const gboolean has_same_year = parent != NULL && parent->year == self->year;
  const int year = has_same_year ? 0 : self->year;
  g_autofree char *subject = has_subject && !has_same_subject ? dup_subject (self) : NULL;

  if (self->label == NULL)
    return g_strdup (_("none"));
  if (parent != NULL && subject != NULL && parent->label == self->label && has_same_year)
    return g_steal_pointer (&subject);
  return join_words (self->label, subject, year);
}

/* A sentence begins with a capital; in Dutch ij is one letter. */
static char *
capitalise (const char *words)
{
  const char *rest = g_utf8_next_char (words);
  char first[8] = { 0 };

  if (*words == '\0')
    return g_strdup (words);
  if (g_str_has_prefix (words, "ij") && g_str_equal (ijk_language_get (), "nl"))
    return g_strconcat ("IJ", words + 2, NULL);
  (void) g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first);
  return g_strconcat (first, rest, NULL);
}

/* The label with a capital, for a list. (transfer full) */
char *
ijk_indicator_dup_title (const IjkIndicator *indicator)
{
  return capitalise (ijk_indicator_label (indicator));
}

/**
 * ijk_explanation_dup_title:
 *
 * Returns: (transfer full): what the number is, with a capital: "Levied emissions of Shell in 2030"
 */
char *
ijk_explanation_dup_title (const IjkExplanation *self)
{
  g_autofree char *words = ijk_explanation_dup_words (self, NULL);
  g_autofree char *spanned = NULL;

  if (self->first_year == 0)
    return capitalise (words);
  /* Translators: what, and the years it is added up over: “subsidy committed, 2026–2030”. */
  spanned = g_strdup_printf (_("%s, %d–%d"), words, self->first_year, self->last_year);
  return capitalise (spanned);
}

/* Decimals that show at least four figures of a value, and not more than three. */
static guint
count_decimals (double value,
                guint  max)
{
  const double size = fabs (value);

  if (size == 0)
    return 0;
  return MIN (max, size >= 1000 ? 0 : (size >= 100 ? 1 : (size >= 10 ? 2 : 3)));
}

/* What is smaller is written as about nothing. */
#define SMALLEST 5e-7
#define SMALLEST_MONEY 5e-5 /* in € million and in €, which have four decimals at most */

/* Without zeros at the end that say nothing. */
static char *
format_number (double value,
               guint  n_decimals)
{
  guint n = n_decimals;
  const double rounded = round (value * pow (10, n)) / pow (10, n);

  while (n > 0 && fabs (rounded * pow (10, n - 1) - round (rounded * pow (10, n - 1))) < 1e-6)
    n--;
  return ijk_quantity_number (value, n);
}

/* A number of a unit, with as many decimals as a reader needs to work it out again. */
static char *
dup_plain (double      value,
           const char *unit)
{
  const double size = fabs (value);

  if (g_str_equal (unit, "code") || g_str_equal (unit, "place in the round"))
    return ijk_quantity_number (value, 0);
  if (size != 0
      && size < (g_str_equal (unit, "MEUR") || g_str_has_prefix (unit, "EUR/") ? SMALLEST_MONEY
                                                                              : SMALLEST))
    return g_strdup ("≈ 0");
  if (g_str_equal (unit, "MEUR"))
    return ijk_quantity_number (value, size >= 1000 ? 1 : (size != 0 && size < 0.005 ? 4 : 2));
  if (g_str_has_prefix (unit, "EUR/"))
    return ijk_quantity_number (value, size != 0 && size < 0.005 ? 4 : 2);
  if (size < 1 && size != 0)
    return format_number (value, size < 0.001 ? 6 : 4);
  return format_number (value, count_decimals (value, 3));
}

/* Returns: (transfer full): the number alone, for a list whose unit stands behind it */
char *
ijk_node_dup_number (const IjkExplanation *self)
{
  return dup_plain (self->value, self->unit);
}

/* The code of an outcome in words. (nullable) */
static const char *
get_code_words (const IjkExplanation *self)
{
  if (!g_str_equal (self->unit, "code") || self->indicator == NULL)
    return NULL;
  if (g_str_equal (self->indicator->id, "award"))
    return ijk_award_name ((IjkAward) self->value);
  return g_str_equal (self->indicator->id, "binding_limit")
             ? ijk_limit_name ((IjkLimit) self->value)
             : NULL;
}

/* kEUR stands inside formulas only, where a product is not converted yet. (transfer full) */
char *
ijk_explain_join_unit (const char *number,
                       const char *unit)
{
  const char *text = g_str_equal (unit, "kEUR") ? _("€ thousand") : ijk_quantity_unit (unit);

  if (*text == '\0')
    return g_strdup (number);
  /* Translators: a number and its unit, with a no-break space: “5,210 kt”. */
  return g_strdup_printf (_("%s\u00a0%s"), number, text);
}

/* A number with its unit; an amount of money has its unit around it. (transfer full) */
char *
ijk_explain_dup_quantity (double      value,
                          const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  if (g_str_equal (unit, "MEUR"))
    {
      if (value != 0 && fabs (value) < SMALLEST_MONEY)
        return g_strdup (_("≈ €0"));
      number = dup_plain (fabs (value), unit);
      return value < 0 ? g_strdup_printf (_("−€%s million"), number)
                       : g_strdup_printf (_("€%s million"), number);
    }
  number = dup_plain (value, unit);
  return ijk_explain_join_unit (number, unit);
}

/**
 * ijk_explanation_dup_value:
 *
 * Returns: (transfer full): the value with its unit, in the language in force; a code in words
 */
char *
ijk_explanation_dup_value (const IjkExplanation *self)
{
  const char *words = get_code_words (self);

  return words != NULL ? g_strdup (words) : ijk_explain_dup_quantity (self->value, self->unit);
}

/* Which points of a series stand behind its value in a year. */
static char *
describe_series (const IjkExplanation *self)
{
  const IjkSeries *series = self->series;
  const IjkSeriesPoint *before = &series->points[0];

  for (guint i = 0; i < series->n_points; i++)
    {
      const IjkSeriesPoint *point = &series->points[i];

      if (point->year == self->series_year)
        return g_strdup (ijk_source_words (point->provenance.source));
      if (point->year > self->series_year && i > 0)
        {
          if (g_str_equal (before->provenance.source, point->provenance.source))
            /* Translators: two years, then a source. */
            return g_strdup_printf (_("Straight line from %d to %d: %s"), before->year, point->year,
                                    ijk_source_words (point->provenance.source));
          /* Translators: two years, then the source of each. */
          return g_strdup_printf (_("Straight line from %d to %d: %s; %s"), before->year,
                                  point->year, ijk_source_words (before->provenance.source),
                                  ijk_source_words (point->provenance.source));
        }
      if (point->year < self->series_year)
        before = point;
    }
  /* Translators: a year, then a source. */
  return g_strdup_printf (_("As in %d: %s"), before->year,
                          ijk_source_words (before->provenance.source));
}

static char *
describe_regime (const IjkExplanation *self,
                 const char           *source)
{
  const IjkRegime *regime = &self->result->reference->regimes[self->regime];

  if (ijk_explain_is_set (self->result, IJK_LEVER_REGIME, self->t))
    /* Translators: a source, then the name of a statute that the scenario chooses. */
    return g_strdup_printf (_("%s. Regime, set in the scenario: %s"), source,
                            ijk_language_pick (regime->name_en, regime->name_nl));

  /* Translators: a source, then the name of a statute: “Wbm art. 71p. Regime: Act of 2021”. */
  return g_strdup_printf (_("%s. Regime: %s"), source,
                          ijk_language_pick (regime->name_en, regime->name_nl));
}

static char *
describe_setting (const IjkExplanation *self)
{
  const IjkReference *reference = self->result->reference;
  g_autofree char *key = ijk_lever_key_to_string (reference, &self->setting->key);
  g_autofree char *value = ijk_lever_value_to_string (&reference->levers[self->setting->key.lever],
                                                      &self->setting->value);
  g_autofree char *text = g_strdup_printf ("%s=%s", key, value);

  /* Translators: a lever and its value as on the command line: “ets_price=2030:120”. */
  return g_strdup_printf (_("Set in the scenario: %s"), text);
}

/**
 * ijk_explanation_dup_source:
 *
 * What the number rests on: the citation of the reference, what the scenario sets, or where the
 * method describes how it is worked out.
 *
 * Returns: (transfer full)
 */
char *
ijk_explanation_dup_source (const IjkExplanation *self)
{
  if (self->setting != NULL)
    return describe_setting (self);
  if (self->series != NULL)
    {
      g_autofree char *source = describe_series (self);

      return self->regime != IJK_NONE ? describe_regime (self, source) : g_steal_pointer (&source);
    }
  if (self->source != NULL)
    return g_strdup (ijk_source_words (self->source));
  /* Translators: %u is the number of a chapter of the file METHOD.md. */
  return g_strdup_printf (_("METHOD.md, chapter %u"), self->chapter);
}

/* An explanation in words: what a number is, how it reads, and what it rests on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-language.h"
#include "ijk-quantity.h"

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
      return g_strdup (reference->units[i].name);
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
  const gboolean has_subject = self->subject_items != IJK_N_ITEMS && self->subject_items != IJK_ITEMS_NL;
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
  if (size != 0 && size < SMALLEST)
    return g_strdup ("≈ 0");
  if (g_str_equal (unit, "MEUR"))
    return ijk_quantity_number (value, size >= 1000 ? 1 : (size != 0 && size < 0.005 ? 4 : 2));
  if (g_str_has_prefix (unit, "EUR/"))
    return ijk_quantity_number (value, size != 0 && size < 0.005 ? 4 : 2);
  if (size < 1 && size != 0)
    return format_number (value, size < 0.001 ? 6 : 4);
  return format_number (value, count_decimals (value, 3));
}

static char *
dup_number (const IjkExplanation *self)
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
  return g_str_equal (self->indicator->id, "binding_limit") ? ijk_limit_name ((IjkLimit) self->value)
                                                            : NULL;
}

/* kEUR stands inside formulas only, where a product is not converted yet. */
static char *
join_unit (const char *number,
           const char *unit)
{
  const char *text = g_str_equal (unit, "kEUR") ? _("€ thousand") : ijk_quantity_unit (unit);

  if (*text == '\0')
    return g_strdup (number);
  /* Translators: a number and its unit, with a no-break space: “5,210 kt”. */
  return g_strdup_printf (_("%s\u00a0%s"), number, text);
}

/* An amount of money has its unit around it. */
static char *
dup_quantity (double      value,
              const char *unit)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup ("–");
  if (g_str_equal (unit, "MEUR"))
    {
      number = dup_plain (fabs (value), unit);
      return value < 0 ? g_strdup_printf (_("−€%s million"), number)
                       : g_strdup_printf (_("€%s million"), number);
    }
  number = dup_plain (value, unit);
  return join_unit (number, unit);
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

  return words != NULL ? g_strdup (words) : dup_quantity (self->value, self->unit);
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
        return g_strdup (point->provenance.source);
      if (point->year > self->series_year && i > 0)
        {
          if (g_str_equal (before->provenance.source, point->provenance.source))
            /* Translators: two years, then a source. */
            return g_strdup_printf (_("Straight line from %d to %d: %s"), before->year, point->year,
                                    point->provenance.source);
          /* Translators: two years, then the source of each. */
          return g_strdup_printf (_("Straight line from %d to %d: %s; %s"), before->year,
                                  point->year, before->provenance.source, point->provenance.source);
        }
      if (point->year < self->series_year)
        before = point;
    }
  /* Translators: a year, then a source. */
  return g_strdup_printf (_("As in %d: %s"), before->year, before->provenance.source);
}

static char *
describe_regime (const IjkExplanation *self,
                 const char           *source)
{
  const IjkRegime *regime = &self->result->reference->regimes[self->regime];

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
    return g_strdup (self->source);
  /* Translators: %u is the number of a chapter of the file METHOD.md. */
  return g_strdup_printf (_("METHOD.md, chapter %u"), self->chapter);
}

/* ---- formulas ---- */

typedef enum
{
  FORMULA_WORDS,
  FORMULA_NUMBERS,
} FormulaKind;

/* Sums of more terms are named by their number; the terms stand in the list below. */
#define MAX_TERMS 6

typedef struct
{
  FormulaKind kind;
  const IjkExplanation *root;
} Formula;

static void append_node (const Formula        *formula,
                         const IjkExplanation *node,
                         gboolean              is_inside,
                         GString              *text);

static void
append_leaf (const Formula        *formula,
             const IjkExplanation *node,
             GString              *text)
{
  g_autofree char *leaf = formula->kind == FORMULA_WORDS
                              ? ijk_explanation_dup_words (node, formula->root)
                              : ijk_explanation_dup_value (node);

  g_string_append (text, leaf);
}

/* Whether all operands are plain numbers in one unit, which then stands behind the brackets. */
static gboolean
has_common_unit (const Formula        *formula,
                 const IjkExplanation *node)
{
  if (formula->kind != FORMULA_NUMBERS || g_str_equal (node->unit, "MEUR")
      || (node->operation != IJK_OPERATION_SUM && node->operation != IJK_OPERATION_DIFFERENCE)
      || node->operands->len < 2)
    return FALSE;
  for (guint i = 0; i < node->operands->len; i++)
    {
      const IjkExplanation *operand = g_ptr_array_index (node->operands, i);

      if (operand->operation != IJK_OPERATION_GIVEN || !g_str_equal (operand->unit, node->unit))
        return FALSE;
    }
  return *ijk_quantity_unit (node->unit) != '\0';
}

static void
append_list (const Formula        *formula,
             const IjkExplanation *node,
             const char           *separator,
             gboolean              is_inside,
             GString              *text)
{
  for (guint i = 0; i < node->operands->len; i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      append_node (formula, g_ptr_array_index (node->operands, i), is_inside, text);
    }
}

/* (5,210 − 4,830 − 0) kt */
static void
append_in_unit (const IjkExplanation *node,
                const char           *separator,
                GString              *text)
{
  g_autoptr (GString) inner = g_string_new ("(");
  g_autofree char *joined = NULL;

  for (guint i = 0; i < node->operands->len; i++)
    {
      g_autofree char *number = dup_number (g_ptr_array_index (node->operands, i));

      g_string_append_printf (inner, "%s%s", i > 0 ? separator : "", number);
    }
  g_string_append_c (inner, ')');
  joined = join_unit (inner->str, node->unit);
  g_string_append (text, joined);
}

/* Long lists: “sum of 14 parts”. */
static void
append_short (const Formula        *formula,
              const IjkExplanation *node,
              GString              *text)
{
  const guint n = node->operands->len;

  if (formula->kind == FORMULA_NUMBERS && node->operation == IJK_OPERATION_DIFFERENCE)
    {
      const IjkExplanation *first = g_ptr_array_index (node->operands, 0);
      g_autofree char *rest = dup_quantity (first->value - node->value, node->unit);

      append_node (formula, first, TRUE, text);
      g_string_append_printf (text, " − %s", rest);
    }
  else if (formula->kind == FORMULA_NUMBERS)
    {
      /* A list in the middle of a formula counts with its value. */
      g_autofree char *value = ijk_explanation_dup_value (node);

      g_string_append (text, value);
    }
  else if (node->operation == IJK_OPERATION_MEAN)
    g_string_append_printf (text, ngettext ("mean of %u number", "mean of %u numbers", n), n);
  else if (node->operation == IJK_OPERATION_DIFFERENCE)
    {
      append_node (formula, g_ptr_array_index (node->operands, 0), TRUE, text);
      g_string_append (text, " − ");
      g_string_append_printf (text, ngettext ("sum of %u part", "sum of %u parts", n - 1), n - 1);
    }
  else
    g_string_append_printf (text, ngettext ("sum of %u part", "sum of %u parts", n), n);
}

static void
append_operators (const Formula        *formula,
                  const IjkExplanation *node,
                  const char           *separator,
                  gboolean              is_inside,
                  GString              *text)
{
  const gboolean has_brackets = is_inside && node->operands->len > 1;

  if (has_common_unit (formula, node))
    {
      append_in_unit (node, separator, text);
      return;
    }
  if (has_brackets)
    g_string_append_c (text, '(');
  append_list (formula, node, separator, TRUE, text);
  if (has_brackets)
    g_string_append_c (text, ')');
}

/* name(a; b) */
static void
append_function (const Formula        *formula,
                 const IjkExplanation *node,
                 const char           *name,
                 GString              *text)
{
  g_string_append_printf (text, "%s(", name);
  append_list (formula, node, "; ", FALSE, text);
  g_string_append_c (text, ')');
}

/* 1 − x, 1 − exp(−x) and their like around one operand */
static void
append_around (const Formula        *formula,
               const IjkExplanation *node,
               const char           *before,
               const char           *after,
               GString              *text)
{
  g_string_append (text, before);
  append_list (formula, node, "", TRUE, text);
  g_string_append (text, after);
}

static void
append_operation (const Formula        *formula,
                  const IjkExplanation *node,
                  gboolean              is_inside,
                  GString              *text)
{
  switch (node->operation)
    {
    case IJK_OPERATION_GIVEN:
      append_leaf (formula, node, text);
      return;
    case IJK_OPERATION_STATED:
      append_function (formula, node, _("follows from "), text);
      return;
    case IJK_OPERATION_COUNT:
      g_string_append_printf (text, ngettext ("count of %u", "count of %u", node->operands->len),
                              node->operands->len);
      return;
    case IJK_OPERATION_SUM:
      append_operators (formula, node, " + ", is_inside, text);
      return;
    case IJK_OPERATION_DIFFERENCE:
      append_operators (formula, node, " − ", is_inside, text);
      return;
    case IJK_OPERATION_PRODUCT:
      append_list (formula, node, " × ", TRUE, text);
      return;
    case IJK_OPERATION_RATIO:
      if (is_inside)
        g_string_append_c (text, '(');
      append_list (formula, node, " ÷ ", TRUE, text);
      if (is_inside)
        g_string_append_c (text, ')');
      return;
    case IJK_OPERATION_MAX:
      append_function (formula, node, _("highest of "), text);
      return;
    case IJK_OPERATION_MIN:
      append_function (formula, node, _("lowest of "), text);
      return;
    case IJK_OPERATION_MEAN:
      append_function (formula, node, _("mean of "), text);
      return;
    case IJK_OPERATION_POSITIVE:
      append_function (formula, node, _("not below 0 "), text);
      return;
    case IJK_OPERATION_SHARE:
      append_function (formula, node, _("between 0 and 1 "), text);
      return;
    case IJK_OPERATION_COMPLEMENT:
      append_around (formula, node, "(1 − ", ")", text);
      return;
    case IJK_OPERATION_INCREMENT:
      append_around (formula, node, "(1 + ", ")", text);
      return;
    case IJK_OPERATION_POWER:
      append_list (formula, node, " ^ ", TRUE, text);
      return;
    case IJK_OPERATION_LOGISTIC:
      append_around (formula, node, is_inside ? "(1 ÷ (1 + exp(−" : "1 ÷ (1 + exp(−",
                     is_inside ? ")))" : "))", text);
      return;
    case IJK_OPERATION_SATURATION:
      append_around (formula, node, "(1 − exp(−", "))", text);
      return;
    case IJK_OPERATION_RECOVERY:
      append_function (formula, node, _("yearly payment per euro at rate and life "), text);
      return;
    case IJK_OPERATION_FITTING:
      append_function (formula, node, _("part that fits, of available and wanted "), text);
      return;
    case IJK_N_OPERATIONS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
is_long_list (const IjkExplanation *node)
{
  return node->operands != NULL && node->operands->len > MAX_TERMS
         && (node->operation == IJK_OPERATION_SUM || node->operation == IJK_OPERATION_DIFFERENCE
             || node->operation == IJK_OPERATION_MEAN);
}

static void
append_node (const Formula        *formula,
             const IjkExplanation *node,
             gboolean              is_inside,
             GString              *text)
{
  if (is_long_list (node))
    append_short (formula, node, text);
  else if (node->factor != 1 && node->operation != IJK_OPERATION_GIVEN)
    {
      g_autofree char *factor = node->factor < 1 ? ijk_quantity_number (1 / node->factor, 0)
                                                 : ijk_quantity_number (node->factor, 0);
      const gboolean is_product = node->operation == IJK_OPERATION_PRODUCT;

      /* Thousands of kt times euros, or the other way round, belong to the conversion of units. */
      append_operation (formula, node,
                        is_inside || (formula->kind == FORMULA_NUMBERS && !is_product), text);
      if (formula->kind == FORMULA_NUMBERS)
        g_string_append_printf (text, "%s%s", node->factor < 1 ? " ÷ " : " × ", factor);
    }
  else
    append_operation (formula, node, is_inside, text);
}

static char *
make_formula (const IjkExplanation *self,
              FormulaKind           kind)
{
  const Formula formula = { kind, self };
  GString *text = g_string_new (NULL);

  append_node (&formula, self, FALSE, text);
  return g_string_free (text, FALSE);
}

/**
 * ijk_explanation_dup_formula:
 *
 * Returns: (transfer full): the formula in words, "(levied emissions − rights) × rate …"
 */
char *
ijk_explanation_dup_formula (const IjkExplanation *self)
{
  return make_formula (self, FORMULA_WORDS);
}

/**
 * ijk_explanation_dup_numbers:
 *
 * Returns: (transfer full): the formula with the numbers filled in
 */
char *
ijk_explanation_dup_numbers (const IjkExplanation *self)
{
  return make_formula (self, FORMULA_NUMBERS);
}

/* The formula of an explanation, in words and with its numbers filled in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-quantity.h"

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
      g_autofree char *number = ijk_node_dup_number (g_ptr_array_index (node->operands, i));

      g_string_append_printf (inner, "%s%s", i > 0 ? separator : "", number);
    }
  g_string_append_c (inner, ')');
  joined = ijk_explain_join_unit (inner->str, node->unit);
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
      g_autofree char *rest = ijk_explain_dup_quantity (first->value - node->value, node->unit);

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
    /* Translators: in a formula whose numbers are listed below it. */
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

/* "a; b". Returns: (transfer full) */
static char *
dup_arguments (const Formula        *formula,
               const IjkExplanation *node)
{
  GString *text = g_string_new (NULL);

  append_list (formula, node, "; ", FALSE, text);
  return g_string_free (text, FALSE);
}

/* Operations that are written as words around a list of operands. */
static void
append_function (const Formula        *formula,
                 const IjkExplanation *node,
                 GString              *text)
{
  g_autofree char *list = dup_arguments (formula, node);

  switch (node->operation)
    {
    case IJK_OPERATION_STATED:
      /* Translators: numbers that a number or an outcome rests on, separated by semicolons. */
      g_string_append_printf (text, _("follows from (%s)"), list);
      return;
    case IJK_OPERATION_MAX:
      /* Translators: the highest of numbers separated by semicolons. */
      g_string_append_printf (text, _("highest of (%s)"), list);
      return;
    case IJK_OPERATION_MIN:
      /* Translators: the lowest of numbers separated by semicolons. */
      g_string_append_printf (text, _("lowest of (%s)"), list);
      return;
    case IJK_OPERATION_MEAN:
      /* Translators: the mean of numbers separated by semicolons. */
      g_string_append_printf (text, _("mean of (%s)"), list);
      return;
    case IJK_OPERATION_POSITIVE:
      /* Translators: a number, or 0 where it is negative: “not below 0 (emissions − rights)”. */
      g_string_append_printf (text, _("not below 0 (%s)"), list);
      return;
    case IJK_OPERATION_SHARE:
      /* Translators: a number that is kept between 0 and 1. */
      g_string_append_printf (text, _("between 0 and 1 (%s)"), list);
      return;
    case IJK_OPERATION_RECOVERY:
      /* Translators: the annuity of a loan of one euro; the list is a rate of return and a life. */
      g_string_append_printf (text, _("yearly payment per euro at rate and life (%s)"), list);
      return;
    case IJK_OPERATION_FITTING:
      /* Translators: what is available over what is wanted, at most 1; the list is both. */
      g_string_append_printf (text, _("part that fits, of available and wanted (%s)"), list);
      return;
    case IJK_OPERATION_GIVEN:
    case IJK_OPERATION_SUM:
    case IJK_OPERATION_DIFFERENCE:
    case IJK_OPERATION_PRODUCT:
    case IJK_OPERATION_RATIO:
    case IJK_OPERATION_COMPLEMENT:
    case IJK_OPERATION_INCREMENT:
    case IJK_OPERATION_POWER:
    case IJK_OPERATION_LOGISTIC:
    case IJK_OPERATION_SATURATION:
    case IJK_OPERATION_COUNT:
    case IJK_N_OPERATIONS:
      break;
    }
  g_assert_not_reached ();
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
    case IJK_OPERATION_STATED:
    case IJK_OPERATION_MAX:
    case IJK_OPERATION_MIN:
    case IJK_OPERATION_MEAN:
    case IJK_OPERATION_POSITIVE:
    case IJK_OPERATION_SHARE:
    case IJK_OPERATION_RECOVERY:
    case IJK_OPERATION_FITTING:
      append_function (formula, node, text);
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

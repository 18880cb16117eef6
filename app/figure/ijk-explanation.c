/* The tree of an explanation: making its nodes, evaluating and opening them.
 *
 * Nodes hold pointers into the result, its scenario and its reference, which the root keeps alive.
 * Words are put together only when asked for, so opening costs little more than the arithmetic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include <math.h>

void
ijk_explanation_free (IjkExplanation *self)
{
  if (self->operands != NULL)
    g_ptr_array_unref (self->operands);
  if (self->is_root)
    ijk_result_unref (self->result);
  g_free (self);
}

static void
free_operand (gpointer data)
{
  ijk_explanation_free (data);
}

/* @label: (nullable): of what is worth a name */
IjkExplanation *
ijk_node_new (const IjkResult *result,
              const char      *label,
              const char      *unit,
              IjkOperation     operation)
{
  IjkExplanation *self = g_new0 (IjkExplanation, 1);

  self->result = result;
  self->label = label;
  self->unit = unit;
  self->operation = operation;
  self->factor = 1;
  self->subject_items = IJK_N_ITEMS;
  self->regime = IJK_NONE;
  self->standing = IJK_STANDING_MODEL;
  return self;
}

IjkExplanation *
ijk_node_add (IjkExplanation *self,
              IjkExplanation *operand)
{
  if (self->operands == NULL)
    self->operands = g_ptr_array_new_with_free_func (free_operand);
  g_ptr_array_add (self->operands, operand);
  return self;
}

IjkExplanation *
ijk_node_end (IjkExplanation *self,
              double          factor)
{
  self->factor = factor;
  self->value = ijk_explanation_evaluate (self);
  return self;
}

IjkExplanation *
ijk_node (const IjkResult *result,
          const char      *label,
          const char      *unit,
          IjkOperation     operation,
          double           factor,
          ...)
{
  IjkExplanation *self = ijk_node_new (result, label, unit, operation);
  IjkExplanation *operand = NULL;
  va_list operands;

  va_start (operands, factor);
  while ((operand = va_arg (operands, IjkExplanation *)) != NULL)
    ijk_node_add (self, operand);
  va_end (operands);
  return ijk_node_end (self, factor);
}

/* Of whom and when. */
IjkExplanation *
ijk_node_about (IjkExplanation *self,
                IjkItems        items,
                guint           item,
                guint           t)
{
  self->subject_items = items;
  self->subject = item;
  self->year = IJK_YEAR_AT (t);
  return self;
}

IjkExplanation *
ijk_node_name (IjkExplanation *self,
               const char     *label,
               guint           chapter)
{
  self->label = label;
  self->chapter = chapter;
  return self;
}

/* A lever or figure that is an indicator as it stands. (nullable) */
static IjkExplanation *
make_given (const IjkResult    *result,
            const IjkIndicator *indicator,
            guint               item,
            guint               t)
{
  IjkExplanation *self = ijk_indicator_may_be_given (indicator, t)
                             ? ijk_indicator_explain_func (indicator) (result, item, t)
                             : NULL;

  if (self == NULL)
    return NULL;
  if (self->operation != IJK_OPERATION_GIVEN)
    {
      ijk_explanation_free (self);
      return NULL;
    }
  self->label = ijk_indicator_label (indicator);
  self->unit = indicator->unit;
  return ijk_node_about (self, indicator->items, item, t);
}

/* Another indicator, unopened. */
IjkExplanation *
ijk_node_indicator (const IjkResult    *result,
                    const IjkIndicator *indicator,
                    guint               item,
                    guint               t)
{
  IjkExplanation *self = make_given (result, indicator, item, t);

  if (self != NULL)
    return self;
  self = ijk_node_new (result, ijk_indicator_label (indicator), indicator->unit,
                       IJK_OPERATION_GIVEN);
  ijk_node_about (self, indicator->items, item, t);
  self->chapter = ijk_indicator_chapter (indicator);
  self->value = ijk_indicator_value (indicator, result, item, IJK_YEAR_AT (t));
  self->indicator = indicator;
  self->item = item;
  self->t = t;
  return self;
}

IjkExplanation *
ijk_node_ref (const IjkResult *result,
              IjkItems         items,
              const char      *id,
              guint            item,
              guint            t)
{
  return ijk_node_indicator (result, ijk_indicator_find (items, id), item, t);
}

/* A worked-out number that is no indicator. It is worked out here and closed again; what cannot be
 * opened stays the leaf it is. */
IjkExplanation *
ijk_node_step (const IjkResult *result,
               IjkExplainFunc   step,
               guint            item,
               guint            t)
{
  IjkExplanation *self = step (result, item, t);

  if (self->operation == IJK_OPERATION_GIVEN)
    return self;
  g_clear_pointer (&self->operands, g_ptr_array_unref);
  self->operation = IJK_OPERATION_GIVEN;
  self->factor = 1;
  self->step = step;
  self->item = item;
  self->t = t;
  return self;
}

static IjkExplanation *
make_root (IjkExplanation *self)
{
  self->is_root = TRUE;
  ijk_result_ref (self->result);
  return self;
}

/**
 * ijk_explain:
 * @indicator: one of ijk_indicators()
 * @item: position of the scope, sector, cluster, company, unit, measure or cell
 * @year: within the horizon
 *
 * Takes one number apart, one level deep: what its operands follow from is worked out when they are
 * opened. A number that is itself a figure of the reference or a lever has no operands.
 *
 * Returns: (transfer full): the explanation, which keeps @result alive
 */
IjkExplanation *
ijk_explain (const IjkResult    *result,
             const IjkIndicator *indicator,
             guint               item,
             int                 year)
{
  const guint t = IJK_YEAR_INDEX (year);
  const IjkExplainFunc func = ijk_indicator_explain_func (indicator);
  IjkExplanation *self = NULL;

  g_return_val_if_fail (year >= IJK_FIRST_YEAR && year <= IJK_LAST_YEAR, NULL);
  self = func != NULL ? func (result, item, t) : ijk_explain_sum (result, indicator, item, t);
  self->label = ijk_indicator_label (indicator);
  self->unit = indicator->unit;
  self->chapter = ijk_indicator_chapter (indicator);
  ijk_node_about (self, indicator->items, item, t);
  self->indicator = indicator;
  self->step = NULL;
  self->item = item;
  self->t = t;
  return make_root (self);
}

/**
 * ijk_explain_asked:
 * @number: with items and years that the result has
 *
 * Takes apart a number that may be a sum over items or years: such a sum has its parts as operands.
 *
 * Returns: (transfer full): the explanation, which keeps @result alive
 */
IjkExplanation *
ijk_explain_asked (const IjkResult      *result,
                   const IjkAskedNumber *number)
{
  const IjkIndicator *indicator = number->indicator;
  const gboolean is_one_year = number->first_year == number->last_year;
  IjkExplanation *self = NULL;

  if (number->n_items == 1 && is_one_year)
    return ijk_explain (result, indicator, number->items[0], number->last_year);
  self = ijk_node_new (result, NULL, indicator->unit, IJK_OPERATION_SUM);
  for (guint i = 0; i < number->n_items; i++)
    for (int year = number->first_year; year <= number->last_year; year++)
      ijk_node_add (self, ijk_node_indicator (result, indicator, number->items[i],
                                              IJK_YEAR_INDEX (year)));
  ijk_node_name (self, ijk_indicator_label (indicator), ijk_indicator_chapter (indicator));
  if (number->n_items == 1)
    ijk_node_about (self, indicator->items, number->items[0], IJK_YEAR_INDEX (number->last_year));
  self->year = is_one_year ? number->last_year : 0;
  self->first_year = is_one_year ? 0 : number->first_year;
  self->last_year = is_one_year ? 0 : number->last_year;
  return make_root (ijk_node_end (self, 1));
}

double
ijk_explanation_get_value (const IjkExplanation *self)
{
  return self->value;
}

/* As in the long table and levers.csv; ijk_quantity_unit() has it for a reader. */
const char *
ijk_explanation_get_unit (const IjkExplanation *self)
{
  return self->unit;
}

IjkStanding
ijk_explanation_get_standing (const IjkExplanation *self)
{
  return self->standing;
}

IjkOperation
ijk_explanation_get_operation (const IjkExplanation *self)
{
  return self->operation;
}

guint
ijk_explanation_get_n_operands (const IjkExplanation *self)
{
  return self->operands != NULL ? self->operands->len : 0;
}

const IjkExplanation *
ijk_explanation_get_operand (const IjkExplanation *self,
                             guint                 i)
{
  return g_ptr_array_index (self->operands, i);
}

static double
evaluate_operand (const IjkExplanation *self,
                  guint                 i)
{
  return ijk_explanation_evaluate (g_ptr_array_index (self->operands, i));
}

/* Operations on any number of operands. */
static double
fold (const IjkExplanation *self)
{
  const guint n = ijk_explanation_get_n_operands (self);
  double value = n > 0 ? evaluate_operand (self, 0) : 0;

  for (guint i = 1; i < n; i++)
    {
      const double next = evaluate_operand (self, i);

      switch (self->operation)
        {
        case IJK_OPERATION_SUM:
        case IJK_OPERATION_MEAN:
          value += next;
          break;
        case IJK_OPERATION_DIFFERENCE:
          value -= next;
          break;
        case IJK_OPERATION_PRODUCT:
          value *= next;
          break;
        case IJK_OPERATION_MAX:
          value = MAX (value, next);
          break;
        case IJK_OPERATION_MIN:
          value = MIN (value, next);
          break;
        case IJK_OPERATION_GIVEN:
        case IJK_OPERATION_STATED:
        case IJK_OPERATION_RATIO:
        case IJK_OPERATION_POSITIVE:
        case IJK_OPERATION_SHARE:
        case IJK_OPERATION_COMPLEMENT:
        case IJK_OPERATION_INCREMENT:
        case IJK_OPERATION_POWER:
        case IJK_OPERATION_LOGISTIC:
        case IJK_OPERATION_SATURATION:
        case IJK_OPERATION_RECOVERY:
        case IJK_OPERATION_FITTING:
        case IJK_OPERATION_COUNT:
        case IJK_N_OPERATIONS:
          g_assert_not_reached ();
        }
    }
  return self->operation == IJK_OPERATION_MEAN ? value / n : value;
}

static double
divide (double a,
        double b)
{
  return b != 0 ? a / b : 0;
}

static double
fit (double available,
     double wanted)
{
  return wanted > 0 && wanted > available ? MAX (0.0, available) / wanted : 1;
}

static double
apply (const IjkExplanation *self)
{
  switch (self->operation)
    {
    case IJK_OPERATION_GIVEN:
    case IJK_OPERATION_STATED:
      return self->value;
    case IJK_OPERATION_SUM:
    case IJK_OPERATION_DIFFERENCE:
    case IJK_OPERATION_PRODUCT:
    case IJK_OPERATION_MAX:
    case IJK_OPERATION_MIN:
    case IJK_OPERATION_MEAN:
      return fold (self);
    case IJK_OPERATION_RATIO:
      return divide (evaluate_operand (self, 0), evaluate_operand (self, 1));
    case IJK_OPERATION_POSITIVE:
      return MAX (0.0, evaluate_operand (self, 0));
    case IJK_OPERATION_SHARE:
      return CLAMP (evaluate_operand (self, 0), 0.0, 1.0);
    case IJK_OPERATION_COMPLEMENT:
      return 1 - evaluate_operand (self, 0);
    case IJK_OPERATION_INCREMENT:
      return 1 + evaluate_operand (self, 0);
    case IJK_OPERATION_POWER:
      return pow (evaluate_operand (self, 0), evaluate_operand (self, 1));
    case IJK_OPERATION_LOGISTIC:
      return 1 / (1 + exp (-evaluate_operand (self, 0)));
    case IJK_OPERATION_SATURATION:
      return 1 - exp (-evaluate_operand (self, 0));
    case IJK_OPERATION_RECOVERY:
      {
        const double rate = evaluate_operand (self, 0);

        return rate / (1 - pow (1 + rate, -evaluate_operand (self, 1)));
      }
    case IJK_OPERATION_FITTING:
      return fit (evaluate_operand (self, 0), evaluate_operand (self, 1));
    case IJK_OPERATION_COUNT:
      return ijk_explanation_get_n_operands (self);
    case IJK_N_OPERATIONS:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_explanation_evaluate:
 *
 * Works the number out again from its operands, however deep they are nested; a leaf, and a number
 * that has not been opened, is its value.
 */
double
ijk_explanation_evaluate (const IjkExplanation *self)
{
  return self->factor * apply (self);
}

/* Whether there is a formula behind the number that is not shown yet. */
gboolean
ijk_explanation_can_open (const IjkExplanation *self)
{
  return self->operation == IJK_OPERATION_GIVEN && !self->is_root
         && (self->indicator != NULL || self->step != NULL);
}

/**
 * ijk_explanation_open:
 * @self: for which ijk_explanation_can_open() holds
 *
 * Returns: (transfer full): what @self follows from; independent of the tree it stands in
 */
IjkExplanation *
ijk_explanation_open (const IjkExplanation *self)
{
  g_return_val_if_fail (ijk_explanation_can_open (self), NULL);

  if (self->indicator != NULL)
    return ijk_explain (self->result, self->indicator, self->item, IJK_YEAR_AT (self->t));
  return make_root (self->step (self->result, self->item, self->t));
}

static void
collect_terms (const IjkExplanation *self,
               GPtrArray            *terms)
{
  for (guint i = 0; i < ijk_explanation_get_n_operands (self); i++)
    {
      const IjkExplanation *operand = ijk_explanation_get_operand (self, i);
      gboolean is_known = FALSE;

      if (operand->operation != IJK_OPERATION_GIVEN)
        {
          collect_terms (operand, terms);
          continue;
        }
      for (guint j = 0; j < terms->len && !is_known; j++)
        {
          const IjkExplanation *term = g_ptr_array_index (terms, j);

          is_known = term->label == operand->label && term->subject_items == operand->subject_items
                     && term->subject == operand->subject && term->year == operand->year
                     && term->value == operand->value;
        }
      if (!is_known)
        g_ptr_array_add (terms, (gpointer) operand);
    }
}

/**
 * ijk_explanation_list_terms:
 *
 * The numbers that stand in the formula of @self, each once, in the order of the formula.
 *
 * Returns: (transfer container) (element-type IjkExplanation): they belong to @self
 */
GPtrArray *
ijk_explanation_list_terms (const IjkExplanation *self)
{
  GPtrArray *terms = g_ptr_array_new ();

  collect_terms (self, terms);
  return terms;
}

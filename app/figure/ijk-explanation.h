/* Why this number: an indicator taken apart into the formula behind it, with the numbers of one
 * scenario filled in and the standing and source of each of them.
 *
 * An explanation is a tree. The root is the number asked for; its operation on its operands gives
 * its value again. Operands without operands of their own are either leaves (a figure of the
 * reference, a lever, a constant) or numbers that can be opened in turn, when asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-contribution.h"
#include "ijk-indicator.h"

G_BEGIN_DECLS

/**
 * IjkStanding:
 * @IJK_STANDING_SOURCED: read in the cited source, the statute among them
 * @IJK_STANDING_DERIVED: arithmetic on sourced figures
 * @IJK_STANDING_ASSUMPTION: judgement of the project
 * @IJK_STANDING_LEVER: set by the scenario
 * @IJK_STANDING_MODEL: worked out
 *
 * What a number rests on. The first three are those of IjkStatus, in its order.
 */
typedef enum
{
  IJK_STANDING_SOURCED,
  IJK_STANDING_DERIVED,
  IJK_STANDING_ASSUMPTION,
  IJK_STANDING_LEVER,
  IJK_STANDING_MODEL,
  IJK_N_STANDINGS,
} IjkStanding;

/* How a value follows from its operands. */
typedef enum
{
  IJK_OPERATION_GIVEN,      /* no operands: a leaf, or a number that can be opened */
  IJK_OPERATION_STATED,     /* not worked out of the operands, which say what it rests on */
  IJK_OPERATION_SUM,
  IJK_OPERATION_DIFFERENCE, /* the first less all others */
  IJK_OPERATION_PRODUCT,
  IJK_OPERATION_RATIO,      /* the first over the second; 0 where that is 0 */
  IJK_OPERATION_MAX,
  IJK_OPERATION_MIN,
  IJK_OPERATION_MEAN,
  IJK_OPERATION_POSITIVE,   /* not below 0 */
  IJK_OPERATION_SHARE,      /* kept between 0 and 1 */
  IJK_OPERATION_COMPLEMENT, /* 1 - x */
  IJK_OPERATION_INCREMENT,  /* 1 + x */
  IJK_OPERATION_POWER,
  IJK_OPERATION_LOGISTIC,   /* 1 / (1 + exp(-x)) */
  IJK_OPERATION_SATURATION, /* 1 - exp(-x) */
  IJK_OPERATION_RECOVERY,   /* yearly payment per euro at rate r over n years: r / (1 - (1+r)^-n) */
  IJK_OPERATION_FITTING,    /* min(1, max(0, available) / wanted); 1 where nothing is wanted */
  IJK_OPERATION_COUNT,      /* how many operands */
  IJK_N_OPERATIONS,
} IjkOperation;

typedef struct _IjkExplanation IjkExplanation;

IjkExplanation *ijk_explain                (const IjkResult    *result,
                                            const IjkIndicator *indicator,
                                            guint               item,
                                            int                 year);
IjkExplanation *ijk_explain_asked          (const IjkResult    *result,
                                            const IjkAskedNumber *number);
void            ijk_explanation_free       (IjkExplanation     *self);

/* What a popover needs of a number. Unless said otherwise what they return belongs to the tree. */
double          ijk_explanation_get_value  (const IjkExplanation *self);
const char     *ijk_explanation_get_unit   (const IjkExplanation *self);
IjkStanding     ijk_explanation_get_standing (const IjkExplanation *self);
IjkOperation    ijk_explanation_get_operation (const IjkExplanation *self);
guint           ijk_explanation_get_n_operands (const IjkExplanation *self);
const IjkExplanation *ijk_explanation_get_operand (const IjkExplanation *self,
                                                   guint                 i);
double          ijk_explanation_evaluate   (const IjkExplanation *self);
gboolean        ijk_explanation_can_open   (const IjkExplanation *self);
IjkExplanation *ijk_explanation_open       (const IjkExplanation *self);
GPtrArray      *ijk_explanation_list_terms (const IjkExplanation *self);

/* Words, in the language in force. (transfer full) unless const */
const char     *ijk_indicator_label        (const IjkIndicator    *indicator);
char           *ijk_indicator_dup_title    (const IjkIndicator    *indicator);
const char     *ijk_standing_name          (IjkStanding           standing);
char           *ijk_explanation_dup_title  (const IjkExplanation *self);
char           *ijk_explanation_dup_words  (const IjkExplanation *self,
                                            const IjkExplanation *parent);
char           *ijk_explanation_dup_value  (const IjkExplanation *self);
char           *ijk_explanation_dup_source (const IjkExplanation *self);
char           *ijk_explanation_dup_formula (const IjkExplanation *self);
char           *ijk_explanation_dup_numbers (const IjkExplanation *self);
char           *ijk_explanation_write      (const IjkExplanation *self,
                                            guint                 depth);

/* What the levers of a scenario add to the difference, in words; each (transfer full). */
char           *ijk_contribution_dup_lever (const IjkContributions *self,
                                            guint                   i);
char           *ijk_contribution_dup_setting (const IjkContributions *self,
                                              guint                   i);
char           *ijk_contribution_dup_value (const IjkContributions *self,
                                            guint                   i);
char           *ijk_contribution_dup_range (const IjkContributions *self,
                                            guint                   i);
char           *ijk_contributions_dup_before (const IjkContributions *self);
char           *ijk_contributions_dup_total (const IjkContributions *self);
char           *ijk_contributions_dup_change (const IjkContributions *self,
                                              double                  value);
char           *ijk_contributions_dup_note (const IjkContributions *self);
char           *ijk_contributions_write    (const IjkContributions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkExplanation, ijk_explanation_free)

G_END_DECLS

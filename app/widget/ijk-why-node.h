/* IjkWhyNode: a row of an opened explanation, and the list of the rows below it.
 *
 * A row is a number, the formula of the number above it, or what a number rests on. Its children are
 * made when somebody counts them, so a tree costs what is open. A tree can be told of the same number
 * in another scenario: rows stay, and what they say follows.
 *
 * Signals: "changed": what the row says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-explanation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_WHY_NUMBER,
  IJK_WHY_FORMULA,
  IJK_WHY_SOURCE,
} IjkWhyKind;

#define IJK_TYPE_WHY_NODE (ijk_why_node_get_type ())
G_DECLARE_FINAL_TYPE (IjkWhyNode, ijk_why_node, IJK, WHY_NODE, GObject)

/* @explanation: (transfer full): of the number asked for, whose rows are the children */
IjkWhyNode           *ijk_why_node_new          (IjkExplanation *explanation);
/* Of the number asked for: it is now @explanation, (transfer full). */
void                  ijk_why_node_follow       (IjkWhyNode     *self,
                                                 IjkExplanation *explanation);
/* Of the number asked for, when it is shown no more: rows and the numbers above them hold each other. */
void                  ijk_why_node_drop         (IjkWhyNode     *self);
const IjkExplanation *ijk_why_node_get_root     (IjkWhyNode     *self);
IjkWhyKind            ijk_why_node_get_kind     (IjkWhyNode     *self);
IjkStanding           ijk_why_node_get_standing (IjkWhyNode     *self);
/* What it is: the name of a number, a formula, a source. (transfer none) */
const char           *ijk_why_node_get_text     (IjkWhyNode     *self);
/* (transfer none): of a number with its unit; of a formula with the numbers; "" of a source */
const char           *ijk_why_node_get_value    (IjkWhyNode     *self);
/* (transfer none) (nullable): where the source can be read */
const char           *ijk_why_node_get_uri      (IjkWhyNode     *self);
/* (transfer none) (nullable): the number that this is of */
IjkWhyNode           *ijk_why_node_get_parent   (IjkWhyNode     *self);
/* All of the row as one sentence, for whoever hears it. (transfer full) */
char                 *ijk_why_node_dup_sentence (IjkWhyNode     *self);
/* (transfer full) (nullable): the address in a citation: one it names, or that of the statute */
char                 *ijk_why_find_uri          (const char     *source);

G_END_DECLS

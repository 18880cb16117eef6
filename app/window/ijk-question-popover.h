/* IjkQuestionPopover: a dozen plain questions, each a way in.
 *
 * Signals: "chosen" (gpointer question: const IjkQuestion *), which holds while the popover does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_QUESTION_POPOVER (ijk_question_popover_get_type ())
G_DECLARE_FINAL_TYPE (IjkQuestionPopover, ijk_question_popover, IJK, QUESTION_POPOVER, GtkPopover)

/* @questions: (transfer none) (element-type IjkQuestion) */
GtkWidget *ijk_question_popover_new (GPtrArray *questions);

G_END_DECLS

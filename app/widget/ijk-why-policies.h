/* IjkWhyPolicies: which policy made the difference: what each lever of the scenario adds to a number
 * against current law, as bars with amounts. The session works it out in the background.
 *
 * Properties: "session" (IjkSession, construct-only).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_WHY_POLICIES (ijk_why_policies_get_type ())
G_DECLARE_FINAL_TYPE (IjkWhyPolicies, ijk_why_policies, IJK, WHY_POLICIES, GtkWidget)

GtkWidget *ijk_why_policies_new      (IjkSession           *session);
/* @number: (nullable): NULL: nothing is asked of the session any more */
void       ijk_why_policies_ask      (IjkWhyPolicies       *self,
                                      const IjkAskedNumber *number);
/* (transfer full) (nullable): in words; NULL while they are worked out or where there are none */
char      *ijk_why_policies_dup_text (IjkWhyPolicies       *self);

G_END_DECLS

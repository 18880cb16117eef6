/* What the window of an own installation and its form share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-own-company-window.h"

G_BEGIN_DECLS

struct _IjkOwnCompanyWindow
{
  AdwWindow parent_instance;

  IjkSession *session;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  IjkOwnDraft *draft;        /* (owned) */
  IjkOwnDraft *first;        /* (owned) as it was shown first */
  guint effect_id;
  gboolean is_saving;
  gboolean is_filling;       /* lists are being filled: choices are not the person's */
  gboolean is_all_checked;   /* a save was asked for: every field says what it lacks */
  gboolean is_touched[IJK_N_OWN_TEXTS];

  GtkWidget *title;
  GtkWidget *save;
  GtkWidget *company_group;
  GtkWidget *emissions_group;
  GtkWidget *earlier;
  GtkWidget *levy_group;
  GtkWidget *ability_group;
  GtkWidget *standing_group;
  GtkWidget *effect;
  GtkWidget *rows[IJK_N_OWN_TEXTS];    /* AdwActionRow */
  GtkWidget *entries[IJK_N_OWN_TEXTS]; /* GtkEntry */
  GtkWidget *choices[IJK_N_OWN_CHOICES]; /* AdwComboRow */
  GtkWidget *kind;
  GtkWidget *rest;
  GtkWidget *status;
  GArray *rest_units;        /* (owned) (element-type guint) of the list; the first is none */
  GPtrArray *ability_rows;   /* (owned) (element-type GtkWidget) borrowed */
};

/* ijk-own-company-form.c: the fields. */
void ijk_own_company_fill_form     (IjkOwnCompanyWindow *self);
void ijk_own_company_show_problems (IjkOwnCompanyWindow *self);

/* ijk-own-company-window.c: a field was changed. */
void ijk_own_company_draft_changed (IjkOwnCompanyWindow *self);

G_END_DECLS

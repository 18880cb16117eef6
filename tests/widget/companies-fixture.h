/* What the tests of the Companies view share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-companies-view.h"
#include "widget-fixture.h"

/* As fixture_init(), and makes the view ready. */
int               companies_init     (int                 *argc,
                                      char              ***argv);
/* The view with the usual columns, in @window, which is wide. */
IjkCompaniesView *companies_show     (Fixture             *fixture,
                                      GtkWidget          **window);
guint             companies_find     (Fixture             *fixture,
                                      const char          *name);
/* In the year of the session. @indicator: of a company */
double            companies_value    (Fixture             *fixture,
                                      const char          *indicator,
                                      guint                company);
/* All widgets of a type below @widget, itself included, into @found. */
void              companies_collect  (GtkWidget           *widget,
                                      GType                type,
                                      GPtrArray           *found);
/* Whether a label that is seen below @widget has @text in it. */
gboolean          companies_has_text (GtkWidget           *widget,
                                      const char          *text);
/* (transfer none): a control of the template of @table */
gpointer          companies_control  (IjkCompanyTableView *table,
                                      const char          *name);

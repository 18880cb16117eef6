/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "companies-fixture.h"

#include <string.h>

#include "ijk-indicator.h"

IjkCompaniesView *
companies_show (Fixture    *fixture,
                GtkWidget **window)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ijkpad.Ijkpad");
  GtkWidget *view = g_object_new (IJK_TYPE_COMPANIES_VIEW, NULL);

  g_settings_reset (settings, "company-columns");
  ijk_companies_view_set_session (IJK_COMPANIES_VIEW (view), fixture->session, settings);
  *window = fixture_show (view, 1400, 860);
  return IJK_COMPANIES_VIEW (view);
}

guint
companies_find (Fixture    *fixture,
                const char *name)
{
  return ijk_reference_find_company (ijk_session_get_reference (fixture->session), name);
}

double
companies_value (Fixture    *fixture,
                 const char *indicator,
                 guint       company)
{
  return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_COMPANY, indicator),
                              ijk_session_get_result (fixture->session), company,
                              ijk_session_get_year (fixture->session));
}

void
companies_collect (GtkWidget *widget,
                   GType      type,
                   GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    companies_collect (child, type, found);
}

gboolean
companies_has_text (GtkWidget  *widget,
                    const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  companies_collect (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL
        && gtk_widget_get_mapped (labels->pdata[i]))
      return TRUE;
  return FALSE;
}

gpointer
companies_control (IjkCompanyTableView *table,
                   const char          *name)
{
  GObject *control
      = gtk_widget_get_template_child (GTK_WIDGET (table), IJK_TYPE_COMPANY_TABLE_VIEW, name);

  g_assert_nonnull (control);
  return control;
}

int
companies_init (int    *argc,
                char ***argv)
{
  const int status = fixture_init (argc, argv);

  if (status == 0)
    g_type_ensure (IJK_TYPE_COMPANIES_VIEW);
  return status;
}

/* Companies in a window as narrow as a telephone, in both languages: the table, a company, two
 * companies and the form for one of one's own. A warning of GTK ends the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-language.h"
#include "ijk-own-company-window.h"
#include "ijk-pair-window.h"
#include "window-fixture.h"

#define TELEPHONE_PX 360
/* What a window keeps for its edge, at most. */
#define EDGE_PX 40

static const char *const languages[] = { "en", "nl" };

typedef struct
{
  GtkWidget *window;
  int width;
} Width;

static gboolean
has_width (gpointer data)
{
  const Width *wanted = data;

  const int width = gtk_widget_get_width (wanted->window);

  return width <= wanted->width && width >= wanted->width - EDGE_PX;
}

static void
resize (gpointer window,
        int      width)
{
  Width wanted = { window, width };

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  wait_until (has_width, &wanted);
}

static int
find_least_width (gpointer widget)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (widget), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return minimum;
}

/* A window in a language is another window. */
static gboolean
has_window_of_language (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *wanted = g_settings_get_string (window_test_settings (), "language");
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (window_test_application ()));

  for (; g_str_equal (ijk_language_get (), wanted) && windows != NULL; windows = windows->next)
    if (IJK_IS_WINDOW (windows->data) && gtk_widget_get_mapped (windows->data)
        && ijk_session_get_result (fixture->session) != NULL)
      {
        fixture->window = windows->data;
        return TRUE;
      }
  return FALSE;
}

static void
speak (Fixture    *fixture,
       const char *language)
{
  g_settings_set_string (window_test_settings (), "language", language);
  wait_until (has_window_of_language, fixture);
}

static guint
find_company (Fixture    *fixture,
              const char *name)
{
  return ijk_reference_find_company (ijk_session_get_reference (fixture->session), name);
}

/* From a desk to a telephone at once, and by steps back. */
static void
walk_through_widths (Fixture *fixture)
{
  static const int widths[] = { TELEPHONE_PX, 480, 700, 900, 1000, 1100, 1440 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      resize (fixture->window, widths[i]);
      wait_ms (50);
      g_assert_cmpint (find_least_width (fixture->window->companies), <=, TELEPHONE_PX);
    }
}

static void
test_view_fits_a_telephone (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      IjkCompanyPage *page;

      speak (fixture, languages[i]);
      ijk_session_set_company (fixture->session, IJK_NONE);
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (fixture->window->views), "companies");
      resize (fixture->window, 1440);
      walk_through_widths (fixture);

      /* A company with projects, whose levers are open. */
      ijk_session_set_company (fixture->session, find_company (fixture, "Tata Steel"));
      page = ijk_companies_view_get_page (IJK_COMPANIES_VIEW (fixture->window->companies));
      ijk_company_page_show_levers (page);
      walk_through_widths (fixture);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
      /* And one with installations of several sectors. */
      ijk_session_set_company (fixture->session, find_company (fixture, "Shell"));
      walk_through_widths (fixture);
    }
  speak (fixture, "en");
}

/* Below each other, and nothing of a company is cut off at the side. */
static gboolean
is_stacked (gpointer data)
{
  IjkPairWindow *pair = data;

  return ijk_pair_window_is_narrow (pair)
         && gtk_widget_get_width (GTK_WIDGET (ijk_pair_window_get_column (pair, 0))) < TELEPHONE_PX
         && gtk_widget_get_width (GTK_WIDGET (ijk_pair_window_get_column (pair, 1))) < TELEPHONE_PX;
}

static void
test_pair_fits_a_telephone (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      IjkPairWindow *pair;

      speak (fixture, languages[i]);
      ijk_session_set_company (fixture->session, find_company (fixture, "Shell"));
      activate (fixture, "compare-companies");
      pair = IJK_PAIR_WINDOW (wait_for_dialog (fixture));
      resize (pair, TELEPHONE_PX);
      wait_until (is_stacked, pair);
      gtk_window_destroy (GTK_WINDOW (pair));
    }
  speak (fixture, "en");
}

static void
test_form_fits_a_telephone (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      GtkWindow *form;

      speak (fixture, languages[i]);
      activate (fixture, "add-own-company");
      form = wait_for_dialog (fixture);
      g_assert_true (IJK_IS_OWN_COMPANY_WINDOW (form));
      resize (form, TELEPHONE_PX);
      wait_ms (50);
      gtk_window_destroy (form);
    }
  speak (fixture, "en");
}

static void
add_tests (void)
{
  window_test_add ("/window/companies/view-fits-a-telephone", test_view_fits_a_telephone);
  window_test_add ("/window/companies/pair-fits-a-telephone", test_pair_fits_a_telephone);
  window_test_add ("/window/companies/form-fits-a-telephone", test_form_fits_a_telephone);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}

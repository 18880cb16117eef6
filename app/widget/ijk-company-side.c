/* One of two companies. What it shows is written again when it is told to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-side.h"

#include <glib/gi18n.h>

#include "ijk-company-measure-list.h"
#include "ijk-company-sum-view.h"
#include "ijk-indicator.h"
#include "ijk-quantity.h"
#include "ijk-widget.h"

#define CHART_HEIGHT_PX 300

enum
{
  LINE_EMISSIONS,
  LINE_RIGHTS,
  LINE_POSITION,
  LINE_LEVY,
  LINE_CREDIT,
  LINE_NET,
  N_LINES,
};

struct _IjkCompanySide
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  GtkLabel *figure_title;
  GtkLabel *subtitle;
  IjkChartView *view;
  GtkLabel *source;
  GtkLabel *title; /* of the list of values */
  GtkLabel *values[N_LINES];
  GtkWidget *sum;
  GtkWidget *measures;
};

G_DEFINE_FINAL_TYPE (IjkCompanySide, ijk_company_side, GTK_TYPE_WIDGET)

static double
find_value (const IjkResult *result,
            const char      *indicator,
            guint            company,
            int              year)
{
  return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_COMPANY, indicator), result, company,
                              year);
}

/* Short of rights, or rights to spare. */
static char *
write_position (double load_kt,
                double rights_kt)
{
  g_autofree char *gap = ijk_quantity_kt (load_kt > rights_kt ? load_kt - rights_kt
                                                              : rights_kt - load_kt);

  if (load_kt > rights_kt)
    /* Translators: %s is an amount: "34 kt short". */
    return g_strdup_printf (_("%s short"), gap);
  /* Translators: %s is an amount: "154 kt to spare". */
  return g_strdup_printf (_("%s to spare"), gap);
}

static void
write_values (IjkCompanySide *self,
              const IjkResult  *result,
              guint             company,
              int               year)
{
  const double rights_kt = find_value (result, "rights", company, year);
  char *texts[N_LINES] = {
    [LINE_EMISSIONS] = ijk_quantity_kt (find_value (result, "emissions", company, year)),
    [LINE_RIGHTS] = ijk_quantity_kt (rights_kt),
    [LINE_POSITION] = write_position (find_value (result, "load", company, year), rights_kt),
    [LINE_LEVY] = ijk_quantity_money (find_value (result, "levy", company, year)),
    [LINE_CREDIT] = ijk_quantity_money (find_value (result, "credit", company, year)),
    [LINE_NET] = ijk_quantity_money (find_value (result, "net_levy", company, year)),
  };

  for (guint i = 0; i < N_LINES; i++)
    {
      gtk_label_set_label (self->values[i], texts[i]);
      g_free (texts[i]);
    }
}

void
ijk_company_side_show (IjkCompanySide *self,
                         guint             company,
                         guint             other)
{
  IjkFigureInput input;
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autofree char *title = NULL;
  const IjkCompany *c;
  int year;

  g_return_if_fail (IJK_IS_COMPANY_SIDE (self));

  if (!ijk_session_get_figure_input (self->session, &input)
      || company >= input.result->reference->n_companies)
    return;
  c = &input.result->reference->companies[company];
  year = CLAMP (input.year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  input.year = year;
  input.company = company;
  input.n_beside = other < input.result->reference->n_companies ? 1 : 0;
  input.beside = &other;
  spec = ijk_figure_make_spec (ijk_figure_find ("company"), &input);
  ijk_chart_view_set_spec (self->view, spec);
  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  gtk_label_set_label (self->figure_title, spec->title);
  gtk_label_set_label (self->subtitle, spec->subtitle);
  gtk_label_set_label (self->source, spec->source);
  /* Translators: heading of a list of figures; %d is a year. */
  title = g_strdup_printf (_("In %d"), year);
  gtk_label_set_label (self->title, title);
  write_values (self, input.result, company, year);
  ijk_company_sum_view_show (IJK_COMPANY_SUM_VIEW (self->sum), input.result, c->units, c->n_units,
                             year);
  ijk_company_measure_list_show (IJK_COMPANY_MEASURE_LIST (self->measures), input.result, c->units,
                                 c->n_units, year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, c->name,
                                  -1);
}

static void
year_cb (IjkCompanySide *self)
{
  const int year = ijk_chart_view_get_year (self->view);

  if (year > 0)
    ijk_session_set_year (self->session, year);
}

IjkChartView *
ijk_company_side_get_view (IjkCompanySide *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_SIDE (self), NULL);
  return self->view;
}

static void
ijk_company_side_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&IJK_COMPANY_SIDE (object)->session);
  G_OBJECT_CLASS (ijk_company_side_parent_class)->dispose (object);
}

static void
ijk_company_side_class_init (IjkCompanySideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_side_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companyside");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_values (IjkCompanySide *self)
{
  const char *const names[N_LINES] = {
    [LINE_EMISSIONS] = _("Emissions"), [LINE_RIGHTS] = _("Rights"),
    [LINE_POSITION] = _("Rights against levied emissions"), [LINE_LEVY] = _("Levy due"),
    [LINE_CREDIT] = _("Credit"),       [LINE_NET] = _("Net levy"),
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "figure-title");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < N_LINES; i++)
    {
      GtkWidget *name = gtk_label_new (names[i]);

      self->values[i] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_wrap (GTK_LABEL (name), TRUE);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_label_set_xalign (self->values[i], 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->values[i]), "numeric");
      if (i == LINE_NET)
        gtk_widget_add_css_class (GTK_WIDGET (self->values[i]), "company-after");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->values[i]),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
      gtk_grid_attach (GTK_GRID (grid), name, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->values[i]), 1, (int) i, 1, 1);
    }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "company-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (card), grid);
  return card;
}

/* The words stand around the chart, each on one line: were they in it, a name that needs two lines
 * would make its plot lower than that of the other company. */
static GtkLabel *
make_line (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  ijk_label_tell_when_cut (label);
  return label;
}

static GtkWidget *
make_figure (IjkCompanySide *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->figure_title = make_line ("figure-title");
  self->subtitle = make_line ("figure-subtitle");
  self->source = make_line ("figure-source");
  self->view = IJK_CHART_VIEW (ijk_chart_view_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, CHART_HEIGHT_PX);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "company-card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->figure_title));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->source));
  g_signal_connect_object (self->view, "notify::year", G_CALLBACK (year_cb), self,
                           G_CONNECT_SWAPPED);
  return card;
}

static void
ijk_company_side_init (IjkCompanySide *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_parent (make_figure (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_values (self), GTK_WIDGET (self));
  self->sum = ijk_company_sum_view_new ();
  self->measures = ijk_company_measure_list_new ();
  gtk_widget_set_parent (self->sum, GTK_WIDGET (self));
  gtk_widget_set_parent (self->measures, GTK_WIDGET (self));
}

GtkWidget *
ijk_company_side_new (IjkSession *session)
{
  IjkCompanySide *self = g_object_new (IJK_TYPE_COMPANY_SIDE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

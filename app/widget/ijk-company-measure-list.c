/* Rows of measures. As many rows as there are measures are kept and written again after every run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-measure-list.h"

#include <glib/gi18n.h>

#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-widget.h"
#include "ijk-wrap-layout.h"

/* Beyond what is used, this many that could be. */
#define N_UNUSED_ROWS 3
#define SMALL_KT 0.05
/* Of the name of a measure that are seen at least. */
#define NAME_CHARS 20
#define GAP_PX 10

typedef struct
{
  GtkWidget *row;
  GtkLabel *name;
  GtkLabel *since;
  GtkLabel *amount;
  GtkLabel *limit;
} Row;

struct _IjkCompanyMeasureList
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *list;
  GtkLabel *empty;
  GtkSizeGroup *limits; /* (owned) so that amounts stand below each other */
  GArray *rows; /* (owned) (element-type Row) */
};

G_DEFINE_FINAL_TYPE (IjkCompanyMeasureList, ijk_company_measure_list, GTK_TYPE_WIDGET)

/* What has no room beside the others stands below them. */
static void
let_wrap (GtkWidget *box)
{
  GtkLayoutManager *layout = ijk_wrap_layout_new ();

  g_object_set (layout, "spacing", GAP_PX, NULL);
  gtk_widget_set_layout_manager (box, layout);
}

static void
append_row (IjkCompanyMeasureList *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Row row = {
    .row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0),
    .name = GTK_LABEL (gtk_label_new (NULL)),
    .since = GTK_LABEL (gtk_label_new (NULL)),
    .amount = GTK_LABEL (gtk_label_new (NULL)),
    .limit = GTK_LABEL (gtk_label_new (NULL)),
  };

  gtk_label_set_xalign (row.name, 0);
  gtk_label_set_ellipsize (row.name, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (row.name, NAME_CHARS);
  gtk_label_set_xalign (row.since, 0);
  gtk_label_set_ellipsize (row.since, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (row.amount, 1);
  gtk_label_set_ellipsize (row.limit, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (row.limit, 14);
  gtk_label_set_max_width_chars (row.limit, 26);
  gtk_widget_set_valign (GTK_WIDGET (row.limit), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (row.limit), GTK_ALIGN_END);
  gtk_widget_set_hexpand (GTK_WIDGET (row.limit), TRUE);
  gtk_widget_set_hexpand (place, FALSE);
  gtk_size_group_add_widget (self->limits, place);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row.since), "company-caption");
  gtk_widget_add_css_class (GTK_WIDGET (row.amount), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (row.limit), "chip");
  gtk_widget_add_css_class (row.row, "company-measure");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row.name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row.since));
  gtk_box_append (GTK_BOX (row.row), words);
  gtk_box_append (GTK_BOX (row.row), GTK_WIDGET (row.amount));
  gtk_box_append (GTK_BOX (place), GTK_WIDGET (row.limit));
  gtk_box_append (GTK_BOX (row.row), place);
  gtk_box_append (GTK_BOX (self->list), row.row);
  let_wrap (row.row);
  g_array_append_val (self->rows, row);
}

static void
write_row (const Row               *row,
           const IjkResult         *result,
           const IjkCompanyMeasure *measure,
           guint                    t)
{
  const IjkReference *reference = result->reference;
  const IjkMeasure *m = &reference->measures[measure->measure];
  const char *name = ijk_language_pick (m->name_en, m->name_nl);
  const gboolean is_used = measure->abated_kt > SMALL_KT;
  g_autofree char *cost = ijk_quantity_number (
      result->measure_cost_eur_per_t[(gsize) t * reference->n_measures + measure->measure], 0);
  g_autofree char *size
      = ijk_quantity_number (is_used ? measure->abated_kt : measure->potential_kt, is_used ? 1 : 0);
  g_autofree char *since = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *limit = ijk_measure_limit_write (result, measure->cell, t, measure->limit);

  if (is_used)
    {
      /* Translators: since when a measure is used, %1$d is a year, and what it costs a tonne. */
      since = g_strdup_printf (_("since %1$d · %2$s €/t"), measure->first_year, cost);
      amount = g_strdup_printf ("<b>%s</b> <span size=\"small\" alpha=\"70%%\">kt</span>", size);
    }
  else
    {
      /* Translators: a measure that is not used: what it could take and what it costs a tonne. */
      since = g_strdup_printf (_("not used · could take %1$s kt · %2$s €/t"), size, cost);
      amount = g_strdup ("–");
    }
  gtk_label_set_label (row->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->name), name);
  gtk_label_set_label (row->since, since);
  gtk_label_set_markup (row->amount, amount);
  gtk_label_set_label (row->limit, limit);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row->limit), limit);
  ijk_widget_set_class (GTK_WIDGET (row->limit), "sourced",
                        measure->limit == IJK_MEASURE_LIMIT_FULL
                            || measure->limit == IJK_MEASURE_LIMIT_PROJECT);
}

void
ijk_company_measure_list_show (IjkCompanyMeasureList *self,
                               const IjkResult       *result,
                               const guint           *units,
                               guint                  n_units,
                               int                    year)
{
  g_autoptr (GArray) measures = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *sum = NULL;
  double sum_kt = 0;
  guint n_unused = 0;
  guint n = 0;

  g_return_if_fail (IJK_IS_COMPANY_MEASURE_LIST (self));

  measures = ijk_company_measures (result, units, n_units, year);
  for (guint i = 0; i < measures->len; i++)
    {
      const IjkCompanyMeasure *measure = &g_array_index (measures, IjkCompanyMeasure, i);

      sum_kt += measure->abated_kt;
      if (measure->abated_kt <= SMALL_KT && n_unused++ >= N_UNUSED_ROWS)
        continue;
      if (n >= self->rows->len)
        append_row (self);
      write_row (&g_array_index (self->rows, Row, n), result, measure, IJK_YEAR_INDEX (year));
      gtk_widget_set_visible (g_array_index (self->rows, Row, n).row, TRUE);
      n++;
    }
  for (guint i = n; i < self->rows->len; i++)
    gtk_widget_set_visible (g_array_index (self->rows, Row, i).row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), n == 0);
  /* Translators: %d is a year. */
  title = g_strdup_printf (_("Measures in %d"), year);
  sum = ijk_quantity_kt (sum_kt);
  /* Translators: %s is an amount of emissions: "829 kt avoided". */
  subtitle = g_strdup_printf (_("%s avoided"), sum);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
ijk_company_measure_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ijk_company_measure_list_parent_class)->dispose (object);
}

static void
ijk_company_measure_list_finalize (GObject *object)
{
  g_array_unref (IJK_COMPANY_MEASURE_LIST (object)->rows);
  g_clear_object (&IJK_COMPANY_MEASURE_LIST (object)->limits);
  G_OBJECT_CLASS (ijk_company_measure_list_parent_class)->finalize (object);
}

static void
ijk_company_measure_list_class_init (IjkCompanyMeasureListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_measure_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ijk_company_measure_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companymeasures");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_company_measure_list_init (IjkCompanyMeasureList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *why = gtk_label_new (_("what limits it"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->limits = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->subtitle = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "figure-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "figure-subtitle");
  gtk_widget_add_css_class (why, "company-caption");
  gtk_widget_set_halign (why, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (head), why);
  let_wrap (head);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  self->empty = GTK_LABEL (gtk_label_new (_("No measure of the model fits here in this year.")));
  gtk_label_set_xalign (self->empty, 0);
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "company-note");
  gtk_widget_set_parent (GTK_WIDGET (self->empty), GTK_WIDGET (self));
}

GtkWidget *
ijk_company_measure_list_new (void)
{
  return g_object_new (IJK_TYPE_COMPANY_MEASURE_LIST, NULL);
}

/* Cells of the table of companies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-cell.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-chart-view.h"
#include "ijk-quantity.h"
#include "ijk-sector-group.h"
#include "ijk-widget.h"

#define SPARK_WIDTH_PX 84
#define SPARK_HEIGHT_PX 22
#define SPARK_PADDING_PX 3
#define SWATCH_PX 10
#define SWATCH_GAP_PX 7
#define DOT_RADIUS_PX 2.5
#define TEXT_CHARS 12
#define NAME_CHARS 16
#define NUMBER_CHARS 7

struct _IjkCompanyCell
{
  GtkWidget parent_instance;

  IjkCompanyColumn column;
  GtkWidget *label;             /* (nullable) of all but small charts */
  IjkRole role;                 /* of the sector's colour; IJK_ROLE_NONE */
  double yearly_kt[IJK_N_YEARS];
  int year;
};

G_DEFINE_FINAL_TYPE (IjkCompanyCell, ijk_company_cell, GTK_TYPE_WIDGET)

static gboolean
has_swatch (IjkCompanyCell *self)
{
  return self->column == IJK_COMPANY_SECTOR;
}

static void
ijk_company_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (widget);
  const int extra = has_swatch (self) ? SWATCH_PX + SWATCH_GAP_PX : 0;

  if (self->label == NULL)
    {
      *minimum = *natural
          = orientation == GTK_ORIENTATION_HORIZONTAL ? SPARK_WIDTH_PX : SPARK_HEIGHT_PX;
      return;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > extra)
    for_size -= extra;
  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += extra;
      *natural += extra;
    }
}

static void
ijk_company_cell_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (widget);
  const int extra = has_swatch (self) ? SWATCH_PX + SWATCH_GAP_PX : 0;
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->label != NULL)
    gtk_widget_size_allocate (self->label,
                              &(GtkAllocation) { is_rtl ? 0 : extra, 0, MAX (width - extra, 0), height },
                              baseline);
}

static void
set_source (cairo_t *cr,
            IjkRole  role)
{
  const IjkColour colour = ijk_palette_get_colour (ijk_chart_view_get_style (), role);

  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static void
draw_spark (IjkCompanyCell *self,
            cairo_t        *cr,
            double          width,
            double          height)
{
  const double step = (width - 2 * SPARK_PADDING_PX) / (IJK_N_YEARS - 1);
  const double room = height - 2 * SPARK_PADDING_PX;
  const guint i_year = IJK_YEAR_INDEX (self->year);
  double largest = 0;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    largest = MAX (largest, self->yearly_kt[t]);
#define X(t) (SPARK_PADDING_PX + (t) * step)
#define Y(t) (SPARK_PADDING_PX + room - (largest > 0 ? self->yearly_kt[t] / largest : 0) * room)
  cairo_set_line_width (cr, 1);
  set_source (cr, IJK_ROLE_GRID);
  cairo_move_to (cr, SPARK_PADDING_PX, height - SPARK_PADDING_PX + 0.5);
  cairo_line_to (cr, width - SPARK_PADDING_PX, height - SPARK_PADDING_PX + 0.5);
  cairo_stroke (cr);
  set_source (cr, IJK_ROLE_CURRENT);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint t = 0; t < IJK_N_PAST_YEARS; t++)
    cairo_line_to (cr, X (t), Y (t));
  cairo_stroke (cr);
  cairo_set_dash (cr, (const double[]) { 2.0, 1.6 }, 2, 0);
  for (guint t = IJK_N_PAST_YEARS - 1; t < IJK_N_YEARS; t++)
    cairo_line_to (cr, X (t), Y (t));
  cairo_stroke (cr);
  set_source (cr, IJK_ROLE_ACCENT);
  cairo_arc (cr, X (i_year), Y (i_year), DOT_RADIUS_PX, 0, 2 * G_PI);
  cairo_fill (cr);
#undef X
#undef Y
}

static void
draw_swatch (IjkCompanyCell *self,
             cairo_t        *cr,
             double          height)
{
  const double y = round ((height - SWATCH_PX) / 2);

  set_source (cr, self->role);
  cairo_rectangle (cr, 0, y, SWATCH_PX, SWATCH_PX);
  cairo_fill (cr);
}

static void
ijk_company_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->label == NULL)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      draw_spark (self, cr, width, height);
      cairo_destroy (cr);
      return;
    }
  if (has_swatch (self) && self->role != IJK_ROLE_NONE)
    {
      const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (is_rtl ? width - SWATCH_PX : 0, 0, width, height));
      if (is_rtl)
        cairo_translate (cr, width - SWATCH_PX, 0);
      draw_swatch (self, cr, height);
      cairo_destroy (cr);
    }
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
ijk_company_cell_dispose (GObject *object)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ijk_company_cell_parent_class)->dispose (object);
}

static void
ijk_company_cell_class_init (IjkCompanyCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_company_cell_dispose;
  widget_class->measure = ijk_company_cell_measure;
  widget_class->size_allocate = ijk_company_cell_size_allocate;
  widget_class->snapshot = ijk_company_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "companycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ijk_company_cell_init (IjkCompanyCell *self)
{
  self->role = IJK_ROLE_NONE;
  self->year = IJK_FIRST_YEAR;
}

GtkWidget *
ijk_company_cell_new (IjkCompanyColumn column)
{
  IjkCompanyCell *self;

  /* What has words is read as them; a small chart is a picture with a name. */
  if (column == IJK_COMPANY_SPARKLINE)
    return g_object_new (IJK_TYPE_COMPANY_CELL, NULL);
  self = g_object_new (IJK_TYPE_COMPANY_CELL, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->column = column;
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  if (ijk_company_column_is_number (column))
    {
      gtk_label_set_xalign (GTK_LABEL (self->label), 1);
      gtk_label_set_width_chars (GTK_LABEL (self->label), NUMBER_CHARS);
      gtk_widget_add_css_class (self->label, "numeric");
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (self->label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (self->label),
                                 column == IJK_COMPANY_NAME ? NAME_CHARS : TEXT_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (self->label), 2 * NAME_CHARS);
    }
  if (column == IJK_COMPANY_LEVY)
    gtk_widget_add_css_class (self->label, "company-levy");
  return GTK_WIDGET (self);
}

static void
update_spark (IjkCompanyCell        *self,
              const IjkCompanyTable *table,
              guint                  position)
{
  const int year = ijk_company_table_get_year (table);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *label = NULL;
  double yearly_kt[IJK_N_YEARS];

  ijk_company_table_yearly (table, position, yearly_kt);
  if (year == self->year && memcmp (yearly_kt, self->yearly_kt, sizeof yearly_kt) == 0)
    return;
  memcpy (self->yearly_kt, yearly_kt, sizeof yearly_kt);
  self->year = year;
  first = ijk_quantity_kt (yearly_kt[0]);
  last = ijk_quantity_kt (yearly_kt[IJK_N_YEARS - 1]);
  /* Translators: a small chart in words: %1$s and %3$s are amounts (5,957 kt), %2$d and %4$d years. */
  label = g_strdup_printf (_("Emissions from %1$s in %2$d to %3$s in %4$d"), first, IJK_FIRST_YEAR,
                           last, IJK_LAST_YEAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* An earlier year of the registry stands before the figure. */
static void
set_observed (IjkCompanyCell      *self,
              const IjkCompanyRow *row,
              const char          *text)
{
  g_autofree char *markup = NULL;

  if (row->observed_year == 0 || row->observed_year == IJK_LAST_OBSERVED_YEAR)
    {
      gtk_label_set_text (GTK_LABEL (self->label), text);
      return;
    }
  markup = g_markup_printf_escaped ("<span size=\"small\" alpha=\"65%%\">%d</span> %s",
                                    row->observed_year, text);
  gtk_label_set_markup (GTK_LABEL (self->label), markup);
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

void
ijk_company_cell_update (IjkCompanyCell        *self,
                         const IjkCompanyTable *table,
                         guint                  position)
{
  const IjkCompanyRow *row;
  g_autofree char *text = NULL;

  g_return_if_fail (IJK_IS_COMPANY_CELL (self));

  if (position >= ijk_company_table_n_shown (table))
    return;
  if (self->label == NULL)
    {
      update_spark (self, table, position);
      return;
    }
  row = ijk_company_table_get (table, position);
  text = ijk_company_table_write (table, row, self->column);
  if (g_strcmp0 (text, gtk_label_get_text (GTK_LABEL (self->label))) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->column == IJK_COMPANY_OBSERVED)
    set_observed (self, row, text);
  else
    gtk_label_set_label (GTK_LABEL (self->label), text);
  if (!ijk_company_column_is_number (self->column))
    ijk_widget_set_tooltip (self->label, text);
  if (self->column == IJK_COMPANY_LEVY)
    set_class (self->label, "company-zero", !(row->levy_meur > 0));
  if (has_swatch (self))
    {
      const IjkRole role
          = row->sector == IJK_NONE
                ? IJK_ROLE_NONE
                : ijk_sector_group_role (
                    ijk_sector_group_of (ijk_company_table_get_reference (table), row->sector));

      if (role != self->role)
        gtk_widget_queue_draw (GTK_WIDGET (self));
      self->role = role;
    }
}

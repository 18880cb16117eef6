/* Cells of the table of companies.
 *
 * A cell draws its words itself and is as wide as its column wants, whatever it says: so new numbers in
 * some hundred cells are drawn again, and nothing is measured or laid out anew.
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

/* Room for words, in digits. */
#define TEXT_CHARS 12
#define NAME_CHARS 18
#define NUMBER_CHARS 7
/* Less of them where the table is narrow, so that more columns of numbers are on the screen. */
#define LEAST_TEXT_CHARS 8
#define LEAST_NAME_CHARS 12
#define OBSERVED_CHARS 10 /* a year may stand before the figure */

struct _IjkCompanyCell
{
  GtkWidget parent_instance;

  IjkCompanyColumn column;
  char *text;                   /* (owned) (nullable) of all but small charts */
  int small_year;               /* stands before the figure; 0 = none */
  PangoLayout *layout;          /* (owned) (nullable) of the text, when it was drawn */
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

static gboolean
is_chart (IjkCompanyCell *self)
{
  return self->column == IJK_COMPANY_SPARKLINE;
}

static int
count_chars (IjkCompanyColumn column)
{
  if (column == IJK_COMPANY_NAME)
    return NAME_CHARS;
  if (column == IJK_COMPANY_OBSERVED)
    return OBSERVED_CHARS;
  return ijk_company_column_is_number (column) ? NUMBER_CHARS : TEXT_CHARS;
}

static int
count_least_chars (IjkCompanyColumn column)
{
  if (column == IJK_COMPANY_NAME)
    return LEAST_NAME_CHARS;
  return ijk_company_column_is_number (column) ? count_chars (column) : LEAST_TEXT_CHARS;
}

static int
swatch_px (IjkCompanyCell *self)
{
  return has_swatch (self) ? SWATCH_PX + SWATCH_GAP_PX : 0;
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
  g_autoptr (PangoLayout) digit = NULL;
  int width = 0;
  int height = 0;

  (void) for_size;
  (void) minimum_baseline;
  (void) natural_baseline;
  if (is_chart (self))
    {
      *minimum = *natural
          = orientation == GTK_ORIENTATION_HORIZONTAL ? SPARK_WIDTH_PX : SPARK_HEIGHT_PX;
      return;
    }
  digit = gtk_widget_create_pango_layout (widget, "0");
  pango_layout_get_size (digit, &width, &height);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = PANGO_PIXELS_CEIL (height);
      return;
    }
  *minimum = swatch_px (self) + PANGO_PIXELS_CEIL (count_least_chars (self->column) * width);
  *natural = swatch_px (self) + PANGO_PIXELS_CEIL (count_chars (self->column) * width);
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

/* An earlier year of the registry stands before the figure, small. */
static void
set_small_year (PangoLayout *layout,
                int          year,
                const char  *text)
{
  g_autofree char *markup
      = g_markup_printf_escaped ("<span size=\"small\" alpha=\"65%%\">%d</span> %s", year, text);

  pango_layout_set_markup (layout, markup, -1);
}

static void
make_layout (IjkCompanyCell *self)
{
  const gboolean is_number = ijk_company_column_is_number (self->column);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *attributes;

  if (self->small_year != 0)
    set_small_year (layout, self->small_year, self->text);
  else
    pango_layout_set_text (layout, self->text, -1);
  if (is_number)
    {
      attributes = pango_layout_get_attributes (layout);
      attributes = attributes != NULL ? pango_attr_list_ref (attributes) : pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  else
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }
  self->layout = layout;
}

/* Numbers stand at the end, words at the start, both in the middle of the height. */
static void
draw_text (IjkCompanyCell *self,
           GtkSnapshot    *snapshot,
           int             width,
           int             height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean is_number = ijk_company_column_is_number (self->column);
  const int room = width - swatch_px (self);
  int text_width, text_height;
  double x;

  if (self->text == NULL)
    return;
  if (self->layout == NULL)
    make_layout (self);
  if (!is_number)
    pango_layout_set_width (self->layout, MAX (room, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  if (is_number)
    x = is_rtl ? 0 : width - text_width;
  else
    x = is_rtl ? 0 : swatch_px (self);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x,
                              floor ((height - text_height) / 2.0), self->layout);
}

static void
ijk_company_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (is_chart (self))
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      draw_spark (self, cr, width, height);
      cairo_destroy (cr);
      return;
    }
  if (has_swatch (self) && self->role != IJK_ROLE_NONE)
    {
      cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (is_rtl ? width - SWATCH_PX : 0, 0, SWATCH_PX, height));
      if (is_rtl)
        cairo_translate (cr, width - SWATCH_PX, 0);
      draw_swatch (self, cr, height);
      cairo_destroy (cr);
    }
  draw_text (self, snapshot, width, height);
}

static void
ijk_company_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ijk_company_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&IJK_COMPANY_CELL (widget)->layout);
}

/* The size of type, as of the presenter mode. */
static void
ijk_company_cell_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ijk_company_cell_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&IJK_COMPANY_CELL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
ijk_company_cell_finalize (GObject *object)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (ijk_company_cell_parent_class)->finalize (object);
}

/* What is cut off can be read when the pointer rests on it. Asked for only then: to set the text of a
 * tooltip asks the window system where the pointer is, which for every cell after every run would take
 * longer than the run. */
static gboolean
ijk_company_cell_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    is_by_keyboard,
                                GtkTooltip *tooltip)
{
  IjkCompanyCell *self = IJK_COMPANY_CELL (widget);

  (void) x;
  (void) y;
  (void) is_by_keyboard;
  if (self->layout == NULL || !pango_layout_is_ellipsized (self->layout))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
ijk_company_cell_class_init (IjkCompanyCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ijk_company_cell_finalize;
  widget_class->measure = ijk_company_cell_measure;
  widget_class->snapshot = ijk_company_cell_snapshot;
  widget_class->css_changed = ijk_company_cell_css_changed;
  widget_class->system_setting_changed = ijk_company_cell_system_setting_changed;
  widget_class->query_tooltip = ijk_company_cell_query_tooltip;
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
  self = g_object_new (IJK_TYPE_COMPANY_CELL, "accessible-role",
                       column == IJK_COMPANY_SPARKLINE ? GTK_ACCESSIBLE_ROLE_IMG
                                                       : GTK_ACCESSIBLE_ROLE_LABEL,
                       "has-tooltip", !ijk_company_column_is_number (column), NULL);
  self->column = column;
  if (column == IJK_COMPANY_LEVY)
    gtk_widget_add_css_class (GTK_WIDGET (self), "company-levy");
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

/* Another text, drawn at the next frame. */
static void
set_text (IjkCompanyCell *self,
          const char     *text,
          int             small_year)
{
  g_autofree char *spoken = NULL;

  if (small_year == self->small_year && g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->small_year = small_year;
  g_clear_object (&self->layout);
  if (small_year != 0)
    spoken = g_strdup_printf ("%d %s", small_year, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
find_small_year (IjkCompanyCell      *self,
                 const IjkCompanyRow *row)
{
  return self->column == IJK_COMPANY_OBSERVED && row->observed_year != IJK_LAST_OBSERVED_YEAR
             ? row->observed_year
             : 0;
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
  if (is_chart (self))
    {
      update_spark (self, table, position);
      return;
    }
  row = ijk_company_table_get (table, position);
  text = ijk_company_table_write (table, row, self->column);
  set_text (self, text, find_small_year (self, row));
  if (self->column == IJK_COMPANY_LEVY)
    ijk_widget_set_class (GTK_WIDGET (self), "company-zero", !(row->levy_meur > 0));
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

IjkCompanyColumn
ijk_company_cell_get_column (IjkCompanyCell *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_CELL (self), IJK_COMPANY_NAME);

  return self->column;
}

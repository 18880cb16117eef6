/* The map: outline and circles drawn, the list made of toggle buttons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "ijk-chart-view.h"
#include "ijk-indicator.h"
#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-widget.h"
#include "ijk-wrap-layout.h"

/* The drawing is made in a box of this size. */
#define BOX_WIDTH 100.0
#define BOX_HEIGHT 118.0
#define MAP_WIDTH_PX 190
#define MAP_HEIGHT_PX 224
#define LARGEST_RADIUS 12.0
#define SMALLEST_RADIUS 2.0
#define N_PLACES 6
#define NOTE_CHARS 40

typedef struct
{
  double x, y;
} Point;

/* Drawn by hand, in the box: the coast from Zeeland to the Dollard, then the land border back. */
static const Point outline[] = {
  { 2, 91 },   { 10, 86 },  { 9, 81 },   { 16, 77 },  { 18, 72 },  { 23, 65 },  { 28, 57 },  { 31, 48 },
  { 33, 38 },  { 36, 30 },  { 41, 32 },  { 44, 38 },  { 43, 45 },  { 47, 50 },  { 55, 47 },  { 57, 39 },
  { 52, 33 },  { 53, 24 },  { 60, 17 },  { 70, 13 },  { 82, 11 },  { 91, 14 },  { 97, 20 },  { 95, 31 },
  { 92, 43 },  { 85, 46 },  { 87, 53 },  { 92, 58 },  { 89, 66 },  { 82, 69 },  { 76, 73 },  { 70, 75 },
  { 72, 83 },  { 73, 92 },  { 69, 99 },  { 72, 106 }, { 73, 113 }, { 67, 116 }, { 65, 108 }, { 66, 101 },
  { 58, 100 }, { 50, 97 },  { 42, 94 },  { 36, 93 },  { 29, 95 },  { 24, 93 },  { 19, 98 },  { 10, 99 },
  { 4, 97 },
};

/* The islands in the north, from west to east: their ends. */
static const Point islands[][2] = {
  { { 36.5, 26 }, { 38.5, 22 } }, { { 41, 17.5 }, { 46, 13 } }, { { 49, 10.5 }, { 54, 9 } },
  { { 58, 7.8 }, { 64, 7 } },     { { 69, 6 }, { 73, 6 } },
};

/* Clusters by their id; the sixth lies all over the country and stands apart. */
static const struct
{
  const char *id;
  Point at;
} places[N_PLACES] = {
  { "rotterdam-moerdijk", { 26, 76 } }, { "smart-delta", { 14, 92 } }, { "noordzeekanaal", { 35, 50 } },
  { "chemelot", { 69, 104 } },          { "noord-nederland", { 89, 20 } }, { "cluster6", { 66, 60 } },
};

struct _IjkCompanyMap
{
  GtkWidget parent_instance;

  IjkSession *session;           /* (owned) */
  const IjkReference *reference; /* of the buttons below; compared only */
  guint chosen;                  /* cluster, or IJK_NONE */
  guint n_clusters;
  double *values;                /* (owned) [n_clusters] kt or MEUR */
  gboolean is_updating;
  GtkWidget *drawing;
  GtkDropDown *quantity;
  GtkWidget *list;
  GtkLabel *note;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  CLUSTER_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompanyMap, ijk_company_map, GTK_TYPE_WIDGET)

static gboolean
shows_levy (IjkCompanyMap *self)
{
  return gtk_drop_down_get_selected (self->quantity) == 1;
}

/* Returns: FALSE for a cluster that is not on the drawing */
static gboolean
find_place (const IjkReference *reference,
            guint               cluster,
            Point              *at)
{
  for (guint i = 0; i < N_PLACES; i++)
    if (g_str_equal (places[i].id, reference->clusters[cluster].id))
      {
        *at = places[i].at;
        return TRUE;
      }
  return FALSE;
}

/* The area shows the amount. */
static double
find_radius (IjkCompanyMap *self,
             guint          cluster)
{
  double largest = 0;

  for (guint c = 0; c < self->n_clusters; c++)
    largest = MAX (largest, self->values[c]);
  if (!(largest > 0) || !(self->values[cluster] > 0))
    return SMALLEST_RADIUS;
  return MAX (SMALLEST_RADIUS, LARGEST_RADIUS * sqrt (self->values[cluster] / largest));
}

static void
set_source (cairo_t *cr,
            IjkRole  role,
            double   alpha)
{
  const IjkColour colour = ijk_palette_get_colour (ijk_chart_view_get_style (), role);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

static void
fit (double  width,
     double  height,
     double *scale,
     double *x,
     double *y)
{
  *scale = MIN (width / BOX_WIDTH, height / BOX_HEIGHT);
  *x = (width - BOX_WIDTH * *scale) / 2;
  *y = (height - BOX_HEIGHT * *scale) / 2;
}

static void
draw_outline (cairo_t *cr)
{
  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    cairo_line_to (cr, outline[i].x, outline[i].y);
  cairo_close_path (cr);
  set_source (cr, IJK_ROLE_SHADE, 1);
  cairo_fill_preserve (cr);
  set_source (cr, IJK_ROLE_AXIS, 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < G_N_ELEMENTS (islands); i++)
    {
      cairo_move_to (cr, islands[i][0].x, islands[i][0].y);
      cairo_line_to (cr, islands[i][1].x, islands[i][1].y);
    }
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* In high contrast nothing shines through, and the edge tells circles apart. */
static void
draw_circle (IjkCompanyMap *self,
             cairo_t       *cr,
             guint          cluster,
             const Point   *at)
{
  const gboolean is_chosen = cluster == self->chosen;
  const gboolean has_contrast = ijk_widget_has_contrast ();

  cairo_new_sub_path (cr);
  cairo_arc (cr, at->x, at->y, find_radius (self, cluster), 0, 2 * G_PI);
  set_source (cr, IJK_ROLE_SERIES_1, has_contrast ? 1 : is_chosen ? 0.95 : 0.55);
  cairo_fill_preserve (cr);
  set_source (cr, is_chosen || has_contrast ? IJK_ROLE_CURRENT : IJK_ROLE_SERIES_1, 1);
  cairo_set_line_width (cr, (is_chosen ? 1.4 : 0.7) * (has_contrast ? 1.5 : 1));
  /* What lies all over the country is dashed: it has no place. */
  if (g_str_equal (self->reference->clusters[cluster].id, "cluster6"))
    cairo_set_dash (cr, (const double[]) { 2, 1.5 }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  IjkCompanyMap *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  double scale, x, y;

  (void) area;
  fit (width, height, &scale, &x, &y);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  draw_outline (cr);
  if (reference == NULL || reference != self->reference)
    return;
  for (guint c = 0; c < self->n_clusters; c++)
    {
      Point at;

      if (find_place (reference, c, &at))
        draw_circle (self, cr, c, &at);
    }
}

static void
choose (IjkCompanyMap *self,
        guint          cluster)
{
  ijk_company_map_set_cluster (self, cluster);
  g_signal_emit (self, signals[CLUSTER_CHOSEN], 0, cluster);
}

static void
pressed_cb (IjkCompanyMap *self,
            int            n_press,
            double         x,
            double         y)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  double scale, left, top;
  double nearest = INFINITY;
  guint found = IJK_NONE;

  (void) n_press;
  if (reference == NULL || reference != self->reference)
    return;
  fit (gtk_widget_get_width (self->drawing), gtk_widget_get_height (self->drawing), &scale, &left,
       &top);
  for (guint c = 0; c < self->n_clusters; c++)
    {
      Point at;
      double distance;

      if (!find_place (reference, c, &at))
        continue;
      distance = hypot ((x - left) / scale - at.x, (y - top) / scale - at.y);
      /* Twelve pixels round a small circle are part of it. */
      if (distance < MAX (find_radius (self, c), 12 / scale) && distance < nearest)
        {
          nearest = distance;
          found = c;
        }
    }
  choose (self, found == self->chosen ? IJK_NONE : found);
}

static void
toggled_cb (GtkToggleButton *button,
            IjkCompanyMap   *self)
{
  const guint cluster = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cluster"));

  if (!self->is_updating)
    choose (self, gtk_toggle_button_get_active (button) ? cluster : IJK_NONE);
}

static void
make_list (IjkCompanyMap      *self,
           const IjkReference *reference)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint c = 0; c < reference->n_clusters; c++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
      GtkWidget *name = gtk_label_new (ijk_language_pick (reference->clusters[c].name_en,
                                                          reference->clusters[c].name_nl));
      GtkWidget *amount = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_widget_add_css_class (amount, "numeric");
      gtk_box_append (GTK_BOX (box), name);
      gtk_box_append (GTK_BOX (box), amount);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "company-cluster");
      g_object_set_data (G_OBJECT (button), "cluster", GUINT_TO_POINTER (c));
      g_object_set_data (G_OBJECT (button), "amount", amount);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, amount, NULL, -1);
      gtk_box_append (GTK_BOX (self->list), button);
    }
  g_free (self->values);
  self->n_clusters = reference->n_clusters;
  self->values = g_new0 (double, self->n_clusters + 1);
  self->reference = reference;
  self->chosen = IJK_NONE;
}

static void
update (IjkCompanyMap *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkResult *result = ijk_session_get_result (self->session);
  const int year = ijk_session_get_year (self->session);
  g_autofree char *note = NULL;
  const IjkIndicator *indicator;

  if (reference == NULL || result == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->reference != reference)
    make_list (self, reference);
  indicator = ijk_indicator_find (IJK_ITEMS_CLUSTER, shows_levy (self) ? "net_levy" : "emissions");
  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const guint c = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cluster"));
      GtkWidget *amount = g_object_get_data (G_OBJECT (button), "amount");
      g_autofree char *text = NULL;

      self->values[c] = ijk_indicator_value (indicator, result, c, year);
      text = shows_levy (self) ? ijk_quantity_money (self->values[c])
                               : ijk_quantity_mt (self->values[c]);
      gtk_label_set_label (GTK_LABEL (amount), text);
    }
  /* Translators: below a map; %d is a year. */
  note = g_strdup_printf (_("Schematic, not to scale. The area of a circle is the amount in %d; "
                            "installations in the industry figure. Cluster 6 has no one place."),
                          year);
  gtk_label_set_label (self->note, note);
  gtk_widget_queue_draw (self->drawing);
}

static void
ijk_company_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ijk_company_map_parent_class)->map (widget);
  update (IJK_COMPANY_MAP (widget));
}

static void
ijk_company_map_get_property (GObject    *object,
                              guint       property,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, IJK_COMPANY_MAP (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_company_map_set_property (GObject      *object,
                              guint         property,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_SESSION:
      IJK_COMPANY_MAP (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_company_map_constructed (GObject *object)
{
  IjkCompanyMap *self = IJK_COMPANY_MAP (object);

  G_OBJECT_CLASS (ijk_company_map_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "notify::result", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

static void
ijk_company_map_dispose (GObject *object)
{
  IjkCompanyMap *self = IJK_COMPANY_MAP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_company_map_parent_class)->dispose (object);
}

static void
ijk_company_map_finalize (GObject *object)
{
  g_free (IJK_COMPANY_MAP (object)->values);
  G_OBJECT_CLASS (ijk_company_map_parent_class)->finalize (object);
}

static void
ijk_company_map_class_init (IjkCompanyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_company_map_get_property;
  object_class->set_property = ijk_company_map_set_property;
  object_class->constructed = ijk_company_map_constructed;
  object_class->dispose = ijk_company_map_dispose;
  object_class->finalize = ijk_company_map_finalize;
  widget_class->map = ijk_company_map_map;
  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, IJK_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLUSTER_CHOSEN]
      = g_signal_new ("cluster-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, IJK_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "companymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_company_map_init (IjkCompanyMap *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (
      (const char *const[]) { _("Emissions by cluster"), _("Net levy by cluster"), NULL });

  self->chosen = IJK_NONE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "company-card");
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 14, NULL);
  self->drawing = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->drawing), MAP_WIDTH_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->drawing), MAP_HEIGHT_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->drawing), draw_cb, self, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->drawing), GTK_ACCESSIBLE_PROPERTY_LABEL,
      _("Schematic map of the clusters; the same is in the list beside it"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Map of clusters"), -1);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->drawing, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (self->drawing, GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self->drawing,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self->drawing, G_CONNECT_SWAPPED);
  self->quantity = GTK_DROP_DOWN (drop_down);
  ijk_widget_set_label (drop_down, _("What the circles show"));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_max_width_chars (self->note, NOTE_CHARS);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "company-caption");
  gtk_widget_set_vexpand (GTK_WIDGET (self->note), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->note), GTK_ALIGN_END);
  /* Amounts stand near their names, however wide the card. */
  gtk_widget_set_halign (drop_down, GTK_ALIGN_START);
  gtk_widget_set_halign (self->list, GTK_ALIGN_START);
  gtk_widget_set_hexpand (side, TRUE);
  gtk_box_append (GTK_BOX (side), drop_down);
  gtk_box_append (GTK_BOX (side), self->list);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->note));
  gtk_widget_set_parent (side, GTK_WIDGET (self));
}

GtkWidget *
ijk_company_map_new (IjkSession *session)
{
  return g_object_new (IJK_TYPE_COMPANY_MAP, "session", session, NULL);
}

void
ijk_company_map_set_cluster (IjkCompanyMap *self,
                             guint          cluster)
{
  g_return_if_fail (IJK_IS_COMPANY_MAP (self));

  self->chosen = cluster;
  self->is_updating = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (button),
        GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cluster")) == cluster);
  self->is_updating = FALSE;
  gtk_widget_queue_draw (self->drawing);
}

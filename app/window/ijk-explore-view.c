/* The Explore view. It knows which figure stands where; what a figure shows is the card's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explore-view.h"

#include "ijk-card-grid.h"
#include "ijk-headline-strip.h"

#include <glib/gi18n-lib.h>

/* Below this the cards stand in one column (see IjkCardGrid). */
#define NARROW_PX 900

struct _IjkExploreView
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) (nullable) */
  char *ids[IJK_MAX_CARDS]; /* (owned) by place */
  IjkFigureCard *cards[IJK_MAX_CARDS]; /* (nullable) not seen */
  int n_charts;
  gboolean is_filling; /* guards against its own notification */
  gboolean is_narrow;
  guint strip_id; /* an idle, or 0 */
  GtkWidget *scroller;
  GtkWidget *page;
  GtkWidget *strip; /* (nullable) before there is a session */
  GtkWidget *grid;
};

enum
{
  PROP_0,
  PROP_N_CHARTS,
  N_PROPS,
};

enum
{
  SAVE_REQUESTED,
  PRINT_REQUESTED,
  MESSAGE,
  CHARTS_CHANGED,
  N_SIGNALS,
};

/* What stands in the four places until a person chooses. */
static const char *const first_ids[IJK_MAX_CARDS]
    = { "emissions-by-sector", "benchmark-path", "levy", "ccs" };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkExploreView, ijk_explore_view, GTK_TYPE_WIDGET)

static void
figure_cb (IjkFigureCard  *card,
           GParamSpec     *pspec,
           IjkExploreView *self)
{
  const IjkFigure *figure = ijk_figure_card_get_figure (card);

  (void) pspec;
  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    if (self->cards[i] == card && figure != NULL)
      {
        g_free (self->ids[i]);
        self->ids[i] = g_strdup (figure->id);
      }
  g_signal_emit (self, signals[CHARTS_CHANGED], 0);
}

/* In one column the headline figures would take half of what the one chart is to fill. */
static void
follow_room (IjkExploreView *self)
{
  if (self->strip != NULL)
    gtk_widget_set_visible (
        self->strip,
        !self->is_narrow || ijk_card_grid_get_filled (IJK_CARD_GRID (self->grid)) == NULL);
}

static gboolean
follow_room_cb (gpointer user_data)
{
  IjkExploreView *self = user_data;

  self->strip_id = 0;
  follow_room (self);
  return G_SOURCE_REMOVE;
}

/* Children must not change while they get their sizes, so it is done right after. */
static void
ijk_explore_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  IjkExploreView *self = IJK_EXPLORE_VIEW (widget);
  const gboolean is_narrow = width < NARROW_PX;

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->strip_id == 0)
    self->strip_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_room_cb, self, NULL);
}

static void
ijk_explore_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (IJK_EXPLORE_VIEW (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
is_filling_cb (IjkFigureCard  *card,
               GParamSpec     *pspec,
               IjkExploreView *self)
{
  gboolean is_filling;

  (void) pspec;
  g_object_get (card, "is-filling", &is_filling, NULL);
  if (self->is_filling)
    return;
  self->is_filling = TRUE;
  ijk_card_grid_set_filled (IJK_CARD_GRID (self->grid), is_filling ? GTK_WIDGET (card) : NULL);
  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    if (self->cards[i] != NULL && self->cards[i] != card)
      ijk_figure_card_set_is_filling (self->cards[i], FALSE);
  self->is_filling = FALSE;
  follow_room (self);
}

static void
save_requested_cb (IjkFigureCard  *card,
                   IjkExploreView *self)
{
  g_signal_emit (self, signals[SAVE_REQUESTED], 0, card);
}

static void
print_requested_cb (IjkFigureCard  *card,
                    IjkExploreView *self)
{
  g_signal_emit (self, signals[PRINT_REQUESTED], 0, card);
}

static void
message_cb (IjkFigureCard  *card,
            const char     *text,
            IjkExploreView *self)
{
  (void) card;
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

static void
make_card (IjkExploreView *self,
           guint           i)
{
  GtkWidget *card = ijk_figure_card_new (self->session, self->ids[i]);

  self->cards[i] = IJK_FIGURE_CARD (card);
  g_signal_connect_object (card, "notify::figure", G_CALLBACK (figure_cb), self, 0);
  g_signal_connect_object (card, "notify::is-filling", G_CALLBACK (is_filling_cb), self, 0);
  g_signal_connect_object (card, "save-requested", G_CALLBACK (save_requested_cb), self, 0);
  g_signal_connect_object (card, "print-requested", G_CALLBACK (print_requested_cb), self, 0);
  g_signal_connect_object (card, "message", G_CALLBACK (message_cb), self, 0);
  ijk_card_grid_append (IJK_CARD_GRID (self->grid), card);
}

/* Cards that are not seen do not exist: each costs a picture at every change. */
static void
follow_number (IjkExploreView *self)
{
  if (self->session == NULL)
    return;
  ijk_card_grid_set_filled (IJK_CARD_GRID (self->grid), NULL);
  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    {
      if ((int) i < self->n_charts && self->cards[i] == NULL)
        make_card (self, i);
      else if ((int) i >= self->n_charts && self->cards[i] != NULL)
        {
          gtk_widget_unparent (GTK_WIDGET (self->cards[i]));
          self->cards[i] = NULL;
        }
      if (self->cards[i] != NULL)
        ijk_figure_card_set_is_filling (self->cards[i], FALSE);
    }
}

static void
headline_activated_cb (IjkExploreView *self,
                       guint           i_headline,
                       const char     *figure_id)
{
  (void) i_headline;
  ijk_explore_view_show_figure (self, figure_id);
}

static void
ijk_explore_view_get_property (GObject    *object,
                               guint       property,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property)
    {
    case PROP_N_CHARTS:
      g_value_set_int (value, IJK_EXPLORE_VIEW (object)->n_charts);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_explore_view_set_property (GObject      *object,
                               guint         property,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_N_CHARTS:
      ijk_explore_view_set_n_charts (IJK_EXPLORE_VIEW (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_explore_view_dispose (GObject *object)
{
  IjkExploreView *self = IJK_EXPLORE_VIEW (object);

  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    self->cards[i] = NULL;
  self->strip = NULL;
  g_clear_handle_id (&self->strip_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_EXPLORE_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_explore_view_parent_class)->dispose (object);
}

static void
ijk_explore_view_finalize (GObject *object)
{
  IjkExploreView *self = IJK_EXPLORE_VIEW (object);

  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    g_free (self->ids[i]);
  G_OBJECT_CLASS (ijk_explore_view_parent_class)->finalize (object);
}

static void
ijk_explore_view_class_init (IjkExploreViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_explore_view_get_property;
  object_class->set_property = ijk_explore_view_set_property;
  object_class->dispose = ijk_explore_view_dispose;
  object_class->finalize = ijk_explore_view_finalize;
  properties[PROP_N_CHARTS]
      = g_param_spec_int ("n-charts", NULL, NULL, 1, IJK_MAX_CARDS, IJK_MAX_CARDS,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVE_REQUESTED]
      = g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, IJK_TYPE_FIGURE_CARD);
  signals[PRINT_REQUESTED]
      = g_signal_new ("print-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, IJK_TYPE_FIGURE_CARD);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHARTS_CHANGED] = g_signal_new ("charts-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (IJK_TYPE_CARD_GRID);
  widget_class->measure = ijk_explore_view_measure;
  widget_class->size_allocate = ijk_explore_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "exploreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ijkpad/Ijkpad/window/ijk-explore-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkExploreView, scroller);
  gtk_widget_class_bind_template_child (widget_class, IjkExploreView, page);
  gtk_widget_class_bind_template_child (widget_class, IjkExploreView, grid);
}

static void
ijk_explore_view_init (IjkExploreView *self)
{
  self->n_charts = IJK_MAX_CARDS;
  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    self->ids[i] = g_strdup (first_ids[i]);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Charts"), -1);
}

void
ijk_explore_view_set_session (IjkExploreView *self,
                              IjkSession     *session)
{
  g_return_if_fail (IJK_IS_EXPLORE_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->strip = ijk_headline_strip_new (session);
  g_signal_connect_object (self->strip, "headline-activated", G_CALLBACK (headline_activated_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_prepend (GTK_BOX (self->page), self->strip);
  follow_number (self);
}

void
ijk_explore_view_set_charts (IjkExploreView    *self,
                             const char *const *ids)
{
  guint n = 0;

  g_return_if_fail (IJK_IS_EXPLORE_VIEW (self));

  for (guint i = 0; ids != NULL && ids[i] != NULL && n < IJK_MAX_CARDS; i++)
    {
      if (ijk_figure_find (ids[i]) == NULL)
        continue;
      if (self->cards[n] != NULL)
        ijk_figure_card_set_figure (self->cards[n], ids[i]);
      g_free (self->ids[n]);
      self->ids[n++] = g_strdup (ids[i]);
    }
}

char **
ijk_explore_view_dup_charts (IjkExploreView *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_return_val_if_fail (IJK_IS_EXPLORE_VIEW (self), NULL);

  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    g_ptr_array_add (ids, g_strdup (self->ids[i]));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

void
ijk_explore_view_set_n_charts (IjkExploreView *self,
                               int             n_charts)
{
  g_return_if_fail (IJK_IS_EXPLORE_VIEW (self));

  n_charts = CLAMP (n_charts, 1, IJK_MAX_CARDS);
  if (n_charts == self->n_charts)
    return;
  self->n_charts = n_charts;
  follow_number (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHARTS]);
  g_signal_emit (self, signals[CHARTS_CHANGED], 0);
}

int
ijk_explore_view_get_n_charts (IjkExploreView *self)
{
  g_return_val_if_fail (IJK_IS_EXPLORE_VIEW (self), 0);

  return self->n_charts;
}

IjkFigureCard *
ijk_explore_view_get_card (IjkExploreView *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (IJK_IS_EXPLORE_VIEW (self), NULL);

  focus = gtk_widget_get_focus_child (self->grid);
  if (IJK_IS_FIGURE_CARD (focus))
    return IJK_FIGURE_CARD (focus);
  if (ijk_card_grid_get_filled (IJK_CARD_GRID (self->grid)) != NULL)
    return IJK_FIGURE_CARD (ijk_card_grid_get_filled (IJK_CARD_GRID (self->grid)));
  return self->cards[0];
}

IjkFigureCard *
ijk_explore_view_get_nth_card (IjkExploreView *self,
                               guint           i)
{
  g_return_val_if_fail (IJK_IS_EXPLORE_VIEW (self) && i < IJK_MAX_CARDS, NULL);

  return self->cards[i];
}

void
ijk_explore_view_show_figure (IjkExploreView *self,
                              const char     *figure_id)
{
  IjkFigureCard *card = NULL;

  g_return_if_fail (IJK_IS_EXPLORE_VIEW (self));

  if (figure_id == NULL || ijk_figure_find (figure_id) == NULL)
    return;
  for (guint i = 0; i < IJK_MAX_CARDS; i++)
    if (self->cards[i] != NULL && g_str_equal (self->ids[i], figure_id))
      card = self->cards[i];
  if (card == NULL)
    {
      card = ijk_explore_view_get_card (self);
      if (card != NULL)
        ijk_figure_card_set_figure (card, figure_id);
    }
  if (card == NULL)
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (card)))
    ijk_figure_card_set_is_filling (card, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (ijk_figure_card_get_view (card)));
}

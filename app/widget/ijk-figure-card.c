/* Between a session and a chart: asks the recipe when something it reads has changed, and gives the
 * result to the chart or the table, whichever is seen. A card that is not on the screen asks nothing.
 * How it follows the session is in ijk-figure-card-session.c, what it does with the figure in
 * ijk-figure-card-actions.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "ijk-figure-card-private.h"
#include "ijk-why-card.h"
#include "ijk-widget.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FIGURE,
  PROP_SHOWS_TABLE,
  PROP_IS_FILLING,
  PROP_TEXT_SCALE,
  N_PROPS,
};

enum
{
  SAVE_REQUESTED,
  PRINT_REQUESTED,
  MESSAGE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkFigureCard, ijk_figure_card, GTK_TYPE_WIDGET)

static void
ijk_figure_card_map (GtkWidget *widget)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);

  GTK_WIDGET_CLASS (ijk_figure_card_parent_class)->map (widget);
  if (self->is_stale)
    ijk_figure_card_refresh (self);
}

/* ---- object ---- */

static void
ijk_figure_card_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FIGURE:
      g_value_set_string (value, self->figure != NULL ? self->figure->id : NULL);
      break;
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, self->shows_table);
      break;
    case PROP_IS_FILLING:
      g_value_set_boolean (value, self->is_filling);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_figure_card_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_FIGURE:
      ijk_figure_card_set_figure (self, g_value_get_string (value));
      break;
    case PROP_SHOWS_TABLE:
      ijk_figure_card_set_shows_table (self, g_value_get_boolean (value));
      break;
    case PROP_IS_FILLING:
      ijk_figure_card_set_is_filling (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT_SCALE:
      ijk_figure_card_set_text_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_figure_card_constructed (GObject *object)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (object);

  G_OBJECT_CLASS (ijk_figure_card_parent_class)->constructed (object);

  g_return_if_fail (self->session != NULL);
  ijk_figure_card_follow_session (self);
}

static void
ijk_figure_card_dispose (GObject *object)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (object);

  ijk_widget_close_popovers (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_FIGURE_CARD);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ijk_figure_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, IJK_UI_PATH "ijk-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, head);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, chooser);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, chooser_arrow);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, progress);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, stack);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, view);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, table_view);
  gtk_widget_class_bind_template_child (widget_class, IjkFigureCard, source);
}

static void
ijk_figure_card_class_init (IjkFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = ijk_figure_card_get_property;
  object_class->set_property = ijk_figure_card_set_property;
  object_class->constructed = ijk_figure_card_constructed;
  object_class->dispose = ijk_figure_card_dispose;
  widget_class->map = ijk_figure_card_map;

  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, IJK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, flags);
  properties[PROP_SHOWS_TABLE] = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, flags);
  properties[PROP_IS_FILLING] = g_param_spec_boolean ("is-filling", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 4, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVE_REQUESTED] = g_signal_new ("save-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[PRINT_REQUESTED] = g_signal_new ("print-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  ijk_figure_card_add_actions (widget_class);
  gtk_widget_class_install_property_action (widget_class, "figure.show-table", "shows-table");
  gtk_widget_class_install_property_action (widget_class, "figure.fill", "is-filling");

  g_type_ensure (IJK_TYPE_CHART_VIEW);
  g_type_ensure (IJK_TYPE_FIGURE_TABLE_VIEW);
  g_type_ensure (IJK_TYPE_TEXT_LINE);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figure-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_figure_card_init (IjkFigureCard *self)
{
  self->is_stale = TRUE;
  self->text_scale = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  ijk_label_tell_when_cut (self->title);
  ijk_label_tell_when_cut (self->source);
  ijk_figure_card_add_chooser (self);
  ijk_why_card_add (self);
}

/* ---- public ---- */

GtkWidget *
ijk_figure_card_new (IjkSession *session,
                     const char *figure_id)
{
  g_return_val_if_fail (IJK_IS_SESSION (session), NULL);

  return g_object_new (IJK_TYPE_FIGURE_CARD, "session", session, "figure", figure_id, NULL);
}

/**
 * ijk_figure_card_set_figure:
 * @figure_id: (nullable): of the registry; one that is not there is passed over with a debug message,
 *   because it may come from the settings of another version
 *
 * Chooses what the card shows.
 */
void
ijk_figure_card_set_figure (IjkFigureCard *self,
                            const char    *figure_id)
{
  const IjkFigure *figure = figure_id != NULL ? ijk_figure_find (figure_id) : NULL;

  g_return_if_fail (IJK_IS_FIGURE_CARD (self));

  if (figure == NULL)
    {
      g_debug ("There is no figure %s", figure_id != NULL ? figure_id : "without a name");
      return;
    }
  if (figure == self->figure)
    return;
  self->figure = figure;
  /* Another picture, another axis. */
  ijk_chart_view_set_holds_axis (self->view, FALSE);
  ijk_figure_card_set_title (self, _(figure->title));
  if (self->session != NULL)
    ijk_figure_card_make_stale (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

const IjkFigure *
ijk_figure_card_get_figure (IjkFigureCard *self)
{
  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  return self->figure;
}

const IjkChartSpec *
ijk_figure_card_get_spec (IjkFigureCard *self)
{
  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  if (self->is_stale)
    ijk_figure_card_refresh (self);
  return ijk_chart_view_get_spec (self->view);
}

IjkChartView *
ijk_figure_card_get_view (IjkFigureCard *self)
{
  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  return self->view;
}

IjkChartSpec *
ijk_figure_card_make_spec (IjkFigureCard *self)
{
  IjkFigureInput input;

  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  if (self->figure == NULL || !ijk_figure_card_get_input (self, &input))
    return NULL;
  return ijk_figure_make_spec (self->figure, &input);
}

IjkFigureTable *
ijk_figure_card_make_table (IjkFigureCard *self)
{
  IjkFigureInput input;

  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  if (self->figure == NULL || !ijk_figure_card_get_input (self, &input))
    return NULL;
  return ijk_figure_make_table (self->figure, &input);
}

void
ijk_figure_card_set_shows_table (IjkFigureCard *self,
                                 gboolean       shows_table)
{
  g_return_if_fail (IJK_IS_FIGURE_CARD (self));

  if (self->shows_table == shows_table)
    return;
  self->shows_table = shows_table;
  if (shows_table)
    ijk_figure_table_view_set_table (self->table_view, ijk_figure_card_make_table (self));
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "chart");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

void
ijk_figure_card_set_is_filling (IjkFigureCard *self,
                                gboolean       is_filling)
{
  g_return_if_fail (IJK_IS_FIGURE_CARD (self));

  if (self->is_filling == is_filling)
    return;
  self->is_filling = is_filling;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_FILLING]);
}

void
ijk_figure_card_set_text_scale (IjkFigureCard *self,
                                double         text_scale)
{
  g_return_if_fail (IJK_IS_FIGURE_CARD (self));

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  ijk_chart_view_set_text_scale (self->view, text_scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

void
ijk_figure_card_set_has_chooser (IjkFigureCard *self,
                                 gboolean       has_chooser)
{
  g_return_if_fail (IJK_IS_FIGURE_CARD (self));

  gtk_widget_set_can_target (GTK_WIDGET (self->chooser), has_chooser);
  gtk_widget_set_can_focus (GTK_WIDGET (self->chooser), has_chooser);
  gtk_widget_set_visible (self->chooser_arrow, has_chooser);
}

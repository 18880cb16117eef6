/* Between a session and a chart: asks the recipe when something it reads has changed, and gives the
 * result to the chart or the table, whichever is seen. A card that is not on the screen asks nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-card.h"

#include <glib/gi18n.h>

#include "ijk-figure-chooser.h"
#include "ijk-figure-table-view.h"
#include "ijk-mark.h"
#include "ijk-sector-group.h"
#include "ijk-text-line.h"
#include "ijk-why-card.h"
#include "ijk-widget.h"

#define COPY_SCALE 2
#define TITLE_CHARS 10

struct _IjkFigureCard
{
  GtkWidget parent_instance;

  IjkSession *session;     /* (owned) */
  const IjkFigure *figure; /* of the registry */
  gboolean is_stale;       /* what is shown is older than the session */
  gboolean has_asked;      /* for a landscape that is not there yet */
  gboolean is_filling;
  gboolean shows_table;
  double text_scale;

  GtkWidget *head;
  GtkMenuButton *chooser;
  GtkWidget *chooser_arrow;
  GtkLabel *title;
  IjkTextLine *subtitle;
  GtkWidget *progress;
  GtkStack *stack;
  IjkChartView *view;
  IjkFigureTableView *table_view;
  GtkLabel *source;
};

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

/* Recipes cover the years of the model; the cursor may stand in an earlier one. */
static gboolean
get_input (IjkFigureCard  *self,
           IjkFigureInput *input)
{
  if (self->session == NULL || !ijk_session_get_figure_input (self->session, input))
    return FALSE;
  input->year = CLAMP (input->year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  return TRUE;
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

/* Where room is short the finding gives way to the title. */
static void
set_title (IjkFigureCard *self,
           const char    *title)
{
  set_text (self->title, title);
  gtk_label_set_width_chars (self->title, (int) MIN (g_utf8_strlen (title, -1), TITLE_CHARS));
}

static void
show_spec (IjkFigureCard      *self,
           const IjkChartSpec *spec)
{
  ijk_chart_view_set_holds_axis (self->view, ijk_session_is_in_step (self->session));
  ijk_chart_view_set_spec (self->view, spec);
  set_title (self, spec->title != NULL ? spec->title : _(self->figure->title));
  ijk_text_line_set_text (self->subtitle, spec->subtitle);
  set_text (self->source, spec->source);
  gtk_widget_set_visible (GTK_WIDGET (self->source), spec->source != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title), -1);
}

/* Figures of many runs get finer while one looks. */
static void
update_progress (IjkFigureCard        *self,
                 const IjkFigureInput *input)
{
  const gboolean needs = (self->figure->flags & IJK_FIGURE_NEEDS_LANDSCAPE) != 0;
  const gboolean is_busy = needs && !ijk_session_landscape_is_done (self->session);

  /* Someone else may have asked another question, which is shown as well as our own. */
  if (needs && input->landscape == NULL && !self->has_asked)
    ijk_session_ask_landscape (self->session, &ijk_landscape_default_question);
  self->has_asked = needs && input->landscape == NULL;
  gtk_widget_set_visible (self->progress, is_busy);
  if (is_busy && input->landscape != NULL)
    {
      const IjkLandscapeQuestion *question = &input->landscape->question;

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                     (double) input->landscape->n_done
                                       / (question->n_columns * question->n_rows));
    }
}

static void
refresh (IjkFigureCard *self)
{
  IjkFigureInput input;
  g_autoptr (IjkChartSpec) spec = NULL;

  if (self->figure == NULL || !get_input (self, &input))
    return;
  self->is_stale = FALSE;
  update_progress (self, &input);
  spec = ijk_figure_make_spec (self->figure, &input);
  if (spec == NULL)
    return;
  show_spec (self, spec);
  if (self->shows_table)
    ijk_figure_table_view_set_table (self->table_view,
                                     ijk_figure_make_table (self->figure, &input));
}

static void
session_changed_cb (IjkFigureCard *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
year_changed_cb (IjkFigureCard *self)
{
  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  if (self->figure != NULL && (self->figure->flags & IJK_FIGURE_IS_OF_YEAR) != 0)
    session_changed_cb (self);
}

/* After a drag axes settle on the data. */
static void
step_changed_cb (IjkFigureCard *self)
{
  if (!ijk_session_is_in_step (self->session))
    ijk_chart_view_set_holds_axis (self->view, FALSE);
}

static void
view_year_changed_cb (IjkFigureCard *self)
{
  const int year = ijk_chart_view_get_year (self->view);

  if (self->session != NULL && year > 0)
    {
      ijk_session_set_year (self->session, year);
      /* It may have refused: the cursor is where the session says. */
      ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
    }
}

/* A click on the part of a sector highlights that sector in all charts, a second one ends it. Which
 * series is a sector is told by its name and colour together: colours have other uses elsewhere. */
static void
part_activated_cb (IjkFigureCard *self,
                   guint          part,
                   guint          index)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkChartSpec *spec = ijk_chart_view_get_spec (self->view);
  const guint current = ijk_session_get_sector (self->session);
  guint found = IJK_NONE;

  if (part != IJK_PART_SERIES || spec == NULL || index >= spec->n_series || reference == NULL)
    return;
  for (guint s = 0; s < reference->n_sectors && found == IJK_NONE; s++)
    {
      const IjkSectorGroup group = ijk_sector_group_of (reference, s);

      if (reference->sectors[s].is_in_industry
          && spec->series[index].role == ijk_sector_group_role (group)
          && g_strcmp0 (spec->series[index].label, ijk_sector_group_name (group)) == 0)
        found = s;
    }
  if (found == IJK_NONE)
    return;
  if (current != IJK_NONE
      && ijk_sector_group_of (reference, current) == ijk_sector_group_of (reference, found))
    found = IJK_NONE;
  ijk_session_set_sector (self->session, found);
}

static void
ijk_figure_card_map (GtkWidget *widget)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);

  GTK_WIDGET_CLASS (ijk_figure_card_parent_class)->map (widget);
  if (self->is_stale)
    refresh (self);
}

/* ---- actions ---- */

static void
copy_image (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);
  g_autoptr (GdkTexture) texture = ijk_chart_view_dup_texture (self->view, COPY_SCALE);

  (void) action_name;
  (void) parameter;
  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  g_signal_emit (self, signals[MESSAGE], 0, _("The chart was copied as an image."));
}

static void
copy_data (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);
  g_autoptr (IjkFigureTable) table = ijk_figure_card_make_table (self);
  g_autofree char *text = NULL;

  (void) action_name;
  (void) parameter;
  if (table == NULL)
    return;
  text = ijk_figure_table_to_tsv (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_signal_emit (self, signals[MESSAGE], 0, _("The numbers were copied for a spreadsheet."));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  g_signal_emit (widget, signals[SAVE_REQUESTED], 0);
}

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  g_signal_emit (widget, signals[PRINT_REQUESTED], 0);
}

/* ---- chooser ---- */

static void
figure_chosen_cb (IjkFigureCard *self,
                  const char    *figure_id)
{
  ijk_figure_card_set_figure (self, figure_id);
}

static void
create_chooser (GtkMenuButton *button,
                gpointer       data)
{
  IjkFigureCard *self = data;
  GtkWidget *popover = ijk_figure_chooser_new (self->figure != NULL ? self->figure->id : NULL);

  g_signal_connect_object (popover, "figure-chosen", G_CALLBACK (figure_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
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
  static const char *const watched[] = {
    "notify::result",         "notify::law-result", "notify::compare-result", "notify::landscape",
    "notify::scenario-name",  "notify::sector",     "notify::company",
  };
  IjkFigureCard *self = IJK_FIGURE_CARD (object);

  G_OBJECT_CLASS (ijk_figure_card_parent_class)->constructed (object);

  g_return_if_fail (self->session != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i], G_CALLBACK (session_changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::in-step", G_CALLBACK (step_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ijk_chart_view_set_year (self->view, ijk_session_get_year (self->session));
  g_signal_connect_object (self->view, "notify::year", G_CALLBACK (view_year_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "part-activated", G_CALLBACK (part_activated_cb), self,
                           G_CONNECT_SWAPPED);
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

  gtk_widget_class_install_action (widget_class, "figure.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "figure.copy-data", NULL, copy_data);
  gtk_widget_class_install_action (widget_class, "figure.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "figure.print", NULL, print);
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
  gtk_menu_button_set_create_popup_func (self->chooser, create_chooser, self, NULL);
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
  set_title (self, _(figure->title));
  if (self->session != NULL)
    session_changed_cb (self);
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
    refresh (self);
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

  if (self->figure == NULL || !get_input (self, &input))
    return NULL;
  return ijk_figure_make_spec (self->figure, &input);
}

IjkFigureTable *
ijk_figure_card_make_table (IjkFigureCard *self)
{
  IjkFigureInput input;

  g_return_val_if_fail (IJK_IS_FIGURE_CARD (self), NULL);

  if (self->figure == NULL || !get_input (self, &input))
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

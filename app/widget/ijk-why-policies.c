/* A row for each lever, largest first, with a bar from the middle: to the right what raises the number,
 * to the left what lowers it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-policies.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-chart-view.h"
#include "ijk-explanation.h"
#include "ijk-widget.h"

#define BAR_WIDTH_PX 120
#define BAR_HEIGHT_PX 12
#define MAX_LIST_HEIGHT_PX 220
/* Relative to the difference; less is rounding of the sum. */
#define TINY_REMAINDER 1e-6

struct _IjkWhyPolicies
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  gboolean has_asked;
  const IjkContributions *shown; /* (owned) (nullable) */
  GtkWidget *title;
  GtkWidget *total;
  GtkWidget *progress;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *note;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IjkWhyPolicies, ijk_why_policies, GTK_TYPE_WIDGET)

/* ---- a row ---- */

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  const double *share = data;
  const IjkStyle style = ijk_chart_view_get_style ();
  const IjkColour bar = ijk_palette_get_colour (
      style, *share < 0 ? IJK_ROLE_SERIES_1 : IJK_ROLE_SERIES_4);
  const IjkColour middle = ijk_palette_get_colour (style, IJK_ROLE_AXIS);
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  const double length = (is_rtl ? -1 : 1) * *share * (width / 2.0 - 1);

  cairo_set_source_rgb (cr, bar.red, bar.green, bar.blue);
  cairo_rectangle (cr, width / 2.0 + MIN (0, length), 1, fabs (length), height - 2);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, middle.red, middle.green, middle.blue);
  cairo_rectangle (cr, floor (width / 2.0), 0, 1, height);
  cairo_fill (cr);
}

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* @share: of the longest bar, with its sign */
static void
add_row (IjkWhyPolicies *self,
         const char     *name,
         const char     *setting,
         const char     *value,
         double          share)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *amount = gtk_label_new (value);
  GtkWidget *bar = gtk_drawing_area_new ();
  double *kept = g_new (double, 1);
  g_autofree char *sentence = g_strdup_printf ("%s: %s; %s", name, value, setting);

  *kept = share;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (bar), BAR_WIDTH_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (bar), BAR_HEIGHT_PX);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bar), draw_cb, kept, g_free);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_add_css_class (amount, "why-value");
  gtk_label_set_xalign (GTK_LABEL (amount), 1);
  gtk_label_set_width_chars (GTK_LABEL (amount), 12);
  gtk_box_append (GTK_BOX (words), make_label (name, "why-text"));
  if (*setting != '\0')
    gtk_box_append (GTK_BOX (words), make_label (setting, "why-setting"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
clear_rows (IjkWhyPolicies *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* What the parts leave of the difference; nothing but rounding, or it is said. */
static void
add_remainder (IjkWhyPolicies         *self,
               const IjkContributions *found,
               double                  longest)
{
  double rest = found->after - found->before;
  g_autofree char *value = NULL;

  for (guint i = 0; i < found->n_levers; i++)
    rest -= found->levers[i].value;
  if (fabs (rest) <= TINY_REMAINDER * MAX (longest, fabs (found->after - found->before)))
    return;
  value = ijk_contributions_dup_change (found, rest);
  add_row (self, _("Remainder"), _("not shared out over the levers"), value,
           longest > 0 ? CLAMP (rest / longest, -1.0, 1.0) : 0);
}

static void
add_rows (IjkWhyPolicies         *self,
          const IjkContributions *found)
{
  double longest = 0;

  for (guint i = 0; i < found->n_levers; i++)
    longest = MAX (longest, fabs (found->levers[i].value));
  for (guint i = 0; i < found->n_levers; i++)
    {
      g_autofree char *name = ijk_contribution_dup_lever (found, i);
      g_autofree char *set = ijk_contribution_dup_setting (found, i);
      g_autofree char *value = ijk_contribution_dup_value (found, i);
      g_autofree char *range = ijk_contribution_dup_range (found, i);
      g_autofree char *setting
          = range != NULL ? g_strdup_printf ("%s · %s", set, range) : g_strdup (set);

      add_row (self, name, setting, value, longest > 0 ? found->levers[i].value / longest : 0);
    }
  add_remainder (self, found, longest);
}

/* ---- the session ---- */

static void
show_found (IjkWhyPolicies         *self,
            const IjkContributions *found)
{
  g_autofree char *note = ijk_contributions_dup_note (found);

  clear_rows (self);
  g_clear_pointer (&self->shown, ijk_contributions_unref);
  self->shown = ijk_contributions_ref (found);
  add_rows (self, found);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->scroller, found->n_levers > 0);
  gtk_widget_set_visible (self->total, found->n_levers > 0);
  if (found->n_levers > 0)
    {
      g_autofree char *before = ijk_contributions_dup_before (found);
      g_autofree char *total = ijk_contributions_dup_total (found);
      /* Translators: the number under current law, then the difference of the scenario. */
      g_autofree char *text
          = g_strdup_printf (_("Current law: %1$s; difference: %2$s"), before, total);

      gtk_label_set_label (GTK_LABEL (self->total), text);
    }
}

/* While it is worked out again what was found before stays, but pale. */
static void
follow (IjkWhyPolicies *self)
{
  const IjkContributions *found;

  if (!self->has_asked)
    return;
  found = ijk_session_get_contributions (self->session);
  gtk_widget_set_visible (self->progress, found == NULL);
  gtk_widget_set_sensitive (self->list, found != NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 ijk_session_contributions_progress (self->session));
  if (found != NULL && found != self->shown)
    show_found (self, found);
}

/* ---- the object ---- */

static void
ijk_why_policies_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      IJK_WHY_POLICIES (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_why_policies_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, IJK_WHY_POLICIES (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_why_policies_constructed (GObject *object)
{
  IjkWhyPolicies *self = IJK_WHY_POLICIES (object);

  G_OBJECT_CLASS (ijk_why_policies_parent_class)->constructed (object);
  g_return_if_fail (self->session != NULL);
  g_signal_connect_object (self->session, "notify::contributions", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
}

static void
ijk_why_policies_dispose (GObject *object)
{
  IjkWhyPolicies *self = IJK_WHY_POLICIES (object);
  GtkWidget *child;

  if (self->has_asked)
    ijk_session_ask_contributions (self->session, NULL);
  self->has_asked = FALSE;
  g_clear_pointer (&self->shown, ijk_contributions_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_why_policies_parent_class)->dispose (object);
}

static void
ijk_why_policies_class_init (IjkWhyPoliciesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_why_policies_get_property;
  object_class->set_property = ijk_why_policies_set_property;
  object_class->constructed = ijk_why_policies_constructed;
  object_class->dispose = ijk_why_policies_dispose;
  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, IJK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whypolicies");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_why_policies_init (IjkWhyPolicies *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->title = make_label (_("Which policy made the difference"), "figure-title");
  self->total = make_label ("", "why-total");
  self->progress = gtk_progress_bar_new ();
  self->list = gtk_list_box_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->note = make_label ("", "why-note");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "why-policies");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MAX_LIST_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  ijk_widget_set_label (self->list, _("Which policy made the difference"));
  ijk_widget_set_label (self->progress, _("Working out which policy made the difference"));
  gtk_widget_set_parent (self->title, widget);
  gtk_widget_set_parent (self->total, widget);
  gtk_widget_set_parent (self->progress, widget);
  gtk_widget_set_parent (self->scroller, widget);
  gtk_widget_set_parent (self->note, widget);
}

/* ---- public ---- */

GtkWidget *
ijk_why_policies_new (IjkSession *session)
{
  g_return_val_if_fail (IJK_IS_SESSION (session), NULL);

  return g_object_new (IJK_TYPE_WHY_POLICIES, "session", session, NULL);
}

void
ijk_why_policies_ask (IjkWhyPolicies       *self,
                      const IjkAskedNumber *number)
{
  g_return_if_fail (IJK_IS_WHY_POLICIES (self));

  clear_rows (self);
  g_clear_pointer (&self->shown, ijk_contributions_unref);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_widget_set_visible (self->total, FALSE);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_label_set_label (GTK_LABEL (self->note), "");
  self->has_asked = number != NULL && ijk_contributions_are_defined (number);
  if (number != NULL && !self->has_asked)
    gtk_label_set_label (GTK_LABEL (self->note),
                         _("This is an outcome and no amount: it cannot be shared over policies."));
  ijk_session_ask_contributions (self->session, self->has_asked ? number : NULL);
  follow (self);
}

char *
ijk_why_policies_dup_text (IjkWhyPolicies *self)
{
  g_return_val_if_fail (IJK_IS_WHY_POLICIES (self), NULL);

  return self->shown != NULL && self->shown == ijk_session_get_contributions (self->session)
             ? ijk_contributions_write (self->shown)
             : NULL;
}

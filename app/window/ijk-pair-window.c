/* Two companies side by side. Companies are remembered by name, as positions differ from one set of
 * data to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-pair-window.h"

#include <glib/gi18n-lib.h>

#include "ijk-company-like.h"

/* Below this two charts have no room beside each other. */
#define WIDE_PX 1060
/* Wider, a name stands too far from its amount: of one company, and of two beside each other. */
#define MOST_PX 760
#define MOST_PAIR_PX 2000

struct _IjkPairWindow
{
  AdwWindow parent_instance;

  IjkSession *session; /* (owned) (nullable) */
  char *names[2];      /* (owned) (nullable) of the companies */
  const IjkReference *reference; /* (owned) (nullable) of the lists */
  GArray *order;       /* (owned) (element-type guint) companies as the lists have them */
  GtkWidget *clamp;
  GtkWidget *box;
  GtkWidget *sides[2];
  GtkWidget *lists[2]; /* GtkDropDown */
  GtkWidget *columns[2];
  gboolean is_filling;
  guint width_id;
};

G_DEFINE_FINAL_TYPE (IjkPairWindow, ijk_pair_window, ADW_TYPE_WINDOW)

guint
ijk_pair_window_get_company (IjkPairWindow *self,
                             guint          side)
{
  const IjkReference *reference;

  g_return_val_if_fail (IJK_IS_PAIR_WINDOW (self) && side < 2, IJK_NONE);

  reference = ijk_session_get_reference (self->session);
  return reference != NULL && self->names[side] != NULL
             ? ijk_reference_find_company (reference, self->names[side])
             : IJK_NONE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const IjkReference *reference = data;

  return g_utf8_collate (reference->companies[*(const guint *) a].name,
                         reference->companies[*(const guint *) b].name);
}

/* The lists are made anew with other data. */
static void
fill_lists (IjkPairWindow *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);

  if (self->reference == reference)
    return;
  g_clear_pointer (&self->reference, ijk_reference_unref);
  self->reference = ijk_reference_ref (reference);
  g_array_set_size (self->order, 0);
  for (guint c = 0; c < reference->n_companies; c++)
    g_array_append_val (self->order, c);
  g_array_sort_with_data (self->order, compare_names, (gpointer) reference);
  self->is_filling = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      for (guint i = 0; i < self->order->len; i++)
        gtk_string_list_append (
            names, reference->companies[g_array_index (self->order, guint, i)].name);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->lists[side]), G_LIST_MODEL (names));
    }
  self->is_filling = FALSE;
}

/* A company that is gone makes room for one like the other. */
static void
mend_names (IjkPairWindow *self)
{
  const IjkResult *result = ijk_session_get_result (self->session);
  const int year = CLAMP (ijk_session_get_year (self->session), IJK_FIRST_YEAR, IJK_LAST_YEAR);

  for (guint side = 0; side < 2; side++)
    {
      const guint other = ijk_pair_window_get_company (self, 1 - side);

      if (ijk_pair_window_get_company (self, side) != IJK_NONE)
        continue;
      g_free (self->names[side]);
      self->names[side] = g_strdup (
          result->reference
              ->companies[other != IJK_NONE ? ijk_company_find_like (result, other, year) : 0]
              .name);
    }
}

static void
update (IjkPairWindow *self)
{
  const IjkResult *result = ijk_session_get_result (self->session);

  if (result == NULL || result->reference->n_companies < 2)
    return;
  mend_names (self);
  fill_lists (self);
  self->is_filling = TRUE;
  for (guint side = 0; side < 2; side++)
    {
      const guint company = ijk_pair_window_get_company (self, side);

      for (guint i = 0; i < self->order->len; i++)
        if (g_array_index (self->order, guint, i) == company)
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lists[side]), i);
      ijk_company_side_show (IJK_COMPANY_SIDE (self->columns[side]), company,
                               ijk_pair_window_get_company (self, 1 - side));
    }
  self->is_filling = FALSE;
}

static void
chosen_cb (GtkDropDown   *list,
           GParamSpec    *pspec,
           IjkPairWindow *self)
{
  const guint side = GTK_WIDGET (list) == self->lists[0] ? 0 : 1;
  const guint selected = gtk_drop_down_get_selected (list);

  (void) pspec;
  if (!self->is_filling && selected < self->order->len)
    ijk_pair_window_set_company (self, side, g_array_index (self->order, guint, selected));
}

static void
limit_width (IjkPairWindow *self,
             int            most_px)
{
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), most_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), most_px);
}

static gboolean
follow_width_cb (gpointer data)
{
  IjkPairWindow *self = data;
  const gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < WIDE_PX;

  self->width_id = 0;
  gtk_box_set_homogeneous (GTK_BOX (self->box), !is_narrow);
  limit_width (self, is_narrow ? MOST_PX : MOST_PAIR_PX);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), is_narrow
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
  return G_SOURCE_REMOVE;
}

/* Children must not change while they get their sizes, so it is done right after. */
static void
ijk_pair_window_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  IjkPairWindow *self = IJK_PAIR_WINDOW (widget);

  GTK_WIDGET_CLASS (ijk_pair_window_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < WIDE_PX) != ijk_pair_window_is_narrow (self) && self->width_id == 0)
    self->width_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, self, NULL);
}

gboolean
ijk_pair_window_is_narrow (IjkPairWindow *self)
{
  g_return_val_if_fail (IJK_IS_PAIR_WINDOW (self), FALSE);
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) == GTK_ORIENTATION_VERTICAL;
}

void
ijk_pair_window_set_company (IjkPairWindow *self,
                             guint          side,
                             guint          company)
{
  const IjkReference *reference;

  g_return_if_fail (IJK_IS_PAIR_WINDOW (self) && side < 2);

  reference = ijk_session_get_reference (self->session);
  g_return_if_fail (company < reference->n_companies);
  g_free (self->names[side]);
  self->names[side] = g_strdup (reference->companies[company].name);
  update (self);
}

IjkCompanySide *
ijk_pair_window_get_column (IjkPairWindow *self,
                            guint          side)
{
  g_return_val_if_fail (IJK_IS_PAIR_WINDOW (self) && side < 2, NULL);
  return IJK_COMPANY_SIDE (self->columns[side]);
}

static void
ijk_pair_window_dispose (GObject *object)
{
  IjkPairWindow *self = IJK_PAIR_WINDOW (object);

  g_clear_handle_id (&self->width_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  G_OBJECT_CLASS (ijk_pair_window_parent_class)->dispose (object);
}

static void
ijk_pair_window_finalize (GObject *object)
{
  IjkPairWindow *self = IJK_PAIR_WINDOW (object);

  g_array_unref (self->order);
  g_free (self->names[0]);
  g_free (self->names[1]);
  G_OBJECT_CLASS (ijk_pair_window_parent_class)->finalize (object);
}

static void
ijk_pair_window_class_init (IjkPairWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_pair_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ijk_pair_window_finalize;
  widget_class->size_allocate = ijk_pair_window_size_allocate;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_side (IjkPairWindow *self,
          guint          side)
{
  const char *const labels[] = { _("First company"), _("Second company") };
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->sides[side] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->lists[side] = gtk_drop_down_new (NULL, name);
  self->columns[side] = ijk_company_side_new (self->session);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->lists[side]), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[side]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  labels[side], -1);
  gtk_widget_set_tooltip_text (self->lists[side], labels[side]);
  gtk_widget_set_hexpand (self->sides[side], TRUE);
  gtk_box_append (GTK_BOX (self->sides[side]), self->lists[side]);
  gtk_box_append (GTK_BOX (self->sides[side]), self->columns[side]);
  gtk_box_append (GTK_BOX (self->box), self->sides[side]);
  g_signal_connect_object (self->lists[side], "notify::selected", G_CALLBACK (chosen_cb), self, 0);
}

static void
ijk_pair_window_init (IjkPairWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "company-pair");
  gtk_window_set_title (GTK_WINDOW (self), _("Two Companies"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 820);
  /* What two need beside each other must not keep the window from getting narrow. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->clamp = adw_clamp_new ();
  limit_width (self, MOST_PAIR_PX);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (self), content);
}

IjkPairWindow *
ijk_pair_window_show (GtkWindow  *parent,
                      IjkSession *session,
                      guint       company)
{
  static const char *const causes[] = { "notify::result", "notify::year",
                                        "notify::compare-result" };
  IjkPairWindow *self = g_object_new (IJK_TYPE_PAIR_WINDOW, "transient-for", parent,
                                      "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  for (guint side = 0; side < 2; side++)
    add_side (self, side);
  ijk_pair_window_set_company (self, 0, company);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    g_signal_connect_object (session, causes[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/* The number asked for on top, the tree below it, and the policies below that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-window.h"

#include "ijk-explanation.h"
#include "ijk-figure-numbers.h"
#include "ijk-widget.h"
#include "ijk-why-policies.h"

#include <glib/gi18n-lib.h>

/* In text: the formula, and where its numbers come from. */
#define TEXT_DEPTH 2

struct _IjkWhyWindow
{
  AdwWindow parent_instance;

  IjkSession *session;  /* (owned) */
  GPtrArray *numbers;   /* (owned) (nullable) (element-type IjkNamedNumber) */
  guint selected;
  gboolean is_filling;  /* the list of numbers */
  GtkWidget *title;
  GtkWidget *toasts;
  GtkWidget *choice;    /* GtkDropDown */
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *view;
  GtkWidget *policies;
};

G_DEFINE_FINAL_TYPE (IjkWhyWindow, ijk_why_window, ADW_TYPE_WINDOW)

static const IjkNamedNumber *
get_number (IjkWhyWindow *self)
{
  return self->numbers != NULL && self->selected < self->numbers->len
             ? g_ptr_array_index (self->numbers, self->selected)
             : NULL;
}

/* What a sum over items without a name together is called: “Emissions of 4 companies together in
 * 2030”. */
static char *
write_together (const char *label,
                IjkItems    items,
                guint       n,
                int         year)
{
  switch (items)
    {
    case IJK_ITEMS_COMPANY:
      /* Translators: “Emissions of 4 companies together in 2030”. */
      return g_strdup_printf (ngettext ("%1$s of %2$u company in %3$d",
                                        "%1$s of %2$u companies together in %3$d", n),
                              label, n, year);
    case IJK_ITEMS_SECTOR:
      /* Translators: “Emissions of 4 sectors together in 2030”. */
      return g_strdup_printf (ngettext ("%1$s of %2$u sector in %3$d",
                                        "%1$s of %2$u sectors together in %3$d", n),
                              label, n, year);
    case IJK_ITEMS_CLUSTER:
      /* Translators: “Emissions of 4 clusters together in 2030”. */
      return g_strdup_printf (ngettext ("%1$s of %2$u cluster in %3$d",
                                        "%1$s of %2$u clusters together in %3$d", n),
                              label, n, year);
    default:
      /* Translators: “Emissions of 4 installations together in 2030”. */
      return g_strdup_printf (ngettext ("%1$s of %2$u installation in %3$d",
                                        "%1$s of %2$u installations together in %3$d", n),
                              label, n, year);
    }
}

/* The explanation has no name for a sum over items: it is called as the chart calls its line, or,
 * where the chooser says no more than what it is, by the items.
 *
 * Returns: (transfer full) (nullable): NULL for a single item */
static char *
write_sum_name (const IjkNamedNumber *number,
                const char           *title)
{
  const IjkAskedNumber *asked = &number->number;
  g_autofree char *label = ijk_indicator_dup_title (asked->indicator);

  if (asked->n_items == 1)
    return NULL;
  if (asked->first_year == asked->last_year && g_str_equal (number->name, label))
    return write_together (label, asked->indicator->items, asked->n_items, asked->last_year);
  /* Translators: what a chart calls a line, then what it shows: “Chemistry: Emissions in 2030”. */
  return g_strdup_printf (_("%1$s: %2$s"), number->name, title);
}

static char *
write_name (const IjkNamedNumber *number,
            const IjkExplanation *explanation)
{
  g_autofree char *title = ijk_explanation_dup_title (explanation);
  char *name = write_sum_name (number, title);

  return name != NULL ? name : g_steal_pointer (&title);
}

static void
show_head (IjkWhyWindow *self)
{
  const IjkExplanation *explanation = ijk_why_view_get (IJK_WHY_VIEW (self->view));
  const char *scenario = ijk_session_get_scenario_name (self->session);
  g_autofree char *name = write_name (get_number (self), explanation);
  g_autofree char *value = ijk_explanation_dup_value (explanation);
  g_autofree char *sentence = g_strdup_printf ("%s = %s", name, value);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), scenario != NULL ? scenario : "");
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->value), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
}

static void
show_number (IjkWhyWindow *self)
{
  const IjkResult *result = ijk_session_get_result (self->session);
  const IjkNamedNumber *number = get_number (self);

  if (result == NULL || number == NULL)
    return;
  ijk_why_view_show (IJK_WHY_VIEW (self->view), ijk_explain_asked (result, &number->number));
  show_head (self);
  ijk_why_policies_ask (IJK_WHY_POLICIES (self->policies), &number->number);
}

/* The same number, of the scenario as it is now. */
static void
result_cb (IjkWhyWindow *self)
{
  const IjkResult *result = ijk_session_get_result (self->session);
  const IjkNamedNumber *number = get_number (self);

  if (result == NULL || number == NULL || ijk_why_view_get (IJK_WHY_VIEW (self->view)) == NULL)
    return;
  ijk_why_view_follow (IJK_WHY_VIEW (self->view), ijk_explain_asked (result, &number->number));
  show_head (self);
}

/* Another workbook: its companies are others. */
static void
reference_cb (IjkWhyWindow *self)
{
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  gtk_window_close (GTK_WINDOW (self));
}

static void
chosen_cb (IjkWhyWindow *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION || selected == self->selected)
    return;
  self->selected = selected;
  show_number (self);
}

static void
copy_text (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IjkWhyWindow *self = IJK_WHY_WINDOW (widget);
  g_autofree char *text = ijk_why_window_dup_text (self);

  (void) action_name;
  (void) parameter;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts),
                               adw_toast_new (_("The explanation was copied as text.")));
}

/* A closed window is kept, because the next opens faster, but nothing is worked out for it. */
static void
ijk_why_window_hide (GtkWidget *widget)
{
  IjkWhyWindow *self = IJK_WHY_WINDOW (widget);

  GTK_WIDGET_CLASS (ijk_why_window_parent_class)->hide (widget);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  if (self->policies != NULL)
    ijk_why_policies_ask (IJK_WHY_POLICIES (self->policies), NULL);
}

static void
ijk_why_window_dispose (GObject *object)
{
  IjkWhyWindow *self = IJK_WHY_WINDOW (object);

  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_why_window_parent_class)->dispose (object);
}

static void
ijk_why_window_class_init (IjkWhyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_why_window_dispose;
  widget_class->hide = ijk_why_window_hide;
  gtk_widget_class_install_action (widget_class, "why.copy", NULL, copy_text);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "why.copy", NULL);
}

static GtkWidget *
make_head (IjkWhyWindow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->choice = gtk_drop_down_new (NULL, NULL);
  self->name = gtk_label_new (NULL);
  self->value = gtk_label_new (NULL);
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  ijk_widget_set_label (self->choice, _("Number"));
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->value), 0);
  gtk_label_set_wrap (GTK_LABEL (self->value), TRUE);
  gtk_widget_add_css_class (self->name, "why-name");
  gtk_widget_add_css_class (self->value, "why-answer");
  gtk_widget_add_css_class (self->value, "numeric");
  gtk_widget_add_css_class (head, "why-head");
  gtk_box_append (GTK_BOX (head), self->choice);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head), self->value);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return head;
}

static void
ijk_why_window_init (IjkWhyWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_("_Copy as Text"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = adw_window_title_new (_("Why This Number"), "");
  self->toasts = adw_toast_overlay_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Why This Number"));
  gtk_window_set_hide_on_close (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 700, 800);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 360);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "why.copy");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->view = ijk_why_view_new ();
  gtk_widget_set_vexpand (self->view, TRUE);
  gtk_box_append (GTK_BOX (box), self->view);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), box);
  adw_window_set_content (ADW_WINDOW (self), self->toasts);
}

/* ---- public ---- */

GtkWindow *
ijk_why_window_new (IjkSession *session)
{
  IjkWhyWindow *self = g_object_new (IJK_TYPE_WHY_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->policies = ijk_why_policies_new (session);
  gtk_widget_add_css_class (self->policies, "why-bottom");
  gtk_box_append (GTK_BOX (adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (self->toasts))),
                  self->policies);
  g_signal_connect_object (session, "notify::result", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario-name", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::reference", G_CALLBACK (reference_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

void
ijk_why_window_ask (IjkWhyWindow *self,
                    GPtrArray    *numbers,
                    guint         selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (IJK_IS_WHY_WINDOW (self));
  g_return_if_fail (numbers->len > 0 && selected < numbers->len);

  g_ptr_array_ref (numbers);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  self->numbers = numbers;
  self->selected = selected;
  for (guint i = 0; i < numbers->len; i++)
    gtk_string_list_append (names, ((const IjkNamedNumber *) numbers->pdata[i])->name);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), selected);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->choice, numbers->len > 1);
  show_number (self);
  (void) gtk_widget_grab_focus (self->view);
}

IjkWhyView *
ijk_why_window_get_view (IjkWhyWindow *self)
{
  g_return_val_if_fail (IJK_IS_WHY_WINDOW (self), NULL);

  return IJK_WHY_VIEW (self->view);
}

char *
ijk_why_window_dup_text (IjkWhyWindow *self)
{
  const IjkExplanation *explanation;
  const char *scenario;
  g_autofree char *heading = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *policies = NULL;

  g_return_val_if_fail (IJK_IS_WHY_WINDOW (self), NULL);

  explanation = ijk_why_view_get (IJK_WHY_VIEW (self->view));
  if (explanation == NULL)
    return g_strdup ("");
  scenario = ijk_session_get_scenario_name (self->session);
  /* Translators: the name of a scenario. */
  heading = g_strdup_printf (_("Scenario: %s"), scenario != NULL ? scenario : "");
  title = ijk_explanation_dup_title (explanation);
  name = write_sum_name (get_number (self), title);
  words = ijk_explanation_write (explanation, TEXT_DEPTH);
  policies = ijk_why_policies_dup_text (IJK_WHY_POLICIES (self->policies));
  return g_strconcat (heading, "\n\n", name != NULL ? name : "", name != NULL ? "\n" : "", words,
                      policies != NULL ? "\n" : "",
                      policies != NULL ? policies : "", NULL);
}

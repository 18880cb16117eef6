/* The tour of the first start: four steps, each a bubble that points at what it is about. It can be
 * skipped at every step and taken again from the menu.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-lever-row.h"

#include <glib/gi18n-lib.h>

#define N_STEPS 4
#define TEXT_WIDTH_CHARS 38
/* After so many everything has its size: a change of width takes two. */
#define N_FRAMES 5

static const char *const titles[N_STEPS] = {
  N_("1. Move a lever"),
  N_("2. Read the outcome"),
  N_("3. Keep scenarios"),
  N_("4. Start from a question"),
};

static const char *const texts[N_STEPS] = {
  N_("Law, money, technology and the world stand here under the headings of the agreement. Every "
     "lever starts where current law and the reference have it."),
  N_("Figures and charts follow while you move. The dashed line is current law. Click a year in a "
     "chart and all charts show that year."),
  N_("Each scenario is saved as you go, with every step, so you can always go back. Compare any "
     "two of them here."),
  N_("Not sure where to begin? Choose a question and the levers, charts and year are set for you."),
};

static void show_step (IjkWindow *self);

static GtkWidget *
find_lever (GtkWidget *widget)
{
  if (IJK_IS_LEVER_ROW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_lever (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where the levers stand beside the charts the bubble lies over the charts and points at the
 * first. */
static void
point_at_lever (IjkWindow  *self,
                GtkPopover *tour)
{
  GtkWidget *lever = find_lever (self->levers);
  graphene_rect_t bounds;

  if (lever == NULL || !gtk_widget_compute_bounds (lever, self->levers, &bounds))
    return;
  gtk_popover_set_pointing_to (tour, &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                       (int) bounds.size.width,
                                                       (int) bounds.size.height });
  gtk_popover_set_position (tour, GTK_POS_RIGHT);
}

/* Below the figures, which stay in sight. */
static void
point_at_top (GtkWidget  *card,
              GtkPopover *tour)
{
  gtk_popover_set_pointing_to (tour,
                               &(GdkRectangle) { 0, 0, gtk_widget_get_width (card), 1 });
  gtk_popover_set_position (tour, GTK_POS_BOTTOM);
}

/* A bubble that hung on the button itself would lose the keyboard to it at the first Tab. */
static void
point_at_button (GtkWidget  *button,
                 GtkPopover *tour)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (button, gtk_widget_get_parent (button), &bounds))
    gtk_popover_set_pointing_to (tour, &(GdkRectangle) { (int) bounds.origin.x,
                                                         (int) bounds.origin.y,
                                                         (int) bounds.size.width,
                                                         (int) bounds.size.height });
}

static GtkWidget *
find_target (IjkWindow *self)
{
  switch (self->tour_step)
    {
    case 0:
      return find_lever (self->levers) != NULL && !adw_flap_get_folded (ADW_FLAP (self->flap))
                 ? self->levers
                 : self->flap_button;
    case 1:
      return GTK_WIDGET (ijk_explore_view_get_nth_card (IJK_EXPLORE_VIEW (self->explore), 0));
    case 2:
      return self->scenario_button;
    default:
      return gtk_widget_get_mapped (self->question_button) ? self->question_button
                                                            : self->menu_button;
    }
}

/* @bubble: a weak pointer: what a bubble hangs on may have taken it along. */
static void
drop_bubble (GtkWidget **bubble)
{
  GtkWidget *widget = *bubble;

  g_clear_weak_pointer (bubble);
  if (widget != NULL)
    gtk_widget_unparent (widget);
}

/* Takes away the bubble that is closed, if there is one. */
static void
drop_leaving (IjkWindow *self)
{
  g_clear_handle_id (&self->tour_leaving_id, g_source_remove);
  drop_bubble (&self->tour_leaving);
}

static gboolean
leave_cb (gpointer user_data)
{
  IjkWindow *self = user_data;

  self->tour_leaving_id = 0;
  drop_leaving (self);
  return G_SOURCE_REMOVE;
}

/* Closed first and taken away when the key or click that asked for it is dealt with: a bubble
 * that goes while its own button is pressed leaves the window deaf to all keys (GTK 4.8). */
static void
close_step (IjkWindow *self)
{
  GtkWidget *tour = self->tour;

  g_clear_weak_pointer (&self->tour);
  self->tour_next = NULL;
  if (tour == NULL)
    return;
  drop_leaving (self);
  g_set_weak_pointer (&self->tour_leaving, tour);
  gtk_popover_popdown (GTK_POPOVER (tour));
  self->tour_leaving_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, self, NULL);
}

/* What a bubble hangs on must not go before the bubble. */
void
ijk_window_drop_tour (IjkWindow *self)
{
  drop_leaving (self);
  drop_bubble (&self->tour);
  self->tour_next = NULL;
}

/* However it ends, it was seen. */
static void
end_tour (IjkWindow *self)
{
  close_step (self);
  g_settings_set_boolean (self->settings, "tour-seen", TRUE);
}

static void
next_cb (IjkWindow *self)
{
  close_step (self);
  self->tour_step++;
  if (self->tour_step < N_STEPS)
    show_step (self);
  else
    end_tour (self);
}

/* After the bubble has been taken away, which waits in the same row. */
static gboolean
questions_idle_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "questions", NULL);
  return G_SOURCE_REMOVE;
}

/* The last step leads to what it is about. */
static void
questions_clicked_cb (IjkWindow *self)
{
  end_tour (self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, questions_idle_cb, g_object_ref (self),
                   g_object_unref);
}

static gboolean
end_idle_cb (gpointer user_data)
{
  g_autoptr (IjkWindow) self = user_data;

  if (self->session != NULL)
    end_tour (self);
  return G_SOURCE_REMOVE;
}

/* Escape, or a click beside it. The bubble is closing itself and must not go before it has. */
static void
closed_cb (GtkPopover *popover,
           IjkWindow  *self)
{
  if (GTK_WIDGET (popover) == self->tour)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_idle_cb, g_object_ref (self), NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
show_step (IjkWindow *self)
{
  GtkWidget *target = find_target (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const gboolean is_last = self->tour_step == N_STEPS - 1;
  GtkWidget *other = gtk_button_new_with_mnemonic (is_last ? _("_Show the Questions") : _("_Skip"));
  GtkWidget *next = gtk_button_new_with_mnemonic (is_last ? _("_Begin") : _("_Next"));

  if (target == NULL)
    {
      end_tour (self);
      return;
    }
  gtk_box_append (GTK_BOX (box), make_label (_(titles[self->tour_step]), "heading"));
  gtk_box_append (GTK_BOX (box), make_label (_(texts[self->tour_step]), "body"));
  gtk_widget_add_css_class (next, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  g_signal_connect_object (other, "clicked",
                           is_last ? G_CALLBACK (questions_clicked_cb) : G_CALLBACK (end_tour),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), other);
  gtk_box_append (GTK_BOX (buttons), next);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "tour");

  g_set_weak_pointer (&self->tour, gtk_popover_new ());
  gtk_popover_set_child (GTK_POPOVER (self->tour), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self->tour), next);
  self->tour_next = next;
  gtk_widget_set_parent (self->tour, GTK_IS_MENU_BUTTON (target) ? gtk_widget_get_parent (target)
                                                                 : target);
  if (GTK_IS_MENU_BUTTON (target))
    point_at_button (target, GTK_POPOVER (self->tour));
  else if (target == self->levers)
    point_at_lever (self, GTK_POPOVER (self->tour));
  else if (IJK_IS_FIGURE_CARD (target))
    point_at_top (target, GTK_POPOVER (self->tour));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tour), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(titles[self->tour_step]), -1);
  g_signal_connect_object (self->tour, "closed", G_CALLBACK (closed_cb), self, 0);
  gtk_popover_popup (GTK_POPOVER (self->tour));
  gtk_widget_grab_focus (next);
}

void
ijk_window_start_tour (IjkWindow *self)
{
  close_step (self);
  self->tour_step = 0;
  show_step (self);
}

/* The workbook has just been opened: its levers and charts are there when they have been drawn, and
 * the flap is folded or not when it has been given its width. A bubble that opens before points at
 * nothing, or closes when what it points at moves. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  IjkWindow *self = IJK_WINDOW (widget);

  (void) clock;
  (void) user_data;
  if (!gtk_widget_get_mapped (self->explore) || --self->tour_frames > 0)
    return G_SOURCE_CONTINUE;
  self->tour_tick = 0;
  ijk_window_start_tour (self);
  return G_SOURCE_REMOVE;
}

void
ijk_window_start_tour_when_drawn (IjkWindow *self)
{
  self->tour_frames = N_FRAMES;
  if (self->tour_tick == 0)
    self->tour_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
tour_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_window_start_tour (user_data);
}

void
ijk_window_add_tour_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "tour", .activate = tour_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

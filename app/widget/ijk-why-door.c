/* Actions, key and pointer of the widgets that can be asked why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-door.h"

#include <glib/gi18n.h>

#include "ijk-explanation.h"
#include "ijk-widget.h"

typedef struct
{
  GtkWidget *widget;      /* that owns this */
  IjkWhyListFunc list;
  GMenuModel *menu;       /* (owned) (nullable) */
  GtkWidget *popover;     /* (nullable) child of the widget */
  gboolean has_point;
  graphene_point_t point; /* where the menu was asked for */
} Door;

static void
free_number (gpointer data)
{
  ijk_named_number_free (data);
}

static void
free_door (gpointer data)
{
  Door *door = data;

  g_clear_object (&door->menu);
  g_free (door);
}

/* ---- what is sent ---- */

static GVariant *
write_numbers (const GPtrArray *numbers,
               guint            selected)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (IJK_WHY_DOOR_TYPE));
  g_variant_builder_add (&builder, "u", selected);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(susauii)"));
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      const IjkNamedNumber *named = g_ptr_array_index (numbers, i);
      const IjkAskedNumber *number = &named->number;

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(susauii)"));
      g_variant_builder_add (&builder, "s", named->name);
      g_variant_builder_add (&builder, "u", (guint) number->indicator->items);
      g_variant_builder_add (&builder, "s", number->indicator->id);
      g_variant_builder_open (&builder, G_VARIANT_TYPE ("au"));
      for (guint k = 0; k < number->n_items; k++)
        g_variant_builder_add (&builder, "u", number->items[k]);
      g_variant_builder_close (&builder);
      g_variant_builder_add (&builder, "i", number->first_year);
      g_variant_builder_add (&builder, "i", number->last_year);
      g_variant_builder_close (&builder);
    }
  g_variant_builder_close (&builder);
  return g_variant_builder_end (&builder);
}

/* Whether the reference has what is asked about. */
static gboolean
read_number (const IjkReference *reference,
             GVariant           *child,
             IjkNamedNumber    **named)
{
  IjkAskedNumber number = { 0 };
  const char *name, *id;
  guint items;
  guint item;
  g_autoptr (GVariantIter) positions = NULL;

  g_variant_get (child, "(&su&sauii)", &name, &items, &id, &positions, &number.first_year,
                 &number.last_year);
  if (items >= IJK_N_ITEMS || number.first_year < IJK_FIRST_YEAR
      || number.last_year > IJK_LAST_YEAR || number.first_year > number.last_year)
    return FALSE;
  number.indicator = ijk_indicator_find ((IjkItems) items, id);
  while (g_variant_iter_next (positions, "u", &item))
    {
      if (number.n_items == IJK_ASKED_MAX_ITEMS
          || item >= ijk_items_count (reference, (IjkItems) items))
        return FALSE;
      number.items[number.n_items++] = item;
    }
  if (number.indicator == NULL || number.n_items == 0)
    return FALSE;
  *named = ijk_named_number_new (name, &number);
  return TRUE;
}

GPtrArray *
ijk_why_door_read (const IjkReference *reference,
                   GVariant           *parameter,
                   guint              *selected)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (free_number);
  g_autoptr (GVariant) children = NULL;

  g_variant_get (parameter, "(u@a(susauii))", selected, &children);
  for (gsize i = 0; i < g_variant_n_children (children); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (children, i);
      IjkNamedNumber *named = NULL;

      if (read_number (reference, child, &named))
        g_ptr_array_add (numbers, named);
    }
  if (*selected >= numbers->len)
    *selected = 0;
  return numbers;
}

/* ---- asking ---- */

static void
ask_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  Door *door = user_data;
  guint selected = 0;
  g_autoptr (GPtrArray) numbers
      = door->list (door->widget, door->has_point ? &door->point : NULL, &selected);

  (void) action;
  (void) parameter;
  door->has_point = FALSE;
  if (numbers == NULL)
    return;
  (void) gtk_widget_activate_action_variant (door->widget, "win.why",
                                             write_numbers (numbers, selected));
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  Door *door = user_data;

  (void) args;
  door->has_point = FALSE;
  return gtk_widget_activate_action (widget, "why.ask", NULL);
}

/* ---- the menu ---- */

static void
pop_up (Door   *door,
        double  x,
        double  y)
{
  if (door->popover == NULL)
    {
      door->popover = gtk_popover_menu_new_from_model (door->menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (door->popover), FALSE);
      gtk_widget_set_halign (door->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (door->popover, door->widget);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (door->popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (door->popover));
}

static void
pressed_cb (Door       *door,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *gesture)
{
  (void) n_press;
  door->has_point = TRUE;
  door->point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  if (door->menu == NULL)
    return;
  pop_up (door, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The menu by key: no pointer says which number is meant. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  Door *door = user_data;

  (void) args;
  door->has_point = FALSE;
  if (door->menu == NULL)
    return FALSE;
  pop_up (door, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
  return TRUE;
}

static void
destroy_cb (Door *door)
{
  ijk_widget_close_popovers (door->widget);
  g_clear_pointer (&door->popover, gtk_widget_unparent);
}

/* ---- public ---- */

void
ijk_why_door_add (GtkWidget      *widget,
                  IjkWhyListFunc  list,
                  GMenuModel     *menu)
{
  static const GActionEntry actions[] = { { .name = "ask", .activate = ask_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  Door *door = g_new0 (Door, 1);

  door->widget = widget;
  door->list = list;
  door->menu = menu != NULL ? g_object_ref (menu) : NULL;
  g_object_set_data_full (G_OBJECT (widget), "why-door", door, free_door);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), door);
  gtk_widget_insert_action_group (widget, "why", G_ACTION_GROUP (group));
  g_signal_connect_swapped (widget, "destroy", G_CALLBACK (destroy_cb), door);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_i, GDK_CONTROL_MASK),
                        gtk_callback_action_new (key_cb, door, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_alternative_trigger_new (
                            gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                            gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK)),
                        gtk_callback_action_new (menu_key_cb, door, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), door);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

GMenuItem *
ijk_why_door_make_item (void)
{
  GMenuItem *item = g_menu_item_new (_("_Why This Number"), "why.ask");

  g_menu_item_set_attribute (item, "accel", "s", "<Control>i");
  return item;
}

GPtrArray *
ijk_why_door_list_numbers (IjkItems items,
                           guint    item,
                           int      year)
{
  static const char *const ids[]
      = { "levy",     "credit", "net_levy",  "emissions", "unabated", "activity", "autonomous",
          "measures", "leakage", "load",     "benchmark", "rights",   "bought",   "sold" };
  GPtrArray *numbers = g_ptr_array_new_with_free_func (free_number);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const IjkIndicator *indicator = ijk_indicator_find (items, ids[i]);

      if (indicator != NULL)
        {
          const IjkAskedNumber number = ijk_asked_number (indicator, item, year);
          g_autofree char *name = ijk_indicator_dup_title (indicator);

          g_ptr_array_add (numbers, ijk_named_number_new (name, &number));
        }
    }
  return numbers;
}

guint
ijk_why_door_find (GPtrArray  *numbers,
                   const char *indicator)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      const IjkNamedNumber *named = g_ptr_array_index (numbers, i);

      if (g_str_equal (named->number.indicator->id, indicator))
        return i;
    }
  return 0;
}

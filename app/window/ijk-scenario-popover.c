/* The list of scenarios, in three groups: one's own, those of companies, and the examples that come
 * with the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario-popover.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX 440
#define LEAST_WIDTH_PX 300
/* Its border and its shadow, at both sides. */
#define MARGIN_PX 24
#define HEIGHT_PX 640
/* The header of the window above the list, and the buttons below it. */
#define AROUND_PX 160
#define LEAST_HEIGHT_PX 200

struct _IjkScenarioPopover
{
  GtkPopover parent_instance;

  IjkSession *session; /* (owned) (nullable) */
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *groups;
};

G_DEFINE_FINAL_TYPE (IjkScenarioPopover, ijk_scenario_popover, GTK_TYPE_POPOVER)

typedef enum
{
  GROUP_OWN,
  GROUP_COMPANY,
  GROUP_EXAMPLE,
  N_GROUPS,
} Group;

static Group
find_group (const IjkScenarioRecord *record)
{
  if (record->is_template)
    return GROUP_EXAMPLE;
  return record->kind == IJK_SCENARIO_COMPANY ? GROUP_COMPANY : GROUP_OWN;
}

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (IjkScenarioPopover      *self,
           const IjkScenarioRecord *record)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) compare = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  const gboolean is_compared = ijk_session_get_compare_id (self->session) == record->id;

  if (is_compared)
    append_action (compare, _("Stop Comparing"), "win.compare", 0);
  else if (record->id != ijk_session_get_scenario_id (self->session))
    append_action (compare, _("Compare With This"), "win.compare", record->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (compare));
  append_action (change, _("Duplicate…"), "win.duplicate-scenario-id", record->id);
  if (record->kind == IJK_SCENARIO_SECTOR)
    append_action (change, _("New Company Scenario on This…"), "win.new-company-scenario",
                   record->id);
  if (!record->is_template)
    {
      append_action (change, _("Rename…"), "win.rename-scenario-id", record->id);
      append_action (change, _("Describe…"), "win.describe-scenario-id", record->id);
      append_action (remove, C_ ("menu item", "Delete"), "win.delete-scenario-id", record->id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
row_activated_cb (GtkListBox         *list,
                  GtkListBoxRow      *row,
                  IjkScenarioPopover *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  (void) list;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select-scenario", "x", *id);
}

static void
menu_closed_cb (GtkPopover         *menu,
                IjkScenarioPopover *self)
{
  (void) menu;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
make_row (IjkScenarioPopover      *self,
          const IjkScenarioRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (self, record);
  const gboolean is_current = record->id == ijk_session_get_scenario_id (self->session);
  const gboolean is_compared = record->id == ijk_session_get_compare_id (self->session);
  gint64 *id = g_new (gint64, 1);
  /* Translators: the name of a scenario */
  g_autofree char *label = g_strdup_printf (_("What to do with %s"), record->name);

  *id = record->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (is_compared)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Compared with, drawn dashed"));
  else if (record->description != NULL && *record->description != '\0')
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), record->description);
      gtk_widget_set_tooltip_text (row, record->description);
    }
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (is_current)
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Shown now"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)), "closed",
                           G_CALLBACK (menu_closed_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static const char *
group_title (Group group)
{
  switch (group)
    {
    case GROUP_OWN:
      return _("Your scenarios");
    case GROUP_COMPANY:
      return _("Company scenarios");
    case GROUP_EXAMPLE:
      return _("Examples");
    case N_GROUPS:
      break;
    }
  g_assert_not_reached ();
}

static void
add_group (IjkScenarioPopover *self,
           Group               group)
{
  GPtrArray *records = ijk_session_get_scenarios (self->session);
  GtkWidget *title;
  GtkWidget *list = NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (find_group (record) != group)
        continue;
      if (list == NULL)
        {
          title = gtk_label_new (group_title (group));
          gtk_label_set_xalign (GTK_LABEL (title), 0);
          gtk_widget_add_css_class (title, "heading");
          gtk_box_append (GTK_BOX (self->groups), title);
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          group_title (group), -1);
          g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
          gtk_box_append (GTK_BOX (self->groups), list);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, record));
    }
}

void
ijk_scenario_popover_update (IjkScenarioPopover *self)
{
  GtkWidget *child;

  g_return_if_fail (IJK_IS_SCENARIO_POPOVER (self));

  while ((child = gtk_widget_get_first_child (self->groups)) != NULL)
    gtk_box_remove (GTK_BOX (self->groups), child);
  for (Group group = 0; group < N_GROUPS; group++)
    add_group (self, group);
}

/* Below the beginning of its button; where the window is hardly wider than a list, in its middle.
 * No larger than the window. */
static void
fit_window (IjkScenarioPopover *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const int width = gtk_widget_get_width (window);
  const int height = gtk_widget_get_height (window);
  const gboolean is_narrow = width < WIDTH_PX * 3 / 2;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp),
                              CLAMP (width - MARGIN_PX, LEAST_WIDTH_PX, WIDTH_PX));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              CLAMP (height - AROUND_PX, LEAST_HEIGHT_PX,
                                                     HEIGHT_PX));
  gtk_widget_set_halign (GTK_WIDGET (self), is_narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_START);
}

static void
ijk_scenario_popover_map (GtkWidget *widget)
{
  ijk_scenario_popover_update (IJK_SCENARIO_POPOVER (widget));
  fit_window (IJK_SCENARIO_POPOVER (widget));
  GTK_WIDGET_CLASS (ijk_scenario_popover_parent_class)->map (widget);
}

static void
ijk_scenario_popover_dispose (GObject *object)
{
  IjkScenarioPopover *self = IJK_SCENARIO_POPOVER (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_SCENARIO_POPOVER);
  G_OBJECT_CLASS (ijk_scenario_popover_parent_class)->dispose (object);
}

static void
ijk_scenario_popover_class_init (IjkScenarioPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_scenario_popover_dispose;
  widget_class->map = ijk_scenario_popover_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-scenario-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkScenarioPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, IjkScenarioPopover, clamp);
  gtk_widget_class_bind_template_child (widget_class, IjkScenarioPopover, groups);
}

static void
ijk_scenario_popover_init (IjkScenarioPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ijk_scenario_popover_new (IjkSession *session)
{
  IjkScenarioPopover *self = g_object_new (IJK_TYPE_SCENARIO_POPOVER, NULL);

  self->session = g_object_ref (session);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Scenarios"), -1);
  return GTK_WIDGET (self);
}

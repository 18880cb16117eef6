/* A list of the rows that are open. GTK keeps what is open, the nodes what it says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-view.h"

#include <glib/gi18n.h>

#include "ijk-why-row.h"
#include "ijk-widget.h"

struct _IjkWhyView
{
  GtkWidget parent_instance;

  IjkWhyNode *root;     /* (owned) (nullable) */
  GtkSingleSelection *selection; /* (owned) */
  GPtrArray *bound;     /* (owned) (element-type GtkListItem) on the screen; borrowed */
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (IjkWhyView, ijk_why_view, GTK_TYPE_WIDGET)

/* ---- opening and closing ---- */

static GListModel *
list_children_cb (gpointer item,
                  gpointer user_data)
{
  (void) user_data;
  return ijk_why_node_get_kind (item) == IJK_WHY_NUMBER ? G_LIST_MODEL (g_object_ref (item)) : NULL;
}

static void
focus_row (IjkWhyView *self,
           guint       position)
{
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (item) == position)
        gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (item)));
    }
}

static void
toggle (GtkTreeListRow *row)
{
  if (gtk_tree_list_row_is_expandable (row))
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static gboolean
open_page (IjkWhyView     *self,
           GtkTreeListRow *row)
{
  g_autoptr (IjkWhyNode) node = gtk_tree_list_row_get_item (row);
  const char *uri = node != NULL ? ijk_why_node_get_uri (node) : NULL;

  if (uri == NULL)
    return FALSE;
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
  return TRUE;
}

static gboolean
go_up (IjkWhyView     *self,
       GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = gtk_tree_list_row_get_parent (row);

  if (parent == NULL)
    return FALSE;
  focus_row (self, gtk_tree_list_row_get_position (parent));
  return TRUE;
}

static gboolean
press (IjkWhyView *self,
       guint       key)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_open;

  if (row == NULL)
    return FALSE;
  is_open = gtk_tree_list_row_get_expanded (row);
  if ((key == GDK_KEY_Left || key == GDK_KEY_Right) && is_rtl)
    key = key == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;
  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (is_open)
        focus_row (self, gtk_tree_list_row_get_position (row) + 1);
      else
        gtk_tree_list_row_set_expanded (row, TRUE);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (!is_open)
        return go_up (self, row);
      gtk_tree_list_row_set_expanded (row, FALSE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      if (!gtk_tree_list_row_is_expandable (row))
        return key != GDK_KEY_space && open_page (self, row);
      toggle (row);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  guint key = 0;

  (void) widget;
  g_variant_get (args, "u", &key);
  return press (user_data, key);
}

/* ---- rows ---- */

static void
toggled_cb (IjkWhyRow *row)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_widget_get_parent (GTK_WIDGET (row)));
  GtkTreeListRow *list_row = gtk_tree_expander_get_list_row (expander);

  if (list_row != NULL)
    toggle (list_row);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          IjkWhyView               *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = ijk_why_row_new ();

  (void) factory;
  (void) self;
  g_signal_connect (row, "toggled", G_CALLBACK (toggled_cb), NULL);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         IjkWhyView               *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (IjkWhyNode) node = gtk_tree_list_row_get_item (row);

  (void) factory;
  g_ptr_array_add (self->bound, item);
  gtk_tree_expander_set_list_row (expander, row);
  ijk_why_row_set_node (IJK_WHY_ROW (gtk_tree_expander_get_child (expander)), node);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           IjkWhyView               *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  (void) factory;
  g_ptr_array_remove_fast (self->bound, item);
  ijk_why_row_set_node (IJK_WHY_ROW (gtk_tree_expander_get_child (expander)), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

/* ---- the object ---- */

static void
drop (IjkWhyView *self)
{
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  if (self->root != NULL)
    ijk_why_node_drop (self->root);
  g_clear_object (&self->root);
}

static void
ijk_why_view_dispose (GObject *object)
{
  IjkWhyView *self = IJK_WHY_VIEW (object);

  drop (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  G_OBJECT_CLASS (ijk_why_view_parent_class)->dispose (object);
}

static gboolean
ijk_why_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (IJK_WHY_VIEW (widget)->list);
}

static void
ijk_why_view_class_init (IjkWhyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_why_view_dispose;
  widget_class->grab_focus = ijk_why_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Before the list has them: it would go to the next row, or activate. */
static void
add_keys (IjkWhyView *self)
{
  static const guint keys[] = { GDK_KEY_Right,  GDK_KEY_KP_Right, GDK_KEY_Left,      GDK_KEY_KP_Left,
                                GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut
          = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                              gtk_callback_action_new (press_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (keys[i]));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (self->list, controller);
}

static void
ijk_why_view_init (IjkWhyView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_ptr_array_new ();
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "why-list");
  ijk_widget_set_label (self->list, _("Formula and sources"));
  add_keys (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* ---- public ---- */

GtkWidget *
ijk_why_view_new (void)
{
  return g_object_new (IJK_TYPE_WHY_VIEW, NULL);
}

void
ijk_why_view_show (IjkWhyView     *self,
                   IjkExplanation *explanation)
{
  g_autoptr (GtkTreeListModel) tree = NULL;

  g_return_if_fail (IJK_IS_WHY_VIEW (self) && explanation != NULL);

  drop (self);
  self->root = ijk_why_node_new (explanation);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->root)), FALSE, FALSE,
                                  list_children_cb, NULL, NULL);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
}

void
ijk_why_view_follow (IjkWhyView     *self,
                     IjkExplanation *explanation)
{
  g_return_if_fail (IJK_IS_WHY_VIEW (self) && self->root != NULL && explanation != NULL);

  ijk_why_node_follow (self->root, explanation);
}

const IjkExplanation *
ijk_why_view_get (IjkWhyView *self)
{
  g_return_val_if_fail (IJK_IS_WHY_VIEW (self), NULL);

  return self->root != NULL ? ijk_why_node_get_root (self->root) : NULL;
}

GListModel *
ijk_why_view_get_rows (IjkWhyView *self)
{
  g_return_val_if_fail (IJK_IS_WHY_VIEW (self), NULL);

  return G_LIST_MODEL (self->selection);
}

guint
ijk_why_view_get_selected (IjkWhyView *self)
{
  g_return_val_if_fail (IJK_IS_WHY_VIEW (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

void
ijk_why_view_select (IjkWhyView *self,
                     guint       position)
{
  g_return_if_fail (IJK_IS_WHY_VIEW (self));

  focus_row (self, position);
}

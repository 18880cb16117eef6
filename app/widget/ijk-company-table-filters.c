/* What rows there are and which of them are shown, and the year: the controls above the table of
 * companies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>

#include "ijk-language.h"
#include "ijk-widget.h"

/* Of a name in a drop-down that are seen at least. */
#define CHOICE_CHARS 11

static GtkStringList *
make_names (const char *all)
{
  return gtk_string_list_new ((const char *const[]) { all, NULL });
}

void
ijk_company_table_view_fill_filters (IjkCompanyTableView *self,
                                     const IjkReference  *reference)
{
  g_autoptr (GtkStringList) sectors = make_names (_("All sectors"));
  g_autoptr (GtkStringList) clusters = make_names (_("All clusters"));
  g_autofree char *hint = NULL;

  for (guint i = 0; i < reference->n_sectors; i++)
    gtk_string_list_append (sectors, ijk_language_pick (reference->sectors[i].name_en,
                                                        reference->sectors[i].name_nl));
  for (guint i = 0; i < reference->n_clusters; i++)
    gtk_string_list_append (clusters, ijk_language_pick (reference->clusters[i].name_en,
                                                         reference->clusters[i].name_nl));
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->sector, G_LIST_MODEL (sectors));
  gtk_drop_down_set_model (self->cluster, G_LIST_MODEL (clusters));
  self->is_updating = FALSE;
  /* Translators: inside an empty search entry. */
  hint = g_strdup_printf (ngettext ("Search %u company", "Search %u companies",
                                    reference->n_companies),
                          reference->n_companies);
  g_object_set (self->search, "placeholder-text", hint, NULL);
}

void
ijk_company_table_view_show_year (IjkCompanyTableView *self)
{
  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->year,
                              IJK_YEAR_INDEX (ijk_session_get_year (self->session)));
  self->is_updating = FALSE;
}

/* ---- what a person does ---- */

static guint
chosen_or_all (GtkDropDown *drop_down)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? IJK_NONE : selected - 1;
}

static void
filter_cb (IjkCompanyTableView *self)
{
  const guint kind = chosen_or_all (self->kind);

  if (self->is_updating)
    return;
  self->query.rows = (IjkCompanyRows) MIN (gtk_drop_down_get_selected (self->rows),
                                           IJK_N_COMPANY_ROWS - 1);
  self->query.sector = chosen_or_all (self->sector);
  self->query.cluster = chosen_or_all (self->cluster);
  self->query.kind = kind == IJK_NONE ? -1 : (int) kind;
  self->query.position = (IjkCompanyPosition) gtk_drop_down_get_selected (self->position);
  self->query.is_levied_only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->levied_only));
  ijk_widget_set_class (self->more, "accent",
                        self->query.kind >= 0 || self->query.position != IJK_POSITION_ANY
                            || self->query.is_levied_only);
  ijk_company_table_view_ask (self);
}

static void
year_chosen_cb (IjkCompanyTableView *self)
{
  if (!self->is_updating)
    ijk_session_set_year (self->session,
                          IJK_FIRST_YEAR + (int) gtk_drop_down_get_selected (self->year));
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  IjkCompanyTableView *self = user_data;

  (void) action;
  (void) parameter;
  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->sector, 0);
  gtk_drop_down_set_selected (self->cluster, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->position, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->levied_only), FALSE);
  self->is_updating = FALSE;
  filter_cb (self);
}

/* Enter opens the first row: mostly the only one that is left. */
static void
search_activate_cb (IjkCompanyTableView *self)
{
  /* The entry tells of its text a moment later. */
  ijk_company_table_view_ask (self);
  if (self->table != NULL && ijk_company_table_n_shown (self->table) > 0)
    ijk_company_table_view_activate_row (self, 0);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        modifiers,
               IjkCompanyTableView   *self)
{
  (void) controller;
  (void) code;
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  ijk_company_table_view_ask (self);
  ijk_company_table_view_focus_row (self);
  return TRUE;
}

/* ---- drop-downs that can be narrow ---- */

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item,
                 gpointer                  data)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void) factory;
  (void) data;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), CHOICE_CHARS);
  ijk_label_tell_when_cut (GTK_LABEL (label));
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  data)
{
  (void) factory;
  (void) data;
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The name that is chosen is cut where there is no room for it; in the list it stands whole. */
static void
let_be_cut (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IjkCompanyTableView, name)

void
ijk_company_table_view_bind_filters (GtkWidgetClass *widget_class)
{
  BIND (search);
  BIND (rows);
  BIND (sector);
  BIND (cluster);
  BIND (year);
  BIND (kind);
  BIND (position);
  BIND (levied_only);
  BIND (more);
  BIND (menu);
  gtk_widget_class_bind_template_callback (widget_class, ijk_company_table_view_ask);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
}

/* As in the template, and for the part that takes the focus too. */
static void
name_controls (IjkCompanyTableView *self)
{
  ijk_widget_set_label (GTK_WIDGET (self->rows), _("Rows"));
  ijk_widget_set_label (GTK_WIDGET (self->sector), _("Sector"));
  ijk_widget_set_label (GTK_WIDGET (self->cluster), _("Cluster"));
  ijk_widget_set_label (GTK_WIDGET (self->year), _("Year"));
  ijk_widget_set_label (GTK_WIDGET (self->kind), _("Kind of installation"));
  ijk_widget_set_label (GTK_WIDGET (self->position), _("Position"));
  ijk_widget_set_label (self->more, _("Filters"));
  ijk_widget_set_label (self->menu, _("Columns, copy, save"));
}

void
ijk_company_table_view_add_filters (IjkCompanyTableView *self)
{
  static const GActionEntry entries[] = { { .name = "clear", .activate = clear_cb } };
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_string_list_append (years, text);
    }
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (years));
  name_controls (self);
  let_be_cut (self->rows);
  let_be_cut (self->sector);
  let_be_cut (self->cluster);
  /* Before the entry moves its caret. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, 0);
  gtk_widget_add_controller (self->search, keys);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->view));
}

void
ijk_company_table_view_search (IjkCompanyTableView *self,
                               const char          *text)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

void
ijk_company_table_view_focus_search (IjkCompanyTableView *self)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  gtk_widget_grab_focus (self->search);
}

void
ijk_company_table_view_focus_row (IjkCompanyTableView *self)
{
  guint position;

  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  if (self->table == NULL || ijk_company_table_n_shown (self->table) == 0)
    return;
  position = gtk_single_selection_get_selected (self->selection);
  ijk_company_table_view_go_to_row (
      self, position < ijk_company_table_n_shown (self->table) ? position : 0);
}

void
ijk_company_table_view_set_cluster (IjkCompanyTableView *self,
                                    guint                cluster)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  gtk_drop_down_set_selected (self->cluster, cluster == IJK_NONE ? 0 : cluster + 1);
}

void
ijk_company_table_view_set_sector (IjkCompanyTableView *self,
                                   guint                sector)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  gtk_drop_down_set_selected (self->sector, sector == IJK_NONE ? 0 : sector + 1);
}

void
ijk_company_table_view_set_rows (IjkCompanyTableView *self,
                                 IjkCompanyRows       rows)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  gtk_drop_down_set_selected (self->rows, (guint) rows);
}

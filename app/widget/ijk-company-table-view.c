/* The table of companies: follows the session, asks the table what search and filters say, and shows
 * the answer with its totals. Filters, rows, columns and their room, selection, reasons, totals and
 * copy have files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>

#include "ijk-widget.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_COLUMNS,
  N_PROPS,
};

/* What is seen until a person chooses; the same as the default of the setting. */
static const char *const first_columns[]
    = { "name", "sector", "observed", "emissions", "rights", "levy", "sparkline", NULL };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IjkCompanyTableView, ijk_company_table_view, GTK_TYPE_WIDGET)

static void
write_totals (IjkCompanyTableView *self)
{
  g_autofree char *totals = ijk_company_table_write_totals (self->table);
  g_autofree char *source = ijk_company_table_write_source (self->table);

  gtk_label_set_label (self->totals, totals);
  gtk_widget_set_sensitive (self->totals_button, ijk_company_table_n_shown (self->table) > 0);
  if (g_str_equal (source, gtk_label_get_label (self->source)))
    return;
  gtk_label_set_label (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
}

static void
show_answer (IjkCompanyTableView *self)
{
  self->is_updating = TRUE;
  ijk_company_table_view_show_rows (self);
  self->is_updating = FALSE;
  gtk_stack_set_visible_child_name (
      self->stack, ijk_company_table_n_shown (self->table) > 0 ? "table" : "empty");
  ijk_company_table_view_write_titles (self);
  write_totals (self);
  ijk_company_table_view_follow_company (self);
}

void
ijk_company_table_view_ask (IjkCompanyTableView *self)
{
  IjkCompanyQuery query = self->query;

  if (self->table == NULL || self->is_updating)
    return;
  query.search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  ijk_company_table_set_query (self->table, &query);
  show_answer (self);
}

static void
result_cb (IjkCompanyTableView *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const IjkResult *result = ijk_session_get_result (self->session);

  if (result == NULL || reference == NULL)
    return;
  if (self->table == NULL || ijk_company_table_get_reference (self->table) != reference)
    {
      g_clear_pointer (&self->table, ijk_company_table_free);
      self->table = ijk_company_table_new (reference);
      self->query.sector = self->query.cluster = self->selected_unit = IJK_NONE;
      ijk_company_table_view_fill_filters (self, reference);
      ijk_company_table_set_result (self->table, result,
                                    ijk_session_get_law_result (self->session),
                                    ijk_session_get_year (self->session));
      ijk_company_table_view_ask (self);
      return;
    }
  ijk_company_table_set_result (self->table, result, ijk_session_get_law_result (self->session),
                                ijk_session_get_year (self->session));
  show_answer (self);
}

static void
year_cb (IjkCompanyTableView *self)
{
  ijk_company_table_view_show_year (self);
  result_cb (self);
}

/* ---- the object ---- */

static void
ijk_company_table_view_get_property (GObject    *object,
                                     guint       property,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_COLUMNS:
      g_value_set_boxed (value, self->column_ids);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_company_table_view_set_property (GObject      *object,
                                     guint         property,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_COLUMNS:
      ijk_company_table_view_set_columns (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ijk_company_table_view_constructed (GObject *object)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (object);

  G_OBJECT_CLASS (ijk_company_table_view_parent_class)->constructed (object);
  g_signal_connect_object (self->session, "notify::result", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (year_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::company",
                           G_CALLBACK (ijk_company_table_view_follow_company), self,
                           G_CONNECT_SWAPPED);
  year_cb (self);
}

static void
ijk_company_table_view_dispose (GObject *object)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (object);
  GtkWidget *child;

  self->is_updating = TRUE;
  ijk_company_table_view_drop_rows (self);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_COMPANY_TABLE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  g_clear_pointer (&self->table, ijk_company_table_free);
  G_OBJECT_CLASS (ijk_company_table_view_parent_class)->dispose (object);
}

static void
ijk_company_table_view_finalize (GObject *object)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (object);

  g_hash_table_unref (self->bound);
  g_strfreev (self->column_ids);
  G_OBJECT_CLASS (ijk_company_table_view_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IjkCompanyTableView, name)

static void
ijk_company_table_view_class_init (IjkCompanyTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_company_table_view_get_property;
  object_class->set_property = ijk_company_table_view_set_property;
  object_class->constructed = ijk_company_table_view_constructed;
  object_class->dispose = ijk_company_table_view_dispose;
  object_class->finalize = ijk_company_table_view_finalize;
  properties[PROP_SESSION] = g_param_spec_object (
      "session", NULL, NULL, IJK_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLUMNS]
      = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "companies.copy",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "companytable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               IJK_UI_PATH "ijk-company-table-view.ui");
  BIND (view);
  BIND (stack);
  BIND (totals_button);
  BIND (totals);
  BIND (left_out);
  BIND (source);
  BIND (columns_menu);
  ijk_company_table_view_bind_filters (widget_class);
  ijk_company_table_view_bind_selection (widget_class);
}

static void
ijk_company_table_view_init (IjkCompanyTableView *self)
{
  self->query = (IjkCompanyQuery) IJK_COMPANY_QUERY_INIT;
  self->selected_unit = IJK_NONE;
  self->column_ids = g_strdupv ((char **) first_columns);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Companies"), -1);
  self->is_updating = TRUE;
  self->list = ijk_company_list_new ();
  ijk_company_table_view_add_selection (self);
  ijk_company_table_view_add_rows (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->actions = g_simple_action_group_new ();
  ijk_company_table_view_add_filters (self);
  ijk_company_table_view_add_copy (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "companies", G_ACTION_GROUP (self->actions));
  ijk_company_table_view_add_columns (self);
  ijk_company_table_view_add_room (self);
  ijk_company_table_view_add_why (self);
  ijk_company_table_view_add_total (self);
  self->is_updating = FALSE;
}

GtkWidget *
ijk_company_table_view_new (IjkSession *session)
{
  return g_object_new (IJK_TYPE_COMPANY_TABLE_VIEW, "session", session, NULL);
}

IjkCompanyTable *
ijk_company_table_view_get_table (IjkCompanyTableView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self), NULL);

  return self->table;
}

guint
ijk_company_table_view_get_unit (IjkCompanyTableView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self), IJK_NONE);

  return self->selected_unit;
}

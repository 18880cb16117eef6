/* The table of companies: follows the session, asks the table what search and filters say, and shows
 * the answer with its totals. Rows and columns have files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>

#include "ijk-language.h"
#include "ijk-widget.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_COLUMNS,
  N_PROPS,
};

enum
{
  SAVE_REQUESTED,
  MESSAGE,
  ROW_ACTIVATED,
  SELECTED,
  N_SIGNALS,
};

/* What is seen until a person chooses; the same as the default of the setting. */
static const char *const first_columns[]
    = { "name", "sector", "observed", "emissions", "rights", "levy", "sparkline", NULL };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompanyTableView, ijk_company_table_view, GTK_TYPE_WIDGET)

static void
write_totals (IjkCompanyTableView *self)
{
  g_autofree char *totals = ijk_company_table_write_totals (self->table);
  g_autofree char *source = ijk_company_table_write_source (self->table);

  gtk_label_set_label (self->totals, totals);
  if (g_str_equal (source, gtk_label_get_label (self->source)))
    return;
  gtk_label_set_label (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
}

/* The selection stays with the company, wherever sorting puts it. */
static void
follow_company (IjkCompanyTableView *self)
{
  const guint company = ijk_session_get_company (self->session);
  const gboolean has_companies = self->query.rows == IJK_COMPANY_ROWS_COMPANIES
                                 || self->query.rows == IJK_COMPANY_ROWS_UNITS;
  guint position = IJK_NONE;

  if (self->table == NULL)
    return;
  if (has_companies && self->selected_unit != IJK_NONE)
    position = ijk_company_table_find (self->table, IJK_NONE, self->selected_unit);
  if (position == IJK_NONE && has_companies)
    position = ijk_company_table_find (self->table, company, IJK_NONE);
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     position != IJK_NONE ? position : GTK_INVALID_LIST_POSITION);
  self->is_updating = FALSE;
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
  follow_company (self);
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

/* ---- the session ---- */

static GtkStringList *
make_names (const char *all)
{
  return gtk_string_list_new ((const char *const[]) { all, NULL });
}

static void
fill_filters (IjkCompanyTableView *self,
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
      fill_filters (self, reference);
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
  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->year,
                              IJK_YEAR_INDEX (ijk_session_get_year (self->session)));
  self->is_updating = FALSE;
  result_cb (self);
}

/* ---- what a person does ---- */

static void
selected_cb (IjkCompanyTableView *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);
  const IjkCompanyRow *row;

  if (self->is_updating || self->table == NULL
      || position >= ijk_company_table_n_shown (self->table))
    return;
  row = ijk_company_table_get (self->table, position);
  /* An installation without a company stands for itself, also among companies. */
  self->selected_unit = self->query.rows == IJK_COMPANY_ROWS_UNITS || row->company == IJK_NONE
                            ? row->unit
                            : IJK_NONE;
  if (self->query.rows == IJK_COMPANY_ROWS_UNITS || self->query.rows == IJK_COMPANY_ROWS_COMPANIES)
    {
      ijk_session_set_company (self->session, row->company);
      g_signal_emit (self, signals[SELECTED], 0);
    }
}

/* A sector or cluster opens into its companies. */
static void
activate_cb (IjkCompanyTableView *self,
             guint                position)
{
  const IjkCompanyRow *row;

  if (self->table == NULL || position >= ijk_company_table_n_shown (self->table))
    return;
  row = ijk_company_table_get (self->table, position);
  if (self->query.rows == IJK_COMPANY_ROWS_SECTORS && row->sector != IJK_NONE)
    {
      const guint sector = row->sector;

      ijk_company_table_view_set_rows (self, IJK_COMPANY_ROWS_COMPANIES);
      ijk_company_table_view_set_sector (self, sector);
    }
  else if (self->query.rows == IJK_COMPANY_ROWS_CLUSTERS && row->cluster != IJK_NONE)
    {
      const guint cluster = row->cluster;

      ijk_company_table_view_set_rows (self, IJK_COMPANY_ROWS_COMPANIES);
      ijk_company_table_view_set_cluster (self, cluster);
    }
  else
    {
      /* The keyboard can come to a row without selecting it. */
      gtk_single_selection_set_selected (self->selection, position);
      g_signal_emit (self, signals[ROW_ACTIVATED], 0);
    }
}

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
  if (self->query.kind >= 0 || self->query.position != IJK_POSITION_ANY
      || self->query.is_levied_only)
    gtk_widget_add_css_class (self->more, "accent");
  else
    gtk_widget_remove_css_class (self->more, "accent");
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

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkCompanyTableView *self = user_data;
  IjkCompanyColumn columns[IJK_N_COMPANY_COLUMNS];
  guint n_columns;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;

  (void) action;
  (void) parameter;
  if (self->table == NULL)
    return;
  n_columns = ijk_company_table_view_find_seen (self, columns);
  text = ijk_company_table_to_tsv (self->table, columns, n_columns);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  sentence = g_strdup_printf (ngettext ("%u row was copied with its total.",
                                        "%u rows were copied with their totals.",
                                        ijk_company_table_n_shown (self->table)),
                              ijk_company_table_n_shown (self->table));
  g_signal_emit (self, signals[MESSAGE], 0, sentence);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  (void) action;
  (void) parameter;
  g_signal_emit (user_data, signals[SAVE_REQUESTED], 0);
}

static void
make_actions (IjkCompanyTableView *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_cb },
    { .name = "save", .activate = save_cb },
    { .name = "clear", .activate = clear_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "companies", G_ACTION_GROUP (self->actions));
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
  g_signal_connect_object (self->session, "notify::company", G_CALLBACK (follow_company), self,
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
  signals[SAVE_REQUESTED] = g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "companies.copy",
                                       NULL);
  gtk_widget_class_set_css_name (widget_class, "companytable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               IJK_UI_PATH "ijk-company-table-view.ui");
  BIND (search);
  BIND (rows);
  BIND (sector);
  BIND (cluster);
  BIND (year);
  BIND (kind);
  BIND (position);
  BIND (levied_only);
  BIND (more);
  BIND (view);
  BIND (stack);
  BIND (totals);
  BIND (source);
  BIND (columns_menu);
  gtk_widget_class_bind_template_callback (widget_class, ijk_company_table_view_ask);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ijk_company_table_view_init (IjkCompanyTableView *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);

  self->query = (IjkCompanyQuery) IJK_COMPANY_QUERY_INIT;
  self->selected_unit = IJK_NONE;
  self->column_ids = g_strdupv ((char **) first_columns);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Companies"), -1);
  self->is_updating = TRUE;
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_string_list_append (years, text);
    }
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (years));
  self->list = ijk_company_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  ijk_company_table_view_add_rows (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  make_actions (self);
  ijk_company_table_view_add_columns (self);
  ijk_company_table_view_add_why (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self->view));
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

char *
ijk_company_table_view_to_csv (IjkCompanyTableView *self)
{
  IjkCompanyColumn columns[IJK_N_COMPANY_COLUMNS];
  guint n_columns;

  g_return_val_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self) && self->table != NULL, NULL);

  n_columns = ijk_company_table_view_find_seen (self, columns);
  return ijk_company_table_to_csv (self->table, columns, n_columns);
}

guint
ijk_company_table_view_get_unit (IjkCompanyTableView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self), IJK_NONE);

  return self->selected_unit;
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

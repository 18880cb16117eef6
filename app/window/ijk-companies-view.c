/* The Companies view: puts table, map and page together, asks for files and makes company
 * scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-companies-view.h"

#include "ijk-company-map.h"
#include "ijk-import-window.h"

#include <glib/gi18n-lib.h>

/* Below this the map would leave the table no rows to speak of. Where its list has no room beside
 * the drawing it is twice as high. */
#define MAP_HEIGHT_PX 720
#define TALL_MAP_HEIGHT_PX 1000
#define TALL_MAP_WIDTH_PX 480

/* Above this a company stands beside the table, else in the place of it. */
#define FOLD_PX 900
/* Of a company beside the table: two fifths of the view, within limits. */
#define LEAST_PAGE_PX 530
#define MOST_PAGE_PX 720

struct _IjkCompaniesView
{
  GtkWidget parent_instance;

  IjkSession *session;           /* (owned) (nullable) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  GtkWidget *leaflet;
  GtkWidget *table_place;
  GtkWidget *page_place;
  GtkWidget *page_box;
  GtkWidget *back;
  GtkWidget *hint;
  GtkWidget *table;              /* (nullable) before there is a session */
  GtkWidget *map;                /* (nullable) */
  GtkWidget *map_revealer;
  GtkWidget *page;               /* (nullable) */
  gboolean has_company;          /* in hand: there is a page */
  gboolean is_low;
  int page_px;                   /* width of the page beside the table, or -1: in its place */
  guint room_id;
};

enum
{
  SAVE_REQUESTED,
  PRINT_REQUESTED,
  EDIT_PATH,
  MESSAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkCompaniesView, ijk_companies_view, GTK_TYPE_WIDGET)

static void
say (IjkCompaniesView *self,
     const char       *text)
{
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

/* ---- files ---- */

static void
response_cb (GtkNativeDialog  *dialog,
             int               response,
             IjkCompaniesView *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const char *csv = g_object_get_data (G_OBJECT (dialog), "csv");

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL && csv != NULL)
    {
      name = g_filename_display_basename (path);
      if (g_file_set_contents (path, csv, -1, &error))
        /* Translators: the name of a file */
        sentence = g_strdup_printf (_("The table was saved as “%s”."), name);
      else
        /* Translators: why: a sentence */
        sentence = g_strdup_printf (_("The table was not saved: %s"), error->message);
      say (self, sentence);
    }
  g_clear_object (&self->chooser);
}

static void
save_table_cb (IjkCompaniesView *self)
{
  char *csv = ijk_company_table_view_to_csv (IJK_COMPANY_TABLE_VIEW (self->table));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Table"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self->chooser), "csv", csv, g_free);
  /* Translators: proposed name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("companies.csv"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- own companies ---- */

static void
import_response_cb (GtkNativeDialog  *dialog,
                    int               response,
                    IjkCompaniesView *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL)
    ijk_import_window_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session,
                            path);
  else if (file != NULL)
    say (self,
         _("This file is not on this computer. Copy it to a folder here and choose it again."));
  g_clear_object (&self->chooser);
}

/* Nothing is taken over here: the window that opens shows what the table would change. */
static void
import_clicked_cb (IjkCompaniesView *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->session == NULL)
    return;
  gtk_file_filter_set_name (filter, _("Tables (CSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Import Own Companies"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (import_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- company scenarios ---- */

static gboolean
is_name_taken (IjkSession *session,
               const char *name)
{
  GPtrArray *records = ijk_session_get_scenarios (session);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);
      g_autofree char *other = g_utf8_casefold (record->name, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

/* "Picking up pace, Yara"; a number where that is taken. */
static char *
make_name (IjkSession *session,
           const char *company)
{
  const char *parent = ijk_session_get_scenario_name (session);
  /* Translators: name of a company scenario: %1$s is the scenario it builds on, %2$s the
   * company. */
  g_autofree char *name = g_strdup_printf (_("%1$s, %2$s"), parent != NULL ? parent : "", company);

  for (guint n = 2; is_name_taken (session, name); n++)
    {
      g_free (name);
      /* Translators: the same with a number, where the name is taken. */
      name = g_strdup_printf (_("%1$s, %2$s %3$u"), parent != NULL ? parent : "", company, n);
    }
  return g_steal_pointer (&name);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (IjkCompaniesView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ijk_session_edit_scenario_finish (IJK_SESSION (object), result, &error) == 0)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say (self, error->message);
      return;
    }
  if (self->page != NULL)
    ijk_company_page_show_levers (IJK_COMPANY_PAGE (self->page));
}

static void
scenario_requested_cb (IjkCompaniesView *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint company = ijk_session_get_company (self->session);
  g_autofree char *name = NULL;

  if (reference == NULL || company >= reference->n_companies)
    return;
  name = make_name (self->session, reference->companies[company].name);
  ijk_session_edit_scenario_async (self->session, IJK_SESSION_NEW_COMPANY,
                                   ijk_session_get_scenario_id (self->session), name, NULL, made_cb,
                                   g_object_ref (self));
}

/* ---- table, map and page ---- */

static void
follow_fold (IjkCompaniesView *self)
{
  const gboolean is_folded = adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet));

  gtk_widget_set_visible (self->back, is_folded);
  gtk_widget_set_visible (self->hint, !is_folded && !self->has_company);
  /* Where the page is out of sight, a click is to lead there. */
  if (self->table != NULL)
    {
      ijk_company_table_view_set_opens_on_click (IJK_COMPANY_TABLE_VIEW (self->table), is_folded);
      ijk_company_page_set_can_close (IJK_COMPANY_PAGE (self->page), !is_folded);
    }
}

/* The page is there as soon as there is something on it; before, the table has all the room. */
static void
follow_company (IjkCompaniesView *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const gboolean has_company
      = reference != NULL
        && (ijk_session_get_company (self->session) < reference->n_companies
            || ijk_company_table_view_get_unit (IJK_COMPANY_TABLE_VIEW (self->table))
                   < reference->n_units);

  if (!has_company)
    adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->table_place);
  gtk_widget_set_visible (self->page_box, has_company);
  self->has_company = has_company;
  follow_fold (self);
}

static void
row_activated_cb (IjkCompaniesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  follow_company (self);
  if (!gtk_widget_get_visible (self->page_box))
    return;
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->page_box);
  /* The leaflet takes the keyboard along, also to a page beside the table. */
  if (adw_leaflet_get_folded (ADW_LEAFLET (self->leaflet)))
    gtk_widget_grab_focus (self->back);
  else if (focus != NULL)
    gtk_root_set_focus (root, focus);
}

static void
back_cb (IjkCompaniesView *self)
{
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->table_place);
  ijk_company_table_view_focus_row (IJK_COMPANY_TABLE_VIEW (self->table));
}

static void
close_requested_cb (IjkCompaniesView *self)
{
  ijk_company_table_view_unselect (IJK_COMPANY_TABLE_VIEW (self->table));
  ijk_company_table_view_focus_search (IJK_COMPANY_TABLE_VIEW (self->table));
}

static void
selected_cb (IjkCompaniesView *self)
{
  ijk_company_page_set_unit (
      IJK_COMPANY_PAGE (self->page),
      ijk_company_table_view_get_unit (IJK_COMPANY_TABLE_VIEW (self->table)));
  follow_company (self);
}

static void
cluster_cb (IjkCompaniesView *self,
            guint             cluster)
{
  ijk_company_table_view_set_cluster (IJK_COMPANY_TABLE_VIEW (self->table), cluster);
}

static void
save_requested_cb (IjkFigureCard    *card,
                   IjkCompaniesView *self)
{
  g_signal_emit (self, signals[SAVE_REQUESTED], 0, card);
}

static void
print_requested_cb (IjkFigureCard    *card,
                    IjkCompaniesView *self)
{
  g_signal_emit (self, signals[PRINT_REQUESTED], 0, card);
}

static void
edit_path_cb (IjkCompaniesView *self,
              gpointer          key)
{
  g_signal_emit (self, signals[EDIT_PATH], 0, key);
}

/* ---- room ---- */

static gboolean
follow_room_cb (gpointer user_data)
{
  IjkCompaniesView *self = user_data;

  self->room_id = 0;
  gtk_widget_set_visible (self->map_revealer, !self->is_low);
  gtk_widget_set_size_request (self->page_box, self->page_px, -1);
  adw_leaflet_set_can_unfold (ADW_LEAFLET (self->leaflet), self->page_px > 0);
  return G_SOURCE_REMOVE;
}

/* Children must not change while they get their sizes, so it is done right after. */
static void
ijk_companies_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  IjkCompaniesView *self = IJK_COMPANIES_VIEW (widget);
  const gboolean is_low
      = height < (width < TALL_MAP_WIDTH_PX ? TALL_MAP_HEIGHT_PX : MAP_HEIGHT_PX);
  const int page_px = width > FOLD_PX ? CLAMP (width * 2 / 5, LEAST_PAGE_PX, MOST_PAGE_PX) : -1;

  gtk_widget_size_allocate (self->leaflet, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (is_low == self->is_low && page_px == self->page_px)
    return;
  self->is_low = is_low;
  self->page_px = page_px;
  if (self->room_id == 0)
    self->room_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_room_cb, self, NULL);
}

/* What the page has beside the table it does not need: a wide view can become narrow at once. */
static void
ijk_companies_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  IjkCompaniesView *self = IJK_COMPANIES_VIEW (widget);
  GtkWidget *const places[] = { self->table_place, self->back, self->page_place };

  gtk_widget_measure (self->leaflet, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  *minimum = 0;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int needed;

      gtk_widget_measure (places[i], orientation, -1, &needed, NULL, NULL, NULL);
      *minimum = MAX (*minimum, needed);
    }
  *natural = MAX (*natural, *minimum);
}

static void
ijk_companies_view_dispose (GObject *object)
{
  IjkCompaniesView *self = IJK_COMPANIES_VIEW (object);

  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_COMPANIES_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ijk_companies_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IjkCompaniesView, name)

static void
ijk_companies_view_class_init (IjkCompaniesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_companies_view_dispose;
  signals[SAVE_REQUESTED] = g_signal_new ("save-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, IJK_TYPE_FIGURE_CARD);
  signals[PRINT_REQUESTED] = g_signal_new ("print-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, IJK_TYPE_FIGURE_CARD);
  signals[EDIT_PATH] = g_signal_new ("edit-path", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MESSAGE] = g_signal_new ("message", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->measure = ijk_companies_view_measure;
  widget_class->size_allocate = ijk_companies_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "companiesview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ijkpad/Ijkpad/window/ijk-companies-view.ui");
  BIND (leaflet);
  BIND (table_place);
  BIND (page_place);
  BIND (page_box);
  BIND (back);
  BIND (hint);
  BIND (map_revealer);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_fold);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
ijk_companies_view_init (IjkCompaniesView *self)
{
  self->page_px = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Companies"), -1);
}

void
ijk_companies_view_set_session (IjkCompaniesView *self,
                                IjkSession       *session,
                                GSettings        *settings)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) show_map = g_settings_create_action (settings, "company-map");
  IjkFigureCard *card;

  g_return_if_fail (IJK_IS_COMPANIES_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->table = ijk_company_table_view_new (session);
  self->map = ijk_company_map_new (session);
  self->page = ijk_company_page_new (session);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_prepend (GTK_BOX (self->table_place), self->table);
  gtk_revealer_set_child (GTK_REVEALER (self->map_revealer), self->map);
  gtk_box_append (GTK_BOX (self->page_place), self->page);
  card = ijk_company_page_get_card (IJK_COMPANY_PAGE (self->page));
  g_settings_bind (settings, "company-columns", self->table, "columns", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "company-map", self->map_revealer, "reveal-child",
                   G_SETTINGS_BIND_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), show_map);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (group));
  g_signal_connect_object (self->table, "save-requested", G_CALLBACK (save_table_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "message", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "cluster-chosen", G_CALLBACK (cluster_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "edit-path", G_CALLBACK (edit_path_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "message", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "scenario-requested", G_CALLBACK (scenario_requested_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "close-requested", G_CALLBACK (close_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "save-requested", G_CALLBACK (save_requested_cb), self, 0);
  g_signal_connect_object (card, "print-requested", G_CALLBACK (print_requested_cb), self, 0);
  g_signal_connect_object (session, "notify::company", G_CALLBACK (follow_company), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::result", G_CALLBACK (follow_company), self,
                           G_CONNECT_SWAPPED);
  follow_company (self);
}

IjkCompanyTableView *
ijk_companies_view_get_table (IjkCompaniesView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANIES_VIEW (self), NULL);

  return self->table != NULL ? IJK_COMPANY_TABLE_VIEW (self->table) : NULL;
}

IjkCompanyPage *
ijk_companies_view_get_page (IjkCompaniesView *self)
{
  g_return_val_if_fail (IJK_IS_COMPANIES_VIEW (self), NULL);

  return self->page != NULL ? IJK_COMPANY_PAGE (self->page) : NULL;
}

void
ijk_companies_view_start_search (IjkCompaniesView *self)
{
  g_return_if_fail (IJK_IS_COMPANIES_VIEW (self));

  if (self->table == NULL)
    return;
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), self->table_place);
  ijk_company_table_view_focus_search (IJK_COMPANY_TABLE_VIEW (self->table));
}
